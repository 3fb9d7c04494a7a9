"""Rows appended to the tables of a data folder: sorted in, validated as a whole, renamed in."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from analysis import tables
from analysis.tables.files import Fault

#: The tables that rows are added to, each after those that it points to, and their keys.
KEYS = {"sources": "source_id", "claims": "claim_id", "reported_values": "value_id"}
Cells = Mapping[str, str]
#: A table as it would become: the text of each record with its key, the header first.
Records = list[tuple[str, str]]


def rows(folder: Path, name: str) -> dict[str, dict[str, str]]:
    """The rows of a table of a sound data folder by their key, as text."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return {row[KEYS[name]]: row for row in csv.DictReader(file)}


def append(folder: Path, new: Mapping[str, Iterable[Cells]]) -> list[tuple[Fault, str]]:
    """Write the tables with the new rows, and no fault; or nothing, and the faults they would have.

    Beside each fault stands the key of its row, empty where the fault is none of these tables'.
    """
    merged = {name: _merged(folder, name, added) for name, added in new.items()}
    with TemporaryDirectory() as trial:
        for path in folder.iterdir():
            if path.suffix in (".csv", ".json"):
                shutil.copy(path, trial)
        _write(Path(trial), merged)
        faults = [Fault(*one) for one in tables.validate(trial).itertuples(index=False, name=None)]
    if not faults:
        _write(folder, merged)
    return [(fault, _key(fault, merged)) for fault in faults]


def _merged(folder: Path, name: str, added: Iterable[Cells]) -> Records:
    """Header and rows of a table with the new ones among them, sorted by key."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        header = list(reader.fieldnames or ())
        every = [*reader, *added]
    every.sort(key=lambda row: row[KEYS[name]])
    cells = [(row[KEYS[name]], [row.get(column, "") for column in header]) for row in every]
    return [("", _record(header)), *((key, _record(row)) for key, row in cells)]


def _record(cells: list[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue()


def _write(folder: Path, merged: Mapping[str, Records]) -> None:
    """The tables, each written beside and renamed when all are written."""
    beside = {folder / f".{name}.csv.new": folder / f"{name}.csv" for name in merged}
    try:
        for path, records in zip(beside, merged.values(), strict=True):
            path.write_text("".join(text for _, text in records), "utf-8", newline="")
        for path, target in beside.items():
            path.replace(target)
    finally:
        for path in beside:
            path.unlink(missing_ok=True)


def _key(fault: Fault, merged: Mapping[str, Records]) -> str:
    """The key of the row that a fault is in."""
    name = fault.file.removesuffix(".csv")
    lines = dict(_lines(merged[name])) if name in merged else {}
    return lines.get(fault.row or 0, "")


def _lines(records: Records) -> Iterator[tuple[int, str]]:
    """The line in which each record begins, and its key."""
    line = 1
    for key, text in records:
        yield line, key
        line += text.count("\n")
