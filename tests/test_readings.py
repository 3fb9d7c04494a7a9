"""Readings: the rules of the design in examples worked by hand, and as properties."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction

import pandas as pd
import pytest
from conftest import ROOT
from hypothesis import assume, given
from hypothesis import strategies as st

from analysis import readings, tables

TABLE = readings.bounds(tables.load(ROOT / "data").hedges)
ENGLISH = sorted({hedge for hedge, language, _ in TABLE if language == "en"})
INF = math.inf


def interval(printed: str, hedge: str = "", reading: str = "usual", **more):
    """The interval under the shipped hedges."""
    return readings.interval(printed, hedge, reading, table=TABLE, **more)


def ends(found: readings.Interval) -> str:
    """An interval as mathematicians write it."""
    left, right = "[" if found.lower_closed else "(", "]" if found.upper_closed else ")"
    return f"{left}{float(found.lower):g}, {float(found.upper):g}{right}"


@pytest.mark.parametrize(
    ("printed", "hedge", "literal", "usual", "charitable"),
    [
        ("17", "", "[16.5, 17.5]", "[16.5, 17.5]", "(16, 18)"),
        ("16.4", "", "[16.35, 16.45]", "[16.35, 16.45]", "(16.3, 16.5)"),
        ("17.0", "", "[16.95, 17.05]", "[16.95, 17.05]", "(16, 18)"),
        ("60", "over", "(60, inf)", "(60, 70)", "(60, inf)"),
        ("60", "more than", "(60, inf)", "(60, 70)", "(60, inf)"),
        ("50", "at least", "[50, inf)", "[50, 60)", "[50, inf)"),
        ("130", "about", "[125, 135]", "[125, 135]", "[120, 140]"),
        ("100", "about", "[50, 150]", "[50, 150]", "[0, 200]"),
        ("527.6", "about", "[527.5, 527.7]", "[527.5, 527.7]", "[527.4, 527.8]"),
        ("20", "almost", "[0, 20)", "[15, 20)", "[0, 20)"),
        ("16.4", "less than", "[0, 16.4)", "(16.3, 16.4)", "[0, 16.4)"),
        ("40", "up to", "[0, 40]", "(30, 40]", "[0, 40]"),
        ("10", "barely above", "(10, inf)", "(10, 15]", "(10, inf)"),
        ("-40", "almost", "(-40, 0]", "(-40, -35]", "(-40, 0]"),
        ("-29", "over", "(-inf, -29)", "(-30, -29)", "(-inf, -29)"),
        ("0", "", "[-0.5, 0.5]", "[-0.5, 0.5]", "(-1, 1)"),
    ],
)
def test_each_hedge_means_what_the_design_says(printed, hedge, literal, usual, charitable):
    """The bounds are those worked out by hand from the design's sentences."""
    found = [ends(interval(printed, hedge, reading)) for reading in readings.READINGS]

    assert found == [literal, usual, charitable]


@pytest.mark.parametrize(
    ("printed", "hedge", "reading", "expected"),
    [
        ("60", "over", "literal", "[61, inf)"),
        ("60", "over", "usual", "[61, 69]"),
        ("61", "over", "usual", "[62, 62]"),
        ("130", "", "usual", "[130, 130]"),
        ("130", "", "charitable", "[121, 139]"),
        ("130", "about", "usual", "[125, 135]"),
        ("61", "almost", "usual", "[60, 60]"),
        ("1", "less than", "usual", "[0, 0]"),
        ("eight", "", "usual", "[8, 8]"),
        ("15", "", "usual", "[15, 15]"),
    ],
)
def test_counts_are_whole(printed, hedge, reading, expected):
    """Over 60 is at least 61; where no whole number lies inside, the next one does."""
    assert ends(interval(printed, hedge, reading, unit="count")) == expected


@pytest.mark.parametrize(
    ("hedge", "expected"),
    [("", "[49.5, 50.5]"), ("over", "(50, 60)"), ("about", "[45, 55]"), ("almost", "[45, 50)")],
)
def test_a_fraction_in_words_has_a_step_of_ten_points(hedge, expected):
    """Half is exact under a hedge; its unit is one point and its step ten."""
    assert ends(interval("half", hedge, unit="percent")) == expected


