"""A statement made ready: what it allows, its definitions, or why it cannot be checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd

from analysis import definitions, tables
from analysis.checks.exact import Asked, Judged, asked, judge, ratio
from analysis.checks.ranks import ranked
from analysis.checks.reasons import unfit
from analysis.definitions import Definition, Level, Observations, Question
from analysis.readings import Bounds
from analysis.tables import Tables


@dataclass(frozen=True)
class Case:
    """One reported value with all that is known about it before it is judged.

    `reason` is the code that says why it is no question to statistics, else empty.
    """

    row: dict[Any, Any]
    reason: str = ""
    asked: Asked | None = None
    question: Question | None = None
    definitions: list[Definition] = field(default_factory=list)

    @cached_property
    def statistics(self) -> list[Level | None]:
        """What each definition gives, in the unit of the value; None where it was not computed."""
        ratios = [ratio(definition) for definition in self.definitions]
        return [self.asked.told(one) if one and self.asked else None for one in ratios]

    @cached_property
    def judged(self) -> list[Judged | None]:
        """The exact verdict of each definition; None where it was not computed."""
        return [judge(one, self.asked) if one and self.asked else None for one in self.statistics]

    def lacking(self) -> list[Definition]:
        """The primary definitions that could not be computed."""
        return [one for one in self.definitions if one.primary and one.lack is not None]


def cases(data: Tables, reading: str, table: Bounds) -> list[Case]:
    """Every statement of a data folder, in the order of value_id; `table` bounds its hedges.

    Raises ValueError where a numeral of the statistics or a hedge cannot be read.
    """
    frame = tables.statements(data)
    rows: dict[str, dict[Any, Any]] = {r["value_id"]: r for r in frame.to_dict("records")}
    wholes = {name: rows.get(row["part_of"]) for name, row in rows.items()}
    reasons = {name: unfit(row, wholes[name]) for name, row in rows.items()}
    fit = frame[frame["value_id"].map(reasons) == ""]
    observations = definitions.observe(near(data.statistics, fit))
    rates = definitions.annual(data.exchange_rates)
    answers: dict[Question, list[Definition]] = {}
    return [
        Case(row, reasons[name])
        if reasons[name]
        else _case(row, wholes[name], observations, rates, asked(row, reading, table), answers)
        for name, row in rows.items()
    ]


def near(statistics: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """The statistics between economies that the statements name; of a rank, all with everyone."""
    named = {*statements["economy"], *statements["partner"]}
    ranking = set(statements.loc[statements["measure"] == "rank", "economy"])
    one, other = statistics["economy"], statistics["partner"]
    pair = one.isin(named) & other.isin(named)
    return statistics[pair | one.isin(ranking) | other.isin(ranking)]


def _case(
    row: dict[Any, Any],
    whole: dict[Any, Any] | None,
    observations: Observations,
    rates: definitions.Rates,
    allowed: Asked,
    answers: dict[Question, list[Definition]],
) -> Case:
    """One value with its definitions; a question that was asked before is answered once."""
    question = definitions.question(row, whole if row["measure"] == "share" else None)
    if row["measure"] == "rank":
        return Case(row, "", allowed, question, list(ranked(row, question, observations)))
    if question not in answers:
        answers[question] = definitions.definitions(question, observations, rates)
    return Case(row, "", allowed, question, answers[question])
