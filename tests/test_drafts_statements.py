"""From a sentence to rows: each decision by a sentence, and no number is ever lost."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.drafts import articles, statements

for extra in ("trafilatura", "markdown_it"):
    pytest.importorskip(extra)

PUBLISHED = date(2022, 3, 15)
TITLE = "Trade between Canada and Chile"


def reading(*paragraphs: str, language: str = "en", title: str = TITLE):
    """What is read in paragraphs below a headline."""
    article = articles.read(
        "\n\n".join([title, *paragraphs]),
        language=language,
        published=PUBLISHED,
        publisher="The Outlet",
    )
    return statements.read(article)


def rows(*paragraphs: str, columns: str, **given: str) -> list[tuple[object, ...]]:
    """The columns of every proposal."""
    return [
        tuple(getattr(one, name) for name in columns.split())
        for one in reading(*paragraphs, **given).proposals
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Exports rose by 5 per cent to $3 billion in 2021.",
         [("growth", "exports", "up", "5"), ("level", "exports", "", "3")]),
        ("Imports were 7 percent lower in 2021.", [("growth", "imports", "down", "-7")]),
        ("In 2021, exports fell by half.", [("growth", "exports", "down", "-half")]),
        ("Trade doubled in 2021.", [("growth", "turnover", "up", "doubled")]),
        ("Trade amounted to $5 billion in 2021: $3 billion of exports and $2 billion of imports.",
         [("level", "turnover", "", "5"), ("level", "exports", "", "3"),
          ("level", "imports", "", "2")]),
        ("Imports and exports each rose by 5 per cent in 2021.",
         [("growth", "imports", "up", "5"), ("growth", "exports", "up", "5")]),
        ("Exports and imports grew by 3 and 4 percent respectively in 2021.",
         [("growth", "exports", "up", "3"), ("growth", "imports", "up", "4")]),
        ("Exports were slightly down in 2021.", [("growth", "exports", "down", "")]),
        ("Copper accounts for 40 per cent of exports.", [("share", "exports", "", "40")]),
        ("Chile is the sixth-largest trading partner of Canada.",
         [("rank", "turnover", "", "sixth")]),
        ("The fourth session of the trade committee was held.", [("ordinal", "", "", "fourth")]),
    ],
)  # fmt: skip
def test_what_a_number_measures(sentence, expected):
    """Measure, flow, direction and numeral of every value of a sentence."""
    assert rows(sentence, columns="measure flow direction printed") == expected


@pytest.mark.parametrize(
    ("sentence", "economy"),
    [
        ("Our exports to you were $5 bn, your exports $3 bn.", "CAN CHL"),
        ("We are Chile's 9th supplier. Exports were $3 bn.", "CHL CAN"),
        ("Canada's exports were $5 bn, imports $3 bn.", "CAN CAN"),
    ],
)
def test_a_flow_without_an_owner_is_that_of_its_home(sentence, economy):
    """ "Your exports" are the other side's; a rank that was just told says nothing of whose."""
    told = rows("Canada's exports to Chile rose.", sentence, columns="economy printed measure")

    assert " ".join(str(one[0]) for one in told[-2:]) == economy


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Trade reached $5 billion in 2021.", "reported"),
        ("The sides want to bring trade to $5 billion by 2030.", "target"),
        ("The goal is trade of $5 billion a year.", "target"),
        ("Trade is expected to reach $5 billion this year.", "forecast"),
        ("Trade may reach $5 billion.", "forecast"),
    ],
)
def test_a_goal_is_a_target_and_an_expectation_a_forecast(sentence, status):
    """Words of aiming make a target, words of expecting a forecast, even of a plain level."""
    assert rows(sentence, columns="status printed") == [(status, "5")]


