"""The wide table: a row a value, its levels in columns, and what is said of each value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

VERDICTS = (
    "reproduced",
    "reproduced_with_rounding",
    "reproduced_with_hedge",
    "not_reproduced",
    "cannot_be_checked",
)
REPRODUCED, ROUNDED, HEDGED, MISSED, UNKNOWN = range(5)

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Terms = tuple[tuple[int, float], ...]


class Ends(NamedTuple):
    """Low, central and high of numbers with their own rounding."""

    low: Floats
    central: Floats
    high: Floats


NOTHING = Ends(np.ones(1), np.ones(1), np.ones(1))


@dataclass(frozen=True)
class Formula:
    """A definition over columns: the sum of `level` by that of `base`, times `factor`.

    Terms are (column, weight above 0). No base: the level alone, which may be below 0 then.
    `factor` is the column of what the base is multiplied by, such as this year's exchange rate
    over last year's.
    """

    level: Terms
    base: Terms = ()
    factor: int | None = None


@dataclass(frozen=True)
class Wide:
    """The wide table: an array a column, an element a value.

    `levels` has a row for each column (missing: NaN); `below` and `above` say how far a true level
    may be under and over it, and broadcast to it. Bounds are on the ratio of level and base (16.5
    percent of growth is 1.165), infinite where open, NaN where the value bounds nothing: `lower`
    and `upper` under the reading, `plain_lower` and `plain_upper` by rounding alone. `hedged` says
    where the value has a hedge.
    """

    levels: Floats
    below: Floats
    above: Floats
    lower: Floats
    upper: Floats
    plain_lower: Floats
    plain_upper: Floats
    hedged: Flags


@dataclass(frozen=True)
class Summary:
    """An element a value.

    verdict (a place in VERDICTS), best (the formula behind it, -1 where none could be computed),
    miss (how far the nearest primary ratio stays from the bounds, 0 where one meets, NaN where none
    could be computed), tried and fits (definitions computed, and those that meet as far as floats
    can tell), lacking (primary ones not computed), near (a primary one is nearer to a bound than
    floats can tell: decide it exactly).
    """

    verdict: NDArray[np.int8]
    best: NDArray[np.int16]
    miss: Floats
    tried: NDArray[np.int16]
    fits: NDArray[np.int16]
    lacking: NDArray[np.int16]
    near: Flags
