"""The log of corrections against the tables that it tells of, compared as the files spell them."""

from __future__ import annotations

import pandas as pd

from analysis.tables import description, keys
from analysis.tables.files import RawTable
from analysis.tables.rules import rows

LOG = "corrections"
#: Joins the parts of a key in one cell.
JOIN = "|"
RawTables = dict[str, RawTable]
Row = dict[str, str]


def check(tables: RawTables) -> None:
    """Blame each correction that names no row or column, changes nothing or fits no later state.

    A later correction of a cell begins with what the earlier one left; what the last one left is
    what the cell holds. Tables that could not be read whole are not asked.
    """
    later: dict[tuple[str, ...], tuple[str, str]] = {}
    for line, row in reversed(list(_rows(tables[LOG]).items())):
        table = tables.get(row["table"])
        if table is None or not keys.sound(table):
            continue
        cell = (row["table"], row["key"], row["column"])
        held = later.get(cell) or _held(table, row["key"], row["column"])
        if fault := _fault(table, row, held):
            tables[LOG].blame(line, *fault)
        later[cell] = (row["before"], f"the correction of {row['date']} begins with")


def _rows(log: RawTable) -> dict[int, Row]:
    """The corrections by their line, without those that have a fault already; missing is empty."""
    faulty = {fault.row for fault in log.faults}
    whole = log.frame.drop(index=[line for line in log.frame.index if line in faulty]).fillna("")
    return dict(rows(whole))


def _held(table: RawTable, key: str, column: str) -> tuple[str, str] | None:
    """What a cell holds now, and the words for it; None where there is no such cell."""
    names = list(table.schema["primaryKey"])
    keyed = table.frame[names].fillna("").itertuples(index=False, name=None)
    found = table.frame[[JOIN.join(parts) == key for parts in keyed]]
    if found.empty or column not in found:
        return None
    cell = found[column].iloc[0]
    return "" if pd.isna(cell) else str(cell), "the cell holds"


def _fault(
    table: RawTable, row: Row, held: tuple[str, str] | None
) -> tuple[str, str, str, str] | None:
    """Column, value, rule and message of what is wrong with a correction."""
    if row["column"] not in description.columns(table.schema):
        message = f"{table.file} has no column {row['column']!r}: correct the name"
        return "column", row["column"], "corrected column", message
    if held is None:
        message = f"{table.file} has no row {row['key']!r}: join the parts of its key by {JOIN}"
        return "key", row["key"], "corrected row", message
    if row["before"] == row["after"]:
        message = f"{row['after']!r} stands before and after: a correction changes the cell"
        return "after", row["after"], "corrected cell", message
    if row["after"] != held[0]:
        message = f"{row['after']!r} is left, and {held[1]} {held[0]!r}: correct one of them"
        return "after", row["after"], "corrected cell", message
    return None
