"""Fiscal years: as a text defines them, else those of its economies (words/fiscal_years.csv)."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from analysis.drafts import words
from analysis.drafts.periods.forms import months_in, written

#: The economy whose fiscal year a text in this language means where it names none.
HOME = {"ja": "JPN"}


@dataclass(frozen=True)
class FiscalYear:
    """The month in which a fiscal year begins; it is named by its first (start) or last year."""

    month: int = 1
    named_by: str = "start"


@cache
def fiscal_years() -> dict[str, FiscalYear]:
    """The fiscal years that are no calendar years, by economy."""
    with (words.FOLDER / "fiscal_years.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {row["economy"]: FiscalYear(int(row["month"]), row["named_by"]) for row in rows}


def fiscal_year(
    language: str, economies: Sequence[str] = (), paragraphs: Sequence[str] = ()
) -> FiscalYear:
    """The fiscal year that a text means: the one it defines, else that of the language's own
    country, where that is one of its economies, else that of its first economy.

    An economy whose fiscal year is the calendar year is passed over. Japanese names every fiscal
    year by its first year.
    """
    known = fiscal_years()
    home = HOME.get(language, "")
    named = [home] if home in economies else [*economies, home]
    found = next((known[economy] for economy in named if economy in known), FiscalYear())
    found = _stated("\n".join(paragraphs), language, found)
    always = words.section(language, "periods").get("fiscal_named_by")
    return replace(found, named_by=always) if always else found


def _stated(text: str, language: str, usual: FiscalYear) -> FiscalYear:
    """The fiscal year that the text defines: "the fiscal year 2021 began on October 1, 2020"."""
    for template in words.section(language, "periods").get("fiscal_stated", []):
        match = re.search(written(template, language), text, re.IGNORECASE)
        if match:
            month = months_in(match["month"], language)
            told = [int(year) for year in re.findall(r"(?:19|20)\d\d", match[0])]
            by_end = len(told) == 2 and told[0] > told[1]
            usual_name = usual.named_by if month == usual.month else "end"
            return FiscalYear(month, "end" if by_end else usual_name)
    return usual
