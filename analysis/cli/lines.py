"""Results as lines for a terminal, or as the report's downloads hold them."""

from __future__ import annotations

import textwrap
from typing import Any

from analysis import labels


def written(found: list[dict[str, Any]], form: str, shown: tuple[str, ...]) -> str:
    """The objects as CSV or JSON, or the cells to be shown as lines for a terminal."""
    from analysis.report import judging

    if form == "table":
        return "".join(_lines({key: row[key] for key in shown}) for row in found)
    return judging.written(found, form)


def _lines(row: dict[str, Any]) -> str:
    """The short cells in a line, the sentence below, wrapped."""
    *head, sentence = (_words(cell) for cell in row.values())
    body = textwrap.fill(sentence, 96, initial_indent="    ", subsequent_indent="    ")
    return f"{'  '.join(filter(None, head))}\n{body}\n"


def _words(cell: Any) -> str:
    return plain(" ".join(cell) if isinstance(cell, list) else str(cell))


def plain(text: str) -> str:
    """The text in one line, with what would steer a terminal made visible."""
    return labels.visible(" ".join(text.split()))
