"""Is each fragment still in the paragraph where it was read?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from analysis.evidence import passages
from analysis.evidence.documents import Document
from analysis.evidence.passages import Place

if TYPE_CHECKING:
    import pandas as pd

#: found: in the paragraph where it was read, or anywhere where none is recorded. moved: in another.
#: ambiguous: in several places, none or more than one of them in that paragraph. changed: in none.
#: missing: there is no text of the source. cannot_be_checked: no fragment, or not read there.
STATUSES = ("found", "moved", "ambiguous", "changed", "missing", "cannot_be_checked")
COLUMNS = [
    "claim_id", "source_id", "paragraph", "fragment", "status", "places", "words", "similarity",
    "difference", "start", "end", "sentence",
]  # fmt: skip
TYPES = {"paragraph": "Int64", "similarity": "float64", "start": "Int64", "end": "Int64"}
Row = dict[str, Any]


class Folder(Protocol):
    """A data folder's tables, as `tables.load` gives them, or any record with these frames."""

    @property
    def sources(self) -> pd.DataFrame:
        """A row a document."""

    @property
    def claims(self) -> pd.DataFrame:
        """A row a statement."""

    @property
    def reported_values(self) -> pd.DataFrame:
        """A row a number."""


def check(data: Folder, texts: Mapping[str, Document]) -> pd.DataFrame:
    """One row a claim: whether its fragment stands in the text of its source, and where.

    Columns: claim_id, source_id, paragraph and fragment as recorded, status (one of `STATUSES`),
    places (the paragraphs in which it stands), words (the original's own: the passage found, else
    the nearest one), similarity (1 where found; difflib's of the nearest passage), difference
    (what that says otherwise), start and end of the words in the text of the document, sentence.
    What does not apply is missing. Sorted by claim_id.
    """
    import pandas as pd

    claims = data.claims.astype(object)
    rows = (_row(claim, texts) for claim in claims.to_dict("records"))
    frame = pd.DataFrame(rows, columns=COLUMNS).astype(TYPES)
    return frame.sort_values("claim_id", ignore_index=True)


def _row(claim: Mapping[Any, Any], texts: Mapping[str, Document]) -> Row:
    """A claim with its status and what tells why."""
    import pandas as pd

    document = texts.get(claim["source_id"])
    kept = {name: claim[name] for name in ("claim_id", "source_id", "paragraph", "fragment")}
    if not isinstance(claim["fragment"], str) or not claim["fragment"].strip():
        return kept | _told("cannot_be_checked", "no fragment is recorded")
    if claim.get("read_at_source", True) is not True:
        return kept | _told("cannot_be_checked", "it was not read at its source")
    if document is None:
        return kept | _told("missing", f"there is no text of {claim['source_id']}")
    found = passages.places(claim["fragment"], document)
    paragraph = None if pd.isna(claim["paragraph"]) else int(claim["paragraph"])
    return kept | (_found(found, paragraph, document) or _changed(claim["fragment"], document))


def _told(status: str, sentence: str) -> Row:
    return {"status": status, "sentence": sentence}


def _found(found: list[Place], paragraph: int | None, document: Document) -> Row:
    """What is told of a fragment that stands somewhere; empty where it does not."""
    own = found if paragraph is None else [p for p in found if paragraph in p.paragraphs]
    if not found:
        return {}
    place = (own or found)[0]
    told: Row = {
        "places": _places(found), "words": quoted(document, place.start, place.end),
        "similarity": 1.0, "start": place.start, "end": place.end,
    }  # fmt: skip
    if len(own) == 1:
        also = f"; the words stand in {told['places']}" if len(found) > 1 else ""
        return told | _told("found", f"found in {_places(own)}{also}")
    if len(found) > 1:
        return told | _told("ambiguous", f"the words stand in {told['places']}")
    return told | _told("moved", f"read in paragraph {paragraph}, stands in {told['places']}")


def _places(found: list[Place]) -> str:
    """The paragraphs of passages in words: "paragraph 2", "paragraphs 2 and 5"."""
    numbers = [str(number) for place in found for number in place.paragraphs]
    outside = sum(not place.paragraphs for place in found)
    several = f"paragraph{'s' if len(numbers) > 1 else ''} {_listed(numbers)}" if numbers else ""
    return " and ".join(filter(None, [several, "a part outside the article" if outside else ""]))


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _changed(fragment: str, document: Document) -> Row:
    """What is told of a fragment that stands nowhere: the passage nearest to it."""
    near = passages.nearest(fragment, document)
    if near is None:
        return _told("changed", "not found: the text is empty")
    words = quoted(document, near.start, near.end)
    place = _places([Place(passages.numbers(document, near.start, near.end), near.start, near.end)])
    sentence = f"not found; nearest in {place}, {near.similarity:.0%} alike: “{words}”"
    differs = f" ({near.difference})" if near.similarity >= passages.ALIKE else ""
    return {
        "words": words, "similarity": near.similarity, "difference": near.difference,
        "start": near.start, "end": near.end, **_told("changed", sentence + differs),
    }  # fmt: skip


def quoted(document: Document, start: int, end: int) -> str:
    """The original's own words in one line."""
    return " ".join(document.text[start:end].split())
