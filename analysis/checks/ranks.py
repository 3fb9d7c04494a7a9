"""The place of an economy among the partners of another, or of a year among others.

A rank without a base is a place among partners in one period. A rank with base_start and base_end
is a place among the same days of the years between them: rank 1 is a record.
A place is counted by how many stand surely and perhaps above, from the rounding of each level. A
table may not list every partner: it can put one lower than the rank says, never higher. Years can
be counted: where one is missing, nothing but a lower place is sure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pandas as pd

from analysis.definitions import ONE, Definition, Lack, Level, Observations, Period, Question
from analysis.definitions.primary import computed

Rivals = dict[tuple[str, ...], list[Definition]]


def ranked(
    row: Mapping[str, Any], question: Question, observations: Observations
) -> Iterator[Definition]:
    """The place under each series of the economy's own record (or the stated reporter's).

    The level of a definition is the place, from the best to the worst that rounding allows. Where
    the table has no rivals, or too few stand above, the definition lacks with its code.
    """
    question = replace(question, reporter=question.reporter or question.economy)
    found = [one for one in _levels(question, observations) if one.scope in question.scopes]
    others, over_time = _others(row, question, observations), not pd.isna(row["base_start"])
    rivals = _rivals(others, observations)
    for one in found:
        known = rivals.get(_terms(one), [])
        yield _placed(one, known, row["value"], over_time and len(known) < len(others))
    if not found:
        yield _nothing(question)


def _levels(question: Question, observations: Observations) -> list[Definition]:
    rows = computed(question, observations, (question.reporter,))
    return [row for row in rows if row.primary and row.lack is None]


def _terms(one: Definition) -> tuple[str, ...]:
    return one.scope, one.valuation, one.currency, one.provider, one.office


def _rivals(others: list[Question], observations: Observations) -> Rivals:
    """Everyone else in the same terms."""
    rivals: Rivals = {}
    for other in others:
        for one in _levels(other, observations):
            rivals.setdefault(_terms(one), []).append(one)
    return rivals


def _others(
    row: Mapping[str, Any], question: Question, observations: Observations
) -> list[Question]:
    if not pd.isna(row["base_start"]):
        span = (row["base_start"], row["base_end"])
        return [replace(question, period=period) for period in _periods(question, span)]
    economies = {code for _, *pair in observations.levels for code in pair}
    others = sorted(economies - {question.economy, question.partner})
    return [replace(question, partner=code) for code in others]


def _periods(question: Question, span: Period) -> list[Period]:
    """The same days of every year of a span, but the question's own."""
    start, end = question.period
    years = range(span[0].year - start.year, span[1].year - start.year + 1)
    moved = [
        (start + pd.DateOffset(years=years), end + pd.DateOffset(years=years)) for years in years
    ]
    inside = [one for one in moved if span[0] <= one[0] and one[1] <= span[1]]
    return [one for one in inside if one != question.period]


def _placed(
    one: Definition, rivals: list[Definition], rank: float, some_missing: bool
) -> Definition:
    """A level's place among its rivals, where those that are missing leave it."""
    own = one.level or ONE
    levels = [rival.level for rival in rivals if rival.level is not None]
    best = 1 + sum(level.low > own.high for level in levels)
    worst = 1 + sum(level.high >= own.low for level in levels)
    printed = 1 + sum(level.central > own.central for level in levels)
    rows = own.rows + tuple(label for level in levels for label in level.rows)
    place = Level(Fraction(best), Fraction(printed), Fraction(worst), Fraction(1), rows)
    if not levels:
        return replace(one, level=None, base=None, lack=Lack("no_ranking"))
    if worst < rank or (some_missing and best <= rank):
        return replace(one, level=None, base=None, lack=Lack("ranking_incomplete"))
    return replace(one, level=place, base=ONE)


def _nothing(question: Question) -> Definition:
    lack = Lack("no_statistic", (), (question.period,))
    return Definition(
        question.reporter, question.flow, question.scopes[0], "", "", question.period, None, "",
        "", "", "levels", True, lack=lack,
    )  # fmt: skip
