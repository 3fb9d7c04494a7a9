"""Numerals of a text: digits and number words, and what kind of number the words are there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.drafts.quantities.lexicon import Lexicon
from analysis.readings import myriads, number_words

DIGITS = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Numeral:
    """A numeral of a text; `form`: digits, words, fraction, ratio, ordinal."""

    start: int
    end: int
    printed: str
    form: str


def numerals(text: str, language: str, lexicon: Lexicon) -> Iterator[Numeral]:
    """Every numeral, in the order of the text; words that are no number there are left out."""
    place = 0
    while match := lexicon.numeral.search(text, place):
        found = _read(match, language, lexicon)
        place = found.end if found else match.end()
        if found:
            yield found


def _read(match: re.Match[str], language: str, lexicon: Lexicon) -> Numeral | None:
    """The longest beginning of the match that is one number; at least its first digits."""
    for end in _ends(match):
        printed = match.string[match.start() : end]
        spelled = any(sign.isalpha() for sign in printed)
        form = _form(match.string, match.start(), end, language, lexicon) if spelled else "digits"
        if form:
            return Numeral(match.start(), end, printed, form)
    digits = DIGITS.search(match.string, *match.span())
    return Numeral(*digits.span(), digits[0], "digits") if digits else None


def _ends(match: re.Match[str]) -> list[int]:
    """The ends of the words of a match, the last one first."""
    breaks = [match.start() + gap.start() for gap in re.finditer(r"[\s\-‐‑]+", match.group())]
    return [match.end(), *reversed(breaks)]


def _kanji_form(printed: str) -> str:
    """Tenths and parts are fractions; myriads with digits are digits; other kanji are words."""
    if myriads.tenths(printed) or myriads.fraction(printed):
        return "fraction"
    whole = myriads.whole(printed) is not None
    return ("digits" if any(sign.isdigit() for sign in printed) else "words") if whole else ""


def _form(text: str, start: int, end: int, language: str, lexicon: Lexicon) -> str:
    """What the words are where they stand; empty where they are no number."""
    printed, before, after = text[start:end], text[:start], text[end:]
    if number_words.ratio(printed, language) is not None:
        return "ratio"
    if kanji := _kanji_form(printed):
        return kanji if _no_pronoun(printed, before, after, lexicon) else ""
    if number_words.scaled(printed, language):
        return "digits"
    part = number_words.fraction(printed, language)
    place = number_words.ordinal(printed, language)
    if part is not None and place is not None:
        of_parts = lexicon.rule("part_before").search(before)
        return "fraction" if of_parts and lexicon.rule("part_after").search(after) else "ordinal"
    if lexicon.rule("roman").search(printed) and not _numbers(printed, after, lexicon):
        return ""
    if part is not None or place is not None:
        return "fraction" if part is not None else "ordinal"
    return "words" if _counts(printed, before, after, language, lexicon) else ""


def _numbers(printed: str, after: str, lexicon: Lexicon) -> bool:
    """Whether Roman letters number what follows: "the XIV meeting", but not "President Xi"."""
    return printed.isupper() and lexicon.rule("roman_counts").match(after) is not None


def _counts(printed: str, before: str, after: str, language: str, lexicon: Lexicon) -> bool:
    """Whether the words are a number, and no vague crowd ("hundreds of") or pronoun."""
    if lexicon.rule("lone").search(printed.lower()):
        return bool(lexicon.rule("lone_before").search(before))
    known = number_words.cardinal(printed, language)
    return known is not None and _no_pronoun(printed, before, after, lexicon)


def _no_pronoun(printed: str, before: str, after: str, lexicon: Lexicon) -> bool:
    """Whether "one" counts something: "no one" and "one another" do not."""
    scaled = any(scale.match(after) for _, scale in lexicon.scales)
    if scaled or not lexicon.rule("pronoun").search(printed.lower()):
        return True
    if lexicon.rule("pronoun_sign").search(before):
        return True
    counts = lexicon.rule("pronoun_counts").match(after)
    if counts and lexicon.rule("pronoun_part").search(before):
        return True
    alone = lexicon.rule("pronoun_before").search(before)
    return not (alone or lexicon.rule("pronoun_after").search(after))
