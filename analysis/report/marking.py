"""Marks in pages that say where a number comes from, and dates as `<time>`.

`data-result` names a file of the site and a query (`?column=cell`, its rows counted) or a key
(`#key`, its record); the audit of the tests describes every form. Templates count through these.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup, escape

from analysis import labels
from analysis.evidence import reference


def day(text: Any) -> Markup:
    """An ISO date of any precision for readers, as `<time>`; empty where it is missing."""
    iso = text if isinstance(text, str) else "" if text in ("", None) else str(text)[:10]
    if not iso:
        return Markup("")
    return Markup('<time datetime="{}">{}</time>').format(iso, labels.day(iso))


def results(kind: str, readings: Iterable[str], rest: str = "") -> str:
    """The files of a kind under these readings, each with the same query or key."""
    return " ".join(f"data/{kind}-{reading}.json{rest}" for reading in readings)


def number(value: int, reference: str, zero: str = "no") -> Markup:
    """A count as `<data>` that names what it counts; none is told in a word."""
    return Markup('<data value="{}" data-result="{}">{}</data>').format(
        value, reference, escape(value or zero)
    )


def shown(cell: Any) -> Any:
    """What a template shows of a cell: a text of the data with its controls made visible."""
    return labels.visible(cell) if type(cell) is str else cell


#: What templates may call, by name.
MARKS = {"key": reference, "results": results, "number": number}
