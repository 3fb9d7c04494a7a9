"""The rows of one file as they are taken: what is left out is counted, what is double is refused.

Every adapter takes its rows through this, so that no file can count a flow twice.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from analysis import readings
from analysis.adapters.areas import Area
from analysis.adapters.files import File
from analysis.adapters.rows import Found, Observation, Pair

OTHER_PAIRS = "of other pairs of economies"
UNKNOWN = (
    "is no area of this provider's list: if the provider's own list has it, add it to the table of "
    "codes in analysis/adapters/codes, else delete its rows from a copy of the file"
)


@dataclass
class Taking:
    """What was taken from a file so far, and what was left out."""

    file: File
    pair: Pair
    rows: dict[tuple[Any, ...], Observation] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)

    def leave(self, reason: str, rows: int = 1) -> None:
        """Count rows that are left out; the reason completes "N rows left out: "."""
        self.left_out[reason] += rows

    def both(self, row: int, *areas: tuple[str, Area | None], rows: int = 1) -> tuple[str, ...]:
        """The economies of the areas of a row, each given with its code; none if it is left out.

        `rows` is how many rows of the file are meant, `row` the first of them.

        Raises ValueError where a code is not known.
        """
        for code, area in areas:
            if area is None:
                raise self.file.fault(row, f"the code {code!r} {UNKNOWN}")
        known = [area for _, area in areas if area is not None]
        no_economy = [area for area in known if not area.economy]
        economies = tuple(area.economy for area in known)
        if no_economy:
            self.leave(f"with {no_economy[0].told}, which is no economy of today", rows)
        elif len(set(economies)) < len(economies):
            self.leave("of the trade of an economy with itself", rows)
        elif not self.pair.holds(*economies):
            self.leave(OTHER_PAIRS, rows)
        else:
            return economies
        return ()

    def take(self, one: Observation) -> None:
        """Keep an observation.

        Raises ValueError where it is no numeral, or the file has one for the same key already.
        """
        key = _key(one)
        if key in self.rows:
            raise self.file.fault(one.row, _twice(self.rows[key], one))
        try:
            readings.numeral(one.printed)
        except ValueError as fault:
            raise self.file.fault(one.row, str(fault)) from fault
        self.rows[key] = one

    def found(self, vintage: str = "", note: str = "") -> Found:
        """What was read from the file, in its order."""
        return Found(tuple(self.rows.values()), dict(self.left_out), vintage, note)


def _key(one: Observation) -> tuple[Any, ...]:
    return (
        one.reporter, one.economy, one.partner, one.flow, one.measure, one.scope, one.valuation,
        one.period_start, one.period_end, one.unit,
    )  # fmt: skip


def _twice(first: Observation, second: Observation) -> str:
    return (
        f"{second.printed} is a second number for the {second.flow} of {second.economy} with "
        f"{second.partner} from {second.period_start} to {second.period_end} "
        f"({second.valuation}), after {first.printed} in row {first.row}: "
        "save one total a flow and period, or only one of the two rows"
    )
