"""Sources that an English sentence names without saying so by a verb of theirs.

The agent of a passive ("was put at 5 by X"), whom a sentence lifts out ("it was X that first
reported"), whose words follow a colon, and the second compiler behind a verb that is not repeated.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.drafts.speakers.naming import Source
from analysis.drafts.speakers.spans import end_of, pattern
from analysis.drafts.speakers.subjects import source

PASSIVE = (
    r"\b(?:{passives}\s+(?:at|as|to)|{recorded_by})\b[^;:]{1,70}?\sby\s+"
    r"(?=(?:the|its|an?)\s|(?-i:[A-Z]))"
)
CLEFT = (
    r"\bit\s(?:was|is)\s(?P<name>[^,.;:\x00]{3,70}?)\s(?:that|who|which)\s"
    r"(?:{helping}\s)?(?P<verb>{verbs}|{weak_verbs})\b"
)
COLON = (
    r"^\W*(?P<name>[^:;\x00]{3,90}?)(?:\s(?:to|in|on|over|at|by|from)\s[^:;\x00]{2,60}?)?"
    r":\s*[“\"](?=[\x00A-Z])"
)
#: What somebody does before a colon: "Jane Roe corrected him: “"; the verbs are no nouns.
ACTS = r"(?<!\bthe)(?<!\ba)(?<!\bof)(?<!\band)\s(?:{lives}|{being}|{verbs}|(?-i:[a-z]{2,}ed))\b"
#: Two verbs of one subject: "A rival laughed at this, and said that".
SHARED = (
    r"^\W*(?P<name>(?:an?\s|the\s|its\s|their\s|his\s|her\s|(?-i:[A-Z]))[^,.;:\x00]{2,60}?)"
    r"\s(?:{lives}|{being}|{verbs}|(?-i:[a-z]{2,}ed))\b[^;:\x00]*?,?\s(?:and|but)\s+"
    r"(?:then |also |now |even |later )?{verbs}\b"
)
#: Whom somebody else quotes: "the station quoted Jane Roe as saying".
QUOTED_AS = r"\bquot(?:ed|es|ing)\s+(?P<name>[^,;:.\x00]{2,60}?)\s+as\s+\w+ing\b"
GAPPED = (
    r"\b{recording}\s.*?(?:[,;]|\s(?=and\b|while\b|whereas\b|but\b))\s*(?:(?:and|while|whereas|but)\s)?"
    r"(?P<name>(?:[\w'’.-]+\s){1,7}?)(?=(?:exports?|imports?|sales|purchases)\b|[$€£¥]?\d)"
)


def agents(text: str) -> Iterator[Source]:
    """Each such source of a sentence."""
    yield from _of_passives(text)
    yield from _lifted(text)
    yield from _before_colon(text)
    yield from _behind_gap(text)
    yield from _of_two_verbs(text)
    yield from _quoted_as(text)


def _of_passives(text: str) -> Iterator[Source]:
    """ "Exports were put at 5 million by X"."""
    for match in pattern(PASSIVE).finditer(text):
        end = end_of(text, match.end())
        named = source(text, match.end(), end, known=True, data=True)
        if named:
            yield replace(named, postposed=True)


def _lifted(text: str) -> Iterator[Source]:
    """ "It was X that first reported a rise"."""
    for match in pattern(CLEFT).finditer(text):
        named = source(text, *match.span("name"), known=True, data=True)
        back = pattern(r"\s{goes_back}\b").match(text, match.end())
        if named:
            yield replace(named, back=back is not None)


def _before_colon(text: str) -> Iterator[Source]:
    """ "X to this newspaper: ‘...’"."""
    match = pattern(COLON).match(text)
    if match:
        start, end = match.span("name")
        end = min(end, end_of(text, start))
        ends = [*(one.start() for one in pattern(ACTS).finditer(text, start, end)), end]
        found = (source(text, start, one, known=True) for one in ends)
        yield from [one for one in found if one][:1]


def _quoted_as(text: str) -> Iterator[Source]:
    """ "The station quoted X as saying"."""
    for match in pattern(QUOTED_AS).finditer(text):
        named = source(text, *match.span("name"))
        if named:
            yield named


def _of_two_verbs(text: str) -> Iterator[Source]:
    """ "X laughed at this, and said that"."""
    match = pattern(SHARED).match(text)
    named = source(text, *match.span("name"), known=True, anyone=True) if match else None
    if named:
        yield named


def _behind_gap(text: str) -> Iterator[Source]:
    """ "X reports exports of 5, and Y imports of 4"."""
    for match in pattern(GAPPED).finditer(text):
        named = source(text, *match.span("name"), known=True, data=True)
        if named and named.compiler:
            yield named
