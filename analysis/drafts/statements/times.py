"""The period of a value: printed in its sentence, or carried over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.drafts import periods
from analysis.drafts.lexicon import pattern
from analysis.drafts.periods import Period, months_between
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.elsewhere import of_something_else
from analysis.drafts.statements.lists import in_turn
from analysis.drafts.statements.moving import (
    came_from,
    end_before,
    moved_from,
    moved_on,
    tells_of,
    went_before,
)
from analysis.drafts.statements.pairs import respective
from analysis.drafts.statements.scenes import Scene, last

#: A period so many characters behind its number still belongs to it.
REACH = 70
#: A base so near to the beginning of a sentence is what it is about: "A year earlier it was 5bn".
OPENING = 6


def period_of(quantity: Quantity, scene: Scene, measure: str) -> tuple[Period | None, bool]:
    """(the period of a value, whether its sentence prints it); None where nothing tells it."""
    listed = in_turn(quantity, scene)
    if listed is not None:
        return listed, True
    taken = [] if is_compared(quantity, scene) else compared_periods(scene)
    own = [one for one in scene.periods if _may_be_own(one, quantity, measure, scene)]
    if moved_from(quantity, scene):
        own = [one for one in own if one.start >= end_before(quantity, scene)]
    named = _named(quantity, scene, [one for one in own if one not in taken])
    if named is not None:
        told = periods.resolve(named, _leaned_on(named, scene))
        if named.kind == "since_year" and tells_of(named, quantity, scene):
            return replace(told, kind="year"), True
        if measure in ("level", "rank") and _of_the_one_before(named, quantity, scene):
            return _year_before(told), False
        return told, True
    from_here = moved_on(quantity, scene) and scene.speech(quantity.at).office
    compared = is_compared(quantity, scene) or from_here
    if compared and measure in ("level", "share", "rank") and scene.told:
        return _year_before(scene.told), False
    return None, False


def _of_the_one_before(named: Period, quantity: Quantity, scene: Scene) -> bool:
    """Whether a number is told for comparison with one before that has the period: it is of the
    year before ("5th in 2021, where it had been 4th"), unless a forecast was revised."""
    others = any(one.end <= quantity.start for one in scene.quantities)
    revised = scene.says("revised", scene.masked)
    behind = named.end <= quantity.start and not _leads(named, quantity, scene)
    return others and not revised and behind and is_compared(quantity, scene)


def _leaned_on(named: Period, scene: Scene) -> Period | None:
    """What "that year" and "a year earlier" mean: the period before in their sentence, else the
    one hoped for, where that was told last, else the one reported on; of "the ten months" the last
    that is as long."""
    if named.kind == "same" and named.months:
        return _as_long(named, scene) or scene.told
    own = [one for one in scene.periods if one.end <= named.start and one.first and not one.base]
    if own and named.kind == "shift":
        return own[-1]
    if named.first and named.years > 1:
        return None  # "ten years ago"
    before = last(scene.before, flow="*")
    leans = (named.kind == "same" and not named.years) or named.years < 0
    hoped = leans and before and before.status != "reported"
    return scene.hoped if hoped else scene.told


def _as_long(named: Period, scene: Scene) -> Period | None:
    """What the article goes on about, or else the period told last that has so many months; the
    months of the year up to one told last, if they are so many."""
    told = [(one.period_start, one.period_end) for one in scene.before]
    told += [(scene.told.first, scene.told.last)] if scene.told else []
    for first, end in reversed(told):
        if first and end and months_between(first, end) == named.months:
            return replace(named, first=first, last=end, kind="months")
    months = [end for first, end in told if end and first == end.replace(day=1)]
    if months and months[-1].month == named.months:
        january = months[-1].replace(month=1, day=1)
        return replace(named, first=january, last=months[-1], kind="months")
    return None


def _year_before(told: Period) -> Period:
    """What a number told for comparison is of, where nothing else is said."""
    shift = Period(0, 0, "", None, None, "shift", True, 1)
    return periods.resolve(shift, told)


def is_compared(quantity: Quantity, scene: Scene) -> bool:
    """Whether a number is told for comparison: "against 49.9bn in 2021"."""
    left = scene.left(quantity)
    if pattern(scene.language, "compared").search(left[-40:]):
        return True
    before = [one for one in scene.quantities if one.end <= quantity.start][-1:]
    if before and before[0].unit == "times" and quantity.currency:
        between = scene.found.masked[before[0].end : quantity.start]
        return pattern(scene.language, "multiple_of").fullmatch(between) is not None
    joined = pattern(scene.language, "joined").search(left)
    alike = bool(before) and bool(before[0].currency) == bool(quantity.currency)
    return bool(joined and alike and is_compared(before[0], scene))


def compared_periods(scene: Scene, *, growths: bool = True) -> list[Period]:
    """The periods of numbers told for comparison; they are no period of any other number."""
    return [
        one
        for quantity in scene.quantities
        if is_compared(quantity, scene)
        and (growths or quantity.unit != "percent")
        and respective(quantity, scene) is None
        for one in [one for one in scene.periods if one.start >= quantity.end][:1]
        if _reaches(quantity, one, scene)
    ]


def _may_be_own(period: Period, quantity: Quantity, measure: str, scene: Scene) -> bool:
    """Whether a period may be a number's own: a base only that of a level told for comparison."""
    came = measure == "growth" and (
        came_from(period, quantity, scene) or was_then(period, quantity, scene)
    )
    if came or tells_of(period, quantity, scene):
        return True
    if of_something_else(period, quantity, measure, scene):
        return False
    if not period.base or period == went_before(quantity, scene):
        return True
    if measure not in ("level", "rank", "share"):
        return False
    adjacent = 0 <= quantity.start - period.end <= len(" (") or _was_of(period, quantity, scene)
    leads = opens(period, scene) and period.start < quantity.start
    leads = leads and not _between(period, quantity, scene)
    return adjacent or leads or is_compared(quantity, scene)


