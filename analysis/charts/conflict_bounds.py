"""Chart: numbers that cannot all hold, what one allows against what the others imply."""

from __future__ import annotations

import math
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis import labels
from analysis.charts import telling
from analysis.charts.annotations import Body, Chart, Sign, compose
from analysis.charts.flows import flow_words, shape_of, side_of, start_upper
from analysis.charts.marks import Mark
from analysis.charts.plotting import Nothing
from analysis.charts.ranges import Group, Ranges
from analysis.charts.results import Unit
from analysis.charts.style import Sizes, sides
from analysis.evidence import reference
from analysis.frames import taken

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NAME = "conflict_bounds"
NONE = "The data hold no numbers that cannot all hold, under this reading."
#: So many conflicts are drawn.
MOST = 12


@taken
def conflict_bounds(
    conflicts_found: pd.DataFrame, statements: pd.DataFrame, bounds: pd.DataFrame, *,
    not_pursued: int = 0, ax: Axes | None = None, width: str = "column",
) -> Axes:  # fmt: skip
    """The Axes with a group a conflict: a printed number's range and that which the others imply.

    Reads `conflicts.find(data, reading).found` and how many it did not pursue, statements with the
    intervals of the same reading, and the ranges that `bounds.bounds` gives. Of the conflicts that
    contradict one printed number one is drawn (firm, short, of few speakers), firm ones above;
    at most 12. The axis of each is in its own unit and shows the ends that face each other.
    """
    shown = chosen(conflicts_found, bounds, statements)
    rows = {row["value_id"]: row for row in telling.records(statements)}
    conflicts = telling.records(shown)
    told = [rows[value] for conflict in conflicts for value in _in_order(conflict)]
    numbers, lines = telling.numbered(told)
    number = dict(zip((row["value_id"] for row in told), numbers, strict=True))
    side = sides([*statements["economy"], *statements["partner"]])
    groups = [_group(conflict, rows, number, side) for conflict in conflicts]
    chart = Chart(
        NAME, "Range plot", finding(conflicts_found, not_pursued),
        _subtitle(len(conflicts_found) + not_pursued, len(shown), statements),
        _recorded(conflicts, rows, number), lines, _key(groups, side),
    )  # fmt: skip

    def body(room: float, sizes: Sizes, thin: bool) -> Body:
        return Ranges(groups, room, sizes, thin) if groups else Nothing(NONE, room, sizes)

    return compose(chart, body, ax, width)


def chosen(
    conflicts_found: pd.DataFrame, bounds: pd.DataFrame, statements: pd.DataFrame
) -> pd.DataFrame:
    """The conflicts drawn, with their ranges: one for each contradicted number, firm ones first.

    Of several the shortest that the fewest speakers are part of.
    """
    speaker = dict(zip(statements["value_id"], statements["speaker"], strict=True))
    both = conflicts_found.merge(bounds, on="conflict_id").assign(
        _last=lambda frame: frame["tier"].ne("firm"),
        _many=lambda frame: frame["value_ids"].map(len),
        _speakers=lambda frame: frame["value_ids"].map(lambda ids: len({speaker[i] for i in ids})),
    )
    keys = ["_last", "_many", "_speakers"]
    one = both.sort_values(keys, kind="stable").drop_duplicates("value_id")
    return one.sort_index().sort_values("_last", kind="stable").drop(columns=keys).head(MOST)


def finding(found: pd.DataFrame, not_pursued: int = 0) -> str:
    """What the conflicts show, as a sentence: how many there are, and how many are firm."""
    if found.empty:
        return "No reported numbers contradict each other"
    firm, many = int(found["tier"].eq("firm").sum()), len(found) + not_pursued
    if many == 1:
        return f"One set of numbers cannot all hold, {'firmly' if firm else 'on assumptions'}"
    return f"{many} sets of numbers cannot all hold, {firm or 'none'} of them firm"


def _subtitle(many: int, drawn: int, statements: pd.DataFrame) -> str:
    """What is drawn, under which reading, and what is left out."""
    readings = set(statements.get("reading", ()))
    under = "".join(f", under the {reading} reading" for reading in sorted(readings))
    what = f"What a printed number allows against what the other numbers imply{under}"
    if not many:
        return what
    of = f"{drawn} of {many} are drawn: the shortest for each contradicted number"
    return f"{what}, each on its own axis; {of if drawn < many else 'all are drawn'}"


def _in_order(conflict: telling.Cells) -> list[str]:
    """The number held against the others, and then these."""
    return [conflict["value_id"], *(v for v in conflict["value_ids"] if v != conflict["value_id"])]


def _group(
    conflict: telling.Cells, rows: dict[str, dict[str, Any]], number: dict[str, int],
    side: dict[str, int],
) -> Group:  # fmt: skip
    row, below = rows[conflict["value_id"]], bool(conflict["below"])
    others = [rows[value] for value in _in_order(conflict)[1:]]
    unit = Unit.of(row, _facing(conflict))
    printed, implied = _marks(conflict, row, unit, side)
    own = (f"printed: {telling.value(row)}", (number[row["value_id"]],))
    left: tuple[str, tuple[int, ...]] = (f"implied: {conflict['implied']}", ())
    numbers = tuple(dict.fromkeys(number[other["value_id"]] for other in others))
    pairs = ((printed, own), (implied, left)) if below else ((implied, left), (printed, own))
    (low, low_text), (high, high_text) = pairs
    return Group(
        about(row), f"against {against(row, others)}", numbers, low, high, low_text, high_text,
        gap(float(conflict["gap"]), unit), unit.name, unit.signed,
    )  # fmt: skip


