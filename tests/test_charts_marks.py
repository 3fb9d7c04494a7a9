"""A mark shows how a number is hedged, by where the number lies in its interval."""

from __future__ import annotations

import math

import pytest

from analysis.charts.marks import Mark, kind

INF = math.inf


@pytest.mark.parametrize(
    ("at", "lower", "upper", "hedged", "expected"),
    [
        (17.0, 16.5, 17.5, False, "point"),
        (130.0, 125.0, 135.0, True, "about"),
        (60.0, 61.0, 69.0, True, "more"),
        (60.0, 61.0, INF, True, "beyond"),
        (-40.0, -40.0, -35.0, True, "short"),
        (-29.0, -30.0, -29.0, True, "more"),
        (-29.0, -INF, -29.0, True, "beyond"),
        (20e9, 15e9, 20e9, True, "short"),
        (math.nan, 0.0, INF, False, "direction"),
        (math.nan, -INF, INF, False, "flat"),
        (30.0, math.nan, math.nan, True, "point"),
    ],
)
def test_the_kind_follows_from_the_interval(
    at: float, lower: float, upper: float, hedged: bool, expected: str
) -> None:
    """Away from zero an arrow stands only for no end; a range that ends has a tail or a band."""
    assert kind(at, lower, upper, hedged) == expected


def test_an_open_end_is_drawn_a_little_beyond_the_number() -> None:
    """24 points, whatever a point is worth on the axis."""
    assert Mark("v", 60.0, 61.0, INF).ends(point=0.5) == (60.0, 72.0)


def test_a_short_span_is_drawn_with_its_least_length() -> None:
    """A weekend of two days is seen as six points, around its middle."""
    assert Mark("v", 11.0, 10.0, 12.0, "span", least=6.0).ends(point=1.0) == (8.0, 14.0)


def test_a_mark_that_only_repeats_is_grey() -> None:
    """It has no colour of a side."""
    assert Mark("v", 1.0, side=0, minor=True).colour != Mark("v", 1.0, side=0).colour
