"""Which period and base each number has where a sentence or a text tells of several."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.drafts import statements
from analysis.drafts.articles import Article

pytest.importorskip("pymorphy3")

YEAR_2018, YEAR_2017 = ("2018-01-01", "2018-12-31"), ("2017-01-01", "2017-12-31")
MARCH, APRIL = ("2019-03-01", "2019-03-31"), ("2019-04-01", "2019-04-30")


HEADLINES = {"en": "Norway sells fish to Ghana", "ru": "Норвегия продаёт рыбу Гане"}


def rows(text: str, language: str = "en"):
    """The rows of a text of 20 November 2019 under a headline."""
    headline, day = HEADLINES[language], date(2019, 11, 20)
    article = Article(language, day, "The Courier", headline, "", (headline, text))
    return statements.read(article).proposals


def spans(text: str, language: str, *columns: str):
    """The days in pairs of columns, as ISO dates, of every row."""
    days = [[getattr(one, name) for name in columns] for one in rows(text, language)]
    return [tuple(day and day.isoformat() for day in each) for each in days]


def told(text: str, language: str = "en"):
    """The first and last day that every row is of."""
    return spans(text, language, "period_start", "period_end")


def bases(text: str, language: str = "en"):
    """The first and last day of every row's base."""
    return spans(text, language, "base_start", "base_end")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports rose 6% in the second half of 2018, having lost 2% in the first.",
         [("2018-07-01", "2018-12-31"), ("2018-01-01", "2018-06-30")]),
        ("Growth of exports quickened: to 5% in the third quarter from 3% in the second.",
         [("2019-07-01", "2019-09-30"), ("2019-04-01", "2019-06-30")]),
        ("Exports were $4 million in 2018 (2017: $3 million).", [YEAR_2018, YEAR_2017]),
        ("EXPORTS: April -4% y/y (March -9%).", [APRIL, MARCH]),
        ("In April exports rose 4% (March: 3%, February 2%).",
         [APRIL, MARCH, ("2019-02-01", "2019-02-28")]),
        ("Exports grew by 5 and 9 percent in March and April respectively.", [MARCH, APRIL]),
        ("By 4, 5 and 9 percent exports grew in 2016, 2017 and 2018.",
         [("2016-01-01", "2016-12-31"), YEAR_2017, YEAR_2018]),
        ("Growth of exports slowed to 2 percent in 2018 from 7 percent a year before.",
         [YEAR_2018, YEAR_2017]),
        ("In April exports fell 5% from March, when they had risen 9% from February.",
         [APRIL, MARCH]),
        ("In 2017 exports were $3 million. In the following year they were $4 million.",
         [YEAR_2017, YEAR_2018]),
        ("Exports were $4 million in 2018. They had stood at $3 million the year before.",
         [YEAR_2018, YEAR_2017]),
        ("In 2018 exports came to $4 million. The sum for the year before was $3 million.",
         [YEAR_2018, YEAR_2017]),
        ("Eleven years ago exports were $1 million. In 2018 they were $4 million.",
         [("2008-01-01", "2008-12-31"), YEAR_2018]),
        ("Exports were $2 million in April. Year to date they came to $7 million.",
         [APRIL, ("2019-01-01", "2019-04-30")]),
        ("In April exports were $2 million. For the four-month period they were $7 million.",
         [APRIL, ("2019-01-01", "2019-04-30")]),
        ("Exports totalled $7 million by the end of April.", [("2019-01-01", "2019-04-30")]),
        ("Exports came to $9 million in the four quarters to the end of Q1 2019.",
         [("2018-04-01", "2019-03-31")]),
        ('"Today exports are $8 million," the consul said, "in 2008 there were none."',
         [(None, None)]),
        ("Exports rose to $5 million in April. In that month imports were $3 million.",
         [APRIL, APRIL]),
        ("Exports will grow by 3% in the third quarter of 2020 and 2% in the fourth.",
         [("2020-07-01", "2020-09-30"), ("2020-10-01", "2020-12-31")]),
    ],
)  # fmt: skip
def test_each_number_has_its_own_period(text, expected):
    """A half, a bracket, a list, a clause with "when" and the words of before and after tell it."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bank expects exports to grow 5 percent in the first quarter.",
         ("2020-01-01", "2020-03-31")),
        ("Exports will shrink by 2% in the fiscal year that ends in March.",
         ("2019-04-01", "2020-03-31")),
        ("Exports grew 5 percent in the first quarter, as expected.", ("2019-01-01", "2019-03-31")),
        ("Exports are to reach $9 million by the end of April.", ("2020-01-01", "2020-04-30")),
        ("Exports should reach $9 million this year and $11 million the next.",
         ("2019-01-01", "2019-12-31")),
    ],
)  # fmt: skip
def test_months_without_a_year_are_to_come_where_they_are_awaited(text, expected):
    """What an expectation names is not over yet; what is told has been."""
    assert told(text)[0] == expected


def test_the_day_of_a_forecast_is_no_period_of_it():
    """ "In March it had pencilled in 7%" is of the year that is forecast, as is a March issue's."""
    text = "Exports are set to climb 9% this year, the bank says. In March it had pencilled in 7%."

    assert told(text) == [("2019-01-01", "2019-12-31")] * 2


