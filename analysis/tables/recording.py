"""Cells of a table written in place: every other byte of the file stays as it was."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile

from analysis.places import folder

#: A cell as the file spells it, with what ends it: a comma, the end of its line or of the file.
CELL = re.compile(r'(?P<cell>"(?:[^"]|"")*"|[^",\r\n]*)(?P<end>,|\r\n|\n|\r|\Z)')
KEY, COLUMN = "source_id", "text_sha256"
Record = list[tuple[int, int]]


def record_fingerprints(
    prints: Mapping[str, str], given: str | os.PathLike[str] | None = None
) -> list[str]:
    """Write fingerprints into the empty cells of `sources.csv`; the sources that got one, in order.

    The file is written beside and renamed. A cell that holds a fingerprint keeps it, and where
    nothing is to be written the file is not touched.

    Raises FileNotFoundError where there is no such file, as where the data are no folder of CSVs,
    ValueError where it has no such columns or is not readable as CSV.
    """
    path = folder(given) / "sources.csv"
    if not path.is_file():
        raise FileNotFoundError(f"no table at {path}: fingerprints are written into a CSV file")
    text = path.read_bytes().decode("utf-8")
    filled = _filled(text, prints)
    for start, end, _, words in reversed(filled):
        text = text[:start] + words + text[end:]
    if filled:
        _replaced(path, text)
    return [key for _, _, key, _ in filled]


def _filled(text: str, prints: Mapping[str, str]) -> list[tuple[int, int, str, str]]:
    """Start and end of each cell to fill, with its key and its fingerprint."""
    records = _records(text)
    header = [_cell(text, span) for span in next(records, [])]
    if KEY not in header or COLUMN not in header:
        raise ValueError(f"sources.csv has no column {KEY} or {COLUMN}: validate tells more")
    key, column = header.index(KEY), header.index(COLUMN)
    found = []
    for record in (cells for cells in records if len(cells) == len(header)):
        name = _cell(text, record[key])
        if name in prints and not _cell(text, record[column]):
            found.append((*record[column], name, prints[name]))
    return found


def _records(text: str) -> Iterator[Record]:
    """The cells of each record as start and end in the text."""
    place, record = len(text) - len(text.removeprefix("\ufeff")), []
    while place < len(text):
        found = CELL.match(text, place)
        if found is None:
            raise ValueError("sources.csv is not readable as CSV: validate tells more")
        record.append(found.span("cell"))
        place = found.end()
        if found["end"] != ",":
            yield record
            record = []
    if record:
        yield [*record, (place, place)]  # the file ends with a comma


def _cell(text: str, span: tuple[int, int]) -> str:
    """What a cell says, without the quotation marks of CSV."""
    return "".join(next(csv.reader(io.StringIO(text[slice(*span)], newline="")), [""])[:1])


def _replaced(path: Path, text: str) -> None:
    """The file with another text: written beside it, with its permissions, and renamed."""
    with NamedTemporaryFile("wb", dir=path.parent, prefix=".sources-", delete=False) as new:
        try:
            new.write(text.encode("utf-8"))
            new.flush()
            os.fsync(new.fileno())
            Path(new.name).chmod(path.stat().st_mode & 0o777)
            Path(new.name).replace(path)
        except BaseException:
            Path(new.name).unlink(missing_ok=True)
            raise
