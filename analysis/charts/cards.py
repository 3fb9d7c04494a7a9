"""What each mark tells by itself, the same in its title, its card, its table and the description.

Range and verdict are known of a chart that `charts.draw` drew; one drawn from bare frames tells
the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis import labels
from analysis.charts import telling

if TYPE_CHECKING:
    import pandas as pd

    from analysis.charts.annotations import Chart
    from analysis.charts.judging import Basis


#: What is read of the rows drawn; those that only `draw` knows come last.
COLUMNS = (
    "value_id", "mark", "words", "speaker", "said_on", "published", "source", "link", "keys",
    "allowed", "judged",
)  # fmt: skip


@dataclass(frozen=True)
class Card:
    """One mark in words; what does not apply is empty.

    `mark` names it within its chart, `number` is that of its source line, `claim` the number with
    its hedge and what it is about, `day` the ISO date of telling, `allowed` the range of true
    values under the reading, `keys` the rows that it shows, by table.
    """

    mark: str
    number: int
    claim: str
    speaker: str
    day: str
    reading: str
    allowed: str
    verdict: str
    source: str
    link: str
    keys: Mapping[str, tuple[str, ...]]

    @property
    def said(self) -> str:
        """Who told it, and when."""
        return ", ".join(filter(None, [self.speaker, labels.day(self.day or None)]))

    @property
    def held(self) -> str:
        """The range under the reading, and the verdict; empty where there is neither."""
        reading = f"{self.reading} reading: {self.allowed}" if self.allowed else ""
        return "; ".join(filter(None, [reading, self.verdict]))

    @property
    def title(self) -> str:
        """All of it in a line."""
        parts = [self.claim.removesuffix("."), self.said, self.held]
        whole = ". ".join(part[:1].upper() + part[1:] for part in parts if part)
        return labels.visible(f"{whole}.")

    @property
    def line(self) -> str:
        """The line of the description, with the whole source."""
        held = f"; {self.held}" if self.held else ""
        return f"{self.number}. {self.claim} ({self.source}){held}"


def cards(chart: Chart) -> list[Card]:
    """A card a mark, in the order of the rows drawn."""
    known = [column for column in COLUMNS if column in chart.rows]
    return [_card(row, chart.reading) for row in telling.records(chart.rows[known])]


def _card(row: Mapping[str, Any], reading: str) -> Card:
    allowed, verdict = (telling.given(row.get(part)) for part in ("allowed", "judged"))
    return Card(
        row["value_id"], int(row["mark"]), row["words"], telling.given(row.get("speaker")),
        telling.told_on(row), reading, allowed, verdict, row["source"], row["link"], row["keys"],
    )  # fmt: skip


def description(chart: Chart) -> str:
    """The alt text and then every mark in words, one a line, with its source and verdict."""
    lines = (" ".join(card.line.split()) for card in cards(chart))
    return "\n".join([chart.alt, *map(labels.visible, lines)])


def judged(rows: pd.DataFrame, by: Basis) -> dict[str, list[str]]:
    """For each row drawn the range of its value in words, and its verdict with the reason."""
    from analysis.readings import words

    subjects = list(rows.get("subject", [""] * len(rows)))
    if not any(subjects):
        return {"allowed": [""] * len(subjects), "judged": [""] * len(subjects)}
    told = by.statements.set_index("value_id", drop=False).reindex(sorted(set(subjects) - {""}))
    allowed = {row["value_id"]: words(row) for row in told.to_dict("records")}
    summary = by.verdicts.summary.set_index("value_id")[["verdict", "reason_code"]]
    verdicts = {
        str(row.Index): _verdict(row.verdict, row.reason_code) for row in summary.itertuples()
    }
    return {
        "allowed": [allowed.get(subject, "") for subject in subjects],
        "judged": [verdicts.get(subject, "") for subject in subjects],
    }


def _verdict(verdict: object, reason: object) -> str:
    """The verdict as a reader writes it: "cannot be checked (no statistic)"."""
    why = labels.plain(reason)
    return f"{labels.plain(verdict)} ({why})" if why else labels.plain(verdict)
