"""Sums that go on with the parts of a whole: "of which tea $19 million and flowers $9 million"."""

from __future__ import annotations

from analysis.drafts.lexicon import pattern
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.rows import Proposal
from analysis.drafts.statements.scenes import MASK, Scene
from analysis.drafts.statements.times import is_compared


def next_part(quantity: Quantity, scene: Scene) -> int | None:
    """The whole of the part before, where a sum of another thing follows it in the sentence or
    opens the next one."""
    parts = [one for one in scene.paragraph_before if one.measure in ("level", "share")]
    told = parts[-1] if quantity.currency and parts else None
    if told is None or told.part_of is None or told.part_of >= len(scene.before):
        return None
    follows = _joined(told, quantity, scene) if told in scene.here else _opens(quantity, scene)
    fits = follows and _fits(scene.before[told.part_of], quantity)
    return told.part_of if fits and not is_compared(quantity, scene) else None


def _fits(whole: Proposal, quantity: Quantity) -> bool:
    """Whether a whole is told in the currency of its part."""
    return whole.measure == "level" and whole.currency == quantity.currency


def _joined(told: Proposal, quantity: Quantity, scene: Scene) -> bool:
    """Whether a sum stands behind a part, with nothing but another thing between them."""
    end = _end_of_part(told, scene)
    between = scene.found.masked[end : quantity.start]
    named = any(end <= at < quantity.start for at in _named(scene))
    thing = pattern(scene.language, "thing_joined").fullmatch(between)
    return thing is not None and MASK not in between and not named


def _end_of_part(told: Proposal, scene: Scene) -> int:
    """Where a part ends, with the flow that a share says it is of: "half of these imports"."""
    behind = next((one for one in scene.flows if one.start >= told.end), None)
    gap = scene.found.masked[told.end : behind.start] if behind else ""
    of_flow = pattern(scene.language, "of_these").fullmatch(gap)
    return behind.end if behind and of_flow else told.end


def _opens(quantity: Quantity, scene: Scene) -> bool:
    """Whether a sentence begins with a thing and its sum: "Wine was $4 million"."""
    named = any(scene.start <= at < quantity.start for at in _named(scene))
    thing = pattern(scene.language, "thing_opens").fullmatch(scene.left(quantity))
    return thing is not None and not named


def _named(scene: Scene) -> list[int]:
    """Where the paragraph names economies and flows."""
    return [*(one.start for one in scene.found.mentions), *(one.start for one in scene.found.flows)]
