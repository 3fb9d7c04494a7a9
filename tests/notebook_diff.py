"""A plug-in for nbval: what changed in an output, row by row, instead of two dumps.

`pytest -p nbval.plugin -p notebook_diff --nbval notebooks`. A line names the row by its key, the
column, and both values: `tass-2019-06-10-oreshkin-growth-2018, value: 17 -> 18`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from html.parser import HTMLParser
from typing import NamedTuple

import pytest

#: Changes that are told at most, so that the first can be found.
MOST = 40
KEYS = ("data-value-id", "data-statistic", "data-row", "data-result")
WORD = re.compile(r"\S+")


class Row(NamedTuple):
    """One line of an output: the key of what it shows, and its cells."""

    key: str
    cells: tuple[str, ...]


class Rows(HTMLParser):
    """The rows of a table in HTML, or its paragraphs; the first row holds the headers."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self._key = ""
        self._cells: list[str] = []
        self.feed(html)
        self._end()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A row, a paragraph or a caption begins a line, a cell a cell."""
        given = dict(attrs)
        if tag in ("tr", "p", "caption"):
            self._end()
            self._key = next((str(given[name]) for name in KEYS if given.get(name)), "")
        elif tag in ("td", "th"):
            self._cells.append("")

    def handle_data(self, data: str) -> None:
        """Text belongs to the cell that is open."""
        if self._cells:
            self._cells[-1] += data
        elif data.strip():
            self._cells.append(data)

    def _end(self) -> None:
        cells = tuple(" ".join(cell.split()) for cell in self._cells)
        if any(cells):
            self.rows.append(Row(self._key or cells[0], cells))
        self._key, self._cells = "", []


def rows(output: str) -> list[Row]:
    """The rows of an output: of its table where it is HTML, else its lines."""
    if output.lstrip().startswith("<"):
        return Rows(output).rows
    lines = [line for line in output.splitlines() if line.strip()]
    cells = [tuple(re.split(r"\s{2,}", line.strip())) for line in lines]
    return [Row(each[0], each) for each in cells]


def changes(before: str, after: str) -> list[str]:
    """What differs between two outputs, a line a change, in the order of the output."""
    old, new = rows(before), rows(after)
    heads = next((row.cells for row in old if len(row.cells) > 1), ())
    found: list[str] = []
    matcher = SequenceMatcher(None, [r.key for r in old], [r.key for r in new], autojunk=False)
    for _, i, j, k, m in matcher.get_opcodes():
        paired = list(zip(old[i:j], new[k:m], strict=False)) if j - i == m - k else []
        for one, other in paired:
            found += _cells(one, other, heads)
        if not paired:
            found += [f"- {'  '.join(row.cells)}" for row in old[i:j]]
            found += [f"+ {'  '.join(row.cells)}" for row in new[k:m]]
    return found


def _cells(one: Row, other: Row, heads: tuple[str, ...]) -> Iterator[str]:
    """The cells of a row that differ, with the key and the column."""
    if len(one.cells) != len(other.cells):
        yield from (f"- {'  '.join(one.cells)}", f"+ {'  '.join(other.cells)}")
        return
    for place, (was, now) in enumerate(zip(one.cells, other.cells, strict=True)):
        if was != now:
            column = f", {heads[place]}" if len(heads) == len(one.cells) else ""
            yield f"{one.key}{column}: {_words(was, now)}"


def _words(was: str, now: str) -> str:
    """The words that differ side by side, where most are the same; else both texts."""
    old, new = WORD.findall(was), WORD.findall(now)
    parts = [
        f"{' '.join(old[i:j]) or '(nothing)'} -> {' '.join(new[k:m]) or '(nothing)'}"
        for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if kind != "equal"
    ]
    return "; ".join(parts) if len(old) > 1 else f"{was or '(nothing)'} -> {now or '(nothing)'}"


def pytest_assertrepr_compare(
    config: pytest.Config, op: str, left: object, right: object
) -> list[str] | None:
    """nbval asks how to tell two outputs apart: the stored one left, the new one right."""
    if op != "==" or not (isinstance(left, str) and isinstance(right, str)):
        return None
    found = changes(left, right)
    more = [f"... and {len(found) - MOST} more"] if len(found) > MOST else []
    told = found[:MOST] or ["only spaces or attributes differ, no text"]
    return ["stored -> now", *told, *more]
