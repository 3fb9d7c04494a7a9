"""Years and months as providers write them -> first and last day."""

from __future__ import annotations

import calendar
from datetime import date


def year(number: int) -> tuple[date, date]:
    """The first and last day of a calendar year."""
    return date(number, 1, 1), date(number, 12, 31)


def fiscal_year(number: int) -> tuple[date, date]:
    """The first and last day of a year that begins in April, as in Japan."""
    return date(number, 4, 1), date(number + 1, 3, 31)


def month(number: int, of: int) -> tuple[date, date]:
    """The first and last day of a month, 1 to 12, of a year."""
    return date(of, number, 1), date(of, number, calendar.monthrange(of, number)[1])
