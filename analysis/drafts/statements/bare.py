"""What a numeral without unit or noun is: as the number before it was."""

from __future__ import annotations

from analysis.drafts import sentences
from analysis.drafts.lexicon import pattern
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.foreign import is_foreign
from analysis.drafts.statements.moving import just_moved
from analysis.drafts.statements.nouns import of_another
from analysis.drafts.statements.rows import Proposal
from analysis.drafts.statements.scenes import Scene, last

#: A bare number this many times more or less than the level before it is no level.
FARTHEST = 20


def of_bare(quantity: Quantity, scene: Scene) -> tuple[str, str]:
    """A numeral without unit or noun is what the one before it was: "from 14.9 to 11.2%"."""
    if of_another(quantity, scene):
        return "", "no measure fits"
    answers = scene.says("says_just", scene.left(quantity))
    before = last(scene.paragraph_before if answers else scene.here, unit="percent")
    right = scene.right(quantity).lstrip(" ")
    short = pattern(scene.language, "in_short").match(right)
    alone = not quantity.word and (short is not None or not right[:1].isalpha())
    if alone and _of_sum_beside(quantity, scene):
        return "level", ""
    if alone and before and not is_foreign(quantity, scene):
        return before.measure, ""
    if alone and _is_round_sum(quantity, scene):
        return "level", ""
    if (alone and _of_level_before(quantity, scene)) or _base_of_level(quantity, scene):
        return "level", ""
    if _of_growth_before(quantity, scene) or _of_growth_behind(quantity, scene):
        return "growth", ""
    again = _again(quantity, scene)
    return (again, "") if again else ("", "no measure fits")


def _is_round_sum(quantity: Quantity, scene: Scene) -> bool:
    """Whether a scale alone is a sum of trade: "trade will reach a billion next year"."""
    known = pattern(scene.language, "round_sum").fullmatch(quantity.printed) is not None
    traded = scene.flows or last(scene.before[-2:], measure="level")
    return known and bool(traded) and not is_foreign(quantity, scene)


def _since_told(quantity: Quantity, scene: Scene) -> tuple[Proposal | None, str]:
    """The value told last in the sentence, and what stands between it and a number."""
    told = scene.here[-1] if scene.here else None
    return told, scene.found.masked[told.end : quantity.start] if told else ""


def _of_sum_beside(quantity: Quantity, scene: Scene) -> bool:
    """Whether a number is the sum of another flow beside one: "exports were $3bn, imports 2.4"."""
    told = scene.here[-1] if scene.here else None
    flows = [one for one in scene.flows if told and told.end <= one.start < quantity.start]
    return bool(flows and told and told.measure == "level" and told.flow != flows[-1].flow)


def _base_of_level(quantity: Quantity, scene: Scene) -> bool:
    """Whether a bare number is what the sum before it came from: "600 million, from 650"."""
    told = scene.here[-1] if scene.here and not quantity.word else None
    between = scene.found.masked[told.end : quantity.start] if told else ""
    level = told is not None and told.measure == "level"
    return level and pattern(scene.language, "base_level").fullmatch(between) is not None


def _of_growth_before(quantity: Quantity, scene: Scene) -> bool:
    """Whether a bare number behind a word of movement is a percentage as the one told last."""
    told = scene.paragraph_before[-1] if scene.paragraph_before else None
    grown = told is not None and told.measure == "growth" and told.unit == "percent"
    bare = not quantity.word and quantity.form in ("digits", "words")
    moved = quantity.printed.startswith("-") or just_moved(scene.near_left(quantity), scene)
    return grown and bare and moved


def _of_growth_behind(quantity: Quantity, scene: Scene) -> bool:
    """Whether a bare number behind a word of movement goes on to a percentage: "exports plus 18,
    imports minus 3 percent"."""
    following = [one for one in scene.quantities if one.start >= quantity.end][:1]
    alike = bool(following) and following[0].unit == "percent" and bool(scene.flows)
    bare = not quantity.word and quantity.form in ("digits", "words") and quantity.scale == 1
    return alike and bare and just_moved(scene.near_left(quantity), scene)


