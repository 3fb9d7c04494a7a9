"""The range of true values that a reading allows, in words: "16.5% to 17.5%", "above USD 18 bn"."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from analysis import labels

AFTER = {"percent": "%", "percentage_points": " points", "times": " times"}
UNITLESS = ("count", "ordinal")


def words(row: Mapping[Any, Any]) -> str:
    """The range of a row of `readings.intervals`, its ends in the row's unit.

    An end that belongs is told by "from" or "to", one that does not by "above" or "below"; an open
    end and a lower end at zero of an amount go without saying. Empty where nothing is bounded.
    """
    lower, upper = float(row["lower"]), float(row["upper"])
    if math.isnan(lower) or math.isnan(upper):
        return ""
    signed = row["measure"] == "growth" or row["flow"] == "balance"
    low = None if math.isinf(lower) or (lower == 0 and not signed) else _end(row, lower)
    high = None if math.isinf(upper) else _end(row, upper)
    return _joined(low, high, bool(row["lower_closed"]), bool(row["upper_closed"]))


def _joined(low: str | None, high: str | None, from_low: bool, to_high: bool) -> str:
    if low is None:
        return "" if high is None else f"{'at most' if to_high else 'below'} {high}"
    if high is None:
        return f"{'at least' if from_low else 'above'} {low}"
    if low == high:
        return low
    if from_low and to_high:
        return _compact(low, high)
    return f"{'from' if from_low else 'above'} {low}, {'to' if to_high else 'below'} {high}"


def _compact(low: str, high: str) -> str:
    """Both ends with currency and scale told once: "USD 19.55 to 19.65 bn"."""
    one, other = low.split(), high.split()
    if len(one) == len(other) == 3 and one[::2] == other[::2]:
        return f"{one[0]} {one[1]} to {other[1]} {one[2]}"
    return f"{low} to {high}"


def _end(row: Mapping[Any, Any], end: float) -> str:
    """One end with its unit, with no more digits than it has."""
    unit = row["unit"] if isinstance(row["unit"], str) else ""
    exact = Decimal(repr(end))
    if unit in AFTER or unit in UNITLESS:
        return f"{_number(exact)}{AFTER.get(unit, '')}"
    size = max((scale for scale in labels.SCALES if scale <= abs(exact)), default=1)
    return f"{unit} {_number(exact / size)} {labels.SCALES[size]}".strip()


def _number(exact: Decimal) -> str:
    return f"{exact.normalize():,f}".replace("-", labels.MINUS)
