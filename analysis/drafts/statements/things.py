"""Sums of a thing, and flows of which only a part is named: "copper: $2 million"."""

from __future__ import annotations

import re

from analysis.drafts.flows import Flow
from analysis.drafts.lexicon import pattern
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.rows import Proposal
from analysis.drafts.statements.scenes import Scene


def of_thing(row: Proposal, quantity: Quantity, scene: Scene) -> bool:
    """Whether a sum is that of a thing: "Apparel: $2 million", "Salmon alone brought in 2 million",
    "exports of figs rose to $2 million", "$2 million of figs"."""
    if row.note or _has_thing_behind(quantity, scene):
        return True
    start, _ = scene.clause(quantity.at)
    near = scene.found.masked[start : quantity.start]
    traded = any(scene.start <= one.start < quantity.start for one in scene.flows)
    listed = not traded and pattern(scene.language, "thing_listed").fullmatch(
        scene.left(quantity).strip()
    )
    brings = pattern(scene.language, "thing_brings").search(near)
    return bool(listed or brings) or scene.says("thing_alone", near) or _is_subject(quantity, scene)


def _has_thing_behind(quantity: Quantity, scene: Scene) -> bool:
    """Whether a thing follows a sum that is told of no whole: "$2 billion of copper"."""
    right = scene.right(quantity)
    thing = pattern(scene.language, "of_thing").match(right)
    named = (
        any(quantity.end <= one.start < quantity.end + thing.end() for one in scene.found.mentions)
        if thing
        else True
    )
    return bool(quantity.currency) and not named


def _is_subject(quantity: Quantity, scene: Scene) -> bool:
    """Whether the clause of a sum begins with a thing, and names no flow or economy."""
    near = pattern(scene.language, "thing_parted").split(scene.left(quantity))[-1]
    start = quantity.start - len(near)
    places = [one.start for one in scene.found.mentions] + [one.start for one in scene.flows]
    named = any(start <= at < quantity.start for at in places)
    return (
        not named
        and pattern(scene.language, "thing_opens").fullmatch(near.strip() + " ") is not None
    )


def is_named(quantity: Quantity, scene: Scene) -> bool:
    """Whether a sum of money is that of a thing, in a sentence without a flow: "大豆は3億ドル"."""
    traded = any(one.start < quantity.start for one in scene.flows)
    thing = pattern(scene.language, "thing_named").search(scene.left(quantity))
    return bool(quantity.currency) and not traded and thing is not None


def stands_at(quantity: Quantity, scene: Scene) -> bool:
    """Whether a sentence begins with a thing and its sum: "Bananas, at $4 million, came next"."""
    opening = pattern(scene.language, "thing_at").fullmatch(scene.left(quantity))
    named = [one.start for one in scene.found.mentions] + [one.start for one in scene.flows]
    return opening is not None and not any(scene.start <= at < quantity.start for at in named)


def note_of(measure: str, flow: Flow | None, quantity: Quantity, scene: Scene) -> str:
    """What a number is of, where a flow has no word for it: "gold only", "in Africa" of a rank."""
    return _ranked_within(quantity, scene) if measure == "rank" else _part(flow, quantity, scene)


def _ranked_within(quantity: Quantity, scene: Scene) -> str:
    """The group in which a place is held: "in Africa" of "third-largest partner in Africa"."""
    found = pattern(scene.language, "ranked_within").search(scene.right(quantity))
    return found["what"] if found else ""


def _part(flow: Flow | None, quantity: Quantity, scene: Scene) -> str:
    """What a flow is of, where only a part of it is named: "gold only" of "gold exports"."""
    if flow is None or flow not in scene.found.flows:
        return ""
    text = scene.found.masked
    before = pattern(scene.language, "part_before").search(text[scene.start : flow.start])
    after = pattern(scene.language, "part_after").match(text[flow.end : scene.end])
    found = before or after
    named = found and any(
        one.words in found["what"] or found["what"] in one.words for one in scene.found.mentions
    )
    if not found or named:
        return ""
    return f"{(_turned_to(quantity, scene) or found)['what']} only"


def _turned_to(quantity: Quantity, scene: Scene) -> re.Match[str] | None:
    """Another thing that a number is of than the one before: "cocoa exports fell 5%, coffee 3%"."""
    if not scene.here:
        return None
    gap = scene.found.masked[scene.here[-1].end : quantity.start]
    return pattern(scene.language, "thing_turned").fullmatch(gap)
