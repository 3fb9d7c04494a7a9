"""What a growth starts from: named in its sentence, or the year before."""

from __future__ import annotations

from datetime import date

from analysis.drafts import periods
from analysis.drafts.periods import Period
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.moving import multiplied, went_before
from analysis.drafts.statements.scenes import Scene
from analysis.drafts.statements.times import (
    compared_periods,
    is_compared,
    is_earlier,
    is_superlative,
    opens,
)

#: A base so few characters before its number is that number's own: "前年比27%増、2年前の1.9倍".
ADJACENT = 4


def named_base(quantity: Quantity, scene: Scene) -> Period | None:
    """The base that the sentence names, if it does; one naming serves the whole sentence."""
    compared = [] if is_compared(quantity, scene) else compared_periods(scene)
    against = [one for one in scene.periods if _behind_as_in(one, quantity, scene)]
    against += filter(None, [multiplied(quantity, scene)])
    gone = [went_before(one, scene) for one in scene.quantities]
    bases = [
        one
        for one in scene.periods
        if (one.base or one in (*compared, *against) or is_earlier(one, scene))
        and not is_superlative(one, scene)
        and one not in gone
        and not _of_another(one, quantity, scene)
    ]
    led = [one for one in bases if 0 <= quantity.start - one.end <= ADJACENT]
    after = led or [one for one in bases if one.start >= quantity.end]
    return after[0] if after else (bases[-1] if bases else None)


def _of_another(period: Period, quantity: Quantity, scene: Scene) -> bool:
    """Whether a period behind a growth opens a clause whose sum it is told for: "and a year
    earlier it was 5bn"."""
    _, end = scene.clause(period.start)
    sums = [one for one in scene.quantities if one.currency or one.scale > 1]
    told = any(period.end <= one.start < end for one in sums)
    return told and period.start >= quantity.end and opens(period, scene)


def _behind_as_in(period: Period, quantity: Quantity, scene: Scene) -> bool:
    """Whether a growth is told against a period: "twice as much as in 2016"."""
    between = scene.found.masked[quantity.end : period.start]
    return period.start > quantity.end and scene.says("as_in", between)


def base_days(
    period: Period | None, base: Period | None, scene: Scene
) -> tuple[date | None, date | None]:
    """First and last day of what a growth starts from; none for a growth without any period.

    A growth until a day ahead ("double by 2030") starts from the year of the level just told, else
    from the last full year before the article.
    """
    if period is not None and _leans(base) and _until_ahead(period, scene):
        return _last_year(scene)
    if period is None:
        fixed = base is not None and base.kind not in ("shift", "same")
        return (base.first, base.last) if base is not None and fixed else (None, None)
    return periods.base_of(period, base)


def _until_ahead(period: Period, scene: Scene) -> bool:
    """Whether a growth lasts until a day ahead: "by 2030", or a year behind the next."""
    day = scene.article.published
    far = day and period.first and period.kind == "year" and period.first.year > day.year + 1
    return period.kind == "deadline" or bool(far)


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
