"""What holds a conflict together and what would end it: tier, assumptions, moves, explanations."""

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
from analysis.conflicts.amounts import Count, Trade, count
from analysis.conflicts.linear import TooMany, attainable, feasible
from analysis.conflicts.statements import Statement
from analysis.conflicts.system import Rates, system
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


class Conflict(NamedTuple):
    """Statements that cannot all hold, with what the others leave of each one's quantity."""

    statements: tuple[Statement, ...]
    firm: bool
    left: Mapping[str, Interval]


def conflict(statements: Sequence[Statement], known: Rates, tolerance: Fraction) -> Conflict:
    """The statements as one source said them where one said all, with their implied ranges."""
    told, one_source = _of_one_source(statements)
    whole = system(told, known, tolerance)
    left = {}
    for one in told:
        others = [other.value_id for other in told if other is not one]
        try:
            found = attainable(whole.rows(others), whole.quantities[one.value_id])
        except TooMany:
            continue
        if found is not None:
            left[one.value_id] = found
    return Conflict(tuple(told), one_source and _one_record(told), left)


def is_firm(statements: Sequence[Statement]) -> bool:
    """Whether one source says it all of one named office or reporter."""
    told, one_source = _of_one_source(statements)
    return one_source and _one_record(told)


def _of_one_source(statements: Sequence[Statement]) -> tuple[list[Statement], bool]:
    """The statements in the words of the source that has them all, if there is one."""
    rows = [{row["source_id"]: row for row in (*one.alike, one.row)} for one in statements]
    shared = sorted(set.intersection(*(set(row) for row in rows)))
    if not shared:
        return list(statements), False
    own = [row[shared[0]] for row in rows]
    told = [
        replace(one, value_id=str(r["value_id"]), row=r)
        for one, r in zip(statements, own, strict=True)
    ]
    return sorted(told, key=lambda one: one.value_id), True


def _one_record(told: Sequence[Statement]) -> bool:
    """Whether all is counted by one named office or reporter, or on one day."""
    trade = [one for one in told if isinstance(one.amount, Trade)]
    days = {(a.first, a.last) for one in told for a in one.amounts if isinstance(a, Count)}
    currencies = {one.currency.code for one in trade}
    stated = all(one.record.stated for one in trade)
    return stated and len({one.record.name for one in trade} | days) == 1 and len(currencies) < 2


def assumptions(found: Conflict, known: Rates, tolerance: Fraction) -> tuple[str, ...]:
    """What must be assumed for the statements to be about the same thing, a sentence each."""
    if found.firm:
        return ()
    trade = [one for one in found.statements if isinstance(one.amount, Trade)]
    counts = [one for one in found.statements if isinstance(one.amount, Count)]
    sentences = [
        *_unstated(trade), *_agreeing(trade), *_one_currency(trade),
        *_two_currencies(trade, known, tolerance), *_growing(counts), *_dated(counts),
    ]  # fmt: skip
    return tuple(sentences)


def _unstated(trade: Sequence[Statement]) -> list[str]:
    names = sorted({labels.economy(one.record.name) for one in trade if not one.record.stated})
    return [
        f"Where no reporter is named, the numbers come from the same records: those of {name}."
        for name in names
    ]


def _agreeing(trade: Sequence[Statement]) -> list[str]:
    if len({one.row["source_id"] for one in trade}) < 2:
        return []
    return ["One reporter’s count of the same trade agrees between sources and vintages."]


def _one_currency(trade: Sequence[Statement]) -> list[str]:
    growths = [one for one in trade if _currency_free(one)]
    if not growths or len({one.row["source_id"] for one in trade}) < 2:
        return []
    codes = words.listed(sorted({one.currency.code for one in growths if one.currency.code}))
    if not codes:
        return ["Growth rates that name no currency were all measured in the same one."]
    return [f"Growth rates that name no currency were measured in {codes}, like the levels."]


def _currency_free(one: Statement) -> bool:
    return one.row["measure"] == "growth" and not isinstance(one.row["currency"], str)


def _two_currencies(trade: Sequence[Statement], known: Rates, tolerance: Fraction) -> list[str]:
    codes = sorted({one.currency.code for one in trade} - {""})
    if len(codes) < 2:
        return []
    share = labels.number(Decimal((tolerance * 100).numerator) / (tolerance * 100).denominator, 0)
    return [
        f"Amounts in {words.listed(codes)} meet at the annual average exchange rate "
        f"within {share}%."
    ]


def _growing(counts: Sequence[Statement]) -> list[str]:
    if not counts:
        return []
    things = labels.counted(counts[0].row["counted"])
    days = {
        (amount.first, amount.last)
        for one in counts
        for amount in one.amounts
        if isinstance(amount, Count)
    }
    if len(days) > 1:
        return [f"All count the same {things}, under one plan, and their number does not fall."]
    return [f"All count the same {things}, under one plan."]


def _dated(counts: Sequence[Statement]) -> list[str]:
    return [
        f"{words.label(one.row)} in {words.who(one.row)} is the state of {words.time(one.amount)}, "
        "although it seems to repeat an older one."
        for one in counts
        if one.origin is not None
    ]


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
    sentences = [sentence for one in found.statements for sentence in _of_one(one, found)]
    sentences += _other_currency(found) + _same_digits(found) + _other_records(found)
    sentences += _stale(found, known, tolerance)
    sentences += _charitable(found, charitable, known, tolerance)
    return tuple(dict.fromkeys(sentences))


def _of_one(one: Statement, found: Conflict) -> list[str]:
    left = found.left.get(one.value_id)
    if left is None or not isinstance(one.amount, Trade):
        return []
    if one.row["measure"] == "growth" and one.base is not None:
        return _revision(one, left)
    return _other_period(one, left) if one.row["measure"] == "level" else []


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
        f"{words.time(one.base)}, {word} by {labels.number(most, 1)}% would end it{_central(one, left)}."
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


def _other_period(one: Statement, left: Interval) -> list[str]:
    """A level that is too low may be that of a part of the period; one too high, of more."""
    if one.allowed.upper <= left.lower:
        return [
            f"{words.told(one)} may cover only a part of {words.time(one.amount)}; then more can "
            f"be true of the whole{_soon(one)}."
        ]
    return [f"{words.told(one)} may cover more than {words.time(one.amount)}."]


def _soon(one: Statement) -> str:
    """How early the level was told, if that was early."""
    day = one.row["said_on"] if isinstance(one.row["said_on"], str) else one.row["published"]
    if not isinstance(day, str) or day.count("-") < 2 or not isinstance(one.amount, Trade):
        return ""
    days = pd.Timestamp(day).toordinal() - (one.amount.end - 1)
    return f" (it was told {days} days after the end of the period)" if 0 <= days <= SOON else ""


def _other_currency(found: Conflict) -> list[str]:
    growths = [
        one for one in found.statements if isinstance(one.amount, Trade) and _currency_free(one)
    ]
    levels = {one.currency.code for one in found.statements if one.row["measure"] == "level"}
    if not growths or not levels:
        return []
    named = words.listed([words.label(one.row) for one in growths])
    were = "was" if len(growths) == 1 else "were"
    return [
        f"{named} may have been measured in another currency than {words.listed(sorted(levels))}: none {were} named."
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
