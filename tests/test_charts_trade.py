"""The charts of trade plot the frames: every statement a row, hedges and sides as given."""

from __future__ import annotations

import math

import pytest
from chart_cases import (
    GROWTH,
    LEVEL,
    marks,
    shipped,
    sources,
    statements,
    statistics,
    written,
)  # fmt: skip

from analysis import charts, labels
from analysis.charts.style import FAINT, HUES
from analysis.charts.trade_growth import trade_growth
from analysis.charts.trade_levels import trade_levels

WORDS_ONLY = {
    "direction": "down", "printed": None, "value": math.nan, "unit": None, "central": math.nan,
    "lower": -math.inf, "upper": 0.0, "claim_id": "words", "speaker": "Toshimitsu Motegi",
}  # fmt: skip


@pytest.mark.parametrize(
    "name", ["trade_growth", "growth_by_period", "trade_levels", "project_counts"]
)
def test_the_shipped_rows_are_plotted_where_they_say(name: str) -> None:
    """Every row of a chart has its mark, at its number in the unit of its axis."""
    ax = shipped(name)
    drawn, rows = marks(ax), charts.rows(ax).set_index("value_id")

    assert set(drawn) == set(rows.index)
    for value_id, row in rows[rows["central"].notna()].iterrows():
        expected = row["central"] / (1e9 if name == "trade_levels" else 1)
        assert any(x == pytest.approx(expected) for x in drawn[value_id].get_xdata())


@pytest.mark.parametrize("name", charts.NAMES)
def test_every_shipped_mark_has_its_source_line(name: str) -> None:
    """Each claim number of a row stands before its source line, which may lack the role."""
    ax = shipped(name, "slide")
    lines = [text.strip("\u2007") for text in written(ax)]

    for row in charts.rows(ax).to_dict("records"):
        short = labels.source_line({**row, "speaker_role": None})
        (line,) = (line for line in lines if line.startswith(f"{row['mark']}  "))
        begin, _, end = line.removeprefix(f"{row['mark']}  ").partition("…")
        assert begin in (row["source"], short) or (short.startswith(begin) and short.endswith(end))


def test_a_source_line_without_room_keeps_publisher_and_date() -> None:
    """The role goes first; then the line goes on below; the description has it all."""
    role = {"speaker_role": "Minister of Economic Development of Russia"}
    long = {"claim_id": "b", "speaker": "Ministry of Foreign Affairs of Japan and of Russia"}
    ax = trade_growth(statements(GROWTH, role, role | long), width="phone")
    lines = [text.strip("\u2007 ") for text in written(ax)]

    assert "2  Maxim Oreshkin, TASS, 10 Jun 2019" in lines
    place = next(n for n, line in enumerate(lines) if line.startswith("1  Ministry of Foreign"))
    whole = "1  Ministry of Foreign Affairs of Japan and of Russia, TASS, 10 Jun 2019"
    assert f"{lines[place]} {lines[place + 1]}" == whole
    assert charts.description(ax).count(f"{role['speaker_role']}, TASS, 10 Jun 2019") == 2


def test_a_source_line_too_long_for_two_lines_keeps_publisher_and_date() -> None:
    """The name is cut at the end of the first line, the second has the rest."""
    name = "Japan Association for Trade with Russia and the New Independent States " * 2
    ax = trade_growth(statements(GROWTH, {"speaker": name}), width="phone")
    first, second = (text for text in written(ax) if "  Japan Assoc" in text or "TASS, 10" in text)

    assert first.endswith("…")
    assert second.strip("\u2007 ") == "TASS, 10 Jun 2019"


@pytest.mark.parametrize("name", charts.NAMES)
def test_the_texts_for_readers_who_do_not_see_are_whole(name: str) -> None:
    """The alt text is one sentence with the title; the description has a line a row, uncut."""
    ax = shipped(name, "phone")
    first, *rest = charts.description(ax).split("\n")

    assert first == charts.alt(ax)
    assert first.count(". ") == 0
    assert len(rest) == len(charts.rows(ax))
    assert all(
        row.source in line for row, line in zip(charts.rows(ax).itertuples(), rest, strict=True)
    )


