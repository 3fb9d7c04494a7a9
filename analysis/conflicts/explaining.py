"""What would end a conflict: the smallest move of a number, and harmless explanations."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

import pandas as pd

from analysis import labels, readings
from analysis.conflicts import words
from analysis.conflicts.amounts import Amount, Trade, count
from analysis.conflicts.linear import feasible
from analysis.conflicts.statements import Statement
from analysis.conflicts.system import Rates, system
from analysis.conflicts.tiers import Conflict, currency_free
from analysis.readings import Interval

#: A revision of the base by more than this share explains nothing.
MOST_REVISION = Fraction(1, 10)
#: A range wider than this share of its middle has no middle worth naming.
NARROW = Fraction(1, 20)
#: Days after the end of a period within which full data are seldom out.
SOON = 60


class Move(NamedTuple):
    """The smallest move of one printed number, in units of its last digit, that ends a conflict."""

    value_id: str
    units: int
    before: str
    after: str


def smallest_move(found: Conflict) -> Move | None:
    """The smallest move of one printed number that would end the conflict.

    The words keep their looseness while the number moves. None where no number is printed.
    """
    moves = [move for one in found.statements if (move := _move(one, found)) is not None]
    return min(moves, key=lambda move: (abs(move.units), move.value_id), default=None)


def _move(one: Statement, found: Conflict) -> Move | None:
    left = found.left.get(one.value_id)
    if one.digit is None or left is None:
        return None
    gap, touching = gap_between(one.allowed, left)
    units = math.ceil(abs(gap) / one.digit)
    if abs(gap) == units * one.digit and not touching:
        units += 1
    if gap < 0 or (gap == 0 and one.allowed.lower == left.upper):
        units = -units
    return Move(one.value_id, units, str(one.row["printed"]), _moved(one, units))


def gap_between(allowed: Interval, left: Interval) -> tuple[Fraction, bool]:
    """How far an interval must move to touch another, and whether touching is meeting."""
    if allowed.upper <= left.lower:
        return Fraction(left.lower - allowed.upper), allowed.upper_closed and left.lower_closed
    return Fraction(left.upper - allowed.lower), allowed.lower_closed and left.upper_closed


def _moved(one: Statement, units: int) -> str:
    """The number moved by so many units of its last digit, in plain digits."""
    unit = str(one.row["unit"]) if isinstance(one.row["unit"], str) else ""
    number = readings.numeral(str(one.row["printed"]), unit, str(one.row["language"]))
    after = number.value + units * number.last_digit
    digits = 0
    while (after * 10**digits).denominator != 1 and digits < words.MOST_DIGITS:
        digits += 1
    digits = max(digits, len(str(number.last_digit.denominator)) - 1)
    return f"{Decimal(after.numerator) / Decimal(after.denominator):.{digits}f}"


def explanations(
    found: Conflict, charitable: Mapping[str, Interval], known: Rates, tolerance: Fraction
) -> tuple[str, ...]:
    """Harmless reasons that would end the conflict, a sentence each; each was tried."""
    sentences = [text for one in found.statements for text in _of_one(one, found)]
    sentences += _other_currency(found) + _same_digits(found) + _other_records(found)
    sentences += _stale(found, known, tolerance)
    sentences += _charitable(found, charitable, known, tolerance)
    return tuple(dict.fromkeys(text[:1].upper() + text[1:] for text in sentences))


def _of_one(one: Statement, found: Conflict) -> list[str]:
    left = found.left.get(one.value_id)
    if left is None or not isinstance(one.amount, Trade):
        return []
    if one.row["measure"] == "growth" and one.base is not None:
        return _revision(one, left) + _unfinished(one)
    return _other_period(one, left, found) if one.row["measure"] == "level" else []


def _revision(one: Statement, left: Interval) -> list[str]:
    """By how much the base of a growth would have to be revised."""
    low = one.allowed.upper <= left.lower
    ends = (left.lower, one.allowed.upper) if low else (left.upper, one.allowed.lower)
    if not all(isinstance(end, Fraction) and end > 0 for end in ends) or one.base is None:
        return []
    share = Fraction(ends[0]) / Fraction(ends[1]) - 1
    if abs(share) > MOST_REVISION:
        return []
    most = math.ceil(abs(share) * 1000) / 10
    word = "upwards" if share > 0 else "downwards"
    return [
        f"A revision of the base of {words.label(one.row)}, {words.subject(one)} in "
        f"{words.time(one.base)}, {word} by {labels.number(most, 1)}% "
        f"would end it{_central(one, left)}."
    ]


def _central(one: Statement, left: Interval) -> str:
    """The revision that the printed numbers give without their rounding."""
    if not (isinstance(left.lower, Fraction) and isinstance(left.upper, Fraction)):
        return ""
    if not isinstance(one.row["printed"], str) or isinstance(one.row["hedge"], str):
        return ""
    centre = (Fraction(one.allowed.lower) + Fraction(one.allowed.upper)) / 2
    middle = (left.lower + left.upper) / 2
    if left.upper - left.lower > NARROW * middle:
        return ""
    share = (middle / centre - 1) * 100
    size = Decimal(abs(share).numerator) / Decimal(abs(share).denominator)
    return f" ({labels.number(size, 1)}% without counting on rounding)"


def _other_period(one: Statement, left: Interval, found: Conflict) -> list[str]:
    """A level that is too low may be that of a part of the period; one too high, of more."""
    if one.allowed.upper <= left.lower:
        return [
            f"{words.told(one)} may cover only a part of {words.time(one.amount)}; then more can "
            f"be true of the whole{_soon(one)}."
        ]
    longer = any(_contains(amount, one.amount) for s in found.statements for amount in s.amounts)
    return [f"{words.told(one)} may cover more than {words.time(one.amount)}."] if longer else []


def _unfinished(one: Statement) -> list[str]:
    """A growth told before the period was over, or soon after, may be that of a part of it."""
    early = _soon(one)
    if not early:
        return []
    whole = words.time(one.amount)
    return [
        f"{words.told(one)} may be the growth of only a part of {whole}; then that of the whole "
        f"can be another{early}."
    ]


def _contains(longer: Amount, period: Amount) -> bool:
    """Whether the one amount is of a longer period around the other's."""
    if not isinstance(longer, Trade) or not isinstance(period, Trade):
        return False
    around = longer.start <= period.start and period.end <= longer.end
    return around and (longer.start, longer.end) != (period.start, period.end)


