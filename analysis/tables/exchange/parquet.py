"""A table as a Parquet file: typed columns, their descriptions kept beside them.

Each column has the type of the description and carries, as metadata, what it means; the file
carries what a row is. Numbers that a CSV spells otherwise than in the shortest way (1e3, 16.40)
keep their spelling as metadata too.
"""

from __future__ import annotations

import io
import json
from typing import Any

import pandas as pd

from analysis.frames import plain, typed
from analysis.tables.description import Schema
from analysis.tables.exchange.texts import SPELT, Sheet, columns, spelt

SPELLING = b"spelling"


def _arrow() -> Any:
    """PyArrow.

    Raises ModuleNotFoundError with what to install.
    """
    try:
        import pyarrow.parquet
    except ModuleNotFoundError as fault:
        raise ModuleNotFoundError(
            "Parquet needs PyArrow: pip install 'reported-trade-figures[files]'"
        ) from fault
    return pyarrow


def written(table: Sheet, resource: dict[str, Any]) -> bytes:
    """A table as a Parquet file.

    Raises ValueError where a cell is not of its type.
    """
    pa = _arrow()
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    texts = columns(table.rows, len(table.columns))
    parts = [
        _column(pa, fields.get(name, {"name": name, "type": "string"}), cells)
        for name, cells in zip(table.columns, texts, strict=True)
    ]
    about = {"name": resource["name"], "description": resource.get("description", "")}
    schema = pa.schema([part[0] for part in parts], metadata=about)
    target = io.BytesIO()
    pa.parquet.write_table(pa.Table.from_arrays([part[1] for part in parts], schema=schema), target)
    return target.getvalue()


def _column(pa: Any, field: dict[str, Any], texts: list[str]) -> tuple[Any, Any]:
    """The field with what it means, and its cells."""
    kinds = {"date": pa.date32(), "number": pa.float64(), "integer": pa.int64(),
             "boolean": pa.bool_()}  # fmt: skip
    cells = typed(
        pd.Series(texts, dtype="str", name=field["name"]).replace("", None), field["type"]
    )
    kind = pa.float64() if cells.dtype == "float64" else kinds.get(field["type"], pa.string())
    about = {b"description": field.get("description", "").encode()}
    again = spelt(cells, field["type"])
    odd = {str(row): text for row, text in enumerate(texts) if text != again[row]}
    if odd:
        about[SPELLING] = json.dumps(odd).encode()
    return (
        pa.field(field["name"], kind, metadata=about),
        pa.Array.from_pandas(cells, type=kind),
    )


def read(content: Any, schema: Schema) -> Sheet:
    """A Parquet file as text; a row's place is its number, the first being 1.

    Raises ValueError where it is no Parquet file, or a column would lose digits as text.
    """
    pa = _arrow()
    try:
        table = pa.parquet.read_table(content)
    except pa.ArrowInvalid as fault:
        raise ValueError(f"not readable as Parquet: {fault}") from fault
    kinds = {field["name"]: field["type"] for field in schema["fields"]}
    frame = plain(table)
    texts = [
        _spelling(table.field(name), spelt(frame[name], kinds.get(name, "string")), kinds.get(name))
        for name in table.column_names
    ]
    rows = [list(cells) for cells in zip(*texts, strict=True)]
    return Sheet(table.column_names, rows, list(range(1, len(rows) + 1)))


def _spelling(field: Any, texts: list[str], kind: str | None) -> list[str]:
    """The cells as they were spelt, where they still mean the same."""
    kept = json.loads((field.metadata or {}).get(SPELLING, b"{}"))
    odd = {int(row): text for row, text in kept.items() if int(row) < len(texts)}
    for row, text in odd.items():
        same = typed(pd.Series([text], dtype="str", name=field.name), kind or "string")
        if SPELT[kind or "string"](same[0]) == texts[row]:
            texts[row] = text
    return texts
