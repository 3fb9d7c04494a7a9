"""The shipped data, and folders with one thing spoilt."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from analysis import tables

settings.register_profile("untimed", deadline=None)  # a busy machine is no fault
settings.load_profile("untimed")

ROOT = Path(__file__).parents[1]
#: What Chromium is called, by system.
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


@pytest.fixture(scope="session")
def data() -> tables.Tables:
    """The shipped tables."""
    return tables.load(ROOT / "data")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped data folder, to be spoilt."""
    return Path(shutil.copytree(ROOT / "data", tmp_path / "data"))


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
