"""Statements as the parts of a chart: marks, numbered sources, the key, the finding's words."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

import pandas as pd

from analysis import labels
from analysis.charts import words
from analysis.charts.annotations import Sign, Source
from analysis.charts.marks import Mark, kind
from analysis.charts.style import SHAPES
from analysis.evidence import link, reference

GLOSSES = {"about": "about", "beyond": "over", "more": "over", "short": "under", "point": "about"}
THOUSANDS = (1_000, 1_000_000, 1_000_000_000, 1_000_000_000_000)
Cells = Mapping[str, Any]
#: The primary key of the statistics.
STATISTIC = (
    "provider", "reporter", "economy", "partner", "flow", "measure", "scope", "valuation",
    "period_start", "period_end", "unit", "vintage",
)  # fmt: skip
EXAMPLES = {
    "point": ("point", 6.0, 0.0, 12.0, "as printed, with its rounding"),
    "about": ("about", 7.0, 0.0, 14.0, "“about”: either way"),
    "beyond": ("beyond", 1.0, 1.0, 12.0, "“over”: open end"),
    "more": ("more", 2.0, 2.0, 13.0, "“over”: more than printed, up to a step"),
    "short": ("short", 12.0, 1.0, 12.0, "“almost”, “below”: less than printed"),
    "direction": ("direction", math.nan, 0.0, 12.0, "told in words only"),
}


def given(cell: object) -> str:
    """A text cell, empty where it is missing."""
    return cell if isinstance(cell, str) else ""


def speaker(row: Cells) -> str:
    """Who is heard: the speaker, or the outlet where nobody is named."""
    return given(row.get("speaker")) or given(row.get("publisher"))


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame, each as a dictionary by column."""
    return [named(row) for row in frame.to_dict("records")]


def named(row: Mapping[Hashable, Any]) -> dict[str, Any]:
    """A row of a frame as a dictionary by column."""
    return {str(name): cell for name, cell in row.items()}


def address(row: Cells) -> str:
    """The link that opens the source at the words; none where its address is not one of the web."""
    web = given(row["url"]).startswith(("http://", "https://"))
    return link(row["url"], row["fragment"]) if web else ""


def mark(
    chart: str,
    row: Cells,
    side: int | None,
    shape: str = "o",
    per: float = 1.0,
    minor: bool = False,
) -> Mark:
    """A statement with its interval as a mark; `per` is the scale of the axis."""
    at = float(row["central"]) / per
    lower, upper = float(row["lower"]) / per, float(row["upper"]) / per
    return Mark(
        f"{chart}--{row['value_id']}", at, lower, upper,
        kind(at, lower, upper, bool(row.get("loose", given(row["hedge"])))), side, shape,
        hollow=row["status"] in ("target", "forecast"), minor=minor, url=address(row),
    )  # fmt: skip


def value(row: Cells) -> str:
    """The number as printed, hedge included.

    What the font cannot write is glossed: the hedge by an English word, the numeral by digits. A
    money value not printed in thousands, millions, ... is turned into the nearest of them.
    """
    hedge, printed = given(row["hedge"]), given(row["printed"])
    if not words.drawable(hedge):
        look = kind(float(row["central"]), float(row["lower"]), float(row["upper"]), True)
        hedge = GLOSSES[look]
    changed = {**row, "hedge": hedge or None}
    money = row["measure"] == "level" and math.isfinite(row["central"])
    if not words.drawable(printed) or (money and row["scale"] not in THOUSANDS):
        changed |= _in_thousands(Decimal(repr(float(row["central"]))))
    return labels.value(changed)


def _in_thousands(amount: Decimal) -> dict[str, Any]:
    """The numeral and the scale of an amount: 12962000000 -> 12.962 and a billion."""
    scale = max((s for s in (1, *THOUSANDS) if abs(amount) >= s), default=1)
    return {"printed": f"{(amount / scale).normalize():f}", "scale": scale}


def told_on(row: Cells) -> str:
    """The day of speaking, or else of publishing, as ISO text."""
    return given(row["said_on"]) or given(row["published"])


def statistic(row: Cells) -> str:
    """The key of a statistic, as it stands in attributes."""
    return reference(*(row[part] for part in STATISTIC))


def keys(frame: pd.DataFrame, table: str, *columns: str) -> pd.Series:
    """For each row the one row of a table that it shows, by the columns of the table's key."""
    cells = frame[list(columns)].itertuples(index=False, name=None)
    return pd.Series([{table: (reference(*row),)} for row in cells], frame.index, dtype=object)


