"""Russian words in their dictionary forms (pymorphy3, its dictionary packaged, loaded once)."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any


@cache
def analyzer() -> Any:
    """The analyser, made when first used."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=20_000)
def parsed(word: str) -> tuple[Any, ...]:
    """What a word may be, the likeliest first, as pymorphy3 tells it."""
    return tuple(analyzer().parse(word))


@cache
def lemmas(word: str) -> frozenset[str]:
    """Every dictionary form that a word may have, ё as е."""
    return frozenset(_plain(parse.normal_form) for parse in parsed(word))


def parses_as(word: str, part: str) -> bool:
    """Whether a word may be of a part of speech of pymorphy3 (INFN, NOUN ...)."""
    return any(part == one.tag.POS for one in parsed(word))


def gender(word: str) -> str:
    """masc, femn or neut, where the likeliest reading of a noun in the nominative tells it."""
    likely = next((one for one in parsed(word) if {"NOUN", "nomn"} in one.tag), None)
    return str(likely.tag.gender or "") if likely and "plur" not in likely.tag else ""


def likely_lemma(word: str) -> str:
    """The likeliest dictionary form of a name as CLDR spells it: the nominative, ё as е."""
    parses = parsed(word)
    nominative = [parse for parse in parses if "nomn" in parse.tag] or parses
    return _plain(nominative[0].normal_form)


def _plain(word: str) -> str:
    """Without the dots that texts leave out."""
    return word.replace("ё", "е")
