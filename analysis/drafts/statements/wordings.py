"""Directions that a sentence tells in words alone: "exports were slightly down"."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.drafts.statements.rows import Proposal
from analysis.drafts.statements.scenes import Scene


def directions(scene: Scene) -> Iterator[Proposal]:
    """A growth without numeral for each flow that is said to rise, fall or stand still."""
    return iter(())
