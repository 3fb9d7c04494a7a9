"""A paragraph cut into stretches of one voice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from analysis.drafts.edges import SENTENCE_END
from analysis.drafts.speakers.interviews import Turn, turn_of
from analysis.drafts.speakers.naming import Source, entry
from analysis.drafts.speakers.own_words import own, released
from analysis.drafts.speakers.quotes import left_open, quotes
from analysis.drafts.speakers.stretches import Stretch, in_turn, of_paragraph, opener


@dataclass(frozen=True)
class Speech:
    """One stretch of a paragraph in one voice.

    `attribution`: direct, indirect, unattributed (then `speaker` is the publisher). `office` and
    `reporter`: the compiler, where one is named as such, and its economy. `carried`: the sentence
    itself names nobody. `known`: the sources named so far. `opens`: a list begins or goes on behind
    it; `listed`: it is a line of one. `asked`: the next paragraph answers, or goes on with an
    answer, without a label or dash; `labelled`: this one is a turn of an interview with a label.
    """

    start: int
    end: int
    speaker: str
    role: str
    economy: str
    attribution: str
    office: str = ""
    reporter: str = ""
    carried: bool = False
    known: tuple[Source, ...] = ()
    opens: bool = False
    listed: bool = False
    asked: bool = False
    labelled: bool = False


def find(
    paragraph: str,
    language: str,
    publisher: str | None = None,
    before: Speech | None = None,
    home: str = "",
    after: str = "",
) -> list[Speech]:
    """The paragraph cut into stretches of one voice, without gaps, in its order.

    `before` is the last stretch of the paragraph before (None: this one is the headline), `home`
    the economy of a compiler whose name tells none ("the customs service"), `after` the paragraph
    that follows.
    """
    known = [one.older() for one in (before.known if before else ())]
    opened = _opened(before, known, paragraph)
    answers = before is not None and before.asked
    turn = _turn(paragraph, language, publisher, known, before)
    if turn and turn.source:
        stretches = list(in_turn(turn, paragraph, language, known))
        known.append(turn.source)
    else:
        met = list(known) if turn else known
        alone = before is None or turn is not None
        told = _told(paragraph, language, publisher or "", met, alone=alone, headline=not before)
        stretches = [_in_list(one, opened) for one in told]
        if before:
            goes_on = left_open(paragraph)
            stretches = _told_next(stretches, after, language, known, goes_on=goes_on)
    ends = _ends(paragraph, known, opened, asked=turn is not None and (turn.asks or answers))
    ends = replace(ends, labelled=turn is not None and turn.start > 2)
    answer = turn.source if turn else None
    return [
        _speech(part, publisher or "", direct, home, ends)
        for stretch in stretches
        for part, direct in _by_quotes(stretch, _spoken(stretch, answer, paragraph))
    ]


def _turn(
    paragraph: str, language: str, publisher: str | None, known: list[Source], before: Speech | None
) -> Turn | None:
    """The turn of an interview that the paragraph is; a headline is none."""
    if before is None:
        return None
    asked, labelled = before.asked, before.labelled
    return turn_of(paragraph, language, publisher, known, asked=asked, labelled=labelled)


def _told(
    paragraph: str, language: str, publisher: str, known: list[Source], *, alone: bool,
    headline: bool,
) -> list[Stretch]:  # fmt: skip
    """The stretches of a paragraph that is no answer; `alone`: each sentence by itself."""
    stretches = list(of_paragraph(paragraph, language, known, alone))
    stretches = [own(one, publisher, language, headline=headline) for one in stretches]
    stretches = released(stretches, publisher, paragraph, language, known)
    stretches = _told_back(paragraph, stretches, language)
    return stretches if alone else _behind_quotations(paragraph, stretches, language, known)


def _ends(paragraph: str, known: list[Source], opened: Source | None, *, asked: bool) -> Speech:
    """What each stretch hands on to the next paragraph."""
    return Speech(
        0, 0, "", "", "", "", known=tuple(known[-12:]),
        opens=paragraph.rstrip().endswith((":", "：", ";")),
        listed=opened is not None and SENTENCE_END.search(paragraph) is None,
        asked=asked,
    )  # fmt: skip


def _spoken(stretch: Stretch, answer: Source | None, paragraph: str) -> list[tuple[int, int]]:
    """What is direct speech: all that an answer says itself, else what stands in quotations."""
    itself = answer is not None and stretch.source is answer
    return [(0, len(paragraph))] if itself else quotes(paragraph)


def _opened(before: Speech | None, known: list[Source], paragraph: str) -> Source | None:
    """The source of a list that the paragraph before began or, in lines, went on with."""
    line = before is not None and before.listed and SENTENCE_END.search(paragraph) is None
    if before is None or not (before.opens or line):
        return None
    return next((one for one in reversed(known) if one.name == before.speaker), None)


def _in_list(stretch: Stretch, opened: Source | None) -> Stretch:
    """What a line of a list does not attribute, told by the source of the list."""
    if stretch.source is not None or opened is None:
        return stretch
    return replace(stretch, source=opened, carried=True)


def _told_back(paragraph: str, stretches: list[Stretch], language: str) -> list[Stretch]:
    """Sentences whose source is told in the next: in an open quotation, or "this was said by"."""
    told = list(stretches)
    for place in range(len(told) - 2, -1, -1):
        one, after = told[place], told[place + 1]
        if after.carried and after.cited and one.source is after.source:
            told[place] = replace(one, cited=after.cited)
            continue
        if _only_data(one, after):
            told[place] = replace(one, cited=after.source)
            continue
        if (one.source and not one.carried) or after.source is None or after.carried:
            continue
        inside = any(start < one.end < end for start, end in quotes(paragraph))
        inside = inside or _alone(one, after.source, paragraph)
        this = re.match(
            rf"\s*(?:{entry(language, 'this')})", paragraph[after.start :], re.IGNORECASE
        )
        records = after.source.compiler and after.source.postposed and one.source is None
        taken_up = this and (one.source is None or after.source.compiler)
        if inside or records or after.source.back or taken_up:
            told[place] = replace(one, source=after.source, cited=after.cited, carried=False)
    return told


def _behind_quotations(
    paragraph: str, stretches: list[Stretch], language: str, known: list[Source]
) -> list[Stretch]:
    """Sentences of a quotation that nobody is named for, told by whom the next sentence begins
    with: "“It was 5%.” Jane Roe smiles."."""
    told = list(stretches)
    for place in range(len(told) - 2, -1, -1):
        one, after = told[place], told[place + 1]
        if one.source or after.source or not _ends_quotation(one, paragraph):
            continue
        person = opener(paragraph[after.start : after.end], language, known)
        start = next(first for first, end in quotes(paragraph) if first < one.end <= end + 1)
        told = [
            replace(each, source=person) if start <= each.start <= one.start else each
            for each in told
        ]
    return told


def _ends_quotation(one: Stretch, paragraph: str) -> bool:
    """Whether a sentence ends one quotation that is made of whole sentences."""
    end = len(paragraph[: one.end].rstrip())
    start = next((first for first, last in quotes(paragraph) if last == end), None)
    return start is not None and paragraph[:start].rstrip()[-1:] in ("", *".!?”")


def _only_data(one: Stretch, after: Stretch) -> bool:
    """Whether a sentence only names the compiler of what somebody said in the one before."""
    source, data = one.source, after.source
    spoken = source is not None and not source.compiler and one.cited is None
    return spoken and data is not None and data.compiler and data.back


def _alone(one: Stretch, after: Source, paragraph: str) -> bool:
    """Whether a sentence is all quotation, and a person is the source of the next: "「…」。会長が
    笑う。"."""
    words = paragraph[one.start : one.end].strip()
    unsaid = one.source is None or one.source.compiler
    return unsaid and not after.compiler and re.fullmatch("「[^「」]*」。?", words) is not None


