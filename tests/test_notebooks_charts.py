"""The charts of the notebooks, which nbval does not see: what is drawn is what the data say.

What a mark should stand for is worked out here from the tables, not from the rows of the chart.
"""

from __future__ import annotations

import base64
import io
import math
import re
from functools import cache
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd
import pytest
from chart_cases import basis, marks, shipped, written
from conftest import ROOT
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from PIL import Image

from analysis import charts, labels, readings, tables
from analysis.charts.saving import encoded
from analysis.report import notebooks
from analysis.report.pictures import DRAWN

SIZES = {"thousand": 1e3, "m": 1e6, "bn": 1e9, "tn": 1e12}
#: Charts without an axis of numbers: days, points of a plan, ranges each on a scale of its own.
ELSEWHERE = ("plan_events", "plan_points", "conflict_bounds")
#: What the bytes of a picture depend on.
DRAWING = ("matplotlib", "numpy", "pillow")


@cache
def data() -> tables.Tables:
    """The shipped tables."""
    return tables.load(ROOT / "data")


@cache
def drawn(name: str) -> Axes:
    """The chart of that name, drawn now as the site's notebooks show it."""
    return shipped(name, reading=DRAWN.get(name, readings.DEFAULT_READING))


@cache
def picture(ax: Axes, name: str) -> bytes:
    """The chart as a notebook stores it."""
    return encoded(ax, "png", name)


@cache
def stated(reading: str) -> pd.DataFrame:
    """The statements with their intervals, by value_id."""
    said = tables.statements(data())
    return readings.intervals(said, data().hedges, reading).set_index("value_id")


def own(path: Path) -> bool:
    """Whether a notebook says in its metadata that it brings its own data."""
    return notebooks.brings(nbformat.read(path, as_version=4))


@cache
def brought(path: Path) -> dict[str, Any]:
    """The names of a notebook that brings its own data, after its code but the charts has run."""
    book = nbformat.read(path, as_version=4)
    names: dict[str, Any] = {}
    for cell in book.cells:
        if cell.cell_type == "code" and "charts.show(" not in cell.source:
            exec(cell.source, names)  # what the notebook itself builds
    return names


@cache
def drawn_by(path: Path, name: str) -> Axes:
    """The chart of that name, of the data that the notebook is about: its own, or the shipped."""
    if not own(path):
        return drawn(name)
    return charts.draw(name, brought(path)["data"], DRAWN.get(name, readings.DEFAULT_READING))


def shown() -> list[Any]:
    """Name, notebook, cell before, picture: every chart that a notebook stores."""
    found = []
    for path in notebooks.paths():
        book = nbformat.read(path, as_version=4)
        cells = [cell for cell in book.cells if cell.cell_type == "code"]
        for before, cell in pairwise(cells):
            for output in cell.outputs:
                if "image/png" in output.get("data", {}):
                    about = output.metadata.get("image/png", {})
                    name = f"{path.stem}-{about.get('chart')}"
                    found.append((name, path, before, output, about))
    return found


FOUND = shown()
SHOWN = [pytest.param(*each, id=name) for name, *each in FOUND]
#: Those of notebooks about the shipped data; the others show their values one step after the other.
OF_SHIPPED = [pytest.param(*each, id=name) for name, *each in FOUND if not own(each[0])]
OWN = [pytest.param(each[0], each[-1], id=name) for name, *each in FOUND if own(each[0])]
NAMES = sorted({about.get("chart", "") for *_, about in FOUND})


def text(output: Any) -> str:
    """What an output says as text, printed or shown."""
    return str(output.get("data", {}).get("text/plain", output.get("text", "")))


def test_every_chart_stands_in_a_notebook() -> None:
    """No chart is left out, and no picture is without the name of a chart."""
    assert sorted(charts.NAMES) == NAMES


@pytest.mark.parametrize(("path", "before", "output", "about"), SHOWN)
def test_the_alt_text_is_the_charts_own(path: Path, before: Any, output: Any, about: Any) -> None:
    """What stands in the notebook for the picture is what the chart says of itself now."""
    alt = charts.alt(drawn_by(path, about["chart"]))

    assert about["alt"] == alt
    assert output["data"]["text/plain"] == alt
    assert alt.endswith(".")
    assert not re.search(r"matplotlib|figure|No description|Figure size", alt, re.IGNORECASE)


