"""A new data folder: sound as it is, its examples marked, whole or not at all."""

from __future__ import annotations

import csv
import json
import shutil
from datetime import date, timedelta
from pathlib import Path

import frictionless
import pandas as pd
import pytest
from click.testing import CliRunner, Result
from conftest import ROOT

from analysis import charts, checks, citations, conflicts, tables
from analysis.cli import main

DAY = date(2024, 2, 1)


def run(*arguments: object) -> Result:
    """The command with these arguments."""
    return CliRunner().invoke(main, ["new", *map(str, arguments)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A new folder for a pair."""
    return tables.start(tmp_path / "folder", ("MEX", "KOR"), DAY, ["A trade desk"])


def ids(folder: Path) -> dict[str, list[str]]:
    """The first cell of each row below the header, by table."""
    found = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found[path.stem] = [row[0] for row in csv.reader(file)][1:]
    return found


def test_a_new_folder_is_sound(folder):
    """No fault in its ten tables, which have the columns of the shipped ones."""
    assert tables.validate(folder).empty
    for name in tables.TABLES:
        header = (ROOT / "data" / f"{name}.csv").read_text(encoding="utf-8").splitlines()[0]
        assert (folder / f"{name}.csv").read_text(encoding="utf-8").splitlines()[0] == header
    assert (folder / "hedges.csv").read_bytes() == (ROOT / "data" / "hedges.csv").read_bytes()


def test_a_new_folder_is_a_data_package(folder):
    """Another implementation of the standard reads its description and its tables."""
    report = frictionless.Package(str(folder / "datapackage.json")).validate()

    assert report.flatten(["type"]) == []


def test_examples_are_marked_and_nothing_else_is_in_the_tables(folder):
    """Their ids begin with example-, their notes say how they are deleted."""
    found = ids(folder)
    rows = {name: keys for name, keys in found.items() if keys and name != "hedges"}

    assert {name: len(keys) for name, keys in rows.items()} == {
        "sources": 1, "claims": 2, "reported_values": 2,
    }  # fmt: skip
    assert all(key.startswith("example-") for keys in rows.values() for key in keys)
    for name in rows:
        notes = getattr(tables.load(folder), name)["note"]
        assert set(notes) == {"An example: delete every row whose id begins with example-"}


def test_examples_are_taken_for_real_by_nothing(folder):
    """No statement, verdict, conflict or chart has them, though the tables hold them."""
    data = tables.load(folder)

    assert len(data.reported_values) == 2
    assert tables.statements(data).empty
    assert checks.check(data).summary.empty
    assert conflicts.find(data).found.empty
    assert all(charts.empty(charts.draw(name, data)) for name in charts.NAMES)


def test_without_its_examples_a_new_folder_is_sound(folder):
    """They are deleted as their notes say."""
    for path in folder.glob("*.csv"):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith("example-")]
        path.write_text("".join(kept), encoding="utf-8")

    assert tables.validate(folder).empty
    assert len(tables.load(folder).sources) == 0


def test_examples_become_statements_when_they_are_confirmed(folder):
    """What is written over them is drawn: only the mark keeps them out."""
    path = folder / "claims.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",false,", ",true,"), "utf-8")

    statements = tables.statements(tables.load(folder))

    assert statements[["printed", "unit", "hedge"]].to_numpy().tolist() == [
        ["10", "percent", "over"], ["40", "count", "about"],
    ]  # fmt: skip
    assert statements.loc[0, ["economy", "partner"]].tolist() == ["MEX", "KOR"]
    assert statements.loc[0, "period_start"] == pd.Timestamp("2023-01-01")


def test_the_description_tells_nothing_of_the_shipped_data(folder):
    """Title and description say what to fill in; the tables are described as everywhere."""
    own = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    shipped = json.loads((ROOT / "data" / "datapackage.json").read_text(encoding="utf-8"))

    assert own.pop("resources") == shipped["resources"]
    assert own == {
        "$schema": shipped["$schema"], "name": "reported-figures-mex-kor",
        "title": "Fill in a title: whose trade, as reported by whom, in which years",
        "description": "Fill in a description: what was collected, from which sources, up to "
        "which day. Add licenses and contributors, which pages and citations tell.",
        "version": "0.1.0", "created": "2024-02-01T00:00:00Z",
        "contributors": [{"title": "A trade desk", "roles": ["creator"]}],
    }  # fmt: skip
    text = "".join(path.read_text(encoding="utf-8") for path in folder.glob("[!h]*.csv"))
    assert not {"RUS", "JPN", "Russia", "Japan"} & set(text.replace(",", " ").split())
    assert citations.dataset(tables.load(folder))["authors"] == ["A trade desk"]


def test_without_a_pair_the_examples_are_of_no_economy(tmp_path: Path):
    """Codes that ISO 3166-1 leaves to users; today, and nobody as contributor."""
    data = tables.load(tables.start(tmp_path / "folder"))
    own = json.loads((tmp_path / "folder" / "datapackage.json").read_text(encoding="utf-8"))

    assert data.reported_values.loc[0, ["economy", "partner"]].tolist() == ["XAA", "XBB"]
    assert own["name"] == "reported-figures"
    assert own["created"][:10] == data.sources["accessed"][0].date().isoformat()
    assert date.fromisoformat(own["created"][:10]) - date.today() <= timedelta(0)
    assert "contributors" not in own
    assert tables.validate(tmp_path / "folder").empty


def test_the_same_folder_comes_out_on_the_same_day(tmp_path: Path):
    """Byte by byte."""
    one, two = (tables.start(tmp_path / name, created=DAY) for name in ("one", "two"))

    assert all((two / path.name).read_bytes() == path.read_bytes() for path in one.iterdir())


def test_nothing_is_lost_in_a_folder_that_holds_something(tmp_path: Path):
    """Neither what is there nor a file of the name is touched, and no litter is left."""
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "mine.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")

    with pytest.raises(FileExistsError, match="thesis is not empty: name a folder that is"):
        tables.start(tmp_path / "thesis")
    with pytest.raises(FileExistsError, match="file is a file: name another folder"):
        tables.start(tmp_path / "file")
    assert (tmp_path / "thesis" / "mine.txt").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "thesis"]


def test_an_empty_folder_is_filled_unless_somebody_stands_in_it(tmp_path: Path, monkeypatch):
    """A shell in it would be left in a folder that is gone."""
    tables.start(tmp_path / "deep" / "folder")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    with pytest.raises(FileExistsError, match="empty is where you are: name a folder in it"):
        tables.start(".")
    monkeypatch.chdir(tmp_path)

    assert tables.validate(tables.start("empty")).empty
    assert tables.validate(tmp_path / "deep" / "folder").empty


def test_a_run_that_stops_leaves_nothing(tmp_path: Path, monkeypatch):
    """Whole or not at all: here the disk is full before the last file."""

    def full(*paths: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(OSError, match="No space left"):
        tables.start(tmp_path / "folder")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("pair", "message"),
    [
        (("MEX", "KOREA"), "KOREA is no economy: name two by ISO 3166-1 alpha-3"),
        (("mex", "KOR"), "mex is no economy"),
        (("ABC", "KOR"), "ABC is no economy"),
        (("MEX", "MEX"), "MEX is both: trade is between two economies"),
    ],
)
def test_a_pair_is_two_economies(tmp_path: Path, pair, message):
    """Wrong usage, and no folder."""
    with pytest.raises(ValueError, match=message):
        tables.start(tmp_path / "folder", pair)

    done = run(tmp_path / "folder", "--pair", *pair)
    assert (done.exit_code, message in done.stderr) == (2, True)
    assert not (tmp_path / "folder").exists()


def test_the_command_prints_the_folder_and_what_to_do_next(tmp_path: Path):
    """The path on standard output; the rest beside it."""
    place = tmp_path / "folder"

    done = run(place, "--pair", "MEX", "KOR", "--created", "2024-02-01", "--contributor", "A")

    assert (done.exit_code, done.stdout) == (0, f"{place}\n")
    assert f"python -m analysis validate --data {place}" in done.stderr
    assert "delete those that begin with example-" in done.stderr
    assert tables.load(place).sources["accessed"].tolist() == [pd.Timestamp(DAY)]


def test_the_command_refuses_what_it_cannot_do(tmp_path: Path):
    """A full folder and a day that is none are wrong usage."""
    (tmp_path / "a.txt").touch()

    assert run(tmp_path).exit_code == 2
    assert run(tmp_path / "b", "--created", "1 May").exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_validate_says_that_the_examples_are_still_there(folder):
    """They are no fault, and nobody means to keep them."""
    done = CliRunner().invoke(main, ["validate", "--data", str(folder)])

    assert (done.exit_code, done.stdout.splitlines()[1:]) == (
        0, ["example rows are still there: delete every row whose id begins with example-"],
    )  # fmt: skip
