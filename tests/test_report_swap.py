"""A folder is swapped in whole, or not at all."""

from pathlib import Path

import pytest

from analysis.report.swap import MARK, swapped


def write(out: Path, text: str) -> None:
    """A run that writes one page."""
    with swapped(out) as folder:
        (folder / "page.html").write_text(text, encoding="utf-8")


def names(folder: Path) -> list[str]:
    """What stands in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_a_finished_run_takes_the_place_of_the_last_one(tmp_path: Path) -> None:
    """After two runs the folder holds the second one and nothing lies beside it."""
    write(tmp_path / "site", "first")
    write(tmp_path / "site", "second")

    assert (tmp_path / "site" / "page.html").read_text(encoding="utf-8") == "second"
    assert names(tmp_path) == ["site"]


@pytest.mark.parametrize("stop", [ValueError, KeyboardInterrupt, SystemExit])
def test_a_stopped_run_leaves_the_last_good_folder(
    tmp_path: Path, stop: type[BaseException]
) -> None:
    """Whatever stops a run, the last good folder stays and no litter lies beside it."""
    write(tmp_path / "site", "good")

    with pytest.raises(stop, match="stopped"), swapped(tmp_path / "site") as folder:  # noqa: PT012
        (folder / "page.html").write_text("half", encoding="utf-8")
        raise stop("stopped")

    assert (tmp_path / "site" / "page.html").read_text(encoding="utf-8") == "good"
    assert names(tmp_path) == ["site"]


def test_a_swap_that_stopped_half_way_is_undone(tmp_path: Path) -> None:
    """A folder left aside by a killed run is the last good one again, even if this run fails."""
    write(tmp_path / "site", "good")
    (tmp_path / "site").rename(tmp_path / ".site.old")
    (tmp_path / ".site.new").mkdir()

    with pytest.raises(ValueError, match="stopped"), swapped(tmp_path / "site"):
        raise ValueError("stopped")

    assert (tmp_path / "site" / "page.html").read_text(encoding="utf-8") == "good"
    assert names(tmp_path) == ["site"]


def test_an_old_folder_that_was_not_removed_is_removed_by_the_next_run(tmp_path: Path) -> None:
    """A run killed after the swap leaves the old folder aside; the next run removes it."""
    write(tmp_path / "site", "good")
    (tmp_path / ".site.old").mkdir()

    write(tmp_path / "site", "better")

    assert names(tmp_path) == ["site"]


def test_a_folder_that_no_run_wrote_is_left_alone(tmp_path: Path) -> None:
    """A folder with the user's own files is never replaced."""
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")

    with pytest.raises(FileExistsError, match="did not write: name another folder"):
        write(tmp_path, "page")

    assert names(tmp_path) == ["thesis.txt"]


def test_a_file_is_not_taken_for_a_folder(tmp_path: Path) -> None:
    """A file in the place of the folder is kept."""
    (tmp_path / "site").write_text("mine", encoding="utf-8")

    with pytest.raises(FileExistsError, match="name another folder"):
        write(tmp_path / "site", "page")

    assert (tmp_path / "site").read_text(encoding="utf-8") == "mine"


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    """An empty folder may be named, and is marked as written."""
    (tmp_path / "site").mkdir()

    write(tmp_path / "site", "page")

    assert names(tmp_path / "site") == [MARK, "page.html"]


def test_two_runs_do_not_write_the_same_folder_at_once(tmp_path: Path) -> None:
    """The second of two runs at the same time is told to wait, and the first ends well."""
    pytest.importorskip("fcntl", reason="no folder locks on this system")

    with swapped(tmp_path / "site") as folder:
        (folder / "page.html").write_text("first", encoding="utf-8")
        with pytest.raises(FileExistsError, match="another run is writing"):
            write(tmp_path / "site", "second")

    assert (tmp_path / "site" / "page.html").read_text(encoding="utf-8") == "first"
