"""Statements as inequalities over unknowns: levels of elementary periods, and counts of days.

One unknown for each record, currency, scope, flow and elementary period: the stretch between two
neighbouring dates at which any statement of that record starts or ends. A longer period is
the sum of its parts, turnover is exports plus imports, a balance their difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import combinations, pairwise

import pandas as pd

from analysis.conflicts.amounts import PROPOSED, Amount, Count, Trade
from analysis.conflicts.linear import ONE, Form, Quantity, Row, Unknown, bounded, combined
from analysis.conflicts.statements import Statement
from analysis.readings import Interval

#: How far amounts in two currencies may be from the annual average rate: a declared convention.
TOLERANCE = Fraction(5, 100)
BASE_CURRENCY = "USD"
BOTH = "goods_and_services"
UNIT: Form = {ONE: Fraction(1)}
Group = tuple[str, tuple[str, str]]
Rates = Mapping[tuple[str, int], Fraction]


@dataclass(frozen=True)
class System:
    """The inequalities of each statement, and those that hold whoever said what."""

    own: dict[str, list[Row]]
    premises: list[Row]
    quantities: dict[str, Quantity]

    def rows(self, value_ids: Iterable[str]) -> list[Row]:
        """The inequalities of some statements with all premises."""
        return [*self.premises, *(row for one in value_ids for row in self.own[one])]


@dataclass(frozen=True)
class Grid:
    """How the trade of one record and pair is cut into unknowns.

    `shared`: the years in which statements count in more than one currency, and which these are.
    """

    edges: tuple[int, ...]
    flows: tuple[str, ...]
    scopes: tuple[str, ...]
    shared: dict[int, list[str]]
    spoken: tuple[str, ...]
    group: Group
    parts: dict[tuple[int, int], list[tuple[int, int]]] = field(default_factory=dict)

    def periods(self, start: int, end: int) -> list[tuple[int, int]]:
        """The elementary periods between two of its edges."""
        if (start, end) not in self.parts:
            inside = [edge for edge in self.edges if start <= edge <= end]
            self.parts[start, end] = list(pairwise(inside))
        return self.parts[start, end]

    def form(self, amount: Trade) -> Form:
        """The amount as a sum of unknowns."""
        flows = self._flows(amount)
        return {
            (*self.group, amount.currency, scope, flow, *period): sign
            for period in self.periods(amount.start, amount.end)
            for scope in self._scopes(amount.scope)
            for flow, sign in flows.items()
        }

    def _flows(self, amount: Trade) -> dict[str, Fraction]:
        if amount.flow == "balance":
            return {"exports": Fraction(amount.sign), "imports": Fraction(-amount.sign)}
        names = self.flows if amount.flow == "turnover" else (amount.flow,)
        return dict.fromkeys(names, Fraction(1))

    def _scopes(self, scope: str) -> tuple[str, ...]:
        return self.scopes if scope == BOTH else (scope,)


def rates(table: pd.DataFrame) -> dict[tuple[str, int], Fraction]:
    """(currency, year) -> annual average units of it per US dollar, from `exchange_rates`.

    Rows of other kinds or periods are not used: an annual average converts whole years only.
    """
    found = {}
    for row in table.to_dict("records"):
        start, end = pd.Timestamp(row["period_start"]), pd.Timestamp(row["period_end"])
        whole = (start.month, start.day, end.month, end.day, end.year) == (1, 1, 12, 31, start.year)
        if whole and row["kind"] == "annual_average" and row["value"] > 0:
            found[row["currency"], start.year] = Fraction(repr(float(row["value"])))
    return found


def system(
    statements: Sequence[Statement], known: Rates | None = None, tolerance: Fraction = TOLERANCE
) -> System:
    """The statements as inequalities, with the premises among their unknowns.

    Premises: levels are above 0 and counts not below; counts of one kind do not fall and a stage
    is part of its kind; two currencies meet at the annual average within the tolerance.
    """
    grids = _grids(statements)
    quantities = {one.value_id: quantity(one, grids) for one in statements}
    own = {one.value_id: _own(one, quantities[one.value_id], grids) for one in statements}
    counts = {a for one in statements for a in one.amounts if isinstance(a, Count)}
    linked = [row for grid in grids.values() for row in _linked(grid, known or {}, tolerance)]
    growing = [
        Row({_key(less): Fraction(1), _key(more): Fraction(-1)}, False)
        for less, more in _ordered(sorted(counts))
    ]
    premises = linked + growing
    return System(own, _signs(own, premises) + premises, quantities)


def quantity(one: Statement, grids: Mapping[Group, Grid]) -> Quantity:
    """What the statement bounds: its amount, over its base where it has one."""
    bottom = UNIT if one.base is None else _form(one.base, grids)
    return Quantity(_form(one.amount, grids), bottom)


def _own(one: Statement, told: Quantity, grids: Mapping[Group, Grid]) -> list[Row]:
    rows = bounded(told, one.allowed)
    if one.whole is not None:
        form = combined([(1, told.top), (-1, _form(one.whole, grids))])
        rows += [Row(form, False)] if form else []
    return rows


def _form(amount: Amount, grids: Mapping[Group, Grid]) -> Form:
    if isinstance(amount, Count):
        return {_key(amount): Fraction(1)}
    return grids[amount.record, amount.pair].form(amount)


def _key(counted: Count) -> Unknown:
    return ("count", counted.counted, counted.stage, counted.part, counted.first, counted.last)


def _signs(own: Mapping[str, list[Row]], premises: list[Row]) -> list[Row]:
    """Levels above 0, counts not below it."""
    rows = [*premises, *(row for told in own.values() for row in told)]
    unknowns = {unknown: None for row in rows for unknown in row.form if unknown != ONE}
    return [Row({u: Fraction(-1)}, u[0] != "count") for u in unknowns]


def _grids(statements: Iterable[Statement]) -> dict[Group, Grid]:
    groups: dict[Group, list[Trade]] = {}
    for one in statements:
        for amount in one.amounts:
            if isinstance(amount, Trade):
                groups.setdefault((amount.record, amount.pair), []).append(amount)
    return {group: _grid(group, amounts) for group, amounts in groups.items()}


def _grid(group: Group, amounts: list[Trade]) -> Grid:
    flows = {amount.flow for amount in amounts} - {"turnover"}
    scopes = {amount.scope for amount in amounts}
    parts = ("goods", "services") if scopes & {"goods", "services"} else (BOTH,)
    spoken = scopes - {BOTH} | (set(parts) if BOTH in scopes else set())
    shared = _shared_years(amounts)
    edges = {edge for amount in amounts for edge in (amount.start, amount.end)}
    edges |= {edge for year in shared for edge in _ends(year)}
    return Grid(
        tuple(sorted(edges)),
        ("exports", "imports") if flows else ("turnover",),
        parts,
        shared,
        tuple(sorted(spoken)),
        group,
    )


def _shared_years(amounts: Iterable[Trade]) -> dict[int, list[str]]:
    """Year -> the currencies in which something is counted in it, where these are several."""
    found: dict[int, set[str]] = {}
    for amount in amounts:
        first, last = date.fromordinal(amount.start), date.fromordinal(amount.end - 1)
        for year in range(first.year, last.year + 1) if amount.currency else ():
            found.setdefault(year, set()).add(amount.currency)
    return {year: sorted(codes) for year, codes in sorted(found.items()) if len(codes) > 1}


def _ends(year: int) -> tuple[int, int]:
    return date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal()


def _linked(grid: Grid, known: Rates, tolerance: Fraction) -> list[Row]:
    """Two currencies meet in every year that they share and for which both have a rate."""
    rows = []
    for year, currencies in grid.shared.items():
        usual = {**known, (BASE_CURRENCY, year): Fraction(1)}
        for one, other in combinations(currencies, 2):
            if (one, year) in usual and (other, year) in usual:
                rate = usual[one, year] / usual[other, year]
                rows += _meeting(grid, year, one, other, rate, tolerance)
    return rows


def _meeting(
    grid: Grid, year: int, one: str, other: str, rate: Fraction, tolerance: Fraction
) -> list[Row]:
    rows = []
    allowed = Interval(rate * (1 - tolerance), rate * (1 + tolerance))
    for scope in grid.spoken:
        for flow in grid.flows:
            top, bottom = (
                grid.form(Trade(*grid.group, flow, scope, code, *_ends(year)))
                for code in (one, other)
            )
            rows += bounded(Quantity(top, bottom), allowed)
    return rows


def _ordered(counts: Sequence[Count]) -> list[tuple[Count, Count]]:
    """(not more, not fewer): counts of one kind along time, and a stage within its kind."""
    kinds: dict[str, list[Count]] = {}
    for one in counts:
        if one.stage != PROPOSED:
            kinds.setdefault(one.counted, []).append(one)
    return [
        (less, more)
        for alike in kinds.values()
        for less in alike
        for more in alike
        if less != more and _not_more(less, more)
    ]


def _not_more(less: Count, more: Count) -> bool:
    """Whether the first count is no larger than the second."""
    if (less.stage, less.part) == (more.stage, more.part):
        return less.last < more.first
    within = not more.stage and not more.part
    same_day = (less.first, less.last) == (more.first, more.last)
    return within and (same_day or less.last < more.first)
