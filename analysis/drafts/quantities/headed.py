"""Scale and currency that are said once for the numbers behind: "in millions of US dollars"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis import readings
from analysis.drafts.quantities import currencies
from analysis.drafts.quantities.found import Quantity
from analysis.drafts.quantities.lexicon import Lexicon, longest

#: A number without a scale below this is no sum under a heading that names a currency alone.
SUM = 100_000


@dataclass(frozen=True)
class Heading:
    """What a text says once: `end` is where it ends, a scale of 1 is none."""

    end: int
    scale: int
    currency: str


def headings(text: str, lexicon: Lexicon, home: tuple[str, ...]) -> list[Heading]:
    """Every heading of a text: behind "in" a currency at least, elsewhere scale and currency."""
    found = (
        (match, _heading(text, match.end(), lexicon, home))
        for match in lexicon.rule("heading_opens").finditer(text)
    )
    return [
        one
        for match, one in found
        if one.currency and (match["in"] or (one.scale > 1 and _closed(text, one, lexicon)))
    ]


def over(found: Sequence[Quantity], told: Sequence[Heading]) -> Heading | None:
    """The heading for the paragraphs behind: the last of a text that has no number behind it."""
    behind = [one for one in found if told and one.start >= told[-1].end and not one.word]
    return told[-1] if told and not behind else None


def under(
    found: Sequence[Quantity], told: Sequence[Heading], above: Heading | None, language: str
) -> list[Quantity]:
    """The numbers of a text with what the last heading before them says."""
    return [_filled(one, _last(one, told) or above, language) for one in found]


def _last(one: Quantity, told: Sequence[Heading]) -> Heading | None:
    """The last heading before a number."""
    return next((each for each in reversed(told) if each.end <= one.start), None)


def _filled(one: Quantity, heading: Heading | None, language: str) -> Quantity:
    """A bare number with the scale and currency of a heading, a scaled one with its currency."""
    bare = one.form == "digits" and not one.currency and one.unit in ("", "count") and not one.word
    if heading is None or not bare:
        return one
    sized = one.scale > 1 or readings.numeral(one.printed, "count", language).value >= SUM
    if heading.scale == 1 and not sized:
        return one
    scale = one.scale if one.scale > 1 else heading.scale
    return replace(one, unit=heading.currency, currency=heading.currency, scale=scale)


def _heading(text: str, place: int, lexicon: Lexicon, home: tuple[str, ...]) -> Heading:
    """What can be read at a place: a scale, a currency, a scale behind it."""
    scale, end = longest(text, place, lexicon.scales)
    joined = lexicon.rule("heading_of").match(text, end)
    end = joined.end() if joined and scale else end
    currency, end = _currency(text, end, lexicon, home)
    if currency and not scale:
        scale, end = longest(text, end, lexicon.scales)
    return Heading(end, int(scale or 1), currency)


def _currency(text: str, place: int, lexicon: Lexicon, home: tuple[str, ...]) -> tuple[str, int]:
    """The currency at a place, by its name or its sign, with its end."""
    codes, end = longest(text, place, lexicon.currencies)
    if codes:
        return currencies.chosen(codes, home, text[place:end]), end
    signs = [one for one in lexicon.signs if len(one) > 1 or not one.isalpha()]
    sign = max((one for one in signs if text.startswith(one, place)), key=len, default="")
    end = place + len(sign)
    if not sign or text[end : end + 2].strip()[:1].isdigit():
        return "", place
    return currencies.chosen(lexicon.signs[sign], home), end


def _closed(text: str, one: Heading, lexicon: Lexicon) -> bool:
    """Whether a mark or the end of the text stands behind a heading."""
    return lexicon.rule("heading_closes").match(text, one.end) is not None
