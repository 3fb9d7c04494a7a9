"""Titles are made from the rows: when these change, they say what then is true."""

from __future__ import annotations

import math

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
from analysis.charts.growth_by_period import growth_by_period
from analysis.charts.plan_events import plan_events
from analysis.charts.plan_points import plan_points
from analysis.charts.project_counts import project_counts
from analysis.charts.trade_growth import trade_growth
from analysis.charts.trade_levels import trade_levels
from analysis.charts.value_readings import value_readings

LATER = {"period_start": "2019-01-01", "period_end": "2019-12-31"}
UNDATED = {"period_start": None, "period_end": None}


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
        ((8,), "Reported growth of trade is +8%"),
        ((), "No growth is reported"),
    ],
)
def test_growth_counts_the_statements_and_spans_them(
    numbers: tuple[int, ...], expected: str
) -> None:
    """As many statements as rows, from the least to the greatest."""
    rows = [percent(number, f"c{place}") for place, number in enumerate(numbers)]

    assert title(trade_growth(statements(GROWTH, *rows))) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([{"flow": "exports"}], "Reported growth is +17%"),
        ([{"flow": "exports"}, {"flow": "imports"}], "Reported growth is +17% each time"),
        (
            [{}, {**LATER, "central": 19.0, "printed": "19"}],
            "Reported growth of trade ran from +17% to +19%",
        ),
        (
            [{}, {**LATER, "central": 18.0, "printed": "18", "hedge": "about"}],
            "Reported growth of trade ran from +17% to about +18%",
        ),
        ([UNDATED], "Reported growth of trade is +17%"),
        ([UNDATED, UNDATED], "Reported growth of trade is +17% each time"),
        (
            [{"central": math.nan, "lower": math.nan, "upper": math.nan}],
            "No growth of trade is reported in numbers",
        ),
    ],
)
def test_one_growth_runs_nowhere(changes: list[dict[str, object]], expected: str) -> None:
    """From ... to ... is said only of two different numbers."""
    assert title(trade_growth(statements(GROWTH, *changes))) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([], "No growth is reported"),
        ([{}], "One statement puts growth of turnover in 2018 at +17%"),
        ([{"period_end": None}], "One statement puts growth of turnover since Jan 2018 at +17%"),
        ([{}, LATER], "Each of 2 periods is told once; growth is +17%"),
        ([{}, {**LATER, "central": 19.0, "printed": "19"}],
         "Each of 2 periods is told once; growth runs from +17% to +19%"),
        ([{}, {}], "2018 is told most: 2 statements put trade growth at +17%"),
        ([{}, {"flow": "exports"}],
         "2018 is told most: 2 statements, each on its own flow, put growth at +17%"),
    ],
)  # fmt: skip
def test_growth_by_period_tells_one_and_two(
    changes: list[dict[str, object]], expected: str
) -> None:
    """A single statement, two periods, and two statements on one period."""
    assert title(growth_by_period(statements(GROWTH, *changes))) == expected


def test_no_level_and_one_level() -> None:
    """One level stands alone or beside a record; it is no sum of one."""
    days = {"period_start": "2013-01-01", "period_end": "2013-12-31"}
    one, record = statements(LEVEL, days), statistics({"reporter": "JPN"})
    drawn = [(statements(LEVEL), record), (one, statistics()), (one, record)]

    assert [title(trade_levels(*both, sources({}))) for both in drawn] == [
        "No level of trade is reported",
        "The one reported level stands beside no official record",
        "The one reported level stands beside an official record of its period",
    ]


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


def test_nothing_counted_dated_or_planned() -> None:
    """Each chart without rows says what is not there."""
    nothing = statements(GROWTH)

    assert [
        title(project_counts(statements(COUNT))),
        title(plan_events(events(), claims(), sources())),
        title(plan_points(points(), fields(), claims(), sources())),
        title(definition_curve(definitions(), nothing)),
        title(value_readings(nothing, definitions())),
    ] == [
        "No count of projects is reported",
        "No event is reported",
        "No plan is in the data",
        "No definition is in the data",
        "No value is reported",
    ]


def test_a_plan_of_one_point() -> None:
    """It is named, or it is not."""
    drawn = [fields(), fields({})]

    assert [title(plan_points(points({}), one, claims({}), sources({}))) for one in drawn] == [
        "No article names the plan’s one point",
        "The one article names the plan’s one point",
    ]


EXPLAINS, FITS = {"primary": False}, {"meets": True, "misses_by": 0.0}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([], ""),
        ([EXPLAINS], "; no statistic decides, and the one shown only explains"),
        ([EXPLAINS, EXPLAINS | FITS], "; no statistic decides, and the 2 shown only explain"),
        ([{}], "; the one statistic that decides does not fit"),
        ([FITS, EXPLAINS], "; the one statistic that decides fits"),
        ([{}, EXPLAINS | FITS], "; the one statistic that decides does not fit"),
        ([{}] + [EXPLAINS | FITS] * 12, "; the one statistic that decides does not fit"),
        ([{}, {}, EXPLAINS], "; none of 2 statistics that decide fits"),
        ([{}, FITS], "; 1 of 2 statistics that decide fits"),
        ([FITS, FITS], "; 2 of 2 statistics that decide fit"),
    ],
)
def test_only_what_decides_refutes_or_confirms(
    changes: list[dict[str, object]], expected: str
) -> None:
    """The title of a value counts the statistics that decide, and says where there is none."""
    said = statements(GROWTH, {}).assign(lower_closed=True, upper_closed=True)
    read = [said.assign(reading=reading) for reading in ("literal", "usual", "charitable")]
    told = title(value_readings(pd.concat(read), definitions(*changes)))

    assert told == f"+17%, in its usual reading, allows 16.5% to 17.5%{expected}"


def test_events_count_those_dated_to_the_day() -> None:
    """A second event without a day changes both numbers' relation."""
    loose = {"event_id": "b", "date_precision": "month", "date_printed": "in May"}
    drawn = [events({}), events({}, loose), events(loose)]

    assert [title(plan_events(one, claims({}), sources({}))) for one in drawn] == [
        "The one event is dated to the day",
        "Dated to the day: 1 of 2 events",
        "The one event is not dated to the day",
    ]


def test_points_of_a_plan_count_those_that_articles_name() -> None:
    """Missing points first, then how many the fullest article names, or that one names all."""
    two, other = points({}, {"point": 2}), {"claim_id": "b", "point": 2}
    said = claims({}, {"claim_id": "b", "source_id": "t"})
    all_of = sources({}, {"source_id": "t"})
    drawn = [fields({}), fields({}, other), fields({}, {"point": 2}), fields()]

    assert [title(plan_points(two, one, said, all_of)) for one in drawn] == [
        "No article names 1 of the plan’s 2 points",
        "No article names all 2 points: at most 1 of them is named",
        "The one article names all 2 points",
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
