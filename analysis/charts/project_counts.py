"""Chart: counts of cooperation projects over time, each kind of thing counted with its own mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis import labels
from analysis.charts import telling
from analysis.charts.annotations import Chart, Sign, compose
from analysis.charts.days import middle
from analysis.charts.flows import start_upper
from analysis.charts.marks import Mark
from analysis.charts.panels import Panel, Row
from analysis.charts.plotting import rows_or_words
from analysis.charts.style import COUNTED_SHAPES, sides
from analysis.frames import taken

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NAME = "project_counts"
NONE = "The data hold no count of projects, agreements or documents that was read at its source."
BOUNDS = ["central", "lower", "upper"]


@taken
def project_counts(
    statements: pd.DataFrame, *, ax: Axes | None = None, width: str = "column"
) -> Axes:
    """The Axes with every count of projects, agreements and documents, in the order of their dates.

    Reads statements with intervals (`readings.intervals`); draws counts, and shares of them
    (`part_of`) as the counts that they come to, beside their whole. x is the count from zero; time
    runs downwards. Counts without a date, and counts of points, sessions and national projects,
    are left out. A count that only repeats an older state is grey and tied to the row it repeats.
    """
    frame = counts(statements)
    side = sides(statements["speaker_economy"])
    rows = telling.records(frame)
    numbers, sources = telling.numbered(rows)
    drawn = _rows(rows, numbers, side)
    told = [_told(row, {r["value_id"]: r for r in rows}) for row in rows]
    chart = Chart(
        NAME, "Dot plot on a time line", finding(rows), _subtitle(frame),
        telling.recorded(rows, numbers, told), sources, _key(frame, drawn, side),
    )  # fmt: skip

    panel = Panel(tuple(drawn), "number counted", lines=2)
    return compose(chart, rows_or_words([panel], NONE), ax, width)


def counts(statements: pd.DataFrame) -> pd.DataFrame:
    """The dated counts of projects, agreements and documents, and the shares of them, by date.

    Adds `minor` (only repeats another) and `place` (days since 1970); central, lower and upper of
    a share are the counts that it comes to.
    """
    counted = statements["counted"].isin(list(COUNTED_SHAPES))
    known = statements["as_of"].notna() & statements["central"].notna()
    frame = statements[statements["measure"].isin(["count", "share"]) & counted & known]
    frame = _as_counts(frame)
    part = frame["part_of"].notna()
    place = [middle(day) for day in frame["as_of"]]
    return (
        frame.assign(minor=telling.repeated(frame).notna(), place=place, _part=part)
        .sort_values(["place", "claim_id", "_part", "value_id"], ignore_index=True)
        .drop(columns="_part")
    )


def _as_counts(frame: pd.DataFrame) -> pd.DataFrame:
    """Shares of a whole as counts: its bounds times those of the whole; other shares are left out.

    Adds `loose`: the number or its whole is hedged.
    """
    wholes = frame.set_index("value_id").reindex(frame["part_of"].fillna(""))
    share = frame["unit"].eq("percent")
    turned = frame[BOUNDS] / 100 * wholes[BOUNDS].to_numpy()
    loose = frame["hedge"].notna() | (share & wholes["hedge"].notna().to_numpy())
    counted = frame[BOUNDS].where(~share, turned)
    return frame.assign(loose=loose, **counted).dropna(subset=["central"])


def finding(rows: list[dict[str, Any]]) -> str:
    """What the rows show, as a sentence: the longest repetition, or the range of the counts."""
    if not rows:
        return "No count of projects is reported"
    return _repetition(rows) or _range(rows)


def _repetition(rows: list[dict[str, Any]]) -> str:
    """The count that repeats the oldest state compared with its own date; empty without any."""
    by_claim = {row["claim_id"]: row for row in reversed(rows)}
    pairs = [(row, by_claim[_origin(row)]) for row in rows if _origin(row) in by_claim]
    ages = [(late["place"] - early["place"], _part(late)) for late, early in pairs]
    if not ages or max(ages)[0] <= 31:
        return ""
    late, early = pairs[len(ages) - 1 - ages[::-1].index(max(ages))]
    words = start_upper(_count(late, {row["value_id"]: row for row in rows}))
    told, state = telling.month(late["as_of"]), telling.month(early["as_of"])
    be = "is" if telling.given(late["repeats"]) else "seems to be"
    return f"“{words}”, told in {told}, {be} the state of {state}"


def _range(rows: list[dict[str, Any]]) -> str:
    """The first and the last count of the kind that is counted most."""
    kinds: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in rows:
        stage = telling.given(row["stage"]) or ("part" if _part(row) else "")
        kinds.setdefault((row["counted"], stage), []).append(row)
    most = max(kinds.values(), key=len)
    if len(most) == 1 < len(rows):
        return f"{len(rows)} counts are each of another kind"
    ends = [_words(row, {}) for row in (most[0], most[-1])]
    if len(most) == 1:
        return f"One count is reported: {ends[0]}"
    if ends[0] == ends[1]:
        return f"The first and the last count say {ends[0]}"
    return f"Counts went from {ends[0]} to {ends[1]}"


def _origin(row: telling.Cells) -> str:
    return telling.given(row["repeats"]) or telling.given(row["repeats_inferred"])


def _again(row: telling.Cells) -> str:
    """The verb for a repeat: only what the words of the source say is told as certain."""
    return "repeats" if telling.given(row["repeats"]) else "seems to repeat"


def _part(row: telling.Cells) -> bool:
    return isinstance(row["part_of"], str)


def _count(row: telling.Cells, by_id: dict[str, dict[str, Any]]) -> str:
    """The number in words, with the whole that it is a part of: "over 60 of 130"."""
    whole = by_id.get(telling.given(row["part_of"]))
    return telling.value(row) + (f" of {telling.value(whole)}" if whole else "")


def _words(row: telling.Cells, by_id: dict[str, dict[str, Any]]) -> str:
    """The number with what is counted and how far that is: "over 60 of 130 projects under way"."""
    stage = f" {labels.plain(row['stage'])}" if telling.given(row["stage"]) else ""
    return f"{_count(row, by_id)} {labels.counted(row['counted'])}{stage}"


def _told(row: telling.Cells, by_id: dict[str, dict[str, Any]]) -> str:
    again = f", {_again(row)} an older state" if row["minor"] else ""
    return f"{labels.day(row['as_of'])}: {_words(row, by_id)}{again}"


def _rows(rows: list[dict[str, Any]], numbers: list[int], side: dict[str, int]) -> list[Row]:
    """A row a count; a part stands on the row of its whole, further parts on rows of their own."""
    by_id = {row["value_id"]: row for row in rows}
    states = {row["claim_id"]: row for row in reversed(rows)}
    parts: dict[str, list[str]] = {}
    for row in rows:
        if row["part_of"] in by_id:
            parts.setdefault(row["part_of"], []).append(row["value_id"])
    shared = {whole: ids[0] for whole, ids in parts.items()}
    drawn = []
    for row, number in zip(rows, numbers, strict=True):
        if row["value_id"] in shared:
            continue
        with_whole = shared.get(row["part_of"]) == row["value_id"]
        marks = [_mark(row, side), *([_mark(by_id[row["part_of"]], side)] if with_whole else [])]
        drawn.append(_row(row, tuple(marks), number, by_id, states))
    return drawn


def _row(
    row: dict[str, Any], marks: tuple[Mark, ...], number: int,
    by_id: dict[str, dict[str, Any]], states: dict[str, dict[str, Any]],
) -> Row:  # fmt: skip
    text, origin = _words(row, by_id), states.get(_origin(row))
    again = f", {_again(row)} {labels.day(origin['as_of']) if origin else 'another'}"
    day, speaker = labels.day(row["as_of"]), telling.speaker(row)
    label = (f"{day} · ", speaker, again if row["minor"] else "")
    return Row(
        marks, label, text, numbers=(number,), place=row["place"], minor=row["minor"],
        repeats=f"{NAME}--{origin['value_id']}" if origin else "",
        track=len(marks) > 1, url=marks[0].url,
    )  # fmt: skip


def _mark(row: dict[str, Any], side: dict[str, int]) -> Mark:
    of = side.get(telling.given(row["speaker_economy"]))
    shape = COUNTED_SHAPES[row["counted"]]
    return telling.mark(NAME, row, of, shape, minor=row["minor"])


def _subtitle(frame: pd.DataFrame) -> str:
    if frame.empty:
        return "Counts of projects, agreements and documents as reported"
    kinds = [name for name in COUNTED_SHAPES if frame["counted"].eq(name).any()]
    told = [labels.counted(name) for name in kinds]
    years = telling.years(min(frame["as_of"])[:4], max(frame["as_of"])[:4])
    listed = ", ".join(told[:-1]) + " and " + told[-1] if len(told) > 1 else told[0]
    return f"Reported numbers of {listed}, {years}; time runs downwards, to scale at the left"


def _key(frame: pd.DataFrame, drawn: list[Row], side: dict[str, int]) -> tuple[Sign, ...]:
    """Which shape counts what, which colour speaks, and the signs of the hedges."""
    marks = [mark for row in drawn for mark in row.marks]
    shapes = [
        Sign(Mark("", 8.0, shape=shape), labels.counted(name))
        for name, shape in COUNTED_SHAPES.items()
        if frame["counted"].eq(name).any()
    ]
    speakers = [
        Sign(Mark("", 8.0, 2.0, 14.0, "span", side=index), f"speaker from {labels.economy(code)}")
        for code, index in side.items()
        if any(mark.side == index and not mark.minor for mark in marks)
    ]
    signs = [sign for sign in telling.key(marks) if sign.mark.kind != "point" or sign.mark.minor]
    if any(row.track for row in drawn):
        line = Mark("", 8.0, 1.0, 15.0, shape="", minor=True)
        signs.insert(0, Sign(line, "line: joins a part and its whole"))
    return (*shapes, *speakers, *signs)
