"""Why a value cannot be checked: one table of codes, and which values need no statistic to see it.

Each code has two halves of a sentence: why, and what would settle it. `{records}`, `{terms}` and
`{periods}` are filled in by `sentences`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis import definitions

TRADE = "{terms} for {periods}, from {offices}"
REASONS: dict[str, tuple[str, str]] = {
    "target": (
        "it is a target and not an observation",
        "the statistics of the time that it is set for",
    ),
    "forecast": ("it is a forecast and not an observation", "the number that came later"),
    "ordinal": ("it numbers a meeting and measures nothing", "the organisers’ list of meetings"),
    "count": (
        "no statistics office counts {counted}",
        "the list of {counted} that the number was counted from, with its date",
    ),
    "words_only": (
        "it is told in words, and any number on the right side of zero would fit",
        "the number behind the words",
    ),
    "no_number": ("it has neither a number nor a direction", "the number itself"),
    "no_flow": (
        "the two economies or the flow between them are not named",
        "the economies and the flow that the number is about",
    ),
    "no_period": ("no period is named", "the period that the number is about"),
    "open_period": (
        "the end of the period is not named",
        "the last month that the number includes",
    ),
    "no_base": (
        "the period that it is compared with is not named",
        "the first and the last day of the base",
    ),
    "periods_overlap": (
        "the period and its base overlap",
        "a base that ends before the period starts",
    ),
    "periods_differ": (
        "the period and its base differ in length",
        "a base of the same length",
    ),
    "balance": (
        "a balance may be below zero, and a growth or share of it has no meaning",
        "the balances themselves",
    ),
    "fall_of_everything": (
        "a fall of 100% leaves no trade, and levels are above zero",
        "the level that was left",
    ),
    "unit": ("a {measure} in {unit} is not what statistics give", "the number in per cent"),
    "no_whole": (
        "the whole that it is a share of is not in the data",
        "the number of the whole, beside the part in one table",
    ),
    "no_statistic": ("the tables hold no {records} for {missing}", TRADE),
    "no_base_statistic": (
        "the tables hold the {records} for the period itself but not for {missing}",
        TRADE,
    ),
    "no_whole_statistic": (
        "the tables hold the part and not the whole in one record",
        TRADE + ", part and whole in one table",
    ),
    "no_common_record": (
        "level and base come from tables that differ in office, terms or release",
        TRADE + ", both in one table",
    ),
    "other_currency": (
        "the tables hold the {records} in another currency alone",
        TRADE + ", in {currency}",
    ),
    "two_rows": (
        "the table has two rows for one cell and vintage (rows {rows}), and which is right is "
        "not known",
        "one row fewer",
    ),
    "zero_base": (
        "the base in the table may be zero (row {rows}), and nothing grows from zero",
        "a base above zero with more digits",
    ),
    "zero_level": (
        "the level in the table is zero (row {rows}): a fall of 100% leaves nothing to compare",
        "a level above zero",
    ),
    "incomplete": (
        "what could be computed misses it, but the tables hold no {records} for {missing}",
        TRADE,
    ),
    "no_ranking": (
        "the tables hold no one else to rank it among",
        "the same table with every partner, for {periods}, from {offices}",
    ),
    "ranking_incomplete": (
        "fewer stand above it in the table than the rank says, and the table may not list all",
        "the same table with every partner or period, for {periods}, from {offices}",
    ),
}  # fmt: skip


def unfit(row: Mapping[str, Any], whole: Mapping[str, Any] | None) -> str:
    """The code that says why a value is no question to statistics; empty where it is one."""
    return (
        _kind(row) or _named(row, whole) or (_compared(row) if row["measure"] == "growth" else "")
    )


def _kind(row: Mapping[str, Any]) -> str:
    """Whether it is an observation of trade with a number in a fitting unit."""
    if row["status"] in ("target", "forecast"):
        return str(row["status"])
    if row["measure"] in ("ordinal", "count"):
        return str(row["measure"])
    if isinstance(row["counted"], str):
        return "count"
    if not isinstance(row["printed"], str):
        return "words_only" if isinstance(row["direction"], str) else "no_number"
    comparable = row["measure"] in ("level", "rank") or row["unit"] in ("percent", "times")
    return "" if comparable else "unit"


def _named(row: Mapping[str, Any], whole: Mapping[str, Any] | None) -> str:
    """Whether flow, period and whole are named."""
    if not all(isinstance(row[word], str) for word in ("economy", "partner", "flow")):
        return "no_flow"
    if row["measure"] == "rank" and pd.isna(row["base_start"]) != pd.isna(row["base_end"]):
        return "no_base"
    if pd.isna(row["period_start"]):
        return "no_period"
    if pd.isna(row["period_end"]):
        return "open_period"
    if row["flow"] == "balance" and row["measure"] in ("growth", "share"):
        return "balance"
    traded = whole is not None and isinstance(whole["flow"], str)
    return "no_whole" if row["measure"] == "share" and not traded else ""


def _compared(row: Mapping[str, Any]) -> str:
    """Whether a growth has a base that it can be compared with."""
    if pd.isna(row["base_start"]) or pd.isna(row["base_end"]):
        return "no_base"
    period = (row["period_start"], row["period_end"])
    base = (row["base_start"], row["base_end"])
    if definitions.overlap(period, base):
        return "periods_overlap"
    if not same_length(period, base):
        return "periods_differ"
    gone = row["value"] <= (0 if row["unit"] == "times" else -100)
    return "fall_of_everything" if gone else ""


def same_length(one: definitions.Period, other: definitions.Period) -> bool:
    """Whether two periods have as many whole months, or else as many days."""
    if all(_months(period) for period in (one, other)):
        return _months(one) == _months(other)
    return one[1] - one[0] == other[1] - other[0]


def _months(period: definitions.Period) -> int:
    """How many whole months a period is; 0 where it is none."""
    start, end = period
    if start.day != 1 or not end.is_month_end:
        return 0
    return int(12 * (end.year - start.year) + end.month - start.month + 1)
