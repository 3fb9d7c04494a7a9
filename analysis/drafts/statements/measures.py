"""What a quantity measures: a level, a growth, a share, a rank, a number or a count; or nothing.

Each decision gives the measure, or "" with the reason why none fits.
"""

from __future__ import annotations

import re

from analysis.drafts.lexicon import pattern
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements import counts, times
from analysis.drafts.statements.scenes import Scene, last, words_after

#: A sum of money below this is a price, a fare or a budget of a household.
SMALLEST_LEVEL = 100_000
NO_FLOW = "no trade flow is named"
FOREIGN = "it measures something else"


def measure_of(quantity: Quantity, scene: Scene) -> tuple[str, str]:
    """(measure, "") or ("", why none fits)."""
    if quantity.unit == "ordinal":
        return _of_ordinal(quantity, scene)
    if quantity.unit in ("percent", "percentage_points"):
        return _of_percent(quantity, scene)
    if quantity.unit == "times":
        return _of_times(quantity, scene)
    if quantity.currency or (quantity.scale > 1 and not quantity.word):
        return _of_money(quantity, scene)
    if counts.counted_of(quantity, scene):
        return "count", ""
    return _of_bare(quantity, scene)


def has_flow(scene: Scene) -> bool:
    """Whether the sentence is about trade: it names a flow, or goes on about one."""
    if scene.flows:
        return True
    return (
        bool(scene.found.flows)
        or scene.known is not None
        or last(scene.before, flow="*") is not None
    )


def _foreign(quantity: Quantity, scene: Scene) -> bool:
    """Whether the words of the clause tell that something else is measured; a flow ends it."""
    start = _topic_start(quantity, scene)
    named = scene.place("foreign", scene.found.masked[start : quantity.start])
    flows = [one.start - start for one in scene.flows if one.start < quantity.start]
    behind = re.split(r"[,;:(]", words_after(scene.near_right(quantity), 3))[0]
    reason = pattern(scene.language, "reason").search(behind)
    behind = behind[: reason.start()] if reason else behind
    return scene.says("foreign", behind) or (named is not None and named > max(flows, default=-1))


def _topic_start(quantity: Quantity, scene: Scene) -> int:
    """Where the clause begins; before a dash that stands for a verb: "in tons — only 4%"."""
    start, _ = scene.clause(quantity.at)
    dash = re.search(r"\s[–—]\s$", scene.found.masked[scene.start : start])
    return scene.clause(scene.start + dash.start())[0] if dash else start


def _of_money(quantity: Quantity, scene: Scene) -> tuple[str, str]:
    from analysis import readings

    if not has_flow(scene):
        return "", NO_FLOW
    if _foreign(quantity, scene):
        return "", "money of another kind"
    size = readings.numeral(quantity.printed, quantity.unit, scene.language).value * quantity.scale
    if abs(size) < SMALLEST_LEVEL:
        return "", "money of another kind"
    thing = pattern(scene.language, "thing_behind").match(scene.right(quantity).lstrip())
    if thing or _in_brackets(quantity, scene) or _after_people(quantity, scene):
        return "", "money of another kind"
    if _is_difference(quantity, scene):
        return "", "a difference of two levels"
    return "level", ""


def _is_difference(quantity: Quantity, scene: Scene) -> bool:
    """Whether money is the amount of a change: "by $3 million", "$3 million above"."""
    left, right = scene.near_left(quantity), scene.right(quantity)
    after = pattern(scene.language, "difference_after").match(right.lstrip())
    before = pattern(scene.language, "difference_before").search(left[-40:])
    told = scene.here[-1] if scene.here else None
    instead = told is not None and told.unit == "percent" and scene.says("or", left)
    return after is not None or before is not None or instead


def _in_brackets(quantity: Quantity, scene: Scene) -> bool:
    """Whether money stands in brackets behind something that is no flow: a project's price."""
    left = scene.left(quantity)
    opened = max(left.rfind("("), left.rfind("（"))
    start, end = scene.clause(quantity.at)
    traded = any(start <= one.start < end for one in scene.flows)
    inside = opened > max(left.rfind(")"), left.rfind("）"))
    return inside and not traded and not _converts(quantity, scene)


def _converts(quantity: Quantity, scene: Scene) -> bool:
    """Whether the brackets open right behind another sum of money, to say it once more."""
    before = [one for one in scene.quantities if one.end <= quantity.start][-1:]
    gap = scene.found.masked[before[0].end : quantity.start] if before else ""
    return bool(before and before[0].currency) and re.fullmatch(r"\s*[(（]", gap) is not None


def _after_people(quantity: Quantity, scene: Scene) -> bool:
    """Whether a sum without a currency follows a number of people: "5 million people, it 10"."""
    people = [one for one in scene.found.dismissed if scene.start <= one.start < quantity.start]
    if quantity.currency or not people or people[-1].kind != "population":
        return False
    return not any(people[-1].end <= one.start < quantity.start for one in scene.quantities)


def _of_times(quantity: Quantity, scene: Scene) -> tuple[str, str]:
    if not has_flow(scene) or _foreign(quantity, scene):
        return "", NO_FLOW
    return ("", "a comparison of two levels") if _beside(quantity, scene) else ("growth", "")


