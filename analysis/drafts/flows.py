"""Trade flows that a text names, and whose they are: "Japan's exports to X" are Japan's.

Patterns are data (words/*.toml); the economies that were found stand in for their names, one
character of a private block each, so that a pattern needs no vocabulary of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from analysis.drafts import economies, words
from analysis.drafts.economies import Mention

NAME, ADJECTIVE = 0xE000, 0xF000
MACRO = re.compile(r"\{([a-z_]+)\}")
#: Weights by which the side an article speaks from is told.
OWNS, IMPLIED, PLACE, LEAD, FIRST, SPOKEN = 2, 3, 3, 2, 1, 3
#: Whose language a text is in, where one economy above all writes it.
HOME = {"ru": "RUS", "ja": "JPN"}


@dataclass(frozen=True)
class Flow:
    """One naming of a flow: exports, imports, turnover, balance; the sides where said, else "".

    `start` and `end` are those of the noun or verb, `words` the phrase with the sides.
    """

    start: int
    end: int
    flow: str
    economy: str
    partner: str
    words: str


def find(text: str, language: str, mentions: Sequence[Mention]) -> list[Flow]:
    """Every flow that the text names, in its order; a noun's reading is that with most sides."""
    return list(_found(text, language, tuple(mentions)))


@lru_cache(maxsize=256)
def _found(text: str, language: str, mentions: tuple[Mention, ...]) -> tuple[Flow, ...]:
    """The same, worked out once: an article is asked for its sides first, then for its values."""
    masked = _masked(text, mentions)
    found: dict[int, Flow] = {}
    for flow, pattern in _forms(language):
        for match in pattern.finditer(masked):
            told = _flow(flow, match, text, mentions)
            if _sides(told) > _sides(_overlapped(told, found)):
                found = {at: old for at, old in found.items() if not _overlap(old, told)}
                found[told.start] = told
    for told in _again(masked, text, language, mentions):
        before = [found[at] for at in sorted(found) if at < told.start]
        if before and before[-1].flow == told.flow and _overlapped(told, found) is None:
            found[told.start] = told
    return tuple(found[at] for at in sorted(found) if not _of_balance(found[at], found, text))


def _again(masked: str, text: str, language: str, mentions: Sequence[Mention]) -> Iterator[Flow]:
    """Pronouns that stand for the flow named before, as each flow: "those to Chile"."""
    found = (
        _flow(flow, match, text, mentions)
        for flow, pattern in _forms(language, "again")
        for match in pattern.finditer(masked)
    )
    yield from sorted(found, key=lambda one: (one.start, -_sides(one)))


def _of_balance(flow: Flow, found: dict[int, Flow], text: str) -> bool:
    """Whether trade is named as that of a balance alone: "a deficit in trade with X"."""
    return flow.flow == "turnover" and any(
        one.flow == "balance" and one.end < flow.start < text.find(one.words) + len(one.words)
        for one in found.values()
    )


def sides(paragraphs: Sequence[str], language: str, around: Sequence[str] = ()) -> tuple[str, str]:
    """The side that the article speaks from and the other; "" where it names none.

    The pair are the two economies named most, those of the headline counted twice; its own side
    is the one whose flows are told (the first above all), whose capital opens a paragraph and that
    the words `around` the article name first (its publisher, its byline), else the one named first.
    """
    named = economies.of_article(paragraphs, language)
    homes = [one.economy for text in around for one in economies.find(text, language)[:1]]
    pair = _pair(named)
    if len(pair) < 2:
        own = words.section(language, "economies").get("offices", {})
        pair = list(dict.fromkeys([*homes, *own][:1] + pair)) if pair or homes else []
    if len(pair) < 2:
        return (pair[0] if pair else ""), ""
    weights = _weights(paragraphs, language, named, pair)
    weights.update(dict.fromkeys(homes, PLACE))
    weights.update({HOME[language]: SPOKEN} if HOME.get(language) in pair else {})
    own = max(pair, key=lambda economy: weights[economy])
    return own, next(economy for economy in pair if economy != own)


