"""The commands, run as a person runs them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from conftest import ROOT


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`python -m analysis ...` outside the checkout."""
    return subprocess.run(
        [sys.executable, "-m", "analysis", *arguments], capture_output=True, text=True, check=False,
        cwd="/", env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )  # fmt: skip


def test_validate_says_that_there_is_no_fault():
    """Exit status 0, the result on standard output, nothing on standard error."""
    done = run("validate")

    assert done.returncode == 0
    assert done.stdout.startswith("no fault in 9 tables with ")
    assert done.stderr == ""


def test_validate_lists_faults_and_leaves_with_1(folder):
    """One line a fault with file, row, column, sentence and rule; the sum on standard error."""
    path = folder / "sources.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",news,TASS,", ",gossip,TASS,", 1))

    done = run("validate", "--data", str(folder))

    assert done.returncode == 1
    assert done.stdout.startswith("sources.csv, row ")
    assert ", column kind: 'gossip' is none of news" in done.stdout
    assert done.stdout.endswith("[list]\n")
    assert done.stderr == f"1 fault in {folder}\n"


def test_the_data_folder_may_come_from_the_environment(folder):
    """ANALYSIS_DATA works for commands too."""
    (folder / "events.csv").unlink()

    assert run("validate", ANALYSIS_DATA=str(folder)).returncode == 1


def test_a_missing_folder_is_wrong_usage():
    """Exit status 2 and the folder's name, no traceback."""
    done = run("validate", "--data", "nowhere")

    assert done.returncode == 2
    assert "no data folder at nowhere" in done.stderr
    assert "Traceback" not in done.stderr


def test_charts_of_faulty_data_are_not_drawn(folder, tmp_path: Path):
    """Faults are listed and nothing is written."""
    (folder / "events.csv").unlink()
    out = tmp_path / "charts"

    done = run("charts", "--data", str(folder), "--out", str(out))

    assert done.returncode == 1
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

    assert (chart.returncode, kind.returncode) == (2, 2)
    assert "pie is none of trade_growth, trade_levels" in chart.stderr
    assert "gif is none of svg, png, pdf" in kind.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_report_is_not_written_over_something_else(tmp_path: Path):
    """A folder that no run wrote is the user's own."""
    (tmp_path / "thesis.txt").write_text("mine")

    done = run("report", "--out", str(tmp_path))

    assert done.returncode == 2
    assert "holds something that this command did not write" in done.stderr
    assert (tmp_path / "thesis.txt").read_text() == "mine"


def test_help_names_the_commands():
    """A newcomer finds the commands without the README."""
    done = run("--help")

    assert done.returncode == 0
    assert all(command in done.stdout for command in ("validate", "charts", "report"))
