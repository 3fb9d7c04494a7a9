"""The outlet that a line above a text names: "Andes Post | 1 May 2020 | Jane Roe"."""

from __future__ import annotations

import re
from functools import cache

from analysis.drafts import words

PARTS = re.compile(r"\s+[-–—·•|/]\s+|\s*[,;]\s+|\s{2,}|\.\s+")
#: Nothing but a name: capitals, and small words that join them.
NAME = re.compile(
    r"[^\W\d_a-zа-яё][\w&.'’«-]*(?:\s(?:[^\W\d_a-zа-яё][\w&.'’-]*|of|and|for|the|in|de|del|la|&))*"
)


def named(line: str) -> str:
    """The outlet among the parts of a line; "" where none of them is one."""
    parts = (_bare(part) for part in PARTS.split(line.strip("*_ ")))
    return next((part for part in parts if _is_outlet(part)), "") or _in_japanese(line)


def alone(line: str) -> str:
    """The office or outlet that a whole line is; "" for any other line."""
    bare = _bare(line)
    return bare if NAME.fullmatch(bare) and _is_outlet(bare) else ""


def printed(name: str) -> str:
    """The name of an outlet without a word for its pages: "日日新聞WEB" is that of the paper."""
    pages = "|".join(
        one for each in ("en", "ja") for one in words.section(each, "articles")["pages"]
    )
    return re.sub(rf"(?<=\w)(?:{pages})$", "", name.strip())


def _bare(part: str) -> str:
    """A part of a line without "Press service of the" and quotation marks."""
    lead = _one_of("press").match(part.strip())
    rest = part.strip()[lead.end() :].strip() if lead else part.strip()
    return re.sub(r"^[«“\"](.+)[»”\"]$", r"\1", rest)


def _is_outlet(part: str) -> bool:
    """Whether a part is a name of several words with one of those that outlets have."""
    several = re.search(r"\s|-", part) and not re.search(r"\d", part)
    if not several or not part[:1].isupper() or len(part.split()) > 12:
        return False
    return bool(_one_of("outlets").search(part)) and not _one_of("no_outlet").search(part)


def _in_japanese(line: str) -> str:
    """The first of the words of a Japanese line that ends like an outlet's name."""
    ends = "|".join(words.section("ja", "articles")["outlets"])
    parts = re.split(r"[\s　・|·]+", line)
    found = (part for part in parts if re.fullmatch(ends, part) and not re.search(r"\d", part))
    return next(found, "")


@cache
def _one_of(name: str) -> re.Pattern[str]:
    """The words of one entry of the section `articles`, of the languages that part words."""
    found = [one for each in ("en", "ru") for one in words.section(each, "articles")[name]]
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})(?!\w)", re.IGNORECASE)
