"""The World Bank's official exchange rates (PA.NUS.FCRF): local currency per US dollar, a year.

An answer of the API as JSON, the CSV of a download with the lines above its header, the bulk CSV of
World Development Indicators, DataBank's CSV ("2018 [YR2018]", missing: ..), or Data360 as CSV or
JSON. The Bank names economies; `codes/world_bank.csv` says which currency each has and since which
year (the euro since an economy joined). Earlier rates are in a currency of the past and are left
out. A currency that was redenominated is told in its present unit for all years, as the Bank
revises it. Groups of economies are left out but the euro area, whose rate is that of the euro.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from analysis import readings
from analysis.adapters import periods
from analysis.adapters.areas import CODES
from analysis.adapters.files import File, Record
from analysis.adapters.rows import Adapter, Found, Pair, Rate
from analysis.adapters.taking import OTHER_PAIRS

PROVIDER = "World Bank"
INDICATOR = "PA.NUS.FCRF"
EURO_AREA = "EMU"
YEAR = re.compile(r"(\d{4})(?: \[YR\1\])?")
UPDATED = re.compile(r"Last Updated(?: Date)?:?\D{0,3}(\d{4}-\d{2}-\d{2}|\d{2}/\d{2}/\d{4})")
MISSING = ("", "..", "NA", "NaN")
NOTE = (
    f"official exchange rate, local currency per US dollar, period average ({INDICATOR}); "
    "a redenominated currency is told in its present unit for all years"
)


class Cell(NamedTuple):
    """One number of the file: where it stands, whose rate it is, of which year."""

    row: int
    economy: str
    year: int
    printed: str


class Currency(NamedTuple):
    """The present currency of an economy, and the first whole year in which it was that."""

    code: str
    since: int


@lru_cache(maxsize=1)
def currencies() -> dict[str, Currency]:
    """Economy, or the euro area, -> its present currency."""
    text = (CODES / "world_bank.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {row["economy"]: Currency(row["currency"], int(row["since"] or 0)) for row in rows}


def read(file: File, pair: Pair) -> Found:
    """The annual averages of a file, a row a currency and year.

    Raises ValueError where the file is cut off or of another indicator, a rate is none above 0, or
    two economies have other rates for one currency and year.
    """
    left_out: Counter[str] = Counter()
    taken: dict[tuple[str, int], Cell] = {}
    for cell in _cells(file):
        reason = _reason(cell, pair)
        if reason:
            left_out[reason] += 1
            continue
        _check(file, cell)
        key = (currencies()[cell.economy].code, cell.year)
        if key in taken:
            left_out["of a currency that another economy of the file has too"] += 1
            cell = _one_of(file, key, taken[key], cell)
        taken[key] = cell
    rows = tuple(_rate(currency, cell) for (currency, _), cell in taken.items())
    return Found(rows, dict(left_out), _updated(file), NOTE)


def _reason(cell: Cell, pair: Pair) -> str:
    """Why a number is left out; empty where it is taken."""
    currency = currencies().get(cell.economy)
    if currency is None:
        return "of groups of economies, or of economies without one currency"
    if not _asked(cell.economy, pair):
        return OTHER_PAIRS
    if currency.code == "USD":
        return "of the dollar itself"
    if cell.printed in MISSING:
        return "without a rate"
    return "before an economy took its present currency" if cell.year < currency.since else ""


def _asked(economy: str, pair: Pair) -> bool:
    """Whether the rate of an economy is asked for: it is one of the pair, or any is."""
    wanted = {pair.economy, pair.partner} - {""}
    return not wanted or economy in wanted


def _check(file: File, cell: Cell) -> None:
    try:
        above = readings.numeral(cell.printed).value > 0
    except ValueError as fault:
        raise file.fault(cell.row, str(fault)) from fault
    if not above:
        raise file.fault(cell.row, f"the rate of {cell.economy} for {cell.year} is not above 0")


def _one_of(file: File, key: tuple[str, int], first: Cell, second: Cell) -> Cell:
    """Of two economies with one currency the one to be taken: they tell the same, or the area."""
    if readings.numeral(first.printed).value == readings.numeral(second.printed).value:
        return first
    for one in (first, second):
        if one.economy == EURO_AREA:
            return one
    currency, year = key
    raise file.fault(
        second.row,
        f"{second.printed} for {second.economy} is a second rate of {currency} for {year}, after "
        f"{first.printed} for {first.economy} in row {first.row}: ask for one of the two",
    )


def _rate(currency: str, cell: Cell) -> Rate:
    return Rate(cell.row, currency, *periods.year(cell.year), "annual_average", cell.printed)


def _updated(file: File) -> str:
    """The day on which the provider last updated its data, as far as the file says; else empty."""
    if file.text.lstrip()[:1] == "[":
        told = str(file.json()[0].get("lastupdated", ""))
    else:
        found = UPDATED.search(file.text)
        told = found.group(1) if found else ""
    american = re.fullmatch(r"(\d{2})/(\d{2})/(\d{4})", told)
    return "-".join(american.group(3, 1, 2)) if american else told


def _cells(file: File) -> Iterator[Cell]:
    """The numbers of the file, missing ones too."""
    start = file.text.lstrip()[:1]
    if start == "[":
        return _from_api(file)
    return _from_records(file, _data360(file) if start == "{" else _table(file))


def _from_api(file: File) -> Iterator[Cell]:
    answer = file.json()
    if len(answer) < 2 or not isinstance(answer[1], list):
        raise file.fault(None, f"is no answer with data: {str(answer[0])[:200]}")
    if int(answer[0].get("pages", 1)) > 1:
        told = f"is page {answer[0]['page']} of {answer[0]['pages']}"
        raise file.fault(None, f"{told}: ask for all rows at once, with per_page=20000")
    for row, record in enumerate(answer[1], 1):
        if record["indicator"]["id"] != INDICATOR:
            raise file.fault(row, f"is of {record['indicator']['id']}, not of {INDICATOR}")
        value = record["value"]
        yield Cell(row, record["countryiso3code"], int(record["date"]), _text(value))


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _data360(file: File) -> Iterator[tuple[int, Record]]:
    """The observations of Data360's JSON."""
    for row, record in enumerate(file.json().get("value", []), 1):
        yield row, {name: _text(cell) for name, cell in record.items()}


