"""Blocks of a text or page, parted into the article and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from analysis.drafts import edges

#: Elements that begin a new block of text.
BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main",
    "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
])  # fmt: skip
HIDDEN = frozenset(["script", "style", "noscript", "template", "head", "svg", "iframe"])
TEXT = frozenset(["p", "li", "blockquote", "standfirst"])
#: Headings within a text: they are read by nobody as its words.
HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6"])
AROUND = frozenset(["aside", "figure", "nav", "footer", "form", "header"])
BESIDE = frozenset(["aside", "figure", "figcaption"])
BULLET = re.compile(r"(?:[-*•·‣▪]|#{1,6}|\d{1,2}[.)])\s+|[・●○■◆]\s*")
#: Classes of what stands beside an article: pictures, related pieces, menus.
ASIDE = re.compile(
    r"(?<![\w-])(?:rel(?:ated)?|pics?|pictures?|photos?|(?:photo|img)-?caption|caption|sidebar|promo|teasers?"
    r"|recommend\w*|read-?(?:more|also)|see-?also|share|social|gallery|banner)(?![\w-])",
    re.IGNORECASE,
)
#: Where a page stands in its site, often with its day.
CRUMBS = re.compile(r"(?<![\w-])(?:bread)?crumbs?(?![\w-])", re.IGNORECASE)
STANDFIRST = re.compile(r"standfirst|subtitle|subhead|dek|lede?\b|lead\b", re.IGNORECASE)


@dataclass(frozen=True)
class Page:
    """A text in blocks: the article's, and those around it; `meta` is what its head declares.

    `beside`: those of `outside` that stand in figures and asides.
    """

    title: str
    blocks: tuple[str, ...]
    outside: tuple[str, ...]
    url: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    beside: tuple[str, ...] = ()


def is_page(text: str) -> bool:
    """Whether a text without a name is HTML."""
    return bool(re.match(r"\s*(?:<!doctype html|<html|<head|<body|<article)", text, re.IGNORECASE))


def one_space(text: str) -> str:
    """The text with every run of white space, no-break spaces among it, as one space."""
    return " ".join(text.split())


def text_blocks(text: str) -> list[str]:
    """The blocks between blank lines; a bullet or heading is a block of its own."""
    found = []
    for block in re.split(r"\n\s*\n", text):
        items: list[list[str]] = []
        for line in block.splitlines():
            if BULLET.match(line.strip()) or not items:
                items.append([BULLET.sub("", line.strip(), count=1) if _bullet(line) else line])
            else:
                items[-1].append(line)
        found += [line for item in items for line in edges.parted([*map(one_space, item)])]
    return [line for line in found if line]


def _bullet(line: str) -> bool:
    return bool(re.match(r"(?:[-*•·‣▪]|#{1,6})\s+|[・●○■◆]", line.strip()))


def markdown_blocks(text: str) -> tuple[list[str], list[str]]:
    """The headline, paragraphs and items of Markdown, their marks gone; the other headings."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").parse(text)
    blocks: list[str] = []
    headings: list[str] = []
    for before, token in pairwise([*tokens[:1], *tokens]):
        if token.type in ("inline", "code_block", "fence"):
            heads = blocks and before.tag in HEADINGS
            lines = [one_space(line) for line in _inline(token).split("\n")]
            (headings if heads else blocks).extend(edges.parted(lines))
    return [one for one in blocks if one], headings


def _inline(token: Any) -> str:
    """The visible words of an inline token; of a picture its description."""
    if not token.children:
        return str(token.content)
    breaks = {"softbreak": "\n", "hardbreak": "\n"}
    return "".join(
        breaks.get(one.type) or ("" if one.type == "html_inline" else one.content)
        for one in token.children
    )


def plain(blocks: Sequence[str]) -> Page:
    """Blocks of a text as a page: the first is the title, bylines and contacts stand outside."""
    if not blocks:
        return Page("", (), ())
    first, last = 1, len(blocks)
    around = edges.around_head(blocks)
    while first in around or (first < last and is_standfirst(blocks[first])):
        first += 1
    while last > first and edges.is_foot(blocks[last - 1]):
        last -= 1
    head = [block for i, block in enumerate(blocks[:first]) if i not in around]
    outside = [block for i, block in enumerate(blocks) if i >= last or (i in around and i < first)]
    return Page(blocks[0], (*head, *blocks[first:last]), tuple(outside))


