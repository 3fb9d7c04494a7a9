"""Rows appended to the tables of a data folder: all of them, or none.

The new tables are written to a folder beside and validated there as a whole; then each takes the
place of the old one, by a rename, in the order given. Give the tables that others refer to first:
whatever stops a run between two renames, no row points to one that is missing.
"""

from __future__ import annotations

import csv
import io
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from analysis import places
from analysis.tables import description
from analysis.tables.exchange import texts
from analysis.tables.validation import validate

if TYPE_CHECKING:
    import pandas as pd

Cells = Mapping[str, str]


class FaultyRowsError(ValueError):
    """The folder has faults, or would have with new rows; `faults` lists them, as `validate`."""

    def __init__(self, faults: pd.DataFrame) -> None:
        first = faults.iloc[0]
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        super().__init__(
            f"{count}, the first in {first['file']}, column {first['column']}: "
            f"{first['message']}. Nothing was written"
        )
        self.faults = faults


def append(
    rows: Mapping[str, Iterable[Cells]], given: str | os.PathLike[str] | None = None
) -> None:
    """Append rows, by table and as text, each at its place in the order of the keys.

    A cell that a row does not name is empty. Tables without new rows are not touched.

    Raises FileNotFoundError where the folder is missing, FaultyRowsError where it would have faults
    with the new rows, ValueError where somebody else has changed a table in the meantime; nothing
    is written then.
    """
    folder = places.folder(given)
    schemas = description.schemas(folder)
    new = {name: list(cells) for name, cells in rows.items()}
    with TemporaryDirectory(dir=folder, prefix=".new-") as beside:
        for path in folder.iterdir():
            if path.suffix in (".csv", ".json"):
                shutil.copy(path, beside)
        changed = [name for name, cells in new.items() if cells]
        before = {name: (Path(beside) / f"{name}.csv").read_bytes() for name in changed}
        for name in changed:
            _write(Path(beside) / f"{name}.csv", new[name], schemas[name])
        refuse_faulty(beside)
        _refuse_changed(folder, before)
        for name in changed:
            (Path(beside) / f"{name}.csv").replace(folder / f"{name}.csv")


def _refuse_changed(folder: Path, before: Mapping[str, bytes]) -> None:
    """Raise ValueError where a table is no longer what the new rows were added to."""
    for name, content in before.items():
        if (folder / f"{name}.csv").read_bytes() != content:
            raise ValueError(
                f"{folder / name}.csv was changed by somebody else while rows were added to it. "
                "Nothing was written: do it again"
            )


def refuse_faulty(given: str | os.PathLike[str] | None = None) -> None:
    """Raise FaultyRowsError where a data folder has faults."""
    faults = validate(given)
    if len(faults):
        raise FaultyRowsError(faults)


def records(name: str, given: str | os.PathLike[str] | None = None) -> list[dict[str, str]]:
    """The rows of a table of a sound folder as text, as its file spells them; missing is empty.

    Raises FileNotFoundError where the folder or the table is missing.
    """
    text = (places.folder(given) / f"{name}.csv").read_bytes().decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def _write(path: Path, new: list[Cells], schema: description.Schema) -> None:
    columns, whole = description.columns(schema), [*records(path.stem, path.parent), *new]
    whole.sort(key=lambda row: _order(row, schema))
    mode = path.stat().st_mode & 0o777
    path.write_bytes(texts.written_cells(columns, whole))
    path.chmod(mode)


def _order(row: Cells, schema: description.Schema) -> list[tuple[bool, float | str]]:
    """What a row is sorted by: its key, numbers by size, what is missing first."""
    numbers = {f["name"] for f in schema["fields"] if f["type"] in ("integer", "number")}
    cells = [(name, row.get(name, "")) for name in schema["primaryKey"]]
    return [(bool(c), float(c) if c and name in numbers else c) for name, c in cells]
