"""The documentation in the site: what it says is computed, traceable, and open to everybody."""

from __future__ import annotations

import csv
import importlib
import inspect
import json
import pkgutil
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import audit
import click
import pytest
from bs4 import BeautifulSoup
from conftest import ROOT
from test_structure import ORDER

import analysis
from analysis import cli, tables
from analysis.report import documents, examples, reference
from analysis.report.pages import Writer

HOSTILE = "<script>alert(1)</script> **b** [x](javascript:alert(1)) | `c` {{ 7 * 7 }} <!-- "
SOURCES = list(csv.DictReader((examples.TEXTS / "disagreement.csv").open(encoding="utf-8")))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of the shipped data without notebooks and charts."""
    folder = tmp_path_factory.mktemp("documents")
    Writer(folder, tables.load(ROOT / "data"), [], []).write()
    return folder


def read(site: Path, name: str) -> BeautifulSoup:
    """A page of the documentation."""
    return BeautifulSoup(
        (site / "docs" / f"{name}.html").read_text(encoding="utf-8"), "html.parser"
    )


@pytest.mark.parametrize("name", documents.NAMES)
def test_every_number_comes_from_a_run(site: Path, name: str) -> None:
    """Each number on a page occurs in the row or result that its element names."""
    found = audit.Page(audit.Site(site), site / "docs" / f"{name}.html")

    assert found.faults == []


def test_a_number_that_no_run_gives_would_be_found(site: Path, tmp_path: Path) -> None:
    """The audit fails where an interval is altered by hand."""
    folder = Path(shutil.copytree(site, tmp_path / "site"))
    page = folder / "docs" / "method.html"
    page.write_text(page.read_text(encoding="utf-8").replace("(60, 70)", "(60, 71)"), "utf-8")

    assert {fault.number for fault in audit.Page(audit.Site(folder), page).faults} == {"71"}


@pytest.mark.parametrize("name", documents.NAMES)
def test_tables_have_captions_and_scopes(site: Path, name: str) -> None:
    """Each table says what it shows, each header what it heads, and each row has one."""
    for table in read(site, name)("table"):
        assert table.caption.get_text(strip=True)
        assert all(cell["scope"] == "col" for cell in table.thead("th"))
        assert all(row("th")[0]["scope"] == "row" for row in table.tbody("tr"))


@pytest.mark.parametrize("name", documents.NAMES)
def test_links_lead_somewhere(site: Path, name: str) -> None:
    """Ids are unique, and each link within the site names a page and one of its ids."""
    page = read(site, name)
    ids = [tag["id"] for tag in page.find_all(id=True)]
    inner = [a["href"] for a in page("a", href=True) if not a["href"].startswith("http")]

    assert len(ids) == len(set(ids))
    for file, _, anchor in (link.partition("#") for link in inner):
        target = (site / "docs" / file).resolve() if file else site / "docs" / f"{name}.html"
        text = target.read_text(encoding="utf-8")
        if file.startswith("..") and anchor:
            continue  # the sections of other pages are tested with them
        assert not anchor or f'id="{anchor}"' in text


@pytest.mark.parametrize("name", documents.NAMES)
def test_the_contents_name_every_section(site: Path, name: str) -> None:
    """The list at the top holds the headings of the second level, in their order."""
    page = read(site, name)
    headings = [tag.get_text() for tag in page.select(".document h2")]
    contents = [link.get_text() for link in page.select(".contents a")]

    assert contents == (headings if len(headings) > 2 else [])


def test_every_page_leads_to_the_documentation(site: Path) -> None:
    """Its first page is linked from each page of the site."""
    pages = list(site.rglob("*.html"))

    assert len(pages) > len(documents.NAMES)
    assert all("docs/index.html" in page.read_text(encoding="utf-8") for page in pages)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("No heading.", "a text begins with a heading"),
        ("# A\n\nText.\n\n| a | b |\n|---|---|\n| c | d |\n", "a table needs its caption"),
    ],
)
def test_a_text_without_its_parts_is_refused(text: str, message: str) -> None:
    """What a page needs and a text lacks is named."""
    with pytest.raises(ValueError, match=message):
        documents.document("test", text)


def test_markup_in_a_data_folder_is_shown_as_text(folder: Path) -> None:
    """Descriptions and evidence are text on the pages, whatever they hold."""
    about = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    about["resources"][0]["description"] = HOSTILE
    about["resources"][0]["schema"]["fields"][0]["description"] = HOSTILE
    (folder / "datapackage.json").write_text(json.dumps(about), encoding="utf-8")
    data = tables.load(folder)
    data = replace(data, hedges=data.hedges.assign(evidence=HOSTILE))
    shown = HOSTILE.replace("`", "").strip()

    for name in ("tables", "hedges"):
        page = BeautifulSoup(str(documents.Documents(data).page(name).body), "html.parser")
        assert not page("script")
        assert not page.find_all(href=re.compile("javascript"))
        assert shown in page.get_text()


def test_the_page_of_hedges_shows_the_folder_s_own(data: tables.Tables) -> None:
    """A folder that reads a hedge more widely shows wider bounds."""
    mine = (data.hedges["hedge"] == "over") & (data.hedges["reading"] == "usual")
    wider = replace(data, hedges=data.hedges.assign(upper=data.hedges["upper"].mask(mine, 3)))

    assert "| over | en | usual | (60, 90) |" in documents.Documents(wider).plain("hedges")


# --- the examples, by another route ----------------------------------------------------------


@pytest.fixture(scope="module")
def told() -> examples.Examples:
    """The examples."""
    return examples.examples()


@pytest.fixture(scope="module")
def printed() -> dict[str, Fraction]:
    """The printed numbers of the invented statements, read without the package."""
    with (examples.TEXTS / "example" / "reported_values.csv").open(encoding="utf-8") as rows:
        return {
            row["value_id"]: Fraction(row["printed"])
            for row in csv.DictReader(rows)
            if row["printed"]
        }


@pytest.mark.parametrize(
    ("key", "literal", "usual", "charitable"),
    [
        ("over-60", "(60, ∞)", "(60, 70)", "(60, ∞)"),
        ("about-16.4", "[16.3, 16.5]", "[16.3, 16.5]", "[16.2, 16.6]"),
        ("60", "[59.5, 60.5]", "[59.5, 60.5]", "(50, 70)"),
        ("almost-40-percent", "(−40, 0]", "(−40, −35]", "(−40, 0]"),
        ("over-61-count", "[62, ∞)", "[62, 62]", "[62, ∞)"),
    ],
)
def test_intervals_are_those_of_the_rules(
    told: examples.Examples, key: str, literal: str, usual: str, charitable: str
) -> None:
    """What the words allow, worked out by hand from the formulas of the page."""
    found = told[key]

    assert (found["literal"], found["usual"], found["charitable"]) == (literal, usual, charitable)


def level(reporter: str, year: int) -> Fraction:
    """A printed level of the invented statistics, read without the package."""
    with (examples.TEXTS / "example" / "statistics.csv").open(encoding="utf-8") as rows:
        found = [
            Fraction(row["printed"])
            for row in csv.DictReader(rows)
            if row["reporter"] == reporter and row["period_start"] == f"{year}-01-01"
        ]
    return found[0]


def test_the_growth_of_the_example_is_that_of_its_levels(told: examples.Examples) -> None:
    """Centre and ends follow from the printed levels, half a unit of their last digit off."""
    before, after = (level("XAA", year) for year in (2017, 2018))
    half = Fraction(1, 200)
    ends = [(after + a) / (before + b) - 1 for a, b in ((-half, half), (0, 0), (half, -half))]

    shown = told["growth-exact"]["statistic"]["XAA"]
    assert [shown[name] for name in ("lower", "central", "upper")] == [
        f"+{float(100 * end):.2f}%" for end in ends
    ]


def test_the_partner_s_record_differs_by_the_printed_levels(told: examples.Examples) -> None:
    """The difference and the partner's growth follow from the levels, and explain the miss."""
    own, other = (level(reporter, 2018) for reporter in ("XAA", "XBB"))
    growth = other / level("XBB", 2017) - 1

    assert told["mirror"]["difference"] == f"{float(100 * (other / own - 1)):.1f}%"
    assert told["growth-missed"]["statistic"]["XBB"]["central"] == f"+{float(100 * growth):.2f}%"
    assert "fits without deciding: the record of XBB" in told["growth-missed"]["sentence"]


