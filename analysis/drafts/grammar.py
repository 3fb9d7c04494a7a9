"""How a language is built, where more than its words differ: the section `grammar` of a file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from analysis.drafts import words


@dataclass(frozen=True)
class Grammar:
    """What the readers ask of a language.

    spaced: spaces part its words. capitals: a name begins with one, and words in small letters
    describe. inflected: names and numbers change their endings. nouns_before: what a number counts
    or measures stands before it, and what is said of it at the end. dash_asks: a dash at the
    beginning of a paragraph is the question of an interview.
    """

    spaced: bool
    capitals: bool
    inflected: bool
    nouns_before: bool
    dash_asks: bool


@cache
def of(language: str) -> Grammar:
    """The grammar of a language. Raises ValueError for one without words."""
    return Grammar(**words.section(language, "grammar"))
