"""Proposals become rows with ids, fragments and summaries."""

from datetime import date
from pathlib import Path

import draft_cases as cases
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import drafts, evidence, tables
from analysis.drafts import fragments, naming
from analysis.tables import description


def cells(frame: pd.DataFrame, key: str) -> dict[str, dict[str, object]]:
    """The told cells of each row by its key."""
    rows = frame.to_dict("records")
    return {row[key]: {n: c for n, c in row.items() if not pd.isna(c)} for row in rows}


def test_the_frames_have_the_columns_of_their_tables():
    """Answer, confidence, doubts and words come first, then the table's columns in their order."""
    made = cases.draft()
    schemas = description.schemas(description.shipped())

    for name in ("sources", "claims", "reported_values"):
        added = ["confirm", "confidence", "doubts", "words"]
        assert list(getattr(made, name)) == [*added, *description.columns(schemas[name])]


def test_ids_are_publisher_and_day_then_the_place_then_the_number():
    """Whoever reads an id knows where to look."""
    made = cases.draft()

    assert made.sources["source_id"].to_list() == [cases.SOURCE_ID]
    assert made.reported_values["value_id"].to_list() == [
        cases.GROWTH, cases.LEVEL, cases.PART, cases.WHOLE, cases.SHARE,
    ]  # fmt: skip


def test_one_speaker_in_one_sentence_is_one_claim():
    """Minister and paper share a sentence and have a claim each."""
    made = cells(cases.draft().claims, "claim_id")

    assert [(row["speaker"], row["attribution"]) for row in made.values()] == [
        ("the ministry", "indirect"), ("the minister", "direct"), ("The Courier", "unattributed"),
    ]  # fmt: skip
    assert set(cases.draft().reported_values["claim_id"]) == set(made)


def test_a_source_tells_what_the_article_tells_and_no_more():
    """What is not known stays missing; the kind is a guess and says so."""
    [row] = cells(cases.draft().sources, "source_id").values()

    assert row == {
        "confidence": 0.9, "doubts": "news is a guess", "words": cases.HEADLINE,
        "source_id": cases.SOURCE_ID, "kind": "news", "publisher": "The Courier",
        "title": cases.HEADLINE, "published": "2019-03-04", "language": "en",
        "text_sha256": "0" * 64,
    }  # fmt: skip


def test_cells_are_text_as_a_data_folder_holds_them():
    """Days in ISO 8601, whole numbers without decimals, yes and no in words, parts by their id."""
    row = cells(cases.draft().reported_values, "value_id")

    growth = {"printed": "17.10", "value": "17.1", "base_stated": "false"}
    assert row[cases.GROWTH] | growth == row[cases.GROWTH]
    assert row[cases.LEVEL] | {"value": "620", "scale": "1000000"} == row[cases.LEVEL]
    assert row[cases.SHARE]["value"] == repr(100 / 3)
    assert row[cases.PART]["part_of"] == row[cases.SHARE]["part_of"] == cases.WHOLE
    assert row[cases.LEVEL]["period_end"] == "2018-12-31"
    assert "hedge" not in row[cases.WHOLE]


def test_a_claim_is_as_sure_as_the_least_sure_of_its_values():
    """Confidence is the lowest, doubts are those of all."""
    [_, minister, _] = cells(cases.draft().claims, "claim_id").values()

    assert (minister["confidence"], minister["doubts"]) == (0.7, "a part")


def test_a_summary_is_in_our_words_from_the_columns():
    """Economies by their English names, the numbers as read, and none of the article's phrases."""
    told = [row["summary"] for row in cells(cases.draft().claims, "claim_id").values()]

    assert told == [
        "Exports of Kenya to Uganda in 2018: +17.10%, USD 620 m",
        "Projects: over 60, 130",
        "Projects under way: third",
    ]


def test_what_was_seen_and_not_proposed_is_listed():
    """Inside the article with its paragraph, outside it without."""
    made = cases.draft().unread

    assert made[["paragraph", "printed", "reason"]].fillna("").to_numpy().tolist() == [
        ["1", "2nd", "ordinal of a rise"], ["", "2019", "outside the article"],
    ]  # fmt: skip


def test_fragments_are_short_and_stand_in_their_paragraph():
    """At most eight words, letter by letter those of the article, the number among them."""
    made = cells(cases.draft().claims, "claim_id")

    for row in made.values():
        assert row["fragment"] in cases.ARTICLE.paragraphs[int(row["paragraph"])]
        assert evidence.word_count(row["fragment"]) <= evidence.MOST_WORDS
    assert [row["fragment"] for row in made.values()] == [
        "Exports grew by 17.10% to $620 million in",
        'spoke of "over 60 of 130 projects", and',
        "we count a third of 130 under way.",
    ]


