"""`fetch`: official numbers from files that a person saved, into a data folder."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from analysis import places
from analysis.adapters import MODULES
from analysis.cli.faults import list_faults, plain_errors

if TYPE_CHECKING:
    from analysis.adapters.adding import Import

#: So many pairs of economies are named.
SHOWN = 3


def _paths(context: click.Context, argument: click.Parameter, given: tuple[str, ...]) -> list[Path]:
    """The files named; an address is none."""
    for name in given:
        if "://" in name:
            raise click.BadParameter(
                f"{name} is an address, and fetch reads saved files only: "
                "save it with a browser, and give the file here and the address as --url"
            )
        if not Path(name).is_file():
            raise click.BadParameter(f"no file at {name}")
    return [Path(name) for name in given]


def _economy(context: click.Context, option: click.Parameter, given: str) -> str:
    """An economy by its alpha-3 code."""
    from analysis.tables import cells

    if given and not (len(given) == 3 and given.isupper() and cells.known("ISO 3166-1", given)):
        raise click.BadParameter(f"{given!r} is no code of ISO 3166-1 alpha-3, as MEX")
    return given


def _folder(data: str | None) -> Path:
    """The folder to write to: named on purpose, so that nothing is added to the shipped data."""
    if data is None and places.ENVIRONMENT not in os.environ:
        raise click.UsageError("name the data folder to add to: --data DIR")
    return places.folder(data)


@click.command()
@click.argument("office", type=click.Choice(sorted(MODULES)))
@click.argument("files", nargs=-1, required=True, metavar="FILE...", callback=_paths)
@click.option("--data", metavar="DIR", help="The data folder to add to; else $ANALYSIS_DATA.")
@click.option("--economy", default="", metavar="AAA", callback=_economy, help="Only of this one.")
@click.option("--partner", default="", metavar="BBB", callback=_economy, help="Only with this one.")
@click.option(
    "--retrieved",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day on which the file was saved; else that of its last change.",
)
@click.option(
    "--vintage", default="", metavar="NAME", help="The release; else the file's own, else the day."
)
@click.option("--url", default="", metavar="URL", help="The address the file was saved from.")
@click.option("--dry-run", is_flag=True, help="Print the rows, write nothing.")
def fetch(
    office: str, files: list[Path], data: str | None, economy: str, partner: str,
    retrieved: datetime | None, vintage: str, url: str, dry_run: bool,
) -> None:  # fmt: skip
    """Add official numbers from saved files to a data folder.

    Every row keeps provider, file, day of retrieval and vintage. Importing a file again adds
    nothing, another release adds a vintage, and nothing is overwritten.

    \b
    PROVIDER       FILE
    baci           CSV of a year from the CEPII's archive
    comtrade       UN Comtrade: answer of the API (JSON), table (CSV), bulk file
    imts           IMF: answer of the API (SDMX-JSON), table (SDMX-CSV)
    japan-customs  time series by country (d42...csv), e-Stat's table by country
    wits           answer of the API (JSON), table of a query (CSV)
    world-bank     official exchange rates PA.NUS.FCRF (JSON, CSV)
    """
    from analysis import adapters
    from analysis.tables.appending import FaultyRowsError

    with plain_errors():
        folder = _folder(data)
        try:
            found = adapters.fetch(
                office, files, folder, economy=economy, partner=partner, vintage=vintage, url=url,
                retrieved=retrieved.date() if retrieved else None, dry_run=dry_run,
            )  # fmt: skip
        except FaultyRowsError as fault:
            list_faults(fault.faults, folder)
    if dry_run:
        _print(found, folder)
    for one in found:
        for line in _told(one, dry_run):
            click.echo(line, err=dry_run)
        if one.strange:
            click.echo(_strange(one, folder), err=True)


def _print(found: Sequence[Import], folder: Path) -> None:
    """The rows that would be added, as CSV with the columns of their table."""
    from analysis.tables import description
    from analysis.tables.exchange import texts

    for one in found:
        columns = description.columns(description.schemas(folder)[one.table])
        click.echo(texts.written_cells(columns, one.new), nl=False)


def _strange(one: Import, folder: Path) -> str:
    """That the folder had nothing of a pair before."""
    more = f" and {len(one.strange) - SHOWN} more pairs" if len(one.strange) > SHOWN else ""
    pairs = f"{', '.join(one.strange[:SHOWN])}{more}"
    told = f"{one.file.path.name}: warning: no row of {folder} was of {pairs} before"
    return f"{told}: is it the right folder, or were --economy and --partner meant?"


def _told(one: Import, dry_run: bool) -> list[str]:
    """What came of a file, in lines."""
    name, count = one.file.path.name, len(one.new)
    would = "would be added" if dry_run else "added"
    vintage = f" of vintage {one.vintage}" if one.table == "statistics" else ""
    done = f"{name}: {_rows(count)}{vintage} {would} to {one.table}.csv"
    if not count:
        done = f"{name}: nothing to do, all its numbers are in {one.table}.csv"
    there = [f"{name}: {_rows(one.already)} there already"] if count and one.already else []
    left = [f"{name}: {_rows(n)} left out: {reason}" for reason, n in one.left_out.items()]
    return [done, *there, *left]


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count} rows"


COMMANDS = (fetch,)
