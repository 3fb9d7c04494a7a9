"""Quotation marks of any kind: which characters of a paragraph stand between them."""

from __future__ import annotations

import re

#: Opening and closing marks that differ; the inner ones of a language are left to the outer.
PAIRS = re.compile(r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*(?:«[^«»]*»[^«»]*)*»|「[^「」]*」|『[^『』]*』")
STRAIGHT = re.compile(r'(?<![\w])"[^"]*"|"[^"]*"')
#: Single marks; within a word they are apostrophes.
SINGLE = re.compile(
    r"(?<!\w)‘(?:[^‘’]|(?<=\w)’(?=\w))+’(?!\w)"
    r"|(?<![\w.,!?])'(?=\w)(?:[^'\"“”]|(?<=\w)'(?=\w))+'(?!\w)"
)
REMARK = re.compile(r"(?<=[,.!?…])\s[—–]\s[а-яё][^—–«»]*[,.]\s[—–]\s")
OPEN = re.compile(r"[“«「][^”»」]*$|(?<!\w)\"(?=\w)[^\"]*$")


def quotes(text: str) -> list[tuple[int, int]]:
    """Start and end of every quotation, its marks among it; one left open runs to the end."""
    found = [match.span() for match in PAIRS.finditer(text)]
    for pattern in (STRAIGHT, SINGLE, OPEN):
        spans = (match.span() for match in pattern.finditer(text))
        found += [one for one in spans if not any(_meets(one, other) for other in found)]
    return sorted(part for span in found for part in _without_remarks(text, *span))


def left_open(text: str) -> bool:
    """Whether a quotation goes on in the next paragraph."""
    found = quotes(text)
    return bool(found) and found[-1][1] == len(text) and text[-1:] not in tuple('”"»」』')


def _without_remarks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A quotation without the words of its speaker inside: «Да, — сказал он. — Нет»."""
    parts = []
    for remark in REMARK.finditer(text, start, end):
        parts.append((start, remark.start()))
        start = remark.end()
    return [*parts, (start, end)]


def outside(text: str) -> str:
    """The text with what stands in quotation marks blotted out, at the same offsets."""
    letters = list(text)
    for start, end in quotes(text):
        letters[start + 1 : end - 1] = "\x00" * (end - start - 2)
    return "".join(letters)


def _meets(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
