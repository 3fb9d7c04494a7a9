"""What a statement asks of the statistics, in exact terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from analysis.definitions.levels import Period
from analysis.definitions.observations import Quantity, quantity

#: What "trade" can mean where the scope is not said. Nobody calls services alone trade.
USUAL_SCOPES = ("goods", "goods_and_services")


@dataclass(frozen=True)
class Question:
    """A ratio of two quantities, or one quantity alone, and the terms that were stated.

    A level has no base; a growth has the same quantity in an earlier period as its base; a share
    has another quantity in the same or its own period. Terms not stated are empty texts.
    """

    economy: str
    partner: str
    flow: str
    period: Period
    base: Period | None = None
    whole: Quantity | None = None
    reporter: str = ""
    scope: str = ""
    currency: str = ""
    said: str = ""

    @property
    def quantity(self) -> Quantity:
        """What is counted, whoever counts it."""
        return quantity(self.flow, self.economy, self.partner)

    @property
    def divisor(self) -> Quantity:
        """What it is divided by, in the base period."""
        return self.whole or self.quantity

    @property
    def reporters(self) -> tuple[str, ...]:
        """Whose records decide: the stated reporter's, or else each side's own."""
        return (self.reporter,) if self.reporter else (self.economy, self.partner)

    @property
    def scopes(self) -> tuple[str, ...]:
        """The scopes that decide."""
        return (self.scope,) if self.scope else USUAL_SCOPES


def question(row: Mapping[str, Any], whole: Mapping[str, Any] | None = None) -> Question:
    """The question that a reported level, growth or share puts.

    Reads economy, partner, flow, reporter, scope, currency, unit, measure, the days of period and
    base, said_on and published; `whole` is the row that a share is a share of. The row must have
    economy, partner, flow and both days of its period, a growth those of its base too.
    """
    period = (row["period_start"], row["period_end"])
    asked = Question(
        row["economy"],
        row["partner"],
        row["flow"],
        period,
        reporter=_text(row["reporter"]),
        scope=_text(row["scope"]),
        currency=_text(row["unit"] if row["measure"] == "level" else row["currency"]),
        said=_text(row["said_on"]) or _text(row["published"]),
        base=(row["base_start"], row["base_end"]) if row["measure"] == "growth" else None,
    )
    return asked if whole is None else _share(asked, whole)


def _share(asked: Question, whole: Mapping[str, Any]) -> Question:
    own = (whole["period_start"], whole["period_end"])
    base = asked.period if pd.isna(own[0]) or pd.isna(own[1]) else own
    return replace(
        asked, base=base, whole=quantity(whole["flow"], whole["economy"], whole["partner"])
    )


def _text(cell: object) -> str:
    return cell if isinstance(cell, str) else ""
