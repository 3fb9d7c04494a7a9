"""The days that the words of a period mean: calendar months, halves, quarters, fiscal years."""

from __future__ import annotations

from datetime import date, timedelta

from analysis.drafts.periods.fiscal import FiscalYear
from analysis.drafts.periods.forms import Match

Days = tuple[date | None, date | None]
NO_DAYS = {"rate", "within", "shift", "same"}


def month_days(year: int, first: int, last: int) -> tuple[date, date]:
    """First day of one month and last day of another, counted from January of a year."""
    after = year * 12 + last
    return _first_of(year * 12 + first - 1), _first_of(after) - timedelta(days=1)


def days(match: Match, published: date | None, fiscal: FiscalYear) -> Days:
    """First and last day; None where the words fix none, or only from a day not known."""
    if match.kind in NO_DAYS:
        return _counted_from(published, match)
    if match.kind in ("since", "to_date"):
        return _since(match, published)
    if match.kind == "month":
        return _month_near(match, published)
    if "running" in match.said or "gone" in match.said:
        return _part_near(match, published)
    if match.kind == "days":
        return _within_month(match, published)
    if is_fiscal(match, fiscal):
        return _fiscal(match, published, fiscal)
    return _calendar(match, published, fiscal)


def _counted_from(published: date | None, match: Match) -> Days:
    """The year that "ten years ago" and "the following year" mean where no period was told."""
    counted = "ago" in match.said or "later" in match.said
    if published is None or not counted:
        return None, None
    return month_days(published.year - match.years, 1, 12)


def is_fiscal(match: Match, fiscal: FiscalYear) -> bool:
    """Whether the words name a fiscal year; "2018-19" does where fiscal years cross the new one."""
    if match.kind != "span":
        return match.kind in ("fiscal", "deadline") and "fiscal" in match.said
    next_year = (match.numbers["year"] + 1) % 100
    return fiscal.month > 1 and match.numbers["to_year"] == next_year


def _calendar(match: Match, published: date | None, fiscal: FiscalYear) -> Days:
    """Months of a calendar year."""
    first, last = _months(match)
    if match.kind == "trailing":
        last = match.numbers.get("month", 3 * match.numbers.get("quarter", 0))
        first = last - _length(match) + 1
    if match.kind == "span":
        return _span(match)
    year = _year(match, published, last)
    last += 12 * (match.numbers["year2"] - match.numbers["year"]) if "year2" in match.numbers else 0
    first -= 12 if first > last else 0
    return (None, None) if year is None else month_days(year, first, last)


def _length(match: Match) -> int:
    """The months that end with the one named: a quarter, a half, so many, else a year."""
    named = next((n for word, n in (("to_quarter", 3), ("to_half", 6)) if word in match.said), 12)
    return match.numbers.get("n", 3 * match.numbers.get("quarters", 0) or named)


def _span(match: Match) -> Days:
    """From one year to another: "2016-18"."""
    year, to_year = match.numbers["year"], match.numbers["to_year"]
    to_year += year // 100 * 100 if to_year < 100 else 0
    return (date(year, 1, 1), date(to_year, 12, 31)) if to_year > year else (None, None)


def _since(match: Match, published: date | None) -> Days:
    """From a month (or January) on, without an end."""
    month = match.numbers.get("month", match.numbers.get("month_number", 1))
    year = _year(match, published, month)
    return (None, None) if year is None else (date(year, month, 1), None)


def _month_near(match: Match, published: date | None) -> Days:
    """The month of publication or the one before it."""
    if published is None:
        return None, None
    month = published.month - ("last_month" in match.said)
    return month_days(published.year, month, month)


def _part_near(match: Match, published: date | None) -> Days:
    """The half or quarter of the day of publication, or the one before it: "this quarter"."""
    if published is None:
        return None, None
    length = 6 if match.kind == "half" else 3
    first = (published.month - 1) // length * length + 1 - length * ("gone" in match.said)
    return month_days(published.year, first, first + length - 1)


