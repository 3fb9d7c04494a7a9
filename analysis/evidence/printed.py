"""Do the numeral and the hedge of a reported value stand in the paragraph of its claim?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from analysis import readings
from analysis.evidence import checking, passages, spelling
from analysis.evidence.checking import Folder
from analysis.evidence.documents import Document

if TYPE_CHECKING:
    import pandas as pd

#: Where a numeral or a hedge stands, from near to nowhere; `otherwise`: the number, spelled so.
WHERE = ("fragment", "paragraph", "otherwise", "elsewhere", "nowhere")
COLUMNS = ["value_id", "claim_id", "source_id", "printed", "printed_in", "hedge", "hedge_in",
           "sentence"]  # fmt: skip
DIGITS = re.compile(r"\d+(?:[ .,'’]\d+)*(?:[兆億万][\d,]*)*")
WORD = re.compile(r"[^\W\d_]+")
MINUS = "-−–"
#: Letters by which a hedge may be inflected: "exceeding" stands in "to exceed".
ENDING, STEM = 3, 4


def printed(data: Folder, texts: Mapping[str, Document]) -> pd.DataFrame:
    """One row a printed value whose claim was found in a text: where numeral and hedge stand.

    Columns: value_id, claim_id, source_id, printed, printed_in and hedge_in (one of `WHERE`; that
    of a value without a hedge is missing), hedge, sentence: the warning, empty where both stand in
    the fragment or its paragraph. A minus is no part of what must be printed, since a fall is told
    in words; 16.4 and 16,4, 8 and eight are one number spelled otherwise. Sorted by value_id.
    """
    import pandas as pd

    claims = checking.check(data, texts).dropna(subset=["start"])
    read = claims[claims["status"].isin(["found", "moved", "ambiguous"])]
    languages = data.sources.set_index("source_id")["language"]
    values = data.reported_values.dropna(subset=["printed"])
    joined = values.merge(read[["claim_id", "source_id", "start", "end"]], on="claim_id")
    joined["language"] = joined["source_id"].map(languages).fillna("en")
    rows = (_row(value, texts[value["source_id"]]) for value in joined.to_dict("records"))
    return pd.DataFrame(rows, columns=COLUMNS).sort_values("value_id", ignore_index=True)


def _row(value: Mapping[Any, Any], document: Document) -> dict[str, Any]:
    """A value with the places of its numeral and its hedge, and the warning if there is one."""
    span = value["start"], value["end"]
    numeral = str(value["printed"]).lstrip(MINUS)
    where = _where(_spans(numeral, document), span, document)
    spelled = "" if where in WHERE[:2] else _otherwise(value, span, document)
    where = "otherwise" if spelled else where
    told = {name: value[name] for name in COLUMNS if name in value}
    hedge = value["hedge"] if isinstance(value["hedge"], str) else None
    hedged = None if hedge is None else _where(_inflected(hedge, document), span, document)
    warnings = [_warning(numeral, where, spelled), _warning(hedge or "", hedged or "paragraph", "")]
    return told | {
        "printed_in": where, "hedge_in": hedged, "sentence": "; ".join(filter(None, warnings))
    }  # fmt: skip


def _warning(words: str, where: str, spelled: str) -> str:
    if where in WHERE[:2]:
        return ""
    if where == "otherwise":
        return f"“{words}” is spelled “{spelled}” in its paragraph"
    beyond = ", but elsewhere in the text" if where == "elsewhere" else " nor in the text"
    return f"“{words}” is not in its paragraph{beyond}"


def _spans(numeral: str, document: Document) -> list[tuple[int, int]]:
    """Start and end of each place of a numeral; a currency's letters may touch its digits."""
    if not numeral[:1].isdecimal():
        spellings = {numeral, numeral[:1].upper() + numeral[1:], numeral.lower()}
        return [place[1:] for one in sorted(spellings) for place in passages.places(one, document)]
    sought = re.escape(spelling.normalised(numeral))
    pattern = re.compile(rf"(?<!\d)(?<!\d[.,]){sought}(?![.,]?\d)")
    plain = document.plain
    return [plain.original(*found.span()) for found in pattern.finditer(plain.text)]


def _where(spans: list[tuple[int, int]], span: tuple[int, int], document: Document) -> str:
    """The nearest of the places to a fragment."""
    start, end = span
    if any(start <= first and last <= end for first, last in spans):
        return "fragment"
    blocks = document.between(start, end)
    if any(block.start <= first < block.end for first, _ in spans for block in blocks):
        return "paragraph"
    return "elsewhere" if spans else "nowhere"


def _inflected(hedge: str, document: Document) -> list[tuple[int, int]]:
    """Start and end of each place of a hedge, whatever its ending and its capitals."""
    words = spelling.normalised(hedge).split()
    stems = [re.escape(word[: max(STEM, len(word) - ENDING)]) for word in words]
    bound = "" if spelling.UNSPACED.match(hedge) else r"\b"
    pattern = re.compile(bound + r"\w* ".join(stems), re.IGNORECASE)
    plain = document.plain
    return [plain.original(*found.span()) for found in pattern.finditer(plain.text)]


def _otherwise(value: Mapping[Any, Any], span: tuple[int, int], document: Document) -> str:
    """The first other spelling of the number in the paragraph; empty where there is none."""
    size = _size(str(value["printed"]), value["unit"], value["language"])
    for block in document.between(*span):
        text = spelling.normalised(document.text[block.start : block.end])
        for word in _numerals(text):
            if size is not None and _size(word, value["unit"], value["language"]) == size:
                return word
    return ""


def _numerals(text: str) -> Iterator[str]:
    """What may be a numeral: digits with their signs, a word, two words."""
    yield from DIGITS.findall(text)
    words = WORD.findall(text)
    yield from words
    yield from map(" ".join, pairwise(words))


def _size(numeral: str, unit: object, language: str) -> object:
    """The magnitude of a numeral; None where it is none in this language or in English."""
    for spoken in (language, "en"):
        try:
            return abs(readings.numeral(numeral.lstrip("-−"), str(unit), spoken).value)
        except ValueError:
            continue
    return None
