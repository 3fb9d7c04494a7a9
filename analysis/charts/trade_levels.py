"""Chart: levels of trade as reported and as recorded, a panel a currency."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

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
from analysis.frames import taken

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NAME = "trade_levels"
SCALES = {1e12: "tn", 1e9: "bn", 1e6: "m", 1e3: "thousand", 1.0: ""}
RECORD, RECONCILED = "official record", "reconciled by a provider"
NONE = "The data hold no level of trade that was read at its source."


@taken
def trade_levels(
    statements: pd.DataFrame, statistics: pd.DataFrame, sources: pd.DataFrame, *,
    ax: Axes | None = None, width: str = "column",
) -> Axes:  # fmt: skip
    """The Axes with every reported level of trade beside the statistics, a panel a currency.

    Reads statements with intervals (`readings.intervals`), statistics and sources. Statements are
    dots with their intervals, statistics squares; nothing is joined by a line. A statistic is an
    official record where it names its reporter; else its provider reconciled it. x is in
    thousands, millions, billions or trillions of the currency, from zero. Levels without a number
    are left out.
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
    """Reported levels and statistics in one frame, in the order of the rows drawn.

    Adds `minor` (only repeats another), `record` (what a statistic is: RECORD, RECONCILED or, for
    a statement, empty) and `apart` (what tells it from the others of its provider and flow).
    """
    told = statements[statements["measure"].eq("level") & statements["central"].notna()]
    both = [ordered(told.assign(record="", apart=""))]
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
    record = level["reporter"].notna().map({True: RECORD, False: RECONCILED})
    keys = telling.keys(level, "statistics", *telling.STATISTIC)
    return level.assign(
        value_id=[_slugs(one["statistics"][0]) for one in keys],
        keys=keys,
        record=record, apart=_apart(level), minor=False, status="reported", central=central,
        lower=central, release=[telling.release(row) for row in telling.records(level)],
        upper=central, speaker=level["provider"], speaker_role=None, said_on=None,
        fragment=None, hedge=None, direction=None, claim_id=level["source_id"],
    )  # fmt: skip


def _apart(level: pd.DataFrame) -> pd.Series:
    """Valuation and vintage, where a provider has several records of one flow and period."""
    same = [
        "provider", "reporter", "economy", "partner", "flow", "scope", "unit", "period_start",
        "period_end",
    ]  # fmt: skip
    words = pd.Series("", index=level.index, dtype="str")
    for column in ("valuation", "vintage"):
        several = level.groupby(same, dropna=False)[column].transform("nunique") > 1
        words += (", " + level[column].fillna("not stated")).where(several, "")
    return words


def _slugs(key: str) -> str:
    """A key as the end of an id, each part in its place."""
    return ".".join(map(_slug, unquote(key).split("|")))


def _slug(text: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def scale(amounts: pd.Series) -> float:
    """The unit of a panel's axis: the largest that half of the amounts reach."""
    middle = amounts.abs().median()
    return next((unit for unit in SCALES if middle >= unit), 1.0)


def finding(frame: pd.DataFrame) -> str:
    """What the rows show, as a sentence: how many levels have a record of their period.

    Targets and forecasts have none yet, and do not count.
    """
    told = frame[frame["record"].eq("") & frame["status"].eq("reported")]
    if told.empty:
        return "No level of trade is reported"
    keys = ["unit", "period_start", "period_end"]
    official = frame.loc[frame["record"].eq(RECORD), keys]
    known = set(official.itertuples(index=False, name=None))
    beside = sum(key in known for key in told[keys].itertuples(index=False, name=None))
    if len(told) == 1:
        which = f"an {RECORD} of its period" if beside else f"no {RECORD}"
        return f"The one reported level stands beside {which}"
    if beside == len(told):
        return f"Every reported level stands beside an {RECORD} of its period"
    if not beside:
        return f"None of {len(told)} reported levels stands beside an {RECORD}"
    bare = len(told) - beside
    stand = "stands" if bare == 1 else "stand"
    return f"{bare} of {len(told)} reported levels {stand} without an {RECORD}"


def _subtitle(frame: pd.DataFrame) -> str:
    if frame.empty:
        return "Levels of trade as reported and as recorded"
    pair = labels.pair(frame["economy"], frame["partner"])
    starts = frame["period_start"].dropna()
    years = telling.years(starts.min().year, starts.max().year) if len(starts) else "undated"
    kinds = {RECORD: "recorded", RECONCILED: "reconciled by a provider"}
    found = [told for kind, told in kinds.items() if frame["record"].eq(kind).any()]
    how = " and as ".join(["reported", *found])
    return f"{pair} trade as {how}, {years}; a panel a currency"


def _panels(frame: pd.DataFrame, drawn: list[Row], per: dict[str, float]) -> list[Panel]:
    panels = []
    for currency, places in frame.groupby("unit", sort=False).groups.items():
        rows = tuple(drawn[place] for place in places)
        unit = f"{currency} {SCALES[per[str(currency)]]}".strip()
        panels.append(Panel(rows, unit, heading=f"In {unit}"))
    return panels


def _row(row: dict[str, Any], number: int, side: dict[str, int], per: float) -> Row:
    of = side_of(row, side)
    shape = "s" if row["record"] else shape_of(of)
    mark = telling.mark(NAME, row, of, shape, per, minor=row["minor"])
    return Row(
        (mark,), _label(row), _value(row), period(row), (number,), minor=row["minor"], url=mark.url
    )


def _label(row: telling.Cells) -> tuple[str, str, str]:
    """The label of a statement; that of a statistic with what it is, or what tells it apart."""
    first, speaker, when = label(row)
    kinds = {RECORD: ", official", RECONCILED: ", reconciled"}
    return first, speaker, (row["apart"] or kinds.get(row["record"], "")) + when


def _value(row: telling.Cells) -> str:
    """The level as printed; a statistic to three decimals of its thousands."""
    if not row["record"]:
        return telling.value(row)
    unit = next((unit for unit in SCALES if abs(row["central"]) >= unit), 1.0)
    return f"{row['unit']} {labels.number(row['central'] / unit, 3)} {SCALES[unit]}".strip()


def _told(row: telling.Cells) -> str:
    kind = row["record"] or ("repeats another statement" if row["minor"] else "")
    after = (f", {kind}" if kind else "") + row["apart"]
    return f"{period(row)}, {flow_words(row)}: {_value(row)}{after}"


def _key(frame: pd.DataFrame, drawn: list[Row], names: dict[int, str]) -> tuple[Sign, ...]:
    key = telling.key((m for row in drawn for m in row.marks), names)
    kinds = [kind for kind in (RECORD, RECONCILED) if frame["record"].eq(kind).any()]
    if not kinds:
        return key
    square = Mark("", 8.0, math.nan, math.nan, shape="s")
    return (*key, Sign(square, f"square: {' or '.join(kinds)}"))
