"""What makes a conflict, on small tables: ends, growths alone, bad input, order of the parts."""

from __future__ import annotations

import math
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import pytest
from conflict_cases import can_hold, count, folder, sets, value

from analysis import conflicts
from analysis.conflicts.linear import ONE, Quantity, Row, attainable


def left_out(*rows: dict) -> dict[str, str]:
    """Which values are left out, and why."""
    found = conflicts.find(folder(*rows)).left_out
    return dict(zip(found["value_id"], found["reason"], strict=True))


def test_growths_alone_conflict_since_levels_are_above_zero():
    """Parts that fall by 16% and 29% cannot make a total that falls by 33%."""
    rows = [
        value("x", "growth", "-16", flow="exports"), value("m", "growth", "-29", flow="imports"),
        value("t", "growth", "-33"),
    ]  # fmt: skip

    assert sets(folder(*rows)) == {("m", "t", "x")}
    assert sets(folder(*rows[:2], value("t", "growth", "-25"))) == set()


def test_meeting_only_at_an_excluded_end_is_a_conflict():
    """Above 20 and at most 20 have no number in common; at least 20 and at most 20 have one."""
    above = value("a", "level", "20", hedge="over")
    at_least = value("a", "level", "20", hedge="at least")
    at_most = value("b", "level", "20", hedge="at most")

    assert sets(folder(above, at_most)) == {("a", "b")}
    assert sets(folder(at_least, at_most)) == set()


def test_a_limit_that_only_the_reading_sets_is_told():
    """Over 25 is usually below 26; 6.7 and nearly 19.4, rounded, make 6.65 + 19.35 = 26."""
    parts = [
        value("x", "level", "6.7", flow="exports"),
        value("m", "level", "19.4", flow="imports", hedge="nearly"),
    ]
    over, most = (
        conflicts.find(folder(*parts, value("t", "level", "25", hedge=hedge)), "usual")
        for hedge in ("over", "at most")
    )
    (over,), (most,) = conflicts.records(over), conflicts.records(most)

    assert "at least USD 26 bn; over USD 25 bn" in over["sentence"]
    assert over["sentence"].endswith(", read as below USD 26 bn, is below that.")
    assert "read as" not in most["sentence"]


def test_both_ends_of_a_rounding_belong():
    """+17% and +18% meet at 17.5; +17% and +19% do not meet."""
    assert sets(folder(value("a", "growth", "17"), value("b", "growth", "18"))) == set()
    assert sets(folder(value("a", "growth", "17"), value("b", "growth", "19"))) == {("a", "b")}


def test_a_part_of_the_year_is_less_than_the_year():
    """A half-year that equals the whole year leaves nothing for the other half."""
    half = value("half", "level", "20", "H1 2018", hedge="at least")
    year = value("year", "level", "20", hedge="at most")
    found = conflicts.records(conflicts.find(folder(half, year)))

    assert [(r["value_ids"], r["form"], r["tier"]) for r in found] == [
        (["half", "year"], "part_year", "firm")
    ]


def test_a_balance_is_exports_less_imports():
    """Exports 5, imports 3 and a balance of -2 cannot hold; the partner's view turns the sign."""
    flows = [value("x", "level", "5", flow="exports"), value("m", "level", "3", flow="imports")]
    balance = value("b", "level", "-2", flow="balance")
    mirrored = value("b", "level", "-2", flow="balance", economy="RUS", partner="JPN")

    assert sets(folder(*flows, balance)) == {("b", "m", "x")}
    assert sets(folder(*flows, mirrored)) == set()


def test_exports_of_the_one_are_imports_of_the_other_in_one_record():
    """Seen from Russia's side, Japan's exports in Japan's record are imports."""
    ours = value("a", "level", "5", flow="exports")
    theirs = value("b", "level", "7", flow="imports", economy="RUS", partner="JPN")

    assert sets(folder(ours, theirs)) == {("a", "b")}


