"""Every reported value against the statistics: a verdict a value, and the rows behind it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis import labels, readings
from analysis.checks import looseness, sentences
from analysis.checks.cases import Case, cases
from analysis.checks.columns import MISSED, UNKNOWN, VERDICTS
from analysis.checks.decisions import Decision, decisions
from analysis.checks.exact import Judged
from analysis.checks.reasons import REASONS
from analysis.definitions import Definition, Level
from analysis.readings import Bounds
from analysis.tables import Tables

CHECK = "statistics"
TERMS = (
    "reporter", "flow", "scope", "valuation", "currency", "basis", "vintage", "provider", "office",
)  # fmt: skip
SUMMARY = (
    "value_id", "check", "reading", "verdict", "reason_code", "sentence", "definitions_tried",
    "loose_share", "best_miss", *TERMS,
)  # fmt: skip
DEFINITIONS = (
    "value_id", *TERMS, "made_of", "primary", "verdict", "reason_code", "rows", "source_ids",
    "lower", "central", "upper", "meets", "at_end", "misses_by", "inequality",
)  # fmt: skip


@dataclass(frozen=True)
class Verdicts:
    """What the statistics say of each reported value: two plain frames.

    `summary`: one row a value, sorted by value_id. value_id, check, reading, verdict, reason_code
    (empty unless the verdict is cannot_be_checked), sentence, definitions_tried (computed, primary
    and other), loose_share (of the numbers of the printed precision within ten points, those that a
    primary definition would have reproduced too; missing where nothing fits or there are too many),
    best_miss (by how much the nearest primary definition misses, in points for a growth or share,
    else in the unit of the value; 0 for a fit, missing where none was computed), and the terms of
    the best definition: reporter, flow, scope, valuation, currency, basis, vintage, provider,
    office.

    `definitions`: one row a value and definition, primary ones first. The same terms, made_of
    ("levels" or "printed growth"), primary, verdict (of this definition alone), reason_code (why it
    could not be computed), rows (labels of the index of `statistics`), source_ids, lower, central
    and upper (the statistic with its own rounding, in the unit of the value), meets, at_end
    (an end of an interval decides), misses_by, inequality (the one that decides); missing where
    there is nothing to compute.
    """

    summary: pd.DataFrame
    definitions: pd.DataFrame

    def _repr_mimebundle_(self, **_: object) -> tuple[dict[str, str], dict[str, Any]]:
        """What a notebook shows: the verdicts as a captioned table, each row with its value."""
        from analysis.outputs import glance

        shown = ["value_id", "verdict", "reason_code", "sentence"]
        return glance(self.summary, "Verdicts against official statistics", shown)


def check(data: Tables, reading: str = readings.DEFAULT_READING) -> Verdicts:
    """The verdict on every statement of a data folder under a reading.

    Primary definitions decide, the best of them is the verdict; a miss is told only where every
    primary definition could be computed. Nothing is filled in: what is missing is named.

    Raises ValueError where the reading is unknown, or a numeral or hedge cannot be read.
    """
    if reading not in readings.READINGS:
        raise ValueError(f"the reading {reading!r} is none of {', '.join(readings.READINGS)}")
    table = readings.bounds(data.hedges)
    found = cases(data, reading, table)
    decided = decisions(found)
    sources = data.statistics["source_id"].to_dict()
    rows = [
        _definition_row(case, one, sources)
        for case in found
        for one in zip(case.definitions, case.statistics, case.judged, strict=True)
    ]
    verdicts = [
        _summary_row(case, decision, reading, table)
        for case, decision in zip(found, decided, strict=True)
    ]
    return Verdicts(
        pd.DataFrame(verdicts, columns=list(SUMMARY)), pd.DataFrame(rows, columns=list(DEFINITIONS))
    )


def _terms(definition: Definition) -> dict[str, str]:
    """The terms of a definition, the period with its base as one."""
    basis = labels.period(*definition.period)
    if definition.base_period is not None:
        basis += f" on {labels.period(*definition.base_period)}"
    return {term: basis if term == "basis" else getattr(definition, term) for term in TERMS}


def _definition_row(
    case: Case, one: tuple[Definition, Level | None, Judged | None], sources: dict[Any, str]
) -> dict[str, Any]:
    definition, statistic, judged = one
    rows = rows_of(definition)
    row = {"value_id": case.row["value_id"], **_terms(definition)} | {
        "made_of": definition.made_of,
        "primary": definition.primary,
        "verdict": VERDICTS[UNKNOWN if judged is None else judged.verdict],
        "reason_code": definition.lack.code if definition.lack else "",
        "rows": rows,
        "source_ids": tuple(dict.fromkeys(sources[label] for label in rows)),
        "meets": None if judged is None else judged.verdict < MISSED,
        "at_end": None if judged is None else judged.at_end,
        "misses_by": math.nan if judged is None else float(judged.misses_by),
        "inequality": "" if judged is None else judged.inequality,
    }
    ends = (statistic.low, statistic.central, statistic.high) if statistic else [math.nan] * 3
    return row | dict(zip(("lower", "central", "upper"), map(float, ends), strict=True))


def rows_of(definition: Definition) -> tuple[int, ...]:
    """The rows of the statistics that a definition was made from, or lacks because of."""
    parts = [part for part in (definition.level, definition.base, definition.lack) if part]
    return tuple(dict.fromkeys(label for part in parts for label in part.rows))


def _summary_row(case: Case, decision: Decision, reading: str, table: Bounds) -> dict[str, Any]:
    best = case.definitions[decision.best] if decision.best >= 0 else None
    fits = decision.verdict < MISSED
    code = "" if decision.verdict != UNKNOWN else case.reason or _lack(case, best)
    return {
        "value_id": case.row["value_id"],
        "check": CHECK,
        "reading": reading,
        "verdict": VERDICTS[decision.verdict],
        "reason_code": code,
        "sentence": sentences.sentence(case, decision, code),
        "definitions_tried": decision.tried,
        "loose_share": looseness.share(case, reading, table) if fits else math.nan,
        "best_miss": decision.miss,
        **(_terms(best) if best else dict.fromkeys(TERMS, "")),
    }


def _lack(case: Case, best: Definition | None) -> str:
    """The code of a value that could not be decided: partly computed, or the gravest lack."""
    if best is not None:
        return "incomplete"
    return min((one.lack.code for one in case.lacking() if one.lack), key=list(REASONS).index)


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """A frame of `Verdicts` as JSON-ready objects, keys in the order of the columns.

    Missing numbers are None, tuples are lists, flags and whole numbers plain Python. Of the summary
    each object has value_id, check, reading, verdict, reason_code, sentence, definitions_tried,
    loose_share, best_miss and the terms of the best definition; of the definitions those that
    `Verdicts` names.
    """
    return [
        {str(key): _plain(cell) for key, cell in row.items()} for row in frame.to_dict("records")
    ]


def _plain(cell: Any) -> Any:
    if isinstance(cell, tuple):
        return list(cell)
    if isinstance(cell, float) and not math.isfinite(cell):
        return None
    return cell