@pytest.mark.parametrize(
    ("printed", "language", "unit", "value", "last_digit", "step"),
    [
        ("16.4", "en", "", "16.4", "0.1", "0.1"),
        ("1,430", "en", "", "1430", "1", "10"),
        ("16,6", "ru", "", "16.6", "0.1", "0.1"),
        ("1 430,50", "ru", "", "1430.5", "0.01", "0.1"),
        ("16.6", "ru", "", "16.6", "0.1", "0.1"),
        ("1.430", "it", "", "1430", "1", "10"),
        ("16.4", "it", "", "16.4", "0.1", "0.1"),
        ("1,00,000", "en", "", "100000", "1", "100000"),
        ("1,234,567.5", "en", "", "1234567.5", "0.1", "0.1"),
        ("−24", "en", "", "-24", "1", "1"),
        ("0", "en", "", "0", "1", "1"),
        ("0.0", "en", "", "0", "0.1", "0.1"),
        ("200", "en", "", "200", "1", "100"),
        ("eight", "en", "count", "8", "1", "1"),
        ("doubled", "en", "times", "2", "1", "1"),
        ("2399億800万", "ja", "JPY", "239908000000", "10000", "1000000"),
        ("3兆700億", "ja", "JPY", "3070000000000", "100000000", "10000000000"),
        ("1兆2399億800万", "ja", "JPY", "1239908000000", "10000", "1000000"),
        ("５千億", "ja", "JPY", "500000000000", "100000000000", "100000000000"),
        ("二十五", "ja", "count", "25", "1", "1"),
        ("三つ", "ja", "count", "3", "1", "1"),
        ("1割5分", "ja", "percent", "15", "1", "1"),
        ("2割", "ja", "percent", "20", "10", "10"),
        ("2倍", "ja", "times", "2", "1", "1"),
        ("3分の1", "ja", "percent", "100/3", "1", "10"),
        ("四分の三", "ja", "percent", "75", "1", "10"),
        ("半数", "ja", "percent", "50", "1", "10"),
        ("半減", "ja", "times", "1/2", "0.01", "0.1"),
        ("third", "en", "ordinal", "3", "1", "1"),
        ("third", "en", "percent", "100/3", "1", "10"),
        ("twenty-first", "en", "ordinal", "21", "1", "1"),
        ("two fifths", "en", "percent", "40", "1", "10"),
        ("a tenth", "en", "percent", "10", "1", "10"),
        ("One in five", "en", "percent", "20", "1", "10"),
        ("nine out of ten", "en", "percent", "90", "1", "10"),
        ("half", "en", "USD", "0.5", "0.01", "0.1"),
        ("one and a half", "en", "times", "1.5", "0.5", "0.5"),
        ("two dozen", "en", "count", "24", "1", "1"),
        ("half a dozen", "en", "count", "6", "1", "1"),
        ("twenty-five", "en", "count", "25", "1", "1"),
        ("one hundred and thirty", "en", "count", "130", "1", "10"),
        ("two thousand four hundred", "en", "count", "2400", "1", "100"),
        ("halved", "en", "times", "0.5", "0.01", "0.1"),
        ("-вдвое", "ru", "times", "1/2", "1/4", "1/4"),
        ("-2.5", "en", "times", "2/5", "2/125", "2/125"),
        ("twofold", "en", "times", "2", "1", "1"),
        ("fivefold", "en", "times", "5", "1", "1"),
        ("вдвое", "ru", "times", "2", "1", "1"),
        ("удвоился", "ru", "times", "2", "1", "1"),
        ("полтора", "ru", "times", "1.5", "0.5", "0.5"),
        ("полутора", "ru", "USD", "1.5", "0.5", "0.5"),
        ("трети", "ru", "percent", "100/3", "1", "10"),
        ("двух третей", "ru", "percent", "200/3", "1", "10"),
        ("две пятых", "ru", "percent", "40", "1", "10"),
        ("каждый пятый", "ru", "percent", "20", "1", "10"),
        ("Третьем", "ru", "ordinal", "3", "1", "1"),
        ("двадцать пятое", "ru", "ordinal", "25", "1", "1"),
        ("восьми", "ru", "count", "8", "1", "1"),
        ("трёх", "ru", "count", "3", "1", "1"),
        ("два десятка", "ru", "count", "20", "1", "10"),
        ("сто тридцать", "ru", "count", "130", "1", "10"),
        ("1.57E+10", "en", "USD", "15700000000", "100000000", "100000000"),
        ("-2.50e+02", "en", "USD", "-250", "1", "10"),
        ("12e-01", "en", "USD", "1.2", "0.1", "0.1"),
    ],
)
def test_a_numeral_is_read_as_its_language_writes_it(
    printed, language, unit, value, last_digit, step
):
    """Value, last digit and step, as a reader of the language would name them."""
    found = readings.numeral(printed, unit, language)

    assert found == readings.Numeral(Fraction(value), Fraction(last_digit), Fraction(step))