def _was_of(period: Period, quantity: Quantity, scene: Scene) -> bool:
    """Whether a period right behind a number is its own: "they had been 5bn the year before"."""
    gap = scene.found.masked[quantity.end : period.start]
    against = pattern(scene.language, "against_base").match(period.printed)
    behind = period.start >= quantity.end and against is None
    return behind and pattern(scene.language, "was_of").fullmatch(gap) is not None


def opens(period: Period, scene: Scene) -> bool:
    """Whether a period begins its clause, or is that of the figure that does: "the sum for May"."""
    start, _ = scene.clause(period.start)
    head = scene.found.masked[start : period.start]
    return len(head) < OPENING or pattern(scene.language, "figure_of").fullmatch(head) is not None


def was_then(period: Period, quantity: Quantity, scene: Scene) -> bool:
    """Whether a clause opens with a period and tells what was in it: "a year ago it had been"."""
    behind = scene.found.masked[period.end : scene.end]
    told = pattern(scene.language, "was_then").match(behind) is not None
    told = told and period.kind in ("shift", "same") and opens(period, scene)
    return told and period.end <= quantity.start and not _between(period, quantity, scene)


def _between(period: Period, quantity: Quantity, scene: Scene) -> bool:
    """Whether another number stands between a period and its number."""
    return any(period.end <= one.start < quantity.start for one in scene.quantities)


def _named(quantity: Quantity, scene: Scene, own: Sequence[Period]) -> Period | None:
    """The period behind a quantity, else the last before it, else the first of the sentence."""
    start, end = scene.clause(quantity.at)
    near = [one for one in own if start <= one.start < end]
    vague = [one for one in own if one.kind in ("rate", "within")]
    if not (_said_first(vague, quantity) and _all_apart(_without(vague, own), quantity, scene)):
        own = near if near and set(near) <= set(vague) else _without(vague, own)
    after = [one for one in own if one.start >= quantity.end]
    before = [one for one in own if one.end <= quantity.start]
    led = before and _leads(before[-1], quantity, scene)
    if before and after and scene.found.masked[: after[0].start].rstrip().endswith(","):
        led = True  # "which fell by 2% in 2019, in 2020 grew again"
    if after and not led and _reaches(quantity, after[0], scene):
        return after[0]
    if before:
        return before[-1]

    def _gap(period: Period) -> str:
        return scene.found.masked[quantity.end : period.start]

    after = [one for one in after if not _of_the_next(one, quantity, scene)]
    open_ones = [one for one in after if not one.base and not _broken(_gap(one), scene)]
    return open_ones[0] if open_ones else None


def _without(vague: Sequence[Period], own: Sequence[Period]) -> Sequence[Period]:
    """The periods that fix days, where there are any."""
    return [one for one in own if one not in vague] or own


def _said_first(vague: Sequence[Period], quantity: Quantity) -> bool:
    """Whether "today" or the like stands before a number."""
    return any(one.kind == "within" and one.end <= quantity.start for one in vague)


def _all_apart(fixed: Sequence[Period], quantity: Quantity, scene: Scene) -> bool:
    """Whether all periods stand behind a number and what ends its statement: "today 5bn," he said,
    "in 2008 none"."""
    return all(one.start >= quantity.end and not _reaches(quantity, one, scene) for one in fixed)


def _leads(period: Period, quantity: Quantity, scene: Scene) -> bool:
    """Whether a period stands right before its number: "13年の8位"."""
    gap = scene.found.masked[period.end : quantity.start]
    return pattern(scene.language, "of_period").fullmatch(gap) is not None


def _of_the_next(period: Period, quantity: Quantity, scene: Scene) -> bool:
    """Whether a day ahead belongs to a number of the next clause: "now 4th, and 3rd by 2025"."""
    _, end = scene.clause(quantity.at)
    others = [one for one in scene.quantities if quantity.end <= one.start < period.start]
    hoped = [scene.says("target", scene.found.masked[quantity.end : one.start]) for one in others]
    parted = any(end <= one.start for one in others) or any(hoped)
    return parted and period.kind in ("deadline", "within")


def _reaches(quantity: Quantity, period: Period, scene: Scene) -> bool:
    """Whether a period follows its number without another number or clause in between."""
    between = scene.found.masked[quantity.end : period.start]
    others = any(quantity.end <= one.start < period.start for one in scene.quantities)
    others = others or any(_leads(period, one, scene) for one in scene.quantities)
    parted = pattern(scene.language, "break").search(between)
    told = any(one.end <= quantity.start and one.first and not one.base for one in scene.periods)
    parted = parted or (re.match(r"[^(]*\)", between) if told else None)
    return len(between) < REACH and not others and not parted and not _broken(between, scene)


def _broken(between: str, scene: Scene) -> bool:
    """Whether a period behind a number opens a clause or sentence of its own."""
    opens = pattern(scene.language, "opens").search(between)
    return opens is not None or re.search(r"[;.]\s", between) is not None
