"""Currencies of economies, for names that several currencies share: pounds, rupees, pesos."""

from __future__ import annotations

from collections.abc import Sequence


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

    codes = shared.split()
    owner = words.strip(" (-").rpartition(" ")[0] if len(codes) > 1 else ""
    named = [one.economy for one in economies.find(owner, "en")] if owner else []
    wanted = (*of_economies(named), *home)
    return next((code for code in wanted if code in codes), codes[0])