@pytest.mark.parametrize(
    ("printed", "hedge", "reading", "expected"),
    [
        ("-doubled", "", "usual", "[0.4, 0.666667]"),
        ("-2.5", "", "usual", "[0.392157, 0.408163]"),
        ("-doubled", "over", "usual", "(0.333333, 0.5)"),
        ("-doubled", "over", "literal", "(0, 0.5)"),
        ("-doubled", "almost", "usual", "(0.5, 0.666667]"),
    ],
)
def test_so_many_times_less_is_the_inverse(printed, hedge, reading, expected):
    """A fall by half and more is a ratio of a half and less: its ends are the inverse."""
    assert ends(interval(printed, hedge, reading, unit="times")) == expected


@pytest.mark.parametrize(
    "printed",
    [
        "17%",
        "USD 5",
        "over 60",
        "1.2.3",
        "",
        "1e3",
        "sixty-odd",
        "16,4",
        "1,43,0",
        "five two",
        "twenty thirty",
        "dozens",
        "two and",
        "億",
    ],
)
def test_what_is_no_numeral_alone_is_refused(printed):
    """Units, currencies and hedges do not belong to the numeral."""
    with pytest.raises(ValueError, match="is not a numeral"):
        readings.numeral(printed)


def test_half_needs_percent():
    """A fraction in words is a part of something: of things that are counted it says nothing."""
    with pytest.raises(ValueError, match="'half' is a fraction in words and needs"):
        readings.numeral("half", "count")


def test_an_unknown_hedge_names_what_is_missing():
    """The error says which row to add."""
    with pytest.raises(ValueError, match="'umpteen' has no usual row in the table hedges"):
        interval("60", "umpteen")


def test_an_unknown_reading_names_the_known_ones():
    """The error lists the three readings."""
    with pytest.raises(ValueError, match="'strict' is none of literal, usual, charitable"):
        interval("60", reading="strict")


def test_nothing_is_less_than_zero_in_magnitude():
    """A hedge that leaves no number at all is a fault of the data."""
    with pytest.raises(ValueError, match="'less than 0' allows no number at all"):
        interval("0", "less than", "literal")


def test_a_hedge_without_a_charitable_row_is_read_as_the_union_of_the_others():
    """Where nothing else is said, charitable covers literal and usual."""
    table = {key: bound for key, bound in TABLE.items() if key[2] != "charitable"}

    found = readings.interval("60", "over", "charitable", table=table)

    assert ends(found) == "(60, inf)"


def test_a_hedge_is_found_in_the_language_of_its_source_first():
    """The same word may mean another thing in another language."""
    table = {
        ("circa", "it", "usual"): readings.Bound(Fraction(-1), Fraction(1), "absolute", True, True),
        ("circa", "en", "usual"): readings.Bound(Fraction(-5), Fraction(5), "absolute", True, True),
    }

    found = [
        ends(readings.interval("20", "circa", "usual", table=table, language=language))
        for language in ("it", "en", "de")
    ]

    assert found == ["[19, 21]", "[15, 25]", "[15, 25]"]


def test_directions_bound_a_growth():
    """Up is above 0, down is below 0, flat says nothing that a number could contradict."""
    assert [ends(readings.directed(d)) for d in ("up", "down", "flat")] == [
        "(0, inf)",
        "(-inf, 0)",
        "(-inf, inf)",
    ]


def test_hedges_of_other_languages_are_told_in_plain_english(data):
    """The English word is the one with the same bounds under every reading."""
    words = readings.english(data.hedges)

    assert [words[w] for w in ("почти", "約", "более", "以上", "over", "roughly")] == [
        "almost",
        "about",
        "over",
        "at least",
        "over",
        "roughly",
    ]


def test_the_frame_carries_scaled_bounds(data):
    """Bounds stand in the row's unit with the scale applied; words only bound a growth."""
    frame = pd.DataFrame(
        [
            ["a", "level", None, "18", 18.0, "USD", 1e9, "exceeding", "en"],
            ["b", "growth", "down", None, math.nan, None, math.nan, None, "en"],
            ["c", "level", None, None, math.nan, None, math.nan, None, "en"],
        ],
        columns=[
            "value_id", "measure", "direction", "printed", "value", "unit", "scale", "hedge",
            "language",
        ],
    )  # fmt: skip

    found = readings.intervals(frame, data.hedges, "literal")

    assert found["lower"].tolist()[:2] == [18e9, -INF]
    assert found["upper"].tolist()[:2] == [INF, 0.0]
    assert found.loc[2, ["lower", "upper"]].isna().all()
    assert "lower" not in frame


