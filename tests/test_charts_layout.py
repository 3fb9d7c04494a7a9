"""Nothing written on a chart overlaps or leaves the figure, at any width and with any rows."""

from __future__ import annotations

import pandas as pd
import pytest
from chart_cases import GROWTH, faults, marks, shipped, statements, written
from chart_rows import ALL, CHARTS, LONG, contradictions, curve, growth
from matplotlib.figure import Figure

from analysis import charts

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


@pytest.mark.parametrize("width", charts.WIDTHS)
@pytest.mark.parametrize("name", charts.NAMES)
def test_the_shipped_data_are_drawn_without_overlap(name: str, width: str) -> None:
    """No two texts of a shipped chart overlap, and none leaves the figure."""
    assert faults(shipped(name, width)) == []


@pytest.mark.parametrize("reading", ["literal", "charitable"])
@pytest.mark.parametrize("name", ["trade_growth", "trade_levels", "project_counts"])
def test_open_ends_of_other_readings_stay_on_the_chart(name: str, reading: str) -> None:
    """An interval without an end is drawn a little way and leaves room for its text."""
    ax = shipped(name, reading=reading)

    assert faults(ax) == []
    for line in marks(ax).values():
        low, high = line.axes.get_xlim()
        assert all(low <= x <= high for x in line.get_xdata())


@pytest.mark.parametrize("width", charts.WIDTHS)
@pytest.mark.parametrize("reading", ["literal", "charitable"])
@pytest.mark.parametrize("name", ["definition_curve", "conflict_bounds"])
def test_other_readings_of_the_checks_are_drawn_without_overlap(
    name: str, reading: str, width: str
) -> None:
    """Open bands and open ranges leave the words their room."""
    assert faults(shipped(name, width, reading)) == []


@pytest.mark.parametrize("width", ["phone", "slide"])
@pytest.mark.parametrize("case", SPREADS)
@pytest.mark.parametrize("chart", ALL)
def test_generated_rows_are_drawn_without_overlap(chart, case: str, width: str) -> None:
    """Long names, crowded dates, one row, no row and two hundred rows all stay legible."""
    assert faults(chart(SPREADS[case], width=width)) == []


@pytest.mark.parametrize("chart", CHARTS)
def test_every_row_has_its_mark_even_among_two_hundred(chart) -> None:
    """The compressed form leaves out texts, never marks."""
    ax = chart(SPREADS["two hundred"])

    assert set(marks(ax)) == set(charts.rows(ax)["value_id"])
    assert len(marks(ax)) == 200


@pytest.mark.parametrize("chart", ALL)
def test_a_chart_without_rows_says_so(chart) -> None:
    """Where there is nothing to draw, words take the place of the marks."""
    ax = chart(SPREADS["no row"])

    assert any(text.startswith("The data hold no") for text in written(ax))
    assert charts.rows(ax).empty


@pytest.mark.parametrize("chart", ALL)
def test_a_chart_keeps_to_the_box_of_a_given_axes(chart) -> None:
    """On the caller's Axes, title, labels and sources stay inside the box that the Axes had."""
    figure = Figure(figsize=(8, 12))
    _, ax = figure.subplots(2, 1)
    box = ax.get_position()

    drawn = chart(SPREADS["one row"], ax=ax)

    assert drawn is ax
    assert faults(ax) == []
    assert box.y1 > ax.get_position().y1 > ax.get_position().y0 > box.y0


def test_a_low_axes_gets_the_thin_form() -> None:
    """Where the caller's Axes is too low for a text a row, all marks are drawn without texts."""
    figure = Figure(figsize=(6.4, 4))

    ax = growth(SPREADS["thirty on one date"], ax=figure.subplots())

    assert len(marks(ax)) == 30
    assert faults(ax) == []


@pytest.mark.parametrize("case", ["thirty on one date", "two hundred"])
@pytest.mark.parametrize("chart", [curve, contradictions])
def test_a_low_axes_gets_the_charts_of_the_checks_without_overlap(chart, case: str) -> None:
    """Where the grid of choices or the words of a conflict have no room they are left out."""
    ax = chart(SPREADS[case], ax=Figure(figsize=(6.4, 4)).subplots())

    assert set(marks(ax)) == set(charts.rows(ax)["value_id"])
    assert faults(ax) == []


@pytest.mark.parametrize(("width", "inches"), [("phone", 3.6), ("column", 6.4), ("slide", 12.8)])
def test_a_chart_of_its_own_is_as_wide_as_its_name_says(width: str, inches: float) -> None:
    """360, 640 and 1280 pixels at 100 dots per inch."""
    figure = growth(SPREADS["one row"], width=width).get_figure()

    assert figure.get_figwidth() == pytest.approx(inches)


def test_an_unknown_width_is_refused() -> None:
    """The message names the width and those there are."""
    with pytest.raises(ValueError, match=r"'poster'.*phone, column, slide"):
        growth(SPREADS["one row"], width="poster")


@pytest.mark.parametrize("name", charts.NAMES)
def test_no_text_is_smaller_than_eight_points(name: str) -> None:
    """Also on the phone every text has at least eight points, and none is rotated."""
    from matplotlib.text import Text

    figure = shipped(name, "phone").get_figure()
    found = [t for t in figure.findobj(Text) if t.get_text() and t.get_visible()]

    assert min(text.get_fontsize() for text in found) >= 8
    assert len({text.get_fontsize() for text in found}) <= 3
    assert {text.get_rotation() for text in found} == {0}


def test_missing_frames_of_the_cases_are_typed() -> None:
    """The generated frames have the types of a loaded folder, so that they stand for one."""
    assert pd.api.types.is_datetime64_any_dtype(statements(GROWTH, {})["period_start"])
