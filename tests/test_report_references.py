"""Numbered references lead from a row to its source and back; what machines read is sound."""

from __future__ import annotations

import csv
import json
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
import second_pair
from audit import audit
from bs4 import BeautifulSoup, Tag
from test_citations import HOSTILE, faults, read, spoilt

from analysis import citations, tables
from analysis.evidence import reference
from analysis.outputs import table
from analysis.readings import READINGS
from analysis.report import judging, ledger
from analysis.report.cells import Block, Page
from analysis.report.pages import Writer
from analysis.report.references import References, Sources

OVER = "tass-2019-06-10-projects-started"
TASS = "tass-2019-06-10"
#: How pages show it: what would turn the direction of the text is named; what runs from right to
#: left is set apart by signs that nobody sees.
SHOWN = HOSTILE.replace("\u202e", "[RLO]").replace("\u202c", "[PDF]")


@pytest.fixture(scope="module")
def shipped() -> tables.Tables:
    """The shipped tables."""
    return tables.load()


def book(data: tables.Tables) -> Page:
    """A notebook's page with tables of every kind of row and a sentence."""
    values = tables.statements(data).head(8)[["publisher", "url", "value_id", "printed"]]
    frames = [values, data.claims.head(3), data.statistics.head(2), data.events.head(2)]
    blocks = [Block("table", table(frame, "rows").html(), "rows", count=1) for frame in frames]
    return Page("book", "What?", "", tuple(blocks))


