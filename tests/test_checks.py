"""Verdicts: each one, each edge and each reason worked by hand on a few rows."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pandas as pd
import pytest
from check_cases import base, growth, level, rate, rows, small, statistic, summary, year

from analysis import checks, tables
from analysis.checks import REASONS

DOUBLED = growth("2", unit="times") | {"printed": "doubled"}


def two(first: str, second: str, **more) -> list[dict]:
    """Japan's exports in 2017 and 2018."""
    return [statistic(2017, first, **more), statistic(2018, second, **more)]


@pytest.mark.parametrize(
    ("value", "levels", "reading", "verdict"),
    [
        # 1170 / 1000 is +17.0, which is in 16.5 to 17.5
        (growth("17"), ("1000", "1170"), "usual", "reproduced"),
        # 64 / 55 is +16.36, outside; 64.5 / 54.5 is +18.3, so rounding reaches it
        (growth("17"), ("55", "64"), "usual", "reproduced_with_rounding"),
        # about 17 is 16 to 18, so +16.2 fits by the word and not by rounding
        (growth("17", "about"), ("1000", "1162"), "usual", "reproduced_with_hedge"),
        # +15.99 is outside, 11599.5 / 9999.5 is +16.0008: rounding reaches the word alone
        (growth("17", "about"), ("10000", "11599"), "usual", "reproduced_with_hedge"),
        # without a word the charitable reading is rounding too: 16 to 18
        (growth("17"), ("10000", "11620"), "usual", "not_reproduced"),
        (growth("17"), ("10000", "11620"), "charitable", "reproduced_with_rounding"),
        (growth("17"), ("1000", "1200"), "usual", "not_reproduced"),
        # over 17 has no upper end literally, and ends below 18 usually
        (growth("17", "over"), ("10000", "12000"), "literal", "reproduced_with_hedge"),
        (growth("17", "over"), ("10000", "12000"), "usual", "not_reproduced"),
        (growth("-24"), ("1000", "760"), "usual", "reproduced"),
        (growth("1.5", unit="times"), ("1000", "1500"), "usual", "reproduced"),
        (DOUBLED, ("1000", "2400"), "usual", "reproduced"),
    ],
)  # fmt: skip
def test_each_verdict_follows_from_where_the_statistic_lies(value, levels, reading, verdict):
    """The order of the design: S meets C, s in C and C0, s in C, S meets C0."""
    assert summary(value, two(*levels), reading)["verdict"] == verdict


@pytest.mark.parametrize(
    ("hedge", "verdict", "at_end", "inequality"),
    [
        # 1111 on 10 hundred: S reaches 1111.5 / 950 = 1.17 exactly
        ("over", "not_reproduced", False, "17 <= 17, and that end is excluded"),
        ("at least", "reproduced_with_rounding", True, "17 <= 17"),
    ],
)
def test_meeting_only_at_an_end_is_exact(hedge, verdict, at_end, inequality):
    """An excluded end is a miss by nothing; an included one a fit that is flagged."""
    levels = [statistic(2017, "10", scale=100.0), statistic(2018, "1111")]

    row = rows(growth("17", hedge), levels).iloc[0]

    assert (row["verdict"], row["at_end"]) == (verdict, at_end)
    assert row["inequality"].replace(" < ", " <= ") == inequality
    assert row["misses_by"] == 0
    assert summary(growth("17", hedge), levels)["verdict"] == verdict


def test_a_statistic_at_the_end_of_rounding_is_inside_and_flagged():
    """+16.5 prints as 17 or 16, and nobody says how ties went."""
    row = rows(growth("17"), two("1000", "1165")).iloc[0]

    assert (row["verdict"], row["at_end"]) == ("reproduced", True)
    assert row["inequality"] == "16.5 <= 16.5 <= 17.5"


@pytest.mark.parametrize(
    ("printed", "first", "second"),
    [("16.5", "200", "233.1"), ("-28.5", "1000", "715.5"), ("0.7", "7000", "7045.5")],
)
def test_ends_that_floats_cannot_tell_are_decided_exactly(printed, first, second):
    """s lies exactly half a unit from the printed number: 233.1 / 200 is +16.55."""
    row = rows(growth(printed), two(first, second)).iloc[0]

    assert (row["verdict"], row["at_end"]) == ("reproduced", True)


