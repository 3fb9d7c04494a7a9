"""Number words -> exact numbers: cardinals, ordinals, fractions and ratios of a language.

The words themselves are data (`number_words.toml`). A word may be several kinds: "third" is a rank
and a part, so whoever asks says which kind is meant.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("number_words.toml")
HALF = Fraction(1, 2)
#: Digits and the word of their scale.
SCALED = re.compile(r"(\d+(?:,\d+)?)\s+([^\W\d]+)\.?")
Numbers = dict[str, Fraction]


@dataclass(frozen=True)
class Table:
    """The number words of one language or of all: spelling -> number, by kind."""

    cardinals: Numbers
    multipliers: Numbers
    large: Numbers
    scales: Numbers
    ordinals: Numbers
    denominators: Numbers
    ratios: Numbers
    ratio_stems: Numbers
    marks: dict[str, frozenset[str]]

    def mark(self, name: str) -> frozenset[str]:
        """The small words of one sort: join, articles, within, half_more, every, part, fold."""
        return self.marks.get(name, frozenset())


@cache
def languages() -> tuple[str, ...]:
    """The languages that have number words."""
    return tuple(_file())


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def _spellings(cell: str) -> list[str]:
    return [word for word in cell.split(", ") if word]


def _numbers(section: dict[str, str]) -> Numbers:
    return {word: Fraction(key) for key, cell in section.items() for word in _spellings(cell)}


@cache
def table(language: str) -> Table:
    """The number words of a language; of all languages where it is empty."""
    file = _file()
    parts = [file[language]] if language else list(file.values())
    merged = {name: _merged(parts, name) for name in Table.__annotations__ if name != "marks"}
    names = ("join", "articles", "within", "half_more", "every", "part", "fold")
    marks = {
        name: frozenset(w for part in parts for w in _spellings(part.get(name, "")))
        for name in names
    }
    for part in parts:
        merged["cardinals"] |= _numbers(part.get("collectives", {}))
        merged["ordinals"] |= _inflected(part)
    return Table(**merged, marks=marks)


def _merged(parts: list[dict[str, Any]], name: str) -> Numbers:
    return {word: n for part in parts for word, n in _numbers(part.get(name, {})).items()}


def _inflected(part: dict[str, Any]) -> Numbers:
    """Stems with each of their endings."""
    endings = _spellings(part.get("endings", {}).get("ordinal", ""))
    stems = _numbers(part.get("ordinal_stems", {}))
    return {stem + ending: number for stem, number in stems.items() for ending in endings}


def split(words: str) -> list[str]:
    """The single words, in small letters, ё as е."""
    return [w for w in re.split(r"[\s\-‐‑]+", words.lower().replace("ё", "е")) if w]


def cardinal(words: str, language: str = "") -> Fraction | None:
    """A whole number in words, or one and a half; None where the words are no such number."""
    known = table(language)
    parts = split(words)
    articles = known.mark("articles")
    if len(parts) > 1 and parts[0] in articles:
        parts = parts[1:]
    if parts[:1] == ["half"]:
        rest = [word for word in parts[1:] if word not in articles]
        if len(parts) == 2 and not rest:
            return HALF
        return HALF * known.multipliers[rest[0]] if _is(rest, known.multipliers) else None
    for half in map(str.split, known.mark("half_more")):
        if len(parts) > len(half) and parts[-len(half) :] == half:
            whole = _sum(parts[: -len(half)], known)
            return None if whole is None else whole + HALF
    return known.large[parts[0]] if _is(parts, known.large) else _sum(parts, known)


def _is(parts: list[str], numbers: Numbers) -> bool:
    return len(parts) == 1 and parts[0] in numbers


def _sum(parts: list[str], known: Table) -> Fraction | None:
    """Cardinals added, each smaller than the place before it; multipliers multiply."""
    total, group, room = Fraction(0), Fraction(0), Fraction(10**6)
    for number, word in enumerate(parts):
        if word in known.mark("join") and 0 < number < len(parts) - 1:
            continue
        if word in known.multipliers:
            size = known.multipliers[word]
            group, room = (group or 1) * size, size
            if size >= 1000:
                total, group = total + group, Fraction(0)
        elif word in known.cardinals and _fits(known.cardinals[word], room):
            group += known.cardinals[word]
            room = _place(known.cardinals[word])
        else:
            return None
    return total + group if parts else None


def _fits(number: Fraction, room: Fraction) -> bool:
    """Whether a number may follow a place: five after twenty, not thirty, not zero."""
    return number < room and (number != 0 or room == 10**6)


def _place(number: Fraction) -> Fraction:
    """The place that a cardinal fills: what follows must be smaller."""
    if number >= 100:
        return Fraction(100)
    return Fraction(10) if number >= 20 and number % 10 == 0 else Fraction(0)


def ordinal(words: str, language: str = "") -> Fraction | None:
    """A place in an order: "third" is 3, "twenty-first" 21."""
    known = table(language)
    *before, last = split(words) or [""]
    if last not in known.ordinals:
        return None
    lead = _sum(before, known) if before else Fraction(0)
    if lead is None or (before and lead % 10):
        return None
    return lead + known.ordinals[last]


def fraction(words: str, language: str = "") -> Fraction | None:
    """A part of one: "third", "two fifths", "one in five", "каждый пятый"."""
    known = table(language)
    parts = split(words)
    if len(parts) > 1 and parts[0] in known.mark("articles"):
        parts = parts[1:]
    if not parts:
        return None
    if parts[0] in known.mark("every") and len(parts) == 2:
        return _inverse(known.ordinals.get(parts[1]))
    if parts[-1] in known.mark("part") and len(parts) == 2:
        return _inverse(known.ordinals.get(parts[0]))
    return _of(parts, known) or _over(parts, known)


def scaled(printed: str, language: str = "") -> tuple[Fraction, Fraction] | None:
    """The value of digits with several scales and the place of the last ("6 трлн 358 млрд")."""
    known = table(language).scales
    parts = [(d, known.get(word)) for d, word in SCALED.findall(printed.lower())]
    whole = " ".join(SCALED.sub("", printed.lower()).split())
    if whole or len(parts) < 2 or any(size is None for _, size in parts):
        return None
    sizes = [size for _, size in parts if size is not None]
    if sizes != sorted(set(sizes), reverse=True):
        return None
    numbers = [Fraction(digits.replace(",", ".")) for digits, _ in parts]
    decimals = len(parts[-1][0].partition(",")[2])
    total = sum((n * size for n, size in zip(numbers, sizes, strict=True)), Fraction(0))
    return total, sizes[-1] / 10**decimals


def _inverse(number: Fraction | None) -> Fraction | None:
    return 1 / number if number and number > 1 else None


def _over(parts: list[str], known: Table) -> Fraction | None:
    """Counted parts: two thirds, две пятых."""
    *before, last = parts
    size = known.denominators.get(last)
    if size is None and before:
        size = known.ordinals.get(last)
    count = _sum(before, known) if before else Fraction(1)
    if size is None or count is None or not 0 < count < size:
        return None
    return count / size


def _of(parts: list[str], known: Table) -> Fraction | None:
    """So many in so many: one in five, two out of every three, 7 out of 10."""
    places = [n for n, word in enumerate(parts) if word in known.mark("within")]
    if not places or places[0] == 0:
        return None
    left = [word for word in parts[: places[0]] if word != "out"]
    right = [word for word in parts[places[-1] + 1 :] if word not in known.mark("every")]
    count, whole = _whole(left, known), _whole(right, known)
    return count / whole if count and whole and count < whole else None


def _whole(parts: list[str], known: Table) -> Fraction | None:
    """A whole number in digits or words."""
    return Fraction(parts[0]) if len(parts) == 1 and parts[0].isdecimal() else _sum(parts, known)


def ratio(words: str, language: str = "") -> Fraction | None:
    """So many times as much: "doubled" is 2, "tenfold" 10, "halved" a half."""
    known = table(language)
    word = "".join(split(words))
    for ending in known.mark("fold"):
        if word.endswith(ending):
            return cardinal(words.lower().removesuffix(ending).rstrip("-"), language)
    stems = [stem for stem in known.ratio_stems if word.startswith(stem)]
    return known.ratios.get(word) or (known.ratio_stems[stems[0]] if stems else None)
