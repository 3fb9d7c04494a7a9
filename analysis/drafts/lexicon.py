"""Words of a language as patterns: lists of expressions in `words/*.toml`, compiled once."""

from __future__ import annotations

import re
from functools import cache

from analysis.drafts import grammar
from analysis.drafts.words import section

NEVER = re.compile(r"(?!)")


#: No edge of an expression lies within a word.
EDGE = r"(?:(?<!\w)|(?!\w))"


@cache
def pattern(language: str, name: str, part: str = "statements") -> re.Pattern[str]:
    """The expressions of one entry of a section as one pattern; never met where it is empty.

    Whole words are meant in languages that part words by spaces.
    """
    found = section(language, part).get(name, [])
    return _either(found, language, part) if found else NEVER


@cache
def kinds(language: str, name: str, part: str = "statements") -> dict[str, re.Pattern[str]]:
    """The patterns of an entry that is a table: kind -> pattern, in the order of the file."""
    found = section(language, part).get(name, {})
    return {kind: _either(words, language, part) for kind, words in found.items()}


def _either(words: list[str], language: str, part: str) -> re.Pattern[str]:
    spaced = grammar.of(language).spaced and part != "sentences"
    edge = EDGE if spaced else ""
    return re.compile(f"{edge}(?:{'|'.join(words)}){edge}", re.IGNORECASE)
