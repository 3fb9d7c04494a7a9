"""`save`: the data folder in a form that other programs read, or back as a folder."""

from __future__ import annotations

import click

from analysis.cli import options
from analysis.cli.faults import plain_errors, sound_tables


@click.command()
@options.DATA
@click.option("--to", required=True, metavar="PATH", help="Where it goes; see below.")
@click.option("--form", type=click.Choice(["csv", "zip", "parquet", "xlsx"]),
              help="The form, where the ending of the name does not say it.")  # fmt: skip
@click.option("--force", is_flag=True, help="Replace what stands there.")
def save(data: str | None, to: str, form: str | None, force: bool) -> None:
    """Save the data in another form, and print where they went.

    NAME.zip is a Data Package in one file, NAME.xlsx an Excel workbook with a sheet for each
    table, NAME.parquet a folder of Parquet files; any other name is a folder of CSVs. Each of them
    can be given as --data in turn.
    """
    from pathlib import Path

    from analysis import tables
    from analysis.tables.exchange.saving import FORMS

    if form is None and Path(to).suffix.lower() not in FORMS:
        options.new_folder(to, *FORMS)
    with plain_errors():
        click.echo(tables.save(sound_tables(data), to, form, force=force))


COMMANDS = (save,)
