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

#: A row is named by the first of these tables whose key it holds; each leads on to those below.
TABLES = (
    "reported_values", "statistics", "plan_fields", "events", "plan_points", "claims", "sources",
)  # fmt: skip
ATTRIBUTES = {"reported_values": "data-value-id", "statistics": "data-statistic"}


def attributes(row: Mapping[str, Any]) -> str:
    """What the element of a row carries: ` data-value-id="..."` and so on; empty without a key.

    A row tells its keys itself where it can: `keys` (a table's name -> its keys), as the rows of
    charts do; value_ids or from_values beside value_id. Else it names the first of TABLES whose key
    columns it has, the first part not missing. With a reading, a verdict or a conflict_id also
    names its record.
    """
    named: dict[str, list[str]] = {}
    for table, keys in (_told(row) or _found(row)).items():
        own = keys if table in ATTRIBUTES else [f"{table}:{one}" for one in keys]
        named.setdefault(ATTRIBUTES.get(table, "data-row"), []).extend(own)
    if record := _record(row):
        named["data-result"] = [record]
    return "".join(f' {name}="{escape(" ".join(each))}"' for name, each in named.items() if each)


def _told(row: Mapping[str, Any]) -> dict[str, list[str]]:
    """The keys that a row tells itself."""
    if isinstance(row.get("keys"), dict):
        return {table: list(keys) for table, keys in row["keys"].items()}
    several = [row.get(name) for name in ("value_ids", "from_values")]
    value_ids = [one for cell in several if isinstance(cell, list | tuple) for one in cell]
    if not value_ids:
        return {}
    own = [row.get("value_id"), *value_ids]
    return {"reported_values": list(dict.fromkeys(filter(None, map(reference, own))))}


def _found(row: Mapping[str, Any]) -> dict[str, list[str]]:
    """The row of a table whose key stands in the columns."""
    for table, columns in _columns().items():
        if all(column in row for column in columns) and reference(row[columns[0]]):
            return {table: [reference(*(row[column] for column in columns))]}
    return {}


def _record(row: Mapping[str, Any]) -> str:
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
    from analysis.tables import description

    described = description.schemas(description.shipped())
    return {table: list(described[table]["primaryKey"]) for table in TABLES}
