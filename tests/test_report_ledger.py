"""Sources and values as pages name them: untitled sources told apart, numerals as printed."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from bs4 import BeautifulSoup
from check_cases import growth, small

from analysis import tables
from analysis.report import ledger
from analysis.report.pages import Writer


def told(data: tables.Tables) -> dict[str, str]:
    """The source's own words for each value, by value_id."""
    return {v["value_id"]: v["own"] for claim in ledger.claims(data) for v in claim["values"]}


@pytest.mark.parametrize(
    ("value_id", "own"),
    [
        ("rbth-2012-11-23-mof-2011-turnover-level", "約3兆700億"),
        ("rbth-2012-11-23-mof-2012-ten-months-turnover-jpy", "約2兆3000億"),
        ("tass-2019-06-10-oreshkin-growth-2018", ""),
    ],
)
def test_a_numeral_stands_as_printed_where_the_label_differs(
    data: tables.Tables, value_id: str, own: str
) -> None:
    """JPY 3.07 tn was printed as 約3兆700億; 17 was printed as 17."""
    assert told(data)[value_id] == own


@pytest.mark.parametrize(
    ("fragment", "printed", "hedge", "own"),
    [
        ("он вырос почти на 14 процентов", "14", "почти", "почти на 14"),
        ("60件以上がすでに", "60", "以上", "60件以上"),
        ("упал примерно на 10%", "-10", "примерно", "примерно на 10"),
        ("nothing of it", "14", "почти", "почти 14"),
        ("grew by 14%", "14", "", ""),
        ("вырос на 17,7%", "17,7", "", "17,7"),
    ],
)
def test_hedge_and_numeral_stand_as_in_the_words(
    fragment: str, printed: str, hedge: str, own: str
) -> None:
    """In the order of the source and with what parts them; hedge first where the words are lost."""
    row = {"printed": printed, "hedge": hedge, "fragment": fragment}
    label = {"17,7": "+17.7%", "-10": "about −10%"}.get(printed, f"almost {printed}%")

    assert ledger._own(row, label) == own


def test_a_source_without_a_title_is_told_by_publisher_and_day() -> None:
    """Its heading and its row in the table say who and when; two alike bear their keys."""
    data = small([growth("17")], [])
    first = data.sources.iloc[[0]].assign(title=None, publisher="Agency", published="2021-01-21")
    names = {
        keys: [one["name"] for one in ledger.sources(replace(data, sources=frame), [])]
        for keys in (("s",), ("s", "t"))
        for frame in [pd.concat([first.assign(source_id=key) for key in keys])]
    }

    assert names == {
        ("s",): ["Agency, 21 Jan 2021, no title kept"],
        ("s", "t"): [f"Agency, 21 Jan 2021, no title kept ({key})" for key in "st"],
    }


def test_pages_show_the_numeral_in_its_language(data: tables.Tables, tmp_path: Path) -> None:
    """Beside the label, with its language, on the source's page and in the ledger."""
    Writer(tmp_path, data, [], []).write()
    for page in ("index.html", "sources/rbth-2012-11-23.html"):
        soup = BeautifulSoup((tmp_path / page).read_text(encoding="utf-8"), "html.parser")
        said = {one.get_text(): one["lang"] for one in soup.select(".own[lang]")}
        assert said["約3兆700億"] == "ja", page


def test_no_page_is_headed_by_a_key(data: tables.Tables, tmp_path: Path) -> None:
    """A source without a title has a name that is not its key alone."""
    Writer(tmp_path, data, [], []).write()
    untitled = data.sources.loc[data.sources["title"].isna(), "source_id"]
    assert len(untitled)
    for key in untitled:
        text = (tmp_path / "sources" / f"{key}.html").read_text(encoding="utf-8")
        heading = BeautifulSoup(text, "html.parser").h1.get_text()
        assert "no title kept" in heading, key
