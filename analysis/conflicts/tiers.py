"""Conflicts as one source tells them, whether they are firm, and what else they assume."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from analysis import labels
from analysis.conflicts import words
from analysis.conflicts.amounts import Count, Trade
from analysis.conflicts.linear import TooManyError, attainable
from analysis.conflicts.origins import ValueRow
from analysis.conflicts.statements import Statement
from analysis.conflicts.system import Rates, system
from analysis.readings import Interval


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
        except TooManyError:
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
    told = [_as(one, row) for one, row in zip(statements, own, strict=True)]
    return sorted(told, key=lambda one: one.value_id), True


def _as(one: Statement, row: ValueRow) -> Statement:
    return replace(one, value_id=str(row["value_id"]), row=row)


def _one_record(told: Sequence[Statement]) -> bool:
    """Whether all is counted by one named office or reporter, or on one day."""
    trade = [one for one in told if isinstance(one.amount, Trade)]
    days = _days(told)
    currencies = {one.currency.code for one in trade}
    stated = all(one.record.stated for one in trade)
    return stated and len({one.record.name for one in trade} | days) == 1 and len(currencies) < 2


def _days(told: Sequence[Statement]) -> set[tuple[int, int]]:
    return {(a.first, a.last) for one in told for a in one.amounts if isinstance(a, Count)}


def assumptions(found: Conflict, tolerance: Fraction) -> tuple[str, ...]:
    """What must be assumed for the statements to be about the same thing, a sentence each."""
    if found.firm:
        return ()
    trade = [one for one in found.statements if isinstance(one.amount, Trade)]
    counts = [one for one in found.statements if isinstance(one.amount, Count)]
    sentences = [
        *_unstated(trade), *_agreeing(trade), *_one_currency(trade),
        *_two_currencies(trade, tolerance), *_growing(counts), *_dated(counts),
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
    growths = [one for one in trade if currency_free(one)]
    if not growths or len({one.row["source_id"] for one in trade}) < 2:
        return []
    codes = words.listed(sorted({one.currency.code for one in growths if one.currency.code}))
    if not codes:
        return ["Growth rates that name no currency were all measured in the same one."]
    return [f"Growth rates that name no currency were measured in {codes}, like the levels."]


def currency_free(one: Statement) -> bool:
    """Whether the statement is a growth whose currency the source does not name."""
    return one.row["measure"] == "growth" and not isinstance(one.row["currency"], str)


def _two_currencies(trade: Sequence[Statement], tolerance: Fraction) -> list[str]:
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
    days = _days(counts)
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
