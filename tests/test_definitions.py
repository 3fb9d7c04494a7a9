"""Definitions: which ones decide, which explain, and what each is made of, by hand."""

from __future__ import annotations

from fractions import Fraction

import pandas as pd
import pytest
from check_cases import growth, level, rate, small, statistic, year

from analysis import definitions, tables
from analysis.definitions import Lack, vintages


def found(value: dict, statistics: list[dict], rates: list[dict] | None = None):
    """The definitions of one value."""
    made = small([value], statistics, rates)
    row = tables.statements(made).to_dict("records")[0]
    return definitions.definitions(
        definitions.question(row),
        definitions.observe(made.statistics),
        definitions.annual(made.exchange_rates),
    )


def told(rows, *words: str) -> list[tuple]:
    """Some terms of each definition."""
    return [tuple(getattr(row, word) for word in words) for row in rows]


def both_records() -> list[dict]:
    """Japan's exports as Japan and as Russia recorded them, and Russia's as both did."""
    return [
        statistic(number, printed, reporter, economy=economy, partner=partner)
        for number in (2017, 2018)
        for reporter, economy, partner, printed in (
            ("JPN", "JPN", "RUS", "100"),
            ("RUS", "JPN", "RUS", "110"),
            ("RUS", "RUS", "JPN", "200"),
            ("JPN", "RUS", "JPN", "230"),
        )
    ]


def test_a_stated_reporter_decides_alone():
    """The partner's record is the mirror and explains."""
    rows = found(growth("17"), both_records())

    assert told(rows, "reporter", "primary") == [("JPN", True), ("RUS", False), ("mean", False)]


def test_without_a_reporter_each_side_decides():
    """Each side's own record is primary, what a provider reconciled is not."""
    reconciled = [statistic(2017, "1", None), statistic(2018, "2", None)]

    rows = found(growth("17", reporter=None), [*both_records(), *reconciled])

    assert told(rows, "reporter", "primary") == [
        ("JPN", True), ("RUS", True), ("reconciled", False), ("mean", False),
    ]  # fmt: skip


def test_a_turnover_has_mirror_pairs_and_a_mean():
    """Own: 100 + 230 and 200 + 110; exporters 100 + 200, importers 110 + 230, mean 320."""
    rows = found(level("300", flow="turnover", reporter=None), both_records())

    assert {row.reporter: row.level.central for row in rows} == {
        "JPN": 330, "RUS": 310, "exporters": 300, "importers": 340, "mean": 320,
    }  # fmt: skip
    # half a unit for each part, and half of two halves for each mean of two records
    assert {row.reporter: row.level.high - row.level.central for row in rows} == {
        "JPN": 1, "RUS": 1, "exporters": 1, "importers": 1, "mean": 1,
    }  # fmt: skip


def test_the_same_flow_seen_from_the_other_side_is_the_same():
    """Russia's imports from Japan in Japan's record are Japan's exports."""
    mirrored = statistic(2018, "100", "JPN", economy="RUS", partner="JPN", flow="imports")

    assert found(level("100"), [mirrored])[0].level.central == 100


@pytest.mark.parametrize(
    ("flow", "economy", "partner", "expected"),
    [
        ("exports", "JPN", "RUS", ("flow", "JPN", "RUS")),
        ("imports", "RUS", "JPN", ("flow", "JPN", "RUS")),
        ("turnover", "RUS", "JPN", ("turnover", "JPN", "RUS")),
        ("turnover", "JPN", "RUS", ("turnover", "JPN", "RUS")),
        ("balance", "RUS", "JPN", ("balance", "RUS", "JPN")),
    ],
)
def test_a_quantity_is_the_same_whoever_tells_it(flow, economy, partner, expected):
    """Imports are the other side's exports; a turnover has no sides."""
    assert definitions.quantity(flow, economy, partner) == expected


def test_an_unknown_flow_names_the_known_ones():
    """The error lists the four flows."""
    with pytest.raises(ValueError, match="'transit' is none of exports, imports"):
        definitions.quantity("transit", "JPN", "RUS")


