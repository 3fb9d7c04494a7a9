"""Each cell against the type, list and pattern of its column, by pandera on the description."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import pandas as pd

from analysis.tables.files import RawTable

Field = dict[str, Any]
Test = Callable[[pd.Series], pd.Series]
ORDER = ("required", "type", "list", "code", "pattern", "minimum")
NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")
CODES = {
    "ISO 3166-1": "an economy (ISO 3166-1 alpha-3)",
    "ISO 4217": "a currency (ISO 4217)",
    "unit": "a currency (ISO 4217)",
}
TYPES = {
    "date": "is not a day of the calendar: write it as 2018-12-31",
    "number": "is not a number: write digits with a point and no thousands sign, as 16.4",
    "integer": "is not a whole number: write digits alone",
    "boolean": "is neither true nor false",
}


def check(table: RawTable) -> pd.DataFrame:
    """The table with every faulty cell emptied, so that no later rule stumbles over it again.

    Each faulty cell is blamed once, by the first rule it breaks: required, type, list, code,
    pattern, minimum. A column that is missing altogether is not blamed again cell by cell.
    """
    absent = {fault.column for fault in table.faults if fault.rule == "missing column"}
    fields = {f["name"]: f for f in table.schema["fields"] if f["name"] not in absent}
    frame = table.frame.copy()
    spoilt = {(fault.row, fault.column) for fault in table.faults if fault.column in fields}
    for row, column in spoilt - {(1, column) for column in fields}:
        frame.loc[row, column] = None
    for (row, column), rule in _failures(table.frame, list(fields.values())).items():
        if (row, column) in spoilt:
            continue
        shown = "" if pd.isna(frame[column][row]) else str(frame[column][row])
        table.blame(row, column, shown, rule, _sentence(fields[column], rule, shown))
        frame.loc[row, column] = None
    return frame


def _failures(frame: pd.DataFrame, fields: list[Field]) -> dict[tuple[int, str], str]:
    """(row, column) -> the first rule that the cell breaks."""
    import pandera.errors
    import pandera.pandas as pa

    columns = {field["name"]: _column(pa, field) for field in fields if _limited(field)}
    schema = pa.DataFrameSchema(columns)
    try:
        schema.validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as errors:
        cases = errors.failure_cases[["index", "column", "check"]].itertuples(
            index=False, name=None
        )
        broken = sorted((_rank(check), int(row), column) for row, column, check in cases)
        return {(row, column): ORDER[rank] for rank, row, column in reversed(broken)}
    return {}


def _rank(check: str) -> int:
    return 0 if check == "not_nullable" else ORDER.index(check)


def _limited(field: Field) -> bool:
    """Whether the description asks anything of a column: any text is fine in a note."""
    return field["type"] != "string" or "codes" in field or bool(field.get("constraints"))


def _column(pa: Any, field: Field) -> Any:
    """A pandera column of text with the checks that the description asks for."""
    limits = field.get("constraints", {})
    return pa.Column(
        nullable=not limits.get("required", False),
        checks=[pa.Check(test, error=rule, name=rule) for rule, test in _tests(field, limits)],
    )


def _tests(field: Field, limits: dict[str, Any]) -> list[tuple[str, Test]]:
    tests: list[tuple[str, Test]] = []
    if field["type"] != "string":
        tests.append(("type", _type_test(field)))
    if "enum" in limits:
        allowed = {str(item) for item in limits["enum"]}
        tests.append(("list", lambda column: column.isin(allowed)))
    if "pattern" in limits:
        tests.append(("pattern", lambda column: column.str.fullmatch(limits["pattern"])))
    if "codes" in field:
        tests.append(("code", lambda column: column.map(lambda code: known(field["codes"], code))))
    if "minimum" in limits:
        tests.append(
            ("minimum", lambda c: ~(pd.to_numeric(c, errors="coerce") < limits["minimum"]))
        )
    return tests


def _type_test(field: Field) -> Test:
    if field["type"] == "date":
        return lambda c: (
            pd.to_datetime(c, format="%Y-%m-%d", errors="coerce").notna() & (c.str.len() == 10)
        )
    if field["type"] == "boolean":
        words = {*field["trueValues"], *field["falseValues"]}
        return lambda column: column.isin(words)
    pattern = NUMBER if field["type"] == "number" else re.compile(r"-?\d+")
    return lambda column: column.str.fullmatch(pattern)


@lru_cache(maxsize=1024)
def known(codes: str, code: str) -> bool:
    """Whether a code is an economy of ISO 3166-1 or a currency of ISO 4217; words are units.

    Codes that begin with X are left to users by both standards and always known.
    """
    import pycountry

    if not re.fullmatch("[A-Z]{3}", code) or code.startswith("X"):
        return True  # the pattern judges the form
    if codes == "ISO 3166-1":
        return pycountry.countries.get(alpha_3=code) is not None
    return pycountry.currencies.get(alpha_3=code) is not None


def _sentence(field: Field, rule: str, shown: str) -> str:
    limits = field.get("constraints", {})
    if rule == "required":
        return "is empty, and every row needs it"
    if rule == "type":
        return f"{shown!r} {TYPES[field['type']]}"
    if rule == "list":
        return f"{shown!r} is none of {', '.join(map(str, limits['enum']))}"
    if rule == "code":
        return f"{shown!r} is no code of {CODES[field['codes']]}: look the code up"
    if rule == "pattern":
        return f"{shown!r} does not fit: the column takes {field['patternInWords']}"
    return f"{shown!r} is below {limits['minimum']}, the least that makes sense"
