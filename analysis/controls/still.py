"""Where nobody can answer: what controls are told by, and who is in front of a kernel."""

from __future__ import annotations

from dataclasses import dataclass

from analysis import readings
from analysis.controls.choosing import Prepared


@dataclass(frozen=True, repr=False)
class Still:
    """The controls as a text, the same wherever they are shown."""

    prepared: Prepared

    def __repr__(self) -> str:
        listed = self.prepared.listed
        if listed.empty:
            return "No value can be chosen: the data hold none that was read at its source."
        label = listed.loc[listed["value_id"].eq(self.prepared.first), "label"].iloc[0]
        many = f"{len(listed)} values and {len(readings.READINGS)} readings"
        return (
            f"Controls for {many}, opened at: {label}\n"
            "They work while the notebook runs, in JupyterLab."
        )


def attended() -> bool:
    """Whether somebody can answer what a cell asks: a front end says so with every request.

    JupyterLab does; a run by nbclient, nbval or the report does not.
    """
    from IPython.core.getipython import get_ipython

    shell = get_ipython()
    if shell is None or not hasattr(shell, "get_parent"):
        return False
    return bool(shell.get_parent().get("content", {}).get("allow_stdin", False))
