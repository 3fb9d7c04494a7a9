"""A saved page: the passages that it shows, and which of them are paragraphs of the article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from analysis.evidence.paragraphs import SENTENCE

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag
    from bs4.element import PageElement

UNSEEN = ["script", "style", "noscript", "template", "head", "svg", "iframe", "button", "select"]
AROUND = ["nav", "aside", "footer", "figure", "form", "figcaption"]
ARTICLES = ["article", "main"]
#: Elements that paragraphs are written as: of them the kind that holds more text.
KINDS = ("p", "div")
#: Stands for a line break; two of them part paragraphs, as in old pages.
BREAK = "\x1f"
PARTED = re.compile(rf"{BREAK}(?:\s*{BREAK})+")
#: Elements that begin a passage of their own.
BLOCKS = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "div", "section", "article", "main", "header",
    "footer", "aside", "nav", "figure", "figcaption", "blockquote", "pre", "table", "tr", "td",
    "th", "ul", "ol", "dl", "dt", "dd", "form", "body", "address", "details", "summary",
]  # fmt: skip
STANDFIRST = re.compile(
    r"standfirst|subtitle|subhead|\bdec?k\b|\blead\b|\blede\b|summary|intro", re.IGNORECASE
)

#: What a class calls a line about an article, which is none of its paragraphs.
BYLINE = re.compile(
    r"byline|author|dateline|timestamp|posted|\b(?:date|day|meta)\b|credit", re.IGNORECASE
)


def decoded(content: bytes) -> str:
    """The page as text, by the encoding that it declares or seems to have."""
    from bs4 import UnicodeDammit

    return UnicodeDammit(content, is_html=True).unicode_markup or ""


def blocks(html: str) -> list[tuple[int | None, str]]:
    """The passages that a page shows, in order, each with its paragraph or None.

    The article is the element around most text in paragraphs, or the `article` or `main` around
    that. Its headline, and what its class calls a standfirst, are paragraph 0; its `p` elements
    (where they hold less text, its `div` elements that end as a sentence does) are counted from 1,
    without bylines and those in asides, captions and forms. A page without any has no numbers.
    """
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all(UNSEEN):
        tag.decompose()
    for tag in soup.find_all("br"):
        tag.replace_with(BREAK)
    count, found = 0, []
    for own, words in _passages(soup, _counted(soup)):
        count += bool(own)
        found.append((None if own is None else count if own else 0, words))
    return found


def _passages(soup: BeautifulSoup, counted: dict[int, bool]) -> Iterator[tuple[bool | None, str]]:
    """The words of each passage in one line, and whether it is counted."""
    strings = soup.find_all(string=_shown)
    for _, group in groupby(strings, lambda string: id(string.find_parent(BLOCKS))):
        passage = list(group)
        for text in PARTED.split("".join(passage)):
            if words := " ".join(text.replace(BREAK, " ").split()):
                yield _own(passage[0], counted), words


def _shown(text: str | None) -> bool:
    """Whether a string of the page is shown: comments and declarations are not."""
    from bs4.element import NavigableString

    return type(text) is NavigableString


def _own(string: PageElement, counted: dict[int, bool]) -> bool | None:
    """Whether a string is of a counted paragraph, of paragraph 0 (False), or of neither."""
    return next((counted[id(tag)] for tag in string.parents if id(tag) in counted), None)


def _counted(soup: BeautifulSoup) -> dict[int, bool]:
    """id of each element of the article -> whether it is counted, or paragraph 0."""
    article, kind = _article(soup)
    if article is None:
        return {}
    counted = {id(tag): False for tag in article.find_all("h1") or soup.find_all("h1")}
    below = False
    for tag in article.find_all([*KINDS, "h2"]):
        if not _leaf(tag) or _byline(tag):
            continue
        if not below and (_standfirst(tag) or tag.name == "h2"):
            counted[id(tag)] = False
        elif tag.name == kind and _text(tag, kind):
            counted[id(tag)] = below = True
    return counted


def _standfirst(tag: Tag) -> bool:
    """Whether its class, or that of the element around it, calls it so."""
    near = [tag] + ([tag.parent] if tag.parent and tag.name == "p" else [])
    return any(STANDFIRST.search(name) for one in near for name in _classes(one))


def _byline(tag: Tag) -> bool:
    """Whether its class calls it so, and it does not end as a sentence does."""
    called = any(BYLINE.search(name) for name in _classes(tag))
    return called and not SENTENCE.search(tag.get_text(strip=True))


def _classes(tag: Tag) -> list[str]:
    return [str(name) for name in tag.get_attribute_list("class")]


def _article(soup: BeautifulSoup) -> tuple[Tag | None, str]:
    """The element that holds the article, and the kind of its paragraphs; None where none is."""
    lengths: dict[tuple[str, int], float] = defaultdict(float)
    holders: dict[int, Tag] = {}
    for tag in filter(_leaf, soup.find_all(KINDS)):
        for holder, share in zip(list(tag.parents)[:2], (1.0, 0.5), strict=False):
            holders[id(holder)] = holder
            lengths[tag.name, id(holder)] += share * len(_text(tag, tag.name))
    kind, longest = max(lengths, key=lengths.__getitem__, default=("", 0))
    if not lengths or not lengths[kind, longest]:
        return None, kind
    return holders[longest].find_parent(ARTICLES) or holders[longest], kind


def _leaf(tag: Tag) -> bool:
    """Whether an element is a passage by itself, and none of what stands around an article."""
    return not tag.find(BLOCKS) and not tag.find_parent(AROUND)


def _text(tag: Tag, kind: str) -> str:
    """What an element says; a `div` says something where it ends as a sentence does."""
    text = tag.get_text(strip=True)
    return text if kind == "p" or SENTENCE.search(text) else ""
