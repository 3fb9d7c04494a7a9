"""The axis of a panel: limits, a light grid, round numbers or years, the unit at its end."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from analysis.charts import words
from analysis.charts.days import first_days
from analysis.charts.panels import Arranged, Scale
from analysis.charts.pen import Pen
from analysis.charts.style import FAINT, GREY, GRID

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: A plot higher than this repeats its numbers at the top.
TALL = 330.0


def room(arranged: Arranged, above: bool) -> float:
    """The height that the numbers of the axis take above or below the plot."""
    line = arranged.sizes.line(arranged.sizes.small)
    if above:
        return line + 3 if arranged.height > TALL else 0.0
    return line + 3 + (line if arranged.panel.unit else 0.0)


def bare(ax: Axes) -> None:
    """Takes frame and y axis from the Axes."""
    for spine in ax.spines.values():
        spine.set_visible(False)
    ax.set_yticks([])
    ax.patch.set_visible(False)


def draw(ax: Axes, arranged: Arranged, pen: Pen) -> None:
    """Sets the limits of the Axes and draws its grid, its numbers and its unit."""
    scale, height = arranged.scale, max(arranged.height, 1.0)
    bare(ax)
    ax.set_xlim(scale.low, scale.high)
    ax.set_ylim(height, 0.0)
    places, labels = (_years if arranged.panel.time else _ticks)(arranged)
    ax.set_xticks([])
    lines_x = [x for place in places for x in (place, place, math.nan)]
    lines_y = [y for _ in places for y in (0.0, height, math.nan)]
    pen.trace(lines_x, lines_y, ax.transData, colour=GRID, linewidth=0.8)
    if arranged.panel.zero and scale.low <= 0 <= scale.high:
        pen.trace([0.0, 0.0], [0.0, height], ax.transData, colour=FAINT, linewidth=0.9)
    _numbers(arranged, pen, labels)
    size = arranged.sizes.small
    unit = words.cut(arranged.panel.unit, size, scale.room + arranged.left)
    ax.set_xlabel(
        words.legible(unit), loc="right", parse_math=False, fontproperties=words.font(size),
        color=GREY, labelpad=3 + arranged.sizes.line(size),
    )  # fmt: skip


def _numbers(arranged: Arranged, pen: Pen, labels: list[tuple[float, str]]) -> None:
    size, line = arranged.sizes.small, arranged.sizes.line(arranged.sizes.small)
    edges = [(pen.bottom, 3 + line / 2)]
    if room(arranged, above=True):
        edges.append((pen.top, -3 - line / 2))
    for where, y in edges:
        for x, text in labels:
            pen.write(x, y, text, size, where, colour=GREY, align="center")


def _ticks(arranged: Arranged) -> tuple[list[float], list[tuple[float, str]]]:
    """Round values along the axis, and the words at those whose words have room."""
    scale, size = arranged.scale, arranged.sizes.small
    values = round_values(scale, most=8)
    edges = (-arranged.left, scale.room)
    return values, apart(values, scale, edges, size, signed=arranged.panel.signed)


def apart(
    values: list[float], scale: Scale, edges: tuple[float, float], size: float, *, signed: bool
) -> list[tuple[float, str]]:
    """The places and the words of values between two edges, as many as keep apart; zero stays."""
    found = []
    for value in values:
        text = tick(value, signed)
        half = words.width(text, size) / 2
        found.append((min(max(scale.to(value), edges[0] + half), edges[1] - half), text, half))
    first = values.index(0.0) if 0.0 in values else 0
    for step in range(1, len(found)):
        kept = found[first % step :: step]
        if all(x + a + 3 <= y - b for (x, _, a), (y, _, b) in pairwise(kept)):
            return [(x, text) for x, text, _ in kept]
    return [(x, text) for x, text, _ in found[first : first + 1]]


def round_values(scale: Scale, most: int) -> list[float]:
    """Round values on a scale, so many at most and not closer than their words need."""
    from matplotlib.ticker import MaxNLocator

    bins = min(max(int(scale.room // 34), 2), most)
    locator = MaxNLocator(nbins=bins, steps=[1, 2, 2.5, 5, 10])
    found = locator.tick_values(scale.low, scale.high)
    return [float(x) for x in found if scale.low <= x <= scale.high]


def tick(value: float, signed: bool) -> str:
    """A value at the axis in words."""
    text = f"{value:+,.10g}" if signed and value else f"{value + 0:,.10g}"
    return text.replace("-", "−")


def _years(arranged: Arranged) -> tuple[list[float], list[tuple[float, str]]]:
    """The first days of the years, in days, and each year's number in the middle of it."""
    starts = first_days(arranged.scale.low, arranged.scale.high)
    size, scale = arranged.sizes.small, arranged.scale
    inside = [(day, year) for day, year in starts if scale.low <= day <= scale.high]
    middles = []
    for day, year in starts:
        low, high = max(day, scale.low), min(day + 365, scale.high)
        if scale.to(high) - scale.to(low) >= words.width(str(year), size) + 4:
            middles.append((scale.to((low + high) / 2), str(year)))
    return [day for day, _ in inside], middles
