"""A numeral of a text with all that belongs to it: hedge, currency, scale, unit, counted noun."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from analysis.drafts.quantities import currencies
from analysis.drafts.quantities.found import Quantity
from analysis.drafts.quantities.lexicon import Lexicon, longest
from analysis.drafts.quantities.numerals import Numeral

#: How far before a numeral a hedge may begin.
REACH = 60


@dataclass
class Phrase:
    """A quantity that is being put together: its ends move outwards."""

    start: int
    end: int
    unit: str = ""
    scale: int = 1
    currency: str = ""


def quantity(
    text: str, numeral: Numeral, lexicon: Lexicon, home: tuple[str, ...] = (), floor: int = 0
) -> Quantity:
    """The numeral with its sign, scale, unit, currency, hedges and the noun that follows.

    `floor`: where the quantity before ends; `home`: currencies of the article's economies.
    """
    phrase = Phrase(numeral.start, numeral.end)
    minus = _take_sign(text, phrase, lexicon, floor)
    inner = _inner_hedge(text, phrase, lexicon)
    if numeral.form not in ("fraction", "ratio") or longest(text, numeral.end, lexicon.scales)[0]:
        _take_money(text, phrase, lexicon, home, floor)
    minus = minus or _take_sign(text, phrase, lexicon, floor)
    counter = phrase.end
    _take_unit(text, phrase, numeral, lexicon)
    counter = counter if phrase.unit == "count" and phrase.end > counter else 0
    hedge, hedge_printed = _hedge(text, phrase, lexicon, floor)
    hedge, hedge_printed = (hedge, hedge_printed) if hedge else inner
    word = (
        _word(text, counter or phrase.end, lexicon)
        if phrase.unit in ("count", "ordinal", "")
        else ""
    )
    phrase.unit = phrase.unit or ("count" if word and numeral.form != "fraction" else "")
    return Quantity(
        phrase.start, phrase.end, minus + numeral.printed, numeral.start - len(minus),
        phrase.unit, phrase.scale, phrase.currency, hedge, hedge_printed, word,
        "ordinal" if phrase.unit == "ordinal" else numeral.form,
    )  # fmt: skip


def _inner_hedge(text: str, phrase: Phrase, lexicon: Lexicon) -> tuple[str, str]:
    """A hedge between a numeral and its unit, stepped over: "22 с лишним процента"."""
    row, end = longest(text, phrase.end, lexicon.after)
    kinds = (lexicon.scales, lexicon.currencies, lexicon.units)
    if not row or not any(longest(text, end, kind)[0] for kind in kinds):
        return "", ""
    printed = text[phrase.end : end].strip(" ,")
    phrase.end = end
    return row, printed


def _take_sign(text: str, phrase: Phrase, lexicon: Lexicon, floor: int) -> str:
    """A minus that is printed before the number; a plus belongs to the phrase alone."""
    for printed, name in (("-", "minus"), ("", "plus")):
        match = lexicon.rule(name).search(text, max(floor, phrase.start - 8), phrase.start)
        if match:
            phrase.start = match.start()
            return printed
    return ""


def _take_money(
    text: str, phrase: Phrase, lexicon: Lexicon, home: tuple[str, ...], floor: int
) -> None:
    """The currency before the numeral, its scale, and the currency after it."""
    before = lexicon.sign.search(text, max(floor, phrase.start - 8), phrase.start)
    sign = before.group().strip() if before else ""
    if before and currencies.is_sign(sign, lexicon.signs[sign], home):
        phrase.currency = currencies.chosen(lexicon.signs[sign], home)
        phrase.start = before.start()
    scale, end = longest(text, phrase.end, lexicon.scales)
    if scale:
        phrase.scale, phrase.end = int(scale), end
    codes, end = longest(text, phrase.end, lexicon.currencies)
    if codes and not phrase.currency:
        named = text[phrase.end : end]
        phrase.currency, phrase.end = currencies.chosen(codes, home, named), end
    phrase.unit = phrase.currency


def _take_unit(text: str, phrase: Phrase, numeral: Numeral, lexicon: Lexicon) -> None:
    """Percent, points, times, an ordinal or a count, unless it is money."""
    if phrase.currency:
        return
    unit, end = longest(text, phrase.end, lexicon.units)
    suffix = lexicon.rule("ordinal_suffix").match(text[phrase.end :])
    if unit and not (unit == "count" and numeral.form == "fraction"):
        phrase.unit, phrase.end = unit, end
    elif numeral.form == "ordinal" or (numeral.form in ("digits", "words") and suffix):
        phrase.unit, phrase.end = "ordinal", phrase.end + (suffix.end() if suffix else 0)
    elif lexicon.rule("ordinal_sign").search(text[: phrase.start]) or _of_top(
        text, phrase, lexicon
    ):
        phrase.unit = "ordinal"
    elif phrase.scale == 1:
        phrase.unit = _unit_before(text[: phrase.start], lexicon) or _plain_unit(numeral)


def _of_top(text: str, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether a number tells how far down a list one stands: "in the top ten of its partners"."""
    before = lexicon.rule("top_before").search(text[: phrase.start])
    return bool(before) and lexicon.rule("top_after").match(text[phrase.end :]) is not None


