"""Statements on trade as rows: their order, and the words for flow, period, speaker and side."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analysis import labels
from analysis.charts import telling
from analysis.charts.style import SHAPES

FLOWS = ("turnover", "exports", "imports", "balance")


def ordered(frame: pd.DataFrame) -> pd.DataFrame:
    """By period, flow and date, what repeats a row directly under that row; adds `minor`."""
    origin = telling.repeated(frame)
    parents = dict(zip(frame["claim_id"], origin, strict=True))
    flow = frame["flow"].map({name: index for index, name in enumerate(FLOWS)}).fillna(len(FLOWS))
    told = frame["said_on"].fillna(frame["published"]).fillna("")
    firsts = dict(zip(frame["claim_id"], told, strict=True))
    roots = [_root(claim, parents) for claim in frame["claim_id"]]
    keys: dict[str, Any] = {
        "_flow": flow, "_first": [firsts[root] for root in roots], "_root": roots,
        "_later": [root != claim for root, claim in zip(roots, frame["claim_id"], strict=True)],
        "_told": told,
    }  # fmt: skip
    return (
        frame.assign(minor=origin.notna(), **keys)
        .sort_values(["period_start", "period_end", *keys, "value_id"])
        .drop(columns=list(keys))
        .reset_index(drop=True)
    )


def _root(claim: str, parents: dict[str, Any]) -> str:
    """The claim at the beginning of a chain of repeats, as far as it is among the rows."""
    seen = {claim}
    while (
        isinstance(parents[claim], str) and parents[claim] in parents and parents[claim] not in seen
    ):
        claim = parents[claim]
        seen.add(claim)
    return claim


def side_of(row: telling.Cells, side: dict[str, int]) -> int | None:
    """The side whose records are meant, or else from which the flow is seen."""
    return side.get(telling.given(row["reporter"]) or telling.given(row["economy"]))


def shape_of(side: int | None) -> str:
    """The shape of a side's marks; a triangle where it is neither of the two."""
    return "^" if side is None else SHAPES[side]


def side_names(side: dict[str, int]) -> dict[int, str]:
    """The words of the key for the two sides."""
    return {index: f"seen from {labels.economy(code)}" for code, index in side.items()}


def period(row: telling.Cells) -> str:
    """The period of a row; a target's word where it has none."""
    start, end = row["period_start"], row["period_end"]
    if pd.isna(start):
        return "no period" if row["status"] == "reported" else str(row["status"])
    if pd.isna(end):
        return f"since {labels.day(start.date().isoformat()[:7])}"
    return labels.period(start, end)


def label(row: telling.Cells) -> tuple[str, str, str]:
    """Flow, speaker and month of telling; the speaker is what may be cut."""
    when = telling.month(telling.told_on(row))
    return f"{start_upper(flow_words(row))} · ", telling.speaker(row), when and f", {when}"


def start_upper(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def flow_words(row: telling.Cells) -> str:
    """The flow with its economy where it has a direction: "turnover", "Chad’s exports"."""
    flow = telling.given(row["flow"]) or "trade"
    if flow != "turnover" and telling.given(row["economy"]):
        flow = f"{labels.economy(row['economy'])}’s {flow}"
    return f"{flow}, services" if row.get("scope") == "services" else flow