def test_goods_and_services_are_the_sum_of_goods_and_of_services():
    """A part is at most its whole."""
    goods = value("g", "level", "9", scope="goods")
    both = value("b", "level", "8", scope="goods_and_services")

    assert sets(folder(goods, both)) == {("b", "g")}


def test_records_of_two_offices_are_two_counts():
    """Offices may differ: no conflict, and the same office in two sources is conditional."""
    first = value("a", "level", "5")
    other = value("b", "level", "9", office="Bank", claim_id="other-claim")
    same = value("b", "level", "9", claim_id="other-claim")

    assert sets(folder(first, other)) == set()
    (found,) = conflicts.records(conflicts.find(folder(first, same)))
    assert found["tier"] == "conditional"
    assert found["assumptions"] == [
        "One reporter’s count of the same trade agrees between sources and vintages."
    ]


def test_targets_and_forecasts_are_no_statements_of_what_was():
    """A target of 30 beside a level of 20 is no conflict."""
    rows = [value("a", "level", "20"), value("b", "level", "30", status="target")]

    assert sets(folder(*rows)) == set()


def test_a_repetition_counts_once():
    """A copy that rounds its origin otherwise is no second statement."""
    origin = value("a", "growth", "-26.6")
    copy = value("b", "growth", "-26", claim_id="other-claim")

    assert sets(folder(origin, copy)) == {("a", "b")}
    assert sets(folder(origin, copy, repeats={"other-claim": "source-claim"})) == set()


def test_counts_of_one_kind_do_not_fall_and_other_kinds_are_apart():
    """Fewer projects later is a conflict; fewer agreements than projects is none."""
    early, late = count("a", "150", "2018-09-12"), count("b", "130", "2019-06-10")

    assert sets(folder(early, late)) == {("a", "b")}
    assert sets(folder(early, late | {"counted": "agreements"})) == set()
    assert sets(folder(early | {"as_of": "2019"}, late)) == set()


def test_a_part_of_the_projects_is_no_more_than_all_of_them():
    """Sixty of fifty cannot be, nor 120 per cent of fifty; of none it could."""
    whole = count("a", "50", "2019-06-10")
    part = count("b", "60", "2019-06-10", part_of="a", stage="under_way", claim_id="source-a")
    share = count("c", "120", "2019-06-10", part_of="a", measure="share", unit="percent",
                  claim_id="source-a")  # fmt: skip

    assert sets(folder(whole, part)) == {("a", "b")}
    assert sets(folder(whole, share)) == {("a", "c")}


DAY = value("", "level", "1", "2018")["period_end"]
EARLIER = value("", "level", "1", "2016")["period_start"]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (value("a", "growth", "-100"), "leaves none"),
        (value("a", "level", "0"), "above 0"),
        (value("a", "growth", "5", base_end=DAY), "overlaps"),
        (value("a", "growth", "5", base_start=EARLIER), "differ in length"),
        (value("a", "growth", "5", flow="balance"), "no growth in per cent"),
        (value("a", "level", "5", period_end=None), "no stated start or end"),
        (value("a", "share", "5", unit="percent"), "whole of the share"),
        (value("a", "growth", "5", unit="percentage_points"), "no ratio"),
    ],
)
def test_what_is_no_arithmetic_is_left_out_with_the_reason(bad, reason):
    """Never a number from a base of zero, an overlap or a growth of -100%."""
    assert reason in left_out(bad, value("z", "level", "7"))["a"]


def test_a_fall_by_almost_everything_is_kept():
    """-99.9% leaves something."""
    assert "a" not in left_out(value("a", "growth", "-99.9"), value("z", "level", "7"))


def test_two_currencies_meet_only_in_whole_years_with_a_rate():
    """20 bn dollars are 2,208 bn yen in 2018; for a half-year no rate is used."""
    dollars = value("d", "level", "20")
    yen = value("y", "level", "3000", unit="JPY", currency="JPY")
    half = [
        row | {"period_end": value("h", "level", "1", "H1 2018")["period_end"]}
        for row in (dollars, yen)
    ]

    assert sets(folder(dollars, yen)) == {("d", "y")}
    assert sets(folder(dollars, yen | {"printed": "2208", "value": 2208.0})) == set()
    assert sets(folder(*half)) == set()


