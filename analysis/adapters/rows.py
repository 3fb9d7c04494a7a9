"""What an adapter gives back: observations or rates as printed, and what it left out and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from analysis.adapters.files import File


@dataclass(frozen=True)
class Observation:
    """A level as a file prints it: a row of `statistics` but for value, vintage and source_id.

    Columns and units are those of `statistics`; unknown is an empty text. `row` is where the
    number stands in the file: a line of a CSV, a record of a JSON counted from 1.
    """

    row: int
    provider: str
    reporter: str
    economy: str
    partner: str
    flow: str
    valuation: str
    period_start: date
    period_end: date
    unit: str
    printed: str
    scale: int = 1
    office: str = ""
    status: str = ""
    scope: str = "goods"
    measure: str = "level"


@dataclass(frozen=True)
class Rate:
    """An exchange rate as a file prints it: a row of `exchange_rates` but for value, source_id."""

    row: int
    currency: str
    period_start: date
    period_end: date
    kind: str
    printed: str


@dataclass(frozen=True)
class Pair:
    """The two economies that are asked for, in either order; an empty one stands for any."""

    economy: str = ""
    partner: str = ""

    def holds(self, *economies: str) -> bool:
        """Whether the row of these two economies, or of this one, is asked for."""
        return {self.economy, self.partner} - {""} <= set(economies)


@dataclass(frozen=True)
class Found:
    """What was read from one file.

    `left_out` is reason -> number of rows of the file; each reason completes "N rows left out: ".
    `vintage` is what the file itself says of its release, a day where it can be told; else empty.
    `note` goes to the note of the source: what a reader of the CSV must know of the file.
    """

    rows: tuple[Observation, ...] | tuple[Rate, ...]
    left_out: Mapping[str, int] = field(default_factory=dict)
    vintage: str = ""
    note: str = ""


@dataclass(frozen=True)
class Adapter:
    """How the files of one provider are read. Each module of a provider has one, `ADAPTER`.

    `read` raises ValueError, by `File.fault`, where the file cannot be taken whole and right: a
    code that is not known, a row count at a known cap, two rows for one key. `signs` are words that
    stand in the files of this provider and of no other.
    """

    provider: str
    title: str
    reads: str
    read: Callable[[File, Pair], Found]
    signs: tuple[str, ...] = ()
