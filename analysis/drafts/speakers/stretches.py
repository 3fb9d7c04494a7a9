"""Stretches of one voice: which sentence, or part of one, is told by which source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from analysis.drafts import grammar, sentences
from analysis.drafts.lexicon import pattern
from analysis.drafts.speakers import english, japanese, records, russian
from analysis.drafts.speakers.interviews import Turn
from analysis.drafts.speakers.memory import resolve
from analysis.drafts.speakers.naming import Source, entry
from analysis.drafts.speakers.quotes import outside, quotes

FINDERS = {"en": english.sources, "ru": russian.sources, "ja": japanese.sources}


@dataclass(frozen=True)
class Stretch:
    """A stretch and its source; None: the outlet's own words."""

    start: int
    end: int
    source: Source | None
    cited: Source | None = None
    carried: bool = False


def in_turn(turn: Turn, paragraph: str, language: str, known: list[Source]) -> Iterator[Stretch]:
    """The sentences of a turn of an interview, each with the compiler that was named by then.

    What a newspaper wrote or an office counted is theirs.
    """
    compiler: Source | None = None
    for start, end in sentences.split(paragraph, language):
        named = _named(paragraph[start:end], language, known)
        compiler = None if _own_words(paragraph[start:end], language) else compiler
        compiler = next((one for one in named if one.cited or one.tells_records), compiler)
        other = next((one for one in named if _tells(one, paragraph[start:end], language)), None)
        yield Stretch(start, end, other or turn.source, compiler)


def _tells(one: Source, sentence: str, language: str) -> bool:
    """Whether a source in an answer has a voice of its own: a newspaper or compiler."""
    built = grammar.of(language)
    opens = built.inflected or (built.spaced and not re.search(r"\w", sentence[: one.start]))
    counted = opens and one.compiler and bool(one.name)
    return one.speaks and (counted or _is_paper(one, sentence, language))


def _is_paper(one: Source, sentence: str, language: str) -> bool:
    """Whether a source is a newspaper, by its name or the word before it."""
    kinds = rf"(?:{entry(language, 'media')})"
    named = re.search(rf"{kinds}$", one.name, re.IGNORECASE)
    kind = re.match(rf"(?:the )?{kinds}\b", sentence[one.start : one.end], re.IGNORECASE)
    return bool(named or kind)


def of_paragraph(
    paragraph: str, language: str, known: list[Source], headline: bool
) -> Iterator[Stretch]:
    """The stretches of each sentence; who was named is added to `known`."""
    last: Stretch | None = None
    turned: Source | None = None
    for start, end in sentences.split(paragraph, language):
        named = _named(paragraph[start:end], language, known, opens=start == 0)
        named = [one for one in named if not _in_longer_quotation(one, paragraph, start, end)]
        named = records.there(named, paragraph[:start], paragraph[start:end], language)
        named = _passed_on(named, paragraph[start:end], language)
        own = list(_divided(named, paragraph, start, end, language))
        own = own or _quoted_alone(paragraph, start, end, last, turned, known)
        turned = _turned_to(named, paragraph[start:end])
        own = own or [_carried(named, paragraph, start, end, language, last, known)]
        known.extend(one for one in named if one.name and not one.pronoun)
        known.extend(_subject(named, language))
        known.extend(_refreshed(own[-1], paragraph))
        if re.search(entry(language, "cites_on"), paragraph[start:end]):
            own = [_citing_on(one, last) for one in own]
        yield from own
        last = None if headline else _last(last, own[-1], paragraph, language)


def opener(sentence: str, language: str, known: list[Source]) -> Source | None:
    """The person that a sentence begins with, where nobody speaks in it."""
    return _turned_to(_named(sentence, language, known), sentence)


def _turned_to(named: list[Source], sentence: str) -> Source | None:
    """The person that a sentence begins with, saying nothing there: "Roe shakes her head"."""
    first = next(iter(named), None)
    opens = first is not None and not re.search(r"\w", sentence[: first.start])
    known = first is not None and first.name and not first.pronoun
    return first if first and known and opens and first.mentioned else None


def _quoted_alone(
    paragraph: str, start: int, end: int, last: Stretch | None, turned: Source | None,
    known: list[Source],
) -> list[Stretch]:  # fmt: skip
    """A sentence that is nothing but a quotation, told by whom the sentence before turned to; by
    the person named last, where that was the outlet's: "What now? “We wait.”"."""
    said = outside(paragraph)[start:end]
    if not re.match(r"\s*[“\"«„]\x00", said) or re.search(r"\w", said):
        return []
    persons = [one for one in known if one.name and one.ago <= 1]
    persons = [one for one in persons if one.is_person and not one.outlet]
    outlet = last is None or last.source is None
    source = turned or (persons[-1] if persons and outlet else None)
    return [Stretch(start, end, source, carried=True)] if source else []


