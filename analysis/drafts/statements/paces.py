"""Numbers that say how a growth itself moves, or how fast: they are no growth of a flow."""

from __future__ import annotations

from analysis.drafts.lexicon import pattern
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.scenes import Scene


def of_a_pace(quantity: Quantity, scene: Scene) -> bool:
    """Whether a growth itself has doubled or halved: "growth halved to 3 percent"."""
    behind = [one for one in scene.quantities if one.start >= quantity.end][:1]
    gap = scene.found.masked[quantity.end : behind[0].start] if behind else ""
    if pattern(scene.language, "as_fast").match(scene.right(quantity)):
        return True
    return (
        bool(behind)
        and behind[0].unit == "percent"
        and pattern(scene.language, "pace_to").fullmatch(gap) is not None
    )


def moves_a_pace(quantity: Quantity, scene: Scene) -> bool:
    """Whether so many points are what a growth itself has moved by: "growth fell by 2 points"."""
    points = quantity.unit == "percentage_points"
    return points and scene.says("pace_by", scene.near_left(quantity))