def test_a_miss_says_by_how_much_and_which_base_would_remove_it():
    """1200 on 1000 is at least 1199.5 / 1000.5 = 1.1989; 17.5 needs 1199.5 / 1.175 = 1020.85."""
    row = summary(growth("17"), two("1000", "1200"))

    assert row["best_miss"] == pytest.approx(100 * (1199.5 / 1000.5 - 1) - 17.5)
    # a base printed 1021 may be 1021.5; one printed 1020 only 1020.5
    assert "a base of 1.021 instead of 1 (USD thousand) would remove the miss" in row["sentence"]
    assert "2.4 points above what the words allow" in row["sentence"]


def test_a_base_of_many_digits_is_rounded_to_what_still_fits():
    """19.3123456785 on 22.3 for a fifth: 19.3123456785 / 1.205 = 16.0268, / 1.195 = 16.1610."""
    row = summary(growth("20"), two("22300000000.0", "19312345678.5"))
    base = float(re.search(r"a base of ([\d.]+) instead of 22\.3 ", row["sentence"])[1])

    assert base == 16.16
    assert 1.195 <= 19.3123456785 / base <= 1.205


def test_a_value_that_its_hedge_carries_says_what_the_hedge_allows():
    """About 20 percent allows 15 to 25 percent: half a step of ten either way."""
    row = summary(growth("20", hedge="about"), two("1000", "1230"))

    assert row["sentence"].endswith(" gives +23.00%, and about +20% allows +15% to +25%.")


def test_the_base_that_would_remove_a_miss_from_below_is_lower():
    """2017 in the design's words: 69.59 instead of 69.52 is a base moved by whole last digits."""
    levels = [statistic(2017, "69.59", scale=1e9), statistic(2018, "80.91", scale=1e9)]

    row = summary(growth("16.4"), levels)

    # at most 80.915 / 69.585 = 1.16282; 16.35 needs a base of 80.915 / 1.1635 = 69.5445 + 0.005
    assert row["verdict"] == "not_reproduced"
    assert "a base of 69.54 instead of 69.59 (USD bn)" in row["sentence"]


def test_looseness_counts_the_neighbours_that_would_fit_too():
    """S from 14.4 to 18.3 meets the rounding of 14, 15, 16, 17 and 18, of the 21 from 7 to 27."""
    row = summary(growth("17"), two("55", "64"))

    assert row["loose_share"] == pytest.approx(5 / 21)
    assert row["definitions_tried"] == 1


@pytest.mark.parametrize(
    ("printed", "verdict"),
    [
        ("18.2", "reproduced"),
        ("18.9", "reproduced_with_hedge"),
        ("20.0", "not_reproduced"),
        ("17.9", "not_reproduced"),
    ],
)
def test_levels_are_checked_in_their_own_currency(printed, verdict):
    """Exceeding 18 is 18 to 19; 17.5 to 18.5 would be its rounding."""
    exceeding = level("18", "exceeding", scale=1e9)

    assert summary(exceeding, [statistic(2018, printed, scale=1e9)])["verdict"] == verdict


def test_a_turnover_is_exports_plus_imports_of_one_record_rounding_added():
    """50 and 60 are from 109 to 111."""
    parts = [statistic(2018, "50"), statistic(2018, "60", flow="imports")]

    row = rows(level("111", flow="turnover"), parts).iloc[0]

    assert (row["lower"], row["central"], row["upper"]) == (109, 110, 111)
    assert row["verdict"] == "reproduced_with_rounding"


def test_a_share_divides_two_statistics_of_one_record():
    """Exports of 30 in a turnover of 50 are 60%."""
    whole = level("50", value_id="whole", flow="turnover")
    share = level(
        "60", value_id="v", measure="share", unit="percent", currency=None, part_of="whole"
    )
    parts = [statistic(2018, "30.0"), statistic(2018, "20.0", flow="imports")]

    found = checks.check(small([share, whole], parts)).summary.set_index("value_id")

    assert found.loc["v", "verdict"] == "reproduced"


