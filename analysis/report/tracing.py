"""The rows of the tables behind a chart or a page: read from the file, looked up in the data."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis import evidence, labels, readings
from analysis.charts import tracing
from analysis.tables import TABLES, Tables, description

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

COLUMNS = ["table", "key", "words", "speaker", "said_on", "publisher", "title", "url"]
#: Attributes of pages that name rows, and their table; `data-row` names its table itself.
ATTRIBUTES = {"data-value-id": "reported_values", "data-statistic": "statistics", "data-row": ""}
#: The column of a table that tells what a row is, where its words are no number.
WORDS = {
    "sources": "title", "claims": "summary", "events": "name", "plan_points": "name",
    "plan_fields": "field", "exchange_rates": "printed", "hedges": "hedge", "corrections": "reason",
}  # fmt: skip
NUMBERS = ("reported_values", "statistics")
REPORT = "python -m analysis report"

Keys = dict[str, list[str]]


@dataclass(frozen=True)
class Traced:
    """What is behind a file. `kind` is svg, png, pdf or page, `name` the chart's or page's own.

    `rows` has a row for each key in the order of the file, with the columns of COLUMNS: `key` as
    `evidence.reference` writes it, `words` the number as printed or what else the row says, `url`
    opening the source at the very words. Missing is what the data do not hold; a row that is not
    in the data has a table and a key alone.
    """

    kind: str
    name: str
    data_version: str
    command: str
    rows: pd.DataFrame


def trace(path: str | os.PathLike[str], data: Tables) -> Traced:
    """What is behind a chart (SVG, PNG, PDF) or a page of a site, its rows looked up in the data.

    Raises FileNotFoundError where there is no file, ValueError where it is none of ours.
    """
    file = Path(path)
    kind = tracing.kind(file)
    if kind == "page":
        return _page(file, data)
    told = tracing.read(file)
    keys = {table: list(keys) for table, keys in told.rows.items()}
    return Traced(kind, told.chart, told.data_version, told.command, _rows(keys, data))


def _page(file: Path, data: Tables) -> Traced:
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(file.read_bytes(), "html.parser")
    version = soup.find("meta", attrs={"name": "data-version"})
    if version is None or soup.title is None:
        raise tracing.foreign(file, "an HTML page without a note of its data")
    name = soup.title.get_text(strip=True)
    return Traced("page", name, str(version.get("content")), REPORT, _rows(_named(soup), data))


def _named(soup: BeautifulSoup) -> Keys:
    """The keys that the elements of a page name, by table, each once."""
    found: dict[str, dict[str, None]] = {}
    for element in soup.find_all(lambda tag: any(name in tag.attrs for name in ATTRIBUTES)):
        for name, own in ATTRIBUTES.items():
            for word in str(element.get(name, "")).split():
                table, _, key = (own, "", word) if own else word.partition(":")
                found.setdefault(table, {})[key] = None
    return {table: list(keys) for table, keys in found.items()}


def _rows(keys: Mapping[str, list[str]], data: Tables) -> pd.DataFrame:
    """The rows of these keys, with their claims and sources; columns as of `Traced.rows`."""
    parts = [_found(table, keys[table], data) for table in sorted(keys)]
    empty = pd.DataFrame(columns=COLUMNS, dtype="str")
    return pd.concat(parts, ignore_index=True) if parts else empty


def _found(table: str, keys: list[str], data: Tables) -> pd.DataFrame:
    """The rows of one table, looked up by their keys."""
    asked = pd.DataFrame({"table": table, "key": keys})
    if table not in TABLES:
        return asked.reindex(columns=COLUMNS)
    own = getattr(data, table)
    primary = description.schemas(data.folder)[table]["primaryKey"]
    names = own[primary].itertuples(index=False, name=None)
    known = _sourced(own, data).assign(
        key=[evidence.reference(*parts) for parts in names], words=_words(table, own, data)
    )
    return asked.merge(known[COLUMNS[1:]], on="key", how="left", validate="many_to_one")


def _sourced(own: pd.DataFrame, data: Tables) -> pd.DataFrame:
    """Each row of a table with who said it when, and where it is to be read; else missing."""
    joined = own[[name for name in ("claim_id", "source_id") if name in own]]
    if "claim_id" in joined:
        claims = data.claims[["claim_id", "source_id", "speaker", "said_on", "fragment"]]
        joined = joined[["claim_id"]].merge(claims, on="claim_id", how="left")
    if "source_id" in joined:
        sources = data.sources[["source_id", "publisher", "title", "url"]]
        joined = joined.merge(sources, on="source_id", how="left")
    whole = joined.reindex(index=range(len(own)), columns=[*COLUMNS[3:], "fragment"])
    words = zip(whole["url"], whole["fragment"], strict=True)
    links = pd.Series([evidence.link(*pair) for pair in words], dtype="str")
    return whole.assign(url=links.where(links != ""))


def _words(table: str, own: pd.DataFrame, data: Tables) -> list[str]:
    """What each row says: a number as printed with its period, else its telling column."""
    if table not in NUMBERS:
        return list(own[WORDS[table]])
    english = readings.english(data.hedges)
    hedges = own["hedge"] if "hedge" in own else pd.Series(index=own.index, dtype="str")
    told = own.assign(hedge=hedges, hedge_english=hedges.map(english))
    return [_number(row) for row in told.to_dict("records")]


def _number(row: Mapping[Any, Any]) -> str:
    period = labels.period(row["period_start"], row["period_end"])
    return f"{labels.value(row)} ({period})" if period else labels.value(row)
