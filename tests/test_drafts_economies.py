"""Economies that a text names: any economy, in three languages, and nothing that is none."""

from __future__ import annotations

import pycountry
import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from analysis.drafts import economies
from analysis.drafts.economies.names import table

CODES = {country.alpha_3 for country in pycountry.countries}


def named(text, language="en"):
    """Words, economy and role of each mention, by a short string."""
    return [f"{one.words} {one.economy} {one.role}" for one in economies.find(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Peru's exports to Thailand", ["Peru's PER possessive", "Thailand THA name"]),
        ("en", "Dutch cheese for Hanoi", ["Dutch NLD adjective", "Hanoi VNM capital"]),
        ("en", "Poles, Iraqis and Dutchmen", ["Poles POL name", "Iraqis IRQ name"]),
        ("en", "the Netherlands' share", ["the Netherlands' NLD possessive"]),
        ("en", "KENYA-BRAZIL TRADE", ["KENYA KEN name", "BRAZIL BRA name"]),
        ("en", "South Korea and Papua New Guinea",
         ["South Korea KOR name", "Papua New Guinea PNG name"]),
        ("ru", "Экспорт Белоруссии в Египет", ["Белоруссии BLR name", "Египет EGY name"]),
        ("ru", "в Южную Корею из ОАЭ", ["Южную Корею KOR name", "ОАЭ ARE name"]),
        ("ru", "российско-вьетнамская торговля",
         ["российско RUS adjective", "вьетнамская VNM adjective"]),
        ("ru", "итало-казахстанский форум",
         ["итало ITA adjective", "казахстанский KAZ adjective"]),
        ("ru", "Об этом знает Ханой", ["Ханой VNM capital"]),
        ("ru", "Поляки знают Поляковых", ["Поляки POL people"]),
        ("ja", "韓国の対インドネシア輸出", ["韓国 KOR possessive", "インドネシア IDN name"]),
        ("ja", "日ロ貿易", ["日 JPN adjective", "ロ RUS adjective"]),
        ("ja", "独商工会議所", ["独 DEU adjective"]),
        ("ja", "財務省と神戸税関の統計", ["財務省 JPN office", "神戸税関 JPN office"]),
        ("ja", "チリ財務省と同国の財務省", ["チリ CHL name"]),
    ],
)  # fmt: skip
def test_names_adjectives_and_capitals_are_found(language, text, expected):
    """Each mention has its words, its economy and its role."""
    assert named(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The European Union and the Gulf states trade across the Indian Ocean."),
        ("en", "It told us that 5 million US dollars and turkey may go to chad."),
        ("ru", "Евросоюз заработал 5 млн долларов США. Того же мнения рынок."),
        ("ja", "英字紙は前年比で増えたと伝えた。インド洋と日本海。タイミングの問題。"),
    ],
)
def test_what_is_no_economy_is_not_guessed(language, text):
    """Groups, seas, currencies and common words are none."""
    assert named(text, language) == []


@given(st.sampled_from([row for row in table() if row["en_adjective"]]))
def test_every_adjective_means_its_economy(row):
    """The table holds no word that the code cannot find again."""
    text = f"The {row['en_adjective'][0]} exports rose."

    assert {one.economy for one in economies.find(text, "en")} == set(row["economy"])


@pytest.mark.parametrize(("language", "unused"), [("en", "Jersey"), ("ru", "Джерси"), ("ja", "")])
def test_every_name_of_cldr_is_found(language, unused):
    """CLDR names all; left out are shared names, lists, and one that is more often New Jersey."""
    names = Locale(language).territories
    told = {country.alpha_3: names.get(country.alpha_2, "(") for country in pycountry.countries}
    missed = {
        code: name
        for code, name in told.items()
        if not set("(,") & set(name)
        and {one.economy for one in economies.find(name, language)} != {code}
    }

    assert set(missed.values()) <= {unused}


def test_the_table_is_of_economies_and_each_once():
    """Codes are ISO 3166-1 alpha-3."""
    codes = [row["economy"][0] for row in table()]

    assert len(codes) == len(set(codes))
    assert set(codes) <= CODES


def test_a_shared_name_is_that_of_the_economy_named_in_full():
    """ "Congo" is the one that the article names by its whole name; without it, the first."""
    full = "Zambia and the Democratic Republic of Congo agreed."
    short = "Congo's exports grew."

    assert [one.economy for one in economies.of_article([full, short], "en")[1]] == ["COD"]
    assert [one.economy for one in economies.of_article([short], "en")[0]] == ["COG"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zambia and the Congo trade.", "COD"),
        ("Trucks for the Congo cross at Goma.", "COD"),
        ("Gabon and Congo trade.", "COG"),
        ("Gabon and Zambia trade with Congo.", "COG"),
    ],
)
def test_a_name_that_two_share_is_told_by_places_near_one(text, expected):
    """Where the text names none in full and places near one alone."""
    (found,) = economies.of_article([text], "en")
    assert expected in [one.economy for one in found]
