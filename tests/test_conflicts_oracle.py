"""The search against oracles that share no code with it: a grid, and a simplex in fractions."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from conflict_cases import DATA, KNOWN, can_hold, folder, value
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import conflicts, tables
from analysis.conflicts import solving, statements, system

#: printed n at scale 2 -> the bounds of the design's literal reading, in whole numbers
HEDGES = {
    None: lambda n: (2 * n - 1, 2 * n + 1, True, True),
    "over": lambda n: (2 * n, None, False, False),
    "at least": lambda n: (2 * n, None, True, False),
    "almost": lambda n: (0, 2 * n, True, False),
    "up to": lambda n: (0, 2 * n, True, True),
}
QUARTERS = ("01-01", "03-31"), ("04-01", "06-30"), ("07-01", "09-30")
MOST = 12


def frame_sets(rows: list[dict]) -> set[tuple[str, ...]]:
    """The irreducible conflicts of rows, read without a folder."""
    frame = rows_frame(rows)
    told = statements.read(frame, DATA, "literal").statements
    return solving.irreducible(
        system.system(told, KNOWN), {one.value_id: (0, 0) for one in told}, len(told)
    )


def rows_frame(rows: list[dict]) -> pd.DataFrame:
    """Rows as `tables.statements` would give them."""
    said = {"source_id": "source", "published": "2019-03-31", "language": "en"}
    return pd.DataFrame([row | said for row in rows]).reindex(columns=COLUMNS)


def minimal(ids: list[str], holds) -> set[tuple[str, ...]]:
    """The irreducible conflicts by trying every subset."""
    found: list[tuple[str, ...]] = []
    for size in range(1, len(ids) + 1):
        for some in combinations(ids, size):
            if not any(set(core) <= set(some) for core in found) and not holds(some):
                found.append(some)
    return set(found)


def quarter_case(draw: random.Random) -> tuple[list[dict], list[tuple]]:
    """Levels of turnover over one to three neighbouring quarters, and their bounds."""
    rows, bounds = [], []
    for name in "abcd":
        first = draw.randrange(3)
        last = draw.randrange(first, 3)
        hedge, number = draw.choice(list(HEDGES)), draw.randint(1, 4)
        rows.append(
            value(name, "level", str(number), hedge=hedge, scale=2.0)
            | value_days(QUARTERS[first][0], QUARTERS[last][1])
        )
        bounds.append((first, last + 1, *HEDGES[hedge](number)))
    return rows, bounds


def value_days(first: str, last: str) -> dict:
    """A period within 2018."""
    row = value("", "level", "1")
    return {
        "period_start": row["period_start"].replace(month=int(first[:2]), day=int(first[3:])),
        "period_end": row["period_end"].replace(month=int(last[:2]), day=int(last[3:])),
    }


COLUMNS = tables.statements(DATA).columns
AXIS = np.arange(1, 4 * MOST + 1)
GRID = np.stack(np.meshgrid(AXIS, AXIS, AXIS, indexing="ij")).reshape(3, -1)


def on_the_grid(bound: tuple) -> np.ndarray:
    """Which points of the grid, in quarters of one, a bound allows."""
    first, last, lower, upper, lower_closed, upper_closed = bound
    total = GRID[first:last].sum(axis=0)
    allowed = total >= 4 * lower if lower_closed else total > 4 * lower
    if upper is not None:
        allowed &= total <= 4 * upper if upper_closed else total < 4 * upper
    return allowed


@pytest.mark.parametrize("seed", range(4))
def test_conflicts_are_those_of_brute_force_over_a_grid(seed):
    """Sums of neighbouring quarters in whole bounds: what can hold does so at quarters of one.

    The bounds are whole and each statement sums neighbours, so that all corners are whole numbers;
    the mean of at most four corners lies inside whatever has an inside.
    """
    draw = random.Random(seed)
    for _ in range(60):
        rows, bounds = quarter_case(draw)
        allowed = {row["value_id"]: on_the_grid(b) for row, b in zip(rows, bounds, strict=True)}

        def holds(some, allowed=allowed) -> bool:
            return bool(np.logical_and.reduce([allowed[i] for i in some]).any())

        assert frame_sets(rows) == minimal(list(allowed), holds), rows


def flow_case(draw: random.Random) -> tuple[list[dict], dict[str, list[tuple]]]:
    """Levels and growths of flows over two years, and their inequalities on four unknowns.

    The unknowns are exports and imports of 2017 and of 2018.
    """
    weights = {"exports": (1, 0), "imports": (0, 1), "turnover": (1, 1), "balance": (1, -1)}
    rows, rules = [], {}
    for name in "abcde":
        flow = draw.choice([*weights][: 3 if draw.random() < 0.6 else 4])
        if draw.random() < 0.5 and flow != "balance":
            number = draw.choice([-40, -20, -10, 0, 10, 25, 50])
            rows.append(value(name, "growth", str(number), flow=flow))
            low, high = (
                1 + Fraction(number, 100) - Fraction(1, 200),
                1 + Fraction(number, 100) + Fraction(1, 200),
            )
            now, base = (0, 0, *weights[flow]), (*weights[flow], 0, 0)
            rules[name] = [
                ([low * b - n for n, b in zip(now, base, strict=True)], Fraction(0), False),
                ([n - high * b for n, b in zip(now, base, strict=True)], Fraction(0), False),
            ]
        else:
            number, year = draw.randint(1, 6), draw.choice((2017, 2018))
            hedge = draw.choice([None, None, "over", "up to"]) if flow != "balance" else None
            rows.append(
                value(name, "level", str(number), str(year), flow=flow, hedge=hedge, scale=1.0)
            )
            rules[name] = level_rules(weights[flow], year, number, hedge)
    return rows, rules


def level_rules(weights: tuple, year: int, number: int, hedge: str | None) -> list[tuple]:
    """A level between its bounds as weights, limit and whether the limit is excluded."""
    now = [*weights, 0, 0] if year == 2017 else [0, 0, *weights]
    above = ([-n for n in now], -Fraction(number), True)
    if hedge == "over":
        return [above]
    if hedge == "up to":
        return [(now, Fraction(number), False)]
    return [
        (now, number + Fraction(1, 2), False),
        ([-n for n in now], Fraction(1, 2) - number, False),
    ]


@pytest.mark.parametrize("seed", range(4))
def test_conflicts_are_those_of_the_simplex_on_random_flows(seed):
    """Levels, growths, totals and balances: every subset is decided by another exact method."""
    draw = random.Random(1000 + seed)
    for _ in range(30):
        rows, rules = flow_case(draw)

        def holds(some, rules=rules) -> bool:
            return can_hold([rule for i in some for rule in rules[i]], 4)

        assert frame_sets(rows) == minimal(list(rules), holds), rows


@pytest.mark.parametrize("seed", range(4))
def test_implied_ranges_hold_every_point_that_a_random_search_finds(seed):
    """Draw true amounts, print them: the truth of each lies in what the others imply."""
    draw = random.Random(seed)
    for _ in range(15):
        truth = [Fraction(draw.randint(10, 999), 10) for _ in range(4)]
        rows, sizes = printed_flows(truth)
        found = conflicts.implied(folder(*rows), "literal", everything=True)
        for row in found.to_dict("records"):
            size = sizes[row["flow"], row["measure"]]
            assert row["lower"] - 1e-6 <= float(size) <= row["upper"] + 1e-6


def printed_flows(truth: list[Fraction]) -> tuple[list[dict], dict]:
    """Levels of 2018 and growths on 2017 as printed, and the true sizes behind them."""
    x17, m17, x18, m18 = truth
    now = {"exports": x18, "imports": m18, "turnover": x18 + m18}
    base = {"exports": x17, "imports": m17, "turnover": x17 + m17}
    rows, sizes = [], {}
    for flow in now:
        growth = (now[flow] / base[flow] - 1) * 100
        sizes[flow, "level"], sizes[flow, "growth"] = now[flow], growth
        rows.append(
            value(f"{flow}-level", "level", f"{float(now[flow]):.0f}", flow=flow, scale=1.0)
        )
        rows.append(value(f"{flow}-growth", "growth", f"{float(growth):.1f}", flow=flow))
    return [row for row in rows if row["value"] not in (0, -100)], sizes


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 5))
def test_scaling_all_levels_of_a_currency_changes_no_conflict(seed, factor):
    """Growths and sums do not know the unit; so no set of levels and growths does."""
    rows, _ = flow_case(random.Random(seed))
    scaled = [
        row | ({"scale": row["scale"] * factor} if row["measure"] == "level" else {})
        for row in rows
    ]

    assert frame_sets(rows) == frame_sets(scaled)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**6))
def test_exchanging_economy_and_partner_changes_no_conflict(seed):
    """The same record seen from the other side, its flows mirrored and its balance turned."""
    rows, _ = flow_case(random.Random(seed))
    mirror = {"exports": "imports", "imports": "exports", "turnover": "turnover"}
    turned = [
        row | {"economy": "RUS", "partner": "JPN", "flow": mirror[row["flow"]]}
        for row in rows
        if row["flow"] != "balance"
    ]

    assert frame_sets([r for r in rows if r["flow"] != "balance"]) == frame_sets(turned)
