"""At what stage a count is: proposed, signed, under way, completed."""

from __future__ import annotations

from analysis.drafts.lexicon import kinds, pattern
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.counts import compared_with, next_after
from analysis.drafts.statements.scenes import Scene, last, words_after
from analysis.drafts.statements.wholes import listed_in, whole_of


def stage_of(quantity: Quantity, scene: Scene, counted: str) -> str:
    """The stage that the words around a count tell, or that of its whole; "" where none does."""
    named = counted == "plan_points" and scene.right(quantity)[:1] in ("-", "‑", "‐")
    if counted == "sessions" or named:
        return ""
    compared = compared_with(quantity, scene)
    right = scene.right(quantity).lstrip(" ")
    if compared and not pattern(scene.language, "relative").match(right):
        return compared.stage
    if scene.says("drafts_of", scene.left(quantity)):
        return "proposed"
    denied = pattern(scene.language, "not_staged")
    for words in _stage_words(quantity, scene):
        text = denied.sub(" ", words)
        found = [
            (match.start(), -match.end(), stage)
            for stage, words in kinds(scene.language, "stages").items()
            for match in words.finditer(text)
        ]
        if found or text != words:
            return min(found, default=(0, 0, ""))[2]
    whole = whole_of(quantity, scene, counted)
    if whole is not None and (_partly(quantity, scene, counted) or _holds_on(whole, scene)):
        return scene.before[whole].stage
    again = last(scene.paragraph_before, measure="count", printed=quantity.printed, counted=counted)
    return again.stage if again and again not in scene.here else _stage_joined(quantity, scene)


def may_be_part(stage: str, whole: int | None, scene: Scene) -> bool:
    """Whether a count of a stage may be a part of a whole: no draft is one of pacts signed."""
    made = whole is not None and whole < len(scene.before) and scene.before[whole].stage
    return not (stage == "proposed" and made in ("signed", "under_way", "completed"))


def _partly(quantity: Quantity, scene: Scene, counted: str) -> bool:
    """Whether a count says that it is a part: "two of them", "among them two", in a list."""
    right = scene.right(quantity).lstrip(" ")
    if pattern(scene.language, "of_them").match(right):
        return True
    if pattern(scene.language, "by_kind").match(right):
        return True
    among = pattern(scene.language, "among").search(scene.near_left(quantity))
    about = pattern(scene.language, "topic_of").match(right)
    listed = listed_in(quantity, scene, counted)
    return among is not None or about is not None or listed is not None


def _holds_on(whole: int, scene: Scene) -> bool:
    """Whether parts are what their whole is, whatever else is told of them: all projects are
    done, or they are drafts."""
    told = scene.before[whole] if whole < len(scene.before) else None
    if told is None or told.paragraph != scene.found.number:
        return False
    draft = pattern(scene.language, "draft_noun").match(scene.found.text[told.end :])
    done = told.stage == "completed" and "projects" in told.counted
    return done or draft is not None


def _stage_joined(quantity: Quantity, scene: Scene) -> str:
    """The stage of the count before that is joined to this: "signed six pacts and two memos"."""
    told = last(scene.here, measure="count")
    between = scene.found.text[told.end : quantity.start] if told else ","
    joined = "," not in between and pattern(scene.language, "joined").search(between)
    denied = pattern(scene.language, "denied_count").search(between)
    return told.stage if told and (joined or denied) else ""


def _stage_words(quantity: Quantity, scene: Scene) -> list[str]:
    """Where the stage of a count is told: of a whole in its own words alone ("of 28 projects"),
    of parts behind them, of others behind or before."""
    near = words_after(_without_aside(_behind(quantity, scene), scene), 12)
    if pattern(scene.language, "whole_before").search(scene.left(quantity)):
        told = pattern(scene.language, "relative_noun").search(near)
        return [told[0] if told else pattern(scene.language, "finite").split(near)[0]]
    relative = pattern(scene.language, "relative").match(scene.right(quantity).lstrip(" "))
    cut = pattern(scene.language, "relative_end" if relative else "stage_end")
    left = cut.split(scene.near_left(quantity))[-1]
    left = pattern(scene.language, "stage_left_end").split(left)[-1]
    following = next_after(quantity, scene)
    joined = pattern(scene.language, "joined").search(near)
    behind = words_after(scene.near_right(following), 14) if following else ""
    if following and pattern(scene.language, "of_next").match(scene.right(quantity).lstrip()):
        finite = pattern(scene.language, "finite")
        if not finite.search(behind):  # "60 of 130 projects of the eight-point plan are done"
            behind = words_after(scene.right(following), 14)
        verb = finite.search(behind)
        return [behind[verb.start() :] if verb else behind, left]
    wide = [behind] if joined else []
    return [cut.split(near)[0], *wide, left]


def _behind(quantity: Quantity, scene: Scene) -> str:
    """What follows a count, behind an aside between dashes, "one — a mill — is finished", or what
    it is worth: "30 projects worth $2 billion are under way"."""
    right = scene.right(quantity)
    worth = next_after(quantity, scene)
    gap = scene.found.masked[quantity.end : worth.start] if worth and worth.currency else ""
    if worth and pattern(scene.language, "worth").fullmatch(gap):
        return scene.near_right(worth)
    aside = pattern(scene.language, "dashed").match(right)
    return right[aside.end() :] if aside else scene.near_right(quantity)


def _without_aside(text: str, scene: Scene) -> str:
    """What follows a count, without what explains it: "two, a dam and a mill, are finished"."""
    aside = pattern(scene.language, "aside_of").match(text)
    return f"{aside[1]} {text[aside.end() :]}" if aside else text
