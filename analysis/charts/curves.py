"""Definitions in the order of their results beside the band of a claim, and a grid of choices.

Upright on wide charts: a column a definition, the grid below. Turned on the phone: a row a
definition, the grid at the right, its heads in steps above. Both write and mark in points.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.charts import axis, marks, words
from analysis.charts.choosing import TERMS, Choice
from analysis.charts.marks import Mark
from analysis.charts.panels import RADIUS, THIN, Scale, circle
from analysis.charts.pen import Pen
from analysis.charts.style import FAINT, GREY, GRID, INK, LEADER, NEITHER, PAPER, Sizes, tint

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.transforms import Transform

#: The room between the curve and the grid, and between two terms of the grid.
GAP = 12.0
BETWEEN = 4.0
#: The least room for the numbers of the upright axis; its height in rows of text.
TICKS = 40.0
TALL = 12
#: The widest column of the turned grid; more definitions than this are turned without numbers.
STEP = 11.0
MOST_TURNED = 40


@dataclass(frozen=True)
class Curve:
    """What is drawn: a mark and a number in words a definition, the claim's mark and words.

    `meets` tells which definitions meet the claim; `notes` are written below the grid.
    """

    marks: tuple[Mark, ...]
    texts: tuple[str, ...]
    meets: tuple[bool, ...]
    claim: Mark
    printed: str
    choices: tuple[Choice, ...]
    notes: tuple[str, ...]
    unit: str
    signed: bool

    def scale(self, room: float) -> Scale:
        """Points for values, with the band and all marks inside."""
        known = [x for mark in (*self.marks, self.claim) for x in mark.known]
        low, high = min(known), max(known)
        pad = (high - low) * 0.07 or 1.0
        return Scale(low - pad, high + pad, room)

    def band(self, scale: Scale) -> tuple[float, float, float]:
        """The ends of the claim's band and its number, as far as the scale reaches."""
        ends = (self.claim.lower, self.claim.upper)
        low, high = (self.claim.at if math.isnan(end) else end for end in ends)
        low, high = max(low, scale.low), min(high, scale.high)
        at = self.claim.at if math.isfinite(self.claim.at) else (low + high) / 2
        return low, high, min(max(at, scale.low), scale.high)


class _Body:
    """What both ways share: the notes below, the band, the marks, the dots of the grid."""

    left = above = height = below = 0.0

    def __init__(self, curve: Curve, room: float, sizes: Sizes, thin: bool) -> None:
        self.curve, self.room, self.sizes, self.thin = curve, room, sizes, thin
        self.choices = () if thin else curve.choices
        self.line = sizes.line(sizes.small)
        self.many = len(curve.marks)
        notes = () if thin else curve.notes
        self.notes = [line for note in notes for line in words.wrap(note, sizes.small, room)]

    def _limits(self, ax: Axes, wide: float, height: float) -> None:
        axis.bare(ax)
        ax.set_xticks([])
        ax.set_xlim(0.0, wide)
        ax.set_ylim(height, 0.0)

    def _notes(self, pen: Pen, left: float, top: float) -> None:
        for index, text in enumerate(self.notes):
            y = top + 6 + (index + 0.5) * self.line
            pen.write(-left, y, text, self.sizes.small, pen.bottom, colour=GREY)

    def _marks(self, ax: Axes, where: Transform, scale: Scale, pitch: float) -> None:
        size = min(max(pitch / 7, 0.4), 1.0)
        for place, mark in enumerate(self.curve.marks):
            marks.draw(ax, mark, place + 0.5, scale.point, size, where)

    def _band(self, ax: Axes, where: Transform, scale: Scale) -> None:
        """The band of the claim across all places, with a line where its number is."""
        from matplotlib.lines import Line2D
        from matplotlib.patches import Polygon

        low, high, at = self.curve.band(scale)
        ends, claim = (0.0, float(self.many)), self.curve.claim
        corners = [(low, ends[0]), (low, ends[1]), (high, ends[1]), (high, ends[0])]
        grey = tint(NEITHER, 0.2)
        ax.add_artist(Polygon(corners, transform=where, color=grey, linewidth=0.6, zorder=1.1))
        line = Line2D([at, at], ends, transform=where, color=NEITHER, linewidth=1.1, zorder=1.9)
        line.set_gid(claim.id)
        line.set_url(claim.url or None)
        ax.add_artist(line)

    def _number(self, pen: Pen, x: float, y: float, text: str, mark: Mark) -> None:
        """A number at its mark, on white where it crosses the band or a line."""
        size = self.sizes.small
        ends = [x - 1, x + words.width(text, size) + 1]
        pen.trace(ends, [y, y], colour=PAPER, linewidth=size)
        pen.write(x, y, text, size, colour=mark.colour, url=mark.url)

    def _dots(self, ax: Axes, where: Transform, line: float, choice: Choice, pitch: float) -> None:
        """The dots of a line of the grid: dark and filled where the definition meets the claim."""
        from matplotlib.lines import Line2D

        close, sign = pitch < 4.0, "|" if self.sizes.beside else "_"
        for met, colour in ((True, INK), (False, FAINT)):
            places = [n + 0.5 for n in choice.chosen if self.curve.meets[n] is met]
            artist = Line2D(
                places, [line] * len(places), linestyle="", color=colour, transform=where,
                marker=sign if close else "o", markersize=7.0 if close else min(pitch * 0.5, 5.0),
                markeredgewidth=min(pitch * 0.7, 2.0) if close else 1.0,
            )  # fmt: skip
            ax.add_artist(artist)
            artist.set_clip_on(False)


class Upright(_Body):
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
        where = _turning([[0, self.pitch, 0], [-per, 0, per * scale.high], [0, 0, 1]], ax)
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
        where = _turning([[self.pitch, 0, 0], [0, 1, 0], [0, 0, 1]], pen.ax)
        for choice, top in zip(self.choices, self.lines, strict=True):
            y = top + self.line / 2
            if choice.first:
                pen.write(-self.left, y, TERMS[choice.term], size, bold=True)
            text = words.cut(choice.text, size, self.left - self.terms - 8)
            pen.write(self.terms - self.left, y, text, size, colour=GREY)
            pen.trace([0.0, self.wide], [y, y], colour=GRID, linewidth=0.8)
            self._dots(pen.ax, where, y, choice, self.pitch)


class Turned(_Body):
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
        where = _turning([[per, 0, -per * scale.low], [0, self.pitch, 0], [0, 0, 1]], ax)
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
        swapped = _turning([[0, 1, 0], [self.pitch, 0, 0], [0, 0, 1]], pen.ax)
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


def _turning(matrix: list[list[float]], ax: Axes) -> Transform:
    """From what a row or column holds to the points of the Axes."""
    from matplotlib.transforms import Affine2D

    turned: Transform = Affine2D(matrix) + ax.transData
    return turned
