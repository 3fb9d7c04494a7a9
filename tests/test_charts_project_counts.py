"""Counts: each kind its own mark, parts beside their wholes, repeats tied to what they repeat."""

from __future__ import annotations

import pytest
from chart_cases import COUNT, marks, statements, written

from analysis import charts, tables
from analysis.charts.project_counts import project_counts

OVER_60 = {
    "claim_id": "seed", "as_of": "2019-06-10", "printed": "60", "value": 60.0, "central": 60.0,
    "lower": 61.0, "upper": 69.0, "hedge": "over", "part_of": "v0", "stage": "under_way",
}  # fmt: skip
OF_130 = {
    "claim_id": "seed", "as_of": "2019-06-10", "hedge": None, "lower": 130.0, "upper": 130.0,
}  # fmt: skip
HALF = {
    "measure": "share", "unit": "percent", "printed": "half", "value": 50.0, "central": 50.0,
    "lower": 49.5, "upper": 50.5, "hedge": None, "part_of": "v0",
}  # fmt: skip


def test_over_reaches_on_and_is_not_a_point() -> None:
    """The mark begins at the printed number and ends with the interval, without a dot."""
    ax = project_counts(statements(COUNT, OF_130, OVER_60))
    over = marks(ax)["v1"]

    assert list(over.get_xdata()) == [60, 69]
    assert over.get_marker() == "|"


def test_a_part_stands_on_the_row_of_its_whole() -> None:
    """Over 60 and 130 share a row, and the label says both."""
    ax = project_counts(statements(COUNT, OF_130, OVER_60))
    part, whole = marks(ax)["v1"], marks(ax)["v0"]

    assert part.get_ydata()[0] == whole.get_ydata()[0]
    assert "over 60 of 130 projects under way" in written(ax)
    assert "line: joins a part and its whole" in written(ax)
    assert "line: joins a part and its whole" not in written(project_counts(statements(COUNT, {})))


def test_a_share_is_drawn_as_the_count_it_comes_to() -> None:
    """Half of about 130 is at 65, and as loose as the whole."""
    rows = charts.rows(project_counts(statements(COUNT, {}, HALF))).set_index("value_id")

    assert rows.loc["v1", "central"] == 65
    assert rows.loc["v1", ["lower", "upper"]].tolist() == pytest.approx([61.875, 68.175])
    assert rows.loc["v1", "loose"]


@pytest.mark.parametrize(
    ("column", "be", "repeats"),
    [("repeats", "is", "repeats"), ("repeats_inferred", "seems to be", "seems to repeat")],
)
def test_a_repeated_state_is_grey_and_named(column: str, be: str, repeats: str) -> None:
    """The row says whose state it repeats, the title that it is so; an inference only seems so."""
    changed = [OF_130 | {column: COUNT["claim_id"]}, {"value_id": "old"}]
    ax = project_counts(statements(COUNT, *changed))

    assert any(f"{repeats} 25 May 2018" in text for text in written(ax))
    assert f"“130”, told in Jun 2019, {be} the state of May 2018" in charts.alt(ax)
    assert f"130 projects, {repeats} an older state" in charts.description(ax)


@pytest.mark.parametrize("width", charts.WIDTHS)
def test_the_shipped_title_is_written_out(data: tables.Tables, width: str) -> None:
    """Its two lines hold the whole sentence at every width."""
    ax = charts.draw("project_counts", data, width=width)

    assert charts.alt(ax).rpartition(": ")[2].rstrip(".") in " ".join(written(ax))


def test_each_kind_of_count_has_its_own_mark_and_name() -> None:
    """Projects and documents differ in shape, and the number's label names what is counted."""
    documents = {"claim_id": "b", "counted": "documents", "hedge": None, "printed": "68"}
    ax = project_counts(statements(COUNT, {}, documents))

    assert marks(ax)["v0"].get_marker() != marks(ax)["v1"].get_marker()
    assert {"about 130 projects", "68 documents"} <= set(written(ax))


def test_rows_follow_time_downwards() -> None:
    """An earlier state stands higher, also where only its year is known."""
    ax = project_counts(
        statements(COUNT, {"as_of": "2019-06-10"}, {"as_of": "2016", "claim_id": "b"})
    )

    assert marks(ax)["v1"].get_ydata()[0] < marks(ax)["v0"].get_ydata()[0]


def test_other_counts_are_left_out() -> None:
    """Points of the plan, sessions and counts without a date are no counts of projects."""
    ax = project_counts(statements(COUNT, {"counted": "plan_points"}, {"as_of": None}))

    assert charts.rows(ax).empty
