"""Chart: the events of a plan on a time line, as exactly as each source dates them."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis import labels
from analysis.charts import telling, words
from analysis.charts.annotations import Chart, Sign, compose
from analysis.charts.days import day_number
from analysis.charts.flows import shape_of
from analysis.charts.marks import Mark
from analysis.charts.panels import Panel, Row
from analysis.charts.plotting import rows_or_words
from analysis.charts.style import sides
from analysis.frames import taken

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NAME = "plan_events"
NONE = "The data hold no event that was read at its source."
#: The length in points that a bar has at least, so that a weekend is seen as more than a day.
LEAST = {"day": 5.0, "weekend": 5.0, "month_part": 7.0, "month": 9.0, "year": 12.0}
DATING = ["event_id", "start", "end", "date_precision", "status"]


@taken
def plan_events(
    events: pd.DataFrame, claims: pd.DataFrame, sources: pd.DataFrame, *,
    ax: Axes | None = None, width: str = "column",
) -> Axes:  # fmt: skip
    """The Axes with every event as each source dates it, in the order of time.

    Reads events, claims and sources; leaves out claims that were not read at their source. x is
    time. A day is a dot, a longer stretch a bar of its length; what was still ahead when it was
    told is hollow. Sources of one side that date an event alike share a row; the other rows of the
    event follow directly under it.
    """
    frame = dated(events, claims, sources)
    side = sides(claims["speaker_economy"])
    rows = telling.records(frame)
    numbers, lines = telling.numbered(rows)
    drawn = _rows([row | {"mark": n} for row, n in zip(rows, numbers, strict=True)], side)
    chart = Chart(
        NAME, "Time line", finding(frame), _subtitle(frame),
        telling.recorded(rows, numbers, [_told(row) for row in rows]), lines, _key(drawn, side),
    )  # fmt: skip

    panel = Panel(tuple(drawn), "", zero=False, time=True, lines=3)
    return compose(chart, rows_or_words([panel], NONE), ax, width)


def dated(events: pd.DataFrame, claims: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """A row an event and claim, with the claim's words and source, events in the order of time.

    Adds value_id (event and claim) and `differs`: another source puts it on days none of these.
    """
    read = claims[claims["read_at_source"].fillna(False)]
    frame = events.merge(read, on="claim_id").merge(
        sources, on="source_id", suffixes=("", "_source")
    )
    exact = frame.assign(length=frame["end"] - frame["start"]).sort_values(["length", "start"])
    first = exact.groupby("event_id")["start"].transform("first")
    differs = disagreeing(frame)
    return (
        frame.assign(
            value_id=frame["event_id"] + "--" + frame["claim_id"],
            keys=telling.keys(frame, "events", "event_id", "claim_id"),
            differs=frame["event_id"].isin(differs),
            _first=first,
        )
        .sort_values(["_first", *DATING, "claim_id"], ignore_index=True)
        .drop(columns="_first")
    )


def disagreeing(frame: pd.DataFrame) -> list[str]:
    """The events that two claims call held, but on days of which none is the same."""
    held = frame[frame["status"].eq("held")]
    found = []
    for event, group in held.groupby("event_id", sort=True):
        spans = sorted(set(zip(group["start"], group["end"], strict=True)))
        if any(a[1] < b[0] or b[1] < a[0] for a, b in combinations(spans, 2)):
            found.append(str(event))
    return found


def finding(frame: pd.DataFrame) -> str:
    """What the rows show, as a sentence: how many events, how exactly dated, how many disputed."""
    if frame.empty:
        return "No event is reported"
    events = frame["event_id"].nunique()
    days = frame.loc[frame["date_precision"].eq("day"), "event_id"].nunique()
    disputed = frame.loc[frame["differs"], "event_id"].nunique()
    some, on = f"Dated to the day: {days} of {events} events", disputed
    if events == 1:
        some, on = f"The one event is {'' if days else 'not '}dated to the day", "it"
    return f"{some}; the sources disagree on {on}" if disputed else some


def _rows(told: list[dict[str, Any]], side: dict[str, int]) -> list[Row]:
    """A row a dating of an event; the claims of one side that share it share the row."""
    groups: dict[tuple[object, ...], list[dict[str, Any]]] = {}
    for row in told:
        of = telling.given(row["speaker_economy"])
        groups.setdefault((*(row[column] for column in DATING), of), []).append(row)
    seen: Counter[str] = Counter()
    drawn: list[Row] = []
    for rows in groups.values():
        drawn.append(_row(rows, side, seen[rows[0]["event_id"]]))
        seen[rows[0]["event_id"]] += 1
    return drawn


def _row(rows: list[dict[str, Any]], side: dict[str, int], again: int) -> Row:
    """A row; `again` is how many rows of the same event stand above it."""
    row = rows[0]
    place = f", {row['place']}" if telling.given(row["place"]) else ""
    label = (telling.given(row["name"]), "", place)
    if again:
        label = ("the sources disagree" if row["differs"] and again == 1 else "", "", "")
    numbers = tuple(dict.fromkeys(r["mark"] for r in rows))
    marks = tuple(_mark(r, side) for r in rows)
    return Row(marks, label, _dating(row), numbers=numbers, apart=not again, url=marks[0].url)


def _mark(row: dict[str, Any], side: dict[str, int]) -> Mark:
    start, end = day_number(row["start"].date()), day_number(row["end"].date()) + 1
    one_day = end - start == 1
    of = side.get(telling.given(row["speaker_economy"]))
    return Mark(
        f"{NAME}--{row['value_id']}", start if one_day else (start + end) / 2,
        start, start if one_day else end, "point" if one_day else "span", of, shape_of(of),
        hollow=row["status"] == "planned", url=telling.address(row),
        least=0.0 if one_day else LEAST[row["date_precision"]],
    )  # fmt: skip


def _dating(row: telling.Cells) -> str:
    """The date words as printed, completed by the days that they stand for."""
    printed, year = telling.given(row["date_printed"]), str(row["start"].year)
    if not printed or not words.drawable(printed):
        return _days(row)
    if any(month in printed for month in labels.MONTHS):
        comma = "," * any(sign.isdigit() for sign in printed)
        return printed if year in printed else f"{printed}{comma} {year}"
    if year in printed and row["date_precision"] == "year":
        return printed
    return f"{printed}: {_days(row)}"


def _days(row: telling.Cells) -> str:
    """The days in few words: 10 Jun 2019, 8–9 Jun 2019, Jul 2019."""
    start, end = row["start"], row["end"]
    within = (start.year, start.month) == (end.year, end.month) and start != end
    if within and row["date_precision"] != "month":
        return f"{start.day}–{labels.day(end)}"
    return labels.period(start, end)


def _told(row: telling.Cells) -> str:
    place = f", {row['place']}" if telling.given(row["place"]) else ""
    differs = ", sources disagree" if row["differs"] else ""
    return f"{row['name']}{place}: {_dating(row)}, {row['status']}{differs}"


def _subtitle(frame: pd.DataFrame) -> str:
    if frame.empty:
        return "Events as the sources date them"
    years = telling.years(frame["start"].min().year, frame["end"].max().year)
    return f"Events as the sources date them, {years}; short bars are drawn longer than to scale"


def _key(drawn: list[Row], side: dict[str, int]) -> tuple[Sign, ...]:
    marks = [mark for row in drawn for mark in row.marks]
    signs = [
        Sign(Mark("", 8.0, side=index, shape=shape_of(index)), f"told from {labels.economy(code)}")
        for code, index in side.items()
        if any(mark.side == index for mark in marks)
    ]
    if any(mark.side is None for mark in marks):
        signs.append(Sign(Mark("", 8.0, shape=shape_of(None)), "told by others"))
    if any(mark.kind == "span" for mark in marks):
        signs.append(Sign(Mark("", 8.0, 1.0, 15.0, "span"), "no single day given"))
    if any(mark.hollow for mark in marks):
        signs.append(Sign(Mark("", 8.0, hollow=True), "hollow: still planned when told"))
    return tuple(signs)
