"""Trade flows that a text names, and whose they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.drafts.economies import Mention


@dataclass(frozen=True)
class Flow:
    """One naming of a flow: exports, imports, turnover, balance; the sides where said, else ""."""

    start: int
    end: int
    flow: str
    economy: str
    partner: str
    words: str


def find(text: str, language: str, mentions: Sequence[Mention]) -> list[Flow]:
    """Every flow that the text names, in its order."""
    return []


def sides(paragraphs: Sequence[str], language: str) -> tuple[str, str]:
    """The side that the article speaks from and the other; "" where it names none."""
    return "", ""


def seen_from(flow: Flow, economy: str, partner: str) -> Flow:
    """The flow with both sides: as said, else the article's."""
    return flow
