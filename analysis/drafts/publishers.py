"""Who published an article, as its head, byline, dateline, foot or signature tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from analysis.drafts import datelines, edges, outlets

if TYPE_CHECKING:
    from analysis.drafts.pages import Page

DECLARED = ("og:site_name", "application-name", "publisher", "dc.publisher", "DC.publisher")
JAPANESE_DATELINE = re.compile(
    r"[【\[［<＜〔][^】\]］>＞〕]{2,40}[】\]］>＞〕]|[^。()（）]{0,30}[(（][^()（）。]{2,20}[)）](?=\s*[―─—–=＝-])"
)
#: "LIMA (Outlet) -", "LIMA, August 9 /Outlet/ —", "МИНСК, 4 октября — Outlet."
DATELINE = re.compile(
    r"[A-Z][A-Z .'’-]{2,30}\s\(([^()]{3,40})\)\s*[-–—]"
    rf"|(?i:[^!?]{{0,40}}?\b(?:{datelines.MONTH}|{datelines.MONAT})(?!\w))"
    r"[^!?\w]{0,3}(?:\d{1,2}\b)?[^!?\w]{0,3}(?:(?:19|20)\d{2}\b)?[^!?\w]{0,3}"
    r"(?:/([^/]{3,40})/|\(([^()]{3,40})\)\s*(?:[-–—,:]|$)|[-–—]\s+([^.]{3,40})\.)"
)
ADDRESS = re.compile(r"(?:@|\bwww\.)([\w-]{6,})\.\w")
#: Who asks in an interview: "Andes Post: How was the year?".
ASKING = re.compile(r"[*_]*([^.:?!*]{3,60}):[*_]*\s[^\n]*[?？]")


def publisher(page: Page) -> str:
    """The publisher that the head declares, else that of the window's title or of the lines."""
    declared = next((page.meta[name] for name in DECLARED if page.meta.get(name)), "")
    linked = re.search(
        r'"publisher"\s*:\s*\{[^}]*"name"\s*:\s*"([^"]+)"', page.meta.get("linked", "")
    )
    told = declared or (linked[1] if linked else "") or _from_window(page)
    return _in_full(told, page) if told else next(filter(None, _from_lines(page)), "")


def _in_full(name: str, page: Page) -> str:
    """The words that spell a name of initials, where the page has them: "ABC" in its foot."""
    if not re.fullmatch(r"[A-ZА-Я]{3,6}", name):
        return name
    spelled = r"\s(?:(?:of|for|the|and|&)\s)*".join(rf"{letter}[\w'’-]+" for letter in name)
    texts = (*reversed(page.outside), *page.blocks)
    found = next(filter(None, (re.search(rf"\b{spelled}", text) for text in texts)), None)
    return found[0] if found else name


def _from_window(page: Page) -> str:
    """What the window's title has after the headline: "Headline | Outlet"."""
    parts = re.split(r"\s+[-–—|:·]\s+|[|:|]", page.meta.get("title", ""))
    whole = page.meta.get("title", "")
    return outlets.printed(parts[-1]) if len(parts) > 1 and whole != page.title else ""


def _from_lines(page: Page) -> Iterator[str]:
    """What the lines around a text tell, the surest first: byline, dateline, head, foot."""
    yield from map(_bylined, filter(edges.is_byline, page.outside[:6]))
    yield from map(outlets.alone, (*page.outside[:6], *page.blocks[1:3]))
    yield _from_dateline(page)
    yield _asking(page)
    yield from map(outlets.alone, page.title.split("\n")[:1])
    yield from map(_bylined, filter(edges.is_byline, page.blocks[:1]))
    yield _addressed(page)
    yield from map(edges.signed, (*reversed(page.outside), *reversed(page.blocks[-3:])))


def _bylined(line: str) -> str:
    """The outlet of a byline: "Outlet - 1 May 2020"."""
    return outlets.named(datelines.FULL.sub(" | ", line))


def _from_dateline(page: Page) -> str:
    """The agency that the first line of the text names behind its place and day.

    Letters alone are no name of a publisher: "(ABC)".
    """
    lines = (*page.outside[:3], *page.blocks[1:3])
    found = next(filter(None, map(DATELINE.match, lines)), None)
    if found is None:
        return next(filter(None, map(_from_japanese, lines)), "")
    name = next((part for part in found.groups() if part), "")
    quoted = re.search(r"«([^«»]+)»", name)
    name = quoted[1] if quoted else name.strip("«»“” ")
    return "" if re.fullmatch(r"[A-ZА-Я]{2,5}", name) else name


def _from_japanese(block: str) -> str:
    """The agency of a Japanese dateline: "【プノンペン20日=港通信】", "リマ、2月2日(港通信)――"."""
    found = JAPANESE_DATELINE.match(block)
    pieces = found and re.sub("[=＝、()（）]", " ", found[0].strip("【】[]［］<>＜＞〔〕"))
    return outlets.named(pieces) if pieces else ""


def _asking(page: Page) -> str:
    """The outlet that asks at least twice in an interview."""
    asked = (found[1] for found in map(ASKING.match, page.blocks) if found)
    often = Counter(map(outlets.alone, asked))
    return next((name for name, times in often.most_common() if name and times > 1), "")


def _addressed(page: Page) -> str:
    """The name in the text that its address spells: "post@andes-post.example"."""
    hosts = ADDRESS.findall(" ".join(page.outside))
    keys = {re.sub(r"\W|_", "", host).casefold() for host in hosts}
    names = (found[0] for block in page.blocks for found in outlets.NAME.finditer(block))
    return next((one.rstrip(".") for one in names if re.sub(r"\W", "", one).casefold() in keys), "")
