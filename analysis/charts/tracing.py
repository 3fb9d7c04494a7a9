"""Where a chart comes from, in the chart's own file: put in when it is saved, and read back.

An SVG holds it as JSON in its `metadata`, a PNG in a text chunk, a PDF among its keywords.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analysis.charts.annotations import Chart

#: The name of the text chunk in a PNG.
CHUNK = "Provenance"
METADATA = "{http://www.w3.org/2000/svg}metadata"
#: How a file of each kind begins, and how many bytes are looked at.
SIGNS = {"png": b"\x89PNG\r\n\x1a\n", "pdf": b"%PDF"}
PAGE = ("<!doctype html", "<html")
XML = ("<?xml", "<!--", "<!doctype svg")
HEAD = 2048
NAMED = {"png": "a PNG", "pdf": "a PDF", "svg": "an SVG"}


@dataclass(frozen=True)
class Provenance:
    """What a chart was drawn from; a part that is not known is empty.

    `data_version` is that of `tables.version`, `command` draws the chart again, `rows` holds by
    table the keys of the rows drawn, in the order of the marks (`evidence.reference`).
    """

    chart: str
    data_version: str
    command: str
    reading: str
    rows: Mapping[str, tuple[str, ...]]

    @property
    def text(self) -> str:
        """As JSON, in ASCII, so that no format of a file can spoil it."""
        return json.dumps(asdict(self))

    @classmethod
    def of(cls, text: str) -> Provenance:
        """From its JSON. Raises ValueError where the text is something else."""
        try:
            found = json.loads(text)
            rows = {str(table): tuple(map(str, keys)) for table, keys in found["rows"].items()}
            parts = ("chart", "data_version", "command", "reading")
            chart, version, command, reading = (str(found[part]) for part in parts)
        except (AttributeError, KeyError, TypeError) as fault:
            raise ValueError("no provenance in this text") from fault
        return cls(chart, version, command, reading, rows)


def provenance(chart: Chart) -> Provenance:
    """What is known of where a chart comes from: the keys of its rows, and how `draw` made it."""
    rows: dict[str, dict[str, None]] = {}
    for keys in chart.rows.get("keys", ()):
        for table, found in keys.items():
            rows.setdefault(table, {}).update(dict.fromkeys(found))
    keyed = {table: tuple(found) for table, found in sorted(rows.items())}
    return Provenance(chart.name, chart.data_version, chart.command, chart.reading, keyed)


def command(name: str, reading: str, width: str) -> str:
    """The command that draws the chart again; what is usual is left unsaid."""
    from analysis.readings import DEFAULT_READING

    words = ["python -m analysis charts"]
    words += [f"--reading {reading}"] * (reading != DEFAULT_READING)
    words += [f"--width {width}"] * (width != "column")
    return " ".join([*words, name])


def read(path: str | os.PathLike[str]) -> Provenance:
    """The provenance that a chart's file holds.

    Raises FileNotFoundError where there is no file, ValueError where it is no SVG, PNG or PDF with
    a provenance: made by something else, or cut off.
    """
    file = Path(path)
    form = kind(file)
    if not form:
        raise foreign(file, "neither an SVG, PNG or PDF nor an HTML page")
    try:
        text = {"png": _png, "pdf": _pdf, "svg": _svg}[form](file)
    except ValueError as fault:
        raise foreign(file, f"{NAMED[form]} that cannot be read, perhaps cut off") from fault
    try:
        return Provenance.of(text)
    except ValueError as fault:
        raise foreign(file, f"{NAMED[form]} without a note of its data") from fault


def kind(file: Path) -> str:
    """What the first bytes of a file say that it is: png, pdf, svg or page; empty for all else.

    Raises FileNotFoundError where there is no file.
    """
    with file.open("rb") as opened:
        start = opened.read(HEAD)
    text = start.decode("utf-8", "ignore").lstrip("\ufeff \r\n\t").lower()
    if text.startswith(PAGE):
        return "page"
    if text.startswith("<svg") or (text.startswith(XML) and "<svg" in text):
        return "svg"
    return next((form for form, sign in SIGNS.items() if start.startswith(sign)), "")


def foreign(file: Path, found: str) -> ValueError:
    """The error for a file that is none of ours: what it is, and what to give."""
    return ValueError(
        f"{file} does not say where it comes from: it is {found}. Give a chart (SVG, PNG, PDF) or "
        "a page (HTML) that `charts` or `report` wrote, whole and not changed by another program"
    )


def _svg(file: Path) -> str:
    from xml.etree import ElementTree

    try:
        root = ElementTree.parse(file).getroot()
    except ElementTree.ParseError as fault:
        raise ValueError("no SVG") from fault
    return root.findtext(METADATA) or ""


def _png(file: Path) -> str:
    from PIL import Image

    try:
        with Image.open(file) as picture:
            return str(picture.info.get(CHUNK, ""))
    except (OSError, SyntaxError, Image.DecompressionBombError) as fault:
        raise ValueError("no PNG") from fault


def _pdf(file: Path) -> str:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        about: Any = PdfReader(file).metadata or {}
        return str(about.get("/Keywords", ""))
    except (PyPdfError, OSError, KeyError, TypeError, AttributeError) as fault:
        raise ValueError("no PDF") from fault
