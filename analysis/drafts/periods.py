"""Periods that a text names: its words, and the days that they mean on the day it was published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Period:
    """Words that name a time, and its first and last day (None: the words fix none).

    `kind`: year, months, half, quarter, fiscal, since, deadline, ongoing ("this year"), rate
    ("a year"), shift ("a year earlier", `years` before the period told), same ("the same months
    of 2018", in `year`), within ("within three years"). `base`: named as what a growth starts from.
    """

    start: int
    end: int
    printed: str
    first: date | None
    last: date | None
    kind: str
    base: bool = False
    years: int = 0


def find(text: str, language: str, published: date | None) -> list[Period]:
    """Every period that the text names, in its order."""
    return []


def resolve(period: Period, told: Period | None) -> Period:
    """The period with days, where it leans on one told before ("a year earlier")."""
    return period


def base_of(period: Period, named: Period | None = None) -> tuple[date | None, date | None]:
    """First and last day of what a growth starts from: as named, else the same months a year before."""
    return None, None
