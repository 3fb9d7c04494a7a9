"""Every fault of a data folder in one run, each once."""

from __future__ import annotations

import os

import pandas as pd

from analysis.frames import typed
from analysis.tables import (
    cells,
    corrections,
    dates,
    description,
    files,
    keys,
    links,
    numbers,
    reading,
)
from analysis.tables.exchange import opening
from analysis.tables.rules import Frames, Rule

#: The tables that a rule reads beside its own: where one is broken, the rule would blame others.
NEEDS: dict[Rule, tuple[str, ...]] = {
    numbers.hedge_known: ("hedges",),
    numbers.value_is_printed: ("claims", "sources"),
    links.point_exists: ("plan_points",),
    dates.said_before_publication: ("sources",),
}
RawTables = dict[str, files.RawTable]


def validate(folder: str | os.PathLike[str] | None = None) -> pd.DataFrame:
    """The faults of a data folder, one row each; no row where there is none.

    Reads what `load` reads. In a workbook file is the name of the file and the sheet, row the row
    of the sheet; in Parquet row counts the rows from 1.

    Columns: file, row (the line in the file, as an editor counts it; missing where the whole file
    is meant), column, value, rule, message. Sorted by table, row and column.
    A table that cannot be read brings up no fault in the tables that refer to it.

    Raises FileNotFoundError where the folder is missing, ValueError where its `datapackage.json`
    is not readable.
    """
    given = opening.opened(folder)
    schemas = description.schemas(given.folder)
    tables = {name: _raw(given, name, schemas[name]) for name in reading.TABLES}
    frames = {name: cells.check(table) for name, table in tables.items()}
    _check_keys(tables, frames)
    corrections.check(tables)
    _check_rules(tables, {name: _typed(tables[name], frames[name]) for name in tables})
    return _listed(tables)


def _raw(given: opening.Opened, name: str, schema: description.Schema) -> files.RawTable:
    """One table as text, its rows named as a reader of what was given names them."""
    sheet = given.sheets.get(name)
    label = given.label(name)
    if sheet is None:
        return files.read(given.folder, name, schema, label)
    table = files.read(given.folder, name, schema, label, sheet.places)
    table.faults.extend(sheet.faults)
    return table


def _check_keys(tables: RawTables, frames: Frames) -> None:
    keys.references(tables, frames)
    for name, table in tables.items():
        keys.duplicates(table, frames[name])
        keys.order(table, frames[name])


def _check_rules(tables: RawTables, typed: Frames) -> None:
    sound = {name for name, table in tables.items() if keys.sound(table)}
    for rule in dates.RULES + links.RULES + numbers.RULES:
        if sound.issuperset(NEEDS.get(rule, ())):
            for broken in rule(typed):
                tables[broken.table].blame_once(broken)


def _typed(table: files.RawTable, frame: pd.DataFrame) -> pd.DataFrame:
    kinds = {field["name"]: field["type"] for field in table.schema["fields"]}
    columns = {
        name: frame[name] if kind == "string" else typed(frame[name].astype("str"), kind)
        for name, kind in kinds.items()
    }
    return pd.DataFrame(columns, index=frame.index)


def _listed(tables: RawTables) -> pd.DataFrame:
    faults = [fault for table in tables.values() for fault in table.sorted_faults()]
    return pd.DataFrame(faults, columns=list(files.Fault._fields)).astype({"row": "Int64"})
