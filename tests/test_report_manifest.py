"""What need not be built again is not, and the site is the same as if it had been."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import pytest
from conftest import ROOT, without_rows
from nbformat import write
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from analysis.report import manifest

#: Notes in a file of the test that the notebook runs, and shows a result.
RUN = "import os\nwith open(os.environ['RUNS'], 'a') as runs:\n    runs.write('{name} ')\n'{name}'"
#: Builds the site and says which modules that took.
REPORT = (
    "import sys; from analysis.cli import main\n"
    "try: main(['report', '--data', 'data', '--out', 'site'])\n"
    "finally: print(*sys.modules)"
)


#: Says whether the site is what would be made now, and whose runs would be kept.
KEPT = (
    "from pathlib import Path; from analysis.report import manifest, notebooks\n"
    "now, site = manifest.origin(Path('data'), notebooks.paths()), Path('site')\n"
    "print(manifest.unchanged(site, now), sorted(manifest.kept(site, now)))"
)


@dataclass(frozen=True)
class Place:
    """A copy of the package with two small notebooks, and a data folder without claims."""

    folder: Path

    @property
    def site(self) -> Path:
        """Where the site goes."""
        return self.folder / "site"

    def run(self) -> subprocess.CompletedProcess[str]:
        """The command, and in the end the modules that it took on standard output."""
        (self.folder / "runs").write_text("")
        return self._python(REPORT)

    def kept(self) -> str:
        """Whether the site is unchanged, and whose runs would be kept, as the copy says."""
        done = self._python(KEPT)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def _python(self, code: str) -> subprocess.CompletedProcess[str]:
        """What Python does with this copy of the package."""
        known = {"RUNS": str(self.folder / "runs"), "PYTHONPATH": str(self.folder)}
        return subprocess.run(
            [sys.executable, "-c", code], cwd=self.folder, env={**os.environ, **known},
            capture_output=True, text=True, check=False,
        )  # fmt: skip

    def build(self) -> list[str]:
        """Builds the site; the notebooks that ran for it."""
        done = self.run()
        assert done.returncode == 0, done.stderr
        return sorted((self.folder / "runs").read_text().split())

    def change(self, file: str, before: str, after: str) -> None:
        """Replaces the first place of a text in a file."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), encoding="utf-8")

    def bytes(self) -> dict[str, bytes]:
        """Every file of the site."""
        files = [path for path in self.site.rglob("*") if path.is_file()]
        return {path.relative_to(self.site).as_posix(): path.read_bytes() for path in files}

    def origin(self) -> manifest.Origin:
        """What the last site was made from, as it says."""
        content = json.loads((self.site / manifest.FILE).read_text(encoding="utf-8"))
        return dict(content["origin"])


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A site built once, whose notebooks have both run."""
    place = Place(tmp_path_factory.mktemp("place"))
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "analysis", place.folder / "analysis", ignore=ignored)
    shutil.copytree(ROOT / "data", place.folder / "analysis" / "data")
    without_rows(place.folder / "data")
    (place.folder / "analysis" / "notebooks").mkdir()
    for name in ("one", "two"):
        cells = [new_markdown_cell(f"# {name}?"), new_code_cell(RUN.format(name=name))]
        write(new_notebook(cells=cells), place.folder / f"analysis/notebooks/{name}.ipynb")
    assert place.build() == ["one", "two"]
    return place


@pytest.fixture
def place(built: Place, tmp_path: Path) -> Place:
    """A copy of it, to be changed."""
    shutil.copytree(built.folder, tmp_path / "copy")
    return Place(tmp_path / "copy")


def test_an_unchanged_site_is_not_built_again(place: Place) -> None:
    """No notebook runs, nothing heavy loads, no file is touched; in another folder too."""
    before = {path: path.stat().st_mtime_ns for path in place.site.rglob("*")}

    done = place.run()

    assert done.returncode == 0, done.stderr
    assert (place.folder / "runs").read_text() == ""
    assert done.stdout.split()[0] == str(Path("site") / "index.html")
    assert {"pandas", "matplotlib", "nbformat", "numpy"} & set(done.stdout.split()) == set()
    assert {path: path.stat().st_mtime_ns for path in place.site.rglob("*")} == before


def test_a_changed_notebook_runs_alone(place: Place) -> None:
    """The other keeps its run, and the site is that of before with the new words for the old."""
    before = {name: file.replace(b"one?", b"how many?") for name, file in place.bytes().items()}
    place.change("analysis/notebooks/one.ipynb", "one?", "how many?")

    assert place.build() == ["one"]
    now = place.bytes()
    assert now.pop(manifest.FILE) != before.pop(manifest.FILE)
    assert [name for name in now if now[name] != before.get(name)] == []
    assert now.keys() == before.keys()
    assert b"how many?" in now["notebooks/one.html"]


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("data/hedges.csv", "convention", "a convention"),
        ("data/claims.csv", "claim_id", "claim_id "),
        ("analysis/report/templates/base.html", "our own words", "ours"),
        ("analysis/data/hedges.csv", "convention", "a convention"),
        ("site/manifest.json", '"format": 1', '"format": 0'),
    ],
)
def test_no_run_is_kept_after_a_table_or_the_package_changed(
    place: Place, file: str, before: str, after: str
) -> None:
    """Any cell of a table, or any file of the package, could show in any notebook."""
    assert place.kept() == "True ['one', 'two']"

    place.change(file, before, after)

    assert place.kept() == "False []"


def test_a_damaged_site_is_put_right(place: Place) -> None:
    """Changed, missing and added files are as they were; only a damaged run is run again."""
    whole = place.bytes()
    place.change("site/index.html", "<main", "<main hidden")
    place.change("site/notebooks/two.ipynb", "'two'", "'three'")
    (place.site / "conflicts.html").unlink()
    (place.site / "style" / "more.css").write_text("p {}")

    assert place.build() == ["two"]
    assert place.bytes() == whole


@pytest.mark.parametrize(
    ("file", "before", "after", "message"),
    [
        (
            "analysis/notebooks/one.ipynb",
            "'one'",
            "1 / 0",
            r"one\.ipynb, cell 2: ZeroDivisionError",
        ),
        ("data/hedges.csv", ",literal,", ",litteral,", "1 fault"),
    ],
)
def test_a_fault_that_comes_later_leaves_the_last_site(
    place: Place, file: str, before: str, after: str, message: str
) -> None:
    """A notebook that fails now, a table that is faulty now: told, and the site stays whole."""
    whole = place.bytes()
    place.change(file, before, after)

    done = place.run()

    assert done.returncode == 1
    assert re.search(message, done.stderr)
    assert place.bytes() == whole


@pytest.mark.parametrize("damage", ["changed", "missing", "added", "renamed"])
def test_any_one_damage_is_noticed(place: Place, damage: str) -> None:
    """A single byte, file or name makes a site another one."""
    assert manifest.unchanged(place.site, place.origin())
    page, other = place.site / "index.html", place.site / "more.html"
    if damage == "changed":
        page.write_bytes(page.read_bytes() + b" ")
    elif damage == "missing":
        page.unlink()
    elif damage == "added":
        other.write_bytes(b"")
    else:
        page.rename(other)

    assert not manifest.unchanged(place.site, place.origin())


@pytest.mark.parametrize(
    "content",
    [
        "",
        "no JSON",
        "[]",
        "{}",
        '{"origin": {"format": 1}, "files": {}}',
        '{"origin": 1, "files": 1}',
    ],
)
def test_a_site_without_a_sound_manifest_is_another_one(place: Place, content: str) -> None:
    """An older or damaged manifest is no fault: nothing of the site is taken over."""
    now = place.origin()
    (place.site / manifest.FILE).write_text(content)

    assert not manifest.unchanged(place.site, now)
    assert manifest.kept(place.site, now) == {}
    (place.site / manifest.FILE).unlink()
    assert manifest.kept(place.site, now) == {}


def test_the_manifest_names_the_versions_of_what_is_required(place: Place) -> None:
    """What we require, what that requires in turn, and nothing that only tests use."""
    versions = place.origin()["versions"]

    assert {"pandas", "matplotlib", "ipykernel", "nbclient", "numpy"} <= set(versions)
    assert {name: version(name) for name in versions} == versions
    assert "pytest" not in versions


def test_the_manifest_tells_nothing_of_the_machine(place: Place) -> None:
    """No folder, no user, no time."""
    text = (place.site / manifest.FILE).read_text(encoding="utf-8")

    assert [word for word in (str(ROOT), "/tmp", str(Path.home()), "time") if word in text] == []
