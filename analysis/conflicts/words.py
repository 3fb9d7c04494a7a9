"""Amounts, ranges and speakers of conflicts as words; ends are rounded outwards in Decimal."""

from __future__ import annotations

import math
from datetime import date
from decimal import Decimal
from fractions import Fraction

from analysis import labels
from analysis.conflicts.amounts import Amount, Count, Trade
from analysis.conflicts.origins import ValueRow
from analysis.conflicts.statements import Statement
from analysis.readings import Interval

FLOWS = {"exports": "exports to", "imports": "imports from", "balance": "trade balance with"}
STAGES = {"": "", "under_way": " under way"}
#: Ends are shown with no more decimals than this.
MOST_DIGITS = 6


def who(row: ValueRow) -> str:
    """Who said it, where and when: "A minister, An agency, 26 May 2018"."""
    day = labels.day(row["published"]) or labels.day(row["said_on"])
    speaker = "" if row["speaker"] == row["publisher"] else row["speaker"]
    parts = (speaker, row["publisher"], day)
    return ", ".join(part for part in parts if isinstance(part, str) and part)


def label(row: ValueRow) -> str:
    """The value as printed; one told in words only as its direction."""
    if isinstance(row["printed"], str):
        return labels.value(row)  # type: ignore[arg-type]
    return {"up": "a rise", "down": "a fall"}.get(str(row["direction"]), "no number")


def told(one: Statement) -> str:
    """The value as printed with who said it in brackets."""
    return f"{label(one.row)} ({who(one.row)})"


def subject(one: Statement) -> str:
    """What the statement is about, without the time: "Chad's exports to Mali", "projects"."""
    row = one.row
    if isinstance(one.amount, Count):
        stage = STAGES.get(one.amount.stage, f" {labels.plain(one.amount.stage)}")
        return labels.counted(one.amount.counted) + stage
    scope = " (services)" if row["scope"] == "services" else ""
    if row["flow"] == "turnover":
        names = sorted(labels.economy(code) for code in one.amount.pair)
        return f"trade between {names[0]} and {names[1]}{scope}"
    economy, partner = labels.economy(str(row["economy"])), labels.economy(str(row["partner"]))
    return f"{economy}’s {FLOWS[str(row['flow'])]} {partner}{scope}"


def time(amount: Amount) -> str:
    """The period of trade or the day of a count: "H1 2018", "10 Jun 2019"."""
    if isinstance(amount, Trade):
        first, last = date.fromordinal(amount.start), date.fromordinal(amount.end - 1)
        return labels.period(first, last)
    first, last = date.fromordinal(amount.first), date.fromordinal(amount.last)
    if first == last:
        return labels.day(first.isoformat())
    return labels.period(first, last)


def when(one: Statement) -> str:
    """The time with its preposition; a growth is on its base."""
    if isinstance(one.amount, Count):
        return f"{'on' if one.amount.first == one.amount.last else 'in'} {time(one.amount)}"
    base = f" on {time(one.base)}" if one.row["measure"] == "growth" and one.base else ""
    return f"in {time(one.amount)}{base}"


def clause(one: Statement) -> str:
    """The whole statement in a few words."""
    if isinstance(one.amount, Count) and one.base is None:
        return f"{label(one.row)} {subject(one)} {when(one)} ({who(one.row)})"
    return f"{label(one.row)} for {subject(one)} {when(one)} ({who(one.row)})"


def changed(one: Statement) -> str:
    """A growth as a participle: "grown by 18%", "fallen by almost 40%"."""
    words = label(one.row)
    if not isinstance(one.row["printed"], str):
        return {"a rise": "grown", "a fall": "fallen"}[words]
    if one.row["unit"] == "times":
        return f"times {words.replace(' times', '')}"
    verb = "fallen" if one.row["value"] < 0 else "grown"
    return f"{verb} by {words.replace('+', '').replace(labels.MINUS, '')}"


