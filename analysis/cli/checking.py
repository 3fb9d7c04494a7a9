"""`validate`, `check` and `conflicts`: what the data folder holds, and whether it holds."""

from __future__ import annotations

import click

from analysis.cli import lines, options
from analysis.cli.faults import plain_errors, sound_tables


@click.command()
@options.DATA
def validate(data: str | None) -> None:
    """List every fault of a data folder: file, row, column, value and rule."""
    from analysis import citations, tables
    from analysis.tables.starting import EXAMPLE

    with plain_errors():
        record = sound_tables(data)
    rows = sum(len(getattr(record, name)) for name in tables.TABLES)
    click.echo(f"no fault in {len(tables.TABLES)} tables with {rows} rows")
    if citations.examples(record):
        click.echo(f"example rows are still there: delete every row whose id begins with {EXAMPLE}")


@click.command()
@options.DATA
@options.READING
@options.form("table", "csv", "json")
@click.option("--definitions", is_flag=True, help="Add the definitions behind each verdict.")
def check(data: str | None, reading: str, form: str, definitions: bool) -> None:
    """Check every reported value against the official statistics."""
    from analysis import checks

    with plain_errors():
        verdicts = checks.check(sound_tables(data), reading)
    found = checks.records(verdicts.summary)
    if definitions:
        behind = checks.records(verdicts.definitions)
        found = [
            {**row, "definitions": [one for one in behind if one["value_id"] == row["value_id"]]}
            for row in found
        ]
    click.echo(
        lines.written(found, form, ("value_id", "verdict", "reason_code", "sentence")), nl=False
    )


@click.command()
@options.DATA
@options.READING
@options.form("table", "csv", "json")
@click.option("--limit", default=200, show_default=True, help="Explain at most so many.")
def conflicts(data: str | None, reading: str, form: str, limit: int) -> None:
    """Find every set of statements that cannot all hold."""
    from analysis import conflicts as search

    with plain_errors():
        found = search.find(sound_tables(data), reading, limit=limit)
    text = lines.written(
        search.records(found), form, ("conflict_id", "tier", "value_ids", "sentence")
    )
    click.echo(text, nl=False)
    if found.found.empty:
        click.echo("no conflict found", err=True)
    if found.not_pursued:
        click.echo(f"{found.not_pursued} more conflicts were not pursued", err=True)


COMMANDS = (validate, check, conflicts)