def test_a_revised_forecast_is_of_one_year():
    """Both the new and the old number are; a year with "at" is that of the number behind it."""
    text = "We cut our call for exports in 2020 to 3% from 4% and leave 2021 at 6%."

    assert [start for start, _ in told(text)] == ["2020-01-01", "2020-01-01", "2021-01-01"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports in April were up 1% on the month before and 8% on a year before.",
         [MARCH, ("2018-04-01", "2018-04-30")]),
        ("Compared with 2015, exports were 6% lower in 2018, though 8% up on 2016.",
         [("2015-01-01", "2015-12-31"), ("2016-01-01", "2016-12-31")]),
        ("Exports in April: 6% less than in March, 2% more than in April 2017.",
         [MARCH, ("2017-04-01", "2017-04-30")]),
        ("Exports in the third quarter were 5% less than in the second.",
         [("2019-04-01", "2019-06-30")]),
        ("Exports in the year to June were 8% above the preceding twelve months.",
         [("2017-07-01", "2018-06-30")]),
        ("Exports grew 5% in the year ended June 2018 on the June 2017 year.",
         [("2016-07-01", "2017-06-30")]),
        ("Exports are forecast to grow by 3% in 2021.", [("2020-01-01", "2020-12-31")]),
    ],
)  # fmt: skip
def test_each_growth_has_the_base_beside_it(text, expected):
    """The one behind it, unless that is another number's and one stands in front."""
    assert bases(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "After growth of 12 percent in 2017, exports put on 3 percent in 2018.",
        "The downturn went on in the first quarter, with a drop of exports by 21 percent.",
    ],
)
def test_a_growth_that_went_before_and_a_going_on_are_no_base(text):
    """Neither "after 12 percent in 2017" nor "went on in the quarter" states one."""
    assert not any(one.base_stated for one in rows(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As of 1 September, 14 of the 22 joint projects had been completed.", "2019-09-01"),
        ("By the end of June, nine joint projects had been launched.", "2019-06-30"),
        ("Eight agreements were in force at the beginning of this year.", "2019-01-01"),
        ("Eight agreements were in force at the end of 2017.", "2017-12-31"),
        ("Eight agreements are in force.", "2019-11-20"),
    ],
)
def test_a_count_is_of_the_day_that_it_is_told_to_stand_at(text, expected):
    """A named day, the end or the beginning of a month or year, else the day of the article."""
    assert {one.as_of.isoformat() for one in rows(text)} == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Экспорт вырос на 5% и 7% в 2017 и 2018 годах соответственно.", [YEAR_2017, YEAR_2018]),
        ("К концу апреля экспорт достиг 5 млн долларов.", [("2019-01-01", "2019-04-30")]),
        ("Ожидается, что в первом квартале экспорт вырастет на 5%.",
         [("2020-01-01", "2020-03-31")]),
        ("Во втором полугодии экспорт упал на 1% после роста на 7% в первом.",
         [("2018-07-01", "2018-12-31"), ("2018-01-01", "2018-06-30")]),
        ("Рост экспорта замедлился до 2% в 2018 году с 7% годом ранее.", [YEAR_2018, YEAR_2017]),
        ("Десять лет назад экспорт составлял 1 млн долларов.", [("2009-01-01", "2009-12-31")]),
        ("В апреле экспорт составил 5 млн долларов. С начала года он достиг 20 млн.",
         [APRIL, ("2019-01-01", "2019-04-30")]),
        ("Вторая декада апреля: экспорт на 4 млн долларов.", [("2019-04-11", "2019-04-20")]),
    ],
)  # fmt: skip
def test_russian_numbers_have_their_own_periods(text, expected):
    """By the same rules, in Russian words."""
    assert told(text, "ru") == expected


def test_a_base_before_another_number_is_that_number_s_own():
    """ "Up 63% on the year, and on the month, 22%": the first keeps the base in front of it."""
    text = "Экспорт в годовом выражении вырос в апреле на 63%, а к марту — на 22%."

    assert bases(text, "ru") == [("2018-04-01", "2018-04-30"), MARCH]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("По состоянию на 1 сентября реализовано 14 из 22 совместных проектов.", "2019-09-01"),
        ("На конец прошлого года действовало восемь соглашений.", "2018-12-31"),
    ],
)
def test_a_russian_count_is_of_its_day(text, expected):
    """A named day, or the end of a year."""
    assert {one.as_of.isoformat() for one in rows(text, "ru")} == {expected}
