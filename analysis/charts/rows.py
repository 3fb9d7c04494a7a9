"""Rows of marks on an axis: what a row is, and where everything of it stands, in points.

The arrangement is made before anything is drawn: labels are measured, each row gets the height
that its texts need, and the height of the chart follows. Beside the plot on wide charts, above
their marks on the phone. Too many rows to label become thin ones under group labels alone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from analysis.charts import words
from analysis.charts.marks import Mark
from analysis.charts.spreading import spread, stack
from analysis.charts.style import Sizes

#: More rows than this are drawn thin, without a text each.
MOST_ROWS = 96
THIN = 4.6
GAP = 6.0
RADIUS = 5.0
STRIP = 44.0
GUTTER = 13.0


@dataclass(frozen=True)
class Row:
    """One line of a chart: its marks, the label beside them and the number in words at them.

    `place` is a day since 1970 for rows along a strip of time, `repeats` the id of a mark of the row
    whose state this one repeats, `track` joins a part and its whole, `apart` leaves some room above.
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
    strip: tuple[float, float] | None = field(default=None)


@dataclass(frozen=True)
class _Columns:
    """The widths left of the plot."""

    strip: float
    group: float
    label: float
    gutter: float

    @property
    def left(self) -> float:
        return self.strip + self.group + self.label + self.gutter


def arrange(
    panels: Sequence[Panel], room: float, sizes: Sizes, thin: bool = False
) -> list[Arranged]:
    """The panels in so many points of width, every text measured and placed.

    They share the widths of their labels, so that their plots stand exactly under each other.
    """
    rows = [row for panel in panels for row in panel.rows]
    thin = thin or len(rows) > MOST_ROWS
    columns = _columns(rows, room, sizes, panels[0].lines, thin)
    return [_arranged(panel, room, sizes, columns, thin) for panel in panels]


def _arranged(
    panel: Panel, room: float, sizes: Sizes, columns: _Columns, thin: bool
) -> Arranged:
    scale = _scale(panel, room - columns.left)
    heads = _heads(panel.rows)
    drafts = [
        _draft(row, head, bool(after), panel, scale, sizes, columns, thin)
        for row, head, after in zip(panel.rows, heads, [*heads[1:], "end"], strict=True)
    ]
    tops, height, strip = _tops(panel.rows, [d.height for d in drafts])
    placed = tuple(d.at(top) for d, top in zip(drafts, tops, strict=True))
    return Arranged(
        panel, scale, sizes, placed, columns.left, columns.group, height, thin, strip
    )


def _columns(
    rows: Sequence[Row], room: float, sizes: Sizes, lines: int, thin: bool
) -> _Columns:
    strip = STRIP if any(math.isfinite(row.place) for row in rows) else 0.0
    gutter = GUTTER if any(row.repeats for row in rows) and not thin else 0.0
    if not sizes.beside and not thin:
        return _Columns(strip, 0.0, 0.0, gutter)
    groups = max((_group_width(row, room, sizes) for row in rows), default=0.0)
    group = min(groups + 9, room * 0.3) if groups else 0.0
    wanted = 0.0 if thin else max((_label_width(row, lines, sizes) for row in rows), default=0.0)
    label = min(wanted + 9, room * (0.58 if lines == 1 else 0.46) - strip - group) if wanted else 0.0
    return _Columns(strip, group, label, gutter)


def _label_width(row: Row, lines: int, sizes: Sizes) -> float:
    """The width that a label asks for; where it may take two lines, its last part stands below."""
    first, last = "".join(row.label[:2]), row.label[2]
    if lines == 1:
        return words.width(first + last, sizes.label)
    return max(words.width(first, sizes.label), words.width(last, sizes.label))


def _group_width(row: Row, room: float, sizes: Sizes) -> float:
    """The width that a group's label asks for: a long one takes two lines."""
    whole = words.width(row.group, sizes.text, bold=True)
    if whole <= room * 0.18:
        return whole
    lines = words.wrap(row.group, sizes.text, whole * 0.62, bold=True)
    return max(words.width(line, sizes.text, bold=True) for line in lines)


def head_lines(head: str, room: float, sizes: Sizes) -> list[str]:
    """The label of a group in one line or two."""
    return words.wrap(head, sizes.text, room, 2, bold=True)


def _scale(panel: Panel, room: float) -> Scale:
    marks = [mark for row in panel.rows for mark in row.marks]
    known = [x for mark in marks for x in mark.known] + ([0.0] if panel.zero else [])
    low, high = (min(known), max(known)) if known else (0.0, 1.0)
    if low == high:
        low, high = (low, high + 1.0) if panel.zero and low >= 0 else (low - 1.0, high + 1.0)
    ends = [end for mark in marks for end in mark.ends((high - low) / room)]
    pad = (high - low) * 0.03
    first = 0.0 if panel.zero and low == 0.0 else min([low, *ends]) - pad
    return Scale(first, max([high, *ends]) + pad, room)


