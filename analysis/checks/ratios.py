"""Many values against many definitions at once: NumPy over a wide table, in blocks.

A row of the wide table is a value, its levels stand in columns; a formula says which columns make
a definition. The cost grows with values times definitions, whatever the size of the statistics
that the levels came from; blocks run in threads and keep memory to the table and its summary.

Floats decide only what is not near an edge: wherever a primary ratio is within 1e-12 of a bound,
`near` says so, and the caller decides from the printed numbers (`exact`).
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.checks.columns import (
    HEDGED,
    MISSED,
    NOTHING,
    REPRODUCED,
    ROUNDED,
    UNKNOWN,
    Ends,
    Flags,
    Floats,
    Formula,
    Summary,
    Terms,
    Wide,
)  # fmt: skip

#: Floats are off by some 1e-16 an operation; nearer to an edge than this they decide nothing.
EDGE = 1e-12
#: Values in a block: enough that threads seldom wait for each other, few enough for the cache.
BLOCK = 65536
#: Ratios that a count of eight bits can hold.
MOST = 255
Factors = tuple[int | None, ...]
Edges = list[tuple[Floats, Floats]]
#: Two formulas' ratio, level by base, and the factors under which it is asked for.
Group = tuple[tuple[Terms, Terms], Factors]


def summary(wide: Wide, formulas: Sequence[Formula], primary: Flags) -> Summary:
    """The verdict on each value and what it rests on.

    `primary` says which formulas decide: one flag a formula, or one a formula and value.
    The best primary formula is the verdict; a miss needs every primary formula computed.
    """
    values = wide.levels.shape[1]
    found = _empty(values)
    flags = np.broadcast_to(primary.reshape(len(formulas), -1), (len(formulas), values))
    starts = range(0, values, BLOCK)
    workers = min(os.cpu_count() or 1, max(1, len(starts)))

    def work(worker: int) -> None:
        desk = _Desk(formulas, min(values, BLOCK))
        for start in starts[worker::workers]:
            _fill(wide, formulas, flags, found, start, desk)

    with ThreadPoolExecutor(workers) as threads:
        list(threads.map(work, range(workers)))
    return found


def _empty(values: int) -> Summary:
    def whole() -> NDArray[np.int16]:
        return np.zeros(values, np.int16)

    return Summary(
        np.full(values, UNKNOWN, np.int8), np.full(values, -1, np.int16), np.full(values, np.nan),
        whole(), whole(), whole(), np.zeros(values, np.bool_),
    )  # fmt: skip


def _fill(
    wide: Wide,
    formulas: Sequence[Formula],
    primary: Flags,
    found: Summary,
    start: int,
    desk: _Desk,
) -> None:
    """Summarise one block of values into its place."""
    rows = slice(start, start + BLOCK)
    block = _part(wide, rows)
    out = Summary(*(array[rows] for array in vars(found).values()))
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        desk.count(block, out)
        edges = _edges(block)
        for number in np.flatnonzero(primary[:, rows].any(axis=1)).tolist():
            _decide(block, formulas[number], primary[number, rows], number, out, edges)
    out.verdict[(out.verdict == MISSED) & (out.lacking > 0)] = UNKNOWN


def _part(wide: Wide, rows: slice) -> Wide:
    """The values of a block; widths that are the same for all stay as they are."""
    parts = (array if array.shape[-1] == 1 else array[..., rows] for array in vars(wide).values())
    return Wide(*parts)


class _Desk:
    """Room to work through blocks, one after the other, without asking for memory again.

    Definitions that differ in their factor alone share a ratio, and ratios share sums of columns.
    """

    def __init__(self, formulas: Sequence[Formula], size: int) -> None:
        self.groups: list[Group] = [
            (pair, tuple(formula.factor for formula in group))
            for pair, group in groupby(formulas, key=lambda f: (f.level, f.base))
        ]
        self.levels = dict.fromkeys(level for (level, _), _ in self.groups)
        self.bases = dict.fromkeys(base for (_, base), _ in self.groups)
        self.room = np.empty((len(self.levels) + len(self.bases), 2, size))
        self.ratio = np.empty((2, size))
        most = max(len(factors) for _, factors in self.groups)
        self.flags = np.empty((2, most, size), np.bool_)
        self.other = np.empty((most, size), np.bool_)
        self.counts = np.empty((2, most, size), np.uint8)

    def count(self, block: Wide, out: Summary) -> None:
        """Count the definitions computed, and those that meet."""
        size = len(out.verdict)
        sums = self._sums(block, size)
        reaches = {f: _reach(block, f, size) for f in {f for _, f in self.groups}}
        for first in range(0, len(self.groups), MOST):
            self.counts[:] = 0
            for (level, base), factors in self.groups[first : first + MOST]:
                self._compare(sums[0, level], sums[1, base], reaches[factors], size)
            for tried, fits in self.counts[..., :size].swapaxes(0, 1):
                out.tried[:] += tried
                out.fits[:] += fits

    def _sums(self, block: Wide, size: int) -> dict[tuple[int, Terms], Floats]:
        """Low and high of every level (0) and base (1); a base that may be 0 is missing."""
        keys = [(part, terms) for part in (0, 1) for terms in (self.levels, self.bases)[part]]
        sums = {key: room[:, :size] for key, room in zip(keys, self.room, strict=True)}
        for (part, terms), (low, high) in sums.items():
            _sum_at(block, terms, self.ratio[0, :size], low, high)
            if part == 1:
                low[low <= 0] = np.nan
        return sums

    def _compare(self, level: Floats, base: Floats, reach: _Reach, size: int) -> None:
        """Add what one ratio makes of the bounds under each of its factors."""
        low, high = self.ratio[:, :size]
        np.divide(level[0], base[1], out=low)
        np.divide(level[1], base[0], out=high)
        some = len(reach.known)
        flags, other = self.flags[:, :some, :size], self.other[:some, :size]
        np.logical_and(reach.known, np.isfinite(high), out=flags[0])
        np.greater_equal(high, reach.lower, out=flags[1])
        flags[1] &= np.less_equal(low, reach.upper, out=other)
        self.counts[:, :some, :size] += flags.view(np.uint8)


class _Reach(NamedTuple):
    """What a ratio has to reach under each factor, and where that is known."""

    lower: Floats
    upper: Floats
    known: Flags


def _reach(block: Wide, factors: Factors, size: int) -> _Reach:
    """The bounds of the reading times each factor."""
    lower, upper = np.empty((2, len(factors), size))
    for place, column in enumerate(factors):
        factor = _factor(block, column)
        np.multiply(block.lower, factor.low, out=lower[place])
        np.multiply(block.upper, factor.high, out=upper[place])
    return _Reach(lower, upper, ~np.isnan(lower))


def _edge(bound: Floats) -> Floats:
    """How near to a bound is too near for floats; an open side has no edge."""
    return np.where(np.isinf(bound), 0.0, EDGE * np.maximum(np.abs(bound), 1.0))


def _factor(block: Wide, column: int | None) -> Ends:
    """What the base is multiplied by."""
    return NOTHING if column is None else _sum(block, ((column, 1.0),))


def _sum(block: Wide, terms: Terms) -> Ends:
    """A sum of columns, its rounding added; of none, exactly 1."""
    central, low, high = np.empty((3, block.levels.shape[-1]))
    _sum_at(block, terms, central, low, high)
    return Ends(low, central, high)


def _sum_at(block: Wide, terms: Terms, central: Floats, low: Floats, high: Floats) -> None:
    """The same into arrays at hand."""
    if not terms:
        central[:] = low[:] = high[:] = 1.0
        return
    _weighed(block.levels, terms, central)
    below, above = (
        _weighed(width, terms, np.empty(width.shape[-1])) for width in (block.below, block.above)
    )
    np.subtract(central, below, out=low)
    np.add(central, above, out=high)


def _weighed(columns: Floats, terms: Terms, total: Floats) -> Floats:
    (column, weight), *more = terms
    np.multiply(columns[column], weight, out=total)
    for column, weight in more:
        total += columns[column] if weight == 1.0 else columns[column] * weight
    return total


def _decide(
    block: Wide, formula: Formula, primary: Flags, number: int, out: Summary, edges: Edges
) -> None:
    """Let a primary formula improve the verdict of the values that it decides."""
    ratio = _ratio(block, formula)
    found = _classes(block, ratio)
    gap = np.maximum(block.lower - ratio.high, ratio.low - block.upper)
    miss = np.where(found == MISSED, gap, 0.0)
    closer = (found == out.verdict) & ~(miss >= out.miss)
    better = primary & ((found < out.verdict) | closer) & (found != UNKNOWN)
    np.copyto(out.verdict, found, where=better)
    np.copyto(out.best, number, where=better)
    np.copyto(out.miss, miss, where=better)
    out.near[:] |= primary & _near(ratio, edges)
    out.lacking[:] += primary & (found == UNKNOWN)


def _ratio(block: Wide, formula: Formula) -> Ends:
    """Level by base and factor; missing where the base may be 0."""
    level, base = _sum(block, formula.level), _sum(block, formula.base)
    base = base._replace(low=np.where(base.low > 0, base.low, np.nan))
    if formula.factor is not None:
        factor = _factor(block, formula.factor)
        base = Ends(*(one * two for one, two in zip(base, factor, strict=True)))
    return Ends(level.low / base.high, level.central / base.central, level.high / base.low)


def _classes(block: Wide, ratio: Ends) -> NDArray[np.int8]:
    """The verdict of one ratio on each value, as far as floats can tell.

    In the order of the design: s in C and in C0, s in C, S meets C and C0, S meets C.
    """
    reading, plain = (block.lower, block.upper), (block.plain_lower, block.plain_upper)
    inside, inside_plain = (
        (ratio.central >= low) & (ratio.central <= high) for low, high in (reading, plain)
    )
    meets, meets_plain = (
        (ratio.high >= low) & (ratio.low <= high) for low, high in (reading, plain)
    )
    found = np.where(meets, np.where(meets_plain, ROUNDED, HEDGED), MISSED).astype(np.int8)
    np.copyto(found, np.where(block.hedged, HEDGED, ROUNDED), where=inside, casting="unsafe")
    found[inside & inside_plain] = REPRODUCED
    found[np.isnan(ratio.high) | np.isnan(block.lower)] = UNKNOWN
    return found


def _edges(block: Wide) -> Edges:
    """The bounds of reading and rounding, lower and upper in turn, each with its edge."""
    bounds = (block.lower, block.upper, block.plain_lower, block.plain_upper)
    return [(bound, _edge(bound)) for bound in bounds]


def _near(ratio: Ends, edges: Edges) -> Flags:
    """Where an end or the middle of a ratio is too near to a bound that it is compared with."""
    near = np.zeros(ratio.high.shape, np.bool_)
    for number, (bound, edge) in enumerate(edges):
        for end in (ratio.low if number % 2 else ratio.high, ratio.central):
            near |= np.abs(end - bound) <= edge
    return near
