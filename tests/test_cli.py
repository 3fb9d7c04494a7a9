"""The commands, run as a person runs them."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT

from analysis.cli import main

TASS = "tass-2019-06-10"


def started(*arguments: str) -> subprocess.CompletedProcess[str]:
    """`python -m analysis ...` outside the checkout, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "analysis", *arguments], capture_output=True, text=True, check=False,
        cwd="/", env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def run(*arguments: str, **environment: str) -> Result:
    """The command with these arguments, in this process."""
    return CliRunner(env=environment).invoke(main, arguments)


def test_validate_says_that_there_is_no_fault():
    """Exit status 0, the result on standard output, nothing on standard error."""
    done = started("validate")

    assert done.returncode == 0
    assert done.stdout.startswith("no fault in 10 tables with ")
    assert done.stderr == ""


def test_validate_lists_faults_and_leaves_with_1(folder):
    """One line a fault with file, row, column, sentence and rule; the sum on standard error."""
    path = folder / "sources.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",news,TASS,", ",gossip,TASS,", 1))

    done = run("validate", "--data", str(folder))

    assert done.exit_code == 1
    assert done.stdout.startswith("sources.csv, row ")
    assert ", column kind: 'gossip' is none of news" in done.stdout
    assert done.stdout.endswith("[list]\n")
    assert done.stderr == f"1 fault in {folder}\n"


def test_the_data_folder_may_come_from_the_environment(folder):
    """ANALYSIS_DATA works for commands too."""
    (folder / "events.csv").unlink()

    assert run("validate", ANALYSIS_DATA=str(folder)).exit_code == 1


def test_a_missing_folder_is_wrong_usage():
    """Exit status 2 and the folder's name, no traceback."""
    done = started("validate", "--data", "nowhere")

    assert done.returncode == 2
    assert "no data folder at nowhere" in done.stderr
    assert "Traceback" not in done.stderr


def test_charts_of_faulty_data_are_not_drawn(folder, tmp_path: Path):
    """Faults are listed and nothing is written."""
    (folder / "events.csv").unlink()
    out = tmp_path / "charts"

    done = run("charts", "--data", str(folder), "--out", str(out))

    assert done.exit_code == 1
    assert not out.exists()


def test_charts_are_drawn_where_asked(tmp_path: Path):
    """One file a chart and format; its path is the result; nothing else is left behind."""
    done = run("charts", "--out", str(tmp_path), "--format", "svg,png", "plan_points")

    assert done.stdout.split() == [str(tmp_path / f"plan_points.{kind}") for kind in ("png", "svg")]
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "plan_points.png",
        "plan_points.svg",
    ]
    assert done.stderr == ""


def test_an_unknown_chart_or_format_is_wrong_usage(tmp_path: Path):
    """The error names the known ones, and nothing is written."""
    chart = run("charts", "--out", str(tmp_path), "pie")
    kind = run("charts", "--out", str(tmp_path), "--format", "gif")

    assert (chart.exit_code, kind.exit_code) == (2, 2)
    assert "pie is none of trade_growth, trade_levels" in chart.stderr
    assert "gif is none of svg, png, pdf" in kind.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_report_is_not_written_over_something_else(tmp_path: Path):
    """A folder that no run wrote is the user's own."""
    (tmp_path / "thesis.txt").write_text("mine")

    done = run("report", "--out", str(tmp_path))

    assert done.exit_code == 2
    assert "holds something that this command did not write" in done.stderr
    assert (tmp_path / "thesis.txt").read_text() == "mine"


def test_help_names_the_commands():
    """A newcomer finds the commands without the README."""
    done = started("--help")

    assert done.returncode == 0
    assert all(command in done.stdout for command in ("validate", "charts", "report"))


@pytest.fixture(scope="module")
def verdicts() -> list[dict[str, object]]:
    """What `check` writes as JSON, with the definitions behind."""
    return json.loads(run("check", "--format", "json", "--definitions").stdout)


def test_check_writes_a_list_of_verdicts(verdicts):
    """One object a value and check, with the keys that others rely on."""
    found = verdicts

    assert {"value_id", "check", "verdict", "reason_code", "sentence"} <= set(found[0])
    verdict = {one["value_id"]: one for one in found}["tass-2019-06-10-oreshkin-growth-2018"]
    assert verdict["verdict"] == "cannot_be_checked"
    assert "2018 and 2017" in verdict["sentence"]
    assert len({(one["value_id"], one["check"]) for one in found}) == len(found)


def test_check_adds_the_definitions_when_asked(verdicts):
    """The rows behind stand with each verdict."""
    behind = [(row["value_id"], one["value_id"]) for row in verdicts for one in row["definitions"]]

    assert behind
    assert all(value == other for value, other in behind)


def test_conflicts_writes_a_list_of_conflicts():
    """Each names its values, its tier, its assumptions, and explains itself."""
    done = run("conflicts", "--reading", "literal", "--format", "json")
    found = json.loads(done.stdout)

    assert {"value_ids", "tier", "assumptions", "sentence"} <= set(found[0])
    assert all(one["assumptions"] for one in found if one["tier"] == "conditional")


def test_csv_has_a_row_for_each_object(verdicts):
    """The same objects, with a header."""
    rows = list(csv.DictReader(io.StringIO(run("check", "--format", "csv").stdout)))

    assert rows[0]["check"] == "statistics"
    assert [row["value_id"] for row in rows] == [one["value_id"] for one in verdicts]
    assert "definitions" not in rows[0]


