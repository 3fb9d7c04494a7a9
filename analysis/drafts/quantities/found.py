"""What is found in a text: quantities, and numbers that are none."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Quantity:
    """A number of a text with all that belongs to it; places are offsets into the text.

    `start` and `end` hold the whole phrase, hedge to unit; `printed` is the numeral alone and
    stands at `at`. `unit` is percent, percentage_points, times, count, ordinal, a currency or
    empty where none is said. `hedge` is a row of the table hedges, `hedge_printed` its words.
    `word` is what follows a count. `form`: digits, words, fraction, ratio, ordinal.
    """

    start: int
    end: int
    printed: str
    at: int
    unit: str = ""
    scale: int = 1
    currency: str = ""
    hedge: str = ""
    hedge_printed: str = ""
    word: str = ""
    form: str = "digits"


@dataclass(frozen=True)
class Dismissed:
    """A number that is no quantity, by its shape or neighbours; `kind` says what it is."""

    start: int
    end: int
    printed: str
    kind: str
