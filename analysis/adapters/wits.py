"""World Integrated Trade Solution: the API's answer as JSON, or a table of a query as CSV.

WITS passes UN Comtrade's numbers on in thousands of US dollars, as exports fob and imports cif.
Taken are totals of goods: the product Total of the indicators XPRT-TRD-VL and MPRT-TRD-VL, or of
the flows Export and Import.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from analysis.adapters import areas, periods
from analysis.adapters.files import File
from analysis.adapters.rows import Adapter, Found, Observation, Pair
from analysis.adapters.taking import Taking

PROVIDER = "World Bank WITS"
THOUSAND = 1000
EXPORTS, IMPORTS = ("exports", "fob"), ("imports", "cif")
#: How indicators and tables name the flows, in small letters.
FLOWS = {
    "xprt-trd-vl": EXPORTS,
    "export": EXPORTS,
    "gross exports": EXPORTS,
    "gross exp.": EXPORTS,
    "mprt-trd-vl": IMPORTS,
    "import": IMPORTS,
    "gross imports": IMPORTS,
    "gross imp.": IMPORTS,
}
#: The columns of the two tables: reporter, partner, year, flow, product, value.
TABLES = (
    (
        "ReporterISO3", "PartnerISO3", "Year", "TradeFlowName", "ProductCode",
        "TradeValue in 1000 USD",
    ),
    ("Reporter", "Partner", "Year", "TradeFlow", "ProductCode", "Trade Value 1000USD"),
)  # fmt: skip
DIMENSIONS = ("REPORTER", "PARTNER", "TIME_PERIOD", "INDICATOR", "PRODUCTCODE", "OBS_VALUE")


class Line(NamedTuple):
    """One number of a file as WITS tells it."""

    reporter: str
    partner: str
    year: str
    flow: str
    product: str
    printed: str


def read(file: File, pair: Pair) -> Found:
    """The totals of a file. The vintage is the day on which WITS prepared a JSON answer.

    Raises ValueError where the file is no table or answer of WITS, an area is not known, or there
    is a second number for a flow and year.
    """
    taking, prepared = Taking(file, pair), ""
    if file.text.lstrip().startswith("{"):
        answer = file.json()
        prepared = str(answer.get("header", {}).get("prepared", ""))[:10]
        lines = _answer(file, answer)
    else:
        lines = _table(file)
    for row, line in lines:
        _enter(taking, row, line)
    return taking.found(prepared, "values in thousands of US dollars")


def _table(file: File) -> Iterator[tuple[int, Line]]:
    header = file.text.partition("\n")[0]
    columns = next((names for names in TABLES if f"{names[-1]}" in header), TABLES[0])
    for row, record in file.table(*columns):
        yield row, Line(*(record[name] for name in columns))


def _answer(file: File, answer: Any) -> Iterator[tuple[int, Line]]:
    """The observations of SDMX-JSON, whose keys are places in the lists of the dimensions."""
    try:
        dimensions = answer["structure"]["dimensions"]
        axes = [*dimensions["series"], *dimensions["observation"]]
        number = 0
        for series, found in answer["dataSets"][0]["series"].items():
            for time, values in found["observations"].items():
                number += 1
                yield number, _line(axes, [*series.split(":"), time], values[0])
    except (KeyError, IndexError, TypeError, AttributeError) as fault:
        lacks = f": it has no {fault.args[0]}" if isinstance(fault, KeyError) else ""
        raise file.fault(None, f"is no answer of WITS (SDMX-JSON){lacks}") from fault


def _line(axes: list[Any], places: list[str], printed: Any) -> Line:
    told = {
        axis["id"]: axis["values"][int(place)]["id"]
        for axis, place in zip(axes, places, strict=False)
    }
    told["OBS_VALUE"] = "" if printed is None else str(printed)
    return Line(*(told[name] for name in DIMENSIONS))


def _enter(taking: Taking, row: int, line: Line) -> None:
    """Take the number of a line, or count why it is left out."""
    if line.flow.lower() not in FLOWS:
        return taking.leave(f"of {line.flow}, which is not the value of exports or imports")
    if line.product.strip().lower() != "total":
        return taking.leave("of a part of the total (products)")
    sides = [(code, areas.wits(code)) for code in (line.reporter, line.partner)]
    economies = taking.both(row, *sides)
    if not economies:
        return None
    if not line.printed:
        return taking.leave("without a value")
    if not (line.year.isdigit() and len(line.year) == 4):
        raise taking.file.fault(row, f"{line.year!r} is no year")
    flow, valuation = FLOWS[line.flow.lower()]
    reporter, partner = economies
    one = Observation(
        row, PROVIDER, reporter, reporter, partner, flow, valuation,
        *periods.year(int(line.year)), "USD", line.printed, THOUSAND,
    )  # fmt: skip
    return taking.take(one)


ADAPTER = Adapter(
    PROVIDER,
    "Trade statistics by country and product",
    "the API's answer (tradestats-trade) as JSON, or a table of a query as CSV",
    read,
    signs=("WITS_TradeStats", "TRD-VL", "TradeFlow", "Trade Value 1000USD"),
)