def test_the_frame_names_the_value_that_cannot_be_read(data):
    """An error in a frame says which row it comes from."""
    frame = tables.statements(data).head(1).assign(hedge="umpteen")

    with pytest.raises(ValueError, match=f"{frame['value_id'][0]}: the hedge 'umpteen'"):
        readings.intervals(frame, data.hedges)


numerals = st.decimals(
    min_value="0.01", max_value=10**6, allow_nan=False, allow_infinity=False, places=2
).map(lambda d: f"{d.normalize():f}")
hedges = st.sampled_from(["", *ENGLISH])


@given(numerals, hedges)
def test_charitable_contains_literal_and_usual(printed, hedge):
    """The widest fair reading leaves out nothing that a narrower one allows."""
    wide = interval(printed, hedge, "charitable")

    assert wide.covers(interval(printed, hedge, "literal"))
    assert wide.covers(interval(printed, hedge, "usual"))


@given(st.integers(1, 10**6).map(str), hedges)
def test_charitable_contains_the_others_for_counts_too(printed, hedge):
    """Rounding to whole numbers does not undo the order of the readings."""
    wide = interval(printed, hedge, "charitable", unit="count")

    assert wide.covers(interval(printed, hedge, "literal", unit="count"))
    assert wide.covers(interval(printed, hedge, "usual", unit="count"))


@given(numerals, hedges, st.sampled_from(readings.READINGS))
def test_no_interval_is_empty(printed, hedge, reading):
    """Whatever is printed, some number is allowed."""
    assert not interval(printed, hedge, reading).empty


@given(numerals, hedges, st.sampled_from(readings.READINGS), st.sampled_from([10, 1000, 10**9]))
def test_scaling_commutes_with_reading(printed, hedge, reading, scale):
    """Reading a number and scaling it gives the same as scaling what was read."""
    assert interval(printed, hedge, reading, scale=scale) == interval(
        printed, hedge, reading
    ).scaled(scale)


@given(numerals, hedges, st.sampled_from(readings.READINGS))
def test_a_fall_mirrors_a_rise(printed, hedge, reading):
    """The interval of a fall is that of the rise, turned round."""
    rise, fall = interval(printed, hedge, reading), interval(f"-{printed}", hedge, reading)

    assert (fall.lower, fall.upper) == (-rise.upper, -rise.lower)
    assert (fall.lower_closed, fall.upper_closed) == (rise.upper_closed, rise.lower_closed)


@given(st.integers(1, 10**5).map(str), hedges, st.sampled_from(readings.READINGS))
def test_the_ends_of_a_count_are_whole(printed, hedge, reading):
    """Nobody starts half a project."""
    found = interval(printed, hedge, reading, unit="count")

    assert all(math.isinf(end) or end == int(end) for end in (found.lower, found.upper))


@given(numerals, st.integers(0, 9), hedges, st.sampled_from(readings.READINGS))
def test_more_digits_never_widen(printed, digit, hedge, reading):
    """A further printed digit makes the interval narrower or leaves it as wide."""
    assume(hedge not in {h for h in ENGLISH if "factor" in {TABLE[h, "en", reading].basis}})
    longer = printed + (str(digit) if "." in printed else f".{digit}")

    def width(text: str) -> float:
        found = interval(text, hedge, reading)
        return float(found.upper - found.lower)

    assert width(longer) <= width(printed) + 1e-12


@given(numerals)
def test_a_plain_number_covers_exactly_what_rounds_to_it(printed):
    """Every number that Decimal rounds to the printed one, either way of ties, lies inside."""
    found = interval(printed)
    exponent = Decimal(printed).as_tuple().exponent
    half = Decimal(5).scaleb(exponent - 1)

    assert Fraction(Decimal(printed) + half) in found
    assert Fraction(Decimal(printed) - half) in found
    assert Fraction(Decimal(printed) + half) + Fraction(1, 10**9) not in found


@given(numerals, st.sampled_from(["about", "almost", "below"]))
def test_membership_follows_the_ends(printed, hedge):
    """A closed end lies inside and an open one does not."""
    found = interval(printed, hedge)

    assert (found.lower in found) == found.lower_closed
    assert (found.upper in found) == found.upper_closed
