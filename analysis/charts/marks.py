"""A reported number as a mark: how its hedge looks, and the artists that draw it.

| kind | stands for | looks like |
|---|---|---|
| point | a plain number | a dot on the thin line of its rounding interval |
| about | a number that may be off either way | a hollow dot on a band that fades outwards |
| beyond | over, at least, read without an end | a bar at the number and an arrow from zero on |
| more | over, at least, up to a step | a bar at the number, a line on a pale tail from zero on |
| short | almost, less than, up to | a bar at the number and a pale tail towards zero, no dot |
| direction | words only | an arrow from zero |
| flat | words only, neither up nor down | a dashed line about zero |
| span | a stretch of time | a thick bar of its length |
| sided | the range of a number of a side | a thick bar with the shape of the side in its middle |
| cut | a range longer than its axis | a thick bar with two slanted strokes |

A hollow mark is not reached yet (a target, something planned); a minor one only repeats another.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.charts.style import FAINT, PAPER, colour, tint

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.transforms import Transform

DASHES = (0, (2.2, 1.4))
#: Ends the id of what is drawn of a mark beside the artist that bears its id.
PART = "~"
#: How far an open end is drawn, in points.
REACH = 24.0


@dataclass(frozen=True)
class Mark:
    """One reported number on its axis; `at` is missing where only words are given.

    `least` is the length in points that a span is drawn with at least.
    """

    id: str
    at: float
    lower: float = math.nan
    upper: float = math.nan
    kind: str = "point"
    side: int | None = None
    shape: str = "o"
    hollow: bool = False
    minor: bool = False
    url: str = ""
    least: float = 0.0

    @property
    def colour(self) -> str:
        """The colour of its side; grey where it only repeats."""
        return FAINT if self.minor else colour(self.side)

    @property
    def known(self) -> list[float]:
        """The finite ones of its number and its bounds."""
        return [x for x in (self.lower, self.at, self.upper) if math.isfinite(x)]

    def ends(self, point: float) -> tuple[float, float]:
        """Where it begins and ends when drawn, with `point` the units of the axis in one point."""
        known = self.known or [0.0]
        low = known[0] - REACH * point if self.lower == -math.inf else min(known)
        high = known[-1] + REACH * point if self.upper == math.inf else max(known)
        more = max(self.least * point - (high - low), 0.0) / 2
        return low - more, high + more


def kind(at: float, lower: float, upper: float, hedged: bool) -> str:
    """The kind of a number's mark, from where the number lies in its interval."""
    if math.isnan(at):
        return "direction" if math.isfinite(lower) or math.isfinite(upper) else "flat"
    if not hedged or math.isnan(lower):
        return "point"
    if abs(at) <= min(abs(lower), abs(upper)):
        return "more" if math.isfinite(lower) and math.isfinite(upper) else "beyond"
    return "short" if abs(at) >= max(abs(lower), abs(upper)) else "about"


@dataclass(frozen=True)
class Spot:
    """Where and how large a mark is drawn; `where` is the Axes' data unless given."""

    ax: Axes
    y: float
    low: float
    high: float
    point: float
    size: float
    where: Transform | None

    def line(self, xs: list[float], **style: Any) -> None:
        """A line at this height, which neither is cut at the edge of the Axes nor moves it."""
        from matplotlib.lines import Line2D

        gid, url = style.pop("gid", None), style.pop("url", None)
        style |= {"linestyle": ""} if len(xs) == 1 else {}
        artist = Line2D(
            xs, [self.y] * len(xs), solid_capstyle="butt", dash_capstyle="butt",
            transform=self.where or self.ax.transData, **style,
        )  # fmt: skip
        artist.set_gid(gid or None)
        artist.set_url(url or None)
        self.ax.add_artist(artist)
        artist.set_clip_on(False)

    def part(self, mark: Mark, xs: list[float], **style: Any) -> None:
        """A line that belongs to a mark beside the one that bears its id."""
        self.line(xs, gid=f"{mark.id}{PART}" if mark.id else "", **style)


def draw(
    ax: Axes, mark: Mark, y: float, point: float, size: float = 1.0, where: Transform | None = None
) -> None:
    """Draws the mark at a height of the Axes, where `point` units of x are one point.

    `size` below 1 makes it thinner.
    """
    artists = {
        "point": _point, "about": _about, "beyond": _arrow,
        "short": _tail, "more": _tail, "direction": _arrow, "flat": _flat, "span": _span,
        "sided": _sided, "cut": _cut,
    }  # fmt: skip
    low, high = mark.ends(point)
    size *= 0.8 if mark.minor else 1.0
    artists[mark.kind](mark, Spot(ax, y, low, high, point, size, where))


