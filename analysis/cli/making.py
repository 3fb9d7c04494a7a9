"""`charts` and `report`: files made from the data folder."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from analysis.cli import options
from analysis.cli.faults import list_faults, plain_errors, sound_tables

WIDTHS = ["phone", "column", "slide"]
FORMATS = ["svg", "png", "pdf"]


def _formats(context: click.Context, option: click.Parameter, given: str) -> list[str]:
    """The formats asked for, parted by commas."""
    formats = given.split(",")
    unknown = sorted(set(formats) - set(FORMATS))
    if unknown:
        raise click.BadParameter(f"{', '.join(unknown)} is none of {', '.join(FORMATS)}")
    return formats


def _names(context: click.Context, argument: click.Parameter, given: tuple[str, ...]) -> list[str]:
    """The charts asked for."""
    from analysis import charts

    unknown = sorted(set(given) - set(charts.NAMES))
    if unknown:
        raise click.BadParameter(f"{', '.join(unknown)} is none of {', '.join(charts.NAMES)}")
    return list(given)


@click.command()
@options.DATA
@options.READING
@options.out("build/charts")
@click.option(
    "--format", "formats", default=",".join(FORMATS), show_default=True, callback=_formats
)
@click.option("--width", type=click.Choice(WIDTHS), default="column", show_default=True)
@click.argument("names", nargs=-1, metavar="[NAME ...]", callback=_names)
def charts(
    data: str | None, reading: str, out: str, formats: list[str], width: str, names: list[str]
) -> None:
    """Draw the charts named, or all that the data have something for; print where each went."""
    from analysis import charts as drawing

    folder, told = Path(out), []
    with plain_errors():
        basis = drawing.Basis(sound_tables(data), reading)
        folder.mkdir(parents=True, exist_ok=True)
        # drawn beside and moved in at the end: an interrupted run leaves the last good charts
        wanted = names or list(drawing.NAMES)
        with TemporaryDirectory(dir=folder, prefix=".new-") as new, _bar("charts", wanted) as bar:
            for name in bar:
                ax = drawing.drawn(name, basis, width)
                if names or not drawing.empty(ax):
                    drawing.save(ax, Path(new), tuple(formats))
                else:
                    told.append(f"left out: {drawing.alt(ax)}")
            paths = [path.replace(folder / path.name) for path in sorted(Path(new).iterdir())]
    for path in paths:
        click.echo(path)
    for line in told:
        click.echo(line, err=True)


def _bar(label: str, items: list[str] | None = None) -> Any:
    """A progress bar on standard error, where that is a terminal."""
    hidden = not sys.stderr.isatty()
    length = None if items else 1
    return click.progressbar(items, length, label=label, file=sys.stderr, hidden=hidden)


@click.command()
@options.DATA
@options.out("build/site")
def report(data: str | None, out: str) -> None:
    """Run the notebooks, write the HTML site, and print its first page."""
    from analysis import places
    from analysis.report import FaultyDataError
    from analysis.report import report as build

    with plain_errors(), _bar("report") as bar:
        try:
            first_page = build(data, out, lambda done, steps: _advance(bar, done, steps))
        except FaultyDataError as fault:
            list_faults(fault.faults, places.chosen(data))
    click.echo(first_page)


def _advance(bar: Any, done: int, steps: int) -> None:
    bar.length = steps
    bar.update(done - bar.pos)


COMMANDS = (charts, report)
