"""Pages show what the data say as text, whatever it holds."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
import second_pair
from audit import audit
from bs4 import BeautifulSoup

from analysis import tables
from analysis.readings import READINGS
from analysis.report import judging, ledger
from analysis.report.pages import Writer
from analysis.tables import appending

HOSTILE = '"><script>alert(1)</script>\u202e {{ 7 * 7 }} <img src=x onerror=alert(1)>'
CLAIM = "tass-2019-06-10-oreshkin-growth"


def spoilt(frame: pd.DataFrame, key: str, value: str, **cells: object) -> pd.DataFrame:
    """The frame with other cells in one row."""
    changed = frame.copy()
    for column, cell in cells.items():
        changed.loc[changed[key] == value, column] = cell
    return changed


@pytest.fixture
def hostile(data: tables.Tables) -> tables.Tables:
    """The shipped tables with markup in the texts of one claim and its source."""
    texts = dict.fromkeys(["summary", "speaker", "speaker_role", "fragment", "note"], HOSTILE)
    claims = spoilt(data.claims, "claim_id", CLAIM, **texts)
    about = {"title": HOSTILE, "publisher": HOSTILE, "url": "javascript:alert(1)"}
    return replace(
        data,
        claims=claims,
        sources=spoilt(data.sources, "source_id", "tass-2019-06-10", **about),
    )


def test_markup_in_the_data_is_shown_as_text(hostile: tables.Tables, tmp_path: Path) -> None:
    """No text of a claim or source becomes a tag, an attribute or a template, nor a verdict."""
    every = [judging.judged(hostile, reading) for reading in READINGS]
    Writer(tmp_path, hostile, [], [], every).write()
    pages = "".join(path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.html"))

    assert "<script>alert" not in pages
    assert "<img" not in pages
    assert "{{ 7 * 7 }}" in pages
    assert pages.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 7


def test_only_web_addresses_become_links(hostile: tables.Tables, tmp_path: Path) -> None:
    """An address that would run a script is shown, not linked."""
    Writer(tmp_path, hostile, [], []).write()
    page = (tmp_path / "sources" / "tass-2019-06-10.html").read_text(encoding="utf-8")

    assert 'href="javascript' not in page
    assert "javascript:alert(1)" in page


def test_a_claim_not_read_at_its_source_stands_apart(data: tables.Tables, tmp_path: Path) -> None:
    """It is listed under a heading of its own and marked as not used."""
    unread = replace(data, claims=spoilt(data.claims, "claim_id", CLAIM, read_at_source=False))
    Writer(tmp_path, unread, [], []).write()
    used, unused = (tmp_path / "index.html").read_text(encoding="utf-8").split('id="unused"')
    source = (tmp_path / "sources" / "tass-2019-06-10.html").read_text(encoding="utf-8")

    assert f"#{CLAIM}" not in used
    assert f"#{CLAIM}" in unused
    assert "Not read at the source, not used" in source


@pytest.fixture
def begun(tmp_path: Path) -> tables.Tables:
    """Another pair's tables, with the examples that a new folder begins with, and a claim that is
    not read at its source."""
    folder, new = second_pair.build(tmp_path / "pair"), tables.start(tmp_path / "new")
    names = ("sources", "claims", "reported_values")
    appending.append({name: appending.records(name, new) for name in names}, folder)
    path = folder / "claims.csv"
    before, _, last = path.read_text(encoding="utf-8").rpartition(",true,")
    path.write_text(f"{before},false,{last}", encoding="utf-8")
    return tables.load(folder)


def test_examples_of_a_new_folder_are_on_no_page(begun: tables.Tables, tmp_path: Path) -> None:
    """They have no page, no line and no reference, and every count is still that of its rows."""
    site = tmp_path / "site"
    site.mkdir()
    Writer(site, begun, [], []).write()
    first = BeautifulSoup((site / "index.html").read_text("utf-8"), "html.parser")
    told = [*site.rglob("*.html"), *site.glob("data/references.*")]
    naming = [path.name for path in told if "example-article" in shown(path)]
    faults, numbers = audit(site)

    assert len(begun.sources) == len(list((site / "sources").iterdir())) + 1
    assert first.find(id="unused") is not None
    assert naming == []
    assert "The tables below still hold the example rows" in first.get_text()
    assert [f"{one.page}: {one.number} ({one.reason})" for one in faults] == []
    assert numbers > 100


def shown(path: Path) -> str:
    """What a person reads of a page, or the whole of another file."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".html":
        return text
    page = BeautifulSoup(text, "html.parser")
    return page.get_text(" ") + " ".join(str(link["href"]) for link in page("a", href=True))


