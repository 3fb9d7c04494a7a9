"""The shipped data, and folders with one thing spoilt."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from analysis import tables

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def data() -> tables.Tables:
    """The shipped tables."""
    return tables.load(ROOT / "data")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped data folder, to be spoilt."""
    return Path(shutil.copytree(ROOT / "data", tmp_path / "data"))
