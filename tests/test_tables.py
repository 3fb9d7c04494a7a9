"""Tables: loading, and every fault of a folder in one run, each once."""

from __future__ import annotations

import csv
import math
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from conftest import ROOT

from analysis import tables
from analysis.tables import description

Row = dict[str, str]
ORESHKIN = "tass-2019-06-10-oreshkin-growth-2018"


def rewrite(folder: Path, table: str, change: Callable[[list[Row]], list[Row]]) -> None:
    """Write a table again with its rows changed."""
    path = folder / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    changed = change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(changed[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(changed)


def spoil(folder: Path, table: str, key: str, **cells: str) -> None:
    """Change cells of the one row with this key."""
    first = description.columns(description.schemas(folder)[table])[0]

    def change(rows: list[Row]) -> list[Row]:
        return [{**row, **cells} if row[first] == key else row for row in rows]

    rewrite(folder, table, change)


def faults(folder: Path) -> list[tuple[str, str, str]]:
    """File, column and rule of each fault."""
    found = tables.validate(folder)
    return list(found[["file", "column", "rule"]].itertuples(index=False, name=None))


def test_the_shipped_data_has_no_fault(folder):
    """What is published validates."""
    assert tables.validate(folder).empty


@pytest.mark.parametrize(
    ("table", "key", "cells", "rule", "message"),
    [
        ("claims", "tass-2019-06-10-oreshkin-growth",
         {"fragment": "one two three four five six seven eight nine"},
         ("fragment", "fragment length"), "has 9 words and may have 8"),
        ("claims", "tass-2019-06-10-oreshkin-growth", {"source_id": "tass-1999"},
         ("source_id", "reference"), "tass-1999 points to no row of sources.csv"),
        ("reported_values", ORESHKIN, {"period_start": "2019-01-01"},
         ("period_end", "period order"), "before it starts on 2019-01-01"),
        ("reported_values", ORESHKIN, {"base_end": "2018-06-30"},
         ("base_end", "base order"), "after the period starts on 2018-01-01"),
        ("reported_values", ORESHKIN, {"base_end": ""},
         ("base_end", "base missing"), "write out the days it is counted from"),
        ("reported_values", "tass-2019-06-10-projects-all", {"counted": ""},
         ("counted", "counted"), "a count without what is counted"),
        ("reported_values", ORESHKIN, {"unit": "USD"}, ("unit", "unit"), "a growth in USD: use"),
        ("reported_values", "kremlin-2018-05-26-putin-trade-turnover", {"unit": "percent"},
         ("unit", "unit"), "a level in percent: write the code of its currency"),
        ("reported_values", "kremlin-2018-05-26-putin-trade-turnover", {"currency": "JPY"},
         ("unit", "unit"), "a level in USD whose currency is JPY"),
        ("reported_values", ORESHKIN, {"value": "18"},
         ("value", "value is printed"), "18 is not '17' read as a number, which is 17"),
        ("reported_values", ORESHKIN, {"printed": "17%"},
         ("printed", "numeral"), "'17%' is not a numeral"),
        ("reported_values", ORESHKIN, {"printed": "", "value": "", "direction": ""},
         ("printed", "nothing said"), "neither a numeral nor a direction"),
        ("reported_values", ORESHKIN, {"scale": ""},
         ("scale", "numeral incomplete"), "'17' is printed and scale is empty"),
        ("reported_values", ORESHKIN, {"hedge": "umpteen"},
         ("hedge", "hedge"), "'umpteen' has no literal and no usual row in hedges.csv"),
        ("reported_values", ORESHKIN, {"direction": "down"},
         ("direction", "direction"), "down beside 17: write a fall with a minus"),
        ("reported_values", "tass-2019-06-10-projects-started", {"printed": "160", "value": "160"},
         ("value", "part and whole"), "160 is larger than the whole it is part of, 130"),
        ("reported_values", "tass-2019-06-10-projects-started",
         {"part_of": "tass-2019-06-10-projects-started"},
         ("part_of", "points to itself"), "names the row itself"),
        ("reported_values", "tass-2019-06-10-projects-all", {"printed": "130.5", "value": "130.5"},
         ("value", "whole count"), "130.5 is no count"),
        ("claims", "tass-2019-06-10-oreshkin-growth", {"said_on": "2019-06-11"},
         ("said_on", "said in time"), "after its source was published on 2019-06-10"),
        ("claims", "tass-2019-06-10-oreshkin-growth", {"said_on": "2019-02-30"},
         ("said_on", "real date"), "2019-02-30 is not a day of the calendar"),
        ("reported_values", ORESHKIN, {"partner": "RUS"},
         ("partner", "two economies"), "RUS is the economy itself"),
        ("sources", "tass-2019-06-10", {"published": "2046"},
         ("published", "read in time"), "after it was read on"),
        ("sources", "tass-2019-06-10", {"kind": "gossip"},
         ("kind", "list"), "'gossip' is none of news, interview"),
        ("sources", "tass-2019-06-10", {"accessed": "2019-02-30"},
         ("accessed", "type"), "is not a day of the calendar: write it as 2018-12-31"),
        ("sources", "tass-2019-06-10", {"publisher": ""},
         ("publisher", "required"), "is empty, and every row needs it"),
        ("sources", "tass-2019-06-10", {"url": "tass.com"},
         ("url", "pattern"), "an address that begins with http"),
        ("claims", "tass-2019-06-10-oreshkin-growth", {"speaker_economy": "RSU"},
         ("speaker_economy", "code"), "'RSU' is no code of an economy"),
        ("claims", "tass-2019-06-10-oreshkin-growth", {"paragraph": "-1"},
         ("paragraph", "minimum"), "'-1' is below 0"),
        ("claims", "tass-2019-06-10-oreshkin-growth", {"paragraph": "two"},
         ("paragraph", "type"), "is not a whole number"),
        ("claims", "tass-2019-06-10-oreshkin-growth", {"read_at_source": "perhaps"},
         ("read_at_source", "type"), "is neither true nor false"),
        ("plan_fields", "abe-2016", {"point": "9"},
         ("point", "reference"), "has no point 9 in plan_points.csv"),
    ],
)  # fmt: skip
def test_each_rule_has_its_own_sentence(folder, table, key, cells, rule, message):
    """One spoilt row brings up its own fault, with the file, the column and what to do."""
    spoil(folder, table, key, **cells)

    found = tables.validate(folder)

    assert set(found["file"]) == {f"{table}.csv"}
    assert rule in set(zip(found["column"], found["rule"], strict=True))
    assert found["message"].str.contains(message, regex=False).any()
    assert not found.duplicated(["file", "row", "column"]).any()


def test_a_fault_names_the_line_of_the_file(folder):
    """The row is the line that an editor shows, the header being line 1."""
    spoil(folder, "reported_values", ORESHKIN, value="18")
    lines = (folder / "reported_values.csv").read_text(encoding="utf-8").splitlines()
    expected = next(i for i, line in enumerate(lines, 1) if line.startswith(ORESHKIN))

    found = tables.validate(folder)

    assert found["row"].tolist() == [expected]
    assert found["value"].tolist() == ["18.0"]


def test_a_duplicate_key_names_the_earlier_row(folder):
    """The second row with a key is the faulty one."""
    rewrite(folder, "sources", lambda rows: [rows[0], *rows])

    found = tables.validate(folder)

    assert found["message"].str.contains("stands already in row 2").tolist() == [True]
    assert found["row"].tolist() == [3]


def test_rows_out_of_order_are_named_by_the_row_that_stands_too_low(folder):
    """Two rows exchanged are one fault."""
    rewrite(folder, "sources", lambda rows: [rows[1], rows[0], *rows[2:]])

    assert faults(folder) == [("sources.csv", "source_id", "row order")]


def test_sorting_with_empty_cells_last_is_an_order_too(folder):
    """Spreadsheets put empty keys last, editors first; both are sorted."""

    def move_empty_last(rows: list[Row]) -> list[Row]:
        key = ("plan", "claim_id", "field")
        return sorted(rows, key=lambda r: (*(r[k] for k in key), r["point"] == "", r["point"]))

    rewrite(folder, "plan_fields", move_empty_last)

    assert tables.validate(folder).empty


def test_a_file_that_is_not_utf8_is_one_fault_with_its_row(folder):
    """The tables that refer to it are not blamed."""
    path = folder / "sources.csv"
    path.write_bytes(path.read_bytes().replace(b"TASS", b"T\xc4SS", 1))

    found = tables.validate(folder)

    assert found["rule"].tolist() == ["encoding"]
    assert "is not UTF-8" in found["message"][0]


def test_a_byte_order_mark_is_a_fault_and_nothing_else(folder):
    """The first column keeps its name."""
    path = folder / "sources.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    assert faults(folder) == [("sources.csv", "", "encoding")]


@pytest.mark.parametrize("table", [t for t in tables.TABLES if t not in description.OPTIONAL])
def test_a_missing_file_is_one_fault(folder, table):
    """Every table that refers to the missing one is spared."""
    (folder / f"{table}.csv").unlink()

    assert faults(folder) == [(f"{table}.csv", "", "missing file")]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty: save the table as CSV"),
        (b"PK\x03\x04\x00\x00", "no text, perhaps a workbook"),
        (b"currency;period_start;period_end\nJPY;2018;2018\n", "commas between the cells"),
    ],
)
def test_what_is_no_table_is_one_fault(folder, content, words):
    """An empty file, a workbook and a file of semicolons are told apart."""
    (folder / "exchange_rates.csv").write_bytes(content)

    assert faults(folder) == [("exchange_rates.csv", "", "not CSV")]
    assert words in tables.validate(folder)["message"][0]


