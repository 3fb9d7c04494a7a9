"""Whose flow a sentence tells without naming its owner, and flows with all the world."""

from __future__ import annotations

from dataclasses import replace

from analysis.drafts.economies import Mention
from analysis.drafts.flows import Flow
from analysis.drafts.lexicon import pattern
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.scenes import Scene, last


def by_subject(flow: Flow, scene: Scene) -> Flow:
    """The flow with the owner that "it sold" means: what its sentence names first, else the one
    before; the other side is that of what was told last."""
    if flow.economy or flow not in scene.flows or not scene.says("as_subject", flow.words):
        return flow
    before = max((end for _, end in scene.found.sentences if end <= scene.start), default=0)
    start = next((one for one, end in scene.found.sentences if end == before), 0)
    named = _named(start, scene.start, scene)
    named = _named(scene.start, flow.start, scene) or named
    if not named:
        return flow
    owner = named[0].economy
    told = last(scene.paragraph_before, economy="*")
    pair = (told.economy, told.partner) if told else ()
    others = [one for one in pair if one and one != owner]
    partner = flow.partner or (others[0] if owner in pair and others else "")
    return replace(flow, economy=owner, partner=partner)


def _named(start: int, end: int, scene: Scene) -> list[Mention]:
    """The economies that are named between two places, behind no preposition."""
    behind = pattern(scene.language, "preposition")
    inside = (one for one in scene.found.mentions if start <= one.start < end)
    return [one for one in inside if not behind.search(scene.found.text[start : one.start])]


def right_before(quantity: Quantity, scene: Scene) -> str:
    """Whose a number is said to be right before it: "bought for $3bn, against Peru's $2bn"."""
    named = [one for one in scene.found.mentions if one.role == "possessive"]
    gaps = ((one.economy, scene.found.text[one.end : quantity.start]) for one in named)
    return next((one for one, gap in gaps if gap == " "), "")


def placed(quantity: Quantity, scene: Scene) -> str:
    """The economy that is said to have a place: "second came Italy"."""
    behind = [one for one in scene.found.mentions if one.start >= quantity.end][:1]
    between = scene.found.text[quantity.end : behind[0].start] if behind else ""
    named = pattern(scene.language, "place_is").fullmatch(between)
    return behind[0].economy if named and behind[0].role == "name" else ""


def with_all(flow: Flow, scene: Scene, quantity: Quantity) -> bool:
    """Whether a flow is that with all countries or a group of them; none whose partner is said."""
    if flow.partner and flow in scene.flows and not scene.grammar.nouns_before:
        return False
    about = scene.left(quantity) if scene.grammar.nouns_before else scene.masked
    total = quantity.currency and flow in scene.flows and scene.says("total_flow", flow.words)
    return bool(total) or scene.says("world", about) or _shared_out(flow, scene)


def _shared_out(flow: Flow, scene: Scene) -> bool:
    """Whether the next sentence says what an economy took of it: "Peru took a third of it"."""
    following = next((one for one in scene.found.sentences if one[0] >= scene.end), None)
    if following is None or not flow.economy or flow not in scene.flows:
        return False
    text = scene.found.masked[slice(*following)]
    first = [one for one in scene.found.mentions if following[0] <= one.start < following[1]][:1]
    named = first and first[0].role == "name" and first[0].economy != flow.economy
    return bool(named) and pattern(scene.language, "shared_out").search(text) is not None
