"""Labels: numbers, periods, values and sources as readers see them."""

from __future__ import annotations

import math

import pytest

from analysis import labels


def row(**cells: object) -> dict[str, object]:
    """A reported value with only the cells that matter."""
    blank = dict.fromkeys(("printed", "measure", "unit", "hedge", "direction"))
    return {**blank, "scale": 1.0, "value": math.nan, **cells}


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [
        (3.05, 1, "3.1"),
        (2.5, 0, "3"),
        (-0.05, 1, "−0.1"),
        ("1234567.891", 2, "1,234,567.89"),
        (-24, 0, "−24"),
        (0, 0, "0"),
    ],
)
def test_numbers_are_rounded_half_up_in_decimal(value, digits, shown):
    """Binary floats would make 3.05 into 3.0."""
    assert labels.number(value, digits) == shown


@pytest.mark.parametrize(("value", "shown"), [(17, "+17"), (-24, "−24"), (0, "0")])
def test_a_sign_is_shown_both_ways(value, shown):
    """A rise has a plus, a fall a minus, zero neither."""
    assert labels.signed(value) == shown


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2018-01-01", "2018-12-31", "2018"),
        ("2018-01-01", "2018-06-30", "H1 2018"),
        ("2018-07-01", "2018-12-31", "H2 2018"),
        ("2021-01-01", "2021-03-31", "Q1 2021"),
        ("2021-10-01", "2021-12-31", "Q4 2021"),
        ("2016-01-01", "2016-09-30", "Jan–Sep 2016"),
        ("2019-07-01", "2019-07-31", "Jul 2019"),
        ("2020-04-01", "2021-03-31", "Apr 2020 – Mar 2021"),
        ("2020-02-01", "2020-02-29", "Feb 2020"),
        ("2019-06-10", "2019-06-10", "10 Jun 2019"),
        ("2019-06-08", "2019-06-09", "8 Jun 2019 – 9 Jun 2019"),
        (None, "2018-12-31", ""),
    ],
)
def test_periods_have_the_names_that_readers_use(start, end, shown):
    """Whole years, halves, quarters and months are named, anything else is spelled out."""
    assert labels.period(start, end) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [("2019-06-10", "10 Jun 2019"), ("2017-10", "Oct 2017"), ("2018", "2018"), (math.nan, "")],
)
def test_dates_keep_their_precision(text, shown):
    """A month is not made into a day."""
    assert labels.day(text) == shown


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        ({"printed": "17", "measure": "growth", "unit": "percent", "value": 17.0}, "+17%"),
        (
            {"printed": "-40", "measure": "growth", "unit": "percent", "hedge": "almost",
             "value": -40.0},
            "almost −40%",
        ),
        (
            {"printed": "16.4", "measure": "level", "unit": "USD", "scale": 1e9, "value": 16.4,
             "hedge": "less than"},
            "less than USD 16.4 bn",
        ),
        (
            {"printed": "16,6", "measure": "level", "unit": "USD", "scale": 1e9, "value": 16.6,
             "hedge": "почти", "hedge_english": "almost", "language": "ru"},
            "almost USD 16.6 bn",
        ),
        (
            {"printed": "181億5600万", "measure": "level", "unit": "USD", "value": 18156e6},
            "USD 18.156 bn",
        ),
        ({"printed": "332", "measure": "level", "unit": "USD", "scale": 1e8, "value": 332.0},
         "USD 33.2 bn"),
        ({"printed": "1,430", "measure": "count", "unit": "count", "value": 1430.0}, "1,430"),
        ({"printed": "60", "measure": "count", "unit": "count", "hedge": "over", "value": 60.0},
         "over 60"),
        ({"printed": "eight", "measure": "count", "unit": "count", "value": 8.0}, "eight"),
        ({"printed": "15", "measure": "ordinal", "unit": "ordinal", "value": 15.0}, "15th"),
        ({"printed": "112", "measure": "ordinal", "unit": "ordinal", "value": 112.0}, "112th"),
        ({"printed": "2", "measure": "rank", "unit": "ordinal", "value": 2.0}, "2nd"),
        ({"printed": "half", "measure": "share", "unit": "percent", "value": 50.0}, "half"),
        ({"printed": "половины", "measure": "share", "unit": "percent", "value": 50.0,
          "language": "ru"}, "50%"),
        ({"printed": "1.5", "measure": "growth", "unit": "times", "value": 1.5}, "1.5 times"),
        ({"printed": "fifth", "measure": "growth", "unit": "percent", "value": 20.0},
         "+20% (“fifth”)"),
        ({"printed": "third", "measure": "growth", "unit": "percent", "value": -100 / 3,
          "hedge": "over"}, "over −33.3% (“third”)"),
        ({"printed": "double", "measure": "growth", "unit": "times", "value": 2.0},
         "2 times (“double”)"),
        ({"direction": "down", "measure": "growth"}, "down"),
        ({"measure": "level"}, "not stated"),
    ],
)  # fmt: skip
def test_values_read_as_printed(cells, shown):
    """Hedge, sign, numeral, unit and scale, digit for digit, in English."""
    assert labels.value(row(**cells)) == shown


def test_economies_have_short_names():
    """Readers write Russia, not the name in the standard; a code without a name stands as it is."""
    assert [labels.economy(code) for code in ("RUS", "JPN", "XYZ")] == ["Russia", "Japan", "XYZ"]


def test_a_pair_is_named_once_whoever_reports():
    """The order of the two economies does not depend on the rows."""
    assert labels.pair(["RUS", "JPN"], ["JPN", "RUS"]) == "Japan–Russia"


def test_a_source_line_names_speaker_role_publisher_and_date():
    """An outlet that speaks for itself is named once, and what is missing leaves no comma."""
    minister = {"speaker": "A", "speaker_role": "minister", "publisher": "B",
                "published": "2019-06-10", "said_on": None}  # fmt: skip
    outlet = {**minister, "speaker": "B", "speaker_role": "news agency", "published": None}

    assert labels.source_line(minister) == "A, minister, B, 10 Jun 2019"
    assert labels.source_line(outlet) == "B"
