"""`datapackage.json`, the single description of the tables, as plain dictionaries."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

FILE = "datapackage.json"
Schema = dict[str, Any]


def shipped() -> Path:
    """The data folder that comes with the package: inside the wheel, or beside it in a checkout."""
    inside = Path(__file__).parents[1] / "data"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "data"


def schemas(folder: Path) -> dict[str, Schema]:
    """The schema of each table by its name, in the order of the description.

    A folder without a description of its own is read by the shipped one.

    Raises ValueError where the description is not readable as JSON.
    """
    own = folder / FILE
    return _schemas(own if own.is_file() else shipped() / FILE)


@lru_cache(maxsize=8)
def _schemas(path: Path) -> dict[str, Schema]:
    try:
        package = json.loads(path.read_text(encoding="utf-8"))
        return {resource["name"]: resource["schema"] for resource in package["resources"]}
    except (ValueError, KeyError, TypeError) as fault:
        raise ValueError(
            f"{path.name}: not readable as a data package ({fault!r}); "
            "copy the shipped one, or delete it to be read by the shipped one"
        ) from fault


def columns(schema: Schema) -> list[str]:
    """The names of the columns in their order."""
    return [field["name"] for field in schema["fields"]]