def test_the_first_page_promises_a_link_only_where_each_source_has_an_address(
    begun: tables.Tables, tmp_path: Path
) -> None:
    """A source without one is still named, and its page says that none is told."""
    used = begun.claims[begun.claims["read_at_source"].fillna(False)]["source_id"].iloc[0]
    nowhere = spoilt(begun.sources, "source_id", used, url=None)
    standfirst = {}
    for name, data in {"all": begun, "some": replace(begun, sources=nowhere)}.items():
        site = tmp_path / name
        site.mkdir()
        Writer(site, data, [], []).write()
        page = BeautifulSoup((site / "index.html").read_text("utf-8"), "html.parser")
        standfirst[name] = " ".join(page.select_one("p.standfirst").get_text().split())
    source = (tmp_path / "some" / "sources" / f"{used}.html").read_text(encoding="utf-8")

    assert standfirst["all"].endswith("and a link that opens the source at the very words.")
    assert standfirst["some"].endswith(
        "where that has an address, a link opens it at the very words."
    )
    assert "<dt>Address</dt><dd>none is told</dd>" in source


def test_a_folder_without_rows_still_has_its_pages(data: tables.Tables, tmp_path: Path) -> None:
    """No claim gives no ledger, and no fault."""
    empty = {name: getattr(data, name).head(0) for name in tables.TABLES if name != "hedges"}
    bare = replace(data, **empty)
    Writer(tmp_path, bare, [], [], [judging.judged(bare, reading) for reading in READINGS]).write()

    first = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "No claim here was read at its source yet." in first
    assert 'id="ledger"' not in first
    assert 'name="reading"' not in first


def test_a_folder_without_a_description_offers_the_shipped_one(
    folder: Path, data: tables.Tables, tmp_path: Path
) -> None:
    """The description for download is the one that the tables were read by."""
    (folder / "datapackage.json").unlink()
    site = tmp_path / "site"
    site.mkdir()
    Writer(site, tables.load(folder), [], []).write()
    offered = (site / "data" / "datapackage.json").read_bytes()

    assert offered == (data.folder / "datapackage.json").read_bytes()


def test_a_relation_is_told_from_both_ends(data: tables.Tables) -> None:
    """What repeats another claim says so, and the other says by what it is repeated."""
    told = {claim["claim_id"]: claim for claim in ledger.claims(data)}
    pairs = data.claims[["claim_id", "repeats_inferred"]].dropna()

    assert len(pairs)
    for row in pairs.itertuples():
        there = ("seems to repeat", row.repeats_inferred)
        back = ("seems to be repeated by", row.claim_id)
        assert there in told[row.claim_id]["relations"]
        assert back in told[row.repeats_inferred]["relations"]


def test_the_ledger_goes_by_the_day_of_speaking(data: tables.Tables) -> None:
    """Claims stand in the order of their days; what has no date comes last."""
    days = [claim["day"] for claim in ledger.claims(data)]
    dated = [day for day in days if day]

    assert dated == sorted(dated)
    assert days[: len(dated)] == dated


def test_values_are_told_as_printed(data: tables.Tables) -> None:
    """The ledger says +17% and over 60, with what each is."""
    told = {v["value_id"]: v for c in ledger.claims(data) for v in c["values"]}
    growth = told["tass-2019-06-10-oreshkin-growth-2018"]
    started = told["tass-2019-06-10-projects-started"]

    assert (growth["text"], growth["what"]) == ("+17%", "turnover, growth")
    assert growth["period"] == "2018"
    assert (started["text"], started["what"]) == ("over 60", "projects, under way")
