"""The shipped data, and folders with one thing spoilt."""

from __future__ import annotations

import gc
import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from analysis import tables
from analysis.report import report

settings.register_profile("untimed", deadline=None)  # a busy machine is no fault
settings.load_profile("untimed")
gc.set_threshold(200_000, 20, 50)  # tables and charts stay for minutes: seldom is there garbage

ROOT = Path(__file__).parents[1]
#: Where the steps of the making of the shipped site are kept, and the sign that a folder is whole.
TOLD, DONE = "told.json", "done"
#: What Chromium is called, by system.
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


@pytest.fixture(scope="session")
def data() -> tables.Tables:
    """The shipped tables."""
    return tables.load(ROOT / "data")


@pytest.fixture
def bare_folder(tmp_path: Path) -> Path:
    """A data folder whose tables are empty but for the hedges: its report takes seconds."""
    return without_rows(tmp_path / "bare")


def without_rows(folder: Path) -> Path:
    """The shipped tables with their headers alone, but for the hedges, in a new folder."""
    folder.mkdir()
    for path in (ROOT / "data").iterdir():
        lines = path.read_bytes().splitlines(keepends=True)
        whole = path.suffix != ".csv" or path.stem == "hedges"
        (folder / path.name).write_bytes(b"".join(lines if whole else lines[:1]))
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped data folder, to be spoilt."""
    return Path(shutil.copytree(ROOT / "data", tmp_path / "data"))


def built(folder: Path) -> Path:
    """The site of the shipped data, and beside it the steps that its making told of."""
    told: list[tuple[int, int]] = []
    try:
        return report(out=folder / "site", progress=lambda *step: told.append(step)).parent
    finally:
        (folder / TOLD).write_text(json.dumps(told), encoding="utf-8")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the shipped data, built once."""
    return once(tmp_path_factory, "shipped", built) / "site"


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder that was filled once; where tests run in parallel, others wait for it."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    try:
        folder.mkdir()
    except FileExistsError:
        wait_for(folder / DONE)
        return folder
    try:
        make(folder)
    finally:
        (folder / DONE).touch()
    return folder


def wait_for(file: Path, seconds: float = 300) -> None:
    """Returns when the file is there."""
    end = time.monotonic() + seconds
    while not file.exists():
        assert time.monotonic() < end, f"{file} was not written in {seconds:.0f} s"
        time.sleep(0.2)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A browser of the system, driven from here."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("no Chromium is installed: on Debian or Ubuntu, apt install chromium")
    with sync_api.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield running
        running.close()
