"""The commands: `python -m analysis validate | check | conflicts | charts | report`.

Results go to standard output, progress to standard error. Exit status: 0 done, 1 the data has
faults (all listed), 2 wrong usage.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NoReturn, TypeVar

import click
import pandas as pd

from analysis.readings import DEFAULT_READING, READINGS

WIDTHS = ["phone", "column", "slide"]
FORMATS = ["svg", "png", "pdf"]
Command = TypeVar("Command", bound=Callable[..., Any])
DATA = click.option(
    "--data", metavar="DIR", help="The data folder; else $ANALYSIS_DATA, else the shipped one."
)

READING = click.option(
    "--reading", type=click.Choice(READINGS), default=DEFAULT_READING, show_default=True
)
FORMAT = click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json"]), default="table",
    show_default=True,
)  # fmt: skip


def _out(default: str) -> Callable[[Command], Command]:
    return click.option(
        "--out", metavar="DIR", default=default, show_default=True, help="Where the files go."
    )


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="reported-trade-figures")
def main() -> None:
    """Keep reported trade figures with their hedges and sources; draw, check and publish them."""


@contextmanager
def _plain_errors() -> Iterator[None]:
    """What a person can mend is said in a sentence: wrong usage leaves with 2, the rest with 1."""
    try:
        yield
    except OSError as fault:
        raise click.UsageError(fault.strerror or str(fault)) from fault
    except (ValueError, RuntimeError) as fault:
        raise click.ClickException(str(fault)) from fault


def _list_faults(faults: pd.DataFrame, folder: Path) -> NoReturn:
    """Print every fault, and leave with 1."""
    for fault in faults.to_dict("records"):
        click.echo(_fault_line(fault))
    count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
    click.echo(f"{count} in {folder}", err=True)
    sys.exit(1)


def _fault_line(fault: dict[Hashable, Any]) -> str:
    """File, row and column, the sentence, and the rule in brackets."""
    row = "" if pd.isna(fault["row"]) else f", row {fault['row']}"
    column = f", column {fault['column']}" if fault["column"] else ""
    return f"{fault['file']}{row}{column}: {fault['message']} [{fault['rule']}]"


def _sound_tables(data: str | None) -> Any:
    """The tables of a folder without faults; where there are some, list them and leave."""
    from analysis import tables

    faults = tables.validate(data)
    if len(faults):
        _list_faults(faults, tables.folder(data))
    return tables.load(data)


@main.command()
@DATA
def validate(data: str | None) -> None:
    """List every fault of a data folder: file, row, column, value and rule."""
    from analysis import tables

    with _plain_errors():
        record = _sound_tables(data)
    rows = sum(len(getattr(record, name)) for name in tables.TABLES)
    click.echo(f"no fault in {len(tables.TABLES)} tables with {rows} rows")


@main.command()
@DATA
@READING
@FORMAT
@click.option("--definitions", is_flag=True, help="Add the definitions behind each verdict.")
def check(data: str | None, reading: str, form: str, definitions: bool) -> None:
    """Check every reported value against the official statistics."""
    from analysis import checks

    with _plain_errors():
        verdicts = checks.check(_sound_tables(data), reading)
    found = checks.records(verdicts.summary)
    if definitions:
        behind = checks.records(verdicts.definitions)
        found = [
            {**row, "definitions": [one for one in behind if one["value_id"] == row["value_id"]]}
            for row in found
        ]
    click.echo(_written(found, form, ("value_id", "verdict", "reason_code", "sentence")), nl=False)


@main.command()
@DATA
@READING
@FORMAT
@click.option("--limit", default=200, show_default=True, help="Explain at most so many.")
def conflicts(data: str | None, reading: str, form: str, limit: int) -> None:
    """Find every set of statements that cannot all hold."""
    from analysis import conflicts as search

    with _plain_errors():
        found = search.find(_sound_tables(data), reading, limit=limit)
    text = _written(search.records(found), form, ("conflict_id", "tier", "value_ids", "sentence"))
    click.echo(text, nl=False)
    if found.found.empty:
        click.echo("no conflict found", err=True)
    if found.not_pursued:
        click.echo(f"{found.not_pursued} more conflicts were not pursued", err=True)


def _written(found: list[dict[str, Any]], form: str, shown: tuple[str, ...]) -> str:
    """The objects as the report's downloads hold them, or as lines for a terminal."""
    from analysis.report import judging

    if form == "table":
        return "".join(_lines({key: row[key] for key in shown}) for row in found)
    return judging.written(found, form)


def _lines(row: dict[str, Any]) -> str:
    """The short cells in a line, the sentence below, wrapped."""
    *head, sentence = (_words(cell) for cell in row.values())
    body = textwrap.fill(sentence, 96, initial_indent="    ", subsequent_indent="    ")
    return f"{'  '.join(filter(None, head))}\n{body}\n"


def _words(cell: Any) -> str:
    return " ".join(cell) if isinstance(cell, list) else str(cell)


def _formats(context: click.Context, option: click.Parameter, given: str) -> list[str]:
    """The formats asked for, parted by commas."""
    formats = given.split(",")
    unknown = sorted(set(formats) - set(FORMATS))
    if unknown:
        raise click.BadParameter(f"{', '.join(unknown)} is none of {', '.join(FORMATS)}")
    return formats


def _names(context: click.Context, argument: click.Parameter, given: tuple[str, ...]) -> list[str]:
    """The charts asked for; all of them where none is named."""
    from analysis import charts

    unknown = sorted(set(given) - set(charts.NAMES))
    if unknown:
        raise click.BadParameter(f"{', '.join(unknown)} is none of {', '.join(charts.NAMES)}")
    return list(given or charts.NAMES)


@main.command()
@DATA
@_out("build/charts")
@click.option(
    "--format", "formats", default=",".join(FORMATS), show_default=True, callback=_formats
)
@click.option("--width", type=click.Choice(WIDTHS), default="column", show_default=True)
@click.argument("names", nargs=-1, metavar="[NAME ...]", callback=_names)
def charts(data: str | None, out: str, formats: list[str], width: str, names: list[str]) -> None:
    """Draw the charts named, or all of them, and print where each file went."""
    from analysis import charts as drawing

    folder = Path(out)
    with _plain_errors():
        record = _sound_tables(data)
        folder.mkdir(parents=True, exist_ok=True)
        # drawn beside and moved in at the end: an interrupted run leaves the last good charts
        with TemporaryDirectory(dir=folder, prefix=".new-") as new, _bar("charts", names) as bar:
            for name in bar:
                drawing.save(drawing.draw(name, record, width=width), Path(new), tuple(formats))
            paths = [path.replace(folder / path.name) for path in sorted(Path(new).iterdir())]
    for path in paths:
        click.echo(path)


def _bar(label: str, items: list[str] | None = None) -> Any:
    """A progress bar on standard error, where that is a terminal."""
    hidden = not sys.stderr.isatty()
    length = None if items else 1
    return click.progressbar(items, length, label=label, file=sys.stderr, hidden=hidden)


@main.command()
@DATA
@_out("build/site")
def report(data: str | None, out: str) -> None:
    """Run the notebooks, write the HTML site, and print its first page."""
    from analysis import tables
    from analysis.report import FaultyDataError
    from analysis.report import report as build

    with _plain_errors(), _bar("report") as bar:
        try:
            first_page = build(data, out, lambda done, steps: _advance(bar, done, steps))
        except FaultyDataError as fault:
            _list_faults(fault.faults, tables.folder(data))
    click.echo(first_page)


def _advance(bar: Any, done: int, steps: int) -> None:
    bar.length = steps
    bar.update(done - bar.pos)
