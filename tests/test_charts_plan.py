"""The charts of the plan: dates as exactly as given, points named and left out."""

from __future__ import annotations

from chart_cases import claims, events, fields, marks, points, sources, written

from analysis import charts
from analysis.charts.plan_events import plan_events
from analysis.charts.plan_points import plan_points

TWO = ({}, {"claim_id": "b", "source_id": "t"})
PLACES = ({}, {"source_id": "t", "published": "2019-12-20", "publisher": "Sputnik"})


def days(text: str) -> int:
    """Days since 1970 by another route."""
    import numpy as np

    return int(np.datetime64(text, "D").astype(int))


def test_a_day_is_a_dot_and_a_month_a_bar_of_its_length() -> None:
    """The bar reaches from the first day of the month to the end of its last."""
    month = {
        "event_id": "fair",
        "start": "2019-07-01",
        "end": "2019-07-31",
        "date_precision": "month",
    }
    ax = plan_events(
        events({"start": "2019-06-10", "end": "2019-06-10"}, month), claims({}), sources({})
    )

    dot, bar = marks(ax)["forum--a"], marks(ax)["fair--a"]
    assert dot.get_xdata()[1] == days("2019-06-10")
    assert list(bar.get_xdata()) == [days("2019-07-01"), days("2019-08-01")]


def test_the_printed_date_words_are_completed() -> None:
    """A weekday gets its date, a month its year; a whole date stays as printed."""
    printed = {
        "on Monday": ("2019-06-10", "2019-06-10", "day", "on Monday: 10 Jun 2019"),
        "in late June": ("2019-06-21", "2019-06-30", "month_part", "in late June 2019"),
        "May 6, 2016": ("2016-05-06", "2016-05-06", "day", "May 6, 2016"),
        "over two days": ("2019-06-08", "2019-06-09", "weekend", "over two days: 8–9 Jun 2019"),
        "in 2016": ("2016-01-01", "2016-12-31", "year", "in 2016"),
        "18日": ("2019-12-18", "2019-12-18", "day", "18 Dec 2019"),
    }  # fmt: skip
    rows = [
        {"event_id": words, "date_printed": words, "start": a, "end": b, "date_precision": exact}
        for words, (a, b, exact, _) in printed.items()
    ]
    ax = plan_events(events(*rows), claims({}), sources({}), width="slide")

    assert {expected for *_, expected in printed.values()} <= set(written(ax))


def test_claims_that_disagree_are_both_shown() -> None:
    """Two days for one event are two rows, and the chart says that the sources disagree."""
    ax = plan_events(
        events(
            {"start": "2019-12-18", "end": "2019-12-18"},
            {"claim_id": "b", "start": "2019-12-19", "end": "2019-12-19"},
        ),
        claims(*TWO), sources(*PLACES),
    )  # fmt: skip

    assert marks(ax)["forum--a"].get_ydata()[0] != marks(ax)["forum--b"].get_ydata()[0]
    assert "the sources disagree" in written(ax)
    assert "The one event is dated to the day; the sources disagree on it" in charts.alt(ax)


def test_a_plan_that_was_kept_is_no_disagreement() -> None:
    """A planned date and another on which it was held do not contradict each other."""
    later = {"claim_id": "b", "start": "2018-10-01", "end": "2018-10-01"}
    ax = plan_events(
        events({"status": "planned"}, later), claims(*TWO), sources(*PLACES),
    )  # fmt: skip

    assert "the sources disagree" not in written(ax)


def test_what_was_still_planned_is_hollow() -> None:
    """The dot of a planned day is not filled, that of a held one is."""
    one = {"start": "2019-06-10", "end": "2019-06-10"}
    ax = plan_events(
        events(one | {"status": "planned"}, one | {"event_id": "held"}), claims({}), sources({})
    )

    assert marks(ax)["forum--a"].get_markerfacecolor() == "#ffffff"
    assert marks(ax)["held--a"].get_markerfacecolor() != "#ffffff"


def test_claims_not_read_at_their_source_are_left_out() -> None:
    """No chart uses them."""
    ax = plan_events(events({}), claims({"read_at_source": False}), sources({}))

    assert charts.rows(ax).empty


def test_a_point_that_an_article_does_not_name_says_so() -> None:
    """Each source has a column; a point without a field in it is marked as not named."""
    ax = plan_points(
        points({}, {"point": 2, "name": "Healthy lives"}),
        fields({}, {"claim_id": "b", "field": "energy"}),
        claims(*TWO), sources(*PLACES),
    )  # fmt: skip

    assert written(ax).count("not named") == 2
    assert [line.get_xdata()[1] for line in marks(ax).values()] == [0, 1]
    assert "No article names 1 of the plan’s 2 points" in charts.alt(ax)


def test_a_field_of_two_points_and_one_of_none_are_all_drawn() -> None:
    """A field that fits two points has two marks; one that fits none stands in the last row."""
    named = fields(
        {"field": "nuclear"}, {"field": "nuclear", "point": 2}, {"field": "post", "point": None}
    )
    ax = plan_points(
        points({}, {"point": 2, "name": "Technology"}), named, claims({}), sources({}),
    )  # fmt: skip
    rows = {value: line.get_ydata()[0] for value, line in marks(ax).items()}

    assert rows["a--nuclear--1"] < rows["a--nuclear--2"] < rows["a--post--none"]
    assert "Fields that fit none of the points" in " ".join(written(ax))


def test_our_own_reading_is_hollow() -> None:
    """Filled is what the article ties to the point itself."""
    ax = plan_points(
        points({}), fields({}, {"field": "oil", "basis": "ours"}), claims({}), sources({})
    )

    assert marks(ax)["a--oil--1"].get_markerfacecolor() == "#ffffff"
    assert marks(ax)["a--oil-and-gas--1"].get_markerfacecolor() != "#ffffff"