@pytest.mark.parametrize(
    ("printed", "verdict", "code"),
    [
        ("2", "reproduced", ""),
        ("1", "not_reproduced", ""),
        ("3", "cannot_be_checked", "ranking_incomplete"),
    ],
)
def test_a_rank_counts_who_stands_above(printed, verdict, code):
    """China stands above Russia and France below: second, and a shorter table proves no third."""
    partners = [
        statistic(2018, printed, partner=partner)
        for partner, printed in (("RUS", "50"), ("CHN", "90"), ("FRA", "40"))
    ]
    rank = level(printed, measure="rank", unit="ordinal", currency=None)

    row = summary(rank, partners)

    assert (row["verdict"], row["reason_code"]) == (verdict, code)


@pytest.mark.parametrize(
    ("years", "verdict", "code"),
    [
        ({2015: "90", 2016: "92", 2017: "94"}, "reproduced", ""),
        ({2015: "90", 2016: "99", 2017: "94"}, "not_reproduced", ""),
        ({2015: "90", 2017: "94"}, "cannot_be_checked", "ranking_incomplete"),
        ({2016: "99"}, "not_reproduced", ""),
        # 96.0 and 95.5 both print as 96
        ({2015: "90", 2016: "96", 2017: "94"}, "reproduced", ""),
    ],
)
def test_a_record_is_the_first_place_among_years(years, verdict, code):
    """2018 with 96 against 2015 to 2017; a missing year could have been higher."""
    levels = [statistic(number, printed) for number, printed in {**years, 2018: "96"}.items()]
    span = {"base_start": "2015-01-01", "base_end": "2017-12-31"}

    row = summary(level("1", measure="rank", unit="ordinal", currency=None) | span, levels)

    assert (row["verdict"], row["reason_code"]) == (verdict, code)


HAND_MADE = [
    (growth("17", status="target"), [], "target"),
    (growth("17", status="forecast"), [], "forecast"),
    (growth("15", measure="ordinal", unit="ordinal", counted="sessions"), [], "ordinal"),
    (growth("60", measure="count", unit="count", counted="projects"), [], "count"),
    (growth(None, direction="down"), [], "words_only"),
    (growth(None, unit=None), [], "no_number"),
    (growth("17", flow=None), [], "no_flow"),
    (growth("17", period_start=None, period_end=None), [], "no_period"),
    (growth("17", period_end=None), [], "open_period"),
    (growth("17", base_start=None, base_end=None), [], "no_base"),
    (growth("17", base_end="2018-06-30"), [], "periods_overlap"),
    (growth("17", base_end="2017-11-30"), [], "periods_differ"),
    (growth("17", flow="balance"), [], "balance"),
    (growth("-100"), [statistic(2017, "5"), statistic(2018, "0")], "fall_of_everything"),
    (growth("3", unit="percentage_points"), [], "unit"),
    (level("60", measure="share", unit="percent", currency=None), [], "no_whole"),
    (growth("17"), [], "no_statistic"),
    (growth("17"), [statistic(2017, "5")], "no_statistic"),
    (growth("17"), [statistic(2018, "5")], "no_base_statistic"),
    (growth("17", currency="EUR"), two("1000", "1170"), "other_currency"),
    (growth("17"), [statistic(2017, "5", vintage="a"), statistic(2018, "6", vintage="b")],
     "no_common_record"),
    (growth("17"), [*two("10", "12"), statistic(2017, "10")], "two_rows"),
    (growth("17"), two("0", "12"), "zero_base"),
    (growth("17"), two("12", "0"), "zero_level"),
    (growth("17", reporter=None), two("1000", "1300"), "incomplete"),
    (level("1", measure="rank", unit="ordinal", currency=None), [statistic(2018, "5")],
     "no_ranking"),
    (level("2", measure="rank", unit="ordinal", currency=None),
     [statistic(2018, "50"), statistic(2018, "40", partner="CHN")], "ranking_incomplete"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "statistics", "code"), HAND_MADE, ids=lambda case: str(case)[:20]
)
def test_what_cannot_be_checked_says_why(value, statistics, code):
    """Never a number: the verdict, the code, and what would settle it."""
    row = summary(value, statistics)

    assert (row["verdict"], row["reason_code"]) == ("cannot_be_checked", code)
    assert "cannot be checked: " in row["sentence"]
    assert "It would be settled by " in row["sentence"]
    assert "{" not in row["sentence"]
    assert "  " not in row["sentence"]


