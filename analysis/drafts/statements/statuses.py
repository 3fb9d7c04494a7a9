"""Whether a value is reported, a target or a forecast."""

from __future__ import annotations

import re

from analysis.drafts.lexicon import pattern
from analysis.drafts.periods import Period
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.scenes import MASK, Scene
from analysis.drafts.statements.times import is_compared

#: A number so joined to its noun is part of a name: "the 12-point plan".
HYPHENS = ("-", "‐", "‑")


def status_of(quantity: Quantity, scene: Scene, period: Period | None, measure: str) -> str:
    """Target or forecast as the words say; a period that is not over yet is one of them."""
    word = _word(quantity, scene, wide=measure in ("level", "growth"))
    if measure == "count":
        named = scene.right(quantity)[:1] in HYPHENS
        hoped = not named and scene.says("target", scene.near_left(quantity))
        return "target" if hoped else "reported"
    if period is not None and _over(period, scene):
        return word if word and _hoped(word, quantity, scene) else "reported"
    if period is not None and measure != "rank" and _ahead(period, scene):
        return word or _ahead_of(period, scene)
    return word or "reported"


def _word(quantity: Quantity, scene: Scene, *, wide: bool) -> str:
    """What the nearest words say: those of the clause, then those of the sentence, up to the next
    number where it is `wide`, then those of a question."""
    if scene.says("without", scene.masked):
        return ""
    start, end = scene.clause(quantity.at)
    text = scene.found.masked
    before = text[scene.start : quantity.start]
    near = text[start : quantity.start] + scene.found.text[quantity.start : quantity.at]
    behind = _up_to_next(quantity, scene) if wide else ""
    around = before + behind
    sides: tuple[str, ...] = (near, near + _behind(quantity, scene), before, around, scene.question)
    if scene.grammar.nouns_before:
        sides = (text[quantity.end : end], *sides[:2], _told(quantity, scene), scene.question)
    for near in sides:
        found = [
            (place, name)
            for name in ("target", "forecast")
            if (place := scene.place(name, near)) is not None
        ]
        if found:
            return max(found)[1]
    return ""


def _told(quantity: Quantity, scene: Scene) -> str:
    """The sentence; of a number in a quotation up to the clause that follows who says it."""
    before, behind = scene.left(quantity), scene.right(quantity)
    quoted = before.rfind("「") > before.rfind("」")
    said = re.match("[^」]*」[^、。]*", behind) if quoted else None
    return before + (said[0] if said else behind)


def _up_to_next(quantity: Quantity, scene: Scene) -> str:
    """What a sentence says behind a quantity, up to the next number or what "and" joins to it."""
    behind, *others = re.split(MASK, scene.right(quantity))
    parted = pattern(scene.language, "parted").search(behind) if others else None
    return behind[: parted.start()] if parted else behind


def _behind(quantity: Quantity, scene: Scene) -> str:
    """What a clause says behind a quantity; another number behind "and" has words of its own."""
    _, end = scene.clause(quantity.at)
    behind = scene.found.masked[quantity.end : max(end, quantity.end)]
    others = any(quantity.end <= one.start < end for one in scene.quantities)
    parted = pattern(scene.language, "parted").search(behind) if others else None
    return behind[: parted.start()] if parted else behind


def _hoped(word: str, quantity: Quantity, scene: Scene) -> bool:
    """Whether the clause says of a quantity that is over that it was a goal or an expectation."""
    start, _ = scene.clause(quantity.at)
    clause = scene.found.masked[start : quantity.start]
    told = (one.end for one in scene.quantities if one.end <= quantity.start)
    topic = max([scene.topic_start(quantity), *told])
    near = clause if word == "forecast" else scene.found.masked[topic : quantity.start]
    named = word == "target" and scene.says("as_goal", re.split(MASK, scene.right(quantity))[0])
    return named or (not is_compared(quantity, scene) and scene.says(word, near))


def _ahead_of(period: Period, scene: Scene) -> str:
    """What a value of a time to come is without a word: a goal by a day, else an expectation;
    "until September" is neither."""
    if scene.says("lasting", period.printed):
        return "reported"
    return "target" if period.kind == "deadline" else "forecast"


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
