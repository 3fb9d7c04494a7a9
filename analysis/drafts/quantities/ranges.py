"""Numbers that are the two ends of a range: no column holds one, and neither end is the value."""

from __future__ import annotations

from itertools import pairwise

from analysis import readings
from analysis.drafts.quantities.found import Dismissed, Quantity
from analysis.drafts.quantities.lexicon import Lexicon

#: How far before a number the word may begin that opens its range.
REACH = 30
#: Two counts further apart than this are a change and a total: "rose by 12 to 84".
WIDEST = 2


def ends(
    text: str, found: list[Quantity], language: str, lexicon: Lexicon
) -> tuple[set[int], list[Dismissed]]:
    """Where the numbers stand that are an end of a range, and each range as one."""
    taken: set[int] = set()
    ranges: list[Dismissed] = []
    for one, other in pairwise(found):
        apart = one.at not in taken and _alike(one, other)
        if apart and _is_range(text, one, other, language, lexicon):
            taken |= {one.at, other.at}
            printed = text[one.start : other.end]
            ranges.append(Dismissed(one.start, other.end, printed, "a_range"))
    return taken, ranges


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether both count the same; the first may leave its unit to the second."""
    if "ordinal" in (one.unit, other.unit) or {one.form, other.form} - {"digits", "words"}:
        return False
    shared = one.currency and not other.currency and _open(other)
    return one.word in ("", other.word) and (one.unit == other.unit or _open(one) or bool(shared))


def _open(one: Quantity) -> bool:
    """Whether the number leaves its unit to the next."""
    return not one.word and not one.currency and one.unit in ("", "count")


def _is_range(text: str, one: Quantity, other: Quantity, language: str, lexicon: Lexicon) -> bool:
    """Whether the words around and between two numbers make them a range."""
    before, between = text[max(0, one.start - REACH) : one.start], text[one.end : other.start]
    opened = lexicon.rule("range_before").search(before)
    if opened and lexicon.rule("range_and").search(between):
        return True
    if lexicon.rule("range_after").match(text[other.end : other.end + REACH]):
        return bool(lexicon.rule("carry").match(between))
    changed = lexicon.rule("range_never").search(before)
    joined = lexicon.rule("range_sign").search(between) or (
        (_open(one) or one.scale < other.scale) and lexicon.rule("range_to").search(between)
    )
    return bool(joined) and not changed and _rises(one, other, language)


def _rises(one: Quantity, other: Quantity, language: str) -> bool:
    """Whether the second number is the greater, of counts by no more than WIDEST times."""
    low, high = (readings.numeral(each.printed, "count", language).value for each in (one, other))
    if one.scale != other.scale and one.scale > 1:
        return one.scale < other.scale
    return low < high and (other.unit != "count" or other.scale > 1 or high <= WIDEST * low)
