"""All conflicts of the shipped data and of a planted thousand, against importing pandas."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence

from bench.pairs import Ratio, compare, python

CLOCK = "import time; start = time.perf_counter(); {timed}; print(time.perf_counter() - start)"
PANDAS = CLOCK.format(timed="import pandas")
SHIPPED = "from analysis import conflicts, tables; data = tables.load(); " + CLOCK.format(
    timed="conflicts.find(data)"
)
PLANTED = (
    "from analysis import conflicts; from bench.planted import planted; world = planted(); "
    + CLOCK.format(timed="found = conflicts.find(world.data)")
    + "; known = {tuple(sorted(ids)) for ids in (*found.found['value_ids'], *found.unexplained)}"
    "; assert len(world.data.reported_values) == 1000 and len(world.conflicts) == 20"
    "; assert known.issuperset(world.conflicts), 'a planted conflict was not found'"
)


def ratios() -> list[Ratio]:
    """All shipped conflicts within one, a planted thousand within ten times `import pandas`.

    Each runs in a fresh process that reads its own clock: the tables are loaded before it starts,
    importing the solver is counted, and so is every sentence.
    """
    return [
        _ratio("all conflicts of the shipped data / import pandas", SHIPPED, 1),
        _ratio("20 conflicts planted in 1,000 statements / import pandas", PLANTED, 10),
    ]


def _ratio(name: str, code: str, most: float) -> Ratio:
    """The two processes by their own clocks."""
    return compare(name, python(code), python(PANDAS), most, clock=_seconds)


def _seconds(command: Sequence[str]) -> float:
    """What a process of its own prints of its clock. Raises CalledProcessError where it fails."""
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout)
