"""What axe-core does not see in the pages: stock alt texts, languages, captions, words of links."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, NavigableString, Tag

from analysis import tables

#: Letters that no English word has: Cyrillic, Arabic, Japanese.
FOREIGN = re.compile(r"[\u0400-\u04ff\u0600-\u06ff\u3040-\u30ff\u4e00-\u9fff]")
#: What tools write where nobody described a picture.
STOCK = re.compile(
    r"no description|\.(png|svg|jpe?g|pdf|gif|webp)\b|^[a-z]+(_[a-z]+)+$"
    r"|^(image|picture|photo|figure|chart|graph|plot|output|untitled|png|svg|alt)?\W*\d*$",
    re.IGNORECASE,
)
#: Words that say nothing about where a link leads.
EMPTY = {"", "here", "click here", "link", "more", "read more", "this", "this page", "page", "see"}
EMPTY |= {"source", "details", "website", "continue", "download", "open", "go"}


#: The place of a letter in a drawing, half of all elements, where it has no id, name or turn.
LETTER = re.compile(r"<use(?: (?:xlink:href|x|y|transform|style|class)=\"[^\"]*\")* ?/>")


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Every page of the site, by its path in it, without the places of letters in drawings."""
    return {
        path.relative_to(site).as_posix(): BeautifulSoup(
            LETTER.sub("", path.read_text("utf-8")), "html.parser"
        )
        for path in sorted(site.rglob("*.html"))
    }


def texts(page: BeautifulSoup) -> Iterator[NavigableString]:
    """The words a reader sees or hears; a title in the head has the language of the page."""
    for text in page.body.find_all(string=True):
        if type(text) is NavigableString and text.parent.name not in ("script", "style"):
            yield text


def language(element: Tag | NavigableString) -> str:
    """The language that holds where the element stands."""
    found = element.find_parent(attrs={"lang": True})
    return str(found["lang"])


def named(element: Tag) -> str:
    """The accessible name of a link or button, as far as markup gives it."""
    return " ".join(str(element.get("aria-label") or element.get_text(" ")).split())


def pictured(page: BeautifulSoup) -> Iterator[tuple[str, Tag]]:
    """Each picture of a page with the text that stands for it."""
    yield from ((str(image.get("alt", "")), image) for image in page("img"))
    for drawn in page("svg"):
        title = drawn.find("title", recursive=False)
        yield title.get_text() if title else "", drawn


@pytest.mark.parametrize(
    "alt",
    [
        "No description has been provided for this image",
        "No description available",
        "image",
        "",
        "PNG",
        "Figure 1",
        "Chart 12",
        "chart.svg",
        "output_3_0.png",
        "trade_growth",
    ],
)
def test_stock_texts_are_known(alt: str) -> None:
    """What nbconvert and others write where nobody described a picture is told from an alt text."""
    assert STOCK.search(alt)


def test_no_picture_has_a_stock_alt_text(pages: dict[str, BeautifulSoup]) -> None:
    """Every picture says in a sentence of its own what it shows."""
    found = [(name, alt) for name, page in pages.items() for alt, _ in pictured(page)]

    assert found
    assert [one for one in found if STOCK.search(one[1]) or len(one[1].split()) < 5] == []


def test_every_chart_has_title_description_role_and_its_table(
    pages: dict[str, BeautifulSoup],
) -> None:
    """Both widths of a chart name title and description, and its marks stand in a table beside."""
    figures = [one for page in pages.values() for one in page.select("figure.chart:has(svg)")]

    assert figures
    for figure in figures:
        for drawn in figure("svg"):
            title, desc = (drawn.find(kind, recursive=False) for kind in ("title", "desc"))
            assert drawn["role"].split()[0] in ("img", "graphics-document")
            assert drawn["aria-labelledby"].split()[0] == title["id"]
            assert (
                desc["id"] in f"{drawn['aria-labelledby']} {drawn.get('aria-describedby')}".split()
            )
            assert len(desc.get_text()) > len(title.get_text()) > 0
        assert figure.find("table").caption.get_text()


def test_headings_begin_with_the_only_first_one_and_leave_no_level_out(
    pages: dict[str, BeautifulSoup],
) -> None:
    """One h1, before all others, and no heading more than one level below the one before."""
    for name, page in pages.items():
        levels = [int(heading.name[1]) for heading in page(re.compile("^h[1-6]$"))]

        assert levels.count(1) == 1, name
        assert levels[0] == 1, name
        assert all(new - old <= 1 for old, new in pairwise(levels)), name


