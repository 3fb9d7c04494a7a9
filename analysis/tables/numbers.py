"""Cross-rules on numbers: numeral and value, unit and measure, hedges, counts, parts, wholes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from analysis import readings
from analysis.tables.rules import Broken, Frames, Rule, rows, where

VALUES = "reported_values"
UNITS = {
    "growth": {"percent", "percentage_points", "times"},
    "count": {"count"},
    "share": {"percent", "times"},
    "ordinal": {"ordinal"},
    "rank": {"ordinal"},
}


def something_said(tables: Frames) -> Iterator[Broken]:
    """A reported value has a numeral, or a direction in words."""
    frame = tables[VALUES]
    message = (
        "neither a numeral nor a direction: fill printed, value, unit and scale, "
        "or the direction that the words give"
    )
    for line, _ in where(frame, frame["printed"].isna() & frame["direction"].isna()):
        yield Broken(VALUES, line, "printed", "", "nothing said", message)


def numeral_complete(tables: Frames) -> Iterator[Broken]:
    """Numeral, value, unit and scale come together."""
    frame = tables[VALUES]
    for column in ("value", "unit", "scale"):
        for line, row in where(frame, frame[column].isna() & frame["printed"].notna()):
            message = f"the numeral {row['printed']!r} is printed and {column} is empty: fill it"
            yield Broken(VALUES, line, column, "", "numeral incomplete", message)
    for line, row in where(frame, frame["printed"].isna() & frame["value"].notna()):
        message = "a value without the numeral as printed: fill printed, or empty value"
        yield Broken(VALUES, line, "value", row["value"], "numeral incomplete", message)


def counted_named(tables: Frames) -> Iterator[Broken]:
    """A count or an ordinal says what is counted."""
    frame = tables[VALUES]
    bare = frame["measure"].isin(["count", "ordinal"]) & frame["counted"].isna()
    for line, row in where(frame, bare):
        message = f"a {row['measure']} without what is counted: fill counted"
        yield Broken(VALUES, line, "counted", "", "counted", message)


def unit_fits(tables: Frames) -> Iterator[Broken]:
    """The unit fits the measure; a level's unit is its currency."""
    for name in (VALUES, "statistics"):
        told = tables[name].filter(["measure", "unit", "currency"])
        for line, row in rows(told.dropna(subset=["measure", "unit"])):
            message = _misfit(row)
            if message:
                yield Broken(name, line, "unit", row["unit"], "unit", message)


def _misfit(row: dict[str, Any]) -> str:
    """Why the unit does not fit, or an empty text."""
    measure, unit = row["measure"], row["unit"]
    if measure != "level":
        fitting = UNITS[measure]
        return "" if unit in fitting else f"a {measure} in {unit}: use {_either(fitting)}"
    if not unit.isupper():
        return f"a level in {unit}: write the code of its currency, as USD"
    currency = row.get("currency")
    if isinstance(currency, str) and currency != unit:
        return f"a level in {unit} whose currency is {currency}: the two must be the same"
    return ""


def _either(words: set[str]) -> str:
    return " or ".join(sorted(words))


def value_is_printed(tables: Frames) -> Iterator[Broken]:
    """`value` is `printed` read as a number, in the language of its source."""
    values = _with_language(tables)[["printed", "value", "unit", "language"]]
    for line, row in rows(values.dropna(subset=["printed", "language"])):
        unit = row["unit"] if isinstance(row["unit"], str) else ""
        yield from _compared(VALUES, line, row, unit, row["language"])
    for name in ("statistics", "exchange_rates"):
        for line, row in rows(tables[name][["printed", "value"]].dropna(subset=["printed"])):
            yield from _compared(name, line, row, "", "en")


def _with_language(tables: Frames) -> pd.DataFrame:
    claims = tables["claims"].drop_duplicates("claim_id").set_index("claim_id")["source_id"]
    sources = tables["sources"].drop_duplicates("source_id").set_index("source_id")["language"]
    frame = tables[VALUES]
    return frame.assign(language=frame["claim_id"].map(claims).map(sources))


