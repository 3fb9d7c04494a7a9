"""A file of the site leads back to the rows that it was made from."""

from dataclasses import replace
from pathlib import Path

import pytest

from analysis import charts, tables
from analysis.report import tracing

VALUE = "tass-2019-06-10-oreshkin-growth-2018"


@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
def test_a_chart_leads_to_its_values_in_every_format(
    site: Path, data: tables.Tables, form: str
) -> None:
    """Kind, name, data version, command, and who said the number where, at the very words."""
    found = tracing.trace(site / "charts" / f"trade_growth.{form}", data)
    row = found.rows.set_index("key").loc[VALUE]

    assert (found.kind, found.name) == (form, "trade_growth")
    assert found.data_version == tables.version(data)
    assert found.command == "python -m analysis charts trade_growth"
    assert row[["table", "words", "speaker", "said_on", "publisher"]].tolist() == [
        "reported_values", "+17% (2018)", "Maxim Oreshkin", "2019-06-10", "TASS",
    ]  # fmt: skip
    assert row["url"].startswith("https://tass.com/economy/1062990#:~:text=")


def test_a_page_leads_to_the_rows_that_it_shows(site: Path, data: tables.Tables) -> None:
    """The page of a source names all its claims and all their values."""
    claims = data.claims.query("source_id == 'tass-2019-06-10'")["claim_id"]
    values = data.reported_values.query("claim_id in @claims")["value_id"]

    found = tracing.trace(site / "sources" / "tass-2019-06-10.html", data)
    keys = {table: set(rows["key"]) for table, rows in found.rows.groupby("table")}

    assert (found.kind, found.command) == ("page", "python -m analysis report")
    assert found.data_version == tables.version(data)
    assert keys["claims"] >= set(claims)
    assert keys["reported_values"] >= set(values)
    assert keys["sources"] >= {"tass-2019-06-10"}


def test_every_key_in_the_site_is_that_of_a_row(site: Path, data: tables.Tables) -> None:
    """Whatever a page or chart names is in the tables it says it was made from."""
    for file in [*site.rglob("*.html"), *(site / "charts").iterdir()]:
        rows = tracing.trace(file, data).rows
        lost = rows[rows["words"].isna() & rows["publisher"].isna()]

        assert lost["key"].tolist() == [], file.relative_to(site)
        assert not rows.duplicated(["table", "key"]).any()


def test_a_statistic_is_told_with_its_period_and_publisher(site: Path, data: tables.Tables) -> None:
    """A row of statistics has no speaker; it has a number, a period and who published it."""
    rows = tracing.trace(site / "charts" / "trade_levels.svg", data).rows
    statistics = rows[rows["table"] == "statistics"]
    printed = data.statistics["printed"].tolist()

    assert len(statistics)
    assert statistics["speaker"].isna().all()
    assert statistics["publisher"].notna().all()
    assert all(any(number in words for number in printed) for words in statistics["words"])


def test_a_row_that_is_not_in_the_data_keeps_its_key(site: Path, data: tables.Tables) -> None:
    """Looked up in other data, a value is named, and nothing is said of it."""
    other = replace(data, reported_values=data.reported_values.query("value_id != @VALUE"))

    rows = tracing.trace(site / "charts" / "trade_growth.svg", other).rows.set_index("key")

    assert rows.loc[VALUE, "table"] == "reported_values"
    assert rows.loc[VALUE].drop("table").isna().all()
    assert rows.drop(index=VALUE)["words"].notna().all()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.html", "<!DOCTYPE html><title>Elsewhere</title><p>17%</p>"),
        ("page.HTM", "\ufeff\n<html><body>17%</body></html>"),
    ],
)
def test_a_page_of_others_is_refused(
    tmp_path: Path, data: tables.Tables, name: str, content: str
) -> None:
    """A page without a data version is none of ours; the message says what it is, what to give."""
    (tmp_path / name).write_text(content, encoding="utf-8")

    with pytest.raises(
        ValueError, match=r"it is an HTML page without a note of its data\. Give a chart"
    ):
        tracing.trace(tmp_path / name, data)


@pytest.mark.parametrize("content", [b"", b"17%", b"<svg/>", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n"])
def test_a_picture_of_others_is_refused(
    tmp_path: Path, data: tables.Tables, content: bytes
) -> None:
    """So is a picture without a provenance, an empty file, or one cut off."""
    (tmp_path / "file").write_bytes(content)

    with pytest.raises(ValueError, match="does not say where it comes from"):
        tracing.trace(tmp_path / "file", data)


def test_a_file_that_is_not_there_is_named(tmp_path: Path, data: tables.Tables) -> None:
    """The message holds the name."""
    with pytest.raises(FileNotFoundError, match=r"lost\.svg"):
        tracing.trace(tmp_path / "lost.svg", data)


def test_a_chart_saved_on_its_own_is_traced_too(tmp_path: Path, data: tables.Tables) -> None:
    """Under another reading and width, the command draws the same again."""
    ax = charts.draw("trade_growth", data, reading="literal", width="phone")
    (file,) = charts.save(ax, tmp_path, ("svg",))

    found = tracing.trace(file, data)

    words = "python -m analysis charts --reading literal --width phone trade_growth"
    assert found.command == words
    assert VALUE in set(found.rows["key"])
