"""Small panels in a grid on one shared axis: a mark a row, its number in words where it has room.

The panels are read like words, from the left and then downwards. Each row has a line of its own, so
that nothing overlaps however many there are; each line of panels has the numbers of the axis below
it. Where even that would be endless, the marks stand closely under each other, without texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.charts import axis, marks, words
from analysis.charts.arranging import scale_of
from analysis.charts.panels import MOST_ROWS, RADIUS, THIN, Panel, Row, Scale, circle
from analysis.charts.pen import Pen
from analysis.charts.style import FAINT, GREY, GRID, PAPER, Sizes

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.transforms import Transform

#: The least width of a panel in sizes of its text: with texts at the marks, and without.
WITH_TEXTS, WITHOUT = 12.4, 8.2
#: Between two panels beside each other, and below a line of them.
BESIDE, BELOW = 12.0, 9.0
#: A grid higher than this is drawn without texts at the marks.
TALLEST = 4000.0
#: A panel with more rows than this goes on in another one.
LONGEST = 40


@dataclass(frozen=True)
class Cell:
    """One panel: its heading and its rows, in parts under words of their own."""

    heading: str
    parts: tuple[tuple[str, tuple[Row, ...]], ...]

    @property
    def many(self) -> int:
        """How many rows it has."""
        return sum(len(rows) for _, rows in self.parts)


def cells(rows: Sequence[Row]) -> list[Cell]:
    """The rows by group and, in it, by the first words of their label, both in order of occurrence.

    A group with very many rows takes several panels.
    """
    groups: dict[str, dict[str, list[Row]]] = {}
    for row in rows:
        groups.setdefault(row.group, {}).setdefault(row.label[0], []).append(row)
    return [cell for head, parts in groups.items() for cell in _cells(head, parts)]


def _cells(head: str, parts: dict[str, list[Row]]) -> list[Cell]:
    """The panels of one group."""
    named = [(name, row) for name, rows in parts.items() for row in rows]
    found: list[Cell] = []
    for start in range(0, len(named), LONGEST):
        split: dict[str, list[Row]] = {}
        for name, row in named[start : start + LONGEST]:
            split.setdefault(name, []).append(row)
        heading = f"{head}, part {len(found) + 1}" if len(named) > LONGEST else head
        found.append(Cell(heading, tuple((name, tuple(one)) for name, one in split.items())))
    return found


@dataclass(frozen=True)
class _Form:
    """How the panels stand: how many in a line, how wide each, how far a row is from the next."""

    columns: int
    wide: float
    pitch: float
    texts: bool

    @classmethod
    def of(cls, cells: int, room: float, sizes: Sizes, texts: bool) -> _Form:
        """The form with as many columns as fit."""
        least = (WITH_TEXTS if texts else WITHOUT) * sizes.text + BESIDE
        columns = max(min(int((room + BESIDE) // least), cells), 1)
        wide = (room + BESIDE) / columns - BESIDE
        return cls(columns, wide, circle(sizes) + 1.4 if texts else THIN, texts)


@dataclass(frozen=True)
class _Placed:
    """A panel with its left edge and the top and the bottom of its line of panels."""

    cell: Cell
    x: float
    top: float
    bottom: float


class Multiples:
    """The body of a chart of many panels; `panel` says what their shared axis is."""

    left = above = 0.0

    def __init__(
        self, cells: Sequence[Cell], panel: Panel, room: float, sizes: Sizes, thin: bool = False
    ) -> None:
        self.sizes, self.panel, self.room = sizes, panel, room
        self.line, self.small = sizes.line(sizes.text), sizes.line(sizes.small)
        for texts in (True, False):
            self.form = _Form.of(len(cells), room, sizes, texts)
            reserved = RADIUS + 3 + circle(sizes) if texts else 0.0
            self.scale = scale_of(panel, self.form.wide - reserved)
            self.placed = self._place(cells)
            self.height = self.placed[-1].bottom
            if self.height <= TALLEST:
                break
        self.below = 2 * self.small + 4
        self.thin = thin or len(panel.rows) > MOST_ROWS

    def _place(self, cells: Sequence[Cell]) -> list[_Placed]:
        """The panels line by line; all of a line are as high as the highest."""
        placed: list[_Placed] = []
        step, top = self.form.columns, 0.0
        for start in range(0, len(cells), step):
            line = cells[start : start + step]
            bottom = top + max(self._high(cell) for cell in line)
            placed += [
                _Placed(cell, n * (self.form.wide + BESIDE), top, bottom)
                for n, cell in enumerate(line)
            ]
            top = bottom + self.small + BELOW
        return placed

    def _high(self, cell: Cell) -> float:
        named = sum(bool(name) for name, _ in cell.parts)
        rows = sum(self._tall(row) for _, rows in cell.parts for row in rows)
        return self.line + 2 + named * self.small + rows + 1

    def _tall(self, row: Row) -> float:
        """The height of a row: a line, and one more where its text stands below its mark."""
        return self.form.pitch * (2 if self.form.texts and self._text(row)[2] else 1)

    def draw(self, ax: Axes) -> None:
        """Draws every panel; x and y of the Axes are points, marks keep their values."""
        axis.bare(ax)
        ax.set_xticks([])
        ax.set_xlim(0.0, self.room)
        ax.set_ylim(self.height, 0.0)
        pen = Pen(ax, self.sizes)
        for placed in self.placed:
            self._axis(placed, pen)
        for placed in self.placed:
            self._panel(placed, pen)
        size = self.sizes.small
        unit = words.cut(self.panel.unit, size, self.room)
        y = self.below - self.small / 2
        pen.write(self.room, y, unit, size, pen.bottom, colour=GREY, align="right")

    def _axis(self, placed: _Placed, pen: Pen) -> None:
        """The light grid of a panel, zero darker, and the numbers below it."""
        scale, size = self.scale, self.sizes.small
        top = placed.top + self.line + 2
        values = axis.round_values(scale, 4)
        for value in values:
            colour = GRID if value else FAINT
            xs = [placed.x + scale.to(value)] * 2
            pen.trace(xs, [top, placed.bottom], colour=colour, linewidth=0.8)
        y, edges = placed.bottom + 2 + self.small / 2, (0.0, self.form.wide)
        for x, text in axis.apart(values, scale, edges, size, signed=self.panel.signed):
            pen.write(placed.x + x, y, text, size, colour=GREY, align="center")

    def _panel(self, placed: _Placed, pen: Pen) -> None:
        """The heading, and the rows part by part."""
        size, y = self.sizes.text, placed.top + self.line / 2
        heading = words.cut(placed.cell.heading, size, self.form.wide, bold=True)
        pen.write(placed.x, y, heading, size, bold=True)
        where = _from_values(self.scale, placed.x, pen.ax)
        y = placed.top + self.line + 2
        for name, rows in placed.cell.parts:
            if name:
                self._name(name, placed.x, y + self.small / 2, pen)
                y += self.small
            for row in rows:
                self._row(row, placed.x, y + self.form.pitch / 2, where, pen)
                y += self._tall(row)

    def _name(self, name: str, x: float, y: float, pen: Pen) -> None:
        """The words of a part, on white."""
        text = words.cut(name, self.sizes.small, self.form.wide)
        self._clear(x, y, words.width(text, self.sizes.small), pen)
        pen.write(x, y, text, self.sizes.small, colour=GREY)

    def _row(self, row: Row, x: float, y: float, where: Transform, pen: Pen) -> None:
        """The mark, its number in words where it has room, and its claim numbers."""
        if self.form.texts:
            text, start, below = self._text(row)
            wide, line = words.width(text, self.sizes.text), y + below * self.form.pitch
            self._clear(x + start, line, wide, pen)
            colour = row.marks[0].colour
            pen.write(x + start, line, text, self.sizes.text, colour=colour, url=row.url)
            self._circles(row, x + start + wide + (3.0 if text else 0.0), line, pen)
        size = 0.85 if self.form.texts else 0.6
        for mark in row.marks:
            marks.draw(pen.ax, mark, y, self.scale.point, size, where)

    def _text(self, row: Row) -> tuple[str, float, bool]:
        """What is written, where it begins, and whether below the mark for lack of room beside it.

        A text wider than the panel is left to the claim number.
        """
        numbers = len(row.numbers) * (circle(self.sizes) + 2)
        need = words.width(row.text, self.sizes.text) + 3 + numbers
        ends = [self.scale.to(end) for m in row.marks for end in m.ends(self.scale.point)]
        right, left = max(ends) + RADIUS + 2, min(ends) - RADIUS - 2
        if right + need <= self.form.wide + 2:
            return row.text, right, False
        if left >= need:
            return row.text, left - need, False
        if row.text and need <= self.form.wide:
            start = max(min((left + right - need) / 2, self.form.wide - need), 0.0)
            return row.text, start, True
        return "", right, False

    def _circles(self, row: Row, x: float, y: float, pen: Pen) -> None:
        for number in row.numbers:
            pen.circled(x + circle(self.sizes) / 2, y, number, row.url)
            x += circle(self.sizes) + 2

    def _clear(self, x: float, y: float, wide: float, pen: Pen) -> None:
        """White behind a text, so that no line of the grid crosses it."""
        if wide:
            pen.trace([x - 1, x + wide + 1], [y, y], colour=PAPER, linewidth=self.small)


def _from_values(scale: Scale, x: float, ax: Axes) -> Transform:
    """From values of the axis and heights in points to a panel that begins at x."""
    from matplotlib.transforms import Affine2D

    stretched = Affine2D().translate(-scale.low, 0.0).scale(1 / scale.point, 1.0)
    placed: Transform = stretched.translate(x, 0.0) + ax.transData
    return placed
