"""No number stands on a page without the row or result that it comes from."""

import json
import re
import shutil
from pathlib import Path

import pytest
from audit import Site, audit, tokens

VALUE = "tass-2019-06-10-oreshkin-growth-2018"
SOURCE = "sources/tass-2019-06-10.html"


@pytest.fixture
def small(site: Path, tmp_path: Path) -> Path:
    """The files of the site that numbers refer to, with two of its pages."""
    copy = tmp_path / "site"
    shutil.copytree(site / "data", copy / "data")
    shutil.copytree(site / "notebooks", copy / "notebooks", ignore=_pages)
    (copy / "sources").mkdir()
    for name in ("index.html", SOURCE):
        shutil.copyfile(site / name, copy / name)
    return copy


def _pages(_: str, names: list[str]) -> list[str]:
    return [name for name in names if name.endswith(".html")]


def change(page: Path, before: str, after: str) -> None:
    """Plant one fault: the first place where the page says `before` says `after`."""
    text = page.read_text(encoding="utf-8")
    assert before in text
    page.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_every_number_on_every_page_can_be_traced(site: Path) -> None:
    """A number has an element that names its row or result, and occurs there."""
    faults, numbers = audit(site)

    told = [f"{f.page}: {f.number} ({f.reason}): {f.text}" for f in faults]
    assert numbers > 10_000
    assert told == []


def test_the_audit_finds_a_changed_digit(small: Path) -> None:
    """17 in the source's page told as 18 is not in its row."""
    change(small / SOURCE, ">+17%<", ">+18%<")

    assert ("+18", "not in what it names") in [(f.number, f.reason) for f in audit(small)[0]]


def test_the_audit_finds_a_changed_sign(small: Path) -> None:
    """A rise told as a fall is not in its row."""
    change(small / SOURCE, ">+17%<", ">−17%<")

    assert [f.number for f in audit(small)[0]] == ["−17"]


@pytest.mark.parametrize(
    "planted",
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
def test_the_audit_finds_a_number_without_a_source(small: Path, planted: str) -> None:
    """Text, alt text, title and label are read, and a date must be the one that it says."""
    change(small / SOURCE, "</footer>", f"{planted}</footer>")

    assert [f.reason for f in audit(small)[0]] == ["no source"]


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
    small: Path, before: str, after: str
) -> None:
    """A key, a table, a file or a column that does not exist is told, whatever is in it."""
    change(small / SOURCE, before, after)

    assert after.split('"')[-1].split("=")[0] in " ".join(
        f.text + f.number for f in audit(small)[0]
    )


def test_the_audit_finds_a_count_that_is_wrong_by_one(small: Path) -> None:
    """A count in a page is the number of the rows, in its text and in its machine-readable form."""
    page = small / "index.html"
    counted = r'<data value="(\d+)" data-result="data/sources.csv">\d+</data>'
    found = re.search(counted, page.read_text(encoding="utf-8"))
    assert found is not None
    more = str(int(found[1]) + 1)
    change(page, found[0], found[0].replace(f">{found[1]}<", f">{more}<"))
    change(
        page,
        f'<data value="{found[1]}" data-result="data/sources.csv">',
        f'<data value="{more}" data-result="data/sources.csv">',
    )

    faults = audit(small)[0]
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