def _subject(named: list[Source], language: str) -> list[Source]:
    """Whom "he" means in the next sentence: of two persons the one to whom the outlet speaks, or
    the one who spoke, else the first."""
    persons = [one for one in named if one.name and one.is_person and not one.pronoun]
    spoke = [one for one in persons if one.addressed] or [one for one in persons if one.speaks]
    several = grammar.of(language).capitals and len(persons) > 1
    return (spoke or persons)[-1 if spoke else 0 :][:1] if several else []


def _citing_on(stretch: Stretch, last: Stretch | None) -> Stretch:
    """What a person goes on to tell comes from the data that he cited."""
    if last is None or stretch.cited or not (stretch.source and last.source):
        return stretch
    same = stretch.source.name == last.source.name
    return replace(stretch, cited=last.cited) if same else stretch


def _last(before: Stretch | None, now: Stretch, paragraph: str, language: str) -> Stretch | None:
    """The voice that goes on; a short lead of a paragraph has none: "What we buy."."""
    sentence = paragraph[now.start : now.end]
    leads = re.fullmatch(entry(language, "lead"), sentence) and not re.search(r"\d", sentence)
    return None if leads and before is None and not (now.source or now.cited) else now


def _named(
    sentence: str, language: str, known: list[Source], *, opens: bool = False
) -> list[Source]:
    """The sources and persons of a sentence under their full names."""
    named: list[Source] = []
    for one in FINDERS[language](sentence):
        met = known if one.addressed else [*known, *named]
        full = resolve(one, met, language, opens=opens)
        named += [full] if _is_met(one, full) else []
    sure = [one for one in named if not one.unsure]
    sure = records.owned(sure, sentence, language, known)
    return records.beside(sure, sentence, language)


def _is_met(one: Source, full: Source) -> bool:
    """Whether a person who says nothing, told by a pronoun or single name, was named before."""
    if not one.mentioned or not (one.pronoun or one.unsure):
        return True
    return full.name != one.name and (one.pronoun or one.name in full.name.split())


def _passed_on(named: list[Source], sentence: str, language: str) -> list[Source]:
    """The sources of a sentence, where a person passes on numbers: they are the compiler's; what a
    newspaper passes on is anybody's."""
    speaking = [one for one in named if one.speaks]
    paper = speaking and all(_is_paper(one, sentence, language) for one in speaking)
    cited = [one for one in named if one.cited and (one.compiler or paper) and one.name]
    passed = re.search(entry(language, "passed_on"), sentence)
    if not cited or quotes(sentence) or not passed:
        return named
    return [
        replace(one, cited=False) if one in cited else replace(one, mentioned=True) for one in named
    ]


def _in_longer_quotation(one: Source, paragraph: str, start: int, end: int) -> bool:
    """Whether a source stands in a quotation of several sentences: "I" there is no outlet."""
    place = start + one.start
    spans = [span for span in quotes(paragraph) if span[0] < start or span[1] > end]
    return any(first < place < last for first, last in spans)


def _refreshed(stretch: Stretch, paragraph: str) -> list[Source]:
    """A compiler whose figures go on in this paragraph is named anew."""
    source = stretch.source
    if source is None or not (source.name and source.compiler and stretch.carried):
        return []
    figures = re.search(r"\d", paragraph[stretch.start : stretch.end])
    return [replace(source, ago=0)] if figures else []


def _divided(
    named: list[Source], paragraph: str, start: int, end: int, language: str
) -> Iterator[Stretch]:
    """One stretch a source: up to the next one's name, or to its own end where it comes last."""
    speakers = [one for one in named if one.speaks and not one.pronoun]
    speakers = _without_sides(speakers, language)
    speakers = _without_remarks(speakers, paragraph[start:end])
    cited = next((one for one in named if one.cited), None)
    if not speakers:
        return
    if _own_words(paragraph[start:end], language):
        yield Stretch(start, end, None, cited or next((o for o in speakers if o.compiler), None))
        return
    place = start
    relative = _relative(paragraph[start : start + speakers[0].start], language)
    if relative:
        yield Stretch(start, start + relative, None)
        place = start + relative
    for one, following in zip(speakers, [*speakers[1:], None], strict=True):
        until = end if following is None else start + _border(paragraph[start:end], one, following)
        yield Stretch(place, until, None if one.outlet else one, cited)
        place = until


