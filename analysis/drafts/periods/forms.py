"""The words of a period: patterns of words/*.toml over a text, the longest match first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from analysis.drafts import grammar, words

MACRO = re.compile(r"\{([a-z_]+?)(2?)\}")
#: Kinds that name a base where the words before (or after) say so: "than in 2016".
MAY_BE_BASE = {"year", "months", "half", "quarter", "fiscal", "same", "ongoing", "trailing", "span",
               "elliptic"}  # fmt: skip
#: How many of a part make a year, and the groups that say which of them is meant.
PARTS = {"half": 2, "quarter": 4}
ORDINALS = ("half", "half_word", "quarter", "o")
#: How many months or years groups of a shift mean: "a quarter earlier", "a year later".
MONTHS_BACK = {"by_months": 1, "by_quarters": 3, "by_halves": 6}
YEARS_BACK = {"later": -1, "two_back": 2}


@dataclass(frozen=True)
class Form:
    """One pattern of the words of a period."""

    kind: str
    pattern: re.Pattern[str]
    needs: tuple[str, ...] = ()
    base: bool = False


@dataclass(frozen=True)
class Match:
    """Words of a text that name a period, and what they say: month, year, half, this, last ..."""

    start: int
    end: int
    printed: str
    kind: str
    base: bool
    said: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)

    @property
    def years(self) -> int:
        """Years before the period told ("a year earlier"), or the year of "the same months"."""
        if self.kind == "shift":
            return 0 if self.months else self._years_back()
        short = 2000 + self.numbers["short_year"] if "short_year" in self.numbers else 0
        return self.numbers.get("year", short) if self.kind == "same" else 0

    @property
    def months(self) -> int:
        """Months before the period told ("a month earlier"), or how many "the same months" are."""
        if self.kind == "same":
            return self.numbers.get("n", 0)
        length = next((n for name, n in MONTHS_BACK.items() if name in self.said), 0)
        return length * self.numbers.get("count", 1)

    def _years_back(self) -> int:
        """Years before the period told; fewer than none where the words look ahead of it."""
        told = next((n for name, n in YEARS_BACK.items() if name in self.said), 1)
        return self.numbers.get("count", 1) * told


def matches(text: str, language: str) -> list[Match]:
    """The matches that do not overlap, longer before shorter, in the order of the text."""
    found = sorted(_candidates(text, language), key=lambda match: match.start - match.end)
    chosen: list[Match] = []
    for match in found:
        if all(match.end <= other.start or other.end <= match.start for other in chosen):
            chosen.append(match)
    return list(_completed(sorted(chosen, key=lambda match: match.start)))


def _completed(found: Sequence[Match]) -> Iterator[Match]:
    """The matches; "in the second" is a half or a quarter as the one before it (or behind) is."""
    for i, match in enumerate(found):
        if match.kind != "elliptic":
            yield match
            continue
        near = [one for one in (*reversed(found[:i]), *found[i + 1 :]) if one.kind in PARTS]
        fits = [one for one in near if match.numbers["o"] <= PARTS[one.kind]]
        if fits:
            numbers = {name: n for name, n in fits[0].numbers.items() if name not in ORDINALS}
            earlier = fits[0].start < match.start and match.numbers["o"] < _ordinal(fits[0])
            said = {**fits[0].said, **match.said, **({"of_that_year": ""} if earlier else {})}
            numbers["o"] = match.numbers["o"]
            yield replace(match, kind=fits[0].kind, said=said, numbers=numbers)


def _ordinal(match: Match) -> int:
    """Which half or quarter of its year is meant."""
    number = next((match.numbers[name] for name in ORDINALS if name in match.numbers), 1)
    return PARTS[match.kind] if number == -1 else number


def _candidates(text: str, language: str) -> Iterator[Match]:
    """Every match of every form."""
    for form in _forms(language):
        for found in form.pattern.finditer(text):
            if found.group().strip() and _complete(form, found):
                yield _match(form, found, language)


def _complete(form: Form, found: re.Match[str]) -> bool:
    """Whether one of the groups that the form needs has matched."""
    said = found.groupdict()
    return not form.needs or any(said.get(need) for need in form.needs)


def _match(form: Form, found: re.Match[str], language: str) -> Match:
    """What the pattern found, without white space at its ends."""
    printed = found.group().strip()
    start = found.start() + found.group().index(printed)
    end = start + len(printed)
    said = {name: said for name, said in found.groupdict().items() if said is not None}
    base = form.base or (
        form.kind in MAY_BE_BASE and _named_as_base(found.string, start, end, language)
    )
    return Match(start, end, printed, form.kind, base, said, _numbers(said, language))


def _named_as_base(text: str, start: int, end: int, language: str) -> bool:
    """Whether the words around name what a growth starts from: "than in 2016"."""
    section = words.section(language, "periods")
    before = start > 0 and re.search(section["base_before"], text[max(0, start - 40) : start])
    after = re.search(section.get("base_after", "(?!)"), text[end : end + 30])
    own = re.match(section.get("base_own", "(?!)"), text[start:end])
    return bool(before or after or own)


def _numbers(said: dict[str, str], language: str) -> dict[str, int]:
    """The numbers among what was said, by the name of their group."""
    told = {name: _number(name, printed, language) for name, printed in said.items()}
    numbers = {name: number for name, number in told.items() if number is not None}
    if "era" in said:
        numbers["year"] = of_era(said["era"], numbers.get("era_year", 1))
    return numbers


def of_era(era: str, year: int) -> int:
    """The year of the calendar that a year of a Japanese era is."""
    return int(words.section("ja", "periods")["eras"][era]) + year


def _number(name: str, printed: str, language: str) -> int | None:
    """A year, a month, a number word or an ordinal as a number; None for other words."""
    if name.startswith("month") and not printed[0].isdecimal():
        return _month(printed, language)
    digits = re.match(r"\d+", printed)
    if digits:
        return int(digits.group())
    known = words.section(language, "periods")["numbers"]
    stems = [stem for stem in known if _is_word(printed.lower(), stem, language)]
    return int(known[max(stems, key=len)]) if stems else None


def _is_word(printed: str, stem: str, language: str) -> bool:
    """Whether the word is this one; Russian numbers are told by their stems."""
    inflected = grammar.of(language).inflected and not stem.isascii()
    return printed.startswith(stem) if inflected else printed == stem


def _month(printed: str, language: str) -> int | None:
    """The number of a month's name, in any of its cases."""
    names = words.section(language, "periods")["months"].values()
    fits = (
        number for number, name in enumerate(names, 1) if re.fullmatch(name, printed, re.IGNORECASE)
    )
    return next(fits, None)


