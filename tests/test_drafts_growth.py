"""Growths as English outlets word them: which way, of which months, from which base, or none."""

from __future__ import annotations

from datetime import date

import pytest
from draft_cases import rows

from analysis.drafts import statements
from analysis.drafts.articles import Article

for extra in ("trafilatura", "markdown_it"):
    pytest.importorskip(extra)

GROWN = "Canada's exports to Chile rose by 8 percent in 2020."


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("Growth fell to 3 percent.", "3"),
        ("The rise had slowed to 3 percent.", "3"),
        ("The decline widened to 3 percent.", "-3"),
        ("In 2021 growth was lower, at 3 percent.", "3"),
    ],
)
def test_a_growth_that_moves_keeps_its_direction(sentence, printed):
    """A growth that fell to so much is a rise still, a fall that widened is a fall."""
    assert rows(f"{GROWN} {sentence}", columns="printed")[1:] == [(printed,)]


@pytest.mark.parametrize(
    ("sentence", "period", "base"),
    [
        ("They rose 2 percent from April to May.", ("2021-05-01", "2021-05-31"), "2021-04-01"),
        ("They fell 2 percent to October.", ("2021-01-01", "2021-10-31"), "2020-01-01"),
        ("The year before it had been 2 percent.", ("2019-01-01", "2019-12-31"), "2018-01-01"),
        ("In 2021 they were triple those of 2016.", ("2021-01-01", "2021-12-31"),
         "2016-01-01"),
        ("They fell 3 percent in May, and 2 percent in the five months as a whole.",
         ("2021-01-01", "2021-05-31"), "2020-01-01"),
    ],
)  # fmt: skip
def test_a_growth_is_told_from_one_time_to_another(sentence, period, base):
    """From month to month, to the year's latest month, and what it had been the year before."""
    told = rows(f"{GROWN} {sentence}", columns="period_start period_end base_start")[-1]
    assert tuple(day and day.isoformat() for day in told) == (*period, base)


@pytest.mark.parametrize(
    "sentence",
    [
        "Growth slackened by 3 percentage points.",
        "That was half a point faster than analysts had expected.",
        "In cubic metres the decline was 29 percent.",
        "Chile's economy as a whole grew by 1.3 percent.",
        "GDP growth: 2 percent.",
        "The quota is 150,000 tonnes, 70 percent of it for fish.",
    ],
)
def test_what_is_no_growth_of_trade_is_left_out(sentence):
    """Points that a growth moved by, forecasts missed, volumes, economies and quotas are none."""
    assert rows(f"{GROWN} {sentence}", columns="printed")[1:] == []


def test_a_number_is_not_what_the_one_before_it_was_called():
    """A forecast told beside a result leaves the result reported, a bygone goal is a goal."""
    text = (
        "Instead of the 20 percent that had been forecast, Canada's exports to Chile grew by "
        "6 percent in 2020. A billion dollars in 2019: that was the aim."
    )
    assert rows(text, columns="printed status") == [
        ("20", "forecast"), ("6", "reported"), ("billion", "target"),
    ]  # fmt: skip


def test_both_flows_told_before_are_two_rows():
    """One numeral that is said of both sums is a row of each."""
    text = (
        "Canada's exports to Chile were worth $3 billion in 2020, its imports $2 billion. "
        "The minister wants both sums to double by 2030."
    )
    assert rows(text, columns="printed flow status")[2:] == [
        ("double", "exports", "target"), ("double", "imports", "target"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry of investment put the plus at 12 percent.",
        "Although prices fell, the value was 12 percent higher.",
        "A bumper harvest lifted the total by 12 percent.",
        "Higher prices explain most of the 12 percent rise.",
        "Falling output means 12 percent more exports.",
        "Copper managed 12 percent.",
    ],
)
def test_what_explains_a_growth_or_tells_of_it_is_not_what_grows(sentence):
    """An office, a cause or a condition before "the rise" leaves it the rise of trade."""
    assert rows(f"{GROWN} {sentence}", columns="printed measure")[1:] == [("12", "growth")]


