"""Claims and sources as the records that pages show: plain dicts whose missing cells are empty."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pandas as pd

from analysis import evidence, labels
from analysis.report.judging import Conflict
from analysis.tables import Tables, statements

Record = dict[str, Any]
#: Sorts what has no date after everything that has one.
UNDATED = "9999"
#: So many signs may stand between a numeral and its hedge in the words of a source.
APART = 12
OF_SOURCE = ["source_id", "kind", "publisher", "title", "url", "language", "published"]
#: How a claim can point to another, and the words for it and for the way back.
POINTERS = {
    "repeats": ("passes on", "passed on by"),
    "repeats_inferred": ("seems to repeat", "seems to be repeated by"),
    "disputes": ("disputes", "disputed by"),
}


def records(frame: pd.DataFrame) -> list[Record]:
    """The rows as dicts; what is missing is an empty text."""
    whole = frame.astype(object).where(frame.notna(), "")
    return [{str(name): cell for name, cell in row.items()} for row in whole.to_dict("records")]


def claims(data: Tables) -> list[Record]:
    """Every claim with its source, its values in words and what it repeats or disputes.

    Sorted by the day of speaking (the day of publication where that is unknown), then by claim_id.
    Beside the columns of `claims` and the kind, publisher, title, url, language and published of
    the source: said (the day in words), day, values (records), hedges, order (the place among all
    claims by value), link (to the very words) and relations (word, claim_id pairs).
    """
    joined = records(
        data.claims.merge(data.sources[OF_SOURCE], on="source_id", validate="many_to_one")
    )
    told = _values(data)
    related = _relations(data.claims)
    for claim in joined:
        claim["values"] = told.get(claim["claim_id"], [])
        claim["hedges"] = list(dict.fromkeys(v["hedge"] for v in claim["values"] if v["hedge"]))
        claim["day"] = claim["said_on"] or claim["published"]
        claim["said"] = labels.day(claim["said_on"])
        claim["link"] = evidence.link(claim["url"], claim["fragment"])
        claim["relations"] = related.get(claim["claim_id"], [])
    _order_by_value(joined)
    return sorted(joined, key=lambda claim: (claim["day"] or UNDATED, claim["claim_id"]))


def sources(data: Tables, told: list[Record]) -> list[Record]:
    """Every source with its claims in the order of the text, sorted by publication.

    Beside the columns of `sources`: name (the title, else what is known), claims and copies.
    """
    by_source: dict[str, list[Record]] = {}
    for claim in told:
        by_source.setdefault(claim["source_id"], []).append(claim)
    listed = records(data.sources)
    for source in listed:
        own = by_source.get(source["source_id"], [])
        source["claims"] = sorted(own, key=lambda c: (c["paragraph"] == "", c["paragraph"] or 0))
        source["name"] = source["title"] or _untitled(source, listed)
        source["copies"] = [s["source_id"] for s in listed if s["repeats"] == source["source_id"]]
    return sorted(listed, key=lambda source: (source["published"] or UNDATED, source["source_id"]))


def _untitled(source: Record, listed: list[Record]) -> str:
    """What tells a source without a title apart: "An agency, 21 Jan 2021, no title kept".

    Its key stands beside it where others without a title are of the same publisher and day.
    """
    told = ("publisher", "published", "title")
    alike = [one for one in listed if all(one[name] == source[name] for name in told)]
    name = f"{source['publisher']}, {labels.day(source['published']) or 'undated'}, no title kept"
    return name if len(alike) == 1 else f"{name} ({source['source_id']})"


def struck(told: list[Record], conflicts: list[Conflict]) -> dict[str, list[Conflict]]:
    """claim_id -> the conflicts that a value of the claim is a part of."""
    claim_of = {value["value_id"]: c["claim_id"] for c in told for value in c["values"]}
    found: dict[str, list[Conflict]] = {}
    for conflict in conflicts:
        for claim_id in dict.fromkeys(claim_of[key] for key in conflict.value_ids):
            found.setdefault(claim_id, []).append(conflict)
    return found


def _values(data: Tables) -> dict[str, list[Record]]:
    """The values of each claim, read at its source or not: key, text, what it is, period, hedge."""
    every = data.claims.assign(read_at_source=True)
    told: dict[str, list[Record]] = {}
    for row in statements(replace(data, claims=every)).to_dict("records"):
        told.setdefault(row["claim_id"], []).append(_value({str(k): v for k, v in row.items()}))
    return told


def _value(row: Record) -> Record:
    plain = {name: "" if pd.isna(cell) else cell for name, cell in row.items()}
    return {
        "value_id": row["value_id"],
        "text": labels.value(row),
        "own": _own(plain, labels.value(row)),
        "what": _what(plain),
        "period": labels.period(row["period_start"], row["period_end"]) or labels.day(row["as_of"]),
        "hedge": plain["hedge"],
        "unit": plain["unit"],
        "size": 0.0 if plain["value"] == "" else plain["value"] * plain["scale"],
    }


def _own(row: Record, text: str) -> str:
    """The numeral and the hedge as the source writes them; empty where the label says the same.

    As they stand in its words where they stand near each other, else hedge before numeral.
    """
    numeral, hedge = row["printed"].lstrip("-+" + labels.MINUS), row["hedge"]
    first, last = re.escape(hedge), re.escape(numeral)
    if re.search(rf"(?<![\d.,]){last}(?![\d.,])", text) and hedge in text:
        return ""
    near = rf"\D{{0,{APART}}}?"
    words = rf"{first}{near}{last}|{last}{near}{first}" if hedge else last
    found = re.search(words, row["fragment"])
    return found[0] if found else f"{hedge} {numeral}".strip()


def _what(row: Record) -> str:
    """What a value is, in a few words: "exports, growth", "projects, under way"."""
    parts = [row["flow"], labels.counted(row["counted"]), labels.plain(row["stage"])]
    parts += [row["measure"] if row["measure"] != "level" else ""]
    parts += [row["status"] if row["status"] != "reported" else ""]
    said = [part for part in parts if part]
    return ", ".join(said[:-1] if said[-1:] == ["count"] and len(said) > 1 else said)


def _relations(frame: pd.DataFrame) -> dict[str, list[tuple[str, str]]]:
    """Both ends of every pointer: claim_id -> [(word, the other claim_id)]."""
    related: dict[str, list[tuple[str, str]]] = {}
    for column, (there, back) in POINTERS.items():
        for row in records(frame[["claim_id", column]]):
            if row[column]:
                related.setdefault(row["claim_id"], []).append((there, row[column]))
                related.setdefault(row[column], []).append((back, row["claim_id"]))
    return related


def _order_by_value(told: list[Record]) -> None:
    """Give each claim its place by unit and size of its first value; those without one are last."""

    def key(claim: Record) -> tuple[Any, ...]:
        first = claim["values"][0] if claim["values"] else {"unit": "", "size": 0.0}
        return (not claim["values"], first["unit"], first["size"], claim["claim_id"])

    for place, claim in enumerate(sorted(told, key=key)):
        claim["order"] = place
