"""A file that a person saved from a provider: its text, and its records as the file prints them."""

from __future__ import annotations

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
        return hashlib.sha256(self.content).hexdigest()

    @cached_property
    def text(self) -> str:
        """The text without a byte order mark: UTF-8, or Latin-1 where it is not UTF-8."""
        return self.decoded("latin-1")

    def decoded(self, encoding: str) -> str:
        """The text without a byte order mark: UTF-8, or the encoding where it is not UTF-8.

        Raises ValueError where it is neither.
        """
        try:
            return self.content.decode("utf-8-sig")
        except UnicodeDecodeError:
            pass
        try:
            return self.content.decode(encoding)
        except UnicodeDecodeError as fault:
            raise self.fault(None, f"is neither UTF-8 nor {encoding}") from fault

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
