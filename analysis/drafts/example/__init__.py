"""An invented article of an invented paper, and a data folder for it with invented statistics.

What the notebook on claims of one's own begins with, until there is an article to put in its place.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from analysis import tables
from analysis.tables import appending

#: The article, as a path that `draft` takes.
ARTICLE = Path(__file__).with_name("article.txt")
CREATED = date(2023, 3, 15)
NOTE = "An example: the office's numbers are invented"
SOURCE = {
    "source_id": "example-office", "kind": "dataset", "publisher": "Statistics Iceland",
    "title": "Example: external trade by country", "published": "2023-02-28",
    "accessed": CREATED.isoformat(), "language": "en", "note": NOTE,
}  # fmt: skip
ROW = {
    "provider": "Statistics Iceland", "office": "Statistics Iceland", "reporter": "ISL",
    "economy": "ISL", "partner": "URY", "measure": "level", "scope": "goods", "unit": "USD",
    "vintage": "2023-02", "scale": "1000000", "source_id": SOURCE["source_id"],
}  # fmt: skip
#: Flow, valuation, year and what the invented office prints, in million dollars.
PRINTED = (
    ("exports", "fob", 2021, "41.2"), ("exports", "fob", 2022, "46.1"),
    ("imports", "cif", 2021, "18.3"), ("imports", "cif", 2022, "17.9"),
)  # fmt: skip


def start(folder: str | os.PathLike[str]) -> Path:
    """A data folder as `tables.start` makes it, with four invented statistics; the path to it.

    Raises FileExistsError where there is something in the folder.
    """
    place = tables.start(folder, ("ISL", "URY"), CREATED)
    rows = [
        ROW | {
            "flow": flow, "valuation": valuation, "printed": printed, "value": printed,
            "period_start": f"{year}-01-01", "period_end": f"{year}-12-31",
        }
        for flow, valuation, year, printed in PRINTED
    ]  # fmt: skip
    appending.append({"sources": [SOURCE], "statistics": rows}, place)
    return place
