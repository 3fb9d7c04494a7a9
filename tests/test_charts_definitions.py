"""The definition chart: results sorted beside the claim’s band, and what each one chooses."""

from __future__ import annotations

import pytest
from chart_cases import GROWTH, LEVEL, definitions, marks, statements, written

from analysis import charts, tables
from analysis.charts.choosing import alike, choices
from analysis.charts.definition_curve import definition_curve

LOW = {"central": 12.0, "lower": 11.9, "upper": 12.1, "reporter": "RUS"}
FIT = {"central": 17.0, "lower": 16.9, "upper": 17.1, "meets": True, "primary": False}


def drawn(*changes: dict[str, object], **options: object):
    """The chart of definitions of +17%."""
    return definition_curve(definitions(*changes), statements(GROWTH, {}), **options)


@pytest.mark.parametrize("width", ["phone", "column"])
def test_definitions_stand_in_the_order_of_their_results(width: str) -> None:
    """Upright or turned, the places rise with the results, and each mark has its interval."""
    found = marks(drawn(FIT, {}, LOW, width=width))
    lines = [found[f"v0--definition-{n}"] for n in (3, 2, 1)]

    assert [line.get_ydata()[0] for line in lines] == [0.5, 1.5, 2.5]
    assert list(lines[0].get_xdata()) == [11.9, 12.0, 12.1]


def test_what_decides_is_filled_and_what_explains_hollow() -> None:
    """Primary definitions are filled."""
    found = marks(drawn({}, FIT))

    assert found["v0--definition-1"].get_markerfacecolor() != "#ffffff"
    assert found["v0--definition-2"].get_markerfacecolor() == "#ffffff"


def test_the_band_of_the_claim_lies_across_all_definitions() -> None:
    """From 16.5 to 17.5 percent, over every place, with a line at the printed 17."""
    ax = drawn({}, FIT, LOW)
    claim = marks(ax)["v0"]
    (band,) = (patch for patch in ax.patches if patch.get_zorder() == 1.1)

    assert list(claim.get_xdata()) == [17.0, 17.0]
    assert list(claim.get_ydata()) == [0.0, 3.0]
    assert {x for x, _ in band.get_xy()} == {16.5, 17.5}


def test_the_title_counts_what_fits() -> None:
    """The finding names the number, how many definitions give it, and how far all range."""
    assert "+17% fits 1 of 3 definitions: they give +12.0% to +17.0%" in charts.alt(
        drawn({}, FIT, LOW)
    )
    assert "+17% does not fit the one definition: it gives +15.0%" in charts.alt(drawn({}))


def test_without_a_deciding_definition_the_title_refutes_nothing() -> None:
    """It says first that the number cannot be checked, whether the others fit or miss."""
    low = LOW | {"primary": False}
    ax = drawn(FIT, low, width="phone")

    assert "+17% cannot be checked; 2 that only explain give +12.0% to +17.0%" in charts.alt(ax)
    assert any(text.endswith("give +12.0% to +17.0%") for text in written(ax))
    assert "checked; one that only explains gives +12.0%" in charts.alt(drawn(low))
    assert "+17% fits none of 2 definitions" in charts.alt(drawn({}, low))


def test_the_grid_holds_the_terms_that_differ_and_words_those_that_do_not() -> None:
    """Two reporters are two lines; goods in both is said once."""
    frame = definitions({}, LOW, {"central": 13.0})
    lines = choices(frame, most=36)

    assert [(line.text, line.chosen) for line in lines] == [("Japan", (0, 2)), ("Russia", (1,))]
    assert alike(frame) == "turnover, goods, JPY, 2018 on 2017, release 2019-03, Comtrade"
    assert {"record", "Japan", "Russia"} <= set(written(drawn({}, LOW)))


def test_rare_choices_share_a_line_that_says_how_many_they_are() -> None:
    """However many releases there are, the grid keeps to its size and loses no definition."""
    rows = [{"vintage": f"r{n // 2}", "provider": f"p{n}"} for n in range(60)]
    lines = choices(definitions(*rows), most=10)

    assert len(lines) <= 10
    assert "and 26 more" in [line.text for line in lines]
    for term in ("vintage", "provider"):
        chosen = [n for line in lines if line.term == term for n in line.chosen]
        assert sorted(chosen) == list(range(60))


def test_what_could_not_be_computed_is_named() -> None:
    """A record that the tables lack is no mark; a line says which it is."""
    lacking = {
        "central": None, "lower": None, "upper": None, "reporter": "RUS", "meets": None,
        "reason_code": "no_statistic", "rows": (), "source_ids": (),
    }  # fmt: skip
    ax = drawn({}, lacking, width="slide")

    assert set(marks(ax)) == {"v0", "v0--definition-1"}
    assert (
        "One more could not be computed: the tables hold no record kept by Russia "
        "for 2018 on 2017." in written(ax)
    )
    only = " ".join(written(drawn(lacking)))
    assert "No definition of +17% can be computed: the tables hold no record kept by" in only


def test_a_value_that_no_statistic_can_meet_says_why() -> None:
    """A target has no definitions; the chart says what it is."""
    target = statements(GROWTH, {"status": "target"})
    ax = definition_curve(definitions(), target, "v0")

    assert "it is a target and not an observation" in " ".join(written(ax))


def test_the_value_with_the_most_definitions_is_drawn() -> None:
    """Among equals the first by name; a definition that could not be computed does not count."""
    two = [{"value_id": "v1"}, {"value_id": "v1", "central": 16.0}]
    frame = definitions({}, {"central": None}, *two, {"value_id": "v2"})
    ax = definition_curve(frame, statements(GROWTH, {}, {}, {}))

    assert "v1" in marks(ax)


def test_an_unknown_value_is_refused() -> None:
    """The message names the value."""
    with pytest.raises(ValueError, match="no statement has the value_id 'v9'"):
        definition_curve(definitions({}), statements(GROWTH, {}), "v9")


def test_amounts_are_told_in_their_unit() -> None:
    """A level is drawn in billions, and the words have currency and size."""
    level = {"central": 17.2e9, "lower": 17.15e9, "upper": 17.25e9, "misses_by": 0.75e9}
    ax = definition_curve(definitions(level), statements(LEVEL, {}), "v0")

    assert marks(ax)["v0--definition-1"].get_xdata()[1] == pytest.approx(17.2)
    assert "it gives USD 17.2 bn" in charts.alt(ax)
    assert "misses by USD 0.8 bn" in charts.description(ax)
    assert "USD bn" in written(ax)


def test_the_shipped_claim_misses_the_reconciled_records(data: tables.Tables) -> None:
    """Growth of 26.7% in 2013: in dollars the levels of the table give another rate."""
    table = data.statistics.set_index(["economy", "flow", "period_start", "unit"])["value"]
    exports = table.xs("RUS").xs("exports").xs("USD", level="unit").groupby("period_start").first()
    rate = (exports["2013-01-01"] / exports["2012-01-01"] - 1) * 100
    ax = charts.draw("definition_curve", data)
    found = charts.rows(ax).set_index("currency")["central"]

    assert found["USD"] == pytest.approx(rate)
    assert f"{rate:+.1f}%" in charts.alt(ax)
    assert all(charts.rows(ax)["link"])
