"""Where rows stand: one under the other, or near their place in time without overlap."""

from __future__ import annotations

from itertools import accumulate


def stack(heights: list[float]) -> list[float]:
    """The tops of rows that stand directly under each other."""
    return list(accumulate(heights, initial=0.0))[:-1]


def spread(centres: list[float], heights: list[float], room: float) -> list[float]:
    """The tops of rows as near as possible to the centres wanted, without overlap.

    The centres rise; the sum of squared displacements is least (pool adjacent violators), and
    no row leaves 0 to `room`, which must be at least the sum of the heights.
    """
    before = stack(heights)
    wanted = [c - h / 2 - b for c, h, b in zip(centres, heights, before, strict=True)]
    slack = max(room - sum(heights), 0.0)
    shifts = [min(max(shift, 0.0), slack) for shift in _rising(wanted)]
    return [shift + b for shift, b in zip(shifts, before, strict=True)]


def _rising(numbers: list[float]) -> list[float]:
    """The nearest numbers, in least squares, of which none is below the one before."""
    pools: list[tuple[float, int]] = []
    for number in numbers:
        total, count = number, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            total, count = total + pools[-1][0], count + pools[-1][1]
            pools.pop()
        pools.append((total, count))
    return [total / count for total, count in pools for _ in range(count)]


def fitting(tops: list[float], height: float) -> list[int]:
    """Which of the labels of this height fit without overlap, taken from the first on."""
    kept: list[int] = []
    for index, top in enumerate(tops):
        if not kept or top >= tops[kept[-1]] + height:
            kept.append(index)
    return kept
