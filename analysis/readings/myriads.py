"""Japanese and Chinese numerals -> exact numbers: myriads, kanji digits, tenths (割), N分のM."""

from __future__ import annotations

import re
from fractions import Fraction

KANJI = {digit: str(n) for n, digit in enumerate("〇一二三四五六七八九")} | {"零": "0"}
PLACES = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "億": 10**8, "兆": 10**12}
#: Full-width signs, which mean the same as the plain ones.
WIDE = str.maketrans("０１２３４５６７８９．，－・", "0123456789.,-.")
DIGITS = "0-9,.〇零一二三四五六七八九"
SMALL = rf"[{DIGITS}十百千]+"
NUMERAL = re.compile(rf"(?:{SMALL}[万億兆])*(?:{SMALL})?")
PART = re.compile(rf"({SMALL})([万億兆]?)")
PLACE = re.compile(rf"([{DIGITS}]*)([十百千]?)")
TENTHS = re.compile(rf"({SMALL})割(?:({SMALL})分)?")
FRACTION = re.compile(rf"({SMALL})(?:分の|[人社件つ]に)({SMALL})[人社件つ]?")
COUNTER = re.compile(r"([1-9一二三四五六七八九])つ")


def whole(printed: str) -> tuple[Fraction, Fraction] | None:
    """Value and place of the last digit: 2399億800万 is 239,908,000,000, to ten thousand.

    None where the text is no such numeral, or digits alone.
    """
    text = printed.translate(WIDE)
    native = COUNTER.fullmatch(text)
    text = native[1] if native else text
    plain = not native and re.fullmatch(r"[0-9,.]*", text)
    if not text or plain or not NUMERAL.fullmatch(text):
        return None
    value, last = Fraction(0), Fraction(1)
    for digits, sign in PART.findall(text):
        size = MYRIADS.get(sign, 1)
        number = _small(digits)
        if number is None:
            return None
        value, last = value + number[0] * size, number[1] * size
    return value, last


def _small(text: str) -> tuple[Fraction, Fraction] | None:
    """A number below ten thousand: 二十五, 2千, 1,234.5."""
    value, last = Fraction(0), Fraction(1)
    for digits, place in PLACE.findall(text):
        if not (digits or place):
            continue
        size = PLACES.get(place, 1)
        number = _digits(digits or "1")
        if number is None:
            return None
        value, last = value + number[0] * size, number[1] * size
    return value, last


def _digits(text: str) -> tuple[Fraction, Fraction] | None:
    """Digits, of either script, and the place of the last of them."""
    bare = "".join(KANJI.get(sign, sign) for sign in text).replace(",", "")
    if not re.fullmatch(r"\d+(\.\d+)?", bare):
        return None
    return Fraction(bare), Fraction(1, 10 ** len(bare.partition(".")[2]))


def tenths(printed: str) -> tuple[Fraction, Fraction] | None:
    """3割 in points of a hundred, with the place of its last digit: 30, to ten points."""
    match = TENTHS.fullmatch(printed.translate(WIDE))
    head = _small(match[1]) if match else None
    if match is None or head is None:
        return None
    points = _small(match[2]) if match[2] else None
    if points is None:
        return head[0] * 10, head[1] * 10
    return head[0] * 10 + points[0], points[1]


def fraction(printed: str) -> Fraction | None:
    """N分のM, N人にM人: 3分の1 is a third."""
    match = FRACTION.fullmatch(printed.translate(WIDE))
    whole_part, part = (_small(match[1]), _small(match[2])) if match else (None, None)
    return part[0] / whole_part[0] if part and whole_part and whole_part[0] else None
