"""A saved answer of an SDMX service -> its observations as records, each cell as printed.

SDMX-CSV 1 and 2 and the table that a data portal saves (codes in columns named `.ID`; a row an
observation, or a row a series with a column a period); SDMX-JSON 1 and 2; SDMX-ML, generic or
structure-specific, through `sdmx1`. `sdmx1` 2.28 reads no SDMX-CSV 1, the second only with a
structure definition that no saved file carries, of SDMX-JSON only the first, with attributes of
series misplaced and digits lost to floats: those are read here.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from typing import Any

from analysis.adapters.files import File, Record

PERIOD = re.compile(r"\d{4}(-(M?(0[1-9]|1[0-2])|Q[1-4]|A1))?")
TIME, VALUE = "TIME_PERIOD", "OBS_VALUE"


def observations(file: File) -> Iterator[tuple[int, Record]]:
    """Each observation with its row: dimensions, TIME_PERIOD, OBS_VALUE and attributes by id.

    The row is a line of a CSV, else the number of the observation. Raises ValueError where the
    file is none of these, ModuleNotFoundError where SDMX-ML is given without `sdmx1`.
    """
    start = file.text.lstrip()[:1]
    if start == "<":
        return _from_ml(file)
    return _from_json(file) if start == "{" else _from_csv(file)


def _from_csv(file: File) -> Iterator[tuple[int, Record]]:
    for row, cells in file.table():
        record = _by_id(cells)
        periods = [name for name in record if PERIOD.fullmatch(name)]
        if TIME in record and VALUE in record:
            if record.get("ACTION", "I") == "D":
                raise file.fault(row, "deletes an observation: save the data, not their changes")
            yield row, record
            continue
        if not periods:
            raise file.fault(1, f"the header has neither {TIME} and {VALUE} nor a column a period")
        series = {name: cell for name, cell in record.items() if name not in periods}
        for period in periods:
            if record[period]:
                yield row, {**series, TIME: period, VALUE: record[period]}


def _by_id(cells: Record) -> Record:
    """The cells under the ids of their columns; codes alone, where code and name stand together."""
    known = {name.split(":")[0].strip(): cell for name, cell in cells.items()}
    both = any(": " in name for name in cells)
    codes = {name.removesuffix(".ID"): cell for name, cell in known.items() if name.endswith(".ID")}
    found = {**known, **codes}
    return {name: cell.split(": ")[0] for name, cell in found.items()} if both else found


def _from_json(file: File) -> Iterator[tuple[int, Record]]:
    """SDMX-JSON: keys of series and observations are places in lists of codes."""
    whole = file.json()
    data = whole.get("data", whole)
    known = data if isinstance(data, dict) else {}
    structures = known.get("structures") or [known.get("structure")]
    if not known.get("dataSets") or not structures[0]:
        raise file.fault(None, "has no data sets with their structure: save the answer as it comes")
    row = 0
    for each in data["dataSets"]:
        structure = structures[int(each.get("structure", 0))]
        for series_key, series in (each.get("series") or {"": each}).items():
            told = _placed(structure, "series", series_key, series.get("attributes", []))
            for key, (value, *attributes) in series["observations"].items():
                row += 1
                one = _placed(structure, "observation", key, attributes)
                yield row, {**told, **one, VALUE: "" if value is None else str(value)}


def _placed(structure: Any, level: str, key: str, attributes: list[Any]) -> Record:
    """Dimensions and attributes of a level by their places."""
    dimensions = structure["dimensions"].get(level, [])
    found = {
        dimension["id"]: _code(dimension["values"][int(place)])
        for dimension, place in zip(dimensions, key.split(":") if key else [], strict=False)
    }
    named = structure.get("attributes", {}).get(level, [])
    for attribute, place in zip(named, attributes, strict=False):
        if place is not None and str(place).isdecimal() and attribute.get("values"):
            found[attribute["id"]] = _code(attribute["values"][int(place)])
    return found


def _code(value: Any) -> str:
    """The id of a listed value; periods may have a value alone."""
    return str(value.get("id", value.get("value", value.get("name", ""))))


def _from_ml(file: File) -> Iterator[tuple[int, Record]]:
    try:
        import sdmx
    except ModuleNotFoundError as fault:
        raise ModuleNotFoundError(
            "SDMX-ML needs sdmx1: pip install 'reported-trade-figures[sdmx]'"
        ) from fault
    logging.getLogger("sdmx").setLevel(logging.ERROR)  # that the structure is not given is known
    try:
        message = sdmx.read_sdmx(io.BytesIO(file.content), format="XML")
    except Exception as fault:  # whatever stops the parser, the file is not readable
        raise file.fault(None, f"not readable as SDMX-ML: {fault}") from fault
    rows = (one for each in getattr(message, "data", []) for one in each.obs)
    for row, one in enumerate(rows, 1):
        dimensions = {name: str(value.value) for name, value in one.key.values.items()}
        attributes = {name: str(value.value) for name, value in one.attrib.items()}
        yield row, {**attributes, **dimensions, VALUE: "" if one.value is None else str(one.value)}
