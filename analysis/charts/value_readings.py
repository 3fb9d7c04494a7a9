"""Chart: one reported number, what it may mean under each reading, beside what statistics give."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis import labels, readings
from analysis.charts import choosing, results, telling
from analysis.charts.annotations import Chart, Sign, compose
from analysis.charts.definition_curve import most_computed
from analysis.charts.flows import shape_of, side_of, start_upper
from analysis.charts.marks import Mark
from analysis.charts.panels import Panel, Row
from analysis.charts.plotting import rows_or_words
from analysis.charts.results import Unit
from analysis.charts.style import sides
from analysis.frames import taken

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NAME = "value_readings"
KIND = "Interval plot"
NONE = "The data hold no reported value that was read at its source."
#: Statistics at most: those that decide, then those nearest to the number.
MOST = 12
HOW = {
    "literal": "read literally", "usual": "in its usual reading", "charitable": "read charitably",
}  # fmt: skip


@taken
def value_readings(
    statements: pd.DataFrame, verdict_definitions: pd.DataFrame, value_id: str | None = None, *,
    reading: str = readings.DEFAULT_READING, sources: pd.DataFrame | None = None,
    statistics: pd.DataFrame | None = None, ax: Axes | None = None, width: str = "column",
) -> Axes:  # fmt: skip
    """The Axes with the interval of one reported value under every reading, the chosen one dark.

    Reads statements with their intervals under each reading (one frame, a row a value and
    `reading`), `checks.check(data, reading).definitions`, and `sources` and `statistics` for links
    and keys. The value is the one with the most computed definitions unless given, else the
    first. Computed definitions stand below, twelve at most, those that decide before others and
    the nearest of each: filled where they decide, else hollow. x is in the unit of the axis.

    Raises ValueError where `value_id` is not among the statements.
    """
    value_id = value_id or most_computed(verdict_definitions) or _first(statements)
    if value_id is None:
        return compose(_empty(), rows_or_words([Panel((), "")], NONE), ax, width)
    read = _read(statements, value_id, reading)
    own = verdict_definitions[verdict_definitions["value_id"].eq(value_id)]
    claim, computed = read[reading], nearest(results.ordered(own))
    side = sides([*statements["economy"], *statements["partner"]])
    given = results.sourced(computed, claim, sources, statistics)
    return _drawn(claim, list(read.values()), computed, given, side, ax, width)


def _first(statements: pd.DataFrame) -> str | None:
    return None if statements.empty else str(statements["value_id"].min())


def _empty() -> Chart:
    nothing = pd.DataFrame(columns=["mark", "value_id", "words", "source", "link"])
    return Chart(NAME, KIND, "No value is reported", "A number under each reading", nothing)


def _read(statements: pd.DataFrame, value_id: str, chosen: str) -> dict[str, dict[str, Any]]:
    """The statement by reading; only under the chosen one it keeps the name of the value."""
    rows = telling.records(statements[statements["value_id"].eq(value_id)])
    if not rows:
        raise ValueError(f"no statement has the value_id {value_id!r}: take one of the frame's")
    read = {str(row["reading"]): row for row in rows}
    for name in set(read) - {chosen}:
        keys = {"reported_values": (value_id,)}
        read[name] |= {"value_id": f"{value_id}--{name}", "keys": keys}
    return {name: read[name] for name in readings.READINGS}


def nearest(computed: pd.DataFrame) -> pd.DataFrame:
    """Those that decide before others, of each those that miss by least; in the results' order."""
    near = computed.sort_values(["primary", "misses_by"], ascending=[False, True]).head(MOST)
    return computed[computed.index.isin(near.index)]


def _drawn(
    claim: telling.Cells, read: list[dict[str, Any]], computed: pd.DataFrame,
    given: list[dict[str, Any]], side: dict[str, int], ax: Axes | None, width: str,
) -> Axes:  # fmt: skip
    unit = _unit(claim, computed)
    rows = [*read, *given]
    numbers, lines = telling.numbered(rows)
    drawn = [_reading(row, claim, side, unit) for row in read]
    names = _names(computed)
    drawn += [_statistic(row, name, side, unit) for row, name in zip(given, names, strict=True)]
    told = [f"{start_upper(HOW[row['reading']])}: {_allowed(row)}" for row in read]
    told += [results.told(row, unit) for row in given]
    chart = Chart(
        NAME, KIND, finding(claim, computed), subtitle(claim),
        telling.recorded([dict(row) for row in rows], numbers, told), lines, _key(drawn, computed),
    )  # fmt: skip
    shown = tuple(replace(row, numbers=(n,)) for row, n in zip(drawn, numbers, strict=True))
    panel = Panel(shown, unit.name, zero=False, signed=unit.signed)
    return compose(chart, rows_or_words([panel], NONE), ax, width)


