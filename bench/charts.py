"""All charts in three formats in one process against the time spent inside savefig."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from bench.pairs import Ratio


def ratios() -> list[Ratio]:
    """Drawing and saving everything takes at most 1.5 times what savefig takes."""
    spent = _drawn()
    return [
        Ratio(
            "all charts in svg, png, pdf / inside savefig",
            spent["all"], spent["savefig"], spent["all"] / spent["savefig"], 1.5,
        )
    ]  # fmt: skip


def _drawn() -> dict[str, float]:
    """Seconds for everything and inside savefig; modules loaded and one chart drawn before."""
    from matplotlib.figure import Figure

    from analysis import charts, tables

    spent = {"savefig": 0.0}
    plain = Figure.savefig

    def timed(figure: Figure, *arguments: object, **options: object) -> None:
        start = time.perf_counter()
        plain(figure, *arguments, **options)
        spent["savefig"] += time.perf_counter() - start

    with tempfile.TemporaryDirectory() as folder:
        data = tables.load()
        charts.save(charts.draw(charts.NAMES[0], data), Path(folder))
        Figure.savefig = timed
        start = time.perf_counter()
        basis = charts.Basis(data, "usual")
        for name in charts.NAMES:
            charts.save(charts.drawn(name, basis), Path(folder))
        spent["all"] = time.perf_counter() - start
        Figure.savefig = plain
    return spent
