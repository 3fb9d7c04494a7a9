"""What a person confirmed of a draft becomes rows of a data folder: all of it, or none.

A value is confirmed by yes in `confirm`; its claim and its source come with it unless they are
refused by no. The rows are added as they were edited. The new tables are validated as a whole
before any is written, and then written beside and renamed, sources first, so that whatever stops
the run no row is without the row that it points to.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from analysis import places, tables
from analysis.drafts import editing
from analysis.drafts.proposals import ADDED, KEYS, Draft
from analysis.tables import appending
from analysis.tables.files import Fault

if TYPE_CHECKING:
    import pandas as pd

DAYS = frozenset([
    "published", "accessed", "said_on", "as_of", "period_start", "period_end", "base_start",
    "base_end",
])  # fmt: skip
ANSWERS = ("yes", "no")
#: A day as a spreadsheet writes it.
SHEET_DAY = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}( .*)?")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
DIGITS = re.compile(r"\d(?:[\d,]*\d)?(?:\.\d+)?")
Cells = dict[str, str]


class FaultyDraftError(appending.FaultyRowsError):
    """What was confirmed does not make a sound data folder; `faults` lists why, as `validate`."""


@dataclass(frozen=True)
class Added:
    """How many rows were added to each table, how many stood there already, and what is open."""

    sources: int
    claims: int
    reported_values: int
    already: int
    open: int


@dataclass(frozen=True)
class Chosen:
    """The confirmed rows of one table of a draft, each by its row in the file."""

    name: str
    file: str
    rows: Mapping[int, Cells]

    def fault(self, row: int, column: str, rule: str, message: str) -> Fault:
        """A fault of one of the rows."""
        return Fault(self.file, row, column, self.rows[row].get(column, ""), rule, message)


def confirm(draft: Draft, ids: Sequence[str] | None = None) -> Draft:
    """The draft with these values confirmed, all of them where none is named.

    Raises KeyError where the draft proposes no value of such an id.
    """
    values = draft.reported_values
    wanted = set(values["value_id"] if ids is None else ids)
    unknown = sorted(wanted - set(values["value_id"]))
    if unknown:
        raise KeyError(f"the draft has no value {', '.join(unknown)}: see draft.reported_values")
    answers = values["confirm"].mask(values["value_id"].isin(wanted), "yes")
    return replace(draft, reported_values=values.assign(confirm=answers))


def add(draft: Draft | str | os.PathLike[str], data: str | os.PathLike[str]) -> Added:
    """Append what is confirmed in a draft, or in the folder of one, to a data folder.

    A row that stands there already, alike in every cell, is not added again.

    Raises FaultyDraftError with every fault of the draft and of the folder as it would become;
    nothing is written then.
    """
    made = draft if isinstance(draft, Draft) else editing.read(draft)
    where = "draft" if isinstance(draft, Draft) else Path(draft).name
    folder = places.folder(data)
    chosen = {name: Chosen(name, f"{where}/{name}.csv", rows) for name, rows in _chosen(made)}
    before = {name: _records(name, folder) for name in KEYS}
    changed = (fault for name, one in chosen.items() for fault in _changed(one, before[name]))
    doubled = (fault for one in chosen.values() for fault in (*_twice(one), *_days(one)))
    respelled = _respelled(made, chosen["reported_values"])
    _raise([*_unclear(made, where), *_refused(made, chosen), *respelled, *doubled, *changed])
    new = {name: _new(one, before[name]) for name, one in chosen.items()}
    try:
        appending.append({name: one.rows.values() for name, one in new.items()}, folder)
    except appending.FaultyRowsError as fault:
        _raise(tables.validate(folder).itertuples(index=False, name=None))
        found = (Fault(*one) for one in fault.faults.itertuples(index=False, name=None))
        _raise(_here(one, before, new) for one in found)
    counts = {name: len(one.rows) for name, one in new.items()}
    already = sum(len(one.rows) for one in chosen.values()) - sum(counts.values())
    return Added(**counts, already=already, open=int(_answers(made.reported_values).isna().sum()))


def _records(name: str, folder: Path) -> list[Cells]:
    """The rows of a table; where it cannot be read, its faults are raised."""
    try:
        found = appending.records(name, folder)
        _ = [row[KEYS[name]] for row in found]
    except (OSError, KeyError, UnicodeDecodeError, csv.Error):
        _raise(tables.validate(folder).itertuples(index=False, name=None))
        raise
    return found


def _here(fault: Fault, before: Mapping[str, Sequence[Cells]], new: Mapping[str, Chosen]) -> Fault:
    """The fault where a person can mend it: in the draft, if its row came from there."""
    name = fault.file.removesuffix(".csv")
    if name not in new:
        return fault
    own = {id(cells): row for row, cells in new[name].rows.items()}
    line = 2
    for cells in sorted([*before[name], *new[name].rows.values()], key=lambda c: c[KEYS[name]]):
        if line == fault.row and id(cells) in own:
            return fault._replace(file=new[name].file, row=own[id(cells)])
        line += 1 + sum(cell.count("\n") for cell in cells.values())
    return fault


def _raise(faults: Iterable[tuple[object, ...]]) -> None:
    """Raise where there are faults."""
    import pandas as pd

    listed = pd.DataFrame(list(faults), columns=list(Fault._fields))
    if len(listed):
        raise FaultyDraftError(listed.astype({"row": "Int64"}))


def _answers(frame: pd.DataFrame) -> pd.Series:
    return frame["confirm"].str.strip().str.casefold()


def _chosen(draft: Draft) -> Iterator[tuple[str, dict[int, Cells]]]:
    """The confirmed rows of each table by their row in its file; what they stand in comes along."""
    wanted: set[str] = set()
    found = {}
    for name, needs in (("reported_values", "claim_id"), ("claims", "source_id"), ("sources", "")):
        frame = getattr(draft, name)
        answers = _answers(frame)
        yes = (answers == "yes") | (answers.isna() & frame[KEYS[name]].isin(wanted))
        cells = frame.drop(columns=list(ADDED)).fillna("").astype("str")
        if "scale" in cells:
            cells = cells.assign(scale=cells["scale"].map(_whole))
        found[name] = {
            row: record
            for row, record, one in zip(
                range(2, len(frame) + 2), cells.to_dict("records"), yes, strict=True
            )
            if one
        }
        wanted = {record[needs] for record in found[name].values()} if needs else set()
    yield from ((name, found[name]) for name in KEYS)


def _unclear(draft: Draft, where: str) -> Iterator[Fault]:
    """What stands in `confirm` and is no answer."""
    for name in KEYS:
        for row, answer in enumerate(_answers(getattr(draft, name)).fillna(""), 2):
            if answer not in ("", *ANSWERS):
                message = f"{answer!r} is no answer: write yes or no, or leave the cell empty"
                yield Fault(f"{where}/{name}.csv", row, "confirm", answer, "answer", message)


def _refused(draft: Draft, chosen: Mapping[str, Chosen]) -> Iterator[Fault]:
    """Confirmed rows of which the row that they point to is answered no."""
    for name, above in (("reported_values", "claims"), ("claims", "sources")):
        frame, key = getattr(draft, above), KEYS[above]
        answered = zip(frame[key], _answers(frame), range(2, len(frame) + 2), strict=True)
        refused = {one: line for one, answer, line in answered if answer == "no"}
        for row, cells in chosen[name].rows.items():
            if (line := refused.get(cells[key])) is not None:
                message = (
                    f"this row is confirmed, and {above}.csv row {line}, to which it belongs, is "
                    "answered no: answer both alike"
                )
                yield chosen[name].fault(row, key, "answer", message)


def _twice(chosen: Chosen) -> Iterator[Fault]:
    """Confirmed rows whose id stands in a row above."""
    key = KEYS[chosen.name]
    first: dict[str, int] = {}
    for row, cells in chosen.rows.items():
        if first.setdefault(cells[key], row) != row:
            message = (
                f"{cells[key]} stands already in row {first[cells[key]]}: remove one of the rows, "
                f"or give it another {key}"
            )
            yield chosen.fault(row, key, "duplicate key", message)


def _days(chosen: Chosen) -> Iterator[Fault]:
    """Days that a spreadsheet wrote in its own way."""
    for row, cells in chosen.rows.items():
        for column in DAYS.intersection(cells):
            cell = cells[column]
            if SHEET_DAY.fullmatch(cell) and not DAY.fullmatch(cell):
                message = (
                    f"{cell!r} is a day as a spreadsheet respells it: write it as 2023-01-31, and "
                    "import the columns of days as text"
                )
                yield chosen.fault(row, column, "day", message)


def _whole(cell: str) -> str:
    """A whole number as it is kept, where a spreadsheet wrote 1E+09 or 1000000000.0."""
    if not re.fullmatch(r"\d+(?:\.\d+)?(?:[eE]\+?\d{1,2})?", cell):
        return cell
    number = Decimal(cell)
    return str(int(number)) if number == number.to_integral_value() else cell


def _respelled(draft: Draft, chosen: Chosen) -> Iterator[Fault]:
    """Numerals that a spreadsheet wrote otherwise than the words do: 17.1 for 17.10."""
    words = draft.reported_values["words"].fillna("")
    for row, cells in chosen.rows.items():
        printed = cells["printed"].lstrip("-")
        there = DIGITS.findall(words.iloc[row - 2])
        if DIGITS.fullmatch(printed) and printed not in there:
            for one in (one for one in there if _number(one) == _number(printed)):
                message = (
                    f"the words have {one!r}, which a spreadsheet may have respelled: write it so"
                )
                yield chosen.fault(row, "printed", "numeral", message)


def _number(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


def _changed(chosen: Chosen, before: Sequence[Cells]) -> Iterator[Fault]:
    """Rows whose id stands in the folder and that say something else there."""
    key = KEYS[chosen.name]
    known = {cells[key]: cells for cells in before}
    for row, cells in chosen.rows.items():
        there = known.get(cells[key], cells)
        for column in (column for column in cells if cells[column] != there.get(column, "")):
            message = (
                f"{cells[key]} stands in the data folder already and has {there.get(column)!r} "
                f"there, not {cells[column]!r}: give the row another {key}, or make them agree"
            )
            yield chosen.fault(row, column, "id taken", message)


def _new(chosen: Chosen, before: Sequence[Cells]) -> Chosen:
    """The rows that do not stand in the folder."""
    key = KEYS[chosen.name]
    known = {cells[key] for cells in before}
    rows = {row: cells for row, cells in chosen.rows.items() if cells[key] not in known}
    return replace(chosen, rows=rows)
