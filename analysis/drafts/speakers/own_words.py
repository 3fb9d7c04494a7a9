"""The outlet's own words: where it names itself, and where it is a compiler of statistics."""

from __future__ import annotations

import re
from dataclasses import replace

from analysis.drafts.speakers.memory import is_same
from analysis.drafts.speakers.naming import Source, economy_of, entry, is_compiler
from analysis.drafts.speakers.stretches import Stretch


def own(stretch: Stretch, publisher: str, language: str, *, headline: bool) -> Stretch:
    """The stretch, its source None where the outlet speaks; its statistics are then cited."""
    source = stretch.source
    if not publisher or (source and not _is_outlet(source.name, publisher, language)):
        return stretch
    compiles = not headline and is_compiler(publisher, language)
    economy = economy_of(publisher, language)
    itself = Source(0, 0, publisher, economy=economy, compiler=True) if compiles else None
    same = source is not None and is_same(source.name, publisher, language)
    named = source if source and source.compiler and same else None
    return replace(stretch, source=None, cited=itself or named or stretch.cited)


def released(
    stretches: list[Stretch], publisher: str, paragraph: str, language: str, known: list[Source]
) -> list[Stretch]:
    """In the release of an authority the figures of a compiler of its own economy are its own
    words, and go on with shares and ranks."""
    if not re.search(rf"(?:{entry(language, 'authorities')})$", publisher):
        return stretches
    near = [one for one in known if one.tells_records and one.ago <= 2]
    home = economy_of(publisher, language)
    return [
        one
        if _is_abroad(one.source, home)
        else _in_release(one, paragraph[one.start : one.end], language, near[-1:])
        for one in stretches
    ]


def _is_abroad(source: Source | None, home: str) -> bool:
    """Whether a compiler is that of another economy than the outlet's."""
    told = source.economy if source and source.compiler else ""
    return bool(told and home) and told != home


def _in_release(stretch: Stretch, sentence: str, language: str, near: list[Source]) -> Stretch:
    """A stretch of a release with the compiler that it names, or that was named before."""
    source = stretch.source
    if source is not None:
        told = source.compiler and source.name
        return replace(stretch, source=None, cited=stretch.cited or source) if told else stretch
    goes_on, stops, parts = (
        re.search(entry(language, name), sentence) for name in ("goes_on", "goes_not_on", "parts")
    )
    if stretch.cited or not near or not goes_on or (stops and not parts):
        return stretch
    return replace(stretch, cited=near[0])


def _is_outlet(name: str, publisher: str, language: str) -> bool:
    """Whether a name is the outlet's, or its last letters: "EDB" of an Export Development Board."""
    letters = "".join(re.findall(r"\b[A-Z]", publisher))
    short = len(name) > 2 and name.isupper() and letters.endswith(name)
    return short or is_same(name, publisher, language)
