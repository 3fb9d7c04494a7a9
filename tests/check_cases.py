"""Small tables for the checks: statements and statistics written out, everything else missing."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import pandas as pd
from conftest import ROOT

from analysis import checks, tables

SHIPPED = tables.load(ROOT / "data")
DAYS = ("period_start", "period_end", "base_start", "base_end")


def year(number: int) -> dict[str, str]:
    """The days of a calendar year."""
    return {"period_start": f"{number}-01-01", "period_end": f"{number}-12-31"}


def base(number: int) -> dict[str, str]:
    """The days of a calendar year as a base."""
    return {"base_start": f"{number}-01-01", "base_end": f"{number}-12-31"}


def growth(printed: str | None, hedge: str | None = None, **more: Any) -> dict[str, Any]:
    """A growth of Japan's exports to Russia in 2018 on 2017, Japan's record."""
    row = {
        "value_id": "v", "measure": "growth", "status": "reported", "economy": "JPN",
        "partner": "RUS", "flow": "exports", "reporter": "JPN", "printed": printed,
        "value": float(printed) if printed else None, "unit": "percent", "scale": 1.0,
        "hedge": hedge, **year(2018), **base(2017),
    }  # fmt: skip
    return row | more


def level(printed: str, hedge: str | None = None, **more: Any) -> dict[str, Any]:
    """A level of Japan's exports to Russia in 2018, in dollars, Japan's record."""
    row = growth(printed, hedge, measure="level", unit="USD", currency="USD")
    return row | {"base_start": None, "base_end": None} | more


def statistic(number: int, printed: str, reporter: str | None = "JPN", **more: Any) -> dict:
    """Japan's exports to Russia in a year, in dollars, in somebody's record."""
    row = {
        "provider": "Office", "reporter": reporter, "economy": "JPN", "partner": "RUS",
        "flow": "exports", "measure": "level", "scope": "goods", "unit": "USD",
        "printed": printed, "value": float(printed), "scale": 1.0, "source_id": "office",
        **year(number),
    }  # fmt: skip
    return row | more


def small(values: list[dict], statistics: list[dict], rates: list[dict] | None = None):
    """Tables with these rows; each value has a claim of its own, said on 1 June 2019."""
    values = [{"claim_id": row["value_id"], **row} for row in values]
    said = {"said_on": "2019-06-01"}
    claims = [
        {
            "claim_id": row["claim_id"], "source_id": "s", "speaker": "A Minister",
            "read_at_source": True, "topic": "trade", **{k: row.get(k, said[k]) for k in said},
        }
        for row in values
    ]  # fmt: skip
    source = {"source_id": "s", "kind": "news", "publisher": "Paper", "published": "2019-06-02"}
    source["language"] = "en"
    return replace(
        SHIPPED,
        reported_values=_frame(values, "reported_values"),
        claims=_frame(claims, "claims"),
        sources=_frame([source], "sources"),
        statistics=_frame(statistics, "statistics"),
        exchange_rates=_frame(rates or [], "exchange_rates"),
    )


def _frame(rows: list[dict], table: str) -> pd.DataFrame:
    """The rows typed as a table of the shipped ones; what no row tells is missing."""
    like = getattr(SHIPPED, table)
    named = [name for name in like if any(name in row for row in rows)]
    cells = {name: [row.get(name) for row in rows] for name in named}
    told = {n: pd.Series(c, dtype=object).astype(like[n].dtype) for n, c in cells.items()}
    return _empty(table, len(rows)).assign(**told)


@cache
def _empty(table: str, size: int) -> pd.DataFrame:
    """So many rows of a shipped table in which everything is missing."""
    like = getattr(SHIPPED, table)
    frame = pd.DataFrame(index=range(size), columns=like.columns, dtype=object)
    return frame.astype({name: like[name].dtype for name in like})


def rate(currency: str, number: int, printed: str) -> dict[str, Any]:
    """An annual average per dollar."""
    kind = {"currency": currency, "kind": "annual_average", "source_id": "bank"}
    return kind | {"printed": printed, "value": float(printed), **year(number)}


def summary(value: dict, statistics: list[dict], reading: str = "usual", rates=None) -> Any:
    """The summary row of one value."""
    return checks.check(small([value], statistics, rates), reading).summary.iloc[0]


def rows(value: dict, statistics: list[dict], reading: str = "usual", rates=None):
    """The definitions of one value."""
    return checks.check(small([value], statistics, rates), reading).definitions