def test_the_axis_of_growth_names_its_unit() -> None:
    """Percent, and what is compared."""
    ax = trade_growth(statements(GROWTH, {}))

    assert ax.get_xlabel() == "growth over the same months of the year before, %"


def test_the_title_is_found_in_the_rows() -> None:
    """It counts the statements on the period with the most, and repeats are no witnesses."""
    ax = trade_growth(
        statements(
            GROWTH, {}, {"claim_id": "b", "central": 18.0, "printed": "18"},
            {"claim_id": "c", "central": 19.0, "printed": "19", "repeats_inferred": "b"},
        )
    )  # fmt: skip

    assert "2 statements put trade growth in 2018 at +17% to +18%" in written(ax)


def test_a_growth_in_words_only_is_an_arrow_from_zero() -> None:
    """It has no number, so it is drawn from zero in its direction and says its word."""
    ax = trade_growth(statements(GROWTH, WORDS_ONLY))

    start, end = marks(ax)["v0"].get_xdata()
    assert start == 0
    assert end < 0
    assert "down" in written(ax)


def test_a_repeat_stands_grey_under_what_it_repeats() -> None:
    """Though said later than another statement, it follows its origin."""
    ax = trade_growth(
        statements(
            GROWTH,
            {"claim_id": "a", "said_on": "2019-01-01"},
            {"claim_id": "b", "said_on": "2019-02-01"},
            {"claim_id": "c", "said_on": "2019-03-01", "repeats": "a"},
        )
    )

    assert list(charts.rows(ax)["claim_id"]) == ["a", "c", "b"]
    assert marks(ax)["v2"].get_markerfacecolor() == FAINT


def test_a_stated_reporter_decides_the_side() -> None:
    """Japan's ministry as a Russian agency quotes it has Japan's colour and shape."""
    ax = trade_growth(statements(GROWTH, {}, {"claim_id": "b", "reporter": "JPN"}))

    assert marks(ax)["v0"].get_markerfacecolor() == HUES[1]
    assert marks(ax)["v1"].get_markerfacecolor() == HUES[0]
    assert marks(ax)["v0"].get_marker() != marks(ax)["v1"].get_marker()


def test_targets_are_hollow() -> None:
    """A number that is hoped for is not drawn as one that was reached."""
    ax = trade_growth(statements(GROWTH, {"status": "target"}))

    assert marks(ax)["v0"].get_markerfacecolor() == "#ffffff"
    assert "hollow: a target or forecast" in written(ax)


def test_a_hollow_target_is_told_from_a_hollow_about() -> None:
    """Where both are drawn the key says which hollow marks are targets."""
    about = {"claim_id": "b", "hedge": "about", "lower": 14.0, "upper": 20.0}
    ax = trade_growth(statements(GROWTH, {"status": "target"}, about))

    hollow = "hollow without “about”: a target or forecast"
    assert {"“about”: either way", hollow} <= set(written(ax))


def test_each_currency_has_a_panel_from_zero() -> None:
    """Billions of dollars and trillions of yen do not share an axis."""
    yen = {"unit": "JPY", "central": 3.07e12, "lower": 3.065e12, "upper": 3.075e12, "hedge": None}
    ax = trade_levels(statements(LEVEL, {}, yen), statistics(), sources({}))

    assert [panel.get_xlabel() for panel in ax.child_axes] == ["USD bn", "JPY tn"]
    assert [panel.get_xlim()[0] for panel in ax.child_axes] == [0, 0]
    assert marks(ax)["v1"].get_xdata()[1] == pytest.approx(3.07)


YEAR = {"period_start": "2013-01-01", "period_end": "2013-12-31"}


def test_statistics_are_squares_beside_the_statements() -> None:
    """An official record is a filled square at its level, with its provider as source."""
    ax = trade_levels(
        statements(LEVEL, YEAR), statistics({"reporter": "JPN"}),
        sources({"url": "https://oec.world"}),
    )  # fmt: skip
    square = next(line for value, line in marks(ax).items() if value != "v0")

    assert square.get_marker() == "s"
    assert square.get_xdata()[1] == pytest.approx(13.161247787)
    assert any(text.startswith("\u20072  MIT OEC") for text in written(ax))
    assert "The one reported level stands beside an official record" in charts.alt(ax)
    assert "square: official record" in written(ax)


