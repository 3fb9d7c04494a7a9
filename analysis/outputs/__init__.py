"""What a notebook shows of frames: captioned tables and sentences whose numbers name their rows.

`table` shows a frame, `glance` the first rows of a long one, `sentence` a sentence with numbers; as
text for a test to compare, and as HTML for a reader. `keys` says which rows of which tables the
rows of a frame are, `sheets` writes CSV that a spreadsheet opens without working anything out.
"""

from analysis.outputs.sentence import sentence
from analysis.outputs.table import Table, glance, table

__all__ = ["Table", "glance", "sentence", "table"]
