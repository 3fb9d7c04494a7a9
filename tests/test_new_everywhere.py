"""Every command takes `--data DIR`, wherever it is run, and says plainly what is no data folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT

from analysis import tables
from analysis.cli import main

#: The command that makes a data folder: the folder is its argument.
MAKES = "new"
ELSEWHERE = "elsewhere"
#: What each command needs besides, as it is called in a folder beside the data folder.
NEEDS = {
    "charts": ["--out", "drawn", "--format", "svg", "trade_growth"],
    "confirm": ["draft"],
    "draft": ["article.txt"],
    "evidence": ["--texts", "texts"],
    "fetch": ["comtrade", "saved.json"],
    "report": ["--out", "site"],
    "save": ["--to", "saved.zip"],
    "trace": ["drawn/trade_growth.svg"],
}
#: Too long to be run here: tests of their own run them on other folders.
LONG = ("report", "fetch", "draft", "confirm")
#: The second paragraph of the example article.
WORDS = "It is said that about 40 projects are under way."
COMMANDS = sorted(set(main.commands) - {MAKES})


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the commands are run: beside a new folder whose examples are taken for real."""
    folder = tables.start(tmp_path / "my data", ("MEX", "KOR"))
    claims = folder / "claims.csv"
    claims.write_text(claims.read_text(encoding="utf-8").replace(",false,", ",true,"), "utf-8")
    here = tmp_path / ELSEWHERE
    for name in ("texts", "drawn", "draft"):
        (here / name).mkdir(parents=True)
    year = tables.load(folder).sources["accessed"][0].year - 1
    text = (
        f"Trade\n\nIts exports grew by over 10% in {year}.\n\nAnd about 40 projects are under way."
    )
    (here / "texts" / "example-article.txt").write_text(text, encoding="utf-8")
    for name in ("article.txt", "saved.json", "drawn/trade_growth.svg"):
        (here / name).write_text("{}", encoding="utf-8")
    monkeypatch.chdir(here)
    monkeypatch.delenv("ANALYSIS_DATA", raising=False)
    return here


def run(command: str, *arguments: str) -> Result:
    """A command with what it needs besides."""
    return CliRunner().invoke(main, [command, *NEEDS.get(command, []), *arguments])


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_takes_a_data_folder(command):
    """By one name; only the command that makes one has it as its argument."""
    options = {name for option in main.commands[command].params for name in option.opts}

    assert "--data" in options
    assert "--data" not in {name for o in main.commands[MAKES].params for name in o.opts}


def test_each_cheap_command_reads_the_folder_that_is_given(place):
    """From beside it, by a name with a blank: results are of its rows alone."""
    results = {}
    for command in ("charts", *(c for c in COMMANDS if c not in (*LONG, "charts"))):
        done = run(command, "--data", "../my data")
        assert (command, done.exit_code, done.exception) == (command, 0, None), done.output
        results[command] = done.stdout

    assert results["validate"].startswith("no fault in 10 tables with ")
    assert "example rows" not in results["validate"]
    assert results["check"].count("example-article-") == 2
    assert results["cite"].count("@") == 1
    assert results["evidence"].count("found  example-article-") == 2
    assert "example-article-growth-" in results["trace"]
    assert results["conflicts"] == ""
    assert tables.load("saved.zip").reported_values["economy"].dropna().tolist() == ["MEX"]


def test_the_environment_names_the_folder_where_no_option_does(place, monkeypatch):
    """The option is stronger, and an empty variable names nothing."""
    monkeypatch.setenv("ANALYSIS_DATA", "../my data")
    named = json.loads(run("check", "--format", "json").stdout)
    given = json.loads(run("check", "--format", "json", "--data", str(ROOT / "data")).stdout)
    monkeypatch.setenv("ANALYSIS_DATA", "")
    shipped = tables.folder()

    assert [one["value_id"].split("-")[0] for one in named] == ["example", "example"]
    assert len(given) > len(named)
    assert shipped == tables.folder(ROOT / "data")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nowhere", "no data folder at nowhere ("),
        ("file.csv", ", it is a file"),
        ("void", ", it holds no table"),
    ],
)
def test_what_is_no_data_folder_is_wrong_usage(place, command, name, message):
    """With its whole path and what to do; no trace, and nothing is written."""
    (place / "file.csv").write_text("a,b\n", encoding="utf-8")
    (place / "void").mkdir()
    before = sorted(place.rglob("*"))

    done = run(command, "--data", name)

    assert done.exit_code == 2, done.output
    assert message in done.stderr
    assert f"{ELSEWHERE}/{name})" in done.stderr
    assert "start one with the command new" in done.stderr
    assert done.stdout == ""
    assert isinstance(done.exception, SystemExit)
    assert sorted(place.rglob("*")) == before


def test_an_empty_name_is_no_data_folder(place):
    """As that of a shell variable that is not set: the shipped data are not taken instead."""
    done = run("validate", "--data", "")

    assert (done.exit_code, done.stdout) == (2, "")
    assert "the name of the data folder is empty" in done.stderr


def test_what_the_system_refuses_is_told_with_its_name(place):
    """A name longer than any file may have: which one, and why."""
    done = CliRunner().invoke(main, ["new", "x" * 300])

    assert done.exit_code == 2
    assert "File name too long: " in done.stderr
    assert "x" * 300 in done.stderr.replace("\n", "")
