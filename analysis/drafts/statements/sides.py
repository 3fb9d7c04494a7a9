"""Which flow a value is of, and between whom."""

from __future__ import annotations

from dataclasses import replace

from analysis.drafts.flows import Flow
from analysis.drafts.lexicon import kinds, pattern
from analysis.drafts.quantities import Quantity
from analysis.drafts.speakers import Speech
from analysis.drafts.statements import owners, pairs
from analysis.drafts.statements.asides import named_before
from analysis.drafts.statements.rows import Proposal
from analysis.drafts.statements.scenes import Scene, last, words_after

FLIPPED = {"exports": "imports", "imports": "exports"}
TURNOVER = Flow(0, 0, "turnover", "", "", "")


def flows_of(quantity: Quantity, scene: Scene) -> list[Flow]:
    """The flow of a quantity, or two where one numeral speaks of both ("each rose by 5%")."""
    both = pairs.both(quantity, scene)
    if both:
        return both
    flow = (
        pairs.respective(quantity, scene) or pairs.former(quantity, scene) or _own(quantity, scene)
    )
    return [flow] if flow else []


def _own(quantity: Quantity, scene: Scene) -> Flow | None:
    """The flow behind a quantity ("$3bn of exports"), else the last before it, else the first."""
    if quantity.unit == "ordinal" or not scene.flows:
        ranked = _ranked(quantity, scene)
        if ranked:
            return ranked
        again = _ranked_before(quantity, scene)
        if again:
            return _flow(again)
    behind = [one for one in scene.flows if one.start >= quantity.end]
    before = named_before(quantity, scene)
    if behind and pattern(scene.language, "of_flow").fullmatch(
        scene.found.masked[quantity.end : behind[0].start]
    ):
        return behind[0]
    if before:
        return before[-1]
    _, end = scene.clause(quantity.at)
    between = scene.found.masked[quantity.end : behind[0].start] if behind else ""
    near = behind and (behind[0].start < end or not scene.before)
    if near and not scene.says("of_which", between):
        return behind[0]
    earlier = [one for one in scene.found.flows if one.start < scene.start]
    growth = quantity.unit in ("percent", "times")
    following = _quoted_next(quantity, scene) if growth and not scene.here else None
    return earlier[-1] if earlier else following


def _ranked(quantity: Quantity, scene: Scene) -> Flow | None:
    """The flow that a rank or share is of by its noun: a partner's, a market's, a supplier's."""
    near = _noun_of_rank(quantity, scene) if quantity.unit == "ordinal" else scene.masked
    places = [
        (match.start(), flow)
        for flow, words in kinds(scene.language, "ranked_in").items()
        for match in words.finditer(near)
    ]
    if not places or (quantity.unit != "ordinal" and min(places)[1] != "turnover"):
        return None
    flow = min(places)[1]
    said = [one for one in scene.flows if one.flow == flow]
    behind = [one for one in said if one.start >= quantity.end]
    if quantity.unit == "ordinal" and behind:
        return behind[0]
    return said[-1] if said else Flow(0, 0, flow, "", "", "")


def _ranked_before(quantity: Quantity, scene: Scene) -> Proposal | None:
    """The rank told before in the paragraph that a rank beside the value of a flow goes on about:
    "second among the customers of X ... Trade was 5bn, and it ranked fourth"."""
    known = kinds(scene.language, "ranked_in").values()
    named = any(one.search(scene.masked) for one in known)
    beside = scene.here and not any(one.start >= quantity.end for one in scene.flows)
    if quantity.unit != "ordinal" or named or not beside or scene.here[-1].measure == "rank":
        return None
    return last(scene.paragraph_before, measure="rank", flow="*")


def _noun_of_rank(quantity: Quantity, scene: Scene) -> str:
    """Where the noun of a rank stands: behind it, in Japanese also before: "輸出先では15位"."""
    behind = words_after(scene.right(quantity), 6)
    before = scene.near_left(quantity)
    turned = scene.grammar.nouns_before and not behind.startswith("の")
    known = kinds(scene.language, "ranked_in").values()
    asked = scene.says("rank_asked", scene.question) and scene.known_at != scene.found.number - 1
    if asked and not any(one.search(behind) for one in known):
        return scene.question
    if turned and any(one.search(before) for one in known):
        return before
    return behind if any(one.search(behind) for one in known) else scene.left(quantity)