def release(row: Cells) -> str:
    """Which release of a statistic it is, and the day on which it was read where that is known."""
    vintage, read = given(row["vintage"]), given(row.get("accessed"))
    parts = [f"release {vintage}" if vintage else "", f"read {labels.day(read)}" if read else ""]
    return ", ".join(part for part in (parts[:1] if read == vintage else parts) if part)


def month(text: str) -> str:
    """An ISO date no finer than its month: Jun 2019."""
    return labels.day(text[:7]) if text else ""


def numbered(rows: Iterable[Cells]) -> tuple[list[int], tuple[Source, ...]]:
    """The claim number of each row, and the source lines that the numbers stand for, linked.

    Rows with the same speaker, source and date share a number.
    """
    numbers: dict[str, int] = {}
    sources: dict[str, Source] = {}
    found = []
    for row in rows:
        line = labels.source_line(row)
        found.append(numbers.setdefault(line, len(numbers) + 1))
        if line not in sources:
            sources[line] = _source(row, f"{number_of(numbers[line])}  ")
    return found, tuple(sources.values())


def _source(row: Cells, number: str) -> Source:
    """The source line of a row after its number, and its parts about the speaker's name."""
    short = labels.source_line({**row, "speaker_role": None})
    name = given(row["speaker"]) or given(row["publisher"])
    parts = (number, name, short.removeprefix(name))
    return Source(number + labels.source_line(row), address(row), parts)


def number_of(number: int) -> str:
    """A claim number as wide as one of two digits."""
    return f"{number:>2}".replace(" ", "\u2007")


def repeated(frame: pd.DataFrame) -> pd.Series:
    """The claim that a row only passes on, said by the text or inferred by us; else missing."""
    return frame["repeats"].fillna(frame["repeats_inferred"])


def key(found: Iterable[Mark], names: Mapping[int, str] | None = None) -> tuple[Sign, ...]:
    """The key to the signs that occur among the marks, the sides' names first."""
    all_marks = list(found)
    signs = [
        Sign(Mark("", 8.0, side=side, shape=SHAPES[side]), name)
        for side, name in (names or {}).items()
        if any(m.side == side for m in all_marks)
    ]
    for name, (look, at, lower, upper, text) in EXAMPLES.items():
        if any(m.kind == name for m in all_marks):
            signs.append(Sign(Mark("", at, lower, upper, look), text))
    signs += _ahead([m.kind for m in all_marks if m.hollow], [m.kind for m in all_marks])
    if any(m.minor for m in all_marks):
        signs.append(Sign(Mark("", 7.0, minor=True), "small: repeats another"))
    return tuple(signs)


def _ahead(hollow: list[str], kinds: list[str]) -> Iterator[Sign]:
    """How a target or forecast looks: a hollow dot, a dashed line, as far as either is drawn."""
    if "point" in hollow or "about" in hollow:
        without = " without “about”" if "about" in kinds else ""
        yield Sign(Mark("", 7.0, hollow=True), f"hollow{without}: a target or forecast")
    if set(hollow) - {"point", "about"}:
        dashed = Mark("", 2.0, 2.0, 13.0, "more", hollow=True)
        yield Sign(dashed, "dashed: a target or forecast")


def span(rows: Iterable[Cells]) -> str:
    """The least and the greatest number as told, or one where they are the same.

    "+13.8% to about +14%"; of equal numbers the one without a hedge.
    """
    ordered = sorted(rows, key=lambda row: (row["central"], bool(given(row["hedge"]))))
    low, most = ordered[0], ordered[-1]["central"]
    high = next(row for row in ordered if row["central"] == most)
    return value(low) if low["central"] == most else f"{value(low)} to {value(high)}"


def years(first: int | str, last: int | str) -> str:
    """A span of years in words, or the one year."""
    return str(first) if str(first) == str(last) else f"{first} to {last}"


def recorded(rows: list[dict[str, Any]], numbers: list[int], told: list[str]) -> pd.DataFrame:
    """The rows drawn, in order, with claim number, words, source line and link.

    Adds `keys`, the rows of the tables that each shows (by table), and `subject`, the one value
    that it is about (else empty). Both are the value itself unless the row says otherwise.
    """
    frame = pd.DataFrame(rows)
    own = [not isinstance(row.get("keys"), dict) for row in rows]
    values = [{"reported_values": (reference(row["value_id"]),)} for row in rows]
    found = [v if alone else r["keys"] for r, v, alone in zip(rows, values, own, strict=True)]
    keys = pd.Series(found, frame.index, dtype=object)
    subjects = [
        row["value_id"] if alone else row.get("subject", "")
        for row, alone in zip(rows, own, strict=True)
    ]
    sources = [labels.source_line(row) for row in rows]
    links = [address(row) for row in rows]
    return frame.assign(
        mark=numbers, words=told, source=sources, link=links, keys=keys, subject=subjects
    )
