"""Rows of marks on an axis: what a row, a panel and their places are; all places in points."""

from __future__ import annotations

import math
from dataclasses import dataclass

from analysis.charts import words
from analysis.charts.marks import Mark
from analysis.charts.style import Sizes

#: More rows than this are drawn thin, without a text each.
MOST_ROWS = 96
THIN = 4.6
GAP = 6.0
#: The space right of a label beside the plot.
BESIDE = 9.0
RADIUS = 5.0
STRIP = 44.0
GUTTER = 13.0


@dataclass(frozen=True)
class Row:
    """One line of a chart: its marks, the label beside them and the number in words at them.

    `place` is a day since 1970 for rows along a strip of time, `repeats` the id of a mark of the
    row whose state this one repeats, `track` joins a part and its whole, `apart` leaves room above.
    """

    marks: tuple[Mark, ...]
    label: tuple[str, str, str] = ("", "", "")
    text: str = ""
    group: str = ""
    numbers: tuple[int, ...] = ()
    place: float = math.nan
    minor: bool = False
    repeats: str = ""
    track: bool = False
    apart: bool = False
    url: str = ""


@dataclass(frozen=True)
class Panel:
    """Rows that share an axis; `unit` stands at its end."""

    rows: tuple[Row, ...]
    unit: str
    heading: str = ""
    zero: bool = True
    signed: bool = False
    time: bool = False
    lines: int = 1


@dataclass(frozen=True)
class Scale:
    """Points along the plot for the values of an axis."""

    low: float
    high: float
    room: float

    def to(self, value: float) -> float:
        """How many points from the left edge a value lies."""
        return (value - self.low) / (self.high - self.low) * self.room

    @property
    def point(self) -> float:
        """The units of the axis in one point."""
        return (self.high - self.low) / self.room

    @property
    def inset(self) -> float:
        """Where labels above the marks begin: right of the axis, if it is at the left edge."""
        return 5.0 if self.low == 0 else 0.0


@dataclass(frozen=True)
class Placed:
    """A row with the places of its texts: x from the left of the plot, y downwards."""

    row: Row
    top: float
    y: float
    label: tuple[tuple[float, str], ...] = ()
    text: tuple[str, ...] = ()
    text_at: tuple[float, float] = (0.0, 0.0)
    head: str = ""
    head_y: float = 0.0

    @property
    def first_y(self) -> float:
        """The height of its uppermost text."""
        return min([self.y, *(y for y, _ in self.label)])


@dataclass(frozen=True)
class Arranged:
    """A panel ready to be drawn; the widths and heights are in points."""

    panel: Panel
    scale: Scale
    sizes: Sizes
    rows: tuple[Placed, ...]
    left: float
    group_width: float
    height: float
    thin: bool
    strip: tuple[float, float] | None


def head_lines(head: str, room: float, sizes: Sizes) -> list[str]:
    """The label of a group in one line or two."""
    return words.wrap(head, sizes.text, room, 2, bold=True)


def circle(sizes: Sizes) -> float:
    """The width of a circled claim number."""
    return sizes.small * 1.62
