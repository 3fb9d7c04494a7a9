"""Every number of a text: the quantities with hedge, unit and scale, and what is no quantity."""

from __future__ import annotations

import re

from analysis.drafts.quantities.found import Dismissed, Quantity

__all__ = ["Dismissed", "Quantity", "find"]

THIN = re.compile(
    r"(?P<currency>US\$|\$|€|£|¥)?(?P<printed>\d+(?:,\d{3})*(?:\.\d+)?)"
    r"(?:\s?(?P<scale>million|billion|trillion|bn|m)\b)?"
    r"(?:\s?(?P<unit>%|per ?cent|percent|pct))?"
    r"(?:\s(?P<name>(?:US )?dollars|euros|yen)\b)?"
)
SCALES = {"million": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9, "trillion": 10**12}
CODES = {"US$": "USD", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "US dollars": "USD",
         "dollars": "USD", "euros": "EUR", "yen": "JPY"}  # fmt: skip


def find(text: str, language: str) -> tuple[list[Quantity], list[Dismissed]]:
    """The quantities of a text and its other numbers, each in the order of the text."""
    found: list[Quantity] = []
    for match in THIN.finditer(text):
        currency = CODES.get(match["currency"] or match["name"] or "", "")
        unit = "percent" if match["unit"] else currency or ("" if match["scale"] else "count")
        found.append(
            Quantity(
                match.start(), match.end(), match["printed"], match.start("printed"), unit,
                SCALES.get(match["scale"] or "", 1), currency,
            )
        )  # fmt: skip
    return found, []
