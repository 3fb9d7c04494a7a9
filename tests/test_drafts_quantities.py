"""Quantities of a text: composed phrases come back in their parts, and no digit is lost."""

from __future__ import annotations

from fractions import Fraction

import pytest
from conftest import ROOT
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis import readings, tables
from analysis.drafts import quantities, words
from analysis.drafts.quantities import lexicon

HEDGES = tables.load(ROOT / "data").hedges
SCALES = {
    "en": {"million": 10**6, "m": 10**6, "bn": 10**9, "billion": 10**9, "trln": 10**12},
    "ru": {"тыс.": 10**3, "млн": 10**6, "миллиардов": 10**9, "млрд": 10**9, "трлн": 10**12},
    "ja": {"万": 10**4, "億": 10**8, "兆": 10**12},
}
CURRENCIES = {
    "en": {"US dollars": "USD", "euros": "EUR", "yen": "JPY", "Norwegian kroner": "NOK"},
    "ru": {"долларов США": "USD", "евро": "EUR", "рублей": "RUB", "иен": "JPY"},
    "ja": {"ドル": "USD", "ユーロ": "EUR", "円": "JPY", "シンガポールドル": "SGD"},
}
BEFORE = {
    "en": ["over", "more than", "at least", "nearly", "just under", "a little over", "up to"],
    "ru": ["более", "свыше", "не менее", "около", "почти", "чуть больше", "порядка"],
    "ja": ["約", "およそ", "少なくとも"],
}
AFTER = {"en": [" or so"], "ru": [" с лишним"], "ja": ["余り", "超", "以上", "未満", "前後", "弱"]}
FRAME = {
    "en": "The value was {} in the ministry's books",
    "ru": "Показатель составил {} по данным ведомства",
    "ja": "金額は{}である",
}
languages = st.sampled_from(["en", "ru", "ja"])


def only(text: str, language: str) -> quantities.Quantity:
    """The single quantity of a text."""
    [found], dismissed = quantities.find(text, language)
    assert dismissed == []
    return found


@st.composite
def phrases(draw):
    """A language, the parts of a phrase, and the phrase."""
    language = draw(languages)
    number = draw(st.integers(1, 999))
    decimals = draw(st.sampled_from(["", ".5", ".75"]))
    numeral = f"{number}{decimals}"
    if language == "ru":
        numeral = numeral.replace(".", ",")
    scale = draw(st.sampled_from(sorted(SCALES[language])))
    currency = draw(st.sampled_from(sorted(CURRENCIES[language])))
    hedge = draw(st.sampled_from(["", *BEFORE[language], *AFTER[language]]))
    gap = "" if language == "ja" else " "
    phrase = gap.join([numeral, scale, currency])
    if hedge in BEFORE[language]:
        phrase = f"{hedge}{gap}{phrase}"
    elif hedge:
        phrase += hedge
    return language, numeral, scale, currency, hedge.strip(), phrase


@given(phrases())
@settings(max_examples=200, deadline=None)
def test_a_composed_phrase_is_found_with_exactly_its_parts(parts):
    """Hedge, numeral, scale and currency come back, and the place of the whole phrase."""
    language, numeral, scale, currency, hedge, phrase = parts
    text = FRAME[language].format(phrase)

    found = only(text, language)

    assert (found.printed, found.scale) == (numeral, SCALES[language][scale])
    assert found.unit == found.currency == CURRENCIES[language][currency]
    assert found.hedge_printed == hedge
    assert text[found.start : found.end] == phrase
    assert text[found.at :].startswith(numeral)


WORDS = (
    "over about of from to the and trade rose exports projects session billion million % $ € "
    "percent in on year 2018 15th 60 1,430 16.4 7:15 G20 COVID-19 (48) +7 - – , . : ; / third "
    "half dozen one two to 1-2-3 млрд долларов более около на в до году тыс. № 142 раза 5-е "
    "億 兆 万 円 ドル 件 第 回 位 割 分の 倍 年 月 日 約 超 ポイント 二 十"
)
texts = st.lists(
    st.sampled_from(WORDS.split()) | st.integers(0, 99999).map(str), max_size=25
).flatmap(lambda pieces: st.sampled_from([" ".join(pieces), "".join(pieces)]))


