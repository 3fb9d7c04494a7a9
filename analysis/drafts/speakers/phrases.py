"""Russian noun phrases, put into the nominative: a head, its adjectives, what depends on it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from analysis.drafts.russian import analyzer, parsed, parses_as
from analysis.drafts.speakers.naming import economy_of, entry
from analysis.drafts.speakers.persons import is_surname, name_at

TOKEN = re.compile(r"[А-Яа-яЁёA-Za-z]+(?:-[А-Яа-яЁёA-Za-z]+)*")
QUOTED = re.compile(r"\s*[«“„\"]\x00+[»”\"]")
#: Where an ambassador or embassy is, or a person from: "в Грузии".
PLACE = re.compile(r"\s+(?:во?|из)\s+([А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*)(?=\s*[,.;:!?»—–]|$|\s)")
#: The name of an agency or newspaper that stands without quotation marks behind its kind.
UNQUOTED = re.compile(
    r"\s+([A-Z][\w.-]*(?:\s[A-Z][\w.-]*)*|[А-ЯЁ]{2,}|[А-ЯЁ]\w+ [А-ЯЁ]\w+)(?=[\s,.;:]|$)"
)
#: A foreign name in its own letters, which has no cases.
LATIN = re.compile(r"\s*([A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*)*)(?=[\s,.;:]|$)", re.ASCII)
#: Behind such a word the name of a state keeps its nominative: "Республики Чили".
STATE = re.compile(rf"\b(?:{entry('ru', 'states')})$")
#: A word that may depend on a head.
DEPENDENT = re.compile(r"\s+(?:по\s+|и\s+|при\s+)?([А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*)")
#: More that an office is for: ", промышленности и внешней торговли".
LISTED = re.compile(
    rf"(?:,\s+(?:\w+\s+)?(?:{entry('ru', 'fields')}))*"
    rf"\s+и\s+(?:\w+\s+)?(?:{entry('ru', 'fields')})(?!\w)"
)
PRONOUNS = {"он", "она", "они", "оно", "тот", "та"}


@dataclass(frozen=True)
class Phrase:
    """A noun phrase: its place, its words in the nominative, the name in marks behind it."""

    start: int
    end: int
    name: str
    role: str = ""
    quoted: str = ""
    pronoun: bool = False
    proper: bool = False


def parses(word: str, case: str, *parts: str) -> list[Any]:
    """The analyses of a word in a case, as one of these parts of speech."""
    return [
        one for one in parsed(word)
        if (case in one.tag or "Fixd" in one.tag) and one.tag.POS in parts
    ]  # fmt: skip


def phrase_from(text: str, sentence: str, start: int, case: str) -> Phrase | None:
    """The phrase that begins at a place, its head in this case."""
    quoted = QUOTED.match(text, start)
    if quoted:
        return _by_quotation(sentence, start, quoted)
    latin = LATIN.match(text, start)
    if latin:
        return Phrase(start, latin.end(), latin[1], quoted=latin[1])
    return phrase_at(text, sentence, start, case)


def phrase_at(text: str, sentence: str, start: int, case: str) -> Phrase | None:
    """The phrase whose first word stands here: adjectives of a case, a noun of it, what follows."""
    words: list[str] = []
    place = start
    while match := TOKEN.match(text, place):
        word = match[0]
        person = None if words else name_at(text, place, case, titled=False)
        if person and " " in person[1]:
            return Phrase(start, person[0], person[1], proper=True)
        if case == "nomn" and word.lower() in PRONOUNS and not words:
            if re.match(r"\s+же\b", text[match.end() :]):
                return None  # "the same year"
            return Phrase(start, match.end(), word.lower(), pronoun=True)
        if _is_noun(word, case) and not _is_adjective(word, case, text, match.end()):
            words = [_agreed(one, word, case) for one in words] + [_nominative(word, case, "NOUN")]
            return _completed(text, sentence, start, match.end(), words, case)
        if not parses(word, case, "ADJF", "PRTF", "NUMR"):
            return None
        words.append(word)
        place = match.end() + len(re.match(r"\s*", text[match.end() :])[0])  # type: ignore[index]
    return None


def phrase_ending(text: str, sentence: str, start: int, end: int) -> Phrase | None:
    """The first phrase in the nominative between two places, a subject before its verb."""
    for match in TOKEN.finditer(text, start, end):
        found = phrase_at(text, sentence, match.start(), "nomn")
        if found and found.end <= end:
            return found
    quoted = QUOTED.search(text, start, end)
    return _by_quotation(sentence, quoted.start(), quoted) if quoted else None


def _by_quotation(sentence: str, start: int, quoted: re.Match[str]) -> Phrase:
    name = sentence[quoted.start() : quoted.end()].strip().strip('«»“”„"')
    return Phrase(start, quoted.end(), name, quoted=name)


def is_nominative(quotation: str) -> bool:
    """Whether a name in quotation marks may be a subject, and is not told: not «Вестнику»."""
    words = TOKEN.findall(quotation)
    if not words:
        return False
    return bool(parses(words[-1], "nomn", "NOUN") or parses(words[0], "nomn", "ADJF"))


def _is_noun(word: str, case: str) -> bool:
    """Whether a word is a noun (or an abbreviation or name) in a case."""
    if len(word) < 2 or parses_as(word.lower(), "PREP"):
        return False
    return bool(parses(word, case, "NOUN")) or word.isupper()


def _is_adjective(word: str, case: str, text: str, end: int) -> bool:
    """Whether a word that may be either is an adjective: a noun of its case follows."""
    after = TOKEN.match(text, end + 1)
    return bool(
        after and parses(word, case, "ADJF", "PRTF") and parses(after[0], case, "NOUN", "ADJF")
    )


def _nominative(word: str, case: str, *parts: str) -> str:
    """The word in the nominative, its number and capitals kept."""
    found = parses(word, case, *parts)
    if case == "nomn" or not found or "Fixd" in found[0].tag:
        return word
    plain = found[0].inflect({"nomn"})
    return _capitals(plain.word, word) if plain else word


def _agreed(word: str, head: str, case: str) -> str:
    """An adjective in the nominative, with the gender and number of the noun it belongs to."""
    nouns, found = parses(head, case, "NOUN"), parses(word, case, "ADJF", "PRTF", "NUMR")
    if case == "nomn" or not found or not nouns or nouns[0].tag.number == "plur":
        return _nominative(word, case, "ADJF", "PRTF", "NUMR")
    form = {"nomn", "sing", nouns[0].tag.gender} - {None}
    plain = next((one for each in found if (one := each.inflect(form))), None)
    return _capitals(plain.word, word) if plain else word


def _capitals(plain: str, word: str) -> str:
    """A word with the capitals of another, each part of a hyphenated one by itself."""
    parts = zip(plain.split("-"), word.split("-"), strict=False)
    return "-".join(one.capitalize() if old[:1].isupper() else one for one, old in parts)


def _completed(
    text: str, sentence: str, start: int, head: int, words: list[str], case: str
) -> Phrase:
    """The phrase with what depends on its head: genitives, a name, a name in quotation marks."""
    begins = not text[:start].strip(" —–-") and analyzer().word_is_known(words[0])
    alone = len(words) == 1 and text[start : start + 1].isupper()
    proper = alone and (not begins or is_surname(words[0]))
    end = _depending(text, start, head, case)
    place = PLACE.match(text, end)
    if place and is_place(place[1]):
        end = _depending(text, start, place.end(), case)
    depending = re.sub(r"\s+", " ", text[head:end])
    title = _lowered(text, start, " ".join(words) + depending)
    person = name_at(text, end, case, titled=_is_title(title))
    if person:
        return Phrase(start, person[0], person[1], title)
    end, quoted = _named_behind(text, sentence, end, title)
    person = name_at(text, end, case, titled=True) if _is_title(title) else None
    if person:
        return Phrase(start, person[0], person[1], title)
    return Phrase(start, end, title, quoted=quoted, proper=proper)


def _depending(text: str, start: int, end: int, case: str) -> int:
    """Where what depends on a head ends, before the name of a person."""
    while match := LISTED.match(text, end) or DEPENDENT.match(text, end):
        if match.re is DEPENDENT and not _depends(match[1], match[0], text[start:end]):
            return end
        if name_at(text, end, case, titled=_is_title(text[start:end])):
            return end
        end = match.end()
    return end


def _is_title(words: str) -> bool:
    """Whether words begin with the title of a person."""
    head = re.split(r"\s(?:по|при|в|во)\s", words)[0]
    return re.search(rf"\b(?:{entry('ru', 'titles')})\b", head, re.IGNORECASE) is not None


def is_place(name: str) -> bool:
    """Whether a name behind "в" is that of a town or country."""
    return "-" in name or any("Geox" in one.tag for one in parsed(name))


def _named_behind(text: str, sentence: str, end: int, title: str) -> tuple[int, str]:
    """Where the phrase ends, and a newspaper's name behind its kind, in quotation marks or not."""
    quoted = QUOTED.match(text, end)
    if quoted:
        name = sentence[quoted.start() : quoted.end()].strip().strip('«»“”„"')
        return quoted.end(), name if _is_paper(title) else ""
    bare = UNQUOTED.match(text, end) if re.fullmatch(entry("ru", "media"), title, re.I) else None
    return (bare.end(), bare[1]) if bare else (end, "")


