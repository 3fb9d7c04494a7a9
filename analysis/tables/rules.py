"""What a cross-rule is: it reads the typed tables and yields the cells that break it.

A missing cell never breaks a cross-rule unless the rule is about its absence: whether a column may
be empty is a matter of its description. A cell that is faulty by itself arrives here empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pandas as pd

Frames = dict[str, pd.DataFrame]


class Broken(NamedTuple):
    """A cell that breaks a rule: where it stands, what stands there, and what to do."""

    table: str
    row: int
    column: str
    value: object
    rule: str
    message: str


Rule = Callable[[Frames], Iterator[Broken]]


def rows(frame: pd.DataFrame) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of a table, each with the line it stands in."""
    if frame.empty:
        return
    columns = [str(column) for column in frame.columns]
    for line, *cells in frame.itertuples(name=None):
        yield line, dict(zip(columns, cells, strict=True))


def where(frame: pd.DataFrame, broken: pd.Series) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of a table that a mask picks, as `rows` gives them; mostly there is none."""
    return rows(frame[broken]) if broken.any() else iter(())