def _pair(named: list[list[Mention]]) -> list[str]:
    """The two economies named most, in the order in which they are named first."""
    counts: Counter[str] = Counter()
    for place, mentions in enumerate(named):
        for mention in mentions:
            counts[mention.economy] += 2 if place == 0 or mention.role == "office" else 1
    most = {economy for economy, _ in counts.most_common(2)}
    return [economy for economy in counts if economy in most]


def _weights(
    paragraphs: Sequence[str], language: str, named: list[list[Mention]], pair: list[str]
) -> Counter[str]:
    """How much speaks for each side of the pair as the article's own."""
    weights = Counter({pair[0]: FIRST})
    other = {pair[0]: pair[1], pair[1]: pair[0]}
    implied, told = [], []
    for place, (paragraph, mentions) in enumerate(zip(paragraphs, named, strict=True)):
        for flow in find(paragraph, language, mentions):
            owner = flow.economy or other.get(flow.partner, "")
            if owner and flow.flow != "balance":
                weights[owner] += OWNS if flow.economy else IMPLIED * (1 if place else 2)
                implied += [] if flow.economy else [owner]
                told += [owner] if place else []
        if mentions and mentions[0].role == "capital" and mentions[0].start == 0:
            weights[mentions[0].economy] += PLACE
    weights.update(dict.fromkeys((implied or told)[:1], LEAD))
    return weights


def _masked(text: str, mentions: Sequence[Mention]) -> str:
    """The text with each economy as a run of one private character, as long as its name; a line
    ends what is told in it."""
    letters = list(text.replace("\n", ";"))
    for place, mention in enumerate(mentions[: ADJECTIVE - NAME]):
        block = ADJECTIVE if mention.role == "adjective" else NAME
        letters[mention.start : mention.end] = chr(block + place) * (mention.end - mention.start)
    return "".join(letters)


def _flow(flow: str, match: re.Match[str], text: str, mentions: Sequence[Mention]) -> Flow:
    """What a pattern found."""
    said = match.groupdict()
    economy, partner = (_economy(said.get(side), mentions) for side in ("owner", "partner"))
    partner = "" if partner == economy else partner
    start, end = match.span("noun")
    return Flow(start, end, flow, economy, partner, text[match.start() : match.end()])


def _economy(letter: str | None, mentions: Sequence[Mention]) -> str:
    """The economy behind a private character."""
    if not letter:
        return ""
    place = ord(letter) - (ADJECTIVE if ord(letter) >= ADJECTIVE else NAME)
    return mentions[place].economy


def _sides(flow: Flow | None) -> int:
    """How many sides are said; a flow without any is still better than none."""
    return -1 if flow is None else bool(flow.economy) + bool(flow.partner)


def _overlapped(told: Flow, found: dict[int, Flow]) -> Flow | None:
    """The flow with most sides among those whose noun stands in the same place."""
    return max((old for old in found.values() if _overlap(old, told)), key=_sides, default=None)


def _overlap(one: Flow, other: Flow) -> bool:
    """Whether two nouns share a place."""
    return one.start < other.end and other.start < one.end


@cache
def _forms(language: str, kind: str = "forms") -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Flow and pattern, for every form and every flow that it serves."""
    section = words.section(language, "flows")
    return tuple(_compiled(section, kind))


def _compiled(section: dict[str, Any], kind: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The forms of a language with their macros written out."""
    for form in section.get(kind, []):
        for flow in form.get("flows", section["nouns"]):
            noun = form.get("noun", section["nouns"][flow])
            edge = "" if re.search("[ぁ-龠]", noun) else r"\b"
            macros = {**section["macros"], "noun": f"{edge}(?P<noun>{noun}){edge}",
                      "toward": section["toward"][flow]}  # fmt: skip
            yield flow, re.compile(_written(form["pattern"], macros), re.IGNORECASE)


def _written(pattern: str, macros: dict[str, str]) -> str:
    """A pattern with its macros written out, and those that they hold."""
    return MACRO.sub(lambda macro: _written(macros[macro[1]], macros), pattern)
