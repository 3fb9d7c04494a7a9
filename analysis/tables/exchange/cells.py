"""What a cell of a workbook holds: text as text, whatever it looks like, numbers as numbers.

A cell is a number where its column is one and the workbook keeps it whole; everything else is
text, in cells formatted as text, so that neither a formula nor a date is made of it, zeros at
either end stay, and an apostrophe is an apostrophe.
"""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import Any

from analysis.tables.exchange.texts import number

#: So many UTF-16 units fit into a cell; a spreadsheet cuts the rest off.
LONGEST = 32767
#: So many digits of a number survive a spreadsheet.
DIGITS = 15
NUMBERS = ("number", "integer")
#: What XML cannot hold, or reads otherwise, and what looks like such an escape.
_ESCAPED = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_KEPT = "format the column as text and enter it again as it is printed"


class SpoiltError(ValueError):
    """A cell that the spreadsheet has changed, or keeps no value in."""


def held(text: str, kind: str) -> str | float | bool | None:
    """What the cell of a text is to hold; None where it is empty.

    Raises ValueError where the text is too long for a cell.
    """
    if not text:
        return None
    if kind == "boolean" and text in ("true", "false"):
        return text == "true"
    if kind in NUMBERS and (found := _number(text)) is not None:
        return found
    escaped = _ESCAPED.sub(lambda one: f"_x{ord(one[0]):04X}_", text)
    if len(escaped.encode("utf-16-le")) > 2 * LONGEST:
        raise ValueError(
            f"{len(text)} characters do not fit into a cell of a workbook, which holds {LONGEST}: "
            "shorten the text, or save as .zip or .parquet"
        )
    return escaped


def _number(text: str) -> float | None:
    """The number where a spreadsheet keeps it as it is spelt."""
    try:
        found = float(text)
    except ValueError:
        return None
    digits = re.sub(r"e.*|\D", "", text).strip("0")
    whole = int(found) if abs(found) < 10**DIGITS and found == int(found) else found
    return whole if len(digits) <= DIGITS and number(found) == text else None


def text(value: Any, data_type: str, kind: str) -> str:
    """The text of a cell in a column of a type; an empty cell is an empty text.

    Raises SpoiltError where the cell holds a formula, an error, or what a spreadsheet made of text.
    """
    if value is None:
        return ""
    if data_type in ("f", "e"):
        what = "a formula" if data_type == "f" else "an error"
        raise SpoiltError(f"{value} is {what}: put the value itself into the cell")
    if isinstance(value, str):
        return _ESCAPE.sub(lambda one: chr(int(one[1], 16)), value)
    if isinstance(value, bool):
        return _of_kind(str(value).lower(), ("boolean",), kind, "yes or no")
    if isinstance(value, int | float):
        return _of_kind(number(value), NUMBERS, kind, "a number")
    if isinstance(value, datetime) and value.time() == time():
        return _of_kind(value.date().isoformat(), ("date",), kind, "a day")
    raise SpoiltError(f"{value} is a time: write the day alone, as 2018-12-31")


def _of_kind(spelling: str, kinds: tuple[str, ...], kind: str, what: str) -> str:
    if kind in kinds:
        return spelling
    asked = "text" if kind == "string" else f"a {kind}"
    raise SpoiltError(f"{spelling} is {what} in the sheet where {asked} is asked: {_KEPT}")
