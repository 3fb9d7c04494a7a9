"""Two commands in turn, and the ratio of their times pair by pair."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Ratio:
    """How long one thing takes for another: median of the pairs, and what it may be at most."""

    name: str
    ours: float
    other: float
    ratio: float
    most: float

    def line(self) -> str:
        """The ratio as a row of the printed table."""
        verdict = "ok" if self.ratio <= self.most else "TOO SLOW"
        return (
            f"{self.name:<58} {self.ours:8.2f} s {self.other:8.2f} s "
            f"{self.ratio:6.2f} <= {self.most:.2f}  {verdict}"
        )


def python(code: str) -> list[str]:
    """The command that runs a piece of Python in a process of its own."""
    return [sys.executable, "-c", code]


def seconds(command: Sequence[str]) -> float:
    """The wall time of a whole process. Raises CalledProcessError where it fails."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def compare(
    name: str,
    ours: Sequence[str],
    other: Sequence[str],
    most: float,
    runs: int = 7,
    clock: Callable[[Sequence[str]], float] = seconds,
) -> Ratio:
    """The two commands in turn after one warm-up each; the median of the pairwise ratios."""
    clock(ours), clock(other)
    pairs = [(clock(ours), clock(other)) for _ in range(runs)]
    return Ratio(
        name,
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        statistics.median(a / b for a, b in pairs),
        most,
    )