def test_a_stray_column_is_one_fault(folder):
    """A column that nobody described is named."""
    rewrite(folder, "events", lambda rows: [{**row, "mood": "good"} for row in rows])

    assert faults(folder) == [("events.csv", "mood", "stray column")]


def test_a_missing_column_is_one_fault(folder):
    """A missing column is not blamed again in every row."""
    rewrite(folder, "sources", lambda rows: [
        {k: v for k, v in row.items() if k != "publisher"} for row in rows
    ])  # fmt: skip

    assert faults(folder) == [("sources.csv", "publisher", "missing column")]


@pytest.mark.parametrize("table", tables.TABLES)
def test_a_header_that_is_spelt_otherwise_is_told_by_its_columns(folder, table):
    """A spreadsheet that begins every column with a capital: each is missing, and each a stray."""
    path = folder / f"{table}.csv"
    header, _, rest = path.read_text(encoding="utf-8").partition("\n")
    path.write_text(f"{header.title()}\n{rest}", encoding="utf-8")
    found = tables.validate(folder)

    assert set(found["file"]) == {f"{table}.csv"}
    assert set(found["rule"]) == {"missing column", "stray column"}
    assert set(found["column"]) == {*header.split(","), *header.title().split(",")}


def test_columns_in_another_order_are_one_fault(folder):
    """The order is part of the description."""
    rewrite(folder, "events", lambda rows: [dict(reversed(row.items())) for row in rows])

    assert faults(folder) == [("events.csv", "", "column order")]


