"""Two flows of a sentence and its numbers: "respectively", "the former", "each"."""

from __future__ import annotations

from analysis.drafts.flows import Flow
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.scenes import Scene, last


def respective(quantity: Quantity, scene: Scene) -> Flow | None:
    """First flow for first number, second for second: "13% and 21% respectively"."""
    if not scene.says("respectively", scene.masked):
        return None
    alike = [one for one in scene.quantities if one.unit == quantity.unit][-2:]
    earlier = [one for one in scene.found.flows if one.start < alike[0].start][-2:]
    if len(alike) < 2 or len(earlier) < 2 or quantity not in alike:
        return None
    return earlier[alike.index(quantity)]


def former(quantity: Quantity, scene: Scene) -> Flow | None:
    """The first of the two flows before "the former", the second for "the latter"."""
    left = scene.found.masked[: quantity.start]
    places = {-2: scene.place("former", left), -1: scene.place("latter", left)}
    which = max(places, key=lambda one: places[one] or -1)
    at = places[which]
    before = [one for one in scene.found.flows if at is not None and one.start < at]
    here = at is not None and at >= scene.clause(quantity.at)[0]
    return before[which] if here and len(before) > 1 else None


def both(quantity: Quantity, scene: Scene) -> list[Flow]:
    """Exports and imports, where the sentence says the same of each."""
    before = [one for one in scene.flows if one.start < quantity.start][-2:]
    if not before and scene.says("both_told", scene.left(quantity)):
        return _told_of_both(scene)
    if len(before) < 2 or {one.flow for one in before} != {"exports", "imports"}:
        return []
    between = scene.found.masked[before[1].end : quantity.start]
    return before if scene.says("each", between) else []


def _told_of_both(scene: Scene) -> list[Flow]:
    """The exports and the imports told last, where both have been: "both sums will double"."""
    told = [last(scene.before, flow=name) for name in ("exports", "imports")]
    found = [Flow(0, 0, one.flow, one.economy, one.partner, "") for one in told if one]
    return found if len(found) == len(told) else []
