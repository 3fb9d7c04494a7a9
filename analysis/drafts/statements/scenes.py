"""What is found in each paragraph, and the place of one quantity among it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from analysis.drafts import economies, flows, grammar, periods, quantities, sentences, speakers
from analysis.drafts.articles import Article
from analysis.drafts.economies import Mention
from analysis.drafts.edges import SENTENCE_END
from analysis.drafts.flows import Flow
from analysis.drafts.grammar import Grammar
from analysis.drafts.lexicon import pattern
from analysis.drafts.periods import Period
from analysis.drafts.quantities import Dismissed, Quantity
from analysis.drafts.speakers import Speech
from analysis.drafts.statements.rows import Proposal

#: What stands in a masked text where a number, hedge or period stood.
MASK = "\x00"
#: An item of a list is at most so long.
ITEM = 60


@dataclass(frozen=True)
class Found:
    """Everything that is found in one paragraph, each by offsets into its text."""

    number: int
    text: str
    sentences: tuple[tuple[int, int], ...]
    quantities: tuple[Quantity, ...]
    dismissed: tuple[Dismissed, ...]
    periods: tuple[Period, ...]
    mentions: tuple[Mention, ...]
    flows: tuple[Flow, ...]
    speeches: tuple[Speech, ...]

    @cached_property
    def masked(self) -> str:
        """The text with quantities, other numbers and periods blotted out, at the same offsets."""
        letters = list(self.text)
        places = [(one.start, one.end) for one in self.quantities]
        places += [(one.start, one.end) for one in self.dismissed]
        places += [(one.start, one.end) for one in self.periods]
        for start, end in places:
            letters[start:end] = MASK * (end - start)
        return "".join(letters)


def look(article: Article, sides: Sequence[str] = ()) -> Iterator[Found]:
    """What each paragraph holds, in order; a voice is carried on from one to the next."""
    voice: Speech | None = None
    heading: quantities.Heading | None = None
    fiscal = periods.fiscal_year(article.language, sides, article.paragraphs)
    home = sides[0] if sides else ""
    currencies = quantities.of_article("\n".join(article.paragraphs), article.language, sides)
    mentions = economies.of_article(article.paragraphs, article.language)
    for number, (text, named) in enumerate(zip(article.paragraphs, mentions, strict=True)):
        found, dismissed = quantities.find(text, article.language, currencies, heading)
        heading = quantities.heading(text, article.language, currencies, found) or heading
        after = next(iter(article.paragraphs[number + 1 :]), "")
        voices = speakers.find(text, article.language, article.publisher, voice, home, after)
        voice = voices[-1] if voices else voice
        yield Found(
            number,
            text,
            tuple(sentences.split(text, article.language)),
            tuple(found),
            tuple(dismissed),
            tuple(periods.find(text, article.language, article.published, fiscal)),
            tuple(named),
            tuple(flows.find(text, article.language, named)),
            tuple(voices),
        )


@dataclass(frozen=True)
class Scene:
    """One sentence with what was told before it; `sides` are the article's two economies.

    `told` and `hoped` are the periods that were reported on and hoped for, `known` the last flow
    of the paragraphs before, in the paragraph `known_at`, `ahead` the one that is named next.
    """

    article: Article
    found: Found
    start: int
    end: int
    sides: tuple[str, str]
    before: tuple[Proposal, ...] = ()
    told: Period | None = None
    hoped: Period | None = None
    known: Flow | None = None
    known_at: int = -1
    ahead: Flow | None = None

    @property
    def language(self) -> str:
        """The language of the article."""
        return self.article.language

    @property
    def grammar(self) -> Grammar:
        """How the language is built."""
        return grammar.of(self.language)

    @property
    def headline(self) -> bool:
        """Whether it stands above the text; a text that begins with a full sentence has none."""
        return self.found.number == 0 and SENTENCE_END.search(self.article.title) is None

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities of the sentence."""
        return tuple(one for one in self.found.quantities if self.start <= one.at < self.end)

    @cached_property
    def flows(self) -> tuple[Flow, ...]:
        """The flows that the sentence names."""
        return tuple(one for one in self.found.flows if self.start <= one.start < self.end)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """The periods that the sentence names."""
        inside = [one for one in self.found.periods if self.start <= one.start < self.end]
        return tuple(one for one in inside if not self._explains(one, inside))

    def _explains(self, period: Period, others: Sequence[Period]) -> bool:
        """Whether a period in brackets explains the one before: "fiscal 2017 (from April)"."""
        before = [one for one in others if one.end <= period.start]
        bracket = self.found.masked[period.end : self.end].partition(")")[0]
        if any(one.start < period.end + len(bracket) for one in self._behind(period)):
            return False
        before = [one for one in before if not self._between(one, period)]
        return any(
            re.fullmatch(r"\s*\([^)]*", self.found.text[one.end : period.start]) for one in before
        )

    def _between(self, one: Period, other: Period) -> bool:
        """Whether a number stands between two periods."""
        return any(one.end <= each.start < other.start for each in self.quantities)

    def _behind(self, period: Period) -> list[Quantity]:
        """The numbers behind a period in its sentence."""
        return [one for one in self.quantities if one.start >= period.end]

    @cached_property
    def masked(self) -> str:
        """The sentence with its numbers and periods blotted out."""
        return self.found.masked[self.start : self.end]

    @cached_property
    def question(self) -> str:
        """The question that a sentence answers, that of an interviewer too, numbers blotted out;
        empty where the sentence before asks nothing."""
        number, text = self.found.number, self.found.masked[: self.start]
        text = text if text.strip() else self.article.paragraphs[max(number - 1, 0)]
        spoken = text.rstrip("*_\"'”’」 \n")
        if not spoken.endswith(("?", "？", "か。")):
            return ""
        return spoken[slice(*sentences.split(spoken, self.language)[-1])]

    def opens(self, quantity: Quantity) -> bool:
        """Whether a sentence begins with a quantity, behind the name of who answers."""
        return not self.left(quantity).rpartition(":")[2].strip(" \"“'")

    def clause(self, at: int) -> tuple[int, int]:
        """The clause that a place stands in."""
        cut = sentences.clauses(self.found.text, self.start, self.end, self.language)
        return next(((one, two) for one, two in cut if one <= at < two), (self.start, self.end))

    def topic_start(self, quantity: Quantity) -> int:
        """Where the clause begins, or what somebody is told ("told her 90 guests that"); before a
        dash or colon that stands for a verb: "in tons — only 4%", "Inflation: 4%"."""
        start, _ = self.clause(quantity.at)
        told = pattern(self.language, "told_that").search(self.found.masked, start, quantity.start)
        start = told.end() if told else start
        signed = re.match(r"[-+−]", self.found.text[quantity.start :])
        mark = r"\s[–—]\s$" if signed else r"(?:\s[–—]|:)\s$"
        verbless = re.search(mark, self.found.masked[self.start : start])
        return self.clause(self.start + verbless.start())[0] if verbless else start

    def left(self, quantity: Quantity) -> str:
        """What stands before a quantity in its sentence, numbers blotted out."""
        return self.found.masked[self.start : quantity.start]

    def right(self, quantity: Quantity) -> str:
        """What stands behind a quantity in its sentence, numbers blotted out."""
        return self.found.masked[quantity.end : self.end]

    def near_left(self, quantity: Quantity) -> str:
        """What stands before a quantity, back to the number or the clause before."""
        start = max(self.clause(quantity.at)[0], self._edge(quantity, before=True))
        return self.found.masked[start : quantity.start]

    def near_right(self, quantity: Quantity) -> str:
        """What stands behind a quantity, up to the next number or the end of its clause."""
        end = min(self.clause(quantity.at)[1], self._edge(quantity, before=False))
        return self.found.masked[quantity.end : max(end, quantity.end)]

    def _edge(self, quantity: Quantity, *, before: bool) -> int:
        if before:
            return max((one.end for one in self.quantities if one.end <= quantity.start), default=0)
        starts = [one.start for one in self.quantities if one.start >= quantity.end]
        return min(starts, default=self.end)

    def says(self, name: str, text: str) -> bool:
        """Whether a text has a word of an entry of the lexicon."""
        return pattern(self.language, name).search(text) is not None

    def place(self, name: str, text: str) -> int | None:
        """Where the last word of an entry begins in a text."""
        return max(
            (one.start() for one in pattern(self.language, name).finditer(text)), default=None
        )

    def speech(self, at: int) -> Speech:
        """The voice at a place."""
        nobody = Speech(0, 0, "", "", "", "unattributed")
        return next((one for one in self.found.speeches if one.start <= at < one.end), nobody)

    @cached_property
    def here(self) -> tuple[Proposal, ...]:
        """What the sentence has told so far."""
        return tuple(one for one in self.paragraph_before if self.start <= one.start < self.end)

    @cached_property
    def out_of(self) -> Proposal | None:
        """The level that a sentence breaks down: "Of the $9 million, 4 million came from wheat"."""
        levels = (one for one in self.here if one.measure == "level")
        whole = pattern(self.language, "whole_before")
        heads = ((one, self.found.masked[self.start : one.start]) for one in levels)
        return next((one for one, head in heads if whole.search(head)), None)

    @cached_property
    def opener(self) -> int:
        """The paragraph that opens the list that this one is an item of; else its own."""
        texts, number = self.article.paragraphs, self.found.number - 1
        while number > 0 and _is_item(texts[number].rstrip()):
            number -= 1
        opens = number >= 0 and texts[number].rstrip().endswith((":", "："))
        return number if opens else self.found.number

    @cached_property
    def lead(self) -> str:
        """What a sentence answers to: the question before it, or what opens its list."""
        if self.question or self.opener == self.found.number:
            return self.question
        text = self.article.paragraphs[self.opener]
        return text[slice(*sentences.split(text, self.language)[-1])]

    @cached_property
    def list_before(self) -> tuple[Proposal, ...]:
        """What the paragraph has told so far, and what opened the list that it stands in."""
        opened = [one for one in self.before if one.paragraph == self.opener < self.found.number]
        return (*opened, *self.paragraph_before)

    @cached_property
    def paragraph_before(self) -> tuple[Proposal, ...]:
        """What the paragraph has told so far."""
        own = takewhile(lambda one: one.paragraph == self.found.number, reversed(self.before))
        return tuple(own)[::-1]


def _is_item(text: str) -> bool:
    """Whether a paragraph reads like an item of a list: it is short, or no full sentence."""
    if text.endswith((":", "：")):
        return False
    return text.endswith((";", ",")) or len(text) < ITEM or SENTENCE_END.search(text) is None


def last(proposals: Sequence[Proposal], **wanted: str) -> Proposal | None:
    """The last proposal with these cells; "*" stands for any that is told."""
    for one in reversed(proposals):
        cells = ((getattr(one, name), cell) for name, cell in wanted.items())
        if all(bool(got) if cell == "*" else got == cell for got, cell in cells):
            return one
    return None


def words_after(text: str, count: int) -> str:
    """The first words of a text."""
    found = re.match(rf"(?:\W*\w+(?:[’'](?:s\b|(?!\w)))?){{0,{count}}}", text)
    return found[0] if found else ""
