"""Where the shipped tables and notebooks lie, and which data folder is meant."""

from __future__ import annotations

import os
from pathlib import Path

#: The environment variable that names the data folder.
ENVIRONMENT = "ANALYSIS_DATA"
PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """The folder `data` or `notebooks`: inside the installed package, else beside it."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


def chosen(given: str | os.PathLike[str] | None = None) -> Path:
    """The data that are meant: those given, else those of $ANALYSIS_DATA, else the shipped ones."""
    return Path(given or os.environ.get(ENVIRONMENT) or shipped("data"))


def folder(given: str | os.PathLike[str] | None = None) -> Path:
    """The data folder to read: the one given, else $ANALYSIS_DATA, else the shipped one.

    Raises FileNotFoundError where it is no folder.
    """
    path = chosen(given)
    if not path.is_dir():
        raise FileNotFoundError(
            f"no data folder at {path}: give a folder that holds datapackage.json"
        )
    return path
