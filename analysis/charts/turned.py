"""The definition chart on the phone: a row a definition, the grid of choices at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.charts import axis, words
from analysis.charts.choosing import TERMS, Choice
from analysis.charts.curves import GAP, Curve, CurveBody, turning
from analysis.charts.panels import RADIUS, THIN, Scale, circle
from analysis.charts.pen import Pen
from analysis.charts.style import FAINT, GREY, GRID, LEADER, Sizes

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: The widest column of the grid; more definitions than this have no number each.
STEP = 11.0
MOST_TURNED = 40


class Turned(CurveBody):
    """A row a definition, from the lowest result to the highest, and the grid at the right."""

    def __init__(self, curve: Curve, room: float, sizes: Sizes, thin: bool) -> None:
        super().__init__(curve, room, sizes, thin)
        many = max(len(self.choices), 1)
        self.step = min(room * 0.46 / many, STEP) if self.choices else 0.0
        self.plot = room - self.step * len(self.choices) - (GAP if self.choices else 0.0)
        self.pitch = THIN if self.many > MOST_TURNED or thin else sizes.pitch
        self.height = self.many * self.pitch
        self.head = sizes.line(sizes.text) + 3
        self.above = len(self.choices) * self.line + 4 + self.head
        self.under = 2 * self.line + 5
        self.below = self.under + (len(self.notes) * self.line + 6 if self.notes else 0.0)

    def draw(self, ax: Axes) -> None:
        """Draws the curve and the grid."""
        scale = self.curve.scale(self.plot)
        self._limits(ax, self.room, self.height)
        pen = Pen(ax, self.sizes)
        self._axis(pen, scale)
        per = 1 / scale.point
        where = turning([[per, 0, -per * scale.low], [0, self.pitch, 0], [0, 0, 1]], ax)
        self._band(ax, where, scale)
        self._marks(ax, where, scale, self.pitch)
        self._printed(pen, scale)
        if self.pitch > THIN:
            self._numbers(pen, scale)
        self._grid(pen)
        self._notes(pen, 0.0, self.under)

    def _axis(self, pen: Pen, scale: Scale) -> None:
        size, y = self.sizes.small, 3 + self.line / 2
        for value in axis.round_values(scale, 4):
            x = scale.to(value)
            zero = value == 0 and self.curve.signed
            pen.trace([x, x], [0.0, self.height], colour=FAINT if zero else GRID, linewidth=0.8)
            text = axis.tick(value, self.curve.signed)
            half = words.width(text, size) / 2
            x = min(max(x, half), self.plot - half)
            pen.write(x, y, text, size, pen.bottom, colour=GREY, align="center")
        unit = words.cut(self.curve.unit, size, self.room)
        x = max(self.plot - words.width(unit, size), 0.0)
        pen.write(x, y + self.line, unit, size, pen.bottom, colour=GREY)

    def _printed(self, pen: Pen, scale: Scale) -> None:
        """The claim's words above its band."""
        sizes, url = self.sizes, self.curve.claim.url
        text = words.cut(self.curve.printed, sizes.text, self.plot - circle(sizes) - 5)
        wide = words.width(text, sizes.text) + 3 + circle(sizes)
        x = scale.to(self.curve.band(scale)[2]) - wide / 2
        x = min(max(x, 0.0), self.plot - wide)
        y = -3 - sizes.line(sizes.text) / 2
        pen.write(x, y, text, sizes.text, pen.top, url=url)
        pen.circled(x + wide - circle(sizes) / 2, y, 1, url, pen.top)

    def _numbers(self, pen: Pen, scale: Scale) -> None:
        """The number beside each mark, left of it where it would run into the band or the grid."""
        size, band = self.sizes.small, [scale.to(x) for x in self.curve.band(scale)[:2]]
        for place, (mark, text) in enumerate(zip(self.curve.marks, self.curve.texts, strict=True)):
            left, right = (scale.to(end) for end in mark.ends(scale.point))
            wide = words.width(text, size)
            after, before = right + RADIUS + 2, left - RADIUS - 2 - wide
            crossed = after < band[1] and band[0] < after + wide
            leftwards = before >= 0 and (after + wide > self.plot or crossed)
            x, y = before if leftwards else after, (place + 0.5) * self.pitch
            self._number(pen, x, y, text, mark)

    def _grid(self, pen: Pen) -> None:
        """A column a choice, the first at the right; its words in steps above, ending at it."""
        top = -self.above
        swapped = turning([[0, 1, 0], [self.pitch, 0, 0], [0, 0, 1]], pen.ax)
        for index, choice in enumerate(self.choices):
            x = self.room - (index + 0.5) * self.step
            y = top + (index + 0.5) * self.line
            pen.trace([x, x], [y + 3, 0.0], pen.top, colour=LEADER)
            pen.trace([x, x], [0.0, self.height], colour=GRID, linewidth=0.8)
            self._head(pen, choice, x - 3, y)
            self._dots(pen.ax, swapped, x, choice, min(self.pitch, self.step))

    def _head(self, pen: Pen, choice: Choice, right: float, y: float) -> None:
        size = self.sizes.small
        term = TERMS[choice.term] if choice.first else ""
        pen.write(0.0, y, term, size, pen.top, bold=True)
        room = right - words.width(TERMS[choice.term], size, bold=True) - 8
        pen.write(
            right, y, words.cut(choice.text, size, room), size, pen.top, colour=GREY, align="right"
        )
