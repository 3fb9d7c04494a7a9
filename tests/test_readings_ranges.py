"""The range that a reading allows is told in words, open and excluded ends apart from others."""

import math
from typing import Any

import pandas as pd
import pytest

from analysis import readings, tables
from analysis.readings import words

INF = math.inf


def row(lower: float, upper: float, closed: str = "[]", **more: Any) -> dict[str, Any]:
    """A row with its interval; `closed` writes the ends as mathematicians do."""
    ends = {"lower_closed": closed[0] == "[", "upper_closed": closed[1] == "]"}
    usual = {"unit": "percent", "measure": "growth", "flow": "turnover", "scale": 1.0}
    return {"lower": lower, "upper": upper, **ends, **usual, **more}


AMOUNT = {"measure": "level", "unit": "USD"}
COUNT = {"measure": "count", "unit": "count", "flow": float("nan")}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (row(16.5, 17.5), "16.5% to 17.5%"),
        (row(16, 18, "()"), "above 16%, below 18%"),
        (row(-40, -35, "(]"), "above −40%, to −35%"),
        (row(50, 60, "[)"), "from 50%, below 60%"),
        (row(0, INF, "()"), "above 0%"),
        (row(-INF, 0, "()"), "below 0%"),
        (row(1.45, 1.55, unit="times"), "1.45 times to 1.55 times"),
        (row(1.955e10, 1.965e10, **AMOUNT), "USD 19.55 to 19.65 bn"),
        (row(9.5e8, 1.05e9, **AMOUNT), "USD 950 m to USD 1.05 bn"),
        (row(0, 2e10, "[)", **AMOUNT), "below USD 20 bn"),
        (row(1.8e10, INF, "()", **AMOUNT), "above USD 18 bn"),
        (row(-5e8, 0, "[]", **AMOUNT | {"flow": "balance"}), "USD −500 m to USD 0"),
        (row(61, 69, **COUNT), "61 to 69"),
        (row(61, INF, "[)", **COUNT), "at least 61"),
        (row(130, 130, **COUNT), "130"),
        (row(1201, 1299, **COUNT), "1,201 to 1,299"),
        (row(float("nan"), float("nan")), ""),
        (row(-INF, INF, "()"), ""),
    ],
)
def test_a_range_is_told_in_words(told: dict[str, Any], expected: str) -> None:
    """From and to belong, above and below do not; unit and scale stand as in print."""
    assert words(told) == expected


@pytest.mark.parametrize("reading", readings.READINGS)
def test_every_number_of_the_shipped_data_has_a_range(data: tables.Tables, reading: str) -> None:
    """A printed number always bounds something, and no range shows what is missing."""
    stated = readings.intervals(tables.statements(data), data.hedges, reading)
    told = pd.Series([words(row) for row in stated.to_dict("records")], index=stated.index)

    assert (told[stated["printed"].notna()] != "").all()
    assert not told.str.contains("nan|inf").any()
