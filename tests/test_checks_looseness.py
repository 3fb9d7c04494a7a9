"""How loose a fit is and which base would remove a miss, against trying them one by one."""

from __future__ import annotations

from fractions import Fraction

import pytest
from check_cases import growth, level, small, statistic, summary
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from analysis import checks, readings
from analysis.checks import looseness
from analysis.checks.cases import cases

FITS = ("reproduced", "reproduced_with_rounding", "reproduced_with_hedge")


def fits(printed: int, first: int, second: int, hedge: str | None) -> bool:
    """Whether a growth is reproduced by two whole levels."""
    found = summary(growth(str(printed), hedge), [
        statistic(2017, str(first)), statistic(2018, str(second)),
    ])  # fmt: skip
    return found["verdict"] in FITS


@settings(max_examples=12, deadline=None)
@given(
    st.integers(-50, 90), st.integers(20, 300), st.integers(20, 300),
    st.sampled_from([None, "over", "about"]),
)  # fmt: skip
def test_the_revised_base_is_the_nearest_that_fits(printed, first, second, hedge):
    """It removes the miss, and the base one unit nearer does not."""
    assume(not fits(printed, first, second, hedge))
    levels = [statistic(2017, str(first)), statistic(2018, str(second))]
    data = small([growth(str(printed), hedge)], levels)
    (case,) = cases(data, "usual", readings.bounds(data.hedges))

    base = looseness.revised_base(case.definitions[0], case.asked)

    assert base is not None
    nearer = int(base) + (1 if base < first else -1)
    assert fits(printed, int(base), second, hedge)
    assert not fits(printed, nearer, second, hedge)


@pytest.mark.parametrize("hedge", [None, "over", "almost"])
def test_looseness_is_the_share_of_neighbours_that_fit(hedge):
    """Every whole number from 7 to 27 is tried as if it had been printed."""
    row = summary(growth("17", hedge), [statistic(2017, "20"), statistic(2018, "23")])

    tried = [fits(number, 20, 23, hedge) for number in range(7, 28)]
    assert row["loose_share"] == pytest.approx(sum(tried) / len(tried))


def test_a_whole_neighbour_keeps_the_printed_decimals():
    """17.5 is tried beside 17.0 and 18.0, which are as sharp: 5 of 201 meet 17.3 to 17.7."""
    row = summary(growth("17.5"), [statistic(2017, "6.12"), statistic(2018, "7.19")])

    assert row["loose_share"] == pytest.approx(5 / 201)


@pytest.mark.parametrize(("language", "printed"), [("en", "1.235"), ("it", "1,235")])
def test_three_decimals_are_no_thousands(language, printed):
    """Of 247 numbers one fits in every language, also where a point parts thousands."""
    row = level("1.235", scale=1e9) | {"printed": printed}
    data = small([row], [statistic(2018, "1235000000")])
    data.sources["language"] = language

    assert checks.check(data).summary.iloc[0]["loose_share"] == pytest.approx(1 / 247)


def test_the_neighbours_of_a_number_have_its_precision():
    """17.7 has 201 of them, 1.5 times has three within 0.1, 20 billion five within a tenth."""
    one = {"language": "en", "measure": "growth", "unit": "percent", "printed": "17.7"}
    two = one | {"unit": "times", "printed": "1.5"}
    three = one | {"measure": "level", "unit": "USD", "printed": "20"}

    assert len(looseness.neighbours(one)) == 201
    assert looseness.neighbours(two) == [Fraction(14, 10), Fraction(15, 10), Fraction(16, 10)]
    assert looseness.neighbours(three) == [18, 19, 20, 21, 22]


def test_a_sharp_level_has_too_many_neighbours_to_try():
    """Nobody meets eleven digits by chance."""
    row = summary(level("22048084778"), [statistic(2018, "22048084778")])

    assert row["verdict"] == "reproduced"
    assert row["loose_share"] != row["loose_share"]


def test_a_level_has_no_base_to_revise():
    """A miss of a level says how far it is off, and no more."""
    row = summary(level("20"), [statistic(2018, "25")])

    assert "base" not in row["sentence"]
    assert row["best_miss"] == 4