def test_a_growth_may_be_told_before_its_flow():
    """What a text opens with is of the flow that it names next."""
    texts = ("Chilean wine up 9% in Japan", "Japan imported Chilean wine for $60 million in 2020.")
    article = Article("en", date(2021, 12, 1), "The Outlet", texts[0], "", texts)
    told = [(one.printed, one.flow, one.economy) for one in statements.read(article).proposals]
    assert told == [("9", "imports", "JPN"), ("60", "imports", "JPN")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Canada's imports from Chile rose faster than its exports, at 12 percent versus 9 percent.",
        "Canada's imports from Chile outpaced its exports: 12 percent against 9.",
        "Imports from and exports to Chile rose 12 and 9 percent.",
        "In short: imports from Chile plus 12, exports to Chile plus 9 percent.",
    ],
)
def test_two_flows_set_beside_one_another_have_a_growth_each(sentence):
    """The first number is of the flow named first, the second of the other."""
    told = [("12", "imports", "up"), ("9", "exports", "up")]
    assert rows(f"{GROWN} {sentence}", columns="printed flow direction")[1:] == told


def test_partners_in_a_row_have_the_number_behind_their_names():
    """A percentage in brackets is of the economy before them."""
    text = "Canada's exports to Chile (-3%), Peru (+4%) and Mexico (+11%) differed in 2020."
    assert rows(text, columns="printed partner") == [("-3", "CHL"), ("4", "PER"), ("11", "MEX")]


def test_a_growth_may_start_from_a_peak_or_low():
    """What flows are above or below is their base: a record of another year too."""
    text = "In 2021 Canada's exports to Chile were still 9 percent short of their 2014 peak."
    told = rows(text, columns="printed base_start period_start")
    assert told == [("-9", date(2014, 1, 1), date(2021, 1, 1))]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("The best month was May, with 31 percent.", ("2021-05-01", "2020-05-01")),
        ("If one takes 2010 as a base, they are up 80 percent.", ("2020-01-01", "2010-01-01")),
        ("It was the best since 2011, when they rose 9 percent.", ("2011-01-01", "2010-01-01")),
        ("They made up for the 15 percent lost in 2016.", ("2016-01-01", "2015-01-01")),
    ],
)  # fmt: skip
def test_months_and_years_told_for_comparison_have_their_own_growth(sentence, days):
    """The best month, a year taken as the base, a year like which none was, a loss made up for."""
    told = rows(f"{GROWN} {sentence}", columns="measure period_start base_start")[1:]
    assert told == [("growth", *(date.fromisoformat(day) for day in days))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Growth came to 5 percent, down from 9 percent.", ["5", "9"]),
        ("It will be 5 percent this year, down from 9 percent.", ["5", "9"]),
        ("They fell 5 percent, less than the 9 percent of 2016.", ["-5", "-9"]),
        ("They fell 5 percent, better than the 9 percent gain of 2016.", ["-5", "9"]),
    ],
)
def test_a_growth_compared_with_another_keeps_its_own_direction(sentence, expected):
    """ "Down from" tells that a growth slowed, and not that the earlier one was a fall."""
    assert [one for (one,) in rows(f"{GROWN} {sentence}", columns="printed")[1:]] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Growth of 8 percent in exports was offset by a 12-percent plunge in imports.",
        "Exports rose 8 percent, outweighing a 12 percent fall in their imports.",
    ],
)
def test_a_fall_in_imports_is_of_imports(sentence):
    """The flow behind the noun of a movement counts, whatever flow was named before."""
    told = rows(f"{GROWN} {sentence}", columns="flow printed")[1:]
    assert told == [("exports", "8"), ("imports", "-12")]


