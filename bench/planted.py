"""Statements of a made-up world over twenty years, with conflicts planted among them.

Offices count the trade of their economy with one partner. True monthly amounts are drawn, and a
source a year prints levels to four digits and growths to a tenth of a per cent: all of it fits
together. Then single numbers are moved, each so that a known set of values cannot hold.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

import pandas as pd

from analysis import tables
from analysis.tables import Tables

PAIRS = (("DEU", "FRA"), ("JPN", "RUS"), ("BRA", "IND"), ("CAN", "MEX"), ("KOR", "VNM"))
FLOWS = ("turnover", "exports", "imports")
FIRST_YEAR = 2000
HALF, YEAR = 6, 12


class Planted(NamedTuple):
    """Tables with made-up statements, and the sets of value_ids planted as conflicts."""

    data: Tables
    conflicts: list[tuple[str, ...]]


def planted(statements: int = 1000, years: int = 20, conflicts: int = 20, seed: int = 1) -> Planted:
    """So many statements over so many years with so many planted conflicts; the same for a seed."""
    draw = random.Random(seed)
    rows = [row for number in range(len(PAIRS)) for row in _office(draw, number, years)]
    found = _plant(draw, rows, years, conflicts)
    needed = {value_id for ids in found for value_id in ids}
    spare = [row for row in rows if row["value_id"] not in needed]
    kept = [row for row in rows if row["value_id"] in needed]
    kept += draw.sample(spare, statements - len(kept))
    return Planted(_tables(sorted(kept, key=lambda row: str(row["value_id"]))), found)


def _office(draw: random.Random, number: int, years: int) -> Iterator[dict[str, Any]]:
    """What one office's yearly sources print: levels and growths of the half-year and the year."""
    months = {flow: _months(draw, years) for flow in ("exports", "imports")}
    months["turnover"] = [sum(pair) for pair in zip(*months.values(), strict=True)]
    for year in range(years):
        for length in (HALF, YEAR):
            for flow in FLOWS:
                now, base = (sum(months[flow][12 * y : 12 * y + length]) for y in (year, year - 1))
                yield _value(number, year, length, flow, "level", now)
                if year:
                    yield _value(number, year, length, flow, "growth", (now / base - 1) * 100)


def _months(draw: random.Random, years: int) -> list[float]:
    level, months = draw.uniform(500, 2000), []
    for _ in range(12 * years):
        level *= draw.uniform(0.97, 1.04)
        months.append(level)
    return months


def _value(
    number: int, year: int, length: int, flow: str, measure: str, value: float
) -> dict[str, Any]:
    printed = f"{value:.1f}" if measure == "growth" else f"{value:.0f}"
    economy, partner = PAIRS[number]
    source = f"office-{number}-{FIRST_YEAR + year}"
    row = {
        "value_id": f"{source}-{'h1' if length == HALF else 'year'}-{flow}-{measure}",
        "claim_id": f"{source}-claim", "measure": measure, "status": "reported", "flow": flow,
        "economy": economy, "partner": partner, "reporter": economy, "office": f"Office {number}",
        "currency": "USD" if measure == "level" else None, "printed": printed,
        "value": float(printed), "unit": "USD" if measure == "level" else "percent",
        "scale": 1e6 if measure == "level" else 1.0,
    }  # fmt: skip
    row |= _period(year, length, "period") | (
        _period(year - 1, length, "base") if measure == "growth" else {}
    )
    return row


def _period(year: int, length: int, which: str) -> dict[str, pd.Timestamp]:
    last = f"{FIRST_YEAR + year}-{'06-30' if length == HALF else '12-31'}"
    return {
        f"{which}_start": pd.Timestamp(f"{FIRST_YEAR + year}-01-01"),
        f"{which}_end": pd.Timestamp(last),
    }


def _plant(
    draw: random.Random, rows: list[dict[str, Any]], years: int, conflicts: int
) -> list[tuple[str, ...]]:
    """Move one number each, in places at least three years apart; the sets that cannot hold."""
    by_id = {row["value_id"]: row for row in rows}
    places = [(n, y) for n in range(len(PAIRS)) for y in range(2, years - 1, 4)]
    found = []
    for place, (number, year) in enumerate(draw.sample(places, conflicts)):
        here, before = (f"office-{number}-{FIRST_YEAR + y}" for y in (year, year - 1))
        kind = place % 4
        if kind == 0:
            ids = [f"{before}-year-turnover-level", f"{here}-year-turnover-growth",
                   f"{here}-year-turnover-level"]  # fmt: skip
            _move(by_id[ids[1]], by_id[ids[1]]["value"] + draw.choice((-4, 4)))
        elif kind == 1:
            ids = [f"{here}-year-{flow}-level" for flow in FLOWS]
            _move(by_id[ids[0]], by_id[ids[0]]["value"] * draw.choice((0.95, 1.05)))
        elif kind == 2:
            ids = [f"{here}-h1-exports-level", f"{here}-year-exports-level"]
            _move(by_id[ids[0]], by_id[ids[1]]["value"] * 1.1)
        else:
            ids = [f"{here}-h1-{flow}-growth" for flow in FLOWS]
            _move(by_id[ids[0]], max(by_id[one]["value"] for one in ids) + 5)
        found.append(tuple(sorted(ids)))
    return found


def _move(row: dict[str, Any], value: float) -> None:
    """Print another number in the same way."""
    row["printed"] = f"{value:.1f}" if row["measure"] == "growth" else f"{value:.0f}"
    row["value"] = float(row["printed"])


def _tables(rows: list[dict[str, Any]]) -> Tables:
    """The rows as tables, with a claim and a source for each of their sources."""
    shipped = tables.load()
    values = pd.DataFrame(rows).reindex(columns=shipped.reported_values.columns)
    claim_ids = sorted(set(values["claim_id"]))
    claims = pd.DataFrame({
        "claim_id": claim_ids,
        "source_id": [one.removesuffix("-claim") for one in claim_ids],
        "speaker": "Office", "topic": "trade", "read_at_source": True,
    }).reindex(columns=shipped.claims.columns)  # fmt: skip
    sources = pd.DataFrame({
        "source_id": claims["source_id"], "kind": "news", "publisher": "Agency",
        "published": "2020-01-31", "language": "en",
    }).reindex(columns=shipped.sources.columns)  # fmt: skip
    typed = [
        frame.astype(shipped_frame.dtypes.to_dict())
        for frame, shipped_frame in (
            (values, shipped.reported_values), (claims, shipped.claims), (sources, shipped.sources),
        )
    ]  # fmt: skip
    return replace(shipped, reported_values=typed[0], claims=typed[1], sources=typed[2])
