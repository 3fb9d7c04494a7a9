"""What a growth starts from: named in its sentence, or the year before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from analysis.drafts import periods
from analysis.drafts.lexicon import pattern
from analysis.drafts.periods import Period
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.elsewhere import is_earlier, is_superlative
from analysis.drafts.statements.moving import multiplied, went_before
from analysis.drafts.statements.outlook import is_far
from analysis.drafts.statements.scenes import Scene
from analysis.drafts.statements.times import (
    compared_periods,
    is_compared,
    opens,
    was_then,
)

#: A base so few characters before its number is that number's own: "前年比27%増、2年前の1.9倍".
ADJACENT = 4


def named_base(quantity: Quantity, scene: Scene) -> Period | None:
    """The base that the sentence names, if it does; one naming serves the whole sentence."""
    compared = [] if is_compared(quantity, scene) else compared_periods(scene, growths=False)
    against = [one for one in scene.periods if _behind_as_in(one, quantity, scene)]
    against += filter(None, [multiplied(quantity, scene)])
    gone = _of_growths(scene)
    bases = [
        one
        for one in scene.periods
        if (one.base or one in (*compared, *against) or is_earlier(one, scene))
        and not is_superlative(one, scene)
        and one not in gone
        and not was_then(one, quantity, scene)
        and not _of_another(one, quantity, scene)
    ]
    return _told_before(_nearest(bases, quantity, scene), scene)


def _told_before(base: Period | None, scene: Scene) -> Period | None:
    """A base that is "that year" with the days of the period before it in the sentence."""
    if base is None or base.kind != "same" or base.years or base.months:
        return base
    fixed = [one for one in scene.periods if one.end <= base.start and one.first and not one.base]
    return replace(fixed[-1], base=True, start=base.start, end=base.end) if fixed else base


def _nearest(bases: list[Period], quantity: Quantity, scene: Scene) -> Period | None:
    """The base right before a growth, else the one behind it, unless that is another number's and
    one stands in front, else the last."""
    led = [one for one in bases if _leads_to(one, quantity, scene)]
    behind = led or [one for one in bases if one.start >= quantity.end]
    front = [one for one in bases if one.end <= quantity.start]
    if (times := multiplied(quantity, scene)) in bases:
        return times
    if behind and front and not led and _parted_from(quantity, behind[0], scene):
        return front[-1]
    return behind[0] if behind else (bases[-1] if bases else None)


def _leads_to(period: Period, quantity: Quantity, scene: Scene) -> bool:
    gap = scene.found.masked[period.end : quantity.start]
    return period.end <= quantity.start and len(gap) <= ADJACENT and "," not in gap


def _parted_from(quantity: Quantity, period: Period, scene: Scene) -> bool:
    """Whether another number stands between a growth and a period behind it, or right behind that:
    "up 6% on the year; on the month, 2%"."""
    between = any(quantity.end <= one.start < period.start for one in scene.quantities)
    behind = [one for one in scene.quantities if one.start >= period.end][:1]
    gap = scene.found.masked[period.end : behind[0].start] if behind else "."
    leads = pattern(scene.language, "of_period").fullmatch(gap) is not None
    return between or leads or any(_leads_to(period, one, scene) for one in behind)


def _of_growths(scene: Scene) -> list[Period]:
    """The periods of growths that went before another: "after a fall of 12 percent in 2016"."""
    found = [went_before(one, scene) for one in scene.quantities]
    return [one for one in found if one is not None]


def _of_another(period: Period, quantity: Quantity, scene: Scene) -> bool:
    """Whether a period behind a growth opens a clause whose sum it is told for: "and a year
    earlier it was 5bn"."""
    _, end = scene.clause(period.start)
    sums = [one for one in scene.quantities if one.currency or one.scale > 1]
    told = any(period.end <= one.start < end for one in sums)
    return told and period.start >= quantity.end and opens(period, scene)


def _behind_as_in(period: Period, quantity: Quantity, scene: Scene) -> bool:
    """Whether a growth is told against a period: "twice as much as in 2016"."""
    told = scene.found.masked[quantity.start : period.start]
    return period.start > quantity.end and scene.says("as_in", told)


def base_days(
    period: Period | None, base: Period | None, scene: Scene, *, yearly: bool = False
) -> tuple[date | None, date | None]:
    """First and last day of what a growth starts from; none for a growth without any period.

    A growth until a day ahead ("double by 2030") starts from the year of the level just told, else
    from the last full year before the article, unless it is that of one year (`yearly`).
    """
    lasts = period is not None and (period.kind == "deadline" or is_far(period, scene))
    if lasts and not (yearly and period and period.kind == "year") and _leans(base):
        return _last_year(scene)
    if period is None:
        fixed = base is not None and base.kind not in ("shift", "same")
        return (base.first, base.last) if base is not None and fixed else (None, None)
    return periods.base_of(period, base)


def _leans(base: Period | None) -> bool:
    return base is None or base.kind in ("shift", "same")


def _last_year(scene: Scene) -> tuple[date | None, date | None]:
    """The whole year told last, else the last full year before the article."""
    told, day = scene.told, scene.article.published
    if told is not None and told.kind in ("year", "fiscal") and told.first is not None:
        return told.first, told.last
    if day is None:
        return None, None
    return date(day.year - 1, 1, 1), date(day.year - 1, 12, 31)
