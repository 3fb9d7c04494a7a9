"""A folder written beside the last good one and swapped in whole.

1. What an earlier run left half done is put right.
2. The new folder is written beside: `.site.new`.
3. The old one steps aside as `.site.old`, the new one takes its name, the old one is removed.

Whatever stops a run before step 3 leaves the last good folder as it was, and no litter.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: Marks a folder that a run may replace; any other folder is the user's own.
MARK = ".written-by-analysis"


@contextmanager
def swapped(out: str | os.PathLike[str]) -> Iterator[Path]:
    """An empty folder to write to; it takes the place of `out` when the block ends well.

    Raises FileExistsError where `out` is a file, a folder with something in it that no run wrote,
    or just being written by another run.
    """
    target, new, old = _places(out)
    _refuse_foreign(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    _repair(target, new, old)
    new.mkdir()
    lock = _lock(new)
    try:
        (new / MARK).touch()
        yield new
        _swap(target, new, old)
    finally:
        shutil.rmtree(new, ignore_errors=True)
        if lock is not None:
            os.close(lock)


def settled(out: str | os.PathLike[str]) -> bool:
    """Whether a run's folder stands there, and nothing of an unfinished run beside it."""
    target, new, old = _places(out)
    return (target / MARK).is_file() and not new.exists() and not old.exists()


def _places(out: str | os.PathLike[str]) -> tuple[Path, Path, Path]:
    """The folder itself, the new one beside it and the old one beside it."""
    target = Path(out).resolve()
    return (
        target,
        target.with_name(f".{target.name}.new"),
        target.with_name(f".{target.name}.old"),
    )


def _refuse_foreign(target: Path) -> None:
    if target.is_dir() and (not any(target.iterdir()) or (target / MARK).is_file()):
        return
    if target.exists():
        raise FileExistsError(
            f"{target} holds something that this command did not write: "
            "name another folder, or empty it yourself"
        )


def _repair(target: Path, new: Path, old: Path) -> None:
    """Undo a swap that stopped half-way, and drop what a killed run had begun."""
    if new.is_dir():
        lock = _lock(new)
        shutil.rmtree(new)
        if lock is not None:
            os.close(lock)
    if old.is_dir() and target.exists():
        shutil.rmtree(old)
    elif old.is_dir():
        old.rename(target)


def _swap(target: Path, new: Path, old: Path) -> None:
    if target.exists():
        target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _lock(folder: Path) -> int | None:
    """A lock on the folder, freed by the system even if the run is killed; none on Windows."""
    try:
        import fcntl
    except ImportError:
        return None
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as fault:
        os.close(handle)
        raise FileExistsError(f"another run is writing {folder}: wait until it ends") from fault
    return handle
