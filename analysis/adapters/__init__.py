"""Files of statistics offices -> rows of `statistics` and `exchange_rates`; a module a provider.

files          a saved file: its text, and its records as printed
rows           what an adapter is and gives back: observations or rates, what was left out
areas          codes of areas of trade statistics -> economies, groups, former economies
comtrade, wits, baci, japan_customs, imts, world_bank
               one provider each, with an `ADAPTER`
adding         rows and their source -> a data folder; nothing is ever overwritten
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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


def adapter(name: str) -> Adapter:
    """The adapter of a provider.

    Raises KeyError where no provider has that name.
    """
    found: Adapter = import_module(f"analysis.adapters.{MODULES[name]}").ADAPTER
    return found
