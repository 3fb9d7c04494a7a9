"""Numeral, hedge and reading -> the interval of true values that the words allow."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from analysis.frames import taken
from analysis.readings.bounds import Bound, Bounds, Interval, bounds, hull
from analysis.readings.numerals import Numeral, numeral

if TYPE_CHECKING:
    import pandas as pd

READINGS = ("literal", "usual", "charitable")
DEFAULT_READING = "usual"
WHOLE_UNITS = ("count", "ordinal")
HALF = Fraction(1, 2)
UNION = "convention: the union of literal and usual"
ROUNDING = "convention: half a unit of the last digit; charitable: a step"


def _end(number: Numeral, bound: Bound, offset: Fraction | None) -> Fraction | float | None:
    """One end of a hedged magnitude; None where the side is open."""
    if offset is None:
        return None
    if bound.basis == "factor":
        return number.value * offset
    if bound.basis == "absolute":
        return number.value + offset
    if bound.basis == "last_digit":
        return number.value + offset * number.last_digit
    two_sided = (
        bound.lower is not None and bound.upper is not None and bound.lower < 0 < bound.upper
    )
    # "about 16.4" loosens a sharp number too: never less than two last digits for a step
    width = max(number.step, 2 * number.last_digit) if two_sided else number.step
    return number.value + offset * width


def _hedged(number: Numeral, bound: Bound) -> Interval:
    lower = _end(number, bound, bound.lower)
    upper = _end(number, bound, bound.upper)
    return Interval(
        -math.inf if lower is None else lower,
        math.inf if upper is None else upper,
        lower is not None and bound.lower_closed,
        upper is not None and bound.upper_closed,
    )


def _plain(number: Numeral, reading: str) -> Interval:
    if reading == "charitable":
        return Interval(number.value - number.step, number.value + number.step, False, False)
    half = number.last_digit * HALF
    return Interval(number.value - half, number.value + half)


def _bound(table: Bounds, hedge: str, language: str, reading: str) -> Bound | None:
    """The hedge's row in the language of the source, else in any language that has the word."""
    found = table.get((hedge, language, reading))
    if found is None:
        others = sorted(key for key in table if key[0] == hedge and key[2] == reading)
        found = table[others[0]] if others else None
    return found


def _magnitude(
    number: Numeral,
    hedge: str,
    reading: str,
    table: Bounds,
    language: str,
) -> Interval:
    bound = _bound(table, hedge, language, reading)
    if bound is not None:
        return _hedged(number, bound)
    if reading == "charitable" and _bound(table, hedge, language, "literal"):
        parts = [_magnitude(number, hedge, r, table, language) for r in ("literal", "usual")]
        return hull(*parts)
    raise ValueError(
        f"the hedge {hedge!r} has no {reading} row in the table hedges: add it, or correct the word"
    )


def _whole(loose: Interval, center: Fraction) -> Interval:
    """The whole numbers inside; where there is none, the next one on the hedge's side."""
    lower, upper = loose.lower, loose.upper
    if isinstance(lower, Fraction):
        up = math.ceil(lower)
        lower = Fraction(up + 1 if up == lower and not loose.lower_closed else up)
    if isinstance(upper, Fraction):
        down = math.floor(upper)
        upper = Fraction(down - 1 if down == upper and not loose.upper_closed else down)
    if lower > upper:
        lower = upper = lower if loose.lower == center else upper
    return Interval(lower, upper, not math.isinf(lower), not math.isinf(upper))


def interval(
    printed: str,
    hedge: str = "",
    reading: str = DEFAULT_READING,
    *,
    table: Bounds,
    unit: str = "",
    scale: Fraction | int = 1,
    language: str = "en",
) -> Interval:
    """The true values that one printed number allows, exact, with the scale applied.

    `table` is `bounds(hedges)`. Units count and ordinal are whole numbers.

    Raises ValueError where the numeral, the hedge or the reading is unknown, where a count is not
    whole, and where nothing can be less than the number.
    """
    if reading not in READINGS:
        raise ValueError(f"the reading {reading!r} is none of {', '.join(READINGS)}")
    if unit == "times" and printed.lstrip()[:1] in ("-", "−"):
        many = interval(
            printed.lstrip(" -−"), hedge, reading, table=table, unit=unit, language=language
        )
        return _inverse(many).scaled(scale)
    number = numeral(printed, unit, language)
    center = abs(number.value)
    if hedge:
        size = Numeral(center, number.last_digit, number.step)
        loose = _magnitude(size, hedge, reading, table, language).scaled(
            -1 if number.value < 0 else 1
        )
    else:
        loose = _plain(number, reading)
    return _finished(loose.scaled(scale), number.value * scale, f"{hedge} {printed}".strip(), unit)


