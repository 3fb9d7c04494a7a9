"""Persons and offices that an English sentence names without letting them say anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from analysis.drafts.speakers.bodies import bodies
from analysis.drafts.speakers.naming import Source, economy_of, entry
from analysis.drafts.speakers.spans import pattern, start_of
from analysis.drafts.speakers.subjects import NAME, PARTICLES, source

TITLED = (
    r"\b(?:(?:(?!(?:with|of|by|to|for|from|and|at|in|on)\b)[\w'’-]+\s+){0,4}?{titles}"
    r"(?:(?:\s+(?:{fields}|foreign|prime|general|first))*\s+{titles})*)\b(?!['’])"
    r"(?:\s+(?:of|for|to(?=\s+(?:the\s+)?(?-i:[A-Z]))|(?:in|from|at)(?=\s+the\s+(?:[\w-]+\s+)?{offices}\b)"
    r"|(?<=s\s)(?:in|at|from|near)(?=\s+(?:the\s+)?(?-i:[A-Z])))\s+(?:the\s+)?[\w'’-]+(?:\s+{offices}\b)?"
    r"(?-i:\s+[A-Z][\w'’-]+)*(?:(?:,\s+{fields}|,?\s+and\s+(?:{fields}|(?-i:[A-Z][\w'’-]+)))(?=,|\s|$)){0,3}"
    r"){0,2}"
    r"(?-i:(?:\s+[A-Z][\w'’-]+){1,3})?"
)
#: A person by courtesy: "asked by Mr John Doe".
COURTESY = (
    r"\b(?-i:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|H\.E)\b\.?\s+"
    rf"(?P<name>{NAME}(?:\s+{PARTICLES}{NAME}){{0,2}})"
)
#: A name with what only a person has behind it: an age, a clause with "who", where he is from.
TOLD_OF = (
    rf"\b(?P<name>{NAME}(?:\s+{PARTICLES}{NAME}){{1,3}})"
    r"(?=,?\s+\(?\d\d\b[,)]|,\s+(?:an?|the|aged|who|whose|himself|herself)\s|\s+of\s+the\s|\s+who\s|\s+\(\d)"
)
#: Somebody told by his country alone: "Chile's Jane Roe and Peru's John Doe".
OF_LAND = (
    r"\b(?P<land>(?-i:[A-Z])[\w -]{2,30})['’]s?\s"
    rf"(?P<name>{NAME}(?:\s{PARTICLES}{NAME}){{1,2}})(?=,|\s(?-i:[a-z]))"
)
#: A name that a sentence begins with, and what persons are told of or do: "Jane Roe has run the
#: port", "Jane Roe shrugs".
SUBJECT = (
    rf"\W{{0,3}}(?P<name>{NAME}(?:\s+{PARTICLES}{NAME}){{1,2}})\s+"
    r"(?:{lives}|(?!(?:{titles}|{offices}|{never})\b)(?-i:[a-z]+(?:s|ed)))\b"
)
#: Who does something, by a name told before: "Roe shakes her head", "She does not smile".
AGAIN = (
    rf"\W{{0,3}}(?:(?P<who>he|she)\s+(?-i:[a-z]+)|(?P<name>{NAME})\s+(?:{{helping}}\s+|also\s+)?"
    r"(?!(?:{titles}|{offices}|{never})\b)(?:{lives}|(?-i:[a-z]+(?:s|ed))))\b"
)
#: To whom the outlet speaks: "we remind her".
SPOKEN_TO = r"\b(?:we|I)\s+(?:\w+\s+){0,2}?(?P<who>him|her|them)\b"


def persons(text: str) -> Iterator[Source]:
    """Whom a text names, in its order: "met the trade minister of Chile", "Jane Roe, 41, has"."""
    named = list(bodies(text))
    titled = [one for one in _titled(text) if not any(_holds(body, one) for body in named)]
    found = [*titled, *_told_of(text), *named, *_again(text)]
    for place, one in enumerate(found):
        before = found[:place]
        if not any(one.start < other.end and other.start < one.end for other in before):
            yield replace(one, mentioned=True, compiler=one.compiler and one.body)


def _holds(body: Source, one: Source) -> bool:
    """Whether a title is some of an institution's name: "Association of Millers"."""
    inside = body.start <= one.start and one.end <= body.end
    return inside and one.end - one.start < body.end - body.start


def _titled(text: str) -> Iterator[Source]:
    """Persons told by their titles."""
    for match in pattern(TITLED).finditer(text):
        head = re.split(entry("en", "after_head"), match[0])[0]
        article = re.match(
            r".*\b(?:the|an?|his|her|its|their|our|my)\s+(?=\S)", head, re.IGNORECASE
        )
        start = match.start() + (article.end() if article else 0)
        named = source(text, max(start_of(text, match.end()), start), match.end(), known=True)
        if named and not _is_anybody(text, start, match.end()):
            yield named


def _is_anybody(text: str, start: int, end: int) -> bool:
    """Whether a title in small letters is no certain person's: "a haulier", "was our guest", and
    whether a head is that of a body: "shakes her head"."""
    if re.search(r"\b(?:his|her|their|my)\s+$", text[:start]) and text[start:end] == "head":
        return True
    told = re.search(
        r"\b(?:an?|any|every|(?:is|was|as|be|been|are|were)(?: \w+)?)\s+$", text[:start]
    )
    return told is not None and text[start:end].islower()


def _told_of(text: str) -> Iterator[Source]:
    """Persons told by their names alone."""
    subject = pattern(SUBJECT).match(text)
    lands = [one for one in pattern(OF_LAND).finditer(text) if economy_of(one["land"], "en")]
    told = [*pattern(TOLD_OF).finditer(text), *pattern(COURTESY).finditer(text)]
    for match in [*([subject] if subject else []), *told, *lands]:
        office = pattern(r"\b(?:{offices}|{media}|{compilers})\b").search(match["name"])
        if not office and not economy_of(match["name"], "en"):
            named = source(text, *match.span("name"))
            if named:
                yield named


def _again(text: str) -> Iterator[Source]:
    """Persons by a pronoun or by a single name, which only those told before have."""
    begins, spoken_to = pattern(AGAIN).match(text), pattern(SPOKEN_TO).search(text)
    if begins and begins["who"]:
        yield Source(*begins.span("who"), begins["who"], pronoun=True)
    elif begins:
        yield Source(*begins.span("name"), begins["name"], unsure=True)
    if spoken_to:
        yield Source(*spoken_to.span("who"), spoken_to["who"], pronoun=True, addressed=True)
