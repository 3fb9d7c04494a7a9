"""Codes of areas in trade statistics -> economies. They are not those of ISO 3166-1.

UN Comtrade and BACI number areas nearly as ISO does: India is 699, the USA 842, Switzerland 757,
France 251, Norway 579, Italy 381. The customs of Japan has numbers of its own; WITS writes ROM, ZAR
and SUD where ISO has ROU, COD and SDN. `codes/*.csv` hold what differs (for Japan every code):
code, economy, kind, name. Kinds are economy; group, of several or of no economy (World, Bunkers,
"Other Asia, nes"); and former, whose territory was another one.

From UN Comtrade's `Reporters.json` and `partnerAreas.json`, the WITS list of countries, and the
country codes of the Trade Statistics of Japan.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

CODES = Path(__file__).parent / "codes"


class Area(NamedTuple):
    """An area as a provider counts it; `economy` is its alpha-3 code, empty where it is none."""

    code: str
    economy: str
    kind: str
    name: str

    @property
    def told(self) -> str:
        """Code and name, for a person."""
        return f"{self.code} {self.name}"


@lru_cache(maxsize=8)
def table(provider: str) -> dict[str, Area]:
    """Code -> area, as far as the codes of a provider differ from those of ISO 3166-1."""
    text = (CODES / f"{provider}.csv").read_text(encoding="utf-8")
    return {row["code"]: Area(**row) for row in csv.DictReader(text.splitlines())}


@lru_cache(maxsize=1024)
def comtrade(code: str) -> Area | None:
    """The area that UN Comtrade or BACI means by a number; None where it is no code of theirs."""
    bare = code.lstrip("0") or "0"
    return table("comtrade").get(bare) or _iso(bare, numeric=bare.zfill(3))


def japan_customs(code: str) -> Area | None:
    """The area that the customs of Japan means by three digits; None where it is none of theirs."""
    return table("japan_customs").get(code)


@lru_cache(maxsize=1024)
def wits(text: str) -> Area | None:
    """The area that WITS means by three letters or by its own name; None where it is neither."""
    own = table("wits")
    named = {area.name: area for area in own.values()}
    found = own.get(text) or named.get(text)
    return (
        found or _iso(text, alpha_3=text) or _iso(text, name=text) or _iso(text, common_name=text)
    )


def _iso(code: str, **wanted: str) -> Area | None:
    import pycountry

    countries: Any = pycountry.countries
    found = countries.get(**wanted)
    return None if found is None else Area(code, found.alpha_3, "economy", found.name)