def _again(quantity: Quantity, scene: Scene) -> str:
    """What a bare number is that says what the value told last is now, was, should be or is for
    somebody else: "trade of 30 billion dollars. It is at 19.9 now", "he thinks 40 is likelier"."""
    bare = not quantity.word and quantity.form in ("digits", "words")
    told = _gone_on_about(quantity, scene) if bare else None
    if told is None:
        return "growth" if bare and _is_rate_named(quantity, scene) else ""
    if _is_said_again(quantity, scene) or _listed(quantity, scene):
        return told.measure
    told_by = (_of_side, _of_which, _in_a_row)
    broken = told.measure == "level" and any(tells(quantity, scene) for tells in told_by)
    return told.measure if broken else ""


def _gone_on_about(quantity: Quantity, scene: Scene) -> Proposal | None:
    """The last value told that a bare number may be another of, by its size and unit."""
    for told in reversed((*scene.before[-1:], *scene.paragraph_before)):
        percent = told.measure in ("growth", "share") and told.unit == "percent"
        if percent or (told.scale != 1 and _is_alike(quantity, told, scene)):
            return told
    return None


def _is_rate_named(quantity: Quantity, scene: Scene) -> bool:
    """Whether a number is the one that the sentence before names: "how fast sales grew. It was"."""
    text = scene.found.masked[: scene.start]
    named = sentences.split(text, scene.language)[-1:]
    asked = bool(named) and scene.says("how_much", text[slice(*named[0])])
    flows = [one for one in scene.found.flows if named and named[0][0] <= one.start < scene.start]
    return asked and bool(flows) and _is_said_again(quantity, scene)


def _is_said_again(quantity: Quantity, scene: Scene) -> bool:
    """Whether the words around a bare number say that of what was told last."""
    right = scene.right(quantity)
    if pattern(scene.language, "judged").match(right) is not None:
        return True
    since = max((one.end for one in scene.quantities if one.end <= quantity.start), default=0)
    left = scene.found.masked[max(scene.start, since) : quantity.start]
    if scene.says("said_again", left):
        return True
    alone = pattern(scene.language, "stands_alone").match(right) is not None
    brought = alone and scene.says("brought_so_much", left)
    return brought and not is_foreign(quantity, scene)


def _listed(quantity: Quantity, scene: Scene) -> bool:
    """Whether a bare number is joined to one just told: "its own estimate: 3 and 10"."""
    told, gap = _since_told(quantity, scene)
    alone = told is not None and scene.found.text[told.start : told.end] == told.printed
    return alone and pattern(scene.language, "listed_with").fullmatch(gap) is not None


def _in_a_row(quantity: Quantity, scene: Scene) -> bool:
    """Whether a bare decimal ends its piece behind a level: "wood was worth $3bn, paper 1.1"."""
    ends = scene.right(quantity).lstrip()[:1] in ("", ",", ";", ".", ")")
    decimal = ends and "." in quantity.printed and bool(scene.paragraph_before)
    return decimal and not is_foreign(quantity, scene)


def _of_which(quantity: Quantity, scene: Scene) -> bool:
    """Whether a bare number breaks the level of its sentence down: ", of which fish brought 3"."""
    _, gap = _since_told(quantity, scene)
    return pattern(scene.language, "part_which").match(gap) is not None


def _of_side(quantity: Quantity, scene: Scene) -> bool:
    """Whether a bare number behind a level is that of one side: "5 billion: 3.2 of Thai goods"."""
    behind = pattern(scene.language, "of_side").match(scene.right(quantity))
    at = quantity.end + (behind.end() if behind else 0)
    named = any(one.start == at for one in scene.found.mentions)
    return behind is not None and named and bool(scene.here)


def _of_level_before(quantity: Quantity, scene: Scene) -> bool:
    """Whether a hedged number without unit goes on about the sum told last: "it is below 90"."""
    told = scene.before[-1] if scene.before and quantity.form == "digits" else None
    things = any(one.word for one in scene.quantities if one.end <= quantity.start)
    if told is None or not quantity.hedge or scene.here or things:
        return False
    return _is_alike(quantity, told, scene)


def _is_alike(quantity: Quantity, told: Proposal, scene: Scene) -> bool:
    """Whether a bare number may go on about a level told just before, by its size."""
    from analysis import readings

    if told.measure != "level" or not told.value or told.paragraph < scene.found.number - 1:
        return False
    size = float(readings.numeral(quantity.printed, "count", scene.language).value)
    return 1 / FARTHEST <= abs(size / told.value) <= FARTHEST
