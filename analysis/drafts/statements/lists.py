"""Numbers told in turn for as many periods: "4, 5 and 6 percent in 2015, 2016 and 2017"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from analysis.drafts.lexicon import pattern
from analysis.drafts.periods import Period, months_between
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.scenes import Scene

Item = TypeVar("Item", Quantity, Period)


def in_turn(quantity: Quantity, scene: Scene) -> Period | None:
    """The period of a number in a list, where its sentence lists as many periods in that order."""
    alike = [one for one in scene.quantities if one.unit == quantity.unit or not one.unit]
    numbers = next((run for run in _runs(alike, scene) if quantity in run), [])
    times = [
        [part for one in run for part in _each(one, scene)] for run in _runs(scene.periods, scene)
    ]
    fitting = [run for run in times if len(run) == len(numbers) > 1]
    return fitting[0][numbers.index(quantity)] if len(fitting) == 1 else None


def _runs(items: Sequence[Item], scene: Scene) -> list[list[Item]]:
    """The items in lists: each joined to the one before by a comma or "and"."""
    runs: list[list[Item]] = []
    for one in items:
        gap = scene.found.masked[runs[-1][-1].end : one.start] if runs else "."
        if pattern(scene.language, "in_turn").fullmatch(gap):
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _each(period: Period, scene: Scene) -> list[Period]:
    """The two that one period names: "in 2016 and 2017", "in March and April"; else itself."""
    first, last = period.first, period.last
    if not (first and last and pattern(scene.language, "two_named").search(period.printed)):
        return [period]
    length = 12 if period.kind == "span" else 1
    if period.kind not in ("span", "months") or months_between(first, last) != 2 * length:
        return [period]
    kind = "year" if length == 12 else "months"
    middle = last.replace(month=1 if length == 12 else last.month, day=1)
    end = date.fromordinal(middle.toordinal() - 1)
    return [replace(period, last=end, kind=kind), replace(period, first=middle, kind=kind)]
