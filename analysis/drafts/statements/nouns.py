"""What the noun that goes with a count means among what is counted."""

from __future__ import annotations

import re

from analysis.drafts.lexicon import kinds, pattern
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.scenes import Scene


def noun_of(quantity: Quantity, scene: Scene) -> str:
    """What the noun that goes with a count means among what is counted."""
    if of_each(quantity, scene):
        return ""
    reach = pattern(scene.language, "noun_phrase").match(scene.right(quantity))
    behind = reach[0] if reach else ""
    behind = f"{quantity.word}|{behind}" if scene.grammar.nouns_before else behind
    kind = first_kind(behind, scene) or first_kind(front(quantity, scene), scene, last=True)
    left = scene.near_left(quantity)
    chosen = [name for name in ("priority", "possible") if scene.says(f"{name}_before", left)]
    return f"{chosen[0]}_projects" if chosen and kind == "projects" else kind


def of_noun(quantity: Quantity, scene: Scene) -> str:
    """What a share of a count is of, where it says so: "more than half of the projects"."""
    right = scene.right(quantity)
    behind = pattern(scene.language, "of_noun").match(right)
    return first_kind(behind[0], scene) if behind else ""


def of_collection(quantity: Quantity, scene: Scene) -> str:
    """What a bare number counts whose collection stands before it: "the list of projects has"."""
    if quantity.word or quantity.unit not in ("", "count") or quantity.currency:
        return ""
    named = pattern(scene.language, "collection_of").search(scene.left(quantity))
    return first_kind(named[0], scene, last=True) if named else ""


def of_another(quantity: Quantity, scene: Scene) -> bool:
    """Whether the clause of a number without a noun is about neither trade nor what was counted:
    "the fair closed at 5"."""
    start = scene.topic_start(quantity)
    if not scene.found.masked[start : quantity.start].strip():
        start, _ = scene.clause(max(start - 1, scene.start))
    traded = any(start <= one.start < quantity.start for one in scene.flows)
    left = scene.found.masked[start : quantity.start]
    return not quantity.word and not traded and scene.says("other_topic", left)


def of_each(quantity: Quantity, scene: Scene) -> bool:
    """Whether something is told for so many of what was counted: "по двум подписаны контракты"."""
    before = pattern(scene.language, "for_each").search(scene.left(quantity))
    behind = pattern(scene.language, "what_for_each").match(scene.right(quantity).lstrip())
    return before is not None and behind is not None


def front(quantity: Quantity, scene: Scene, *, wide: bool = False) -> str:
    """Where a Japanese noun stands before its number, with the number's counter behind a bar: the
    words up to the last comma, or all back to the number before."""
    if not scene.grammar.nouns_before:
        return ""
    near = re.sub("(?<=[はがも])、$", "", scene.near_left(quantity))
    counter = scene.found.text[quantity.at : quantity.end] + quantity.word[:1]
    before = [one for one in scene.quantities if one.end <= quantity.start][-1:]
    if before and scene.found.text[before[0].at : before[0].end][-1:] == counter[-1:]:
        near = re.sub("^の[^、。]*?[はがを]、?", "", near)
    if not scene.says("counters", counter):
        return ""
    return f"{near if wide else near.split('、')[-1]}|{counter}"


def first_kind(text: str, scene: Scene, last: bool = False) -> str:
    """The kind of the first (or last) noun of a text; the wider where two begin together."""
    found = [
        (match.end() if last else -match.start(), match.end() - match.start(), kind)
        for kind, words in kinds(scene.language, "counted").items()
        for match in words.finditer(text)
    ]
    return max(found, default=(0, 0, ""))[2]
