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


def folder(given: str | os.PathLike[str] | None = None) -> Path:
    """The data folder to read: the one given, else $ANALYSIS_DATA, else the shipped one.

    Raises FileNotFoundError where it is no folder.
    """
    path = Path(given or os.environ.get(ENVIRONMENT) or shipped("data"))
    if not path.is_dir():
        raise FileNotFoundError(
            f"no data folder at {path}: give a folder that holds datapackage.json"
        )
    return path