def _is_paper(title: str) -> bool:
    return re.search(rf"\b(?:{entry('ru', 'media')})", title, re.IGNORECASE) is not None


def _depends(word: str, printed: str, before: str) -> bool:
    """Whether a word depends on the head: a genitive, a dative behind "по", a republic's name."""
    figures = re.fullmatch(entry("ru", "no_dependents"), word, re.IGNORECASE)
    if figures or (len(word) < 3 and not word.isupper()):
        return False
    if STATE.search(before) and economy_of(word, "ru"):
        return True
    if word.isupper() and len(word) > 1:
        return not analyzer().word_is_known(word) or bool(parses(word, "gent", "NOUN"))
    preposition = re.match(r"\s+(по|при)\s", printed)
    case = {"по": "datv", "при": "loct"}[preposition[1]] if preposition else "gent"
    if re.match(r"\s+и\s", printed):
        return bool(parses(word, "gent", "NOUN")) and not parses(word, "nomn", "NOUN")
    return bool(parses(word, case, "NOUN", "ADJF"))


def _lowered(text: str, start: int, name: str) -> str:
    """A title that only begins its sentence with a capital is written small."""
    first = not text[:start].strip(" —–-\t\n")
    return name[:1].lower() + name[1:] if first and _is_title(name) else name
