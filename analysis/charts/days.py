"""ISO days of reduced precision as places on an axis of time, in days since 1970."""

from __future__ import annotations

import calendar
from datetime import date

START = date(1970, 1, 1).toordinal()


def day_number(day: date) -> float:
    """Days since 1970."""
    return float(day.toordinal() - START)


def bounds(text: str) -> tuple[date, date]:
    """The first and the last day that an ISO text may mean: of a day, a month or a year."""
    parts = [int(part) for part in text.split("-")]
    first = date(parts[0], *(parts[1:] or [1])[:1], *(parts[2:] or [1])[:1])
    if len(parts) == 3:
        return first, first
    month = parts[1] if len(parts) == 2 else 12
    return first, date(first.year, month, calendar.monthrange(first.year, month)[1])


def middle(text: str) -> float:
    """The place of an ISO text: the middle of the days that it may mean."""
    first, last = bounds(text)
    return (day_number(first) + day_number(last)) / 2


def first_days(low: float, high: float) -> list[tuple[float, int]]:
    """The first day of each year that has a day between two places, and the year."""
    years = range(
        date.fromordinal(int(low) + START).year, date.fromordinal(int(high) + START).year + 1
    )
    return [(day_number(date(year, 1, 1)), year) for year in years]


def whole_years(low: float, high: float) -> tuple[float, float]:
    """The first day of the first year and the last of the last, of the years between two places."""
    first, last = first_days(low, high)[0][1], first_days(low, high)[-1][1]
    return day_number(date(first, 1, 1)), day_number(date(last, 12, 31)) + 1
