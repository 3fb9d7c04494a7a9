"""Keys: no row twice, rows in order, ids that point to a row."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analysis.tables.description import Schema
from analysis.tables.files import RawTable

Frames = dict[str, pd.DataFrame]


def _key(schema: Schema) -> list[str]:
    return list(schema["primaryKey"])


def _shown(cells: Any) -> str:
    return " + ".join("(empty)" if pd.isna(cell) else str(cell) for cell in cells)


def sound(table: RawTable) -> bool:
    """Whether every row could be read and no key cell is faulty."""
    key = _key(table.schema)
    return table.sound and not any(fault.column in key for fault in table.faults)


def duplicates(table: RawTable, frame: pd.DataFrame) -> None:
    """Blame each row whose key stands in an earlier row."""
    key = _key(table.schema)
    if any(fault.rule == "missing column" and fault.column in key for fault in table.faults):
        return
    rows: dict[tuple[str, ...], int] = {}
    for line, cells in zip(frame.index, frame[key].itertuples(index=False), strict=True):
        earlier = rows.setdefault(tuple(map(str, cells)), line)
        if earlier != line and not any(fault.row == line for fault in table.faults):
            message = (
                f"the key {_shown(cells)} stands already in row {earlier}: "
                "remove one of the rows, or give it a key of its own"
            )
            table.blame(line, key[0], _shown(cells), "duplicate key", message)


def order(table: RawTable, frame: pd.DataFrame) -> None:
    """Blame each row that ought to stand before the row above it; empty cells first or last."""
    if not sound(table):
        return
    key = _key(table.schema)
    either = (False, True) if frame[key].isna().to_numpy().any() else (False,)
    wrong = min((_inversions(table.schema, frame, empty) for empty in either), key=len)
    message = f"stands below a row with a later key: sort the file by {', '.join(key)}"
    for line in wrong:
        table.blame(line, key[0], _shown(frame.loc[line, key]), "row order", message)


def _inversions(schema: Schema, frame: pd.DataFrame, empty_last: bool) -> list[int]:
    whole = {f["name"] for f in schema["fields"] if f["type"] in ("integer", "number")}
    keys = [
        tuple(
            (pd.isna(c) == empty_last, "" if pd.isna(c) else float(c) if name in whole else c)
            for name, c in zip(_key(schema), cells, strict=True)
        )
        for cells in frame[_key(schema)].itertuples(index=False)
    ]
    return [frame.index[i] for i in range(1, len(keys)) if keys[i] < keys[i - 1]]


def references(tables: dict[str, RawTable], frames: Frames) -> None:
    """Blame each id that points to no row.

    Tables that could not be read whole, or have a faulty key, are not asked: what they lack
    proves nothing.
    """
    for name, table in tables.items():
        for foreign in table.schema.get("foreignKeys", []):
            target = foreign["reference"]["resource"] or name
            if sound(tables[target]):
                _refer(table, frames[name], foreign, target, frames[target])


def _listed(fields: Any) -> list[str]:
    return [fields] if isinstance(fields, str) else list(fields)


def _refer(
    table: RawTable, frame: pd.DataFrame, foreign: dict[str, Any], target: str, there: pd.DataFrame
) -> None:
    columns = _listed(foreign["fields"])
    keys = there[_listed(foreign["reference"]["fields"])].dropna()
    known = set(keys.itertuples(index=False, name=None))
    given = frame[columns].dropna()
    for line, cells in zip(given.index, given.itertuples(index=False, name=None), strict=True):
        if cells not in known:
            message = (
                f"{_shown(cells)} points to no row of {target}.csv: correct it, or add the row"
            )
            table.blame(line, columns[-1], _shown(cells), "reference", message)
