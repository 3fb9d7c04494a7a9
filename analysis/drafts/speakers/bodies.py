"""Institutions that an English sentence names without letting them say anything.

"It" and "the office" in a later sentence are theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from analysis.drafts.speakers.naming import Source, entry, is_body, is_national
from analysis.drafts.speakers.spans import pattern
from analysis.drafts.speakers.subjects import source

WORD = r"(?-i:[A-Z][\w'’.&-]*)"
#: A run of words with capitals: "National Centre for Statistics and Information".
NAMED = (
    rf"\b(?!{{not_first}}\b){WORD}"
    rf"(?:\s+(?:(?:of|for|and|de|do|da|del|des|du|y|e)\s+(?:the\s+)?)?{WORD}){{0,8}}"
)
#: The subject of a sentence in small letters: "But the growers' association contradicts".
SUBJECT = (
    r"\W*(?:(?:but|and|yet|so|meanwhile,?)\s+)?(?P<name>(?:the|its|their|our|an?|(?-i:[A-Z])[\w-]+['’]s)\s+"
    r"(?:[\w'’-]+\s+){0,4}?(?:{offices}|{media}|{firms})"
    r"(?:\s+(?:of|for|in|at)\s+(?:the\s+)?[\w'’-]+(?-i:\s+[A-Z][\w'’-]+)*)?)"
    r"(?:,|\s+(?:{being}|(?-i:[a-z]+(?:s|ed)))\b)"
)


def bodies(text: str) -> Iterator[Source]:
    """Each of them: "Statistics Poland is out with it", "The ministry in Lima begs to differ"."""
    for start, end in _spans(text):
        bank = pattern(r"\b{banks}\b").search(text[start:end]) is not None
        named = source(text, start, end, known=True, data=bank)
        if named and not named.role:
            yield replace(named, mentioned=True, body=True)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where institutions may stand: the subject first, then every name."""
    subject = pattern(SUBJECT).match(text)
    if subject and is_body(subject["name"], "en"):
        yield subject.span("name")
    for match in pattern(NAMED).finditer(text):
        name = re.sub(r"(?:['’]s?|[.,])$", "", match[0])
        if _is_body(name):
            yield match.start(), match.start() + len(name)


def _is_body(name: str) -> bool:
    """Whether a name is that of an institution, and of no person there."""
    head = re.split(entry("en", "after_head"), name)[0]
    person = pattern(r"\b(?:{titles})\b").search(head) and not is_body(name, "en")
    kinds = pattern(r"\b(?:{offices}|{media}|{compilers}|{banks})\b").search(head)
    return not person and (kinds is not None or is_national(name, "en"))
