"""Cross-rules on days: periods, bases, events, and what was said and published when."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterator

import pandas as pd

from analysis.tables.rules import Broken, Frames, Rule, rows, where

PERIODS = (
    ("reported_values", "period_start", "period_end"),
    ("reported_values", "base_start", "base_end"),
    ("statistics", "period_start", "period_end"),
    ("exchange_rates", "period_start", "period_end"),
    ("events", "start", "end"),
)
REDUCED = (
    ("sources", "published"),
    ("claims", "said_on"),
    ("reported_values", "as_of"),
)


def period_order(tables: Frames) -> Iterator[Broken]:
    """A period ends on or after the day it starts."""
    for name, start, end in PERIODS:
        frame = tables[name]
        for line, row in where(frame, frame[end] < frame[start]):
            message = (
                f"ends on {_day(row[end])}, before it starts on {_day(row[start])}: "
                f"correct {start} or {end}"
            )
            yield Broken(name, line, end, _day(row[end]), "period order", message)


def period_started(tables: Frames) -> Iterator[Broken]:
    """A period that ends has a start; one that runs on ("since January") has no end."""
    for name, start, end in PERIODS:
        frame = tables[name]
        if start == "base_start":
            frame = frame[frame["measure"] != "growth"]
        for line, _ in where(frame, frame[start].isna() & frame[end].notna()):
            message = f"{start} is empty and {end} is not: give both days, or the start alone"
            yield Broken(name, line, start, "", "period without start", message)


def base_order(tables: Frames) -> Iterator[Broken]:
    """The base of a growth ends before the period that it is compared with starts."""
    frame = tables["reported_values"]
    ordered = frame["base_end"] >= frame["base_start"]
    for line, row in where(frame, ordered & (frame["base_end"] >= frame["period_start"])):
        message = (
            f"the base ends on {_day(row['base_end'])}, after the period starts on "
            f"{_day(row['period_start'])}: a growth is counted from an earlier period"
        )
        yield Broken(
            "reported_values", line, "base_end", _day(row["base_end"]), "base order", message
        )


def base_written_out(tables: Frames) -> Iterator[Broken]:
    """A growth over a period has its base written out, as far as the period is."""
    frame = tables["reported_values"]
    growth = frame[frame["measure"] == "growth"]
    message = (
        "a growth without its base: write out the days it is counted from, "
        "and base_stated false where the source does not name them"
    )
    for base, period in (("base_start", "period_start"), ("base_end", "period_end")):
        for line, _ in where(growth, growth[base].isna() & growth[period].notna()):
            yield Broken("reported_values", line, base, "", "base missing", message)


def said_before_publication(tables: Frames) -> Iterator[Broken]:
    """Nothing is said after its source was published."""
    sources = tables["sources"].drop_duplicates("source_id").set_index("source_id")["published"]
    claims = tables["claims"].assign(published=tables["claims"]["source_id"].map(sources))
    for line, row in rows(claims[["said_on", "published"]].dropna()):
        if _later(row["said_on"], row["published"]):
            message = (
                f"said on {row['said_on']}, after its source was published on "
                f"{row['published']}: correct one of them"
            )
            yield Broken("claims", line, "said_on", row["said_on"], "said in time", message)


def published_before_reading(tables: Frames) -> Iterator[Broken]:
    """Nothing is published after it was read."""
    for line, row in rows(tables["sources"][["published", "accessed"]].dropna()):
        if _later(row["published"], _day(row["accessed"])):
            message = (
                f"published on {row['published']}, after it was read on "
                f"{_day(row['accessed'])}: correct published or accessed"
            )
            yield Broken("sources", line, "published", row["published"], "read in time", message)


def real_dates(tables: Frames) -> Iterator[Broken]:
    """A date of reduced precision is a day of the calendar where it names a day."""
    for name, column in REDUCED:
        whole = tables[name][tables[name][column].str.len() == len("2018-12-31")]
        days = pd.to_datetime(whole[column], format="%Y-%m-%d", errors="coerce")
        for line, row in where(whole, days.isna()):
            message = f"{row[column]} is not a day of the calendar: correct it"
            yield Broken(name, line, column, row[column], "real date", message)


def precision_fits(tables: Frames) -> Iterator[Broken]:
    """The days of an event span what its precision says."""
    events = tables["events"]
    for line, row in rows(events.dropna(subset=["start", "end", "date_precision"])):
        start, end, precision = row["start"], row["end"], row["date_precision"]
        if start <= end and not SPANS[precision](start, end):
            message = (
                f"{_day(start)} to {_day(end)} is not a {precision.replace('_', ' ')}: "
                "correct the days or the precision"
            )
            yield Broken("events", line, "date_precision", precision, "date precision", message)


def _days(start: pd.Timestamp, end: pd.Timestamp) -> bool:
    return (end - start).days < 28


def _weekend(start: pd.Timestamp, end: pd.Timestamp) -> bool:
    return start.weekday() == 5 and (end - start).days == 1


def _within_month(start: pd.Timestamp, end: pd.Timestamp) -> bool:
    return (start.year, start.month) == (end.year, end.month)


def _whole_month(start: pd.Timestamp, end: pd.Timestamp) -> bool:
    last = calendar.monthrange(start.year, start.month)[1]
    return _within_month(start, end) and (start.day, end.day) == (1, last)


def _whole_year(start: pd.Timestamp, end: pd.Timestamp) -> bool:
    first_to_last = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    return first_to_last and start.year == end.year


SPANS: dict[str, Callable[[pd.Timestamp, pd.Timestamp], bool]] = {
    "day": _days,
    "weekend": _weekend,
    "month_part": _within_month,
    "month": _whole_month,
    "year": _whole_year,
}


def _later(first: str, second: str) -> bool:
    """Whether the first date is surely later, at the precision that both have."""
    shared = min(len(first), len(second))
    return first[:shared] > second[:shared]


def _day(day: pd.Timestamp) -> str:
    return day.date().isoformat()


RULES: tuple[Rule, ...] = (
    period_order,
    period_started,
    base_order,
    base_written_out,
    said_before_publication,
    published_before_reading,
    real_dates,
    precision_fits,
)
