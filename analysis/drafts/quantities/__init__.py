"""Every number of a text: the quantities with hedge, unit and scale, and what is no quantity.

`lexicon` holds the patterns (data of words/*.toml), `dismissing` takes out dates, ages, phones,
names and the like by their shape, `numerals` reads what is left, `phrases` adds what belongs to
each numeral, `headed` what a heading says once for all, `ranges` takes out numbers that are the
ends of a range, `found` is what comes out; `currencies` tells shared names apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.drafts.quantities import currencies, headed, ranges
from analysis.drafts.quantities.currencies import of_economies
from analysis.drafts.quantities.dismissing import by_shape
from analysis.drafts.quantities.found import Dismissed, Quantity
from analysis.drafts.quantities.headed import Heading
from analysis.drafts.quantities.lexicon import Lexicon, of
from analysis.drafts.quantities.numerals import numerals
from analysis.drafts.quantities.phrases import carried, quantity

#: Full-width digits, signs and brackets, which mean the same as the plain ones.
WIDE = str.maketrans("０１２３４５６７８９．，－＋（）％", "0123456789.,-+()%")

__all__ = ["Dismissed", "Heading", "Quantity", "find", "heading", "of_article"]


def find(
    text: str, language: str, home: tuple[str, ...] = (), above: Heading | None = None
) -> tuple[list[Quantity], list[Dismissed]]:
    """The quantities of a text and its other numbers, each in the order of the text.

    Every digit and number word stands in exactly one of them. `home`: currencies of the economies
    that the article is about, for names that several currencies share ("pounds", "rupees");
    `above`: the heading of a paragraph before.
    """
    lexicon = of(language)
    plain = text.translate(WIDE)
    known = [
        replace(one, printed=text[one.start : one.end])
        for one in by_shape(plain, language, lexicon)
    ]
    masked = _masked(plain, known)
    found: list[Quantity] = []
    for one in numerals(masked, language, lexicon):
        end = found[-1].end if found else 0
        if one.start >= end:
            own = replace(one, printed=text[one.start : one.end])
            found.append(quantity(masked, own, lexicon, home, end))
    ends, doubled = ranges.ends(masked, found, language, lexicon)
    spelled = [replace(one, printed=text[one.start : one.end]) for one in doubled]
    single = [one for one in carried(masked, found, lexicon) if one.at not in ends]
    single = headed.under(single, headed.headings(masked, lexicon, home), above, language)
    return single, sorted([*known, *spelled], key=lambda one: one.start)


def heading(
    text: str, language: str, home: tuple[str, ...], found: Sequence[Quantity]
) -> Heading | None:
    """What a paragraph says of the numbers in those behind it: scale and currency."""
    return headed.over(found, headed.headings(text.translate(WIDE), of(language), home))


def of_article(text: str, language: str, sides: Sequence[str]) -> tuple[str, ...]:
    """The currencies of an article's economies, its own side's first.

    A plain "$" may mean the dollar of that side alone, in a text that names no other or says so.
    """
    lexicon = of(language)
    dollars = lexicon.signs.get("$", "").split()
    own, others = of_economies(sides[:1]), of_economies(sides[1:])
    stated = lexicon.rule("amounts_in").search(text)
    if stated:
        return (currencies.chosen(" ".join(dollars), words=stated[1]), *own, *others)
    named = _dollars(text, lexicon) - set(own)
    kept = [code for code in own if not (named and code in dollars[1:])]
    return (*kept, *(code for code in others if code not in dollars[1:]))


def _dollars(text: str, lexicon: Lexicon) -> set[str]:
    """The dollars that a text names by more than a plain "$"."""
    shared = lexicon.signs.get("$", "")
    return {
        lexicon.signs.get(name) or currencies.chosen(shared, words=name)
        for name in lexicon.rule("dollar_names").findall(text)
    }


def _masked(text: str, known: list[Dismissed]) -> str:
    """The text with what is known blotted out, so that nothing else reads it or across it."""
    for one in known:
        text = text[: one.start] + "\x00" * (one.end - one.start) + text[one.end :]
    return text
