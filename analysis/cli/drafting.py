"""`draft` and `confirm`: from an article to rows that a person confirmed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

import click

from analysis.cli import lines, options
from analysis.cli.faults import list_faults, plain_errors, sound_tables

if TYPE_CHECKING:
    from analysis.drafts import Added, Draft

FRAMES = ("sources", "claims", "reported_values", "unread")
SHOWN = ("proposed", "number", "of", "period", "speaker", "sure", "doubts", "words")
#: What an article may lack, and what to do then.
LACKS = {
    "publisher": "no publisher found: give --publisher NAME",
    "published": "no day of publication found: give --published DAY",
    "url": "no address found, so nothing can link to the words: give --url ADDRESS",
}
NEXT = """Next:
  answer yes or no in the column confirm of {path}, and correct what is wrong
  python -m analysis confirm {out} --data DIR"""
#: A data folder is meant only where one is named: the shipped one is nobody's own.
OWN = click.option(
    "--data", metavar="DIR", help="The data folder; else $ANALYSIS_DATA.", envvar="ANALYSIS_DATA"
)


@click.command()
@click.argument("article")
@OWN
@click.option("--out", metavar="DIR", help="Write the draft as CSV files to be edited.")
@click.option("--published", type=click.DateTime(["%Y-%m-%d"]), help="Its day, as 2018-12-31.")
@click.option("--publisher", help="Who published it.")
@click.option("--url", help="Its address.")
@click.option("--language", type=click.Choice(["en", "ja", "ru"]), help="Its language.")
@options.form("table", "csv", "json")
def draft(
    article: str, data: str | None, out: str | None, form: str, published: datetime | None,
    **told: str | None,
) -> None:  # fmt: skip
    """Propose the claims and values of an ARTICLE: a file (text, Markdown, HTML), or - for input.

    Each proposal shows the words it came from and how sure it is; numbers that were seen and are no
    values are listed too. With --data, only what the folder does not hold yet is proposed.
    """
    from analysis import drafts

    day = published.date() if published else None
    with plain_errors():
        known = sound_tables(data) if data else None
        made = drafts.draft(article, known, published=day, **told)
        if out:
            drafts.write(made, options.new_folder(out))
    click.echo(_written(made, form), nl=False)
    click.echo(_count(made), err=True)
    if out and len(made.reported_values):
        click.echo(NEXT.format(path=quote(f"{out}/reported_values.csv"), out=quote(out)), err=True)
    elif out:
        click.echo("nothing is to be answered: no number was proposed", err=True)


def _count(made: Draft) -> str:
    """How much was found, and what the article does not tell of itself."""
    count = f"{len(made.reported_values)} proposed, {len(made.unread)} seen and not proposed"
    missing = [words for name, words in LACKS.items() if made.sources[name].isna().any()]
    return "\n".join([count, *missing])


def _written(made: Draft, form: str) -> str:
    """The draft for a terminal, its values as CSV, or all of it as JSON."""
    from analysis.outputs import sheets

    frames = {name: _records(getattr(made, name)) for name in FRAMES}
    if form == "json":
        return json.dumps(frames, ensure_ascii=False, indent=2) + "\n"
    if form == "csv":
        return sheets.written(list(made.reported_values.columns), frames["reported_values"])
    return _table(made) + _unread(frames["unread"])


def _records(frame: Any) -> list[dict[str, Any]]:
    """The rows of a frame, missing cells None."""
    cells = frame.astype("object")
    found: list[dict[str, Any]] = cells.where(frame.notna(), None).to_dict("records")
    return found


def _table(made: Draft) -> str:
    """Each proposal in a line, the words that it came from below."""
    from analysis.drafts import showing

    rows = [
        {name: "" if row[name] is None else row[name] for name in SHOWN}
        for row in _records(showing.rows(made))
    ]
    return lines.written(rows, "table", SHOWN)


def _unread(rows: list[dict[str, Any]]) -> str:
    """The numbers that were seen and not proposed, a line each."""
    places = [f"paragraph {row['paragraph']}" if row["paragraph"] else "outside" for row in rows]
    found = [
        f"    {place}: {lines.plain(row['printed'])} ({row['reason']})\n"
        for place, row in zip(places, rows, strict=True)
    ]
    return "".join(["seen and not proposed:\n", *found] if found else [])


@click.command()
@click.argument("folder", metavar="DRAFT")
@OWN
def confirm(folder: str, data: str | None) -> None:
    """Add what is confirmed in a DRAFT, the folder that `draft --out` wrote, to a data folder.

    The claim and the source of a confirmed value come with it. Everything is added, or nothing and
    every fault is listed.
    """
    from analysis import drafts, places

    if not data:
        raise click.UsageError("name the data folder to add to: --data DIR; `new DIR` starts one")
    with plain_errors():
        there = places.folder(data)
        known = drafts.pairs(there)
        made = drafts.opened(folder)
        try:
            added = drafts.add(Path(folder), there)
        except drafts.FaultyDraftError as fault:
            list_faults(fault.faults, Path(folder))
    click.echo(_told(added, data))
    for line in (*_noted(made, known), *_stale(made, there)):
        click.echo(line, err=True)


def _stale(made: Draft, there: Path) -> Iterator[str]:
    """The summaries of a draft that still tell what a person has corrected in its values."""
    from analysis import tables
    from analysis.drafts import summaries

    said = tables.statements(tables.load(there))
    own = said[said["claim_id"].isin(made.claims["claim_id"])]
    for claim, told, now in summaries.stale(own):
        yield f"note: the summary of {claim} in claims.csv tells “{told}”, its values “{now}”"


def _noted(made: Draft, known: set[frozenset[str]]) -> Iterator[str]:
    """What a person may not have meant: another pair than the folder's, a source that no link
    leads to."""
    from analysis import drafts

    for pair in sorted(map(sorted, drafts.confirmed_pairs(made) - known)) if known else []:
        yield f"warning: no other row of the folder is about {' and '.join(pair)}"
    for source in made.sources.loc[made.sources["url"].isna(), "source_id"]:
        yield f"note: {source} has no address (url): nothing can link to its words"


def _told(added: Added, data: str | os.PathLike[str]) -> str:
    counts = ", ".join(
        f"{count} {word}{'' if count == 1 else 's'}"
        for count, word in (
            (added.sources, "source"),
            (added.claims, "claim"),
            (added.reported_values, "value"),
        )
    )
    already = f"; {added.already} rows stood there already" if added.already else ""
    still = f"; {added.open} values are open" if added.open else ""
    return f"added to {data}: {counts}{already}{still}"


COMMANDS = (draft, confirm)
