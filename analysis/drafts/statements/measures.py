"""What a quantity measures: a level, a growth, a share, a rank, a number or a count; or nothing.

Each decision gives the measure, or "" with the reason why none fits.
"""

from __future__ import annotations

import re

from analysis.drafts.lexicon import kinds, pattern
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements import bare, counts, sessions, times
from analysis.drafts.statements.foreign import (
    is_beside,
    is_difference,
    is_foreign,
    is_of_things,
    is_other_money,
    is_revision,
)
from analysis.drafts.statements.moving import just_moved, moved_from, said_again
from analysis.drafts.statements.nouns import of_another
from analysis.drafts.statements.paces import moves_a_pace, of_a_pace
from analysis.drafts.statements.scenes import Scene, last, words_after

#: A sum of money below this is a price, a fare or a budget of a household.
SMALLEST_LEVEL = 100_000
THOUSAND = 1000
#: A place above this is one only where the words name what is placed.
HIGHEST = 100
#: So near behind a number stands the period that it is of: "the 4 per cent of 2017".
OF_PERIOD = 5
NO_FLOW = "no trade flow is named"
FOREIGN = "it measures something else"


def measure_of(quantity: Quantity, scene: Scene) -> tuple[str, str]:
    """(measure, "") or ("", why none fits)."""
    if quantity.unit == "ordinal":
        return _of_ordinal(quantity, scene)
    if quantity.unit in ("percent", "percentage_points"):
        return _of_percent(quantity, scene)
    if quantity.unit == "times" and sessions.of_meetings(quantity, scene):
        return "count", ""
    if quantity.unit == "times":
        return _of_times(quantity, scene)
    mark = pattern(scene.language, "mark").match(quantity.word)
    if quantity.currency or (quantity.scale > 1 and (mark or not quantity.word)):
        return _of_money(quantity, scene)
    if counts.counted_of(quantity, scene):
        return "count", ""
    return bare.of_bare(quantity, scene)


def has_flow(scene: Scene) -> bool:
    """Whether the sentence is about trade: it names a flow, or goes on about one."""
    if scene.flows:
        return True
    return (
        bool(scene.found.flows)
        or scene.known is not None
        or last(scene.before, flow="*") is not None
    )


def _of_money(quantity: Quantity, scene: Scene) -> tuple[str, str]:
    from analysis import readings

    if not has_flow(scene):
        return "", NO_FLOW
    if is_foreign(quantity, scene) and not scene.says("converted", scene.masked):
        return "", "money of another kind"
    size = readings.numeral(quantity.printed, quantity.unit, scene.language).value * quantity.scale
    if abs(size) < SMALLEST_LEVEL and not _in_thousands(quantity, scene):
        return "", "money of another kind"
    if is_other_money(quantity, scene):
        return "", "money of another kind"
    if is_difference(quantity, scene):
        return "", "a difference of two levels"
    return "level", ""


def _in_thousands(quantity: Quantity, scene: Scene) -> bool:
    """Whether a small sum is printed in thousands, as the level before it is."""
    told = last(scene.before, measure="level")
    return quantity.scale == THOUSAND and told is not None and told.scale == THOUSAND


def _of_times(quantity: Quantity, scene: Scene) -> tuple[str, str]:
    if not has_flow(scene) or is_foreign(quantity, scene) or _is_frequency(quantity, scene):
        return "", NO_FLOW
    if is_beside(quantity, scene) or of_a_pace(quantity, scene):
        return "", "a comparison of two levels"
    return "growth", ""


def _is_announced(quantity: Quantity, scene: Scene) -> bool:
    """Whether a growth is told before the flow that it is of: "Thai rice up 9 percent in Peru"."""
    near = f"{scene.near_left(quantity)}|{scene.near_right(quantity)}"
    return scene.ahead is not None and _nearest(near, scene, False) == "growth"


def _is_frequency(quantity: Quantity, scene: Scene) -> bool:
    """Whether "three times" tells how often: "blocked three times since April"."""
    left = scene.near_left(quantity)
    right = scene.found.text[quantity.end : scene.end].lstrip()
    often = pattern(scene.language, "frequency_after").match(right)
    moved = scene.says("up", left) or scene.says("down", left)
    if quantity.form == "ratio":
        adverb = pattern(scene.language, "twice").fullmatch(quantity.printed)
        return adverb is not None and not moved and not right.strip(" .,;!")
    return often is not None and not moved


