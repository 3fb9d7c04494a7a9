"""The period of a value and the base of a growth: printed in its sentence, or carried over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from analysis.drafts import periods
from analysis.drafts.lexicon import pattern
from analysis.drafts.periods import Period
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.scenes import Scene

#: A period so many characters behind its number still belongs to it.
REACH = 70


def period_of(quantity: Quantity, scene: Scene, measure: str) -> tuple[Period | None, bool]:
    """(the period of a value, whether its sentence prints it); None where nothing tells it."""
    own = [one for one in scene.periods if not one.base or _is_own(one, scene, measure)]
    named = _named(quantity, scene, own)
    if named is not None:
        return periods.resolve(named, scene.told), True
    return None, False


def _is_own(period: Period, scene: Scene, measure: str) -> bool:
    """Whether a base is a period in its own right: that of a level told for comparison."""
    return measure in ("level", "share")


def _named(quantity: Quantity, scene: Scene, own: Sequence[Period]) -> Period | None:
    """The period behind a quantity, else the last before it, else the first of the sentence."""
    after = [one for one in own if one.start >= quantity.end]
    before = [one for one in own if one.end <= quantity.start and not one.base]
    if after and _reaches(quantity, after[0], scene):
        return after[0]
    if before:
        return before[-1]
    open_ones = [one for one in after if not one.base and not _broken(quantity, one, scene)]
    return open_ones[0] if open_ones else None


def _reaches(quantity: Quantity, period: Period, scene: Scene) -> bool:
    """Whether a period follows its number without another number or clause in between."""
    between = scene.found.masked[quantity.end : period.start]
    others = any(quantity.end <= one.start < period.start for one in scene.quantities)
    return (
        len(between) < REACH and not others and not pattern(scene.language, "break").search(between)
    )


def _broken(quantity: Quantity, period: Period, scene: Scene) -> bool:
    return re.search(r"[;:.]\s", scene.found.masked[quantity.end : period.start]) is not None


def named_base(quantity: Quantity, scene: Scene) -> Period | None:
    """The base that the sentence names, if it does; one naming serves the whole sentence."""
    bases = [one for one in scene.periods if one.base]
    after = [one for one in bases if one.start >= quantity.end]
    return after[0] if after else (bases[-1] if bases else None)


def base_days(period: Period | None, base: Period | None) -> tuple[date | None, date | None]:
    """First and last day of what a growth starts from; none for a growth without any period."""
    if period is None:
        fixed = base is not None and base.kind not in ("shift", "same")
        return (base.first, base.last) if base is not None and fixed else (None, None)
    return periods.base_of(period, base)
