"""Words of a language as patterns: lists of expressions in `words/*.toml`, compiled once."""

from __future__ import annotations

import re
from functools import cache

from analysis.drafts.words import section

NEVER = re.compile(r"(?!)")


@cache
def pattern(language: str, name: str, part: str = "statements") -> re.Pattern[str]:
    """The expressions of one entry of a section as one pattern; never met where it is empty.

    Whole words are meant in languages that part words by spaces.
    """
    found = section(language, part).get(name, [])
    if not found:
        return NEVER
    either = "|".join(found)
    bare = language == "ja" or part == "sentences"
    whole = either if bare else rf"(?<!\w)(?:{either})(?!\w)"
    return re.compile(whole, re.IGNORECASE)


@cache
def kinds(language: str, name: str, part: str = "statements") -> dict[str, re.Pattern[str]]:
    """The patterns of an entry that is a table: kind -> pattern, in the order of the file."""
    found = section(language, part).get(name, {})
    whole = "{}" if language == "ja" else r"(?<!\w)(?:{})(?!\w)"
    return {
        kind: re.compile(whole.format("|".join(words)), re.IGNORECASE)
        for kind, words in found.items()
    }
