"""The conflict chart: two ranges that cannot meet on one axis, and the gap between them."""

from __future__ import annotations

import pytest
from chart_cases import GROWTH, bounds, conflicts, marks, shipped, statements, written

from analysis import charts, readings, tables
from analysis import conflicts as conflict
from analysis.charts.conflict_bounds import chosen, conflict_bounds
from analysis.charts.style import PAPER

SAID = statements(GROWTH, {}, {"printed": "19", "value": 19.0, "central": 19.0, "claim_id": "b"})
#: The forms whose sentence tells the implied end; two numbers alone are told side by side.
TOLD = ("parts_and_total", "level_growth_level", "growths_only", "part_year", "chain")


@pytest.fixture(scope="module")
def found() -> conflict.Conflicts:
    """The conflicts of the shipped data, literally read."""
    return conflict.find(tables.load(), "literal")


def test_the_two_ranges_face_each_other_across_the_gap() -> None:
    """16.5 to 17.5 is printed, at least 18.5 is implied, and one point lies between."""
    ax = conflict_bounds(conflicts({}), SAID, bounds({}))
    printed, implied = (marks(ax)[f"conflict-0--{end}"] for end in ("v0", "implied"))

    assert list(printed.get_xdata()) == [16.5, 17.5]
    assert list(implied.get_xdata()) == [18.5, 19.5]
    assert {"printed: +17%", "implied: at least +18.5%", "gap 1 point"} <= set(written(ax))


def test_an_open_range_goes_on_beyond_the_axis() -> None:
    """Where a range has no end an arrowhead stands at the edge, and the mark keeps inside."""
    ax = conflict_bounds(conflicts({}), SAID, bounds({"left_upper": float("inf")}))
    arrows = [line for line in ax.lines if line.get_marker() == ">"]
    heads = [line for line in arrows if line.get_transform() == ax.transData]

    assert len(heads) == 1
    assert max(marks(ax)["conflict-0--implied"].get_xdata()) < 25


@pytest.mark.parametrize("end", ["left_upper", "lower"])
def test_a_range_that_ends_beyond_the_axis_is_broken_and_has_no_arrowhead(end: str) -> None:
    """An arrowhead means no end at all; two slanted strokes, that the end is further off."""
    far = 1000.0 if end == "left_upper" else -1000.0
    near, cut = (conflict_bounds(conflicts({}), SAID, bounds(b)) for b in ({}, {end: far}))
    lines = [[n for n in ax.lines if len(set(n.get_ydata())) == 2] for ax in (near, cut)]
    slanted = [[n for n in found if len(set(n.get_xdata())) == 2] for found in lines]

    assert not [line for line in cut.lines if line.get_marker() in ("<", ">")]
    assert [len(found) for found in slanted] == [0, 3]
    assert len([line for line in slanted[1] if line.get_color() != PAPER]) == 2


def test_ranges_that_touch_say_so() -> None:
    """Below 17.5 and 17.5 have no number in common although nothing lies between."""
    ax = conflict_bounds(conflicts({}), SAID, bounds({"left_lower": 17.5, "gap": 0.0}))

    assert "touch, end excluded" in written(ax)


@pytest.mark.parametrize(("tier", "hollow"), [("firm", False), ("conditional", True)])
def test_what_is_firm_is_filled(tier: str, hollow: bool) -> None:
    """A conflict on assumptions is an outline: white lies over its bars."""
    ax = conflict_bounds(conflicts({"tier": tier}), SAID, bounds({}))
    inner = [n for n in ax.lines if n.get_color() == PAPER and n.get_linewidth() > 2]

    assert bool(inner) is hollow