def _beside(quantity: Quantity, scene: Scene) -> bool:
    """Whether so many times more are told of no flow, or than of somebody: "twice Peru's"."""
    right = scene.right(quantity).lstrip()
    more = pattern(scene.language, "times_beside").match(right)
    if more is None or any(one.base for one in scene.periods):
        return False
    if pattern(scene.language, "than").match(right[more.end() :]):
        return True
    start, end = scene.clause(quantity.at)
    return not any(start <= one.start < end for one in scene.flows)


def _of_percent(quantity: Quantity, scene: Scene) -> tuple[str, str]:
    if _foreign(quantity, scene):
        return "", FOREIGN
    if counts.of_counts(quantity, scene):
        return "share", ""
    if _of_things(quantity, scene):
        return "", FOREIGN
    if not has_flow(scene):
        return "", NO_FLOW
    measure = _share_or_growth(quantity, scene)
    return (measure, "") if measure else ("", "no word tells a growth or a share")


def _of_things(quantity: Quantity, scene: Scene) -> bool:
    """Whether it is of things that are no trade: told of counts or things just before, without a
    flow ("4,150 containers, 31% more"), or of things behind ("one in four of our containers")."""
    if (
        quantity.form == "fraction"
        and not scene.flows
        and last(scene.paragraph_before, counted="*")
    ):
        return True
    before = [one for one in scene.quantities if one.end <= quantity.start][-1:]
    things = before and before[0].unit == "count" and before[0].word and not scene.flows
    if things and not counts.counted_of(before[0], scene):
        return True
    start, end = scene.clause(quantity.at)
    traded = any(start <= one.start < end for one in scene.flows)
    behind = pattern(scene.language, "of_things").match(scene.right(quantity).lstrip())
    return " in " in quantity.printed and behind is not None and not traded


def _share_or_growth(quantity: Quantity, scene: Scene) -> str:
    """Share or growth by the nearest words; "" where none tells."""
    left, right = scene.near_left(quantity), scene.near_right(quantity)
    same = last(scene.here, unit="percent")
    if same and (times.is_compared(quantity, scene) or _unit_carried(quantity, scene)):
        return same.measure
    if same is None and _moved_to(quantity, scene):
        return "share"
    if quantity.unit == "percentage_points" or _signed(quantity, scene):
        return "growth"
    if pattern(scene.language, "growth_after").match(right.lstrip()):
        return "growth"
    grown = pattern(scene.language, "growth_before").search(left.rstrip())
    if quantity.form == "ratio":
        return "share"
    if pattern(scene.language, "share_after").match(right.lstrip()) and not grown:
        return "share"
    return (
        _nearest(left, scene, grown is not None)
        or _nearest(right, scene, False)
        or _carried(quantity, scene)
    )


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
    asked = scene.found.masked[: scene.start].rstrip()
    if asked.endswith("?") and _nearest(asked[-60:], scene, False) == "growth":
        return "growth"
    known = last(scene.before, unit="percent", measure="growth")
    hoped = any(scene.says(name, scene.masked) for name in ("figure", "target", "promise"))
    return "growth" if known and hoped else ""


def _signed(quantity: Quantity, scene: Scene) -> bool:
    """Whether a percentage has a sign, or its base right behind it: "+38.5 pct", "2% y/y"."""
    printed = scene.found.text[max(quantity.at - 1, 0) : quantity.end]
    bases = [one for one in scene.periods if one.base and 0 <= one.start - quantity.end <= 2]
    bases = [one for one in bases if "、" not in scene.found.text[quantity.end : one.start]]
    signed = f"{printed[:1]}{quantity.printed[:1]}"
    return re.search(r"[-+−]", signed) is not None or bool(bases)


def _of_ordinal(quantity: Quantity, scene: Scene) -> tuple[str, str]:
    left = scene.near_left(quantity)
    if counts.is_session(quantity, scene):
        return "ordinal", ""
    printed = scene.found.text[quantity.start : quantity.end]
    left = left if left.strip() else scene.left(quantity)
    near = f"{left[-40:]}|{printed}{words_after(scene.right(quantity), 6)}"
    if scene.says("ordinal_name", near):
        return "", "a name with a number"
    alone = pattern(scene.language, "alone").search(left) or _placed_thing(left, scene)
    if not alone and (scene.says("rank", near) or last(scene.here, measure="rank")):
        return "rank", ""
    return "", "a name with a number"


def _of_bare(quantity: Quantity, scene: Scene) -> tuple[str, str]:
    """A numeral without unit or noun is what the one before it was: "from 14.9 to 11.2%"."""
    before = last(scene.paragraph_before, unit="percent")
    alone = not quantity.word and not scene.right(quantity).lstrip(" ")[:1].isalpha()
    if alone and before and not _foreign(quantity, scene):
        return before.measure, ""
    if alone and _of_level_before(quantity, scene):
        return "level", ""
    return "", "no measure fits"


def _placed_thing(left: str, scene: Scene) -> bool:
    """Whether something else than an economy took a place: "Bananas came second"."""
    return scene.says("placed", left) and not any(
        scene.start <= one.start < scene.end for one in scene.found.mentions
    )


def _of_level_before(quantity: Quantity, scene: Scene) -> bool:
    """Whether a hedged number without unit goes on about the sum told last: "it is below 90"."""
    told = scene.before[-1] if scene.before else None
    near = told is not None and told.paragraph >= scene.found.number - 1
    return bool(near and told and told.measure == "level" and quantity.hedge and not scene.here)
