"""How loose a fit is, and which revision of the base would remove a miss."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from analysis import readings
from analysis.checks.cases import Case
from analysis.checks.exact import Asked, meet, units
from analysis.definitions import ONE, Definition, Level
from analysis.readings import Bounds, Interval

#: Numbers within ten points of the printed one; of a level, within ten per cent.
POINTS = 10
#: More numbers than these are not tried: nobody meets so sharp a number by chance.
MOST = 2001


def neighbours(row: Mapping[str, Any]) -> list[Fraction]:
    """Every number of the printed precision within ten points of the printed one, unscaled.

    Ten points are 0.1 of `times`, and ten per cent of a level. Empty where there are too many.
    """
    numeral = readings.numeral(row["printed"], str(row["unit"]), _language(row))
    _, factor = units(row)
    reach = Fraction(POINTS * factor, 100)
    if row["measure"] == "level":
        reach = abs(numeral.value) * POINTS / 100
    count = math.floor(reach / numeral.last_digit)
    if 2 * count + 1 > MOST:
        return []
    return [numeral.value + step * numeral.last_digit for step in range(-count, count + 1)]


def share(case: Case, reading: str, table: Bounds) -> float:
    """The share of the neighbours that some primary definition would have reproduced too.

    NaN where the neighbours are too many to try.
    """
    found = zip(case.definitions, case.statistics, strict=True)
    statistics = [Interval(one.low, one.high) for which, one in found if one and which.primary]
    hits = [
        any(meet(one, allowed) for one in statistics)
        for allowed in _allowed(case.row, reading, table)
    ]
    return sum(hits) / len(hits) if hits else math.nan


def _allowed(row: Mapping[str, Any], reading: str, table: Bounds) -> list[Interval]:
    """What each neighbour would allow with the same hedge."""
    hedge = row["hedge"] if isinstance(row["hedge"], str) else ""
    language = _language(row)
    if not hedge or (row["hedge_english"], "en", reading) in table:
        hedge, language = hedge and row["hedge_english"], "en"
    scale = Fraction(repr(float(row["scale"])))
    return [
        interval.scaled(scale)
        for number in _texts(row)
        if (interval := _interval(number, hedge, reading, table, language))
    ]


def _interval(text: str, hedge: str, reading: str, table: Bounds, language: str) -> Interval | None:
    """What a numeral allows; None where nothing can be less than it."""
    try:
        return readings.interval(text, hedge, reading, table=table, language=language)
    except ValueError:
        return None


def _texts(row: Mapping[str, Any]) -> list[str]:
    """The neighbours as English numerals, with as many decimals as were printed: 18.0, not 18."""
    last_digit = readings.numeral(row["printed"], str(row["unit"]), _language(row)).last_digit
    digits = len(str(last_digit.denominator)) - 1
    return [
        f"{Decimal(number.numerator) / Decimal(number.denominator):.{digits}f}"
        for number in neighbours(row)
    ]


def _language(row: Mapping[str, Any]) -> str:
    return row["language"] if isinstance(row["language"], str) else "en"


def revised_base(definition: Definition, value: Asked) -> Fraction | None:
    """The base nearest to the printed one, of its precision, that would remove a miss.

    None for a level, for a growth that the office printed itself, and where no base would do.
    """
    level, base = definition.level, definition.base
    if level is None or base is None or base is ONE:
        return None
    lower, upper = (value.ratio(end) for end in (value.reading.lower, value.reading.upper))
    ratio = level.over(base)
    under = ratio.high < lower or (ratio.high == lower and not value.reading.lower_closed)
    bound, closed = (
        (lower, value.reading.lower_closed) if under else (upper, value.reading.upper_closed)
    )
    if not isinstance(bound, Fraction) or bound <= 0:
        return None
    return _moved(level, base, bound, closed, -1 if under else 1)


def _moved(level: Level, base: Level, bound: Fraction, closed: bool, sign: int) -> Fraction | None:
    """The base moved up or down by whole units of its last digit until the ratio meets a bound."""
    end = level.high / bound + (base.central - base.low)
    if sign > 0:
        end = level.low / bound - (base.high - base.central)
    steps = math.ceil(abs(end - base.central) / base.unit)
    moved = base.central + sign * steps * base.unit
    if moved == end and not closed:
        moved += sign * base.unit
    return moved if moved - (base.central - base.low) > 0 else None