def _compared(
    name: str, line: int, row: dict[str, Any], unit: str, language: str
) -> Iterator[Broken]:
    value, printed = row["value"], row["printed"]
    try:
        number = float(readings.numeral(printed, unit, language).value)
    except ValueError as fault:
        yield Broken(name, line, "printed", printed, "numeral", str(fault))
        return
    if abs(number - value) > 1e-9 * max(1.0, abs(value)):
        message = (
            f"{value:g} is not {printed!r} read as a number, which is {number:g}: "
            "correct one of them"
        )
        yield Broken(name, line, "value", value, "value is printed", message)


def whole_counts(tables: Frames) -> Iterator[Broken]:
    """A count is whole and not below 0."""
    frame = tables[VALUES]
    counts = frame[frame["unit"].isin(readings.WHOLE_UNITS)].dropna(subset=["value", "scale"])
    size = (counts["value"] * counts["scale"]).round(6)
    for line, row in where(counts, (size % 1 != 0) | (size < 0)):
        message = f"{row['value'] * row['scale']:g} is no count: counts are whole and not below 0"
        yield Broken(VALUES, line, "value", row["value"], "whole count", message)


def hedge_known(tables: Frames) -> Iterator[Broken]:
    """A hedge stands in the table of hedges, under the literal and the usual reading."""
    hedges = tables["hedges"]
    have = {*zip(hedges["hedge"], hedges["reading"], strict=True)}
    for line, row in rows(tables[VALUES][["hedge"]].dropna()):
        missing = [one for one in ("literal", "usual") if (row["hedge"], one) not in have]
        if missing:
            message = (
                f"{row['hedge']!r} has no {' and no '.join(missing)} row in hedges.csv: "
                "correct the word, or add its rows with their evidence"
            )
            yield Broken(VALUES, line, "hedge", row["hedge"], "hedge", message)


def hedge_ends(tables: Frames) -> Iterator[Broken]:
    """The lower end of a hedge is not above its upper end."""
    frame = tables["hedges"]
    for line, row in where(frame, frame["lower"] > frame["upper"]):
        message = f"the upper end {row['upper']:g} is below the lower end {row['lower']:g}"
        yield Broken("hedges", line, "upper", row["upper"], "hedge ends", message)


def part_within_whole(tables: Frames) -> Iterator[Broken]:
    """A part is not larger than its whole, nor a share than a hundred percent."""
    frame = tables[VALUES].assign(size=lambda f: f["value"] * f["scale"])
    whole = frame.drop_duplicates("value_id").set_index("value_id")[["size", "unit"]]
    parts = frame[["measure", "unit", "size", "value", "part_of"]].dropna(subset=["size"])
    for line, row in rows(parts.join(whole.add_prefix("whole_"), on="part_of")):
        limit = _limit(row)
        if row["size"] > limit:
            message = (
                f"{row['size']:g} is larger than the whole it is part of, {limit:g}: "
                "correct one of them, or part_of"
            )
            yield Broken(VALUES, line, "value", row["value"], "part and whole", message)


def _limit(row: dict[str, Any]) -> float:
    """The most that a part can be."""
    if row["measure"] == "share":
        return 100.0 if row["unit"] == "percent" else 1.0
    if row["unit"] == row["whole_unit"] and not pd.isna(row["whole_size"]):
        return float(row["whole_size"])
    return float("inf")


def direction_fits(tables: Frames) -> Iterator[Broken]:
    """The direction of a growth agrees with the sign of its number."""
    frame = tables[VALUES]
    change = frame["value"].where(frame["unit"] != "times", frame["value"] - 1)
    rises = (frame["direction"] == "up") & (change < 0)
    falls = (frame["direction"] == "down") & (change > 0)
    for line, row in where(frame, rises | falls):
        message = f"{row['direction']} beside {row['printed']}: write a fall with a minus"
        yield Broken(VALUES, line, "direction", row["direction"], "direction", message)


RULES: tuple[Rule, ...] = (
    something_said,
    numeral_complete,
    counted_named,
    unit_fits,
    value_is_printed,
    whole_counts,
    hedge_known,
    hedge_ends,
    part_within_whole,
    direction_fits,
)
