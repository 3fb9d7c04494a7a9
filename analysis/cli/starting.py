"""`new`: a data folder for another pair."""

from __future__ import annotations

from datetime import datetime

import click

from analysis.cli.faults import plain_errors


@click.command()
@click.argument("folder", metavar="DIR")
@click.option("--pair", nargs=2, metavar="AAA BBB", help="The two economies, ISO 3166-1 alpha-3.")
@click.option(
    "--created", type=click.DateTime(["%Y-%m-%d"]), help="The day to be told; today, if missing."
)
@click.option("--contributor", "contributors", multiple=True, help="Who made the data; repeatable.")
def new(
    folder: str,
    pair: tuple[str, str] | None,
    created: datetime | None,
    contributors: tuple[str, ...],
) -> None:
    """Start a data folder for another pair: empty tables, their description, two example rows.

    No chart, check or count uses the examples; delete the rows whose ids begin with example-.
    """
    from analysis import tables

    day = created.date() if created else None
    with plain_errors():
        try:
            place = tables.start(folder, pair, day, contributors)
        except ValueError as wrong:
            raise click.UsageError(str(wrong)) from wrong
    click.echo(place)
    click.echo(NEXT.format(folder=folder), err=True)


NEXT = """Next:
  fill in title and description in datapackage.json
  write your rows, or let `draft ARTICLE` propose them, and delete those that begin with example-
  python -m analysis validate --data {folder}"""

COMMANDS = (new,)
