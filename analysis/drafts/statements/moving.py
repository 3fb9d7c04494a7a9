"""A number that came from the one before it: "58%から39%に"."""

from __future__ import annotations

from analysis.drafts.lexicon import pattern
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.scenes import Scene


def moved_from(quantity: Quantity, scene: Scene) -> bool:
    """Whether a number is where the one before it has moved to: "58%から39%に"."""
    before = [one for one in scene.quantities if one.end <= quantity.start][-1:]
    return bool(before) and before[0].unit == quantity.unit and moved_on(before[0], scene)


def moved_on(quantity: Quantity, scene: Scene) -> bool:
    """Whether the next number of its kind is said to have come from this one."""
    behind = pattern(scene.language, "moved_on").match(scene.right(quantity))
    following = [one for one in scene.quantities if one.start >= quantity.end][:1]
    return behind is not None and bool(following) and following[0].unit == quantity.unit


def end_before(quantity: Quantity, scene: Scene) -> int:
    """Where the number before a quantity ends."""
    return max(one.end for one in scene.quantities if one.end <= quantity.start)
