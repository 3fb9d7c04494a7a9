"""International Merchandise Trade Statistics of the IMF: an answer of the API, a portal's table.

Values are plain US dollars. The attribute SCALE (6, "Millions") tells how the portal shows them and
changes nothing; multiplying by it makes every flow a million times too large. The statistics that
came before, Direction of Trade, did count in millions: files with their indicators (TXG_FOB_USD)
are refused. Exports are fob, imports cif or fob; a balance follows from the two and is left out.
Economies are named by ISO 3166-1 alpha-3, Kosovo by KOS; groups by G and digits (G001 is the
world), or by other codes with digits, and are no economies. What a partner reported or the IMF
estimated fills gaps and is marked by STATUS where the file says so.
"""

from __future__ import annotations

import re
from datetime import date

from analysis.adapters import periods
from analysis.adapters.areas import Area
from analysis.adapters.files import File, Record
from analysis.adapters.rows import Adapter, Found, Observation, Pair
from analysis.adapters.sdmx_files import TIME, VALUE, observations
from analysis.adapters.taking import Taking

PROVIDER = "IMF IMTS"
FLOWS = {
    "XG_FOB_USD": ("exports", "fob"),
    "MG_CIF_USD": ("imports", "cif"),
    "MG_FOB_USD": ("imports", "fob"),
}
BALANCE = "TBG_USD"
DIRECTION_OF_TRADE = re.compile(r"T(XG|MG|BG)_(FOB_|CIF_)?USD")
NEEDED = ("COUNTRY", "INDICATOR", "COUNTERPART_COUNTRY", "FREQUENCY", TIME)
STATUS = {"E": "estimated", "I": "estimated", "P": "provisional", "R": "revised"}
SERIES = re.compile(r"(?P<COUNTRY>\w+)\.(?P<INDICATOR>\w+)\.(?P<COUNTERPART_COUNTRY>\w+)\.[AQM]")
FREQUENCIES = {"A": "A", "Q": "Q", "M": "M", "Annual": "A", "Quarterly": "Q", "Monthly": "M"}
#: Of an SDMX service and of a table that spells the frequency out.
PERIOD = re.compile(r"(?P<year>\d{4})(-(?:M?(?P<month>\d{2})|Q(?P<quarter>[1-4])|A1))?")
#: What the IMF names otherwise than ISO 3166-1.
OWN = {"KOS": Area("KOS", "XKX", "economy", "Kosovo")}
NOTE = "values are plain US dollars; SCALE tells how they are shown, and is not applied"


def read(file: File, pair: Pair) -> Found:
    """The flows of a file. The vintage is the day of its update where every row has the same.

    Raises ValueError where an area, period or value cannot be taken, the unit is none of US
    dollars, or the file has a second number for a flow and period.
    """
    taking = Taking(file, pair)
    updated = set()
    for row, record in observations(file):
        updated.add(record.get("UPDATE_DATE", "")[:10])
        _enter(taking, row, _coded(file, row, record))
    day = updated.pop() if len(updated) == 1 else ""
    return taking.found(day if re.fullmatch(r"\d{4}-\d{2}-\d{2}", day) else "", NOTE)


def _coded(file: File, row: int, record: Record) -> Record:
    """The record with codes for names, where the code of its series tells them."""
    series = SERIES.fullmatch(record.get("SERIES_CODE", ""))
    known = {**record, **(series.groupdict() if series else {})}
    if missing := [name for name in NEEDED if not known.get(name)]:
        raise file.fault(row, f"has no {', '.join(missing)}: save the answer as it comes")
    return known


def _enter(taking: Taking, row: int, record: Record) -> None:
    """Take one observation, or count why it is left out."""
    indicator = record["INDICATOR"]
    if indicator == BALANCE:
        return taking.leave("of a balance, which follows from exports and imports")
    _check_dollars(taking.file, row, record)
    codes = [record["COUNTRY"], record["COUNTERPART_COUNTRY"]]
    economies = taking.both(row, *((code, area(code)) for code in codes))
    if not economies:
        return None
    if record.get(VALUE, "") in ("", "NaN"):
        return taking.leave("without a value")
    flow, valuation = FLOWS[indicator]
    first, last = _period(taking.file, row, record)
    reporter, partner = economies
    return taking.take(
        Observation(
            row, PROVIDER, reporter, reporter, partner, flow, valuation, first, last, "USD",
            record[VALUE], status=_status(record),
        )
    )  # fmt: skip


def _check_dollars(file: File, row: int, record: Record) -> None:
    """Raise ValueError unless the indicator and the unit are of goods in plain US dollars."""
    indicator = record["INDICATOR"]
    if DIRECTION_OF_TRADE.fullmatch(indicator):
        told = f"{indicator} is of Direction of Trade, whose values are in millions"
        raise file.fault(row, f"{told}: save the same from IMTS, which counts in US dollars")
    if indicator not in FLOWS:
        raise file.fault(row, f"the indicator {indicator!r} is none of {', '.join(FLOWS)}")
    unit = record.get("UNIT", "USD")
    if unit not in ("", "USD", "US dollar"):
        raise file.fault(row, f"the unit is {unit!r}, and {indicator} is in US dollars")


def area(code: str) -> Area | None:
    """The area that the IMF means by a code; None where it is no code of its list."""
    import pycountry

    if code in OWN:
        return OWN[code]
    if re.search(r"[\d_]", code):
        return Area(code, "", "group", "(a group of economies)")
    if (found := pycountry.countries.get(alpha_3=code)) is not None:
        return Area(code, code, "economy", found.name)
    former = pycountry.historic_countries.get(alpha_3=code)
    return None if former is None else Area(code, "", "former", former.name)


def _period(file: File, row: int, record: Record) -> tuple[date, date]:
    """First and last day, held against the frequency."""
    text, frequency = record[TIME], FREQUENCIES.get(record["FREQUENCY"], "")
    found = PERIOD.fullmatch(text)
    if found and found["month"] and frequency == "M" and 1 <= int(found["month"]) <= 12:
        return periods.month(int(found["month"]), int(found["year"]))
    if found and found["quarter"] and frequency == "Q":
        last = 3 * int(found["quarter"])
        year = int(found["year"])
        return periods.month(last - 2, year)[0], periods.month(last, year)[1]
    if found and not found["month"] and not found["quarter"] and frequency == "A":
        return periods.year(int(found["year"]))
    told = f"the period {text!r} and the frequency {record['FREQUENCY']!r} do not fit together"
    raise file.fault(row, f"{told}: 2018 is of A, 2018-Q1 of Q, 2018-M01 of M")


def _status(record: Record) -> str:
    """The status of the number, where the file tells one that the tables know."""
    told = record.get("STATUS") or record.get("OBS_STATUS") or ""
    return STATUS.get(told, "")


ADAPTER = Adapter(
    PROVIDER,
    "International trade in goods by partner country (IMTS)",
    "SDMX-CSV, SDMX-JSON or SDMX-ML of the API, or the portal's CSV",
    read,
    signs=("XG_FOB_USD", "MG_CIF_USD", "MG_FOB_USD", "COUNTERPART_COUNTRY"),
)
