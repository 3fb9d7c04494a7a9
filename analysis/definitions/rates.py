"""Annual average exchange rates: whole calendar years from one currency to another."""

from __future__ import annotations

from fractions import Fraction

import pandas as pd

from analysis import readings
from analysis.definitions.levels import ONE, Level, Period
from analysis.frames import taken

DOLLAR = "USD"
HALF = Fraction(1, 2)
Rates = dict[tuple[str, int], Level]


@taken
def annual(exchange_rates: pd.DataFrame) -> Rates:
    """(currency, year) -> units of the currency per US dollar, with the rounding of the rate.

    Reads currency, period_start, period_end, kind and printed; only rows of the kind
    annual_average over one whole calendar year count. The dollar itself needs no row.

    Raises ValueError where a year has two rates, or a rate is not above 0.
    """
    rates: Rates = {}
    averages = exchange_rates[exchange_rates["kind"] == "annual_average"]
    for row in averages.to_dict("records"):
        year = calendar_year((row["period_start"], row["period_end"]))
        if year is not None:
            _enter(rates, (row["currency"], year), row["printed"])
    return rates


def _enter(rates: Rates, key: tuple[str, int], printed: str) -> None:
    number = readings.numeral(printed)
    half = number.last_digit * HALF
    if key in rates:
        raise ValueError(f"two annual averages of {key[0]} for {key[1]}: keep one")
    if number.value <= half:
        raise ValueError(f"the annual average of {key[0]} for {key[1]} is {printed}, not above 0")
    rates[key] = Level(number.value - half, number.value, number.value + half, number.last_digit)


def calendar_year(period: Period) -> int | None:
    """The year that a period is, from its first to its last day; None where it is none."""
    start, end = period
    whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    return int(start.year) if whole and start.year == end.year else None


def converted(
    level: Level, period: Period, currency: str, target: str, rates: Rates
) -> Level | None:
    """A level of a whole calendar year in another currency; None where that cannot be had."""
    year = calendar_year(period)
    sold, bought = (_rate(rates, code, year) for code in (currency, target))
    if year is None or sold is None or bought is None:
        return None
    per_dollar = level.over(sold)
    ends = sorted(per_dollar.low * end for end in (bought.low, bought.high))
    tops = sorted(per_dollar.high * end for end in (bought.low, bought.high))
    central = per_dollar.central * bought.central
    return Level(ends[0], central, tops[1], per_dollar.unit * bought.central, level.rows)


def _rate(rates: Rates, currency: str, year: int | None) -> Level | None:
    if currency == DOLLAR:
        return ONE
    return rates.get((currency, year)) if year is not None else None
