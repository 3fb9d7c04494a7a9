"""Where words stand in a text, and what comes nearest where they do not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from analysis.evidence import spelling
from analysis.evidence.documents import Document
from analysis.evidence.links import MOST_WORDS
from analysis.evidence.paragraphs import Block

_LETTER = rf"(?:(?!{spelling.UNSPACED.pattern})\w)"
#: A word or a numeral with its sign, or a character of a script that parts no words.
TOKEN = re.compile(rf"{spelling.UNSPACED.pattern}|[$€£¥₽+-]?{_LETTER}+(?:[-.,'/]{_LETTER}+)*%?|\S")
POINTS = ".,"
#: From this similarity on, what differs says more than the passage itself.
ALIKE = 0.6


class Place(NamedTuple):
    """A passage of a text: its paragraphs (without those that have no number), start and end."""

    paragraphs: tuple[int, ...]
    start: int
    end: int


class Nearest(NamedTuple):
    """The passage most like a fragment: start, end, similarity from 0 to 1, what differs."""

    start: int
    end: int
    similarity: float
    difference: str


def places(words: str, document: Document) -> list[Place]:
    """Every passage of the document that says the very words, whatever its typography.

    Words are whole: 17 stands neither in 117 nor in 17.3. The offsets are those of the original.
    """
    sought = spelling.normalised(words)
    return [
        Place(numbers(document, *span), *span)
        for span in (document.plain.original(*found) for found in _found(sought, document.plain))
    ]


def numbers(document: Document, start: int, end: int) -> tuple[int, ...]:
    """The paragraphs that a passage of the text touches."""
    touched = {block.paragraph for block in document.between(start, end)}
    return tuple(sorted(number for number in touched if number is not None))


def _found(sought: str, plain: spelling.Plain) -> Iterator[tuple[int, int]]:
    """Start and end of each occurrence in the one spelling that cuts no word."""
    at = plain.text.find(sought) if sought else -1
    while at >= 0:
        end = at + len(sought)
        if _parted(plain.text, at) and _parted(plain.text, end):
            yield at, end
        at = plain.text.find(sought, at + 1)


def _parted(text: str, place: int) -> bool:
    """Whether a word or numeral ends before a place of the text, or none is cut by it."""
    before, after = text[max(0, place - 2) : place], text[place : place + 2]
    if not before or not after:
        return True
    left, right = before[-1], after[0]
    if left.isdecimal() and (right.isdecimal() or _pointed(after)):
        return False
    if right.isdecimal() and _pointed(before[::-1]):
        return False
    if spelling.UNSPACED.match(left) or spelling.UNSPACED.match(right):
        return True
    digits_end = left.isdecimal() and not right.isdecimal()
    return digits_end or not (_letter(left) and _letter(right))


def _pointed(signs: str) -> bool:
    """Whether a decimal or grouping sign stands between digits: "17" goes on in "17.3"."""
    return len(signs) == 2 and signs[0] in POINTS and signs[1].isdecimal()


def _letter(sign: str) -> bool:
    return sign.isalnum() or unicodedata.category(sign).startswith("M")


def nearest(words: str, document: Document, within: tuple[Block, ...] = ()) -> Nearest | None:
    """The passage of about as many words, eight at most, that is most like a fragment.

    Likeness is that of difflib over characters; of equal ones the first. None where there is no
    text. `within` narrows the search to some blocks.
    """
    sought = spelling.normalised(words)
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(sought)
    best: tuple[float, int, int] = (0.0, 0, 0)
    for start, end in _windows(sought, document, within):
        matcher.set_seq1(document.plain.text[start:end])
        limit = best[0] + 1e-9
        if matcher.real_quick_ratio() > limit and matcher.quick_ratio() > limit:
            best = max(best, (matcher.ratio(), -start, -end))
    if not best[0]:
        return None
    start, end = -best[1], -best[2]
    told = difference(sought, document.plain.text[start:end])
    return Nearest(*document.plain.original(start, end), round(best[0], 2), told)


def _windows(
    sought: str, document: Document, within: tuple[Block, ...]
) -> Iterator[tuple[int, int]]:
    """Start and end of each passage with a word less, as many, or a word more than a fragment."""
    plain = document.plain
    length = len(TOKEN.findall(sought))
    for block in within or document.blocks:
        ends = plain.place(block.start), plain.place(block.end)
        tokens = [token.span() for token in TOKEN.finditer(plain.text, *ends)]
        for size in {max(1, length - 1), length, length + 1}:
            for first in range(max(1, len(tokens) - size + 1)):
                span = tokens[first : first + size]
                if span and len(plain.text[span[0][0] : span[-1][1]].split()) <= MOST_WORDS:
                    yield span[0][0], span[-1][1]


def difference(sought: str, found: str) -> str:
    """What a passage says otherwise, word by word: “by 18%” for “by 17%”."""
    ours, theirs = list(TOKEN.finditer(sought)), list(TOKEN.finditer(found))
    words = [token[0] for token in ours], [token[0] for token in theirs]
    return "; ".join(
        _step(_cut(sought, ours[a:b]), _cut(found, theirs[c:d]))
        for kind, a, b, c, d in SequenceMatcher(None, *words, autojunk=False).get_opcodes()
        if kind != "equal"
    )


def _step(ours: str, theirs: str) -> str:
    if not theirs:
        return f"“{ours}” is not there"
    return f"“{theirs}” for “{ours}”" if ours else f"“{theirs}” is added"


def _cut(text: str, tokens: list[re.Match[str]]) -> str:
    return text[tokens[0].start() : tokens[-1].end()] if tokens else ""
