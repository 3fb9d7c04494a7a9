"""Chart: growth of trade as reported, a small panel a period, all on one axis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis import labels
from analysis.charts import telling
from analysis.charts.annotations import Body, Chart, compose
from analysis.charts.flows import flow_words, ordered, period, shape_of, side_names, side_of
from analysis.charts.multiples import Multiples, cells
from analysis.charts.panels import Panel, Row
from analysis.charts.plotting import Nothing, Plot
from analysis.charts.style import Sizes, sides
from analysis.charts.trade_growth import NONE, UNIT, growths, told, unsaid
from analysis.frames import taken

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NAME = "growth_by_period"
#: The flow that is meant where a panel names none.
USUAL = "turnover"


@taken
def growth_by_period(
    statements: pd.DataFrame, *, ax: Axes | None = None, width: str = "column"
) -> Axes:
    """The Axes with a panel a period told, each reported growth in it a mark with its interval.

    Reads statements with intervals (`readings.intervals`); draws the rows whose measure is growth
    in percent or in words only. The panels are in the order of their periods; in a panel turnover
    comes first, then the other flows under their names, each in the order of telling. x is in
    percent, the same in all panels. The number stands at its mark where it has room, the claim
    number always, but for hundreds of rows in few panels. Rows that only repeat another are small
    and grey.
    """
    frame = ordered(growths(statements))
    side = sides([*statements["economy"], *statements["partner"]])
    rows = telling.records(frame)
    numbers, sources = telling.numbered(rows)
    drawn = [_row(row, number, side) for row, number in zip(rows, numbers, strict=True)]
    chart = Chart(
        NAME, "Dot plot in small panels", finding(rows), _subtitle(frame, rows),
        telling.recorded(rows, numbers, [told(row) for row in rows]), sources,
        telling.key((m for row in drawn for m in row.marks), side_names(side)),
    )  # fmt: skip
    panel = Panel(tuple(drawn), UNIT, signed=True)

    def body(room: float, sizes: Sizes, thin: bool) -> Body:
        if not drawn:
            return Nothing(NONE, room, sizes)
        if thin:
            return Plot([panel], room, sizes, thin)
        return Multiples(cells(drawn), panel, room, sizes)

    return compose(chart, body, ax, width)


def _row(row: dict[str, Any], number: int, side: dict[str, int]) -> Row:
    of, flow = side_of(row, side), flow_words(row)
    mark = telling.mark(NAME, row, of, shape_of(of), minor=row["minor"])
    return Row(
        (mark,), ("" if flow == USUAL else flow, "", ""), telling.value(row), period(row),
        (number,), minor=row["minor"], url=mark.url,
    )  # fmt: skip


def finding(rows: list[dict[str, Any]]) -> str:
    """What the rows show, as a sentence: the period told most, and how far its statements spread.

    Rows that only repeat another, targets and rows without a number or a period do not count.
    """
    own = [row for row in rows if _counts(row)]
    if not own:
        return unsaid(len(rows))
    periods: dict[str, list[dict[str, Any]]] = {}
    for row in own:
        periods.setdefault(period(row), []).append(row)
    most = max(len(told) for told in periods.values())
    if most == 1:
        return _each_once(own)
    leading = [(when, told) for when, told in periods.items() if len(told) == most]
    when, told = max(leading, key=lambda one: _spread(_flow(one[1])))
    when = f"the time {when}" if when.startswith("since") else when
    begin = f"{when} is told most" if len(leading) == 1 else f"No period is told more than {when}"
    return f"{begin[:1].upper()}{begin[1:]}: {_said(_flow(told), told)}"


def _counts(row: telling.Cells) -> bool:
    known = bool(pd.notna(row["central"]) and pd.notna(row["period_start"]))
    return known and not row["minor"] and row["status"] == "reported"


def _flow(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows on the flow that most of them are about, turnover among equals."""
    flows: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        flows.setdefault(flow_words(row), []).append(row)
    return max(flows.items(), key=lambda one: (len(one[1]), one[0] == USUAL))[1]


def _spread(rows: list[dict[str, Any]]) -> float:
    values = [row["central"] for row in rows]
    return float(max(values) - min(values))


def _said(rows: list[dict[str, Any]], told: list[dict[str, Any]]) -> str:
    """How many of all told on the period, the rows on one flow, put it at what."""
    if len(rows) == 1:
        return f"{len(told)} statements, each on its own flow, put growth at {telling.span(told)}"
    flow = flow_words(rows[0])
    what = "trade growth" if flow == USUAL else f"growth of {flow}"
    many = str(len(rows)) if len(rows) == len(told) else f"{len(rows)} of {len(told)}"
    return f"{many} statements put {what} at {telling.span(rows)}"


def _each_once(rows: list[dict[str, Any]]) -> str:
    span = telling.span(rows)
    if len(rows) == 1:
        when = period(rows[0])
        when = when if when.startswith("since") else f"in {when}"
        return f"One statement puts growth of {flow_words(rows[0])} {when} at {span}"
    growth = f"growth {'runs from' if _spread(rows) else 'is'} {span}"
    return f"Each of {len(rows)} periods is told once; {growth}"


def _subtitle(frame: pd.DataFrame, rows: list[dict[str, Any]]) -> str:
    if frame.empty:
        return "Growth of trade as reported, in percent, by period"
    pair = labels.pair(frame["economy"], frame["partner"])
    starts = frame["period_start"].dropna()
    years = telling.years(starts.min().year, starts.max().year) if len(starts) else "undated"
    flows = {flow_words(row) for row in rows}
    which = "; turnover where no flow is named" if USUAL in flows and len(flows) > 1 else ""
    whole = f"Growth of {pair} trade as reported, in percent, {years}"
    return f"{whole}; a panel is a period, a mark a statement{which}"
