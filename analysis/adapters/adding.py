"""What was read from a saved file -> rows of a data folder, with the file as their source.

Nothing is ever overwritten. A file that is in the folder already brings nothing new; another
release of the same numbers is another vintage; other numbers under the same vintage are refused.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, localcontext

from analysis import readings
from analysis.adapters.files import File
from analysis.adapters.rows import Adapter, Found, Observation, Pair, Rate
from analysis.tables import appending, starting

Cells = dict[str, str]
#: Not part of the key of a row, and allowed to differ between two files that print one number.
NUMBER = ("printed", "value", "scale")
SHOWN = 5
KEYS = {
    "statistics": (
        "provider", "reporter", "economy", "partner", "flow", "measure", "scope", "valuation",
        "period_start", "period_end", "unit", "vintage",
    ),
    "exchange_rates": ("currency", "period_start", "period_end", "kind"),
}  # fmt: skip


@dataclass(frozen=True)
class Retrieval:
    """How a file was come by: on which day, from which address, and the vintage if it is known."""

    day: date
    url: str = ""
    vintage: str = ""


@dataclass(frozen=True)
class Import:
    """What one file brings to a data folder.

    `new` are the rows to add, as text; `already` counts those that stand there with the same
    number; `left_out` counts the rows of the file that were not taken, by reason; `strange` are the
    pairs of economies that are new to a folder that has others, as "CHL and VNM".
    """

    file: File
    table: str
    vintage: str
    source: Cells
    new: tuple[Cells, ...]
    already: int
    left_out: Mapping[str, int] = field(default_factory=dict)
    strange: tuple[str, ...] = ()


def prepared(
    name: str, adapter: Adapter, file: File, pair: Pair, how: Retrieval,
    data: str | os.PathLike[str], others: Sequence[Import] = (),
) -> Import:  # fmt: skip
    """What a file would bring to a data folder, and to what `others` bring; nothing is written.

    The vintage is the one given, else that under which the same file was imported before, else
    what the file says of its release, else the day of retrieval.

    Raises ValueError where the file cannot be taken, has nothing of the pair, or has other numbers
    under the same vintage, with both.
    """
    found = adapter.read(file, pair)
    if not found.rows:
        raise file.fault(None, f"has no total {_of(pair)}{_left(found.left_out)}")
    table = "statistics" if isinstance(found.rows[0], Observation) else "exchange_rates"
    there = [row for one in others if one.table == table for row in one.new]
    before = [*appending.records(table, data), *there]
    sources = [*appending.records("sources", data), *(o.source for o in others if o.source)]
    earlier = _earlier(sources, file, adapter)
    vintage = how.vintage or _vintage(earlier, before) or found.vintage or how.day.isoformat()
    source = _source(name, adapter, file, found, how, vintage)
    rows = [_cells(one, vintage, source["source_id"]) for one in found.rows]
    new = tuple(_new(table, rows, before, file))
    known = any(one["source_id"] == source["source_id"] for one in sources)
    added = {} if known or not new else source
    strange = _strange(new, data)
    already = len(rows) - len(new)
    return Import(file, table, vintage, added, new, already, found.left_out, strange)


def add(imports: Sequence[Import], data: str | os.PathLike[str]) -> None:
    """Write what several files bring to a data folder: everything, or nothing.

    Raises FaultyRowsError where the folder would have faults.
    """
    rows = {table: [r for o in imports if o.table == table for r in o.new] for table in KEYS}
    appending.append({"sources": [o.source for o in imports if o.source], **rows}, data)


def _strange(new: Iterable[Cells], data: str | os.PathLike[str]) -> tuple[str, ...]:
    """The pairs that come to a folder which has rows of other pairs alone."""
    known = _known(data)
    return tuple(" and ".join(pair) for pair in sorted(_pairs(new) - known)) if known else ()


def _pairs(rows: Iterable[Cells]) -> set[tuple[str, ...]]:
    """The two economies of each row that has two, in the order of their codes."""
    both = (tuple(sorted((row.get("economy", ""), row.get("partner", "")))) for row in rows)
    return {pair for pair in both if all(pair)} - {starting.NOBODY}


def _known(data: str | os.PathLike[str]) -> set[tuple[str, ...]]:
    """The pairs of the folder."""
    return _pairs(
        row for name in ("reported_values", "statistics") for row in appending.records(name, data)
    )


def _of(pair: Pair) -> str:
    named = " and ".join(filter(None, (pair.economy, pair.partner)))
    return f"of {named}" if named else "of two economies"


def _left(left_out: Mapping[str, int]) -> str:
    reasons = [f"{count} rows left out: {reason}" for reason, count in left_out.items()]
    return "; ".join(["", *reasons])


def _earlier(sources: list[Cells], file: File, adapter: Adapter) -> Cells:
    """The source that is the same file of the same provider; empty where there is none."""
    same = (file.sha256, adapter.provider)
    return next((s for s in sources if (s["text_sha256"], s["publisher"]) == same), {})


def _vintage(source: Cells, before: list[Cells]) -> str:
    """The vintage of the rows of a source that is in the folder."""
    of = (row for row in before if source and row["source_id"] == source["source_id"])
    return next((row.get("vintage", "") for row in of), "")


def _source(
    name: str, adapter: Adapter, file: File, found: Found, how: Retrieval, vintage: str
) -> Cells:
    """The row of `sources` for a file: named by provider, vintage and fingerprint."""
    slug = re.sub(r"[^A-Za-z0-9.]+", "-", vintage).strip("-")
    return {
        "source_id": f"{name}-{slug}-{file.sha256[:8]}",
        "kind": "dataset",
        "publisher": adapter.provider,
        "title": adapter.title,
        "url": how.url,
        "accessed": how.day.isoformat(),
        "language": "en",
        "text_sha256": file.sha256,
        "note": "; ".join(filter(None, (f"saved file {file.path.name}", found.note))),
    }


def _cells(one: Observation | Rate, vintage: str, source_id: str) -> Cells:
    """A row as the table has it, as text."""
    cells = {name: str(cell) for name, cell in vars(one).items() if name != "row"}
    cells |= {"value": _value(one.printed), "source_id": source_id}
    return cells | {"vintage": vintage} if isinstance(one, Observation) else cells


def _value(printed: str) -> str:
    """The numeral as a plain number, exact."""
    number = readings.numeral(printed).value
    with localcontext() as context:
        context.prec = 60
        return f"{Decimal(number.numerator) / Decimal(number.denominator):f}"


def _new(table: str, rows: list[Cells], before: list[Cells], file: File) -> list[Cells]:
    """The rows that are not there yet.

    Raises ValueError where a row is there with another number.
    """
    known = {_key(table, row): row for row in before}
    pairs = [(row, known.get(_key(table, row))) for row in rows]
    other = [(row, there) for row, there in pairs if there and _size(row) != _size(there)]
    if other:
        raise file.fault(None, _differs(table, other))
    return [row for row, there in pairs if there is None]


def _key(table: str, row: Cells) -> tuple[str, ...]:
    return tuple(row[name] for name in KEYS[table])


def _size(row: Cells) -> Decimal:
    return Decimal(row["value"]) * Decimal(row.get("scale", "1"))


def _differs(table: str, other: list[tuple[Cells, Cells]]) -> str:
    told = [
        f"{' '.join(filter(None, _key(table, row)))}: {row['printed']} in the file, "
        f"{there['printed']} in {table}.csv (source {there['source_id']})"
        for row, there in other[:SHOWN]
    ]
    more = f" and {len(other) - SHOWN} more" if len(other) > SHOWN else ""
    way = (
        "if the file is a later release, name it with --vintage"
        if table == "statistics"
        else "rates keep no vintage: keep one of them"
    )
    return f"has other numbers than the data folder: {'; '.join(told)}{more}; {way}"
