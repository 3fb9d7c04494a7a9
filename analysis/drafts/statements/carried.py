"""Periods that hold on: what a sentence announces figures for, what was told by an office."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from analysis.drafts.periods import Period
from analysis.drafts.statements.scenes import Scene, last


def reported_on(scene: Scene) -> Period | None:
    """The period that a sentence without values announces figures for, else that told before;
    where none was, the latest that it names."""
    label = not re.search(r"\w", scene.masked)
    told = any(scene.says(name, scene.masked) for name in ("figures", "asks", "asked_for"))
    announces = label or scene.flows or told or scene.told is None
    if scene.headline or not announces:
        return scene.told
    day = scene.article.published
    fixed = [one for one in scene.periods if one.first and one.last and not one.base]
    asked = scene.says("asks", scene.masked)
    past = [one for one in fixed if day is None or (_begun if asked else _over)(one, day)]
    if scene.told is None:
        return max(past, key=lambda one: one.last or date.min, default=None)
    return past[-1] if past else scene.told


def _over(period: Period, day: date) -> bool:
    return period.last is not None and period.last < day


def _begun(period: Period, day: date) -> bool:
    return period.first is not None and period.first < day


def told_by(office: str, scene: Scene) -> Period | None:
    """The period told, or that of the same office where it was another that told it last: the
    fiscal year of one is none of another."""
    known = last(scene.before, period_start="*", status="reported")
    if not office or not known or known.office in ("", office):
        return scene.told
    own = last(scene.before, period_start="*", status="reported", office=office)
    if own and scene.told:
        return replace(scene.told, first=own.period_start, last=own.period_end)
    return None if scene.told and scene.told.kind == "fiscal" else scene.told


def hoped_by(status: str, scene: Scene) -> Period | None:
    """The time to come that a sentence goes on about; a goal has that of another goal, or of what
    its own paragraph hopes for."""
    goals = any(one.status == "target" and one.period_start for one in scene.before)
    near = any(one.status != "reported" for one in scene.paragraph_before)
    return scene.hoped if status != "target" or goals or near else None
