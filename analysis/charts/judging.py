"""What the charts of the checks are drawn from, computed when they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables

Arguments = tuple[list["pd.DataFrame"], dict[str, Any]]


def definition_curve(data: Tables, statements: pd.DataFrame, reading: str) -> Arguments:
    """The definitions behind the verdicts, and the sources of their statistics."""
    from analysis import checks

    return [checks.check(data, reading).definitions, statements], {"sources": data.sources}


def conflict_bounds(data: Tables, statements: pd.DataFrame, reading: str) -> Arguments:
    """The conflicts, and the ranges that cannot meet."""
    from analysis import conflicts
    from analysis.charts.bounds import bounds

    found = conflicts.find(data, reading)
    frames = [found.found, statements, bounds(data, found)]
    return frames, {"not_pursued": found.not_pursued}


#: By the name of the chart.
ARGUMENTS: dict[str, Callable[[Tables, pd.DataFrame, str], Arguments]] = {
    "definition_curve": definition_curve,
    "conflict_bounds": conflict_bounds,
}
