"""`cite` and `trace`: references to sources, and what stands behind a file."""

from __future__ import annotations

import json
import shlex
from typing import TYPE_CHECKING, Any

import click

from analysis.cli import lines, options
from analysis.cli.faults import plain_errors

if TYPE_CHECKING:
    from analysis.report.tracing import Traced


@click.command()
@options.DATA
@options.form("bibtex", "csl-json")
@click.argument("keys", nargs=-1, metavar="[KEY ...]")
def cite(data: str | None, form: str, keys: tuple[str, ...]) -> None:
    """Print references to the sources named, or to all of a data folder.

    KEY is a source_id, or the claim_id or value_id of what is said in the source.
    """
    from analysis import citations, tables

    with plain_errors():
        record = tables.load(data)
    try:
        if form == "bibtex":
            click.echo(citations.bibtex(record, keys), nl=False)
        else:
            click.echo(_json(citations.csl_json(record, keys)))
    except ValueError as unknown:
        raise click.UsageError(str(unknown)) from unknown


@click.command()
@options.DATA
@options.form("table", "json")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
def trace(data: str | None, form: str, file: str) -> None:
    """Print the claims, sources, data version and command behind a chart or a page."""
    from analysis import places, tables
    from analysis.report import tracing

    with plain_errors():
        record = tables.load(data)
        traced = tracing.trace(file, record)
        usual = record if data is None else tables.load()
    version = tables.version(record)
    needed = traced.data_version not in ("", tables.version(usual))
    if form == "json":
        click.echo(_json(_object(traced, version, needed)))
    else:
        folder = str(places.chosen(data)) if traced.data_version == version else ""
        click.echo("\n".join(_told(traced, version, _command(traced, needed, folder))))


def _json(found: Any) -> str:
    return json.dumps(found, ensure_ascii=False, indent=2)


def _rows(traced: Traced) -> list[dict[str, str]]:
    """The rows behind a file; what is missing is empty."""
    from analysis.report import ledger

    return [{name: str(cell) for name, cell in row.items()} for row in ledger.records(traced.rows)]


def _object(traced: Traced, version: str, needed: bool) -> dict[str, Any]:
    about = {name: getattr(traced, name) for name in ("kind", "name", "data_version", "command")}
    same = traced.data_version == version
    told = {"same_data_version": same, "command_needs_data": needed}
    return {**about, **told, "rows": _rows(traced)}


def _command(traced: Traced, needed: bool, folder: str) -> str:
    """The command that makes a file again; where the usual data are others, with their folder."""
    if not traced.command:
        return "the command is not told"
    made = f"made by: {traced.command}"
    if not needed:
        return made
    if folder:
        return f"{made} --data {shlex.quote(folder)}"
    version = traced.data_version
    return f"{made} --data DIR, where DIR is a folder with the data of version {version}"


def _told(traced: Traced, version: str, command: str) -> list[str]:
    """What is behind a file in lines: head, whether the data are the same, rows with sources."""
    same = (
        "the same as that of the data given"
        if traced.data_version == version
        else f"the data given have version {version}: rows may differ"
    )
    head = [
        f"{traced.kind} {traced.name}",
        f"data version {traced.data_version or 'not told'}, {same}",
        command,
    ]
    return [
        *map(lines.plain, head),
        "",
        *(line for row in _rows(traced) for line in _row_lines(row)),
    ]


def _row_lines(row: dict[str, str]) -> list[str]:
    """A row with its words, then who said it where, then the address."""
    said = [row["speaker"], row["said_on"], row["publisher"], row["title"]]
    below = [", ".join(filter(None, dict.fromkeys(said))), row["url"]]
    words = row["words"] or ("" if any(below) else "not in the data given")
    head = "  ".join(lines.plain(part) for part in (row["table"], row["key"], words) if part)
    return [head, *(f"    {lines.plain(line)}" for line in below if line)]


COMMANDS = (cite, trace)
