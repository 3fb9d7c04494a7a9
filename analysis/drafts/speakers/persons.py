"""Names of persons in Russian: a run of capitalised words, put into the nominative."""

from __future__ import annotations

import re
from typing import Any

from analysis.drafts.russian import analyzer, parsed
from analysis.drafts.speakers.naming import entry

WORD = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ]?[а-яё]+)*"
#: What may stand before a family name: "Мохаммед аль-Аббар".
PARTICLE = r"(?:(?:аль|эль|ад|ас|аш|бин|бен|ибн|ван|фон|де|да|ди|дус|дос)[- ])?"
#: A first name or initials, and up to two more names.
RUN = re.compile(rf"\s*(?:(?:[А-ЯЁ]\.\s?){{1,2}}{WORD}|{WORD}(?:\s+{PARTICLE}{WORD}){{0,2}})")


def name_at(text: str, place: int, case: str, *, titled: bool) -> tuple[int, str] | None:
    """Where the name of a person that begins at a place ends, and the name in the nominative.

    Behind a title any two capitalised words are one, unless one of them is a place or an office.
    """
    match = RUN.match(text, place)
    words = match[0].split() if match else []
    words = _up_to_other(words, case)
    if not words or not _is_name(words, case, titled=titled):
        return None
    end = re.compile(r"\s*" + r"\s*".join(map(re.escape, words))).match(text, place)
    return (end.end(), " ".join(_nominative(one, case) for one in words)) if end else None


def _up_to_other(words: list[str], case: str) -> list[str]:
    """The words before one that is no name; behind a first name, or before one with a particle
    ("Салем аль-Хинаи"), a place is one."""
    named = bool(words) and _named(words[0], case)
    particle = any(word[0].islower() for word in words)
    for count, word in enumerate(words):
        if _is_other(word, case, place=not (particle or (named and count))):
            return words[:count]
    return words


def is_surname(word: str) -> bool:
    """Whether a word is a name that a person may be called by alone."""
    return any({"Surn", "Patr"} & set(one.tag.grammemes) for one in _parses(word, "nomn"))


def _is_name(words: list[str], case: str, *, titled: bool) -> bool:
    """Whether the first of the words is a name, or they are two behind a title."""
    first = words[0]
    if "." in first or _named(first, case):
        return True
    if len(words) > 1 and words[1][0].islower():
        return True
    unknown = not analyzer().word_is_known(first)
    fits = unknown or _may_be_called(first, case)
    return (len(words) > 1 and ((titled and fits) or unknown)) or (titled and unknown)


def _may_be_called(word: str, case: str) -> bool:
    """Whether a word of the dictionary may be a foreign name: in the nominative, and no state."""
    state = re.match(entry("ru", "states"), word, re.IGNORECASE)
    return case == "nomn" and state is None and bool(_parses(word, case))


def _named(word: str, case: str) -> bool:
    """Whether a word is a first name or surname in a case."""
    return any({"Name", "Surn", "Patr"} & set(one.tag.grammemes) for one in _parses(word, case))


def _is_other(word: str, case: str, *, place: bool) -> bool:
    """Whether a word is a place (where that counts), an office or an adjective, and no name."""
    if "." in word or word[0].islower() or _named(word, case):
        return False
    kinds = "|".join(entry("ru", name) for name in ("offices", "compilers", "media"))
    if re.match(rf"(?:{kinds})", word, re.IGNORECASE):
        return True
    tags = [set(one.tag.grammemes) for one in parsed(word)]
    known = analyzer().word_is_known(word)
    return (place and bool({"Geox", "Orgn"} & tags[0])) or (known and "ADJF" in tags[0])


def _parses(word: str, case: str) -> list[Any]:
    """The analyses of a word as a noun in a case."""
    return [one for one in parsed(word) if case in one.tag and one.tag.POS == "NOUN"]


def _nominative(word: str, case: str) -> str:
    """A name in the nominative, its capitals kept."""
    if case == "nomn" or "." in word or word[0].islower():
        return word
    found = [one for one in _parses(word, case) if "Name" in one.tag or "Surn" in one.tag]
    found = found or _parses(word, case)
    plain = found[0].inflect({"nomn"}) if found and "Fixd" not in found[0].tag else None
    return "-".join(map(str.capitalize, plain.word.split("-"))) if plain else word
