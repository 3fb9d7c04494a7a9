"""Chart: levels of trade as reported and as recorded, a panel a currency."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis import labels
from analysis.charts import telling
from analysis.charts.annotations import Chart, Sign, compose
from analysis.charts.flows import (
    flow_words,
    label,
    ordered,
    period,
    shape_of,
    side_names,
    side_of,
)  # fmt: skip
from analysis.charts.marks import Mark
from analysis.charts.panels import Panel, Row
from analysis.charts.plotting import rows_or_words
from analysis.charts.style import sides

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NAME = "trade_levels"
SCALES = {1e12: "tn", 1e9: "bn", 1e6: "m", 1e3: "thousand", 1.0: ""}
NONE = "The data hold no level of trade that was read at its source."


def trade_levels(
    statements: pd.DataFrame, statistics: pd.DataFrame, sources: pd.DataFrame, *,
    ax: Axes | None = None, width: str = "column",
) -> Axes:  # fmt: skip
    """The Axes with every reported level of trade beside the official records, a panel a currency.

    Reads statements with intervals (`readings.intervals`), statistics and sources. Statements are
    dots with their intervals, statistics squares; nothing is joined by a line. x is in thousands,
    millions, billions or trillions of the currency, from zero. Levels without a number are left
    out.
    """
    frame = levels(statements, statistics, sources)
    side = sides([*statements["economy"], *statements["partner"]])
    rows = telling.records(frame)
    numbers, lines = telling.numbered(rows)
    per = {str(currency): scale(group["central"]) for currency, group in frame.groupby("unit")}
    drawn = [_row(row, n, side, per[row["unit"]]) for row, n in zip(rows, numbers, strict=True)]
    chart = Chart(
        NAME, "Dot plot", finding(frame), _subtitle(frame),
        telling.recorded(rows, numbers, [_told(row) for row in rows]), lines,
        _key(frame, drawn, side_names(side)),
    )  # fmt: skip

    return compose(chart, rows_or_words(_panels(frame, drawn, per), NONE), ax, width)


def levels(
    statements: pd.DataFrame, statistics: pd.DataFrame, sources: pd.DataFrame
) -> pd.DataFrame:
    """Reported levels and official records in one frame, in the order of the rows drawn.

    Adds `minor` (only repeats another) and `official` (a statistic).
    """
    told = statements[statements["measure"].eq("level") & statements["central"].notna()]
    both = [ordered(told.assign(official=False))]
    if len(statistics):
        both.append(_records(statistics, sources))
    frame = pd.concat(both, ignore_index=True)
    frame["_undated"] = frame["status"].where(frame["period_start"].isna())
    order = ["unit", "period_start", "period_end", "_undated"]
    up = [False, True, True, True]
    frame = frame.sort_values(order, kind="stable", ascending=up, ignore_index=True)
    return frame.drop(columns="_undated")


def _records(statistics: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Statistics with the columns of statements; the provider speaks."""
    level = statistics[statistics["measure"].eq("level")].merge(sources, on="source_id", how="left")
    central = level["value"] * level["scale"]
    keys = ["provider", "reporter", "economy", "partner", "flow", "period_start"]
    return level.assign(
        value_id=level[keys].astype("string").fillna("").agg("-".join, axis=1).map(_slug),
        official=True, minor=False, status="reported", central=central, lower=central,
        upper=central, speaker=level["provider"], speaker_role=level["vintage"], said_on=None,
        fragment=None, hedge=None, direction=None, claim_id=level["source_id"],
    )  # fmt: skip


def _slug(text: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def scale(amounts: pd.Series) -> float:
    """The unit of a panel's axis: the largest that half of the amounts reach."""
    middle = amounts.abs().median()
    return next((unit for unit in SCALES if middle >= unit), 1.0)


def finding(frame: pd.DataFrame) -> str:
    """What the rows show, as a sentence: how many levels have a record of their period."""
    told = frame[~frame["official"]]
    if told.empty:
        return "No level of trade is reported"
    keys = ["unit", "period_start", "period_end"]
    known = set(frame.loc[frame["official"], keys].itertuples(index=False, name=None))
    alone = sum(key not in known for key in told[keys].itertuples(index=False, name=None))
    if not alone:
        return "Every reported level stands beside an official record of its period"
    return f"{alone} of {len(told)} reported levels stand without an official record"


def _subtitle(frame: pd.DataFrame) -> str:
    if frame.empty:
        return "Levels of trade as reported and as recorded"
    pair = labels.pair(frame["economy"], frame["partner"])
    starts = frame["period_start"].dropna()
    years = telling.years(starts.min().year, starts.max().year) if len(starts) else "undated"
    return f"{pair} trade as reported and as recorded, {years}; a panel a currency"


def _panels(frame: pd.DataFrame, drawn: list[Row], per: dict[str, float]) -> list[Panel]:
    panels = []
    for currency, places in frame.groupby("unit", sort=False).groups.items():
        rows = tuple(drawn[place] for place in places)
        unit = f"{currency} {SCALES[per[str(currency)]]}".strip()
        panels.append(Panel(rows, unit, heading=f"In {unit}"))
    return panels


def _row(row: dict[str, Any], number: int, side: dict[str, int], per: float) -> Row:
    of = side_of(row, side)
    shape = "s" if row["official"] else shape_of(of)
    mark = telling.mark(NAME, row, of, shape, per, minor=row["minor"])
    return Row(
        (mark,), label(row), _value(row), period(row), (number,), minor=row["minor"], url=mark.url
    )


def _value(row: telling.Cells) -> str:
    """The level as printed; a record to three decimals of its thousands."""
    if not row["official"]:
        return telling.value(row)
    unit = next((unit for unit in SCALES if abs(row["central"]) >= unit), 1.0)
    return f"{row['unit']} {labels.number(row['central'] / unit, 3)} {SCALES[unit]}".strip()


def _told(row: telling.Cells) -> str:
    kind = "official record" if row["official"] else "repeats another statement"
    after = f", {kind}" if row["official"] or row["minor"] else ""
    return f"{period(row)}, {flow_words(row)}: {_value(row)}{after}"


def _key(frame: pd.DataFrame, drawn: list[Row], names: dict[int, str]) -> tuple[Sign, ...]:
    key = telling.key((m for row in drawn for m in row.marks), names)
    if not frame["official"].any():
        return key
    return (*key, Sign(Mark("", 8.0, math.nan, math.nan, shape="s"), "square: official record"))
