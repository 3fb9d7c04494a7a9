"""Every chart drawn and saved for the site, its SVG ready to stand in a page.

The PNG of a chart that a notebook shows is the notebook's own; only the others are drawn again.
"""

from __future__ import annotations

import base64
import gc
import re
import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup

from analysis.charts.annotations import record
from analysis.charts.svg import references
from analysis.evidence import reference
from analysis.readings import DEFAULT_READING, READINGS
from analysis.report.colours import following

if TYPE_CHECKING:
    from analysis.charts import Basis
    from analysis.charts.cards import Card
    from analysis.report.cells import Page
    from analysis.tables import Tables

FORMATS = ("svg", "png", "pdf")
#: What is drawn of each chart, the longer job first: width and formats.
JOBS = (("column", ("svg", "pdf")), ("phone", ("svg",)))
WORKERS = 2
#: Charts whose marks tell what was computed beside what was printed, also those of one row.
COMPUTED = ("definition_curve", "conflict_bounds")
#: The reading of a picture where it is not the usual one: that of the notebook which shows it.
DRAWN = {"conflict_bounds": "literal"}


METADATA = re.compile(r"<metadata\b.*?</metadata>", re.DOTALL)
#: The record of a chart as a whole, beside those of its marks.
WHOLE = "chart"


class Told(NamedTuple):
    """What a chart says beside its picture."""

    alt: str
    description: str
    cards: list[Card]


@dataclass(frozen=True)
class Picture:
    """A chart as pages show it; its files are `charts/NAME.svg`, `.png` and `.pdf`."""

    name: str
    title: str
    told: Told
    svg: Markup
    phone: Markup

    @property
    def alt(self) -> str:
        """One sentence on the chart."""
        return self.told.alt

    @property
    def reading(self) -> str:
        """The reading under which it was drawn; empty where it draws no reported value."""
        return next((card.reading for card in self.told.cards if card.allowed), "")

    @property
    def rows(self) -> list[tuple[Card, Markup]]:
        """The marks in order, each with the attributes that name its rows."""
        return [(card, attributes(_named(card, self.name))) for card in self.told.cards]

    @property
    def records(self) -> list[dict[str, Any]]:
        """What the chart and each mark say, for `data/chart-NAME.json`."""
        texts = ("number", "claim", "speaker", "day", "reading", "allowed", "verdict", "source")
        marks = [
            {"mark": card.mark, **{name: getattr(card, name) for name in texts}}
            | {"link": card.link, "rows": card.keys}
            for card in self.told.cards
        ]
        whole = {"mark": WHOLE, **dict.fromkeys([*texts, "link", "rows"]), "claim": self.alt}
        return [whole | {"description": self.told.description}, *marks]

    @property
    def files(self) -> dict[str, str]:
        """The name of the file of each format."""
        return {form: f"{self.name}.{form}" for form in FORMATS}


@contextmanager
def drawers(forking: bool) -> Iterator[Executor]:
    """Who draws and checks: processes forked from this one where that is safe, else a thread."""
    loaded.cache_clear()
    basis.cache_clear()
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


@lru_cache(maxsize=len(READINGS))
def basis(data: Path, reading: str) -> Basis:
    """What the charts of a folder are drawn from, worked out once by each drawer of a run."""
    from analysis import charts

    return charts.Basis(loaded(data), reading)


def draw(name: str, data: Path, folder: Path, width: str, formats: tuple[str, ...]) -> Told:
    """Draws a chart of a data folder, and saves it if it has a mark; what it says."""
    from analysis import charts
    from analysis.charts.cards import cards

    ax = charts.drawn(name, basis(data, DRAWN.get(name, DEFAULT_READING)), width)
    if not charts.empty(ax):
        charts.save(ax, folder, formats, name=name if width == "column" else f"{name}-{width}")
    return Told(charts.alt(ax), charts.description(ax), cards(record(ax)))


def picture(name: str, told: Told, folder: Path) -> Picture:
    """The chart as pages show it, from its saved files and what was told about it."""
    title = name.replace("_", " ").capitalize()
    inlined = [inline(folder / f"{file}.svg", name, told.cards) for file in (name, f"{name}-phone")]
    return Picture(name, title, told, *inlined)


def keep_shown(pages: Iterable[Page], pictures: Iterable[Picture], folder: Path) -> set[str]:
    """Writes the PNG of every chart that a notebook shows as it is; the names of these charts."""
    alts = {picture.name: picture.alt for picture in pictures}
    blocks = [block for page in pages for block in page.blocks if block.kind == "chart"]
    found = {b.content: b.png for b in blocks if alts.get(b.content) == b.label}
    for name, encoded in found.items():
        (folder / f"{name}.png").write_bytes(base64.b64decode(encoded))
    return set(found)


def inline(path: Path, name: str, cards: Iterable[Card]) -> Markup:
    """The SVG element of a file for a page: in the colours of the page, every number with its rows.

    `charts.save` begins every id with the file's name, so that several can stand in one page. What
    only a file needs is left out.
    """
    text = path.read_text(encoding="utf-8")
    svg = following(METADATA.sub("", text[text.index("<svg") :], count=1).strip())
    named = {card.mark: _named(card, name) for card in cards}
    whole = {"data-result": _record(name, WHOLE)}
    for attribute, keys in ((a, k) for one in named.values() for a, k in one.items()):
        whole[attribute] = f"{whole[attribute]} {keys}" if attribute in whole else keys
    svg = _computed(svg, named)
    svg = svg.replace("<title ", f"<title{attributes({'data-result': _record(name, WHOLE)})} ", 1)
    svg = svg.replace("<desc ", f"<desc{attributes(whole)} ", 1)
    return Markup(svg)


def _computed(svg: str, named: dict[str, dict[str, str]]) -> str:
    """The SVG whose marks that are computed from several rows name their records too."""
    for mark, one in named.items():
        if "data-result" in one:
            record = attributes({"data-result": one["data-result"]})
            svg = svg.replace(f'data-mark="{mark}"', f'data-mark="{mark}"{record}')
    return svg


def _named(card: Card, name: str) -> dict[str, str]:
    """The attributes of a mark; one that tells computed numbers also names its record."""
    found = references(card.keys)
    if name in COMPUTED or sum(map(len, card.keys.values())) != 1:
        found["data-result"] = _record(name, card.mark)
    return found


def _record(name: str, mark: str) -> str:
    return f"data/chart-{name}.json#{reference(mark)}"


def attributes(named: dict[str, str]) -> Markup:
    """As they stand in a tag, each with a blank before it."""
    return Markup("").join(Markup(' {}="{}"').format(key, text) for key, text in named.items())
