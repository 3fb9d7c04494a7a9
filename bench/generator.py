"""A synthetic annual bilateral table and claims about it, the same for the same seed.

Every economy reports its exports to and imports from every other, in thousands of dollars, in
three releases, with one row in fifty missing; partners disagree by a tenth or so. A claim is a
growth of the turnover of a pair, in per cent, with no or one decimal; half of the claims follow the
reporter's first release, half are anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

ECONOMIES, YEARS, RELEASES, FLOWS = 154, 22, 3, 2
SHAPE = (ECONOMIES, ECONOMIES, FLOWS, YEARS, RELEASES)
FIRST_YEAR = 2000
NAMES = {"flow": ["exports", "imports"], "vintage": ["first", "revised", "final"]}
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
CODES = [f"{LETTERS[n // 26]}{LETTERS[n % 26]}X" for n in range(ECONOMIES)]


@dataclass(frozen=True)
class Claims:
    """Growths of turnover: economy and partner by number, year from 1, in per cent as printed."""

    economy: np.ndarray
    partner: np.ndarray
    year: np.ndarray
    printed: np.ndarray
    last_digit: np.ndarray
    hedged: np.ndarray

    def first(self, count: int) -> Claims:
        """The first claims alone."""
        return Claims(*(array[:count] for array in vars(self).values()))


def cube(seed: int = 1) -> np.ndarray:
    """The levels by reporter, partner, flow, year and release; missing ones are NaN."""
    random = np.random.default_rng(seed)
    size = random.lognormal(12, 2, (ECONOMIES, ECONOMIES, 1, 1, 1))
    path = np.exp(np.cumsum(random.normal(0.03, 0.15, (*SHAPE[:2], 1, YEARS, 1)), axis=3))
    records = random.normal(1, 0.1, (*SHAPE[:3], 1, 1)) * random.normal(1, 0.02, SHAPE)
    levels = np.round(size * path * np.abs(records)) + 1
    levels[random.random(SHAPE) < 0.02] = np.nan
    levels[np.arange(ECONOMIES), np.arange(ECONOMIES)] = np.nan
    return levels


def rates(seed: int = 2) -> np.ndarray:
    """Annual averages per dollar by economy and year."""
    steps = np.random.default_rng(seed).normal(0, 0.08, (ECONOMIES, YEARS))
    return np.round(np.exp(np.cumsum(steps, axis=1)) * 10, 4)


def claims(levels: np.ndarray, count: int, seed: int = 3) -> Claims:
    """So many claims about a cube."""
    random = np.random.default_rng(seed)
    economy = random.integers(0, ECONOMIES, count)
    partner = (economy + random.integers(1, ECONOMIES, count)) % ECONOMIES
    year = random.integers(1, YEARS, count)
    turnover = [levels[economy, partner, :, then, 0].sum(axis=1) for then in (year, year - 1)]
    growth = 100 * (turnover[0] / turnover[1] - 1)
    anything = random.normal(3, 20, count)
    growth = np.where(np.isnan(growth) | (random.random(count) < 0.5), anything, growth)
    last_digit = np.where(random.random(count) < 0.5, 1.0, 0.1)
    printed = np.round(np.round(growth / last_digit) * last_digit, 1)
    return Claims(economy, partner, year, printed, last_digit, random.random(count) < 0.2)


def write(path: Path, levels: np.ndarray) -> int:
    """Write a cube as a tidy Parquet table, a row a level; how many rows it has."""
    import pyarrow
    import pyarrow.parquet

    reporter, partner, flow, year, release = np.nonzero(~np.isnan(levels))
    table = pyarrow.table(
        {
            "reporter": _words(reporter, CODES),
            "partner": _words(partner, CODES),
            "flow": _words(flow, NAMES["flow"]),
            "year": (year + FIRST_YEAR).astype(np.int16),
            "vintage": _words(release, NAMES["vintage"]),
            "value": levels[reporter, partner, flow, year, release],
            "scale": np.full(len(year), 1000.0),
        }
    )
    pyarrow.parquet.write_table(table, path)
    return len(table)


def _words(places: np.ndarray, words: list[str]) -> object:
    import pyarrow

    return pyarrow.DictionaryArray.from_arrays(places.astype(np.int32), words)