def test_what_went_before_lends_nobody_its_year():
    """After a fall in one year comes another; "2017's sum" is of 2017."""
    after = rows("After a 3 percent fall in 2017, Canada's exports to Chile rose 5 percent.",
                 columns="printed period_start")  # fmt: skip
    assert after == [("-3", date(2017, 1, 1)), ("5", None)]
    over = rows("Canada's exports to Chile hit $5 billion in 2018, up from 2017's $4 billion.",
                columns="printed period_start")  # fmt: skip
    assert over == [("5", date(2018, 1, 1)), ("4", date(2017, 1, 1))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Cocoa exports rose 5 percent, coffee 30 percent.", ["Cocoa only", "coffee only"]),
        ("Exports of cocoa fell 5 percent but those of tea rose 3 percent.",
         ["cocoa only", "tea only"]),
        ("Exports of $3 billion outstripped imports of $2 billion.", ["", ""]),
        ("Cumulative trade was $3 billion.", [""]),
    ],
)  # fmt: skip
def test_a_number_is_of_the_thing_beside_it(sentence, expected):
    """The next thing takes the place of the one before; verbs and sums are no things."""
    assert [one for (one,) in rows(f"{GROWN} {sentence}", columns="note")[1:]] == expected


def test_a_scale_alone_is_a_sum():
    """ "Trade will reach a billion" is said of the currency told before, without its scale."""
    text = "Canada's trade with Chile was US$640 million in 2020. It will reach a billion in 2023."
    told = rows(text, columns="printed unit scale value status")[-1]
    assert told == ("billion", "USD", 1, 1e9, "forecast")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Exports, which make up 64 percent of turnover, went up 15 percent.",
         [("turnover", "64"), ("exports", "15")]),
        ("The positive balance was $180 million.", [("balance", "180")]),
        ("The value of exports was two and a half times that of imports.", []),
    ],
)  # fmt: skip
def test_a_number_is_of_the_flow_that_its_sentence_is_about(sentence, expected):
    """An aside is over at its comma, and one flow against another is no growth."""
    assert rows(f"{GROWN} {sentence}", columns="flow printed")[1:] == expected


def test_a_year_of_something_else_is_no_period():
    """That of an event since which something is told, that of another number's brackets; what a
    poll expected is of the time that was told, and a forecast."""
    since = (
        "Since the pact came into force in 2015, Canada's exports to Chile have risen 48 percent."
    )
    shares = "The share of tea in Canada's exports to Chile was 41 percent (43 percent in 2017)."
    poll = f"{GROWN} The median estimate in a poll was for a rise of 9 percent."

    assert rows(since, columns="printed period_start") == [("48", None)]
    assert rows(shares, columns="printed period_start") == [("41", None), ("43", date(2017, 1, 1))]
    assert rows(poll, columns="status period_start")[-1] == ("forecast", date(2020, 1, 1))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They declined 14 percent from a year ago, after an 8 percent gain in March.",
         [("-14", "2020-01-01"), ("8", "2022-03-01")]),
        ("Imports climbed 5 percent, leaving the narrowest surplus since November 2016.",
         [("5", "2020-01-01")]),
    ],
)  # fmt: skip
def test_figures_of_a_newswire_have_their_own_periods(sentence, expected):
    """A gain that went before, and a rarity since some month, lend no period."""
    told = rows(f"{GROWN} {sentence}", columns="printed period_start")[1:]
    assert [(printed, day.isoformat()) for printed, day in told] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Direct investment in Chile could reach $500 million, up from $422 million in 2020.",
        "Freight along the corridor grew by 60 percent to 4 million tonnes.",
    ],
)
def test_money_and_freight_of_another_kind_are_no_trade(sentence):
    """What investment came from is investment, and freight is carried, not traded."""
    assert rows(f"{GROWN} {sentence}", columns="printed")[1:] == []


def test_a_goal_has_not_the_year_of_a_forecast_told_elsewhere():
    """In a paragraph of its own a goal without a day has none."""
    text = f"{GROWN} The minister expects them to double by 2028."
    goal = "The governments have set a target of $15 billion in annual trade."
    assert rows(text, goal, columns="printed status period_start")[-1] == ("15", "target", None)


def test_what_economists_expect_is_counted_by_no_economists():
    """The number of those who were asked is no thing that the percentage is of."""
    told = rows(f"{GROWN} The median forecast of six economists was for a 3 percent drop.",
                columns="printed status")  # fmt: skip
    assert told[1:] == [("-3", "forecast")]
