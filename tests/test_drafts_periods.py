"""Periods that a text names: the words kept, the days counted from the day of publication."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.drafts import periods
from analysis.drafts.periods import FiscalYear

DAY = date(2019, 11, 20)
MONTHS = {
    "en": list(calendar.month_name)[1:],
    "ru": ["январе", "феврале", "марте", "апреле", "мае", "июне", "июле", "августе", "сентябре",
           "октябре", "ноябре", "декабре"],
}  # fmt: skip


def only(text, language="en", published=DAY, fiscal=None):
    """The one period of a text."""
    (found,) = periods.find(text, language, published, fiscal)
    return found


def days(text, language="en", published=DAY, fiscal=None):
    """Its first and last day, as ISO dates."""
    found = only(text, language, published, fiscal)
    return tuple(day and day.isoformat() for day in (found.first, found.last))


def year(number):
    """The first and last day of a year."""
    return f"{number}-01-01", f"{number}-12-31"


@pytest.mark.parametrize(
    ("language", "text", "printed", "first", "last"),
    [
        ("en", "It grew in 2018.", "in 2018", "2018-01-01", "2018-12-31"),
        ("en", "It grew in the first half of this year.", "in the first half of this year",
         "2019-01-01", "2019-06-30"),
        ("en", "In January to October it grew.", "In January to October", "2019-01-01",
         "2019-10-31"),
        ("en", "It grew in January-May 2018.", "in January-May 2018", "2018-01-01", "2018-05-31"),
        ("en", "It grew in the third quarter.", "in the third quarter", "2019-07-01",
         "2019-09-30"),
        ("en", "It grew in Q4 2017.", "in Q4 2017", "2017-10-01", "2017-12-31"),
        ("en", "It grew in the first nine months.", "in the first nine months", "2019-01-01",
         "2019-09-30"),
        ("en", "It grew in the year to June.", "in the year to June", "2018-07-01", "2019-06-30"),
        ("en", "It grew in the year to last June.", "in the year to last June", "2018-07-01",
         "2019-06-30"),
        ("en", "It grew in the half-year to June.", "in the half-year to June", "2019-01-01",
         "2019-06-30"),
        ("en", "It grew in the quarter ended June 30.", "in the quarter ended June 30",
         "2019-04-01", "2019-06-30"),
        ("en", "For 2018 as a whole it grew.", "For 2018 as a whole", "2018-01-01", "2018-12-31"),
        ("en", "It grew in the June quarter.", "in the June quarter", "2019-04-01", "2019-06-30"),
        ("en", "It grew in the fiscal year that ended March 31, 2019.",
         "in the fiscal year that ended March 31, 2019", "2018-04-01", "2019-03-31"),
        ("en", "It grew in the pandemic year 2018.", "in the pandemic year 2018", "2018-01-01",
         "2018-12-31"),
        ("en", "In the period January-May 2018 it grew.", "In the period January-May 2018",
         "2018-01-01", "2018-05-31"),
        ("en", "By the results of 2018 it grew.", "By the results of 2018", "2018-01-01",
         "2018-12-31"),
        ("en", "It grew last year.", "last year", "2018-01-01", "2018-12-31"),
        ("en", "It grew in December.", "in December", "2018-12-01", "2018-12-31"),
        ("en", "It has grown since the start of 2018.", "since the start of 2018", "2018-01-01",
         None),
        ("en", "It has grown since March.", "since March", "2019-03-01", None),
        ("en", "It will double by 2030.", "by 2030", "2030-01-01", "2030-12-31"),
        ("en", "It is to reach that within three years.", "within three years", None, None),
        ("ru", "Он вырос в январе–октябре.", "в январе–октябре", "2019-01-01", "2019-10-31"),
        ("ru", "Рост за первое полугодие 2018 года.", "за первое полугодие 2018 года",
         "2018-01-01", "2018-06-30"),
        ("ru", "По итогам 2018 года он вырос.", "По итогам 2018 года", "2018-01-01",
         "2018-12-31"),
        ("ru", "Он вырос за девять месяцев.", "за девять месяцев", "2019-01-01", "2019-09-30"),
        ("ru", "Он вырос в прошлом году.", "в прошлом году", "2018-01-01", "2018-12-31"),
        ("ru", "Он вырос с начала года.", "с начала года", "2019-01-01", None),
        ("ru", "Он удвоится к 2024 году.", "к 2024 году", "2024-01-01", "2024-12-31"),
        ("ru", "Он вырос в III квартале.", "в III квартале", "2019-07-01", "2019-09-30"),
        ("ja", "1~10月の輸出は増えた。", "1~10月", "2019-01-01", "2019-10-31"),
        ("ja", "2018年上半期の輸出は増えた。", "2018年上半期", "2018-01-01", "2018-06-30"),
        ("ja", "2018年度の輸出は増えた。", "2018年度", "2018-04-01", "2019-03-31"),
        ("ja", "昨年の輸出は増えた。", "昨年", "2018-01-01", "2018-12-31"),
        ("ja", "2022年までに倍にする。", "2022年までに", "2022-01-01", "2022-12-31"),
        ("ja", "第2四半期は増えた。", "第2四半期", "2019-04-01", "2019-06-30"),
    ],
)  # fmt: skip
def test_a_period_keeps_its_words_and_has_its_days(language, text, printed, first, last):
    """The words are those of the text, the days those that they mean when it is published."""
    found = only(text, language)

    assert found.printed == printed == text[found.start : found.end]
    assert days(text, language) == (first, last)


@pytest.mark.parametrize(
    "text", ["It opened on 3 May 2018.", "On October 1, 2020 it began.", "У 5 мая 2018 года."]
)
def test_a_single_day_is_no_period(text):
    """A value is not measured over the day of a meeting."""
    assert periods.find(text, "ru" if "мая" in text else "en", DAY) == []


@given(
    st.integers(1990, 2040), st.integers(1, 12), st.integers(1, 12), st.sampled_from(["en", "ru"])
)
def test_months_are_whole_and_in_order(told, one, two, language):
    """A span begins on a first day and ends on a last, and never before it began."""
    first, last = sorted((one, two))
    names = MONTHS[language]
    text = {
        "en": f"It grew in {names[first - 1]} to {names[last - 1]} {told}.",
        "ru": f"Рост в {names[first - 1]}–{names[last - 1]} {told} года.",
    }[language]

    found = only(text, language)

    assert found.first == date(told, first, 1)
    assert found.last == date(told, last, calendar.monthrange(told, last)[1])


@given(st.integers(1990, 2040), st.integers(2, 12))
def test_one_period_in_several_forms_has_the_same_days(told, months):
    """How many months, which months, in English, Russian and Japanese."""
    last = MONTHS["en"][months - 1]
    forms = [
        (f"in January-{last} {told}", "en"),
        (f"in the first {months} months of {told}", "en"),
        (f"за {months} месяцев {told} года", "ru"),
        (f"{told}年1~{months}月", "ja"),
    ]

    assert len({days(text, language) for text, language in forms}) == 1


@given(st.integers(1991, 2040), st.integers(1, 12), st.integers(1, 12))
def test_the_same_months_a_year_before_are_the_base(told, one, two):
    """Shifted by twelve months a period is its base, at the end of February too."""
    first, last = sorted((one, two))
    names = MONTHS["en"]
    text = "in {} to {} {}"
    this = only(text.format(names[first - 1], names[last - 1], told))
    before = only(text.format(names[first - 1], names[last - 1], told - 1))

    assert periods.base_of(this) == (before.first, before.last)


def test_a_named_base_is_taken_instead():
    """ "From 2016" outranks the year before, and "a year earlier" is counted from the period."""
    text = "In 2018 it was 5 percent up from 2016."
    period, named = periods.find(text, "en", DAY)

    assert (period.base, named.base) == (False, True)
    assert periods.base_of(period, named) == (date(2016, 1, 1), date(2016, 12, 31))


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [
        ("en", "In the first half of 2019 it was 5, a year earlier 4.", "2018-01-01"),
        ("ru", "За полугодие 2019 года 5 млрд, годом ранее 4.", "2018-01-01"),
        ("ja", "2019年上半期は5億ドル、前年同期は4億ドル。", "2018-01-01"),
        ("en", "In the first half of 2019 it was 5, in the same months of 2015 it was 4.",
         "2015-01-01"),
    ],
)  # fmt: skip
def test_words_that_lean_on_a_period_get_its_months(language, text, first):
    """ "A year earlier" is the same months of the year before those told."""
    told, leaning = periods.find(text, language, DAY)

    found = periods.resolve(leaning, told)

    assert found.first.isoformat() == first
    assert (found.last.month, found.last.day) == (6, 30)


def test_this_year_is_open_for_what_is_reported_and_whole_for_what_is_hoped():
    """Nobody has counted the months that are still to come."""
    period = only("Trade this year is 5 percent up.")

    assert periods.days_of(period) == (date(2019, 1, 1), None)
    assert periods.days_of(period, "forecast") == (date(2019, 1, 1), date(2019, 12, 31))


def test_since_a_year_is_a_base_and_no_period():
    """ "Since 1990" says what a growth starts from, not over which months it was measured."""
    period = only("Trade has doubled since 1990.")

    assert periods.days_of(period) == (None, None)
    assert periods.base_of(period) == (date(1990, 1, 1), date(1990, 12, 31))


def test_relative_words_have_no_days_without_a_day_of_publication():
    """Missing is missing."""
    assert days("It grew last year.", published=None) == (None, None)
    assert days("It grew in May.", published=None) == (None, None)


@pytest.mark.parametrize(
    ("economies", "text", "first", "last"),
    [
        (["JPN"], "in fiscal 2018", "2018-04-01", "2019-03-31"),
        (["IND"], "in 2018-19 fiscal year", "2018-04-01", "2019-03-31"),
        (["USA"], "in fiscal 2021", "2020-10-01", "2021-09-30"),
        (["PAK"], "in FY19", "2018-07-01", "2019-06-30"),
        (["DEU"], "in fiscal 2018", "2018-01-01", "2018-12-31"),
    ],
)
def test_fiscal_years_are_those_of_the_economies(economies, text, first, last):
    """A fiscal year begins where its economy begins it and is named as it names it."""
    fiscal = periods.fiscal_year("en", economies)

    assert days(text, fiscal=fiscal) == (first, last)


def test_a_fiscal_year_that_the_text_defines_is_taken():
    """The text knows best."""
    text = "The fiscal year 2021 began on October 1, 2020."

    assert periods.fiscal_year("en", ["DEU"], [text]) == FiscalYear(10, "end")


@pytest.mark.parametrize(
    ("language", "text"), [("ja", "2018年度"), ("en", "2018"), ("ru", "2018 год")]
)
def test_words_that_stand_alone_are_no_base(language, text):
    """Only words around it make a period a base."""
    assert not only(text, language).base


def test_a_fiscal_year_may_be_a_deadline_or_lean_on_the_one_told():
    """ "By fiscal 2024" has its days; "the previous fiscal year" is counted from the one told."""
    fiscal = periods.fiscal_year("en", ["BGD"])
    text = "In the fiscal year ended 30 June 2022 it was 5 above the previous fiscal year."
    told, before = periods.find(text, "en", DAY, fiscal)

    assert days("by fiscal 2024", fiscal=fiscal) == ("2023-07-01", "2024-06-30")
    assert periods.base_of(told, before) == (date(2020, 7, 1), date(2021, 6, 30))


def test_months_named_from_the_first_to_the_last_are_no_base():
    """ "From August to January" tells when, "from January" what it rose from."""
    (span,) = periods.find("It rose by 5% from August to January.", "en", date(2024, 2, 20))
    (base,) = periods.find("It rose by 5% from January.", "en", date(2024, 2, 20))

    assert (span.first, span.last, span.base) == (date(2023, 8, 1), date(2024, 1, 31), False)
    assert base.base


def test_a_month_earlier_is_a_month_before_the_one_told():
    """The month before the month told, across the new year too; its end stays an end."""
    told = only("It grew in January 2019.")
    found = periods.resolve(only("It had been 5 a month earlier."), told)

    assert (found.first, found.last) == (date(2018, 12, 1), date(2018, 12, 31))


def test_the_full_year_is_that_of_the_period_told():
    """Of January to June 2019 the full year is 2019."""
    told = only("It grew from January to June 2019.")
    found = periods.resolve(only("The full-year result is open."), told)

    assert (found.first, found.last) == (date(2019, 1, 1), date(2019, 12, 31))


@pytest.mark.parametrize("words", ["for the year", "over that period", "in these six months"])
def test_words_for_the_period_told_keep_its_days(words):
    """They are printed, and lean on the period before."""
    told = only("It grew from January to June 2019.")
    found = periods.resolve(only(f"It was 5 billion {words}."), told)

    assert (found.first, found.last, found.base) == (told.first, told.last, False)


@pytest.mark.parametrize("text", ["up 5% over 2018", "up 5% over the same months of 2018"])
def test_over_a_year_is_what_a_growth_starts_from(text):
    """ "Over 2018" behind a growth is its base, as "on 2018" is."""
    assert only(text).base


def test_two_halves_of_years_are_a_fiscal_year_where_years_cross_the_new_one():
    """ "2017-18" is one year in India and two years elsewhere."""
    india = only("It grew in 2017-18.", fiscal=FiscalYear(4, "start"))
    elsewhere = only("It grew in 2017-18.")

    assert (india.kind, india.first, india.last) == ("fiscal", date(2017, 4, 1), date(2018, 3, 31))
    assert (elsewhere.kind, elsewhere.last) == ("span", date(2018, 12, 31))


@pytest.mark.parametrize(
    "text", ["from October 2017 to March 2018", "between October 2017 and March 2018"]
)
def test_months_of_two_years_are_one_period(text):
    """Each end has its own year, and "from" names no base there."""
    assert days(f"Exports {text} came to 5 million") == ("2017-10-01", "2018-03-31")
    assert not only(f"Exports {text} came to 5 million").base


def test_the_year_before_last_is_counted_from_publication():
    """It has the days of that year, and is nobody's base."""
    assert days("The year before last they grew") == year(2017)
    assert not only("The year before last they grew").base


@pytest.mark.parametrize("text", ["with last year's same period", "for the same period last year"])
def test_last_years_period_leans_on_the_one_told(text):
    """The words may stand in any order, and are one year back."""
    assert (only(text).kind, only(text).years) == ("shift", 1)