def _told_next(
    stretches: list[Stretch], after: str, language: str, known: list[Source], *, goes_on: bool
) -> list[Stretch]:
    """The last sentences of a paragraph, told by whom the next names for them: "This is from X",
    and where a quotation `goes_on` in it."""
    if not after or (stretches[-1].source and not stretches[-1].carried):
        return stretches
    found = of_paragraph(after, language, list(known), True)
    told = next((one for one in found if one.source or not goes_on), None)
    this = re.match(rf"\s*(?:{entry(language, 'this')})", after, re.IGNORECASE)
    if told is None or told.source is None or told.carried:
        return stretches
    if not (this or told.source.back or goes_on):
        return stretches
    if stretches[-1].source and not (this and told.source.compiler):
        return stretches
    sourced = [place for place, one in enumerate(stretches) if one.source and not one.carried]
    first = max(sourced, default=-1) + 1
    last = [replace(one, source=told.source, cited=told.cited) for one in stretches[first:]]
    return [*stretches[:first], *last]


def _by_quotes(stretch: Stretch, spans: list[tuple[int, int]]) -> Iterator[tuple[Stretch, bool]]:
    """The stretch cut at quotation marks, each part with whether it stands between them."""
    cuts = {stretch.start, stretch.end}
    cuts |= {cut for span in spans for cut in span if stretch.start < cut < stretch.end}
    places = sorted(cuts)
    for start, end in pairwise(places):
        direct = any(one <= start and end <= two for one, two in spans)
        yield replace(stretch, start=start, end=end), direct


def _speech(stretch: Stretch, publisher: str, direct: bool, home: str, ends: Speech) -> Speech:
    """What a stretch hands on; `ends` holds what its paragraph does."""
    source = stretch.source
    compiler = stretch.cited or (source if source and source.compiler else None)
    told = replace(
        ends, start=stretch.start, end=stretch.end,
        office=compiler.name if compiler else "",
        reporter=(compiler.economy or home) if compiler else "",
    )  # fmt: skip
    if source is None or not source.name:
        return replace(told, speaker=publisher, attribution="unattributed")
    return replace(
        told, speaker=source.name, role=source.role, economy=source.economy,
        attribution="direct" if direct else "indirect", carried=stretch.carried,
    )  # fmt: skip
