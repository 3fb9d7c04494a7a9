"""The outlet's own words: where it names itself, and where it is a compiler of statistics."""

from __future__ import annotations

import re
from dataclasses import replace

from analysis.drafts.speakers.memory import is_same
from analysis.drafts.speakers.naming import Source, economy_of, is_compiler
from analysis.drafts.speakers.stretches import Stretch


def own(stretch: Stretch, publisher: str, language: str, *, headline: bool) -> Stretch:
    """The stretch, its source None where the outlet speaks; its statistics are then cited."""
    source = stretch.source
    if not publisher or (source and not _is_outlet(source.name, publisher, language)):
        return stretch
    compiles = not headline and is_compiler(publisher, language)
    economy = economy_of(publisher, language)
    itself = Source(0, 0, publisher, economy=economy, compiler=True) if compiles else None
    named = source if source and source.compiler else None
    return replace(stretch, source=None, cited=itself or named or stretch.cited)


def _is_outlet(name: str, publisher: str, language: str) -> bool:
    """Whether a name is the outlet's, or its last letters: "EDB" of an Export Development Board."""
    letters = "".join(re.findall(r"\b[A-Z]", publisher))
    short = len(name) > 2 and name.isupper() and letters.endswith(name)
    return short or is_same(name, publisher, language)