def test_the_five_verdicts_differ(told: examples.Examples) -> None:
    """The example shows every verdict once."""
    found = {one["verdict"] for key, one in told.items() if key.startswith("growth-")}

    assert found == {
        "reproduced", "reproduced_with_rounding", "reproduced_with_hedge", "not_reproduced",
        "cannot_be_checked",
    }  # fmt: skip


def test_looseness_counts_the_numbers_that_would_have_fitted(told: examples.Examples) -> None:
    """Of the numbers with one decimal within ten points, those whose rounding meets the range."""
    shown = told["growth-exact"]["statistic"]["XAA"]
    low, high = (Fraction(shown[end].strip("%")) for end in ("lower", "upper"))
    tried = [Fraction(175 + step, 10) for step in range(-100, 101)]
    half = Fraction(1, 20)
    fit = [one for one in tried if low <= one + half and one - half <= high]

    assert told["growth-exact"]["loose_share"] == f"{100 * len(fit) / len(tried):.1f}%"


def overlap(growth: Fraction, after: Fraction, before: Fraction) -> bool:
    """Whether a growth in whole points can hold with two levels of one decimal."""
    half, tenth = Fraction(1, 200), Fraction(1, 20)
    ends = [
        (before + b) * (1 + growth / 100 + g) for b, g in product((-tenth, tenth), (-half, half))
    ]
    return min(ends) <= after + tenth and after - tenth <= max(ends)