@given(texts, languages)
@example("+7.割", "ja")
@example("7.5.3割", "ja")
@settings(max_examples=300, deadline=None)
def test_every_digit_is_in_exactly_one_quantity_or_dismissal(text, language):
    """Nothing is dropped and nothing is counted twice, whatever the text."""
    found, dismissed = quantities.find(text, language)
    spans = [*found, *dismissed]

    for place, sign in enumerate(text):
        holders = sum(one.start <= place < one.end for one in spans)
        assert holders <= 1
        assert holders == 1 or not sign.isdigit(), (place, text)


@given(texts, languages)
@settings(max_examples=200, deadline=None)
def test_every_numeral_that_is_found_can_be_read(text, language):
    """What stands in a draft is a numeral to the readings, in the unit that was found."""
    for one in quantities.find(text, language)[0]:
        assert readings.numeral(one.printed, one.unit, language).last_digit > 0


@pytest.mark.parametrize("language", ["en", "ru", "ja"])
def test_every_hedge_of_the_words_is_a_row_of_the_table(language):
    """A spelling maps to a row that says what it means in that language."""
    section = words.section(language, "quantities")
    rows = set(HEDGES.loc[HEDGES["language"] == language, "hedge"])

    assert set(section["before"]) | set(section["after"]) <= rows
    assert set(section["no_hedge"]) <= set(section["before"]) | set(section["after"])


@pytest.mark.parametrize("language", ["en", "ru", "ja"])
def test_every_pattern_of_the_words_is_one(language):
    """Currencies are ISO codes, scales whole numbers, kinds those that are told."""
    known = lexicon.of(language)
    kinds = {
        "age", "date", "time", "phone", "ordinal_name", "name", "money_other", "population",
        "score", "other",
    }  # fmt: skip

    keys = [*known.signs.values(), *(key for key, _ in known.currencies)]
    codes = {code for key in keys for code in key.split()}
    assert all(len(code) == 3 and code.isupper() for code in codes)
    assert {int(scale) for scale, _ in known.scales} <= {10**n for n in (3, 4, 5, 6, 7, 8, 9, 12)}
    assert {kind for kind, _ in (*known.days, *known.dismissals)} <= kinds


