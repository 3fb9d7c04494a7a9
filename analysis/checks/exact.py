"""One value against one definition in exact fractions: the order of verdicts, and the edges.

C is what the words allow, C0 the rounding of the numeral without its hedge, s the statistic and S
its own rounding, both ends included. S does not meet C: a miss. s in C and in C0: reproduced. s in
C alone: with the hedge, or where there is none, with rounding. s outside C and S meets C: with
rounding if S meets C0 too, else with the hedge.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from analysis import readings
from analysis.checks.columns import HEDGED, MISSED, REPRODUCED, ROUNDED
from analysis.definitions import Definition, Level
from analysis.readings import Bounds, Interval

#: Numbers are told with so many digits, unless more are needed to tell two of them apart.
DIGITS = 6
MOST_DIGITS = 40


@dataclass(frozen=True)
class Asked:
    """What a reported value allows: C and C0 in its own unit, and how that unit tells a ratio.

    The value is `offset` plus `factor` times the ratio of level and base: -100 and 100 for a
    growth in per cent, 0 and 100 for a share, 0 and 1 for a level or for times.
    """

    reading: Interval
    plain: Interval
    hedged: bool
    offset: int
    factor: int

    def told(self, ratio: Level) -> Level:
        """A ratio in the unit of the value."""
        scaled = ratio.times(Fraction(self.factor))
        ends = (scaled.low + self.offset, scaled.central + self.offset, scaled.high + self.offset)
        return Level(*ends, scaled.unit, scaled.rows)

    def ratio(self, number: Fraction | float) -> Fraction | float:
        """A number of the value's unit as the ratio that it stands for."""
        return (number - self.offset) / self.factor


@dataclass(frozen=True)
class Judged:
    """The verdict (a place in VERDICTS), whether an end decides, the miss, the inequality."""

    verdict: int
    at_end: bool
    misses_by: Fraction
    inequality: str


def asked(row: Mapping[str, Any], reading: str, table: Bounds) -> Asked:
    """What a statement with a numeral allows under a reading.

    Raises ValueError as `readings.interval` does, with the value_id.
    """
    hedge = row["hedge"] if isinstance(row["hedge"], str) else ""
    unit = "" if row["measure"] == "level" else row["unit"]
    terms: dict[str, Any] = {
        "table": table,
        "unit": unit,
        "scale": Fraction(repr(float(row["scale"]))),
        "language": row["language"] if isinstance(row["language"], str) else "en",
    }
    try:
        both = [
            readings.interval(row["printed"], *words, **terms)
            for words in ((hedge, reading), ("", "literal"))
        ]
    except ValueError as fault:
        raise ValueError(f"{row['value_id']}: {fault}") from fault
    offset, factor = units(row)
    return Asked(both[0], both[1], bool(hedge), offset, factor)


def units(row: Mapping[str, Any]) -> tuple[int, int]:
    """Offset and factor from a ratio to the unit of the value."""
    if row["unit"] != "percent":
        return 0, 1
    return (-100 if row["measure"] == "growth" else 0), 100


def ratio(definition: Definition) -> Level | None:
    """Level by base with its own rounding; None where the definition could not be computed."""
    if definition.level is None or definition.base is None:
        return None
    return definition.level.over(definition.base)


def judge(statistic: Level, value: Asked) -> Judged:
    """The verdict of one statistic, told in the unit of the value."""
    allowed, plain = value.reading, value.plain
    own = Interval(statistic.low, statistic.high)
    if not meet(own, allowed):
        return Judged(MISSED, False, _gap(own, allowed), _apart(own, allowed))
    if statistic.central in allowed:
        by_words = HEDGED if value.hedged else ROUNDED
        verdict = REPRODUCED if statistic.central in plain else by_words
        at_end = statistic.central in (allowed.lower, allowed.upper)
        return Judged(verdict, at_end, Fraction(0), _inside(statistic.central, allowed))
    verdict = ROUNDED if meet(own, plain) else HEDGED
    at_end = own.lower == allowed.upper or own.upper == allowed.lower
    return Judged(verdict, at_end, Fraction(0), _reaching(own, allowed))


def meet(one: Interval, other: Interval) -> bool:
    """Whether two intervals share a number."""
    low = max(one, other, key=lambda i: (i.lower, not i.lower_closed))
    high = min(one, other, key=lambda i: (i.upper, i.upper_closed))
    return not Interval(low.lower, high.upper, low.lower_closed, high.upper_closed).empty


def _gap(own: Interval, allowed: Interval) -> Fraction:
    gap = max(allowed.lower - own.upper, own.lower - allowed.upper)
    return gap if isinstance(gap, Fraction) else Fraction(0)


def _apart(own: Interval, allowed: Interval) -> str:
    """The inequality that keeps a statistic out; meeting an excluded end is one."""
    under = own.upper < allowed.lower or (own.upper == allowed.lower and not allowed.lower_closed)
    one, other = (own.upper, allowed.lower) if under else (allowed.upper, own.lower)
    sign = "<" if one < other else "<="
    left, right = written(one, other)
    return f"{left} {sign} {right}" + ("" if one < other else ", and that end is excluded")


def _inside(number: Fraction, allowed: Interval) -> str:
    low, _ = written(allowed.lower, number)
    middle, high = written(number, allowed.upper)
    left, right = (
        "<=" if closed else "<" for closed in (allowed.lower_closed, allowed.upper_closed)
    )
    return f"{low} {left} {middle} {right} {high}"


def _reaching(own: Interval, allowed: Interval) -> str:
    """The inequality by which the rounding of a statistic reaches what the words allow."""
    under = own.lower < allowed.lower
    one, other = (allowed.lower, own.upper) if under else (own.lower, allowed.upper)
    closed = allowed.lower_closed if under else allowed.upper_closed
    left, right = written(one, other)
    return f"{left} {'<=' if closed else '<'} {right}"


def written(one: Fraction | float, other: Fraction | float) -> tuple[str, str]:
    """Two numbers with as few digits as tell them apart, six at least where they are needed."""
    for digits in range(DIGITS, MOST_DIGITS):
        texts = _written(one, digits), _written(other, digits)
        if one == other or texts[0] != texts[1]:
            break
    return texts


def _written(number: Fraction | float, digits: int) -> str:
    if isinstance(number, float):
        return "infinity" if number > 0 else "-infinity"
    rounded = Decimal(round(number * 10**digits)).scaleb(-digits)
    return f"{rounded:f}".rstrip("0").rstrip(".") if digits else f"{rounded:f}"
