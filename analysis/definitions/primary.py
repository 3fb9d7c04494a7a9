"""The definitions that decide: own records, in the terms that a statement names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from analysis.definitions.levels import ONE, Found, Lack, Level, Period
from analysis.definitions.observations import Cells, Observations, Series
from analysis.definitions.questions import Question
from analysis.definitions.vintages import Releases, Snapshot, snapshots

LEVELS, GROWTH = "levels", "printed growth"
RECONCILED = "reconciled"


@dataclass(frozen=True)
class Definition:
    """One answer to a question: in what terms, and level and base, or why there is none.

    `reporter` is an economy, "reconciled" (a provider made one number of both records),
    "exporters", "importers" or "mean". `primary` definitions decide, others explain. `made_of` is
    "levels", or "printed growth" where an office printed the growth itself.
    """

    reporter: str
    flow: str
    scope: str
    valuation: str
    currency: str
    period: Period
    base_period: Period | None
    vintage: str
    provider: str
    office: str
    made_of: str
    primary: bool
    level: Level | None = None
    base: Level | None = None
    lack: Lack | None = None


def own(question: Question, observations: Observations) -> list[Definition]:
    """The definitions of those whose records decide, computed or lacking, later vintages after.

    Of each such reporter, scope and currency there is a primary row: where none of its series can
    be computed, one that says what is lacking.
    """
    printed = [row for row in printed_growths(question, observations) if _asked(question, row)]
    told = {(row.reporter, row.scope) for row in printed if row.primary and row.lack is None}
    found = []
    for reporter in question.reporters:
        rows = computed(question, observations, (reporter,))
        held = _held(question, reporter, observations)
        for scope, currency in _required(question, held):
            group = [row for row in rows if (row.scope, row.currency) == (scope, currency)]
            if not any(row.primary and row.lack is None for row in group):
                lacking = _lacking(question, reporter, scope, currency, rows, held)
                found += [] if (reporter, scope) in told else [lacking]
            found += [row for row in group if row.lack is None]
    return found + printed


def computed(
    question: Question, observations: Observations, reporters: tuple[str, ...] | None = None
) -> list[Definition]:
    """A row for each series of the reporters (or of all) and each vintage that has level and base.

    Those of the deciding vintage are primary. A base that may be 0, a level of 0 under a growth,
    and two rows for one cell and vintage are lacks.
    """
    bases = observations.series(question.divisor)
    return [
        _definition(question, series, snapshot)
        for series, cells in observations.series(question.quantity).items()
        if reporters is None or series.reporter in reporters
        for snapshot in _snapshots(question, series, cells, bases)
    ]


def _snapshots(
    question: Question, series: Series, cells: Cells, bases: dict[Series, Cells]
) -> Iterator[Snapshot]:
    levels = cells.get(question.period, {})
    if question.base is None:
        yield from _alone(levels, question.said)
        return
    same = [series] if series in bases else [s for s in bases if s.record == series.record]
    for other in same:
        yield from snapshots(levels, bases[other].get(question.base, {}), question.said)


def _alone(releases: Releases, said: str) -> list[Snapshot]:
    return snapshots(releases, dict.fromkeys(releases, ONE), said)


def _definition(question: Question, series: Series, snapshot: Snapshot) -> Definition:
    level, base = snapshot.level, snapshot.base
    lack = next((found for found in (level, base) if isinstance(found, Lack)), None)
    lack = lack or _unfit(question, level, base)
    return Definition(
        series.reporter or RECONCILED, question.flow, series.scope, series.valuation,
        series.unit, question.period, question.base, snapshot.vintage, series.provider,
        series.office, LEVELS, snapshot.decides,
        level if isinstance(level, Level) and lack is None else None,
        base if isinstance(base, Level) and lack is None else None,
        lack,
    )  # fmt: skip


def _unfit(question: Question, level: Found, base: Found) -> Lack | None:
    """Why a ratio of these two says nothing, where it does not."""
    if question.base is None or isinstance(level, Lack) or isinstance(base, Lack):
        return None
    if base.low <= 0:
        return Lack("zero_base", base.rows)
    is_growth = question.whole is None
    return Lack("zero_level", level.rows) if is_growth and level.central <= 0 else None


def _held(question: Question, reporter: str, observations: Observations) -> dict[Series, Cells]:
    """A reporter's series that have the level or the base of a question."""
    return {
        series: cells
        for series, cells in observations.series(question.quantity).items()
        if series.reporter == reporter and any(cells.get(p) for p in _periods(question))
    }


