"""The definition chart on wide pages: a column a definition, the grid of choices below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.charts import axis, words
from analysis.charts.choosing import TERMS
from analysis.charts.curves import GAP, Curve, CurveBody, turning
from analysis.charts.panels import RADIUS, Scale, circle
from analysis.charts.pen import Pen
from analysis.charts.style import FAINT, GREY, GRID, Sizes

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: The room between two terms of the grid, the least room for the numbers of the axis.
BETWEEN = 4.0
TICKS = 40.0
#: The height of the axis in rows of text.
TALL = 12


class Upright(CurveBody):
    """A column a definition, from the lowest result to the highest, and the grid below."""

    def __init__(self, curve: Curve, room: float, sizes: Sizes, thin: bool) -> None:
        super().__init__(curve, room, sizes, thin)
        small = sizes.small
        heads = [words.width(TERMS[c.term], small, bold=True) for c in self.choices]
        texts = [words.width(c.text, small) for c in self.choices]
        self.terms = max(heads, default=0.0) + 8
        wanted = self.terms + max(texts, default=0.0) + 12
        self.left = min(max(wanted, TICKS), room * 0.42) if self.choices else TICKS
        self.printed = words.wrap(curve.printed, sizes.text, room * 0.2, 3)
        gutter = max(words.width(text, sizes.text) for text in self.printed) + circle(sizes) + 12
        self.wide = room - self.left - gutter
        self.pitch = self.wide / self.many
        self.tall = sizes.pitch * TALL
        self.lines = self._lines()
        self.above = self.line + 4
        self.height = self.lines[-1] + self.line if self.lines else self.tall
        self.below = 4.0 + (len(self.notes) * self.line + 6 if self.notes else 0.0)

    def _lines(self) -> list[float]:
        """The top of each line of the grid."""
        tops, y = [], self.tall + GAP - BETWEEN
        for choice in self.choices:
            y += BETWEEN if choice.first else 0.0
            tops.append(y)
            y += self.line
        return tops

    def draw(self, ax: Axes) -> None:
        """Draws the curve and the grid."""
        scale = self.curve.scale(self.tall)
        per = self.tall / (scale.high - scale.low)
        self._limits(ax, self.room - self.left, self.height)
        pen = Pen(ax, self.sizes)
        self._axis(pen, scale)
        where = turning([[0, self.pitch, 0], [-per, 0, per * scale.high], [0, 0, 1]], ax)
        self._band(ax, where, scale)
        self._marks(ax, where, scale, self.pitch)
        self._printed(pen, scale)
        self._numbers(pen, scale)
        self._grid(pen)
        self._notes(pen, self.left, 0.0)

    def _axis(self, pen: Pen, scale: Scale) -> None:
        """The grid of values with their numbers left of it, the unit above them."""
        size = self.sizes.small
        for value in axis.round_values(scale, 6):
            y = self.tall - scale.to(value)
            zero = value == 0 and self.curve.signed
            pen.trace([0.0, self.wide], [y, y], colour=FAINT if zero else GRID, linewidth=0.8)
            text = axis.tick(value, self.curve.signed)
            pen.write(-6, y, text, size, colour=GREY, align="right")
        unit = words.cut(self.curve.unit, size, self.room)
        x = min(0.0, self.room - self.left - words.width(unit, size))
        pen.write(min(x, -6 - TICKS / 2), -4 - self.line / 2, unit, size, pen.top, colour=GREY)

    def _printed(self, pen: Pen, scale: Scale) -> None:
        """The claim's words right of its band."""
        sizes, line, x = self.sizes, self.sizes.line(self.sizes.text), self.wide + 6
        first = self.tall - scale.to(self.curve.band(scale)[2]) - (len(self.printed) - 1) * line / 2
        first = min(max(first, line / 2), self.tall - (len(self.printed) - 0.5) * line)
        url = self.curve.claim.url
        for index, text in enumerate(self.printed):
            y = first + index * line
            pen.write(x, y, text, sizes.text, bold=False, url=url)
        x += words.width(self.printed[-1], sizes.text) + 3 + circle(sizes) / 2
        pen.circled(x, first + (len(self.printed) - 1) * line, 1, url)

    def _numbers(self, pen: Pen, scale: Scale) -> None:
        """The number at each mark, where there is room for all."""
        size = self.sizes.small
        if self.pitch < max(words.width(t, size) for t in self.curve.texts) + 4 * RADIUS:
            return
        for place, (mark, text) in enumerate(zip(self.curve.marks, self.curve.texts, strict=True)):
            x, y = (place + 0.5) * self.pitch + RADIUS + 2, self.tall - scale.to(mark.at)
            self._number(pen, x, y, text, mark)

    def _grid(self, pen: Pen) -> None:
        """A line a choice: its term, its words, a dot where a definition makes it."""
        size = self.sizes.small
        where = turning([[self.pitch, 0, 0], [0, 1, 0], [0, 0, 1]], pen.ax)
        for choice, top in zip(self.choices, self.lines, strict=True):
            y = top + self.line / 2
            if choice.first:
                pen.write(-self.left, y, TERMS[choice.term], size, bold=True)
            text = words.cut(choice.text, size, self.left - self.terms - 8)
            pen.write(self.terms - self.left, y, text, size, colour=GREY)
            pen.trace([0.0, self.wide], [y, y], colour=GRID, linewidth=0.8)
            self._dots(pen.ax, where, y, choice, self.pitch)
