"""Sources in a Russian sentence."""

from __future__ import annotations

from analysis.drafts.speakers.naming import Source


def sources(sentence: str) -> list[Source]:
    """Every source that the sentence names, in its order."""
    return []