def test_a_printed_turnover_stands_before_a_sum():
    """Where the office printed 151, exports of 50 and imports of 100 are not added."""
    parts = [
        statistic(2018, "50"),
        statistic(2018, "100", flow="imports"),
        statistic(2018, "151", flow="turnover"),
    ]

    assert found(level("151", flow="turnover"), parts)[0].level.central == 151


@pytest.mark.parametrize(
    "other", [{"office": "B"}, {"provider": "B"}, {"reporter": "RUS"}, {"unit": "JPY"},
              {"vintage": "2019-01-30"}, {"scope": "services"}],
)  # fmt: skip
def test_parts_of_different_records_are_never_added(other):
    """Exports plus imports of one provider, office, reporter, scope, currency and vintage."""
    parts = [statistic(2018, "50"), statistic(2018, "100", flow="imports") | other]

    rows = found(level("150", flow="turnover"), parts)

    assert not [row for row in rows if row.level and row.reporter == "JPN"]


def test_exports_fob_and_imports_cif_are_one_record():
    """Their sum says which is which."""
    parts = [
        statistic(2018, "50", valuation="fob"),
        statistic(2018, "100", flow="imports", valuation="cif"),
    ]

    row = found(level("150", flow="turnover"), parts)[0]

    assert (row.level.central, row.valuation) == (150, "cif and fob")


def test_a_balance_turns_round_with_its_economy():
    """Exports of 50 less imports of 70 are -20; half a unit of each is added."""
    parts = [statistic(2018, "50"), statistic(2018, "70", flow="imports")]

    row = found(level("-20", flow="balance"), parts)[0]

    assert (row.level.low, row.level.central, row.level.high) == (-21, -20, -19)


def releases(*names: str) -> list[dict]:
    """A level and its base in several releases; the printed number tells which."""
    return [
        statistic(number, str(100 + place), vintage=name)
        for place, name in enumerate(names)
        for number in (2017, 2018)
    ]


@pytest.mark.parametrize(
    ("said", "deciding", "later"),
    [
        ("2019-06-01", "2019-05-30", ["2020-01-30"]),
        ("2019-05-30", "2019-05-30", ["2020-01-30"]),
        ("2019-05", "2019-05-30", ["2020-01-30"]),
        ("2019-03-01", "2019-01-30", ["2019-05-30", "2020-01-30"]),
        ("2018-12-31", "2019-01-30", ["2019-05-30", "2020-01-30"]),
        ("2021", "2020-01-30", []),
    ],
)
def test_the_release_known_at_the_time_decides(said, deciding, later):
    """The last one known, or else the earliest; later ones explain."""
    rows = found(growth("17", said_on=said), releases("2019-01-30", "2019-05-30", "2020-01-30"))

    assert told(rows, "vintage", "primary") == [
        (deciding, True), *((name, False) for name in later)
    ]  # fmt: skip


def test_a_year_released_once_stands_beside_the_next():
    """2017 came out in January 2018 and was not printed again: 2018 is compared with that."""
    levels = [
        statistic(2017, "100", vintage="2018-01-30"),
        statistic(2018, "117", vintage="2019-01-30"),
    ]

    assert told(found(growth("17"), levels), "vintage", "primary") == [("2019-01-30", True)]


def test_a_release_without_a_date_has_no_place_in_time():
    """Two names both decide; beside a dated release they explain."""
    named = releases("spring", "autumn")

    assert told(found(growth("17"), named), "vintage", "primary") == [
        ("autumn", True), ("spring", True),
    ]  # fmt: skip
    assert told(found(growth("17"), [*named, *releases("2019-01-30")]), "vintage", "primary") == [
        ("2019-01-30", True), ("autumn", False), ("spring", False),
    ]  # fmt: skip


def test_a_number_without_a_release_is_known_at_any_time():
    """It completes a dated release."""
    releases = {"": Lack("x"), "2019": Lack("y")}

    assert vintages.as_of(releases, "2018").code == "x"
    assert vintages.as_of(releases, "2019-06").code == "y"


def test_goods_decide_where_no_scope_is_said():
    """Goods must be there, with services they decide if the table has them; services explain."""
    rows = found(
        level("5"),
        [statistic(2018, "5", scope=name) for name in ("services", "goods_and_services")],
    )

    assert told(rows, "scope", "primary", "lack") == [
        ("goods", True, Lack("no_statistic", (), ((pd.Timestamp("2018-01-01"),
                                                  pd.Timestamp("2018-12-31")),))),
        ("goods_and_services", True, None),
        ("services", False, None),
    ]  # fmt: skip