def test_an_unknown_reading_is_wrong_usage():
    """The error names the three readings."""
    done = run("check", "--reading", "strict")

    assert done.exit_code == 2
    assert "'literal', 'usual', 'charitable'" in done.stderr


def test_cite_prints_the_sources_named():
    """BibTeX by default, CSL-JSON on request; each under its source_id."""
    text = run("cite", "rt-2017", TASS).stdout
    items = json.loads(run("cite", "--format", "csl-json", "rt-2017").stdout)

    assert [line for line in text.splitlines() if line.startswith("@")] == [
        "@misc{rt-2017,", "@misc{tass-2019-06-10,",
    ]  # fmt: skip
    assert [item["id"] for item in items] == ["rt-2017"]
    assert run("cite", "tass-2019-06-10-projects-started").stdout == run("cite", TASS).stdout


def test_cite_prints_all_sources_where_none_is_named():
    """As many entries as sources.csv has rows."""
    with (ROOT / "data" / "sources.csv").open(encoding="utf-8", newline="") as file:
        keys = [row["source_id"] for row in csv.DictReader(file)]

    done = run("cite")

    assert [line[6:-1] for line in done.stdout.splitlines() if line.startswith("@")] == keys
    assert done.stderr == ""


def test_an_unknown_source_is_wrong_usage():
    """The error names it, and nothing is printed."""
    done = run("cite", "rt-2017", "rt-1917")

    assert (done.exit_code, done.stdout) == (2, "")
    assert "no source, claim or value rt-1917 (near it: rt-2017" in done.stderr


@pytest.fixture(scope="module")
def chart(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A chart that the command has drawn."""
    out = tmp_path_factory.mktemp("charts")
    run("charts", "--out", str(out), "--format", "svg", "project_counts")
    return out / "project_counts.svg"


def test_trace_tells_what_a_chart_was_made_from(chart: Path):
    """Kind, data version, command, and each row with its words, speaker and address."""
    done = run("trace", str(chart))
    head = done.stdout.splitlines()[:3]

    assert done.exit_code == 0
    assert head[0] == "svg project_counts"
    assert "the same as that of the data given" in head[1]
    assert head[2] == "made by: python -m analysis charts project_counts"
    assert "tass-2019-06-10-projects-started  over 60" in done.stdout
    assert "TASS, 2019-06-10, Russian-Japanese cooperation plan starts" in done.stdout
    assert "https://tass.com/economy/1062990#:~:text=over%2060%20projects" in done.stdout


def test_trace_says_where_the_data_are_others(chart: Path, folder: Path):
    """Another version is named, and a row that is gone is called so."""
    values = folder / "reported_values.csv"
    kept = [
        line for line in values.read_text(encoding="utf-8").splitlines(keepends=True)
        if not line.startswith("tass-2019-06-10-projects-started,")
    ]  # fmt: skip
    values.write_text("".join(kept), encoding="utf-8")

    told = run("trace", str(chart), "--data", str(folder)).stdout
    found = json.loads(run("trace", str(chart), "--data", str(folder), "--format", "json").stdout)
    same = json.loads(run("trace", str(chart), "--format", "json").stdout)

    assert "the data given have version" in told
    assert "tass-2019-06-10-projects-started  not in the data given" in told
    assert (found["same_data_version"], same["same_data_version"]) == (False, True)
    assert (found["command_needs_data"], same["command_needs_data"]) == (False, False)
    assert found["data_version"] == same["data_version"]
    assert {"table", "key", "words", "speaker", "publisher", "title", "url"} <= set(same["rows"][0])


def test_trace_says_with_which_data_the_command_draws_the_same(folder: Path, tmp_path: Path):
    """A chart of other data needs `--data`: the folder where it is known, else its version."""
    claims = folder / "claims.csv"
    text = claims.read_text(encoding="utf-8").replace("Maxim Oreshkin", "M. Oreshkin")
    claims.write_text(text, encoding="utf-8")
    out = tmp_path / "other charts"
    run("charts", "--data", str(folder), "--out", str(out), "--format", "svg", "project_counts")
    chart = str(out / "project_counts.svg")

    (known,) = re.findall("made by: (.*)", run("trace", chart, "--data", str(folder)).stdout)
    told = run("trace", chart).stdout
    found = json.loads(run("trace", chart, "--format", "json").stdout)

    assert shlex.split(known) == [
        "python", "-m", "analysis", "charts", "project_counts", "--data", str(folder),
    ]  # fmt: skip
    assert (
        f"--data DIR, where DIR is a folder with the data of version {found['data_version']}"
        in told
    )
    assert found["command_needs_data"] is True


def test_trace_of_something_else_says_so(tmp_path: Path):
    """A file of another program is an error in a sentence; no file is wrong usage."""
    other = tmp_path / "other.svg"
    other.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")

    done = run("trace", str(other))

    assert done.exit_code == 1
    assert "does not say where it comes from" in done.stderr
    assert isinstance(done.exception, SystemExit)
    assert run("trace", str(tmp_path / "none.svg")).exit_code == 2


def test_no_text_of_the_data_steers_the_terminal(chart: Path, folder: Path):
    """Escape sequences and changes of direction in a title are shown as signs."""
    sources = folder / "sources.csv"
    text = sources.read_text(encoding="utf-8")
    plan = "Russian-Japanese cooperation plan"
    sources.write_text(text.replace(plan, f"\x1b[31m\u202e{plan}"), encoding="utf-8")

    told = run("trace", str(chart), "--data", str(folder)).stdout

    assert f"␛[31m[RLO]{plan}" in told
    assert not {"\x1b", "\u202e"} & set(told)
