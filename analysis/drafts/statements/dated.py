"""The day that a count is of: that of its article, or one that the sentence names."""

from __future__ import annotations

from datetime import date

from analysis.drafts import periods
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.scenes import Scene
from analysis.drafts.statements.times import is_compared


def counted_on(quantity: Quantity, scene: Scene) -> date | None:
    """The day that a count is of: that of the article, or so many years before where it is told
    for comparison ("up from five a year ago")."""
    day = scene.article.published
    if day is None or not is_compared(quantity, scene):
        return _stands_at(quantity, scene) or day
    back = [one for one in scene.periods if one.kind == "shift" and one.start >= quantity.end]
    years = back[0].years if back else 0
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - years, day=28 if leap else day.day)


def _stands_at(quantity: Quantity, scene: Scene) -> date | None:
    """The day before the article that the sentence gives for a count, the nearest in front."""
    text, day = scene.found.text[scene.start : scene.end], scene.article.published
    found = periods.standing_days(text, scene.language, day)
    past = [(scene.start + start, one) for start, one in found if day and one <= day]
    front = [one for start, one in past if start < quantity.start]
    return front[-1] if front else past[0][1] if past else None
