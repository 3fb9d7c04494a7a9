"""What a count counts, at what stage, and what it is a part of."""

from __future__ import annotations

from analysis.drafts.lexicon import kinds, pattern
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.scenes import Scene, last, words_after


def counted_of(quantity: Quantity, scene: Scene) -> str:
    """What a count counts: the noun behind it, or in front, or what was counted before; else ""."""
    noun = _noun(quantity, scene)
    if noun:
        return noun
    if not pattern(scene.language, "elliptical").match(scene.right(quantity).lstrip(" ")):
        return ""
    earlier = last(scene.paragraph_before, counted="*")
    return earlier.counted if earlier and earlier.counted != "sessions" else ""


def _noun(quantity: Quantity, scene: Scene) -> str:
    """What the noun that goes with a count means among what is counted."""
    reach = pattern(scene.language, "noun_phrase").match(scene.right(quantity))
    behind = reach[0] if reach else ""
    front = scene.near_left(quantity) if scene.language == "ja" else ""
    for text in (behind, front):
        for kind, words in kinds(scene.language, "counted").items():
            if words.search(text):
                return kind
    return ""


def is_session(quantity: Quantity, scene: Scene) -> bool:
    """Whether an ordinal numbers the sessions of a committee."""
    near = words_after(scene.near_right(quantity), 4)
    if pattern(scene.language, "session").search(near):
        return not scene.says("ordinal_name", near)
    earlier = last(scene.paragraph_before, counted="sessions")
    return bool(earlier) and scene.says("next_one", scene.near_left(quantity))


def stage_of(quantity: Quantity, scene: Scene) -> str:
    """The stage that the words around a count tell; "" where none does."""
    spans = (words_after(scene.near_right(quantity), 9), scene.near_left(quantity))
    for text in spans:
        for stage, words in kinds(scene.language, "stages").items():
            if words.search(text):
                return stage
    return ""


def whole_of(quantity: Quantity, scene: Scene, counted: str) -> int | None:
    """The proposal that a count or a share of a count is a part of."""
    right = scene.right(quantity).lstrip(" ")
    earlier = [i for i, one in enumerate(scene.before) if one.paragraph == scene.found.number]
    same = [
        i for i in earlier if scene.before[i].measure == "count" and scene.before[i].part_of is None
    ]
    same = [i for i in same if counted in ("", scene.before[i].counted)]
    if not same:
        return None
    if pattern(scene.language, "of_them").match(right) or _after_of(scene, same[-1]):
        return same[-1]
    return same[-1] if not _noun(quantity, scene) else None


def _after_of(scene: Scene, index: int) -> bool:
    """Whether the sentence begins "Of 60 projects ...", so that what follows is a part of them."""
    whole = scene.before[index]
    if not scene.start <= whole.start < scene.end:
        return False
    return (
        pattern(scene.language, "of_whole").match(scene.found.text[scene.start : whole.end])
        is not None
    )
