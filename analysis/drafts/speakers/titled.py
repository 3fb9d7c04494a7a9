"""A Japanese person as a text names him: the name parted from the office and the title."""

from __future__ import annotations

import re
from functools import cache

from analysis.drafts import economies
from analysis.drafts.speakers.naming import entry

KATAKANA = r"[ァ-ヶー]+(?:[・＝=\-‐][ァ-ヶーA-Z.]+)*"
KANJI = r"[一-龠々ヶぁ-ねは-ん]{1,6}"
#: What stands for an economy while a name is looked for.
LAND = "\x02"


def parted(printed: str) -> tuple[str, str]:
    """(name, role): 研究所の三谷沙織主任研究員 -> 三谷沙織, 研究所の主任研究員.

    The words themselves and "" where they hold no person's name: 通商相, 貿易省の局長.
    """
    match = _pattern().fullmatch(_without_economies(printed))
    if match is None or not _is_name(match["name"], match["title"]):
        return printed, ""
    title = re.sub("(?:氏|さん)$", "", printed[match.start("title") :])
    return match["name"], f"{printed[: match.end('of')]}{title}".removesuffix("の")


def _without_economies(printed: str) -> str:
    """The words with the economies that they name blotted out."""
    letters = list(printed)
    for one in economies.find(printed, "ja"):
        letters[one.start : one.end] = LAND * (one.end - one.start)
    return "".join(letters)


def _is_name(words: str, title: str) -> bool:
    """Whether words before a title are a name: no field, office, place or economy."""
    fields, offices, ranks, nameless = (
        entry("ja", name) for name in ("fields", "offices", "ranks", "nameless")
    )
    known = re.search(rf"{fields}|(?:{offices}|[都道府県市区州国側])$|^(?:{ranks})+$", words)
    foreign = re.match("[ァ-ヶ]", words)
    short = len(words) == len(title) == 1 or re.fullmatch(nameless, title)
    return known is None and (foreign is not None or not short)


@cache
def _pattern() -> re.Pattern[str]:
    """What a name belongs to, the name, and the title behind it."""
    titles, ranks, fields = (entry("ja", name) for name in ("titles", "ranks", "fields"))
    return re.compile(
        rf"(?P<of>(?:.*の)?)(?P<name>{KATAKANA}|{KANJI}?)"
        rf"(?P<title>(?:{ranks}|{fields}|{LAND})*(?:{titles}))"
    )