def _unit_before(before: str, lexicon: Lexicon) -> str:
    """The unit that stands before its numeral, which says that it is rough: "процентов на пять"."""
    units = ("percent", "times")
    return next((one for one in units if lexicon.rule(f"{one}_before").search(before)), "")


def _plain_unit(numeral: Numeral) -> str:
    """What a numeral counts where no unit stands beside it; empty for 4.5."""
    if numeral.form in ("fraction", "ratio"):
        return "percent" if numeral.form == "fraction" else "times"
    whole = numeral.form == "words" or numeral.printed.replace(",", "").isalnum()
    return "count" if whole else ""


def _hedge(text: str, phrase: Phrase, lexicon: Lexicon, floor: int) -> tuple[str, str]:
    """The hedge before the phrase, else the one after it; the phrase grows by both."""
    row, end = longest(text, phrase.end, lexicon.after)
    printed = text[phrase.end : end].strip(" ,")
    phrase.end = end
    if _no_hedge(text[: phrase.start], row, lexicon):
        row, printed = "", ""
    before = _before(text, phrase.start, lexicon, floor)
    if before and not _is_of_compound(text, phrase, before[1]):
        row, match = before
        phrase.start, printed = match.start("hedge"), match["hedge"]
    return row, printed


def _before(text: str, end: int, lexicon: Lexicon, floor: int) -> tuple[str, re.Match[str]] | None:
    """The hedge that ends where the numeral begins: the longest of those that fit."""
    floor = max(floor, end - REACH)
    fits = [
        (row, match)
        for row, pattern in lexicon.before
        if (match := pattern.search(text, floor, end))
        and not _no_hedge(text[: match.start()], row, lexicon)
    ]
    return min(fits, key=lambda fit: fit[1].start()) if fits else None


def _is_of_compound(text: str, phrase: Phrase, hedge: re.Match[str]) -> bool:
    """Whether a word before an article tells of what a numeral is part of: "under the eight-point
    plan"."""
    between = text[hedge.end("hedge") : phrase.start].strip()
    return bool(between) and re.match(r"[-‐‑][^\W\d]", text[phrase.end :]) is not None


def _no_hedge(before: str, row: str, lexicon: Lexicon) -> bool:
    """Whether the words before say that the hedge is none: "12 percent more than 3"."""
    rule = lexicon.no_hedge.get(row)
    return rule is not None and rule.search(before) is not None


def _word(text: str, place: int, lexicon: Lexicon) -> str:
    """The words that follow a count, up to the next that cannot belong to its noun."""
    match = lexicon.rule("word").match(text[place:])
    return match[1] if match else ""


def carried(text: str, found: list[Quantity], lexicon: Lexicon) -> list[Quantity]:
    """Units that stand once for several numbers: "from 14.9 to 11.2%", "2bn euros and 3bn".

    A bare number takes the unit of the number that it is joined to, or the percent of one before;
    a scale without a currency takes the last currency named before.
    """
    done: list[Quantity] = []
    for one in reversed(found):
        done.append(_from_after(text, one, done[-1] if done else None, lexicon))
    return _from_before(text, done[::-1], lexicon)


def _from_after(text: str, one: Quantity, after: Quantity | None, lexicon: Lexicon) -> Quantity:
    """The number with the unit of the next one, where a range or list joins them."""
    if after is None or after.form != "digits":
        return one
    if not _lacks(one):
        return _sized(text, one, after, lexicon)
    between = text[one.end : after.start]
    joined = lexicon.rule("carry").search(between) or lexicon.rule("carry_of").search(between)
    change = text[after.start] in "+-−" and "," in between
    if not joined or change or after.unit in ("count", "ordinal", "times"):
        return one
    if one.scale > 1 and not after.currency:
        return one
    scale = one.scale if one.scale > 1 else after.scale
    return replace(one, unit=after.unit, currency=after.currency, scale=scale, word="")


def _sized(text: str, one: Quantity, after: Quantity, lexicon: Lexicon) -> Quantity:
    """A sum with the scale of the next one in its currency: "from $16 to $15.5 billion"."""
    alike = one.currency and one.currency == after.currency and one.scale == 1 < after.scale
    joined = lexicon.rule("range_to").search(text[one.end : after.start])
    return replace(one, scale=after.scale) if alike and joined else one


def _from_before(text: str, found: list[Quantity], lexicon: Lexicon) -> list[Quantity]:
    """The numbers with the currency or the percent of one told before."""
    done: list[Quantity] = []
    currency = unit = ""
    for one in found:
        last = done[-1].end if done else 0
        apart = lexicon.rule("apart").search(text[last : one.start])
        bare = _lacks(one) and not one.word and lexicon.rule("bare").match(text[one.end :])
        if one.scale > 1 and not one.unit and currency:
            one = replace(one, unit=currency, currency=currency)
        elif bare and not apart and one.scale == 1 and unit == "percent":
            one = replace(one, unit=unit)
        currency = one.currency if one.currency and one.scale > 1 else currency
        unit = unit if one.unit == "ordinal" else one.unit
        done.append(one)
    return done


def _lacks(one: Quantity) -> bool:
    return one.form == "digits" and one.unit in ("", "count") and not one.currency
