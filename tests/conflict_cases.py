"""Small tables for the tests of conflicts, and an exact simplex that knows nothing of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pandas as pd
from conftest import ROOT

from analysis import tables
from analysis.conflicts import solving, statements, system

DATA = tables.load(ROOT / "data")
KNOWN = system.rates(DATA.exchange_rates)
MONTHS = {"H1": ("01-01", "06-30"), "Q1": ("01-01", "03-31"), "": ("01-01", "12-31")}


def days(period: str, which: str = "period") -> dict[str, pd.Timestamp]:
    """The days of "2018" or "H1 2018"."""
    *part, year = period.split()
    first, last = MONTHS[part[0] if part else ""]
    return {
        f"{which}_start": pd.Timestamp(f"{year}-{first}"),
        f"{which}_end": pd.Timestamp(f"{year}-{last}"),
    }


def before(period: str) -> str:
    """The same period of the year before."""
    *part, year = period.split()
    return " ".join([*part, str(int(year) - 1)])


def value(value_id: str, measure: str, printed: str, period: str = "2018", **more: Any) -> dict:
    """One reported value of Japan's turnover with Russia, in one source, by one office."""
    growth = measure == "growth"
    row = {
        "value_id": value_id, "claim_id": "source-claim", "measure": measure, "status": "reported",
        "economy": "JPN", "partner": "RUS", "flow": "turnover", "reporter": "JPN",
        "office": "Customs", "currency": None if growth else "USD", "printed": printed,
        "value": float(printed), "unit": "percent" if growth else "USD",
        "scale": 1.0 if growth else 1e9,
    }  # fmt: skip
    row |= days(period) | (days(before(period), "base") if growth else {})
    return row | more


def count(value_id: str, printed: str, as_of: str, **more: Any) -> dict:
    """One count of projects on a day, in a claim of its own."""
    row = {
        "value_id": value_id, "claim_id": f"source-{value_id}", "measure": "count",
        "status": "reported", "printed": printed, "value": float(printed), "unit": "count",
        "scale": 1.0, "counted": "projects", "as_of": as_of,
    }  # fmt: skip
    return row | more


def folder(*rows: dict, repeats: dict[str, str] | None = None) -> tables.Tables:
    """The rows as tables; a claim's source is its id up to the first hyphen."""
    values = pd.DataFrame(rows).reindex(columns=DATA.reported_values.columns)
    claim_ids = sorted({*values["claim_id"], *(repeats or {}).values()})
    claims = pd.DataFrame({"claim_id": claim_ids, "read_at_source": True, "speaker": "Customs"})
    claims["source_id"] = claims["claim_id"].str.split("-").str[0]
    claims["repeats_inferred"] = claims["claim_id"].map(repeats or {})
    sources = pd.DataFrame({"source_id": sorted(set(claims["source_id"]))})
    sources = sources.assign(publisher="Agency", published="2019-03-31", language="en")
    return replace(
        DATA,
        reported_values=_typed(values, DATA.reported_values),
        claims=_typed(claims, DATA.claims),
        sources=_typed(sources, DATA.sources),
    )


def _typed(frame: pd.DataFrame, like: pd.DataFrame) -> pd.DataFrame:
    return frame.reindex(columns=like.columns).astype(like.dtypes.to_dict())


def sets(data: tables.Tables, reading: str = "literal") -> set[tuple[str, ...]]:
    """The irreducible conflicts of any length, without sentences."""
    told = statements.said(data, reading).statements
    whole = system.system(told, KNOWN)
    spans = {one.value_id: (0, 0) for one in told}
    return solving.irreducible(whole, spans, len(told))


def can_hold(rows: Sequence[tuple[Sequence[Fraction], Fraction, bool]], unknowns: int) -> bool:
    """Whether weights x <= limit (< where strict) can all hold for unknowns above 0.

    The largest margin by which the strict ones hold is found with the simplex method in fractions,
    by Bland's rule: the unknowns are the margin and then x, of which each is at least the margin.
    """
    table = []
    for weights, limit, strict in rows:
        weight_of_margin = Fraction(int(strict)) + sum(weights)
        table.append([weight_of_margin, *map(Fraction, weights), Fraction(limit)])
    table.append([Fraction(1), *[Fraction(0)] * unknowns, Fraction(1)])
    return _largest_margin(table, unknowns + 1) > 0


def _largest_margin(table: list[list[Fraction]], columns: int) -> Fraction:
    """Maximise the first column under table rows (weights, limit), all unknowns at least 0."""
    height = len(table)
    rows = [
        [*row[:-1], Fraction(-1), *(Fraction(int(i == j)) for j in range(height)), row[-1]]
        for i, row in enumerate(table)
    ]
    basis = [columns + 1 + i for i in range(height)]
    goal = [Fraction(0)] * columns + [Fraction(-1)] + [Fraction(0)] * (height + 1)
    worst = min(range(height), key=lambda i: rows[i][-1])
    if rows[worst][-1] < 0:
        _pivot(rows, goal, basis, worst, columns)
        _climb(rows, goal, basis)
        if goal[-1] != 0:
            return Fraction(-1)
    if columns in basis:
        i = basis.index(columns)
        j = next(j for j, w in enumerate(rows[i][:-1]) if w and j != columns)
        _pivot(rows, goal, basis, i, j)
    for row in rows:
        row[columns] = Fraction(0)
    goal = [Fraction(int(j == 0)) for j in range(len(rows[0]))]
    for i, j in enumerate(basis):
        if goal[j]:
            goal = [g - goal[j] * w for g, w in zip(goal, rows[i], strict=True)]
    _climb(rows, goal, basis)
    return -goal[-1]


def _climb(rows: list[list[Fraction]], goal: list[Fraction], basis: list[int]) -> None:
    while True:
        j = next((j for j, g in enumerate(goal[:-1]) if g > 0), None)
        if j is None:
            return
        ratios = [(r[-1] / r[j], basis[i], i) for i, r in enumerate(rows) if r[j] > 0]
        _pivot(rows, goal, basis, min(ratios)[2], j)


def _pivot(rows: list[list[Fraction]], goal: list[Fraction], basis: list[int], i: int, j: int):
    rows[i] = [w / rows[i][j] for w in rows[i]]
    for k, row in enumerate(rows):
        if k != i and row[j]:
            rows[k] = [w - row[j] * p for w, p in zip(row, rows[i], strict=True)]
    if goal[j]:
        goal[:] = [g - goal[j] * p for g, p in zip(goal, rows[i], strict=True)]
    basis[i] = j