def _unit(claim: telling.Cells, computed: pd.DataFrame) -> Unit:
    """The unit of the axis; a growth told in words only is one in percent."""
    unit = telling.given(claim["unit"]) or "percent"
    return Unit.of({**claim, "unit": unit}, pd.Series([claim["central"], *computed["central"]]))


def _names(computed: pd.DataFrame) -> list[str]:
    """Whose record each definition is, with the terms in which the definitions differ."""
    varied = [term for term in choosing.TERMS if len(set(computed[term])) > 1]
    terms = list(dict.fromkeys(["reporter", *varied]))
    return [
        ", ".join(choosing.told(term, row[term]) for term in terms if row[term])
        for row in telling.records(computed)
    ]


def _reading(row: telling.Cells, claim: telling.Cells, side: dict[str, int], unit: Unit) -> Row:
    """What the words allow under one reading; those that were not chosen are small and grey."""
    of, minor = side_of(row, side), row is not claim
    mark = telling.mark(NAME, row, of, shape_of(of), unit.per, minor)
    label = (HOW[row["reading"]], "", "")
    return Row((mark,), label, _allowed(row), "The words", minor=minor, url=mark.url)


def _allowed(row: telling.Cells) -> str:
    return readings.words(row) or "no bound"


def _statistic(row: telling.Cells, name: str, side: dict[str, int], unit: Unit) -> Row:
    """What a definition gives."""
    of = side.get(str(row["reporter"]))
    at, lower, upper = (float(row[end]) / unit.per for end in ("central", "lower", "upper"))
    mark = Mark(
        f"{NAME}--{row['value_id']}", at, lower, upper, side=of, shape=shape_of(of),
        hollow=not row["primary"], url=telling.address(row),
    )  # fmt: skip
    return Row((mark,), ("", name, ""), unit.short(row["central"]), "Statistics", url=mark.url)


def finding(claim: telling.Cells, computed: pd.DataFrame) -> str:
    """What the words allow under the chosen reading, and what statistics say, as a sentence."""
    allowed = readings.words(claim)
    means = f"allows {allowed}" if allowed else "bounds no number"
    told = f"{start_upper(telling.value(claim))}, {HOW[claim['reading']]}, {means}"
    return told if computed.empty else f"{told}; {_fitting(computed)}"


def _fitting(computed: pd.DataFrame) -> str:
    """How many of the statistics that decide fit; that none decides, where that is so."""
    meets = computed.loc[computed["primary"].eq(True), "meets"].eq(True)
    met, many = int(meets.sum()), len(meets)
    if not many:
        shown = "the one shown only explains"
        if len(computed) > 1:
            shown = f"the {len(computed)} shown only explain"
        return f"no statistic decides, and {shown}"
    if many == 1:
        return f"the one statistic that decides {'fits' if met else 'does not fit'}"
    return f"{met or 'none'} of {many} statistics that decide fit{'s' * (met < 2)}"


def subtitle(claim: telling.Cells) -> str:
    """What is drawn: what was counted or traded, by whom and when, under each reading."""
    stage = labels.plain(claim["stage"])
    if isinstance(claim["counted"], str):
        when = labels.day(claim["as_of"])
        what = " ".join([labels.counted(claim["counted"]), stage]).strip()
        what += f" as of {when}" if when else ""
    else:
        growth = ", growth" if claim["measure"] == "growth" else ""
        what = f"{results.what(claim)}{growth}"
    return f"{start_upper(what)}, as told by {claim['speaker']}; a row is a reading or a statistic"


def _key(rows: list[Row], computed: pd.DataFrame) -> tuple[Sign, ...]:
    """The key: the sign of the number, what the small rows are, what decides."""
    chosen = [mark for row in rows[: len(HOW)] if not row.minor for mark in row.marks]
    signs = [*telling.key(chosen), Sign(Mark("", 7.0, minor=True), "small: the other readings")]
    primary = set(computed["primary"])
    if True in primary:
        signs.append(Sign(Mark("", 8.0), "filled: decides"))
    if False in primary:
        signs.append(Sign(Mark("", 8.0, hollow=True), "hollow: only explains"))
    return tuple(signs)
