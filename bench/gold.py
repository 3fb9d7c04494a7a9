"""Proposals beside the gold rows of an article: which is which, and what each got wrong.

A row of either is found again by its place: the numeral's characters in its paragraph. The rules by
which two cells count as the same are those of `bench/articles/README.md`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

#: What is compared, in the order of the table; notes and summaries are free.
COLUMNS = (
    "paragraph", "speaker", "attribution", "measure", "status", "stage", "direction", "economy",
    "partner", "flow", "reporter", "office", "computed_by", "scope", "currency", "converted_from",
    "period_start", "period_end", "period_printed", "base_start", "base_end", "base_stated",
    "as_of", "printed", "value", "unit", "scale", "hedge", "counted", "part_of",
)  # fmt: skip
#: What else is told of a proposal.
BESIDE = ("hedge_printed", "words", "confidence")
SIDES = ("economy", "partner", "flow")
ARTICLE = re.compile(r"^(?:an?|the) ", re.IGNORECASE)
LETTER = r"[A-Za-zА-Яа-яЁё]"


@dataclass(frozen=True)
class Row:
    """One row of gold or of a draft: the columns that are told, and the characters it is about."""

    columns: Mapping[str, Any]
    paragraph: int
    start: int
    end: int

    def __getitem__(self, column: str) -> Any:
        """A cell made comparable: None where missing, days as text, articles and case left out."""
        return plain(self.columns.get(column))

    def meets(self, other: Row) -> bool:
        """Whether both speak of the same characters, and both of a numeral or both of words."""
        return (
            self.paragraph == other.paragraph
            and self.start < other.end
            and other.start < self.end
            and (self["printed"] is None) == (other["printed"] is None)
        )


@dataclass(frozen=True)
class Pair:
    """A gold row and the proposal for it; one of them is None where it was missed or invented."""

    gold: Row | None
    got: Row | None
    wrong: tuple[str, ...] = ()


def plain(cell: Any) -> Any:
    """A cell as it is compared; None where it is missing."""
    if cell is None or cell == "" or (isinstance(cell, float) and math.isnan(cell)):
        return None
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, int | float):
        return float(f"{cell:.9g}")
    text = str(cell).replace("−", "-").removesuffix(" 00:00:00")
    return ARTICLE.sub("", " ".join(text.split()), count=1).casefold()


def located(row: Mapping[str, Any], paragraphs: Sequence[str]) -> Row:
    """A gold row at its place; one whose fragment is nowhere stands before the first character.

    A fragment is looked for in the paragraph that the gold names, then in all of them, so that an
    article parted otherwise costs the column `paragraph` and not the whole row.
    """
    named = row.get("paragraph", 0)
    order = sorted(range(len(paragraphs)), key=lambda place: (place != named, place))
    words = row.get("printed", row.get("words", "")).lstrip("-−")
    for place, fragment in product(order, dict.fromkeys((row["fragment"], bare(row["fragment"])))):
        found = paragraphs[place].replace("\n", " ").find(fragment)
        if found >= 0:
            start = found + _inside(fragment, words)
            return Row(row, place, start, start + len(words))
    return Row(row, named, -1, 0)


def bare(fragment: str) -> str:
    """A fragment without the marks of Markdown for headings and emphasis, which a reader drops."""
    return re.sub(r"\*+|^#+ ", "", fragment)


def _inside(fragment: str, words: str) -> int:
    """Where the words stand in their fragment: nearest to its middle, and rather not as in Q2."""
    starts = [found.start() for found in _whole(words).finditer(fragment)]
    middle = (len(fragment) - len(words)) / 2
    named = {start for start in starts if re.match(LETTER, fragment[start - 1 : start])}
    nearest = sorted(starts, key=lambda start: (start in named, abs(start - middle)))
    return nearest[0] if nearest else fragment.find(words)


def _whole(words: str) -> re.Pattern[str]:
    """The words, not as a piece of a longer number or word."""
    before = r"(?<!\d)(?<!\d[.,])" if words[:1].isdigit() else ""
    before += rf"(?<!{LETTER})" if re.match(LETTER, words[:1]) else ""
    after = r"(?!\d)(?![.,]\d)" if words[-1:].isdigit() else ""
    after += rf"(?!{LETTER})" if re.match(LETTER, words[-1:]) else ""
    return re.compile(before + re.escape(words) + after)


def proposed(proposal: Any, paragraphs: Sequence[str]) -> Row:
    """A proposal at the place of its numeral, which may be less than the phrase it came from."""
    columns = {name: getattr(proposal, name, None) for name in (*COLUMNS, *BESIDE)}
    numeral = str(columns["printed"] or "").lstrip("-−")
    phrase = paragraphs[proposal.paragraph][proposal.start : proposal.end]
    found = _whole(numeral).search(phrase) if numeral else None
    if found is None:
        return Row(columns, proposal.paragraph, proposal.start, proposal.end)
    start, end = (proposal.start + place for place in found.span())
    return Row(columns, proposal.paragraph, start, end)


def pairs(gold: Sequence[Row], got: Sequence[Row]) -> list[Pair]:
    """Each gold row with the proposal at its place that is most like it, then what was invented."""
    near = [(i, j) for i, one in enumerate(gold) for j, two in enumerate(got) if one.meets(two)]
    near.sort(key=lambda pair: len(_wrong(gold[pair[0]], got[pair[1]])))
    chosen: dict[int, int] = {}
    for i, j in near:
        if i not in chosen and j not in chosen.values():
            chosen[i] = j
    there = [
        Pair(one, got[chosen[i]], _all_wrong(gold, got, chosen, i))
        if i in chosen
        else Pair(one, None)
        for i, one in enumerate(gold)
    ]
    return there + [Pair(None, two) for j, two in enumerate(got) if j not in chosen.values()]


def _all_wrong(
    gold: Sequence[Row], got: Sequence[Row], chosen: Mapping[int, int], i: int
) -> tuple[str, ...]:
    """The wrong columns of a chosen pair, and whether its wholes are a pair too."""
    wrong = _wrong(gold[i], got[chosen[i]])
    whole = gold[i].columns.get("part_of")
    wanted = None if whole is None else chosen.get(whole, -1)
    return wrong if got[chosen[i]].columns.get("part_of") == wanted else (*wrong, "part_of")


def _wrong(gold: Row, got: Row) -> tuple[str, ...]:
    """The columns that differ, but for `part_of`, which is an index into either list."""
    alike = {"part_of"}
    if sides(gold, gold) == sides(got, gold):
        alike.update(SIDES)
    hedges = {gold["hedge"], plain(gold.columns.get("hedge_printed"))} - {None}
    if hedges & {got["hedge"], plain(got.columns.get("hedge_printed"))}:
        alike.add("hedge")
    if gold.columns.get("paragraph", 0) == got.paragraph:
        alike.add("paragraph")
    return tuple(c for c in COLUMNS if c not in alike and (c == "paragraph" or gold[c] != got[c]))


def sides(row: Row, gold: Row) -> tuple[Any, ...]:
    """The sides of a flow: imports as the exports of the other side, a turnover in free order."""
    economy, partner, flow = (row[column] for column in SIDES)
    if flow == "imports" and partner:
        return (partner, economy, "exports")
    if flow == "turnover" and gold["reporter"] is None:
        return (*sorted((economy or "", partner or "")), flow)
    return (economy or "", partner or "", flow) if flow == "turnover" else (economy, partner, flow)
