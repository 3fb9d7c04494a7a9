"""The commands: `python -m analysis validate | charts | report`.

Results go to standard output, progress to standard error. Exit status: 0 done, 1 the data has
faults (all listed), 2 wrong usage.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click
import pandas as pd

WIDTHS = ["phone", "column", "slide"]
Command = TypeVar("Command", bound=Callable[..., Any])
DATA = click.option(
    "--data", metavar="DIR", help="The data folder; else $ANALYSIS_DATA, else the shipped one."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="reported-trade-figures")
def main() -> None:
    """Keep reported trade figures with their hedges and sources; draw, check and publish them."""


@contextmanager
def _usage_errors() -> Iterator[None]:
    """A missing folder or an unknown name is wrong usage, not a traceback."""
    try:
        yield
    except (FileNotFoundError, NotADirectoryError, LookupError) as fault:
        raise click.UsageError(str(fault.args[0])) from fault


def fault_lines(faults: pd.DataFrame) -> list[str]:
    """One line a fault: file, row and column, the sentence, and the rule in brackets."""
    return [_fault_line(fault) for fault in faults.to_dict("records")]


def _fault_line(fault: dict[Hashable, Any]) -> str:
    row = "" if pd.isna(fault["row"]) else f", row {fault['row']}"
    column = f", column {fault['column']}" if fault["column"] else ""
    return f"{fault['file']}{row}{column}: {fault['message']} [{fault['rule']}]"


def _stop_on_faults(data: str | None) -> None:
    """Print every fault of the folder and leave with 1 where there is one."""
    from analysis import tables

    faults = tables.validate(data)
    for line in fault_lines(faults):
        click.echo(line)
    if len(faults):
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        click.echo(f"{count} in {tables.folder(data)}", err=True)
        sys.exit(1)


@main.command()
@DATA
def validate(data: str | None) -> None:
    """List every fault of a data folder: file, row, column, value and rule."""
    from analysis import tables

    with _usage_errors():
        _stop_on_faults(data)
        record = tables.load(data)
    rows = sum(len(getattr(record, name)) for name in tables.TABLES)
    click.echo(f"no fault in {len(tables.TABLES)} tables with {rows} rows")


@main.command()
@DATA
@click.option(
    "--out", metavar="DIR", default="build/charts", show_default=True, help="Where the charts go."
)
@click.option(
    "--format", "formats", default="svg,png,pdf", show_default=True, help="Any of svg, png, pdf."
)
@click.option(
    "--width", type=click.Choice(["phone", "column", "slide"]), default="column", show_default=True
)
@click.argument("names", nargs=-1, metavar="[NAME ...]")
def charts(data: str | None, out: str, formats: str, width: str, names: tuple[str, ...]) -> None:
    """Draw the charts named, or all of them, and print where each file went."""
    from analysis import charts, tables

    with _usage_errors():
        _stop_on_faults(data)
        record = tables.load(data)
        chosen = names or charts.NAMES
        with click.progressbar(chosen, label="charts", file=sys.stderr) as progress:
            paths = [
                path
                for name in progress
                for path in charts.save(
                    charts.draw(name, record, width=width), Path(out), formats.split(",")
                )
            ]
    for path in paths:
        click.echo(path)


@main.command()
@DATA
@click.option(
    "--out", metavar="DIR", default="build/site", show_default=True, help="Where the site goes."
)
def report(data: str | None, out: str) -> None:
    """Run the notebooks, write the HTML site, and print its first page."""
    from analysis.report import report

    with _usage_errors():
        _stop_on_faults(data)
        first_page = report(data, out)
    click.echo(first_page)
