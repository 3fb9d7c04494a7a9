"""What the values of one source leave each other: implied ranges, beside what is printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import pandas as pd

from analysis import readings
from analysis.conflicts import statements, words
from analysis.conflicts import system as systems
from analysis.conflicts.amounts import Trade
from analysis.conflicts.linear import TooManyError, attainable
from analysis.conflicts.statements import Statement
from analysis.readings import Interval
from analysis.tables import Tables

FREE = Interval(Fraction(0), float("inf"), False, False)
COLUMNS = (
    "value_id", "source_id", "record", "tier", "measure", "flow", "economy", "partner",
    "period_start", "period_end", "unit", "lower", "upper", "lower_closed", "upper_closed",
    "printed", "printed_lower", "printed_upper", "compares", "from_values", "sentence",
)  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """A quantity whose range is asked for, and the statements that bound it."""

    target: Statement
    told: bool
    others: tuple[Statement, ...]


def implied(
    data: Tables, reading: str = readings.DEFAULT_READING, *, everything: bool = False
) -> pd.DataFrame:
    """The range that the other values of its source leave each value, and what none prints.

    Within one source and record: one row a value of trade, its own number left out, and one a
    growth that the source does not print although it prints those of other flows. Only ranges with
    two ends above nothing at all, unless `everything`; none where the others cannot hold together.

    Columns: value_id (missing where no value is printed), source_id, record, tier (firm where the
    source names office or reporter), measure, flow, economy, partner, period_start, period_end,
    unit (percent or a currency), lower, upper (floats; exact before), lower_closed, upper_closed
    (whether the end itself is possible), printed, printed_lower, printed_upper (the value's own
    interval), compares (words: no number is printed; tighter: the implied range is narrower than
    the printed one; outside: the two do not meet; within: it adds nothing; unprinted), from_values
    (tuple), sentence.

    Raises ValueError where a numeral, a hedge or the reading is unknown.
    """
    known = systems.rates(data.exchange_rates)
    asked = _questions(statements.said(data, reading).statements)
    rows = [_row(one, left) for one in asked if (left := _left(one, known)) is not None]
    found = pd.DataFrame(rows, columns=list(COLUMNS))
    ended = found["lower"].gt(float("-inf")) & found["upper"].lt(float("inf"))
    least = found["measure"].map({"growth": -100.0}).fillna(0.0)
    positive = found["lower"].gt(least) | found["flow"].eq("balance")
    return found if everything else found[ended & positive].reset_index(drop=True)


def _questions(told: Sequence[Statement]) -> Iterator[Asked]:
    for group in _groups(told).values():
        for one in group:
            others = tuple(other for other in group if other is not one)
            yield Asked(one, True, others)
        for target in _unprinted(group):
            yield Asked(target, False, tuple(group))


def _groups(told: Sequence[Statement]) -> dict[tuple[str, str], list[Statement]]:
    """The statements of trade by source and record, each in the words of that source."""
    groups: dict[tuple[str, str], list[Statement]] = {}
    for one in told:
        if isinstance(one.amount, Trade):
            first_by_source = {row["source_id"]: row for row in (*reversed(one.alike), one.row)}
            for row in first_by_source.values():
                said = replace(one, value_id=str(row["value_id"]), row=row)
                groups.setdefault((str(row["source_id"]), one.record.name), []).append(said)
    return {key: group for key, group in sorted(groups.items()) if len(group) > 1}


def _unprinted(group: Sequence[Statement]) -> Iterator[Statement]:
    """Growths of other flows over the periods for which the group has one."""
    growths = [one for one in group if one.row["measure"] == "growth"]
    known = {(one.amount, one.base) for one in growths}
    for one in growths:
        for flow in ("turnover", "exports", "imports"):
            now, base = (replace(a, flow=flow) for a in one.amounts[:2] if isinstance(a, Trade))
            if (now, base) not in known:
                known.add((now, base))
                row = _row_of(one, flow)
                yield replace(one, value_id="", row=row, allowed=FREE, amount=now, base=base)


def _row_of(one: Statement, flow: str) -> dict[Any, Any]:
    """A row for a growth that nobody printed, seen from the first economy of the pair."""
    pair = one.amount.pair if isinstance(one.amount, Trade) else ("", "")
    empty = dict.fromkeys(("printed", "hedge", "direction", "note"))
    return {**one.row, **empty, "flow": flow, "economy": pair[0], "partner": pair[1]}


def _left(asked: Asked, known: systems.Rates) -> Interval | None:
    """What the others leave the quantity; None where they cannot hold, or say nothing of it."""
    free = replace(asked.target, allowed=FREE)
    whole = systems.system([free, *asked.others], known)
    ids = [other.value_id for other in asked.others]
    try:
        return attainable(whole.rows(ids), whole.quantities[free.value_id])
    except TooManyError:
        return None


def _row(asked: Asked, left: Interval) -> tuple[object, ...]:
    one, row = asked.target, asked.target.row
    growth = row["measure"] == "growth"
    shown, own = (_in_unit(interval, growth) for interval in (left, one.allowed))
    return (
        one.value_id or None, row["source_id"], one.record.name,
        "firm" if one.record.stated else "conditional", row["measure"], row["flow"],
        row["economy"], row["partner"], row["period_start"], row["period_end"],
        "percent" if growth else one.currency.code, float(shown.lower), float(shown.upper),
        left.lower_closed, left.upper_closed, words.label(row) if asked.told else None,
        float(own.lower) if asked.told else None, float(own.upper) if asked.told else None,
        _compares(asked, left), tuple(other.value_id for other in asked.others),
        _sentence(asked, left),
    )  # fmt: skip


def _in_unit(interval: Interval, growth: bool) -> Interval:
    if not growth:
        return interval
    return statements.shifted(interval, Fraction(-1)).scaled(100)


def _compares(asked: Asked, left: Interval) -> str:
    own = asked.target.allowed
    if not asked.told:
        return "unprinted"
    if not isinstance(asked.target.row["printed"], str):
        return "words"
    if own.upper < left.lower or own.lower > left.upper:
        return "outside"
    return "within" if left.covers(own) else "tighter"


def _sentence(asked: Asked, left: Interval) -> str:
    """What the other numbers of the source imply, beside what it prints."""
    one = asked.target
    source = words.who({**one.row, "speaker": one.row["publisher"]})
    subject = f"{words.subject(one)} {words.when(one)}"
    what = f"the growth of {subject}" if one.row["measure"] == "growth" else subject
    opening = f"The other numbers of {source} imply {what}: {words.span(one, left)}"
    return f"{opening}; {_beside(asked)}."


def _beside(asked: Asked) -> str:
    row: Mapping[Any, Any] = asked.target.row
    if not asked.told:
        return "it prints none"
    if isinstance(row["printed"], str):
        return f"it prints {words.label(row)}"
    note = row["note"] if isinstance(row["note"], str) else "in words only"
    return f"it prints no number ({note})"