def _table(file: File) -> Iterator[tuple[int, Record]]:
    """The rows of a CSV below its header, which may have lines above and a footer below."""
    reader = csv.reader(io.StringIO(file.text, newline=""))
    header: list[str] = []
    line = 1
    for cells in reader:
        if header and 1 < len(cells) < len(header):
            told = f"has {len(cells)} cells where the header has {len(header)}"
            raise file.fault(line, f"{told}: save the whole file")
        if header and len(cells) > 1:
            yield line, dict(zip(header, cells, strict=False))
        elif {"Country Code", "REF_AREA"} & set(cells):
            header = cells
        line = reader.line_num + 1
    if not header:
        raise file.fault(
            1, "has no header with Country Code or REF_AREA: save the file as it comes"
        )


def _from_records(file: File, records: Iterator[tuple[int, Record]]) -> Iterator[Cell]:
    """A cell a record, or a cell a year where years are columns; other indicators passed over."""
    some = False
    for row, record in records:
        code = record.get("Indicator Code") or record.get("Series Code") or record["INDICATOR"]
        if code.replace("WB_WDI_", "").replace("_", ".") != INDICATOR:
            continue
        some = True
        if "TIME_PERIOD" in record:
            year = int(record["TIME_PERIOD"][:4])
            yield Cell(row, record["REF_AREA"], year, record["OBS_VALUE"])
            continue
        for name, cell in record.items():
            if found := YEAR.fullmatch(name):
                economy = record.get("Country Code") or record["REF_AREA"]
                yield Cell(row, economy, int(found.group(1)), cell.strip())
    if not some:
        raise file.fault(None, f"has no row of {INDICATOR}: save the official exchange rate")


ADAPTER = Adapter(
    PROVIDER,
    "Official exchange rate (LCU per US$, period average)",
    "the API's JSON, a download's CSV, the bulk CSV of WDI, DataBank or Data360",
    read,
    signs=(INDICATOR, "PA_NUS_FCRF"),
)
