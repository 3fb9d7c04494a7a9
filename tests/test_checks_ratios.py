"""The NumPy function over a wide table: verdicts, counts, blocks and edges."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.checks import VERDICTS, Formula, Wide, ratios, summary

GROWTH = Formula(((1, 1.0),), ((0, 1.0),))


def wide(levels, lower=1.165, upper=1.175, half=0.5, hedged=False) -> Wide:
    """Columns of levels printed to the unit, all with one claim."""
    columns = np.array(levels, float)
    values = columns.shape[1]
    ends = [np.full(values, float(end)) for end in (lower, upper, 1.165, 1.175)]
    widths = np.full((len(columns), 1), half)
    return Wide(columns, widths, widths, *ends, np.full(values, hedged))


def verdicts(found) -> list[str]:
    """Verdicts by name."""
    return [VERDICTS[number] for number in found.verdict]


def test_each_verdict_of_the_wide_table():
    """17 on levels that give 17.0, 16.4 with much rounding, 20, nothing, and a base of 0."""
    table = wide([[1000, 55, 1000, np.nan, 0], [1170, 64, 1200, 5, 5]])

    found = summary(table, [GROWTH], np.array([True]))

    assert verdicts(found) == [
        "reproduced", "reproduced_with_rounding", "not_reproduced", "cannot_be_checked",
        "cannot_be_checked",
    ]  # fmt: skip
    assert found.tried.tolist() == [1, 1, 1, 0, 0]
    assert found.fits.tolist() == [1, 1, 0, 0, 0]
    assert found.lacking.tolist() == [0, 0, 0, 1, 1]
    assert found.best.tolist() == [0, 0, 0, -1, -1]
    assert found.miss[2] == pytest.approx(1199.5 / 1000.5 - 1.175)
    assert np.isnan(found.miss[3:]).all()


def test_a_hedge_is_told_from_rounding():
    """1.162 lies in 1.16 to 1.18 and not in 1.165 to 1.175."""
    levels = [[100000], [116200]]

    with_word = summary(wide(levels, 1.16, 1.18, hedged=True), [GROWTH], np.array([True]))
    without = summary(wide(levels, 1.16, 1.18), [GROWTH], np.array([True]))

    assert verdicts(with_word) == ["reproduced_with_hedge"]
    assert verdicts(without) == ["reproduced_with_rounding"]


def test_a_miss_needs_every_primary_formula():
    """One missed and one missing leave the verdict open, one that fits does not."""
    formulas = [GROWTH, Formula(((2, 1.0),), ((0, 1.0),))]
    levels = [[1000, 1000, 1000], [1200, 1200, 1170], [1300, np.nan, np.nan]]

    found = summary(wide(levels), formulas, np.array([True, True]))

    assert verdicts(found) == ["not_reproduced", "cannot_be_checked", "reproduced"]
    assert found.best.tolist() == [0, 0, 0]


def test_formulas_that_are_not_primary_only_count():
    """The second fits and does not decide; flags may differ from value to value."""
    formulas = [GROWTH, Formula(((2, 1.0),), ((0, 1.0),))]
    table = wide([[1000, 1000], [1200, 1200], [1170, 1170]])

    found = summary(table, formulas, np.array([[True, True], [False, True]]))

    assert verdicts(found) == ["not_reproduced", "reproduced"]
    assert found.fits.tolist() == [1, 1]


def test_weights_and_factors_make_definitions():
    """(10 + 20) / 2 on 10 times 1.5 is 1."""
    table = wide([[10.0], [20.0], [10.0], [1.5]], 1, 1, half=0.0)
    formula = Formula(((0, 0.5), (1, 0.5)), ((2, 1.0),), 3)

    found = summary(table, [formula], np.array([True]))

    assert found.near.tolist() == [True]
    assert found.tried.tolist() == [1]


@pytest.mark.parametrize("far", [1e-15, 1e-13])
def test_what_is_nearer_than_floats_can_tell_is_flagged(far):
    """A ratio within 1e-12 of an end is for the caller to decide; one further off is not."""
    table = wide([[1.0], [1.165 - far]], half=0.0)
    apart = wide([[1.0], [1.165 - 1e-9]], half=0.0)

    assert summary(table, [GROWTH], np.array([True])).near.tolist() == [True]
    assert summary(apart, [GROWTH], np.array([True])).near.tolist() == [False]


def test_open_sides_have_no_edge():
    """Bounds at infinity are met by anything and are near nothing."""
    found = summary(wide([[1000], [9000]], 1.17, np.inf), [GROWTH], np.array([True]))

    assert verdicts(found) == ["reproduced_with_rounding"]
    assert found.near.tolist() == [False]


def test_blocks_leave_no_seam(monkeypatch):
    """Values in blocks of three give what they give in one block, in more than 255 formulas too."""
    dice = np.random.default_rng(5)
    table = wide(dice.integers(900, 1300, (4, 100)))
    formulas = [Formula(((n % 3 + 1, 1.0),), ((0, 1.0),)) for n in range(300)]
    whole = summary(table, formulas, np.arange(300) < 2)

    monkeypatch.setattr(ratios, "BLOCK", 3)
    parts = summary(table, formulas, np.arange(300) < 2)

    for name in vars(whole):
        np.testing.assert_array_equal(getattr(whole, name), getattr(parts, name))
    assert whole.tried.tolist() == [300] * 100


def test_counts_are_those_of_a_plain_loop():
    """Every definition of every value, one at a time in Python."""
    dice = np.random.default_rng(6)
    table = wide(dice.integers(900, 1300, (6, 200)))
    formulas = [Formula(((n, 1.0),), ((m, 1.0),)) for n in range(3) for m in range(3, 6)]

    found = summary(table, formulas, np.zeros(9, bool))

    expected = [
        sum(
            (table.levels[f.level[0][0], v] + 0.5) / (table.levels[f.base[0][0], v] - 0.5) >= 1.165
            and (table.levels[f.level[0][0], v] - 0.5) / (table.levels[f.base[0][0], v] + 0.5)
            <= 1.175
            for f in formulas
        )
        for v in range(200)
    ]
    assert found.fits.tolist() == expected
