"""No number stands on a page without the row or result that it comes from."""

import json
import re
import shutil
from pathlib import Path

import pytest
from audit import Fault, Page, Site, audit, tokens

VALUE = "tass-2019-06-10-oreshkin-growth-2018"
SOURCE = "sources/tass-2019-06-10.html"


@pytest.fixture(scope="module")
def known(site: Path) -> Site:
    """The files of the site that numbers refer to, read once for the pages with a fault."""
    return Site(site)


@pytest.fixture
def small(site: Path, tmp_path: Path) -> Path:
    """The tables of the site and what is computed from them, with a page of it, to be changed."""
    copy = tmp_path / "site"
    (copy / "sources").mkdir(parents=True)
    shutil.copytree(site / "data", copy / "data")
    shutil.copyfile(site / SOURCE, copy / SOURCE)
    return copy


def planted(known: Site, *changes: tuple[str, str], name: str = SOURCE) -> list[Fault]:
    """What is found where the first place of a page that says the one says the other."""
    page = known.folder / name
    text = page.read_text(encoding="utf-8")
    assert Page(known, page, text).faults == []
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    return Page(known, page, text).faults


def test_every_number_on_every_page_can_be_traced(site: Path) -> None:
    """A number has an element that names its row or result, and occurs there."""
    faults, numbers = audit(site)

    told = [f"{f.page}: {f.number} ({f.reason}): {f.text}" for f in faults]
    assert numbers > 10_000
    assert told == []


def test_the_audit_finds_a_changed_digit(known: Site) -> None:
    """17 in the source's page told as 18 is not in its row."""
    found = planted(known, (">+17%<", ">+18%<"))

    assert ("+18", "not in what it names") in [(f.number, f.reason) for f in found]


def test_the_audit_finds_a_changed_sign(known: Site) -> None:
    """A rise told as a fall is not in its row."""
    assert [f.number for f in planted(known, (">+17%<", ">−17%<"))] == ["−17"]


@pytest.mark.parametrize(
    "number",
    [
        "<p>Trade grew by 17%.</p>",
        '<p title="17 values">x</p>',
        '<img src="" alt="Dots, 17 of them">',
        "<svg><title>17 dots</title><desc>x</desc></svg>",
        "<time>2018</time>",
        '<time datetime="2017">2018</time>',
        '<p data-result="">17</p>',
    ],
)
def test_the_audit_finds_a_number_without_a_source(known: Site, number: str) -> None:
    """Text, alt text, title and label are read, and a date must be the one that it says."""
    found = planted(known, ("</footer>", f"{number}</footer>"))

    assert [f.reason for f in found] == ["no source"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f'data-value-id="{VALUE}"', 'data-value-id="nobody"'),
        ('data-row="claims:', 'data-row="claims:x'),
        ('data-row="sources:', 'data-row="nothing:'),
        ("data/verdicts-usual.json#", "data/verdicts-usual.json#x"),
        ("data/claims.csv?source_id", "data/claim.csv?source_id"),
        ("data/claims.csv?source_id", "data/claims.csv?source"),
    ],
)
def test_the_audit_finds_a_reference_that_leads_nowhere(
    known: Site, before: str, after: str
) -> None:
    """A key, a table, a file or a column that does not exist is told, whatever is in it."""
    told = " ".join(f.text + f.number for f in planted(known, (before, after)))

    assert after.split('"')[-1].split("=")[0] in told


def test_the_audit_finds_a_count_that_is_wrong_by_one(known: Site) -> None:
    """A count in a page is the number of the rows, in its text and in its machine-readable form."""
    counted = r'<data value="(\d+)" (data-result="data/sources.csv")>\d+</data>'
    found = re.search(counted, (known.folder / "index.html").read_text(encoding="utf-8"))
    assert found is not None
    more = str(int(found[1]) + 1)
    wrong = f'<data value="{more}" {found[2]}>{more}</data>'

    faults = planted(known, (found[0], wrong), name="index.html")
    assert {f.number for f in faults} == {more}
    assert {f.reason for f in faults} == {"not in what it names", f"the rows are {found[1]}"}


def test_the_audit_finds_a_row_that_was_taken_out(small: Path) -> None:
    """Pages are held to the files beside them, not to what the package would say."""
    table = small / "data" / "reported_values.csv"
    lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
    table.write_text("".join(one for one in lines if not one.startswith(VALUE)), encoding="utf-8")

    assert VALUE in {f.number for f in audit(small)[0]}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("USD 1,720.5 bn", {("", "1720.5")}),
        ("−33.5% to +2", {("−", "33.5"), ("+", "2")}),
        ("10 Jun 2019", {("", "10"), ("", "2019")}),
        ("tass-2019-06-10-x", {("", "2019"), ("", "6"), ("", "10")}),
        ("2016-2019", {("", "2016"), ("", "2019")}),
        ("in H1 2018", {"H1", ("", "2018")}),
        ("no number", set()),
    ],
)
def test_numbers_are_read_with_sign_and_separators(text: str, found: set[object]) -> None:
    """Commas part thousands, a hyphen within words is no minus, halves of a year are whole."""
    read = {one if isinstance(one, str) else (one[0], f"{one[1]:f}") for one in tokens(text)}

    assert read == found


def test_queries_count_rows(small: Path) -> None:
    """Equal or not, empty or not, a list's member, and a cell of the row that a key leads to."""
    data = {
        "list.json": [{"id": "a", "value_ids": [VALUE]}, {"id": "b", "value_ids": []}],
        "cells.json": [{"id": "a", "x": None}, {"id": "b", "x": "1"}],
    }
    for name, rows in data.items():
        (small / "data" / name).write_text(json.dumps(rows), encoding="utf-8")
    site = Site(small)

    assert site.count("data/list.json") == 2
    assert site.count(f"data/list.json?value_ids={VALUE}") == 1
    assert site.count("data/list.json?value_ids.claim_id.source_id=tass-2019-06-10") == 1
    counts = {"x=": 1, "x!=": 1, "x=1": 1, "id=a&x=1": 0, "x!=1": 1, "x!=2": 2}
    assert {query: site.count(f"data/cells.json?{query}") for query in counts} == counts
