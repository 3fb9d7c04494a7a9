"""Reported values -> what each commits to: an amount, or one amount over another, in an interval.

A value that bounds nothing is left out, with the reason.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import pandas as pd

from analysis import readings
from analysis.conflicts import origins
from analysis.conflicts.amounts import Amount, Count, LeftOutError, Trade, comparable, count, trade
from analysis.conflicts.origins import Currency, Record, ValueRow
from analysis.readings import Bounds, Interval
from analysis.tables import Tables, statements

HUNDREDTH = Fraction(1, 100)
#: How a printed number in a unit becomes the quantity: times a factor, plus an offset.
RATIOS = {
    ("growth", "percent"): (HUNDREDTH, Fraction(1)),
    ("growth", "times"): (Fraction(1), Fraction(0)),
    ("share", "percent"): (HUNDREDTH, Fraction(0)),
    ("share", "times"): (Fraction(1), Fraction(0)),
}
ANY_RECORD, NO_CURRENCY = Record("", True), Currency("", True)
NO_ARITHMETIC = {
    "rank": "a rank is not arithmetic",
    "ordinal": "an ordinal is not arithmetic",
}


@dataclass(frozen=True)
class Statement:
    """One reported value as arithmetic: `amount`, or `amount` over `base`, lies in `allowed`.

    `whole` is the amount of which `amount` is a part. `digit` is one unit of the last printed digit
    in terms of the quantity, None where no number is printed. `alike` are the values that repeat
    it with the same bounds, `origin` the value that this one repeats under another date.
    """

    value_id: str
    row: ValueRow
    allowed: Interval
    amount: Amount
    base: Amount | None = None
    whole: Amount | None = None
    digit: Fraction | None = None
    record: Record = ANY_RECORD
    currency: Currency = NO_CURRENCY
    alike: tuple[ValueRow, ...] = ()
    origin: ValueRow | None = None

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """All amounts that the statement is about."""
        named = (self.amount, self.base, self.whole)
        return tuple(amount for amount in named if amount is not None)


@dataclass(frozen=True)
class Said:
    """The statements of a data folder, and the values left out with the reason for each."""

    statements: tuple[Statement, ...]
    left_out: Mapping[str, str]


class _Reader:
    """Reads rows as statements under one reading; knows the rows that others point to."""

    def __init__(self, rows: list[ValueRow], table: Bounds, reading: str) -> None:
        in_trade = [row for row in rows if isinstance(row["flow"], str)]
        self.rows = {row["value_id"]: row for row in rows}
        self.table, self.reading = table, reading
        self.records = origins.records(in_trade)
        self.currencies = origins.currencies(in_trade, self.records)

    def statement(self, row: ValueRow) -> Statement:
        """The row as a statement. Raises LeftOutError with the reason where it is none."""
        _usable(row)
        amount, base, whole = self._amounts(row)
        allowed, digit = self.bounds(row)
        if row["measure"] == "growth":
            _something_left(row, allowed)
        if isinstance(amount, Trade) and base is None and amount.flow != "balance":
            _positive(row, allowed)
        known = self.records.get(row["value_id"], ANY_RECORD)
        currency = self.currencies.get(row["value_id"], NO_CURRENCY)
        return Statement(
            str(row["value_id"]), row, allowed, amount, base, whole, digit, known, currency
        )

    def _amounts(self, row: ValueRow) -> tuple[Amount, Amount | None, Amount | None]:
        if row["measure"] == "growth":
            now, before = self._trade(row), self._trade(row, "base")
            if now.flow == "balance":
                raise LeftOutError("a balance may be negative, and has no growth in per cent")
            comparable(now, before)
            return now, before, None
        whole = self._whole(row)
        part = self._trade(row) if isinstance(row["flow"], str) else count(
            row, own_part=whole is not None
        )  # fmt: skip
        return (part, whole, whole) if row["measure"] == "share" else (part, None, whole)

    def _trade(self, row: ValueRow, which: str = "period") -> Trade:
        if row["value_id"] not in self.records:
            raise LeftOutError("no flow between two economies is named")
        known, currency = self.records[row["value_id"]], self.currencies[row["value_id"]]
        return trade(row, known.name, currency.code, which)

    def _whole(self, row: ValueRow) -> Amount | None:
        if not isinstance(row["part_of"], str):
            if row["measure"] == "share":
                raise LeftOutError("the whole of the share is not in the data")
            return None
        whole = self.rows.get(row["part_of"])
        if whole is None or whole["measure"] not in ("level", "count"):
            raise LeftOutError("the whole that it is part of is no amount read at its source")
        return self._trade(whole) if isinstance(whole["flow"], str) else count(whole)

    def bounds(self, row: ValueRow) -> tuple[Interval, Fraction | None]:
        """The interval of the quantity, and one unit of the last digit in its terms."""
        if not isinstance(row["printed"], str):
            return _in_words(row), None
        unit, scale = _text(row["unit"]), Fraction(repr(float(row["scale"])))
        number = readings.numeral(row["printed"], unit, _text(row["language"]) or "en")
        loose = readings.interval(
            row["printed"], _text(row["hedge"]), self.reading, table=self.table, unit=unit,
            scale=scale, language=_text(row["language"]) or "en",
        )  # fmt: skip
        factor, offset = _ratio(row)
        return shifted(loose.scaled(factor), offset), number.last_digit * scale * factor


def _usable(row: ValueRow) -> None:
    if row["status"] != "reported":
        raise LeftOutError(f"a {row['status']} says nothing of what was")
    if row["measure"] in NO_ARITHMETIC:
        raise LeftOutError(NO_ARITHMETIC[row["measure"]])


def _ratio(row: ValueRow) -> tuple[Fraction, Fraction]:
    """The factor and the offset from the printed number to the quantity."""
    if row["measure"] not in ("growth", "share"):
        return Fraction(1), Fraction(0)
    known = RATIOS.get((row["measure"], row["unit"]))
    if known is None:
        raise LeftOutError(f"a {row['measure']} in {row['unit']} is no ratio of two amounts")
    return known


def _in_words(row: ValueRow) -> Interval:
    if row["measure"] != "growth" or row["direction"] not in ("up", "down"):
        raise LeftOutError("neither a number nor a direction that a number could contradict")
    return shifted(readings.directed(row["direction"]).scaled(HUNDREDTH), Fraction(1))


def shifted(allowed: Interval, by: Fraction) -> Interval:
    """The interval moved by so much; infinite ends stay."""
    lower, upper = (
        end + by if isinstance(end, Fraction) else end for end in (allowed.lower, allowed.upper)
    )
    return replace(allowed, lower=lower, upper=upper)


def _positive(row: ValueRow, allowed: Interval) -> None:
    if row["value"] <= 0 or allowed.upper <= 0:
        raise LeftOutError("amounts of trade are above 0, and this level is not")


def _something_left(row: ValueRow, allowed: Interval) -> None:
    left = allowed.upper > 0
    if isinstance(row["printed"], str):
        factor, offset = _ratio(row)
        left = left and Fraction(repr(float(row["value"]))) * factor + offset > 0
    if not left:
        raise LeftOutError("amounts are above 0, and a fall by all of one leaves none")


def _text(cell: Any) -> str:
    return cell if isinstance(cell, str) else ""


def said(data: Tables, reading: str) -> Said:
    """What the reported values of a folder commit to under a reading, repetitions merged.

    Raises ValueError where a numeral, a hedge or the reading is unknown, with the value_id.
    """
    return read(statements(data), data, reading)


def read(frame: pd.DataFrame, data: Tables, reading: str) -> Said:
    """The same of a frame of statements as `tables.statements` makes it."""
    if reading not in readings.READINGS:
        raise ValueError(f"the reading {reading!r} is none of {', '.join(readings.READINGS)}")
    rows: list[ValueRow] = list(frame.to_dict("records"))
    reader = _Reader(rows, readings.bounds(data.hedges), reading)
    stems = origins.roots(data.claims)
    groups = origins.merged(rows, stems)
    found, left_out = _sorted_out(reader, (group[0] for group in groups.values()))
    for first, *rest in groups.values():
        for row in rest:
            left_out[str(row["value_id"])] = f"repeats {first['value_id']}"
    told = [_with_witnesses(one, groups[one.value_id], reader, stems) for one in found]
    return Said(tuple(sorted(told, key=lambda one: one.value_id)), dict(sorted(left_out.items())))


def allowed(rows: Iterable[ValueRow], data: Tables, reading: str) -> dict[str, Interval]:
    """value_id -> the interval of the quantity that a row allows under a reading."""
    reader = _Reader([], readings.bounds(data.hedges), reading)
    return {str(row["value_id"]): reader.bounds(row)[0] for row in rows}


def _sorted_out(
    reader: _Reader, rows: Iterable[ValueRow]
) -> tuple[list[Statement], dict[str, str]]:
    found, left_out = [], {}
    for row in rows:
        try:
            found.append(reader.statement(row))
        except LeftOutError as reason:
            left_out[str(row["value_id"])] = str(reason)
        except ValueError as fault:
            raise ValueError(f"{row['value_id']}: {fault}") from fault
    return found, left_out


def _with_witnesses(
    one: Statement, group: list[ValueRow], reader: _Reader, stems: Mapping[str, str]
) -> Statement:
    """The statement with the rows that say the same, and its origin if that has another day."""
    told, _ = _sorted_out(reader, group[1:])
    alike = tuple(other.row for other in told if other.allowed == one.allowed)
    return replace(one, alike=alike, origin=_earlier(one, reader, stems))


def _earlier(one: Statement, reader: _Reader, stems: Mapping[str, str]) -> ValueRow | None:
    """The count of an earlier day that this one repeats under its own."""
    root = stems.get(str(one.row["claim_id"]))
    if root in (None, one.row["claim_id"]) or not isinstance(one.amount, Count):
        return None
    for row in reader.rows.values():
        alike: list[Hashable] = ["measure", "counted"]
        if row["claim_id"] == root and all(row[name] == one.row[name] for name in alike):
            return row
    return None
