"""Thousands of small random cases against brute force: words as sets, statistics as grids."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import product

import pytest
from check_cases import base, growth, small, statistic, year

from analysis import checks

COUNT = 1000
HALF = Fraction(1, 2)
#: A grid from end to end of a printed whole number's rounding.
STEPS = [Fraction(n, 8) - HALF for n in range(9)]
ORDER = ["reproduced", "reproduced_with_rounding", "reproduced_with_hedge", "not_reproduced"]


def allowed(printed: int, hedge: str | None, reading: str):
    """Ends of what the words allow, and which of them belong, from the design's table."""
    size, step = abs(printed), 10 if printed % 10 == 0 and printed else 1
    ends = {
        None: (size - HALF, size + HALF, True, True),
        "over": (size, size + step, False, False),
        "about": (size - max(HALF * step, 1), size + max(HALF * step, 1), True, True),
        "almost": (size - HALF * step, size, True, False),
    }[hedge]
    if reading == "literal" and hedge == "over":
        ends = (size, Fraction(10**6), False, False)
    if reading == "literal" and hedge == "almost":
        ends = (Fraction(0), size, True, False)
    low, high, low_in, high_in = ends
    return ends if printed >= 0 else (-high, -low, high_in, low_in)


def lies_in(number: Fraction, ends) -> bool:
    """Membership, one number at a time."""
    low, high, low_in, high_in = ends
    return (low < number or (low_in and low == number)) and (
        number < high or (high_in and high == number)
    )


def meets(grid: list[Fraction], ends) -> bool:
    """Whether any number between the ends of the grid lies in the set: tried one by one.

    Two intervals that share a number share an end of one, or the middle of the shared part.
    """
    least, most = min(grid), max(grid)
    middle = (max(least, ends[0]) + min(most, ends[1])) / 2
    tried = [*grid, ends[0], ends[1], middle]
    return any(least <= number <= most and lies_in(number, ends) for number in tried)


def expected(printed: int, hedge: str | None, reading: str, first: int, second: int) -> str:
    """The verdict by the design's order of words."""
    grid = [100 * ((second + up) / (first + down) - 1) for up, down in product(STEPS, repeat=2)]
    middle = 100 * (Fraction(second, first) - 1)
    words, rounding = allowed(printed, hedge, reading), allowed(printed, None, reading)
    if not meets(grid, words):
        return "not_reproduced"
    if lies_in(middle, words):
        if lies_in(middle, rounding):
            return "reproduced"
        return "reproduced_with_hedge" if hedge else "reproduced_with_rounding"
    return "reproduced_with_rounding" if meets(grid, rounding) else "reproduced_with_hedge"


def cases(seed: int) -> list[dict]:
    """Random growths; half of them print what the levels give, so that edges are met."""
    dice = random.Random(seed)
    made = []
    for number in range(COUNT):
        first = dice.choice([2, 5, 8, 10, 20, 40, 50, 80, 100, 200, 400, 999, 1000, 2000])
        second = max(1, round(first * dice.uniform(0.6, 1.5)))
        near = round(100 * (second / first - 1))
        printed = near + dice.choice([0, 0, 0, 1, -1, 2, -2, 5, -10])
        hedge = dice.choice([None, None, "over", "about", "almost"])
        if hedge == "almost" and printed == 0:
            hedge = None
        made.append({
            "number": number, "first": first, "second": second, "hedge": hedge,
            "printed": max(printed, -99),
        })  # fmt: skip
    return made


def place(number: int) -> dict:
    """A pair and year of its own for each case."""
    letters = [chr(65 + number // 26**2 % 26), chr(65 + number // 26 % 26), chr(65 + number % 26)]
    return {"partner": "".join(letters) if letters != list("JPN") else "QQQ"}


@pytest.mark.parametrize(("reading", "seed"), [("literal", 7), ("usual", 8)])
def test_every_verdict_is_what_brute_force_finds(reading, seed):
    """The stated reporter's record alone decides each case."""
    made = cases(seed)
    values = [
        growth(str(c["printed"]), c["hedge"], value_id=f"v{c['number']:05}", **place(c["number"]))
        for c in made
    ]
    levels = [
        statistic(year_, str(c[which]), **place(c["number"]))
        for c in made
        for year_, which in ((2017, "first"), (2018, "second"))
    ]

    found = checks.check(small(values, levels), reading)

    wanted = [expected(c["printed"], c["hedge"], reading, c["first"], c["second"]) for c in made]
    assert found.summary["verdict"].tolist() == wanted
    assert found.definitions.query("primary")["verdict"].tolist() == wanted
    assert set(wanted) == set(ORDER)


def test_the_best_of_both_sides_is_what_brute_force_finds():
    """Without a reporter the better record is the verdict; one that is missing leaves no miss."""
    dice = random.Random(11)
    made = cases(12)[:600]
    values, levels, wanted = [], [], []
    for c in made:
        there = place(c["number"])
        values.append(growth(
            str(c["printed"]), c["hedge"], value_id=f"v{c['number']:05}", reporter=None, **there
        ))  # fmt: skip
        other = (c["first"], max(1, round(c["second"] * dice.uniform(0.9, 1.1))))
        missing = dice.random() < 0.3
        sides = {"JPN": (c["first"], c["second"])} | ({} if missing else {there["partner"]: other})
        levels += [
            statistic(number, str(printed), reporter, **there)
            for reporter, pair in sides.items()
            for number, printed in zip((2017, 2018), pair, strict=True)
        ]
        verdict = min(
            (expected(c["printed"], c["hedge"], "usual", *pair) for pair in sides.values()),
            key=ORDER.index,
        )
        wanted.append("cannot_be_checked" if missing and verdict == "not_reproduced" else verdict)

    found = checks.check(small(values, levels)).summary

    assert found["verdict"].tolist() == wanted


def test_a_base_far_back_in_time_is_its_own():
    """Neighbouring years of other cases never stand in for a missing one."""
    values = [growth("17", value_id=f"v{n}") | year(n) | base(n - 1) for n in (2010, 2012)]
    levels = [statistic(2009, "1000"), statistic(2010, "1170"), statistic(2012, "1170")]

    found = checks.check(small(values, levels)).summary

    assert found["verdict"].tolist() == ["reproduced", "cannot_be_checked"]
