"""Words as data: a TOML file a language, a section a module that reads it."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
LANGUAGES = ("en", "ja", "ru")


@cache
def read(name: str) -> dict[str, Any]:
    """All sections of one file, by its name without the ending."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def section(language: str, name: str) -> dict[str, Any]:
    """One section of the words of a language; empty where the language has none.

    Raises ValueError for a language without words.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no words for the language {language!r}: {', '.join(LANGUAGES)}")
    found: dict[str, Any] = read(language).get(name, {})
    return found
