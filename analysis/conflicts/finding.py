"""The conflicts of a data folder as a frame and as JSON-ready records."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import pandas as pd

from analysis.conflicts import (
    explaining,
    holding,
    sentences,
    solving,
    statements,
    system,
    tiers,
)  # fmt: skip
from analysis.conflicts.amounts import Trade
from analysis.conflicts.statements import Statement
from analysis.conflicts.tiers import Conflict
from analysis.tables import Tables

#: So many conditional conflicts are explained, the shortest; firm ones always are.
LIMIT = 200
#: Conditional conflicts of more statements than this are not looked for.
LONGEST = 4
COLUMNS = (
    "conflict_id", "value_ids", "tier", "assumptions", "form", "sentence", "smallest_move",
    "explanations",
)  # fmt: skip


@dataclass(frozen=True)
class Conflicts:
    """The conflicts of a data folder under a reading.

    `found`: one row a conflict, the shortest first: conflict_id (the same for the same values),
    value_ids (tuple), tier (firm, conditional), assumptions (tuple of sentences; empty where
    firm), form, sentence, smallest_move (value_id, units of its last digit, before, after; None
    where no number is printed), explanations (tuple of sentences).
    `not_pursued`: how many more conflicts were found and not explained, because of the limit;
    `unexplained` names the values of each.
    `longest`: conditional conflicts of up to so many statements are all known, firm ones of any
    length. `left_out`: value_id and reason of each value that was no statement about what was.
    `bounds`: for each conflict the number that the others are held against, what it allows and
    what they leave it (`holding.bounds`).
    """

    found: pd.DataFrame
    not_pursued: int
    unexplained: tuple[tuple[str, ...], ...]
    longest: int
    reading: str
    left_out: pd.DataFrame
    bounds: pd.DataFrame

    def _repr_mimebundle_(self, **_: object) -> tuple[dict[str, str], dict[str, Any]]:
        """What a notebook shows: the conflicts as a captioned table, each row with its values."""
        from analysis.outputs import glance

        caption = f"Statements that cannot all hold, read by the {self.reading} reading"
        told = self.found.assign(reading=self.reading)
        return glance(told, caption, ["tier", "sentence"])


def find(
    data: Tables,
    reading: str = "literal",
    *,
    limit: int = LIMIT,
    longest: int = LONGEST,
    tolerance: Fraction = system.TOLERANCE,
) -> Conflicts:
    """Every irreducible set of reported values that cannot all hold, shortest first.

    Reads `statements(data)`, hedges, claims (repeats) and exchange_rates. Values that repeat one
    another count once. At most `limit` conditional conflicts of at most `longest` values each are
    explained; firm ones always are. Amounts in two currencies meet at the annual average within
    `tolerance` (a share).

    Raises ValueError where a numeral, a hedge or the reading is unknown.
    """
    told = statements.said(data, reading)
    known = system.rates(data.exchange_rates)
    whole = system.system(told.statements, known, tolerance)
    groups = _said_together(told.statements)
    sets = solving.irreducible(whole, _spans(told.statements), longest, groups)
    by_id = {one.value_id: one for one in told.statements}
    named = [[by_id[value_id] for value_id in ids] for ids in sets]
    chosen, others = _pursued(named, limit)
    conflicts = sorted((tiers.conflict(one, known, tolerance) for one in chosen), key=_rank)
    rows = (one.row for conflict in conflicts for one in conflict.statements)
    wide = statements.allowed(rows, data, "charitable")
    cells = [_row(one, wide, known, tolerance) for one in conflicts]
    found = pd.DataFrame(cells, columns=list(COLUMNS))
    left_out = pd.DataFrame(told.left_out.items(), columns=["value_id", "reason"])
    unexplained = tuple(tuple(one.value_id for one in each) for each in others)
    bounds = holding.bounds(zip(found["conflict_id"], found["form"], conflicts, strict=True))
    return Conflicts(found, len(others), unexplained, longest, reading, left_out, bounds)


def _said_together(told: Sequence[Statement]) -> list[list[str]]:
    """The statements of each source about one record, which can be firm together."""
    groups: dict[tuple[str, str], list[str]] = {}
    for one in told:
        for row in (one.row, *one.alike):
            if one.record.stated:
                groups.setdefault((row["source_id"], one.record.name), []).append(one.value_id)
    return [group for group in groups.values() if len(group) > 1]


def _spans(told: Sequence[Statement]) -> dict[str, tuple[int, int]]:
    """From which to which day each statement reaches, its base included."""
    return {
        one.value_id: (
            min(a.start if isinstance(a, Trade) else a.first for a in one.amounts),
            max(a.end if isinstance(a, Trade) else a.last for a in one.amounts),
        )
        for one in told
    }


def _pursued(
    sets: list[list[Statement]], limit: int
) -> tuple[list[list[Statement]], list[list[Statement]]]:
    """The conflicts to be explained, and the others, the shortest first.

    Among conflicts of one length those come first whose values stand in none before them: one
    wrong number takes part in many, and must not crowd out the rest.
    """
    left = sorted(sets, key=lambda told: (len(told), [one.value_id for one in told]))
    chosen = [told for told in left if tiers.is_firm(told)]
    left = [told for told in left if not tiers.is_firm(told)]
    told_already: Counter[str] = Counter()
    for _ in range(min(limit, len(left))):
        fresh = min(left, key=lambda told: (len(told), max(told_already[o.value_id] for o in told)))
        left.remove(fresh)
        chosen.append(fresh)
        told_already.update(one.value_id for one in fresh)
    return chosen, left


def _rank(one: Conflict) -> tuple[int, bool, list[str]]:
    return len(one.statements), not one.firm, [told.value_id for told in one.statements]


def _row(
    one: Conflict, wide: Mapping[str, Any], known: system.Rates, tolerance: Fraction
) -> tuple[object, ...]:
    value_ids = tuple(told.value_id for told in one.statements)
    return (
        conflict_id(value_ids),
        value_ids,
        "firm" if one.firm else "conditional",
        tiers.assumptions(one, tolerance),
        sentences.form(one),
        sentences.sentence(one, known),
        explaining.smallest_move(one),
        explaining.explanations(one, wide, known, tolerance),
    )


def conflict_id(value_ids: Sequence[str]) -> str:
    """A short name that depends on nothing but the values: "conflict-1f0c9a3e"."""
    return f"conflict-{hashlib.sha256(' '.join(sorted(value_ids)).encode()).hexdigest()[:8]}"


def records(conflicts: Conflicts) -> list[dict[str, Any]]:
    """The conflicts as JSON-ready dicts, in the order of the frame.

    Keys, stable: conflict_id, value_ids (list), tier, assumptions (list), form, sentence,
    smallest_move (null, or value_id, units, from, to), explanations (list), held_against (null, or
    the columns of `bounds` with null for an open end), reading.
    """
    held = {row["conflict_id"]: holding.record(row) for row in _rows(conflicts.bounds)}
    return [
        {
            "conflict_id": row["conflict_id"],
            "value_ids": list(row["value_ids"]),
            "tier": row["tier"],
            "assumptions": list(row["assumptions"]),
            "form": row["form"],
            "sentence": row["sentence"],
            "smallest_move": _moved(row["smallest_move"]),
            "explanations": list(row["explanations"]),
            "held_against": held.get(row["conflict_id"]),
            "reading": conflicts.reading,
        }
        for row in _rows(conflicts.found)
    ]


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): cell for name, cell in row.items()} for row in frame.to_dict("records")]


def _moved(move: explaining.Move | None) -> dict[str, Any] | None:
    if move is None:
        return None
    return {"value_id": move.value_id, "units": move.units, "from": move.before, "to": move.after}
