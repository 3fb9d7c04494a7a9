"""Whether a value is reported, a target or a forecast."""

from __future__ import annotations

import re

from analysis.drafts.lexicon import kinds, pattern
from analysis.drafts.periods import Period
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.scenes import MASK, Scene
from analysis.drafts.statements.times import is_compared

#: A number so joined to its noun is part of a name: "the 12-point plan".
HYPHENS = ("-", "‐", "‑")
#: What a number is of is no goal: "the road map's 30 points".
OWNING = ("'s", "’s")


def status_of(quantity: Quantity, scene: Scene, period: Period | None, measure: str) -> str:
    """Target or forecast as the words say; a period that is not over yet is one of them."""
    word = _word(quantity, scene, wide=measure in ("level", "growth"))
    if measure == "count":
        return _of_count(quantity, scene)
    meant = _meant(quantity, scene)
    if meant or is_start(quantity, scene):
        return meant or "reported"
    if period is not None and _over(period, scene):
        return word if word and _hoped(word, quantity, scene) else "reported"
    if period is not None and measure != "rank" and is_ahead(period, scene):
        return word or _ahead_of(period, scene)
    return word or ("forecast" if scene.says("hoping", scene.masked) else "reported")


def _of_count(quantity: Quantity, scene: Scene) -> str:
    """A goal or an expectation where so many are wanted, or are to be done by a day to come; part
    of them is what their whole is."""
    right = scene.right(quantity)
    if right[:1] in HYPHENS:
        return "reported"
    left = scene.near_left(quantity)
    if scene.says("target", left) and not left.rstrip().endswith(OWNING):
        return "target"
    ahead = any(is_ahead(one, scene) for one in scene.periods)
    if ahead and pattern(scene.language, "to_be_done").match(scene.near_right(quantity)):
        return "forecast" if scene.says("thinks", scene.masked) else "target"
    of_them = pattern(scene.language, "of_them").match(right.lstrip(" "))
    return scene.here[-1].status if of_them and scene.here else "reported"


def _word(quantity: Quantity, scene: Scene, *, wide: bool) -> str:
    """What the nearest words say: those of the clause, then those of the sentence, up to the next
    number where it is `wide`, then those of a question."""
    if scene.says("without", scene.masked):
        return ""
    if scene.says("as_wished", scene.masked):
        return "target"
    start, end = scene.clause(quantity.at)
    text = _without_meant(quantity, scene)
    before = text[scene.start : quantity.start]
    near = text[start : quantity.start] + scene.found.text[quantity.start : quantity.at]
    behind = _up_to_next(quantity, text, scene) if wide else ""
    around = before + behind
    sides: tuple[str, ...] = (
        near,
        near + _behind(quantity, text, scene),
        before,
        around,
        scene.lead,
    )
    if scene.grammar.nouns_before:
        sides = (text[quantity.end : end], *sides[:2], _told(quantity, scene), scene.lead)
    for near in sides:
        found = [
            (place, name)
            for name in ("target", "forecast")
            if (place := scene.place(name, near)) is not None
        ]
        if found:
            place, word = max(found)
            return "forecast" if _is_opinion(near[place:], scene) else word
    return ""


def _is_opinion(words: str, scene: Scene) -> bool:
    """Whether what should be is what somebody thinks: "it should reach 5bn, the bank reckons"."""
    should = pattern(scene.language, "should").match(words)
    foretold = scene.paragraph_before and scene.paragraph_before[-1].status == "forecast"
    return should is not None and bool(foretold or scene.says("thinks", scene.masked))


def _told(quantity: Quantity, scene: Scene) -> str:
    """The sentence; of a number in a quotation up to the clause that follows who says it."""
    before, behind = scene.left(quantity), scene.right(quantity)
    quoted = before.rfind("「") > before.rfind("」")
    said = re.match("[^」]*」[^、。]*", behind) if quoted else None
    return before + (said[0] if said else behind)


def _up_to_next(quantity: Quantity, text: str, scene: Scene) -> str:
    """What a sentence says behind a quantity, up to the next number or what "and" joins to it."""
    behind, *others = re.split(MASK, text[quantity.end : scene.end])
    parted = pattern(scene.language, "parted").search(behind) if others else None
    return behind[: parted.start()] if parted else behind


def _behind(quantity: Quantity, text: str, scene: Scene) -> str:
    """What a clause says behind a quantity; another number behind "and" has words of its own."""
    _, end = scene.clause(quantity.at)
    behind = text[quantity.end : max(end, quantity.end)]
    others = any(quantity.end <= one.start < end for one in scene.quantities)
    parted = pattern(scene.language, "parted").search(behind) if others else None
    return behind[: parted.start()] if parted else behind


def is_start(quantity: Quantity, scene: Scene) -> bool:
    """Whether a number is where a flow stands that is to move: "to raise it from 3 to 5bn"."""
    following = next((one for one in scene.quantities if one.start >= quantity.end), None)
    gap = scene.found.masked[quantity.end : following.start] if following else ""
    led = pattern(scene.language, "starts_from").search(scene.left(quantity))
    moves = pattern(scene.language, "ends_at").fullmatch(gap) or scene.here
    return bool(led and moves) and not scene.says("revised", scene.masked)


def _meant(quantity: Quantity, scene: Scene) -> str:
    """What the words right behind a number call it: "the $5 billion that it had forecast"."""
    said = kinds(scene.language, "meant").items()
    behind = _up_to_number(quantity, scene)
    return next((word for word, words in said if words.match(behind)), "")


def _up_to_number(quantity: Quantity, scene: Scene) -> str:
    """What stands behind a number, up to the next or the end of its sentence."""
    behind = [one.start for one in scene.quantities if one.start >= quantity.end]
    return scene.found.masked[quantity.end : min([scene.end, *behind])]


def _without_meant(quantity: Quantity, scene: Scene) -> str:
    """The paragraph, numbers blotted out, without what it is measured by ("than expected") and
    what others before it are called: "instead of the 20 percent forecast, they grew by 6"."""
    text = scene.found.masked
    said = kinds(scene.language, "meant").values()
    text = pattern(scene.language, "as_expected").sub(lambda one: " " * len(one[0]), text)
    for one in (one for one in scene.quantities if one.end <= quantity.start):
        found = [words.match(_up_to_number(one, scene)) for words in said]
        length = max((each.end() for each in found if each), default=0)
        text = text[: one.end] + MASK * length + text[one.end + length :]
    return text


def _hoped(word: str, quantity: Quantity, scene: Scene) -> bool:
    """Whether the clause says of a quantity that is over that it was a goal or an expectation."""
    start, _ = scene.clause(quantity.at)
    clause = scene.found.masked[start : quantity.start]
    told = max((one.end for one in scene.quantities if one.end <= quantity.start), default=0)
    topic = max(scene.topic_start(quantity), told)
    if pattern(scene.language, "matched").search(clause):
        return False
    back = scene.place("looks_back", scene.found.masked[max(start, told) : quantity.start])
    start = start if back is None else max(start, told) + back
    text = _without_meant(quantity, scene)
    near = text[start if word == "forecast" else topic : quantity.start]
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


def is_ahead(period: Period, scene: Scene) -> bool:
    """Whether a period is not over yet."""
    day = scene.article.published
    if day is None:
        return period.kind == "deadline"
    end = period.last or period.first
    return end is not None and end > day and period.kind not in ("since", "to_date", "ongoing")
