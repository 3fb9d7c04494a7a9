"""A file that a person saved from a provider: its text, and its records as the file prints them."""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

Record = dict[str, str]
#: How packed files begin -> what to do.
PACKED = {
    b"PK": "a ZIP archive or a workbook: unpack it, or save the sheet as CSV",
    b"\x1f\x8b": "compressed: unpack it",
    b"\xd0\xcf\x11\xe0": "a workbook: save the sheet as CSV",
}
#: How pages of a site begin; so many bytes are looked at.
PAGES = (b"<!doctype html", b"<html")
BEGINNING = 64


@dataclass(frozen=True)
class File:
    """A saved file. Adapters read it through this, so that every fault names file and row alike."""

    path: Path

    @cached_property
    def content(self) -> bytes:
        """The bytes of the file."""
        return self.path.read_bytes()

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes in hexadecimal: the same file, the same print."""
        with self.path.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()

    @cached_property
    def text(self) -> str:
        """The text without a byte order mark: UTF-8, or Latin-1 where it is not UTF-8."""
        return self.decoded("latin-1")

    def decoded(self, encoding: str) -> str:
        """The text without a byte order mark: UTF-8 or UTF-16, else the encoding given.

        Raises ValueError where it is none of them, or the file is empty, packed or a web page.
        """
        self.refuse_unreadable()
        marked = self.content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        for name in ("utf-16",) if marked else ("utf-8-sig", encoding):
            try:
                return self.content.decode(name)
            except UnicodeDecodeError:
                continue
        raise self.fault(None, f"is no text in UTF-8 or {encoding}: save it as CSV or JSON")

    def refuse_unreadable(self) -> None:
        """Raise ValueError where the file is empty, an archive, a workbook or a page of a site."""
        with self.path.open("rb") as content:
            first = content.read(BEGINNING).removeprefix(codecs.BOM_UTF8)
        if not first.strip():
            raise self.fault(None, "is empty: save it again")
        if first.lstrip().lower().startswith(PAGES):
            told = "is a page of a web site (HTML), not JSON and no table"
            raise self.fault(None, f"{told}: save the answer or the table itself")
        for start, what in PACKED.items():
            if first.startswith(start):
                raise self.fault(None, f"is {what}")

    def fault(self, row: int | None, message: str) -> ValueError:
        """An error that names the file and the row, to be raised by an adapter."""
        return ValueError(f"{self.path.name}{'' if row is None else f', row {row}'}: {message}")

    def table(self, *needed: str) -> Iterator[tuple[int, Record]]:
        """The rows of a table with the line each begins in; cells as printed, blanks trimmed.

        The cells are parted by tabs where the header has tabs, else by commas. Cells beyond the
        header are dropped where they are empty (some providers end each row with a comma). Blank
        lines are passed over.

        Raises ValueError where a needed column is missing or a row has another width.
        """
        tabs = self.text.partition("\n")[0].count("\t")
        reader = csv.reader(io.StringIO(self.text, newline=""), delimiter="\t" if tabs else ",")
        header = [name.strip() for name in next(reader, [])]
        if missing := [name for name in needed if name not in header]:
            raise self.fault(1, f"the header has no column {', '.join(missing)}")
        line = reader.line_num + 1
        for cells in reader:
            if any(cells):
                yield line, self._record(line, header, [cell.strip() for cell in cells])
            line = reader.line_num + 1

    def _record(self, line: int, header: list[str], cells: list[str]) -> Record:
        if len(cells) < len(header) or any(cells[len(header) :]):
            raise self.fault(line, f"has {len(cells)} cells where the header has {len(header)}")
        return dict(zip(header, cells, strict=False))

    def json(self) -> Any:
        """The content as JSON with each number as the text that the file prints, never a float.

        Raises ValueError where it is no JSON.
        """
        try:
            return json.loads(self.text, parse_float=str, parse_int=str)
        except json.JSONDecodeError as fault:
            raise self.fault(fault.lineno, f"not readable as JSON: {fault.msg}") from fault
