"""What the page on citing and the log of corrections show, and the references as files."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from analysis import citations
from analysis.evidence import reference
from analysis.report import ledger
from analysis.tables import Tables

Record = dict[str, Any]


def files(data: Tables) -> dict[str, str]:
    """The references to all sources, by the name of their file in the folder of the tables."""
    items = json.dumps(citations.csl_json(data), ensure_ascii=False, indent=2)
    return {"references.bib": citations.bibtex(data), "references.json": items + "\n"}


def json_ld(data: Tables) -> dict[str, Markup]:
    """JSON-LD by page: the claims under the source_id of each source, the data under "index"."""
    parted = citations.by_source(citations.claims_json_ld(data))
    nodes = {**parted, "index": citations.dataset_json_ld(data)}
    return {name: Markup(citations.script(node)) for name, node in nodes.items()}


def title(data: Tables) -> str:
    """What the folder calls its data; empty where that was never filled in."""
    unnamed = "title" in citations.lacking(data)
    return "" if unnamed else str(citations.dataset(data)["title"])


def example(data: Tables, claims: list[Record]) -> Record:
    """How the data are cited, and a value to cite: the first that was read at its source."""
    used = [one for one in claims if one["read_at_source"] is True and one["values"]]
    item = citations.dataset_csl_json(data)
    return {
        "dataset": citations.dataset(data),
        "lacking": citations.lacking(data),
        "data_bibtex": citations.dataset_bibtex(data),
        "csl": json.dumps(item, ensure_ascii=False, indent=2),
        "example": used[0] if used else None,
    }


def corrections(data: Tables) -> list[Record]:
    """The log, the latest correction first; each with `row`, its key as pages name it."""
    logged = ledger.records(data.corrections)
    for row in logged:
        row["date"] = str(row["date"])[:10]
        row["row"] = reference(row["date"], row["table"], row["key"], row["column"])
    return logged[::-1]
