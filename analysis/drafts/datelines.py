"""When an article was published and by whom, as its head, byline or dateline tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from analysis.drafts import outlets, words
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
PUBLISHERS = ("og:site_name", "application-name", "publisher", "dc.publisher", "DC.publisher")


@dataclass(frozen=True)
class Told:
    """The day of publication and the publisher; None and "" where nothing tells them."""

    published: date | None
    publisher: str


def read(page: Page) -> Told:
    """What the page tells of its day and its publisher."""
    return Told(_published(page), _publisher(page))


def full_date(text: str) -> str | None:
    """The first date of a text with day, month and year, as printed."""
    found = FULL.search(text)
    return found[0] if found else None


def _published(page: Page) -> date | None:
    """The day that the head declares, else the first full date around the text or atop it."""
    linked = re.search(r'"datePublished"\s*:\s*"([^"]+)"', page.meta.get("linked", ""))
    declared = [page.meta[name] for name in DECLARED if name in page.meta]
    around = [one for one in page.outside if one not in page.beside and not _undated().match(one)]
    printed = [*map(full_date, around), *map(_atop, page.blocks[:2])]
    candidates = [linked[1] if linked else "", *declared, page.meta.get("time", ""), *printed]
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


def _publisher(page: Page) -> str:
    """The publisher that the head declares, else that of the window's title, byline or dateline."""
    declared = next((page.meta[name] for name in PUBLISHERS if page.meta.get(name)), "")
    linked = re.search(
        r'"publisher"\s*:\s*\{[^}]*"name"\s*:\s*"([^"]+)"', page.meta.get("linked", "")
    )
    return declared or (linked[1] if linked else "") or _from_window(page) or _from_lines(page)


def _from_window(page: Page) -> str:
    """What the window's title has after the headline: "Headline | Outlet"."""
    parts = re.split(r"\s+[-–—|:·]\s+|[|:|]", page.meta.get("title", ""))
    whole = page.meta.get("title", "")
    return outlets.printed(parts[-1]) if len(parts) > 1 and whole != page.title else ""


def _from_lines(page: Page) -> str:
    """The outlet of a byline ("Outlet - 1 May 2020") or a dateline ("LIMA, May 1 /Outlet/ -")."""
    bylines = [block for block in page.outside[:4] if full_date(block) or PIECES.search(block)]
    for block in bylines:
        named = outlets.named(FULL.sub(" | ", block))
        if named:
            return named
    above = next(filter(None, map(outlets.alone, page.blocks[1:3])), "")
    return above or _from_dateline(page)


def _from_dateline(page: Page) -> str:
    """The agency that the first line of the text names behind its place and day.

    Letters alone are no name of a publisher: "(ABC)".
    """
    found = next(filter(None, map(DATELINE.match, page.blocks[1:3])), None)
    if found is None:
        return next(filter(None, map(_from_japanese, page.blocks[1:3])), "")
    name = next((part for part in found.groups() if part), "")
    quoted = re.search(r"«([^«»]+)»", name)
    name = quoted[1] if quoted else name.strip("«»“” ")
    return "" if re.fullmatch(r"[A-ZА-Я]{2,5}", name) else name


def _from_japanese(block: str) -> str:
    """The agency of a Japanese dateline: "【プノンペン20日=港通信】", "リマ、2月2日(港通信)――"."""
    found = JAPANESE_DATELINE.match(block)
    pieces = found and re.sub("[=＝、()（）]", " ", found[0].strip("【】[]［］<>＜＞〔〕"))
    return outlets.named(pieces) if pieces else ""


#: Marks that part the pieces of a byline.
PIECES = re.compile(r"\s[·|•]\s")
JAPANESE_DATELINE = re.compile(
    r"[【\[［<＜〔][^】\]］>＞〕]{2,40}[】\]］>＞〕]|[^。()（）]{0,30}[(（][^()（）。]{2,20}[)）](?=\s*[―─—–=＝-])"
)
#: "LIMA (Outlet) -", "LIMA, August 9 /Outlet/ —", "МИНСК, 4 октября — Outlet."
DATELINE = re.compile(
    r"[A-Z][A-Z .'’-]{2,30}\s\(([^()]{3,40})\)\s*[-–—]"
    rf"|(?i:[^!?]{{0,40}}?\b(?:{MONTH}|{MONAT})(?!\w))[^!?\w]{{0,3}}(?:\d{{1,2}}\b)?[^!?\w]{{0,3}}"
    r"(?:/([^/]{3,40})/|\(([^()]{3,40})\)\s*[-–—,]|[-–—]\s+([^.]{3,40})\.)"
)
