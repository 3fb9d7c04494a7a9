"""Exact numbers with their own rounding, and what stands in their place where there is none."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

Period = tuple[pd.Timestamp, pd.Timestamp]


@dataclass(frozen=True)
class Level:
    """A number with the ends of its own rounding, all exact, and the rows it was made from.

    `unit` is the place value of the last printed digit; of a sum, the finest of its parts.
    `rows` are labels of the index of the statistics.
    """

    low: Fraction
    central: Fraction
    high: Fraction
    unit: Fraction
    rows: tuple[int, ...] = ()

    def plus(self, other: Level, sign: int = 1) -> Level:
        """The sum, or with sign -1 the difference, its rounding added."""
        ends = (other.low, other.high) if sign > 0 else (-other.high, -other.low)
        return Level(
            self.low + ends[0],
            self.central + sign * other.central,
            self.high + ends[1],
            min(self.unit, other.unit),
            self.rows + other.rows,
        )

    def times(self, factor: Fraction) -> Level:
        """The number times an exact factor; a negative one turns it round."""
        low, high = sorted((self.low * factor, self.high * factor))
        return Level(low, self.central * factor, high, self.unit * abs(factor), self.rows)

    def over(self, other: Level) -> Level:
        """The quotient of a number and one above 0, with the widest rounding that both allow."""
        low = self.low / (other.high if self.low >= 0 else other.low)
        high = self.high / (other.low if self.high >= 0 else other.high)
        unit = self.unit / other.central
        return Level(low, self.central / other.central, high, unit, self.rows)


@dataclass(frozen=True)
class Lack:
    """Why there is no number: a code of the reasons, the rows to blame, or the periods missing."""

    code: str
    rows: tuple[int, ...] = ()
    periods: tuple[Period, ...] = ()


Found = Level | Lack
#: What a level is divided by: nothing but itself.
ONE = Level(Fraction(1), Fraction(1), Fraction(1), Fraction(1))


def combined(first: Found, second: Found, sign: int = 1) -> Found:
    """The sum or difference of two numbers; what one lacks, the result lacks."""
    if isinstance(first, Lack):
        return first
    return second if isinstance(second, Lack) else first.plus(second, sign)
