"""Two ranges that cannot meet on one axis, a group a conflict, with the gap between them.

All is in points: the label beside the axis on wide charts, above it on the phone. A range without
an end goes to the edge of the window and ends in an arrowhead; one whose end lies beyond the window
is broken by two slanted strokes before its edge.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.charts import axis, marks, words
from analysis.charts.marks import Mark
from analysis.charts.panels import BESIDE, Scale, circle
from analysis.charts.pen import Pen
from analysis.charts.spreading import fitting
from analysis.charts.style import FAINT, GREY, GRID, INK, PAPER, Sizes, tint

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.transforms import Transform

#: How much of a range is shown beside the gap, in gaps; an open one, and the margin of both.
MOST, OPEN, MARGIN = 3.0, 1.6, 0.15
#: A gap that is a smaller share of the shorter range does not set the window.
SMALL = 0.02
#: The height of the bars, the room between two groups.
BAR = 12.0
#: How far before the edge of the window a bar is broken whose end lies beyond it.
BREAK = 7.0
APART = 14.0


@dataclass(frozen=True)
class Group:
    """One conflict: what is printed, what the others imply, and the gap between the two.

    `low` and `high` are the two ranges as marks in the order of the axis, with their words and the
    claim numbers after them.
    """

    about: str
    against: str
    numbers: tuple[int, ...]
    low: Mark
    high: Mark
    low_text: tuple[str, tuple[int, ...]]
    high_text: tuple[str, tuple[int, ...]]
    gap: str
    unit: str
    signed: bool

    def scale(self, room: float) -> Scale:
        """The window around the gap."""
        start, end = self.low.upper, self.high.lower
        lengths = (start - self.low.lower, self.high.upper - end)
        finite = [length for length in lengths if 0 < length < math.inf]
        shortest = min(finite, default=max(abs(start) * 0.1, 1.0))
        gap = end - start if end - start > SMALL * shortest else 0.4 * shortest
        left, right = (min(n, MOST * gap) if math.isfinite(n) else OPEN * gap for n in lengths)
        return Scale(start - left - MARGIN * gap, end + right + MARGIN * gap, room)

    @property
    def endless(self) -> bool:
        """Whether a range has an end nowhere."""
        return math.isinf(self.low.lower) or math.isinf(self.high.upper)

    @property
    def cut(self) -> bool:
        """Whether a range has an end beyond the window."""
        window = self.scale(1.0)
        lower, upper = self.low.lower, self.high.upper
        return -math.inf < lower < window.low or window.high < upper < math.inf


@dataclass(frozen=True)
class _Placed:
    """A group with its top, its label in lines and the top of its axis."""

    group: Group
    top: float
    label: list[str]
    heads: int
    body: float
    height: float


class Ranges:
    """The body of the chart; without room it draws the bars under one line of words each."""

    def __init__(self, groups: Sequence[Group], room: float, sizes: Sizes, thin: bool) -> None:
        self.sizes, self.thin = sizes, thin
        self.left = room * 0.4 if sizes.beside else 0.0
        self.plot = room - self.left
        self.line, self.small = sizes.line(sizes.text), sizes.line(sizes.small)
        self.block = BAR if thin else 2 * self.line + BAR + self.small + 2
        self.placed: list[_Placed] = []
        top = 0.0
        for group in groups:
            self.placed.append(self._place(group, top))
            top += self.placed[-1].height
        self.above, self.height, self.below = 2.0, top - APART / 2, 2.0

    def _place(self, group: Group, top: float) -> _Placed:
        room = self.left - BESIDE - 4 if self.sizes.beside else self.plot
        head = words.wrap(group.about, self.sizes.text, room, 1 if self.thin else 2, bold=True)
        numbers = len(group.numbers) * (circle(self.sizes) + 2) + 3
        rest = words.wrap(group.against, self.sizes.label, room - numbers, 4)
        label = head if self.thin else [*head, *rest]
        above = 0.0 if self.sizes.beside else len(label) * self.line + 2
        high = max(len(label) * self.line, self.block) if self.sizes.beside else above + self.block
        return _Placed(
            group, top, label, len(head), top + above, high + (2.0 if self.thin else APART)
        )

    def draw(self, ax: Axes) -> None:
        """Draws every group on its own axis."""
        axis.bare(ax)
        ax.set_xticks([])
        ax.set_xlim(0.0, self.plot)
        ax.set_ylim(self.height, 0.0)
        pen = Pen(ax, self.sizes)
        labelled = self._labelled(ax)
        for index, placed in enumerate(self.placed):
            if index and not self.thin:
                y = placed.top - APART / 2
                pen.trace([-self.left, self.plot], [y, y], colour=GRID, linewidth=0.8)
            if index in labelled:
                self._label(placed, pen)
            self._ranges(placed, pen)

    def _labelled(self, ax: Axes) -> list[int]:
        """The groups whose labels have room in the box that the Axes have."""
        if not self.thin:
            return list(range(len(self.placed)))
        figure = ax.get_figure(root=True)
        assert figure is not None
        inches = ax.get_position().height * figure.get_figheight()
        per = inches * 72 / self.height
        return fitting([placed.top * per for placed in self.placed], self.line)

    def _label(self, placed: _Placed, pen: Pen) -> None:
        """What the number is about, bold; what it is held against, with claim numbers."""
        sizes, x = self.sizes, -self.left
        for index, text in enumerate(placed.label):
            y = placed.top + (index + 0.5) * self.line
            bold = index < placed.heads
            size = sizes.text if bold else sizes.label
            pen.write(x, y, text, size, colour=INK if bold else GREY, bold=bold)
        if not self.thin:
            end = x + words.width(placed.label[-1], sizes.label)
            y = placed.top + (len(placed.label) - 0.5) * self.line
            self._circles(pen, end, y, placed.group.numbers)

    def _circles(self, pen: Pen, x: float, y: float, numbers: Sequence[int]) -> None:
        x += 3 + circle(self.sizes) / 2
        for number in numbers:
            pen.circled(x, y, number)
            x += circle(self.sizes) + 2

    def _ranges(self, placed: _Placed, pen: Pen) -> None:
        """The two bars with the gap between them, their words, and the numbers of the axis."""
        group, scale = placed.group, placed.group.scale(self.plot)
        y = placed.body + (BAR / 2 if self.thin else self.line + BAR / 2)
        where = _from_values(scale, pen.ax)
        self._gap(group, scale, y, pen)
        for mark in (group.low, group.high):
            self._bar(mark, scale, y, where, pen)
        if not self.thin:
            self._words(group, scale, y, pen)
            self._axis(group, scale, y + BAR / 2 + self.line + 2, pen)

    def _bar(self, mark: Mark, scale: Scale, y: float, where: Transform, pen: Pen) -> None:
        """A range as far as the window reaches, with a sign of how it goes on beyond that."""
        low, high = max(mark.lower, scale.low), min(mark.upper, scale.high)
        kind = "span" if self.thin else mark.kind  # no room for shapes
        drawn = replace(mark, at=(low + high) / 2, lower=low, upper=high, least=5.0, kind=kind)
        marks.draw(pen.ax, drawn, y, scale.point, 1.0, where)
        for end, own, sign in ((low, mark.lower, "<"), (high, mark.upper, ">")):
            if math.isinf(own):
                self._arrowhead(scale.to(end), y, sign, mark, pen)
            elif own != end:
                self._broken(scale.to(end) + (BREAK if sign == "<" else -BREAK), y, mark, pen)

    def _broken(self, x: float, y: float, mark: Mark, pen: Pen) -> None:
        """Two slanted strokes with white between them: the bar goes on and has an end."""
        top, foot = y - BAR * 0.42, y + BAR * 0.42
        pen.trace([x - 1.5, x + 1.5], [foot, top], colour=PAPER, linewidth=3.4)
        for away in (-2.0, 2.0):
            xs = [x + away - 1.5, x + away + 1.5]
            pen.trace(xs, [foot, top], colour=mark.colour, linewidth=1.1)

    def _arrowhead(self, x: float, y: float, sign: str, mark: Mark, pen: Pen) -> None:
        from matplotlib.lines import Line2D

        head = Line2D(
            [x], [y], marker=sign, markersize=8.0, color=mark.colour, url=mark.url or None
        )
        pen.ax.add_artist(head)
        head.set_clip_on(False)

    def _gap(self, group: Group, scale: Scale, y: float, pen: Pen) -> None:
        """A pale field between the two ends, and a thin line across it."""
        from matplotlib.patches import Rectangle

        start, end = scale.to(group.low.upper), scale.to(group.high.lower)
        field = Rectangle(
            (start, y - BAR / 2), max(end - start, 0.8), BAR, color=tint(FAINT, 0.25),
            linewidth=0, zorder=1.1,
        )  # fmt: skip
        pen.ax.add_artist(field)
        pen.trace([start, end], [y, y], colour=FAINT, linewidth=0.9)

    def _words(self, group: Group, scale: Scale, y: float, pen: Pen) -> None:
        """The lower range's words and the gap above the bars, the upper range's below."""
        away = (BAR + self.line) / 2
        start, end = scale.to(group.low.upper), scale.to(group.high.lower)
        low, high = self._cut(group.low_text), self._cut(group.high_text)
        wide = self._width(low)
        left = min(max(start - wide, 0.0), self.plot - wide)
        self._said(low, group.low, left, y - away, pen)
        gap = words.width(group.gap, self.sizes.small)
        x = max((start + end - gap) / 2, left + wide + 8)
        if x + gap > self.plot:
            x = left - 8 - gap
        if x >= 0:
            pen.write(x, y - away, group.gap, self.sizes.small, colour=GREY)
        x = min(max(end, 0.0), self.plot - self._width(high))
        self._said(high, group.high, x, y + away, pen)

    def _cut(self, said: tuple[str, tuple[int, ...]]) -> tuple[str, tuple[int, ...]]:
        """The words as far as they fit into the plot with their claim numbers."""
        text, numbers = said
        return words.cut(text, self.sizes.text, self.plot - self._width(("", numbers))), numbers

    def _width(self, said: tuple[str, tuple[int, ...]]) -> float:
        return words.width(said[0], self.sizes.text) + len(said[1]) * (circle(self.sizes) + 5)

    def _said(
        self, said: tuple[str, tuple[int, ...]], mark: Mark, x: float, y: float, pen: Pen
    ) -> None:
        """The words of a range before its claim numbers."""
        text, numbers = said
        pen.write(x, y, text, self.sizes.text, colour=mark.colour, url=mark.url)
        self._circles(pen, x + words.width(text, self.sizes.text), y, numbers)

    def _axis(self, group: Group, scale: Scale, y: float, pen: Pen) -> None:
        """The axis of the group: a line, round numbers, the unit at its end."""
        size = self.sizes.small
        pen.trace([0.0, self.plot], [y, y], colour=GRID, linewidth=0.8)
        unit = words.cut(group.unit, size, self.plot * 0.4)
        right = self.plot - words.width(unit, size)
        pen.write(right, y + self.small / 2 + 1, unit, size, colour=GREY)
        for value in axis.round_values(scale, 4):
            text, x = axis.tick(value, group.signed), scale.to(value)
            half = words.width(text, size) / 2
            if half <= x <= right - half - 6:
                pen.trace([x, x], [y - 2, y + 2], colour=FAINT, linewidth=0.8)
                pen.write(x, y + self.small / 2 + 1, text, size, colour=GREY, align="center")


def _from_values(scale: Scale, ax: Axes) -> Transform:
    """From values of an axis and heights in points to the points of the Axes."""
    from matplotlib.transforms import Affine2D

    stretched = Affine2D().translate(-scale.low, 0.0).scale(1 / scale.point, 1.0)
    placed: Transform = stretched + ax.transData
    return placed
