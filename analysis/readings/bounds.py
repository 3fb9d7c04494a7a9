"""Bounds: what a hedge allows, and intervals of numbers with open and closed ends."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from analysis.frames import taken

if TYPE_CHECKING:
    import pandas as pd

#: The English hedges that others are told in, where they mean the same.
PLAIN_ENGLISH = ("over", "at least", "about", "almost", "below", "up to", "barely above")


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


@taken
def bounds(hedges: pd.DataFrame) -> Bounds:
    """(hedge, language, reading) -> how far the number may be off, from the table `hedges`.

    Reads hedge, language, reading, lower, upper, basis, lower_closed, upper_closed; a missing
    lower or upper is an open side. A hedge without a charitable row has none here either.
    """
    of = (hedges[name].tolist() for name in ("hedge", "language", "reading"))
    parts = ("lower", "upper", "basis", "lower_closed", "upper_closed")
    found = map(_bound, *(hedges[name].tolist() for name in parts))
    return dict(zip(zip(*of, strict=True), found, strict=True))


@taken
def english(hedges: pd.DataFrame) -> dict[str, str]:
    """Each hedge -> the plain English hedge that means the same under every reading.

    A hedge that is English, or that no plain English one equals, stands for itself.
    """
    meanings: dict[tuple[str, str], set[tuple[str, Bound]]] = {}
    for (hedge, language, reading), bound in bounds(hedges).items():
        meanings.setdefault((hedge, language), set()).add((reading, bound))
    plain = [(word, meanings.get((word, "en"))) for word in PLAIN_ENGLISH]
    return {
        hedge: hedge
        if language == "en"
        else next((word for word, known in plain if known == meaning), hedge)
        for (hedge, language), meaning in meanings.items()
    }


def _bound(lower: float, upper: float, basis: str, lower_closed: bool, upper_closed: bool) -> Bound:
    return Bound(_exact(lower), _exact(upper), basis, bool(lower_closed), bool(upper_closed))


def _exact(value: float) -> Fraction | None:
    return None if math.isnan(value) else _fraction(float(value))


@lru_cache(maxsize=256)
def _fraction(value: float) -> Fraction:
    """The decimal that the number is written as, of which a table has few."""
    return Fraction(repr(value))
