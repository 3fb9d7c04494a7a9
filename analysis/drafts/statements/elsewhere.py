"""Periods that are not of the number beside them: of another number, of the telling, of what a
number is compared with."""

from __future__ import annotations

from analysis.drafts.lexicon import pattern
from analysis.drafts.periods import Period
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.asides import belongs_to_aside, labels_another
from analysis.drafts.statements.moving import multiplied, went_before
from analysis.drafts.statements.scenes import Scene


def of_something_else(period: Period, quantity: Quantity, measure: str, scene: Scene) -> bool:
    """Whether a period is that of another number, of the telling, or what something is compared
    with."""
    left = scene.found.masked[scene.start : period.start]
    if scene.says("as_in", left) or is_superlative(period, scene):
        return True
    if period.kind == "since_year" and (measure != "growth" or _apart(period, quantity, scene)):
        return True
    apart = (_of_telling, _of_what_led_here, _of_what_went_before, _of_event, _of_bracket)
    if any(elsewhere(period, quantity, scene) for elsewhere in apart):
        return True
    if belongs_to_aside(period, quantity, scene) or labels_another(period, quantity, scene):
        return True
    compared = is_earlier(period, scene) or period == multiplied(quantity, scene)
    return measure == "growth" and compared


def _apart(period: Period, quantity: Quantity, scene: Scene) -> bool:
    """Whether a semicolon parts a period from its number."""
    low, high = sorted([period.start, quantity.start])
    return ";" in scene.found.masked[low:high]


def _of_telling(period: Period, quantity: Quantity, scene: Scene) -> bool:
    """Whether a day is that of the telling: "the minister announced in Lima in June"."""
    before = scene.found.masked[scene.start : period.start]
    behind = scene.found.masked[period.end : scene.end]
    day, kinds = scene.article.published, ("months", "month", "year")
    if period.kind not in kinds or not (day and period.last and period.last < day):
        return period.kind in kinds and scene.says("told_in", before)
    foretold = pattern(scene.language, "foretells").match(behind) is not None
    return (foretold and period.end <= quantity.start) or scene.says("told_in", before)


def _of_what_led_here(period: Period, quantity: Quantity, scene: Scene) -> bool:
    """Whether a period is that of a number told as what went before: "after a fall of 3% in 2017,
    exports rose 5%"."""
    before = [one for one in scene.quantities if one.end <= period.start]
    parted = scene.found.masked[period.end : period.end + 1] == ","
    return bool(before) and led_here(before[-1], scene) and parted and period.end <= quantity.start


def _of_what_went_before(period: Period, quantity: Quantity, scene: Scene) -> bool:
    """Whether a period is that of a change that went before: "fell 14%, after an 8% gain in
    March"."""
    others = (one for one in scene.quantities if one.start >= quantity.end)
    return any(period == went_before(one, scene) for one in others)


def led_here(quantity: Quantity, scene: Scene) -> bool:
    """Whether a number opens its sentence as what went before: "after a fall of 3%, ..."."""
    left = scene.left(quantity)
    return "," not in left and pattern(scene.language, "led_by").match(left) is not None


def _of_event(period: Period, quantity: Quantity, scene: Scene) -> bool:
    """Whether a period is that of an event from which on something is told: "since the pact came
    into force in 2015, exports have risen 48%"."""
    left = scene.found.masked[scene.start : period.start]
    parted = scene.found.masked[period.end : period.end + 1] == ","
    opened = pattern(scene.language, "since_event").fullmatch(left) is not None
    return opened and parted and period.end <= quantity.start


def _of_bracket(period: Period, quantity: Quantity, scene: Scene) -> bool:
    """Whether a period stands behind a number in brackets of its own: "41% (43% in 2017)"."""
    gap = scene.found.masked[quantity.end : period.start]
    others = any(quantity.end <= one.start < period.start for one in scene.quantities)
    return others and gap.lstrip().startswith("(") and ")" not in gap


def is_earlier(period: Period, scene: Scene) -> bool:
    """Whether "the same months of 2019" are those that a later period is measured against."""
    years = [one.first.year for one in scene.periods if one.first and one.kind != "same"]
    years += [scene.told.first.year] if scene.told and scene.told.first else []
    return period.kind == "same" and 0 < period.years < max(years, default=0)


def is_superlative(period: Period, scene: Scene) -> bool:
    """Whether a period only says how rare something is: "the biggest drop since 2009"."""
    looks_back = period.kind in ("since", "to_date", "since_year", "within", "shift")
    return looks_back and scene.says("superlative", scene.found.masked[scene.start : period.start])
