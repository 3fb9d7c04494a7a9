"""Two flows of a sentence and its numbers: "respectively", "the former", "each"."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.drafts.flows import Flow
from analysis.drafts.lexicon import pattern
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.scenes import Scene, last


def respective(quantity: Quantity, scene: Scene) -> Flow | None:
    """First flow for first number, second for second: "13% and 21% respectively"."""
    alike = [one for one in scene.quantities if one.unit == quantity.unit][-2:]
    earlier = [one for one in scene.found.flows if alike and one.start < alike[0].start][-2:]
    if len(alike) < 2 or len(earlier) < 2 or quantity not in alike:
        return None
    told = scene.says("respectively", scene.masked) or _set_beside(earlier, alike, scene)
    return earlier[alike.index(quantity)] if told else None


def _set_beside(flows: Sequence[Flow], numbers: Sequence[Quantity], scene: Scene) -> bool:
    """Whether two flows are joined or measured by one another, and behind them two numbers: "A rose
    faster than B, at 12 percent against 9"."""
    text = scene.found.masked
    flow_gap, gap = text[flows[0].end : flows[1].start], text[numbers[0].end : numbers[1].start]
    joined = pattern(scene.language, "flows_joined").fullmatch(flow_gap) is not None
    paired = joined or scene.says("paired", flow_gap)
    here = flows[0] in scene.flows and flows[0].flow != flows[1].flow
    return here and paired and scene.says("number_joined", gap)


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
