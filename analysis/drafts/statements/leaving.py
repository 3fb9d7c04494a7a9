"""Numbers that are not proposed, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.drafts import quantities
from analysis.drafts.articles import Article
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.rows import Unread
from analysis.drafts.statements.scenes import Found, Scene

OUTSIDE = "outside the article"
#: Kinds whose names tell a person too little.
NAMED = {"other": "a number of something else", "name": "part of a name"}


def quantity(one: Quantity, scene: Scene, reason: str) -> Unread:
    """A quantity that no measure fits."""
    text = scene.found.text
    return Unread(
        scene.found.number, one.start, one.end, text[one.start : one.end],
        text[scene.start : scene.end], reason,
    )  # fmt: skip


def dismissed(found: Found) -> Iterator[Unread]:
    """The numbers of a paragraph that are no quantities by their shape."""
    for one in found.dismissed:
        start, end = next(
            ((a, b) for a, b in found.sentences if a <= one.start < b), (0, len(found.text))
        )
        reason = NAMED.get(one.kind, one.kind.replace("_", " "))
        yield Unread(found.number, one.start, one.end, one.printed, found.text[start:end], reason)


def outside(article: Article) -> Iterator[Unread]:
    """The numbers of blocks that are not the article; none of them is a claim."""
    for block in article.outside:
        found, others = quantities.find(block, article.language)
        places = [(one.start, one.end) for one in found]
        for start, end in sorted([*places, *((one.start, one.end) for one in others)]):
            yield Unread(None, start, end, block[start:end], block, OUTSIDE)
