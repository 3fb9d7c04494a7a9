"""A saved page: the passages that it shows, and which of them are paragraphs of the article."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag
    from bs4.element import PageElement

UNSEEN = ["script", "style", "noscript", "template", "head", "svg", "iframe", "button", "select"]
AROUND = ["nav", "aside", "footer", "figure", "form", "figcaption"]
ARTICLES = ["article", "main"]
#: Elements that begin a passage of their own.
BLOCKS = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "div", "section", "article", "main", "header",
    "footer", "aside", "nav", "figure", "figcaption", "blockquote", "pre", "table", "tr", "td",
    "th", "ul", "ol", "dl", "dt", "dd", "form", "body", "address", "details", "summary",
]  # fmt: skip
STANDFIRST = re.compile(
    r"standfirst|subtitle|subhead|\bdek\b|\blead\b|\blede\b|summary|intro", re.IGNORECASE
)


def decoded(content: bytes) -> str:
    """The page as text, by the encoding that it declares or seems to have."""
    from bs4 import UnicodeDammit

    return UnicodeDammit(content, is_html=True).unicode_markup or ""


def blocks(html: str) -> list[tuple[int | None, str]]:
    """The passages that a page shows, in order, each with its paragraph or None.

    The article is the element with most text in paragraphs, or the `article` or `main` around it.
    Its headline, and what its class calls a standfirst, are paragraph 0; its `p` elements are
    counted from 1, without those in asides, captions and forms. A page without any `p` is read like
    a plain text.
    """
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all(UNSEEN):
        tag.decompose()
    for tag in soup.find_all("br"):
        tag.replace_with("\n")
    numbers = _numbers(soup)
    found: list[tuple[int | None, str]] = []
    for _, strings in groupby(soup.find_all(string=_shown), lambda one: id(_block(one))):
        text = list(strings)
        if words := " ".join("".join(text).split()):
            found.append((_number(text[0], numbers), words))
    return found


def _shown(text: str | None) -> bool:
    """Whether a string of the page is shown: comments and declarations are not."""
    from bs4.element import NavigableString

    return type(text) is NavigableString


def _block(string: PageElement) -> Tag | None:
    """The element whose passage a string is part of."""
    return string.find_parent(BLOCKS)


def _number(string: PageElement, numbers: dict[int, int]) -> int | None:
    """The paragraph that a string stands in, by the nearest element that has a number."""
    return next((numbers[id(tag)] for tag in string.parents if id(tag) in numbers), None)


def _numbers(soup: BeautifulSoup) -> dict[int, int]:
    """id of an element -> its paragraph."""
    article = _article(soup)
    if article is None:
        return {}
    numbers = {id(tag): 0 for tag in article.find_all("h1") or soup.find_all("h1")}
    count = 0
    for tag in article.find_all(["p", "h2", "div"]):
        if tag.find_parent(AROUND) or tag.find("p") or not tag.get_text(strip=True):
            continue
        if count == 0 and (_standfirst(tag) or tag.name == "h2"):
            numbers[id(tag)] = 0
        elif tag.name == "p":
            count += 1
            numbers[id(tag)] = count
    return numbers


def _standfirst(tag: Tag) -> bool:
    """Whether its class, or that of the element around it, calls it so."""
    near = [tag] + ([tag.parent] if tag.parent and tag.name == "p" else [])
    names = (str(name) for one in near for name in one.get_attribute_list("class"))
    return any(STANDFIRST.search(name) for name in names)


def _article(soup: BeautifulSoup) -> Tag | None:
    """The element that holds the article; None where no paragraph is marked as one."""
    lengths: dict[int, int] = {}
    holders: dict[int, Tag] = {}
    for tag in soup.find_all("p"):
        if tag.parent and not tag.find_parent(AROUND):
            holders[id(tag.parent)] = tag.parent
            lengths[id(tag.parent)] = lengths.get(id(tag.parent), 0) + len(tag.get_text())
    if not lengths:
        return None
    longest = holders[max(lengths, key=lengths.__getitem__)]
    return longest.find_parent(ARTICLES) or longest
