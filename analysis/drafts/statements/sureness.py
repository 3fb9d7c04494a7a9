"""How sure a proposal is, and which of its columns is in doubt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.drafts.statements.rows import Proposal

#: How often a number with nothing to doubt is read rightly in every column.
CLEAR = 0.78
#: What a doubt leaves of that, by its first words; both measured on articles that the rules
#: had not met, where a flow carried over and a speaker that is not named were wrong most often.
LEFT = {
    "flow carried": 0.65, "flow without": 0.9, "speaker is not": 0.82, "speaker is that": 0.8,
    "status": 0.9, "note": 0.85, "direction": 0.6,
}  # fmt: skip
OTHER = 0.97


def sure(proposal: Proposal) -> Proposal:
    """The proposal with all its doubts and its confidence: each doubt takes its part from it."""
    doubts = tuple(dict.fromkeys((*proposal.doubts, *_doubts(proposal))))
    confidence = CLEAR
    for doubt in doubts:
        confidence *= next((left for word, left in LEFT.items() if doubt.startswith(word)), OTHER)
    return replace(proposal, doubts=doubts, confidence=round(confidence, 2))


def _doubts(proposal: Proposal) -> Iterator[str]:
    """What the finished row leaves in doubt."""
    if proposal.attribution == "unattributed":
        yield "speaker is not named, so taken for the publisher"
    if proposal.attribution == "direct":
        yield "speaker is that of a quotation"
    if proposal.flow and proposal.measure in ("share", "rank"):
        yield f"flow of a {proposal.measure} is seldom said in full"
    if proposal.flow and proposal.measure != "rank" and proposal.period_start is None:
        yield "period is not told in days"
    if proposal.status != "reported":
        yield f"status is a {proposal.status}"
