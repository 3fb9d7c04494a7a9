"""Charts: frames in, Axes out, and files that name their sources.

`draw` picks the frames for a chart by its name; each chart is a function of a module of its name
(`analysis.charts.trade_growth.trade_growth`) that also works on a given Axes. `save` and `show`
put it into files and notebooks; `alt`, `description` and `rows` tell what was drawn. matplotlib
loads when the first chart is drawn.

Modules: `style` (sizes, colours), `words` (measured text), `spreading` (places without overlap),
`marks` (numbers and their hedges), `panels` and `arranging` (what a row is, where it stands),
`pen`, `axis`, `plotting`, `fields` and `multiples` (drawing), `annotations` (title, key, sources),
`telling`, `flows` and `days` (rows of data as marks and words), `saving`. For definitions:
`choosing` (the lines of the grid), `results` (words), `curves`, `upright` and `turned` (drawing).
For conflicts: `bounds` (what cannot meet) and `ranges` (drawing). `judging` computes what these are
drawn from.
"""

from typing import TYPE_CHECKING, Any

from analysis.charts import judging
from analysis.charts.saving import Shown, alt, description, rows, save, show
from analysis.charts.style import WIDTHS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from analysis.tables import Tables

NAMES = (
    "trade_growth", "trade_levels", "project_counts", "plan_events", "plan_points",
    "definition_curve", "conflict_bounds", "growth_by_period",
)  # fmt: skip
#: The tables that a chart reads beside the statements, in the order of its arguments.
FRAMES = {
    "trade_levels": ("statistics", "sources"),
    "plan_events": ("events", "claims", "sources"),
    "plan_points": ("plan_points", "plan_fields", "claims", "sources"),
}

__all__ = [
    "NAMES", "WIDTHS", "Shown", "alt", "description", "draw", "rows", "save", "show",
]  # fmt: skip


def draw(
    name: str,
    data: "Tables",
    reading: str = "usual",
    width: str = "column",
    ax: "Axes | None" = None,
) -> "Axes":
    """The Axes of the chart of that name, drawn from the tables under a reading.

    The charts of definitions and conflicts compute these first.

    Raises ValueError for a name that is not in NAMES.
    """
    if name not in NAMES:
        raise ValueError(f"no chart is called {name!r}: take one of {', '.join(NAMES)}")
    from importlib import import_module

    from analysis import readings
    from analysis.tables import statements

    chart = getattr(import_module(f"analysis.charts.{name}"), name)
    frames = [getattr(data, table) for table in FRAMES.get(name, ())]
    options: dict[str, Any] = {}
    if not name.startswith("plan_"):
        frames.insert(0, readings.intervals(statements(data), data.hedges, reading))
    if name in judging.ARGUMENTS:
        frames, options = judging.ARGUMENTS[name](data, frames[0], reading)
    drawn: Axes = chart(*frames, **options, ax=ax, width=width)
    return drawn
