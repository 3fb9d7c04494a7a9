"""The words around a numeral, of words/*.toml, as patterns: compiled once a language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from analysis.drafts import words
from analysis.drafts.quantities.currencies import codes
from analysis.readings import number_words

NOTHING = re.compile(r"(?!)")
Patterns = tuple[tuple[str, re.Pattern[str]], ...]


@dataclass(frozen=True)
class Lexicon:
    """What stands around the numerals of a language."""

    numeral: re.Pattern[str]
    units: Patterns
    scales: Patterns
    signs: dict[str, str]
    sign: re.Pattern[str]
    currencies: Patterns
    before: Patterns
    after: Patterns
    no_hedge: dict[str, re.Pattern[str]]
    days: Patterns
    dismissals: Patterns
    rules: dict[str, re.Pattern[str]]

    def rule(self, name: str) -> re.Pattern[str]:
        """One single pattern of the section; one that fits nothing where the language has none."""
        return self.rules.get(name, NOTHING)


@cache
def of(language: str) -> Lexicon:
    """The patterns of a language."""
    section = words.section(language, "quantities")
    scale = _any(section["scales"].values())
    signs = _signs(section)
    macros = {"n": _numeral(section, language), "o": _ordinals(language), "scale": scale}
    macros["sign"] = _any(re.escape(sign) for sign in signs if len(sign) > 1)
    macros |= section.get("macros", {})
    return Lexicon(
        re.compile(_written(f"(?i:{macros['n']})", macros)),
        _compiled(section["units"], macros, "{}"),
        _compiled(section["scales"], macros, section["scale_form"]),
        signs,
        re.compile(rf"(?<![A-Za-zА-Яа-я])(?:{_any(map(re.escape, signs))})\s?$"),
        _compiled(_currencies(section), macros, section["currency_form"]),
        _compiled(section["before"], macros, section["before_form"]),
        _compiled(section["after"], macros, section["after_form"]),
        {hedge: re.compile(_written(p, macros)) for hedge, p in section["no_hedge"].items()},
        _kinds(section["days"], macros),
        _kinds(section["dismissals"], macros),
        {name: re.compile(_written(p, macros)) for name, p in section["rules"].items()},
    )


def longest(text: str, place: int, patterns: Patterns) -> tuple[str, int]:
    """The key of the pattern that fits at a place and reaches furthest, with its end."""
    fits = [(match.end(), key) for key, p in patterns if (match := p.match(text, place))]
    end, key = max(fits, default=(place, ""), key=lambda fit: fit[0])
    return key, end


def _signs(section: dict[str, Any]) -> dict[str, str]:
    """What may stand before a number, ISO codes among it, also with a dollar: "CAD$ 5 million"."""
    coded = {code + dollar: code for code in codes() for dollar in ("", "$")}
    return {**coded, **section["signs"]}


def _currencies(section: dict[str, Any]) -> dict[str, str]:
    """What may stand behind a number: nouns, and ISO codes."""
    nouns = section["currencies"]
    return {
        **{shared: f"(?i:{words})" for shared, words in nouns.items()},
        **{code: f"{code}|(?i:{nouns[code]})" if code in nouns else code for code in codes()},
    }


def _kinds(entries: list[dict[str, str]], macros: dict[str, str]) -> Patterns:
    """What each pattern of numbers that are no quantities says they are."""
    return tuple((one["kind"], re.compile(_written(one["pattern"], macros))) for one in entries)


def _compiled(section: dict[str, str], macros: dict[str, str], form: str) -> Patterns:
    """Key and pattern, each written into the form in which the language uses it."""
    return tuple(
        (key, re.compile(_written(form.replace("{}", f"(?:{pattern})"), macros)))
        for key, pattern in section.items()
    )


def _written(pattern: str, macros: dict[str, str]) -> str:
    """A pattern with its macros written out."""
    for name, macro in macros.items():
        pattern = pattern.replace(f"{{{name}}}", f"(?:{macro})")
    return pattern


def _any(choices: Any) -> str:
    """Any of the patterns or words, the longest first."""
    return "|".join(sorted(choices, key=len, reverse=True))


def _numeral(section: dict[str, Any], language: str) -> str:
    """Digits, or number words that may belong together."""
    table = number_words.table(language)
    known = [*table.cardinals, *table.multipliers, *table.ordinals, *table.denominators]
    known += [*table.ratios, *(stem + r"\w*" for stem in table.ratio_stems)]
    plain = _any(word.replace("е", "[её]") for word in known)
    macros = section.get("macros", {}) | {"words": plain, "joiner": section["joiner"]}
    return _written(section["numeral"], macros)


def _ordinals(language: str) -> str:
    """Any ordinal in words."""
    return _any(word.replace("е", "[её]") for word in number_words.table(language).ordinals)
