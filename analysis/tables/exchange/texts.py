"""Tables as text: what a CSV holds, and how numbers, days and flags are spelt in it.

A CSV is written with quotes where they are needed and a line feed after each row. Whole numbers
have no decimals, others the fewest digits that mean them exactly, days are ISO 8601, flags true
and false; what is missing is empty.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from analysis.frames import typed
from analysis.tables import description
from analysis.tables.files import Fault

QUOTE = '"'
NEEDS_QUOTES = re.compile(r'[,"\r\n]')


@dataclass(frozen=True)
class Sheet:
    """A table as text: its columns and the cells of each row; missing cells are empty.

    `places` say where each row stands in the file that it was read from, as its readers count
    them; `faults` are cells that the form itself has spoilt.
    """

    columns: list[str]
    rows: list[list[str]]
    places: list[int] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def number(value: float) -> str:
    """A number in its shortest exact spelling: 17, 16.4, 8913566774, 1e+22."""
    whole = abs(value) < 1e16 and value == int(value)
    return str(int(value)) if whole else repr(float(value))


#: Type of the description -> how a cell of that type is spelt.
SPELT: dict[str, Callable[[Any], str]] = {
    "string": str,
    "date": lambda day: f"{day:%Y-%m-%d}",
    "number": number,
    "integer": number,
    "boolean": lambda flag: str(bool(flag)).lower(),
}


def spelt(cells: pd.Series, kind: str) -> list[str]:
    """A column as text, whatever its type; text stays as it is.

    Raises ValueError as `frames.typed` does.
    """
    text = bool(cells.dtype == "str")
    known = cells if text else typed(cells, kind)
    spell = SPELT["string" if text else kind]
    return ["" if pd.isna(cell) else spell(cell) for cell in known]


def sheet(frame: pd.DataFrame, schema: description.Schema) -> Sheet:
    """A frame as text: the columns of its description first, in their order."""
    kinds = {f["name"]: f["type"] for f in schema["fields"]}
    names = [name for name in kinds if name in frame] + [c for c in frame if c not in kinds]
    columns = [spelt(frame[name], kinds.get(name, "string")) for name in names]
    return Sheet(names, [list(cells) for cells in zip(*columns, strict=True)])


def written(table: Sheet) -> bytes:
    """The table as a CSV in UTF-8."""
    lines = [",".join(map(_quoted, row)) for row in (table.columns, *table.rows)]
    return ("\n".join(lines) + "\n").encode("utf-8")


def written_cells(names: list[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """Rows as a CSV in UTF-8, with these columns; a cell that a row does not name is empty."""
    return written(Sheet(names, [[row.get(name, "") for name in names] for row in rows]))


def _quoted(cell: str) -> str:
    """A cell with quotes where it needs them; a lone carriage return would end a row, too."""
    return f'"{cell.replace(QUOTE, QUOTE * 2)}"' if NEEDS_QUOTES.search(cell) else cell


def read(content: bytes) -> Sheet:
    """A CSV as text.

    Raises ValueError where it is not UTF-8.
    """
    records = csv.reader(io.StringIO(content.decode("utf-8"), newline=""))
    columns, *rows = (record for record in records if record)
    return Sheet(columns, rows)


def columns(rows: Iterable[list[str]], width: int) -> list[list[str]]:
    """Rows turned into columns, also where there is no row."""
    found = [list(cells) for cells in zip(*rows, strict=True)]
    return found or [[] for _ in range(width)]
