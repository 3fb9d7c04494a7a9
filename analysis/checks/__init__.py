"""Reported values against official statistics: verdicts, and the definitions behind them.

`check` asks of every statement: what do the statistics give under each definition, and does that
meet what the words allow? Primary definitions decide, others explain; see `analysis.definitions`.

Parts, each importing those before it: `columns` (the wide table), `ratios` (NumPy over it),
`reasons` (why a value cannot be checked), `exact` (the order of verdicts in fractions), `ranks`,
`cases`, `decisions`, `looseness`, `sentences`, `verdicts`.
"""

from analysis.checks.columns import VERDICTS, Formula, Summary, Wide
from analysis.checks.ratios import summary
from analysis.checks.reasons import REASONS
from analysis.checks.verdicts import CHECK, Verdicts, check, records

__all__ = [
    "CHECK",
    "REASONS",
    "VERDICTS",
    "Formula",
    "Summary",
    "Verdicts",
    "Wide",
    "check",
    "records",
    "summary",
]
