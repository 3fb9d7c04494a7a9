"""What a reading of an article hands on: proposed values, and numbers that were not understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Proposal:
    """A value as a row of `reported_values`, with its place, its voice and how sure it is.

    `part_of` is an index into the proposals. `words` is the sentence that it came from, for a value
    without a numeral the words that tell it. `confidence` runs from 0 to 1; `doubts` say why.
    """

    paragraph: int
    start: int
    end: int
    words: str
    measure: str = ""
    status: str = "reported"
    stage: str = ""
    direction: str = ""
    economy: str = ""
    partner: str = ""
    flow: str = ""
    reporter: str = ""
    office: str = ""
    computed_by: str = ""
    scope: str = ""
    currency: str = ""
    converted_from: str = ""
    period_start: date | None = None
    period_end: date | None = None
    period_printed: str = ""
    base_start: date | None = None
    base_end: date | None = None
    base_stated: bool | None = None
    as_of: date | None = None
    printed: str = ""
    value: float | None = None
    unit: str = ""
    scale: int | None = None
    hedge: str = ""
    hedge_printed: str = ""
    counted: str = ""
    part_of: int | None = None
    note: str = ""
    speaker: str = ""
    speaker_role: str = ""
    speaker_economy: str = ""
    attribution: str = "unattributed"
    topic: str = "trade"
    confidence: float = 1.0
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unread:
    """A number that is not proposed, with the reason; `paragraph` is None outside the article."""

    paragraph: int | None
    start: int
    end: int
    printed: str
    words: str
    reason: str


@dataclass(frozen=True)
class Reading:
    """Every number of an article: proposed, or unread with a reason."""

    proposals: list[Proposal] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
