"""All of the report in one run: the kernels work while charts are drawn and values checked."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn

from analysis import places
from analysis.report import manifest, notebooks
from analysis.report.swap import settled, swapped

if TYPE_CHECKING:
    import pandas as pd
    from nbformat import NotebookNode

    from analysis.report.cells import Page
    from analysis.report.pictures import Told
    from analysis.tables import Tables

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

    Validates the data, checks them under every reading, draws every chart in three formats, runs
    the notebooks and writes the pages. `progress` is called with the steps done and the steps in
    all. Until the last step the old site stays as it is, whatever stops the run.

    A site that was made from the same and is as it was written stays; one that differs in a
    notebook only is built again with the runs of the others.

    Raises FaultyDataError where the data have faults, FileExistsError where `out` holds something
    else than a site, RuntimeError where a notebook fails.
    """
    place = _folder(folder)
    told = progress or (lambda done, steps: None)
    made_from = manifest.origin(place, notebooks.paths())
    if settled(out) and manifest.unchanged(Path(out), made_from):
        told(1, 1)
        return Path(out) / "index.html"
    with _terminable(), swapped(out) as site, TemporaryDirectory() as scratch:
        last = manifest.kept(Path(out), made_from)
        kept = {name: notebooks.read(path) for name, path in last.items()}
        _fill(place, site, Path(scratch), kept, told)
        manifest.write(site, made_from)
    return Path(out) / "index.html"


def _folder(given: str | os.PathLike[str] | None) -> Path:
    """The folder of CSVs that holds the data; pandas loads only where they must be unpacked."""
    place = places.chosen(given)
    if place.is_dir() and any(place.glob("*.csv")):
        return place
    from analysis import tables

    return tables.folder(given)


def _fill(
    place: Path, site: Path, scratch: Path, kept: dict[str, NotebookNode], progress: Progress
) -> None:
    """Kernels start and charts are drawn; once the data are found sound, the notebooks run."""
    from analysis import tables
    from analysis.report import kernels, pictures

    stored = {path.stem: notebooks.read(path) for path in notebooks.paths()}
    waiting = {name: book for name, book in stored.items() if name not in kept}
    forking = kernels.may_fork()
    with (
        kernels.kernels(waiting, place, scratch, forking) as connections,
        pictures.drawers(forking) as drawers,
    ):
        jobs = _submitted(drawers, place, site)
        _refuse(jobs.checked.result(), place)
        data = tables.load(place)
        able = notebooks.able(waiting, data)
        steps = _Steps(progress, _cells(able) + len(jobs.waited) + 1)
        sockets = dict(zip(waiting, connections, strict=True))
        _completed(_gather(able, sockets, jobs.waited, steps))
    _write(data, site, stored, dict(sorted({**kept, **able}.items())), jobs)
    steps.done()


@dataclass(frozen=True)
class _Jobs:
    """The jobs of a site: its faults, what is held under each reading, its charts, its texts."""

    checked: Future[Any]
    held: list[Future[Any]]
    drawn: list[Future[Any]]
    texts: Future[Any]

    @property
    def waited(self) -> list[Future[Any]]:
        """All that the pages are made of."""
        return [*self.held, *self.drawn, self.texts]

    @property
    def told(self) -> dict[str, Told]:
        """What was told about each chart."""
        from analysis import charts

        return {name: job.result() for name, job in zip(charts.NAMES, self.drawn, strict=False)}


def _submitted(drawers: Executor, place: Path, site: Path) -> _Jobs:
    """The jobs of a site; the charts of the first kind come first, in the order of their names."""
    from analysis import charts, readings, tables
    from analysis.report import documents, judging, pictures

    checked = drawers.submit(tables.validate, place)
    held = [drawers.submit(judging.folder, place, reading) for reading in readings.READINGS]
    drawn = [
        drawers.submit(pictures.draw, name, place, site / "charts", *job)
        for job in pictures.JOBS
        for name in charts.NAMES
    ]
    return _Jobs(checked, held, drawn, drawers.submit(documents.folder, place))


def _completed(work: Coroutine[None, None, None]) -> None:
    """Run it to its end, in a thread of its own where this one (Jupyter's) is taken."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        taken = False
    else:
        taken = True
    if not taken:
        return asyncio.run(work)
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def _refuse(faults: pd.DataFrame, place: Path) -> None:
    if len(faults):
        raise FaultyDataError(place, faults)


def _cells(stored: dict[str, NotebookNode]) -> int:
    return sum(cell.cell_type == "code" for book in stored.values() for cell in book.cells)


async def _gather(
    stored: dict[str, NotebookNode],
    connections: dict[str, Path],
    jobs: list[Future[Any]],
    steps: _Steps,
) -> None:
    """Wait for the notebooks and the other jobs at once; the first fault of any ends it."""
    runs = [
        notebooks.run(book, name, connections[name], steps.done) for name, book in stored.items()
    ]
    await asyncio.gather(*runs, *(_waited(job, steps) for job in jobs))


async def _waited(job: Future[Any], steps: _Steps) -> None:
    await asyncio.wrap_future(job)
    steps.done()


def _write(
    data: Tables,
    site: Path,
    stored: dict[str, NotebookNode],
    ran: dict[str, NotebookNode],
    jobs: _Jobs,
) -> None:
    """The pages, with the notebooks that have run and what the jobs gave."""
    from analysis.report import pages, pictures

    told, held = jobs.told, [job.result() for job in jobs.held]
    drawn = [
        pictures.picture(name, one, site / "charts") for name, one in told.items() if one.cards
    ]
    names = {picture.name for picture in drawn}
    shown, left_out = _shown(stored, ran, told.keys() - names)
    for name in names - pictures.keep_shown(shown, drawn, site / "charts"):
        pictures.draw(name, data.folder, site / "charts", "column", ("png",))
    texts = jobs.texts.result()
    pages.Writer(site, data, shown, drawn, held, left_out, texts).write()
    for page in shown:
        notebooks.write(ran[page.name], site / "notebooks" / f"{page.name}.ipynb")


def _shown(
    stored: dict[str, NotebookNode], ran: dict[str, NotebookNode], blank: set[str]
) -> tuple[list[Page], list[str]]:
    """The notebooks with something to show as pages, and the questions of the others.

    `blank` are the charts that had nothing to draw.
    """
    from analysis.report import cells

    able = {name: book for name, book in ran.items() if not blank & set(notebooks.needs(book))}
    shown = [page for page in map(cells.page, able, able.values()) if not page.silent]
    names = {page.name for page in shown}
    others = {name: book for name, book in stored.items() if name not in names}
    return shown, [cells.question(name, book)[0] for name, book in others.items()]


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
