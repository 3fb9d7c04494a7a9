"""Charts to files, the same bytes each time; the SVG says what it shows and links to sources."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis import labels
from analysis.charts import cards, svg, tracing
from analysis.charts.annotations import Chart, plain, record
from analysis.charts.style import DPI

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FORMATS = ("svg", "png", "pdf")
PIXELS_PER_DOT = 2
COLOURS = 64


def alt(ax: Axes) -> str:
    """One sentence on the chart: its kind, what is drawn, the finding."""
    return record(ax).alt


def description(ax: Axes) -> str:
    """The alt text and then every mark in words, one a line, with source, range and verdict."""
    return cards.description(record(ax))


def rows(ax: Axes) -> pd.DataFrame:
    """The rows drawn, in mark order; `mark` is the claim number, `words` and `source` its texts."""
    return record(ax).rows.copy()


def empty(ax: Axes) -> bool:
    """Whether there was nothing to draw; the chart then says in words what the data lack."""
    return record(ax).rows.empty


def save(
    ax: Axes,
    folder: str | os.PathLike[str],
    formats: Sequence[str] = FORMATS,
    name: str | None = None,
) -> list[Path]:
    """The files written, one a format, named after the chart or `name`.

    `name` also begins every id in the SVG, so that two of them can stand in one page. The bytes
    depend on the rows and on nothing of the machine.

    Raises ValueError for a format that is not svg, png or pdf.
    """
    unknown = [form for form in formats if form not in FORMATS]
    if unknown:
        raise ValueError(f"no chart is saved as {unknown[0]!r}: take one of {', '.join(FORMATS)}")
    name = name or record(ax).name
    Path(folder).mkdir(parents=True, exist_ok=True)
    paths = [Path(folder) / f"{name}.{form}" for form in formats]
    for path, form in zip(paths, formats, strict=True):
        path.write_bytes(encoded(ax, form, name))
    return paths


def encoded(ax: Axes, form: str, name: str) -> bytes:
    """The chart in one format."""
    import matplotlib

    chart = record(ax)
    buffer = io.BytesIO()
    with plain():
        matplotlib.rcParams.update({"svg.hashsalt": name, "svg.fonttype": "path"})
        _figure(ax).savefig(buffer, **_options(form, chart))
    if form == "svg":
        return svg.told(buffer.getvalue(), name, chart)
    return _small(buffer.getvalue(), ax) if form == "png" else buffer.getvalue()


def _options(form: str, chart: Chart) -> dict[str, Any]:
    """What `savefig` needs for a format: metadata without dates and versions."""
    if form == "png":
        return {"format": "rgba", "dpi": PIXELS_PER_DOT * DPI}
    if form == "pdf":
        meta = {"Creator": None, "Producer": None, "CreationDate": None}
        told = {"Title": labels.visible(chart.title), "Subject": chart.alt}
        keywords = {"Keywords": tracing.provenance(chart).text}
        return {"format": "pdf", "metadata": meta | told | keywords}
    meta = {"Creator": None, "Date": None, "Format": None, "Type": None}
    return {"format": "svg", "metadata": meta}


def _small(pixels: bytes, ax: Axes) -> bytes:
    """The pixels as a PNG of a few colours, a quarter of the size: two hues and greys need no more.

    The title, the alt text and where it comes from stand in its metadata.
    """
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    wide = int(_figure(ax).get_figwidth() * PIXELS_PER_DOT * DPI + 1e-6)
    high = len(pixels) // (4 * wide)
    picture = Image.frombuffer("RGBA", (wide, high), pixels, "raw", "RGBA", 0, 1).convert("RGB")
    about = PngInfo()
    about.add_itxt("Title", labels.visible(record(ax).title))
    about.add_itxt("Description", record(ax).alt)
    about.add_itxt(tracing.CHUNK, tracing.provenance(record(ax)).text)
    buffer = io.BytesIO()
    few = picture.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(buffer, "PNG", pnginfo=about, dpi=(PIXELS_PER_DOT * DPI,) * 2)
    return buffer.getvalue()


def _figure(ax: Axes) -> Figure:
    figure = ax.get_figure(root=True)
    assert figure is not None
    return figure


class Shown:
    """A chart for a notebook: a picture with its alt text beside it."""

    def __init__(self, ax: Axes) -> None:
        self.ax = ax

    def __repr__(self) -> str:
        return alt(self.ax)

    def _repr_mimebundle_(self, **_: object) -> tuple[dict[str, Any], dict[str, Any]]:
        """The picture and the alt text, and what a page needs to know of the picture."""
        chart = record(self.ax)
        wide, high = _figure(self.ax).get_size_inches() * DPI
        about = {
            "alt": chart.alt, "chart": chart.name, "width": round(wide), "height": round(high),
        } | ({"empty": True} if empty(self.ax) else {})  # fmt: skip
        picture = encoded(self.ax, "png", chart.name)
        return {"image/png": picture, "text/plain": chart.alt}, {"image/png": about}


def show(ax: Axes) -> Shown:
    """The chart as the last line of a notebook's cell: a picture that keeps its alt text."""
    record(ax)
    return Shown(ax)
