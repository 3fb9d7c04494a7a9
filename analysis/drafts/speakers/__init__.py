"""Who says what a paragraph holds: speaker, attribution, and the compiler of a statistic.

`quotes` finds quotation marks, `naming` holds a source as a text names it, `english`, `russian` and
`japanese` find them in a sentence, `memory` knows whom "he" and "the ministry" mean, `voices`
spreads them over a paragraph.
"""

from __future__ import annotations

from analysis.drafts.speakers.voices import Speech, find

__all__ = ["Speech", "find"]
