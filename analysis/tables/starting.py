"""A new data folder: ten tables, their description, and two example rows to write over."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from analysis.tables import cells, description
from analysis.tables.exchange import texts
from analysis.tables.reading import TABLES

#: What the ids of example rows begin with.
EXAMPLE = "example-"
#: Codes that ISO 3166-1 leaves to users: no economy has them.
NOBODY = ("XAA", "XBB")
DELETE = f"An example: delete every row whose id begins with {EXAMPLE}"
TITLE = "Fill in a title: whose trade, as reported by whom, in which years"
DESCRIPTION = (
    "Fill in a description: what was collected, from which sources, up to which day. "
    "Add licenses and contributors, which pages and citations tell."
)
Row = dict[str, str]

#: What every example value tells.
VALUE = {"status": "reported", "scale": "1", "note": DELETE}


def start(
    folder: str | os.PathLike[str],
    pair: tuple[str, str] | None = None,
    created: date | None = None,
    contributors: Iterable[str] = (),
) -> Path:
    """A folder with the tables and their description; the path to it.

    The tables have their headers, `hedges.csv` the shipped words, and sources, claims and reported
    values two examples whose ids begin with "example-". No chart, check or count uses them: their
    claims are marked as not read at the source. `pair` gives the two economies of the examples,
    `created` (today, if missing) and `contributors` stand in the description. The folder is there
    whole or not at all.

    Raises FileExistsError where there is something in the folder, or a file of its name, ValueError
    where the pair is not two economies of ISO 3166-1.
    """
    target = Path(folder).resolve()
    _refuse(target)
    day = created or date.today()
    files = _tables(_pair(pair), day) | {description.FILE: _described(pair, day, contributors)}
    target.parent.mkdir(parents=True, exist_ok=True)
    new = Path(mkdtemp(dir=target.parent, prefix=f".{target.name}-"))
    try:
        for name, text in files.items():
            (new / name).write_text(text, encoding="utf-8", newline="")
        shutil.copyfile(description.shipped() / "hedges.csv", new / "hedges.csv")
        new.chmod(0o777 & ~_umask())
        _placed(new, target)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return target


def _refuse(target: Path) -> None:
    """Nothing that is there is lost, and no shell is left in a folder that is gone."""
    if target.is_dir() and any(target.iterdir()):
        raise FileExistsError(f"{target} is not empty: name a folder that is, or a new one")
    if target.exists() and not target.is_dir():
        raise FileExistsError(f"{target} is a file: name another folder")
    if target == Path.cwd():
        raise FileExistsError(f"{target} is where you are: name a folder in it")


def _umask() -> int:
    """What the system takes from the permissions of new folders."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _placed(new: Path, target: Path) -> None:
    """The new folder takes the name; a folder that was filled meanwhile is not removed."""
    if target.is_dir():
        target.rmdir()
    new.rename(target)


def _pair(pair: tuple[str, str] | None) -> tuple[str, str]:
    economy, partner = pair or NOBODY
    for code in (economy, partner):
        if not re.fullmatch("[A-Z]{3}", code) or not cells.known("ISO 3166-1", code):
            raise ValueError(f"{code} is no economy: name two by ISO 3166-1 alpha-3, as MEX KOR")
    if economy == partner:
        raise ValueError(f"{economy} is both: trade is between two economies")
    return economy, partner


def _described(pair: tuple[str, str] | None, day: date, contributors: Iterable[str]) -> str:
    """The description of the tables, and what is to be filled in on the folder itself."""
    shipped = description.package(description.shipped())
    named = [{"title": name, "roles": ["creator"]} for name in contributors]
    package: dict[str, Any] = {
        "$schema": shipped["$schema"],
        "name": "-".join(["reported-figures", *(code.lower() for code in pair or ())]),
        "title": TITLE,
        "description": DESCRIPTION,
        "version": "0.1.0",
        "created": f"{day.isoformat()}T00:00:00Z",
        **({"contributors": named} if named else {}),
        "resources": shipped["resources"],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _tables(pair: tuple[str, str], day: date) -> dict[str, str]:
    """The text of each table but the hedges: its header, and its examples if it has any."""
    schemas = description.schemas(description.shipped())
    rows = _examples(*pair, day)
    return {
        f"{name}.csv": texts.written_cells(
            description.columns(schemas[name]), rows.get(name, [])
        ).decode("utf-8")
        for name in TABLES
    }


def _examples(economy: str, partner: str, day: date) -> dict[str, list[Row]]:
    """A source with two claims of one value each: a growth and a count, both with a hedge."""
    growth, count = f"{EXAMPLE}article-growth", f"{EXAMPLE}article-projects"
    return {
        "sources": [_source(day)],
        "claims": _claims(economy, day, growth, count),
        "reported_values": [
            _growth(economy, partner, day.year, growth),
            _count(day, count),
        ],
    }


def _source(day: date) -> Row:
    """The article that the examples are from."""
    told = day.isoformat()
    return {
        "source_id": f"{EXAMPLE}article", "kind": "news", "publisher": "Example newspaper",
        "title": "Example: exports and projects", "url": "https://example.org/article",
        "published": told, "accessed": told, "language": "en", "note": DELETE,
    }  # fmt: skip


def _claims(economy: str, day: date, growth: str, count: str) -> list[Row]:
    """What a ministry says of trade and of projects."""
    claim = {
        "source_id": f"{EXAMPLE}article", "speaker": "the ministry", "speaker_role": "ministry",
        "speaker_economy": economy, "attribution": "indirect", "said_on": day.isoformat(),
        "read_at_source": "false", "note": DELETE,
    }  # fmt: skip
    return [
        claim | {
            "claim_id": growth, "paragraph": "1", "topic": "trade",
            "fragment": f"exports grew by over 10% in {day.year - 1}",
            "summary": "Example: exports rose by more than a tenth in a year.",
        },
        claim | {
            "claim_id": count, "paragraph": "2", "topic": "projects",
            "fragment": "about 40 projects are under way",
            "summary": "Example: some forty joint projects have begun.",
        },
    ]  # fmt: skip


def _growth(economy: str, partner: str, this_year: int, claim: str) -> Row:
    """The growth of exports in the year before this, with its base."""
    year, base = str(this_year - 1), str(this_year - 2)
    return VALUE | {
        "value_id": f"{claim}-{year}", "claim_id": claim, "measure": "growth",
        "direction": "up", "economy": economy, "partner": partner, "flow": "exports",
        "period_start": f"{year}-01-01", "period_end": f"{year}-12-31",
        "period_printed": f"in {year}", "base_start": f"{base}-01-01",
        "base_end": f"{base}-12-31", "base_stated": "false",
        "printed": "10", "value": "10", "unit": "percent", "hedge": "over",
    }  # fmt: skip


def _count(day: date, claim: str) -> Row:
    """The number of projects under way on a day."""
    return VALUE | {
        "value_id": f"{claim}-under-way", "claim_id": claim, "measure": "count",
        "stage": "under_way", "counted": "projects", "as_of": day.isoformat(),
        "printed": "40", "value": "40", "unit": "count", "hedge": "about",
    }  # fmt: skip