def test_the_planted_conflict_ends_with_its_smallest_move(
    told: examples.Examples, printed: dict[str, Fraction]
) -> None:
    """The three cannot hold; they can once the growth is moved so far, and not a unit less."""
    growth, after, before = (printed[f"level-{part}"] for part in ("growth", "after", "before"))
    move = told["conflict-level"]["smallest_move"]
    moved = Fraction(move["to"])

    assert move["value_id"] == "level-growth"
    assert not overlap(growth, after, before)
    assert overlap(moved, after, before)
    assert not overlap(moved + 1, after, before)


def test_a_total_lies_between_its_parts(
    told: examples.Examples, printed: dict[str, Fraction]
) -> None:
    """The planted fall is below that of both parts, rounding counted: no weights make it."""
    parts = [printed[f"fall-{part}"] for part in ("exports", "imports")]

    assert printed["fall-turnover"] + Fraction(1, 2) < min(parts) - Fraction(1, 2)
    assert told["conflict-fall"]["tier"] == "firm"


def test_the_reading_decides_the_close_conflict(told: examples.Examples) -> None:
    """It is found under the literal and the usual reading, and not under the charitable one."""
    assert told["conflict-reading"]["under"] == ["literal", "usual"]


def test_the_implied_range_is_that_of_the_corners(
    told: examples.Examples, printed: dict[str, Fraction]
) -> None:
    """Exports are turnover less imports; the extremes lie where every rounding is at an end."""
    half = Fraction(1, 2)
    names = ("rest-turnover", "rest-imports", "rest-turnover-growth", "rest-imports-growth")
    ends = [(printed[name] - half, printed[name] + half) for name in names]
    growths = [
        (total - part) / (total / (1 + rise / 100) - part / (1 + more / 100)) - 1
        for total, part, rise, more in product(*ends)
    ]
    found = re.search(r"between −([\d.]+)% and −([\d.]+)%", told["implied"]["sentence"])

    assert found
    assert [float(end) for end in found.groups()] == pytest.approx(
        [-100 * float(min(growths)), -100 * float(max(growths))], abs=0.1
    )


# --- why two records differ ------------------------------------------------------------------


def test_every_source_is_cited_and_leads_back(site: Path) -> None:
    """Each row of the table of reasons is a numbered reference with links to where it is cited."""
    page = read(site, "disagreement")
    listed = page.select(".references > li")
    notes = page.select('a[role="doc-noteref"]')

    assert {row["key"] for row in SOURCES} == {li["id"].removeprefix("source-") for li in listed}
    for place, li in enumerate(listed, start=1):
        own = [note for note in notes if note["href"] == f"#{li['id']}"]
        assert [note.get_text().removeprefix("Source ") for note in own] == [str(place)] * len(own)
        backs = [link["href"] for link in li.select('a[role="doc-backlink"]')]
        assert backs == [f"#{note['id']}" for note in own]


