"""Nothing written on a chart overlaps or leaves the figure, at any width and with any rows."""

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
    faults,
    fields,
    marks,
    points,
    sources,
    statements,
    statistics,
    written,
)  # fmt: skip
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import charts, tables
from analysis.charts.conflict_bounds import conflict_bounds
from analysis.charts.definition_curve import definition_curve
from analysis.charts.growth_by_period import growth_by_period
from analysis.charts.plan_events import plan_events
from analysis.charts.plan_points import plan_points
from analysis.charts.project_counts import project_counts
from analysis.charts.trade_growth import trade_growth
from analysis.charts.trade_levels import trade_levels

LONG = "Межправительственная Российско-Японская комиссия по торгово-экономическим вопросам " * 2
SPREADS = {
    "one row": [{}],
    "no row": [],
    "thirty on one date": [{"claim_id": f"c{n}", "speaker": f"Speaker {n}"} for n in range(30)],
    "long names": [
        {"claim_id": f"c{n}", "speaker": LONG, "publisher": LONG, "speaker_role": LONG}
        for n in range(5)
    ],
    "two hundred": [
        {
            "claim_id": f"c{n}", "published": f"{2000 + n // 12}-{n % 12 + 1:02}-{n % 28 + 1:02}",
            "said_on": None, "speaker": f"Speaker {n}",
            "as_of": f"{2000 + n // 12}-{n % 12 + 1:02}-{n % 28 + 1:02}",
            "period_start": f"{2000 + n // 8}-01-01", "period_end": f"{2000 + n // 8}-12-31",
        }
        for n in range(200)
    ],
}  # fmt: skip


def growth(case: str, **options: object) -> Axes:
    """Growth rates, for a case."""
    return trade_growth(statements(GROWTH, *SPREADS[case]), **options)


def panels(case: str, **options: object) -> Axes:
    """Growth rates in small panels, for a case."""
    return growth_by_period(statements(GROWTH, *SPREADS[case]), **options)


def levels(case: str, **options: object) -> Axes:
    """Levels in two currencies, for a case."""
    rows = [row | {"unit": ("USD", "JPY")[n % 2]} for n, row in enumerate(SPREADS[case])]
    official = statistics({}) if case == "one row" else statistics()
    return trade_levels(statements(LEVEL, *rows), official, sources({}), **options)


def counts(case: str, **options: object) -> Axes:
    """Counts, for a case."""
    return project_counts(statements(COUNT, *SPREADS[case]), **options)


def told(case: str) -> list[dict[str, object]]:
    """The rows of a case, each with a claim."""
    return [{"claim_id": f"c{n}"} | row for n, row in enumerate(SPREADS[case])]


def timeline(case: str, **options: object) -> Axes:
    """Events, for a case."""
    rows = told(case)
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


def grid(case: str, **options: object) -> Axes:
    """Named fields, for a case."""
    rows = told(case)
    many = [{"claim_id": r["claim_id"], "field": r.get("speaker", "oil"), "point": 1} for r in rows]
    said = [{"claim_id": row["claim_id"]} for row in rows]
    named = points({}, {"point": 2, "name": LONG}) if rows else points()
    return plan_points(named, fields(*many), claims(*said), sources({}), **options)


def curve(case: str, **options: object) -> Axes:
    """Definitions of one growth rate, for a case; each chooses otherwise."""
    rows = [
        {
            "central": 12 + n / 20, "lower": 11.9 + n / 20, "upper": 12.1 + n / 20,
            "primary": n % 3 == 0, "meets": 16.4 < 12 + n / 20 < 17.6,
            "reporter": ("RUS", "JPN", "mean", "exporters")[n % 4], "source_ids": (),
            "currency": ("USD", "JPY", "EUR")[n % 3], "provider": row.get("speaker", "Comtrade"),
            "vintage": f"{row.get('publisher', '2019')} {n % 11}", "office": f"Office {n % 5}",
            "basis": f"2018 on {2017 - n % 2}",
        }
        for n, row in enumerate(told(case))
    ]  # fmt: skip
    return definition_curve(definitions(*rows), statements(GROWTH, {}), **options)


def contradictions(case: str, **options: object) -> Axes:
    """Conflicts of two statements each, for a case, some of ranges without an end."""
    rows = told(case)
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
ALL = [*CHARTS, curve, contradictions]


@pytest.fixture(scope="module")
def data() -> tables.Tables:
    """The shipped data."""
    return tables.load()


@pytest.mark.parametrize("width", charts.WIDTHS)
@pytest.mark.parametrize("name", charts.NAMES)
def test_the_shipped_data_are_drawn_without_overlap(
    data: tables.Tables, name: str, width: str
) -> None:
    """No two texts of a shipped chart overlap, and none leaves the figure."""
    assert faults(charts.draw(name, data, width=width)) == []


