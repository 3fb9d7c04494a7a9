"""Numbers that are no quantities, told by shape and neighbours: dates, ages, phones, names."""

from __future__ import annotations

from analysis.drafts.periods import forms
from analysis.drafts.quantities.found import Dismissed
from analysis.drafts.quantities.lexicon import Lexicon


def by_shape(text: str, language: str, lexicon: Lexicon) -> list[Dismissed]:
    """What is dismissed before any numeral is read, without overlaps, in the order of the text."""
    chosen: list[Dismissed] = []
    for one in [*_periods(text, language, lexicon), *_shapes(text, lexicon)]:
        if all(one.end <= other.start or other.end <= one.start for other in chosen):
            chosen.append(one)
    return sorted(chosen, key=lambda one: one.start)


def _shapes(text: str, lexicon: Lexicon) -> list[Dismissed]:
    return [
        Dismissed(match.start(), match.end(), match.group(), kind)
        for kind, pattern in lexicon.dismissals
        for match in pattern.finditer(text)
        if lexicon.numeral.search(match.group())
    ]


def _periods(text: str, language: str, lexicon: Lexicon) -> list[Dismissed]:
    """Days, months, years and longer periods that hold a number."""
    return [
        Dismissed(one.start, one.end, one.printed, "date")
        for one in forms.matches(text, language)
        if lexicon.numeral.search(one.printed) and not _measured(text, one.start, one.end, lexicon)
    ]


def _measured(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a currency, scale or unit stands beside: "$2019", "2000%"."""
    after = (*lexicon.units, *lexicon.scales, *lexicon.currencies)
    return bool(lexicon.sign.search(text, max(0, start - 8), start)) or any(
        pattern.match(text, end) for _, pattern in after
    )