@pytest.fixture(scope="module")
def site(shipped: tables.Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the shipped data, with one notebook."""
    out = tmp_path_factory.mktemp("site")
    held = [judging.judged(shipped, reading) for reading in READINGS]
    Writer(out, shipped, [book(shipped)], [], held).write()
    return out


def about(data: tables.Tables, source: str) -> tables.Tables:
    """What the tables hold of one source and of no other: its pages take no time."""
    claims = data.claims[data.claims["source_id"] == source]
    claims = claims[claims[["repeats", "repeats_inferred", "disputes"]].isna().all(axis=1)]
    values = data.reported_values[data.reported_values["claim_id"].isin(claims["claim_id"])]
    values = values[values["part_of"].isna()]
    names = [name for name in tables.TABLES if name not in ("hedges", "corrections")]
    kept = {name: getattr(data, name).head(0) for name in names}
    one = data.sources[data.sources["source_id"] == source]
    return replace(data, **kept | {"sources": one, "claims": claims, "reported_values": values})


@cache
def page(site: Path, name: str) -> BeautifulSoup:
    """A page of the site."""
    return BeautifulSoup((site / name).read_text(encoding="utf-8"), "html.parser")


def seen(element: Tag) -> str:
    """The text of an element without the signs that set a direction apart."""
    return element.get_text().translate({0x2068: None, 0x2069: None})


CITING = ["index.html", "conflicts.html", "notebooks/book.html"]


@pytest.fixture
def counted(shipped: tables.Tables) -> References:
    """The references of one page, none cited yet."""
    return References(Sources(shipped, ledger.sources(shipped, [])))


def marks(html: str) -> list[tuple[str, str]]:
    """The name of the element that holds each number, and the number."""
    found = BeautifulSoup(html, "html.parser").select("a[role=doc-noteref]")
    return [(a.find_parent(["td", "th", "li", "p", "b"]).name, a.get_text()) for a in found]


@pytest.mark.parametrize("name", CITING)
def test_every_number_leads_to_its_source_and_back(site: Path, name: str) -> None:
    """Each way there ends at a list item, each way back at the very place it came from."""
    soup = page(site, name)
    there = soup.select("a[role=doc-noteref]")
    back = soup.select("a[role=doc-backlink]")

    by_id = {element["id"]: element for element in soup.select("[id]")}
    assert there
    for a in there:
        item = by_id[a["href"].removeprefix("#")]
        assert item.name == "li"
        assert a.get_text() == f"[{1 + len(item.find_previous_siblings('li'))}]"
        assert [b["href"] for b in item.select("a[role=doc-backlink]")].count(f"#{a['id']}") == 1
    assert Counter(a["id"] for a in there) == Counter(b["href"][1:] for b in back)
    assert len(by_id) == len(soup.select("[id]"))


@pytest.mark.parametrize("name", CITING)
def test_ways_have_names_of_their_own(site: Path, name: str) -> None:
    """A list of links read aloud tells each way back apart; a name holds the text that is seen."""
    back = page(site, name).select("a[role=doc-backlink]")

    assert len({a["aria-label"] for a in back}) == len(back)
    for a in page(site, name).select("a[role=doc-noteref]"):
        assert a.get_text() in a["aria-label"]


@pytest.mark.parametrize("name", CITING)
def test_a_reference_tells_the_source(site: Path, name: str, shipped: tables.Tables) -> None:
    """Publisher, title in its language, date, address, and the source's page in the site."""
    sources = shipped.sources.set_index("source_id")
    for item in page(site, name).select("section[role=doc-endnotes] li"):
        row = sources.loc[item["data-row"].removeprefix("sources:")]
        link = item.select_one("a[rel~=external]")
        own = item.select_one('a[href*="sources/"]')
        assert link["href"] == row["url"]
        if isinstance(row["title"], str):
            assert item.get_text().startswith(f"{row['publisher']}: ")
            assert (link.get_text(), link["lang"]) == (row["title"], row["language"])
        else:
            assert link.get_text().startswith(f"{row['publisher']}, ")
            assert "no title kept" in link.get_text()
        if isinstance(row["title"], str) and isinstance(row["published"], str):
            assert item.select_one("time")["datetime"] == row["published"]
        assert (site / name).parent.joinpath(own["href"]).is_file()


def test_every_row_of_a_notebook_bears_its_source(site: Path, shipped: tables.Tables) -> None:
    """Values, claims, statistics and events: the number is that of the row's own source."""
    soup = page(site, "notebooks/book.html")
    items = soup.select("section[role=doc-endnotes] li")
    cited = {f"[{n}]": item["data-row"].partition(":")[2] for n, item in enumerate(items, 1)}
    claims = shipped.claims.set_index("claim_id")["source_id"]
    values = shipped.reported_values.set_index("value_id")["claim_id"].map(claims)
    rows = soup.select("tr[data-value-id]")

    assert len(rows) == 8
    assert [cited[row.select_one("sup").get_text()] for row in rows] == [
        values[row["data-value-id"]] for row in rows
    ]
    assert all(len(row.select("sup")) == 1 for row in soup.select("tbody tr"))
    statistics = [cited[r.select_one("sup").get_text()] for r in soup.select("[data-statistic]")]
    assert statistics == shipped.statistics["source_id"].head(2).tolist()


def test_the_number_stands_in_the_cell_that_names_the_source(counted: References) -> None:
    """Where no cell links to the source, it stands in the cell that heads the row."""
    source = '<td><a rel="external noopener" href="https://tass.com">TASS</a></td>'
    there = f'<table><tr data-value-id="{OVER}"><th>over 60</th>{source}</tr></table>'
    plain = f'<table><tr data-value-id="{OVER}"><th>over 60</th><td>TASS</td></tr></table>'

    assert marks(counted.marked(there)) == [("td", "[1]")]
    assert marks(counted.marked(plain)) == [("th", "[1]")]


def test_a_source_is_marked_once_in_a_text_and_once_a_row(counted: References) -> None:
    """A sentence with two numbers of a source has one mark; nested keys add none to their row."""
    text = f'<p><b data-value-id="{OVER}">60</b> of <b data-row="sources:x claims:y">130</b></p>'
    twice = f'<p><b data-value-id="{OVER}">60</b> and <b data-value-id="{OVER}">60</b></p>'
    row = f'<tr data-value-id="{OVER}"><th>a</th><td data-value-id="{OVER}">b</td></tr>'

    assert marks(counted.marked(text)) == [("b", "[1]")]
    assert marks(counted.marked(twice)) == [("b", "[1]")]
    assert marks(counted.marked(f"<table>{row}{row}</table>")) == [("th", "[1]")] * 2


def test_numbers_go_by_first_mention(counted: References, shipped: tables.Tables) -> None:
    """A row of two sources has two numbers; a source keeps the number that it got."""
    values = tables.statements(shipped).drop_duplicates("source_id")["value_id"].tolist()

    assert marks(f"<p>{counted.mark('reported_values', values[5])}</p>") == [("p", "[1]")]
    both = counted.mark("reported_values", f"{values[2]} {values[5]} {values[2]}")
    assert [number for _, number in marks(f"<p>{both}</p>")] == ["[2]", "[1]"]
    assert [one.number for one in counted] == [1, 2]
    assert [place.letter for one in counted for place in one.places] == ["a", "b", "a"]


def test_places_beyond_the_alphabet_are_told_apart(counted: References) -> None:
    """The twenty-seventh place is aa."""
    for _ in range(28):
        counted.mark("reported_values", OVER)

    letters = [place.letter for one in counted for place in one.places]
    assert letters[0] == "a"
    assert letters[25:] == ["z", "aa", "ab"]


def test_the_way_back_is_shown_with_what_it_leads_to(site: Path) -> None:
    """Where a reading hides a table or conflict, the same reading hides the ways back to it."""
    hidden = 0
    for name in ("index.html", "conflicts.html"):
        soup = page(site, name)
        places = {one["id"]: one for one in soup.find_all(id=True)}
        for back in soup.select("a[role=doc-backlink]"):
            part = places[back["href"][1:]].find_parent(attrs={"data-reading": True})
            assert back.get("data-reading") == (part and part["data-reading"])
            hidden += part is not None
    assert hidden > 0


def test_what_is_no_row_has_no_reference(counted: References) -> None:
    """Unknown keys and rows without a source are left as they are."""
    html = '<table><tr data-row="hedges:over|en|usual gossip:1"><th>over</th></tr></table>'

    assert counted.marked(html) == html
    assert len(counted) == 0


def test_a_key_with_blanks_and_bars_finds_its_source(
    shipped: tables.Tables, counted: References
) -> None:
    """The whole key of a statistic, its blanks as %20, its empty parts empty."""
    key = shipped.statistics.iloc[0][:12]
    html = f'<p data-statistic="{reference(*key)}">12</p>'

    assert marks(counted.marked(html)) == [("p", "[1]")]
    assert next(iter(counted)).source["source_id"] == shipped.statistics["source_id"][0]


def scripts(soup: BeautifulSoup) -> list[Tag]:
    """The JSON-LD of a page."""
    return soup.select('script[type="application/ld+json"]')


def test_json_ld_in_the_head_fits_its_schema(site: Path, shipped: tables.Tables) -> None:
    """The first page tells the data, a source's page its claims."""
    (data,) = scripts(page(site, "index.html"))
    (claims,) = scripts(page(site, f"sources/{TASS}.html"))

    assert data.parent.name == claims.parent.name == "head"
    assert faults("dataset", json.loads(data.string)) == []
    assert faults("claims", json.loads(claims.string)) == []
    assert json.loads(claims.string) == citations.claims_json_ld(shipped, [TASS])


def test_claims_of_json_ld_are_places_of_their_page(site: Path) -> None:
    """The @id of each claim is where the page tells it; its files are there."""
    soup = page(site, f"sources/{TASS}.html")
    (node,) = scripts(soup)
    (data,) = scripts(page(site, "index.html"))

    assert all(soup.find(id=one["@id"][1:]) for one in json.loads(node.string)["@graph"])
    for one in json.loads(data.string)["distribution"]:
        assert (site / one["contentUrl"]).is_file()


def test_references_are_offered_as_files(site: Path, shipped: tables.Tables) -> None:
    """The page on citing links to both, and both hold every source."""
    soup = page(site, "cite.html")
    keys = set(shipped.sources["source_id"])
    text = (site / "data" / "references.bib").read_text(encoding="utf-8")
    items = json.loads((site / "data" / "references.json").read_text(encoding="utf-8"))

    assert {a["href"] for a in soup.select("a[download]")} == {
        "data/references.bib", "data/references.json",
    }  # fmt: skip
    assert set(read(text)) == keys
    assert {item["id"] for item in items} == keys
    assert faults("csl", items) == []


def test_the_page_on_citing_names_version_and_licences(site: Path, shipped: tables.Tables) -> None:
    """The data version stands in the example and in the reference to the data."""
    soup = page(site, "cite.html")
    version = tables.version(shipped)
    bibtex = next(pre for pre in soup.select("pre") if "@misc" in pre.get_text())

    assert version in soup.select_one("blockquote").get_text()
    assert f"data version {version}" in next(iter(read(bibtex.get_text()).values()))["note"]
    assert soup.select_one("a[rel~=license]")["href"].startswith("https://creativecommons.org/")
    assert "MIT" in soup.get_text()


def test_a_source_page_holds_its_own_reference(site: Path, shipped: tables.Tables) -> None:
    """BibTeX of this source and no other, to be copied."""
    text = page(site, f"sources/{TASS}.html").select_one("pre[aria-label$=BibTeX]").get_text()

    assert text == citations.bibtex(shipped, [TASS])


@pytest.mark.parametrize("name", ["index.html", f"sources/{TASS}.html", "cite.html"])
def test_every_page_leads_to_citing_and_corrections(site: Path, name: str) -> None:
    """Both stand in the footer."""
    links = [a["href"] for a in page(site, name).select("footer a")]

    for wanted in ("cite.html", "corrections.html"):
        (link,) = [href for href in links if href.endswith(wanted)]
        assert (site / name).parent.joinpath(link).resolve().is_file()


def test_without_corrections_the_log_says_so(site: Path) -> None:
    """A reader learns that there is none; the table is there, with its header alone."""
    soup = page(site, "corrections.html")

    assert "No correction is logged" in soup.get_text()
    with (site / "data" / "corrections.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file))[1:] == []


def test_a_correction_is_shown_with_what_stood_there_before(
    shipped: tables.Tables, tmp_path: Path
) -> None:
    """Date, cell, before, after and reason as text, the latest first, each row with its key."""
    day = pd.Timestamp("2026-12-01")
    rows = [
        [day, "sources", TASS, "publisher", "Tass", "TASS", HOSTILE],
        [day + pd.Timedelta(days=1), "sources", TASS, "title", None, "17% & more", "it was empty"],
    ]
    log = pd.DataFrame(rows, columns=shipped.corrections.columns)
    Writer(tmp_path, replace(about(shipped, TASS), corrections=log), [], []).write()
    first, second = page(tmp_path, "corrections.html").select("tbody tr")

    assert first.select_one("time")["datetime"] == "2026-12-02"
    assert [cell.get_text() for cell in first.select("del, ins")] == ["empty", "17% & more"]
    assert second["data-row"] == f"corrections:2026-12-01|sources|{TASS}|publisher"
    assert seen(second.select("td")[-1]) == SHOWN
    assert not page(tmp_path, "corrections.html").select("main script")


def test_hostile_texts_stay_texts_in_references(shipped: tables.Tables, tmp_path: Path) -> None:
    """A title with markup is shown in the list, and its JSON-LD is one script."""
    row = shipped.sources.index[shipped.sources["source_id"] == TASS][0]
    data = spoilt(
        about(shipped, TASS), "sources", row, title=HOSTILE, publisher=HOSTILE, url="javascript:x()"
    )
    values = tables.statements(data).query("source_id == @TASS")[["publisher", "value_id"]]
    block = Block("table", table(values, "rows").html(), "rows", count=1)
    Writer(tmp_path, data, [Page("book", "What?", "", (block,))], []).write()
    (item,) = page(tmp_path, "notebooks/book.html").select("section[role=doc-endnotes] li")
    (script,) = scripts(page(tmp_path, f"sources/{TASS}.html"))

    assert SHOWN in seen(item)
    assert not [a for a in item.select("a") if a["href"].startswith("javascript")]
    claim = json.loads(script.string)["@graph"][0]
    assert claim["appearance"]["name"] == HOSTILE


def test_a_folder_without_rows_still_tells_how_to_cite(
    shipped: tables.Tables, tmp_path: Path
) -> None:
    """No example, no reference, no claim; the pages stand."""
    names = [name for name in tables.TABLES if name != "hedges"]
    bare = replace(shipped, **{name: getattr(shipped, name).head(0) for name in names})
    Writer(tmp_path, bare, [], []).write()

    assert not page(tmp_path, "cite.html").select("blockquote")
    assert not page(tmp_path, "index.html").select("[role=doc-endnotes]")
    assert (tmp_path / "data" / "references.json").read_text() == "[]\n"


def test_every_number_in_the_log_can_be_traced(tmp_path: Path) -> None:
    """A correction of a value and of a statistic, whose key has bars of its own, are found."""
    folder = second_pair.build(tmp_path / "data")
    statistic = tables.load(folder).statistics.iloc[0]
    key = reference(*statistic[:12]).replace("%20", " ")
    lines = [
        "date,table,key,column,before,after,reason",
        "2026-12-01,reported_values,ap-exports-growth,printed,18,20.2,misread",
        f"2026-12-02,statistics,{key},printed,1.5,{statistic['printed']},a slip of the pen",
    ]
    (folder / "corrections.csv").write_text("\n".join([*lines, ""]), encoding="utf-8")
    assert tables.validate(folder).empty
    site = tmp_path / "site"
    site.mkdir()
    Writer(site, tables.load(folder), [], []).write()

    found = [fault for fault in audit(site)[0] if fault.page == "corrections.html"]
    assert found == []
    assert len(page(site, "corrections.html").select("tbody tr")) == 2
