"""The outlet that a line above a text names: "Andes Post | 1 May 2020 | Jane Roe"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from analysis.drafts import words

#: "St. George's Post" is one part, as are "Fisheries, Trade and Supply".
PARTS = re.compile(
    r"\s+[-–—·•|/>]+\s+|\s*[;()\[\]:|]\s*|\s*,\s+(?!(?:[A-Z]\w+,\s)*[A-Z]\w+,?\sand\s[A-Z])|\s{2,}"
    r"|(?<!\bSt)(?<!\bMt)(?<!\bFt)\.\s+|/(?=\w{2,3}\b)"
)
#: Nothing but a name: capitals, and small words that join them.
NAME = re.compile(
    r"[^\W\d_a-zа-яё][\w&.'’«-]*"
    r"(?:,?\s(?:[^\W\d_a-zа-яё][\w&.'’-]*|of|and|for|the|in|de|del|la|e|y|&))*"
)
#: A name within a part: "First seen in the Andes Post on", "Circular 3 of the Guild of Millers".
WITHIN = re.compile(r"(?:\A|\b(?:in|by|of|from|for)\s)(?:the\s)?" + f"({NAME.pattern})")
CYRILLIC = re.compile(r"[а-яё]")


def named(line: str) -> str:
    """The outlet among the parts of a line; "" where none of them is one."""
    parts = [_bare(part) for part in PARTS.split(line) if part]
    return next(filter(_is_outlet, (*parts, *_within(parts))), "") or _in_japanese(line)


def alone(line: str) -> str:
    """The office or outlet that a whole line is, with its place or without; "" for another line."""
    first, *places = (_bare(part) for part in PARTS.split(line.strip("*_# ")))
    bare = NAME.fullmatch(first) and all(NAME.fullmatch(one) for one in places if one)
    return first if bare and len(places) < 3 and _is_outlet(first) else ""


def is_name(line: str) -> bool:
    """Whether a line is two to four words in capitals: whoever wrote a text, or its place."""
    return NAME.fullmatch(line) is not None and 2 <= len(line.split()) <= 4


def printed(name: str) -> str:
    """The name of an outlet without a word for its pages: "日日新聞WEB" is that of the paper."""
    pages = "|".join(
        one for each in ("en", "ja") for one in words.section(each, "articles")["pages"]
    )
    return re.sub(rf"(?<=\w)(?:{pages})$", "", name.strip())


def _within(parts: list[str]) -> Iterator[str]:
    """The names in parts that have other words too."""
    for part in parts:
        yield from (_bare(found[1]) for found in WITHIN.finditer(part))


def _bare(part: str) -> str:
    """A part without "Press service of the", marks around it, the number of an issue, a year."""
    plain = part.strip("*_#-–—© ")
    lead = _one_of("press").match(plain)
    rest = plain[lead.end() if lead else 0 :].strip()
    unnumbered = re.sub(_one_of("numbered").pattern + r".*$", "", rest, flags=re.IGNORECASE)
    return re.sub(r"^[«“\"](.+)[»”\"]$", r"\1", unnumbered.strip("*_ "))


def _is_outlet(part: str) -> bool:
    """Whether a part is a name of several words with one of those that outlets have."""
    several = re.search(r"\s|-", part) and not re.search(r"\d", part)
    if not several or not part[:1].isupper() or len(part.split()) > 12:
        return False
    spelled = NAME.fullmatch(part) or CYRILLIC.search(part)
    known = _one_of("outlets").search(part) and not _one_of("no_outlet").search(part)
    return bool(spelled and known)


def _in_japanese(line: str) -> str:
    """The first of the words of a Japanese line that ends like an outlet's name."""
    ends = "|".join(words.section("ja", "articles")["outlets"])
    parts = re.split(r"[\s　・|·【】()=]+", line)
    found = (part for part in parts if re.fullmatch(ends, part) and not re.search(r"\d", part))
    return next(found, "")


@cache
def _one_of(name: str) -> re.Pattern[str]:
    """The words of one entry of the section `articles`, of the languages that part words."""
    found = [one for each in ("en", "ru") for one in words.section(each, "articles")[name]]
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})(?!\w)", re.IGNORECASE)