def test_every_table_has_a_caption_and_every_header_a_scope(
    pages: dict[str, BeautifulSoup],
) -> None:
    """Captions have words, column headers stand in the head, and each row of a body has one."""
    for name, page in pages.items():
        for table in page("table"):
            assert table.caption is not None, (name, str(table)[:200])
            assert table.caption.get_text(strip=True), (name, str(table)[:200])
            scopes = {header.get("scope") for header in table("th")}
            assert scopes <= {"row", "col", "rowgroup", "colgroup"}, (name, scopes)
            assert table.select("thead th[scope=col]"), (name, table.caption)
            assert all(header.get_text(strip=True) for header in table.select("thead th")), name


def test_words_in_another_script_name_their_language(pages: dict[str, BeautifulSoup]) -> None:
    """Cyrillic, Arabic and Japanese words stand in an element of their language, not in English."""
    found = [(name, t) for name, page in pages.items() for t in texts(page) if FOREIGN.search(t)]

    assert found
    assert [(name, t.strip()[:60]) for name, t in found if language(t) == "en"] == []


def test_fragments_and_titles_have_the_language_of_their_source(
    pages: dict[str, BeautifulSoup], data: tables.Tables
) -> None:
    """Where a fragment or title of a foreign source stands alone, its element says the language."""
    claims = data.claims.merge(data.sources[["source_id", "language", "title"]], on="source_id")
    foreign = claims[claims["language"].notna() & (claims["language"] != "en")]
    known = dict(zip(foreign["fragment"].str.strip(), foreign["language"], strict=True))
    known |= dict(zip(foreign["title"].str.strip(), foreign["language"], strict=True))
    found = [
        (name, text, known[text.strip()])
        for name, page in pages.items()
        for text in texts(page)
        if text.strip() in known
    ]

    assert len(found) > len(foreign)
    assert [(name, text) for name, text, tongue in found if language(text) != tongue] == []


def test_links_tell_where_they_lead(pages: dict[str, BeautifulSoup]) -> None:
    """No link is called here, more or nothing at all."""
    names = {(name, named(a)) for name, page in pages.items() for a in page("a", href=True)}

    assert [one for one in sorted(names) if one[1].casefold().rstrip(".") in EMPTY] == []


def test_ids_are_unique_and_what_labels_name_is_there(pages: dict[str, BeautifulSoup]) -> None:
    """Each id stands once, and every label, description and heading of a region exists."""
    pointing = ("aria-labelledby", "aria-describedby", "aria-controls", "for")
    for name, page in pages.items():
        ids = [element["id"] for element in page(id=True)]
        meant = {
            one
            for attribute in pointing
            for element in page(attrs={attribute: True})
            for one in element[attribute].split()
        }

        assert len(ids) == len(set(ids)), name
        assert meant <= set(ids), name


def test_nothing_takes_the_focus_out_of_turn(pages: dict[str, BeautifulSoup]) -> None:
    """No positive tabindex, no focus at loading, no key of our own that shadows a reader's."""
    for name, page in pages.items():
        turns = {element["tabindex"] for element in page(tabindex=True)}

        assert turns <= {"0", "-1"}, name
        assert page(autofocus=True) == [], name
        assert page(accesskey=True) == [], name


def test_every_page_says_its_language_and_its_own_title(pages: dict[str, BeautifulSoup]) -> None:
    """English, and no two pages have the same title."""
    titles = [page.title.get_text(strip=True) for page in pages.values()]

    assert {page.html["lang"] for page in pages.values()} == {"en"}
    assert all(titles)
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize(
    ("planted", "test"),
    [
        ('<img alt="No description has been provided for this image" src="data:,">', "alt"),
        ("<p>Товарооборот вырос</p>", "language"),
        ('<a href="#content">here</a>', "link"),
        ("<h4>two levels down</h4>", "heading"),
        ("<table><tr><th>bare</th></tr></table>", "table"),
        ('<p id="content"></p>', "id"),
        ('<p tabindex="2"></p>', "focus"),
    ],
)
def test_a_planted_fault_is_found(pages: dict[str, BeautifulSoup], planted: str, test: str) -> None:
    """Each of the tests above fails on a sound page with one fault."""
    looks = {
        "alt": test_no_picture_has_a_stock_alt_text,
        "language": test_words_in_another_script_name_their_language,
        "link": test_links_tell_where_they_lead,
        "heading": test_headings_begin_with_the_only_first_one_and_leave_no_level_out,
        "table": test_every_table_has_a_caption_and_every_header_a_scope,
        "id": test_ids_are_unique_and_what_labels_name_is_there,
        "focus": test_nothing_takes_the_focus_out_of_turn,
    }
    spoilt = BeautifulSoup(str(pages["cite.html"]), "html.parser")
    spoilt.main.h1.insert_after(BeautifulSoup(planted, "html.parser"))

    with pytest.raises(AssertionError, match=r"planted\.html"):
        looks[test]({"planted.html": spoilt})
