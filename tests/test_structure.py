"""The structure: imports run one way, nothing heavy loads early, both environments agree."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

PACKAGE = ROOT / "analysis"
ORDER = [
    "places", "frames", "labels", "readings", "evidence", "tables", "outputs", "definitions",
    "checks", "conflicts", "citations", "drafts", "adapters", "charts", "controls", "report", "cli",
    "__main__",
]  # fmt: skip
#: PyPI name -> conda-forge name, where they differ.
CONDA = {
    "build": "python-build",
    "duckdb": "python-duckdb",
    "nbconvert": "nbconvert-core",
    "pandera": "pandera-pandas",
    "sdmx1": "sdmx",
}
HEAVY = ["matplotlib", "pandera", "nbclient", "nbconvert", "babel", "pycountry", "IPython"]


def module(path: Path) -> str:
    """The first name below the package."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The modules of the package that a file imports, by their first name."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module] if node.module != "analysis" else [
                f"analysis.{alias.name}" for alias in node.names
            ]  # fmt: skip
            found |= {name.split(".")[1] for name in names if name.startswith("analysis.")}
    return found


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=str)
def test_a_module_imports_only_modules_above_it(path):
    """The order is that of the package's docstring."""
    own = module(path)
    if own == "__init__":
        assert imported(path) == set()
        return
    allowed = ORDER[: ORDER.index(own) + 1]

    assert imported(path) <= set(allowed)


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=str)
def test_modules_stay_short(path):
    """A module that outgrows 300 lines becomes a package."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "core", "misc"])
def test_no_module_has_a_name_that_attracts_everything(name):
    """A change belongs where the name says."""
    assert list(PACKAGE.rglob(f"{name}*")) == []


def test_loading_the_data_imports_nothing_heavy():
    """Charts, validation and the report load what they need when they are used."""
    code = "import sys; from analysis import tables; tables.load(); print(*sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )

    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert loaded & set(HEAVY) == set()


def requirements() -> dict[str, str]:
    """Package -> range, of pyproject.toml with all its extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    lines = [*project["dependencies"], *(line for extra in extras for line in extra)]
    return dict(re.fullmatch(r"([a-z0-9-]+)(.*)", line).groups() for line in lines)


def test_conda_users_get_the_same_packages_in_the_same_ranges():
    """environment.yml names what pyproject.toml names, by conda-forge's names."""
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    *conda, pip = environment["dependencies"]
    lines = [*conda, *pip["pip"]]
    given = dict(re.fullmatch(r"([a-z0-9-]+?)((?:[<>=].*)?)", line).groups() for line in lines
                 if not line.startswith("-"))  # fmt: skip
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert given.pop("python") == project["requires-python"]
    given.pop("pip")
    assert given == {CONDA.get(name, name): limits for name, limits in requirements().items()}


def test_the_lock_holds_every_requirement_with_hashes_and_no_address():
    """Every package is pinned, every pin hashed, and no index is named."""
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    pinned = set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE))

    assert set(requirements()) <= pinned
    assert lock.count("--hash=sha256:") >= len(pinned)
    assert not re.search(r"https?://|index-url|find-links|file:", lock)
