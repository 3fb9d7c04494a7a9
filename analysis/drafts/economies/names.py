"""The names of economies: CLDR through babel, ISO 3166 through pycountry, words/economies.csv."""

from __future__ import annotations

import csv
import re
from functools import cache
from typing import Any

from analysis.drafts import words

#: Economy and role (name, adjective, people, capital) of a name.
Known = dict[str, tuple[str, str]]


@cache
def table() -> tuple[dict[str, list[str]], ...]:
    """words/economies.csv: each row's cells split at semicolons."""
    with (words.FOLDER / "economies.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return tuple({name: cell.split(";") if cell else [] for name, cell in row.items()}
                 for row in rows)  # fmt: skip


@cache
def names(language: str) -> Known:
    """Every name of a language -> alpha-3 code and role; a name outranks another's capital."""
    known: Known = {}
    for row in table():
        (economy,) = row["economy"]
        _add(known, row.get(f"{language}_capital", []), economy, "capital")
        adjectives = row.get(f"{language}_adjective", [])
        _add(known, _peoples(adjectives, language), economy, "name")
        _add(known, adjectives, economy, "adjective")
        _add(known, row.get(f"{language}_people", []), economy, "people")
    _add_public(known, language)
    for row in table():
        _add(known, row[language], row["economy"][0], "name")
    unwanted = words.section(language, "economies").get("not_names", [])
    return {name: told for name, told in known.items() if name not in unwanted}


@cache
def japanese_short() -> dict[str, str]:
    """The one-letter names of Japanese (日, 露) -> alpha-3 code."""
    return {letter: row["economy"][0] for row in table() for letter in row["ja_short"]}


def _peoples(adjectives: list[str], language: str) -> list[str]:
    """What the people of an economy are called, where that is its adjective with an ending."""
    people = words.section(language, "economies").get("people", "(?!)")
    return [f"{one}s" for one in adjectives if re.search(people, one)]


def _add(known: Known, given: list[str], economy: str, role: str) -> None:
    """The names of one economy in one role."""
    known.update(dict.fromkeys(given, (economy, role)))


def _add_public(known: Known, language: str) -> None:
    """The names of CLDR and, in English, of ISO 3166; none that two economies share."""
    import pycountry
    from babel import Locale

    territories: Any = Locale(language).territories
    told: dict[str, set[str]] = {}
    for country in pycountry.countries:
        public = [territories.get(country.alpha_2, "")]
        if words.section(language, "economies").get("iso_names"):
            public += [country.name, getattr(country, "common_name", "")]
        for name in public:
            plain = re.sub(r"\s*[(（].*", "", name)
            told.setdefault(plain, set()).add(country.alpha_3)
    for name, (code, *others) in told.items():
        if name and "," not in name and not others:
            known[name] = (code, "name")
