"""Claims and data as JSON-LD of schema.org: https://schema.org/Claim, https://schema.org/Dataset.

What schema.org cannot say is left out rather than bent: whether a speaker is a person or an office
is not in the tables, so a speaker has a name and no type; an end that is open has no `minValue` or
`maxValue`; a printed number that its own hedge excludes ("over 60") is told in words and is no
`value`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

import pandas as pd

from analysis import evidence, labels, readings
from analysis.citations.sources import Known, cited, dataset
from analysis.tables import TABLES, Tables, statements

Node = dict[str, Any]
CONTEXT = "https://schema.org"
#: What kind of document a source is -> the type of schema.org.
TYPES = {
    "news": "NewsArticle",
    "interview": "Article",
    "official_statement": "Article",
    "official_page": "WebPage",
    "statistics_release": "Report",
    "dataset": "Dataset",
    "book": "Book",
}
#: Common codes of UN/CEFACT Recommendation 20; it has none for currencies.
UNIT_CODES = {"percent": "P1", "count": "C62"}
UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def claims_json_ld(
    data: Tables, source_ids: Sequence[str] = (), reading: str = readings.DEFAULT_READING
) -> Node:
    """The claims of the sources as a graph of schema.org `Claim`; of all where none is given.

    Each has its fragment (`text`), our summary (`abstract`), speaker (`author`), the day it was
    said (`dateCreated`), the source it stands in (`appearance`), its date (`datePublished`) and its
    values as `QuantitativeValue` under `about`: numbers in the unit that `unitText` names, scale
    applied, `minValue` and `maxValue` being the ends under the reading. Claims that were not read
    at their source are left out. A missing cell gives no field.

    Raises ValueError where a source_id or the reading is unknown.
    """
    sources = {source["source_id"]: source for source in cited(data, source_ids)}
    said = statements(data)
    read = readings.intervals(said[said["source_id"].isin(sources)], data.hedges, reading)
    values: dict[str, list[Node]] = {}
    for row in read.to_dict("records"):
        values.setdefault(str(row["claim_id"]), []).append(_quantity(row))
    claims = data.claims[data.claims["read_at_source"].fillna(False)]
    chosen = claims[claims["source_id"].isin(sources)].to_dict("records")
    graph = [_claim(row, sources[row["source_id"]], values) for row in chosen]
    return {"@context": CONTEXT, "@graph": graph}


def dataset_json_ld(data: Tables) -> Node:
    """The data folder as schema.org `Dataset`, `version` being the data version.

    `creator` and `dateCreated` are given where the folder's own description tells them;
    `variableMeasured` tells each measure and unit with the least and the greatest printed number
    (scale applied), `temporalCoverage` the first and last day of any period (ISO 8601 interval),
    `citation` the sources, `distribution` the tables as `data/NAME.csv` beside the page.
    """
    known = dataset(data)
    values = statements(data)
    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": known["title"],
        **_filled(
            description=known.get("description"),
            identifier=known["source_id"],
            version=known["version"],
            creator=[{"name": name} for name in known.get("authors", ())],
            dateCreated=known.get("published"),
            url=known.get("url"),
            license=known.get("licence"),
            temporalCoverage=_coverage(values),
            spatialCoverage=[_place(code) for code in _economies(values)],
            variableMeasured=list(_variables(values)),
            citation=[_document(source) for source in cited(data)],
            distribution=[_download(name) for name in TABLES],
        ),
    }


def by_source(claims: Node) -> dict[str, Node]:
    """The graph of `claims_json_ld` parted by source_id: one for the page of each source."""
    parted: dict[str, Node] = {}
    for claim in claims["@graph"]:
        source_id = claim["appearance"]["identifier"]
        parted.setdefault(source_id, {"@context": CONTEXT, "@graph": []})["@graph"].append(claim)
    return parted


def script(node: Node) -> str:
    """JSON-LD as text that cannot end the script element it stands in, whatever a claim says."""
    text = json.dumps(node, ensure_ascii=False, indent=1, allow_nan=False)
    return "".join(UNSAFE.get(sign, sign) for sign in text)


def _filled(**fields: Any) -> Node:
    """The fields that hold something."""
    return {name: cell for name, cell in fields.items() if not _missing(cell)}


def _missing(cell: Any) -> bool:
    return (
        cell is None
        or cell in ("", [], {})
        or (not isinstance(cell, list | dict) and pd.isna(cell))
    )


def _claim(row: dict[Any, Any], source: Known, values: dict[str, list[Node]]) -> Node:
    return {"@type": "Claim", "@id": f"#{row['claim_id']}"} | _filled(
        identifier=row["claim_id"],
        text=row["fragment"],
        inLanguage=source.get("language"),
        abstract=row["summary"],
        author=_filled(name=row["speaker"], disambiguatingDescription=row["speaker_role"]),
        dateCreated=row["said_on"],
        datePublished=source.get("published"),
        url=evidence.link(source.get("url"), row["fragment"]),
        appearance=_document(source),
        isBasedOn=_other(row["repeats"]),
        about=values.get(row["claim_id"]),
    )


def _other(claim_id: Any) -> Node | None:
    """The claim that this one passes on."""
    return None if pd.isna(claim_id) else {"@type": "Claim", "identifier": claim_id}


def _document(source: Known) -> Node:
    publisher = {"@type": "Organization", "name": source["publisher"]}
    return {"@type": TYPES.get(source["kind"], "CreativeWork")} | _filled(
        identifier=source["source_id"],
        name=source.get("title"),
        publisher=publisher,
        datePublished=source.get("published"),
        inLanguage=source.get("language"),
        url=source.get("url"),
        archivedAt=source.get("archive_url"),
    )


def _quantity(row: dict[Any, Any]) -> Node:
    """A reported value: its number and the ends that its words allow."""
    inside = row["lower"] <= row["central"] <= row["upper"]
    closed = (row["lower_closed"] or row["central"] != row["lower"]) and (
        row["upper_closed"] or row["central"] != row["upper"]
    )
    return {"@type": "QuantitativeValue"} | _filled(
        identifier=row["value_id"],
        name=_name(row),
        description=labels.value(row),
        value=_number(row["value"], row["scale"]) if inside and closed else None,
        minValue=_number(row["lower"]),
        maxValue=_number(row["upper"]),
        unitText=row["unit"],
        unitCode=UNIT_CODES.get(row["unit"]),
    )


def _name(row: dict[Any, Any]) -> str:
    """What is measured, in a few words: "turnover, growth"."""
    what = [row["flow"], labels.counted(row["counted"]), row["measure"]]
    return ", ".join(word for word in what if isinstance(word, str) and word)


def _number(value: float, scale: float = 1.0) -> int | float | None:
    """A number of JSON, whole where it is whole; nothing where it is missing or infinite."""
    if pd.isna(value) or math.isinf(value):
        return None
    exact = Decimal(repr(float(value))) * Decimal(repr(float(scale)))
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def _variables(values: pd.DataFrame) -> Iterator[Node]:
    """Each measure in each unit, with the least and the greatest printed number."""
    told = values.dropna(subset=["value"])
    sized = told.assign(size=told["value"] * told["scale"], name=_names(told))
    for (name, unit), group in sized.groupby(["name", "unit"], sort=True):
        yield {"@type": "PropertyValue", "name": name} | _filled(
            unitText=unit,
            unitCode=UNIT_CODES.get(str(unit)),
            minValue=_number(group["size"].min()),
            maxValue=_number(group["size"].max()),
        )


def _names(values: pd.DataFrame) -> list[str]:
    return [_name(row) for row in values.to_dict("records")]


def _coverage(values: pd.DataFrame) -> str:
    first, last = values["period_start"].min(), values["period_end"].max()
    return "" if pd.isna(first) or pd.isna(last) else f"{first:%Y-%m-%d}/{last:%Y-%m-%d}"


def _economies(values: pd.DataFrame) -> list[str]:
    return sorted(pd.concat([values["economy"], values["partner"]]).dropna().unique())


def _place(code: str) -> Node:
    return {"@type": "Country", "name": labels.economy(code), "identifier": code}


def _download(name: str) -> Node:
    return {
        "@type": "DataDownload",
        "name": name,
        "contentUrl": f"data/{name}.csv",
        "encodingFormat": "text/csv",
    }
