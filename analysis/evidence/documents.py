"""The text of a source as a person holds it, and which of its passages is which paragraph.

Paragraph 0 is headline and standfirst, 1 the first paragraph below them. What is no part of the
article (navigation, related links, captions) has no number, and words are found there too.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from analysis.evidence import pages, paragraphs, spelling
from analysis.evidence.paragraphs import Block

KINDS = (".txt", ".html", ".htm")


@dataclass(frozen=True)
class Document:
    """A text as it is shown, its blocks in order, and the text by which it is known again."""

    text: str
    blocks: tuple[Block, ...]
    own: str

    @cached_property
    def plain(self) -> spelling.Plain:
        """The text in one spelling."""
        return spelling.plain(self.text)

    @cached_property
    def fingerprint(self) -> str:
        """The print of the text alone: of a page, the article without what stands around it."""
        return spelling.fingerprint(self.own)

    def paragraph(self, number: int) -> tuple[Block, ...]:
        """The blocks of a paragraph; none where the text has no such paragraph."""
        return tuple(block for block in self.blocks if block.paragraph == number)

    def between(self, start: int, end: int) -> tuple[Block, ...]:
        """The blocks that a passage of the text touches."""
        return tuple(block for block in self.blocks if block.start < end and start < block.end)


def document(text: str, title: str | None = None, form: str = "text") -> Document:
    """A text, or the HTML of a page (form "html"), with its paragraphs told apart.

    In a text blank lines part paragraphs; in one whose lines are longer than anybody wraps them,
    every line is one. The title, where it is known, tells where the article begins.
    """
    if form == "html":
        blocks = pages.blocks(text)
        shown, placed = _joined(blocks)
        own = "\n\n".join(block for number, block in blocks if number is not None)
        if own:
            return Document(shown, placed, own)
        text = shown
    return Document(text, paragraphs.numbered(text, title), text)


def _joined(blocks: list[tuple[int | None, str]]) -> tuple[str, tuple[Block, ...]]:
    """The blocks as one text, parted by blank lines, and where each stands."""
    placed, start = [], 0
    for number, text in blocks:
        placed.append(Block(number, start, start + len(text)))
        start += len(text) + 2
    return "\n\n".join(text for _, text in blocks), tuple(placed)


def read(
    folder: str | os.PathLike[str], titles: Mapping[str, object] | Iterable[str] = ()
) -> dict[str, Document]:
    """The texts of a folder by the name of their file: SOURCE_ID.txt, .html or .htm.

    Names are compared in Unicode's NFKC form, however a file system spells them. `titles` holds the
    sources with the headline of each, where known; a file of another name keeps its own.

    Raises FileNotFoundError where there is no such folder, ValueError where two files are of one
    source, or a text is not UTF-8.
    """
    place = Path(folder)
    if not place.is_dir():
        raise FileNotFoundError(f"no folder of texts at {place}: give one that holds SOURCE_ID.txt")
    known = {_name(key): key for key in titles}
    files: dict[str, Path] = {}
    for path in sorted(place.iterdir()):
        if path.suffix.lower() in KINDS and path.is_file() and not path.name.startswith("."):
            key = known.get(_name(path.stem), _name(path.stem))
            if key in files:
                raise ValueError(f"{files[key].name} and {path.name} are both {key}: keep one")
            files[key] = path
    headlines = titles if isinstance(titles, Mapping) else {}
    return {key: _opened(path, headlines.get(key)) for key, path in files.items()}


def _name(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _opened(path: Path, title: object) -> Document:
    """The text of a file; a page says itself how it is encoded."""
    headline = title if isinstance(title, str) else None
    content = path.read_bytes()
    if path.suffix.lower() != ".txt":
        return document(pages.decoded(content), headline, "html")
    try:
        return document(content.decode("utf-8-sig"), headline)
    except UnicodeDecodeError as fault:
        raise ValueError(f"{path.name} is not UTF-8: save it as UTF-8") from fault
