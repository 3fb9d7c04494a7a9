"""Tables of the documentation: captioned rows that know where their numbers come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import pandas as pd

from analysis import labels, readings
from analysis.evidence import reference
from analysis.report.examples import PHRASES, Examples, key

#: The printed numbers on which each hedge of a data folder is shown.
SHOWN = ("60", "16.4")
KEY = ("hedge", "language", "reading")


@dataclass(frozen=True)
class Row:
    """The cells of a row, the rows or results (by attribute) that its numbers come from.

    `language` is that of the first cell.
    """

    cells: tuple[str, ...]
    source: Mapping[str, str]
    language: str = "en"


@dataclass(frozen=True)
class Grid:
    """A table of a page; a word between backticks is code. `source` is the result of all of it."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    source: str = ""


def result(name: str) -> str:
    """The reference of an example."""
    return f"docs/examples.json#{quote(name, safe='|:')}"


def phrases(examples: Examples) -> Grid:
    """What some words allow under each reading."""
    found = {name: examples[name] for name in (key(*phrase) for phrase in PHRASES)}
    rows = tuple(
        Row(
            (_phrase(one), *(one[reading] for reading in readings.READINGS)),
            {"data-result": result(name)},
        )
        for name, one in found.items()
    )
    return Grid(
        "What some words allow, computed by the package", ("words", *readings.READINGS), rows
    )


def _phrase(one: Mapping[str, str]) -> str:
    """The words with their unit; a fraction in words is a share, not so many per cent."""
    if one["unit"] == "percent" and one["printed"].isalpha():
        return f"{one['words']} (a share, in per cent)"
    return one["words"] + {"count": " projects", "percent": " per cent"}.get(one["unit"], "")


def numerals(examples: Examples) -> Grid:
    """The last digit and the step of some numerals."""
    found = {name: one for name, one in examples.items() if name.startswith("numeral-")}
    rows = tuple(
        Row((one["printed"], one["last_digit"], one["step"]), {"data-result": result(name)})
        for name, one in found.items()
    )
    return Grid(
        "The last digit and the step of a numeral",
        ("printed", "last digit, `u`", "step, `s`"),
        rows,
    )


def verdicts(examples: Examples) -> Grid:
    """Five invented statements with their verdicts."""
    found = {name: one for name, one in examples.items() if name.startswith("growth-")}
    rows = tuple(
        Row(
            (one["words"], f"`{one['verdict']}`", one["sentence"], one["loose_share"] or "no fit"),
            {"data-result": result(name)},
        )
        for name, one in found.items()
    )
    head = ("printed", "verdict", "what the check says", "share that would fit")
    return Grid("Five invented statements and their verdicts", head, rows)


def hedges(table: pd.DataFrame, found: Sequence[Mapping[str, str]]) -> Grid:
    """Every hedge of a data folder under each reading; `found` are the rows of `told`."""
    kept = set(table[list(KEY)].itertuples(index=False, name=None))
    rows = tuple(Row(_cells(row), _source(row, kept), row["language"] or "en") for row in found)
    return Grid("Every hedge under each reading", tuple(found[0]), rows, result("hedges"))


def _cells(row: Mapping[str, str]) -> tuple[str, ...]:
    return (row["hedge"] or "(none)", *list(row.values())[1:])


def _source(row: Mapping[str, str], kept: set[tuple[str, ...]]) -> dict[str, str]:
    """The row of the table, where it has one, and what was computed from it."""
    own = tuple(row[part] for part in KEY)
    named = {"data-row": "hedges:" + reference(*own)} if own in kept else {}
    return named | {"data-result": result("hedges")}


def told(table: pd.DataFrame) -> dict[str, Any]:
    """The numbers that hedges are shown on, and their rows as texts."""
    first, *others = (readings.sensitivity(table, printed) for printed in SHOWN)
    columns = {
        f"printed {printed}": list(_intervals(frame))
        for printed, frame in zip(SHOWN, [first, *others], strict=True)
    }
    shown = first[list(KEY)].assign(**columns, evidence=first["evidence"])
    rows = shown.astype(str).to_dict("records")
    return {"printed": list(SHOWN), "rows": rows}


def _intervals(frame: pd.DataFrame) -> Iterator[str]:
    ends = frame[["lower", "upper", "lower_closed", "upper_closed"]]
    return (labels.interval(*cells) for cells in ends.itertuples(index=False, name=None))


def dictionary(described: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The tables of a data package in words: name, description, key and columns."""
    return [
        {
            "name": table["name"],
            "description": table["description"],
            "key": _listed(table["schema"]["primaryKey"]),
            "columns": [
                [field["name"], field["description"], form(field)]
                for field in table["schema"]["fields"]
            ],
        }
        for table in described
    ]


def _listed(keys: str | Sequence[str]) -> str:
    return ", ".join(f"`{one}`" for one in ([keys] if isinstance(keys, str) else keys))


def form(field: Mapping[str, Any]) -> str:
    """What a cell of a column may hold, in words."""
    limits = field.get("constraints", {})
    held = str(field["type"])
    if "enum" in limits:
        held = ", ".join(str(word) for word in limits["enum"])
    elif "patternInWords" in field:
        held = field["patternInWords"]
    elif held == "string":
        held = "held by a rule" if "heldByRule" in field else "any text"
    return held + (", required" if limits.get("required") else "")


def columns(table: Mapping[str, Any]) -> Grid:
    """The columns of one table of a data package."""
    source = {"data-result": result(f"table-{table['name']}")}
    rows = tuple(
        Row((f"`{name}`", description, held), source)
        for name, description, held in table["columns"]
    )
    return Grid(f"The columns of {table['name']}", ("column", "holds", "form"), rows)
