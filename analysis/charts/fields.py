"""A grid: a line a point, a column a source, an entry where the source names a field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.charts import marks, words
from analysis.charts.axis import bare
from analysis.charts.marks import Mark
from analysis.charts.panels import MOST_ROWS, THIN, circle
from analysis.charts.pen import Pen
from analysis.charts.style import FAINT, GREY, GRID, INK, Sizes

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: The least width of a column that can hold words, and where a mark and its words stand in it.
READABLE = 78.0
INDENT = 5.0
WORDS = 13.0
ABSENT = "not named"


@dataclass(frozen=True)
class Entry:
    """A field that a source names; the mark's `at` is the column of the source."""

    mark: Mark
    text: str
    number: int


@dataclass(frozen=True)
class Line:
    """A point with its number, its name and the entries that fit it."""

    number: str
    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class _Cell:
    """An entry with its words in lines and its height from the top of the grid."""

    entry: Entry
    lines: list[str]
    y: float


@dataclass(frozen=True)
class _Placed:
    """A line with its place: its label's lines and heights, its cells."""

    line: Line
    top: float
    height: float
    label: list[tuple[float, str]]
    body: float
    cells: list[_Cell]


class Grid:
    """The body of the chart; without room for words in the columns it draws the marks alone."""

    def __init__(
        self, lines: Sequence[Line], columns: Sequence[str], room: float, sizes: Sizes, thin: bool
    ) -> None:
        beside = sizes.beside
        self.sizes, self.columns = sizes, columns
        self.left = room * 0.36 if beside else 0.0
        self.column = (room - self.left) / max(len(columns), 1)
        entries = sum(len(line.entries) for line in lines)
        self.thin = thin or max(len(lines), entries) > MOST_ROWS or self.column < READABLE
        self.line = sizes.line(sizes.text)
        self.heads = [words.wrap(h, sizes.small, self.column - 8, 2, bold=True) for h in columns]
        self.placed: list[_Placed] = []
        for line in lines:
            before = self.placed[-1].top + self.placed[-1].height if self.placed else 0.0
            self.placed.append(self._place(line, before))
        self.height = self.placed[-1].top + self.placed[-1].height
        self.above = 0.0 if self.thin else 2 * sizes.line(sizes.small) + 6
        self.below = 4.0

    def _place(self, line: Line, top: float) -> _Placed:
        """The line with its texts in lines, as high as the highest of its cells and its label."""
        label = self._label(line)
        if self.thin:
            return self._place_thin(line, label, top)
        body = top + 4 + (0.0 if self.sizes.beside else len(label) * self.line + 1)
        cells, lowest = self._cells(line, body)
        rows = [(top + 4 + (n + 0.5) * self.line, text) for n, text in enumerate(label)]
        lowest = max(lowest, rows[-1][0] + self.line / 2 if rows else top)
        return _Placed(line, top, lowest + 4 - top, rows, body, cells)

    def _place_thin(self, line: Line, label: list[str], top: float) -> _Placed:
        """The line with its marks alone, those of one column under each other."""
        used = [0] * max(len(self.columns), 1)
        above = 0.0 if self.sizes.beside else len(label) * self.line
        cells = []
        for entry in line.entries:
            column = int(entry.mark.at)
            cells.append(_Cell(entry, [], top + above + 3 + (used[column] + 0.5) * THIN))
            used[column] += 1
        height = max(above + max(used) * THIN + 6, self.line + 6)
        rows = [(top + 3 + self.line / 2, text) for text in label]
        return _Placed(line, top, height, rows, top, cells)

    def _label(self, line: Line) -> list[str]:
        text = f"{line.number}  {line.name}" if line.number else line.name
        room = self.left - 12 if self.sizes.beside else self.column * max(len(self.columns), 1)
        if self.thin:
            return [words.cut(text, self.sizes.text, room)]
        return words.wrap(text, self.sizes.text, room, 4)

    def _cells(self, line: Line, top: float) -> tuple[list[_Cell], float]:
        """The entries of each column under each other, and where the lowest ends."""
        lows = [top + self.line] * max(len(self.columns), 1)
        used = [top] * max(len(self.columns), 1)
        cells = []
        for entry in line.entries:
            column = int(entry.mark.at)
            room = self.column - WORDS - circle(self.sizes) - 8
            text = words.wrap(entry.text, self.sizes.text, room, 3)
            cells.append(_Cell(entry, text, used[column]))
            used[column] += max(len(text) * self.line, circle(self.sizes)) + 2
        return cells, max(lows + used)

    def draw(self, ax: Axes) -> None:
        """Draws the grid; x counts columns, y points downwards."""
        bare(ax)
        ax.set_xticks([])
        ax.set_xlim(-INDENT / self.column, max(len(self.columns), 1) - INDENT / self.column)
        ax.set_ylim(self.height, 0.0)
        pen = Pen(ax, self.sizes)
        self._rules(pen)
        for placed in self.placed:
            self._labels(placed, pen)
            for cell in placed.cells:
                self._cell(cell, pen)
        if not self.thin:
            self._heads(pen)

    def _rules(self, pen: Pen) -> None:
        """A light line above each point and below the last."""
        right = self.column * max(len(self.columns), 1)
        for y in [*(placed.top for placed in self.placed), self.height]:
            pen.trace([-self.left, right], [y, y], colour=GRID, linewidth=0.8)

    def _heads(self, pen: Pen) -> None:
        size = self.sizes.small
        for column, lines in enumerate(self.heads):
            for index, text in enumerate(reversed(lines)):
                y = -4 - (index + 0.5) * self.sizes.line(size)
                pen.write(column * self.column, y, text, size, pen.top, colour=GREY, bold=True)

    def _labels(self, placed: _Placed, pen: Pen) -> None:
        named = bool(placed.cells)
        for y, text in placed.label:
            pen.write(-self.left, y, text, self.sizes.text, colour=INK if named else FAINT)
        if self.thin:
            return
        found = {int(cell.entry.mark.at) for cell in placed.cells}
        for column in set(range(len(self.columns))) - found if placed.line.number else ():
            y = placed.body + self.line / 2
            pen.write(column * self.column + WORDS, y, ABSENT, self.sizes.text, colour=FAINT)

    def _cell(self, cell: _Cell, pen: Pen) -> None:
        entry, size = cell.entry, self.sizes.text
        y = cell.y if self.thin else cell.y + self.line / 2
        marks.draw(pen.ax, entry.mark, y, 1 / self.column, 0.6 if self.thin else 1.0)
        x = entry.mark.at * self.column + WORDS
        for index, text in enumerate(cell.lines):
            pen.write(
                x, y + index * self.line, text, size, colour=entry.mark.colour, url=entry.mark.url
            )
        if cell.lines:
            x += words.width(cell.lines[-1], size) + 4 + circle(self.sizes) / 2
            pen.circled(x, y + (len(cell.lines) - 1) * self.line, entry.number, entry.mark.url)
