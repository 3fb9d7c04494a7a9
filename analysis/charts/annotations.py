"""What stands around a plot: title, subtitle, key, numbered source lines; and the record of it.

`compose` measures everything, sets the size of the figure (or takes the box of a given Axes), and
then draws; so nothing has to be cropped or moved afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol
from weakref import WeakKeyDictionary

import pandas as pd

from analysis import labels
from analysis.charts import marks, source_lines, words
from analysis.charts.marks import Mark
from analysis.charts.pen import Pen
from analysis.charts.source_lines import BETWEEN
from analysis.charts.source_lines import Source as Source
from analysis.charts.style import DPI, FAINT, GREY, PAPER, SIZES, Sizes, points, widest

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Title lines at most, and the room of a mark in the key.
TITLE_LINES = 3
SIGN = 21.0


@dataclass(frozen=True)
class Sign:
    """One entry of the key: a mark in points from the left, and what it stands for."""

    mark: Mark
    text: str


@dataclass(frozen=True)
class Chart:
    """All that is written on a chart, made before it is known how wide it gets.

    `rows` are the rows drawn, in mark order, with the columns of `telling.recorded`. What it was
    made from is stamped on it by `draw`: `data_version`, `command`, `reading`.
    """

    name: str
    kind: str
    title: str
    subtitle: str
    rows: pd.DataFrame
    sources: tuple[Source, ...] = ()
    key: tuple[Sign, ...] = ()
    data_version: str = ""
    command: str = ""
    reading: str = ""

    @property
    def alt(self) -> str:
        """One sentence: the kind of chart, what is drawn, and the finding."""
        what = self.subtitle.partition(";")[0]
        return labels.visible(f"{self.kind} “{what}”: {self.title}.")


class Body(Protocol):
    """The plot of a chart, arranged for a width: its rooms around the Axes, and how to draw it."""

    left: float
    above: float
    height: float
    below: float
    thin: bool

    def draw(self, ax: Axes) -> None:
        """Draws on the Axes, whose box is `height` high."""


class Arranger(Protocol):
    """Makes a body for so many points of width."""

    def __call__(self, room: float, sizes: Sizes, thin: bool) -> Body:
        """The body; `thin` asks for the form without a text a row."""


@dataclass(frozen=True)
class _Page:
    """The texts around the plot in lines, with their heights in points."""

    room: float
    sizes: Sizes
    title: list[str]
    subtitle: list[str]
    key: list[list[Sign]]
    sources: list[Source]

    @property
    def head(self) -> float:
        """The height above the plot and its axis."""
        s = self.sizes
        title = len(self.title) * s.line(s.title) + 3
        return title + len(self.subtitle) * s.line(s.text) + len(self.key) * self.key_line + 8

    @property
    def key_line(self) -> float:
        return self.sizes.line(self.sizes.small) + 3

    @property
    def foot(self) -> float:
        """The height below the plot and its axis."""
        lines = -(-len(self.sources) // self.sizes.columns)
        return lines * self.sizes.line(self.sizes.small) + (10 if lines else 0)


_records: WeakKeyDictionary[Axes, Chart] = WeakKeyDictionary()


def record(ax: Axes) -> Chart:
    """What was drawn on the Axes.

    Raises ValueError where no chart of this package was.
    """
    if ax not in _records:
        raise ValueError("no chart was drawn on these Axes: pass what a chart function returned")
    return _records[ax]


def stamp(ax: Axes, **known: Any) -> None:
    """Completes what is known of the chart on the Axes, by the fields of `Chart`."""
    _records[ax] = replace(record(ax), **known)


@contextmanager
def plain() -> Iterator[None]:
    """matplotlib's own defaults, whatever the user's settings; letters as wide as measured."""
    import matplotlib

    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams["text.hinting"] = "none"
        yield


def compose(chart: Chart, arranger: Arranger, ax: Axes | None, width: str) -> Axes:
    """Draws a chart on the Axes given, or on a figure of its own of the named width."""
    with plain():
        if ax is None:
            ax, body, page = _own(chart, arranger, width)
        else:
            body, page = _guest(chart, arranger, ax, width)
        body.draw(ax)
        _write(page, body, Pen(ax, page.sizes))
    _records[ax] = chart
    return ax


def _own(chart: Chart, arranger: Arranger, width: str) -> tuple[Axes, Body, _Page]:
    """A figure that is just high enough, with the Axes where the plot is."""
    from matplotlib.figure import Figure

    full, sizes = points(width), SIZES[width]
    room = full - 2 * sizes.margin
    body = arranger(room, sizes, False)
    page = _page(chart, room, sizes, body.thin)
    total = 2 * sizes.margin + page.head + body.above + body.height + body.below + page.foot
    figure = Figure(figsize=(full / 72, total / 72), dpi=DPI, facecolor=PAPER)
    ax = figure.add_axes(_rectangle(page, body, (0.0, 0.0, full, total), total))
    return ax, body, page


def _guest(chart: Chart, arranger: Arranger, ax: Axes, width: str) -> tuple[Body, _Page]:
    """Takes the box of the given Axes as the page; too low a box gets thin rows and no sources."""
    figure = ax.get_figure()
    assert figure is not None
    inches = ax.get_position(original=True).bounds
    size = figure.bbox.transformed(figure.dpi_scale_trans.inverted())
    x, y, full, total = (
        share * 72 * side for share, side in zip(inches, [size.width, size.height] * 2, strict=True)
    )
    sizes = SIZES[min(width, widest(full), key=points)]
    room = full - 2 * sizes.margin
    body = arranger(room, sizes, False)
    page = _page(chart, room, sizes, body.thin)
    if page.head + body.above + body.height + body.below + page.foot + 2 * sizes.margin > total:
        body = arranger(room, sizes, True)
        page = _page(chart, room, sizes, True)
    whole = (size.width * 72, size.height * 72)
    ax.set_position(_rectangle(page, body, (x, y, full, total), total, whole))
    return body, page


def _rectangle(
    page: _Page, body: Body, box: tuple[float, float, float, float], total: float,
    whole: tuple[float, float] | None = None,
) -> tuple[float, float, float, float]:  # fmt: skip
    """Where the plot is in the figure, in shares of it."""
    wide, high = whole or (box[2], box[3])
    margin = page.sizes.margin
    left, bottom = box[0] + margin + body.left, box[1] + margin + page.foot + body.below
    height = total - 2 * margin - page.head - page.foot - body.above - body.below
    room = box[2] - 2 * margin - body.left
    return left / wide, bottom / high, room / wide, max(height, 20.0) / high


def _page(chart: Chart, room: float, sizes: Sizes, thin: bool) -> _Page:
    sources = list(chart.sources)
    if thin and sources:
        many = f"{len(sources)} sources" if len(sources) > 1 else "One source"
        note = f"{many}, named in the description of this chart"
        sources = [Source(note)]
    return _Page(
        room, sizes,
        words.balanced(chart.title, sizes.title, room, TITLE_LINES, bold=True),
        words.wrap(chart.subtitle, sizes.text, room),
        _key_lines(chart.key, sizes, room),
        source_lines.fitted(sources, sizes, room),
    )  # fmt: skip


def _key_lines(key: Sequence[Sign], sizes: Sizes, room: float) -> list[list[Sign]]:
    lines: list[list[Sign]] = []
    used = room
    for sign in key:
        sign = replace(sign, text=words.cut(sign.text, sizes.small, room - SIGN))
        need = SIGN + words.width(sign.text, sizes.small) + 12
        if used + need > room + 12:
            lines.append([])
            used = 0.0
        lines[-1].append(sign)
        used += need
    return lines


def _write(page: _Page, body: Body, pen: Pen) -> None:
    """Writes the head above and the sources below the plot."""
    s, x = page.sizes, -body.left
    y = -page.head - body.above
    for text in page.title:
        pen.write(x, y + s.line(s.title) / 2, text, s.title, pen.top, bold=True)
        y += s.line(s.title)
    y += 3
    for text in page.subtitle:
        pen.write(x, y + s.line(s.text) / 2, text, s.text, pen.top, colour=GREY)
        y += s.line(s.text)
    for signs in page.key:
        y += page.key_line
        _key(signs, x, y - page.key_line / 2 + 1, pen)
    _sources(page, body, pen)


def _key(signs: Sequence[Sign], x: float, y: float, pen: Pen) -> None:
    from matplotlib.transforms import Affine2D

    for sign in signs:
        where = Affine2D().translate(x + 2, 0) + pen.top
        marks.draw(pen.ax, sign.mark, y, 1.0, 0.85, where)
        pen.write(x + SIGN, y, sign.text, pen.sizes.small, pen.top, colour=GREY)
        x += SIGN + words.width(sign.text, pen.sizes.small) + 12


def _sources(page: _Page, body: Body, pen: Pen) -> None:
    s = page.sizes
    column = (page.room + BETWEEN) / s.columns
    lines = -(-len(page.sources) // s.columns)
    for index, source in enumerate(page.sources):
        x = -body.left + (index // lines) * column
        y = body.below + 10 + (index % lines + 0.5) * s.line(s.small)
        colour = GREY if source.url else FAINT
        pen.write(x, y, source.text, s.small, pen.bottom, colour=colour, url=source.url)
