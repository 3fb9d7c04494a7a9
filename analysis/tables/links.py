"""Cross-rules on what ties rows to a source and to each other, beyond keys that must exist."""

from __future__ import annotations

from collections.abc import Iterator

from analysis import evidence
from analysis.tables.rules import Broken, Frames, Rule, rows, where


def fragment_short(tables: Frames) -> Iterator[Broken]:
    """A fragment holds at most eight words of its source."""
    for line, row in rows(tables["claims"][["fragment"]].dropna()):
        words = evidence.word_count(row["fragment"])
        if words > evidence.MOST_WORDS:
            message = (
                f"has {words} words and may have {evidence.MOST_WORDS}: "
                "keep only enough to find the place again"
            )
            yield Broken("claims", line, "fragment", row["fragment"], "fragment length", message)


def point_exists(tables: Frames) -> Iterator[Broken]:
    """A field of a plan is tied to a point that the plan has; a field that fits none has none."""
    points = tables["plan_points"].dropna(subset=["plan", "point"])
    known = {(row["plan"], row["point"]) for _, row in rows(points)}
    for line, row in rows(tables["plan_fields"].dropna(subset=["plan", "point"])):
        if (row["plan"], row["point"]) not in known:
            message = (
                f"the plan {row['plan']} has no point {row['point']} in plan_points.csv: "
                "correct it, or leave it empty where the field fits no point"
            )
            yield Broken("plan_fields", line, "point", row["point"], "reference", message)


def not_itself(tables: Frames) -> Iterator[Broken]:
    """Nothing repeats, disputes or is part of itself."""
    for name, key, columns in (
        ("sources", "source_id", ("repeats",)),
        ("claims", "claim_id", ("repeats", "repeats_inferred", "disputes")),
        ("reported_values", "value_id", ("part_of",)),
    ):
        frame = tables[name]
        for column in columns:
            for line, row in where(frame, frame[column] == frame[key]):
                message = f"{column} names the row itself: name another row, or leave it empty"
                yield Broken(name, line, column, row[column], "points to itself", message)


def two_economies(tables: Frames) -> Iterator[Broken]:
    """Trade is between two economies: a partner is another one."""
    for name in ("reported_values", "statistics"):
        frame = tables[name]
        for line, row in where(frame, frame["partner"] == frame["economy"]):
            message = f"{row['partner']} is the economy itself: name the other one"
            yield Broken(name, line, "partner", row["partner"], "two economies", message)


RULES: tuple[Rule, ...] = (fragment_short, point_exists, not_itself, two_economies)
