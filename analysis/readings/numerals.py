"""A printed numeral -> its exact value, the place of its last digit, and its step."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

#: Fractions in words, in points of a hundred: exact under a hedge, one point their last digit.
FRACTIONS = {
    "half": Fraction(50),
    "a half": Fraction(50),
    "a third": Fraction(100, 3),
    "third": Fraction(100, 3),
    "one third": Fraction(100, 3),
    "two thirds": Fraction(200, 3),
    "a quarter": Fraction(25),
    "quarter": Fraction(25),
    "one quarter": Fraction(25),
    "three quarters": Fraction(75),
    "a fifth": Fraction(20),
    "половина": Fraction(50),
    "половины": Fraction(50),
    "треть": Fraction(100, 3),
    "четверть": Fraction(25),
    "半分": Fraction(50),
    "metade": Fraction(50),
}
#: Ratios in words: unit `times`, one their last digit and their step.
RATIOS = {"doubled": 2, "double": 2, "tripled": 3, "triple": 3, "quadrupled": 4, "tenfold": 10}
_WORDS = """zero one two three four five six seven eight nine ten eleven twelve thirteen
fourteen fifteen sixteen seventeen eighteen nineteen twenty"""
#: Whole numbers in words.
WHOLE_NUMBERS = {word: number for number, word in enumerate(_WORDS.split())} | {
    "dozen": 12, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "hundred": 100, "a hundred": 100, "cem": 100, "сто": 100,
}  # fmt: skip
MYRIADS = {"兆": 10**12, "億": 10**8, "万": 10**4, "": 1}
MYRIAD_PART = re.compile(r"(\d[\d,]*)([兆億万]?)")
MYRIAD = re.compile(r"(\d[\d,]*[兆億万])+(\d[\d,]*)?")


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


def _from_myriads(printed: str) -> Numeral:
    """A Japanese or Chinese numeral parted by 10^12, 10^8 and 10^4: 181億5600万."""
    parts = [(int(d.replace(",", "")), MYRIADS[sign]) for d, sign in MYRIAD_PART.findall(printed)]
    digits, last_digit = parts[-1]
    zeros = len(str(digits)) - len(str(digits).rstrip("0")) if digits else 0
    value = Fraction(sum(count * size for count, size in parts))
    return Numeral(value, Fraction(last_digit), Fraction(last_digit * 10**zeros))


def _from_digits(printed: str, language: str) -> Numeral:
    digits = _plain_digits(printed, language)
    body = digits.removeprefix("-").removeprefix("+")
    if not body.replace(".", "", 1).isascii() or not body.replace(".", "", 1).isdigit():
        raise ValueError(
            f"{printed!r} is not a numeral in language {language!r}: write the digits alone, "
            "as the source spells them, without unit, currency or hedge"
        )
    decimals = len(body.partition(".")[2])
    last_digit = Fraction(1, 10**decimals)
    units = int(body.replace(".", ""))
    zeros = len(str(units)) - len(str(units).rstrip("0")) if units else 0
    sign = -1 if digits.startswith("-") else 1
    return Numeral(sign * units * last_digit, last_digit, last_digit * 10**zeros)


def numeral(printed: str, unit: str = "", language: str = "en") -> Numeral:
    """The printed numeral as an exact number, with the place of its last digit and its step.

    Words count: "eight" is 8, "half" is 50 where the unit is percent, "doubled" is 2.
    The decimal sign is that of the language ("16,6" is 16.6 in Russian).

    Raises ValueError where the text is not a numeral alone.
    """
    text = printed.strip()
    sign = -1 if text[:1] in ("-", "−") else 1
    word = text.lstrip("-−").lower()
    if word in FRACTIONS:
        if unit != "percent":
            raise ValueError(f"{printed!r} is a fraction in words and needs the unit percent")
        return Numeral(sign * FRACTIONS[word], Fraction(1), Fraction(10))
    if word in RATIOS:
        return Numeral(Fraction(sign * RATIOS[word]), Fraction(1), Fraction(1))
    if word in WHOLE_NUMBERS:
        return _from_digits(str(sign * WHOLE_NUMBERS[word]), "en")
    if MYRIAD.fullmatch(word):
        size = _from_myriads(word)
        return Numeral(sign * size.value, size.last_digit, size.step)
    return _from_digits(text, language)
