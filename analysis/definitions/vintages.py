"""Which release of a number was known when a statement was made.

A vintage that is a date (2019-01-30, 2019-01, 2019) is known from then on; under it every cell
takes its own latest release up to that date. A vintage with another name has no place in time: it
is used by itself. A cell without a vintage is taken as known at any time.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from analysis.definitions.levels import Found

DATED = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
Releases = dict[str, Found]


class Snapshot(NamedTuple):
    """A level and its base as one vintage has them, and whether that vintage decides."""

    vintage: str
    level: Found
    base: Found
    decides: bool


def surely_later(first: str, second: str) -> bool:
    """Whether the first date is later, at the precision that both have."""
    shared = min(len(first), len(second))
    return first[:shared] > second[:shared]


def as_of(releases: Releases, vintage: str) -> Found | None:
    """The number as a vintage has it: that release, or the last dated one before it."""
    if vintage in releases or not DATED.fullmatch(vintage):
        return releases.get(vintage)
    earlier = [name for name in releases if DATED.fullmatch(name) and name <= vintage]
    return releases[max(earlier)] if earlier else releases.get("")


def snapshots(levels: Releases, bases: Releases, said: str) -> list[Snapshot]:
    """Level and base under every vintage that has both, in order of time, names last.

    The last one known on the day `said` decides, or else the earliest; where no vintage is dated,
    each does, since none can be told to be later. Others are explanations. Earlier dated vintages
    than the deciding one are left out: they were superseded when the statement was made.
    """
    found = {name: (as_of(levels, name), as_of(bases, name)) for name in {*levels, *bases}}
    complete = {
        name: (level, base)
        for name, (level, base) in found.items()
        if level is not None and base is not None
    }
    dated = sorted(name for name in complete if DATED.fullmatch(name))
    named = sorted(complete.keys() - dated)
    known = [name for name in dated if not surely_later(name, said)] if said else []
    current = known[-1:] or dated[:1] or named
    later = [name for name in dated if name > current[0]] if dated else []
    rest = [name for name in named if name and name not in current]
    return [Snapshot(name, *complete[name], name in current) for name in [*current, *later, *rest]]
