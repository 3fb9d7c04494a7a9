"""Small frames for the charts, and the boxes of what they write."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from analysis import charts, tables
from analysis.charts.annotations import plain
from analysis.charts.marks import PART


@cache
def basis(reading: str = "usual") -> charts.Basis:
    """The shipped tables with their verdicts and conflicts, worked out once."""
    return charts.Basis(tables.load(), reading)


@cache
def shipped(name: str, width: str = "column", reading: str = "usual") -> Axes:
    """A chart of the shipped tables to be looked at, drawn once; never one to be changed."""
    return charts.drawn(name, basis(reading), width)


GROWTH = {
    "claim_id": "tass-2019-06-10-oreshkin-growth", "measure": "growth", "status": "reported",
    "stage": None, "direction": "up", "economy": "RUS", "partner": "JPN", "flow": "turnover",
    "reporter": None, "period_start": "2018-01-01", "period_end": "2018-12-31", "as_of": None,
    "printed": "17", "value": 17.0, "unit": "percent", "scale": 1.0, "hedge": None,
    "counted": None, "part_of": None, "source_id": "tass-2019-06-10",
    "fragment": "had grown by 17% in 2018", "speaker": "Maxim Oreshkin",
    "speaker_role": "Minister of Economic Development", "speaker_economy": "RUS",
    "said_on": "2019-06-10", "repeats": None, "repeats_inferred": None, "publisher": "TASS",
    "title": None, "url": "https://tass.com/economy/1062990", "published": "2019-06-10",
    "language": "en", "lower": 16.5, "upper": 17.5, "central": 17.0,
}  # fmt: skip
LEVEL = GROWTH | {
    "claim_id": "kremlin-2018-05-26-putin-trade", "measure": "level", "direction": None,
    "printed": "18", "value": 18.0, "unit": "USD", "scale": 1e9, "hedge": "exceeding",
    "speaker": "Vladimir Putin", "lower": 18e9, "upper": 19e9, "central": 18e9,
}  # fmt: skip
COUNT = GROWTH | {
    "claim_id": "tass-2018-05-25-abe-projects", "measure": "count", "direction": None,
    "economy": None, "partner": None, "flow": None, "period_start": None, "period_end": None,
    "as_of": "2018-05-25", "printed": "130", "value": 130.0, "unit": "count", "hedge": "about",
    "counted": "projects", "speaker": "Shinzo Abe", "speaker_economy": "JPN", "lower": 125.0,
    "upper": 135.0, "central": 130.0,
}  # fmt: skip
CLAIM = {
    "claim_id": "a", "source_id": "s", "paragraph": 1, "fragment": "words of the source",
    "speaker": "TASS", "speaker_role": "news agency", "speaker_economy": "RUS",
    "attribution": "direct", "said_on": None, "topic": "event", "summary": "It took place.",
    "repeats": None, "repeats_inferred": None, "disputes": None, "read_at_source": True,
    "note": None,
}  # fmt: skip
SOURCE = {
    "source_id": "s", "kind": "news", "publisher": "TASS", "title": "A title",
    "url": "https://tass.com/1", "published": "2019-06-10", "language": "en", "repeats": None,
    "note": None,
}  # fmt: skip
EVENT = {
    "event_id": "forum", "claim_id": "a", "name": "Eastern Economic Forum", "place": "Vladivostok",
    "start": "2018-09-11", "end": "2018-09-13", "date_printed": "on September 11-13",
    "date_precision": "day", "status": "held",
}  # fmt: skip
POINT = {"plan": "p", "point": 1, "name": "Energy", "source_id": "s"}
FIELD = {"plan": "p", "claim_id": "a", "field": "oil and gas", "point": 1, "basis": "stated"}
STATISTIC = {
    "provider": "MIT OEC", "reporter": None, "economy": "JPN", "partner": "RUS", "flow": "exports",
    "measure": "level", "period_start": "2013-01-01", "period_end": "2013-12-31", "unit": "USD",
    "scope": "goods", "valuation": None, "vintage": "2016", "printed": "13161247787",
    "value": 13161247787.0, "scale": 1.0, "source_id": "s",
}  # fmt: skip
DEFINITION = {
    "value_id": "v0", "reporter": "JPN", "flow": "turnover", "scope": "goods", "valuation": "",
    "currency": "JPY", "basis": "2018 on 2017", "vintage": "2019-03", "provider": "Comtrade",
    "office": "", "made_of": "levels", "primary": True, "verdict": "not_reproduced",
    "reason_code": "", "rows": (0, 1), "source_ids": ("s",), "lower": 14.9, "central": 15.0,
    "upper": 15.1, "meets": False, "at_end": False, "misses_by": 1.4, "inequality": "15.1 < 16.5",
}  # fmt: skip
CONFLICT = {
    "conflict_id": "conflict-0", "value_ids": ("v0", "v1"), "tier": "firm", "assumptions": (),
    "form": "same_quantity", "sentence": "+17% and +19% have no value in common.",
    "smallest_move": None, "explanations": (),
}  # fmt: skip
BOUND = {
    "conflict_id": "conflict-0", "value_id": "v0", "lower": 16.5, "upper": 17.5,
    "left_lower": 18.5, "left_upper": 19.5, "below": True, "gap": 1.0,
    "implied": "at least +18.5%",
}  # fmt: skip
DAYS = ("period_start", "period_end", "start", "end")
TEXTS = (
    "hedge",
    "repeats",
    "repeats_inferred",
    "part_of",
    "reporter",
    "said_on",
    "speaker_economy",
)


def frame(rows: list[dict[str, object]], columns: dict[str, object]) -> pd.DataFrame:
    """The rows as a frame typed as a data folder is; ids are made where a row has none."""
    table = pd.DataFrame(rows, columns=list(columns)).assign(
        **{column: lambda f, c=column: pd.to_datetime(f[c]) for column in DAYS if column in columns}
    )
    for column in TEXTS:
        if column in columns:
            table[column] = table[column].astype("str").where(table[column].notna())
    return table


def statements(base: dict[str, object], *changes: dict[str, object]) -> pd.DataFrame:
    """Statements that differ from a base row in what is given, with value ids v0, v1, ..."""
    rows = [base | {"value_id": f"v{place}"} | change for place, change in enumerate(changes)]
    return frame(rows, base | {"value_id": ""})


def claims(*changes: dict[str, object]) -> pd.DataFrame:
    """Claims that differ from a base row in what is given."""
    return frame([CLAIM | change for change in changes], CLAIM).astype(
        {"read_at_source": "boolean"}
    )


def sources(*changes: dict[str, object]) -> pd.DataFrame:
    """Sources that differ from a base row in what is given."""
    return frame([SOURCE | change for change in changes], SOURCE)


def events(*changes: dict[str, object]) -> pd.DataFrame:
    """Events that differ from a base row in what is given."""
    return frame([EVENT | change for change in changes], EVENT)


def points(*changes: dict[str, object]) -> pd.DataFrame:
    """Points of a plan that differ from a base row in what is given."""
    return frame([POINT | change for change in changes], POINT).astype({"point": "Int64"})


def fields(*changes: dict[str, object]) -> pd.DataFrame:
    """Named fields that differ from a base row in what is given."""
    return frame([FIELD | change for change in changes], FIELD).astype({"point": "Int64"})


def statistics(*changes: dict[str, object]) -> pd.DataFrame:
    """Statistics that differ from a base row in what is given."""
    return frame([STATISTIC | change for change in changes], STATISTIC)


def definitions(*changes: dict[str, object]) -> pd.DataFrame:
    """Definitions of the value v0 that differ from a base row in what is given."""
    return pd.DataFrame([DEFINITION | change for change in changes], columns=list(DEFINITION))


def conflicts(*changes: dict[str, object]) -> pd.DataFrame:
    """Conflicts that differ from a base row in what is given."""
    return pd.DataFrame([CONFLICT | change for change in changes], columns=list(CONFLICT))


def bounds(*changes: dict[str, object]) -> pd.DataFrame:
    """Ranges of conflicts that differ from a base row in what is given."""
    return pd.DataFrame([BOUND | change for change in changes], columns=list(BOUND))


def written(ax: Axes) -> list[str]:
    """Every text on the figure, in drawing order."""
    figure = ax.get_figure(root=True)
    return [t.get_text() for t in figure.findobj(Text) if t.get_visible() and t.get_text()]


def marks(ax: Axes) -> dict[str, Line2D]:
    """The drawn marks by their value_id."""
    figure = ax.get_figure(root=True)
    lines = [n for n in figure.findobj(Line2D) if n.get_gid() and not n.get_gid().endswith(PART)]
    return {line.get_gid().partition("--")[2]: line for line in lines}


def boxes(ax: Axes) -> list[tuple[str, Bbox]]:
    """What is written, with its box in pixels; a claim number has the box of its circle."""
    figure = ax.get_figure(root=True)
    with plain():
        figure.draw_without_rendering()
        renderer = FigureCanvasAgg(figure).get_renderer()
        texts = [t for t in figure.findobj(Text) if t.get_visible() and t.get_text()]
        found = [(t.get_text(), t.get_window_extent(renderer)) for t in texts]
        rings = [line for line in figure.findobj(Line2D) if line.get_label() == "ring"]
    return found + [(f"ring {r.get_xydata()}", ring_box(r)) for r in rings]


def ring_box(ring: Line2D) -> Bbox:
    """The box of a circle around a claim number, a little smaller than the circle."""
    places = ring.get_transform().transform(ring.get_xydata())
    wide = ring.get_markersize() if ring.get_marker() == "o" else ring.get_linewidth()
    half = wide / 72 * ring.get_figure(root=True).dpi / 2 - 1
    return Bbox([places.min(axis=0) - half, places.max(axis=0) + half])


def dots(ax: Axes) -> list[tuple[str, Bbox]]:
    """The dots of marks and of the key with their boxes, a little smaller than the dots."""
    figure = ax.get_figure(root=True)
    found = []
    for line in figure.findobj(Line2D):
        name = line.get_gid() or "a sign"
        if line.get_marker() not in ("o", "D", "^", "s", "p") or line.get_label() == "ring":
            continue
        every = line.get_markevery() or range(len(line.get_xydata()))
        places = line.get_transform().transform(line.get_xydata())[list(every)]
        half = line.get_markersize() / 72 * figure.dpi / 2 - 1.5
        found += [(name, Bbox([place - half, place + half])) for place in places]
    return found


def small(ax: Axes) -> list[str]:
    """The texts that are set in less than eight points, or turned."""
    texts = [t for t in ax.get_figure(root=True).findobj(Text) if t.get_visible() and t.get_text()]
    return [
        f"{t.get_text()!r} is small or turned"
        for t in texts if t.get_fontsize() < 8 or t.get_rotation()
    ]  # fmt: skip


def covered(ax: Axes, found: list[tuple[str, Bbox]]) -> list[str]:
    """The texts that stand over the dot of a mark."""
    over = dots(ax)
    return [
        f"{found[text][0]!r} covers the dot of {over[dot][0]}" for dot, text in met(over, found)
    ]


def met(some: list[tuple[str, Bbox]], others: list[tuple[str, Bbox]]) -> list[tuple[int, int]]:
    """The places, in both lists, of the boxes that share more than a hair's breadth."""
    one, two = (
        np.array([box.extents for _, box in boxes]).reshape(-1, 4) for boxes in (some, others)
    )
    shared = np.minimum(one[:, None, 2:], two[None, :, 2:]) - np.maximum(
        one[:, None, :2], two[None, :, :2]
    )
    return [(int(a), int(b)) for a, b in np.argwhere((shared > (0.5, 1.5)).all(axis=2))]


def apart(one: str, other: str) -> bool:
    """Whether two texts must not meet: a number may stand in a circle."""
    return not (one.startswith("ring") and other.isdigit())


def faults(ax: Axes) -> list[str]:
    """Texts that overlap, leave the figure, cover the dot of a mark, or are too small."""
    found = boxes(ax)
    whole = ax.get_figure(root=True).bbox
    out = [
        f"{text!r} leaves the figure" for text, box in found
        if box.x0 < whole.x0 or box.y0 < whole.y0 or box.x1 > whole.x1 or box.y1 > whole.y1
    ] + covered(ax, found) + small(ax)  # fmt: skip
    texts = [(found[a][0], found[b][0]) for a, b in met(found, found) if a < b]
    return out + [f"{a!r} overlaps {b!r}" for a, b in texts if apart(a, b) and apart(b, a)]