def _dot(mark: Mark, size: float, hollow: bool) -> dict[str, Any]:
    """The style of a dot."""
    diamond = 0.86 if mark.shape == "D" else 1.0
    return {
        "marker": mark.shape, "markersize": 6.6 * size * diamond, "markeredgewidth": 1.3 * size,
        "markeredgecolor": mark.colour, "markerfacecolor": PAPER if hollow else mark.colour,
        "gid": mark.id, "url": mark.url,
    }  # fmt: skip


def _point(mark: Mark, spot: Spot) -> None:
    spot.line(
        [spot.low, mark.at, spot.high], color=mark.colour, linewidth=1.3 * spot.size,
        markevery=[1], **_dot(mark, spot.size, mark.hollow),
    )  # fmt: skip


def _about(mark: Mark, spot: Spot) -> None:
    for share, strength in ((1.0, 0.16), (0.66, 0.32), (0.33, 0.5)):
        band = [mark.at + (end - mark.at) * share for end in (spot.low, spot.high)]
        spot.part(mark, band, color=tint(mark.colour, strength), linewidth=6.5 * spot.size)
    spot.line([mark.at], **_dot(mark, spot.size, hollow=True))


def _arrow(mark: Mark, spot: Spot) -> None:
    falls = mark.at < 0 or (math.isnan(mark.at) and mark.lower < 0)
    start, far = (spot.high, spot.low) if falls else (spot.low, spot.high)
    told = math.isfinite(mark.at)
    spot.line(
        [mark.at if told else start, far], color=mark.colour, linewidth=1.7 * spot.size,
        linestyle=DASHES if mark.hollow else "-", marker="|", markevery=[0],
        markersize=10 * spot.size * told, markeredgewidth=1.9 * spot.size,
        gid=mark.id, url=mark.url,
    )  # fmt: skip
    spot.part(
        mark, [far], marker="<" if falls else ">", markersize=6 * spot.size,
        markeredgecolor=mark.colour, markerfacecolor=PAPER if mark.hollow else mark.colour,
    )  # fmt: skip


def _flat(mark: Mark, spot: Spot) -> None:
    spot.line(
        [spot.low, spot.high], color=mark.colour, linewidth=1.7 * spot.size, linestyle=DASHES,
        gid=mark.id, url=mark.url,
    )  # fmt: skip


def _tail(mark: Mark, spot: Spot) -> None:
    far = spot.high if (mark.at < 0) == (mark.kind == "short") else spot.low
    for share, strength in ((1.0, 0.22), (0.6, 0.5)):
        tail = [mark.at, mark.at + (far - mark.at) * share]
        spot.part(mark, tail, color=tint(mark.colour, strength), linewidth=4.5 * spot.size)
    if mark.hollow:
        spot.part(mark, [mark.at, far], color=PAPER, linewidth=2.6 * spot.size)
    spot.line(
        [mark.at, far] if mark.kind == "more" else [mark.at], markevery=[0], marker="|",
        markersize=10 * spot.size, markeredgewidth=2.2 * spot.size, color=mark.colour,
        linewidth=1.3 * spot.size, linestyle=DASHES if mark.hollow else "-", gid=mark.id,
        url=mark.url,
    )  # fmt: skip


def _span(mark: Mark, spot: Spot) -> None:
    """A thick bar; a hollow one is an outline."""
    spot.line(
        [spot.low, spot.high], color=mark.colour, linewidth=6.5 * spot.size,
        gid=mark.id, url=mark.url,
    )  # fmt: skip
    if mark.hollow:
        inner = 1.3 * spot.size * spot.point
        ends = [spot.low + inner, spot.high - inner]
        spot.part(mark, ends, color=PAPER, linewidth=3.9 * spot.size)


def _sided(mark: Mark, spot: Spot) -> None:
    """A thick bar that tells its side in grey too."""
    _span(mark, spot)
    colour = mark.colour if mark.hollow else PAPER
    spot.part(
        mark, [(spot.low + spot.high) / 2], marker=mark.shape, markersize=4.0 * spot.size,
        markeredgewidth=0.0, markerfacecolor=colour,
    )  # fmt: skip


def _cut(mark: Mark, spot: Spot) -> None:
    """A thick bar with white between two slanted strokes."""
    _span(mark, spot)
    middle = (spot.low + spot.high) / 2
    for away, shade, wide in ((0.0, PAPER, 3.4), (-2.0, mark.colour, 1.1), (2.0, mark.colour, 1.1)):
        spot.part(
            mark, [middle + away * spot.point], marker=[(-0.15, -0.5), (0.15, 0.5)],
            markersize=10 * spot.size, markeredgewidth=wide * spot.size, markeredgecolor=shade,
            markerfacecolor="none",
        )  # fmt: skip
