"""Charts survive grey print: what colour tells, shape or fill and lightness tell too."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from chart_cases import GROWTH, LEVEL, bounds, conflicts, marks, sources, statements, statistics
from matplotlib.axes import Axes
from PIL import Image

from analysis import charts
from analysis.charts.conflict_bounds import conflict_bounds
from analysis.charts.growth_by_period import growth_by_period
from analysis.charts.saving import PIXELS_PER_DOT
from analysis.charts.trade_growth import trade_growth
from analysis.charts.trade_levels import trade_levels

#: Half of what is cut out around a mark, in pixels of the picture.
HALF = 13


def pictures(ax: Axes, folder: Path) -> dict[str, np.ndarray]:
    """The surroundings of each mark's number in the saved picture, in grey: 0 black, 255 white."""
    (path,) = charts.save(ax, folder, ["png"])
    grey = np.asarray(Image.open(path).convert("L")).astype(float)
    found = {}
    for name, line in marks(ax).items():
        x, y = line.get_transform().transform(line.get_xydata()).mean(axis=0) * PIXELS_PER_DOT
        row, column = round(grey.shape[0] - y), round(x)
        found[name] = grey[row - HALF : row + HALF, column - HALF : column + HALF]
    return found


def growth(chart, *rows: dict[str, object]) -> Axes:
    """Growth rates of two sides, each by a speaker of its own."""
    return chart(statements(GROWTH, *({"claim_id": f"c{n}", **row} for n, row in enumerate(rows))))


def levels(*rows: dict[str, object]) -> Axes:
    """Levels of two sides."""
    plain = {"hedge": None, "lower": 17.9e9, "upper": 18.1e9}
    told = ({"claim_id": f"c{n}", **plain, **row} for n, row in enumerate(rows))
    return trade_levels(statements(LEVEL, *told), statistics(), sources({}))


def shapes_differ(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether a tenth of the inked places of either are bare in the other."""
    inked = one < 200, other < 200
    return (inked[0] ^ inked[1]).sum() > 0.1 * max(inked[0].sum(), inked[1].sum())


@pytest.mark.parametrize("status", ["reported", "target"])
@pytest.mark.parametrize("chart", ["trade_growth", "growth_by_period", "trade_levels"])
def test_the_two_sides_differ_in_grey_by_shape_and_by_lightness(
    chart: str, status: str, tmp_path: Path
) -> None:
    """The same number told from both sides gives two marks that nobody confuses without colour."""
    rows = [{"status": status}, {"status": status, "reporter": "JPN"}]
    draw = {"trade_growth": trade_growth, "growth_by_period": growth_by_period}.get(chart)
    one, other = pictures(growth(draw, *rows) if draw else levels(*rows), tmp_path).values()

    assert shapes_differ(one, other)
    assert abs(one.min() - other.min()) > 20


@pytest.mark.parametrize("chart", [trade_growth, growth_by_period])
def test_a_target_is_bare_inside_in_grey(chart, tmp_path: Path) -> None:
    """What is reported is filled, what is only aimed at is an outline."""
    found = pictures(growth(chart, {}, {"status": "target"}), tmp_path)
    middles = {name: grey[HALF - 2 : HALF + 2, HALF - 4 : HALF - 2] for name, grey in found.items()}

    assert middles["v0"].mean() < 130
    assert middles["v1"].mean() > 180


@pytest.mark.parametrize("chart", [trade_growth, growth_by_period])
def test_a_repeat_is_smaller_and_lighter_in_grey(chart, tmp_path: Path) -> None:
    """Beside its origin it has less ink, and none as dark."""
    found = pictures(growth(chart, {}, {"repeats": "c0"}), tmp_path)

    assert (found["v1"] < 200).sum() < 0.85 * (found["v0"] < 200).sum()
    assert found["v1"].min() > found["v0"].min() + 10


def test_ranges_of_conflicts_bear_the_shape_of_their_side() -> None:
    """Bars have no shape of their own: that of their side stands in their middle."""
    shapes = {}
    for reporter in ("RUS", "JPN"):
        rows = [{"reporter": reporter}, {"reporter": reporter, "claim_id": "b"}]
        ax = conflict_bounds(conflicts({}), statements(GROWTH, *rows), bounds({}))
        at = [line for line in ax.lines if line.get_marker() in ("o", "D")]
        shapes[reporter] = {line.get_marker() for line in at if line.get_label() != "ring"}

    assert shapes == {"RUS": {"D"}, "JPN": {"o"}}
