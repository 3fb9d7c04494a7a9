"""Meetings of a committee: by number, and how often it has met."""

from __future__ import annotations

from analysis.drafts.lexicon import pattern
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.scenes import Scene, last, words_after


def of_meetings(quantity: Quantity, scene: Scene) -> bool:
    """Whether it tells how often a committee has met."""
    met = quantity.unit == "times" and scene.says("met", scene.left(quantity)[-40:])
    return met and scene.says("committee", scene.masked)


def is_session(quantity: Quantity, scene: Scene) -> bool:
    """Whether an ordinal numbers the sessions of a committee."""
    if pattern(scene.language, "placed").search(scene.found.text[quantity.start : quantity.end]):
        return False
    near = words_after(scene.near_right(quantity), 7).lstrip()
    if session := pattern(scene.language, "session").search(near):
        return not scene.says("ordinal_name", near[: session.start()])
    named = scene.says("committee", f"{scene.question}|{scene.masked}")
    known = named or last(scene.before, counted="sessions")
    met = pattern(scene.language, "meeting").match(near)
    if met and known and not scene.says("first_time", f"{quantity.printed} {near}"):
        return True
    if known and scene.says("session_before", scene.left(quantity)):
        return True
    earlier = last(scene.paragraph_before, counted="sessions")
    if earlier and pattern(scene.language, "session_alone").match(scene.right(quantity)):
        return True
    return bool(earlier) and scene.says("next_one", scene.near_left(quantity))
