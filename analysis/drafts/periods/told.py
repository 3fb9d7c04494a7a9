"""What a value takes from the periods told: its days, its base, the words that lean on others."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True)
class Period:
    """Words that name a time, and its first and last day (None: the words fix none).

    `kind`: year, span, months, half, quarter, fiscal, since, since_year, deadline, ongoing
    ("this year"), to_date ("so far this year"), rate ("a year"), within ("within three years"),
    shift ("a year earlier", `years` and `months` before the period told), same ("the same months
    of 2018", the year in `years`; 0: that told; how many in `months`), full_year (that of the
    period told).
    `base`: named as what a growth starts from.
    """

    start: int
    end: int
    printed: str
    first: date | None
    last: date | None
    kind: str
    base: bool = False
    years: int = 0
    months: int = 0


def years_later(period: Period, years: int) -> Period:
    """The period with its days so many years later; earlier where they are below 0."""
    first, last = _earlier(period.first, -12 * years), _earlier(period.last, -12 * years)
    return replace(period, first=first, last=last)


def resolve(period: Period, told: Period | None) -> Period:
    """The period with days, where it leans on one told before ("a year earlier"); else itself.

    A base that would be the very period told is that of the year before.
    """
    if period.base and told and period.first and period.first == told.first:
        return replace(period, first=_earlier(period.first, 12), last=_earlier(period.last, 12))
    if told is None or told.first is None:
        return period
    if period.kind == "to_date" and told.kind in ("months", "to_date") and told.last:
        same = period.first and period.first.year == told.first.year
        return replace(period, last=told.last) if same else period
    if period.kind not in ("shift", "same", "full_year"):
        return period
    if period.kind == "full_year":
        year = told.first.year
        return replace(period, first=date(year, 1, 1), last=date(year, 12, 31), kind="year")
    back = 12 * period.years + period.months
    if period.kind == "same":
        back = 12 * (told.first.year - period.years) if period.years else 0
    return replace(period, first=_earlier(told.first, back), last=_earlier(told.last, back))


def days_of(period: Period, status: str = "reported") -> tuple[date | None, date | None]:
    """First and last day of a value of this status.

    "This year" is the whole year for targets and forecasts and has no end yet for what is
    reported; "since 2016" names a base and no period.
    """
    if period.kind == "since_year":
        return None, None
    if period.kind == "ongoing" and status == "reported":
        return period.first, None
    return period.first, period.last


def base_of(period: Period, named: Period | None = None) -> tuple[date | None, date | None]:
    """First and last day of what a growth of the period starts from.

    The base that the text names, else the same months a year before; no days without a period.
    """
    if period.kind == "since_year":
        return period.first, period.last
    if named is None:
        return _earlier(period.first, 12), _earlier(period.last, 12)
    named = resolve(named, period)
    back = _years_ahead(named, period)
    return _earlier(named.first, 12 * back), _earlier(named.last, 12 * back)


def _years_ahead(named: Period, period: Period) -> int:
    """By how many years a month that names none was taken for one behind what it comes before."""
    if named.kind != "months" or not (period.first and named.first):
        return 0
    years = named.first.year - period.first.year
    return max(0, years + ((named.first.month, named.first.day) > (period.first.month, 1)))


def months_between(first: date, last: date) -> int:
    """How many months a period of whole months has."""
    return 12 * (last.year - first.year) + last.month - first.month + 1


def _earlier(day: date | None, months: int) -> date | None:
    """The same day some months before; the end of a month stays its end."""
    if day is None:
        return None
    year, month = divmod(12 * day.year + day.month - 1 - months, 12)
    end_of_month = day.day == calendar.monthrange(day.year, day.month)[1]
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, last if end_of_month else min(day.day, last))
