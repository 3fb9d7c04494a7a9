"""The definitions that explain and never decide.

The other side's record and what a provider reconciled, other scopes, mirror pairs and the mean of
the reporters, other currencies at annual averages, other periods. Later vintages come with the
definitions that they revise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

import pandas as pd

from analysis.definitions.levels import ONE, Level, Period
from analysis.definitions.observations import Observations
from analysis.definitions.primary import Definition, computed, printed_growths
from analysis.definitions.questions import Question
from analysis.definitions.rates import DOLLAR, Rates, converted

HALF = Fraction(1, 2)


def explanations(
    question: Question, observations: Observations, rates: Rates
) -> Iterator[Definition]:
    """Every other definition that can be computed, none of them primary, in a fixed order."""
    direct = _computed(question, observations)
    for row in [*direct, *_pairs(question, observations, rates)]:
        if _comparable(question, row):
            yield _explaining(row)
        yield from _in_other_currencies(question, row, rates)
    for row in printed_growths(question, observations):
        if row.lack is None:
            yield _explaining(row)
    for other in _other_periods(question, observations):
        for row in _computed(other, observations):
            if _comparable(question, row):
                yield _explaining(row)


def _computed(question: Question, observations: Observations) -> list[Definition]:
    rows = computed(question, observations)
    return [row for row in rows if row.lack is None]


def _explaining(row: Definition) -> Definition:
    return replace(row, primary=False)


def _comparable(question: Question, row: Definition) -> bool:
    """A ratio compares in any currency, a level only in its own."""
    return question.base is not None or row.currency == question.currency


def _in_other_currencies(question: Question, row: Definition, rates: Rates) -> Iterator[Definition]:
    """A definition in the stated currency, or where none is stated, in every one with rates."""
    known = {DOLLAR, *(currency for currency, _ in rates)}
    targets = [question.currency] if question.currency else sorted(known)
    for target in targets:
        found = _in_currency(row, target, rates) if target != row.currency else None
        if found is not None:
            yield _explaining(found)


def _in_currency(row: Definition, target: str, rates: Rates) -> Definition | None:
    """The definition converted at annual averages; None where a period is no calendar year."""
    if row.level is None or row.base is None:
        return None
    level = converted(row.level, row.period, row.currency, target, rates)
    base: Level | None = row.base
    if row.base_period is not None:
        base = converted(row.base, row.base_period, row.currency, target, rates)
    if level is None or base is None:
        return None
    return replace(row, currency=target, level=level, base=base)


def _pairs(question: Question, observations: Observations, rates: Rates) -> Iterator[Definition]:
    """Exporters' records, importers' records, and the mean of both reporters'."""
    if question.whole is not None or question.flow == "balance":
        return
    economies = (question.economy, question.partner)
    if question.flow == "turnover":
        for name, flow in (("exporters", "exports"), ("importers", "imports")):
            parts = [
                _of(question, observations, economy, partner, flow)
                for economy, partner in (economies, economies[::-1])
            ]
            yield from _put_together(question, name, parts, Fraction(1), rates)
    both = [
        [
            row
            for row in _computed(question, observations)
            if row.primary and row.reporter == economy
        ]
        for economy in economies
    ]
    yield from _put_together(question, "mean", both, HALF, rates)


def _of(
    question: Question, observations: Observations, economy: str, partner: str, flow: str
) -> list[Definition]:
    """An economy's own record of one of its flows, as known when the statement was made."""
    asked = replace(question, economy=economy, partner=partner, flow=flow)
    rows = _computed(asked, observations)
    return [row for row in rows if row.primary and row.reporter == economy]


def _put_together(
    question: Question, name: str, parts: list[list[Definition]], weight: Fraction, rates: Rates
) -> Iterator[Definition]:
    """Every two records of one scope, summed and weighed, in a currency that both can have."""
    for one in parts[0]:
        for two in parts[1]:
            same = one.scope == two.scope
            for first, second in _in_one_currency(question, one, two, rates) if same else ():
                yield _sum(question, name, first, second, weight)


def _in_one_currency(
    question: Question, one: Definition, two: Definition, rates: Rates
) -> list[tuple[Definition, Definition]]:
    if one.currency == two.currency:
        return [(one, two)]
    target = question.currency or DOLLAR
    both = [
        row if row.currency == target else _in_currency(row, target, rates) for row in (one, two)
    ]
    return [(both[0], both[1])] if both[0] and both[1] else []


def _sum(
    question: Question, name: str, one: Definition, two: Definition, weight: Fraction
) -> Definition:
    """Two records as one definition; what differs between them is told with both words."""
    return replace(
        one,
        reporter=name,
        flow=question.flow,
        valuation=_both(one.valuation, two.valuation),
        vintage=_both(one.vintage, two.vintage),
        provider=_both(one.provider, two.provider),
        office=_both(one.office, two.office),
        level=_weighed(one.level, two.level, weight),
        base=ONE if question.base is None else _weighed(one.base, two.base, weight),
    )


def _weighed(one: Level | None, two: Level | None, weight: Fraction) -> Level | None:
    return one.plus(two).times(weight) if one and two else None


def _both(one: str, two: str) -> str:
    return one if one == two else " and ".join(sorted(word for word in (one, two) if word))


def _other_periods(question: Question, observations: Observations) -> list[Question]:
    """The same question on every other period of the table that overlaps the stated one.

    A fiscal year, the year to date, a part of the year; the base moves by as many years.
    """
    if question.whole is not None:
        return []
    periods = {
        period
        for cells in observations.series(question.quantity).values()
        for period in cells
        if period != question.period and overlap(period, question.period)
    }
    return [
        replace(question, period=period, base=_moved(question, period))
        for period in sorted(periods)
        if question.base is None or _moved(question, period) is not None
    ]


def overlap(one: Period, other: Period) -> bool:
    """Whether two periods share a day."""
    return one[0] <= other[1] and other[0] <= one[1]


def _moved(question: Question, period: Period) -> Period | None:
    """A period as many years earlier as the stated base is; None where it is no whole years."""
    if question.base is None:
        return None
    years = question.period[0].year - question.base[0].year
    if question.base[0] + pd.DateOffset(years=years) != question.period[0]:
        return None
    ends = [day - pd.DateOffset(years=years) for day in period]
    if period[1].is_month_end:
        ends[1] = ends[1] + pd.offsets.MonthEnd(0)
    return (ends[0], ends[1])


def distinct(rows: Iterable[Definition]) -> list[Definition]:
    """The definitions without those that an earlier one already stands for."""
    seen = set()
    kept = []
    for row in rows:
        key = replace(row, primary=False, level=None, base=None, lack=None)
        if key not in seen:
            kept.append(row)
            seen.add(key)
    return kept