def test_a_title_in_another_language_says_so(site: Path) -> None:
    """The one title in Cyrillic letters is tagged as Russian, the others are in the page's own."""
    titles = read(site, "disagreement").select(".references a.out")
    foreign = [link for link in titles if re.search("[а-я]", link.get_text())]

    assert [link["lang"] for link in foreign] == ["ru"]
    assert all("lang" not in link.attrs for link in titles if link not in foreign)


@pytest.mark.parametrize("row", SOURCES, ids=[row["key"] for row in SOURCES])
def test_a_source_says_where_and_when_it_was_read(row: dict[str, str]) -> None:
    """Address, publisher, day of reading and a summary; a number quoted stands in the summary."""
    assert row["url"].startswith(("http://", "https://"))
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", row["accessed"])
    assert row["publisher"]
    assert row["title"]
    assert row["says"]
    assert row["figure"] in row["says"]


def test_each_reason_has_a_source_and_says_what_the_package_does(site: Path) -> None:
    """No section of the page is without either."""
    page = read(site, "disagreement")
    headings = page.select(".document h2")
    assert len(headings) > 10
    for heading in headings[1:-1]:  # the first is an example, the last the list of sources
        texts = list(_section(heading))
        assert any(text.select('a[role="doc-noteref"]') for text in texts)
        assert any(text.get_text().startswith("What the package does.") for text in texts)


def _section(heading: Any) -> Iterator[Any]:
    for tag in heading.find_next_siblings():
        if tag.name == "h2":
            return
        yield tag


# --- the reference ---------------------------------------------------------------------------


MODULES = {module.name: module for module in reference.modules()}


def test_the_reference_holds_the_modules_in_the_order_of_their_imports() -> None:
    """The package's docstring lists every module, as the test of the structure orders them."""
    parts = {part.name for part in pkgutil.iter_modules(analysis.__path__)} - {"__main__"}

    assert set(MODULES) == parts
    assert list(MODULES) == [name for name in ORDER if name in MODULES]


@pytest.mark.parametrize("name", MODULES)
def test_every_public_name_has_an_entry_and_no_private_one(name: str) -> None:
    """What a module names in `__all__`, else what it defines without an underscore."""
    module = importlib.import_module(f"analysis.{name}")
    paths = [entry.path for entry in MODULES[name].entries]
    own = {
        key
        for key, value in vars(module).items()
        if getattr(value, "__module__", "") == module.__name__ and not key.startswith("_")
    }

    assert set(getattr(module, "__all__", own)) <= set(paths)
    assert not [path for path in paths if any(part.startswith("_") for part in path.split("."))]
    assert len(paths) == len(set(paths))


@pytest.mark.parametrize("name", MODULES)
def test_every_parameter_stands_in_the_signature(name: str) -> None:
    """The signature shown names what `inspect` finds, and the docstring is the function's own."""
    module = importlib.import_module(f"analysis.{name}")
    for entry in MODULES[name].entries:
        found: Any = module
        for part in entry.path.split("."):
            found = getattr(found, part)
        if inspect.isfunction(found):
            shown = set(re.findall(r"\w+", entry.signature))
            assert set(inspect.signature(found).parameters) <= shown
            assert entry.text == (inspect.getdoc(found) or "")


def test_the_page_shows_every_entry(site: Path) -> None:
    """Each public name is a heading with its signature below."""
    page = read(site, "reference")
    headings = [tag.get_text() for tag in page.select(".document h3")]
    signatures = [tag.get_text().strip() for tag in page.select(".document pre")]

    assert headings == [
        f"{module.name}.{entry.path}" for module in MODULES.values() for entry in module.entries
    ]
    assert signatures == [
        entry.signature for module in MODULES.values() for entry in module.entries
    ]


def test_commands_are_told_with_the_modules_that_they_call() -> None:
    """Every command calls something, and `check` calls checks."""
    told = {command for module in MODULES.values() for command in module.commands}

    assert isinstance(cli.main, click.Group)
    assert told == set(cli.main.commands)
    assert "check" in MODULES["checks"].commands
    assert "check" not in MODULES["conflicts"].commands
