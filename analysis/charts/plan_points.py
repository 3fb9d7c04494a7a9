"""Chart: the points of a plan against the fields that each source names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis import labels
from analysis.charts import telling
from analysis.charts.annotations import Body, Chart, Sign, compose
from analysis.charts.fields import Entry, Grid, Line
from analysis.charts.marks import Mark
from analysis.charts.plotting import Nothing
from analysis.charts.style import Sizes, sides
from analysis.frames import taken

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NAME = "plan_points"
NONE = "The data hold no points of a plan."
OUTSIDE = "Fields that fit none of the points"


@taken
def plan_points(
    plan_points: pd.DataFrame, plan_fields: pd.DataFrame, claims: pd.DataFrame,
    sources: pd.DataFrame, *, ax: Axes | None = None, width: str = "column",
) -> Axes:  # fmt: skip
    """The Axes with a row a point of the plan and a column a source, a mark a field that it names.

    Reads plan_points, plan_fields, claims and sources; leaves out claims that were not read at
    their source. A mark is filled where the source ties the field to the point itself, hollow
    where we do. A field that fits two points has a mark at both; fields that fit none stand in a
    last row. x is the place of the source's column, from 0.
    """
    frame = named(plan_points, plan_fields, claims, sources)
    side = sides(claims["speaker_economy"])
    rows = telling.records(frame)
    numbers, listed = telling.numbered(rows)
    lines = _lines(plan_points, rows, numbers, side)
    columns = _columns(frame)
    chart = Chart(
        NAME, "Grid of points and sources", finding(plan_points, frame), _subtitle(columns),
        telling.recorded(rows, numbers, [_told(row) for row in rows]), listed, _key(frame, side),
    )  # fmt: skip

    def body(room: float, sizes: Sizes, thin: bool) -> Body:
        if not lines:
            return Nothing(NONE, room, sizes)
        return Grid(lines, columns, room, sizes, thin)

    return compose(chart, body, ax, width)


def named(
    plan_points: pd.DataFrame, plan_fields: pd.DataFrame, claims: pd.DataFrame,
    sources: pd.DataFrame,
) -> pd.DataFrame:  # fmt: skip
    """A row a field that a source names, with the point it fits, its claim and its source.

    Adds value_id (claim, field and point), `name` of the point (missing: it fits none) and `column`
    (the place of the source, by date).
    """
    read = claims[claims["read_at_source"].fillna(False)]
    frame = (
        plan_fields.merge(read, on="claim_id")
        .merge(sources, on="source_id", suffixes=("", "_source"))
        .merge(plan_points[["plan", "point", "name"]], on=["plan", "point"], how="left")
    )
    order = (
        frame[["published", "source_id"]].drop_duplicates().sort_values(["published", "source_id"])
    )
    places = {source: place for place, source in enumerate(order["source_id"])}
    parts = frame["claim_id"] + "--" + frame["field"].map(_slug) + "--"
    return frame.assign(
        value_id=parts + frame["point"].astype("string").fillna("none"),
        keys=telling.keys(frame, "plan_fields", "plan", "claim_id", "field", "point"),
        column=frame["source_id"].map(places),
    ).sort_values(["plan", "point", "column", "claim_id", "field"], ignore_index=True)


def _slug(text: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def finding(plan_points: pd.DataFrame, frame: pd.DataFrame) -> str:
    """What the rows show, as a sentence: which points no source names."""
    if plan_points.empty:
        return "No plan is in the data"
    keys = plan_points[["plan", "point"]]
    found = set(frame[["plan", "point"]].dropna().itertuples(index=False, name=None))
    missing = [key[1] for key in keys.itertuples(index=False, name=None) if key not in found]
    if missing:
        which = f"{len(missing)} of the plan’s {len(keys)} points"
        return f"No article names {which if len(keys) > 1 else 'the plan’s one point'}"
    told = frame.dropna(subset=["point"])
    most = told.drop_duplicates(["source_id", "plan", "point"])["source_id"].value_counts()
    whole = int(most.eq(len(keys)).sum())
    points = f"all {len(keys)} points" if len(keys) > 1 else "the plan’s one point"
    if whole:
        many = f"{whole} of {len(most)} articles" if len(most) > 1 else "The one article"
        return f"{many} name{'s' * (whole == 1)} {points}"
    named = f"{most.max()} of them {'is' if most.max() == 1 else 'are'} named"
    return f"No article names {points}: at most {named}"


def _columns(frame: pd.DataFrame) -> list[str]:
    """The heads of the columns: publisher and date of each source."""
    heads = frame.drop_duplicates("column").sort_values("column")
    return [
        f"{publisher}, {labels.day(day)}" if isinstance(day, str) else str(publisher)
        for publisher, day in zip(heads["publisher"], heads["published"], strict=True)
    ]


def _lines(
    plan_points: pd.DataFrame, rows: list[dict[str, Any]], numbers: list[int], side: dict[str, int]
) -> list[Line]:
    """A line a point, and one for the fields that fit none."""
    entries: dict[tuple[str, object], list[Entry]] = {}
    for row, number in zip(rows, numbers, strict=True):
        point = None if pd.isna(row["point"]) else row["point"]
        entries.setdefault((row["plan"], point), []).append(_entry(row, number, side))
    lines = [
        Line(str(row.point), str(row.name), tuple(entries.get((str(row.plan), row.point), ())))
        for row in plan_points.itertuples()
    ]
    outside = [entry for key, found in entries.items() if key[1] is None for entry in found]
    return [*lines, Line("", OUTSIDE, tuple(outside))] if outside else lines


def _entry(row: dict[str, Any], number: int, side: dict[str, int]) -> Entry:
    of = side.get(telling.given(row["speaker_economy"]))
    mark = Mark(
        f"{NAME}--{row['value_id']}", float(row["column"]), side=of, shape="s",
        hollow=row["basis"] != "stated", url=telling.address(row),
    )  # fmt: skip
    return Entry(mark, str(row["field"]), number)


def _told(row: telling.Cells) -> str:
    if not isinstance(row["name"], str):
        return f"{row['field']}: no point"
    by = "the source" if row["basis"] == "stated" else "us"
    return f"{row['field']}: point {row['point']}, {row['name']}, tied by {by}"


def _subtitle(columns: list[str]) -> str:
    many = {1: "an article", 2: "two articles", 3: "three articles"}.get(len(columns))
    return f"Points of the plan, and the fields of cooperation that {many or 'the articles'} name"


def _key(frame: pd.DataFrame, side: dict[str, int]) -> tuple[Sign, ...]:
    found = frame["speaker_economy"].map(side, na_action="ignore")
    signs = [
        Sign(Mark("", 8.0, side=index, shape="s"), f"speaker from {labels.economy(code)}")
        for code, index in side.items()
        if found.eq(index).any()
    ]
    if found.isna().any():
        signs.append(Sign(Mark("", 8.0, shape="s"), "the agency itself"))
    if frame["basis"].eq("stated").any():
        signs.append(Sign(Mark("", 8.0, shape="s"), "filled: tied by the source"))
    if frame["basis"].eq("ours").any():
        signs.append(Sign(Mark("", 8.0, shape="s", hollow=True), "hollow: our reading"))
    return tuple(signs)
