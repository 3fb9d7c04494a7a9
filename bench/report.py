"""The report against `jupyter nbconvert --execute` on the same notebooks, and against itself.

All runs are of a copy of the package, its tables and notebooks, so that a notebook can be changed.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from bench.pairs import Ratio, compare, python

ROOT = Path(__file__).parents[1]
PARTS = ("analysis", "data", "notebooks")
#: Writes the report of the copy to a folder; what comes before may spoil something first.
RUN = """
import json, os, shutil
from pathlib import Path
os.chdir({copy!r})
{before}
from analysis.cli import main
main(["report", "--out", {out!r}])
"""
FORGET = "shutil.rmtree('first', ignore_errors=True)"
#: Adds a blank to the prose of one notebook, as an editor does.
EDIT = """
path = Path("notebooks/project_counts.ipynb")
content = json.loads(path.read_text(encoding="utf-8"))
content["cells"][-1]["source"] += [" "]
path.write_text(json.dumps(content), encoding="utf-8")
"""


def ratios() -> list[Ratio]:
    """At most 0.6 of nbconvert's time, and 0.1 of its own where nothing has changed.

    One changed notebook saves the other kernels only: charts, checks and pages are made anew, so
    that the site cannot be of two minds. That took two thirds of a first run; at 0.85 the kept runs
    would hardly be worth their trouble.
    """
    with tempfile.TemporaryDirectory() as folder:
        for part in PARTS:
            shutil.copytree(ROOT / part, f"{folder}/{part}")
        first = python(RUN.format(copy=folder, before=FORGET, out="first"))
        again = python(RUN.format(copy=folder, before="", out="again"))
        edited = python(RUN.format(copy=folder, before=EDIT, out="edited"))
        return [
            compare("report / nbconvert --execute of its notebooks", first, _other(folder), 0.6, 3),
            compare("report where nothing changed / its first run", again, first, 0.1, 2),
            compare("report where one notebook changed / its first run", edited, first, 0.85, 2),
        ]


def _other(folder: str) -> list[str]:
    notebooks = sorted((ROOT / "notebooks").glob("*.ipynb"))
    words = ["--to", "html", "--execute", "--output-dir", f"{folder}/html"]
    return [sys.executable, "-m", "jupyter", "nbconvert", *words, *map(str, notebooks)]