def told(text: str, language: str) -> list[tuple[str, str, str]]:
    """Numeral, unit and hedge of each quantity."""
    return [(one.printed, one.unit, one.hedge) for one in quantities.find(text, language)[0]]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Its third-largest market bought a third less", ["third ordinal", "third percent"]),
        ("en", "From 14.9 to 11.2 per cent, or 3.7 points",
         ["14.9 percent", "11.2 percent", "3.7 percentage_points"]),
        ("en", "Of 130 projects, over 60 are under way", ["130 count", "60 count over"]),
        ("en", "Exports more than doubled to half a billion dollars",
         ["doubled times more than", "half USD"]),
        ("en", "One in five of the twenty-five agreements, give or take",
         ["One in five percent", "twenty-five count give or take"]),
        ("en", "It is no more than 5%, not 6 percent more than 3",
         ["5 percent no more than", "6 percent", "3 percent"]),
        ("en", "Sales of 2.0 billion euros and imports of 3.6 billion.", ["2.0 EUR", "3.6 EUR"]),
        ("en", "A −6.2 pct fall after +38.5 pct", ["-6.2 percent", "38.5 percent"]),
        ("en", "One in twelve dollars, two out of every seven and 9 out of 10",
         ["One in twelve percent", "two out of every seven percent", "9 out of 10 percent"]),
        ("en", "Every fifth euro and every second dollar", ["Every fifth percent",
                                                             "every second percent"]),
        ("en", "Down by half a percentage point, not half a per cent",
         ["half a percentage_points", "half a percent"]),
        ("en", "Imports shrank by a quarter next to sales", ["quarter percent"]),
        ("en", "No one of them, and nobody's hundreds of firms", []),
        ("ru", "Почти в полтора раза, более чем на треть", ["полтора times почти",
                                                             "треть percent более чем"]),
        ("ru", "Экспорт снизился до 5,1 млрд долларов", ["5,1 USD"]),
        ("ru", "Проходит до трети импорта", ["трети percent до"]),
        ("ru", "Двадцать пять из ста тридцати соглашений", ["Двадцать пять count",
                                                            "ста тридцати count"]),
        ("ru", "Седьмое место и 15-е заседание", ["Седьмое ordinal", "15 ordinal"]),
        ("ja", "130件中60件超", ["130 count", "60 count 超"]),
        ("ja", "貿易額は２３９９億８００万円で約2割", ["２３９９億８００万 JPY", "2割 percent 約"]),
        ("ja", "第15回委員会、3位の輸入元", ["15 ordinal", "3 ordinal"]),
        ("ja", "3分の1近く、マイナス5.2%", ["3分の1 percent 近く", "-5.2 percent"]),
    ],
)  # fmt: skip
def test_what_stands_around_a_numeral_says_what_it_is(language, text, expected):
    """Units, hedges and the kind of a number word as a reader of the sentence takes them."""
    assert [" ".join(one).strip() for one in told(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "The minister, who is 47, left", "age"),
        ("en", "They met at 7:15 p.m.", "time"),
        ("en", "Dial +44 20 7946 0958", "phone"),
        ("en", "Under Article 34.7 of the treaty", "ordinal_name"),
        ("en", "The G20 met", "name"),
        ("en", "A Boeing 737 landed", "name"),
        ("en", "After COVID-19", "name"),
        ("en", "They won 41–0", "score"),
        ("en", "Wheat, 22 tonnes of it", "other"),
        ("en", "A town of 2.6 million people", "population"),
        ("en", "From 12 to 14 May 2021", "date"),
        ("en", "In the 1990s", "date"),
        ("ru", "В 2017 году", "date"),
        ("ru", "Справки: тел. 8 (495) 555-12-34", "phone"),
        ("ru", "На 6-м этаже", "ordinal_name"),
        ("ru", "45-летний министр", "age"),
        ("ru", "Самолёт Ту-154", "name"),
        ("ja", "第34条", "ordinal_name"),
        ("ja", "通商相(60)は", "age"),
        ("ja", "午後3時半", "time"),
        ("ja", "氷点下9度", "other"),
    ],
)
def test_what_is_no_quantity_is_dismissed_with_its_kind(language, text, kind):
    """Ages, times, phones, names and dates are told by their shape."""
    found, dismissed = quantities.find(text, language)

    assert found == []
    assert {one.kind for one in dismissed} == {kind}


def test_a_name_that_currencies_share_is_that_of_the_article():
    """Pounds are British unless an Egyptian side says otherwise."""
    [plain], _ = quantities.find("worth 5 million pounds", "en")
    [home], _ = quantities.find("worth 5 million pounds", "en", home=("EGP",))

    assert (plain.unit, home.unit) == ("GBP", "EGP")


@given(phrases())
@settings(max_examples=50, deadline=None)
def test_what_is_printed_can_be_read(parts):
    """Every numeral that is found is one that the readings know."""
    language, *_, phrase = parts
    found = only(FRAME[language].format(phrase), language)

    value = readings.numeral(found.printed, found.unit, language).value

    assert value == Fraction(found.printed.replace(",", "."))


