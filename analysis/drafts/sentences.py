"""A paragraph cut into sentences, a sentence into clauses: offsets into the paragraph."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from analysis.drafts import grammar
from analysis.drafts.lexicon import pattern

#: What may close a quotation or bracket behind the end of a sentence.
CLOSING = "\"'”’»」』)】)"
END = re.compile(rf"(?:[.!?…]+[{re.escape(CLOSING)}]*(?=\s)|[。!?][{re.escape(CLOSING)}]*|\n)")
NEXT = re.compile(r"\s+[\"'“‘«(\[]*(?:[^\W\d_]|\d|[—–$€£¥₽₹+−-])")


def split(paragraph: str, language: str) -> list[tuple[int, int]]:
    """The sentences of a paragraph, white space at their edges left out."""
    return list(_split(paragraph, language))


@lru_cache(maxsize=64)
def _split(paragraph: str, language: str) -> tuple[tuple[int, int], ...]:
    """As `split`, for the many that ask again about one paragraph."""
    found, start = [], 0
    for match in END.finditer(paragraph):
        if _ends(paragraph, match, language, start):
            found.append((start, match.end()))
            start = match.end()
    found.append((start, len(paragraph)))
    return tuple(_trim(paragraph, *one) for one in found if paragraph[slice(*one)].strip())


def _ends(paragraph: str, match: re.Match[str], language: str, start: int) -> bool:
    """Whether a mark ends a sentence: not after an abbreviation, nor before a small letter."""
    if match[0] == "\n" or not grammar.of(language).spaced:
        return match[0] != "." and not _quoted_on(paragraph, match, language)
    follows = NEXT.match(paragraph, match.end())
    if not follows or follows[0].lstrip(" \"'“‘«([")[:1].islower():
        return False
    before = paragraph[start : match.end()]
    if pattern(language, "units", "sentences").search(before + "\0" + paragraph[match.end() :][:9]):
        return False
    last = re.search(r"(\S+)$", before.rstrip(CLOSING))
    short = last is not None and _is_short(last[1].lstrip('(/"“«'), follows[0][-1:], language)
    return not (match[0] == "." and short)


def _is_short(word: str, follows: str, language: str) -> bool:
    """Whether a word before a point is an abbreviation; some are so only before a number:
    "No. 5", not "No. The bank says"."""
    if pattern(language, "abbreviations", "sentences").fullmatch(word):
        return True
    numbers = pattern(language, "before_numbers", "sentences").fullmatch(word)
    return numbers is not None and not follows.isalpha()


def _quoted_on(paragraph: str, match: re.Match[str], language: str) -> bool:
    """Whether a quotation that the mark closes goes on in its sentence: 「…だ。」と述べた."""
    goes_on = pattern(language, "quoted_on", "sentences").match(paragraph, match.end())
    return match[0][-1:] in CLOSING and goes_on is not None


def _trim(paragraph: str, start: int, end: int) -> tuple[int, int]:
    inner = paragraph[start:end]
    left = len(inner) - len(inner.lstrip())
    return start + left, start + len(inner.rstrip())


def clauses(paragraph: str, start: int, end: int, language: str) -> list[tuple[int, int]]:
    """The clauses of a sentence, cut at the marks and words that begin a new one."""
    cuts = [start]
    for match in pattern(language, "clause", "sentences").finditer(paragraph, start, end):
        cuts.append(match.end())
    cuts.append(end)
    return [(one, two) for one, two in pairwise(cuts) if one < two]
