"""What a count, or a share of a count, is a part of."""

from __future__ import annotations

import re

from analysis import readings
from analysis.drafts.lexicon import kinds, pattern
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.counts import (
    CHOSEN,
    FAR,
    adds_up,
    after_of,
    compared_with,
    corrected,
    goes_over,
    next_after,
    of_named,
)
from analysis.drafts.statements.nouns import noun_of, of_noun
from analysis.drafts.statements.rows import Proposal
from analysis.drafts.statements.scenes import Scene, words_after

#: What may be listed as documents: "four documents: two agreements and two memoranda".
DOCUMENTS = {"documents": ("agreements", "documents")}


def whole_of(quantity: Quantity, scene: Scene, counted: str) -> int | None:
    """The proposal that a count or a share of a count is a part of."""
    right = scene.right(quantity).lstrip(" ")
    wrong = corrected(quantity, scene)
    if wrong is not None:
        return wrong.part_of
    if pattern(scene.language, "of_next").match(right) and next_after(quantity, scene):
        return len(scene.before) + 1
    among = pattern(scene.language, "among").search(scene.near_left(quantity))
    if among and scene.here and scene.here[-1].measure == "count":
        return len(scene.before) - 1
    kind = of_named(quantity, scene)
    if kind:
        return _last_of(kind, scene)
    those = pattern(scene.language, "of_them").match(right)
    pointed = _at_stage(right, scene) if those else listed_in(quantity, scene, counted)
    return _told_before(quantity, scene, counted) if pointed is None else pointed


def _last_of(kind: str, scene: Scene) -> int | None:
    """The last count of a kind near by that is no part."""
    near = scene.found.number - FAR
    wholes = (
        i for i, one in enumerate(scene.before)
        if (one.counted, one.measure) == (kind, "count") and one.part_of is None
        and one.paragraph >= near
    )  # fmt: skip
    return max(wholes, default=None)


def added_up(row: Proposal, scene: Scene) -> list[int]:
    """The counts of the paragraph that one told behind them adds up: "9 are new; with the 22 begun
    before, that makes 31"."""
    kinds_of = DOCUMENTS.get(row.counted, (row.counted,))
    told = [
        i for i, one in enumerate(scene.before)
        if one in scene.paragraph_before and one.measure == "count" and one.counted in kinds_of
    ]  # fmt: skip
    total = sum(scene.before[i].value or 0 for i in told)
    adds = row.measure == "count" and row.part_of is None and len(told) > 1
    return told if adds and total == row.value else []


def _told_before(quantity: Quantity, scene: Scene, counted: str) -> int | None:
    """The last count told that may be the whole of another, unless that stands alone."""
    wholes = [i for i, one in enumerate(scene.before) if _is_whole(one, counted, scene)]
    wholes = [i for i in wholes if _is_larger(scene.before[i], quantity, scene)]
    if not wholes or pattern(scene.language, "whole_before").search(scene.left(quantity)):
        return None
    if pattern(scene.language, "of_them").match(scene.right(quantity).lstrip(" ")):
        return _these(scene, wholes[-1])
    among = pattern(scene.language, "among").search(scene.near_left(quantity))
    if among and scene.grammar.nouns_before:
        return wholes[-1]
    if after_of(scene, wholes[-1]) or _is_told_part(quantity, scene, counted, wholes[-1]):
        return wholes[-1]
    return None if _stands_alone(quantity, scene, wholes[-1]) else wholes[-1]


def listed_in(quantity: Quantity, scene: Scene, counted: str) -> int | None:
    """The count of the sentence whose list it stands in: "five papers: two pacts, a memo"."""
    first = len(scene.before) - len(scene.here)
    for i, told in enumerate(scene.here, first):
        between = scene.found.masked[told.end : quantity.start]
        alike = counted in DOCUMENTS.get(told.counted, (told.counted,))
        opened = told.measure == "count" and told.part_of is None and alike
        if opened and ";" not in between and scene.says("listed", between):
            return i
    return None


def _is_told_part(quantity: Quantity, scene: Scene, counted: str, whole: int) -> bool:
    """Whether a count is of the noun told before ("five of its points"), or the counts of its
    sentence add up to the whole."""
    return of_noun(quantity, scene) == counted or adds_up(scene.before[whole], scene)


def _is_whole(told: Proposal, counted: str, scene: Scene) -> bool:
    """Whether a count of the paragraph, or one before it that the sentence goes over, may be the
    whole of another of its kind."""
    near = told.paragraph in (scene.found.number, scene.opener)
    here = (near or told is goes_over(scene)) and told.measure == "count"
    alike = counted in ("", told.counted) or (told.counted == "projects" and counted in CHOSEN)
    denied = pattern(scene.language, "denied_count").search(_words_before(told, scene))
    return here and told.part_of is None and alike and denied is None


def _words_before(told: Proposal, scene: Scene) -> str:
    """What stands before a count of the paragraph."""
    return scene.found.masked[: told.start] if told.paragraph == scene.found.number else ""


def _is_larger(told: Proposal, quantity: Quantity, scene: Scene) -> bool:
    """Whether a count is larger than another, as a whole is than its part; any is than a share."""
    if quantity.unit not in ("", "count"):
        return True
    return (told.value or 0) > readings.numeral(quantity.printed, "count", scene.language).value


def _stands_alone(quantity: Quantity, scene: Scene, whole: int) -> bool:
    """Whether a count has a noun of its own, or stands beside another: "20 more"."""
    beside = scene.before[whole] in scene.here and _besides(scene, whole, quantity)
    if beside or _further(quantity, scene, whole):
        return True
    if quantity.unit != "percent" and noun_of(quantity, scene):
        return True
    right = scene.right(quantity).lstrip(" ")
    return pattern(scene.language, "relative").match(right) is not None


def _these(scene: Scene, whole: int) -> int:
    """The count that "of these" means: the part just told, where its whole came behind it."""
    before = whole - 1
    pointed = before >= 0 and scene.before[before].part_of == whole
    return before if pointed else whole


def _at_stage(right: str, scene: Scene) -> int | None:
    """The count of the stage that "of those under way" names."""
    those = re.split(pattern(scene.language, "finite"), words_after(right, 5))[0]
    named = [one for one, words in kinds(scene.language, "stages").items() if words.search(those)]
    first = len(scene.before) - len(scene.paragraph_before)
    told = enumerate(scene.paragraph_before, first)
    return next((i for i, one in told if one.stage and one.stage in named), None)


def _besides(scene: Scene, index: int, quantity: Quantity) -> bool:
    """Whether a count stands beside another: "eight in force and six in preparation"."""
    between = scene.found.masked[scene.before[index].end : quantity.start]
    return pattern(scene.language, "besides").search(between) is not None


def _further(quantity: Quantity, scene: Scene, whole: int) -> bool:
    """Whether "20 more" stand beside a count that no part was told of: they are no part either."""
    parts = any(one.part_of == whole for one in scene.before)
    right = scene.right(quantity).lstrip(" ")
    more = pattern(scene.language, "more").match(right) is not None
    more = more and not pattern(scene.language, "these").search(scene.left(quantity))
    further = scene.says("more_before", scene.near_left(quantity))
    alone = (further and quantity.word) or ((more or further) and not parts)
    return bool(alone) or compared_with(quantity, scene) is not None
