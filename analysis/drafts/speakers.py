"""Who says what a sentence holds: speaker, attribution, and the compiler of a statistic."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Speech:
    """One stretch of a paragraph in one voice.

    `attribution`: direct, indirect, unattributed (then `speaker` is ""). `office`, `reporter`:
    the compiler named as such and its economy. `carried`: from the sentence before.
    """

    start: int
    end: int
    speaker: str
    role: str
    economy: str
    attribution: str
    office: str = ""
    reporter: str = ""
    carried: bool = False


def find(
    paragraph: str, language: str, publisher: str | None = None, before: Speech | None = None
) -> list[Speech]:
    """The paragraph cut into stretches of one voice, without gaps, in its order."""
    return [Speech(0, len(paragraph), publisher or "", "", "", "unattributed")]
