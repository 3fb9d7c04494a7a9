"""What a claim says, in our own words, from the columns of its values and not from its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from analysis import labels

if TYPE_CHECKING:
    import pandas as pd

#: How a flow between two economies is told.
BETWEEN = {
    "exports": "exports of {0} to {1}", "imports": "imports of {0} from {1}",
    "turnover": "turnover of {0} with {1}", "balance": "trade balance of {0} with {1}",
}  # fmt: skip
STAGES = {"under_way": "under way"}
#: How a summary of ours begins; what a person writes is a sentence.
OURS = re.compile(
    r"(?:exports|imports|turnover|trade|share|rank|growth|level|(?:\w+ )?(?:projects|agreements|"
    r"documents|sessions|plan points))\b[^:.]*: ", re.IGNORECASE,
)  # fmt: skip


def summary(rows: Iterable[Mapping[str, Any]]) -> str:
    """The values of a claim by what they are about; what is missing is left out.

    "Turnover of Kenya with Uganda in 2018: +17%, USD 620 m; projects under way: over 60".
    """
    told: dict[str, list[str]] = {}
    for row in rows:
        status = "" if row["status"] == "reported" else f" ({row['status']})"
        told.setdefault(_subject(row), []).append(f"{_amount(row)}{status}")
    text = "; ".join(f"{subject}: {', '.join(amounts)}" for subject, amounts in told.items())
    return text[:1].upper() + text[1:]


def stale(statements: pd.DataFrame) -> Iterator[tuple[str, str, str]]:
    """(claim, its summary, what its values tell now) where ours was left and a cell was changed.

    Reads the columns of `tables.statements`. A summary in another form is a person's, and right.
    """
    rows = statements.astype(object).where(statements.notna(), None).to_dict("records")
    claims: dict[tuple[str, str], list[Mapping[Any, Any]]] = {}
    for row in rows:
        claims.setdefault((row["claim_id"], row["summary"] or ""), []).append(row)
    for (claim, told), own in claims.items():
        now = summary(own)
        if OURS.match(told) and _parts(told) != _parts(now):
            yield claim, told, now


def _parts(text: str) -> list[str]:
    """What a summary lists, in any order."""
    return sorted(re.split(r"[:;,] ", text.lower()))


def _subject(row: Mapping[str, Any]) -> str:
    """What the number is about: the flow with its sides or what is counted, stage and period."""
    subject = labels.counted(row["counted"]) if row["counted"] else _flow(row)
    share = row["measure"] == "share" and not row["counted"]
    words = [
        "share of" if share else row["measure"] if not subject else "",
        subject,
        STAGES.get(row["stage"] or "", row["stage"] or ""),
        _period(row),
    ]
    return " ".join(filter(None, words))


def _amount(row: Mapping[str, Any]) -> str:
    """The number with hedge and unit; a growth in words with its direction, as "half down"."""
    if not (row["printed"] and row["unit"]):
        return str(row["printed"] or row["direction"] or "not stated")
    told = labels.value({**row, "scale": row["scale"] or 1})
    bare = row["measure"] == "growth" and not any(sign.isdigit() for sign in told)
    return f"{told} {row['direction'] or ''}".strip() if bare else told


def _flow(row: Mapping[str, Any]) -> str:
    """The flow with its sides, by their English names."""
    sides = [labels.economy(row[side]) for side in ("economy", "partner") if row[side]]
    if row["flow"] and len(sides) == 2:
        return BETWEEN[row["flow"]].format(*sides)
    of = f" of {sides[0]}" if sides else ""
    return f"{row['flow'] or 'trade'}{of}" if row["flow"] or of else ""


def _period(row: Mapping[str, Any]) -> str:
    told = labels.period(row["period_start"], row["period_end"])
    if told:
        return f"in {told}"
    return f"since {labels.day(str(row['period_start'])[:10])}" if row["period_start"] else ""