def _quoted_next(quantity: Quantity, scene: Scene) -> Flow | None:
    """The flow that the same quotation names in its next sentence; before any that of the text."""
    speech = scene.speech(quantity.at)
    behind = [one for one in scene.found.flows if one.start >= scene.end]
    same = behind and scene.speech(behind[0].start)
    quoted = same and (same.speaker, same.attribution) == (speech.speaker, "direct")
    if quoted and speech.attribution == "direct":
        return behind[0]
    return None if scene.known or scene.before else scene.ahead


def seen(
    flow: Flow | None, scene: Scene, speech: Speech, quantity: Quantity
) -> tuple[str, str, str]:
    """(flow, economy, partner): as said, else as before, else the article's pair."""
    flow = _turned(flow, quantity, scene) or flow
    if flow not in scene.flows:
        flow = _other_way(scene) or flow or _told_by(scene, speech) or _topic(scene)
    flow = owners.by_subject(flow, scene)
    if not flow.economy and not flow.partner:
        flow = (
            _named_twice(flow, scene)
            or _neutral(flow, scene)
            or _yours(flow, scene, speech)
            or _as_before(flow, scene, speech)
            or _from_home(flow, scene, speech)
        )
    name, economy, partner = _completed(flow, scene)
    if owners.with_all(flow, scene, quantity):
        return name, economy, ""
    other = owners.right_before(quantity, scene)
    if other not in ("", economy, partner) and name != "turnover":
        return name, other, partner
    third = owners.third(quantity, scene, (economy, partner))
    if third:
        return name, economy, third
    turned = name == "turnover" and quantity.unit != "ordinal" and _home(scene, speech) == partner
    return (name, partner, economy) if turned else (name, economy, partner)


def _other_way(scene: Scene) -> Flow | None:
    """The other flow, where the paragraph turns to "the opposite direction"; or their total."""
    if scene.says("totalled", scene.masked) and {"exports", "imports"} <= {
        one.flow for one in scene.before
    }:
        return TURNOVER
    so_far = scene.found.masked[: scene.end]
    told = last(scene.before, economy="*")
    turned = scene.place("opposite", so_far)
    traded = scene.paragraph_before
    if told is None or turned is None or told.flow not in FLIPPED:
        return None
    since = [one for one in traded if one.start > turned and one.flow]
    if since:
        return _flow(since[-1])
    return Flow(0, 0, FLIPPED[told.flow], told.economy, told.partner, "")


def _turned(flow: Flow | None, quantity: Quantity, scene: Scene) -> Flow | None:
    """The other flow, where a number is told behind that of a flow as "the other way"."""
    told = last(scene.here or scene.paragraph_before, flow="*")
    if told is None or told.flow not in FLIPPED or flow not in scene.flows:
        return None
    start = max(told.end, scene.start)
    sides = {("", ""), (told.economy, told.partner)}
    named = [one for one in scene.flows if start <= one.start < quantity.end]
    other = any(one.flow != told.flow or (one.economy, one.partner) not in sides for one in named)
    near = scene.found.masked[start : quantity.start] + scene.near_right(quantity)
    if other or not scene.says("opposite", near):
        return None
    return Flow(flow.start, flow.end, FLIPPED[told.flow], told.economy, told.partner, flow.words)


def _topic(scene: Scene) -> Flow:
    """The flow that a paragraph goes on about without naming one: that told just before where it
    says "this", else the turnover where the article has told it, else what it spoke of first."""
    told = [one for one in scene.before if one.flow]
    totals = [one for one in told if one.flow == "turnover"]
    near = [one for one in told if one.paragraph == scene.found.number - 1]
    hoped = [one for one in near if one.status != "reported" and not totals]
    if not scene.paragraph_before and (hoped or _lists_things(scene)) and near:
        return _flow((hoped or near)[-1])
    if not scene.paragraph_before and scene.says("target", scene.masked):
        return _flow(totals[-1]) if totals else TURNOVER
    if scene.paragraph_before and last(scene.paragraph_before, flow="*"):
        return _flow(last(scene.paragraph_before, flow="*"))
    if scene.known and scene.known_at == scene.found.number - 1 > _paragraph(told):
        return scene.known
    if told and scene.says("goes_back", scene.masked[:20]):
        return _flow(told[-1])
    if totals or scene.known is None or scene.known.flow == "turnover":
        return _flow(totals[-1]) if totals else TURNOVER
    before = [one for one in told if one.paragraph == told[-1].paragraph]
    return _flow(before[0]) if before else scene.known


