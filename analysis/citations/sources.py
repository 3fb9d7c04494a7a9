"""The sources that are cited, each with the cells that are known of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analysis import labels
from analysis.tables import Tables, description, version

Known = dict[str, str]


def cited(data: Tables, source_ids: Sequence[str] = ()) -> list[Known]:
    """The known cells of each source as text, in the order given; all sources where none is given.

    Raises ValueError where a source_id stands in no row of sources.csv.
    """
    rows = {row["source_id"]: _known(row) for row in data.sources.to_dict("records")}
    unknown = [key for key in source_ids if key not in rows]
    if unknown:
        raise ValueError(
            f"no source {', '.join(unknown)} in {data.folder / 'sources.csv'}: "
            "give keys of its column source_id"
        )
    return [rows[key] for key in dict.fromkeys(source_ids or rows)]


def dataset(data: Tables) -> Known:
    """The data themselves as a source: title, version, address of the licence; no author.

    A folder without a description of its own is named by its two economies.
    """
    package = description.package(data.folder)
    values = data.reported_values
    pair = labels.pair(values["economy"], values["partner"])
    licence = (package.get("licenses") or [{}])[0]
    known = {
        "source_id": package.get("name", "reported-figures"),
        "title": package.get("title") or f"{pair}, as reported".removeprefix(", "),
        "description": package.get("description", ""),
        "url": package.get("homepage", ""),
        "licence": licence.get("path", ""),
        "licence_name": licence.get("name", ""),
        "version": version(data),
    }
    return {name: cell for name, cell in known.items() if cell}


def _known(row: dict[Any, Any]) -> Known:
    return {name: _text(cell) for name, cell in row.items() if not pd.isna(cell)}


def _text(cell: object) -> str:
    return cell.date().isoformat() if isinstance(cell, pd.Timestamp) else str(cell)
