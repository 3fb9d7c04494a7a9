"""What each definition chooses, a term at a time, and what all of them choose alike."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis import labels

#: The terms of a definition in the order of the grid, with the words for them.
TERMS = {
    "reporter": "record", "flow": "flow", "scope": "scope", "valuation": "valued",
    "currency": "currency", "basis": "period", "vintage": "release", "provider": "from",
    "office": "compiled by",
}  # fmt: skip
UNSTATED = "not stated"
#: Records put together from both sides', in words.
TOGETHER = {
    "exporters": "of both exporters", "importers": "of both importers",
    "mean": "averaged over both sides", "reconciled": "reconciled from both sides",
}  # fmt: skip


@dataclass(frozen=True)
class Choice:
    """One line of the grid: a term, what is chosen, and the definitions that choose it."""

    term: str
    text: str
    chosen: tuple[int, ...]
    first: bool


def choices(frame: pd.DataFrame, most: int) -> tuple[Choice, ...]:
    """The lines of the grid for definitions in the order of the frame: the terms that differ.

    With more than `most` lines, the rarer choices of a term share one that says how many they are.
    """
    varied = [term for term in TERMS if len(set(frame[term])) > 1]
    shown = next(
        (n for n in range(most, 2, -1) if sum(_lines(frame[term], n) for term in varied) <= most),
        2,
    )
    return tuple(line for term in varied for line in _of_term(frame[term], term, shown))


def alike(frame: pd.DataFrame) -> str:
    """What all definitions choose: "goods, 2013 on 2012, MIT OEC"; empty if nothing is shared."""
    shared = [term for term in TERMS if len(set(frame[term])) == 1]
    chosen = ((term, str(frame[term].iloc[0])) for term in shared)
    return ", ".join(told(term, text) for term, text in chosen if text)


def told(term: str, text: str) -> str:
    """A choice in a sentence, clear without its term."""
    name = choice(term, text)
    if term == "reporter":
        return f"{name}’s record" if text.isupper() else f"record {name}"
    return f"release {name}" if term == "vintage" else name


def choice(term: str, text: str) -> str:
    """A choice in the words of the grid."""
    if not text:
        return UNSTATED
    if term == "reporter":
        return TOGETHER.get(text) or (labels.economy(text) if text.isupper() else text)
    return labels.plain(text)


def _lines(column: pd.Series, shown: int) -> int:
    return min(len(set(column)), shown)


def _of_term(column: pd.Series, term: str, shown: int) -> list[Choice]:
    """The choices of a term, the most frequent first; those beyond `shown` lines in the last."""
    texts = list(column)
    found = sorted(set(texts), key=lambda text: (-texts.count(text), text))
    own = found if len(found) <= shown else found[: shown - 1]
    lines = [
        Choice(
            term, choice(term, text), tuple(n for n, t in enumerate(texts) if t == text), not index
        )
        for index, text in enumerate(own)
    ]
    if len(own) == len(found):
        return lines
    rest = tuple(n for n, text in enumerate(texts) if text not in own)
    return [*lines, Choice(term, f"and {len(found) - len(own)} more", rest, first=False)]
