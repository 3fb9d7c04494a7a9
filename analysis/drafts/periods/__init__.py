"""Periods that a text names: its words, and the days that they mean on the day it was published.

`forms` finds the words (patterns are data, in words/*.toml), `days` counts the days, `fiscal` knows
fiscal years, `told` says what a value takes from them: its period, its base, what was told before.
"""

from __future__ import annotations

from datetime import date

from analysis.drafts.periods.days import days, is_fiscal, standing_day
from analysis.drafts.periods.fiscal import FiscalYear, fiscal_year
from analysis.drafts.periods.forms import Match, matches, standing
from analysis.drafts.periods.told import (
    Period,
    base_of,
    days_of,
    months_between,
    resolve,
    years_later,
)

__all__ = [
    "FiscalYear", "Period", "base_of", "days_of", "find", "fiscal_year", "months_between",
    "resolve", "standing_days", "years_later",
]  # fmt: skip
#: Kinds that are read as months once their days are known.
OF_MONTHS = {"trailing", "month", "until", "days"}


def find(
    text: str,
    language: str,
    published: date | None,
    fiscal: FiscalYear | None = None,
) -> list[Period]:
    """Every period that the text names, in its order; single days are none.

    Relative ones ("last year") are counted from `published` and have no days without it;
    `fiscal` is the fiscal year meant (None: that of the language's own country, if it has one; see
    `fiscal_year`).
    """
    chosen = [match for match in matches(text, language) if match.kind != "day"]
    found = [_period(match, published, fiscal or fiscal_year(language)) for match in chosen]
    return [_before(found[:i], one) if "of_that_year" in chosen[i].said else one
            for i, one in enumerate(found)]  # fmt: skip


def _before(others: list[Period], period: Period) -> Period:
    """The period a year earlier where it would come behind a later part of its year."""
    like = [one for one in others if one.kind == period.kind and one.first]
    behind = like and like[-1].first and period.first and period.first > like[-1].first
    return years_later(period, -1) if behind else period


def standing_days(text: str, language: str, published: date | None) -> list[tuple[int, date]]:
    """(where it begins, the day) of every day that figures are told to stand at: "as of 1 May"."""
    found = [(one.start, standing_day(one, published)) for one in standing(text, language)]
    return [(start, day) for start, day in found if day is not None]


def _period(match: Match, published: date | None, fiscal: FiscalYear) -> Period:
    """The words with their days."""
    first, last = days(match, published, fiscal)
    if match.kind == "deadline" and last is not None and published is not None and last < published:
        return Period(match.start, match.end, match.printed, first, last, "year", True)
    kind = "months" if match.kind in OF_MONTHS else match.kind
    kind = "fiscal" if match.kind == "span" and is_fiscal(match, fiscal) else kind
    return Period(
        match.start, match.end, match.printed, first, last, kind, match.base, match.years,
        match.months,
    )  # fmt: skip