def test_a_row_of_another_width_is_one_fault(folder):
    """An unquoted comma is found where it stands."""
    path = folder / "plan_points.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("4,Energy", "4,Energy, oil"), "utf-8")

    assert faults(folder) == [("plan_points.csv", "", "row width")]


def test_a_quote_left_open_is_one_fault(folder):
    """What is no CSV is not read as something else."""
    path = folder / "plan_points.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("4,Energy", '4,"Energy'), "utf-8")

    assert faults(folder) == [("plan_points.csv", "", "not CSV")]


def test_a_line_separator_inside_a_cell_ends_no_row(folder):
    """Only line breaks end a row, whatever else Unicode calls a line."""
    spoil(folder, "sources", "tass-2019-06-10", note="one\u2028two")

    assert tables.validate(folder).empty


def test_a_faulty_key_brings_up_no_fault_in_other_tables(folder):
    """The claims of a source whose id is ill-formed are not blamed for pointing nowhere."""
    spoil(folder, "sources", "tass-2019-06-10", source_id="tass 2019")

    assert faults(folder) == [("sources.csv", "source_id", "pattern")]


def test_all_faults_come_in_one_run(folder):
    """Nothing is hidden behind the first fault."""
    spoil(folder, "sources", "tass-2019-06-10", kind="gossip", published="June")
    spoil(folder, "reported_values", ORESHKIN, value="18")
    (folder / "exchange_rates.csv").unlink()

    assert len(tables.validate(folder)) == 4


#: A log in which every kind of cell stands; the shipped one has no row.
CORRECTED = """date,table,key,column,before,after,reason
2026-12-01,sources,tass-2019-06-10,publisher,Tass,TASS,spelling
"""


def open_columns(schema: description.Schema) -> set[str]:
    """The columns whose cells accept any text, as docs/tables.md lists them."""
    held = {"enum", "pattern"}
    return {
        field["name"]
        for field in schema["fields"]
        if field["type"] == "string"
        and not held & set(field.get("constraints", {}))
        and field.get("heldByRule") in (None, "fragment length")
    }


