"""On which day a claim was said, where its sentence names a weekday beside a verb of speech."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from analysis.drafts.lexicon import kinds, pattern

#: The days as `date.weekday` counts them.
WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def dated(
    claims: Iterable[Mapping[str, Any]], language: str, published: date | None
) -> Iterator[dict[str, Any]]:
    """The claims with `said_on`: as their words tell, else as their speaker's last claim.

    What the publisher says in its own voice has none.
    """
    told: dict[str, str] = {}
    for claim in claims:
        speaker, own = claim["speaker"], claim["attribution"] == "unattributed"
        day = "" if own or published is None else said_on(claim["words"], language, published)
        told[speaker] = day or told.get(speaker, "")
        yield {**claim, "said_on": "" if own else told[speaker]}


def said_on(words: str, language: str, published: date) -> str:
    """The last such weekday up to the day of publication in ISO 8601; "" where none is named, or
    several: "The minister told reporters on Tuesday that ..."."""
    named = {
        day
        for day, weekday in kinds(language, "weekdays", "speakers").items()
        for found in weekday.finditer(words)
        if _is_of_speech(words, found.start(), language)
    }
    if len(named) != 1:
        return ""
    back = (published.weekday() - WEEK.index(named.pop())) % 7
    return (published - timedelta(days=back)).isoformat()


def _is_of_speech(words: str, at: int, language: str) -> bool:
    """Whether a weekday opens the sentence, or stands behind a verb of speech without another."""
    if not words[:at].strip("\"“”«»„' "):
        return True
    verbs = list(pattern(language, "verbs", "speakers").finditer(words, 0, at))
    between = words[verbs[-1].end() : at] if verbs else ""
    near = verbs and len(between.split()) <= 7
    return bool(near) and not pattern(language, "other_clause", "speakers").search(between)
