"""Growth claims against an annual bilateral table: the NumPy function, a scan, a pandas loop.

Five records (each side's own, exporters', importers', the mean) by five releases (each alone, the
first level against revised bases) by three currencies (dollars, each side's at annual averages)
are 75 definitions of the growth of a turnover; each side's first release in dollars decides.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from analysis.checks import Formula, Summary, Wide, summary
from analysis.checks.columns import MISSED, REPRODUCED
from bench import generator
from bench.generator import FLOWS, RELEASES, SHAPE, Claims
from bench.pairs import Ratio

COLUMNS = ["reporter", "partner", "flow", "year", "vintage", "value"]
HALF = 0.5
SIDES = {
    "own": [(0, 0), (0, 1)], "partner's": [(1, 0), (1, 1)], "exporters'": [(0, 0), (1, 0)],
    "importers'": [(0, 1), (1, 1)], "mean": [(0, 0), (0, 1), (1, 0), (1, 1)],
}  # fmt: skip
RELEASED = [(0, 0), (1, 1), (2, 2), (0, 1), (0, 2)]
LEVELS = 2 * FLOWS * RELEASES
CURRENCIES = [None, 2 * LEVELS, 2 * LEVELS + 1]
LIMIT = 1.0


def definitions() -> tuple[list[Formula], np.ndarray]:
    """The 75 formulas over the columns of `wide`, and which of them decide."""
    formulas, decides = [], []
    for side, cells in SIDES.items():
        for now, then in RELEASED:
            for currency in CURRENCIES:
                level, base = (
                    tuple((_column(*cell, release, year), 1.0) for cell in cells)
                    for release, year in ((now, 1), (then, 0))
                )
                formulas.append(Formula(level, base, currency))
                own = side in ("own", "partner's")
                decides.append(own and (now, then) == (0, 0) and currency is None)
    return formulas, np.array(decides)


def _column(side: int, flow: int, release: int, year: int) -> int:
    return ((side * FLOWS + flow) * RELEASES + release) * 2 + year


def scan(path: Path) -> Any:
    """One pyarrow scan of the columns that a check needs."""
    import pyarrow.parquet

    return pyarrow.parquet.read_table(path, columns=COLUMNS)


def cube(path: Path) -> np.ndarray:
    """The table as a dense cube: read once, each row put in its place once."""
    table = scan(path).unify_dictionaries().combine_chunks()
    place = np.zeros(len(table), np.int32)
    known = {"reporter": generator.CODES, "partner": generator.CODES, **generator.NAMES}
    for name, size in zip(("reporter", "partner", "flow", "year", "vintage"), SHAPE, strict=True):
        place *= size
        if name == "year":
            place += table[name].to_numpy() - np.int16(generator.FIRST_YEAR)
        else:
            coded = table[name].chunk(0)
            order = [known[name].index(word) for word in coded.dictionary.to_pylist()]
            place += np.array(order, np.int32)[coded.indices.to_numpy()]
    levels = np.full(np.prod(SHAPE), np.nan)
    levels[place] = table["value"].to_numpy()
    return levels.reshape(SHAPE)


def wide(levels: np.ndarray, claims: Claims) -> Wide:
    """The claims with their levels in columns, and what each allows."""
    columns = np.empty((2 * LEVELS + 2, len(claims.year)))
    economies = [(claims.economy, claims.partner), (claims.partner, claims.economy)]
    for side, pair in enumerate(economies):
        for flow in range(FLOWS):
            for year in range(2):
                cells = levels[(*pair, flow, claims.year - 1 + year)]
                for release in range(RELEASES):
                    columns[_column(side, flow, release, year)] = cells[:, release]
    rates = generator.rates()
    for number, (economy, _) in enumerate(economies):
        now, then = rates[economy, claims.year], rates[economy, claims.year - 1]
        columns[2 * LEVELS + number] = then / now
    width = np.full((len(columns), 1), HALF)
    width[2 * LEVELS :] = 0.0
    return Wide(columns, width, width, *bounds(claims), claims.hedged)


def bounds(claims: Claims) -> list[np.ndarray]:
    """The ratios that a claim allows: half a last digit, and a whole one under "about"."""
    reach = claims.last_digit * np.where(claims.hedged, 1.0, 0.5)
    plain = claims.last_digit * 0.5
    ends = [claims.printed - reach, claims.printed + reach]
    return [1 + end / 100 for end in (*ends, claims.printed - plain, claims.printed + plain)]


def checked(path: Path, claims: Claims) -> Summary:
    """The claims against the table, reading it included."""
    formulas, decides = definitions()
    return summary(wide(cube(path), claims), formulas, decides)


def looped(path: Path, claims: Claims) -> list[tuple[int, int]]:
    """Best verdict and number of definitions that fit, by one pandas filter a claim."""
    frame = scan(path).to_pandas()
    formulas, decides = definitions()
    rates = generator.rates()
    low, high, *_ = bounds(claims)
    found = []
    for number in range(len(claims.year)):
        pair = [generator.CODES[side[number]] for side in (claims.economy, claims.partner)]
        year = claims.year[number] + generator.FIRST_YEAR
        rows = frame[
            frame["reporter"].isin(pair)
            & frame["partner"].isin(pair)
            & frame["year"].isin([year - 1, year])
        ]
        columns = _columns(rows, pair, year)
        for side, economy in enumerate((claims.economy[number], claims.partner[number])):
            then, now = rates[economy, claims.year[number] - 1 : claims.year[number] + 1]
            columns[2 * LEVELS + side] = (then / now, 0.0)
        meets = [_meets(columns, formula, low[number], high[number]) for formula in formulas]
        best = [meet for meet, primary in zip(meets, decides, strict=True) if primary]
        fits = sum(meet is True for meet in meets)
        found.append((_verdict(best), fits))
    return found


def _columns(rows: Any, pair: list[str], year: int) -> dict[int, tuple[float, float]]:
    """Column -> level and half a unit, of the rows that a filter left."""
    words = generator.NAMES
    return {
        _column(
            pair.index(row.reporter), words["flow"].index(row.flow),
            words["vintage"].index(row.vintage), row.year - year + 1,
        ): (row.value, HALF)
        for row in rows.itertuples()
    }  # fmt: skip


def _meets(
    columns: dict[int, tuple[float, float]], formula: Formula, low: float, high: float
) -> bool | None:
    """Whether one definition meets a claim; None where a level is missing."""
    needed = [column for column, _ in (*formula.level, *formula.base)]
    if not all(column in columns for column in needed):
        return None
    level, base = (
        [sum(columns[c][part] * weight for c, weight in terms) for part in range(2)]
        for terms in (formula.level, formula.base)
    )
    factor = 1.0 if formula.factor is None else columns[formula.factor][0]
    if base[0] <= base[1]:
        return None
    least = (level[0] - level[1]) / ((base[0] + base[1]) * factor)
    most = (level[0] + level[1]) / ((base[0] - base[1]) * factor)
    return bool(most >= low and least <= high)


def _verdict(best: list[bool | None]) -> int:
    """Reproduced one way or the other (0), missed (3), or not to be checked (4)."""
    if any(meet is True for meet in best):
        return REPRODUCED
    return MISSED if all(meet is not None for meet in best) else MISSED + 1


def same(ours: Summary, theirs: list[tuple[int, int]]) -> None:
    """Raise AssertionError where the two give other answers, edges apart."""
    for number, (verdict, fits) in enumerate(theirs):
        own = ours.verdict[number]
        told = REPRODUCED if own < MISSED else own
        assert ours.near[number] or (told, ours.fits[number]) == (verdict, fits), number


def _pairs(
    name: str, ours: Callable[[], object], other: Callable[[], object], most: float, runs: int = 5
) -> Ratio:
    """Two calls in turn after one warm-up each; the median of the pairwise ratios."""
    ours(), other()
    times = [(_seconds(ours), _seconds(other)) for _ in range(runs)]
    one, two = (statistics.median(column) for column in zip(*times, strict=True))
    return Ratio(name, one, two, statistics.median(a / b for a, b in times), most)


def _seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def ratios() -> list[Ratio]:
    """A million values at most 4 scans and 1 GiB; 10,000 values 1.5 times one; 8 and 50 times."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "trade.parquet"
        levels = generator.cube()
        rows = generator.write(path, levels)
        assert rows >= 3_000_000, rows
        claims = generator.claims(levels, 1_000_000)
        del levels
        return [
            *_million(path, claims),
            _pairs(
                "10,000 values / 1 value, reading the table",
                lambda: checked(path, claims.first(10_000)),
                lambda: checked(path, claims.first(1)), 1.5,
            ),
            _against_loop(path, claims.first(100), 1 / 8),
            _against_loop(path, claims.first(1_000), 1 / 50),
        ]  # fmt: skip


