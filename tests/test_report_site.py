"""The site as a reader gets it: complete and self-contained."""

import csv
import html
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from conftest import TOLD

from analysis import charts, checks, conflicts, readings, tables
from analysis.report import documents, notebooks

LOADING = {
    ("img", "src"),
    ("script", "src"),
    ("link", "href"),
    ("source", "src"),
    ("iframe", "src"),
}


class Page(HTMLParser):
    """What a page holds: ids, links, what it loads, its tables and pictures."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag and sort what it points to."""
        given = {name: value or "" for name, value in attrs}
        self.tags.append((tag, given))
        self.ids += [given["id"]] if "id" in given else []
        self.loads += [value for name, value in given.items() if (tag, name) in LOADING]
        if tag == "a":
            self.links += [v for name, v in given.items() if name in ("href", "xlink:href")]


@pytest.fixture(scope="session")
def pages(site: Path) -> list[Page]:
    """Every page of the site."""
    return [Page(path) for path in sorted(site.rglob("*.html"))]


def test_there_is_a_page_for_each_notebook_and_each_source(site: Path, data: tables.Tables) -> None:
    """Beside the pages that every site has: a page a notebook, a page a source, nothing else."""
    expected = {"index.html", "conflicts.html", "cite.html", "corrections.html"}
    expected |= {f"docs/{name}.html" for name in documents.NAMES}
    expected |= {f"notebooks/{path.stem}.html" for path in notebooks.paths()}
    expected |= {f"sources/{key}.html" for key in data.sources["source_id"]}

    assert {path.relative_to(site).as_posix() for path in site.rglob("*.html")} == expected


def test_every_link_inside_the_site_leads_somewhere(site: Path, pages: list[Page]) -> None:
    """A relative link names a file of the site, and its fragment an id on that page."""
    ids = {page.path.resolve(): set(page.ids) for page in pages}
    broken = []
    for page in pages:
        for link in [*page.links, *page.loads]:
            parts = urlsplit(link)
            target = (page.path.parent / unquote(parts.path)).resolve() if parts.path else page.path
            there = parts.scheme or (
                target.is_file() and (not parts.fragment or parts.fragment in ids[target.resolve()])
            )
            broken += [] if there else [(page.path.name, link)]

    assert broken == []


def test_no_page_loads_anything_from_elsewhere(site: Path, pages: list[Page]) -> None:
    """Scripts, styles, fonts and pictures lie in the site; only links lead out of it."""
    schemes = {urlsplit(load).scheme for page in pages for load in page.loads}
    styles = (site / "style" / "site.css").read_text(encoding="utf-8")

    assert schemes <= {"", "data"}
    assert "@import" not in styles
    assert [address for address in re.findall(r"url\((.*?)\)", styles) if "//" in address] == []


def test_every_page_names_the_version_of_its_data(pages: list[Page], data: tables.Tables) -> None:
    """The hash of the tables stands in the head of a page and in its footer."""
    version = tables.version(data)
    for page in pages:
        told = {"name": "data-version", "content": version}
        footer = page.path.read_text(encoding="utf-8").partition("<footer>")[2]

        assert ("meta", told) in page.tags
        assert f'<code class="version">{version}</code>' in footer


def test_no_id_stands_twice_in_a_page(pages: list[Page]) -> None:
    """Ids are unique, also where a page shows several charts in two widths."""
    assert [p.path.name for p in pages if len(p.ids) != len(set(p.ids))] == []


def test_every_table_has_a_caption_and_scoped_headers(pages: list[Page]) -> None:
    """As many captions as tables, and no header without a scope."""
    for page in pages:
        names = [tag for tag, _ in page.tags]

        assert names.count("table") == names.count("caption")
        assert {a.get("scope") for tag, a in page.tags if tag == "th"} <= {"row", "col"}


def test_every_scrolling_region_can_be_reached_and_has_a_name(pages: list[Page]) -> None:
    """A region that scrolls takes the focus and says what it holds."""
    regions = [a for p in pages for tag, a in p.tags if a.get("class", "").startswith("scroll")]

    assert regions
    assert all(a["role"] == "region" and a["tabindex"] == "0" and a["aria-label"] for a in regions)


def test_every_picture_says_what_it_shows(site: Path, pages: list[Page]) -> None:
    """An img has an alt text; an SVG is a graphic whose title and description it names."""
    images = [a for page in pages for tag, a in page.tags if tag == "img"]
    drawn = [(page, a) for page in pages for tag, a in page.tags if tag == "svg"]

    assert all(image.get("alt") for image in images)
    assert len(drawn) >= 2 * len(charts.NAMES)
    for page, svg in drawn:
        assert svg["role"] == "graphics-document document"
        assert set(svg["aria-labelledby"].split()) <= set(page.ids)


def test_the_page_says_of_each_chart_what_the_chart_says(site: Path, data: tables.Tables) -> None:
    """The alt text of a drawn chart stands in a notebook's page as the title of its SVG."""
    text = "".join(path.read_text(encoding="utf-8") for path in (site / "notebooks").glob("*.html"))
    titles = re.findall(r'<title[^>]* id="([a-z_]+)-title">(.*?)</title>', text, re.DOTALL)

    assert {name for name, _ in titles} >= set(charts.NAMES)
    assert charts.alt(charts.draw("plan_points", data)) in {words for _, words in titles}


