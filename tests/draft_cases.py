"""An article of an invented paper and what was read of it, made by hand."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Any

from analysis.drafts import Article, Draft, articles, proposals, statements
from analysis.drafts.statements import Proposal, Reading, Unread

HEADLINE = "Kenya sells more to Uganda"
TRADE = (
    "Exports grew by 17.10% to $620 million in 2018, the ministry said. "
    "It is the 2nd rise in a row."
)
PROJECTS = 'The minister spoke of "over 60 of 130 projects", and we count a third of 130 under way.'
ARTICLE = Article("en", date(2019, 3, 4), "The Courier", HEADLINE, "", (HEADLINE, TRADE, PROJECTS))
SOURCE_ID = "the-courier-2019-03-04"
GROWTH = f"{SOURCE_ID}-p1s1-ministry-exports-17.1-percent"
LEVEL = f"{SOURCE_ID}-p1s1-ministry-exports-620-usd"
PART = f"{SOURCE_ID}-p2s1-minister-projects-60"
WHOLE = f"{SOURCE_ID}-p2s1-minister-projects-130"
SHARE = f"{SOURCE_ID}-p2s1-projects-third-percent"


def proposal(paragraph: int, phrase: str, **columns: Any) -> Proposal:
    """A proposal for a phrase of the article, from its first sentence."""
    text = ARTICLE.paragraphs[paragraph]
    start = text.index(phrase)
    words = text.partition(". ")[0]
    cells = {"scale": 1, **columns}
    return Proposal(paragraph, start, start + len(phrase), words, **cells)


def trade(phrase: str, **columns: Any) -> Proposal:
    """A value of Kenya's exports to Uganda in 2018, as the ministry tells it."""
    return proposal(
        1, phrase, economy="KEN", partner="UGA", flow="exports", speaker="the ministry",
        attribution="indirect", period_start=date(2018, 1, 1), period_end=date(2018, 12, 31),
        period_printed="in 2018", **columns,
    )  # fmt: skip


def count(phrase: str, speaker: str, **columns: Any) -> Proposal:
    """A value of the projects."""
    return proposal(
        2, phrase, counted="projects", topic="projects", speaker=speaker,
        as_of=date(2019, 3, 4), **columns,
    )  # fmt: skip


PROPOSALS = [
    trade(
        "17.10%", measure="growth", printed="17.10", value=17.1, unit="percent", direction="up",
        base_start=date(2017, 1, 1), base_end=date(2017, 12, 31), base_stated=False,
    ),
    trade("$620 million", measure="level", printed="620", value=620.0, unit="USD", currency="USD",
          scale=1000000),
    count(
        "over 60", "the minister", measure="count", printed="60", value=60.0, unit="count",
        hedge="over", attribution="direct", part_of=3, confidence=0.7, doubts=("a part",),
    ),
    count(
        "130", "the minister", measure="count", printed="130", value=130.0, unit="count",
        attribution="direct",
    ),
    count(
        "a third", "The Courier", measure="share", printed="third", value=100 / 3, unit="percent",
        stage="under_way", part_of=3,
    ),
]  # fmt: skip
SECOND = TRADE.index("2nd")
READING = Reading(
    PROPOSALS,
    [
        Unread(1, SECOND, SECOND + 3, "2nd", "It is the 2nd rise in a row.", "ordinal of a rise"),
        Unread(None, 0, 4, "2019", "Printed in 2019", "outside the article"),
    ],
)


def draft(**known: Any) -> Draft:
    """The draft of the article."""
    return proposals.arranged(ARTICLE, READING, "0" * 64, **known)


def edited(folder: Path, name: str, row: int, **cells: str) -> None:
    """Write cells into a row of a draft's file, as a spreadsheet does."""
    path = folder / f"{name}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[row - 2].update(cells)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def on_canada(*paragraphs: str) -> Article:
    """An English article of 15 March 2022 on the trade of Canada and Chile."""
    text = "\n\n".join(["Trade between Canada and Chile", *paragraphs])
    return articles.read(text, language="en", published=date(2022, 3, 15), publisher="The Outlet")


def rows(*paragraphs: str, columns: str) -> list[tuple[object, ...]]:
    """The columns of every proposal of that article."""
    found = statements.read(on_canada(*paragraphs)).proposals
    return [tuple(getattr(one, name) for name in columns.split()) for one in found]