@given(st.text("ab 円年、\n1", min_size=1), st.data())
def test_a_fragment_is_a_piece_of_any_text(text, data):
    """Whatever the text: a piece of one line, at most eight words, and the number touches it."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = fragments.around(text, start, end)

    assert found in text
    own = evidence.word_count(text[start:end])
    assert evidence.word_count(found) <= max(evidence.MOST_WORDS, own)


def test_a_fragment_is_found_once_where_it_can_be():
    """Of two equal numbers each is told by the words that differ."""
    text = "one a b c 5 d e f g two a b c 5 d e f g"
    found = [fragments.around(text, place, place + 1) for place in (10, 30)]

    assert [text.count(one) for one in found] == [1, 1]


def test_japanese_has_a_run_of_characters():
    """No spaces: some characters on either side of the number."""
    text = (
        "両国の貿易額は前年と比べて大きく伸び、2018年には2399億800万円に達したと"
        "同省は発表しており、さらに伸びる見込みだ。"
    )
    place = text.index("2399億800万")
    found = fragments.around(text, place, place + len("2399億800万"))

    assert "2399億800万円" in found
    assert found in text
    assert 15 < len(found) < 40


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Courier", "the-courier"),
        ("ТАСС", "tass"),
        ("Ведомости. Экономика", "vedomosti-ekonomika"),
        ("Ўзбекистон", "uzbekiston"),
        ("La Pampa Económica", "la-pampa-economica"),
        ("O'Hara & Co", "ohara-co"),
        ("日本経済新聞", ""),
        ("word " * 20, "-".join(["word"] * 8)),
    ],
)
def test_names_in_latin_letters(text, wanted):
    """Accents go, Cyrillic is written in Latin letters, what has no letters gives no name."""
    assert naming.slug(text) == wanted


@pytest.mark.parametrize("publisher", ["日本経済新聞", "", "…", "Ж"])
def test_every_article_gets_an_id(publisher):
    """Where neither publisher nor title gives a name, the id is still one that validates."""
    found = naming.source(publisher, "", "2019-03-04", ())

    assert found.removesuffix("2019-03-04") in ("article-", "zh-")


def test_an_id_that_another_document_has_is_not_given_again(folder: Path):
    """The folder's own article of that publisher and day keeps its id."""
    known = tables.load(folder)
    known.sources.loc[0, "source_id"] = cases.SOURCE_ID
    made = cases.draft(known=known)

    assert made.sources["source_id"].to_list() == [f"{cases.SOURCE_ID}-2"]
    assert made.claims["source_id"].unique().tolist() == [f"{cases.SOURCE_ID}-2"]


def test_a_file_is_known_again_by_the_fingerprint_of_evidence(tmp_path: Path):
    """`evidence --texts` computes the same print of the same file."""
    path = tmp_path / "article.txt"
    path.write_text(f"{cases.HEADLINE}\n\n{cases.TRADE}\n", encoding="utf-8")
    [mark] = drafts.draft(path, publisher="The Courier").sources["text_sha256"]

    assert mark == evidence.document(path.read_text(encoding="utf-8")).fingerprint


def test_what_is_told_goes_before_what_the_text_says(tmp_path: Path):
    """Day, publisher and address, of a file and of an article alike."""
    path = tmp_path / "article.txt"
    path.write_text(f"{cases.HEADLINE}\n\n{cases.TRADE}\n", encoding="utf-8")
    told = {"publisher": "The Echo", "published": "2019-05-06", "url": "https://example.org/a"}
    for given_ in (path, cases.ARTICLE):
        [row] = drafts.draft(given_, **told).sources[list(told)].to_dict("records")
        assert row == told
    assert drafts.draft(path, published=date(2019, 5, 6)).sources["published"][0] == "2019-05-06"


def test_no_id_begins_as_those_of_the_examples_do():
    """Rows to be deleted by their prefix are never somebody's own."""
    assert naming.source("Example News", "", "2019-03-04", ()) == "article-example-news-2019-03-04"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Exports rose by 4 percent, the minister told reporters on Monday.", "2022-03-14"),
        ("On Tuesday the ministry reported that exports rose by 4 percent.", "2022-03-15"),
        ("Exports rose by 4 percent, the bank said Wednesday in a note.", "2022-03-09"),
        ("The minister said talks would resume on Friday, as exports rose by 4 percent.", None),
        ("The bank said on Monday what the ministry had said on Friday: plus 4 percent.", None),
    ],
)
def test_a_claim_was_said_on_the_weekday_beside_its_verb(words, day):
    """The last such day up to that of the article; a day of something else is none of speech."""
    article = cases.on_canada(f"Canada sells paper to Chile. {words}")
    made = drafts.draft(article)

    assert [cell if isinstance(cell, str) else None for cell in made.claims["said_on"]] == [day]


def test_a_speaker_goes_on_on_the_day_that_was_told():
    """What the same speaker says below was said that day, and what the outlet tells on none."""
    article = cases.on_canada(
        "Trade came to 3 billion dollars in 2020.",
        "Exports to Chile rose by 4 percent, the Bank of Canada said on Monday.",
        "Imports fell by 2 percent, the Bank of Canada added.",
    )
    made = drafts.draft(article)

    assert list(made.claims["said_on"].fillna("")) == ["", "2022-03-14", "2022-03-14"]