def test_a_contradicted_number_is_drawn_once_and_the_rest_is_said() -> None:
    """Of two conflicts about one number the firm one is drawn; the count of both is told."""
    both = conflicts({"conflict_id": "conflict-1", "tier": "conditional"}, {})
    ranges = bounds({"conflict_id": "conflict-1"}, {})
    ax = conflict_bounds(both, SAID, ranges, not_pursued=7, width="slide")

    assert set(charts.rows(ax)["conflict_id"]) == {"conflict-0"}
    words = " ".join(written(ax))
    assert "9 sets of numbers cannot all hold, 1 of them firm" in words
    assert "1 of 9 are drawn: the shortest for each contradicted number" in words


def test_a_speaker_against_himself_stands_before_two_speakers() -> None:
    """Of two conditional conflicts of one length, that of one speaker is drawn."""
    said = statements(GROWTH, {}, {"speaker": "Someone else"}, {})
    two = conflicts({"tier": "conditional"}, {"conflict_id": "c", "value_ids": ("v0", "v2")})
    picked = chosen(two.assign(tier="conditional"), bounds({}, {"conflict_id": "c"}), said)

    assert picked["conflict_id"].tolist() == ["c"]


def test_every_mark_of_a_printed_number_opens_its_source() -> None:
    """The printed bar is linked to the words, the sentence stands in the description."""
    ax = conflict_bounds(conflicts({}), SAID, bounds({}))

    assert "had%20grown" in marks(ax)["conflict-0--v0"].get_url()
    assert "1. +17% and +19% have no value in common. (firm)" in charts.description(ax)


def test_the_shipped_ranges_are_those_of_the_printed_numbers(found: conflict.Conflicts) -> None:
    """Above 18 bn grown by at least 17.5% is above 21.15 bn; parts of −29.45% bound their total."""
    ranges = found.bounds.set_index("conflict_id")
    putin = {"kremlin-2018-05-26-putin-trade-turnover",
             "investforesight-2019-01-22-putin-growth-turnover-growth",
             "investforesight-2019-01-22-putin-growth-turnover"}  # fmt: skip
    ids = {frozenset(row.value_ids): row.conflict_id for row in found.found.itertuples()}
    row = ranges.loc[ids[frozenset(putin)]]
    fiscal = ranges[ranges["value_id"].str.contains("fiscal-turnover-turnover-growth")].iloc[0]

    assert (row["upper"], row["left_lower"]) == (20e9, pytest.approx(18e9 * 1.175))
    assert row["gap"] == pytest.approx(1.15e9)
    assert fiscal[["lower", "upper", "left_lower"]].tolist() == [-33.5, -32.5, -29.45]


@pytest.mark.parametrize("reading", readings.READINGS)
def test_the_chart_and_the_sentence_tell_the_same_end(data: tables.Tables, reading: str) -> None:
    """What the others imply stands in the sentence in the same words; the two never meet."""
    told = conflict.find(data, reading)
    both = told.found.merge(told.bounds, on="conflict_id")

    assert len(both) == len(told.found)
    assert both["gap"].ge(0).all()
    rows = both[both["form"].isin(TOLD)]
    assert [r.sentence for r in rows.itertuples() if r.implied not in r.sentence] == []


@pytest.mark.parametrize("reading", ["literal", "usual", "charitable"])
def test_the_subtitle_names_the_reading(reading: str) -> None:
    """What contradicts depends on it, so that it stands on the chart and in the alt text."""
    ax = shipped("conflict_bounds", reading=reading)

    assert f"under the {reading} reading" in " ".join(written(ax))
    assert f"under the {reading} reading" in charts.alt(ax)


def test_the_key_names_the_signs_of_ends_that_are_not_drawn() -> None:
    """Strokes and arrowheads stand in the key where a bar has them, and only there."""
    ends = ({"left_upper": end} for end in (19.5, 60.0, float("inf")))
    drawn = [conflict_bounds(conflicts({}), SAID, bounds(end)) for end in ends]
    texts = [" ".join(written(ax)) for ax in drawn]

    assert ["strokes: ends beyond" in text for text in texts] == [False, True, False]
    assert ["arrowhead: no end" in text for text in texts] == [False, False, True]
