"""`datapackage.json`, the single description of the tables, as plain dictionaries."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from analysis import places

FILE = "datapackage.json"
#: The tables that a folder may lack; a missing one has no rows.
OPTIONAL = ("corrections",)
Schema = dict[str, Any]


def shipped() -> Path:
    """The data folder that comes with the package: inside the wheel, or beside it in a checkout."""
    return places.shipped("data")


def schemas(folder: Path) -> dict[str, Schema]:
    """The schema of each table by its name, in the order of the description.

    A folder without a description of its own is read by the shipped one, and so is an optional
    table that its own does not describe.

    Raises ValueError where the description is not readable as JSON.
    """
    own = _schemas(_own_or_shipped(folder))
    return own | {name: _schemas(shipped() / FILE)[name] for name in OPTIONAL if name not in own}


def package(folder: Path) -> dict[str, Any]:
    """What a folder's own description says of the folder: title, licenses and so on.

    Without a description of its own nothing is known: the shipped one tells of other data.
    """
    own = folder / FILE
    return _package(own) if own.is_file() else {}


def _own_or_shipped(folder: Path) -> Path:
    own = folder / FILE
    return own if own.is_file() else shipped() / FILE


@lru_cache(maxsize=8)
def _package(path: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        _ = [resource["schema"]["fields"] for resource in found["resources"]]
    except (ValueError, KeyError, TypeError) as fault:
        raise ValueError(
            f"{path.name}: not readable as a data package ({fault!r}); "
            "copy the shipped one, or delete it to be read by the shipped one"
        ) from fault
    return found


def _schemas(path: Path) -> dict[str, Schema]:
    return {resource["name"]: resource["schema"] for resource in _package(path)["resources"]}


def columns(schema: Schema) -> list[str]:
    """The names of the columns in their order."""
    return [field["name"] for field in schema["fields"]]
