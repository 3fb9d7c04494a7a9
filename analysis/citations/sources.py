"""The sources that are cited, each with the cells that are known of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from typing import Any

import pandas as pd

from analysis import labels
from analysis.tables import Tables, description, starting, version

#: The known cells of a source as text; the data themselves have `authors`, a list of names.
Known = dict[str, Any]
#: The roles of a contributor that make an author.
AUTHOR = {"author", "creator"}
#: From here on two keys are called near: the share of letters that they have in common.
ALIKE = 0.7


def cited(data: Tables, keys: Sequence[str] = ()) -> list[Known]:
    """The known cells of each source as text, in the order given; where none is given all but the
    `examples`.

    A key is a source_id, or a claim_id or value_id, which stands for the source behind it.

    Raises ValueError where a key is none of these; the error names keys that are spelt alike.
    """
    rows = {row["source_id"]: row for row in data.sources.to_dict("records")}
    behind = _behind(data) if keys else {}
    unknown = [key for key in keys if key not in behind]
    if unknown:
        told = "; ".join(_unknown(key, behind) for key in unknown)
        raise ValueError(f"{told}: give keys of sources.csv, claims.csv or reported_values.csv")
    left_out = set() if keys else examples(data)
    chosen = [behind[key] for key in keys] or [key for key in rows if key not in left_out]
    return [_known(rows[key]) for key in dict.fromkeys(chosen)]


def examples(data: Tables) -> set[str]:
    """The source_ids of the examples that a new folder begins with.

    Their ids and those of their claims begin as `tables.start` writes them, and no claim of theirs
    was read at its source.
    """
    claims = data.claims
    unread = ~claims["read_at_source"].fillna(False).astype(bool)
    begun = claims["claim_id"].str.startswith(starting.EXAMPLE) & unread
    every = begun.groupby(claims["source_id"]).all()
    return {str(key) for key in every[every].index if str(key).startswith(starting.EXAMPLE)}


def _behind(data: Tables) -> Mapping[str, str]:
    """The source behind each source_id, claim_id and value_id; a key of two tables is a source's,
    then a claim's."""
    sources = {key: key for key in data.sources["source_id"]}
    of_claim = dict(zip(data.claims["claim_id"], data.claims["source_id"], strict=True))
    values = data.reported_values[["value_id", "claim_id"]].itertuples(index=False, name=None)
    of_value = {key: of_claim[claim] for key, claim in values if claim in of_claim}
    claims = {key: source for key, source in of_claim.items() if source in sources}
    return {**of_value, **claims, **sources}


def _unknown(key: str, known: Iterable[str]) -> str:
    """That there is no such key, with those that are spelt alike."""
    alike = ", ".join(get_close_matches(key, known, cutoff=ALIKE))
    return f"no source, claim or value {key}{f' (near it: {alike})' if alike else ''}"


def dataset(data: Tables) -> Known:
    """The data themselves as a source: title, `authors`, day made, version, address of the licence.

    Authors are the titles of `contributors` and the day is that of `created` in the folder's own
    description, which may lack both. A folder without one, or whose title was never filled in, is
    named by its two economies; `lacking` says what is to be filled in.
    """
    package = _package(data)
    values = data.reported_values
    pair = labels.pair(values["economy"], values["partner"])
    licence = (package.get("licenses") or [{}])[0]
    known = {
        "source_id": package.get("name", "reported-figures"),
        "title": package.get("title") or f"{pair}, as reported".removeprefix(", "),
        "authors": _authors(package),
        "published": _day(package.get("created")),
        "description": package.get("description", ""),
        "url": package.get("homepage", ""),
        "licence": licence.get("path", ""),
        "licence_name": licence.get("name", ""),
        "version": version(data),
    }
    return {name: cell for name, cell in known.items() if cell}


def lacking(data: Tables) -> list[str]:
    """What the folder's own description must still tell before the data can be cited: title,
    contributors, or both."""
    package = _package(data)
    told = {"title": package.get("title"), "contributors": _authors(package)}
    return [name for name, cell in told.items() if not cell]


def _package(data: Tables) -> dict[str, Any]:
    """The folder's own description, without the words that a new folder asks to be filled in."""
    asked = (starting.TITLE, starting.DESCRIPTION)
    own = description.package(data.folder).items()
    return {name: cell for name, cell in own if cell not in asked}


def _authors(package: Mapping[str, Any]) -> list[str]:
    """The titles of the contributors whose roles, where they are told, are an author's."""
    return [
        one["title"]
        for one in package.get("contributors") or ()
        if one.get("title") and AUTHOR & set(one.get("roles") or AUTHOR)
    ]


def _day(created: object) -> str:
    """The day of a date and time in ISO 8601; empty where there is none."""
    try:
        return date.fromisoformat(str(created)[:10]).isoformat()
    except ValueError:
        return ""


def _known(row: dict[Any, Any]) -> Known:
    return {name: _text(cell) for name, cell in row.items() if not pd.isna(cell)}


def _text(cell: object) -> str:
    return cell.date().isoformat() if isinstance(cell, pd.Timestamp) else str(cell)
