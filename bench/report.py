"""The report against `jupyter nbconvert --execute` on the same notebooks, one after the other."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from bench.pairs import Ratio, compare

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"


def ratios() -> list[Ratio]:
    """The report takes at most 0.6 times what nbconvert takes for the notebooks alone."""
    with tempfile.TemporaryDirectory() as folder:
        ours = [sys.executable, "-m", "analysis", "report", "--out", f"{folder}/site"]
        other = [
            sys.executable, "-m", "jupyter", "nbconvert", "--to", "html", "--execute",
            "--output-dir", f"{folder}/html", *map(str, sorted(NOTEBOOKS.glob("*.ipynb"))),
        ]  # fmt: skip
        return [compare("report / nbconvert --execute of its notebooks", ours, other, 0.6, runs=3)]