@pytest.mark.parametrize("reading", ["literal", "charitable"])
@pytest.mark.parametrize("name", ["trade_growth", "trade_levels", "project_counts"])
def test_open_ends_of_other_readings_stay_on_the_chart(
    data: tables.Tables, name: str, reading: str
) -> None:
    """An interval without an end is drawn a little way and leaves room for its text."""
    ax = charts.draw(name, data, reading=reading)

    assert faults(ax) == []
    for line in marks(ax).values():
        low, high = line.axes.get_xlim()
        assert all(low <= x <= high for x in line.get_xdata())


@pytest.mark.parametrize("width", charts.WIDTHS)
@pytest.mark.parametrize("reading", ["literal", "charitable"])
@pytest.mark.parametrize("name", ["definition_curve", "conflict_bounds"])
def test_other_readings_of_the_checks_are_drawn_without_overlap(
    data: tables.Tables, name: str, reading: str, width: str
) -> None:
    """Open bands and open ranges leave the words their room."""
    assert faults(charts.draw(name, data, reading, width)) == []


@pytest.mark.parametrize("width", charts.WIDTHS)
@pytest.mark.parametrize("case", SPREADS)
@pytest.mark.parametrize("chart", ALL)
def test_generated_rows_are_drawn_without_overlap(chart, case: str, width: str) -> None:
    """Long names, crowded dates, one row, no row and two hundred rows all stay legible."""
    assert faults(chart(case, width=width)) == []


@pytest.mark.parametrize("chart", CHARTS)
def test_every_row_has_its_mark_even_among_two_hundred(chart) -> None:
    """The compressed form leaves out texts, never marks."""
    ax = chart("two hundred")

    assert set(marks(ax)) == set(charts.rows(ax)["value_id"])
    assert len(marks(ax)) == 200


@pytest.mark.parametrize("chart", ALL)
def test_a_chart_without_rows_says_so(chart) -> None:
    """Where there is nothing to draw, words take the place of the marks."""
    ax = chart("no row")

    assert any(text.startswith("The data hold no") for text in written(ax))
    assert charts.rows(ax).empty


@pytest.mark.parametrize("chart", ALL)
def test_a_chart_keeps_to_the_box_of_a_given_axes(chart) -> None:
    """On the caller's Axes, title, labels and sources stay inside the box that the Axes had."""
    figure = Figure(figsize=(8, 12))
    _, ax = figure.subplots(2, 1)
    box = ax.get_position()

    drawn = chart("one row", ax=ax)

    assert drawn is ax
    assert faults(ax) == []
    assert box.y1 > ax.get_position().y1 > ax.get_position().y0 > box.y0


def test_a_low_axes_gets_the_thin_form() -> None:
    """Where the caller's Axes is too low for a text a row, all marks are drawn without texts."""
    figure = Figure(figsize=(6.4, 4))

    ax = growth("thirty on one date", ax=figure.subplots())

    assert len(marks(ax)) == 30
    assert faults(ax) == []


@pytest.mark.parametrize("case", ["thirty on one date", "two hundred"])
@pytest.mark.parametrize("chart", [curve, contradictions])
def test_a_low_axes_gets_the_charts_of_the_checks_without_overlap(chart, case: str) -> None:
    """Where the grid of choices or the words of a conflict have no room they are left out."""
    ax = chart(case, ax=Figure(figsize=(6.4, 4)).subplots())

    assert set(marks(ax)) == set(charts.rows(ax)["value_id"])
    assert faults(ax) == []


@pytest.mark.parametrize(("width", "inches"), [("phone", 3.6), ("column", 6.4), ("slide", 12.8)])
def test_a_chart_of_its_own_is_as_wide_as_its_name_says(width: str, inches: float) -> None:
    """360, 640 and 1280 pixels at 100 dots per inch."""
    assert growth("one row", width=width).get_figure().get_figwidth() == pytest.approx(inches)


def test_an_unknown_width_is_refused() -> None:
    """The message names the width and those there are."""
    with pytest.raises(ValueError, match=r"'poster'.*phone, column, slide"):
        growth("one row", width="poster")


@pytest.mark.parametrize("name", charts.NAMES)
def test_no_text_is_smaller_than_eight_points(data: tables.Tables, name: str) -> None:
    """Also on the phone every text has at least eight points, and none is rotated."""
    from matplotlib.text import Text

    figure = charts.draw(name, data, width="phone").get_figure()
    found = [t for t in figure.findobj(Text) if t.get_text() and t.get_visible()]

    assert min(text.get_fontsize() for text in found) >= 8
    assert len({text.get_fontsize() for text in found}) <= 3
    assert {text.get_rotation() for text in found} == {0}


def test_missing_frames_of_the_cases_are_typed() -> None:
    """The generated frames have the types of a loaded folder, so that they stand for one."""
    assert pd.api.types.is_datetime64_any_dtype(statements(GROWTH, {})["period_start"])