def test_every_reason_has_a_test():
    """Each code of the table is met above, but for the whole of a share, below."""
    assert set(REASONS) == {code for _, _, code in HAND_MADE} | {"no_whole_statistic"}


def test_a_share_needs_part_and_whole_in_one_record():
    """The part alone decides nothing."""
    whole = level("50", value_id="whole", flow="turnover")
    share = level("60", measure="share", unit="percent", currency=None, part_of="whole")

    found = checks.check(small([share, whole], [statistic(2018, "30")])).summary

    assert found.set_index("value_id").loc["v", "reason_code"] == "no_whole_statistic"


def test_leap_years_are_as_long_as_others():
    """2016 has a day more than 2015 and as many months."""
    levels = [statistic(2015, "1000"), statistic(2016, "1170")]

    assert summary(growth("17") | year(2016) | base(2015), levels)["verdict"] == "reproduced"


def test_a_missing_year_is_not_bridged():
    """2018 is never compared with 2016 because 2017 is missing."""
    levels = [statistic(2016, "1000"), statistic(2018, "1170")]

    assert summary(growth("17"), levels)["reason_code"] == "no_base_statistic"


def test_one_sided_misses_are_told_beside_what_is_missing():
    """Japan's record misses and Russia's is not there: no verdict, but the miss is named."""
    row = summary(growth("17", reporter=None), two("1000", "1300"))

    assert row["reason_code"] == "incomplete"
    assert "the tables hold no record kept by Russia for 2018 and 2017" in row["sentence"]
    assert "What could be computed: the record of Japan" in row["sentence"]


def test_one_side_that_fits_is_enough():
    """The best of the primary definitions is the verdict."""
    assert summary(growth("17", reporter=None), two("1000", "1170"))["verdict"] == "reproduced"


def test_a_reconciled_table_explains_and_never_decides():
    """No reporter kept it, so it is nobody's own record."""
    row = summary(growth("17", reporter=None), two("1000", "1170", reporter=None))

    assert (row["verdict"], row["reason_code"]) == ("cannot_be_checked", "no_statistic")
    assert "Another definition fits without deciding: Office’s reconciled table" in row["sentence"]


def test_a_growth_that_the_office_printed_itself_decides():
    """+16.8 printed is from 16.75 to 16.85."""
    own = statistic(2018, "16.8", measure="growth", unit="percent")

    row = summary(growth("17"), [own])

    assert row["verdict"] == "reproduced"
    assert summary(growth("18"), [own])["verdict"] == "not_reproduced"
    assert summary(growth("18", currency="USD"), [own])["verdict"] == "cannot_be_checked"


def test_the_seventeen_per_cent_of_2018_cannot_be_checked(data):
    """The sentence names speaker, office, table and period; the table of OEC ends in 2014."""
    found = checks.check(data).summary.set_index("value_id")
    row = found.loc["tass-2019-06-10-oreshkin-growth-2018"]

    assert (row["verdict"], row["reason_code"]) == ("cannot_be_checked", "no_statistic")
    assert row["sentence"] == (
        "Maxim Oreshkin’s +17% for trade between Japan and Russia in 2018 (TASS, 10 Jun 2019) "
        "cannot be checked: the tables hold no record kept by Russia or by Japan for 2018 and "
        "2017. It would be settled by turnover (or both exports and imports) of goods for 2018 "
        "and 2017, from the office that keeps the trade statistics of Russia or of Japan."
    )


@pytest.mark.parametrize("reading", ["literal", "usual", "charitable"])
def test_every_statement_of_the_shipped_data_has_one_row(data, reading):
    """Whatever can be said or not, it is said once; today nothing can be decided."""
    found = checks.check(data, reading)

    assert found.summary["value_id"].tolist() == tables.statements(data)["value_id"].tolist()
    assert set(found.summary["verdict"]) == {"cannot_be_checked"}
    assert set(found.summary["reason_code"]) <= set(REASONS)


