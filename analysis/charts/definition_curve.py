"""Chart: what statistics give for one reported value under each definition, and what each chooses.

The form is that of specification-curve analysis (Simonsohn, Simmons and Nelson 2020).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.charts import choosing, results, telling
from analysis.charts.annotations import Arranger, Body, Chart, Sign, compose
from analysis.charts.curves import Curve
from analysis.charts.flows import shape_of, start_upper
from analysis.charts.marks import Mark
from analysis.charts.plotting import Nothing
from analysis.charts.results import Unit
from analysis.charts.style import Sizes, sides
from analysis.charts.turned import Turned
from analysis.charts.upright import Upright
from analysis.frames import taken

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NAME = "definition_curve"
KIND = "Specification curve"
NONE = "The data hold no definition of a reported value."
#: Lines of the grid at most, upright and turned.
MOST_LINES = {True: 36, False: 24}


@taken
def definition_curve(
    verdict_definitions: pd.DataFrame, statements: pd.DataFrame, value_id: str | None = None, *,
    sources: pd.DataFrame | None = None, statistics: pd.DataFrame | None = None,
    ax: Axes | None = None, width: str = "column",
) -> Axes:  # fmt: skip
    """The Axes with the statistic under each definition of a reported value, and its choices.

    Reads `checks.check(data).definitions`, statements with the intervals of the same reading, and
    `sources` and `statistics` for the links and keys of these. The value is the one with the most
    computed definitions unless given. Results are sorted; primary definitions are filled, others
    hollow; the band is what the statement allows. Definitions that could not be computed are named
    below.

    Raises ValueError where `value_id` is not among the statements.
    """
    value_id = value_id or most_computed(verdict_definitions)
    if value_id is None:
        return _without(NONE, "No definition is in the data", ax, width)
    claim = results.claim(statements, value_id)
    rows = verdict_definitions[verdict_definitions["value_id"].eq(value_id)]
    computed = results.ordered(rows)
    if computed.empty:
        reason = results.reason(claim, rows, statements)
        return _without(reason, f"Nothing to set {results.printed(claim)} against", ax, width)
    told = results.sourced(computed, claim, sources, statistics)
    return _drawn(claim, computed, rows, statements, told, ax, width)


def most_computed(definitions: pd.DataFrame) -> str | None:
    """The value with the most computed definitions, the first by name among equals."""
    many = definitions.groupby("value_id", sort=True)["central"].count()
    return None if many.empty else str(many.idxmax())


def _without(text: str, title: str, ax: Axes | None, width: str) -> Axes:
    """A chart of words: what is missing, and why."""
    nothing = pd.DataFrame(columns=["mark", "value_id", "words", "source", "link"])
    chart = Chart(NAME, KIND, title, "Statistics under each definition", nothing)

    def body(room: float, sizes: Sizes, thin: bool) -> Body:
        return Nothing(text, room, sizes)

    return compose(chart, body, ax, width)


def _drawn(
    claim: telling.Cells, computed: pd.DataFrame, rows: pd.DataFrame, statements: pd.DataFrame,
    sourced: list[dict[str, Any]], ax: Axes | None, width: str,
) -> Axes:  # fmt: skip
    unit = Unit.of(claim, computed["central"])
    side = sides([*statements["economy"], *statements["partner"]])
    told = [claim, *sourced]
    numbers, lines = telling.numbered(told)
    marks = [_mark(row, side, unit) for row in told[1:]]
    sentences = [results.told_claim(claim, unit), *(results.told(r, unit) for r in told[1:])]
    chart = Chart(
        NAME, KIND, finding(claim, computed, unit), results.subtitle(claim, rows),
        telling.recorded([dict(row) for row in told], numbers, sentences), lines,
        _key(marks, computed, side),
    )  # fmt: skip

    notes = results.notes(computed, rows)
    return compose(chart, _arranger(claim, computed, marks, unit, notes), ax, width)


def _arranger(
    claim: telling.Cells, computed: pd.DataFrame, marks: list[Mark], unit: Unit,
    notes: tuple[str, ...],
) -> Arranger:  # fmt: skip
    def body(room: float, sizes: Sizes, thin: bool) -> Body:
        curve = Curve(
            tuple(marks), tuple(unit.short(x) for x in computed["central"]),
            tuple(computed["meets"].eq(True)), _claimed(claim, unit), results.printed(claim),
            choosing.choices(computed, MOST_LINES[sizes.beside]), notes, unit.name, unit.signed,
        )  # fmt: skip
        return (Upright if sizes.beside else Turned)(curve, room, sizes, thin)

    return body


def finding(claim: telling.Cells, computed: pd.DataFrame, unit: Unit) -> str:
    """What the definitions show, as a sentence: how many meet the number, how far they range.

    Without a definition that decides it says first that the number cannot be checked.
    """
    met, many = int(computed["meets"].eq(True).sum()), len(computed)
    printed, span = results.printed(claim), unit.span(computed["central"])
    if not computed["primary"].any():
        gives = f"{many} that only explain give" if many > 1 else "one that only explains gives"
        return start_upper(f"{printed} cannot be checked; {gives} {span}")
    if many == 1:
        fits = "fits" if met else "does not fit"
        return start_upper(f"{printed} {fits} the one definition: it gives {span}")
    some = {0: "none", many: "all"}.get(met, str(met))
    return start_upper(f"{printed} fits {some} of {many} definitions: they give {span}")


def _mark(row: telling.Cells, side: dict[str, int], unit: Unit) -> Mark:
    at, lower, upper = (float(row[end]) / unit.per for end in ("central", "lower", "upper"))
    of = side.get(str(row["reporter"]))
    return Mark(
        f"{NAME}--{row['value_id']}", at, lower, upper, side=of, shape=shape_of(of),
        hollow=not row["primary"], url=telling.address(row),
    )  # fmt: skip


def _claimed(claim: telling.Cells, unit: Unit) -> Mark:
    at, lower, upper = (float(claim[end]) / unit.per for end in ("central", "lower", "upper"))
    return Mark(f"{NAME}--{claim['value_id']}", at, lower, upper, url=telling.address(claim))


def _key(marks: list[Mark], computed: pd.DataFrame, side: dict[str, int]) -> tuple[Sign, ...]:
    """The key: whose records, what decides, what the dots of the grid mean."""
    signs = [
        Sign(Mark("", 8.0, side=index, shape=shape_of(index)), f"{choosing.told('reporter', code)}")
        for code, index in side.items()
        if any(mark.side == index for mark in marks)
    ]
    if any(mark.side is None for mark in marks):
        signs.append(Sign(Mark("", 8.0, shape=shape_of(None)), "records put together"))
    if computed["primary"].any():
        signs.append(Sign(Mark("", 8.0), "filled: decides"))
    if not computed["primary"].all():
        signs.append(Sign(Mark("", 8.0, hollow=True), "hollow: only explains"))
    if len(set(computed["meets"])) > 1:
        signs.append(Sign(Mark("", 8.0), "dark in the grid: fits the claim"))
    return tuple(signs)
