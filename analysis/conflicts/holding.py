"""For each conflict one printed number, what it allows, and what the other numbers leave it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

import pandas as pd

from analysis.conflicts import words
from analysis.conflicts.amounts import Trade
from analysis.conflicts.statements import RATIOS, Statement
from analysis.conflicts.tiers import Conflict
from analysis.readings import Interval

COLUMNS = (
    "conflict_id", "value_id", "lower", "upper", "left_lower", "left_upper", "below", "gap",
    "implied",
)  # fmt: skip


def bounds(conflicts: Iterable[tuple[str, str, Conflict]]) -> pd.DataFrame:
    """A row a conflict: the number that the others are held against, and both ranges.

    Takes id, form and conflict of each. Columns: conflict_id, value_id, lower and upper (what the
    printed number allows), left_lower and left_upper (what the other numbers leave), both in the
    unit of the number (percent, or single units of a currency or count), infinite where open; below
    (whether the printed range lies below the other), gap (between them; 0 where they touch at an
    end that does not count), implied (the end that faces the printed range, in words). Conflicts
    for which no range could be found are left out.
    """
    rows = []
    for conflict_id, form, found in conflicts:
        one = held(found.statements, found.left, form)
        if one is not None:
            rows.append((conflict_id, *_row(one, found.left[one.value_id])))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def record(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as a JSON-ready dict without the conflict; an open end is null."""
    return {
        key: None if isinstance(cell, float) and not math.isfinite(cell) else cell
        for key, cell in row.items()
        if key != "conflict_id"
    }


def held(
    statements: tuple[Statement, ...], left: Mapping[str, Interval], form: str
) -> Statement | None:
    """The statement that the others are held against: a total, of the latest time.

    Of a total and its parts its growth, else its level; as in the sentence of the conflict.
    """
    preferred = "growth" if form == "parts_and_total" else "level"

    def weight(one: Statement) -> tuple[bool, int, bool, str]:
        trade = isinstance(one.amount, Trade)
        end = one.amount.end if isinstance(one.amount, Trade) else one.amount.last
        total = trade and one.row["flow"] == "turnover"
        return total, end, one.row["measure"] == preferred, one.value_id

    return max((one for one in statements if one.value_id in left), key=weight, default=None)


def _row(one: Statement, left: Interval) -> tuple[object, ...]:
    own = one.allowed
    below = own.upper <= left.lower
    facing = (left.lower, left.lower_closed) if below else (left.upper, left.upper_closed)
    touching = facing[0] == (own.upper if below else own.lower)
    implied = words.limit(
        one,
        facing[0],
        closed=facing[1],
        upper=not below,
        beside=Interval(facing[0], facing[0], True, True) if touching else own,
    )
    ends = (own.lower, own.upper, left.lower, left.upper)
    lower, upper, left_lower, left_upper = (_in_unit(one, end) for end in ends)
    gap = left_lower - upper if below else lower - left_upper
    cells = (lower, upper, left_lower, left_upper)
    return one.value_id, *map(float, cells), below, float(gap), implied


def _in_unit(one: Statement, end: Fraction | float) -> Any:
    """An end in the unit in which the number is printed: a ratio of 1.17 is 17 percent more."""
    factor, offset = RATIOS.get((one.row["measure"], one.row["unit"]), (1, 0))
    return end if math.isinf(end) else (end - offset) / factor
