"""When an article was published, as its head, byline or dateline tells."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from analysis.drafts import words
from analysis.drafts.periods import forms

if TYPE_CHECKING:
    from analysis.drafts.pages import Page

MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
MONAT = r"(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)\w*"
FULL = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? \d{{4}}\b"
    rf"|\b{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b"
    rf"|\b\d{{1,2}} {MONAT} \d{{4}}\b|\b\d{{4}}-\d{{2}}-\d{{2}}\b|\b\d{{1,2}}\.\d{{1,2}}\.\d{{4}}\b"
    r"|(?:\d{4}|(?:令和|平成)(?:\d{1,2}|元))年\d{1,2}月\d{1,2}日",
    re.IGNORECASE,
)
JAPANESE = re.compile(r"(?P<era>\D{2})?(?P<year>\d+|元)年(?P<month>\d+)月(?P<day>\d+)日")
DECLARED = (
    "article:published_time", "datePublished", "og:published_time", "date", "dc.date", "DC.date",
    "dcterms.created", "pubdate", "publish-date", "parsely-pub-date", "sailthru.date",
)  # fmt: skip
#: "LIMA, 9 August 2018 -", "Lagos, 5 December 2019: ", "Accra (Ghana), 3 May 2020 /Outlet/ —".
OPENING = re.compile(
    rf"[^.!?:]{{0,60}}?(?:{FULL.pattern})\s*(?:/[^/]{{3,40}}/|\([^()]{{3,40}}\))?\s*[-–—:]\s",
    re.IGNORECASE,
)


def full_date(text: str) -> str | None:
    """The first date of a text with day, month and year, as printed."""
    found = FULL.search(text)
    return found[0] if found else None


def published(page: Page) -> date | None:
    """The day that the head declares, else the first full date around the text or atop it."""
    linked = re.search(r'"datePublished"\s*:\s*"([^"]+)"', page.meta.get("linked", ""))
    declared = [page.meta[name] for name in DECLARED if name in page.meta]
    around = [one for one in page.outside if one not in page.beside and not _undated().match(one)]
    printed = [*map(full_date, around), *map(_atop, page.blocks[:2])]
    opening = [_atop(found[0]) for found in map(OPENING.match, page.blocks[1:4]) if found]
    candidates = [
        linked[1] if linked else "", *declared, page.meta.get("time", ""), *printed, *opening
    ]  # fmt: skip
    return next((day for text in candidates if text and (day := _day(text))), None)


def _atop(block: str) -> str | None:
    """The date of a headline or dateline; not one that a sentence tells of: "signed on ..."."""
    found = FULL.search(block)
    told = found and re.search(rf"(?<!\w)(?:{_words('told_of')})\s$", block[: found.start()], re.I)
    return found[0] if found and not told else None


@cache
def _undated() -> re.Pattern[str]:
    """How lines begin whose date is that of something else: a picture, another story."""
    return re.compile(_words("undated"), re.IGNORECASE)


def _words(name: str) -> str:
    """The expressions of one entry of the section `articles` in every language, joined."""
    found = [one for each in words.LANGUAGES for one in words.section(each, "articles")[name]]
    return "|".join(rf"(?:{one})" for one in found)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        import dateparser

        japanese = JAPANESE.search(text)
        if japanese:
            return _japanese_day(japanese)
        found = dateparser.parse(text, settings={"DATE_ORDER": "DMY"})
        return found.date() if found else None


def _japanese_day(found: re.Match[str]) -> date:
    """A day in the Japanese order, its year that of the calendar or of an era."""
    year = 1 if found["year"] == "元" else int(found["year"])
    full = forms.of_era(found["era"], year) if found["era"] else year
    return date(full, int(found["month"]), int(found["day"]))
