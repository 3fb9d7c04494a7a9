"""Many values against many definitions at once: NumPy over a wide table, in blocks.

A row of the wide table is a value, its levels stand in columns; a formula says which columns make
a definition. The cost grows with values times definitions, whatever the size of the statistics
that the levels came from; blocks run in threads and keep memory to the table and its summary.

Floats decide only what is not near an edge: wherever a ratio is within 1e-12 of a bound, `near`
says so, and the caller decides from the printed numbers (`exact`).
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

VERDICTS = (
    "reproduced",
    "reproduced_with_rounding",
    "reproduced_with_hedge",
    "not_reproduced",
    "cannot_be_checked",
)
REPRODUCED, ROUNDED, HEDGED, MISSED, UNKNOWN = range(5)
#: Floats are off by some 1e-16 an operation; nearer to an edge than this they decide nothing.
EDGE = 1e-12
#: Values in a block: its columns stay in the cache of one core.
BLOCK = 8192
#: Definitions that a count of eight bits can hold.
MOST = 255

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Terms = tuple[tuple[int, float], ...]


class Ends(NamedTuple):
    """Low, central and high of numbers with their own rounding."""

    low: Floats
    central: Floats
    high: Floats


NOTHING = Ends(np.ones(1), np.ones(1), np.ones(1))


@dataclass(frozen=True)
class Formula:
    """A definition over columns: the sum of `level` by that of `base`, times `factor`.

    Terms are (column, weight above 0). No base: the level alone, which may be below 0 then.
    `factor` is the column of what the base is multiplied by, such as this year's exchange rate
    over last year's.
    """

    level: Terms
    base: Terms = ()
    factor: int | None = None


@dataclass(frozen=True)
class Wide:
    """The wide table: an array a column, an element a value.

    `levels` has a row for each column (missing: NaN); `below` and `above` say how far a true level
    may be under and over it, and broadcast to it. Bounds are on the ratio of level and base (16.5
    percent of growth is 1.165), infinite where open, NaN where the value bounds nothing: `lower`
    and `upper` under the reading, `plain_lower` and `plain_upper` by rounding alone. `hedged` says
    where the value has a hedge.
    """

    levels: Floats
    below: Floats
    above: Floats
    lower: Floats
    upper: Floats
    plain_lower: Floats
    plain_upper: Floats
    hedged: Flags


@dataclass(frozen=True)
class Summary:
    """An element a value.

    verdict (a place in VERDICTS), best (the formula behind it, -1 where none could be computed),
    miss (how far the nearest primary ratio stays from the bounds, 0 where one meets, NaN where none
    could be computed), tried and fits (definitions computed, and those that meet), lacking (primary
    ones not computed), near (decided by less than floats can tell: decide it exactly).
    """

    verdict: NDArray[np.int8]
    best: NDArray[np.int16]
    miss: Floats
    tried: NDArray[np.int16]
    fits: NDArray[np.int16]
    lacking: NDArray[np.int16]
    near: Flags


def summary(wide: Wide, formulas: Sequence[Formula], primary: Flags) -> Summary:
    """The verdict on each value and what it rests on.

    `primary` says which formulas decide: one flag a formula, or one a formula and value.
    The best primary formula is the verdict; a miss needs every primary formula computed.
    """
    values = wide.levels.shape[1]
    found = _empty(values)
    flags = np.broadcast_to(primary.reshape(len(formulas), -1), (len(formulas), values))
    starts = range(0, values, BLOCK)
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        list(threads.map(lambda start: _fill(wide, formulas, flags, found, start), starts))
    return found


def _empty(values: int) -> Summary:
    def whole() -> NDArray[np.int16]:
        return np.zeros(values, np.int16)

    return Summary(
        np.full(values, UNKNOWN, np.int8), np.full(values, -1, np.int16), np.full(values, np.nan),
        whole(), whole(), whole(), np.zeros(values, np.bool_),
    )  # fmt: skip


def _fill(
    wide: Wide, formulas: Sequence[Formula], primary: Flags, found: Summary, start: int
) -> None:
    """Summarise one block of values into its place."""
    rows = slice(start, start + BLOCK)
    block = _part(wide, rows)
    out = Summary(*(array[rows] for array in vars(found).values()))
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        for first in range(0, len(formulas), MOST):
            _count(block, formulas[first : first + MOST], out)
        for number in np.flatnonzero(primary[:, rows].any(axis=1)).tolist():
            _decide(block, formulas[number], primary[number, rows], number, out)
    out.verdict[(out.verdict == MISSED) & (out.lacking > 0)] = UNKNOWN


def _part(wide: Wide, rows: slice) -> Wide:
    """The values of a block; widths that are the same for all stay as they are."""
    parts = (array if array.shape[-1] == 1 else array[..., rows] for array in vars(wide).values())
    return Wide(*parts)


def _count(block: Wide, formulas: Sequence[Formula], out: Summary) -> None:
    """Count the definitions computed, those that meet, and where it is too near to tell.

    Works in place on a few arrays that stay in the cache: definitions that differ only in their
    factor share a ratio, and each is two comparisons with the bounds, a little in and a little out.
    """
    desk = np.empty((5, len(out.verdict)))
    tried, surely, perhaps, flags, other = np.zeros((5, len(out.verdict)), np.uint8)
    reaches = {column: _reach(block, column) for column in {f.factor for f in formulas}}
    for (level, base), group in groupby(formulas, key=lambda f: (f.level, f.base)):
        low, high = _ratio_at(desk, block, level, base)
        known = np.isfinite(high)
        for formula in group:
            reach = reaches[formula.factor]
            tried += known & reach.known
            for bounds, count in ((reach.inner, surely), (reach.outer, perhaps)):
                np.greater_equal(high, bounds[0], out=flags.view(np.bool_))
                np.less_equal(low, bounds[1], out=other.view(np.bool_))
                count += np.bitwise_and(flags, other, out=flags)
    out.tried[:] += tried
    out.fits[:] += surely
    out.near[:] |= surely != perhaps


class _Reach(NamedTuple):
    """What a ratio surely and perhaps has to reach: bounds times factor, moved in and out."""

    inner: tuple[Floats, Floats]
    outer: tuple[Floats, Floats]
    known: Flags


def _reach(block: Wide, column: int | None) -> _Reach:
    factor = NOTHING if column is None else _sum(block, ((column, 1.0),))
    lower, upper = block.lower * factor.low, block.upper * factor.high
    in_low, in_high = _edge(lower), _edge(upper)
    return _Reach(
        (lower + in_low, upper - in_high), (lower - in_low, upper + in_high), ~np.isnan(lower)
    )


def _edge(bound: Floats) -> Floats:
    """How near to a bound is too near for floats; an open side has no edge."""
    return np.where(np.isinf(bound), 0.0, EDGE * np.maximum(np.abs(bound), 1.0))


def _ratio_at(desk: Floats, block: Wide, level: Terms, base: Terms) -> tuple[Floats, Floats]:
    """Both ends of level by base, worked out in the rows of `desk`."""
    central, low, high, base_low, base_high = desk
    _sum_at(central, low, high, block, base)
    base_low[:], base_high[:] = low, high
    base_low[base_low <= 0] = np.nan
    _sum_at(central, low, high, block, level)
    return np.divide(low, base_high, out=low), np.divide(high, base_low, out=high)


def _sum_at(central: Floats, low: Floats, high: Floats, block: Wide, terms: Terms) -> None:
    """A sum of columns and the ends of its rounding, into arrays at hand."""
    below, above = (_weighed(width, terms) for width in (block.below, block.above))
    _weighed(block.levels, terms, central)
    np.subtract(central, below, out=low)
    np.add(central, above, out=high)


def _weighed(columns: Floats, terms: Terms, out: Floats | None = None) -> Floats:
    """A weighed sum of columns; of none, 1 where a level is asked for, else no width."""
    total = np.zeros(columns.shape[-1]) if out is None else out
    total[:] = 0.0 if out is None or terms else 1.0
    for column, weight in terms:
        total += columns[column] if weight == 1.0 else columns[column] * weight
    return total


def _sum(block: Wide, terms: Terms) -> Ends:
    """A sum of columns, its rounding added."""
    central, low, high = np.empty((3, block.levels.shape[1]))
    _sum_at(central, low, high, block, terms)
    return Ends(low, central, high)


def _decide(block: Wide, formula: Formula, primary: Flags, number: int, out: Summary) -> None:
    """Let a primary formula improve the verdict of the values that it decides."""
    ratio = _ratio(block, formula)
    found, near = _classes(block, ratio)
    gap = np.maximum(block.lower - ratio.high, ratio.low - block.upper)
    miss = np.where(found == MISSED, gap, 0.0)
    closer = (found == out.verdict) & ~(miss >= out.miss)
    better = primary & ((found < out.verdict) | closer) & (found != UNKNOWN)
    out.verdict[better], out.best[better] = found[better], number
    out.miss[better] = miss[better]
    out.near[:] |= primary & near
    out.lacking[:] += primary & (found == UNKNOWN)


def _ratio(block: Wide, formula: Formula) -> Ends:
    """Level by base and factor; missing where the base may be 0."""
    level, base = _sum(block, formula.level), _sum(block, formula.base)
    factor = NOTHING if formula.factor is None else _sum(block, ((formula.factor, 1.0),))
    base_low = np.where(base.low > 0, base.low, np.nan)
    return Ends(
        level.low / (base.high * factor.high),
        level.central / (base.central * factor.central),
        level.high / (base_low * factor.low),
    )


def _classes(block: Wide, ratio: Ends) -> tuple[NDArray[np.int8], Flags]:
    """The verdict of one ratio on each value, and where it is near an edge.

    In the order of the design: s in C and in C0, s in C, S meets C and C0, S meets C.
    """
    reading, plain = (block.lower, block.upper), (block.plain_lower, block.plain_upper)
    meets, meets_plain = (_within(ratio.low, ratio.high, bounds) for bounds in (reading, plain))
    inside, inside_plain = (
        _within(ratio.central, ratio.central, bounds) for bounds in (reading, plain)
    )
    found = np.where(
        inside,
        np.where(inside_plain, REPRODUCED, np.where(block.hedged, HEDGED, ROUNDED)),
        np.where(meets, np.where(meets_plain, ROUNDED, HEDGED), MISSED),
    )
    missing = np.isnan(ratio.high) | np.isnan(block.lower)
    near = np.zeros(len(missing), np.bool_)
    for bound in (*reading, *plain):
        edge = _edge(bound)
        for end in ratio:
            near |= np.abs(end - bound) <= edge
    return np.where(missing, UNKNOWN, found).astype(np.int8), near


def _within(low: Floats, high: Floats, bounds: tuple[Floats, Floats]) -> Flags:
    """Whether an interval meets the bounds, as far as floats can tell."""
    return (high >= bounds[0]) & (low <= bounds[1])


def classes(wide: Wide, formula: Formula) -> tuple[NDArray[np.int8], Flags]:
    """The verdict of one formula on each value (a place in VERDICTS), and where it is near an edge.

    UNKNOWN where a level, base or bound is missing.
    """
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        return _classes(wide, _ratio(wide, formula))
