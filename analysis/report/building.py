"""All of the report in one run: the kernels work while the charts are drawn."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

import pandas as pd

from analysis import tables
from analysis.report.swap import swapped

if TYPE_CHECKING:
    from analysis.report.pictures import Picture

#: Called with the number of steps done and of all steps.
Progress = Callable[[int, int], None]


class FaultyDataError(ValueError):
    """The data folder has faults; `faults` lists them as `tables.validate` does."""

    def __init__(self, folder: Path, faults: pd.DataFrame) -> None:
        first = faults.iloc[0]
        super().__init__(
            f"{len(faults)} faults in {folder}, the first in {first['file']}: {first['message']}. "
            "`validate` lists all; no page was written"
        )
        self.faults = faults


def report(
    folder: str | os.PathLike[str] | None = None,
    out: str | os.PathLike[str] = "build/site",
    progress: Progress | None = None,
) -> Path:
    """The path of the first page of the site, written to `out` from a data folder.

    Validates the data, draws every chart in three formats, runs the notebooks and writes the
    pages. `progress` is called with the steps done and the steps in all. Until the last step the
    old site stays as it is, whatever stops the run.

    Raises FaultyDataError where the data have faults, FileExistsError where `out` holds something
    else than a site, RuntimeError where a notebook fails.
    """
    place = tables.folder(folder)
    faults = tables.validate(place)
    if len(faults):
        raise FaultyDataError(place, faults)
    with _terminable(), swapped(out) as site, TemporaryDirectory() as scratch:
        asyncio.run(_build(place, site, Path(scratch), progress or (lambda done, steps: None)))
    return Path(out) / "index.html"


async def _build(place: Path, site: Path, scratch: Path, progress: Progress) -> None:
    from analysis.report import cells, notebooks, pages

    data = tables.load(place)
    paths = notebooks.paths()
    steps = _Steps(progress, _count(paths))
    async with notebooks.kernels(paths, place, scratch) as clients:
        runs = [
            asyncio.create_task(notebooks.run(client, path.stem, steps.done))
            for client, path in zip(clients, paths, strict=True)
        ]
        pictures = await _pictures(data, site / "charts", steps)
        ran = await asyncio.gather(*runs)
    shown = [cells.page(p.stem, notebook) for p, notebook in zip(paths, ran, strict=True)]
    pages.Writer(site, data, shown, pictures).write()
    for path in paths:
        shutil.copyfile(path, site / "notebooks" / path.name)
    steps.done()


async def _pictures(data: tables.Tables, folder: Path, steps: _Steps) -> list[Picture]:
    """The charts, one after the other, in a thread that lets the kernels be heard."""
    from analysis import charts
    from analysis.report import pictures

    drawn = []
    for name in charts.NAMES:
        drawn.append(await asyncio.to_thread(pictures.draw, name, data, folder))
        steps.done()
    return drawn


def _count(paths: list[Path]) -> int:
    """Steps of a run: every code cell, every chart, and the pages."""
    from analysis import charts
    from analysis.report import notebooks

    kinds = [cell.cell_type for path in paths for cell in notebooks.read(path).cells]
    return kinds.count("code") + len(charts.NAMES) + 1


@dataclass
class _Steps:
    """Counts the steps and says so."""

    progress: Progress
    steps: int
    taken: int = 0

    def done(self) -> None:
        self.taken += 1
        self.progress(self.taken, self.steps)


@contextmanager
def _terminable() -> Iterator[None]:
    """A polite request to end (SIGTERM) unwinds the run as an exception does."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
