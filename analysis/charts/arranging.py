"""Where everything of a row chart stands, found before anything is drawn.

Labels are measured, each row gets the height that its texts need, and the height of the chart
follows. Labels stand beside the plot on wide charts, above their marks on the phone. Too many rows
to label become thin ones under the labels of their groups alone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.charts import words
from analysis.charts.days import whole_years
from analysis.charts.panels import (
    BESIDE,
    GAP,
    GUTTER,
    MOST_ROWS,
    RADIUS,
    STRIP,
    THIN,
    Arranged,
    Panel,
    Placed,
    Row,
    Scale,
    circle,
    head_lines,
)  # fmt: skip
from analysis.charts.spreading import spread, stack
from analysis.charts.style import Sizes


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


def _arranged(panel: Panel, room: float, sizes: Sizes, columns: _Columns, thin: bool) -> Arranged:
    scale = scale_of(panel, room - columns.left)
    heads = _heads(panel.rows)
    drafts = [
        _thin(row, head) if thin else _draft(row, head, bool(after), panel, scale, sizes, columns)
        for row, head, after in zip(panel.rows, heads, [*heads[1:], "end"], strict=True)
    ]
    tops, height, strip = _tops(panel.rows, [d.height for d in drafts])
    placed = tuple(d.at(top) for d, top in zip(drafts, tops, strict=True))
    return Arranged(panel, scale, sizes, placed, columns.left, columns.group, height, thin, strip)


def _columns(rows: Sequence[Row], room: float, sizes: Sizes, lines: int, thin: bool) -> _Columns:
    strip = STRIP if any(math.isfinite(row.place) for row in rows) else 0.0
    gutter = GUTTER if any(row.repeats for row in rows) and not thin else 0.0
    if not sizes.beside and not thin:
        return _Columns(strip, 0.0, 0.0, gutter)
    groups = max((_group_width(row, room, sizes, thin) for row in rows), default=0.0)
    group = min(groups + BESIDE + 0.5, room * 0.32) if groups else 0.0
    wanted = 0.0 if thin else max((_label_width(row, lines, sizes) for row in rows), default=0.0)
    most = room * (0.58 if lines == 1 else 0.46) - strip - group
    return _Columns(strip, group, min(wanted + BESIDE + 0.5, most) if wanted else 0.0, gutter)


def _label_width(row: Row, lines: int, sizes: Sizes) -> float:
    """The width that a label asks for; where it may take two lines, its last part stands below."""
    first, last = "".join(row.label[:2]), row.label[2]
    if lines == 1:
        return words.width(first + last, sizes.label)
    return max(words.width(first, sizes.label), words.width(last, sizes.label))


def _group_width(row: Row, room: float, sizes: Sizes, thin: bool) -> float:
    """The width that a group's label asks for: a long one takes two lines."""
    whole = words.width(row.group, sizes.text, bold=True)
    if thin or whole <= room * 0.18:
        return whole
    lines = words.wrap(row.group, sizes.text, whole * 0.62, bold=True)
    return max(words.width(line, sizes.text, bold=True) for line in lines)


def scale_of(panel: Panel, room: float) -> Scale:
    """The scale of a panel's axis: every mark to its ends, zero where the panel asks for it.

    It begins at zero where nothing reaches below.
    """
    marks = [mark for row in panel.rows for mark in row.marks]
    known = [x for mark in marks for x in mark.known] + ([0.0] if panel.zero else [])
    low, high = (min(known), max(known)) if known else (0.0, 1.0)
    if panel.time:
        return Scale(*whole_years(low, high), room)
    if low == high:
        low, high = (low, high + 1.0) if panel.zero and low >= 0 else (low - 1.0, high + 1.0)
    ends = [end for mark in marks for end in mark.ends((high - low) / room)]
    pad = (high - low) * 0.03
    least = min([low, *ends])
    first = 0.0 if panel.zero and least == 0.0 else least - pad
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
    if first == last:
        room = sum(heights)
        return spread([room / 2] * len(rows), heights, room), room, (first - 183, last + 183)
    room, pad = sum(heights) * 1.12, heights[0] / 2
    per_day = (room - 2 * pad) / (last - first)
    centres = [pad + (place - first) * per_day for place in places]
    strip = (first - pad / per_day, last + pad / per_day)
    return spread(centres, heights, room), room, strip


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
        return Placed(self.row, top, top + self.middle, lines, self.text, where, self.head, head_y)


def _draft(
    row: Row, head: str, alone: bool, panel: Panel, scale: Scale, sizes: Sizes, columns: _Columns
) -> _Draft:
    """A row with its texts measured: what stands above its marks, beside and below them."""
    line = sizes.line(sizes.text)
    gap = GAP if head or row.apart else 0.0
    lines = _label(row, panel, scale, sizes, columns)
    text, text_x, below = _text(row, scale, sizes)
    pitch = sizes.pitch * (0.9 if row.minor else 1.0)
    above = 0.0 if sizes.beside else (bool(head) + len(lines)) * line + 2
    beside = max(pitch, len(lines) * line + 3) if sizes.beside else pitch
    under = len(text) * line + 1 if below else 0.0
    if alone and sizes.beside and len(head_lines(head, columns.group - BESIDE, sizes)) > 1:
        under = max(under, line)
    middle = gap + above + beside / 2
    first = middle - (len(lines) - 1) * line / 2 if sizes.beside else above + gap - 1 - line * (
        len(lines) - 0.5
    )  # fmt: skip
    label = tuple((first + index * line, text) for index, text in enumerate(lines))
    text_y = middle + (line + 1 if below else 0.0)
    head_y = first if sizes.beside else gap + line / 2 + 1
    height = gap + above + beside + under
    return _Draft(row, height, middle, head, label, text, text_x, text_y, head_y)


def _thin(row: Row, head: str) -> _Draft:
    """A row without texts, somewhat apart where a group begins."""
    gap = 2.0 if head else 0.0
    return _Draft(row, THIN + gap, gap + THIN / 2, head, (), (), 0.0, 0.0, gap + THIN / 2)


def _label(row: Row, panel: Panel, scale: Scale, sizes: Sizes, columns: _Columns) -> list[str]:
    room = columns.label - BESIDE if sizes.beside else scale.room - scale.inset
    whole = "".join(row.label)
    if panel.lines > 1 and words.width(whole, sizes.label) > room:
        first, last = "".join(row.label[:2]), row.label[2].lstrip(", ")
        lines = words.wrap(first, sizes.label, room, panel.lines - bool(last))
        return [*lines, words.cut(last, sizes.label, room)] if last else lines
    return [words.elastic(row.label, sizes.label, room)] if whole else []


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
