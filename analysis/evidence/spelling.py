"""What typography may vary and words may not: one spelling, with the way back to the original."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

#: Signs that are written differently and mean the same; what is not seen is left out.
QUOTES = dict.fromkeys("“”„‟«»〝〞〟", '"') | dict.fromkeys("‘’‚‛‹›′`´", "'")
DASHES = dict.fromkeys("‐‑‒–—―−⁃﹘﹣－", "-")
HIDDEN = dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f", "")
ALIKE = str.maketrans(QUOTES | DASHES | HIDDEN | {"⁄": "/", "″": '"', "〜": "~"})
RUNS = re.compile(r"(?P<space>\s+)|-{2,3}|''|.", re.DOTALL)
#: Scripts without spaces between words: Japanese, Chinese, Thai, Lao, Khmer.
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1780-\u17ff\u3000-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
)


@dataclass(frozen=True)
class Plain:
    """A text in one spelling; each of its characters knows where it stands in the original."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where a passage of the one spelling begins and ends in the original."""
        return self.starts[start], self.ends[end - 1]

    def place(self, offset: int) -> int:
        """The first character that stands at or after a place of the original."""
        return bisect_left(self.starts, offset)


def plain(text: str) -> Plain:
    """The text with quotation marks, dashes and white space made alike, and the way back.

    Unicode's compatibility forms count as one (full width, ligatures, no-break spaces); what is not
    seen (soft hyphens, joiners) is left out, and so is white space beside a script that parts no
    words by it. Letters, their case and digits stay.
    """
    signs = [(sign, start, end) for start, end, form in _clusters(text) for sign in form]
    whole = "".join(sign for sign, *_ in signs)
    kept: list[tuple[str, int, int]] = []
    for run in RUNS.finditer(whole):
        sign = _one(run, whole)
        if sign:
            kept.append((sign, signs[run.start()][1], signs[run.end() - 1][2]))
    letters, starts, ends = zip(*kept, strict=True) if kept else ((), (), ())
    return Plain("".join(letters), tuple(starts), tuple(ends))


def _clusters(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and one spelling of each character with the marks that join it."""
    start, form = 0, ""
    for place, sign in enumerate(text):
        own = sign.translate(ALIKE) if sign in "´″`′" else unicodedata.normalize("NFKC", sign)
        joined = own if sign.isascii() or not form else unicodedata.normalize("NFKC", form + own)
        if place and (sign.isascii() or joined == form + own):
            yield start, place, form.translate(ALIKE)
            start, form = place, own
        else:
            form = joined
    if text:
        yield start, len(text), form.translate(ALIKE)


def _one(run: re.Match[str], whole: str) -> str:
    """The sign that a run of alike signs counts as; white space at an end counts as none."""
    if run["space"] is None:
        return {"''": '"'}.get(run[0], run[0][0])
    beside = whole[run.start() - 1 : run.start()], whole[run.end() : run.end() + 1]
    return " " if all(beside) and not any(UNSPACED.match(sign) for sign in beside) else ""


def normalised(text: str) -> str:
    """The text with quotation marks, dashes and white space made alike, to compare by."""
    return plain(text).text


def fingerprint(text: str) -> str:
    """The SHA-256 of the normalised text in hexadecimal: the same document, the same print."""
    return hashlib.sha256(normalised(text).encode("utf-8")).hexdigest()
