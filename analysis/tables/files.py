"""Can each table be read at all: the file, its encoding, its columns, the width of its rows."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.tables import description
from analysis.tables.rules import Broken

BYTE_ORDER_MARK = "\ufeff"


class Fault(NamedTuple):
    """One fault: where it stands, what stands there, which rule it breaks, and what to do."""

    file: str
    row: int | None
    column: str
    value: str
    rule: str
    message: str


@dataclass
class RawTable:
    """A table as text, its index the line of each row in the file, with the faults found so far.

    `sound` is false where rows or columns could not be read, so that nothing may be concluded
    from what the table lacks.
    """

    name: str
    schema: description.Schema
    frame: pd.DataFrame
    faults: list[Fault] = field(default_factory=list)
    sound: bool = True
    label: str = ""

    @property
    def file(self) -> str:
        """What a reader calls the table: the name of its file, or of its sheet in a workbook."""
        return self.label or f"{self.name}.csv"

    def blame(self, row: int | None, column: str, value: object, rule: str, message: str) -> None:
        """Keep a fault of this table."""
        self.faults.append(Fault(self.file, row, column, str(value), rule, message))

    def blame_once(self, broken: Broken) -> None:
        """Keep a fault unless the cell is faulty already: emptied cells break no further rule,
        nor do those of a column that is missing."""
        _, row, column, value, rule, message = broken
        own = [fault for fault in self.faults if fault.column == column]
        if not any(fault.row == row or fault.rule == "missing column" for fault in own):
            self.blame(row, column, value, rule, message)

    def unreadable(self, row: int | None, value: str, rule: str, message: str) -> None:
        """Keep the one fault of a file that cannot be read as a table."""
        self.sound = False
        self.blame(row, "", value, rule, message)

    def sorted_faults(self) -> list[Fault]:
        """The faults from top to bottom and left to right."""
        places = {column: place for place, column in enumerate(self.frame.columns)}
        return sorted(self.faults, key=lambda f: (f.row or 0, places.get(f.column, -1), f.rule))


def read(
    folder: Path,
    name: str,
    schema: description.Schema,
    label: str = "",
    places: Sequence[int] | None = None,
) -> RawTable:
    """One table as text with the faults of its file; missing cells are NaN.

    A file that is missing or not UTF-8 gives a table without rows; only an optional table may miss.
    `label` and `places` are the name of the table and of its rows where the file was made of
    something else.
    """
    empty = pd.DataFrame(columns=description.columns(schema), dtype="object")
    table = RawTable(name, schema, empty, label=label)
    path = folder / f"{name}.csv"
    if name in description.OPTIONAL and not path.is_file():
        return table
    text = _decoded(table, path)
    if text is not None:
        _fill(table, text, places)
    return table


def _decoded(table: RawTable, path: Path) -> str | None:
    """The text of the file, or None after blaming it."""
    if not path.is_file():
        message = f"{table.file} is missing: add it, if only with its header"
        table.unreadable(None, table.file, "missing file", message)
        return None
    content = path.read_bytes()
    if not content.strip() or b"\0" in content:
        why = "empty" if not content.strip() else "no text, perhaps a workbook"
        message = f"{why}: save the table as CSV in UTF-8"
        table.unreadable(None, path.name, "not CSV", message)
        return None
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as fault:
        row = content[: fault.start].count(b"\n") + 1
        byte = content[fault.start : fault.start + 1]
        message = f"{byte!r} is not UTF-8: save the file as UTF-8"
        table.unreadable(row, str(byte), "encoding", message)
        return None
    if text.startswith(BYTE_ORDER_MARK):
        message = "begins with a byte order mark: save the file as UTF-8 without one"
        table.blame(1, "", "byte order mark", "encoding", message)
    return text.removeprefix(BYTE_ORDER_MARK)


def _fill(table: RawTable, text: str, places: Sequence[int] | None) -> None:
    """Read the text into the frame; what is no CSV, and rows of another width, are blamed."""
    try:
        records = list(_records(text))
    except csv.Error as fault:
        table.unreadable(None, table.file, "not CSV", f"not readable as CSV: {fault}")
        return
    header = records[0][1]
    if len(header) == 1 and len(table.frame.columns) > 1:
        message = "the header is one cell: save the file with commas between the cells"
        table.unreadable(1, header[0], "not CSV", message)
        return
    _check_header(table, header)
    rows = dict(_whole_rows(table, header, _placed(records[1:], places)))
    cells = [[cell or math.nan for cell in row] for row in rows.values()]
    frame = pd.DataFrame(cells, index=list(rows), columns=header, dtype="object")
    known = frame.loc[:, ~frame.columns.duplicated()].reindex(columns=table.frame.columns)
    table.frame = known.astype("object")  # also columns that are missing in the file


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line it begins in; blank lines are passed over."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    for record in reader:
        if record:
            yield line, record
        line = reader.line_num + 1


def _placed(
    records: list[tuple[int, list[str]]], places: Sequence[int] | None
) -> list[tuple[int, list[str]]]:
    """The records, each with its place in what the file was made of."""
    if places is None:
        return records
    return [(place, record) for place, (_, record) in zip(places, records, strict=True)]


def _whole_rows(
    table: RawTable, header: list[str], records: list[tuple[int, list[str]]]
) -> Iterator[tuple[int, list[str]]]:
    for line, record in records:
        if len(record) == len(header):
            yield line, record
        else:
            table.sound = False
            message = (
                f"has {len(record)} cells where the header has {len(header)}: "
                "quote the cells that hold a comma, or add the missing ones"
            )
            table.blame(line, "", ",".join(record)[:60], "row width", message)


def _check_header(table: RawTable, header: list[str]) -> None:
    wanted = list(table.frame.columns)
    for column in dict.fromkeys(c for c in header if c not in wanted or header.count(c) > 1):
        why = "stands twice" if column in wanted else "is not described in datapackage.json"
        message = f"the column {column!r} {why}: remove it"
        table.blame(1, column, column, "stray column", message)
    missing = [column for column in wanted if column not in header]
    for column in missing:
        table.sound = False
        message = f"the column {column!r} is missing: add it, as datapackage.json describes it"
        table.blame(1, column, "", "missing column", message)
    if sorted(header) == sorted(wanted) and header != wanted:
        message = f"the columns stand in another order: put them as {', '.join(wanted)}"
        table.blame(1, "", ",".join(header), "column order", message)
