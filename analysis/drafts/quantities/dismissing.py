"""Numbers that are no quantities, told by shape and neighbours: dates, ages, phones, names."""

from __future__ import annotations

from analysis.drafts.periods import forms
from analysis.drafts.quantities.found import Dismissed
from analysis.drafts.quantities.lexicon import Lexicon, Patterns


def by_shape(text: str, language: str, lexicon: Lexicon) -> list[Dismissed]:
    """What is dismissed before any numeral is read, without overlaps, in the order of the text.

    Days and periods come first, the longest of them; then the shapes in the order of the words.
    """
    days = [*_periods(text, language, lexicon), *_shapes(text, lexicon.days, lexicon)]
    days.sort(key=lambda one: one.start - one.end)
    chosen: list[Dismissed] = []
    for one in [*days, *_shapes(text, lexicon.dismissals, lexicon)]:
        if all(one.end <= other.start or other.end <= one.start for other in chosen):
            chosen.append(one)
    return sorted(chosen, key=lambda one: one.start)


def _shapes(text: str, patterns: Patterns, lexicon: Lexicon) -> list[Dismissed]:
    """What the patterns find, where it holds a number."""
    return [
        Dismissed(match.start(), match.end(), match.group(), kind)
        for kind, pattern in patterns
        for match in pattern.finditer(text)
        if _numbered(text, match.start(), match.end(), lexicon)
    ]


def _numbered(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a number begins between two places."""
    number = lexicon.numeral.search(text, start)
    return number is not None and number.start() < end


def _periods(text: str, language: str, lexicon: Lexicon) -> list[Dismissed]:
    """Days, months, years and longer periods that hold a number."""
    return [
        Dismissed(one.start, one.end, one.printed, "date")
        for one in forms.matches(text, language)
        if _numbered(text, one.start, one.end, lexicon)
        and not _measured(text, one.start, one.end, lexicon)
    ]


def _measured(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a currency, scale or unit stands beside: "$2019", "2000%"."""
    after = (*lexicon.units, *lexicon.scales, *lexicon.currencies)
    return bool(lexicon.sign.search(text, max(0, start - 8), start)) or any(
        pattern.match(text, end) for _, pattern in after
    )
