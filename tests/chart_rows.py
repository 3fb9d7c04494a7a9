"""Every chart from rows that say only what matters: speakers, dates, periods, numbers."""

from __future__ import annotations

import pandas as pd
from chart_cases import (
    COUNT,
    GROWTH,
    LEVEL,
    bounds,
    claims,
    conflicts,
    definitions,
    events,
    fields,
    points,
    sources,
    statements,
    statistics,
)  # fmt: skip
from matplotlib.axes import Axes

from analysis.charts.conflict_bounds import conflict_bounds
from analysis.charts.definition_curve import definition_curve
from analysis.charts.growth_by_period import growth_by_period
from analysis.charts.plan_events import plan_events
from analysis.charts.plan_points import plan_points
from analysis.charts.project_counts import project_counts
from analysis.charts.trade_growth import trade_growth
from analysis.charts.trade_levels import trade_levels
from analysis.charts.value_readings import value_readings

Rows = list[dict[str, object]]
LONG = "Межправительственная Российско-Японская комиссия по торгово-экономическим вопросам " * 2


def growth(rows: Rows, **options: object) -> Axes:
    """Growth rates, for rows of a case."""
    return trade_growth(statements(GROWTH, *rows), **options)


def panels(rows: Rows, **options: object) -> Axes:
    """Growth rates in small panels, for rows of a case."""
    return growth_by_period(statements(GROWTH, *rows), **options)


def levels(rows: Rows, **options: object) -> Axes:
    """Levels in two currencies, for rows of a case."""
    rows = [row | {"unit": ("USD", "JPY")[n % 2]} for n, row in enumerate(rows)]
    official = statistics({}) if len(rows) == 1 else statistics()
    return trade_levels(statements(LEVEL, *rows), official, sources({}), **options)


def counts(rows: Rows, **options: object) -> Axes:
    """Counts, for rows of a case."""
    return project_counts(statements(COUNT, *rows), **options)


def told(rows: Rows) -> Rows:
    """The rows of a case, each with a claim."""
    return [{"claim_id": f"c{n}"} | row for n, row in enumerate(rows)]


def timeline(rows: Rows, **options: object) -> Axes:
    """Events, for rows of a case."""
    rows = told(rows)
    place = {"start": "2018-09-11", "end": "2018-09-13"}
    happened = [
        place
        | {"event_id": f"e{n}", "claim_id": row["claim_id"], "name": row.get("speaker", "Forum")}
        | ({"start": row["as_of"], "end": row["as_of"]} if "as_of" in row else {})
        for n, row in enumerate(rows)
    ]
    keep = ("claim_id", "speaker", "speaker_role")
    said = [{key: row[key] for key in keep if key in row} for row in rows]
    return plan_events(events(*happened), claims(*said), sources({}), **options)


def grid(rows: Rows, **options: object) -> Axes:
    """Named fields, for rows of a case."""
    rows = told(rows)
    many = [{"claim_id": r["claim_id"], "field": r.get("speaker", "oil"), "point": 1} for r in rows]
    said = [{"claim_id": row["claim_id"]} for row in rows]
    named = points({}, {"point": 2, "name": LONG}) if rows else points()
    return plan_points(named, fields(*many), claims(*said), sources({}), **options)


def computed(rows: Rows) -> pd.DataFrame:
    """A definition a row, each of which chooses otherwise."""
    choices = [
        {
            "central": 12 + n / 20, "lower": 11.9 + n / 20, "upper": 12.1 + n / 20,
            "primary": n % 3 == 0, "meets": 16.4 < 12 + n / 20 < 17.6,
            "reporter": ("RUS", "JPN", "mean", "exporters")[n % 4], "source_ids": (),
            "currency": ("USD", "JPY", "EUR")[n % 3], "provider": row.get("speaker", "Comtrade"),
            "vintage": f"{row.get('publisher', '2019')} {n % 11}", "office": f"Office {n % 5}",
            "basis": f"2018 on {2017 - n % 2}",
        }
        for n, row in enumerate(told(rows))
    ]  # fmt: skip
    return definitions(*choices)


def curve(rows: Rows, **options: object) -> Axes:
    """Definitions of one growth rate, for rows of a case."""
    return definition_curve(computed(rows), statements(GROWTH, {}), **options)


def meanings(rows: Rows, **options: object) -> Axes:
    """The first row under three readings beside its definitions, for rows of a case."""
    said = statements(GROWTH, *rows[:1]).assign(lower_closed=True, upper_closed=True)
    read = [said.assign(reading=reading) for reading in ("literal", "usual", "charitable")]
    return value_readings(pd.concat(read), computed(rows), **options)


def contradictions(rows: Rows, **options: object) -> Axes:
    """Conflicts of two statements each, for rows of a case, some of ranges without an end."""
    rows = told(rows)
    said = [{"value_id": f"{side}{n}"} | row for n, row in enumerate(rows) for side in "ab"]
    found = [
        {
            "conflict_id": f"conflict-{n}", "value_ids": (f"a{n}", f"b{n}"),
            "tier": ("firm", "conditional")[n % 2],
        }
        for n, _ in enumerate(rows)
    ]  # fmt: skip
    ranges = [
        {
            "conflict_id": f"conflict-{n}", "value_id": f"a{n}", "gap": 1.0 + n,
            "left_lower": 18.5 + n, "left_upper": (19.5 + n, float("inf"))[n % 2],
        }
        for n, _ in enumerate(rows)
    ]  # fmt: skip
    return conflict_bounds(conflicts(*found), statements(GROWTH, *said), bounds(*ranges), **options)


CHARTS = [growth, panels, levels, counts, timeline, grid]
#: Those of the checks, which have more marks than rows or fewer.
ALL = [*CHARTS, curve, meanings, contradictions]
