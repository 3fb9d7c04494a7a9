"""CSV that a spreadsheet opens without working anything out.

A cell that begins as a formula does (`=`, `+`, `-`, `@`, a tab or a line break) and is no plain
number is led by an apostrophe, which tells a spreadsheet that text follows; `exact` takes it away
again. JSON and the tables of a data folder keep the exact text.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

#: Signs that begin a formula, the wide ones of East Asian keyboards among them; also behind
#: apostrophes, so that one more of them always comes off again.
FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
NUMBER = re.compile(r"[+-]?\d+([.,]\d+)*([eE][+-]?\d+)?")


def safe(cell: Any) -> Any:
    """The cell as a spreadsheet may open it; what is no text, or no formula, as it is."""
    if isinstance(cell, str) and FORMULA.match(cell) and not NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def exact(cell: str) -> str:
    """The text that `safe` made the cell of."""
    text = cell.removeprefix("'")
    return text if text != cell and safe(text) == cell else cell


def written(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """A header and rows as CSV; a cell that a row lacks is empty."""
    cells = ([row.get(name) for name in columns] for row in rows)
    return _text([columns, *cells])


def copied(text: str) -> str:
    """A CSV file again, each of its cells safe."""
    return _text(csv.reader(io.StringIO(text, newline="")))


def _text(rows: Iterable[Sequence[Any]]) -> str:
    lines = _Lines()
    csv.writer(lines).writerows([safe(cell) for cell in row] for row in rows)
    return "".join(lines)


class _Lines(list[str]):
    """Takes lines from a writer that ends them by CR LF: only then does it quote a single CR."""

    def write(self, line: str) -> None:
        """Keep the line, ended by LF."""
        self.append(line.removesuffix("\r\n") + "\n")
