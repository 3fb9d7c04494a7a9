"""Which rows of which tables a row of a frame is, as attributes of an element of a page.

`data-value-id` names reported values, `data-statistic` a statistic, `data-row` a row of another
table, `data-result` the record of a verdict or a conflict in the files of the report.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from html import escape
from typing import Any

from analysis.evidence import reference
from analysis.tables import description

#: A row is named by the first of these tables whose key it holds; each leads on to those below.
TABLES = (
    "reported_values", "statistics", "plan_fields", "events", "plan_points", "claims", "sources",
)  # fmt: skip
ATTRIBUTES = {"reported_values": "data-value-id", "statistics": "data-statistic"}


def attributes(row: Mapping[str, Any]) -> str:
    """What the element of a row carries: ` data-value-id="..."` and so on; empty without a key.

    A row names the first of TABLES whose key columns it has, its first part not missing. One with
    value_ids names all of them; with a reading, a verdict or conflict_id also names its record.
    """
    found = _named(row)
    records = _records(row)
    if records:
        found["data-result"] = records
    return "".join(f' {name}="{escape(keys)}"' for name, keys in found.items())


def _named(row: Mapping[str, Any]) -> dict[str, str]:
    if isinstance(row.get("value_ids"), list | tuple):
        return {"data-value-id": " ".join(map(reference, row["value_ids"]))}
    for table, columns in _columns().items():
        if all(column in row for column in columns) and reference(row[columns[0]]):
            own = reference(*(row[column] for column in columns))
            attribute = ATTRIBUTES.get(table, "data-row")
            return {attribute: own if table in ATTRIBUTES else f"{table}:{own}"}
    return {}


def _records(row: Mapping[str, Any]) -> str:
    """The record of a conflict or verdict in the files of the report, under the row's reading."""
    reading, value_id = reference(row.get("reading")), reference(row.get("value_id"))
    conflict_id = reference(row.get("conflict_id"))
    if reading and conflict_id:
        return f"data/conflicts-{reading}.json#{conflict_id}"
    if reading and value_id and reference(row.get("verdict")):
        return f"data/verdicts-{reading}.json#{value_id}"
    return ""


@lru_cache(maxsize=1)
def _columns() -> dict[str, list[str]]:
    """The key columns of each table, from the shipped description."""
    described = description.schemas(description.shipped())
    return {table: list(described[table]["primaryKey"]) for table in TABLES}
