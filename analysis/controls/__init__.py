"""Controls for notebooks: choose a claim, a reading and definitions, and see what follows.

`prepare` judges every value once under each reading, so that a choice only looks up. `options` and
`terms` are what there is to choose from, `told` is what a choice says and `draw` its chart: none of
them needs a browser. `explorer` puts widgets before them.

Parts, each importing those before it: `choosing` (what there is to choose), `telling` (what a
choice says), `page` (as HTML), `still` (where nobody can answer), `panel` (the widgets).
"""

from analysis.controls.choosing import Prepared, matching, options, prepare, terms
from analysis.controls.panel import Panel, explorer
from analysis.controls.still import Still
from analysis.controls.telling import Told, compared, definitions, draw, told

__all__ = [
    "Panel", "Prepared", "Still", "Told", "compared", "definitions", "draw", "explorer", "matching",
    "options", "prepare", "terms", "told",
]  # fmt: skip
