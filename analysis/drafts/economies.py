"""Economies that a text names: by name, adjective, possessive, capital."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Mention:
    """One mention of an economy; `role`: name, adjective, possessive, capital."""

    start: int
    end: int
    economy: str
    role: str
    words: str


def find(text: str, language: str) -> list[Mention]:
    """Every economy that the text names, in its order; groups of economies are none."""
    return []
