"""What a count counts."""

from __future__ import annotations

import re

from analysis import readings
from analysis.drafts import sentences
from analysis.drafts.lexicon import kinds, pattern
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements import sessions
from analysis.drafts.statements.nouns import (
    first_kind,
    front,
    noun_of,
    of_another,
    of_collection,
    of_each,
    of_noun,
)
from analysis.drafts.statements.rows import Proposal
from analysis.drafts.statements.scenes import Scene, last
from analysis.drafts.statements.times import is_compared

#: A whole may stand so many paragraphs before the parts that add up to it.
FAR = 2
#: What some of the projects told may be: "seven of those under way are priority projects".
CHOSEN = ("priority_projects", "national_projects", "possible_projects")


def counted_of(quantity: Quantity, scene: Scene) -> str:
    """What a count counts: the noun behind it, or in front, or what was counted before; else ""."""
    right = scene.right(quantity).lstrip(" ")
    if sessions.of_meetings(quantity, scene):
        return "sessions"
    if quantity.unit == "percent":
        return of_noun(quantity, scene) or _of_next(quantity, scene) or _earlier(scene)
    compared = compared_with(quantity, scene)
    if compared:
        return compared.counted
    noun = of_named(quantity, scene) or _own_noun(quantity, scene)
    if noun:
        return noun
    following = next_after(quantity, scene)
    if following and pattern(scene.language, "of_next").match(right):
        return counted_of(following, scene)
    if _is_out_of(quantity, scene):
        return scene.here[-1].counted
    fronted = _fronted(quantity, scene)
    if fronted:
        return fronted
    told = _earlier(scene) if _goes_on_about(quantity, scene) else ""
    told = told or of_collection(quantity, scene)
    return told or first_kind(front(quantity, scene, wide=True), scene, last=True)


def _fronted(quantity: Quantity, scene: Scene) -> str:
    """What a bare Russian count counts that its clause begins with: "Документов подписано 44"."""
    start, _ = scene.clause(quantity.at)
    noun = pattern(scene.language, "fronted").match(scene.found.masked[start : quantity.start])
    bare = quantity.unit in ("", "count") and not quantity.currency
    return first_kind(noun[0], scene) if noun and bare and goes_on(quantity, scene) else ""


def _own_noun(quantity: Quantity, scene: Scene) -> str:
    """What the noun of a count itself means; of Japanese "うち2件" what was counted before."""
    if pattern(scene.language, "of_them").match(scene.right(quantity).lstrip(" ")):
        kind = first_kind(scene.near_right(quantity), scene)
        return kind if kind in CHOSEN else _said_of_them(quantity, scene)
    among = pattern(scene.language, "among").search(scene.near_left(quantity))
    told = _earlier(scene) if among and scene.grammar.nouns_before else ""
    return (
        told
        or noun_of(quantity, scene)
        or _item(quantity, scene)
        or _labelled(quantity, scene)
        or (_earlier(scene) if among and not quantity.currency else "")
    )


def _said_of_them(quantity: Quantity, scene: Scene) -> str:
    """What those counted are said to be: "sixteen of which are agreements"."""
    right = scene.near_right(quantity).lstrip(" ")
    for words in kinds(scene.language, "counted").values():
        noun = words.search(right)
        if noun and pattern(scene.language, "are_these").fullmatch(right[: noun.start()]):
            return first_kind(right, scene)
    return ""


def _labelled(quantity: Quantity, scene: Scene) -> str:
    """What the label in front of a number names: "Joint projects: 40"."""
    bare = quantity.unit in ("", "count") and not quantity.currency and not quantity.word
    return first_kind(_label(quantity, scene), scene) if bare else ""


def _label(quantity: Quantity, scene: Scene) -> str:
    """The label of a line that begins with it before its number."""
    label = re.fullmatch(r"[^.:;,\x00]{3,60}[:：]\s*", scene.left(quantity))
    return label[0] if label else ""


def _goes_on_about(quantity: Quantity, scene: Scene) -> bool:
    """Whether a number without a noun is of what was counted before, not of "the number of X"."""
    if scene.says("number_of", scene.near_left(quantity)) or _of_no_count(quantity, scene):
        return False
    if scene.question and not quantity.word and scene.opens(quantity):
        return True
    if _label(quantity, scene):
        return False
    if goes_on(quantity, scene) or _of_list(quantity, scene):
        return True
    return _is_bare_part(quantity, scene)


