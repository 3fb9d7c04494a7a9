"""Writes what comes from the data: two pages, and the picture of the README.

`make docs` runs it; a test holds the pages to what it would write.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from analysis import labels, readings, tables

DOCS = Path(__file__).parent
HEDGES = """# What each hedge means

Every hedge under each reading, for a printed 60 and for a printed 16.4, with what supports it.
Round brackets exclude an end and square ones include it. The rows come from `data/hedges.csv`;
verdicts use exactly these bounds. How a reading works is told in [method.md](method.md).

"Convention" means that the bound is ours. What the literature shows is narrower: that readers take
"more than n", "at least n" and "fewer than n" to end at the next step of the scale (Cummins,
Sauerland and Solt 2012, doi 10.1007/s10988-012-9114-0), and that unhedged round numbers are taken
loosely, sharp ones exactly, and a hedge before a sharp number loosens it (Williams and Power 2013,
doi 10.1075/pc.21.1.09wil).

"""
COLUMNS = """# The tables

What each column of a data folder holds. This page is made from `data/datapackage.json`, the one
description of the tables. A cell marked *any text* is not checked by `validate`; every other cell
is held by its type, list, form, key or a rule, and what breaks one is found where it stands.
Whether a number is the one that the source prints, nobody but a reader can tell.

A folder of your own begins with copies of `data/hedges.csv` and `data/datapackage.json` and the
header line of every other table. Without a `datapackage.json` it is read by the shipped one.

"""


def hedges_page() -> str:
    """The sensitivity table as a Markdown page."""
    hedges = tables.load(DOCS.parent / "data").hedges
    sharp, round_ = (readings.sensitivity(hedges, printed) for printed in ("16.4", "60"))
    rows = round_.assign(at_60=_intervals(round_), at_16_4=_intervals(sharp))
    lines = [
        "| hedge | language | reading | printed 60 | printed 16.4 | evidence |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows.itertuples():
        hedge = row.hedge or "(none)"
        cells = (hedge, row.language, row.reading, row.at_60, row.at_16_4, row.evidence)
        lines.append(f"| {' | '.join(map(str, cells))} |")
    return HEDGES + "\n".join(lines) + "\n"


def _intervals(frame: pd.DataFrame) -> list[str]:
    ends = frame[["lower", "upper", "lower_closed", "upper_closed"]]
    return [labels.interval(*cells) for cells in ends.itertuples(index=False, name=None)]


def tables_page() -> str:
    """The data dictionary as a Markdown page."""
    package = json.loads((DOCS.parent / "data/datapackage.json").read_text(encoding="utf-8"))
    return COLUMNS + "\n".join(line for table in package["resources"] for line in _table(table))


def _table(table: dict) -> Iterator[str]:
    schema = table["schema"]
    yield f"## {table['name']}\n\n{table['description']}\n"
    yield f"Key: {', '.join(schema['primaryKey'])}; rows are sorted by it.\n"
    yield "| column | holds | form |"
    yield "|---|---|---|"
    for field in schema["fields"]:
        yield f"| {field['name']} | {field['description']} | {_form(field)} |"
    yield ""


def _form(field: dict) -> str:
    limits = field.get("constraints", {})
    form = field["type"]
    if "enum" in limits:
        form = ", ".join(str(word) for word in limits["enum"])
    elif "patternInWords" in field:
        form = field["patternInWords"]
    elif form == "string":
        form = "held by a rule" if "heldByRule" in field else "any text"
    return form + (", required" if limits.get("required") else "")


def picture(folder: Path) -> None:
    """The chart that the README shows."""
    from analysis import charts

    charts.save(charts.draw("project_counts", tables.load(DOCS.parent / "data")), folder, ("png",))


if __name__ == "__main__":
    picture(DOCS)
    (DOCS / "hedges.md").write_text(hedges_page(), encoding="utf-8")
    (DOCS / "tables.md").write_text(tables_page(), encoding="utf-8")
