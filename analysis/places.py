"""Where the shipped tables and notebooks lie, and which data folder is meant."""

from __future__ import annotations

import os
from pathlib import Path

#: The environment variable that names the data folder.
ENVIRONMENT = "ANALYSIS_DATA"
#: The file in which a data folder describes its tables.
DESCRIPTION = "datapackage.json"
PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """The folder `data` or `notebooks`: inside the installed package, else beside it."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


def chosen(given: str | os.PathLike[str] | None = None) -> Path:
    """The data that are meant: those given, else those of $ANALYSIS_DATA, else the shipped ones.

    Raises FileNotFoundError where the name given is empty, as that of a shell variable may be.
    """
    if given is not None and not os.fspath(given):
        raise FileNotFoundError("the name of the data folder is empty: give one, or none at all")
    return Path(given or os.environ.get(ENVIRONMENT) or shipped("data"))


def folder(given: str | os.PathLike[str] | None = None) -> Path:
    """The data folder to read: the one given, else $ANALYSIS_DATA, else the shipped one.

    Raises FileNotFoundError where it is no folder, or one that holds neither a table nor their
    description.
    """
    path = chosen(given)
    if path.is_dir() and (any(path.glob("*.csv")) or (path / DESCRIPTION).is_file()):
        return path
    whole = "" if path.is_absolute() else f" ({path.resolve()})"
    why = "it is a file" if path.is_file() else "it holds no table"
    reason = f", {why}" if path.exists() else ""
    raise FileNotFoundError(
        f"no data folder at {path}{whole}{reason}: give one that holds {DESCRIPTION}, "
        "or start one with the command new"
    )