def _inverse(many: Interval) -> Interval:
    """So many times less: a fall mirrors a rise, in ratios too."""
    upper = 1 / many.lower if many.lower > 0 else math.inf
    lower = Fraction(0) if math.isinf(many.upper) else 1 / many.upper
    return Interval(lower, upper, many.upper_closed, many.lower_closed and many.lower > 0)


def _finished(loose: Interval, center: Fraction, words: str, unit: str) -> Interval:
    if unit in WHOLE_UNITS:
        if center.denominator != 1:
            raise ValueError(f"{words!r} is a count and {center} is not a whole number")
        loose = _whole(loose, center)
    if loose.empty:
        raise ValueError(f"{words!r} allows no number at all: correct the hedge or the numeral")
    return loose


def directed(direction: str) -> Interval:
    """The growth that a direction in words allows: up is above 0, down is below 0.

    "flat" allows any growth: how flat is not said.
    """
    if direction == "up":
        return Interval(Fraction(0), math.inf, False, False)
    if direction == "down":
        return Interval(-math.inf, Fraction(0), False, False)
    return Interval(-math.inf, math.inf, False, False)


@taken
def intervals(
    statements: pd.DataFrame, hedges: pd.DataFrame, reading: str = DEFAULT_READING
) -> pd.DataFrame:
    """The statements with the interval of true values that each allows under a reading.

    Reads printed, hedge, unit, scale, value, language, measure and direction. Adds lower, upper and
    central (floats in the row's unit, scale applied; infinite where a side is open),
    lower_closed and upper_closed, and reading. A growth told in words only has the bounds of its
    direction; a row with neither numeral nor direction has missing bounds.

    Raises ValueError as `interval` does, with the value_id.
    """
    import pandas as pd

    table = bounds(hedges)
    found = [_row_interval(row, table, reading) for row in statements.to_dict("records")]
    missing = {"lower": math.nan, "upper": math.nan, "lower_closed": False, "upper_closed": False}
    ends = pd.DataFrame(
        [missing if one is None else _ends(one) for one in found],
        index=statements.index,
        columns=list(missing),
    )
    central = statements["value"] * statements["scale"]
    return statements.assign(reading=reading, central=central, **ends)


def _row_interval(row: dict[Any, Any], table: Bounds, reading: str) -> Interval | None:
    if not isinstance(row["printed"], str):
        is_growth = row["measure"] == "growth" and isinstance(row["direction"], str)
        return directed(row["direction"]) if is_growth else None
    try:
        return interval(
            row["printed"], _text(row["hedge"]), reading, table=table, unit=_text(row["unit"]),
            scale=Fraction(repr(float(row["scale"]))), language=_text(row["language"]) or "en",
        )  # fmt: skip
    except ValueError as fault:
        raise ValueError(f"{row['value_id']}: {fault}") from fault


def _text(cell: object) -> str:
    return cell if isinstance(cell, str) else ""


@taken
def sensitivity(hedges: pd.DataFrame, printed: str = "60", unit: str = "") -> pd.DataFrame:
    """What each hedge makes of one printed number, under every reading.

    Columns: hedge, language, reading, lower, upper, lower_closed, upper_closed, evidence; a plain
    number comes first with an empty hedge. A charitable row that the table lacks is the union of
    the other two, and says so in `evidence`.
    """
    import pandas as pd

    table = bounds(hedges)
    evidence = hedges.set_index(["hedge", "language", "reading"])["evidence"].to_dict()
    words = [("", ""), *sorted({key[:2] for key in table})]
    return pd.DataFrame(
        {"hedge": hedge, "language": language, "reading": reading}
        | _ends(interval(printed, hedge, reading, table=table, unit=unit, language=language))
        | {"evidence": evidence.get((hedge, language, reading), UNION if hedge else ROUNDING)}
        for hedge, language in words
        for reading in READINGS
    )


def _ends(found: Interval) -> dict[str, object]:
    return {
        "lower": float(found.lower),
        "upper": float(found.upper),
        "lower_closed": found.lower_closed,
        "upper_closed": found.upper_closed,
    }
