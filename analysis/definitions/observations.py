"""The table of statistics, indexed: quantity -> series -> period -> vintage -> exact number.

A quantity is the same whoever tells it: Chad's exports to Mali are Mali's imports from Chad,
in either's records. A turnover or balance that is not printed is made of the exports and imports
of one provider, office, reporter, scope, currency and vintage.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

import pandas as pd

from analysis import readings
from analysis.definitions.levels import Found, Lack, Level, Period, combined
from analysis.frames import taken

Quantity = tuple[str, str, str]
HALF = Fraction(1, 2)


@dataclass(frozen=True)
class Series:
    """One run of numbers: who passed it on, compiled it, kept the record, and in what terms."""

    provider: str
    office: str
    reporter: str
    scope: str
    valuation: str
    unit: str

    @property
    def record(self) -> Series:
        """The series whatever its valuation: exports fob and imports cif are one record."""
        return replace(self, valuation="")


Cells = dict[Period, dict[str, Found]]
Table = dict[Quantity, dict[Series, Cells]]


@dataclass
class Observations:
    """The statistics: levels, growths that an office printed itself, and what was made of them."""

    levels: Table = field(default_factory=dict)
    growths: Table = field(default_factory=dict)
    made: Table = field(default_factory=dict)

    def series(self, quantity: Quantity) -> dict[Series, Cells]:
        """Every series of a quantity, printed or made of its parts."""
        if quantity not in self.made:
            self.made[quantity] = self._series(*quantity)
        return self.made[quantity]

    def _series(self, kind: str, first: str, second: str) -> dict[Series, Cells]:
        printed = self.levels.get((kind, first, second), {})
        if kind == "flow":
            return printed
        there = self.levels.get(("flow", first, second), {})
        back = self.levels.get(("flow", second, first), {})
        return _filled(printed, _joined(there, back, 1 if kind == "turnover" else -1))


def quantity(flow: str, economy: str, partner: str) -> Quantity:
    """What a flow seen from an economy is, whoever sees it.

    Raises ValueError where the flow is unknown.
    """
    if flow == "exports":
        return ("flow", economy, partner)
    if flow == "imports":
        return ("flow", partner, economy)
    if flow == "turnover":
        first, second = sorted((economy, partner))
        return (flow, first, second)
    if flow == "balance":
        return (flow, economy, partner)
    raise ValueError(f"the flow {flow!r} is none of exports, imports, turnover, balance")


@taken
def observe(statistics: pd.DataFrame) -> Observations:
    """The statistics, indexed.

    Reads every column of `statistics` but value, status and source_id: numbers are read from
    `printed`. A missing vintage, valuation, office or reporter is an empty text. Two rows for one
    cell and vintage are kept as a lack, never as a number.

    Raises ValueError where a printed number is no numeral, with its row.
    """
    found = Observations()
    for label, row in zip(statistics.index, statistics.to_dict("records"), strict=True):
        _enter(found, int(label), row)
    return found


def _enter(found: Observations, label: int, row: dict[Any, Any]) -> None:
    what = quantity(row["flow"], row["economy"], row["partner"])
    number = _number(label, row)
    table = found.levels if row["measure"] == "level" else found.growths
    _put(table, what, row, number)
    if what[0] == "balance":
        _put(table, (what[0], what[2], what[1]), row, number.times(Fraction(-1)))


def _put(table: Table, what: Quantity, row: dict[Any, Any], number: Level) -> None:
    words = ("provider", "office", "reporter", "scope", "valuation", "unit")
    series = Series(*(_text(row[word]) for word in words))
    cell = table.setdefault(what, {}).setdefault(series, {})
    vintages = cell.setdefault((row["period_start"], row["period_end"]), {})
    vintage = _text(row["vintage"])
    if vintage in vintages:
        vintages[vintage] = Lack("two_rows", vintages[vintage].rows + number.rows)
    else:
        vintages[vintage] = number


def _number(label: int, row: dict[Any, Any]) -> Level:
    """The printed number with half a unit of its last digit either way, as a ratio if a growth."""
    try:
        printed = readings.numeral(row["printed"])
    except (ValueError, AttributeError) as fault:
        raise ValueError(f"row {label} of the statistics: {fault}") from fault
    scale = Fraction(repr(float(row["scale"])))
    central, unit = printed.value * scale, printed.last_digit * scale
    if row["measure"] == "growth":
        central, unit = 1 + central / 100, unit / 100
    return Level(central - unit * HALF, central, central + unit * HALF, unit, (label,))


def _text(cell: object) -> str:
    return cell if isinstance(cell, str) else ""


def _joined(
    there: dict[Series, Cells], back: dict[Series, Cells], sign: int
) -> dict[Series, Cells]:
    """Exports and imports of one record put together, period by period, vintage by vintage."""
    return {
        replace(one, valuation=_valuation(one, other)): {
            period: {
                vintage: combined(cells[period][vintage], others[period][vintage], sign)
                for vintage in cells[period].keys() & others[period].keys()
            }
            for period in cells.keys() & others.keys()
        }
        for one, cells in there.items()
        for other, others in back.items()
        if one.record == other.record
    }


def _valuation(one: Series, other: Series) -> str:
    """The valuation of a sum: that of both, or each with its own, told in a fixed order."""
    if one.valuation == other.valuation:
        return one.valuation
    return " and ".join(sorted(part.valuation or "not stated" for part in (one, other)))


def _filled(printed: dict[Series, Cells], made: dict[Series, Cells]) -> dict[Series, Cells]:
    """What is printed, and what is made of parts where nothing is printed."""
    known = {series.record for series in printed}
    whole = {series: _merged(series, cells, made) for series, cells in printed.items()}
    return whole | {series: cells for series, cells in made.items() if series.record not in known}


def _merged(series: Series, cells: Cells, made: dict[Series, Cells]) -> Cells:
    merged = {period: dict(vintages) for period, vintages in cells.items()}
    for other, others in sorted(made.items(), key=lambda item: item[0].valuation):
        if other.record == series.record:
            for period, vintages in others.items():
                merged[period] = vintages | merged.get(period, {})
    return merged