@pytest.mark.parametrize(
    ("sentence", "period", "base", "stated"),
    [
        ("Exports rose by 5 percent in 2021.", ("2021-01-01", "2021-12-31"),
         ("2020-01-01", "2020-12-31"), False),
        ("Exports rose by 5 percent from 2019 in 2021.", ("2021-01-01", "2021-12-31"),
         ("2019-01-01", "2019-12-31"), True),
        ("In January to February 2022, exports rose by 5 percent year on year.",
         ("2022-01-01", "2022-02-28"), ("2021-01-01", "2021-02-28"), True),
        ("Exports have doubled since 2019.", (None, None), ("2019-01-01", "2019-12-31"), True),
        ("The sides agreed to double exports by 2030.", ("2030-01-01", "2030-12-31"),
         ("2021-01-01", "2021-12-31"), False),
    ],
)  # fmt: skip
def test_the_base_of_a_growth_is_written_out(sentence, period, base, stated):
    """It is the same months a year before unless the sentence names another."""
    [row] = rows(sentence, columns="period_start period_end base_start base_end base_stated")
    days = [date.fromisoformat(day) if day else None for day in (*period, *base)]

    assert row == (*days, stated)


def test_a_number_told_for_comparison_has_a_period_of_its_own():
    """The year behind "against" is that of the compared level alone."""
    text = "Trade was $5 billion in 2021. $3 billion of it was exports."
    text += " The rest, against $1 billion in 2019, was $2 billion of imports."

    assert rows(text, columns="printed period_start") == [
        ("5", date(2021, 1, 1)), ("3", date(2021, 1, 1)),
        ("1", date(2019, 1, 1)), ("2", date(2021, 1, 1)),
    ]  # fmt: skip


def test_a_period_carries_over_with_a_doubt():
    """A sentence without a period goes on about that of the sentence before."""
    first, second = reading("Exports were $3 billion in 2021. Imports were $2 billion.").proposals

    assert second.period_start == date(2021, 1, 1)
    assert (first.period_printed, second.period_printed) == ("in 2021", "")
    assert "period carried over from a sentence before" in second.doubts
    assert second.confidence < first.confidence


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Of 130 projects, over 60 are under way.",
         [("130", "", None), ("60", "under_way", 0)]),
        ("Eleven of 28 projects have been launched.",
         [("Eleven", "under_way", 1), ("28", "", None)]),
        ("They look at 22 proposed projects; seven of them are large.",
         [("22", "proposed", None), ("seven", "proposed", 0)]),
        ("The ministers signed 12 projects, half of them on Monday.",
         [("12", "signed", None), ("half", "signed", 0)]),
        ("Over 60 projects out of 130 drawn up with the plan are already being carried out.",
         [("60", "under_way", 1), ("130", "", None)]),
    ],
)  # fmt: skip
def test_a_part_points_to_its_whole(sentence, expected):
    """ "60 of 130" in either order, with the stage of each."""
    assert rows(sentence, columns="printed stage part_of") == expected


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("Trade grew, said the minister, aged 48.", "48"),
        ("Trade grew; a ticket to Santiago costs $900.", "$900"),
        ("Trade grew, although tariffs were cut to 3 percent.", "3 percent"),
        ("Trade grew while a hospital ($68 million) was built.", "$68 million"),
        ("Exports rose by 5 percent, or $12 million, in 2021.", "$12 million"),
        ("Trade was discussed on the 5th floor.", "5th"),
    ],
)
def test_a_number_that_is_no_value_is_unread_with_a_reason(sentence, printed):
    """It is listed with its sentence and why, and is not proposed."""
    found = reading(sentence)
    [one] = [one for one in found.unread if printed in one.printed]

    assert one.reason
    assert one.words == sentence
    assert not any(row.start <= one.start < row.end for row in found.proposals)


def test_numbers_outside_the_article_are_listed():
    """A contact below the text is no claim; its numbers are unread, in no paragraph."""
    found = reading("Exports rose by 5 percent in 2021.", "Contact: 555 0100")

    outside = [one for one in found.unread if one.paragraph is None]
    assert "".join(one.printed for one in outside).replace(" ", "") == "5550100"
    assert {one.reason for one in outside} == {"outside the article"}


