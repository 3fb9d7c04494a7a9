"""Directions that a sentence tells in words alone: "exports were slightly down"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from analysis.drafts.flows import Flow
from analysis.drafts.lexicon import kinds
from analysis.drafts.periods import Period
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.assembling import told_of
from analysis.drafts.statements.rows import Proposal
from analysis.drafts.statements.scenes import Scene, last

#: A number so near before the words belongs to them: "30 per cent higher".
NEAR = 25


def directions(scene: Scene) -> Iterator[tuple[Proposal, Period | None]]:
    """A growth without numeral for each flow that is said to rise, fall or stand still.

    A question tells none.
    """
    if scene.found.text[scene.start : scene.end].rstrip().endswith(("?", "？", "か。")):
        return
    for start, end, direction in _moves(scene):
        lead = scene.found.masked[scene.start : start]
        denied = scene.says("denied", lead) or scene.says("how_much", lead)
        flat = direction == "flat"
        subject = _has_subject(start, scene) or _takes_flow(end, scene)
        if subject and not denied and not _numbered(start, end, scene, flat=flat):
            words = scene.found.text[start:end]
            row = Proposal(scene.found.number, start, end, words, "growth", direction=direction)
            told = told_of(row, Quantity(start, end, "", start, "percent"), scene)
            if not _restated(told[0], scene):
                yield told


def _moves(scene: Scene) -> list[tuple[int, int, str]]:
    """(start, end, direction) of every word of movement, the widest where they overlap."""
    found = [
        (match.start() + scene.start, match.end() + scene.start, direction)
        for direction, words in kinds(scene.language, "moves").items()
        for match in words.finditer(scene.masked)
    ]
    chosen: list[tuple[int, int, str]] = []
    for one in sorted(found, key=lambda move: (move[0], -move[1])):
        if not chosen or one[0] >= chosen[-1][1]:
            chosen.append(one)
    return chosen


def _numbered(start: int, end: int, scene: Scene, *, flat: bool) -> bool:
    """Whether a number stands with the words: behind them in their clause, or close in front.

    A level is none of a flow that stands still: "flat at 5bn".
    """
    text = scene.found.masked
    ranges = [one for one in scene.found.dismissed if one.kind == "a_range"]
    if any(end <= one.start <= end + NEAR for one in ranges):
        return True
    behind = [one for one in scene.quantities if one.start >= end and not (flat and one.currency)]
    gap = text[end : behind[0].start] if behind else ","
    parted = re.search(r"[,;.。、]", gap) or scene.says("parted", gap)
    parted = parted or scene.says("new_clause", gap)
    if not parted or scene.says("by_so_much", gap) or _apposed(behind, gap):
        return True
    front = [one for one in scene.quantities if one.end <= start and not (flat and one.currency)]
    between = text[front[-1].end : start] if front else ","
    parted = re.search(r"[,;:.。、]", between) or scene.says("new_topic", between)
    return len(between) < NEAR and not parted


def _apposed(behind: Sequence[Quantity], gap: str) -> bool:
    """Whether nothing but a comma parts the words from a number that is no money or count of
    things: "it had been higher, 34"."""
    number = behind and not (behind[0].currency or behind[0].word or behind[0].scale > 1)
    return bool(number) and re.fullmatch(r",\s*", gap) is not None


def _restated(row: Proposal, scene: Scene) -> bool:
    """Whether the sentence has told this rise or fall with its number: "fell 5% ... it fell"."""
    same = (row.flow, row.direction, row.period_start)
    grown = [one for one in scene.here if one.measure == "growth" and one.start < row.start]
    return any((one.flow, one.direction, one.period_start) == same for one in grown)


def _takes_flow(end: int, scene: Scene) -> bool:
    """Whether the words are followed by a flow, their object or subject: "cut purchases"."""
    behind = next((one for one in scene.flows if one.start >= end), None)
    gap = scene.found.masked[end : behind.start] if behind else ""
    return behind is not None and scene.says("takes_flow", gap)


def _is_ranked(flow: Flow, scene: Scene) -> bool:
    """Whether a flow is told by who is ranked in it, who rises without it: "a supplier"."""
    noun = scene.found.text[flow.start : flow.end]
    known = kinds(scene.language, "ranked_in").values()
    return any(one.search(noun) for one in known) and last(scene.here, measure="rank") is not None


def _has_subject(start: int, scene: Scene) -> bool:
    """Whether a flow stands before the words in their sentence, or is gone on about."""
    first, _ = scene.clause(start)
    named = [one for one in scene.flows if one.start < start and not _is_ranked(one, scene)]
    if any(first <= one.start for one in named):
        return True
    opening = scene.found.masked[first:start]
    if named:
        lead = opening.strip() or scene.found.masked[scene.start : start]
        return scene.says("goes_on", lead) and not scene.says("person", opening)
    quoted = scene.speech(start).attribution == "direct" and scene.before
    known = quoted or last(scene.paragraph_before, flow="*") is not None
    return bool(known) and scene.says("pronoun", opening)
