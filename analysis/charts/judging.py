"""What charts are drawn from and judged by: the tables, and checks made once for all of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from analysis.checks import Verdicts
    from analysis.conflicts import Conflicts
    from analysis.tables import Tables

Arguments = tuple[list["pd.DataFrame"], dict[str, Any]]
#: The tables that a chart reads beside the statements, in the order of its arguments.
FRAMES = {
    "trade_levels": ("statistics", "sources"),
    "plan_events": ("events", "claims", "sources"),
    "plan_points": ("plan_points", "plan_fields", "claims", "sources"),
}


class Basis:
    """A data folder under a reading; checks that are not given are made when they are asked for.

    Raises ValueError where what is given was worked out under another reading.
    """

    def __init__(
        self, data: Tables, reading: str, verdicts: Verdicts | None = None,
        conflicts: Conflicts | None = None,
    ) -> None:  # fmt: skip
        self.data, self.reading = data, reading
        self._verdicts, self._conflicts = verdicts, conflicts
        others = set() if verdicts is None else set(verdicts.summary["reading"])
        others |= set() if conflicts is None else {conflicts.reading}
        for other in sorted(others - {reading}):
            raise ValueError(
                f"verdicts or conflicts are those of the {other} reading, the chart is drawn under "
                f"the {reading} one: work them out under that, or leave them out"
            )

    @cached_property
    def version(self) -> str:
        """The data version."""
        from analysis.tables import version

        return version(self.data)

    @cached_property
    def statements(self) -> pd.DataFrame:
        """Reported values with their claims and sources, and what the reading allows."""
        from analysis import readings
        from analysis.tables import statements

        return readings.intervals(statements(self.data), self.data.hedges, self.reading)

    @cached_property
    def readings(self) -> pd.DataFrame:
        """The same under every reading, one after the other."""
        import pandas as pd

        from analysis import readings
        from analysis.tables import statements

        said, hedges = statements(self.data), self.data.hedges
        read = [readings.intervals(said, hedges, name) for name in readings.READINGS]
        return pd.concat(read, ignore_index=True)

    @cached_property
    def verdicts(self) -> Verdicts:
        """Each value against the statistics."""
        from analysis import checks

        return self._verdicts or checks.check(self.data, self.reading)

    @cached_property
    def conflicts(self) -> Conflicts:
        """What cannot all hold."""
        from analysis import conflicts

        return self._conflicts or conflicts.find(self.data, self.reading)


def arguments(name: str, basis: Basis) -> Arguments:
    """The frames and the options that the chart of that name is drawn from."""
    if name == "definition_curve":
        data = basis.data
        more = {"sources": data.sources, "statistics": data.statistics}
        return [basis.verdicts.definitions, basis.statements], more
    if name == "value_readings":
        return value_readings(basis)
    if name == "conflict_bounds":
        found = basis.conflicts
        frames = [found.found, basis.statements, found.bounds]
        return frames, {"not_pursued": found.not_pursued}
    frames = [getattr(basis.data, table) for table in FRAMES.get(name, ())]
    return (frames if name.startswith("plan_") else [basis.statements, *frames]), {}


def value_readings(basis: Basis) -> Arguments:
    """The statements under every reading, and the definitions behind the verdicts."""
    data = basis.data
    more = {"sources": data.sources, "statistics": data.statistics, "reading": basis.reading}
    return [basis.readings, basis.verdicts.definitions], more