def test_records_are_json(data):
    """Missing numbers are null, tuples lists; the keys of the design are there."""
    found = checks.check(data)

    summaries = json.loads(json.dumps(checks.records(found.summary), allow_nan=False))
    definitions = json.loads(json.dumps(checks.records(found.definitions), allow_nan=False))

    assert {"value_id", "check", "verdict", "reason_code", "sentence"} <= summaries[0].keys()
    assert summaries[0]["check"] == "statistics"
    assert isinstance(definitions[0]["rows"], list)


def test_the_check_leaves_the_tables_alone(data):
    """Frames in, new frames out."""
    before = [frame.copy() for frame in vars(data).values() if isinstance(frame, pd.DataFrame)]

    checks.check(data)

    after = [frame for frame in vars(data).values() if isinstance(frame, pd.DataFrame)]
    for one, other in zip(before, after, strict=True):
        pd.testing.assert_frame_equal(one, other)


def test_an_unknown_reading_names_the_known_ones(data):
    """The error lists the three readings."""
    with pytest.raises(ValueError, match="'strict' is none of literal, usual, charitable"):
        checks.check(data, "strict")


def test_a_statistic_that_is_no_numeral_is_named_with_its_row():
    """A number that cannot be read is a fault of the table, not a verdict."""
    bad = replace(small([growth("17")], two("1000", "1170")))
    bad.statistics.loc[1, "printed"] = "n/a"

    with pytest.raises(ValueError, match="row 1 of the statistics: 'n/a' is not a numeral"):
        checks.check(bad)


def test_no_statement_gives_empty_frames():
    """An empty folder has no verdicts and the same columns."""
    empty = checks.check(small([], []))

    assert empty.summary.empty
    assert "sentence" in empty.summary


def test_conversions_are_tried_beside_the_own_currency():
    """In yen the same exports grew by 1170 x 110 on 1000 x 112: an explanation, not a verdict."""
    rates = [rate("JPY", 2017, "112"), rate("JPY", 2018, "110")]

    found = rows(growth("15"), two("1000", "1170"), rates=rates).set_index("currency")

    assert found.loc["JPY", "central"] == pytest.approx(100 * (1170 * 110 / (1000 * 112) - 1))
    assert not found.loc["JPY", "primary"]
    assert found.loc["USD", "primary"]


@pytest.mark.parametrize(
    ("value", "statistics", "words"),
    [
        (growth("17"), two("1000", "1170"),
         "A Minister’s +17% for Japan’s exports to Russia in 2018 (Paper, 2 Jun 2019) is "
         "reproduced: the record of Japan (goods, USD, Office) gives +17.00%."),
        (growth("17"), two("55", "64"),
         "is reproduced once rounding is allowed for: the record of Japan (goods, USD, Office) "
         "gives from +14.41% to +18.35%."),
        (growth("17", "about"), two("1000", "1162"), "is reproduced only by its hedge: "),
        # with 10 hundred S is +10.6% to +22.4%, which meets 16.5 to 17.5
        (growth("17", "about"), [statistic(2017, "10", scale=100.0), statistic(2018, "1162")],
         "is reproduced within what its hedge allows: "),
        (level("18", "exceeding", scale=1e9), [statistic(2018, "20.0", scale=1e9)],
         "gives USD 20.00 bn, USD 0.95 bn above what the words allow."),
        (growth("17", "over"), [statistic(2017, "10", scale=100.0), statistic(2018, "1111")],
         "its rounding reaches no further than an end that the words exclude"),
        (level("1", measure="rank", unit="ordinal", currency=None),
         [statistic(2018, "5"), statistic(2018, "90", partner="CHN")],
         "gives place 2, 1 place lower than the words allow."),
    ],
)  # fmt: skip
def test_sentences_could_be_printed(value, statistics, words):
    """Speaker, number, what it is about, verdict, and what the record gives."""
    assert words in summary(value, statistics)["sentence"]
