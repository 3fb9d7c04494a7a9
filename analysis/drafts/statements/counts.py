"""What a count counts, at what stage, and what it is a part of."""

from __future__ import annotations

from analysis.drafts import sentences
from analysis.drafts.lexicon import kinds, pattern
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.rows import Proposal
from analysis.drafts.statements.scenes import Scene, last, words_after
from analysis.drafts.statements.times import is_compared


def counted_of(quantity: Quantity, scene: Scene) -> str:
    """What a count counts: the noun behind it, or in front, or what was counted before; else ""."""
    right = scene.right(quantity).lstrip(" ")
    if quantity.unit == "percent":
        return _of_noun(quantity, scene) or _earlier(scene)
    compared = compared_with(quantity, scene)
    if compared:
        return compared.counted
    if not pattern(scene.language, "of_them").match(right):
        noun = _noun(quantity, scene) or _item(quantity, scene)
        if noun:
            return noun
    following = _next(quantity, scene)
    if following and pattern(scene.language, "of_next").match(right):
        return counted_of(following, scene)
    if _is_out_of(quantity, scene):
        return scene.here[-1].counted
    return _earlier(scene) if goes_on(quantity, scene) or _of_list(quantity, scene) else ""


def _is_out_of(quantity: Quantity, scene: Scene) -> bool:
    """Whether a bare number is what the count before is a part of: "60 projects out of 130"."""
    if quantity.unit not in ("", "count") or quantity.currency or not scene.here:
        return False
    told = scene.here[-1]
    pointed = told.measure == "count" and told.part_of == len(scene.before)
    return pointed and bool(pattern(scene.language, "whole_before").search(scene.left(quantity)))


def compared_with(quantity: Quantity, scene: Scene) -> Proposal | None:
    """The count that a bare number is told for comparison with: "eight projects, up from five"."""
    bare = quantity.unit in ("", "count") and not quantity.currency
    if not (bare and is_compared(quantity, scene)) or _noun(quantity, scene):
        return None
    return scene.here[-1] if scene.here and scene.here[-1].measure == "count" else None


def _of_noun(quantity: Quantity, scene: Scene) -> str:
    """What a share of a count is of, where it says so: "more than half of the projects"."""
    right = scene.right(quantity)
    behind = pattern(scene.language, "of_noun").match(right)
    return _first_kind(behind[0], scene) if behind else ""


def of_counts(quantity: Quantity, scene: Scene) -> bool:
    """Whether a percentage or fraction is a share of a count, told or named before."""
    if _of_noun(quantity, scene):
        return True
    right = scene.right(quantity).lstrip(" ")
    if scene.here and scene.here[-1].counted and scene.says("of_them", right[:12]):
        return True
    told = last(scene.paragraph_before, counted="*") is not None and not scene.flows
    return told and (quantity.form != "fraction" or goes_on(quantity, scene))


def _of_list(quantity: Quantity, scene: Scene) -> bool:
    """Whether a bare number stands in a sentence that begins "Of 18 ventures"."""
    bare = quantity.unit in ("", "count") and not quantity.currency
    wholes = [i for i, one in enumerate(scene.before) if one.measure == "count"]
    return bare and any(_after_of(scene, i) for i in wholes[-3:])


def goes_on(quantity: Quantity, scene: Scene) -> bool:
    """Whether a number without a noun goes on about what was counted: "45 are under way"."""
    right = scene.right(quantity).lstrip(" ")
    found = pattern(scene.language, "elliptical").match(right)
    return found is not None and (quantity.form != "fraction" or right[:1].isalpha())


def _earlier(scene: Scene) -> str:
    """What was counted before in the paragraph, or before it where a list is spoken of again."""
    told = scene.before if scene.says("collection", scene.masked) else scene.paragraph_before
    wholes = [one for one in told if one.part_of is None and one.counted != "sessions"]
    earlier = last(wholes, counted="*", measure="count")
    return earlier.counted if earlier else _asked(scene)