@pytest.mark.parametrize(
    ("language", "title", "text", "expected"),
    [
        ("ru", "Торговля России и Вьетнама",
         "Экспорт России во Вьетнам вырос на 12% и достиг 1,5 млрд долларов в 2021 году.",
         [("growth", "RUS", "VNM", "exports", "12"), ("level", "RUS", "VNM", "exports", "1,5")]),
        ("ja", "日本とベトナムの貿易",
         "2021年の日本のベトナム向け輸出は2399億800万円で、12%増えた。",
         [("level", "JPN", "VNM", "exports", "2399億800万"),
          ("growth", "JPN", "VNM", "exports", "12")]),
    ],
)  # fmt: skip
def test_russian_and_japanese_sentences(language, title, text, expected):
    """The same decisions are made in the other two languages."""
    columns = "measure economy partner flow printed"

    assert rows(text, columns=columns, language=language, title=title) == expected


WORDS = [
    "exports",
    "trade",
    "projects",
    "of",
    "the",
    "agreed",
    "rose",
    "fell by",
    "with Chile",
    "in",
]
NUMERALS = [
    "seven", "twelve", "a third", "half", "a dozen", "doubled", "tenth", "twenty-six",
    "$3.5 billion", "€1,150", "17%", "2.5 times", "555 0100", "12:30", "B2", "G20", "2019",
    "May 5", "4G", "41-0", "3rd", "1,240", "75", "-4", "24/7", "two thirds", "fourfold",
]  # fmt: skip
pieces = st.lists(
    st.tuples(
        st.sampled_from(NUMERALS), st.sampled_from(WORDS), st.sampled_from([" ", ", ", ". "])
    ),
    min_size=1,
    max_size=8,
)


def numbers(text: str) -> list[int]:
    """The places of digits, and of the words that the generated texts spell numbers with."""
    spelled = "seven|twelve|third|half|dozen|doubled|tenth|twenty-six|two thirds|fourfold"
    digits = [place for place, letter in enumerate(text) if letter.isdigit()]
    return digits + [match.start() for match in re.finditer(rf"\b(?:{spelled})\b", text)]


@settings(max_examples=60, deadline=None)
@given(pieces)
def test_no_number_is_ever_lost(parts):
    """Every digit and number word of a text is in a proposal or among the unread."""
    text = "Exports " + "".join(f"{numeral} {word}{mark}" for numeral, word, mark in parts)
    found = reading(f"{text.strip()} on.")
    spans = [
        (one.start, one.end)
        for one in (*found.proposals, *found.unread)
        if one.paragraph == 1
    ]  # fmt: skip

    clean = " ".join(f"{text.strip()} on.".split())
    lost = [at for at in numbers(clean) if not any(start <= at < end for start, end in spans)]
    assert lost == []


SENTENCES = [
    "Exports to Chile rose by 12 percent to $3 billion in 2021.",
    "Of 60 projects, 40 have been completed.",
    "The minister, 55, expects trade of $6 billion by 2030.",
    "Imports doubled, the ministry said on Monday.",
    "Chile is the sixth-largest partner of Canada.",
]


@settings(max_examples=10, deadline=None)
@given(st.permutations(SENTENCES))
def test_an_article_reads_alike_in_every_form(order):
    """The same proposals come from the text, the Markdown and the page of an article."""
    paragraphs = [" ".join(order[:2]), " ".join(order[2:])]
    page = "".join(f"<p>{one}</p>" for one in paragraphs)
    forms = {
        "text": "\n\n".join([TITLE, *paragraphs]),
        "markdown": "\n\n".join([f"# {TITLE}", *paragraphs]),
        "html": f"<html><body><article><h1>{TITLE}</h1>{page}</article></body></html>",
    }
    found = [
        statements.read(articles.read(text, form, published=PUBLISHED, publisher="The Outlet"))
        for form, text in forms.items()
    ]

    assert found[0] == found[1] == found[2]
    assert len(found[0].proposals) > 4


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("clawed back 9 per cent", "up"),
        ("put on 9 per cent", "up"),
        ("gave up 9 per cent", "down"),
        ("took a hit of 9 per cent", "down"),
        ("were 9 per cent short of the level before", "down"),
        ("were 9, maybe 10 per cent lower", "down"),
    ],
)
def test_a_direction_is_that_of_the_longest_word_or_of_the_number_beside(words, expected):
    """The "up" of "gave up" is no rise, and "9, maybe 10 lower" are both a fall."""
    found = rows(f"Having slid 2 per cent in 2020, exports {words} in 2021.", columns="direction")
    assert found[1] == (expected,)
