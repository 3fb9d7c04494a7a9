"""Files of statistics offices -> rows of `statistics` and `exchange_rates`; a module a provider.

files          a saved file: its text, and its records as printed
rows           what an adapter is and gives back: observations or rates, what was left out
periods        years and months as providers write them -> first and last day
areas          codes of areas of trade statistics -> economies, groups, former economies
taking         the rows of one file: what is left out is counted, what is double is refused
sdmx_files     SDMX-JSON and SDMX-CSV -> records
comtrade, wits, baci, japan_customs, imts, world_bank
               one provider each, with an `ADAPTER`
adding         rows and their source -> a data folder; nothing is ever overwritten
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.adapters.adding import Import
    from analysis.adapters.files import File
    from analysis.adapters.rows import Adapter

#: What `fetch` calls a provider -> its module.
MODULES = {
    "comtrade": "comtrade",
    "wits": "wits",
    "baci": "baci",
    "japan-customs": "japan_customs",
    "imts": "imts",
    "world-bank": "world_bank",
}
#: Bytes of a file in which the signs of a provider are looked for.
BEGINNING = 20_000


def adapter(name: str) -> Adapter:
    """The adapter of a provider.

    Raises KeyError where no provider has that name.
    """
    found: Adapter = import_module(f"analysis.adapters.{MODULES[name]}").ADAPTER
    return found


def fetch(
    office: str, paths: Iterable[str | os.PathLike[str]], data: str | os.PathLike[str], *,
    economy: str = "", partner: str = "", retrieved: date | None = None, vintage: str = "",
    url: str = "", dry_run: bool = False,
) -> list[Import]:  # fmt: skip
    """What saved files of a provider brought to a data folder; with `dry_run`, would bring.

    `office` is a key of `MODULES`. Economies are alpha-3 codes and limit what is taken to the pair.
    Files were retrieved on the day given, else on that of their last change. The vintage of their
    numbers is the one given, else that of the same file imported before, else what a file says of
    its release, else the day of retrieval. All files are added, or none.

    Raises ValueError where a file cannot be taken whole and right, or has other numbers than the
    folder under one vintage; `tables.appending.FaultyRowsError` where the folder has faults, or
    would have.
    """
    from analysis.adapters import adding
    from analysis.adapters.files import File
    from analysis.adapters.rows import Pair
    from analysis.tables import appending

    appending.refuse_faulty(data)
    found: list[Import] = []
    for path in map(Path, paths):
        day = retrieved or date.fromtimestamp(path.stat().st_mtime)
        how, pair = adding.Retrieval(day, url, vintage), Pair(economy, partner)
        file = File(path)
        try:
            found.append(adding.prepared(office, adapter(office), file, pair, how, data, found))
        except ValueError as fault:
            raise ValueError(f"{fault}{_hint(office, file)}") from fault
    if not dry_run:
        adding.add(found, data)
    return found


def _hint(office: str, file: File) -> str:
    """That a file looks like one of another provider; empty where it has signs of its own."""
    with file.path.open("rb") as content:
        beginning = content.read(BEGINNING).decode("utf-8", "replace")
    like = [name for name in MODULES if any(sign in beginning for sign in adapter(name).signs)]
    told = f"; it looks like a file of {' or '.join(like)}: try fetch {like[0]}" if like else ""
    return "" if office in like else told
