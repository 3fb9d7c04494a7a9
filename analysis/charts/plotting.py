"""Arranged rows onto an Axes: axis, marks, labels, the strip of time, the links of repeats."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from analysis.charts import axis, marks, words
from analysis.charts.annotations import Arranger, Body
from analysis.charts.arranging import arrange
from analysis.charts.days import first_days
from analysis.charts.panels import (
    BESIDE,
    GUTTER,
    STRIP,
    Arranged,
    Panel,
    Placed,
    circle,
    head_lines,
)
from analysis.charts.pen import Pen
from analysis.charts.spreading import fitting
from analysis.charts.style import FAINT, GREY, INK, LEADER, PAPER, Sizes

if TYPE_CHECKING:
    from matplotlib.axes import Axes


class Plot:
    """The body of a row chart: one panel on the Axes itself, several on Axes set into it."""

    def __init__(
        self, panels: Sequence[Panel], room: float, sizes: Sizes, thin: bool = False
    ) -> None:
        self.panels = arrange(panels, room, sizes, thin)
        self.thin = any(panel.thin for panel in self.panels)
        self.left = self.panels[0].left
        self.above = axis.room(self.panels[0], above=True) + self._heading(self.panels[0])
        self.below = axis.room(self.panels[-1], above=False)
        self.height = self._tops()[-1] + self.panels[-1].height

    def draw(self, ax: Axes) -> None:
        """Draws every panel in its share of the Axes."""
        if len(self.panels) == 1:
            plot(ax, self.panels[0])
            return
        axis.bare(ax)
        ax.set_xticks([])
        for top, panel in zip(self._tops(), self.panels, strict=True):
            low = 1 - (top + panel.height) / self.height
            inset = ax.inset_axes(
                (0, low, 1, panel.height / self.height), label=panel.panel.heading
            )
            plot(inset, panel)
            pen = Pen(inset, panel.sizes)
            up = axis.room(panel, above=True) + self._heading(panel) / 2
            pen.write(-panel.left, -up, panel.panel.heading, panel.sizes.text, pen.top, bold=True)

    def _heading(self, panel: Arranged) -> float:
        return panel.sizes.line(panel.sizes.text) + 4 if panel.panel.heading else 0.0

    def _tops(self) -> list[float]:
        """Where each panel begins, with the axis of the one before and its own heading between."""
        tops = [0.0]
        for before, after in pairwise(self.panels):
            between = axis.room(before, above=False) + axis.room(after, above=True)
            tops.append(tops[-1] + before.height + between + self._heading(after) + 8)
        return tops


def rows_or_words(panels: Sequence[Panel], nothing: str) -> Arranger:
    """What arranges the panels for a width, or the words that say that there is no row."""

    def body(room: float, sizes: Sizes, thin: bool) -> Body:
        if not any(panel.rows for panel in panels):
            return Nothing(nothing, room, sizes)
        return Plot(panels, room, sizes, thin)

    return body


class Nothing:
    """The body of a chart without rows: it says so in words."""

    left = above = below = 0.0
    thin = False

    def __init__(self, text: str, room: float, sizes: Sizes) -> None:
        self.lines = words.wrap(text, sizes.text, room - 8)
        self.sizes = sizes
        self.height = (len(self.lines) + 1) * sizes.line(sizes.text)

    def draw(self, ax: Axes) -> None:
        """Writes the words on the empty Axes."""
        axis.bare(ax)
        ax.set_xticks([])
        pen = Pen(ax, self.sizes)
        for index, line in enumerate(self.lines, start=1):
            y = index * self.sizes.line(self.sizes.text)
            pen.write(0.0, y, line, self.sizes.text, pen.top, colour=GREY)


def plot(ax: Axes, arranged: Arranged) -> None:
    """Draws the panel on the Axes, whose data are values along x and points down along y."""
    pen = Pen(ax, arranged.sizes)
    axis.draw(ax, arranged, pen)
    _clearing(arranged, pen)
    for placed in arranged.rows:
        if placed.row.track:
            at = [mark.at for mark in placed.row.marks]
            pen.trace([min(at), max(at)], [placed.y] * 2, ax.transData, colour=FAINT)
        for mark in placed.row.marks:
            marks.draw(ax, mark, placed.y, arranged.scale.point, 0.6 if arranged.thin else 1.0)
    if arranged.strip is not None:
        _strip(arranged, pen)
    _heads(arranged, pen)
    if not arranged.thin:
        _links(arranged, pen)
        for placed in arranged.rows:
            _texts(placed, arranged, pen)


def _clearing(arranged: Arranged, pen: Pen) -> None:
    """White behind every text that stands in the plot, so that no line of the grid crosses it."""
    if arranged.thin:
        return
    size, line = arranged.sizes.text, arranged.sizes.line(arranged.sizes.text)
    inset = arranged.scale.inset
    xs: list[float] = []
    ys: list[float] = []
    for placed in arranged.rows:
        x, y = placed.text_at
        texts = [(x, y + n * line, text) for n, text in enumerate(placed.text)]
        if not arranged.sizes.beside:
            texts += [(inset, y, text) for y, text in placed.label]
            texts.append((inset, placed.head_y, placed.head))
        for x, y, text in texts:
            if text:
                wide = words.width(text, size, bold=text == placed.head)
                xs += [x - 1, x + wide + 1, math.nan]
                ys += [y, y, math.nan]
    pen.trace(xs, ys, colour=PAPER, linewidth=line)


def _texts(placed: Placed, arranged: Arranged, pen: Pen) -> None:
    """The label and the number in words of one row."""
    sizes, row = arranged.sizes, placed.row
    x = _label_x(arranged)
    for y, text in placed.label:
        pen.write(x, y, text, sizes.label, colour=FAINT if row.minor else INK)
    colour = row.marks[0].colour if row.marks else GREY
    x, y = placed.text_at
    for index, text in enumerate(placed.text):
        y = placed.text_at[1] + index * sizes.line(sizes.text)
        pen.write(x, y, text, sizes.text, colour=colour, url=row.url)
    x += words.width(placed.text[-1], sizes.text) + 3 + circle(sizes) / 2
    for number in row.numbers:
        pen.circled(x, y, number, row.url)
        x += circle(sizes) + 2


def _label_x(arranged: Arranged) -> float:
    if not arranged.sizes.beside:
        return arranged.scale.inset
    strip = STRIP if arranged.strip else 0.0
    return -arranged.left + strip + arranged.group_width


def _heads(arranged: Arranged, pen: Pen) -> None:
    """The labels of the groups, in two lines where they have two rows; if thin, those that fit."""
    size, line = arranged.sizes.text, arranged.sizes.line(arranged.sizes.text)
    heads = [placed for placed in arranged.rows if placed.head]
    kept = fitting([p.head_y for p in heads], line) if arranged.thin else range(len(heads))
    beside = arranged.sizes.beside or arranged.thin
    x = -arranged.left + (STRIP if arranged.strip else 0.0) if beside else arranged.scale.inset
    room = arranged.group_width - BESIDE if beside else arranged.scale.room
    two = beside and not arranged.thin
    for index in kept:
        placed = heads[index]
        lines = head_lines(placed.head, room, arranged.sizes) if two else [
            words.cut(placed.head, size, room, bold=True)
        ]  # fmt: skip
        for number, text in enumerate(lines):
            pen.write(x, placed.head_y + number * line, text, size, bold=True)


def _strip(arranged: Arranged, pen: Pen) -> None:
    """Time to scale at the left: its years, a dot a row, and a thin line from there to the row."""
    assert arranged.strip is not None
    first, last = arranged.strip
    per_day = arranged.height / max(last - first, 1.0)
    x, size = -arranged.left + 25.0, arranged.sizes.small
    pen.trace([x, x], [0.0, arranged.height], colour=FAINT, linewidth=1.0)
    years = [(day, year) for day, year in first_days(first, last) if first <= day <= last]
    kept = fitting([(day - first) * per_day for day, _ in years], size * 1.6)
    for day, year in (years[index] for index in kept):
        y = (day - first) * per_day
        pen.trace([x - 3, x], [y, y], colour=FAINT, linewidth=1.0)
        pen.write(-arranged.left - 1, y, str(year), min(size, 8.0), colour=GREY)
    xs: list[float] = []
    ys: list[float] = []
    for placed in arranged.rows:
        y = (placed.row.place - first) * per_day
        xs += [x, x + 4, -arranged.left + STRIP - 4, math.nan]
        ys += [y, y, placed.first_y, math.nan]
    pen.trace(xs, ys, colour=LEADER, linewidth=0.8)


def _links(arranged: Arranged, pen: Pen) -> None:
    """A thin bracket left of the plot from each repeating row to the row whose state it repeats."""
    at = {mark.id: placed for placed in arranged.rows for mark in placed.row.marks}
    pairs = [(p, at[p.row.repeats]) for p in arranged.rows if p.row.repeats in at]
    for lane, (late, early) in enumerate(pairs):
        x = -GUTTER + 3 + (lane * 2.5) % (GUTTER - 5)
        pen.trace([-1, x, x, -1], [late.y, late.y, early.y, early.y], colour=FAINT, linewidth=0.9)