def _within_month(match: Match, published: date | None) -> Days:
    """From one day of a month to another: "7月1~20日"."""
    month = match.numbers.get("month", match.numbers.get("month_number", 1))
    third = match.numbers.get("third", 0)  # "the second third of March": the 11th to the 20th
    first = match.numbers.get("day", 10 * third - 9)
    last = match.numbers.get("day2", 10 * third if third < 3 else 31)
    year = _year(match, published, month)
    if year is None:
        return None, None
    start, end = month_days(year, month, month)
    return (start.replace(day=first), start.replace(day=min(last, end.day)))


def standing_day(match: Match, published: date | None) -> date | None:
    """The day of a month, or the first or last of a month or year, that figures stand at."""
    month = match.numbers.get("month", match.numbers.get("month_number"))
    year = _year(match, published, month or 12)
    if year is None:
        return None
    first, last = month_days(year, month or 1, month or 12)
    if "day" in match.numbers:
        return first.replace(day=min(match.numbers["day"], last.day))
    return first if "beginning" in match.said else last


def _months(match: Match) -> tuple[int, int]:
    """First and last month of the year that the words name; the whole year where they name none."""
    numbers = match.numbers
    month = numbers.get("month", numbers.get("month_number"))
    if match.kind in ("deadline", "until"):
        return 1, month or 12
    if month:
        return month, numbers.get("month2", numbers.get("month_number2", month))
    if "n" in numbers or "quarters" in numbers:
        return 1, numbers.get("n", 3 * numbers.get("quarters", 0))
    return _part(match)


def _part(match: Match) -> tuple[int, int]:
    """Months of a half or a quarter; the whole year for other words."""
    length = {"half": 6, "quarter": 3}.get(match.kind, 12)
    number = next((match.numbers[name] for name in ("half", "half_word", "quarter", "o")
                   if name in match.numbers), 1)  # fmt: skip
    if match.kind == "fiscal" and "n" in match.numbers:
        return 1, match.numbers["n"]
    if match.kind == "fiscal":
        length = 6 if "half_word" in match.numbers else 3 if "o" in match.numbers else 12
    number = 12 // length if number == -1 else number
    return (number - 1) * length + 1, number * length


def _year(match: Match, published: date | None, last: int) -> int | None:
    """The year said, or counted from publication; without one, the latest that had ended by then.

    A deadline without a year is the next to come.
    """
    numbers = match.numbers
    if "year" in numbers or "short_year" in numbers:
        return numbers.get("year", 2000 + numbers.get("short_year", 0))
    if published is None:
        return None
    for word, years in (("this", 0), ("last", -1), ("last_but_one", -2), ("next", 1)):
        if word in match.said:
            return published.year + years
    if match.kind == "deadline":
        return published.year + (last < published.month)
    return published.year - (match.kind != "to_date" and not _has_ended(last, published))


def _has_ended(month: int, published: date) -> bool:
    """Whether a month of the year of publication was over (or running) on that day."""
    return month <= published.month if month < 12 else published.month == 12


def _fiscal(match: Match, published: date | None, fiscal: FiscalYear) -> Days:
    """Months of a fiscal year."""
    first, last = _part(match)
    year = _fiscal_start(match, published, fiscal)
    offset = fiscal.month - 1
    return (None, None) if year is None else month_days(year, first + offset, last + offset)


def _fiscal_start(match: Match, published: date | None, fiscal: FiscalYear) -> int | None:
    """The calendar year in which the fiscal year begins; "2018/19" says it itself."""
    numbers = match.numbers
    if "year" in numbers or "short_year" in numbers:
        year = numbers.get("year", 2000 + numbers.get("short_year", 0))
        by_end = fiscal.named_by == "end" and fiscal.month > 1 and "to_year" not in numbers
        return year - by_end
    if published is None:
        return None
    running = published.year - (published.month < fiscal.month)
    return running + ("next" in match.said) - ("last" in match.said)


def _first_of(months: int) -> date:
    """The first day of a month counted from the year 0."""
    return date(months // 12, months % 12 + 1, 1)
