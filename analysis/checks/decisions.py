"""The verdict on each value: the wide table of all cases, and edges decided exactly."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.checks.cases import Case
from analysis.checks.columns import MISSED, UNKNOWN, Flags, Formula, Wide
from analysis.checks.ratios import summary
from analysis.definitions import Level


@dataclass(frozen=True)
class Decision:
    """The verdict (a place in VERDICTS), the definition behind it (-1: none), and what it rests on.

    `miss` is in the unit of the value; `tried` counts the definitions that could be computed.
    """

    verdict: int
    best: int
    miss: float
    tried: int


def decisions(cases: Sequence[Case]) -> list[Decision]:
    """The decision on each case, from floats where they can tell and exactly near an edge."""
    if not cases:
        return []
    found = summary(*wide(cases))
    return [
        _exact(case) if found.near[place] else Decision(
            int(found.verdict[place]), int(found.best[place]),
            float(found.miss[place]) * (case.asked.factor if case.asked else 1),
            int(found.tried[place]),
        )
        for place, case in enumerate(cases)
    ]  # fmt: skip


def _exact(case: Case) -> Decision:
    """The decision from the printed numbers: the best primary definition, the nearest of misses."""
    judged = case.judged
    decides = [
        (one.verdict, one.misses_by, place)
        for place, (one, definition) in enumerate(zip(judged, case.definitions, strict=True))
        if one is not None and definition.primary
    ]
    tried = sum(one is not None for one in judged)
    if not decides:
        return Decision(UNKNOWN, -1, math.nan, tried)
    verdict, miss, best = min(decides)
    unknown = verdict == MISSED and bool(case.lacking())
    return Decision(UNKNOWN if unknown else verdict, best, float(miss), tried)


def wide(cases: Sequence[Case]) -> tuple[Wide, list[Formula], Flags]:
    """The cases as a wide table: two columns a definition, its level and its base.

    Formulas and flags of the primary definitions, one a definition and case, go with it. A case
    with fewer definitions than others has missing columns.
    """
    most = max(1, *(len(case.definitions) for case in cases))
    levels = np.full((3, 2 * most, len(cases)), np.nan)
    primary = np.zeros((most, len(cases)), np.bool_)
    for place, case in enumerate(cases):
        for number, one in enumerate(case.definitions):
            primary[number, place] = one.primary
            levels[:, 2 * number, place] = _columns(one.level)
            levels[:, 2 * number + 1, place] = _columns(one.base)
    formulas = [Formula(((2 * n, 1.0),), ((2 * n + 1, 1.0),)) for n in range(most)]
    bounds = np.array([_bounds(case) for case in cases]).T
    hedged = np.array([case.asked is not None and case.asked.hedged for case in cases])
    lower, upper, plain_lower, plain_upper = bounds
    table = Wide(levels[0], levels[1], levels[2], lower, upper, plain_lower, plain_upper, hedged)
    return table, formulas, primary


def _columns(level: Level | None) -> tuple[float, float, float]:
    """A level and how far the true one may be below and above it."""
    if level is None:
        return math.nan, math.nan, math.nan
    return (
        float(level.central), float(level.central - level.low), float(level.high - level.central)
    )  # fmt: skip


def _bounds(case: Case) -> list[float]:
    """The bounds of the reading and of plain rounding, as ratios; missing where there are none."""
    if case.asked is None:
        return [math.nan] * 4
    ends = (end for one in (case.asked.reading, case.asked.plain) for end in (one.lower, one.upper))
    return [float(case.asked.ratio(end)) for end in ends]