def standing(text: str, language: str) -> list[Match]:
    """The words for the days that figures stand at: "as of 1 May", "at the end of last year"."""
    found = [
        _match(form, one, language)
        for form in _standing(language)
        for one in form.pattern.finditer(text)
    ]
    return sorted(found, key=lambda match: match.start)


@cache
def _standing(language: str) -> tuple[Form, ...]:
    """The patterns of such days, compiled."""
    patterns = words.section(language, "periods").get("standing", [])
    return tuple(_form({"kind": "standing", "pattern": one}, language) for one in patterns)


@cache
def _forms(language: str) -> tuple[Form, ...]:
    """The patterns of a language, compiled."""
    section = words.section(language, "periods")
    if not section:
        return ()
    return tuple(_form(form, language) for form in section["forms"])


def _form(form: dict[str, Any], language: str) -> Form:
    """One form of the words, compiled."""
    compiled = re.compile(written(form["pattern"], language), re.IGNORECASE)
    return Form(form["kind"], compiled, tuple(form.get("needs", ())), form.get("base", False))


def written(pattern: str, language: str) -> str:
    """A pattern of words/*.toml with its macros written out."""
    section = words.section(language, "periods")
    macros = {"month": _any_month(section["months"]), **section["macros"]}
    while MACRO.search(pattern):
        pattern = MACRO.sub(lambda macro: _written(macro, macros), pattern)
    return pattern


def months_in(printed: str, language: str) -> int:
    """The month that a name or number means."""
    return _number("month", printed, language) or 1


def _written(macro: re.Match[str], macros: dict[str, str]) -> str:
    """A macro's pattern; `{month2}` is `{month}` in a group of its own."""
    name, second = macro.groups()
    return macros[name].replace(f"(?P<{name}>", f"(?P<{name}{second}>")


def _any_month(months: dict[str, str]) -> str:
    """Any month of a language (none where months are written as numbers)."""
    return f"(?P<month>{'|'.join(months.values()) or '(?!)'})"
