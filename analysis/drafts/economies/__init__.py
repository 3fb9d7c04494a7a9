"""Economies that a text names: by name, adjective, possessive or capital.

`names` is the vocabulary (CLDR, ISO 3166 and words/economies.csv); `russian` knows the cases.
Groups of economies ("the EU", "the Gulf") are none and are not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from analysis.drafts import grammar, words
from analysis.drafts.economies.names import japanese_short, names
from analysis.drafts.economies.russian import mentioned

__all__ = ["Mention", "find", "of_article"]

POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?!\w)")


@dataclass(frozen=True)
class Mention:
    """One mention of an economy; `role`: name, adjective, possessive, capital, office.

    An office is one of the language's own country that is named without it: 財務省, "our country".
    """

    start: int
    end: int
    economy: str
    role: str
    words: str


def find(text: str, language: str) -> list[Mention]:
    """Every economy that the text names, in its order; `end` is after a possessive's s."""
    found = {"en": _english, "ru": _russian, "ja": _japanese}[language](text)
    taken = [found.span() for found in _other_phrases(language).finditer(text)]
    free = [mention for mention in found if not _within(mention, taken)]
    return sorted(free, key=lambda mention: mention.start)


def of_article(paragraphs: Sequence[str], language: str) -> list[list[Mention]]:
    """The economies of each paragraph; a name that two share is that of the one which the article
    names in full ("Congo" beside "the Democratic Republic of Congo"), else of the one that places
    near it tell ("the Congo" beside Zambia)."""
    found = [find(paragraph, language) for paragraph in paragraphs]
    shared = words.section(language, "economies").get("shared", {})
    plain = [one for mentions in found for one in mentions if _name(one) not in shared]
    sharing = {economy for each in shared.values() for economy in each}
    full = {one.economy for one in plain} & sharing
    told = full or _told_by_places(paragraphs, language)
    return [[_meant(one, shared.get(_name(one), ()), told) for one in each] for each in found]


def _told_by_places(paragraphs: Sequence[str], language: str) -> set[str]:
    """The economies that share a name and lie near places that the text names."""
    tells = words.section(language, "economies").get("tells", {})
    text = "\n".join(paragraphs)
    return {economy for economy, near in tells.items() if re.search(rf"\b(?:{near})\b", text)}


def _name(mention: Mention) -> str:
    """Its words without the possessive's mark."""
    return POSSESSIVE.sub("", mention.words)


def _meant(mention: Mention, sharing: Sequence[str], told: set[str]) -> Mention:
    """The mention as that of the one economy that shares its name and is told."""
    chosen = [economy for economy in sharing if economy in told]
    return replace(mention, economy=chosen[0]) if len(chosen) == 1 else mention


def _within(mention: Mention, taken: list[tuple[int, int]]) -> bool:
    """Whether a phrase that means something else holds the mention ("the Indian Ocean")."""
    return any(start <= mention.start < end for start, end in taken)


def _english(text: str) -> list[Mention]:
    """Names are told by their capitals; a headline may be all capitals."""
    known, found = names("en"), []
    for match in _pattern("en").finditer(text):
        economy, role = known.get(match.group()) or known[match.group().title()]
        mark = POSSESSIVE.match(text, match.end())
        end = mark.end() if mark else match.end()
        role = "possessive" if mark and role in ("name", "capital") else role
        found.append(Mention(match.start(), end, economy, role, text[match.start() : end]))
    return found


def _russian(text: str) -> list[Mention]:
    """Names and adjectives in any case; "российско-японский" names two."""
    return [
        Mention(start, end, economy, role, text[start:end])
        for start, end, economy, role in mentioned(text)
    ]


def _japanese(text: str) -> list[Mention]:
    """Names, then the one-letter names in pairs and before offices (日ロ, 対露, 独政府)."""
    known, found = names("ja"), []
    for match in _pattern("ja").finditer(text):
        economy, role = known[match.group()]
        possessive = role == "name" and text[match.end() : match.end() + 1] == "の"
        role = "possessive" if possessive else role
        found.append(Mention(match.start(), match.end(), economy, role, match.group()))
    return found + _one_letter(text) + _own_offices(text, "ja")


def _own_offices(text: str, language: str) -> list[Mention]:
    """The offices of the language's own country that are named without it."""
    return [
        Mention(match.start(), match.end(), economy, "office", match.group())
        for economy, offices in words.section(language, "economies").get("offices", {}).items()
        for match in re.finditer(offices, text)
    ]


def _one_letter(text: str) -> list[Mention]:
    """The one-letter names of Japanese, where what stands around them makes them names."""
    short, found = japanese_short(), []
    taken = {place for match in _pattern("ja").finditer(text) for place in range(*match.span())}
    for match in _short_pattern().finditer(text):
        for place in range(match.start(), match.end()):
            if text[place] in short and place not in taken:
                economy = short[text[place]]
                found.append(Mention(place, place + 1, economy, "adjective", text[place]))
    return found


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Any name of a language, longer before shorter."""
    known = sorted(names(language), key=len, reverse=True)
    if not grammar.of(language).spaced:
        any_name = "|".join(_katakana_alone(name) for name in known)
        return re.compile(any_name)
    capitals = {name.upper() for name in known if len(name) > 4 and name.upper().title() in known}
    any_name = "|".join(re.escape(name) for name in [*known, *sorted(capitals)])
    return re.compile(rf"(?<![\w$])(?:{any_name})(?![\w$]|\.\w)")


def _katakana_alone(name: str) -> str:
    """A name in katakana is no part of a longer word in katakana, unless that names a good."""
    guard = re.escape(name)
    if re.match("[ァ-ヶ]", name):
        guard = f"(?<![ァ-ヶー]){guard}"
    goods = "|".join(words.section("ja", "economies")["goods"])
    return f"{guard}(?!(?!{goods})[ァ-ヶー])" if re.search("[ァ-ヶー]$", name) else guard


@cache
def _short_pattern() -> re.Pattern[str]:
    """One-letter names in pairs, after 対 and before the words of the section `economies`."""
    letters = f"[{''.join(japanese_short())}]"
    after = words.section("ja", "economies")
    pairs, offices, flows = (after[name] for name in ("after_pair", "after_one", "after_toward"))
    return re.compile(
        rf"{letters}{letters}(?=(?:{pairs}))|(?<=対){letters}(?=(?:{flows}))"
        rf"|(?<![一-龠]){letters}(?=(?:{offices}))"
    )


@cache
def _other_phrases(language: str) -> re.Pattern[str]:
    """Phrases that hold a name and mean no economy."""
    phrases = words.section(language, "economies").get("other", [])
    return re.compile("|".join(phrases) or "(?!)")
