"""Frames of pandas, Polars or DuckDB -> the record of tables, as `load` makes it of a folder."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.frames import plain, typed
from analysis.tables import description, reading
from analysis.tables.reading import TABLES, Tables

#: Stands for the folder of tables that were made of frames: nothing is found in it.
NOWHERE = Path("no folder, tables made of frames")


def of(**frames: Any) -> Tables:
    """The tables of frames given by name, as `of(sources=..., claims=..., reported_values=...)`.

    Each is a frame of pandas, Polars (eager or lazy) or DuckDB with the columns of the shipped
    description; those that may be empty may be left out, and tables that are not given have no
    rows. `hedges` is the shipped vocabulary where it is not given. Types are those of `load`, rows
    are sorted by key, so that the same rows give the same tables whatever engine they come from.
    Faults in the cells are the business of `validate`: `save` the tables to a folder and ask it.

    Raises TypeError for a table that there is not, and ValueError with table and column where a
    needed column is missing, one is not described, or a cell is not of its type.
    """
    if unknown := [name for name in frames if name not in TABLES]:
        raise TypeError(f"no table is called {', '.join(unknown)}: {', '.join(TABLES)}")
    schemas = description.schemas(NOWHERE)
    given = {name: _table(name, frame, schemas[name]) for name, frame in frames.items()}
    empty = {name: reading.empty(schemas[name]) for name in TABLES if name not in given}
    if "hedges" in empty:
        shipped = description.shipped()
        empty["hedges"] = reading.read_table(shipped, "hedges", schemas["hedges"])
    return Tables(NOWHERE, **(empty | given))


def _table(name: str, frame: Any, schema: description.Schema) -> pd.DataFrame:
    """One frame with all columns of its table, typed and sorted by key."""
    try:
        found = plain(frame)
        _check_columns([str(column) for column in found.columns], schema)
        columns = {f["name"]: _column(found, f) for f in schema["fields"]}
    except ValueError as fault:
        raise ValueError(f"{name}: {fault}") from fault
    whole = pd.DataFrame(columns, index=found.index)
    return whole.sort_values(list(schema["primaryKey"]), kind="stable", ignore_index=True)


def _column(found: pd.DataFrame, field: dict[str, Any]) -> pd.Series:
    name = field["name"]
    missing = pd.Series(None, index=found.index, dtype="str", name=name)
    return typed(found.get(name, missing), field["type"])


def _check_columns(have: list[str], schema: description.Schema) -> None:
    known = description.columns(schema)
    needed = {f["name"] for f in schema["fields"] if f.get("constraints", {}).get("required")}
    if missing := sorted(needed - set(have)):
        raise ValueError(f"no column {', '.join(missing)}: every row needs it")
    for column in have:
        if column not in known or have.count(column) > 1:
            near = "".join(f", perhaps for {one}" for one in get_close_matches(column, known, 1))
            why = "stands twice" if column in known else f"is not described{near}"
            raise ValueError(f"the column {column} {why}: drop it, or give it its name")