def _of_no_count(quantity: Quantity, scene: Scene) -> bool:
    """Whether a number is no count: a decimal, or of something else and no words go on about it."""
    told = scene.right(quantity).lstrip()[:1].isalpha() and goes_on(quantity, scene)
    return "." in quantity.printed or (of_another(quantity, scene) and not told)


def _is_bare_part(quantity: Quantity, scene: Scene) -> bool:
    """Whether a number that no noun follows is less than a count just told, or says "of these":
    "six in water", "it put off three"."""
    if not _is_bare(quantity, scene):
        return False
    counts = [one for one in scene.list_before if one.measure == "count"]
    wholes = [one for one in counts if one.part_of is None and one.counted != "sessions"]
    if pattern(scene.language, "these").search(scene.left(quantity)):
        return bool(wholes)
    size = readings.numeral(quantity.printed, "count", scene.language).value
    return any((one.value or 0) > size for one in wholes)


def _is_bare(quantity: Quantity, scene: Scene) -> bool:
    """Whether a number stands alone in a language that has its nouns behind numbers, and the words
    before it tell of nothing else."""
    grammar = scene.grammar
    if quantity.word or quantity.form not in ("digits", "words") or grammar.inflected:
        return False
    if grammar.nouns_before or quantity.unit not in ("", "count") or quantity.currency:
        return False
    traded = any(one.start < quantity.start for one in scene.flows)
    other = pattern(scene.language, "of_other").match(scene.right(quantity)) is not None
    return not (traded or other or scene.says("number_of", scene.left(quantity)))


def _is_out_of(quantity: Quantity, scene: Scene) -> bool:
    """Whether a bare number is what the count before is a part of: "60 projects out of 130"."""
    if quantity.unit not in ("", "count") or quantity.currency or not scene.here:
        return False
    told = scene.here[-1]
    pointed = told.measure == "count" and told.part_of == len(scene.before)
    return pointed and bool(pattern(scene.language, "whole_before").search(scene.left(quantity)))


def compared_with(quantity: Quantity, scene: Scene) -> Proposal | None:
    """The count that a bare number is told for comparison with ("eight projects, up from five"),
    or instead of ("he put the number at six")."""
    bare = quantity.unit in ("", "count") and not quantity.currency
    if not bare or noun_of(quantity, scene):
        return None
    if not is_compared(quantity, scene):
        return corrected(quantity, scene)
    return scene.here[-1] if scene.here and scene.here[-1].measure == "count" else None


def corrected(quantity: Quantity, scene: Scene) -> Proposal | None:
    """The count told last in the paragraph, where a number corrects it."""
    corrects = scene.says("corrected", scene.left(quantity))
    return last(scene.paragraph_before, measure="count") if corrects else None


def of_named(quantity: Quantity, scene: Scene) -> str:
    """What a bare number is of that its sentence begins with: "Of the memoranda, four ..."."""
    if quantity.word and not goes_on(quantity, scene):
        return ""
    named = pattern(scene.language, "of_named").match(scene.left(quantity))
    return first_kind(named[0], scene) if named else ""


def of_counts(quantity: Quantity, scene: Scene) -> bool:
    """Whether a percentage or fraction is a share of a count, told or named before."""
    if of_noun(quantity, scene) or _of_next(quantity, scene):
        return True
    right = scene.right(quantity).lstrip(" ")
    if scene.here and scene.here[-1].counted and scene.says("of_them", right[:12]):
        return True
    told = last(scene.paragraph_before, counted="*") is not None and not scene.flows
    return told and (quantity.form != "fraction" or goes_on(quantity, scene))


def _of_next(quantity: Quantity, scene: Scene) -> str:
    """What the count behind a share of it counts: "half of the 24 projects"."""
    following = next_after(quantity, scene)
    joined = pattern(scene.language, "of_next").match(scene.right(quantity).lstrip(" "))
    counted = following is not None and following.unit in ("", "count") and not following.currency
    return noun_of(following, scene) if joined and following and counted else ""


def _of_list(quantity: Quantity, scene: Scene) -> bool:
    """Whether a bare number stands in a sentence that begins "Of 18 ventures"."""
    bare = quantity.unit in ("", "count") and not quantity.currency
    wholes = [i for i, one in enumerate(scene.before) if one.measure == "count"]
    return bare and any(after_of(scene, i) for i in wholes[-3:])


