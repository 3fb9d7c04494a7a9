"""A printed numeral -> its exact value, the place of its last digit, and its step."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from analysis.readings import myriads, number_words

POINT = Fraction(1, 100)
TENTH = Fraction(1, 10)
#: As programs write it, with a sign; nobody prints it in an article, and 1e3 alone may be a name.
SCIENTIFIC = re.compile(r"([-+]?\d+(?:\.\d+)?)[eE]([-+]\d{1,2})")


@dataclass(frozen=True)
class Numeral:
    """A printed number: its value, the place of its last digit, and its step, all unscaled."""

    value: Fraction
    last_digit: Fraction
    step: Fraction


@lru_cache(maxsize=64)
def _separators(language: str) -> tuple[str, str]:
    """The decimal and the grouping sign that a language writes."""
    if language.split("-")[0] == "en":
        return ".", ","
    from babel.core import UnknownLocaleError
    from babel.numbers import get_decimal_symbol, get_group_symbol

    locale = language.replace("-", "_")
    try:
        return get_decimal_symbol(locale), get_group_symbol(locale)
    except (UnknownLocaleError, ValueError):
        return ".", ","


def _plain_digits(printed: str, language: str) -> str:
    """The numeral with a point as its only sign, whatever the language writes.

    A sign groups digits only where it parts them in threes: "16.4" is 16.4 in Italian too, and
    "16,4" is no English numeral.
    """
    decimal, group = _separators(language)
    bare = "".join(printed.split()).replace("−", "-").replace("–", "-")
    whole, mark, decimals = bare.partition(decimal)
    for sign in {group, "'", "’"} - {decimal, ""}:
        whole = _ungrouped(whole, sign)
    return f"{whole}.{decimals}" if mark else whole


def _ungrouped(whole: str, sign: str) -> str:
    groups = whole.lstrip("+-").split(sign)
    first, *middle, last = groups if len(groups) > 1 else ["", ""]
    fits = 1 <= len(first) <= 3 and len(last) == 3 and all(len(g) in (2, 3) for g in middle)
    return whole.replace(sign, "") if fits else whole


def _to_the_place(value: Fraction, last_digit: Fraction) -> Numeral:
    """The step follows from the trailing zeros."""
    units = abs(int(value / last_digit))
    zeros = len(str(units)) - len(str(units).rstrip("0")) if units else 0
    return Numeral(value, last_digit, last_digit * 10**zeros)


def _from_digits(printed: str, language: str) -> Numeral:
    digits = _plain_digits(printed, language)
    body = digits.removeprefix("-").removeprefix("+")
    if not body.replace(".", "", 1).isascii() or not body.replace(".", "", 1).isdigit():
        raise ValueError(
            f"{printed!r} is not a numeral in language {language!r}: write the digits alone, "
            "as the source spells them, without unit, currency or hedge"
        )
    decimals = len(body.partition(".")[2])
    return _to_the_place(Fraction(digits), Fraction(1, 10**decimals))


def _part(number: Fraction, unit: str, printed: str) -> Numeral:
    """A fraction in words: one point is its last digit, ten points its step."""
    if unit == "percent":
        return Numeral(number * 100, Fraction(1), Fraction(10))
    if unit in ("", "times", "percentage_points") or (unit.isupper() and len(unit) == 3):
        return Numeral(number, POINT, TENTH)
    raise ValueError(
        f"{printed!r} is a fraction in words and needs the unit percent, percentage_points, times "
        "or a currency"
    )


def _counted(number: Fraction) -> Numeral:
    """A number in words: whole, or with its half as the last digit."""
    last = Fraction(1, number.denominator)
    return Numeral(number, last, last) if last < 1 else _to_the_place(number, last)


def _ratio(number: Fraction) -> Numeral:
    """So many times as much: one is the last digit and the step; less than one is a fraction."""
    if number < 1:
        return Numeral(number, POINT, TENTH)
    last = Fraction(1, number.denominator)
    return Numeral(number, last, last)


def _from_words(words: str, unit: str) -> Numeral | None:
    """A numeral in words, as the kind of word that the unit asks for."""
    if unit == "ordinal" and (place := number_words.ordinal(words)) is not None:
        return _counted(place)
    if (ratio := number_words.ratio(words)) is not None:
        return _ratio(ratio)
    if (part := number_words.fraction(words) or myriads.fraction(words)) is not None:
        return _part(part, unit, words)
    if (sizes := number_words.scaled(words)) is not None:
        return _to_the_place(*sizes)
    cardinal = number_words.cardinal(words)
    return None if cardinal is None else _counted(cardinal)


def _from_kanji(printed: str, unit: str) -> Numeral | None:
    bare = printed.removesuffix("倍") if unit == "times" else printed
    if bare != printed and _plain(bare):
        return _from_digits(bare, "ja")
    tenths, whole = myriads.tenths(printed), myriads.whole(bare)
    if tenths is not None:
        return _to_the_place(*(n if unit == "percent" else n / 100 for n in tenths))
    return None if whole is None else _to_the_place(*whole)


def _from_scientific(digits: str, exponent: str) -> Numeral:
    """A numeral of a spreadsheet or a program: 1.57E+10 has its last digit at 10^8."""
    size, power = _from_digits(digits, "en"), Fraction(10) ** int(exponent)
    return Numeral(size.value * power, size.last_digit * power, size.step * power)


@lru_cache(maxsize=4096)
def numeral(printed: str, unit: str = "", language: str = "en") -> Numeral:
    """The printed numeral as an exact number, with the place of its last digit and its step.

    A minus is a fall; before `times` it says so many times less, and the number is the inverse.
    Words count: "eight" is 8, "half" is 50 where the unit is percent, "doubled" is 2, "third" is 3
    where the unit is ordinal and a fraction otherwise, the Japanese word for tenths makes 3 of them
    30 percent.
    The decimal sign is that of the language ("16,6" is 16.6 in Russian).

    Raises ValueError where the text is not a numeral alone.
    """
    text = printed.strip().translate(myriads.WIDE)
    sign = -1 if text[:1] in ("-", "−") else 1
    word = text.lstrip("-−").lower()
    if parts := SCIENTIFIC.fullmatch(text):
        return _from_scientific(*parts.groups())
    if sign < 0 and unit == "times":
        return _inverse(numeral(word, unit, language))
    found = None if _plain(word) else _from_words(word, unit) or _from_kanji(word, unit)
    if found is not None:
        return Numeral(sign * found.value, found.last_digit, found.step)
    return _from_digits(text, language)


def _inverse(many: Numeral) -> Numeral:
    """So many times less; a unit of the last digit shrinks as the number does."""
    by = many.value**2
    return Numeral(1 / many.value, many.last_digit / by, many.step / by)


def _plain(word: str) -> bool:
    """Whether the numeral is digits and signs alone, in no need of words."""
    return not any(sign.isalpha() for sign in word)
