"""The pages on paper: what is printed says where it comes from, and leaves out the controls."""

import io
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest
from bs4 import BeautifulSoup

from analysis import tables

MILLIMETRE = 72 / 25.4


@pytest.fixture(scope="module")
def page(browser: Any) -> Iterator[Any]:
    """One window, of a reader who likes it dark."""
    window = browser.new_page(color_scheme="dark")
    yield window
    window.close()


def printed(page: Any, path: Path) -> pypdf.PdfReader:
    """The page as a file for paper."""
    page.goto(path.as_uri())
    page.evaluate("document.fonts.ready")
    return pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def words(paper: pypdf.PdfReader) -> str:
    """Its text, squeezed: lines break where the paper ends."""
    return squeezed("".join(sheet.extract_text() for sheet in paper.pages))


def squeezed(text: str) -> str:
    """A text without white space and ligatures."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def test_addresses_are_printed_and_navigation_is_not(page: Any, site: Path) -> None:
    """The address of every link that leads out stands after it; what only a click uses is gone."""
    path = site / "sources" / "tass-2019-06-10.html"
    text = words(printed(page, path))
    source = BeautifulSoup(path.read_text("utf-8"), "html.parser")
    out = {a["href"] for a in source.select('main a[href^="http"]')}

    assert len(out) > 5
    assert [address for address in out if squeezed(address) not in text] == []
    for word in ("To the content", "Downloads", "Skip", "Show all"):
        assert squeezed(word) not in text


def test_the_first_page_prints_every_claim_without_its_controls(
    page: Any, site: Path, data: tables.Tables
) -> None:
    """Every claim of the ledger, and no filter; of the readings the one that is chosen."""
    text = words(printed(page, site / "index.html"))

    assert [key for key in data.claims["claim_id"] if key not in text] == []
    for word in ("Kind of source All kinds", "Any verdict", "literally, charitably"):
        assert squeezed(word) not in text


@pytest.mark.parametrize("name", ["conflicts.html", "notebooks/project_counts.html"])
def test_the_version_of_the_data_is_printed(
    page: Any, site: Path, data: tables.Tables, name: str
) -> None:
    """Paper says which version of the data it shows."""
    sheets = reversed(printed(page, site / name).pages)
    told = f"Dataversion{tables.version(data)}"

    assert any(told in squeezed(sheet.extract_text()) for sheet in sheets)


def test_what_details_hold_is_printed(page: Any, site: Path) -> None:
    """The table of a chart is printed though it is folded; code is left to the notebook."""
    path = site / "notebooks" / "project_counts.html"
    text = words(printed(page, path))
    source = BeautifulSoup(path.read_text("utf-8"), "html.parser")
    rows = source.select("details.marks tr[data-mark] th")

    assert rows
    assert [row for row in rows if squeezed(row.get_text()) not in text] == []
    assert squeezed("tables.load()") not in text


def test_a_header_is_repeated_on_every_sheet_of_its_table(page: Any, site: Path) -> None:
    """The ledger goes over many sheets, and each says what its columns are."""
    paper = printed(page, site / "index.html")
    heads = ["Values,asprinted" in squeezed(sheet.extract_text()) for sheet in paper.pages]

    assert sum(heads) > 5
    assert all(heads[heads.index(True) : len(heads) - heads[::-1].index(True)])


def test_charts_fit_a_sheet_and_stand_on_white(page: Any, site: Path) -> None:
    """Each chart is no higher than an A4 sheet's text, is not cut, and its paper is white."""
    page.goto((site / "notebooks" / "trade_growth.html").as_uri())
    page.set_viewport_size({"width": round(182 / 25.4 * 96), "height": 1000})
    page.emulate_media(media="print")
    cards = page.locator(".card:visible").evaluate_all(
        """all => all.map(e => [getComputedStyle(e).backgroundColor,
        getComputedStyle(e.parentElement).breakInside,
        e.querySelector("svg, img").getBoundingClientRect().height / 96 * 25.4])"""
    )
    page.emulate_media(media="screen")

    assert cards
    assert {colour for colour, _, _ in cards} == {"rgb(255, 255, 255)"}
    assert {inside for _, inside, _ in cards} == {"avoid"}
    assert max(height for *_, height in cards) <= 265


def test_the_paper_is_a4(page: Any, site: Path) -> None:
    """Sheets are 210 by 297 mm, as the style asks for."""
    box = printed(page, site / "conflicts.html").pages[0].mediabox

    assert [round(float(side) / MILLIMETRE) for side in (box.width, box.height)] == [210, 297]