def goes_on(quantity: Quantity, scene: Scene) -> bool:
    """Whether a number without a noun goes on about what was counted: "45 are under way"."""
    right = scene.right(quantity).lstrip(" ")
    aside = pattern(scene.language, "told_beside").match(right)
    right = right[aside.end() :] if aside else right
    if of_each(quantity, scene):
        return True
    found = pattern(scene.language, "elliptical").match(right)
    which = right[:1].isalpha() or scene.says("which_are", scene.near_left(quantity))
    return found is not None and (quantity.form != "fraction" or which)


def _earlier(scene: Scene) -> str:
    """What was counted before in the paragraph, or before it where a list is spoken of again."""
    told = scene.before if scene.says("collection", scene.masked) else scene.list_before
    counts = [one for one in told if one.counted != "sessions"]
    wholes = [one for one in counts if one.part_of is None]
    earlier = last(wholes, counted="*", measure="count") or last(counts, measure="count")
    earlier = earlier or goes_over(scene)
    return earlier.counted if earlier else _asked(scene)


def goes_over(scene: Scene) -> Proposal | None:
    """The count of a paragraph before that the counts of the sentence add up to, or that the
    paragraph goes on about."""
    near = (one for one in scene.before if one.paragraph >= scene.found.number - FAR)
    wholes = [one for one in near if one.measure == "count" and one.part_of is None]
    told = next((one for one in reversed(wholes) if adds_up(one, scene)), None)
    return told or _continued(scene)


def _continued(scene: Scene) -> Proposal | None:
    """The count that ends the paragraph before, where this one begins with a number of it or says
    how many there were: "Before the spring we had 21"."""
    first = scene.found.quantities[0] if scene.found.quantities else None
    before = [one for one in scene.before if one.paragraph < scene.found.number][-1:]
    told = before[0] if before and before[0].paragraph == scene.found.number - 1 else None
    if first is None or told is None or told.measure != "count" or told.part_of is not None:
        return None
    opening = scene.found.masked[: first.start]
    opened = not opening.strip(" \"“'") or scene.says("had_so_many", opening)
    behind = scene.found.masked[first.end :].lstrip()
    return told if opened and pattern(scene.language, "elliptical").match(behind) else None


def adds_up(told: Proposal, scene: Scene) -> bool:
    """Whether the counts of the sentence add up to one told before it."""
    counts = [one for one in scene.quantities if one.unit == "count"]
    sizes = [readings.numeral(one.printed, "count", scene.language).value for one in counts]
    return len(sizes) > 1 and told not in scene.here and sum(sizes) == told.value


def _asked(scene: Scene) -> str:
    """What the sentence or paragraph before names without a number: "How many projects?"."""
    number = scene.found.number
    text = scene.found.text[: scene.start] or scene.article.paragraphs[max(number - 1, 0)]
    asked = scene.question or text.rstrip().endswith("は。")
    if not asked and not scene.says("counting", scene.masked):
        return ""
    before = sentences.split(text, scene.language)[-1:]
    return first_kind(text[slice(*before[0])], scene, last=True) if before else ""


def next_after(quantity: Quantity, scene: Scene) -> Quantity | None:
    """The quantity behind another in its sentence."""
    return next((one for one in scene.quantities if one.start >= quantity.end), None)


def _item(quantity: Quantity, scene: Scene) -> str:
    """What the entries of a list are, or proposals: what the words around them name."""
    if not pattern(scene.language, "items").match(scene.right(quantity).lstrip(" ")):
        return ""
    behind = first_kind(scene.near_right(quantity), scene)
    return behind or first_kind(scene.left(quantity), scene, last=True) or _earlier(scene)


def after_of(scene: Scene, index: int) -> bool:
    """Whether the sentence begins "Of 60 projects ...", so that what follows is a part of them."""
    whole = scene.before[index]
    if not scene.start <= whole.start < scene.end:
        return False
    text = scene.found.text
    before = pattern(scene.language, "of_whole").match(text[scene.start : whole.end])
    behind = pattern(scene.language, "of_whole_behind").match(text[whole.end : scene.end])
    return before is not None or behind is not None
