"""The form of a conflict, and the sentence that explains it by its form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from analysis import labels
from analysis.conflicts import words
from analysis.conflicts.amounts import Trade
from analysis.conflicts.statements import Statement
from analysis.conflicts.system import BASE_CURRENCY, Rates
from analysis.conflicts.tiers import Conflict
from analysis.readings import Interval

#: In the order in which they are tried; what fits none is a chain.
FORMS = (
    "counts_over_time", "part_and_whole", "two_currencies", "same_quantity", "parts_and_total",
    "level_growth_level", "growths_only", "part_year", "chain",
)  # fmt: skip


def form(found: Conflict) -> str:
    """The form of a conflict, one of `FORMS`."""
    told = found.statements
    trade = [one for one in told if isinstance(one.amount, Trade)]
    if not trade:
        days = {one.amount for one in told}
        return "counts_over_time" if len(days) > 1 else "part_and_whole"
    if len({one.currency.code for one in trade}) > 1:
        return "two_currencies"
    if len({(one.amount, one.base) for one in told}) == 1:
        return "same_quantity"
    if any(one.whole is not None for one in told):
        return "part_and_whole"
    return _trade_form(trade)


def _trade_form(trade: list[Statement]) -> str:
    amounts = [a for one in trade for a in one.amounts if isinstance(a, Trade)]
    growths = [one for one in trade if one.row["measure"] == "growth"]
    periods = {(a.start, a.end) for a in amounts}
    if len({a.flow for a in amounts}) > 1:
        return "parts_and_total"
    if len(trade) == 3 and len(growths) == 1 and len(periods) == 2:
        return "level_growth_level"
    if len(growths) == len(trade):
        return "growths_only"
    nested = any(a != b and a[0] <= b[0] and b[1] <= a[1] for a in periods for b in periods)
    return "part_year" if nested else "chain"


def sentence(found: Conflict, known: Rates) -> str:
    """The conflict in one sentence that a newspaper could print; one speaker is named once."""
    text = _sentence(found, known)
    speakers = {words.who(one.row) for one in found.statements}
    if len(speakers) == 1:
        (speaker,) = speakers
        return f"{speaker}: {text.replace(f' ({speaker})', '')}"
    return text[:1].upper() + text[1:]


def _sentence(found: Conflict, known: Rates) -> str:
    kind = form(found)
    if kind == "counts_over_time" and len(found.statements) == 2:
        return _falling(found)
    if kind == "two_currencies" and len(found.statements) == 2:
        return _exchanged(found, known)
    if kind == "same_quantity" and len(found.statements) == 2:
        return _two_numbers(found)
    if len(found.statements) == 1:
        return f"{words.clause(found.statements[0])} cannot be"
    last = _last(found)
    rest = [one for one in found.statements if one is not last]
    if kind == "level_growth_level" and last.row["measure"] == "level":
        return f"{_grown(rest, last, found)}{_outside(last, found.left)}."
    opening = words.listed([words.clause(one) for one in sorted(rest, key=_order)])
    return (
        f"{opening} make {_measured(last)} {_side(last, found.left)}; "
        f"{_read(last, found.left)}{_outside(last, found.left)}."
    )


def _order(one: Statement) -> tuple[int, bool, str]:
    start = one.amount.start if isinstance(one.amount, Trade) else one.amount.first
    return start, one.row["measure"] != "level", one.value_id


def _last(found: Conflict) -> Statement:
    """The statement that the others are held against: a total of the latest time.

    Of a total and its parts its growth, else its level.
    """
    preferred = "growth" if form(found) == "parts_and_total" else "level"

    def weight(one: Statement) -> tuple[bool, bool, int, bool, str]:
        total = isinstance(one.amount, Trade) and one.amount.flow == "turnover"
        end = one.amount.end if isinstance(one.amount, Trade) else one.amount.last
        asked = one.row["measure"] == preferred
        return one.value_id in found.left, total, end, asked, one.value_id

    return max(found.statements, key=weight)


def _measured(one: Statement) -> str:
    if one.row["measure"] == "growth":
        return f"the growth of {words.subject(one)} {words.when(one)}"
    return f"{words.subject(one)} {words.when(one)}"


def _below(one: Statement, left: Interval) -> bool:
    return one.allowed.upper <= left.lower


def _side(one: Statement, left: Mapping[str, Interval]) -> str:
    """What the others leave, on the side on which the statement lies."""
    found = left.get(one.value_id)
    if found is None:
        return "elsewhere"
    if _below(one, found):
        end, closed, upper = found.lower, found.lower_closed, False
    else:
        end, closed, upper = found.upper, found.upper_closed, True
    return words.limit(one, end, closed=closed, upper=upper, beside=one.allowed)


def _read(one: Statement, left: Mapping[str, Interval]) -> str:
    """The value as printed with who said it, and as what it is read where its words end nowhere."""
    found = left.get(one.value_id)
    read = words.read_as(one, upper=_below(one, found)) if found else ""
    return f"{words.told(one)}{f', read as {read},' if read else ''}"


def _outside(one: Statement, left: Mapping[str, Interval]) -> str:
    """That the statement lies beyond what the others leave."""
    found = left.get(one.value_id)
    if found is None:
        return " cannot be"
    hedged = isinstance(one.row["hedge"], str) or not isinstance(one.row["printed"], str)
    rounded = "" if hedged else ", rounding counted,"
    return f"{rounded} is {'below' if _below(one, found) else 'above'} that"


def _grown(rest: list[Statement], last: Statement, found: Conflict) -> str:
    """A level and a growth, and the level that they make."""
    growth = next(one for one in rest if one.row["measure"] == "growth")
    level = next(one for one in rest if one is not growth)
    side = _side(last, found.left)
    return (
        f"{words.label(level.row)} for {words.subject(level)} {words.when(level)} "
        f"({words.who(level.row)}), {words.changed(growth)} in {words.time(growth.amount)} "
        f"({words.who(growth.row)}), is {side}; {_read(last, found.left)}"
    )


def _falling(found: Conflict) -> str:
    later, earlier = sorted(found.statements, key=lambda one: -_order(one)[0])
    return (
        f"{words.clause(later)} would be fewer than {words.clause(earlier)}, although "
        f"{labels.counted(earlier.row['counted'])} are taken only to grow in number."
    )


def _exchanged(found: Conflict, known: Rates) -> str:
    """Two levels of one amount, and the rate at which they would be the same."""
    one, other = sorted(found.statements, key=lambda s: s.currency.code == BASE_CURRENCY)
    opening = f"{words.clause(one)} and {words.clause(other)} are the same amount only"
    rate = _rate(one, other, known)
    ends = one.allowed.lower, one.allowed.upper, other.allowed.lower, other.allowed.upper
    if rate is None or not all(isinstance(end, Fraction) and end > 0 for end in ends):
        return f"{opening} at another rate than the year’s."
    low, high = (Fraction(a) / Fraction(b) for a, b in ((ends[0], ends[3]), (ends[1], ends[2])))
    pair = f"{one.currency.code} per {other.currency.code}"
    return (
        f"{opening} at {_decimal(low)} to {_decimal(high)} {pair}; "
        f"the average of {words.time(one.amount)} was {_decimal(rate)}."
    )


def _rate(one: Statement, other: Statement, known: Rates) -> Fraction | None:
    if not isinstance(one.amount, Trade):
        return None
    year = date.fromordinal(one.amount.start).year
    usual = {**known, (BASE_CURRENCY, year): Fraction(1)}
    pair = [usual.get((each.currency.code, year)) for each in (one, other)]
    return None if pair[0] is None or pair[1] is None else pair[0] / pair[1]


def _decimal(number: Fraction) -> str:
    return labels.number(Decimal(number.numerator) / Decimal(number.denominator), 1)


def _two_numbers(found: Conflict) -> str:
    first, second = sorted(found.statements, key=_first_published)
    upper = first.allowed.upper <= second.allowed.lower
    read = [words.read_as(first, upper=upper), words.read_as(second, upper=not upper)]
    one, other = (
        f"{words.told(each)}{f', read as {text},' if text else ''}"
        for each, text in zip((first, second), read, strict=True)
    )
    return f"For {_measured(first)} {one} and {other} have no value in common."


def _first_published(one: Statement) -> tuple[str, str]:
    """Sorts by the date of the source, undated ones first, then by the value."""
    published = one.row["published"]
    return published if isinstance(published, str) else "", one.value_id
