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
