"""Lines at the edges of an article that are no part of it: bylines, captions, contacts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from analysis.drafts import datelines, outlets, words

#: An imprint is no longer than this.
IMPRINT = 250
#: A head has no more blocks than this.
HEAD = 8
#: Marks that part the pieces of a byline.
PIECES = re.compile(r"\s[·|•]\s")
SENTENCE_END = re.compile(r"[.!?。!?…][\"”’»」』)]*$")
DATED = re.compile(rf"\b{datelines.MONTH}\s\d{{4}}\b|\b(?:No|Vol|Issue)\b\.?\s?\d", re.IGNORECASE)


def is_edge(block: str) -> bool:
    """Whether a block at an edge is a byline, caption, contact or address."""
    few = len(block.split()) < 20 and len(block) < 130
    if _any_of("edges").match(block.lstrip("*_—–- ")) or _is_imprint(block):
        return True
    return few and (byline_date(block) is not None or _is_byline(block) or _has_contact(block))


def parted(lines: Sequence[str]) -> list[str]:
    """The lines of a block: apart where one of them is no text and none ends a sentence."""
    apart = any(map(is_edge, lines)) or any(map(outlets.alone, lines))
    return list(lines) if apart and not any(map(SENTENCE_END.search, lines)) else [" ".join(lines)]


def around_head(blocks: Sequence[str]) -> set[int]:
    """Which blocks below the title are no text: bylines and letterheads, a name below them."""
    found: set[int] = set()
    for i, block in enumerate(blocks[1:], 1):
        name = i - 1 in found and outlets.is_name(block)
        if is_edge(block) or (i < HEAD and outlets.alone(block)) or (i < HEAD and name):
            found.add(i)
    return found


def is_byline(block: str) -> bool:
    """Whether a line tells whose the text is: with its day, in pieces, or by "Source:"."""
    told = datelines.full_date(block) or PIECES.search(block) or _any_of("credits").match(block)
    return bool(told)


def signed(block: str) -> str:
    """The outlet below which a text stands as signed, or that its foot names; "" for a sentence."""
    told = _any_of("welcomes").match(block) or is_byline(block)
    bare = not _is_sentence(block) and not _has_contact(block)
    return outlets.named(block) if (told or bare) and not SENTENCE_END.search(block) else ""


def _is_imprint(block: str) -> bool:
    """Whether a line without a verb tells what the text is, by whom, where and when.

    "Remarks by the envoy to the chamber, Lomé, 3 May 2020. Embassy of Peru. Not for quotation."
    """
    told = datelines.full_date(block) or _any_of("delivered").search(block)
    genre = any(map(_any_of("genres").match, outlets.PARTS.split(block)))
    return bool(genre and told and len(block) < IMPRINT and not _is_sentence(block))


def is_foot(block: str) -> bool:
    """Whether a block is one that only stands below a text: in brackets, or a number to call.

    "(Reporting by ...)", "($1 = 129 shillings)", "Newsroom +44 ...". A sentence that ends with a
    number to call is text.
    """
    bracketed = re.fullmatch(r"[(\[（][^()（）]*(?:\([^()]*\)[^()]*)*[)\]）]", block) is not None
    return is_edge(block) or bracketed or _has_contact(block)


def byline_date(block: str) -> str | None:
    """The full date of a short line that is no sentence, as printed."""
    found = datelines.full_date(block)
    if found is None or not (block.startswith("By ") or len(block) < 130):
        return None
    return found if not _is_sentence(block.replace(found, " ")) else None


def _is_byline(block: str) -> bool:
    """Whether a line in pieces tells a month or an issue: "Bulletin · May 2020 · The Chamber"."""
    return bool(PIECES.search(block) and DATED.search(block) and not _is_sentence(block))


def _has_contact(block: str) -> bool:
    """Whether a block that tells no sum is one to call or write to."""
    told = _is_sentence(block) or _any_of("amounts").search(block)
    return _any_of("contacts").search(block) is not None and not told


def _is_sentence(block: str) -> bool:
    return _any_of("verbs").search(block) is not None


@cache
def _any_of(name: str) -> re.Pattern[str]:
    """The expressions of one entry of the section `articles` in every language."""
    found = [one for each in words.LANGUAGES for one in words.section(each, "articles")[name]]
    return re.compile("|".join(rf"(?:{one})" for one in found), re.IGNORECASE)
