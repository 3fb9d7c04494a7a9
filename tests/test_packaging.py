"""The built wheel works outside the checkout, data and notebooks included."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT

from analysis import tables


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout without a network."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out)]
    subprocess.run([*command, str(ROOT)], check=True, capture_output=True)
    return next(out.glob("*.whl"))


def test_the_wheel_holds_tables_and_notebooks(wheel):
    """Everything that a report needs travels with the package."""
    names = set(zipfile.ZipFile(wheel).namelist())

    assert {f"analysis/data/{name}.csv" for name in tables.TABLES} <= names
    assert "analysis/data/datapackage.json" in names
    notebooks = {f"analysis/notebooks/{path.name}" for path in ROOT.glob("notebooks/*.ipynb")}
    assert notebooks <= names


def test_an_installed_wheel_finds_its_own_data(wheel, tmp_path):
    """Outside the checkout, the shipped folder is the one inside the package."""
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = "from analysis import tables; print(tables.folder()); print(tables.validate().empty)"

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )  # fmt: skip

    assert done.stdout.splitlines() == [str(tmp_path / "analysis" / "data"), "True"]
