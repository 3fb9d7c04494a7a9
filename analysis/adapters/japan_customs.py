"""Trade Statistics of Japan: the customs' time series by country, or e-Stat's totals by country.

The time series (`d42ma001.csv` by month, `d42ca001.csv` by calendar year, `d42fa001.csv` by fiscal
year) have a column for the exports and one for the imports of each country: `Exp-304`, `Imp-304`.
Tables of e-Stat (`Exp or Imp`, `Year`, `Country`, `Value-Year`, `Value-Jan`, ...) have a row for
each country and direction. Values are thousands of yen, rounded down; exports are fob by final
destination, imports cif by origin. Months that are not published yet are filled with 0.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from analysis.adapters import areas, periods
from analysis.adapters.files import File, Record
from analysis.adapters.rows import Adapter, Found, Observation, Pair
from analysis.adapters.taking import Taking

PROVIDER = "Ministry of Finance, Trade Statistics of Japan"
OFFICE = "Japan Customs"
THOUSAND = 1000
FLOWS = {"Exp": ("exports", "fob"), "Imp": ("imports", "cif")}
DIRECTIONS = {"1": "Exp", "2": "Imp"}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SERIES = re.compile(r"(Exp|Imp)-(\d{3})")
NAME = re.compile(r"d\d\d([mcf])a\d*", re.IGNORECASE)
COMMODITIES = ("HS", "Commodity", "Custom")
UNPUBLISHED = "of a period that is not published yet (0 throughout)"


class Cell(NamedTuple):
    """One number: where it stands, exports or imports, the country's code, the period."""

    row: int
    direction: str
    country: str
    period: tuple[date, date]
    printed: str


def read(file: File, pair: Pair) -> Found:
    """The numbers of a file. Its vintage is not told in it.

    Raises ValueError where the file holds commodities instead of totals, the kind of its years
    cannot be told, or a country is not known.
    """
    taking = Taking(file, pair)
    text = file.decoded("cp932")
    cells = _estat(taking) if "Exp or Imp" in text.partition("\n")[0] else _series(taking, text)
    for cell in cells:
        _enter(taking, cell)
    return taking.found(note="thousands of yen, rounded down; imports by country of origin")


def _enter(taking: Taking, cell: Cell) -> None:
    japan = ("JPN", areas.Area("JPN", "JPN", "economy", "Japan"))
    economies = taking.both(cell.row, japan, (cell.country, areas.japan_customs(cell.country)))
    if not economies:
        return None
    if not cell.printed:
        return taking.leave("without a value")
    flow, valuation = FLOWS[cell.direction]
    one = Observation(
        cell.row, PROVIDER, "JPN", "JPN", economies[1], flow, valuation, *cell.period,
        "JPY", cell.printed, THOUSAND, OFFICE,
    )  # fmt: skip
    return taking.take(one)


def _series(taking: Taking, text: str) -> Iterator[Cell]:
    """The numbers of a time series, whose header stands below a title and the unit."""
    rows = [[c.strip() for c in row] for row in csv.reader(io.StringIO(text, newline=""))]
    head = next((i for i, row in enumerate(rows) if row and row[0].startswith("Years")), None)
    if head is None:
        told = "has neither the header Years/Months, Exp-..., Imp-... nor Exp or Imp, Year, Country"
        raise taking.file.fault(1, f"{told}: save the CSV as the customs or e-Stat give it")
    places = [(p, fits) for p, name in enumerate(rows[head]) if (fits := SERIES.fullmatch(name))]
    for number, row in enumerate(rows[head + 1 :], head + 2):
        if not row or not row[0]:
            continue
        if not any(cell.strip("0") for cell in row[1:]):
            taking.leave(UNPUBLISHED)
            continue
        period = _period(taking.file, number, row[0])
        for place, name in places:
            yield Cell(number, name[1], name[2], period, row[place] if place < len(row) else "")


def _period(file: File, row: int, text: str) -> tuple[date, date]:
    """A month (2019/01), or a year whose kind is the letter in the provider's name of the file."""
    if fits := re.fullmatch(r"(\d{4})/(0[1-9]|1[0-2])", text):
        return periods.month(int(fits[2]), int(fits[1]))
    name = NAME.match(file.path.name)
    kind = name[1].lower() if name else ""
    if re.fullmatch(r"\d{4}", text) and kind in ("c", "f"):
        return periods.year(int(text)) if kind == "c" else periods.fiscal_year(int(text))
    raise file.fault(
        row,
        f"{text!r} is no month, and whether years are calendar or fiscal ones stands in the "
        "name alone: keep the name of the provider, as d42ca001.csv or d42fa001.csv",
    )


def _estat(taking: Taking) -> Iterator[Cell]:
    """The numbers of a table of e-Stat by country; the year only where every month is published."""
    rows = list(taking.file.table("Exp or Imp", "Year", "Country", "Value-Year"))
    if parts := [name for name in COMMODITIES if rows and name in rows[0][1]]:
        raise taking.file.fault(
            1,
            f"has a column {parts[0]}: it holds a part of the trade, and no total can be made of "
            "it; save the time series by country (d42ma001.csv and its like) instead",
        )
    months = [name for name in MONTHS if any(_value(row, name).strip("0") for _, row in rows)]
    if missing := len(rows) * (len(MONTHS) - len(months)):
        taking.left_out[UNPUBLISHED] += missing
    for number, row in rows:
        for name in months:
            period = periods.month(MONTHS.index(name) + 1, int(row["Year"]))
            yield _cell(taking.file, number, row, period, _value(row, name))
        if len(months) == len(MONTHS):
            year = periods.year(int(row["Year"]))
            yield _cell(taking.file, number, row, year, row["Value-Year"])


def _value(row: Record, month: str) -> str:
    """The value of a month; some files spell April "Apl"."""
    return row.get(f"Value-{month}", row.get("Value-Apl", "") if month == "Apr" else "")


def _cell(file: File, number: int, row: Record, period: tuple[date, date], printed: str) -> Cell:
    direction = DIRECTIONS.get(row["Exp or Imp"])
    if direction is None:
        raise file.fault(number, f"Exp or Imp is {row['Exp or Imp']!r}, which is neither 1 nor 2")
    return Cell(number, direction, row["Country"].strip("'"), period, printed)


ADAPTER = Adapter(
    PROVIDER,
    "Value of exports and imports by country",
    "the customs' time series by country (d42...csv), or e-Stat's table by country",
    read,
    signs=("Exp or Imp", "Exp-103"),
)
