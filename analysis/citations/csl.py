"""Sources as CSL-JSON, which Zotero, Pandoc and citeproc read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analysis.citations.sources import Known, cited, dataset
from analysis.tables import Tables

#: What kind of document a source is -> the item type of CSL 1.0.
TYPES = {
    "news": "article-newspaper",
    "interview": "interview",
    "official_statement": "webpage",
    "official_page": "webpage",
    "statistics_release": "report",
    "dataset": "dataset",
    "book": "book",
}
#: Variable of CSL -> column of `sources`.
VARIABLES = {
    "title": "title",
    "publisher": "publisher",
    "URL": "url",
    "archive_location": "archive_url",
    "language": "language",
    "version": "version",
}
DATES = {"issued": "published", "accessed": "accessed"}


def csl_json(data: Tables, source_ids: Sequence[str] = ()) -> list[dict[str, Any]]:
    """The sources as items of CSL-JSON, `id` being the source_id; all but the `examples` where
    none is given.

    Dates are `date-parts` of whole numbers at the precision that is known: [2018, 3] for March
    2018. News and pages also name the publisher as their container. A missing cell gives no field.

    A claim_id or value_id stands for the source behind it.

    Raises ValueError where a key is unknown.
    """
    return [_item(source) for source in cited(data, source_ids)]


def dataset_csl_json(data: Tables) -> dict[str, Any]:
    """The data themselves as one item of CSL-JSON, with the data version.

    Author and date are given where the folder's own description tells them.
    """
    return _item(dataset(data) | {"kind": "dataset"})


def _item(source: Known) -> dict[str, Any]:
    kind = TYPES.get(source["kind"], "document")
    item: dict[str, Any] = {"id": source["source_id"], "type": kind}
    item |= {name: source[column] for name, column in VARIABLES.items() if column in source}
    if kind in ("article-newspaper", "webpage") and "publisher" in source:
        item["container-title"] = source["publisher"]
    if "authors" in source:
        item["author"] = [{"literal": name} for name in source["authors"]]
    return item | {name: _date(source[day]) for name, day in DATES.items() if day in source}


def _date(day: str) -> dict[str, list[list[int]]]:
    return {"date-parts": [[int(part) for part in day.split("-")]]}