def _heads(rows: Sequence[Row]) -> list[str]:
    """The group of each row that begins one, empty for the others."""
    before = ["", *(row.group for row in rows)]
    return [r.group if r.group != b else "" for r, b in zip(rows, before, strict=False)]


def _tops(
    rows: Sequence[Row], heights: list[float]
) -> tuple[list[float], float, tuple[float, float] | None]:
    """The tops of the rows, the height of all, and the span of time along it."""
    places = [row.place for row in rows]
    if not rows or not all(math.isfinite(place) for place in places):
        return stack(heights), sum(heights), None
    first, last = min(places), max(places)
    room, pad = sum(heights) * 1.12, heights[0] / 2
    days = max(last - first, 1.0)
    centres = [pad + (place - first) / days * (room - 2 * pad) for place in places]
    per_day = (room - 2 * pad) / days
    return spread(centres, heights, room), room, (first - pad / per_day, last + pad / per_day)


@dataclass(frozen=True)
class _Draft:
    """A row measured but not yet placed."""

    row: Row
    height: float
    middle: float
    head: str
    label: tuple[tuple[float, str], ...]
    text: tuple[str, ...]
    text_x: float
    text_y: float
    head_y: float

    def at(self, top: float) -> Placed:
        lines = tuple((top + y, text) for y, text in self.label)
        where = (self.text_x, top + self.text_y)
        head_y = top + self.head_y
        return Placed(
            self.row, top, top + self.middle, lines, self.text, where, self.head, head_y
        )


def _draft(
    row: Row, head: str, alone: bool, panel: Panel, scale: Scale, sizes: Sizes,
    columns: _Columns, thin: bool,
) -> _Draft:  # fmt: skip
    gap = GAP if head or row.apart else 0.0
    if thin:
        return _Draft(row, THIN + gap / 3, gap / 3 + THIN / 2, head, (), (), 0, 0, gap / 3 + THIN / 2)
    line = sizes.line(sizes.text)
    pitch = sizes.pitch * (0.9 if row.minor else 1.0)
    lines = _label(row, panel, scale, sizes, columns)
    above = 0.0 if sizes.beside else (bool(head) + len(lines)) * line + 2
    beside = max(pitch, len(lines) * line + 3) if sizes.beside else pitch
    middle = gap + above + beside / 2
    first = middle - (len(lines) - 1) * line / 2
    if not sizes.beside:
        first = gap + (bool(head) + 0.5) * line + 1
    text, text_x, below = _text(row, scale, sizes)
    height = gap + above + beside + (len(text) * line + 1 if below else 0.0)
    if alone and sizes.beside and len(head_lines(head, columns.group - 9, sizes)) > 1:
        height = max(height, gap + beside + line)
    label = tuple((first + index * line, text) for index, text in enumerate(lines))
    return _Draft(
        row, height, middle, head, label, text, text_x, middle + (line + 1 if below else 0),
        first if sizes.beside else gap + line / 2 + 1,
    )  # fmt: skip


def _label(
    row: Row, panel: Panel, scale: Scale, sizes: Sizes, columns: _Columns
) -> list[str]:
    room = columns.label - 9 if sizes.beside else scale.room
    whole = "".join(row.label)
    if panel.lines > 1 and words.width(whole, sizes.label) > room:
        first, last = "".join(row.label[:2]), row.label[2].lstrip(", ")
        lines = words.wrap(first, sizes.label, room, panel.lines - bool(last))
        return [*lines, words.cut(last, sizes.label, room)] if last else lines
    return [words.elastic(row.label, sizes.label, room)] if whole else []


def circle(sizes: Sizes) -> float:
    """The width of a circled claim number."""
    return sizes.small * 1.62


def _text(row: Row, scale: Scale, sizes: Sizes) -> tuple[tuple[str, ...], float, bool]:
    """The text, its x, and whether it stands below the marks, in two lines at most."""
    numbers = len(row.numbers) * (circle(sizes) + 2) + 3
    need = words.width(row.text, sizes.text) + numbers
    ends = [scale.to(end) for mark in row.marks for end in mark.ends(scale.point)] or [0.0]
    right, left = max(ends) + RADIUS + 3, min(ends) - RADIUS - 3
    if right + need <= scale.room:
        return (row.text,), right, False
    if left - need >= 0:
        return (row.text,), left - need, False
    lines = words.wrap(row.text, sizes.text, scale.room - numbers, 2) or [""]
    need = max(words.width(line, sizes.text) for line in lines) + numbers
    return tuple(lines), max(min(min(ends), scale.room - need), 0.0), True
