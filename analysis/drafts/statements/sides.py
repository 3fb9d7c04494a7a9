"""Which flow a value is of, and between whom."""

from __future__ import annotations

from dataclasses import replace

from analysis.drafts.flows import Flow
from analysis.drafts.lexicon import pattern
from analysis.drafts.quantities import Quantity
from analysis.drafts.speakers import Speech
from analysis.drafts.statements.rows import Proposal
from analysis.drafts.statements.scenes import Scene, last


def flows_of(quantity: Quantity, scene: Scene) -> list[Flow]:
    """The flow of a quantity, or two where one numeral speaks of both ("each rose by 5%")."""
    both = _both(quantity, scene)
    if both:
        return both
    flow = _own(quantity, scene)
    return [flow] if flow else []


def _own(quantity: Quantity, scene: Scene) -> Flow | None:
    """The flow behind a quantity ("$3bn of exports"), else the last before it, else the first."""
    behind = [one for one in scene.flows if one.start >= quantity.end]
    before = [one for one in scene.flows if one.start < quantity.start]
    if behind and pattern(scene.language, "of_flow").fullmatch(
        scene.found.masked[quantity.end : behind[0].start]
    ):
        return behind[0]
    if before or behind:
        return before[-1] if before else behind[0]
    if scene.says("partner", scene.masked):
        return Flow(0, 0, "turnover", "", "", "")
    earlier = [one for one in scene.found.flows if one.start < scene.start]
    return earlier[-1] if earlier else next(iter(scene.found.flows), None)


def _both(quantity: Quantity, scene: Scene) -> list[Flow]:
    """Exports and imports, where the sentence says the same of each."""
    before = [one for one in scene.flows if one.start < quantity.start][-2:]
    if len(before) < 2 or {one.flow for one in before} != {"exports", "imports"}:
        return []
    between = scene.found.masked[before[1].end : quantity.start]
    return before if scene.says("each", between) else []


def seen(flow: Flow | None, scene: Scene, speech: Speech) -> tuple[str, str, str]:
    """(flow, economy, partner): as said, else as before, else the article's pair."""
    before = last(scene.before, flow="*")
    if flow is None:
        return (before.flow, before.economy, before.partner) if before else ("", "", "")
    if flow.economy and flow.partner:
        return flow.flow, flow.economy, flow.partner
    if not flow.economy and not flow.partner:
        flow = _as_before(flow, scene) or _from_home(flow, scene, speech)
    return _completed(flow, scene)


def _as_before(flow: Flow, scene: Scene) -> Flow | None:
    """The sides of the flow before in the sentence: "exports from A stood at 2, imports at 3"."""
    told: Proposal | None = last(scene.here, flow="*")
    near = last(scene.paragraph_before, flow="*")
    if told is None and flow.flow != "turnover" and near and near.flow != "turnover":
        told = near
    if told is None or not told.economy:
        return None
    return replace(flow, economy=told.economy, partner=told.partner)


def _from_home(flow: Flow, scene: Scene, speech: Speech) -> Flow:
    """The flow from the side of the records or, for a turnover, of the speaker."""
    voices = [speech.reporter] + ([speech.economy] if flow.flow == "turnover" else [])
    home = next((one for one in voices if one and one in scene.sides), scene.sides[0])
    return replace(flow, economy=home)


def _completed(flow: Flow, scene: Scene) -> tuple[str, str, str]:
    """The side that is not said is the other of the article's pair."""
    economy, partner = flow.economy, flow.partner
    if not economy:
        economy = _other(partner, scene)
    if not partner:
        partner = _other(economy, scene)
    return flow.flow, economy, partner


def _other(economy: str, scene: Scene) -> str:
    first, second = scene.sides
    return second if economy == first else first
