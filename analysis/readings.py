"""A printed numeral, its hedge and a reading -> the interval of true values that the words allow.

The rules, in the order in which they apply:

1. A numeral has a value, the place value of its last printed digit, and a step: the place value of
   its last non-zero digit (60 -> 10, 16.4 -> 0.1; of 0, of its last printed digit).
2. Without a hedge it is its rounding interval: half a unit of the last digit either way, ends
   included. The charitable reading allows a whole step either way, ends excluded.
3. Under a hedge the number is exact, and a row of the hedge table says how far it may be off.
4. Hedges act on the magnitude; a fall mirrors a rise.
5. Counts are whole: their ends move inwards to the nearest whole number.

Everything here is exact (`fractions.Fraction`); only `intervals` turns bounds into floats.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

READINGS = ("literal", "usual", "charitable")
DEFAULT_READING = "usual"
WHOLE_UNITS = ("count", "ordinal")
HALF = Fraction(1, 2)

#: Fractions in words, in points of a hundred: exact under a hedge, one point their last digit.
FRACTIONS = {
    "half": Fraction(50),
    "a half": Fraction(50),
    "a third": Fraction(100, 3),
    "third": Fraction(100, 3),
    "one third": Fraction(100, 3),
    "two thirds": Fraction(200, 3),
    "a quarter": Fraction(25),
    "quarter": Fraction(25),
    "one quarter": Fraction(25),
    "three quarters": Fraction(75),
    "a fifth": Fraction(20),
    "половина": Fraction(50),
    "половины": Fraction(50),
    "треть": Fraction(100, 3),
    "четверть": Fraction(25),
    "半分": Fraction(50),
    "metade": Fraction(50),
}
#: Ratios in words: unit `times`, one their last digit and their step.
RATIOS = {"doubled": 2, "double": 2, "tripled": 3, "triple": 3, "quadrupled": 4, "tenfold": 10}
_WORDS = """zero one two three four five six seven eight nine ten eleven twelve thirteen
fourteen fifteen sixteen seventeen eighteen nineteen twenty"""
#: Whole numbers in words.
WHOLE_NUMBERS = {word: number for number, word in enumerate(_WORDS.split())} | {
    "dozen": 12, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "hundred": 100, "a hundred": 100, "cem": 100, "сто": 100,
}  # fmt: skip
MYRIADS = {"兆": 10**12, "億": 10**8, "万": 10**4, "": 1}
MYRIAD_PART = re.compile(r"(\d[\d,]*)([兆億万]?)")
MYRIAD = re.compile(r"(\d[\d,]*[兆億万])+(\d[\d,]*)?")


@dataclass(frozen=True)
class Numeral:
    """A printed number: its value, the place of its last digit, and its step, all unscaled."""

    value: Fraction
    last_digit: Fraction
    step: Fraction


@dataclass(frozen=True)
class Bound:
    """How far a hedge lets the true magnitude be from the number, in units of its basis.

    A bound of None is open: nothing limits that side.
    """

    lower: Fraction | None
    upper: Fraction | None
    basis: str
    lower_closed: bool
    upper_closed: bool


Bounds = dict[tuple[str, str, str], Bound]


@dataclass(frozen=True)
class Interval:
    """The true values that are allowed; an infinite end is never closed."""

    lower: Fraction | float
    upper: Fraction | float
    lower_closed: bool = True
    upper_closed: bool = True

    def __contains__(self, number: Fraction | float) -> bool:
        above = number > self.lower or (self.lower_closed and number == self.lower)
        below = number < self.upper or (self.upper_closed and number == self.upper)
        return above and below

    @property
    def empty(self) -> bool:
        """Whether no number lies inside."""
        if self.lower == self.upper:
            return not (self.lower_closed and self.upper_closed)
        return self.lower > self.upper

    def covers(self, other: Interval) -> bool:
        """Whether every number of the other interval lies inside this one."""
        low = self.lower < other.lower or (
            self.lower == other.lower and (self.lower_closed or not other.lower_closed)
        )
        high = self.upper > other.upper or (
            self.upper == other.upper and (self.upper_closed or not other.upper_closed)
        )
        return low and high

    def scaled(self, factor: Fraction | int) -> Interval:
        """The interval times a factor; a negative factor turns it round."""
        ends = (_times(self.lower, factor), _times(self.upper, factor))
        if factor < 0:
            return Interval(ends[1], ends[0], self.upper_closed, self.lower_closed)
        return Interval(*ends, self.lower_closed, self.upper_closed)


def _times(end: Fraction | float, factor: Fraction | int) -> Fraction | float:
    if isinstance(end, Fraction):
        return end * factor
    return end if factor > 0 else -end


def hull(first: Interval, second: Interval) -> Interval:
    """The smallest interval that covers both."""
    low = min(first, second, key=lambda i: (i.lower, not i.lower_closed))
    high = max(first, second, key=lambda i: (i.upper, i.upper_closed))
    return Interval(low.lower, high.upper, low.lower_closed, high.upper_closed)


@lru_cache(maxsize=64)
def _separators(language: str) -> tuple[str, str]:
    """The decimal and the grouping sign that a language writes."""
    if language.split("-")[0] == "en":
        return ".", ","
    from babel.core import UnknownLocaleError
    from babel.numbers import get_decimal_symbol, get_group_symbol

    locale = language.replace("-", "_")
    try:
        return get_decimal_symbol(locale), get_group_symbol(locale)
    except (UnknownLocaleError, ValueError):
        return ".", ","


def _plain_digits(printed: str, language: str) -> str:
    """The numeral with a point as its only sign, whatever the language writes."""
    decimal, group = _separators(language)
    bare = "".join(printed.split()).replace("−", "-").replace("–", "-")
    head, mark, tail = bare.rpartition(decimal)
    if not mark and decimal == "," and group != "." and bare.count(".") == 1:
        head, mark, tail = bare.rpartition(".")  # English style in a language of decimal commas
    whole = head if mark else bare
    for sign in {group, "'", "’"} - {decimal}:
        whole = whole.replace(sign, "")
    return f"{whole}.{tail}" if mark else whole


def _from_myriads(printed: str) -> Numeral:
    """A Japanese or Chinese numeral parted by 10^12, 10^8 and 10^4: 181億5600万."""
    parts = [(int(d.replace(",", "")), MYRIADS[sign]) for d, sign in MYRIAD_PART.findall(printed)]
    digits, last_digit = parts[-1]
    zeros = len(str(digits)) - len(str(digits).rstrip("0")) if digits else 0
    value = Fraction(sum(count * size for count, size in parts))
    return Numeral(value, Fraction(last_digit), Fraction(last_digit * 10**zeros))


def _from_digits(printed: str, language: str) -> Numeral:
    digits = _plain_digits(printed, language)
    body = digits.removeprefix("-").removeprefix("+")
    if not body.replace(".", "", 1).isascii() or not body.replace(".", "", 1).isdigit():
        raise ValueError(
            f"{printed!r} is not a numeral in language {language!r}: write the digits alone, "
            "as the source spells them, without unit, currency or hedge"
        )
    decimals = len(body.partition(".")[2])
    last_digit = Fraction(1, 10**decimals)
    units = int(body.replace(".", ""))
    zeros = len(str(units)) - len(str(units).rstrip("0")) if units else 0
    sign = -1 if digits.startswith("-") else 1
    return Numeral(sign * units * last_digit, last_digit, last_digit * 10**zeros)


def numeral(printed: str, unit: str = "", language: str = "en") -> Numeral:
    """The printed numeral as an exact number, with the place of its last digit and its step.

    Words count: "eight" is 8, "half" is 50 where the unit is percent, "doubled" is 2.
    The decimal sign is that of the language ("16,6" is 16.6 in Russian).

    Raises ValueError where the text is not a numeral alone.
    """
    text = printed.strip()
    sign = -1 if text[:1] in ("-", "−") else 1
    word = text.lstrip("-−").lower()
    if word in FRACTIONS:
        if unit != "percent":
            raise ValueError(f"{printed!r} is a fraction in words and needs the unit percent")
        return Numeral(sign * FRACTIONS[word], Fraction(1), Fraction(10))
    if word in RATIOS:
        return Numeral(Fraction(sign * RATIOS[word]), Fraction(1), Fraction(1))
    if word in WHOLE_NUMBERS:
        return _from_digits(str(sign * WHOLE_NUMBERS[word]), "en")
    if MYRIAD.fullmatch(word):
        size = _from_myriads(word)
        return Numeral(sign * size.value, size.last_digit, size.step)
    return _from_digits(text, language)


def bounds(hedges: pd.DataFrame) -> Bounds:
    """(hedge, language, reading) -> how far the number may be off, from the table `hedges`.

    Reads hedge, language, reading, lower, upper, basis, lower_closed, upper_closed; a missing
    lower or upper is an open side. A hedge without a charitable row has none here either.
    """
    return {
        (row["hedge"], row["language"], row["reading"]): Bound(
            _exact(row["lower"]),
            _exact(row["upper"]),
            row["basis"],
            bool(row["lower_closed"]),
            bool(row["upper_closed"]),
        )
        for row in hedges.to_dict("records")
    }


def _exact(value: float) -> Fraction | None:
    return None if math.isnan(value) else Fraction(repr(float(value)))


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
    table = bounds(hedges)
    found = [_row_interval(row, table, reading) for row in statements.to_dict("records")]
    return statements.assign(
        reading=reading,
        central=statements["value"] * statements["scale"],
        lower=[math.nan if i is None else float(i.lower) for i in found],
        upper=[math.nan if i is None else float(i.upper) for i in found],
        lower_closed=[i is not None and i.lower_closed for i in found],
        upper_closed=[i is not None and i.upper_closed for i in found],
    )


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
