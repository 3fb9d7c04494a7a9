"""What a count counts, at what stage, and what it is a part of."""

from __future__ import annotations

from analysis.drafts.lexicon import kinds, pattern
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.scenes import Scene, last, words_after


def counted_of(quantity: Quantity, scene: Scene) -> str:
    """What a count counts: the noun behind it, or in front, or what was counted before; else ""."""
    right = scene.right(quantity).lstrip(" ")
    if not pattern(scene.language, "of_them").match(right):
        noun = _noun(quantity, scene)
        if noun:
            return noun
    following = _next(quantity, scene)
    if following and pattern(scene.language, "of_next").match(right):
        return counted_of(following, scene)
    return _earlier(scene) if goes_on(quantity, scene) else ""


def goes_on(quantity: Quantity, scene: Scene) -> bool:
    """Whether a number without a noun goes on about what was counted: "45 are under way"."""
    right = scene.right(quantity).lstrip(" ")
    return pattern(scene.language, "elliptical").match(right) is not None


def _earlier(scene: Scene) -> str:
    """What was counted before in the paragraph, or before it where a list is spoken of again."""
    told = scene.before if scene.says("collection", scene.masked) else scene.paragraph_before
    earlier = last(told, counted="*", measure="count")
    return earlier.counted if earlier and earlier.counted != "sessions" else ""


def _next(quantity: Quantity, scene: Scene) -> Quantity | None:
    """The quantity behind another in its sentence."""
    return next((one for one in scene.quantities if one.start >= quantity.end), None)


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
    for text in _stage_words(quantity, scene):
        for stage, words in kinds(scene.language, "stages").items():
            if words.search(text):
                return stage
    return ""


def _stage_words(quantity: Quantity, scene: Scene) -> list[str]:
    """Where the stage of a count is told: of a whole in its own words alone ("of 28 projects"),
    of parts behind them, of others behind or before."""
    near = words_after(scene.near_right(quantity), 9)
    if pattern(scene.language, "whole_before").search(scene.left(quantity)):
        return [pattern(scene.language, "finite").split(near)[0]]
    following = _next(quantity, scene)
    joined = following and pattern(scene.language, "joined").search(near)
    wide = [words_after(scene.near_right(following), 9)] if joined and following else []
    part = whole_of(quantity, scene, counted_of(quantity, scene)) is not None
    return [near, *wide] if part else [near, *wide, scene.near_left(quantity)]


def whole_of(quantity: Quantity, scene: Scene, counted: str) -> int | None:
    """The proposal that a count or a share of a count is a part of."""
    right = scene.right(quantity).lstrip(" ")
    earlier = [i for i, one in enumerate(scene.before) if one.paragraph == scene.found.number]
    same = [
        i for i in earlier if scene.before[i].measure == "count" and scene.before[i].part_of is None
    ]
    same = [i for i in same if counted in ("", scene.before[i].counted)]
    if pattern(scene.language, "of_next").match(right) and _next(quantity, scene):
        return len(scene.before) + 1
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
