"""Currency and scope of a value, what it was converted from, and who did the arithmetic."""

from __future__ import annotations

import re

from analysis.drafts.lexicon import kinds, pattern
from analysis.drafts.quantities import Quantity, currencies, lexicon
from analysis.drafts.statements.rows import Proposal
from analysis.drafts.statements.scenes import MASK, Scene, last
from analysis.drafts.statements.sides import flows_of


def currency_of(quantity: Quantity, scene: Scene, measure: str) -> str:
    """The currency of a level; of a growth the one that it is said to be measured in."""
    if measure == "level":
        return quantity.currency or _as_before(quantity, scene)
    if measure != "growth":
        return ""
    left = scene.left(quantity).rpartition(";")[2]
    return _named(left + scene.near_right(quantity), scene)


def _named(text: str, scene: Scene) -> str:
    """The currency that words say a number is in: "in dollars", "the dollar figure"."""
    found = kinds(scene.language, "in_currency").items()
    return next((code for code, words in found if words.search(text)), "") or _shared(text, scene)


def _shared(text: str, scene: Scene) -> str:
    """The currency that words say a number is in by a name that economies share: "in pesos"."""
    known, home = lexicon.of(scene.language).currencies, currencies.of_economies(scene.sides)
    for opened in pattern(scene.language, "in_currency_named").finditer(text):
        codes, end = lexicon.longest(text, opened.end(), known)
        if codes:
            return currencies.chosen(codes, home, text[opened.end() : end])
    return ""


def _as_before(quantity: Quantity, scene: Scene) -> str:
    """The currency of a level that names none: that of its clause, else of the level before it,
    else of the one behind it."""
    if named := _named(re.split(MASK, scene.left(quantity))[-1], scene):
        return named
    flow = next((one.flow for one in flows_of(quantity, scene)), "")
    before = last(scene.before, measure="level", unit="*", flow=flow)
    before = before or last(scene.before, measure="level", unit="*")
    behind = [one for one in scene.quantities if one.start > quantity.start and one.currency]
    return before.currency if before else (behind[0].currency if behind else "")


def scope_of(row: Proposal, quantity: Quantity, scene: Scene) -> str:
    """Goods or services, where the statement says that it counts these alone: in its own words, or
    in those of the sentence before, where it goes on about the same flow."""
    if row.measure == "rank":
        return _scope(scene.near_right(quantity), scene)
    scope = _own_scope(quantity, scene) or _scope(_statement(quantity, scene), scene)
    return scope or _scope_before(row, scene)


def _own_scope(quantity: Quantity, scene: Scene) -> str:
    """The scope right before the flow of a quantity, where its sentence names another flow too:
    "services exports rose 5%, outpacing goods exports"."""
    before = [one for one in scene.flows if one.start < quantity.start][-1:]
    head = scene.found.masked[scene.start : before[0].start] if before else ""
    word = pattern(scene.language, "scope_word").search(head)
    return _scope(word[0], scene) if word and len(scene.flows) > 1 else ""


def _scope(text: str, scene: Scene) -> str:
    """The scope that the words of a text tell."""
    goods, services = (scene.says(name, text) for name in ("goods", "services"))
    if (goods and services) or scene.says("goods_and_services", text):
        return "goods_and_services"
    return "goods" if goods else ("services" if services else "")


def _statement(quantity: Quantity, scene: Scene) -> str:
    """What a quantity says of itself: all before it in the sentence, and behind it the rest of its
    clause, up to the next number or the next flow but its own."""
    _, end = scene.clause(quantity.at)
    behind = [one for one in scene.flows if one.start >= quantity.end]
    named = any(one.start < quantity.start for one in scene.flows)
    edges = [one.start if named else one.end for one in behind[:1]]
    edges += [one.start for one in scene.quantities if _is_next(one, quantity, scene)][:1]
    return scene.found.masked[scene.start : min([end, *edges])]


def _is_next(one: Quantity, quantity: Quantity, scene: Scene) -> bool:
    """Whether a number stands behind another, and not in brackets that say that once more."""
    gap = scene.found.text[quantity.end : one.start]
    return one.start >= quantity.end and gap.strip() not in ("(", "（")


def _scope_before(row: Proposal, scene: Scene) -> str:
    """The scope of what was told just before, where the sentence speaks of "these sales", or of a
    growth in the same period without a flow."""
    told = last(scene.before[: len(scene.before) - len(scene.here)], flow="*")
    if told is None or told.flow != row.flow or told.paragraph < scene.found.number - 1:
        return ""
    if not scene.flows:
        same = row.measure == "growth" and row.period_start == told.period_start
        return told.scope if same else ""
    heads = [scene.found.masked[scene.start : one.start] for one in scene.flows]
    return told.scope if all(scene.says("these", head) for head in heads) else ""


def converted_from(quantity: Quantity, scene: Scene, currency: str) -> str:
    """The currency that a level was converted from, where the text says that it was: of the level
    before it in its sentence, or before a sentence that names the rate."""
    if not _is_converted(quantity, scene):
        return ""
    others = [one for one in scene.quantities if one.currency not in ("", currency)]
    follows = not others or others[0].end <= quantity.start
    told = scene.before if follows else scene.here
    other = last(told, measure="level")
    return other.currency if other and other.currency != currency else ""


def _is_converted(quantity: Quantity, scene: Scene) -> bool:
    """Whether the sentence speaks of a conversion, or brackets hold what a note tells the rate of:
    "5 billion shillings ($40 million)" with "$1 = 129 shillings" below."""
    if pattern(scene.language, "converted").search(scene.found.text[scene.start : scene.end]):
        return True
    everything = "\n".join((*scene.article.paragraphs, *scene.article.outside))
    bracket = scene.found.text[: quantity.start].rstrip().endswith(("(", "（"))
    return bracket and pattern(scene.language, "rate_line").search(everything) is not None


def computed_by(quantity: Quantity, scene: Scene) -> str:
    """Whose arithmetic gave the number: of whom it is told, who says so himself, the publisher."""
    speech, publisher = scene.speech(quantity.at), scene.article.publisher
    others = speech.attribution == "indirect" and speech.speaker != speech.office
    if others and speech.speaker and scene.says("their_sums", scene.masked):
        return speech.speaker
    if scene.says("our_sums", scene.masked):
        return speech.speaker if speech.attribution == "direct" else publisher
    named = publisher and publisher in scene.found.text[scene.start : scene.end]
    own = named and speech.attribution == "unattributed"
    return publisher if own and scene.says("computes", scene.masked) else ""