def test_the_currency_of_the_record_decides_where_none_is_said():
    """Yen for Japan; dollars at annual averages explain: 112 over 2 is 56, 110 over 2.2 is 50."""
    levels = [statistic(2017, "112", unit="JPY"), statistic(2018, "110", unit="JPY")]
    rates = [rate("JPY", 2017, "2.0"), rate("JPY", 2018, "2.2")]

    rows = found(growth("-2"), levels, rates)

    assert told(rows, "currency", "primary") == [("JPY", True), ("USD", False)]
    assert (rows[1].level.central, rows[1].base.central) == (50, 56)
    # 111.5 at 2.05 and 112.5 at 1.95 are the ends
    assert rows[1].base.low == Fraction("111.5") / Fraction("2.05")
    assert rows[1].base.high == Fraction("112.5") / Fraction("1.95")


def test_the_stated_currency_is_never_converted_to_decide():
    """A table in yen does not decide a number in dollars, but explains it."""
    levels = [statistic(2018, "110", unit="JPY")]

    rows = found(level("50"), levels, [rate("JPY", 2018, "2.2")])

    assert told(rows, "currency", "primary", "level") == [
        ("USD", True, None), ("USD", False, rows[1].level),
    ]  # fmt: skip
    assert rows[0].lack.code == "other_currency"


def test_annual_averages_convert_whole_calendar_years_only():
    """Half a year is not converted."""
    half = {"period_start": "2018-01-01", "period_end": "2018-06-30"}

    rows = found(level("50") | half, [statistic(2018, "110", unit="JPY") | half],
                 [rate("JPY", 2018, "2.2")])  # fmt: skip

    assert [row.lack and row.lack.code for row in rows] == ["other_currency"]


def test_two_rates_for_a_year_are_a_fault():
    """Which one is meant is not known."""
    made = small([], [], [rate("JPY", 2018, "110"), rate("JPY", 2018, "111")])

    with pytest.raises(ValueError, match="two annual averages of JPY for 2018"):
        definitions.annual(made.exchange_rates)


def test_a_rate_of_zero_is_a_fault():
    """Nothing can be divided by it."""
    with pytest.raises(ValueError, match="JPY for 2018 is 0, not above 0"):
        definitions.annual(small([], [], [rate("JPY", 2018, "0")]).exchange_rates)


def test_other_periods_that_overlap_explain():
    """A fiscal year on the fiscal year before, a half on the half before; not the year before."""
    fiscal = [
        statistic(2018, printed, period_start=f"{n}-04-01", period_end=f"{n + 1}-03-31")
        for n, printed in ((2017, "10"), (2018, "12"))
    ]
    alone = statistic(2018, "3", period_start="2018-07-01", period_end="2018-12-31")

    rows = found(growth("17"), [*fiscal, alone, statistic(2016, "9")])

    assert told(rows, "primary", "period") == [
        (True, (pd.Timestamp("2018-01-01"), pd.Timestamp("2018-12-31"))),
        (False, (pd.Timestamp("2018-04-01"), pd.Timestamp("2019-03-31"))),
    ]


def test_leap_days_do_not_part_a_period_from_its_base():
    """January to February 2016 is compared with January to February 2015."""
    months = [
        statistic(n, "10", period_start=f"{n}-01-01", period_end=f"{n}-02-{last}")
        for n, last in ((2015, 28), (2016, 29))
    ]

    rows = found(growth("0") | {
        **year(2016), "base_start": "2015-01-01", "base_end": "2015-12-31",
    }, months)  # fmt: skip

    assert [row.period[1].day for row in rows if not row.primary] == [29]


def test_two_rows_for_one_cell_and_vintage_are_no_number():
    """Which of them is right is not known, even where they agree."""
    cell = [
        statistic(2018, "5"),
        statistic(2018, "5", economy="RUS", partner="JPN", flow="imports"),
    ]

    row = found(level("5"), cell)[0]

    assert (row.level, row.lack) == (None, Lack("two_rows", (0, 1)))