def listed(parts: list[str]) -> str:
    """Parts joined as in a sentence: "a, b and c"."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def limit(
    one: Statement, end: Fraction | float, *, closed: bool, upper: bool, beside: Interval
) -> str:
    """One end of what others leave the quantity: "at most USD 20 bn", "above +10.5%".

    Rounded outwards, with as many digits as show that `beside` lies beyond it.
    """
    word = {(True, True): "at most", (True, False): "below", (False, True): "at least",
            (False, False): "above"}[upper, closed]  # fmt: skip
    return f"{word} {_amount(one, end, upper, beside)}"


def read_as(one: Statement, *, upper: bool) -> str:
    """The limit that a hedge's usual meaning sets where its words name none: "below USD 26 bn".

    Empty where the end is the number itself, or its rounding.
    """
    end = one.allowed.upper if upper else one.allowed.lower
    closed = one.allowed.upper_closed if upper else one.allowed.lower_closed
    hedged = isinstance(one.row["printed"], str) and isinstance(one.row["hedge"], str)
    if not hedged or not isinstance(end, Fraction) or end == _quantity(one):
        return ""
    return limit(one, end, closed=closed, upper=upper, beside=Interval(end, end, True, True))


def _quantity(one: Statement) -> Fraction:
    """The printed number in terms of the quantity."""
    size, _, _, _ = _scale(one)
    growth, times = one.row["measure"] == "growth", one.row["unit"] == "times"
    if growth or one.row["measure"] == "share":
        size = Fraction(1) if times else Fraction(1, 100)
        return Fraction(repr(float(one.row["value"]))) * size + (growth and not times)
    return Fraction(repr(float(one.row["value"]))) * Fraction(repr(float(one.row["scale"])))


def span(one: Statement, found: Interval) -> str:
    """A whole range in the units of the statement: "between −17.0% and −9.4%"."""
    everything = Interval(-math.inf, math.inf, False, False)
    low, high = (isinstance(end, Fraction) for end in (found.lower, found.upper))
    if low and high:
        lower = _amount(one, found.lower, False, everything)
        return f"between {lower} and {_amount(one, found.upper, True, everything)}"
    upper = high
    end, closed = (found.upper, found.upper_closed) if upper else (found.lower, found.lower_closed)
    if not isinstance(end, Fraction):
        return "anything"
    return limit(one, end, closed=closed, upper=upper, beside=everything)


def _amount(one: Statement, end: Fraction | float, upper: bool, beside: Interval) -> str:
    """An end in the units of the statement, rounded away from the range that it ends."""
    size, before, after, digits = _scale(one)
    offset = 1 if one.row["measure"] == "growth" else 0
    exact = (Fraction(end) - offset) / size
    against = beside.lower if upper else beside.upper
    while digits < MOST_DIGITS and isinstance(against, Fraction):
        rounded = _outwards(exact, digits, upper) * size + offset
        if rounded == exact * size + offset or (rounded < against if upper else rounded > against):
            break
        digits += 1
    while digits and end == against and _outwards(exact, digits - 1, upper) == exact:
        digits -= 1
    shown = _outwards(exact, digits, upper)
    text = Decimal(shown.numerator) / Decimal(shown.denominator)
    written = labels.signed(text, digits) if offset else labels.number(text, digits)
    return f"{before}{written}{after}"


def _outwards(exact: Fraction, digits: int, upper: bool) -> Fraction:
    scaled = exact * 10**digits
    return Fraction(math.ceil(scaled) if upper else math.floor(scaled), 10**digits)


def _scale(one: Statement) -> tuple[Fraction, str, str, int]:
    """The size of one unit shown, what stands before and after it, and how many digits."""
    if one.row["measure"] in ("growth", "share"):
        return Fraction(1, 100), "", "%", _digits(one, Fraction(1, 100))
    if isinstance(one.amount, Count):
        return Fraction(1), "", "", 0
    scale = max(size for size in labels.SCALES if size <= max(Fraction(1), _size(one)))
    after = f" {labels.SCALES[scale]}".rstrip()
    return Fraction(scale), f"{one.amount.currency} ", after, _digits(one, Fraction(scale))


def _digits(one: Statement, size: Fraction) -> int:
    """As many decimals as the statement prints in that unit, and one at least."""
    digits = 1
    while one.digit is not None and one.digit < size / 10**digits and digits < MOST_DIGITS:
        digits += 1
    return digits


def _size(one: Statement) -> Fraction:
    value = one.row["value"] * one.row["scale"]
    return Fraction(0) if math.isnan(value) else abs(Fraction(repr(float(value))))
