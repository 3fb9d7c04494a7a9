"""BACI of the CEPII: `BACI_HS92_Y2019_V202401b.csv` with the columns t, i, j, k, v, q.

A row is one product from an exporter i to an importer j in the year t, its value v in thousands of
US dollars, fob, its quantity q in tons. Both sides' records are reconciled, so that no economy is
the reporter. A pair's trade is the sum over its products, which stand in no file.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from analysis.adapters import areas, periods
from analysis.adapters.files import File
from analysis.adapters.rows import Adapter, Found, Observation, Pair
from analysis.adapters.taking import Taking

PROVIDER = "CEPII BACI"
THOUSAND = 1000
NAME = re.compile(r"BACI_(?P<system>HS\d{2})_Y(?P<year>\d{4})_V(?P<version>\d{6}[a-z]?)", re.I)
COLUMNS = ["t", "i", "j", "k", "v", "q"]


#: Year, exporter and importer, as numbered in the file.
Flow = tuple[str, str, str]


@dataclass
class Sum:
    """What the products of a flow add up to, how many there are, and where the first stands."""

    row: int
    products: int = 0
    value: Decimal = Decimal(0)


def read(file: File, pair: Pair) -> Found:
    """The trade of each pair of economies; the vintage is system and version in the file's name.

    Raises ValueError where the file has another header, an area is not known, or a value is no
    number.
    """
    taking, counted = Taking(file, pair), 0
    for flow, total in _sums(file).items():
        exporter, importer = ((code, areas.comtrade(code)) for code in flow[1:])
        economies = taking.both(total.row, exporter, importer, rows=total.products)
        if economies:
            taking.take(_observation(flow, total, *economies))
            counted += total.products
    name = NAME.search(file.path.name)
    vintage = f"{name['system'].upper()} V{name['version']}" if name else ""
    note = f"sums over the {counted} rows of products of these pairs, in thousands of US dollars"
    return taking.found(vintage, note)


def _sums(file: File) -> dict[Flow, Sum]:
    found: dict[Flow, Sum] = {}
    for row, flow, printed in _rows(file):
        total = found.get(flow) or found.setdefault(flow, Sum(row))
        try:
            total.value += Decimal(printed)
        except InvalidOperation as fault:
            raise file.fault(row, f"v: {printed!r} is not a number") from fault
        total.products += 1
    return found


def _rows(file: File) -> Iterator[tuple[int, Flow, str]]:
    """Line, flow and value of each row, one at a time: a year has millions of them."""
    file.refuse_unreadable()
    with file.path.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.reader(lines)
        header = [name.strip() for name in next(reader, [])]
        if header != COLUMNS:
            told = f"the header is {', '.join(header)}, and that of BACI is {', '.join(COLUMNS)}"
            raise file.fault(1, f"{told}: give the file of a year as the CEPII's archive has it")
        for number, cells in enumerate(reader, 2):
            if len(cells) != len(COLUMNS):
                raise file.fault(number, f"has {len(cells)} cells where the header has six")
            year, exporter, importer, _, value, _ = cells
            yield number, (year.strip(), exporter.strip(), importer.strip()), value.strip()


def _observation(flow: Flow, total: Sum, exporter: str, importer: str) -> Observation:
    return Observation(
        total.row, PROVIDER, "", exporter, importer, "exports", "fob",
        *periods.year(int(flow[0])), "USD", f"{total.value:f}", THOUSAND,
    )  # fmt: skip


ADAPTER = Adapter(
    PROVIDER,
    "BACI: International Trade Database at the Product-Level",
    "the CSV of a year, as the CEPII's archive has it (BACI_HS.._Y...._V......csv)",
    read,
    signs=("t,i,j,k,v,q",),
)