@pytest.mark.parametrize(("path", "before", "output", "about"), OF_SHIPPED)
def test_the_cell_before_a_chart_prints_what_it_draws(
    path: Path, before: Any, output: Any, about: Any
) -> None:
    """Each row printed there is one of the chart's, in its words, and there is one at least."""
    printed = "\n".join(text(output) for output in before.outputs)
    words = [" ".join(one.split()) for one in charts.rows(drawn(about["chart"]))["words"]]
    lines = [line for line in printed.splitlines()[3:] if line.strip()]

    assert lines
    assert [line for line in lines if not any(one in line for one in words)] == []


@pytest.mark.parametrize(("path", "about"), OWN)
def test_a_notebook_of_its_own_data_prints_every_value_that_it_draws(
    path: Path, about: Any
) -> None:
    """Some cell of it names the value of each mark, and there is one at least."""
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    printed = "\n".join(text(output) for cell in cells for output in cell.outputs)
    rows = charts.rows(drawn_by(path, about["chart"]))
    values = {key for keys in rows["keys"] for key in keys.get("reported_values", ())}

    assert values
    assert [key for key in values if key not in printed] == []


@pytest.mark.parametrize("name", NAMES)
def test_some_notebook_prints_every_row_of_a_chart(name: str) -> None:
    """Nothing is drawn that no cell before a chart prints, unless the cell says of how many."""
    cells = [
        before for _, path, before, _, about in FOUND if about["chart"] == name and not own(path)
    ]
    printed = "\n".join(text(output) for cell in cells for output in cell.outputs)
    rows = charts.rows(drawn(name))
    missing = [one for one in rows["words"] if " ".join(one.split()) not in printed]

    assert not missing or f"of {len(rows):,}" in printed


@pytest.mark.parametrize(("path", "before", "output", "about"), SHOWN)
def test_the_picture_is_the_one_that_the_data_give(
    path: Path, before: Any, output: Any, about: Any
) -> None:
    """The same bytes, where the libraries that draw are those of the lock."""
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    others = [name for name in DRAWING if f"\n{name}=={version(name)} " not in f"\n{lock}"]
    if others:
        pytest.skip(f"other versions than in requirements.txt: {', '.join(others)}")
    stored = base64.b64decode(output["data"]["image/png"])
    now = picture(drawn_by(path, about["chart"]), about["chart"])

    if pixels(stored) != pixels(now):
        pytest.fail(f"{about['chart']} is drawn otherwise now: run make notebooks")
    if stored != now:
        pytest.fail(f"{about['chart']} tells of other rows or tables now: run make notebooks")


def pixels(png: bytes) -> tuple[tuple[int, int], bytes]:
    """The size and the colours of a picture, without what it tells of itself."""
    with Image.open(io.BytesIO(png)) as picture:
        return picture.size, picture.convert("RGB").tobytes()


def unit_of(line: Line2D, name: str) -> str:
    """The unit at the end of the axis that a mark stands on, else the words of the chart."""
    return line.axes.get_xlabel() or "\n".join(written(drawn(name)))


def size_of(unit: str) -> float:
    """How much one of an axis is: a billion where it says bn."""
    return SIZES.get(unit.split()[-1], 1.0)


def statement(key: str) -> tuple[str, str]:
    """The value_id and the reading that a mark's name tells; empty where it is no statement's."""
    parts = key.split("--")
    reading = next((part for part in parts if part in readings.READINGS), "usual")
    if any(part.startswith(("definition-", "implied")) for part in parts):
        return "", reading
    return next((part for part in parts if part in stated("usual").index), ""), reading


def allowed(value_id: str, reading: str) -> list[float]:
    """The lower end, the number and the upper end; those of a share as counts of its whole."""
    row = stated(reading).loc[value_id]
    ends = [row["lower"], row["central"], row["upper"]]
    if row["unit"] != "percent" or not isinstance(row["part_of"], str) or row["measure"] != "share":
        return ends
    whole = stated(reading).loc[row["part_of"]]
    return [a * b / 100 for a, b in zip(ends, whole[["lower", "central", "upper"]], strict=True)]