@pytest.mark.parametrize(
    ("words", "home", "currency"),
    [
        ("5 million Belarusian rubles", (), "BYN"),
        ("6 million Omani rials", ("QAR",), "OMR"),
        ("6 million rials", ("QAR", "OMR"), "QAR"),
        ("2.1 billion Trinidad and Tobago dollars", (), "TTD"),
        ("2.1 billion dollars", ("TTD",), "USD"),
        ("Rs 40 million", ("NPR", "BTN", "INR"), "NPR"),
        ("7.4 billion krónur", (), "ISK"),
        ("310 million kwacha", ("ZMW",), "ZMW"),
        ("KD5.2m", (), "KWD"),
        ("Ksh5 billion", (), "KES"),
        ("Sh5 billion", ("UGX",), "UGX"),
        ("CAD$ 5 million", (), "CAD"),
        ("5.1 million OMR", (), "OMR"),
        ("P1.4 billion", ("BWP",), "BWP"),
        ("P1.4 billion", ("USD",), ""),
        ("₹4,120 crore", (), "INR"),
    ],
)
def test_a_shared_name_of_a_currency_is_that_of_its_owner(words, home, currency):
    """Whose rials, dollars or rupees: the economy before the noun, else one of the article."""
    [found], _ = quantities.find(f"The value was {words} in all.", "en", home)

    assert found.currency == currency


@pytest.mark.parametrize(
    ("text", "sides", "currency"),
    [
        ("Canada sold goods for $5 million.", ("CAN", "PER"), "CAD"),
        ("Canada sold goods for $5 million, Peru for US$2 million.", ("CAN", "PER"), "USD"),
        ("Peru bought goods for $5 million from Canada.", ("PER", "CAN"), "USD"),
        ("Exports were $5 million, or 4 million Canadian dollars.", ("CAN", "PER"), "CAD"),
        (
            "Here are $5 million, all amounts in Fijian dollars; freight US$5.",
            ("FJI", "NZL"),
            "FJD",
        ),
    ],
)
def test_a_plain_dollar_is_that_of_the_own_side_where_no_other_is_named(text, sides, currency):
    """An article of Canada's that knows one dollar alone means its own."""
    home = quantities.of_article(text, "en", sides)

    assert quantities.find(text, "en", home)[0][0].currency == currency


@pytest.mark.parametrize(
    ("words", "scale"),
    [("₹40 crore", 10**7), ("3 lakh rupees", 10**5), ("Rs 2 lakh crore", 10**12)],
)
def test_south_asian_scales_are_powers_of_ten(words, scale):
    """A lakh is a hundred thousand, a crore ten million."""
    [found], _ = quantities.find(f"The value was {words} in all.", "en")

    assert (found.scale, found.currency) == (scale, "INR")


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("en", "Exports grew between 15 and 17 percent.", "15 and 17 percent"),
        ("en", "Exports grew by 15-17 percent.", "15-17 percent"),
        ("en", "Growth of 15 to 17 per cent is likely.", "15 to 17 per cent"),
        ("en", "Trade is worth $5–6 billion.", "$5–6 billion"),
        ("ru", "Экспорт составит от 3 до 5 млрд долларов.", "3 до 5 млрд долларов"),
        ("ja", "輸出は15〜17%増える。", "15〜17%"),
    ],
)
def test_the_ends_of_a_range_are_no_two_values(language, text, printed):
    """A range is listed once, whole, and neither of its ends is proposed."""
    found, dismissed = quantities.find(text, language)

    assert found == []
    assert [(one.printed, one.kind) for one in dismissed] == [(printed, "a_range")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The share rose from 15 to 17 percent."),
        ("en", "The number of projects rose by 12 to 84."),
        ("en", "Turnover grew 5% to $6 billion."),
        ("ru", "Экспорт вырос с 3 до 5 млрд долларов."),
        ("ja", "比率は15%から17%に上がった。"),
    ],
)
def test_a_change_from_one_number_to_another_is_no_range(language, text):
    """From one to another, and by so much to so much, are two numbers."""
    found, dismissed = quantities.find(text, language)

    assert (len(found), dismissed) == (2, [])