def test_the_smallest_move_ends_the_conflict_and_one_unit_less_does_not():
    """Moved by so many units the number fits; moved by one less it does not."""
    base = value("base", "level", "806.8", "2017")
    rows = [base, value("growth", "growth", "-24.8"), value("level", "level", "602.6")]
    (found,) = conflicts.records(conflicts.find(folder(*rows)))
    move = found["smallest_move"]
    (moved,) = [row for row in rows if row["value_id"] == move["value_id"]]
    others = [row for row in rows if row is not moved]
    step = math.copysign(0.1, move["units"])
    short = f"{float(move['to']) - step:.1f}"

    assert (
        sets(folder(*others, moved | {"printed": move["to"], "value": float(move["to"])})) == set()
    )
    assert sets(folder(*others, moved | {"printed": short, "value": float(short)})) != set()


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("2018-11-03", "told 58 days before the end of the period"),
        ("2018-11", "told before the period was over"),
        ("2018-12", "told before the period was over"),
        ("2018-12-31", "told 0 days after the end of the period"),
        ("2019-01-01", "told 1 day after the end of the period"),
        ("2019-03-01", "told 60 days after the end of the period"),
        ("2019-03-02", ""),
        ("2019-01", ""),
        (None, ""),
    ],
)
def test_a_growth_told_early_may_be_that_of_a_part(published, told):
    """Of two growths for 2018 the one told by 60 days after its end is named, with when."""
    data = folder(value("early", "growth", "17"), value("late", "growth", "19", claim_id="later-c"))
    days = {"source": published, "later": "2019-09-05"}
    sources = data.sources.assign(published=data.sources["source_id"].map(days).astype("string"))
    (found,) = conflicts.records(conflicts.find(replace(data, sources=sources)))
    named = [one for one in found["explanations"] if "only a part of 2018" in one]

    assert len(named) == bool(told)
    assert all(one.startswith("+17% (") and told in one for one in named)


def test_ends_are_exact_and_closed_only_where_attained():
    """x above 0, y in (1, 2]: x/y with x at most 3 lies in (0, 3)."""
    x, y, one = ("x",), ("y",), Fraction(1)
    rows = [
        Row({x: -one}, True), Row({x: one, ONE: -3 * one}, False),
        Row({y: -one, ONE: one}, True), Row({y: one, ONE: -2 * one}, False),
    ]  # fmt: skip
    ratio = attainable(rows, Quantity({x: Fraction(1)}, {y: Fraction(1)}))
    level = attainable(rows, Quantity({y: Fraction(1)}, {ONE: Fraction(1)}))

    assert (ratio.lower, ratio.upper) == (0, 3)
    assert (ratio.lower_closed, ratio.upper_closed) == (False, False)
    assert (level.lower, level.upper, level.lower_closed, level.upper_closed) == (1, 2, False, True)


def test_every_shipped_conflict_is_irreducible_by_another_method():
    """With the simplex in fractions, no conflict can hold and each of its proper subsets can."""
    from conflict_cases import DATA, KNOWN

    from analysis.conflicts import statements, system

    told = {one.value_id: one for one in statements.said(DATA, "literal").statements}
    found = conflicts.find(DATA, limit=100)
    chosen = [ids for ids in found.found["value_ids"] if set(ids) <= set(told)]
    for ids in chosen:
        whole = system.system([told[i] for i in ids], KNOWN)
        order = sorted({u for row in whole.rows(ids) for u in row.form if u != ONE}, key=str)

        def holds(some: tuple[str, ...], whole=whole, order=order) -> bool:
            rows = [
                ([row.form.get(u, 0) for u in order], -Fraction(row.form.get(ONE, 0)), row.strict)
                for row in whole.rows(some)
            ]
            return can_hold(rows, len(order))

        assert not holds(ids)
        assert all(holds(some) for some in combinations(ids, len(ids) - 1))
    assert len(chosen) > 80