def _soon(one: Statement) -> str:
    """How early it was told: before the end of the period, or at most SOON days after it."""
    day = one.row["said_on"] if isinstance(one.row["said_on"], str) else one.row["published"]
    if not isinstance(day, str) or not isinstance(one.amount, Trade):
        return ""
    heard, end = pd.Period(day), one.amount.end - 1
    first, last = (at.toordinal() - end for at in (heard.start_time, heard.end_time))
    if first == last:
        return f" (it was told {_days(first)} the end of the period)" if first <= SOON else ""
    return " (it was told before the period was over)" if last <= 0 else ""


def _days(after: int) -> str:
    """Days before or after: "1 day before", "22 days after"."""
    many = "1 day" if abs(after) == 1 else f"{abs(after):,} days"
    return f"{many} {'before' if after < 0 else 'after'}"


def _other_currency(found: Conflict) -> list[str]:
    growths = [
        one for one in found.statements if isinstance(one.amount, Trade) and currency_free(one)
    ]
    levels = {one.currency.code for one in found.statements if one.row["measure"] == "level"}
    if not growths or not levels:
        return []
    named = words.listed([words.label(one.row) for one in growths])
    were = "was" if len(growths) == 1 else "were"
    return [
        f"{named} may have been measured in another currency than "
        f"{words.listed(sorted(levels))}: none {were} named."
    ]


def _same_digits(found: Conflict) -> list[str]:
    """Two amounts with the same digits in two currencies, one of which may be a slip."""
    levels = [one for one in found.statements if one.row["measure"] == "level"]
    digits = {
        f"{one.row['value'] * one.row['scale']:.6e}".split("e")[0].rstrip("0.") for one in levels
    }
    if len({one.currency.code for one in levels}) < 2 or len(digits) != 1:
        return []
    named = words.listed([words.label(one.row) for one in levels])
    return [f"{named} have the same digits: one may be the other under the wrong currency."]


def _other_records(found: Conflict) -> list[str]:
    if all(one.record.stated for one in found.statements) or len(found.statements) < 2:
        return []
    if len({one.row["source_id"] for one in found.statements}) < 2:
        return []
    return ["The speakers may go by different records: not all of them name a reporter."]


def _stale(found: Conflict, known: Rates, tolerance: Fraction) -> list[str]:
    """A repetition that describes the day of its origin."""
    return [
        f"{words.told(one)} may be a stale repetition: {words.label(one.origin)} "
        f"({words.who(one.origin)}) is of {words.time(count(one.origin))}, and there it fits."
        for one in found.statements
        if one.origin is not None and _fits_earlier(one, found, known, tolerance)
    ]


def _fits_earlier(one: Statement, found: Conflict, known: Rates, tolerance: Fraction) -> bool:
    if one.origin is None or one.base is not None:
        return False
    redated = replace(one, amount=count(one.origin))
    told = [redated if other is one else other for other in found.statements]
    return _hold(told, known, tolerance)


def _charitable(
    found: Conflict, charitable: Mapping[str, Interval], known: Rates, tolerance: Fraction
) -> list[str]:
    wide = [replace(one, allowed=charitable[one.value_id]) for one in found.statements]
    if not _hold(wide, known, tolerance):
        return []
    return ["Read charitably, with looser rounding and hedges, the numbers can all hold."]


def _hold(told: Sequence[Statement], known: Rates, tolerance: Fraction) -> bool:
    whole = system(told, known, tolerance)
    return feasible(whole.rows(whole.own))