def _told_by(scene: Scene, speech: Speech) -> Flow | None:
    """What somebody told last who speaks again behind another: "“It was 5bn,” he now admits"."""
    told = last(scene.before, flow="*")
    again = last(scene.before, flow="*", speaker=speech.speaker)
    quoted = speech.attribution == "direct" and scene.says("it_was", scene.masked)
    other = told is not None and told.speaker != speech.speaker
    return _flow(again) if again and other and quoted else None


def _lists_things(scene: Scene) -> bool:
    """Whether a line names a thing before its number, as the line before did: "魚粉は3%減"."""
    first = scene.quantities[0] if scene.quantities else None
    return first is not None and scene.says("thing_named", scene.left(first))


def _paragraph(told: list[Proposal]) -> int:
    """The paragraph of the last proposal."""
    return told[-1].paragraph if told else -1


def _flow(told: Proposal | None) -> Flow:
    """The flow of a proposal."""
    assert told is not None
    return Flow(0, 0, told.flow, told.economy, told.partner, "")


def _named_twice(flow: Flow, scene: Scene) -> Flow | None:
    """The same flow told with its sides earlier in the sentence: "its balance was a deficit"."""
    before = [one for one in scene.flows if one.start < flow.start and one.flow == flow.flow]
    return next((one for one in reversed(before) if one.economy or one.partner), None)


def _neutral(flow: Flow, scene: Scene) -> Flow | None:
    """The imports told before, where a word like "shipments" goes on about them."""
    told = last(scene.paragraph_before, flow="*")
    before = scene.found.text[scene.start : flow.end]
    neutral = scene.says("neutral", flow.words) or scene.says("nobodys", before)
    if told is None or told.flow != "imports" or not neutral:
        return None
    return replace(flow, flow="imports", economy=told.economy, partner=told.partner)


def _as_before(flow: Flow, scene: Scene, speech: Speech) -> Flow | None:
    """The sides of the flow before in the sentence: "exports from A stood at 2, imports at 3"."""
    told: Proposal | None = last(scene.here, flow="*")
    levels = [one for one in scene.paragraph_before if one.measure not in ("rank", "share")]
    near = last(levels, flow="*")
    if near is None and flow in scene.flows:
        near = last(scene.paragraph_before, measure="rank", flow=flow.flow)
    if told is None and flow.flow != "turnover" and near and near.flow != "turnover":
        told = near
    if told is None or not told.economy or speech.reporter not in ("", told.reporter):
        return None
    turned = not flow.words and FLIPPED.get(flow.flow) == told.flow
    economy, partner = (told.partner, told.economy) if turned else (told.economy, told.partner)
    return replace(flow, economy=economy, partner=partner)


def _from_home(flow: Flow, scene: Scene, speech: Speech) -> Flow:
    """The flow from the side of the records; a turnover, "our exports" and what somebody says
    himself from the speaker's."""
    told = flow.flow == "turnover" or speech.attribution == "direct" or _ours(flow, scene)
    home = _home(scene, speech) if told else speech.reporter
    return replace(flow, economy=home if home in scene.sides else scene.sides[0])


def _yours(flow: Flow, scene: Scene, speech: Speech) -> Flow | None:
    """The flow of the other side, where it is told to it: "your exports"."""
    if flow not in scene.flows or not scene.says("yours", scene.found.text[: flow.start]):
        return None
    return replace(flow, economy=_other(_from_home(flow, scene, speech).economy, scene))


def _ours(flow: Flow, scene: Scene) -> bool:
    """Whether the words say that a flow is the speaker's own: "our exports", "we buy"."""
    return flow in scene.flows and scene.says("ours", scene.found.text[: flow.start])


def _home(scene: Scene, speech: Speech) -> str:
    """The side of the stated records, else of the speaker; "" where it is none of the pair."""
    voices = (speech.reporter, speech.economy)
    return next((one for one in voices if one and one in scene.sides), "")


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