def _periods(question: Question) -> tuple[Period, ...]:
    """The periods that a question needs of its own quantity."""
    if question.base is None or question.whole is not None:
        return (question.period,)
    return (question.period, question.base)


def _required(question: Question, held: dict[Series, Cells]) -> list[tuple[str, str]]:
    """The scopes and currencies that must be computed before a miss can be told.

    Goods where no scope is said, and goods with services where the table has a number of them.
    """
    scopes = [
        scope
        for scope in question.scopes
        if question.scope or scope == "goods" or any(s.scope == scope for s in held)
    ]
    return [
        (scope, currency)
        for scope in scopes
        for currency in ([question.currency] if question.currency else _units(held, scope))
    ]


def _units(held: dict[Series, Cells], scope: str) -> list[str]:
    return sorted({series.unit for series in held if series.scope == scope}) or [""]


def _lacking(
    question: Question, reporter: str, scope: str, currency: str,
    rows: list[Definition], held: dict[Series, Cells],
) -> Definition:  # fmt: skip
    """A definition that cannot be computed: what it is, why, and which periods are missing."""
    alike = {s: cells for s, cells in held.items() if (s.scope, s.unit) == (scope, currency)}
    broken = [r.lack for r in rows if r.lack and (r.scope, r.currency) == (scope, currency)]
    missing = tuple(p for p in _periods(question) if not any(c.get(p) for c in alike.values()))
    lack = broken[0] if broken else Lack(_code(question, missing, scope, rows), (), missing)
    return Definition(
        reporter, question.flow, scope, "", currency, question.period, question.base, "", "", "",
        LEVELS, True, lack=lack,
    )  # fmt: skip


def _code(
    question: Question, missing: tuple[Period, ...], scope: str, rows: list[Definition]
) -> str:
    if any(row.scope == scope and row.lack is None for row in rows):
        return "other_currency"
    if question.whole is not None and not missing:
        return "no_whole_statistic"
    if not missing:
        return "no_common_record"
    return "no_base_statistic" if missing == (question.base,) else "no_statistic"


def printed_growths(question: Question, observations: Observations) -> list[Definition]:
    """Growths that an office printed itself, of the period a year after its base.

    Their currency is not known, so they decide only where none was stated.
    """
    growth = question.base is not None and question.whole is None
    if not growth or not a_year_apart(question.base or question.period, question.period):
        return []
    return [
        _as_growth(question, _definition(replace(question, base=None), series, snapshot))
        for series, cells in observations.growths.get(question.quantity, {}).items()
        for snapshot in _alone(cells.get(question.period, {}), question.said)
    ]


def _as_growth(question: Question, row: Definition) -> Definition:
    nothing = row.level is not None and row.level.central <= 0
    return replace(
        row,
        base_period=question.base,
        made_of=GROWTH,
        currency="",
        level=None if nothing else row.level,
        lack=Lack("zero_level", row.level.rows) if nothing and row.level else row.lack,
        primary=row.primary and not question.currency,
    )


def a_year_apart(base: Period, period: Period) -> bool:
    """Whether the base is the same days of the year before."""
    return all(
        (one.month, one.year + 1) == (other.month, other.year)
        and (one.day == other.day or (one.is_month_end and other.is_month_end))
        for one, other in zip(base, period, strict=True)
    )


def _asked(question: Question, row: Definition) -> bool:
    return row.reporter in question.reporters and row.scope in question.scopes
