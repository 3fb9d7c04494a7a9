"""Every chart drawn and saved for the site, its SVG ready to stand in a page.

The PNG of a chart that a notebook shows is the notebook's own; only the others are drawn again.
"""

from __future__ import annotations

import base64
import gc
import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from analysis.report.cells import Page
    from analysis.tables import Tables

FORMATS = ("svg", "png", "pdf")
#: What is drawn of each chart, the longer job first: width and formats.
JOBS = (("column", ("svg", "pdf")), ("phone", ("svg",)))
WORKERS = 2


@dataclass(frozen=True)
class Picture:
    """A chart as pages show it; its files are `charts/NAME.svg`, `.png` and `.pdf`."""

    name: str
    title: str
    alt: str
    description: str
    svg: Markup
    phone: Markup

    @property
    def files(self) -> dict[str, str]:
        """The name of the file of each format."""
        return {form: f"{self.name}.{form}" for form in FORMATS}


@contextmanager
def drawers(forking: bool) -> Iterator[Executor]:
    """Who draws and checks: processes forked from this one where that is safe, else a thread."""
    loaded.cache_clear()
    if not forking:
        with ThreadPoolExecutor(1) as thread:
            yield thread
        return
    pool = ProcessPoolExecutor(WORKERS, get_context("fork"), _only_draw)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _only_draw() -> None:
    """Leave Ctrl-C to the parent; a process that lives for seconds has no garbage to look for."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()


@lru_cache(maxsize=1)
def loaded(data: Path) -> Tables:
    """The tables of a folder, read once by each drawer of a run."""
    from analysis import tables

    return tables.load(data)


def draw(
    name: str, data: Path, folder: Path, width: str, formats: tuple[str, ...]
) -> tuple[str, str]:
    """Draws and saves a chart of a data folder; its alt text and its description."""
    from analysis import charts

    ax = charts.draw(name, loaded(data), width=width)
    charts.save(ax, folder, formats, name=name if width == "column" else f"{name}-{width}")
    return charts.alt(ax), charts.description(ax)


def picture(name: str, told: tuple[str, str], folder: Path) -> Picture:
    """The chart as pages show it, from its saved files and what was told about it."""
    title = name.replace("_", " ").capitalize()
    inlined = [inline(folder / f"{file}.svg") for file in (name, f"{name}-phone")]
    return Picture(name, title, *told, *inlined)


def keep_shown(pages: Iterable[Page], pictures: Iterable[Picture], folder: Path) -> set[str]:
    """Writes the PNG of every chart that a notebook shows as it is; the names of these charts."""
    alts = {picture.name: picture.alt for picture in pictures}
    blocks = [block for page in pages for block in page.blocks if block.kind == "chart"]
    found = {b.content: b.png for b in blocks if alts.get(b.content) == b.label}
    for name, encoded in found.items():
        (folder / f"{name}.png").write_bytes(base64.b64decode(encoded))
    return set(found)


def inline(path: Path) -> Markup:
    """The SVG element of a file, without the lines that only a file needs.

    `charts.save` begins every id with the file's name, so that several can stand in one page.
    """
    text = path.read_text(encoding="utf-8")
    return Markup(text[text.index("<svg") :].strip())
