"""A number that came from another: "58%から39%に", "three times the $5 million of 2019"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from analysis.drafts.lexicon import pattern
from analysis.drafts.periods import Period, months_between
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.scenes import Scene


def moved_from(quantity: Quantity, scene: Scene) -> bool:
    """Whether a number is where the one before it has moved to: "58%から39%に"."""
    before = [one for one in scene.quantities if one.end <= quantity.start][-1:]
    return bool(before) and before[0].unit == quantity.unit and moved_on(before[0], scene)


def moved_on(quantity: Quantity, scene: Scene) -> bool:
    """Whether the next number of its kind is said to have come from this one."""
    behind = pattern(scene.language, "moved_on").match(scene.right(quantity))
    following = [one for one in scene.quantities if one.start >= quantity.end][:1]
    return behind is not None and bool(following) and following[0].unit == quantity.unit


def end_before(quantity: Quantity, scene: Scene) -> int:
    """Where the number before a quantity ends."""
    return max(one.end for one in scene.quantities if one.end <= quantity.start)


def just_moved(text: str, scene: Scene) -> bool:
    """Whether a text ends with a word of movement: "sales to Peru retreated", "up another"."""
    if scene.says("just_moved", text):
        return True
    bare = text.rstrip()
    moves = [pattern(scene.language, name).finditer(bare) for name in ("up", "down")]
    return scene.grammar.capitals and any(one.end() == len(bare) for each in moves for one in each)


def from_to(period: Period) -> tuple[Period, Period] | None:
    """The period of a growth that is told from one year or month to the next, and its base:
    "from April to May"."""
    if period.first is None or period.last is None:
        return None
    first, end = period.first, period.last
    if period.kind == "span":
        months = end.replace(month=1, day=1), first.replace(month=12, day=31)
    elif period.printed[:5].lower() == "from " and months_between(first, end) == 2:
        months = end.replace(day=1), end.replace(day=1) - timedelta(days=1)
    else:
        return None
    return replace(period, first=months[0]), replace(period, last=months[1])


def multiplied(quantity: Quantity, scene: Scene) -> Period | None:
    """The period of the sum that a number of times is of: "three times the $5 million of 2019"."""
    behind = [one for one in scene.quantities if one.start >= quantity.end][:1]
    if quantity.unit != "times" or not behind or not (behind[0].currency or behind[0].scale > 1):
        return None
    gap = scene.found.masked[quantity.end : behind[0].start]
    near = [one for one in scene.periods if one.start >= behind[0].end][:1]
    until = scene.found.masked[behind[0].end : near[0].start] if near else "."
    direct = pattern(scene.language, "times_of").fullmatch(gap)
    return near[0] if direct and re.fullmatch(r"\s*\w*\s*", until) else None


def went_before(quantity: Quantity, scene: Scene) -> Period | None:
    """The period behind a change that went before: "after a fall of 12 percent the year before"."""
    behind = [one for one in scene.periods if one.start >= quantity.end][:1]
    if not behind or quantity.unit not in ("percent", "times"):
        return None
    gap = scene.found.masked[quantity.end : behind[0].start]
    led = pattern(scene.language, "went_before").search(scene.left(quantity)) is not None
    close = pattern(scene.language, "moved_in").fullmatch(gap) is not None
    against = pattern(scene.language, "against_base").match(behind[0].printed)
    return behind[0] if led and close and against is None else None


def tells_of(period: Period, quantity: Quantity, scene: Scene) -> bool:
    """Whether a clause tells a number of the period before it: "May, when they had risen 5%"."""
    gap = scene.found.masked[period.end : quantity.start]
    behind = period.end <= quantity.start
    return behind and pattern(scene.language, "in_which").fullmatch(gap) is not None


def came_from(period: Period, quantity: Quantity, scene: Scene) -> bool:
    """Whether a growth came from this one, of the period behind: "to 2% from 7% a year before"."""
    before = [one for one in scene.quantities if one.end <= quantity.start][-1:]
    if not before or before[0].unit != quantity.unit or period.start < quantity.end:
        return False
    gap = scene.found.masked[before[0].end : quantity.start]
    came = pattern(scene.language, "came_from").search(gap) is not None
    return (
        came
        and pattern(scene.language, "moved_in").fullmatch(
            scene.found.masked[quantity.end : period.start]
        )
        is not None
    )


def said_again(start: int, scene: Scene) -> bool:
    """Whether a share that begins here says once more what a sum just told is: ", or a third"."""
    told = scene.here[-1] if scene.here else None
    between = scene.found.masked[told.end : start] if told else ""
    again = pattern(scene.language, "again").fullmatch(between)
    return told is not None and told.measure == "level" and again is not None