def _own_words(sentence: str, language: str) -> bool:
    """Whether the outlet says outside quotation marks that it did the sum itself."""
    told = outside(sentence)
    sums = pattern(language, "our_sums").search(told)
    return sums is not None or re.search(entry(language, "own_words"), told, re.I) is not None


def _without_sides(speakers: list[Source], language: str) -> list[Source]:
    """Without "the British side", where a compiler speaks for it and takes its economy."""
    sides = re.compile(rf"(?:{entry(language, 'a_side')})$", re.IGNORECASE)
    named = [one for one in speakers if sides.search(one.name)]
    if not named or not any(one.compiler for one in speakers):
        return speakers
    return [
        replace(one, economy=one.economy or named[0].economy) if one.compiler else one
        for one in speakers
        if one not in named
    ]


def _without_remarks(speakers: list[Source], sentence: str) -> list[Source]:
    """Without who only recalls what another said: "The bank, she recalled, had forecast"."""
    pairs = zip([None, *speakers], speakers, strict=False)
    return [
        one for before, one in pairs
        if not (before and one.postposed and sentence[before.end : one.start] == ", ")
    ]  # fmt: skip


def _border(sentence: str, one: Source, following: Source) -> int:
    """Where one stretch ends in a sentence of two: a source told last speaks of what is before."""
    if not following.postposed or following.start <= one.end:
        return following.start
    words = r"\b(?:while|whereas|but|тогда как|а|но)\b"
    verbs = r",(?=\s(?:could|would|should|may|might|will)\b)"
    cut = re.search(f";|{words}|{verbs}", sentence[one.end : following.start])
    if cut:
        return one.end + cut.start()
    return one.end if one.postposed else following.start


def _relative(before: str, language: str) -> int:
    """Where a relative clause with a source of its own begins: ", far from the 5bn that X told"."""
    match = re.search(
        rf"[,;–—][^,;–—]*\b(?:{entry(language, 'relative')})\s+$", before, re.IGNORECASE
    )
    data = match and re.search(rf"\b(?:{entry(language, 'data')})\b", match[0], re.IGNORECASE)
    return match.start() if match and not data else 0


def _carried(
    named: list[Source], paragraph: str, start: int, end: int, language: str,
    last: Stretch | None, known: list[Source],
) -> Stretch:  # fmt: skip
    """A sentence that names nobody: the voice before goes on, in the next paragraph a statistic."""
    sentence = paragraph[start:end]
    cited = next((one for one in named if one.cited), None)
    if _own_words(sentence, language):
        return Stretch(start, end, None, cited)
    refers = re.search(entry(language, "refers"), sentence, re.IGNORECASE)
    goes_on = re.search(entry(language, "goes_on"), sentence, re.IGNORECASE)
    stops = not refers and re.search(entry(language, "goes_not_on"), sentence, re.IGNORECASE)
    line = re.search(entry(language, "lines"), sentence)
    told = last.source if last is not None else None
    stated = told and re.fullmatch(entry(language, "bodies"), told.name)
    lists = last and re.search(entry(language, "presents"), paragraph[last.start : last.end])
    adds = not (stated or lists) and _tells_counts(told, paragraph, start, end, language)
    if last is not None and adds:
        return Stretch(start, end, None, cited)
    ends = stops and not (line or re.search(entry(language, "parts"), sentence))
    if last is not None and not (ends and told and told.compiler):
        return Stretch(start, end, last.source, cited, carried=True)
    near = [one for one in known if one.ago <= 1 and (one.tells_records or (refers and one.speaks))]
    source = near[-1] if near and (line or refers or (goes_on and not stops)) else None
    return Stretch(start, end, source, cited, carried=source is not None)


def _tells_counts(told: Source | None, paragraph: str, start: int, end: int, language: str) -> bool:
    """Whether a sentence without a quotation tells counts, which the outlet adds of its own, and
    no part of what was just told; in Japanese only to what a person said."""
    title = re.compile(rf"(?:{entry(language, 'titles')})$")
    if grammar.of(language).nouns_before and not (told and (told.role or title.search(told.name))):
        return False
    if re.search(entry(language, "refers"), paragraph[start:end], re.IGNORECASE):
        return False
    quoted = any(one < end and start < two for one, two in quotes(paragraph))
    counts = re.search(entry(language, "counts"), paragraph[start:end], re.IGNORECASE)
    return counts is not None and not quoted
