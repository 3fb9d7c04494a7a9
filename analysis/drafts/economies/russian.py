"""Russian names of economies in any case, through the lemmas of pymorphy3."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from analysis.drafts.economies.names import names
from analysis.drafts.russian import lemmas, likely_lemma

WORD = re.compile(r"[А-Яа-яЁё]+(?:[-'’][А-Яа-яЁё]+)*")
#: What stands before a word with a capital that need be no name: "Polyakov" is no Pole.
BEGINS = re.compile(r"(?:^|[.!?:—–«\n])\s*$")
Found = tuple[int, int, str, str]


def mentioned(text: str) -> list[Found]:
    """Start, end, economy and role of every mention, the longest name at each place."""
    tokens = list(WORD.finditer(text))
    found: list[Found] = []
    place = 0
    while place < len(tokens):
        length = max(_at(tokens[place:], found), 1)
        place += length
    return found


def _at(tokens: list[re.Match[str]], found: list[Found]) -> int:
    """How many words a name takes here; it is added to what was found."""
    for key, (economy, role) in _keys().get(tokens[0].group()[0].lower(), ()):
        if len(key) <= len(tokens) and _is(key, role, tokens):
            found.append((tokens[0].start(), tokens[len(key) - 1].end(), economy, role))
            return len(key)
    found.extend(_compound(tokens[0]))
    return 1


def _is(key: tuple[str, ...], role: str, tokens: list[re.Match[str]]) -> bool:
    """Whether the words are the name; abbreviations and names keep their capitals."""
    printed = [token.group() for token in tokens[: len(key)]]
    if role == "people" and printed[0][0].isupper() and not BEGINS.search(_before(tokens[0])):
        return False
    if role not in ("adjective", "people") and not any(word[0].isupper() for word in printed):
        return False
    if key[0].isupper() and len(key[0]) > 1:
        return printed[0] == key[0]
    return all(word in lemmas(said) for word, said in zip(key, printed, strict=True))


def _before(token: re.Match[str]) -> str:
    return token.string[: token.start()]


def _compound(token: re.Match[str]) -> Iterator[Found]:
    """The parts of "российско-японский": prefixes in -o, then an adjective."""
    place, parts = token.start(), token.group().split("-")
    for part in parts if len(parts) > 1 else ():
        economy = _prefixes().get(part.lower()) or _adjective(part)
        if economy:
            yield place, place + len(part), economy, "adjective"
        place += len(part) + 1


def _adjective(part: str) -> str:
    """The economy of an adjective in any case; "" for other words."""
    for key, (economy, role) in _keys().get(part[:1].lower(), ()):
        if role == "adjective" and len(key) == 1 and key[0] in lemmas(part):
            return economy
    return ""


@cache
def _prefixes() -> dict[str, str]:
    """The first parts of compound adjectives -> economy: "российско", "итало"."""
    found = {}
    for name, (economy, role) in names("ru").items():
        if role == "adjective":
            found[name.removesuffix("-") if name.endswith("-") else f"{name[:-2]}о"] = economy
    return found


@cache
def _keys() -> dict[str, list[tuple[tuple[str, ...], tuple[str, str]]]]:
    """First letter -> names as lemmas with economy and role, the longest name first."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, str]]]] = {}
    for name, told in names("ru").items():
        if not name.endswith("-"):
            key = tuple(_lemma(word) for word in WORD.findall(name))
            found.setdefault(name[0].lower(), []).append((key, told))
    for keys in found.values():
        keys.sort(key=lambda known: -len(known[0]))
    return found


def _lemma(word: str) -> str:
    """An abbreviation as it is, another word's lemma."""
    return word if word.isupper() and len(word) > 1 else likely_lemma(word)
