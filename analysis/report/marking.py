"""Marks in pages that say where a number comes from, and dates as `<time>`.

`data-result` names a file of the site and a query (`?column=cell`, its rows counted) or a key
(`#key`, its record); the audit of the tests describes every form. Templates count through these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup, escape

from analysis import labels
from analysis.evidence import reference

#: Words in letters that are not Latin: what such a text quotes stands in another language.
FOREIGN = re.compile(r"[\u0370-\u1dff\u2c00-\ud7ff]+(?:\s+[\u0370-\u1dff\u2c00-\ud7ff]+)*")


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


def quoting(text: str, language: str) -> Markup:
    """A text of ours in which words of the source, where their letters tell, name its language."""
    told = Markup('<span lang="{}" dir="auto">{}</span>')
    pieces, end = [], 0
    for found in FOREIGN.finditer(labels.visible(text)) if language not in ("", "en") else ():
        pieces += [escape(found.string[end : found.start()]), told.format(language, found[0])]
        end = found.end()
    return Markup("").join([*pieces, escape(labels.visible(text)[end:])])


def shown(cell: Any) -> Any:
    """What a template shows of a cell: a text of the data with its controls made visible."""
    return labels.isolated(cell) if type(cell) is str else cell


#: What templates may call, by name.
MARKS = {"key": reference, "results": results, "number": number}
