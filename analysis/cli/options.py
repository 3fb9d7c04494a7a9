"""Options that several commands take."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from analysis.readings import DEFAULT_READING, READINGS

Command = TypeVar("Command", bound=Callable[..., Any])
DATA = click.option(
    "--data",
    metavar="DIR",
    help="The data folder, or what `save` makes of it; else $ANALYSIS_DATA, else the shipped one.",
)
READING = click.option(
    "--reading", type=click.Choice(READINGS), default=DEFAULT_READING, show_default=True
)


def form(*choices: str) -> Callable[[Command], Command]:
    """`--format`, the first choice being the default."""
    return click.option(
        "--format", "form", type=click.Choice(choices), default=choices[0], show_default=True
    )


def new_folder(path: str, *endings: str) -> str:
    """The path of a folder to be written; a name with the ending of a file is wrong usage."""
    ending = Path(path).suffix
    if re.fullmatch(r"\.[A-Za-z][A-Za-z0-9]{1,4}", ending) and not Path(path).is_dir():
        known = f"; endings that work are {', '.join(endings)}" if endings else ""
        raise click.UsageError(
            f"{path}: a folder of CSV files is written, not a {ending} file: "
            f"give a name without an ending{known}"
        )
    return path


def out(default: str) -> Callable[[Command], Command]:
    """`--out`."""
    return click.option(
        "--out", metavar="DIR", default=default, show_default=True, help="Where the files go."
    )