def spoilt_together(schema: description.Schema) -> list[list[str]]:
    """Columns that are refused cell by cell, in one lot; each other column alone."""
    held = {"enum", "pattern"}
    alone = {*schema["primaryKey"], *(key["fields"][0] for key in schema.get("foreignKeys", []))}
    lot = [
        field["name"]
        for field in schema["fields"]
        if field["name"] not in alone
        and (field["type"] != "string" or held & set(field.get("constraints", {})))
    ]
    rest = set(description.columns(schema)) - open_columns(schema) - set(lot)
    return [lot, *([column] for column in sorted(rest))]


@pytest.mark.parametrize("table", tables.TABLES)
def test_nonsense_in_any_cell_is_found_where_it_stands(folder, table):
    """Each cell of a column with a type, list, pattern, key or cross-rule refuses nonsense."""
    (folder / "corrections.csv").write_text(CORRECTED, encoding="utf-8")
    original = (folder / f"{table}.csv").read_bytes()
    rows = original.decode().count("\n") - 1

    for columns in spoilt_together(description.schemas(folder)[table]):
        nonsense = dict.fromkeys(columns, "¿?")
        rewrite(folder, table, lambda rows, n=nonsense: [{**row, **n} for row in rows])
        found = tables.validate(folder)["column"].value_counts()
        assert {column: found.get(column) for column in columns} == dict.fromkeys(columns, rows)
        (folder / f"{table}.csv").write_bytes(original)


def test_values_arrive_typed_and_missing_stays_missing(data):
    """Days are days, numbers numbers, and an empty cell is no zero and no empty text."""
    values = data.reported_values.set_index("value_id")
    row = values.loc[ORESHKIN]

    assert row["value"] == 17.0
    assert row["period_start"] == pd.Timestamp("2018-01-01")
    assert math.isnan(values.loc["urdupoint-2018-12-18-oreshkin-turnover-growth"]["hedge"])
    assert pd.isna(row["reporter"])
    assert data.claims["read_at_source"].dtype == "boolean"
    assert str(data.claims["paragraph"].dtype) == "Int64"


def test_statements_leave_out_what_was_not_read(data):
    """A claim that was not read at its source is used by no chart, check or count."""
    unread = data.claims.loc[~data.claims["read_at_source"], "claim_id"]

    assert len(unread) > 0
    assert not tables.statements(data)["claim_id"].isin(unread).any()


def test_statements_do_not_change_the_tables(data):
    """Frames in, new frames out."""
    before = data.reported_values.copy()
    tables.statements(data)

    pd.testing.assert_frame_equal(data.reported_values, before)


def test_the_folder_may_come_from_the_environment(folder, monkeypatch):
    """ANALYSIS_DATA names the folder where none is given."""
    monkeypatch.setenv("ANALYSIS_DATA", str(folder))

    assert tables.load().folder == folder


def test_a_folder_that_is_none_is_named():
    """The error says where the folder was looked for."""
    with pytest.raises(FileNotFoundError, match="no data folder at nowhere"):
        tables.load("nowhere")


def test_a_missing_table_is_named_when_loading(folder):
    """Loading stops with the path and what to do."""
    (folder / "events.csv").unlink()

    with pytest.raises(FileNotFoundError, match=r"no table at .*events\.csv: add the file"):
        tables.load(folder)


def test_loading_a_faulty_cell_points_to_validate(folder):
    """A cell that is no number stops the loading with its file."""
    spoil(folder, "reported_values", ORESHKIN, value="many")

    with pytest.raises(ValueError, match=r"reported_values\.csv: .*validate lists every fault"):
        tables.load(folder)


def test_a_folder_without_a_description_is_read_by_the_shipped_one(folder):
    """Only the tables are needed."""
    (folder / "datapackage.json").unlink()

    assert tables.validate(folder).empty


def test_an_unreadable_description_says_what_to_do(folder):
    """Broken JSON is an error of its own."""
    (folder / "datapackage.json").write_text("{", encoding="utf-8")

    with pytest.raises(ValueError, match=r"datapackage\.json: not readable as a data package"):
        tables.validate(folder)


def test_an_outside_validator_agrees():
    """frictionless accepts the package by its description alone."""
    done = subprocess.run(
        [Path(sys.executable).with_name("frictionless"), "validate", "datapackage.json"],
        cwd=ROOT / "data", capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stdout
