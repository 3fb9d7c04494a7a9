"""Charts: frames in, Axes out, and files that name their sources.

`draw` picks the frames for a chart by its name; each chart is a function of a module of its name
(`analysis.charts.trade_growth.trade_growth`) that also works on a given Axes. `save` and `show`
put it into files and notebooks; `alt`, `description` and `rows` tell what was drawn. matplotlib
loads when the first chart is drawn.

Modules: `style` (sizes, colours), `words` (measured text), `spreading` (places without overlap),
`marks` (numbers and their hedges), `panels` and `arranging` (what a row is, where it stands),
`pen`, `axis`, `plotting`, `fields` and `multiples` (drawing), `annotations` (title, key),
`source_lines`, `telling`, `flows` and `days` (rows of data as marks and words), `cards` (what a
mark tells), `tracing` (where a chart comes from), `svg` and `saving`. For definitions:
`choosing` (the lines of the grid), `results` (words), `curves`, `upright` and `turned` (drawing).
For conflicts: `ranges` (drawing). `judging` holds what charts are drawn from and judged by.
"""

from typing import TYPE_CHECKING

from analysis.charts.judging import Basis
from analysis.charts.saving import Shown, alt, description, empty, rows, save, show
from analysis.charts.style import WIDTHS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from analysis.checks import Verdicts
    from analysis.conflicts import Conflicts
    from analysis.tables import Tables

NAMES = (
    "trade_growth", "trade_levels", "project_counts", "plan_events", "plan_points",
    "definition_curve", "conflict_bounds", "growth_by_period", "value_readings",
)  # fmt: skip

__all__ = [
    "NAMES", "WIDTHS", "Basis", "Shown", "alt", "description", "draw", "drawn", "empty", "rows",
    "save", "show",
]  # fmt: skip


def draw(
    name: str,
    data: "Tables",
    reading: str = "usual",
    width: str = "column",
    ax: "Axes | None" = None,
    *,
    verdicts: "Verdicts | None" = None,
    conflicts: "Conflicts | None" = None,
) -> "Axes":
    """The Axes of the chart of that name, drawn from the tables under a reading.

    What `checks.check` and `conflicts.find` gave under the same reading can be handed over; else
    it is worked out where the chart needs it. Several charts of one folder are drawn faster from
    one `Basis`, by `drawn`.

    Raises ValueError for a name that is not in NAMES, and for results of another reading.
    """
    return drawn(name, Basis(data, reading, verdicts, conflicts), width, ax)


def drawn(name: str, basis: Basis, width: str = "column", ax: "Axes | None" = None) -> "Axes":
    """The Axes of the chart of that name, with what is known of where it comes from.

    Raises ValueError for a name that is not in NAMES.
    """
    if name not in NAMES:
        raise ValueError(f"no chart is called {name!r}: take one of {', '.join(NAMES)}")
    from importlib import import_module

    from analysis.charts import annotations, cards, judging, tracing

    chart = getattr(import_module(f"analysis.charts.{name}"), name)
    frames, options = judging.arguments(name, basis)
    axes: Axes = chart(*frames, **options, ax=ax, width=width)
    told = annotations.record(axes).rows
    annotations.stamp(
        axes, data_version=basis.version, command=tracing.command(name, basis.reading, width),
        reading=basis.reading, rows=told.assign(**cards.judged(told, basis)),
    )  # fmt: skip
    return axes
