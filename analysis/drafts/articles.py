"""An article as numbered paragraphs, from text, Markdown, HTML or a saved page.

Paragraph 0 is the headline with its standfirst. Blocks of the page that are not the article
(navigation, captions, bylines, contacts, related links) are kept in `outside`: their numbers are
listed and never proposed.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

from analysis.drafts import datelines, frontmatter, pages, publishers
from analysis.drafts.words import LANGUAGES

Form = Literal["text", "markdown", "html"]
FORMS: dict[str, Form] = {
    ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html",
}  # fmt: skip


#: How files begin that are no text: PDF, Word and other packed files, older Word, pictures.
NO_TEXT = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf")


@dataclass(frozen=True)
class Article:
    """What a text says, apart from what stands around it; unknown is None or ""."""

    language: str
    published: date | None
    publisher: str
    title: str
    url: str
    paragraphs: tuple[str, ...]
    outside: tuple[str, ...] = ()


def open_article(path: str | Path, **given: object) -> Article:
    """The article in a file, or on standard input for "-"; its ending tells the form.

    Raises ValueError where the file is no text in UTF-8.
    """
    raw = sys.stdin.buffer.read() if str(path) == "-" else Path(path).read_bytes()
    if raw.startswith(NO_TEXT) or b"\0" in raw[:1000]:
        raise ValueError(
            f"{path} is no text (a PDF, Word file or picture?): save its text as UTF-8, or the "
            "page as HTML"
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(
            f"{path}: byte {error.start} is not UTF-8; save the text as UTF-8"
        ) from None
    form = FORMS.get(Path(path).suffix.lower()) or ("html" if pages.is_page(text) else "text")
    return read(text, form, **given)  # type: ignore[arg-type]


def read(
    text: str,
    form: Form = "text",
    *,
    language: str | None = None,
    published: date | None = None,
    publisher: str | None = None,
) -> Article:
    """The article of a text; what is given goes before what the text tells.

    Raises ValueError for a form or language that is not known, and for a text without words.
    """
    if form not in ("text", "markdown", "html"):
        raise ValueError(f"form {form!r}: text, markdown or html")
    page = pages.read(text) if form == "html" else _plain(text, form)
    if not page.blocks:
        raise ValueError("the article has no words")
    paragraphs = _paragraphs(page.title, page.blocks)
    return Article(
        language or language_of(" ".join(paragraphs)),
        published or datelines.published(page),
        publisher or publishers.publisher(page),
        page.title,
        page.url,
        paragraphs,
        page.outside,
    )


def language_of(text: str) -> str:
    """The language of a text among those that can be read: by its script, else by its words.

    Raises ValueError where it is another language.
    """
    letters = [letter for letter in text if letter.isalpha()]
    if any("\u3040" <= letter <= "\u30ff" for letter in letters):
        return "ja"
    if 2 * sum("\u0400" <= letter <= "\u04ff" for letter in letters) > len(letters):
        return "ru"
    import py3langid

    found = str(py3langid.classify(text)[0])
    if found not in LANGUAGES and len(text) > 200:
        raise ValueError(f"the text seems to be {found!r}; read are {', '.join(LANGUAGES)}")
    return found if found in LANGUAGES else "en"


def _plain(text: str, form: Form) -> pages.Page:
    """The page of a plain text, or of Markdown with what is told in front of it."""
    if form == "text":
        return pages.plain(pages.text_blocks(text))
    told, body = frontmatter.parted(text)
    blocks, headings = pages.markdown_blocks(body)
    if told.get("title") and not body.lstrip().startswith("#"):
        blocks.insert(0, told["title"])
    page = pages.plain(blocks)
    return replace(page, outside=(*page.outside, *headings), url=told.get("url", ""), meta=told)


def _paragraphs(title: str, blocks: Sequence[str]) -> tuple[str, ...]:
    """Headline and standfirst as paragraph 0, then the others."""
    rest = list(blocks)
    if rest and rest[0] == title:
        rest.pop(0)
    head = [title] if title else []
    if rest and pages.is_standfirst(rest[0]):
        head.append(rest.pop(0))
    return ("\n".join(head), *rest)
