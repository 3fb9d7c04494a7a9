"""A draft for a reader: each number as it would be kept, in the words that it came from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from analysis import labels, outputs
from analysis.drafts.proposals import Draft

if TYPE_CHECKING:
    import pandas as pd

SHOWN = ("proposed", "number", "measure", "of", "period", "speaker", "sure", "words")


def table(draft: Draft) -> outputs.Table:
    """The proposed values in text order, the numeral marked in the words that it came from.

    `proposed` is the id that the value would have, `sure` how sure the reading is, from 0 to 1.
    """
    count = len(draft.reported_values)
    numbers = "1 number" if count == 1 else f"{count} numbers"
    unread = f"{len(draft.unread)} more were seen and are no values"
    return outputs.table(rows(draft), f"{numbers} proposed; {unread}", SHOWN)


def rows(draft: Draft) -> pd.DataFrame:
    """The proposed values as SHOWN, with `printed`, `doubts` and `confirm` beside."""
    import pandas as pd

    speakers = draft.claims.drop_duplicates("claim_id").set_index("claim_id")["speaker"]
    found = []
    for row in draft.reported_values.to_dict("records"):
        sides = [row[name] for name in ("economy", "flow", "partner") if isinstance(row[name], str)]
        found.append({
            "proposed": row["value_id"], "number": _number(row), "measure": row["measure"],
            "of": labels.counted(row["counted"]) if isinstance(row["counted"], str)
            else labels.plain(" ".join(sides)),
            "period": labels.period(row["period_start"], row["period_end"]),
            "speaker": speakers.get(row["claim_id"]), "sure": row["confidence"],
            "words": row["words"], "printed": row["printed"], "doubts": row["doubts"],
            "confirm": row["confirm"],
        })  # fmt: skip
    return pd.DataFrame(found, columns=[*SHOWN, "printed", "doubts", "confirm"])


def _number(row: Mapping[Any, Any]) -> str:
    """The numeral with hedge, unit and scale as a reader writes it."""
    if not isinstance(row["printed"], str) or not isinstance(row["unit"], str):
        return row["printed"] if isinstance(row["printed"], str) else str(row["direction"])
    return labels.value({**row, "scale": row["scale"] if isinstance(row["scale"], str) else 1})
