"""Ids that a person can read and type: of sources, of claims and of values.

A source is its publisher and day, a claim its place (paragraph and sentence) and speaker, a value
what it counts and its numeral. None depends on what else was found, so that a later draft of the
same article names what it finds again alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any

#: Names in other letters are written in Latin ones; scripts without letters give no name.
CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяєіѓґљњџћђ",
        (*"abvgde", "zh", *"ziiklmnoprstuf", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu",
         "ya", "ye", "i", "g", "g", "lj", "nj", "dz", "c", "dj"),
        strict=True,
    )
)  # fmt: skip
LONGEST = 40
#: So begin the ids of the rows that a new folder shows as examples, to be deleted by it.
EXAMPLE = "example-"


def slug(text: object) -> str:
    """The text in small Latin letters and digits, its words joined by hyphens; may be empty."""
    letters = unicodedata.normalize("NFKD", str(text).casefold())
    latin = "".join(CYRILLIC.get(sign, sign) for sign in letters)
    plain = latin.encode("ascii", "ignore").decode("ascii")
    words = re.findall(r"[a-z0-9]+(?:\.[0-9]+)*", plain.replace("'", ""))
    short = "-".join(words)[: LONGEST + 1]
    return short if len(short) <= LONGEST else short.rpartition("-")[0] or short[:LONGEST]


def source(publisher: str, title: str, published: str, taken: Collection[str]) -> str:
    """Publisher and day, the title where there is no publisher; unlike every id that is taken."""
    name = slug(publisher) or slug(title) or "article"
    found = "-".join(filter(None, (name, published)))
    return free(f"article-{found}" if found.startswith(EXAMPLE) else found, taken)


def claim(source_id: str, paragraph: int, sentence: int, speaker: str) -> str:
    """The source, the place as p2s1 (its second paragraph, first sentence), and who speaks."""
    last = slug(speaker.split()[-1]) if speaker.split() else ""
    return "-".join(filter(None, (source_id, f"p{paragraph}s{sentence}", last)))


def value(claim_id: str, row: Mapping[str, Any]) -> str:
    """The claim, what is counted, the numeral and its unit, as turnover-17-percent."""
    subject = slug(row["counted"] or row["flow"] or "")
    unit = "" if row["unit"] in ("", None, "count", "ordinal") else slug(row["unit"])
    parts = (claim_id, subject, _numeral(row) or row["direction"] or "", unit)
    return "-".join(filter(None, parts))


def _numeral(row: Mapping[str, Any]) -> str:
    """Words as they are spelled, digits as their number without its sign; empty where none is."""
    printed = str(row["printed"] or "")
    if not any(sign.isdigit() for sign in printed) and slug(printed):
        return slug(printed)
    if row["value"] is None:
        return ""
    return f"{abs(Decimal(repr(row['value']))).normalize():f}"


def free(name: str, taken: Collection[str]) -> str:
    """The name, or the first of name-2, name-3 and so on that is not taken."""
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    return found