@pytest.mark.parametrize(
    ("text", "printed", "scale", "unit"),
    [
        ("Exports came to EUR 5 100 million.", "5 100", 10**6, "EUR"),
        ("Exports came to US$3,657 MM.", "3,657", 10**6, "USD"),
        ("EXPORTS: USD 0.6 BN", "0.6", 10**9, "USD"),
        ("Exports Hit 4.5 Billion Euros", "4.5", 10**9, "EUR"),
        ("Exports Jump 12 Percent", "12", 1, "percent"),
        ("Exports came to 8.2 thousand million dollars.", "8.2", 10**9, "USD"),
        ("Exports came to $4B.", "4", 10**9, "USD"),
        ("Exports came to 25 Mio. euros.", "25", 10**6, "EUR"),
        ("Exports came to Euro 41 million.", "41", 10**6, "EUR"),
        ("Exports came to 350 million \u20ac.", "350", 10**6, "EUR"),
        ("Exports came to US $5.1m.", "5.1", 10**6, "USD"),
        ("Exports came to 3.2bn in shillings.", "3.2", 10**9, "KES"),
        ("UP 4 PERCENT TO USD 5 MLN", "4", 1, "percent"),
    ],
)
def test_scales_and_units_are_read_however_they_are_printed(text, printed, scale, unit):
    """In capitals, with gaps between thousands, as "MM", "Mio.", "B" or "thousand million"."""
    found, _ = quantities.find(text, "en", ("KES",))

    assert (found[0].printed, found[0].scale, found[0].unit) == (printed, scale, unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports, in millions of US dollars: 312.4 in 2018, 401 in 2019.",
         [("312.4", 10**6, "USD"), ("401", 10**6, "USD")]),
        ("Exports (USD m): 312.4. Imports (NZ$ million): 12.5.",
         [("312.4", 10**6, "USD"), ("12.5", 10**6, "NZD")]),
        ("In euros, exports were 2.1bn (2017: 1.8bn).",
         [("2.1", 10**9, "EUR"), ("1.8", 10**9, "EUR")]),
        ("Exports in \u20ac million: 510, 480 in 2018, up 5%.",
         [("510", 10**6, "EUR"), ("480", 10**6, "EUR"), ("5", 1, "percent")]),
        ("Measured in dollars, exports grew to 620m; 45 firms took part.",
         [("620", 10**6, "USD"), ("45", 1, "count")]),
    ],
)  # fmt: skip
def test_a_heading_says_scale_and_currency_for_the_bare_numbers_behind_it(text, expected):
    """It says them once; numbers of things, percentages and other currencies stay as they are."""
    found, _ = quantities.find(text, "en")

    assert [(one.printed, one.scale, one.unit) for one in found] == expected


def test_a_heading_without_numbers_holds_for_the_paragraphs_behind_it():
    """ "All values are in thousands of euros." """
    heading = quantities.heading("All values are in thousands of euros.", "en", (), [])
    found, _ = quantities.find("Exports: 1,312.4.", "en", (), heading)

    assert [(one.scale, one.unit) for one in found] == [(1000, "EUR")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales fell from $16 to $15.5 billion.", [("16", 10**9), ("15.5", 10**9)]),
        ("From €40 to €45 million in a year.", [("40", 10**6), ("45", 10**6)]),
        ("A ticket at $16, and sales of $15.5 billion.", [("16", 1), ("15.5", 10**9)]),
    ],
)
def test_two_sums_of_one_currency_share_the_scale_of_the_second(text, expected):
    """Where one leads to the other the scale is said once, behind both."""
    found, _ = quantities.find(text, "en")

    assert [(one.printed, one.scale) for one in found] == expected


def test_a_signed_change_behind_a_comma_is_no_unit_of_the_number_before():
    """In lines of tables a level is followed by its change: "3,120, +6.1 pct"."""
    level, change = quantities.find("Exports, Q2: 3,120, +6.1 pct y/y", "en")[0]

    assert (level.unit, change.unit) == ("count", "percent")
