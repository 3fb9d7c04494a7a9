"""Months named without a year: to come or gone by; periods that a target or question is about."""

from __future__ import annotations

from dataclasses import replace

from analysis.drafts import periods
from analysis.drafts.lexicon import pattern
from analysis.drafts.periods import Period
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.scenes import Scene

#: So many days after its end the figures of a period may still be expected.
NOT_YET_KNOWN = 45


def placed(period: Period | None, quantity: Quantity, scene: Scene) -> Period | None:
    """The period, or where its words name no year the same months of another: to come for a
    forecast ("will grow in the fourth quarter"), gone by for what is told ("sold 5bn by August").
    """
    day = scene.article.published
    if period is None or period.base or day is None or not (period.first and period.last):
        return period
    if not pattern(scene.language, "without_year").fullmatch(period.printed):
        return period
    if period.kind in ("months", "half", "quarter") and period.last < day:
        years = day.year - period.last.year + (period.last.replace(year=day.year, day=1) < day)
        just_over = (day - period.last).days < NOT_YET_KNOWN
        awaited = not just_over and _awaited(max(period.start, quantity.start), scene)
        return _moved(period, years) if awaited else period
    gone = period.kind == "deadline" and period.first.year > day.year
    return _moved(period, -1) if gone and _happened(scene) else period


def _moved(period: Period, years: int) -> Period:
    """The same months so many years later."""
    kind = "months" if period.kind == "deadline" else period.kind
    return replace(periods.years_later(period, years), kind=kind)


def _awaited(end: int, scene: Scene) -> bool:
    """Whether what is said up to a place is an expectation."""
    said = scene.masked if scene.grammar.nouns_before else scene.found.masked[scene.start : end]
    return scene.says("forecast", said) and not scene.says("had_expected", said)


def _happened(scene: Scene) -> bool:
    """Whether a number is told as something over, and no goal or expectation."""
    hoped = scene.says("target", scene.masked) or scene.says("forecast", scene.masked)
    return not hoped and scene.says("happened", scene.masked)


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
