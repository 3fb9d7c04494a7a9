"""A data folder -> a frozen record of plain DataFrames."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from analysis.frames import KINDS, plain, typed
from analysis.tables import description
from analysis.tables.exchange import opening

TABLES = (
    "sources", "claims", "reported_values", "statistics", "exchange_rates",
    "hedges", "events", "plan_points", "plan_fields", "corrections",
)  # fmt: skip


@dataclass(frozen=True)
class Tables:
    """The tables of one data folder; columns and meanings stand in its `datapackage.json`.

    A frame of Polars or DuckDB put into a field becomes the pandas frame that it says.
    """

    folder: Path
    sources: pd.DataFrame
    claims: pd.DataFrame
    reported_values: pd.DataFrame
    statistics: pd.DataFrame
    exchange_rates: pd.DataFrame
    hedges: pd.DataFrame
    events: pd.DataFrame
    plan_points: pd.DataFrame
    plan_fields: pd.DataFrame
    corrections: pd.DataFrame

    def __post_init__(self) -> None:
        for name in TABLES:
            frame = getattr(self, name)
            if not isinstance(frame, pd.DataFrame):
                object.__setattr__(self, name, plain(frame, **KINDS))


def load(given: str | os.PathLike[str] | None = None) -> Tables:
    """The tables of a data folder, typed as its description says.

    A ZIP file of such a folder, an Excel workbook and a folder of Parquet files, as `save` writes
    them, are read like the folder itself.

    Text is `str`, numbers are float64 (whole numbers Int64, yes and no boolean), days are
    datetime64; dates that may stop at the month or year stay text. What is missing stays missing.
    Faults inside the tables are the business of `validate`.

    Raises FileNotFoundError where the folder or a table is missing, ValueError where a cell cannot
    be read as its type.
    """
    found = opening.opened(given)
    found.refuse_spoilt()
    schemas = description.schemas(found.folder)
    return Tables(
        found.folder,
        **{
            name: read_table(found.folder, name, schemas[name], found.label(name))
            for name in TABLES
        },
    )


def read_table(place: Path, name: str, schema: description.Schema, label: str = "") -> pd.DataFrame:
    """One table, typed; the columns of its description in their order."""
    path = place / f"{name}.csv"
    if not path.is_file() and name in description.OPTIONAL:
        return empty(schema)
    if not path.is_file():
        where, kind = (label, "sheet") if "sheet" in label else (path, "file")
        raise FileNotFoundError(f"no table at {where}: add the {kind}, if only with its header")
    try:
        text = pd.read_csv(path, dtype="str", keep_default_na=False, na_values=[""])
        return _typed(text, schema)
    except (KeyError, ValueError) as fault:
        raise ValueError(
            f"{label or path.name}: {fault}; validate lists every fault of the folder"
        ) from fault


def empty(schema: description.Schema) -> pd.DataFrame:
    """A table without rows, its columns typed."""
    return _typed(pd.DataFrame(columns=description.columns(schema), dtype="str"), schema)


def _typed(text: pd.DataFrame, schema: description.Schema) -> pd.DataFrame:
    """The columns of the description, each as its type."""
    return pd.DataFrame({f["name"]: typed(text[f["name"]], f["type"]) for f in schema["fields"]})
