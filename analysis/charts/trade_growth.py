"""Chart: growth of trade as reported, a row a statement, by period and flow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis import labels
from analysis.charts import telling
from analysis.charts.annotations import Chart, compose
from analysis.charts.flows import (
    flow_words,
    label,
    ordered,
    period,
    shape_of,
    side_names,
    side_of,
)  # fmt: skip
from analysis.charts.panels import Panel, Row
from analysis.charts.plotting import rows_or_words
from analysis.charts.style import sides
from analysis.frames import taken

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NAME = "trade_growth"
NONE = "The data hold no growth of trade that was read at its source."
UNIT = "growth over the same months of the year before, %"


@taken
def trade_growth(
    statements: pd.DataFrame, *, ax: Axes | None = None, width: str = "column"
) -> Axes:
    """The Axes with every reported growth of trade in percent, hedges drawn, sources numbered.

    Reads statements with intervals (`readings.intervals`); draws the rows whose measure is growth
    in percent or in words only, ordered by period, flow and date. x is in percent. Rows that only
    repeat another stand right under it, small and grey.
    """
    frame = ordered(growths(statements))
    side = sides([*statements["economy"], *statements["partner"]])
    rows = telling.records(frame)
    numbers, sources = telling.numbered(rows)
    drawn = [_row(row, number, side) for row, number in zip(rows, numbers, strict=True)]
    chart = Chart(
        NAME, "Dot plot", finding(frame), _subtitle(frame),
        telling.recorded(rows, numbers, [told(row) for row in rows]), sources,
        telling.key((m for row in drawn for m in row.marks), side_names(side)),
    )  # fmt: skip

    return compose(chart, rows_or_words([Panel(tuple(drawn), UNIT, signed=True)], NONE), ax, width)


def growths(statements: pd.DataFrame) -> pd.DataFrame:
    """The statements that give a growth in percent, or its direction in words."""
    percent = statements["unit"].eq("percent") | statements["unit"].isna()
    told = statements["central"].notna() | statements["direction"].notna()
    return statements[statements["measure"].eq("growth") & percent & told]


def finding(frame: pd.DataFrame) -> str:
    """What the rows show, as a sentence: how far the statements on one period agree."""
    own = frame[~frame["minor"] & frame["central"].notna() & frame["status"].eq("reported")]
    if own.empty:
        return unsaid(len(frame))
    turnover = own[own["flow"].eq("turnover")]
    if turnover.empty or len(turnover) == 1 < len(own):
        return _ran("Reported growth", own)
    groups = turnover.groupby(["period_start", "period_end"], sort=True)
    sizes = groups.size().sort_values(kind="stable")
    if sizes.max() < 2 or sizes.empty:
        return _ran("Reported growth of trade", turnover)
    start, end = sizes.index[-1]
    rows = telling.records(groups.get_group((start, end)))
    when = labels.period(start, end)
    return f"{len(rows)} statements put trade growth in {when} at {telling.span(rows)}"


def _ran(what: str, frame: pd.DataFrame) -> str:
    """From where to where growths ran; where there is one number, what it is."""
    span, values = telling.span(telling.records(frame)), frame["central"]
    if values.min() < values.max():
        return f"{what} ran from {span}"
    return f"{what} is {span}{' each time' if len(frame) > 1 else ''}"


def unsaid(many: int) -> str:
    """The finding where none of so many statements gives a number."""
    return "No growth of trade is reported in numbers" if many else "No growth is reported"


def _subtitle(frame: pd.DataFrame) -> str:
    if frame.empty:
        return "Growth of trade as reported, in percent"
    pair = labels.pair(frame["economy"], frame["partner"])
    starts = frame["period_start"].dropna()
    years = telling.years(starts.min().year, starts.max().year) if len(starts) else "undated"
    return f"Growth of {pair} trade as reported, in percent, {years}; a row is a statement"


def _row(row: dict[str, Any], number: int, side: dict[str, int]) -> Row:
    of = side_of(row, side)
    mark = telling.mark(NAME, row, of, shape_of(of), minor=row["minor"])
    return Row(
        (mark,), label(row), telling.value(row), period(row), (number,),
        minor=row["minor"], url=mark.url,
    )  # fmt: skip


def told(row: telling.Cells) -> str:
    """The growth in words: period, flow, number, and whether it only repeats another."""
    again = ", repeats another statement" if row["minor"] else ""
    return f"{period(row)}, {flow_words(row)}: {telling.value(row)}{again}"