def _million(path: Path, claims: Claims) -> list[Ratio]:
    """A million values under 75 definitions, by time and, in a process of its own, by memory."""
    formulas, decides = definitions()
    table = wide(cube(path), claims)
    timed = _pairs(
        f"1,000,000 values under {len(formulas)} definitions / a scan",
        lambda: summary(table, formulas, decides), lambda: scan(path), 4.0,
    )  # fmt: skip
    code = f"from bench import growth; growth.peak({str(path)!r})"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    gigabytes = float(done.stdout)
    return [timed, Ratio("its peak memory, in GiB / 1 GiB", gigabytes, LIMIT, gigabytes, LIMIT)]


def peak(path: str) -> None:
    """Print the peak memory of reading the table and checking a million claims, in GiB."""
    levels = cube(Path(path))
    claims = generator.claims(levels, 1_000_000)
    formulas, decides = definitions()
    summary(wide(levels, claims), formulas, decides)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20)


def _against_loop(path: Path, claims: Claims, most: float) -> Ratio:
    """The table read and checked against one pandas filter a claim, with the same answers."""
    count = len(claims.year)
    start = time.perf_counter()
    theirs = looped(path, claims)
    loop = time.perf_counter() - start
    ours = statistics.median(_seconds(lambda: checked(path, claims)) for _ in range(3))
    same(checked(path, claims), theirs)
    return Ratio(f"{count:,} values / a pandas filter each", ours, loop, ours / loop, most)
