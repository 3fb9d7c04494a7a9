"""What a number counts: an amount of trade in a period, or a count of things on a day."""

from __future__ import annotations

import calendar
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

MIRRORED = {"exports": "imports", "imports": "exports"}
#: What is only proposed may go under: such a count may fall, and is no part of what there is.
PROPOSED = "proposed"


@dataclass(frozen=True, order=True)
class Trade:
    """Trade of a pair by one record: exports, imports, turnover or balance of its first economy.

    `start` and `end` are day numbers, the end excluded; `sign` is -1 for the balance of the second
    economy.
    """

    record: str
    pair: tuple[str, str]
    flow: str
    scope: str
    currency: str
    start: int
    end: int
    sign: int = 1


@dataclass(frozen=True, order=True)
class Count:
    """A number of things that have reached a stage, on a day between `first` and `last`.

    `part` is the value that counts a part of its own; empty for the things themselves.
    """

    counted: str
    stage: str
    first: int
    last: int
    part: str = ""


Amount = Trade | Count


class LeftOutError(ValueError):
    """Why a value says nothing that this arithmetic could use."""


def trade(row: Mapping[Hashable, Any], record: str, currency: str, which: str = "period") -> Trade:
    """The trade that a row counts in its period, or in its base.

    Raises LeftOutError where flow, economies or period are missing.
    """
    flow, economy, partner = row["flow"], row["economy"], row["partner"]
    if not all(isinstance(word, str) for word in (flow, economy, partner)):
        raise LeftOutError("no flow between two economies is named")
    start, end = _days(row, which)
    scope = row["scope"] if isinstance(row["scope"], str) else ""
    turned = economy > partner
    pair = (partner, economy) if turned else (economy, partner)
    sign = -1 if turned and flow == "balance" else 1
    seen = MIRRORED.get(flow, flow) if turned else flow
    return Trade(record, pair, seen, scope, currency, start, end, sign)


def _days(row: Mapping[Hashable, Any], which: str) -> tuple[int, int]:
    start, end = row[f"{which}_start"], row[f"{which}_end"]
    if pd.isna(start) or pd.isna(end):
        raise LeftOutError(f"the {which} has no stated start or end")
    first, last = pd.Timestamp(start).toordinal(), pd.Timestamp(end).toordinal() + 1
    if first >= last:
        raise LeftOutError(f"the {which} ends before it starts")
    return first, last


def comparable(now: Trade, base: Trade) -> None:
    """Nothing, where a growth compares two periods alike. Raises LeftOutError where it does not."""
    if now.start < base.end and base.start < now.end:
        raise LeftOutError("the period overlaps the one that it is compared with")
    if abs((now.end - now.start) - (base.end - base.start)) > 1:
        raise LeftOutError("the period and its base differ in length")


def count(row: Mapping[Hashable, Any], *, own_part: bool = False) -> Count:
    """The things that a row counts. Raises LeftOutError where their day or kind is missing."""
    if not isinstance(row["counted"], str):
        raise LeftOutError("what is counted is not named")
    if not isinstance(row["as_of"], str):
        raise LeftOutError("the day that the count describes is not stated")
    first, last = days_of(row["as_of"])
    stage = row["stage"] if isinstance(row["stage"], str) else ""
    part = row["value_id"] if own_part and not stage else ""
    return Count(row["counted"], stage, first, last, part)


def days_of(text: str) -> tuple[int, int]:
    """The first and the last day of an ISO date of any precision, as day numbers."""
    year, month, day = ([int(part) for part in text.split("-")] + [0, 0])[:3]
    first = date(year, month or 1, day or 1)
    if day:
        return first.toordinal(), first.toordinal()
    last_month = month or 12
    last = date(year, last_month, calendar.monthrange(year, last_month)[1])
    return first.toordinal(), last.toordinal()
