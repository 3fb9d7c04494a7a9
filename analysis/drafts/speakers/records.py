"""Records that a side alone is named for: "by Polish data", "Danish figures show"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from analysis.drafts import economies
from analysis.drafts.economies import Mention
from analysis.drafts.speakers.naming import Source, entry
from analysis.drafts.speakers.quotes import outside


def beside(named: Sequence[Source], sentence: str, language: str) -> list[Source]:
    """The sources of a sentence with the records of a side, where no compiler is named by name.

    They have no name, an economy and the trade of a compiler; where somebody speaks they are his.
    """
    if any(one.tells_records for one in named):
        return list(named)
    speaks = any(one.speaks for one in named)
    found = (replace(one, cited=speaks) for one in _records(outside(sentence), language))
    return sorted([*named, *found], key=lambda one: one.start)


def there(named: Sequence[Source], before: str, sentence: str, language: str) -> list[Source]:
    """The sources, a compiler "there" put into the economy of the place named last before it."""
    behind = re.compile(rf"\s+(?:{entry(language, 'there')})\b", re.IGNORECASE)
    of_it = re.compile(entry(language, "of_that_country"))
    placed = []
    for one in named:
        found = economies.find(before + sentence[: one.start], language)
        pointed = behind.match(sentence, one.end) or of_it.match(one.name)
        far = one.compiler and not one.economy and found and pointed
        placed.append(replace(one, economy=found[-1].economy) if far else one)
    return placed


def owned(
    named: Sequence[Source], sentence: str, language: str, known: Sequence[Source]
) -> list[Source]:
    """The sources, a compiler without an economy put into that of the subject of its sentence.

    "Chile sold less, its customs service said", "..., according to statistics agency Estada", and
    one by its name that was not named before; where a capital alone is named it is there.
    """
    met = {one.name for one in known}
    found = economies.find(sentence, language)
    own = partial(_owner, found, sentence, language, met)
    return [replace(one, economy=one.economy or own(one)) for one in named]


def _owner(
    found: Sequence[Mention], sentence: str, language: str, met: set[str], one: Source
) -> str:
    """The economy of a compiler that its sentence tells; "" where it tells none."""
    new = one.name not in met and not one.name.islower()
    if not found or not one.compiler or not one.name:
        return ""
    first, before = found[0], sentence[: found[0].start]
    if not re.fullmatch(r"(?:.*[–—]\s)?\W*(?:\w+\s)?", before):
        alone = new and len(found) == 1 and first.role == "capital"
        return first.economy if alone and re.search(r"\bin\s$", before) else ""
    if _is_its(one, sentence, language):
        return first.economy
    return first.economy if new else ""


def _is_its(one: Source, sentence: str, language: str) -> bool:
    """Whether a compiler is that of the subject: "its office", a name with its kind before."""
    kinds = f"{entry(language, 'offices')}|{entry(language, 'compilers')}"
    before, own = sentence[: one.end], re.escape(one.name)
    its = re.search(rf"\b(?:{entry(language, 'its')})\s+{own}$", before, re.IGNORECASE)
    return bool(its or re.search(rf"(?<!the )\b[a-z]+ (?:{kinds})\s+{own}$", before))


def _records(text: str, language: str) -> Iterator[Source]:
    """Each adjective of an economy before a word for data; the second time without that word."""
    again = False
    for mention in economies.find(text, language):
        end = _end(mention, text, language, again=again)
        if mention.role in ("adjective", "possessive") and end:
            again = True
            yield Source(mention.start, end, "", economy=mention.economy, compiler=True)


def _end(mention: Mention, text: str, language: str, *, again: bool) -> int:
    """Where the words of records end; 0 where they are none."""
    kinds, data, shows = (entry(language, name) for name in ("kinds", "data", "shows"))
    by = re.search(rf"\b(?:{entry(language, 'by_records')})\s+$", text[: mention.start], re.I)
    noun = re.compile(rf"\s+(?:(?:{kinds})\s+)*(?:{data})\w*", re.I).match(text, mention.end)
    if noun is None:
        alone = re.match(r"\s+\w", text[mention.end :]) is None
        return mention.end if by and again and alone else 0
    told = re.compile(rf"\s+(?:{shows})\b", re.I).match(text, noun.end())
    return noun.end() if by or told else 0