def _asked(scene: Scene) -> str:
    """What the sentence or paragraph before names without a number: "How many projects?"."""
    number = scene.found.number
    text = scene.found.text[: scene.start] or scene.article.paragraphs[max(number - 1, 0)]
    asked = text.rstrip().endswith(("?", "？", "か。", "は。"))
    if not asked and not scene.says("counting", scene.masked):
        return ""
    before = sentences.split(text, scene.language)[-1:]
    return _first_kind(text[slice(*before[0])], scene, last=True) if before else ""


def _next(quantity: Quantity, scene: Scene) -> Quantity | None:
    """The quantity behind another in its sentence."""
    return next((one for one in scene.quantities if one.start >= quantity.end), None)


def _noun(quantity: Quantity, scene: Scene) -> str:
    """What the noun that goes with a count means among what is counted."""
    reach = pattern(scene.language, "noun_phrase").match(scene.right(quantity))
    behind = reach[0] if reach else ""
    behind = f"{quantity.word}|{behind}" if scene.language == "ja" else behind
    front = scene.near_left(quantity) if scene.language == "ja" else ""
    return _first_kind(behind, scene) or _first_kind(front, scene, last=True)


def _item(quantity: Quantity, scene: Scene) -> str:
    """What the entries of a list are, or proposals: what the words around them name."""
    if not pattern(scene.language, "items").match(scene.right(quantity).lstrip(" ")):
        return ""
    behind = _first_kind(scene.near_right(quantity), scene)
    return behind or _first_kind(scene.left(quantity), scene, last=True) or _earlier(scene)


def _first_kind(text: str, scene: Scene, last: bool = False) -> str:
    """The kind of the first (or last) noun of a text; the wider where two begin together."""
    found = [
        (match.end() if last else -match.start(), match.end() - match.start(), kind)
        for kind, words in kinds(scene.language, "counted").items()
        for match in words.finditer(text)
    ]
    return max(found, default=(0, 0, ""))[2]


def is_session(quantity: Quantity, scene: Scene) -> bool:
    """Whether an ordinal numbers the sessions of a committee."""
    near = words_after(scene.near_right(quantity), 7)
    if pattern(scene.language, "session").search(near):
        return not scene.says("ordinal_name", near)
    if pattern(scene.language, "meeting").match(near) and scene.says("committee", scene.masked):
        return True
    earlier = last(scene.paragraph_before, counted="sessions")
    return bool(earlier) and scene.says("next_one", scene.near_left(quantity))


def stage_of(quantity: Quantity, scene: Scene, counted: str) -> str:
    """The stage that the words around a count tell, or that of its whole; "" where none does."""
    if counted == "sessions":
        return ""
    compared = compared_with(quantity, scene)
    if compared:
        return compared.stage
    for text in _stage_words(quantity, scene):
        found = [
            (match.start(), -match.end(), stage)
            for stage, words in kinds(scene.language, "stages").items()
            for match in words.finditer(text)
        ]
        if found:
            return min(found)[2]
    whole = whole_of(quantity, scene, counted)
    partly = pattern(scene.language, "of_them").match(scene.right(quantity).lstrip(" "))
    partly = partly or pattern(scene.language, "among").search(scene.near_left(quantity))
    if partly and whole is not None:
        return scene.before[whole].stage
    again = last(scene.paragraph_before, measure="count", printed=quantity.printed)
    return again.stage if again else _stage_joined(quantity, scene)


def _stage_joined(quantity: Quantity, scene: Scene) -> str:
    """The stage of the count before that is joined to this: "signed six pacts and two memos"."""
    told = last(scene.here, measure="count")
    between = scene.found.text[told.end : quantity.start] if told else ","
    joined = "," not in between and pattern(scene.language, "joined").search(between)
    return told.stage if told and joined else ""


