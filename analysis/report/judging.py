"""What is held against each value under each reading: its verdict and its conflicts.

Verdicts and conflicts are worked out once a reading, in processes of their own while the notebooks
run. Pages then show what differs between readings beside each other, and what does not once.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis import labels, readings
from analysis.charts import Basis
from analysis.outputs import sheets
from analysis.readings import words
from analysis.report.pictures import basis
from analysis.tables import Tables

Record = dict[str, Any]
#: What is offered as a file of its own for each reading, and how.
KINDS = ("verdicts", "conflicts", "ranges")
FORMS = ("json", "csv")
#: The verdict of a value that no statistic here can be held against.
UNCHECKED = "cannot_be_checked"
#: What tells definitions apart, after the reporter.
TERMS = ("flow", "scope", "valuation", "currency", "basis", "vintage", "provider")


@dataclass(frozen=True)
class Judged:
    """A data folder under one reading, ready to be passed between processes.

    `verdicts` and `conflicts` are the records of the two checks; `ranges` those of the ranges that
    the words allow (value_id, reading, range in words, lower, upper, lower_closed, upper_closed;
    open ends are missing) and of the definitions that fit without deciding where the verdict is a
    miss (fits, in words). `not_pursued` counts the conflicts that were found and not explained.
    """

    reading: str
    verdicts: list[Record]
    conflicts: list[Record]
    ranges: list[Record]
    not_pursued: int


@dataclass(frozen=True)
class Variant:
    """A record under those readings under which it says the same."""

    readings: tuple[str, ...]
    record: Record

    @property
    def everywhere(self) -> bool:
        """Whether it says so under every reading, so that nothing is to be switched."""
        return len(self.readings) == len(readings.READINGS)


@dataclass(frozen=True)
class Conflict:
    """Values that cannot all hold under some readings, and what is said of it under each."""

    conflict_id: str
    value_ids: list[str]
    tier: str
    form: str
    variants: list[Variant]

    @property
    def readings(self) -> tuple[str, ...]:
        """The readings under which it is a conflict."""
        return tuple(name for variant in self.variants for name in variant.readings)

    @property
    def everywhere(self) -> bool:
        """Whether it is one under every reading."""
        return len(self.readings) == len(readings.READINGS)


def folder(place: Path, reading: str) -> Judged:
    """A data folder as read from disk, under a reading."""
    return of(basis(place, reading))


def judged(data: Tables, reading: str) -> Judged:
    """The tables under a reading.

    Raises ValueError where a numeral, a hedge or the reading cannot be read.
    """
    return of(Basis(data, reading))


def of(one: Basis) -> Judged:
    """What charts are judged by, as pages tell it."""
    from analysis import checks, conflicts

    verdicts, stated, found = one.verdicts, one.statements, one.conflicts
    fits = _fits(checks.records(verdicts.definitions), verdicts.summary)
    return Judged(
        reading=one.reading,
        verdicts=checks.records(verdicts.summary),
        conflicts=conflicts.records(found),
        not_pursued=found.not_pursued,
        ranges=_ranges(stated.to_dict("records"), checks.records(stated), fits),
    )


def _ranges(stated: list[Any], plain: list[Record], fits: dict[str, list[str]]) -> list[Record]:
    """What pages say a value may mean, as records that also stand in a file of the site."""
    ends = ("lower", "upper", "lower_closed", "upper_closed")
    return [
        {name: row[name] for name in ("value_id", "reading")}
        | {"range": words(exact)}
        | {name: row[name] for name in ends}
        | {"fits": fits.get(row["value_id"], [])}
        for exact, row in zip(stated, plain, strict=True)
    ]


def variants(records: Iterable[tuple[str, Record]]) -> list[Variant]:
    """Records by reading, those that say the same as one, in the order of their readings."""
    found: list[tuple[list[str], Record]] = []
    for reading, record in records:
        same = next((names for names, other in found if other == record), None)
        if same is None:
            found.append(([reading], record))
        else:
            same.append(reading)
    return [Variant(tuple(names), record) for names, record in found]


def values(every: Sequence[Judged]) -> dict[str, dict[str, list[Variant]]]:
    """By value_id what pages say of a value, each piece under the readings that it holds for.

    Pieces: range (text), verdict (verdict, reason, sentence, explanations) and conflicts (ids).
    """
    said: dict[str, dict[str, list[tuple[str, Record]]]] = {}
    for one in every:
        struck = _struck(one.conflicts)
        ranges = {row["value_id"]: row for row in one.ranges}
        for verdict in one.verdicts:
            value_id = verdict["value_id"]
            pieces = said.setdefault(value_id, {"range": [], "verdict": [], "conflicts": []})
            pieces["range"].append((one.reading, {"text": ranges[value_id]["range"]}))
            pieces["verdict"].append((one.reading, _told(verdict, ranges[value_id]["fits"])))
            pieces["conflicts"].append((one.reading, {"ids": struck.get(value_id, [])}))
    return {
        key: {name: variants(of) for name, of in pieces.items()} for key, pieces in said.items()
    }


def _told(verdict: Record, fits: list[str]) -> Record:
    return {
        "verdict": verdict["verdict"],
        "reason": verdict["reason_code"],
        "sentence": verdict["sentence"],
        "explanations": fits,
    }


def conflicts(every: Sequence[Judged]) -> list[Conflict]:
    """The conflicts under any reading; firm ones first, then those of few values."""
    said: dict[str, list[tuple[str, Record]]] = {}
    for one in every:
        for record in one.conflicts:
            alike = {key: cell for key, cell in record.items() if key != "reading"}
            said.setdefault(record["conflict_id"], []).append((one.reading, alike))
    found = [_conflict(variants(records)) for records in said.values()]
    return sorted(found, key=lambda one: (one.tier != "firm", len(one.value_ids), one.value_ids))


def _conflict(told: list[Variant]) -> Conflict:
    first = told[0].record
    key, value_ids, tier, form = (
        first[name] for name in ("conflict_id", "value_ids", "tier", "form")
    )
    return Conflict(key, value_ids, tier, form, told)


def tallies(every: Sequence[Judged]) -> list[Variant]:
    """How many conflicts there are: found, explained, firm; most (count and value_ids).

    `most` names the values that stand in more of those explained than any other.
    """
    told = zip(every, searches(every), strict=True)
    return variants(
        (one.reading, {k: tally[k] for k in tally if k != "reading"} | {"most": _most(one)})
        for one, tally in told
    )


def _most(one: Judged) -> Record:
    counts = Counter(key for record in one.conflicts for key in record["value_ids"])
    most = max(counts.values(), default=0)
    return {"count": most, "value_ids": sorted(key for key in counts if counts[key] == most)}


def searches(every: Sequence[Judged]) -> list[Record]:
    """The tally of each search for conflicts: reading, found, explained, firm."""
    return [
        {
            "reading": one.reading,
            "found": len(one.conflicts) + one.not_pursued,
            "explained": len(one.conflicts),
            "firm": sum(record["tier"] == "firm" for record in one.conflicts),
        }
        for one in every
    ]


def checked(every: Sequence[Judged]) -> list[Variant]:
    """How many values could be held against official statistics: checked, of values."""
    told = ((one.reading, [row["verdict"] for row in one.verdicts]) for one in every)
    return variants(
        (reading, {"checked": sum(v != UNCHECKED for v in verdicts), "values": len(verdicts)})
        for reading, verdicts in told
    )


def groups(every: Sequence[Judged]) -> list[Variant]:
    """The values by verdict and reason: how many, and the first of them as an example."""
    return variants((one.reading, {"rows": _groups(one.verdicts)}) for one in every)


def _groups(verdicts: Iterable[Record]) -> list[Record]:
    found: dict[tuple[str, str], Record] = {}
    for row in verdicts:
        empty = {"verdict": row["verdict"], "reason": row["reason_code"], "count": 0, **_first(row)}
        group = found.setdefault((row["verdict"], row["reason_code"]), empty)
        group["count"] += 1
    return sorted(found.values(), key=lambda group: -group["count"])


def _first(row: Record) -> Record:
    return {"value_id": row["value_id"], "sentence": row["sentence"]}


def written(records: Sequence[Record], form: str) -> str:
    """Records as JSON, or as safe CSV whose cells hold lists and objects as JSON."""
    if form == "json":
        return json.dumps(records, ensure_ascii=False, indent=2) + "\n"
    rows = ({key: _cell(cell) for key, cell in row.items()} for row in records)
    return sheets.written(list(records[0]) if records else [], rows)


def _cell(cell: Any) -> Any:
    return json.dumps(cell, ensure_ascii=False) if isinstance(cell, list | dict) else cell


def _struck(found: Iterable[Record]) -> dict[str, list[str]]:
    """value_id -> the conflicts that it is a part of."""
    struck: dict[str, list[str]] = {}
    for record in found:
        for value_id in record["value_ids"]:
            struck.setdefault(value_id, []).append(record["conflict_id"])
    return struck


def _fits(definitions: Iterable[Record], summary: Any) -> dict[str, list[str]]:
    """For each value that misses, the definitions that fit without deciding, in words."""
    missed = set(summary.loc[summary["best_miss"] > 0, "value_id"])
    said: dict[str, list[str]] = {}
    for row in definitions:
        if row["value_id"] in missed and row["meets"] and not row["primary"]:
            said.setdefault(row["value_id"], []).append(_definition(row))
    return said


def _definition(row: Record) -> str:
    """A definition and what it gives: "Chad, exports, goods, 2018 on 2017, Office: 17.0"."""
    terms = [labels.economy(row["reporter"]), *(labels.plain(row[term]) for term in TERMS)]
    return f"{', '.join(filter(None, terms))}: {labels.number(row['central'], 1)}"
