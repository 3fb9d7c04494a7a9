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
    for line, row in zip(frame.index, frame.to_dict("records"), strict=True):
        yield int(line), {str(column): cell for column, cell in row.items()}