def _stage_words(quantity: Quantity, scene: Scene) -> list[str]:
    """Where the stage of a count is told: of a whole in its own words alone ("of 28 projects"),
    of parts behind them, of others behind or before."""
    near = words_after(scene.near_right(quantity), 9)
    if pattern(scene.language, "whole_before").search(scene.left(quantity)):
        told = pattern(scene.language, "relative_noun").search(near)
        return [told[0] if told else pattern(scene.language, "finite").split(near)[0]]
    cut = pattern(scene.language, "stage_end")
    left = cut.split(scene.near_left(quantity))[-1]
    following = _next(quantity, scene)
    joined = pattern(scene.language, "joined").search(near)
    behind = words_after(scene.near_right(following), 14) if following else ""
    if pattern(scene.language, "of_next").match(scene.right(quantity).lstrip()):
        verb = pattern(scene.language, "finite").search(behind)
        return [behind[verb.start() :] if verb else behind, left]
    wide = [behind] if joined else []
    return [cut.split(near)[0], *wide, left]


def whole_of(quantity: Quantity, scene: Scene, counted: str) -> int | None:
    """The proposal that a count or a share of a count is a part of."""
    right = scene.right(quantity).lstrip(" ")
    if pattern(scene.language, "of_next").match(right) and _next(quantity, scene):
        return len(scene.before) + 1
    among = pattern(scene.language, "among").search(scene.near_left(quantity))
    if among and scene.here and scene.here[-1].measure == "count":
        return len(scene.before) - 1
    wholes = [i for i, one in enumerate(scene.before) if _is_whole(one, counted, scene)]
    if not wholes or pattern(scene.language, "whole_before").search(scene.left(quantity)):
        return None
    if pattern(scene.language, "of_them").match(right):
        return _these(scene, wholes[-1])
    if _after_of(scene, wholes[-1]):
        return wholes[-1]
    return None if _stands_alone(quantity, scene, wholes[-1]) else wholes[-1]


def _is_whole(told: Proposal, counted: str, scene: Scene) -> bool:
    """Whether a count of the paragraph may be the whole of another of its kind."""
    here = told.paragraph == scene.found.number and told.measure == "count"
    return here and told.part_of is None and counted in ("", told.counted)


def _stands_alone(quantity: Quantity, scene: Scene, whole: int) -> bool:
    """Whether a count has a noun of its own, or stands beside another: "20 more"."""
    beside = scene.before[whole] in scene.here and _besides(scene, whole, quantity)
    if beside or _further(quantity, scene, whole):
        return True
    if quantity.unit != "percent" and _noun(quantity, scene):
        return True
    right = scene.right(quantity).lstrip(" ")
    return pattern(scene.language, "relative").match(right) is not None


def _these(scene: Scene, whole: int) -> int:
    """The count that "of these" means: the part just told, where its whole came behind it."""
    before = whole - 1
    pointed = before >= 0 and scene.before[before].part_of == whole
    return before if pointed else whole


def _besides(scene: Scene, index: int, quantity: Quantity) -> bool:
    """Whether a count stands beside another: "eight in force and six in preparation"."""
    between = scene.found.masked[scene.before[index].end : quantity.start]
    return pattern(scene.language, "besides").search(between) is not None


def _further(quantity: Quantity, scene: Scene, whole: int) -> bool:
    """Whether "20 more" stand beside a count that no part was told of: they are no part either."""
    parts = any(one.part_of == whole for one in scene.before)
    right = scene.right(quantity).lstrip(" ")
    more = pattern(scene.language, "more").match(right) is not None
    more = more or scene.says("more_before", scene.near_left(quantity))
    return (more and not parts) or compared_with(quantity, scene) is not None


def _after_of(scene: Scene, index: int) -> bool:
    """Whether the sentence begins "Of 60 projects ...", so that what follows is a part of them."""
    whole = scene.before[index]
    if not scene.start <= whole.start < scene.end:
        return False
    text = scene.found.text
    before = pattern(scene.language, "of_whole").match(text[scene.start : whole.end])
    behind = pattern(scene.language, "of_whole_behind").match(text[whole.end : scene.end])
    return before is not None or behind is not None
