"""At most eight words around a number, exactly as they stand in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from analysis.evidence import MOST_WORDS, word_count
from analysis.evidence.spelling import UNSPACED

#: Where words are not parted by spaces, so many characters are kept instead.
MOST_SIGNS = 24
#: How many words stand before the number: few first, others where that is not unique.
BEFORE = (3, 4, 2, 5, 1, 6, 0, 7)
PIECES = re.compile(rf"{UNSPACED.pattern}|(?:(?!{UNSPACED.pattern})\S)+")


def around(text: str, start: int, end: int) -> str:
    """The words about `text[start:end]`, on its line, and where they can be, found only once."""
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", start) if "\n" in text[start:] else len(text)
    spans = _pieces(text, line, stop)
    inside = [place for place, span in enumerate(spans) if span[0] < end and start < span[1]]
    if not inside:
        return text[start:end]
    most = MOST_WORDS if _spaced(text, spans) else MOST_SIGNS
    windows = [_window(text, spans, inside, most, before) for before in BEFORE]
    return next((one for one in windows if text.count(one) == 1), windows[0])


@lru_cache(maxsize=64)
def _pieces(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Where the words of a line stand: found once for all its numbers."""
    return tuple(one.span() for one in PIECES.finditer(text, start, end))


def _spaced(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether most of the pieces are words between spaces."""
    signs = sum(bool(UNSPACED.match(text[start])) for start, _ in spans)
    return 2 * signs < len(spans)


def _window(
    text: str, spans: Sequence[tuple[int, int]], inside: Sequence[int], most: int, before: int
) -> str:
    """The number with so many eighths of the room before it, and as much after it as is left."""
    wanted = inside[0] - before * most // MOST_WORDS
    first = min(max(0, inside[-1] + 1 - most, wanted), max(0, len(spans) - most))
    last = min(len(spans), first + most) - 1
    found = text[spans[first][0] : spans[last][1]]
    if word_count(found) > MOST_WORDS:
        return _window(text, spans, inside, MOST_WORDS, before)
    return found
