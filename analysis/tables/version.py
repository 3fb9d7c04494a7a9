"""The data version: one short name for exactly these tables."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    from analysis.tables.reading import Tables

#: Characters of the hash that are told: one in 2^48 that two versions share a name.
LENGTH = 12
#: Ends a cell, a row and a table; no cell of a table holds them.
CELL, ROW, TABLE = "\x1f", "\x1e", "\x1d"


def version(data: Tables) -> str:
    """The first twelve hexadecimal digits of the SHA-256 over the cells of all tables.

    The same cells give the same version on every machine, whatever wrote the files; a changed cell,
    row, column or order of rows gives another. Missing cells count as missing.
    """
    from analysis.tables.reading import TABLES

    digest = hashlib.sha256()
    for name in TABLES:
        frame: pd.DataFrame = getattr(data, name)
        digest.update(f"{name}{ROW}{CELL.join(frame.columns)}{ROW}".encode())
        for row in frame.astype(object).itertuples(index=False, name=None):
            digest.update((CELL.join(map(_text, row)) + ROW).encode())
        digest.update(TABLE.encode())
    return digest.hexdigest()[:LENGTH]


def _text(cell: Any) -> str:
    """A cell as text: what is missing is empty, a number its shortest exact form."""
    if pd.isna(cell):
        return ""
    return cell.isoformat() if isinstance(cell, pd.Timestamp) else str(cell)
