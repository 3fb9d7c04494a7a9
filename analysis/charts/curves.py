"""Definitions in the order of their results beside the band of a claim: what both ways share.

Upright on wide charts (`upright`): a column a definition, the grid below. Turned on the phone
(`turned`): a row a definition, the grid at the right. Both write and mark in points.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.charts import axis, marks, words
from analysis.charts.choosing import Choice
from analysis.charts.marks import Mark
from analysis.charts.panels import Scale
from analysis.charts.pen import Pen
from analysis.charts.style import FAINT, GREY, INK, NEITHER, PAPER, Sizes, tint

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.transforms import Transform

#: The room between the curve and the grid.
GAP = 12.0


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


class CurveBody:
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


def turning(matrix: list[list[float]], ax: Axes) -> Transform:
    """From what a row or column holds to the points of the Axes."""
    from matplotlib.transforms import Affine2D

    turned: Transform = Affine2D(matrix) + ax.transData
    return turned
