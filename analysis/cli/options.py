"""Options that several commands take."""

from __future__ import annotations

from collections.abc import Callable
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


def out(default: str) -> Callable[[Command], Command]:
    """`--out`."""
    return click.option(
        "--out", metavar="DIR", default=default, show_default=True, help="Where the files go."
    )
