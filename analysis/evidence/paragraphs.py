"""Which block of a plain text is which paragraph."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from analysis.evidence import spelling

#: A line wider than this is not wrapped: it is a paragraph. East Asian signs are two wide.
WRAPPED = 120
BLOCK = re.compile(r"\S(?:[^\n]|\n(?![^\S\n]*\n))*")
LINE = re.compile(r"[^\n]*\S")
#: What ends a paragraph of an article; headlines, bylines, captions and links end otherwise.
SENTENCE = re.compile(r"[.…。.:;,:,][\s\"'”’»)\])」』]*$")
QUESTION = re.compile(r"[!?!?][\s\"'”’»)\])」』]*$")
#: A place in capitals, then a sign: with it an agency's first paragraph begins.
DATELINE = re.compile(r"[A-ZÀ-ÞА-ЯЁ]{3,}[^\n]{0,50}?(?:\.|—|–| -|/|\()")
#: So many blocks below the headline may stand before a dateline.
NEAR = 4


class Block(NamedTuple):
    """A passage of a text: its paragraph (None outside the article), its start and its end."""

    paragraph: int | None
    start: int
    end: int


def numbered(text: str, title: str | None = None) -> tuple[Block, ...]:
    """The blocks of a text with the number of each.

    The article begins with the block that holds the title, else with the first. What stands below
    it until a block ends as a sentence does, or begins with a dateline, belongs to paragraph 0; a
    text that begins with a sentence has no paragraph 0.
    """
    spans = list(_spans(text))
    head = _headline([text[start:end] for start, end in spans], title)
    first = _first([text[start:end] for start, end in spans], head)
    return tuple(
        Block(None if place < (head or 0) else max(0, place - first + 1), *span)
        for place, span in enumerate(spans)
    )


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each block: parted by blank lines, or a line where lines are long."""
    for block in BLOCK.finditer(text):
        lines = list(LINE.finditer(text, block.start(), block.end()))
        if max(_width(line[0]) for line in lines) > WRAPPED:
            yield from ((line.start() + _indent(line[0]), line.end()) for line in lines)
        else:
            yield block.start(), lines[-1].end()


def _width(line: str) -> int:
    return len(line) + sum(unicodedata.east_asian_width(sign) in "WF" for sign in line)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _headline(blocks: list[str], title: str | None) -> int | None:
    """The first block that holds the title."""
    sought = spelling.normalised(title or "")
    holds = (n for n, block in enumerate(blocks) if sought in spelling.normalised(block))
    return next(holds, None) if sought else None


def _first(blocks: list[str], head: int | None) -> int:
    """The block that is paragraph 1: below the headline, where there is one."""
    start = 0 if head is None else head + 1
    ended = [n for n in range(start, len(blocks)) if _ends(blocks[n], n)]
    near = (n for n in ended if n <= start + NEAR and DATELINE.match(blocks[n]))
    return next(near, ended[0] if ended else start + (head is None and len(blocks) > 1))


def _ends(block: str, place: int) -> bool:
    """Whether a block ends as a paragraph does; the first may be a headline that asks."""
    return bool(SENTENCE.search(block) or (place and QUESTION.search(block)))
