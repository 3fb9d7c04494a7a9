"""Whether a growth is a rise or a fall, as the words around it tell."""

from __future__ import annotations

import re

from analysis.drafts.lexicon import pattern
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.scenes import MASK, Scene, last, words_after

#: A sentence of so few words only adds a number to the one before.
FEW = 6


def direction_of(quantity: Quantity, scene: Scene) -> tuple[str, bool]:
    """(up, down or flat; whether a word says so). Without any word a growth is a rise."""
    signs = scene.found.text[quantity.start : quantity.at].rstrip() + "|" + quantity.printed
    if "-|" in signs or "−|" in signs or quantity.printed.startswith(("-", "−")):
        return "down", True
    if "+|" in signs:
        return "up", True
    phrase = scene.found.text[quantity.start : quantity.end]
    if quantity.unit == "times" and scene.says("up", phrase):
        return "up", True
    other = _alternative(quantity, scene)
    if other is not None:
        return direction_of(other, scene)
    left, all_left = _still(scene.near_left(quantity), scene), _still(scene.left(quantity), scene)
    right = scene.near_right(quantity)
    parted = pattern(scene.language, "parted").split(re.split(r"[,;\x00]", right)[0])[0]
    close = _told(scene, words_after(parted, 3), first=True)
    before = last(scene.here, measure="growth") if quantity.unit != "times" else None
    found = (
        close
        or _as_pace_before(quantity, scene)
        or _told(scene, left)
        or _told(scene, right, first=True)
    )
    found = found or (before.direction if before else "") or _told(scene, all_left)
    found = found or _told_behind(quantity, scene) or _as_before(quantity, scene)
    if not found and quantity.unit == "percentage_points":
        return "", False
    return (found, True) if found else ("up", False)


def _still(text: str, scene: Scene) -> str:
    """A text without how a growth itself has moved: the "fell" of "growth fell to 3 percent"."""
    moved = pattern(scene.language, "pace_moved")
    return moved.sub(lambda one: one[0].split()[0].ljust(len(one[0])), text)


def _told_behind(quantity: Quantity, scene: Scene) -> str:
    """What the rest of a sentence tells that opens with its number: "By 5%: so far they fell"."""
    if len(scene.left(quantity).split()) > 2:
        return ""
    return _told(scene, scene.right(quantity).split(MASK)[0], first=True)


def _as_before(quantity: Quantity, scene: Scene) -> str:
    """The direction told last, where a few words without a flow go on: "Fish, a third"."""
    told = last(scene.paragraph_before, measure="growth")
    short = len(scene.masked.split()) <= FEW and not scene.flows and not scene.question
    return told.direction if told and short else ""


def _as_pace_before(quantity: Quantity, scene: Scene) -> str:
    """The direction told before, where a growth is compared with one: "5.5%, down from 9%"."""
    before = last(scene.here, measure="growth")
    gap = scene.found.masked[before.end : quantity.start] if before else ""
    slowed = pattern(scene.language, "pace_before").fullmatch(gap)
    return before.direction if before and slowed else ""


def _alternative(quantity: Quantity, scene: Scene) -> Quantity | None:
    """The number that a quantity is told beside, as one or the other: "9, maybe 10 percent"."""
    following = next((one for one in scene.quantities if one.start >= quantity.end), None)
    gap = scene.found.text[quantity.end : following.at] if following else ""
    return following if pattern(scene.language, "alternative").fullmatch(gap) else None


def _told(scene: Scene, text: str, first: bool = False) -> str:
    """The direction of the last (or first) word of a text that tells one."""
    found = [
        (match.start(), match.end(), name)
        for name in ("up", "down", "flat")
        for match in pattern(scene.language, name).finditer(text)
    ]
    whole = [one for one in found if not any(_within(one, other) for other in found)]
    chosen = (min if first else max)(whole, default=(0, 0, ""))
    return chosen[2]


def _within(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    """Whether a word of movement is only a part of a longer one: the "up" of "gave up"."""
    return other[0] <= one[0] and one[1] <= other[1] and one[:2] != other[:2]
