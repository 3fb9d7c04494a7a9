"""Currencies of economies, for names that several currencies share: pounds, rupees, pesos."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

#: Codes that are words of English headlines in capitals, rather than currencies.
WORDS = {"ALL", "TOP"}


@cache
def codes() -> tuple[str, ...]:
    """Every ISO 4217 code that stands for a currency wherever it is printed."""
    import pycountry

    return tuple(one.alpha_3 for one in pycountry.currencies if one.alpha_3 not in WORDS)


def of_economies(codes: Sequence[str]) -> tuple[str, ...]:
    """ISO 4217 codes of the currencies in use in economies (alpha-3), in their order."""
    import pycountry
    from babel.numbers import get_territory_currencies

    known = [pycountry.countries.get(alpha_3=code) for code in codes if len(code) == 3]
    return tuple(
        currency
        for country in known
        if country
        for currency in get_territory_currencies(country.alpha_2, tender=True)
    )


def chosen(shared: str, home: Sequence[str] = (), words: str = "") -> str:
    """The currency meant where several share a name: that of the economy in its words ("Omani
    rials"), else that of an economy of the article, else the first."""
    from analysis.drafts import economies

    known = shared.split()
    owner = words.strip(" (-").rpartition(" ")[0] if len(known) > 1 else ""
    named = [one.economy for one in economies.find(owner, "en")] if owner else []
    wanted = (*of_economies(named), *home)
    return next((code for code in wanted if code in known), known[0])


def is_sign(printed: str, shared: str, home: Sequence[str] = ()) -> bool:
    """Whether letters before a number are a currency there: a single one, as in "P1.2 billion", is
    that of an economy of the article alone."""
    single = len(printed) == 1 and printed.isalpha()
    return not single or any(code in home for code in shared.split())
