"""Small panels: a panel a period told, one axis, every statement a mark with its claim number."""

from __future__ import annotations

import math
import re

import pytest
from chart_cases import GROWTH, boxes, marks, statements, written
from matplotlib.axes import Axes

from analysis import charts, tables
from analysis.charts.growth_by_period import growth_by_period
from analysis.charts.style import HUES

PAST = {"period_start": "2017-01-01", "period_end": "2017-12-31"}
EXPORTS = {"flow": "exports", "economy": "JPN", "partner": "RUS"}


def number(printed: float) -> dict[str, object]:
    """A row's growth with the rounding of a whole percent."""
    return {
        "printed": f"{printed:g}", "value": printed, "central": printed,
        "lower": printed - 0.5, "upper": printed + 0.5,
    }  # fmt: skip


def told(*changes: dict[str, object], **options: object) -> Axes:
    """The chart of statements by speakers of their own."""
    rows = [{"claim_id": f"c{n}", "speaker": f"Speaker {n}"} | row for n, row in enumerate(changes)]
    return growth_by_period(statements(GROWTH, *rows), **options)


def many(count: int, periods: int) -> list[dict[str, object]]:
    """So many rows over so many years, from -30% to +30%."""
    return [
        number(n * 7 % 61 - 30) | {"period_start": f"{year}-01-01", "period_end": f"{year}-12-31"}
        for n in range(count)
        for year in [1900 + n % periods]
    ]


def title(ax: Axes) -> str:
    """The finding, whole."""
    return charts.alt(ax).partition("”: ")[2]


def headings(ax: Axes) -> list[str]:
    """The headings of the panels in drawing order."""
    return [text for text in written(ax) if re.fullmatch(r"\d{4}(, part \d+)?", text)]


def test_every_period_told_has_a_panel_in_order() -> None:
    """Two periods give two panels, the earlier first, whatever the order of the rows."""
    assert headings(told({}, PAST, {})) == ["2017", "2018"]


def test_all_panels_share_one_axis() -> None:
    """The same number stands equally far right of the panel's heading and of its tick 0."""
    ax = told(number(17), number(17) | PAST)
    figure = ax.get_figure()
    figure.draw_without_rendering()
    found = {
        name: line.get_transform().transform(line.get_xydata()) for name, line in marks(ax).items()
    }
    left = {text: box.x0 for text, box in boxes(ax) if text in ("2017", "2018")}

    distances = [
        found[name][:, 0].mean() - left[year] for name, year in (("v1", "2017"), ("v0", "2018"))
    ]
    assert distances[0] == pytest.approx(distances[1], abs=0.01)


def test_a_mark_is_drawn_at_the_number_with_its_interval() -> None:
    """The data of the mark are lower end, number and upper end of the row."""
    ax = told(number(17), number(-33) | PAST)

    assert list(marks(ax)["v0"].get_xdata()) == [16.5, 17.0, 17.5]
    assert list(marks(ax)["v1"].get_xdata()) == [-33.5, -33.0, -32.5]


def test_sides_differ_by_hue_and_shape() -> None:
    """What Japan counts and what Russia counts have a hue and a shape each."""
    drawn = marks(told({}, {"reporter": "JPN"}, {}))

    assert drawn["v0"].get_markeredgecolor() != drawn["v1"].get_markeredgecolor()
    assert drawn["v0"].get_marker() != drawn["v1"].get_marker()
    assert {line.get_markeredgecolor() for line in drawn.values()} == set(HUES)


def test_other_flows_stand_under_their_names() -> None:
    """In the panel of a period turnover comes first, exports below the word for them."""
    ax = told(number(9) | EXPORTS, number(17))
    heights = {text: box.y0 for text, box in boxes(ax)}

    assert heights["+17%"] > heights["Japan’s exports"] > heights["+9%"]
    assert "turnover where no flow is named" in " ".join(written(ax))