def _facing(conflict: telling.Cells) -> pd.Series:
    """The end of the printed range that faces the other."""
    return pd.Series([conflict["upper"] if conflict["below"] else conflict["lower"]]).abs()


def _marks(
    conflict: telling.Cells, row: telling.Cells, unit: Unit, side: dict[str, int]
) -> tuple[Mark, Mark]:
    """The printed number's range and the implied one; hollow where assumptions are needed."""
    begin, hollow = f"{NAME}--{conflict['conflict_id']}", conflict["tier"] != "firm"
    lower, upper, left_lower, left_upper = (
        float(conflict[end]) / unit.per for end in ("lower", "upper", "left_lower", "left_upper")
    )
    of = side_of(row, side)
    printed = Mark(
        f"{begin}--{row['value_id']}", (lower + upper) / 2, lower, upper, "sided", of, shape_of(of),
        hollow=hollow, url=telling.address(row),
    )  # fmt: skip
    middle = (left_lower + left_upper) / 2
    ends = (middle, left_lower, left_upper)
    return printed, Mark(f"{begin}--implied", *ends, "span", hollow=hollow, minor=True)


def about(row: telling.Cells) -> str:
    """What a number is about: "Growth of turnover in 2018", "Projects on 10 Jun 2019"."""
    when = _when(row)
    if row["measure"] == "count":
        return start_upper(f"{labels.counted(row['counted'])} {when}".strip())
    growth = "growth of " if row["measure"] == "growth" else ""
    return start_upper(f"{growth}{flow_words(row)} {when}".strip())


def _when(row: telling.Cells) -> str:
    if row["measure"] == "count":
        day = telling.given(row["as_of"])
        return f"{'on' if day.count('-') == 2 else 'in'} {labels.day(day)}" if day else ""
    when = labels.period(row["period_start"], row["period_end"])
    return f"in {when}" if when else ""


def against(row: telling.Cells, others: list[dict[str, Any]]) -> str:
    """The other numbers in a few words, with what differs from the one they are held against."""
    parts = []
    for other in others:
        flow = "" if flow_words(other) == flow_words(row) else f"{flow_words(other)} "
        kind = "growth of " if other["measure"] == "growth" != row["measure"] and flow else ""
        when = "" if _when(other) == _when(row) else f" {_when(other)}"
        parts.append(f"{kind}{flow}{telling.value(other)}{when}")
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def gap(width: float, unit: Unit) -> str:
    """The width of a gap in two digits: "gap 1.1 bn"."""
    if not width:
        return "touch, end excluded"
    exact = Decimal(repr(width / unit.per))
    rounded = exact.quantize(Decimal(1).scaleb(min(exact.adjusted() - 1, 0)), ROUND_HALF_UP)
    digits = max(-int(rounded.normalize().as_tuple().exponent), 0)
    points = " point" if rounded == 1 else " points"
    return f"gap {labels.number(rounded, digits)}{points if unit.after == '%' else unit.after}"


def _recorded(
    conflicts: list[dict[str, Any]], rows: dict[str, dict[str, Any]], number: dict[str, int]
) -> pd.DataFrame:
    """Two rows a conflict: the printed number with the sentence, and what the others imply."""
    drawn, numbers, told = [], [], []
    for conflict in conflicts:
        ids = _in_order(conflict)
        own, other = ids[:2]
        all_of, others = ({"reported_values": tuple(map(reference, of))} for of in (ids, ids[1:]))
        begin, of = conflict["conflict_id"], {key: conflict[key] for key in ("conflict_id", "tier")}
        drawn += [
            rows[own] | of | {"value_id": f"{begin}--{own}", "keys": all_of, "subject": own},
            rows[other] | of | {"value_id": f"{begin}--implied", "keys": others},
        ]
        numbers += [number[own], number[other]]
        told += [
            f"{conflict['sentence']} ({conflict['tier']})",
            f"{about(rows[own])}, implied by the others: {conflict['implied']}",
        ]
    empty = ["mark", "value_id", "words", "source", "link", "conflict_id", "tier"]
    return telling.recorded(drawn, numbers, told) if drawn else pd.DataFrame(columns=empty)


def _key(groups: list[Group], side: dict[str, int]) -> tuple[Sign, ...]:
    """The key: what is printed, what is implied, what is firm."""
    drawn = [mark for group in groups for mark in (group.low, group.high)]
    bar = Mark("", 8.0, 1.0, 15.0, "span")
    signs = [
        Sign(
            replace(bar, kind="sided", side=index, shape=shape_of(index)),
            f"printed, seen from {labels.economy(code)}",
        )
        for code, index in side.items()
        if any(mark.side == index for mark in drawn)
    ]
    if drawn:
        implied = Mark("", 8.0, 1.0, 15.0, "span", minor=True)
        signs.append(Sign(implied, "implied by the others"))
    if any(not mark.hollow for mark in drawn):
        signs.append(Sign(bar, "filled: firm, of one source"))
    if any(mark.hollow for mark in drawn):
        hollow = Mark("", 8.0, 1.0, 15.0, "span", hollow=True)
        signs.append(Sign(hollow, "outline: on assumptions"))
    if any(group.cut for group in groups):
        signs.append(Sign(Mark("", 8.0, 1.0, 15.0, "cut"), "strokes: ends beyond the axis"))
    if any(group.endless for group in groups):
        signs.append(Sign(Mark("", math.nan, 1.0, 14.0, "direction"), "arrowhead: no end"))
    return tuple(signs)
