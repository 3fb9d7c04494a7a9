"""Reported values against themselves and each other: what cannot all hold, and what they imply.

`find` gives every irreducible set of values that cannot all hold, with the sentence that explains
it; `implied` gives the range that the values of a source leave each other, beside what it prints.
Parts, each importing those before it: `linear` (inequalities in fractions), `amounts` (what is
counted), `origins` (whose number it is), `statements` (values as bounds), `system` (bounds as
inequalities), `solving` (irreducible conflicts, with z3), `words`, `explaining` (tiers, moves,
harmless explanations), `sentences`, `holding` (the number that the others are held against),
`finding` and `implying`.
"""

from analysis.conflicts.finding import Conflicts, find, records
from analysis.conflicts.implying import implied

__all__ = ["Conflicts", "find", "implied", "records"]
