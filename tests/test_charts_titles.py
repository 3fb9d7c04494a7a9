"""Titles are made from the rows: when these change, they say what then is true."""

from __future__ import annotations

import pandas as pd
import pytest
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

from analysis import charts
from analysis.charts.conflict_bounds import conflict_bounds
from analysis.charts.definition_curve import definition_curve
from analysis.charts.plan_events import plan_events
from analysis.charts.plan_points import plan_points
from analysis.charts.project_counts import project_counts
from analysis.charts.trade_growth import trade_growth
from analysis.charts.trade_levels import trade_levels


def title(ax: Axes) -> str:
    """The finding, whole, out of the alt text."""
    return charts.alt(ax).partition("”: ")[2].removesuffix(".")


def percent(number: float, claim: str) -> dict[str, object]:
    """A row's growth."""
    ends = {"lower": number - 0.5, "upper": number + 0.5}
    return {"claim_id": claim, "printed": f"{number:g}", "value": number, "central": number, **ends}


def counted(number: int, day: str) -> dict[str, object]:
    """A row's count."""
    ends = {"lower": number, "upper": number}
    own = {"claim_id": day, "printed": str(number), "value": number, "central": number}
    return own | ends | {"as_of": day, "hedge": None}


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((17, 19), "2 statements put trade growth in 2018 at +17% to +19%"),
        ((-4, 19, 21), "3 statements put trade growth in 2018 at −4% to +21%"),
        ((8,), "Reported growth of trade ran from +8%"),
        ((), "No growth is reported"),
    ],
)
def test_growth_counts_the_statements_and_spans_them(
    numbers: tuple[int, ...], expected: str
) -> None:
    """As many statements as rows, from the least to the greatest."""
    rows = [percent(number, f"c{place}") for place, number in enumerate(numbers)]

    assert title(trade_growth(statements(GROWTH, *rows))) == expected


def test_levels_count_those_without_a_record() -> None:
    """A record of one more period leaves one fewer without."""
    years = [
        {"claim_id": f"c{n}", "period_start": f"{n}-01-01", "period_end": f"{n}-12-31"}
        for n in (2013, 2014)
    ]
    said = statements(LEVEL, *years)
    records = [
        {"reporter": "JPN"},
        {"reporter": "JPN", "period_start": "2014-01-01", "period_end": "2014-12-31"},
    ]
    titles = [title(trade_levels(said, statistics(*records[:n]), sources({}))) for n in range(3)]

    assert titles == [
        "None of 2 reported levels stands beside an official record",
        "1 of 2 reported levels stands without an official record",
        "Every reported level stands beside an official record of its period",
    ]


def test_counts_go_from_the_first_to_the_last() -> None:
    """A later row takes the place of the last one."""
    rows = [counted(30, "2017-01-01"), counted(80, "2018-01-01"), counted(55, "2019-01-01")]
    titles = [title(project_counts(statements(COUNT, *rows[:n]))) for n in (1, 2, 3)]

    assert titles == [
        "One count is reported: 30 projects",
        "Counts went from 30 projects to 80 projects",
        "Counts went from 30 projects to 55 projects",
    ]


def test_events_count_those_dated_to_the_day() -> None:
    """A second event without a day changes both numbers' relation."""
    loose = {"event_id": "b", "date_precision": "month", "date_printed": "in May"}
    drawn = [events({}), events({}, loose), events(loose)]

    assert [title(plan_events(one, claims({}), sources({}))) for one in drawn] == [
        "Dated to the day: 1 of 1 events",
        "Dated to the day: 1 of 2 events",
        "Dated to the day: 0 of 1 events",
    ]


def test_points_of_a_plan_count_those_that_articles_name() -> None:
    """Missing points first, then how many the fullest article names, or that one names all."""
    two, other = points({}, {"point": 2}), {"claim_id": "b", "point": 2}
    said = claims({}, {"claim_id": "b", "source_id": "t"})
    all_of = sources({}, {"source_id": "t"})
    drawn = [fields({}), fields({}, other), fields({}, {"point": 2}), fields()]

    assert [title(plan_points(two, one, said, all_of)) for one in drawn] == [
        "No article names 1 of the plan’s 2 points",
        "No article names all 2 points: at most 1 of them are named",
        "1 of 1 articles names all 2 points",
        "No article names 2 of the plan’s 2 points",
    ]


def test_definitions_count_those_that_meet_and_span_all() -> None:
    """One more that meets, and a wider range, with one more row."""
    rows = [{}, {"central": 17.0, "lower": 16.9, "upper": 17.1, "meets": True, "currency": "USD"}]
    said = statements(GROWTH, {})

    assert title(definition_curve(definitions(*rows), said)) == (
        "+17% fits 1 of 2 definitions: they give +15.0% to +17.0%"
    )
    assert title(definition_curve(definitions(rows[0]), said)) == (
        "+17% does not fit the one definition: it gives +15.0%"
    )


def test_conflicts_count_all_and_the_firm_ones() -> None:
    """Those that were not pursued count too; an empty frame says that there is none."""
    said = statements(GROWTH, {"claim_id": "a"}, {"claim_id": "b"})
    more = {"conflict_id": "conflict-1", "tier": "conditional"}
    none = pd.DataFrame(columns=list(conflicts({})))

    assert title(conflict_bounds(conflicts({}, more), said, bounds({}), not_pursued=3)) == (
        "5 sets of numbers cannot all hold, 1 of them firm"
    )
    assert title(conflict_bounds(conflicts({}), said, bounds({}))) == (
        "One set of numbers cannot all hold, firmly"
    )
    assert title(conflict_bounds(none, said, bounds())) == (
        "No reported numbers contradict each other"
    )
