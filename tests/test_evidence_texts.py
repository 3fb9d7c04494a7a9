"""Texts that a person holds: their paragraphs, what is found in them, what is told of it."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest

from analysis import evidence
from analysis.evidence import passages

ARTICLE = """Menu
Home

Trade with the neighbour grows

Exports lead the way

HARBOUR CITY, June 10. /Agency/. Trade grew by 17% in 2018, the ministry said.

"We have over 60 projects", it added. Exports rose 16.4 percent to $1.2 billion.

Imports rose 16.4 percent too, and half of them, or more of them, came by sea.
"""
PAGE = """<html><head><title>Trade grows - Daily</title><style>p{}</style></head><body>
<nav><p>Home 17%</p></nav>
<div><article><h1>Trade grows</h1><p class="article__standfirst">Exports lead</p>
<p>Trade grew by <b>17%</b>&nbsp;in 2018, the ministry&#8217;s office said.</p>
<figure><figcaption>A port. Trade grew by 17%</figcaption></figure>
<aside><p>Related: trade fell by 3%</p></aside>
<p>“We have over<br>60 projects”, it added.</p></article></div>
<footer><p>Call 555 0178</p></footer><script>var p = 17</script><!-- 60 --></body></html>"""


def numbers(document: evidence.Document) -> dict[str, int | None]:
    """The first two words of each block and its paragraph."""
    return {
        " ".join(document.text[block.start : block.end].split()[:2]): block.paragraph
        for block in document.blocks
    }


def test_paragraphs_are_counted_below_headline_and_standfirst():
    """What stands above the title is no part of the article; a dateline begins paragraph 1."""
    document = evidence.document(ARTICLE, "Trade with the neighbour grows")

    assert numbers(document) == {
        "Menu Home": None, "Trade with": 0, "Exports lead": 0, "HARBOUR CITY,": 1,
        '"We have': 2, "Imports rose": 3,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Does trade grow?\n\nIt does. It grew.\n\nAgain.", [0, 1, 2]),
        ("Trade grew in May.\n\nIt fell in June.", [1, 2]),
        ("Trade grew\n\nStandfirst, ended.\n\nLIMA, May 2 - It grew.\n\nEnd.", [0, 0, 1, 2]),
        ("貿易が増加\n\n貿易額は増えた。\n\n輸出も増えた。", [0, 1, 2]),
        ("A title\n" + "word " * 40 + "end.\n" + "more " * 40 + "end.", [0, 1, 2]),
        ("題名\n\n" + "貿易額は増えた。" * 9 + "\n" + "輸出も増えた。" * 3, [0, 1, 2]),
        ("A title\n\nIt was wrapped\nby an editor.\n\nAnd ended.", [0, 1, 2]),
        ("only words and no end", [1]),
        ("", []),
    ],
)  # fmt: skip
def test_the_paragraphs_of_a_plain_text(text, expected):
    """Blank lines part paragraphs, and single ones where lines are longer than a wrapped one."""
    assert [block.paragraph for block in evidence.document(text).blocks] == expected


def test_a_page_has_the_paragraphs_of_its_article():
    """Headline and standfirst are 0; navigation, captions, scripts and footers are none."""
    document = evidence.document(PAGE, form="html")

    assert numbers(document) == {
        "Home 17%": None, "Trade grows": 0, "Exports lead": 0, "Trade grew": 1, "A port.": None,
        "Related: trade": None, "“We have": 2, "Call 555": None,
    }  # fmt: skip
    assert [place.paragraphs for place in passages.places("grew by 17%", document)] == [(1,), ()]
    assert passages.places("over 60 projects", document)[0].paragraphs == (2,)


def test_a_page_is_known_by_its_article_alone():
    """What changes around the article leaves the fingerprint; a word of it does not."""
    document = evidence.document(PAGE, form="html").fingerprint

    assert evidence.document(PAGE.replace("Home", "Start"), form="html").fingerprint == document
    assert evidence.document(PAGE.replace("office", "desk"), form="html").fingerprint != document


LONG = "Trade between the two grew in the year that ended, the ministry said, {}."


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h1>Title</h1><div>It grew by 17%.</div><div>Read more</div><div>It fell.</div>",
         [0, 1, None, 2]),
        ("<ul><li>Sport</li></ul><h1>Title</h1><div class=b><div>{a}</div></div>"
         "<div class=b><div>{b}</div></div><div><div>{a}</div></div><footer><p>We.</p></footer>",
         [None, 0, 1, 2, 3, None]),
        ("<h1>Title</h1><div>{a}<br><br>{b}<br>{a}</div><p>Call us.</p>", [0, 1, 2, None]),
        ("<h1>Title</h1><h2>A standfirst</h2><p>{a}</p><h2>A heading</h2><p>{b}</p>",
         [0, 0, 1, None, 2]),
        ("<h1>Title</h1><div><div class=lead><p>Lead.</p></div><p>{a}</p><p>{b}</p></div>",
         [0, 0, 1, 2]),
        ("<main><h1>Title</h1><section><p>{a}</p></section><section><p>{b}</p></section></main>",
         [0, 1, 2]),
        ("<h1>Title</h1><p class=byline>By A. Writer, Lima</p><p class=date>{a}</p><p>{b}</p>",
         [0, None, 1, 2]),
        ("Only words", [1]),
        ("", []),
    ],
)  # fmt: skip
def test_pages_are_built_in_many_ways(body, expected):
    """Paragraphs are `p` elements, or `div` where these hold more, or parted by two breaks."""
    page = body.format(a=LONG.format("rightly"), b=LONG.format("wrongly"))

    document = evidence.document(f"<body>{page}</body>", form="html")

    assert [block.paragraph for block in document.blocks] == expected


@pytest.mark.parametrize(
    ("fragment", "text", "found"),
    [
        ("grew by 17", "It grew by 17% in May.", True),
        ("grew by 17", "It grew by 17.3% in May.", False),
        ("grew by 17", "It grew by 17. Then it fell.", True),
        ("grew by 17", "It grew by 17,3 in May.", False),
        ("7% in May", "It grew by 17% in May.", False),
        ("2 in May", "It grew by 17.2 in May.", False),
        ("rade grew", "Trade grew.", False),
        ("15", "the 15th session", True),
        ("80億円", "貿易額は180億円", False),
        ("貿易額は", "日本の貿易額は180億円", True),
        ("8 位を占め", "第8位を\n占めました", True),
        ("Trade", "trade", False),
        ("co-operation grew", "co\u00adoperation grew", False),
        ("cooperation grew", "co\u00adoperation grew", True),
        ("café, ガス 1½ ㌔", "cafe\u0301, ｶﾞｽ 1\u00bd キロ", True),
        ("café", "cafe", False),
    ],
)
def test_words_and_numerals_are_whole(fragment, text, found):
    """A numeral that goes on is another one; scripts without spaces part no words."""
    assert bool(passages.places(fragment, evidence.document(text))) == found


@pytest.fixture
def folder() -> SimpleNamespace:
    """Tables with a claim for each status, as plain frames."""
    claims = [
        ("a-found", "a", 2, "over 60 projects", True),
        ("b-moved", "a", 3, "grew by 17% in 2018", True),
        ("c-ambiguous", "a", 1, "rose 16.4 percent", True),
        ("d-changed", "a", 1, "grew by 18% in 2018", True),
        ("e-missing", "b", 1, "grew by 17%", True),
        ("f-bare", "a", 1, None, True),
        ("g-unread", "a", 1, "grew by 17%", False),
        ("h-anywhere", "a", None, "or more of them", True),
        ("i-own", "a", 3, "rose 16.4 percent", True),
        ("j-twice", "a", 3, "of", True),
    ]
    values = [("a-value", "a-found", "60", "over"), ("b-value", "b-moved", "17", None)]
    return SimpleNamespace(
        claims=pd.DataFrame(
            claims, columns=["claim_id", "source_id", "paragraph", "fragment", "read_at_source"]
        ),
        sources=pd.DataFrame(
            {"source_id": ["a", "b"], "language": "en", "text_sha256": [None, "0" * 64]}
        ),
        reported_values=pd.DataFrame(
            values, columns=["value_id", "claim_id", "printed", "hedge"]
        ).assign(unit="count"),
    )


@pytest.fixture
def texts() -> dict[str, evidence.Document]:
    """The one text that is held."""
    return {"a": evidence.document(ARTICLE, "Trade with the neighbour grows")}


def test_each_fragment_has_one_status(folder, texts):
    """Found in its paragraph, moved, ambiguous, changed, missing, or not to be checked."""
    found = evidence.check(folder, texts).set_index("claim_id")

    assert {key.partition("-")[2]: status for key, status in found["status"].items()} == {
        "found": "found", "moved": "moved", "ambiguous": "ambiguous", "changed": "changed",
        "missing": "missing", "bare": "cannot_be_checked", "unread": "cannot_be_checked",
        "anywhere": "found", "own": "found", "twice": "ambiguous",
    }  # fmt: skip
    assert set(found["status"]) == set(evidence.STATUSES)
    assert found.loc["b-moved", "sentence"] == "read in paragraph 3, stands in paragraph 1"
    assert found.loc["c-ambiguous", "places"] == "paragraphs 2 and 3"
    assert found.loc["i-own", "sentence"].startswith("found in paragraph 3; the words stand in")


def test_the_nearest_passage_tells_what_changed(folder, texts):
    """At most eight words of the original, how alike they are, and which word is another."""
    row = evidence.check(folder, texts).set_index("claim_id").loc["d-changed"]

    assert row["words"] == ARTICLE[row["start"] : row["end"]] == "grew by 17% in 2018"
    assert row["similarity"] == pytest.approx(0.95, abs=0.01)
    assert row["difference"] == "“17%” for “18%”"
    assert row["sentence"].startswith("not found; nearest in paragraph 1, 95% alike: “grew by 17%")


def test_the_nearest_passage_has_eight_words_at_most(texts):
    """Also where the fragment is longer than a fragment may be."""
    near = passages.nearest("We have seen over 60 new projects since it was added", texts["a"])

    assert len(ARTICLE[near.start : near.end].split()) <= evidence.MOST_WORDS
    assert passages.nearest("grew", evidence.document(" ")) is None


@pytest.mark.parametrize(
    ("printed", "unit", "language", "hedge", "text", "places", "warning"),
    [
        ("60", "count", "en", "over", "There are over 60 now.", ("fragment", "fragment"), ""),
        ("70", "ZAR", "en", None, "There are R70bn now.", ("fragment", None), ""),
        ("70", "ZAR", "en", None, "There are R1,70bn now.", ("nowhere", None), "nor in the text"),
        ("16.4", "percent", "en", None, "By 16.4%. There are now.", ("paragraph", None), ""),
        ("-16,4", "percent", "ru", None, "На 16,4%. There are now.", ("paragraph", None), ""),
        ("16.4", "percent", "ru", None, "На 16,4%. There are now.", ("otherwise", None), "16,4"),
        ("8", "count", "en", None, "Eight points. There are now.", ("otherwise", None), "Eight"),
        ("eight", "count", "en", None, "Eight points. There are now.", ("paragraph", None), ""),
        ("half", "percent", "en", None, "By a half. There are now.", ("paragraph", None), ""),
        ("15", "ordinal", "en", None, "The 15th. There are now.", ("paragraph", None), ""),
        ("15", "count", "en", None, "There are now.\n\nIn 15.", ("elsewhere", None), "“15” is"),
        ("15", "count", "en", "about", "There are 150 now.", ("nowhere", "nowhere"), "“about” is"),
        ("2", "times", "en", None, "It doubled. There are now.", ("otherwise", None), "doubled"),
        ("3", "count", "ja", "約", "約3件。There are now.", ("paragraph", "paragraph"), ""),
        ("3", "count", "en", "exceeding", "To exceed 3. There are", ("paragraph", "paragraph"), ""),
    ],
)  # fmt: skip
def test_numeral_and_hedge_stand_in_their_paragraph(
    folder, printed, unit, language, hedge, text, places, warning
):
    """As printed: a minus is told in words; another spelling of the number is told as such."""
    folder.claims = folder.claims.head(1).assign(fragment=text.split("There are")[1].split(".")[0])
    folder.claims["fragment"] = "There are" + folder.claims["fragment"]
    folder.sources["language"] = language
    folder.reported_values = folder.reported_values.head(1).assign(
        printed=printed, hedge=hedge, unit=unit
    )

    (row,) = evidence.printed(folder, {"a": evidence.document(text)}).to_dict("records")

    assert (row["printed_in"], row["hedge_in"]) == places
    assert warning in row["sentence"]
    assert bool(row["sentence"]) == bool(warning)


def test_fingerprints_are_compared_with_those_recorded(folder, texts):
    """Same, differs, or not recorded; a source without a text has no row."""
    print_ = texts["a"].fingerprint
    folder.sources["text_sha256"] = [None, print_]
    found = evidence.fingerprints(folder, texts | {"b": texts["a"]})
    other = evidence.fingerprints(folder, {"b": evidence.document("Other words.")})

    assert found["fingerprint"].tolist() == ["not_recorded", "same"]
    assert other[["source_id", "fingerprint"]].to_numpy().tolist() == [["b", "differs"]]


def test_texts_are_read_by_the_names_of_their_sources(tmp_path: Path):
    """Whatever the spelling of the file system, the capitals of the ending and the encoding."""
    name = "café-2018"
    (tmp_path / f"{unicodedata.normalize('NFD', name)}.TXT").write_text("\ufeffGrew.", "utf-8")
    (tmp_path / "page.htm").write_bytes(
        "<meta charset='windows-1251'><p>Рост на 5%.</p>".encode("windows-1251")
    )
    (tmp_path / "notes.docx").write_bytes(b"\xff")
    (tmp_path / ".hidden.txt").write_bytes(b"\xff")

    texts = evidence.read(tmp_path, [name])

    assert {key: text.text for key, text in texts.items()} == {name: "Grew.", "page": "Рост на 5%."}


def test_what_cannot_be_read_is_named(tmp_path: Path):
    """Two texts of one source, another encoding, and a folder that is none."""
    with pytest.raises(FileNotFoundError, match=r"no folder of texts at .*none"):
        evidence.read(tmp_path / "none")
    (tmp_path / "a.txt").write_bytes("Größe".encode("latin-1"))
    with pytest.raises(ValueError, match=r"a\.txt is not UTF-8: save it as UTF-8"):
        evidence.read(tmp_path)
    (tmp_path / "a.html").write_text("<p>a</p>")
    with pytest.raises(ValueError, match=r"a\.html and a\.txt are both a: keep one"):
        evidence.read(tmp_path)
