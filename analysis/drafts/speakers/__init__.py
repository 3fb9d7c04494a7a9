"""Who says what a paragraph holds: speaker, attribution, and the compiler of a statistic.

`quotes` finds quotation marks, `naming` holds a source as a text names it, `english` (with
`spans`, `subjects`, `figures`, `agents`, `mentions` and `bodies`), `russian` (with `phrases` and
`persons`) and `japanese` (with `titled`) find sources in a sentence, `records` those of a side
without a name, `memory` knows whom "he" and "the ministry" mean, `interviews` knows labels and
dashes; `stretches` spreads the sources over the sentences of a paragraph, `own_words` tells which
are the outlet's, `voices` what each part says.
"""

from __future__ import annotations

from analysis.drafts.speakers.voices import Speech, find

__all__ = ["Speech", "find"]
