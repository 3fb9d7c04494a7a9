"""A data folder as a ZIP file, Parquet and a workbook: the same cells, spoilt ones told."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import time
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import frictionless
import openpyxl
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result
from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis import tables
from analysis.cli import main
from analysis.tables import description
from analysis.tables.exchange import cells, opening, parquet, texts, workbooks

FORMS = {"csv": "copy", "zip": "copy.zip", "parquet": "copy.parquet", "xlsx": "copy.xlsx"}
HOSTILE = [
    "=1+1", '=HYPERLINK("http://a","b")', "+1", "-1", "@x", "'17", "''", "'", "#N/A", "#REF!",
    "1.10", "16.40", "007", "1e5", "2018", ".", "2018-06", "12/31/2018", "TRUE", "true", "NULL",
    "NaN", "nan", "None", "NA", " leading and trailing ", "two\nlines", "two\r\nlines", "a\rb",
    "tab\there", '"quoted", with comma', "emoji 😀 and 億", "_x000D_", "_x005F_", "x005F_",
    "&amp; <b>", "\x07bell", "\u200bzero width", "\ufffe", "é" * 20000, "12345678901234567890",
    "https://example.org/?a=b&c",
]  # fmt: skip


@pytest.fixture(scope="module")
def small(data) -> tables.Tables:
    """A few of the shipped rows, which need no others."""
    sources = data.sources.head(6).assign(repeats=None)
    claims = data.claims[data.claims["source_id"].isin(sources["source_id"])].assign(
        repeats=None, repeats_inferred=None, disputes=None
    )
    values = data.reported_values
    values = values[values["claim_id"].isin(claims["claim_id"]) & values["part_of"].isna()]
    hedges = data.hedges[data.hedges["hedge"].isin(values["hedge"])]
    kept = {"sources": sources, "claims": claims, "reported_values": values, "hedges": hedges}
    empty = {name: getattr(data, name)[:0] for name in tables.TABLES if name not in kept}
    return tables.of(**kept, **empty)


def noted(folder: Path, notes: list[str]) -> None:
    """Write a source for each note, with a title that looks the same."""
    columns = description.columns(description.schemas(folder)["sources"])
    rows = [
        {"source_id": f"s{number:03}", "kind": "news", "publisher": note, "language": "en",
         "title": note[::-1], "note": note}
        for number, note in enumerate(notes)
    ]  # fmt: skip
    lines = [line(columns), *(line([row.get(name, "") for name in columns]) for row in rows)]
    (folder / "sources.csv").write_text("".join(lines), encoding="utf-8", newline="")


def line(row: list[str]) -> str:
    """A row as a CSV has it, ended by a line feed."""
    target = io.StringIO(newline="")
    csv.writer(target).writerow(row)  # which quotes returns only where rows end by them
    return target.getvalue().removesuffix("\r\n") + "\n"


def emptied(folder: Path) -> None:
    """Leave the tables with their headers alone."""
    for name, schema in description.schemas(folder).items():
        header = ",".join(description.columns(schema)) + "\n"
        (folder / f"{name}.csv").write_text(header, encoding="utf-8", newline="")


def there_and_back(folder: Path, form: str, scratch: Path) -> None:
    """Save a folder in a form and that as a folder again: the same files, byte by byte."""
    there = tables.save(tables.load(folder), scratch / FORMS[form])
    back = tables.save(tables.load(there), scratch / "back")

    names = sorted(one.name for one in back.iterdir())
    assert names == sorted(one.name for one in folder.iterdir())
    for name in names:
        assert (back / name).read_bytes() == (folder / name).read_bytes(), name


@pytest.mark.parametrize("form", FORMS)
def test_the_shipped_folder_comes_back_the_same_from_every_form(folder, form, tmp_path):
    """Each CSV and the description have the bytes that they had."""
    there_and_back(folder, form, tmp_path)


@pytest.mark.parametrize("form", FORMS)
def test_hostile_text_comes_back_the_same_from_every_form(folder, form, tmp_path):
    """Formulas, apostrophes, zeros, line ends, escapes and long texts stay what they are."""
    emptied(folder)
    noted(folder, HOSTILE)

    there_and_back(folder, form, tmp_path)


@settings(max_examples=5, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(notes=st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1),
                min_size=1, max_size=30))  # fmt: skip
@pytest.mark.parametrize("form", ["parquet", "xlsx"])
def test_any_text_comes_back_the_same(form, notes, tmp_path):
    """What a table holds as text no form changes."""
    table = texts.Sheet(["source_id", "note"], [[str(n), note] for n, note in enumerate(notes)])
    schema = {"fields": [{"name": name, "type": "string"} for name in table.columns]}
    resource = {"name": "sources", "schema": schema}

    if form == "parquet":
        found = parquet.read(io.BytesIO(parquet.written(table, resource)), schema)
    else:
        file = tmp_path / "any.xlsx"
        file.write_bytes(workbooks.written({"sources": table}, {"resources": [resource]}, "{}"))
        with workbooks.opened(file) as book:
            found = workbooks.read(book, {"sources": schema}, file.name)["sources"]

    assert (found.columns, found.rows) == (table.columns, table.rows)


@pytest.mark.parametrize("form", FORMS)
def test_numbers_come_back_as_they_were_spelt(folder, form, tmp_path):
    """A number column keeps 16.40 and 1e3; what is empty stays empty."""
    emptied(folder)
    rates = ["16.40", "1e3", "17", "0.1", "12345678901234567890", "79.80701983", "1e-7",
             "0.30000000000000004", "123456789012345678"]  # fmt: skip
    lines = [f"USD,2018-01-{day:02},2018-01-{day:02},daily,{rate},{rate},"
             for day, rate in enumerate(rates, 1)]  # fmt: skip
    with (folder / "exchange_rates.csv").open("a", encoding="utf-8", newline="") as file:
        file.write("\n".join([*lines, ""]))

    there_and_back(folder, form, tmp_path)


@pytest.mark.parametrize("form", FORMS)
def test_the_same_tables_give_the_same_bytes(small, form, tmp_path, monkeypatch):
    """No time of writing is kept."""
    first = tables.save(small, tmp_path / "first" / FORMS[form])
    monkeypatch.setattr(time, "time", lambda: 2e9)
    second = tables.save(small, tmp_path / "second" / FORMS[form])

    files = [first] if first.is_file() else sorted(first.iterdir())
    for file in files:
        other = second if first.is_file() else second / file.name
        assert file.read_bytes() == other.read_bytes(), file.name
    if first.is_file():
        with zipfile.ZipFile(first) as archive:
            assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    if form == "xlsx":
        book = openpyxl.load_workbook(first)
        assert {book.properties.created, book.properties.modified} == {datetime(1980, 1, 1)}


@pytest.mark.parametrize("form", ["csv", "zip"])
def test_a_data_package_is_valid(data, form, tmp_path):
    """Another reader of Data Packages finds no fault in it."""
    place = tables.save(data, tmp_path / FORMS[form])
    source = place if form == "zip" else place / "datapackage.json"

    report = frictionless.Package(source).validate()

    assert report.flatten(["title", "message"]) == []


def test_parquet_has_the_types_and_descriptions_of_the_columns(data, tmp_path):
    """Days are days, numbers numbers, and each column says what it means."""
    place = tables.save(data, tmp_path / "copy.parquet")
    own = {resource["name"]: resource for resource in description.package(data.folder)["resources"]}
    arrow = {"string": "string", "number": "double", "integer": "int64", "boolean": "bool",
             "date": "date32[day]"}  # fmt: skip

    for name in tables.TABLES:
        found = pq.read_schema(place / f"{name}.parquet")
        assert found.metadata[b"description"].decode() == own[name]["description"]
        for field in own[name]["schema"]["fields"]:
            told = found.field(field["name"])
            assert told.metadata[b"description"].decode() == field["description"]
            assert str(told.type) == (
                "double" if field["name"] == "scale" else arrow[field["type"]]
            )
    package = json.loads((place / "datapackage.json").read_text(encoding="utf-8"))
    assert {one["path"] for one in package["resources"]} == {f"{n}.parquet" for n in tables.TABLES}


def test_parquet_is_read_by_others(data, tmp_path):
    """Polars sees the rows that the CSVs hold."""
    place = tables.save(data, tmp_path / "copy.parquet")

    found = pl.read_parquet(place / "statistics.parquet")

    assert found["printed"].to_list() == data.statistics["printed"].tolist()
    assert found["period_start"].dtype == pl.Date


def test_parquet_that_another_program_wrote_is_read(data, folder, tmp_path):
    """Without our metadata the types say how a cell is spelt."""
    place = tables.save(data, tmp_path / "copy.parquet")
    for file in place.glob("*.parquet"):
        pl.read_parquet(file).write_parquet(file)

    found = tables.load(place)

    assert tables.version(found) == tables.version(data)
    assert not any(
        b"spelling" in (pq.read_schema(f).metadata or {}) for f in place.glob("*.parquet")
    )


def test_a_workbook_tells_what_its_columns_mean(data, tmp_path):
    """The first sheet has the title and a row for each column; ids are text, values numbers."""
    book = openpyxl.load_workbook(tables.save(data, tmp_path / "copy.xlsx"))

    about = [[cell.value for cell in row] for row in book["about"]]
    assert about[0][0] == description.package(data.folder)["title"]
    meanings = {(row[0], row[1]): row[5] for row in about[4:] if len(row) > 5}
    for resource in description.package(data.folder)["resources"]:
        for field in resource["schema"]["fields"]:
            assert meanings[resource["name"], field["name"]] == field["description"]
    assert book.sheetnames == ["about", *tables.TABLES, "datapackage.json"]
    assert book["datapackage.json"].sheet_state == "hidden"
    page = book["reported_values"]
    head = {cell.value: cell.column - 1 for cell in page[1]}
    row = page[2]
    assert row[head["printed"]].data_type == "s"
    assert row[head["printed"]].number_format == "@"
    assert row[head["value"]].data_type == "n"
    assert page.freeze_panes == "B2"


def test_no_cell_of_a_workbook_is_a_formula_or_an_error(folder, tmp_path):
    """What looks like a formula is text to every spreadsheet."""
    emptied(folder)
    noted(folder, HOSTILE)

    book = openpyxl.load_workbook(tables.save(tables.load(folder), tmp_path / "copy.xlsx"))

    found = {cell.data_type for row in book["sources"].iter_rows() for cell in row if cell.value}
    assert found == {"s"}


def changed(place: Path, sheet: str, *changes: tuple[str, int, object]) -> Path:
    """A workbook saved again by a spreadsheet, with cells (column, row, value) changed."""
    book = openpyxl.load_workbook(place)
    page = book[sheet]
    head = {cell.value: cell.column for cell in page[1]}
    for column, row, value in changes:
        cell = page.cell(row, head[column])
        cell.number_format = "General"
        cell.value = value
    book.save(place)
    return place


@pytest.fixture
def book(small, tmp_path) -> Path:
    """The few rows as a workbook."""
    return tables.save(small, tmp_path / "trade.xlsx")


def test_a_workbook_that_a_spreadsheet_saved_again_is_the_same(small, book):
    """Shared strings, other styles and lost metadata change no cell."""
    assert tables.version(tables.load(changed(book, "claims"))) == tables.version(small)


SPOILT = [
    ("reported_values", "printed", 16.4, "16.4 is a number in the sheet where text is asked"),
    ("reported_values", "value", datetime(2019, 6, 1), "is a day in the sheet where a number"),
    ("sources", "published", datetime(2019, 6, 1), "2019-06-01 is a day in the sheet where text"),
    ("sources", "note", True, "true is yes or no in the sheet where text is asked"),
    ("sources", "title", "=A1", "=A1 is a formula: put the value itself into the cell"),
    ("sources", "accessed", datetime(2019, 6, 1, 12), "is a time: write the day alone"),
]


def test_what_a_spreadsheet_made_of_a_cell_is_a_fault(book):
    """The fault names sheet, row and column once; loading says the first."""
    for sheet in ("sources", "reported_values"):
        changed(
            book, sheet, *((column, 4, cell) for own, column, cell, _ in SPOILT if own == sheet)
        )

    found = tables.validate(book)

    for sheet, column, _, message in SPOILT:
        spoilt = found[found["column"] == column]
        assert spoilt[["file", "row", "rule"]].to_numpy().tolist() == [
            [f"trade.xlsx, sheet {sheet}", 4, "typed by the spreadsheet"]
        ]
        assert message in spoilt["message"].iloc[0]
    with pytest.raises(
        ValueError, match=r"trade\.xlsx, sheet sources, row 4, column title: =A1 is a"
    ):
        tables.load(book)


def test_real_days_and_numbers_of_a_spreadsheet_are_taken(small, book):
    """A day in a column of days and a number in one of numbers are what they seem."""
    day = small.sources["accessed"].dropna()
    changed(book, "sources", ("accessed", int(day.index[0]) + 2, day.iloc[0].to_pydatetime()))

    assert tables.version(tables.load(book)) == tables.version(small)


def test_faults_of_a_workbook_name_the_row_of_the_sheet(book):
    """Cells with line ends and empty rows do not shift the rows."""
    changed(book, "sources", ("note", 3, "one\ntwo\nthree"), ("language", 5, "no language at all"))
    workbook = openpyxl.load_workbook(book)
    workbook["sources"].insert_rows(2)
    workbook.save(book)

    found = tables.validate(book)

    assert found[["file", "row", "column", "value"]].to_numpy().tolist() == [
        ["trade.xlsx, sheet sources", 6, "language", "no language at all"]
    ]


def test_a_sheet_that_is_missing_is_told(book):
    """Both load and validate name the sheet."""
    workbook = openpyxl.load_workbook(book)
    del workbook["events"]
    workbook.save(book)

    found = tables.validate(book)

    assert found[["file", "rule"]].to_numpy().tolist() == [
        ["trade.xlsx, sheet events", "missing file"]
    ]
    with pytest.raises(
        FileNotFoundError, match=r"no table at trade.xlsx, sheet events: add the sheet"
    ):
        tables.load(book)


def test_a_column_that_was_renamed_is_told(book):
    """The stray name and the missing one are blamed, each once."""
    changed(book, "events", ("place", 1, "where"))

    found = tables.validate(book)

    assert found[["column", "rule"]].to_numpy().tolist() == [
        ["where", "stray column"], ["place", "missing column"],
    ] or found[["column", "rule"]].to_numpy().tolist() == [
        ["place", "missing column"], ["where", "stray column"],
    ]  # fmt: skip
    with pytest.raises(ValueError, match=r"trade.xlsx, sheet events: .*place"):
        tables.load(book)


def test_cells_beyond_the_header_are_told(book):
    """A remark beside the table is no column of it."""
    workbook = openpyxl.load_workbook(book)
    workbook["events"].cell(3, 20).value = "a remark"
    workbook.save(book)

    found = tables.validate(book)

    assert found[["row", "rule"]].to_numpy().tolist() == [[3, "row width"]]


def test_a_text_too_long_for_a_cell_is_refused(folder, tmp_path):
    """A spreadsheet would cut it off; the other forms take it."""
    emptied(folder)
    noted(folder, ["a" * (cells.LONGEST + 1)])
    record = tables.load(folder)

    with pytest.raises(
        ValueError, match="sources, row 2, column publisher: 32768 characters do not"
    ):
        tables.save(record, tmp_path / "copy.xlsx")
    assert not (tmp_path / "copy.xlsx").exists()
    assert tables.version(tables.load(tables.save(record, tmp_path / "copy.zip"))) == (
        tables.version(record)
    )


@pytest.mark.parametrize("name", ["copy.xlsx", "copy.zip"])
def test_a_file_that_is_not_what_its_name_says_is_refused(name, tmp_path):
    """The error names the file."""
    (tmp_path / name).write_bytes(b"no such thing")

    with pytest.raises(ValueError, match=rf"{name} is (no ZIP file|not readable as a workbook)"):
        tables.load(tmp_path / name)


def test_a_zip_file_of_a_folder_is_read(folder, data, tmp_path):
    """A package may lie in a folder inside, beside what a system puts there."""
    with zipfile.ZipFile(tmp_path / "sent.zip", "w") as archive:
        for file in folder.iterdir():
            archive.write(file, f"sent/{file.name}")
        archive.writestr("__MACOSX/sent/._claims.csv", "x")
        archive.writestr("../../escaped.csv", "x")
        archive.writestr("sent/..\\escaped.csv", "x")
        archive.writestr("sent/readme.txt", "x")

    assert tables.version(tables.load(tmp_path / "sent.zip")) == tables.version(data)


def test_what_is_there_is_not_replaced_unless_forced(small, tmp_path):
    """Files are replaced by force only, folders only where they hold nothing but tables."""
    for name in FORMS.values():
        tables.save(small, tmp_path / name)
        with pytest.raises(FileExistsError, match="is there already: name another place"):
            tables.save(small, tmp_path / name)
        tables.save(small, tmp_path / name, force=True)
    (tmp_path / "copy" / "thesis.docx").touch()

    with pytest.raises(FileExistsError, match=r"holds thesis\.docx, which is no table"):
        tables.save(small, tmp_path / "copy", force=True)
    with pytest.raises(FileExistsError, match="is a folder: name another place"):
        tables.save(small, tmp_path / "copy", form="xlsx", force=True)
    with pytest.raises(ValueError, match="the form 'ods' is none of csv, zip, parquet, xlsx"):
        tables.save(small, tmp_path / "new", form="ods")
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(FORMS.values())


@pytest.mark.parametrize("form", FORMS)
def test_a_write_that_fails_leaves_what_was_there(small, form, tmp_path, monkeypatch):
    """Neither half a file nor litter stays behind."""
    place = tables.save(small, tmp_path / FORMS[form])
    before = {one: one.read_bytes() for one in sorted(tmp_path.rglob("*")) if one.is_file()}

    move = getattr(Path, "replace" if place.is_file() else "rename")

    def full(self: Path, to: Path) -> Path:
        if self.name.endswith(".new"):
            raise OSError(28, "No space left on device")
        return move(self, to)

    monkeypatch.setattr(Path, move.__name__, full)
    with pytest.raises(OSError, match="No space left"):
        tables.save(replace(small, events=small.claims[:0]), place, force=True)

    after = {one: one.read_bytes() for one in sorted(tmp_path.rglob("*")) if one.is_file()}
    assert after == before


def test_frames_are_saved_as_a_folder_that_validates(data, tmp_path):
    """Tables made of frames get the columns of the shipped description and nothing else of it."""
    frames = {name: pl.from_pandas(getattr(data, name)) for name in tables.TABLES}

    place = tables.save(tables.of(**frames), tmp_path / "made")

    assert tables.validate(place).empty
    package = json.loads((place / "datapackage.json").read_text(encoding="utf-8"))
    assert sorted(package) == ["$schema", "resources"]
    assert (place / "claims.csv").read_bytes() == (data.folder / "claims.csv").read_bytes()


def test_a_changed_file_is_read_again(small, book):
    """What was unpacked before is not taken for what is there now."""
    before = tables.load(book)
    changed(book, "sources", ("note", 3, "another remark"))
    os.utime(book, (2e9, 2e9))

    assert tables.load(book).sources["note"][1] == "another remark"
    assert tables.version(before) == tables.version(small)


def test_a_folder_made_of_a_workbook_still_knows_it(book):
    """Faults found through the folder name sheet and row of the workbook."""
    changed(book, "sources", ("language", 5, "no language at all"))

    found = tables.validate(opening.folder(book))

    assert found["file"].tolist() == ["trade.xlsx, sheet sources"]


def test_every_form_goes_through_the_commands(small, tmp_path):
    """`save` writes each form, prints where, and the next command reads it."""
    first = tables.save(small, tmp_path / "first")
    last = str(first)
    for name in ["a.xlsx", "b.parquet", "c.zip", "d"]:
        done = analysis("save", "--data", last, "--to", str(tmp_path / name))
        assert (done.exit_code, done.stdout.strip()) == (0, str(tmp_path / name)), done.stderr
        last = str(tmp_path / name)
    assert "no fault" in analysis("validate", "--data", str(tmp_path / "b.parquet")).stdout
    again = analysis("save", "--data", last, "--to", str(tmp_path / "a.xlsx"))
    assert (again.exit_code, "is there already" in again.stderr) == (2, True)
    assert (tmp_path / "d" / "claims.csv").read_bytes() == (first / "claims.csv").read_bytes()


def analysis(*arguments: str) -> Result:
    """The command with its output."""
    return CliRunner().invoke(main, arguments)


def test_loading_a_folder_needs_none_of_the_other_readers():
    """openpyxl, Polars, DuckDB and narwhals load where they are used."""
    code = "import sys; from analysis import tables; tables.load('data'); print(*sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True,
                          cwd=ROOT)  # fmt: skip

    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert not loaded & {"openpyxl", "polars", "duckdb", "narwhals"}
    assert pd.__name__ in loaded
