"""UN Comtrade: the answer of the API saved as JSON, or its table as CSV (comma or tab).

Taken are totals of goods: cmdCode TOTAL, customsCode C00, motCode 0, mosCode 0, partner2Code 0.
Anything else is a part of a total and would be counted twice. Re-exports are inside the exports.
`primaryValue` is fob for exports and cif for imports; `fobvalue` and `cifvalue`, where given beside
it, become rows of their own valuation. `refMonth` 52 stands for the year. `legacyEstimationFlag`
speaks of quantities and weights alone (0 none, 2 quantity, 4 weight, 6 both), so it says nothing of
a value; a row neither reported nor added up by the provider is an estimate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from analysis import readings
from analysis.adapters import areas, periods
from analysis.adapters.files import File, Record
from analysis.adapters.rows import Adapter, Found, Observation, Pair
from analysis.adapters.taking import Taking

PROVIDER = "UN Comtrade"
#: Row counts at which an answer is cut off: the preview, the free and the paid subscription.
CAPS = (500, 100_000, 250_000)
FLOWS = {"X": ("exports", "fob"), "M": ("imports", "cif")}
#: Column -> the value of a total; an empty cell is one too.
TOTALS = {
    "cmdCode": "TOTAL",
    "customsCode": "C00",
    "motCode": "0",
    "mosCode": "0",
    "partner2Code": "0",
}
NEEDED = ("period", "reportercode", "partnercode", "flowcode", "cmdcode", "primaryvalue")
WHOLE_YEAR = "52"
RELEASED = re.compile(r"\[(\d{4}-\d{2}-\d{2})\]")


def read(file: File, pair: Pair) -> Found:
    """The totals of a file. The vintage is the day of release in the name of a bulk file, if any.

    Raises ValueError where the file is cut off at a known cap, has a code, period or value that
    cannot be taken, or a second number for a flow and period.
    """
    records = list(_records(file))
    if len(records) in CAPS:
        raise file.fault(
            None,
            f"has {len(records)} rows, at which answers are cut off: ask for fewer reporters, "
            "partners or periods at a time, and save each answer",
        )
    taking = Taking(file, pair)
    for row, record in records:
        _enter(taking, row, record)
    released = RELEASED.search(file.path.name)
    return taking.found(released.group(1) if released else "")


def _records(file: File) -> Iterator[tuple[int, Record]]:
    """The rows of the file, column names in small letters: spellings differ between endpoints."""
    rows = _from_json(file) if file.text.lstrip()[:1] in ("{", "[") else file.table()
    for row, record in rows:
        small = {name.lower(): cell for name, cell in record.items()}
        if missing := [name for name in NEEDED if name not in small]:
            raise file.fault(row, f"has no {', '.join(missing)}: save the answer as it comes")
        yield row, small


def _from_json(file: File) -> Iterator[tuple[int, Record]]:
    """The records of an answer, or of a list of records alone."""
    answer = file.json()
    whole = answer if isinstance(answer, dict) else {"data": answer}
    if told := whole.get("error") or ("statusCode" in whole and whole.get("message")):
        raise file.fault(None, f"is an error of the provider: {told}")
    records = whole.get("data")
    if not isinstance(records, list):
        raise file.fault(None, "has no list of rows under `data`: save the answer as it comes")
    if (count := str(whole.get("count", len(records)))) != str(len(records)):
        numbers = f"says that it has {count} rows, and has {len(records)}"
        raise file.fault(None, f"{numbers}: save the whole answer")
    for number, record in enumerate(records, 1):
        yield number, {name: _text(cell) for name, cell in record.items()}


def _text(cell: Any) -> str:
    """A cell of JSON as a CSV would print it; numbers are text already."""
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def _enter(taking: Taking, row: int, record: Record) -> None:
    """Take the observations of one row, or count why it is left out."""
    if reason := _detail(record):
        return taking.leave(reason)
    codes = [_area(taking.file, row, record, side) for side in ("reporter", "partner")]
    economies = taking.both(row, *codes)
    if not economies:
        return None
    if not record["primaryvalue"]:
        return taking.leave("without a value")
    period = _period(taking.file, row, record)
    reporter, partner = economies
    flow, _ = FLOWS[record["flowcode"]]
    for valuation, printed in _values(taking.file, row, record).items():
        one = Observation(
            row, PROVIDER, reporter, reporter, partner, flow, valuation, *period, "USD", printed,
            status=_status(record),
        )  # fmt: skip
        taking.take(one)
    return None


def _detail(record: Record) -> str:
    """Why a row is no total of exports or imports; empty where it is one."""
    if record["flowcode"] not in FLOWS:
        return f"of the flow {record['flowcode']}, which is not exports or imports as a whole"
    if record.get("typecode", "") == "S":
        return "of services"
    for column, total in TOTALS.items():
        cell = record.get(column.lower(), "")
        if cell not in ("", total):
            return f"of a part of the total ({column} other than {total})"
    return ""


def _area(file: File, row: int, record: Record, side: str) -> tuple[str, areas.Area | None]:
    """Code and area of one side, held against the alpha-3 code that the row gives beside it."""
    code, iso = record[f"{side}code"], record.get(f"{side}iso", "")
    area = areas.comtrade(code)
    if area is not None and area.economy and iso and iso != area.economy:
        told = f"{side}Code {code} is {area.economy}, and {side}ISO beside it is {iso}"
        raise file.fault(row, f"{told}: find out which is meant, and save the answer again")
    return code, area


def _period(file: File, row: int, record: Record) -> tuple[date, date]:
    """First and last day, from `period`, held against `refMonth` and `freqCode`."""
    text = record["period"]
    month, frequency = record.get("refmonth", ""), record.get("freqcode", "")
    if re.fullmatch(r"\d{4}", text) and month in ("", WHOLE_YEAR) and frequency in ("", "A"):
        return periods.year(int(text))
    fits = re.fullmatch(r"(\d{4})(0[1-9]|1[0-2])", text)
    if fits and month in ("", str(int(fits[2]))) and frequency in ("", "M"):
        return periods.month(int(fits[2]), int(fits[1]))
    told = f"period {text}, refMonth {month or 'empty'} and freqCode {frequency or 'empty'}"
    raise file.fault(row, f"{told} do not fit together: 52 stands for the whole year")


def _values(file: File, row: int, record: Record) -> dict[str, str]:
    """Valuation -> number as printed: `primaryValue` first, then what is told beside it.

    A zero beside another number is what the provider writes for "not given".
    """
    primary, usual = record["primaryvalue"], FLOWS[record["flowcode"]][1]
    sizes = {name: _size(file, row, record, f"{name}value") for name in ("fob", "cif")}
    told = {name: record[f"{name}value"] for name, size in sizes.items() if size}
    size = _size(file, row, record, "primaryvalue")
    if usual in told and sizes[usual] != size:
        numbers = f"primaryValue is {primary} and {usual}value {told[usual]}"
        raise file.fault(row, f"{numbers}: they ought to be the same; save the answer again")
    own = usual if usual in told else next((n for n in told if sizes[n] == size), usual)
    return {own: primary} | {name: number for name, number in told.items() if name != own}


def _size(file: File, row: int, record: Record, column: str) -> Any:
    """The exact size of a number; 0 where there is none."""
    printed = record.get(column, "")
    try:
        return readings.numeral(printed).value if printed else 0
    except ValueError as fault:
        raise file.fault(row, f"{column}: {fault}") from fault


def _status(record: Record) -> str:
    flags = {record.get("isreported", "").lower(), record.get("isaggregate", "").lower()}
    return "estimated" if flags == {"false"} else ""


ADAPTER = Adapter(
    PROVIDER,
    "International merchandise trade, API",
    "the answer of the API as JSON, or its table as CSV",
    read,
    signs=("primaryValue", "fobvalue", "cifvalue"),
)
