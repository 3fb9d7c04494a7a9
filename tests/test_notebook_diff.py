"""A changed number in a notebook is told with its row, its column and both values."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from conftest import ROOT
from notebook_diff import changes

from analysis.outputs import sentence, table

FRAME = pd.DataFrame(
    {"value_id": ["a", "b", "c"], "printed": ["17", "18", ""], "sentence": ["It is 17.", "x", "y"]}
)


def shown(frame: pd.DataFrame, form: str) -> str:
    """A table as a notebook stores it."""
    made = table(frame, "What was printed")
    return made.html() if form == "html" else repr(made)


@pytest.mark.parametrize("form", ["html", "text"])
def test_a_changed_cell_is_told_by_row_and_column(form: str) -> None:
    """Both values stand side by side; of a sentence only the words that differ."""
    new = FRAME.assign(printed=["18", "18", ""], sentence=["It is 18.", "x", "y"])

    assert changes(shown(FRAME, form), shown(new, form)) == [
        "a, printed: 17 -> 18",
        "a, sentence: 17. -> 18.",
    ]


@pytest.mark.parametrize("form", ["html", "text"])
def test_rows_that_come_and_go_are_told_whole(form: str) -> None:
    """A row that is gone begins with a minus, a new one with a plus; the others are left out."""
    found = changes(shown(FRAME.iloc[[0, 1]], form), shown(FRAME.iloc[[0]], form))
    assert found == ["- b  18  x"]

    found = changes(shown(FRAME.iloc[[0]], form), shown(FRAME.iloc[[0, 1]], form))
    assert found == ["+ b  18  x"]


def test_an_empty_cell_that_fills_is_told() -> None:
    """In HTML an empty cell keeps its place."""
    new = FRAME.assign(printed=["17", "18", "19"])

    assert changes(shown(FRAME, "html"), shown(new, "html")) == ["c, printed: (nothing) -> 19"]


def test_a_caption_and_a_sentence_are_told() -> None:
    """A caption and a sentence with results are lines of their own."""
    old, new = (table(FRAME, f"The first {n}").html() for n in (20, 21))
    assert changes(old, new) == ["The first 20: 20 -> 21"]

    old, new = (sentence("{n} of them.", n=n).html() for n in (3, 4))
    assert changes(old, new) == ["3 of them.: 3 -> 4"]


def test_equal_outputs_have_no_changes() -> None:
    """Nothing is told of what is the same."""
    assert changes(shown(FRAME, "html"), shown(FRAME, "html")) == []
    assert changes("one\ntwo", "one\ntwo") == []


def planted(folder: Path) -> Path:
    """A copy of a notebook in whose stored output one number was changed by hand."""
    book = json.loads((ROOT / "notebooks" / "follow_one_value.ipynb").read_text(encoding="utf-8"))
    outputs = [o for cell in book["cells"] for o in cell.get("outputs", [])]
    (read,) = (o for o in outputs if "charitable" in "".join(o["data"]["text/plain"]))
    last = next(n for n, cell in enumerate(book["cells"]) if read in cell.get("outputs", []))
    book["cells"] = book["cells"][: last + 1]
    for form in ("text/html", "text/plain"):
        read["data"][form] = [line.replace("17.5", "71.5", 1) for line in read["data"][form]]
    path = folder / "planted.ipynb"
    path.write_text(json.dumps(book), encoding="utf-8")
    return path


def test_nbval_tells_a_planted_number_with_its_row(tmp_path: Path) -> None:
    """The number that was changed stands beside the one that the cell gives now."""
    command = [
        sys.executable, "-m", "pytest", "-p", "nbval.plugin", "-p", "notebook_diff", "--nbval",
        "--nbval-current-env", "-p", "no:cacheprovider", str(planted(tmp_path)),
    ]  # fmt: skip
    known = {"PYTHONPATH": str(ROOT / "tests"), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **known},
        cwd=tmp_path,
    )  # fmt: skip

    assert "71.5 -> 17.5" in done.stdout
    assert "tass-2019-06-10-oreshkin-growth-2018, upper: 71.5 -> 17.5" in done.stdout
    assert "<table" not in done.stdout
    assert done.returncode == 1
