"""Whether a value is reported, a target or a forecast."""

from __future__ import annotations

from analysis.drafts.periods import Period
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.scenes import Scene
from analysis.drafts.statements.times import is_compared


def status_of(quantity: Quantity, scene: Scene, period: Period | None, measure: str) -> str:
    """Target or forecast as the words say; a period that is not over yet is one of them."""
    word = _word(quantity, scene)
    if measure == "count":
        return "target" if _strong(quantity, scene) else "reported"
    if period is not None and _over(period, scene):
        if is_compared(quantity, scene):
            return "reported"
        return "reported" if word != "forecast" or not _was_expected(quantity, scene) else word
    if period is not None and _ahead(period, scene):
        return word or ("target" if period.kind == "deadline" else "forecast")
    return word or "reported"


def _word(quantity: Quantity, scene: Scene) -> str:
    """What the nearest words say: those of the clause, then those of the sentence."""
    if scene.says("without", scene.masked):
        return ""
    start, end = scene.clause(quantity.at)
    text = scene.found.masked
    before = text[scene.start : quantity.start]
    sides: tuple[str, ...] = (text[start : quantity.start], text[start:end], before, _asked(scene))
    if scene.language == "ja":
        sides = (text[quantity.end : end], *sides[:2], scene.masked, sides[3])
    for near in sides:
        found = [
            (place, name)
            for name in ("target", "forecast")
            if (place := scene.place(name, near)) is not None
        ]
        if found:
            return max(found)[1]
    return ""


def _asked(scene: Scene) -> str:
    """The question that a sentence answers: "What does it want? Exports of $60 million"."""
    before = [one for one in scene.found.sentences if one[1] <= scene.start][-1:]
    asked = scene.found.masked[slice(*before[0])] if before else ""
    return asked if asked.rstrip("*_\"'”’ ").endswith(("?", "？")) else ""


def _strong(quantity: Quantity, scene: Scene) -> bool:
    start, _ = scene.clause(quantity.at)
    return scene.says("target", scene.found.masked[start : quantity.start])


def _was_expected(quantity: Quantity, scene: Scene) -> bool:
    start, _ = scene.clause(quantity.at)
    return scene.says("forecast", scene.found.masked[start : quantity.start])


def _over(period: Period, scene: Scene) -> bool:
    day = scene.article.published
    if day is None or period.first is None:
        return False
    return (period.last or period.first) < day and period.kind != "deadline"


def _ahead(period: Period, scene: Scene) -> bool:
    day = scene.article.published
    if day is None:
        return period.kind == "deadline"
    end = period.last or period.first
    return end is not None and end > day and period.kind not in ("since", "ongoing")
