"""Periods to come: months that a forecast names without a year, what a question asks about."""

from __future__ import annotations

from dataclasses import replace

from analysis.drafts import periods
from analysis.drafts.lexicon import pattern
from analysis.drafts.periods import Period
from analysis.drafts.statements.scenes import Scene


def ahead(period: Period | None, scene: Scene) -> Period | None:
    """The period, or the same months to come where a forecast names them without a year."""
    day, status = scene.article.published, scene.says("forecast", scene.masked)
    if period is None or period.kind not in ("months", "half", "quarter") or period.base:
        return period
    if not (period.first and period.last and day and period.last < day) or not status:
        return period
    if not pattern(scene.language, "without_year").fullmatch(period.printed):
        return period
    years = day.year - period.first.year + (period.last.replace(year=day.year, day=1) < day)
    shift = Period(0, 0, "", None, None, "shift", True, -years)
    moved = periods.resolve(shift, period)
    return replace(period, first=moved.first, last=moved.last)


def until(period: Period | None, status: str, scene: Scene) -> Period | None:
    """The period as a deadline, where a target names a year behind the next: "half as much again
    in 2027"."""
    if period is None or status != "target" or not is_far(period, scene):
        return period
    return replace(period, kind="deadline")


def is_far(period: Period, scene: Scene) -> bool:
    """Whether a period is a year behind the next."""
    day = scene.article.published
    whole = period.kind in ("year", "fiscal") and period.first is not None
    return bool(day and whole and period.first and period.first.year > day.year + 1)


def announced(scene: Scene) -> Period | None:
    """The period not yet over that a question, a forecast or a goal without numbers names: what
    follows tells of it."""
    day = scene.article.published
    ahead = [one for one in scene.periods if one.last and day and one.last > day and not one.base]
    opens = any(scene.says(name, scene.masked) for name in ("asks", "forecast", "target"))
    return ahead[-1] if ahead and opens else None