def test_records_of_one_provider_and_flow_are_told_apart() -> None:
    """Imports cif and fob, and two vintages: labels and description name what differs."""
    record = {"reporter": "JPN", "flow": "imports"}
    valued = statistics(record | {"valuation": "cif"}, record | {"valuation": "fob"})
    dated = statistics(record, record | {"vintage": "2019-01-30"})

    by_valuation = trade_levels(statements(LEVEL), valued, sources({}), width="slide")
    by_vintage = trade_levels(statements(LEVEL), dated, sources({}), width="slide")

    for ax, words in ((by_valuation, ("cif", "fob")), (by_vintage, ("2016", "2019-01-30"))):
        for word in words:
            assert any(f"imports · MIT OEC, {word}" in text for text in written(ax))
            assert f"official record, {word} (MIT OEC" in charts.description(ax)


def test_only_a_statistic_with_a_reporter_is_an_official_record() -> None:
    """One without is reconciled by its provider: title, key, label and description say so."""
    ax = trade_levels(statements(LEVEL, YEAR, YEAR), statistics({}), sources({}), width="slide")

    assert "None of 2 reported levels stands beside an official record" in charts.alt(ax)
    assert "square: reconciled by a provider" in written(ax)
    assert any("MIT OEC, reconciled" in text for text in written(ax))
    assert "USD 13.161 bn, reconciled by a provider (MIT OEC" in charts.description(ax)


def test_a_target_is_no_level_without_a_record() -> None:
    """Nothing can be recorded yet of a year to come: only what is reported counts."""
    goal = {"status": "target", "period_start": "2030-01-01", "period_end": "2030-12-31"}
    ax = trade_levels(
        statements(LEVEL, YEAR, goal), statistics({"reporter": "JPN"}), sources({})
    )  # fmt: skip

    assert "The one reported level stands beside an official record" in charts.alt(ax)


def test_a_statistic_names_its_release_and_the_day_it_was_read() -> None:
    """A revised record is another: the source line says which one, as the table has it."""
    record = {"reporter": "JPN", "vintage": "2019-01-30"}
    ax = trade_levels(
        statements(LEVEL, YEAR), statistics(record), sources({}).assign(accessed="2026-05-02")
    )  # fmt: skip

    assert any("MIT OEC, TASS, release 2019-01-30, read 2 May 2026" in text for text in written(ax))


def test_an_arrow_stands_only_for_a_range_without_end() -> None:
    """Over 10 is usually 10 to 20 and literally has no end: the key says which it is."""
    over = {"hedge": "over", "central": 10e9, "lower": 10e9, "upper": 20e9}
    keys = [
        " ".join(written(trade_levels(statements(LEVEL, over | end), statistics({}), sources({}))))
        for end in ({}, {"upper": math.inf})
    ]

    assert ["“over”: open end" in key for key in keys] == [False, True]
    assert ["up to a step" in key for key in keys] == [True, False]


def test_both_kinds_of_statistics_are_named_where_both_occur() -> None:
    """A level beside an official record of its period is told from one without."""
    both = statistics({}, {"reporter": "JPN"})
    ax = trade_levels(statements(LEVEL, YEAR, {}), both, sources({}))

    assert "1 of 2 reported levels stands without an official record" in charts.alt(ax)
    assert "square: official record or reconciled by a provider" in written(ax)
    assert "as reported and as recorded and as reconciled by a provider" in charts.alt(ax)


def test_a_target_that_is_a_bound_is_dashed_and_the_key_says_so():
    """No hollow dot is drawn of "at least", so the key shows the dashed line alone."""
    bound = {"status": "target", "hedge": "at least", "lower": 17.0, "upper": 18.0}
    ax = trade_growth(statements(GROWTH, bound))

    assert "dashed: a target or forecast" in written(ax)
    assert not [text for text in written(ax) if text.startswith("hollow")]


def test_where_nobody_is_named_the_outlet_is_heard() -> None:
    """A row without a speaker bears the publisher, and no dangling comma."""
    said = statements(GROWTH, {"speaker": None, "publisher": "The Courier"})
    told = [text for text in written(trade_growth(said)) if text.startswith("Turnover · ")]

    assert told
    assert all("The Courier" in text and " · ," not in text for text in told)