def stands(line: Line2D, ends: list[float], size: float) -> bool:
    """Whether a mark stands at its number, or is a bar about the middle of its interval."""
    at = [float(x) * size for x in line.get_xdata()]
    lower, central, upper = ends
    if len(at) == 3:
        return at == pytest.approx(ends)
    if math.isfinite(central) and any(x == pytest.approx(central) for x in at):
        return True
    if math.isfinite(lower) and math.isfinite(upper):
        return min(at) + max(at) == pytest.approx(lower + upper)
    known = [x for x in (lower, upper) if math.isfinite(x)]
    return all(any(x == pytest.approx(end) for x in at) for end in known)


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ELSEWHERE])
def test_a_mark_of_a_statement_stands_at_its_number(name: str) -> None:
    """The number as read from the tables, in the unit that the axis names."""
    found = {key: (line, *statement(key)) for key, line in marks(drawn(name)).items()}
    own = {key: each for key, each in found.items() if each[1]}

    assert own
    for key, (line, value_id, reading) in own.items():
        size = size_of(unit_of(line, name))
        assert stands(line, allowed(value_id, reading), size), key


@pytest.mark.parametrize("name", ["definition_curve", "value_readings"])
def test_a_mark_of_a_definition_stands_at_its_result(name: str) -> None:
    """The n-th definition of the value, as the checks compute it."""
    every = basis().verdicts.definitions
    found = [key for key in marks(drawn(name)) if "--definition-" in key]

    assert found
    for key in found:
        value_id, place = key.split("--definition-")
        row = every[every["value_id"] == value_id].iloc[int(place) - 1]
        at = list(marks(drawn(name))[key].get_xdata())
        assert at == pytest.approx([row["lower"], row["central"], row["upper"]])


def test_a_mark_of_a_statistic_stands_at_its_level() -> None:
    """The printed number times its scale, in the unit of the axis."""
    rows = charts.rows(drawn("trade_levels")).set_index("value_id")
    levels = set((data().statistics["value"] * data().statistics["scale"]).round(-3))
    found = {k: line for k, line in marks(drawn("trade_levels")).items() if not statement(k)[0]}

    assert found
    for key, line in found.items():
        size = size_of(line.axes.get_xlabel())
        assert round(float(line.get_xdata()[1]) * size, -3) in levels, rows.loc[key, "words"]


def test_a_mark_of_an_event_spans_its_days() -> None:
    """From the beginning of the first possible day to the end of the last; a short one is drawn
    longer, about its middle."""
    dated = data().events.set_index(["event_id", "claim_id"])
    epoch = pd.Timestamp("1970-01-01")

    for key, line in marks(drawn("plan_events")).items():
        row = dated.loc[tuple(key.split("--"))]
        first, last = ((row[end] - epoch).days for end in ("start", "end"))
        low, high = min(line.get_xdata()), max(line.get_xdata())
        assert low + high == pytest.approx(first + last + 1, abs=1), key
        assert low <= first <= last <= high, key


@pytest.mark.parametrize("name", NAMES)
def test_every_mark_names_rows_of_the_tables_and_its_source(name: str) -> None:
    """No mark without a row, no row without a mark; each with words and a source line."""
    rows = charts.rows(drawn(name)).set_index("value_id")

    assert set(marks(drawn(name))) == set(rows.index)
    for key, row in rows.iterrows():
        assert row["words"], key
        assert row["source"], key
        assert any(keys for keys in row["keys"].values()), key


@pytest.mark.parametrize("name", NAMES)
def test_the_unit_of_every_number_is_written(name: str) -> None:
    """At the axis of the mark, or else in the words of the chart."""
    for key, line in marks(drawn(name)).items():
        value_id = statement(key)[0]
        if not value_id:
            continue
        row = stated("usual").loc[value_id]
        unit = row["unit"] if isinstance(row["unit"], str) else "percent"
        counted = labels.counted(row["counted"])
        named = {"percent": ("%", "percent", "counted"), "count": (counted, "counted")}
        signs = {**named, "times": ("times", "%")}.get(unit, (unit, "place"))
        assert any(sign in unit_of(line, name) for sign in signs), (key, signs)