@pytest.mark.parametrize("width", charts.WIDTHS)
@pytest.mark.parametrize(("count", "periods"), [(10, 4), (60, 15), (200, 25), (200, 1)])
def test_every_mark_has_its_claim_number_at_every_width(
    count: int, periods: int, width: str
) -> None:
    """Also among two hundred, so that each can be found in the description."""
    ax = told(*many(count, periods), width=width)
    wanted = {f"{n}" for n in range(1, count + 1)}

    assert wanted <= set(written(ax))
    assert len(marks(ax)) == count
    assert len(charts.description(ax).split("\n")) == count + 1


def test_numbers_are_written_where_they_have_room_only() -> None:
    """A short number stands beside its mark; a very long one is left to its claim number."""
    long = number(17) | {"hedge": "about as much as nobody had expected"}
    ax = told(number(16), long, number(40), *many(30, 30), width="phone")

    assert "+16%" in written(ax)
    assert not any("nobody" in text for text in written(ax))
    assert "nobody had expected +17%" in charts.description(ax)


def test_a_number_without_room_beside_its_mark_stands_below_it() -> None:
    """In the middle of a narrow panel a hedged number takes the line under its mark."""
    hedged = number(8.5) | {"hedge": "almost", "lower": 8.45}
    ax = told(number(20), hedged, number(-3) | PAST, number(1) | {"period_start": None})
    figure = ax.get_figure()
    figure.draw_without_rendering()
    mark = marks(ax)["v1"]
    height = mark.get_transform().transform(mark.get_xydata())[0][1]

    assert dict(boxes(ax))["almost +8.5%"].y1 < height


def test_a_period_told_very_often_goes_on_in_further_panels() -> None:
    """A hundred statements on one year take three panels, each with its part in the heading."""
    assert headings(told(*many(100, 1))) == ["1900, part 1", "1900, part 2", "1900, part 3"]


def test_thousands_of_rows_are_drawn_without_texts_at_the_marks() -> None:
    """All marks are there; the claim numbers stand in the description."""
    ax = told(*many(1500, 10))

    assert len(marks(ax)) == 1500
    assert len(written(ax)) < 300


def test_the_title_names_the_period_told_most_and_its_spread() -> None:
    """Count and span come from the rows: repeats, targets and other flows do not count."""
    again = number(40) | {"repeats": "c0"}
    target = number(50) | {"status": "target"}
    ax = told(number(16), number(19), again, target, number(3) | PAST)

    assert title(ax) == "2018 is told most: 2 statements put trade growth at +16% to +19%."


def test_the_title_follows_changed_data() -> None:
    """A third number of another year turns the finding round; exports count for their period."""
    rows = [number(16), number(-4) | PAST, number(-9) | PAST, number(30) | PAST | EXPORTS]

    assert title(told(*rows)) == (
        "2017 is told most: 2 of 3 statements put trade growth at −9% to −4%."
    )
    assert title(told(*rows[:2])) == "Each of 2 periods is told once; growth runs from −4% to +16%."
    assert title(told(rows[0])) == "One statement puts growth of turnover in 2018 at +16%."
    assert title(told(rows[1], rows[2], rows[0], number(20))) == (
        "No period is told more than 2017: 2 statements put trade growth at −9% to −4%."
    )


def test_words_alone_give_no_number_in_the_title() -> None:
    """A direction in words is drawn as an arrow and told as such."""
    down = {
        "direction": "down", "printed": None, "value": math.nan, "unit": None,
        "central": math.nan, "lower": -math.inf, "upper": 0.0,
    }  # fmt: skip
    ax = told(down)

    assert title(ax) == "No growth of trade is reported in numbers."
    assert "down" in written(ax)


def test_every_shipped_growth_is_in_a_panel_of_its_period() -> None:
    """As many panels as the growth chart names periods, and the same rows."""
    data = tables.load()
    one, other = (charts.draw(name, data) for name in ("growth_by_period", "trade_growth"))

    assert charts.rows(one)["value_id"].tolist() == charts.rows(other)["value_id"].tolist()
    named = {
        line.split(". ", 1)[1].split(", ")[0] for line in charts.description(one).split("\n")[1:]
    }
    assert named <= set(written(one))