def is_standfirst(block: str) -> bool:
    """Whether a block below the headline belongs to it: short and without the end of a sentence,
    or of a quotation behind one."""
    quoted = re.search("。[^。]*[」』]$", block)
    ends = edges.SENTENCE_END.search(block) or quoted or block[-1:] in ":,、"
    return len(block) < 200 and not ends


def read(text: str) -> Page:
    """The page of an HTML text: what reads as its article, and every other visible block."""
    import trafilatura

    tree = trafilatura.load_html(text)
    if tree is None:
        return Page("", (), ())
    seen = list(_visible(tree))
    body = _body(text)
    inside = [one for one in seen if one[0] != "aside" and (_key(one[1]) in body or one[2])]
    title = next((words for tag, words, _ in seen if tag == "h1"), inside[0][1] if inside else "")
    blocks = [words for tag, words, _ in inside if words != title and tag not in HEADINGS]
    kept = _trimmed([title, *blocks])
    outside = [words for _, words, _ in seen if words not in kept]
    beside = [words for tag, words, _ in seen if tag == "aside" and words in outside]
    return Page(title, tuple(kept), tuple(outside), *_head(tree), tuple(beside))


def _trimmed(blocks: Sequence[str]) -> list[str]:
    """The blocks without bylines at the head and contacts at the foot."""
    return list(plain(blocks).blocks) if blocks[0] else list(plain(blocks[1:]).blocks)


def _key(words: str) -> str:
    return re.sub(r"\W+", "", words)


def _body(text: str) -> frozenset[str]:
    """The lines that trafilatura takes for the article, without white space and marks."""
    import trafilatura

    found = trafilatura.extract(text, favor_recall=True, include_comments=False)
    return frozenset(_key(line.removeprefix("- ")) for line in (found or "").splitlines())


def _visible(element: Any) -> Iterator[tuple[str, str, bool]]:
    """(tag, words, whether inside an article element) of every visible block, in its order."""
    for tag, words, path in _walk(element, ()):
        clean = one_space(words)
        if clean:
            inside = "article" in path and not AROUND.intersection(path)
            beside = BESIDE.intersection(path)
            yield "aside" if beside else tag, clean, inside and tag in TEXT


def _walk(element: Any, path: tuple[str, ...]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The runs of text between the edges of blocks."""
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag in HIDDEN or not tag:
        return
    named = element.get("class") or ""
    kinds = (("standfirst", STANDFIRST), ("aside", ASIDE), ("nav", CRUMBS))
    tag = next((kind for kind, names in kinds if names.search(named)), tag)
    inner = (*path, tag)
    run = element.text or ""
    for child in element:
        if _parts(child):
            yield tag, run, inner
            yield from _walk(child, inner)
            run = child.tail or ""
        else:
            apart = " " if AROUND.intersection(inner) else ""
            run += apart + _text(child) + apart + (child.tail or "")
    yield tag, run, inner


def _parts(element: Any) -> bool:
    """Whether an element ends the run of text before it."""
    if not isinstance(element.tag, str):
        return False
    apart = BLOCKS | HIDDEN | {"br"}
    return any(one.tag in apart for one in element.iter())


def _text(element: Any) -> str:
    """The visible words of an inline element."""
    if not isinstance(element.tag, str) or element.tag in HIDDEN:
        return ""
    return (element.text or "") + "".join(_text(one) + (one.tail or "") for one in element)


def _head(tree: Any) -> tuple[str, dict[str, str]]:
    """The address and what the head of a page declares, with its scripts of linked data."""
    meta = {
        str(one.get("property") or one.get("name") or one.get("itemprop")): str(one.get("content"))
        for one in tree.iter("meta")
        if one.get("content")
    }
    meta["title"] = one_space("".join(one.text or "" for one in tree.iter("title")))
    meta["linked"] = "\n".join(_linked(tree.iter("script")))
    meta["time"] = next(
        (one.get("datetime") for one in tree.iter("time") if one.get("datetime")), ""
    )
    address = next(
        (one.get("href") for one in tree.iter("link") if one.get("rel") == "canonical"), ""
    )
    return address or meta.get("og:url", ""), meta


def _linked(scripts: Iterable[Any]) -> Iterator[str]:
    for one in scripts:
        if "ld+json" in (one.get("type") or ""):
            yield one.text or ""
