"""Every chart drawn and saved for the site, its SVG ready to stand in a page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from analysis import charts
from analysis.tables import Tables

FORMATS = ("svg", "png", "pdf")


@dataclass(frozen=True)
class Picture:
    """A chart as pages show it, with the names of its files in `charts/`."""

    name: str
    title: str
    alt: str
    description: str
    svg: Markup
    phone: Markup
    files: dict[str, str]


def draw(name: str, data: Tables, folder: Path) -> Picture:
    """The chart drawn and saved to the folder, once for a page and once for a phone."""
    ax = charts.draw(name, data)
    saved = charts.save(ax, folder, FORMATS, name=name)
    narrow = charts.draw(name, data, width="phone")
    (small,) = charts.save(narrow, folder, ("svg",), name=f"{name}-phone")
    files = {path.suffix[1:]: path.name for path in saved}
    return Picture(
        name=name,
        title=name.replace("_", " ").capitalize(),
        alt=charts.alt(ax),
        description=charts.description(ax),
        svg=inline(folder / files["svg"]),
        phone=inline(small),
        files=files,
    )


def inline(path: Path) -> Markup:
    """The SVG element of a file, without the lines that only a file needs.

    `charts.save` begins every id with the file's name, so that several can stand in one page.
    """
    text = path.read_text(encoding="utf-8")
    return Markup(text[text.index("<svg") :].strip())