def test_the_ledger_holds_every_claim_without_a_script(site: Path, data: tables.Tables) -> None:
    """Each claim links from the first page to its place in its source's page."""
    links = Page(site / "index.html").links
    expected = {f"sources/{c.source_id}.html#{c.claim_id}" for c in data.claims.itertuples()}

    assert expected <= set(links)


def test_a_value_can_be_followed_from_the_first_page_to_the_chart(site: Path) -> None:
    """The key of the number stands in the ledger, its source's page, the tour and the SVG."""
    key = "tass-2019-06-10-oreshkin-growth-2018"

    for path in (
        "index.html",
        "sources/tass-2019-06-10.html",
        "notebooks/follow_one_value.html",
        "charts/trade_growth.svg",
    ):
        assert key in (site / path).read_text(encoding="utf-8"), path


def test_a_source_links_to_the_very_words(site: Path) -> None:
    """A fragment is a link that opens the source at these words."""
    links = Page(site / "sources" / "tass-2019-06-10.html").links

    assert [link for link in links if "#:~:text=two%20countries%20had%20grown%20by%2017" in link]


def test_every_chart_and_table_can_be_downloaded(site: Path, data: tables.Tables) -> None:
    """Charts in three formats, the tables as they are, and their description."""
    links = Page(site / "index.html").links

    for name in charts.NAMES:
        assert {f"charts/{name}.{form}" for form in ("svg", "png", "pdf")} <= set(links)
    for name in [*(f"{table}.csv" for table in tables.TABLES), "datapackage.json"]:
        assert f"data/{name}" in links
        assert (site / "data" / name).read_bytes() == (data.folder / name).read_bytes()


@pytest.mark.parametrize("reading", readings.READINGS)
def test_verdicts_and_conflicts_can_be_downloaded(
    site: Path, data: tables.Tables, reading: str
) -> None:
    """The files of each reading hold the records of the checks."""
    links = Page(site / "index.html").links
    expected = {
        "verdicts": checks.records(checks.check(data, reading).summary),
        "conflicts": conflicts.records(conflicts.find(data, reading, limit=200)),
    }
    for kind, records in expected.items():
        stem = site / "data" / f"{kind}-{reading}"
        with stem.with_suffix(".csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))

        assert {f"data/{stem.name}.json", f"data/{stem.name}.csv"} <= set(links)
        assert json.loads(stem.with_suffix(".json").read_text(encoding="utf-8")) == records
        assert [row["sentence"] for row in rows] == [row["sentence"] for row in records]
        assert set(rows[0]) == set(records[0])


def test_claims_link_to_their_conflicts_and_back(
    site: Path, pages: list[Page], data: tables.Tables
) -> None:
    """Each value of a conflict is linked on the conflict's page, and links back to it."""
    value = data.reported_values.merge(data.claims, on="claim_id").set_index("value_id")
    read = {page.path.relative_to(site).as_posix(): page for page in pages}
    page = read["conflicts.html"]
    for conflict in conflicts.records(conflicts.find(data, "literal", limit=200)):
        assert conflict["conflict_id"] in page.ids
        for key in conflict["value_ids"]:
            source = f"sources/{value['source_id'][key]}.html"
            assert f"{source}#{value['claim_id'][key]}" in page.links
            back = f"../conflicts.html#{conflict['conflict_id']}"
            assert back in read[source].links


def test_each_conflict_says_what_it_assumes_and_what_would_explain_it(
    site: Path, data: tables.Tables
) -> None:
    """Sentence, assumptions and harmless explanations stand in the page."""
    text = html.unescape((site / "conflicts.html").read_text(encoding="utf-8"))
    for reading in readings.READINGS:
        for one in conflicts.records(conflicts.find(data, reading, limit=200)):
            for words in [one["sentence"], *one["assumptions"], *one["explanations"]]:
                assert words in text


def test_each_value_has_its_verdict_in_its_source_page(site: Path, data: tables.Tables) -> None:
    """The sentence of every verdict stands there, under the reading that it is for."""
    summary = checks.check(data).summary.merge(tables.statements(data), on="value_id")
    for row in summary.itertuples():
        text = (site / "sources" / f"{row.source_id}.html").read_text(encoding="utf-8")
        assert row.sentence in html.unescape(text)


def test_what_the_readings_share_is_not_marked(pages: list[Page]) -> None:
    """A mark names at least one reading and never all: what always holds needs none."""
    marks = [a["data-reading"].split() for p in pages for _, a in p.tags if "data-reading" in a]

    assert marks
    assert {len(names) for names in marks} <= {1, 2}
    assert {name for names in marks for name in names} == set(readings.READINGS)


def test_the_downloads_are_what_saving_a_chart_writes(
    site: Path, data: tables.Tables, tmp_path: Path
) -> None:
    """The files of a chart are those that `charts.save` writes, byte by byte."""
    for path in charts.save(charts.draw("plan_points", data), tmp_path):
        assert path.read_bytes() == (site / "charts" / path.name).read_bytes()


def test_progress_counts_to_the_end(site: Path) -> None:
    """Steps are told one by one, and the last is the last of all."""
    told = json.loads((site.parent / TOLD).read_text(encoding="utf-8"))

    assert [done for done, _ in told] == list(range(1, len(told) + 1))
    assert {steps for _, steps in told} == {len(told)}
