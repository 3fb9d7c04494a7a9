"""Whose number it is: the record it comes from, its currency, and what it only repeats."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Any, NamedTuple

import pandas as pd

ValueRow = Mapping[Hashable, Any]
#: Of two values with these alike, one repeats the other.
SAME = (
    "measure", "economy", "partner", "flow", "scope", "period_start", "period_end", "base_start",
    "base_end", "counted", "stage", "as_of", "status",
)  # fmt: skip


class Record(NamedTuple):
    """Who compiled a number: an office or a reporter, and whether the source says so."""

    name: str
    stated: bool


class Currency(NamedTuple):
    """The currency of a level or growth: stated, or that of the levels in the same source."""

    code: str
    beside: bool


def records(rows: Iterable[ValueRow]) -> dict[str, Record]:
    """value_id -> the record of each value of trade.

    The office where it is named. Else the reporter, or where that is not named either (not
    stated) the economy from whose side the flow is told; by the one office that is named for it.
    """
    rows = list(rows)
    offices: dict[str, set[str]] = {}
    for row in rows:
        if isinstance(row["reporter"], str) and isinstance(row["office"], str):
            offices.setdefault(row["reporter"], set()).add(row["office"])
    return {row["value_id"]: _record(row, offices) for row in rows}


def _record(row: ValueRow, offices: Mapping[str, set[str]]) -> Record:
    if isinstance(row["office"], str):
        return Record(row["office"], True)
    stated = isinstance(row["reporter"], str)
    economy = str(row["reporter"] if stated else row["economy"])
    names = offices.get(economy, set())
    return Record(next(iter(names)) if len(names) == 1 else economy, stated)


def currencies(rows: Iterable[ValueRow], named: Mapping[str, Record]) -> dict[str, Currency]:
    """value_id -> the currency of each value of trade; empty where none can be told.

    A growth that names none takes that of the levels of the same record: in the same claim, else in
    the same source, else anywhere, each if it is only one.
    """
    rows = list(rows)
    levels: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        if row["measure"] == "level" and isinstance(row["currency"], str):
            for place in _places(row):
                levels.setdefault((named[row["value_id"]].name, place), set()).add(row["currency"])
    return {row["value_id"]: _currency(row, named[row["value_id"]].name, levels) for row in rows}


def _places(row: ValueRow) -> tuple[str, str, str]:
    return f"claim {row['claim_id']}", f"source {row['source_id']}", ""


def _currency(row: ValueRow, record: str, levels: Mapping[tuple[str, str], set[str]]) -> Currency:
    if isinstance(row["currency"], str):
        return Currency(row["currency"], True)
    for place in _places(row):
        found = levels.get((record, place), set())
        if len(found) == 1:
            return Currency(next(iter(found)), bool(place))
    return Currency("", True)


def roots(claims: pd.DataFrame) -> dict[str, str]:
    """claim_id -> the claim from which it stems, by `repeats` or else `repeats_inferred`."""
    links = claims["repeats"].fillna(claims["repeats_inferred"])
    before = dict(zip(claims["claim_id"], links, strict=True))
    return {claim: _root(claim, before) for claim in before}


def _root(claim: str, before: Mapping[str, Any]) -> str:
    seen = {claim}
    while isinstance(before.get(claim), str) and before[claim] not in seen:
        claim = before[claim]
        seen.add(claim)
    return claim


def merged(rows: Iterable[ValueRow], stems: Mapping[str, str]) -> dict[str, list[ValueRow]]:
    """value_id of the value that counts -> it and the values that repeat it.

    Values of one origin that are about the same thing count once: as its origin said it, or else
    as it was first repeated (of one day, in English, which a reader of labels can follow).
    A repetition that gives another day or period than its origin says something of its own.
    """
    groups: dict[tuple[Any, ...], list[ValueRow]] = {}
    for row in rows:
        key = (stems.get(row["claim_id"], row["claim_id"]), *(_plain(row[name]) for name in SAME))
        groups.setdefault(key, []).append(row)
    found: dict[str, list[ValueRow]] = {}
    for (root, *_), group in groups.items():
        first, *rest = sorted(group, key=lambda row: _precedence(row, root))
        own = [row for row in rest if row["claim_id"] == first["claim_id"]]
        found[first["value_id"]] = [first, *(row for row in rest if row not in own)]
        found |= {row["value_id"]: [row] for row in own}
    return found


def _plain(cell: Any) -> Any:
    return "" if pd.isna(cell) else cell


def _precedence(row: ValueRow, root: str) -> tuple[bool, str, bool, str]:
    published = row["published"] if isinstance(row["published"], str) else ""
    return row["claim_id"] != root, published, row["language"] != "en", row["value_id"]