def _of_percent(quantity: Quantity, scene: Scene) -> tuple[str, str]:
    other = _unit_carried(quantity, scene) and of_another(quantity, scene)
    if other or is_foreign(quantity, scene) or is_revision(quantity, scene):
        return "", FOREIGN
    if counts.of_counts(quantity, scene):
        return "share", ""
    if is_of_things(quantity, scene):
        return "", FOREIGN
    if not (has_flow(scene) or _is_announced(quantity, scene)):
        return "", NO_FLOW
    if moves_a_pace(quantity, scene):
        return "", "a difference of two growths"
    measure = _share_or_growth(quantity, scene)
    return (measure, "") if measure else ("", "no word tells a growth or a share")


def _share_or_growth(quantity: Quantity, scene: Scene) -> str:
    """Share or growth by the nearest words; "" where none tells."""
    left, right = scene.near_left(quantity), scene.near_right(quantity).lstrip(' "”’»')
    same = last(scene.here, unit="percent")
    moved = times.is_compared(quantity, scene) or moved_from(quantity, scene)
    if _unit_carried(quantity, scene) and just_moved(left, scene):
        return "growth"
    told = moved or _unit_carried(quantity, scene)
    if same and told and not (same.measure == "growth" and scene.says("share", left)):
        return same.measure
    if same is None and _moved_to(quantity, scene):
        return "share"
    if quantity.unit == "percentage_points" or _signed(quantity, scene):
        return "growth"
    if pattern(scene.language, "growth_after").match(right):
        return "growth"
    grown = pattern(scene.language, "growth_before").search(left.rstrip())
    if quantity.form == "ratio" or _is_every(quantity, scene):
        return "share"
    of_period = any(0 <= one.start - quantity.end <= OF_PERIOD for one in scene.periods)
    if pattern(scene.language, "share_after").match(right) and not (grown or of_period):
        return "share"
    near = _nearest(left, scene, grown is not None) or _nearest(right, scene, False)
    return near or _share_or_carried(quantity, scene)


def _share_or_carried(quantity: Quantity, scene: Scene) -> str:
    """What a percentage is that no word beside it tells: what its sentence goes on about."""
    left = scene.near_left(quantity)
    before = scene.says("share_before", left) and not scene.says("best_time", left)
    if before or said_again(quantity.start, scene):
        return "share"
    part = bool(scene.here) and scene.here[-1].part_of is not None
    carried = _carried(quantity, scene) or ("share" if part or scene.out_of else "")
    return carried or ("growth" if _is_told_alone(quantity, scene) else "")


def _is_told_alone(quantity: Quantity, scene: Scene) -> bool:
    """Whether a percentage is all that is told of what goes on: "Tea managed 3 percent"."""
    told = scene.before[-1] if scene.before else None
    traded = scene.flows or (told and told.flow and told.paragraph >= scene.found.number - 1)
    alone = pattern(scene.language, "stands_alone").match(scene.right(quantity)) is not None
    alone = alone or scene.says("hoped_of", scene.near_left(quantity))
    plain = quantity.form in ("digits", "words") and not _is_every(quantity, scene)
    return bool(traded) and alone and plain and quantity.unit == "percent"


def _is_every(quantity: Quantity, scene: Scene) -> bool:
    """Whether a share is one of so many: "every fifth bottle of our wine"."""
    return pattern(scene.language, "every").match(quantity.printed) is not None


def _unit_carried(quantity: Quantity, scene: Scene) -> bool:
    """Whether a percentage is printed without its unit: "42 percent, ahead of it with 19"."""
    phrase = scene.found.text[quantity.at : quantity.end]
    return quantity.form == "digits" and phrase.strip() == quantity.printed


def _moved_to(quantity: Quantity, scene: Scene) -> bool:
    """Whether a share has moved so many points to this: "slipped by 1.3 points to 4.9 percent"."""
    told = last(scene.here, unit="percentage_points")
    between = scene.found.masked[told.end : quantity.start] if told else ""
    return pattern(scene.language, "moved_to").fullmatch(between) is not None


def _nearest(text: str, scene: Scene, grown: bool) -> str:
    """Share or growth as the words of a text tell; a share that rises "to" is a share still."""
    if scene.says("share", text) and not grown:
        return "share"
    return "growth" if scene.says("up", text) or scene.says("down", text) else ""


