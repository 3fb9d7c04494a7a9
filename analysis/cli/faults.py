"""What is wrong is said in sentences: each fault of the data, any other error without a trace."""

from __future__ import annotations

import sys
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

if TYPE_CHECKING:
    import pandas as pd


@contextmanager
def plain_errors() -> Iterator[None]:
    """What a person can mend is said in a sentence: wrong usage leaves with 2, the rest with 1."""
    try:
        yield
    except OSError as fault:
        place = f": {fault.filename}" if fault.strerror and fault.filename else ""
        raise click.UsageError(f"{fault.strerror or fault}{place}") from fault
    except (ValueError, RuntimeError, ModuleNotFoundError) as fault:
        raise click.ClickException(str(fault)) from fault


def list_faults(faults: pd.DataFrame, folder: Path) -> NoReturn:
    """Print every fault, and leave with 1."""
    for fault in faults.to_dict("records"):
        click.echo(_line(fault))
    count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
    click.echo(f"{count} in {folder}", err=True)
    sys.exit(1)


def _line(fault: dict[Hashable, Any]) -> str:
    """File, row and column, the sentence, and the rule in brackets."""
    import pandas as pd

    row = "" if pd.isna(fault["row"]) else f", row {fault['row']}"
    column = f", column {fault['column']}" if fault["column"] else ""
    return f"{fault['file']}{row}{column}: {fault['message']} [{fault['rule']}]"


def sound_tables(data: str | None) -> Any:
    """The tables of a folder without faults; where there are some, list them and leave."""
    from analysis import places, tables

    faults = tables.validate(data)
    if len(faults):
        list_faults(faults, places.chosen(data))
    return tables.load(data)
