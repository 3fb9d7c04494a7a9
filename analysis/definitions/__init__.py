"""Levels and growths of a statistic under every definition that a careful reader could mean.

1. `observe` indexes the statistics, exact from `printed`, each number with its own rounding.
2. `question` says what a reported value asks: a quantity, its period and base, the terms stated.
3. Primary definitions decide: the stated reporter's record, or else each side's own; the stated
   period, flow, scope and currency, or else the currency of the record; the vintage known when the
   statement was made, or the earliest.
4. Other definitions explain: mirror pairs, the mean of the reporters, what a provider reconciled,
   another currency at annual averages, another period or scope, a later vintage.

Parts, each importing those before it: `levels`, `observations`, `questions`, `vintages`, `rates`,
`primary`, `explanations`.
"""

from analysis.definitions.explanations import distinct, explanations, overlap
from analysis.definitions.levels import ONE, Lack, Level, Period
from analysis.definitions.observations import Observations, Quantity, Series, observe, quantity
from analysis.definitions.primary import RECONCILED, Definition, own
from analysis.definitions.questions import Question, question
from analysis.definitions.rates import Rates, annual, calendar_year, converted

__all__ = [
    "ONE",
    "RECONCILED",
    "Definition",
    "Lack",
    "Level",
    "Observations",
    "Period",
    "Quantity",
    "Question",
    "Rates",
    "Series",
    "annual",
    "calendar_year",
    "converted",
    "definitions",
    "observe",
    "overlap",
    "quantity",
    "question",
]


def definitions(asked: Question, observations: Observations, rates: Rates) -> list[Definition]:
    """Every definition of a question, the primary ones first, each once."""
    return distinct([*own(asked, observations), *explanations(asked, observations, rates)])
