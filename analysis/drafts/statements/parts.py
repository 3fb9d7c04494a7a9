"""Which level a level or a share is a part of."""

from __future__ import annotations

from dataclasses import replace

from analysis.drafts.flows import Flow
from analysis.drafts.lexicon import pattern
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.rows import Proposal
from analysis.drafts.statements.scenes import Scene


def whole_of(row: Proposal, quantity: Quantity, scene: Scene) -> int | None:
    """The level that another is said to be a part of: "of which $2 million", "$2 million of it"."""
    before = _levels(scene)
    if row.measure not in ("level", "share") or not before:
        return None
    among = pattern(scene.language, "among").search(scene.near_left(quantity))
    if not (among or is_part(quantity, scene)):
        return None
    wholes = [i for i in before if scene.before[i].part_of is None]
    told = scene.told.first if scene.told else None
    wholes = [i for i in wholes if scene.before[i].period_start == told] or wholes
    near = wholes and scene.before[wholes[-1]].paragraph >= scene.found.number - 1
    return wholes[-1] if near else None


def is_part(quantity: Quantity, scene: Scene) -> bool:
    """Whether a number says that it is a part of a level told before: "57% of the total"."""
    behind = scene.right(quantity).lstrip(" ")
    return pattern(scene.language, "of_it").match(behind) is not None


def shared(row: Proposal, quantity: Quantity, scene: Scene) -> Proposal:
    """The share of a commodity with the level that it is a share of, where it is told nearby."""
    if row.measure != "share" or row.part_of is not None or _of_economy(quantity, scene):
        return row
    sides = (row.economy, row.partner, row.flow, row.status, row.period_start, row.period_end)
    for i in reversed(_levels(scene)):
        one = scene.before[i]
        near = one.paragraph >= scene.found.number - 1 and one.part_of is None
        same = (one.economy, one.partner, one.flow, one.status, one.period_start, one.period_end)
        if near and same == sides and one.office == row.office:
            return replace(row, part_of=i)
    return row


def note_of(flow: Flow | None, scene: Scene) -> str:
    """What a flow is of, where only a part of it is named: "gold only" of "gold exports"."""
    if flow is None or flow not in scene.found.flows:
        return ""
    text = scene.found.masked
    before = pattern(scene.language, "part_before").search(text[scene.start : flow.start])
    after = pattern(scene.language, "part_after").match(text[flow.end : scene.end])
    found = before or after
    named = found and any(
        one.words in found["what"] or found["what"] in one.words for one in scene.found.mentions
    )
    return f"{found['what']} only" if found and not named else ""


def _levels(scene: Scene) -> list[int]:
    """The indices of the levels told so far."""
    return [i for i, one in enumerate(scene.before) if one.measure == "level"]


def _of_economy(quantity: Quantity, scene: Scene) -> bool:
    """Whether the clause speaks of an economy's share, not a commodity's."""
    start, _ = scene.clause(quantity.at)
    named = [one for one in scene.found.mentions if start <= one.start < quantity.start]
    owned = scene.says("own_share", scene.found.masked[start : quantity.start])
    return owned or any(one.role != "adjective" for one in named)