def _carried(quantity: Quantity, scene: Scene) -> str:
    """As the number before in the sentence, or as the words of the whole sentence tell."""
    same = last(scene.here, unit="percent")
    if same:
        return same.measure
    wide = _nearest(scene.left(quantity), scene, False) or _nearest(
        scene.right(quantity), scene, False
    )
    earlier = last(scene.paragraph_before, unit="percent")
    if wide or earlier:
        return wide or (earlier.measure if earlier else "")
    if asked := _nearest(scene.question, scene, False):
        return asked
    known = last(scene.before, unit="percent", measure="growth")
    hoped = any(scene.says(name, scene.masked) for name in ("figure", "target", "promise"))
    return "growth" if known and hoped else ""


def _signed(quantity: Quantity, scene: Scene) -> bool:
    """Whether a percentage has a sign, or its base right behind it: "+38.5 pct", "2% y/y"."""
    printed = scene.found.text[max(quantity.at - 1, 0) : quantity.end]
    bases = [one for one in scene.periods if one.base and 0 <= one.start - quantity.end <= 2]
    bases = [
        one for one in bases if not set("、;.") & set(scene.found.text[quantity.end : one.start])
    ]
    signed = f"{printed[:1]}{quantity.printed[:1]}"
    return re.search(r"[-+−]", signed) is not None or bool(bases)


def _of_ordinal(quantity: Quantity, scene: Scene) -> tuple[str, str]:
    left = scene.near_left(quantity)
    if sessions.is_session(quantity, scene):
        return "ordinal", ""
    printed = scene.found.text[quantity.start : quantity.end]
    left = left if left.strip() else scene.left(quantity)
    behind = re.split(r"[,;:(]", words_after(scene.right(quantity), 6))[0]
    near = f"{left[-40:]}|{printed}{behind}"
    if scene.says("ordinal_name", near):
        return "", "a name with a number"
    earlier = last(scene.paragraph_before, unit="ordinal")
    if earlier and pattern(scene.language, "ordinal_alone").match(scene.right(quantity)):
        return earlier.measure, ""
    alone = pattern(scene.language, "alone").search(left) or _placed_thing(left, scene)
    if _is_named(quantity, left, scene):
        return "", "a name with a number"
    ranked = scene.says("rank", near) or scene.says("rank_asked", scene.question)
    ranked = ranked or _is_place(quantity, scene)
    corrected = (
        scene.opens(quantity) and not quantity.word and last(scene.before[-1:], measure="rank")
    )
    if not alone and (ranked or corrected or last(scene.here, measure="rank")):
        return "rank", ""
    return "", "a name with a number"


def _is_named(quantity: Quantity, left: str, scene: Scene) -> bool:
    """Whether an ordinal numbers the thing behind it, which is no partner or place: "the first
    duty"; or is too high for a place and none is named: "bus number 197"."""
    told = scene.says("rank_noun", f"{quantity.word}|{scene.near_right(quantity)}")
    thing = scene.says("of_a_name", left) and bool(quantity.word)
    high = quantity.printed.isdigit() and int(quantity.printed) > HIGHEST
    opened = scene.says("opens_list", scene.left(quantity)) and not any(
        quantity.end <= one.start < scene.end for one in scene.found.mentions
    )
    return scene.grammar.capitals and not told and (thing or high or opened)


def _is_place(quantity: Quantity, scene: Scene) -> bool:
    """Whether an ordinal without a noun is an economy's place: "Peru, fourth in 2016, ...", where
    the sentence says what is ranked, or a rank was told before."""
    if not pattern(scene.language, "place_after").match(scene.right(quantity)):
        return False
    known = kinds(scene.language, "ranked_in").values()
    told = any(one.search(scene.masked) for one in known)
    named = any(scene.start <= one.start < scene.end for one in scene.found.mentions)
    ours = scene.says("our_place", scene.left(quantity))
    return (told or bool(last(scene.paragraph_before, measure="rank") or ours)) and (named or ours)


def _placed_thing(left: str, scene: Scene) -> bool:
    """Whether something else than an economy took a place: "Bananas came second"."""
    return scene.says("placed", left) and not any(
        scene.start <= one.start < scene.end for one in scene.found.mentions
    )
