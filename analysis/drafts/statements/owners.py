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


def third(quantity: Quantity, scene: Scene, sides: tuple[str, str]) -> str:
    """The third economy that a rank or share without a flow is of: "Russia is second with 11"."""
    told = _opened(scene)
    if told and told not in sides:
        return told
    if quantity.unit == "ordinal" and (other := placed(quantity, scene)):
        return other
    before = [one for one in scene.found.mentions if one.end < quantity.start][-1:]
    if before and scene.found.text[before[0].end : quantity.start].strip() in ("(", "（"):
        return before[0].economy if before[0].economy != sides[0] else ""
    start, _ = scene.clause(quantity.at)
    if quantity.currency or any(start <= one.start < quantity.start for one in scene.flows):
        return ""
    named = [one for one in scene.found.mentions if start <= one.start < quantity.start]
    others = [one.economy for one in named if one.economy not in sides and _has_number(one, scene)]
    return others[0] if len(named) == 1 and others else ""


def _opened(scene: Scene) -> str:
    """The economy that a sentence without sides turns to first: "For Peru the office has 5bn"."""
    first = next((one for one in scene.found.mentions if one.start >= scene.start), None)
    sided = any(one.economy or one.partner for one in scene.flows)
    lead = scene.found.text[scene.start : first.start] if first and first.end < scene.end else ""
    turned = pattern(scene.language, "turns_to").fullmatch(lead)
    return first.economy if first and turned and not sided else ""


def _has_number(one: Mention, scene: Scene) -> bool:
    """Whether an economy is named, or its figure or share: "Peru's figure is 30"."""
    own = pattern(scene.language, "own_figure").match(scene.found.text[one.end :])
    return one.role == "name" or (one.role == "possessive" and own is not None)


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
