"""A data folder as one Excel workbook: a sheet a table, and a first sheet that says what they hold.

The last sheet, hidden, keeps the folder's datapackage.json line by line.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any

from analysis.tables.description import FILE, Schema
from analysis.tables.exchange import cells
from analysis.tables.exchange.packing import NO_TIME, packed
from analysis.tables.exchange.texts import Sheet
from analysis.tables.files import Fault

Held = str | float | bool | None
ABOUT = "about"
HEADER = ["table", "column", "type", "needed", "one of", "meaning"]
#: Wide enough for an id, narrow enough for a screen.
WIDTH = 18
#: The last row that a sheet has.
MOST = 1_048_576
TEXT = "@"


def _openpyxl() -> Any:
    """openpyxl.

    Raises ModuleNotFoundError with what to install.
    """
    try:
        import openpyxl
    except ModuleNotFoundError as fault:
        raise ModuleNotFoundError(
            "workbooks need openpyxl: pip install 'reported-trade-figures[files]'"
        ) from fault
    return openpyxl


def written(tables: Mapping[str, Sheet], package: dict[str, Any], text: str) -> bytes:
    """The tables as a workbook; `text` is that of the description, `package` what it says.

    Raises ValueError, with table, row and column, where a text is too long for a cell.
    """
    kinds = {
        resource["name"]: {field["name"]: field["type"] for field in resource["schema"]["fields"]}
        for resource in package["resources"]
    }
    pages = {ABOUT: _held(ABOUT, list(_about(package)), {})}
    for name, table in tables.items():
        pages[name] = _held(name, [table.columns, *table.rows], kinds[name])
    pages[FILE] = _held(FILE, [[line] for line in text.split("\n")], {})
    book = _openpyxl().Workbook(write_only=True)
    for name, rows in pages.items():
        page = book.create_sheet(name)
        page.freeze_panes = "B2" if name in tables else None
        page.sheet_state = "hidden" if name == FILE else "visible"
        _fill(page, rows, kinds.get(name, {}))
    return _timeless(book)


def _about(package: dict[str, Any]) -> Iterator[list[str]]:
    """Title, description, and the columns of each table."""
    yield [package.get("title", "Reported trade figures")]
    yield [package.get("description", "")]
    yield [""]
    yield HEADER
    for resource in package["resources"]:
        yield [resource["name"], "", "", "", "", resource.get("description", "")]
        for field in resource["schema"]["fields"]:
            limits = field.get("constraints", {})
            needed = "yes" if limits.get("required") else ""
            listed = ", ".join(map(str, limits.get("enum", [])))
            yield [resource["name"], field["name"], field["type"], needed, listed,
                   field.get("description", "")]  # fmt: skip


def _held(name: str, rows: list[list[str]], kinds: dict[str, str]) -> list[list[Held]]:
    """What the cells of a sheet are to hold, the first row being text.

    Raises ValueError, with sheet, row and column, for what no cell holds.
    """
    if len(rows) > MOST:
        raise ValueError(f"{name} has {len(rows) - 1} rows, a sheet holds {MOST - 1}")
    head = rows[0]
    return [
        [
            _cell(text, kinds.get(column, "string") if line > 1 else "string", name, line, column)
            for text, column in zip_longest(row, head[: len(row)], fillvalue="")
        ]
        for line, row in enumerate(rows, 1)
    ]


def _cell(text: str, kind: str, name: str, line: int, column: str) -> Held:
    try:
        return cells.held(text, kind)
    except ValueError as fault:
        raise ValueError(f"{name}, row {line}, column {column}: {fault}") from fault


def _fill(page: Any, rows: list[list[Held]], kinds: dict[str, str]) -> None:
    """Write rows, the first being bold; what is no number is formatted as text."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    for place in range(1, max(map(len, rows)) + 1):
        page.column_dimensions[get_column_letter(place)].width = WIDTH
    numbers = [kinds.get(str(column)) in cells.NUMBERS for column in rows[0]]
    for line, row in enumerate(rows):
        made = [WriteOnlyCell(page, value) for value in row]
        for place, cell in enumerate(made):
            if line == 0:
                cell.font = Font(bold=True)
            if place >= len(numbers) or not numbers[place]:
                cell.number_format = TEXT
            if isinstance(row[place], str):
                cell.data_type = "s"  # never a formula or an error, whatever it looks like
        page.append(made)


def _timeless(book: Any) -> bytes:
    """The workbook's bytes, without the times at which it was written."""
    from openpyxl.writer.excel import ExcelWriter

    first = io.BytesIO()
    book.properties.created = book.properties.modified = datetime(*NO_TIME)
    with zipfile.ZipFile(first, "w") as archive:
        ExcelWriter(book, archive).save()
    with zipfile.ZipFile(first) as archive:
        return packed({name: archive.read(name) for name in archive.namelist()})


@contextmanager
def opened(path: Path) -> Iterator[Any]:
    """The workbook of a file, to be read from.

    Raises ValueError where the file is no workbook.
    """
    openpyxl = _openpyxl()
    try:
        book = openpyxl.load_workbook(path, read_only=True)
    except (zipfile.BadZipFile, KeyError, openpyxl.utils.exceptions.InvalidFileException) as fault:
        raise ValueError(f"{path.name} is not readable as a workbook: save it as .xlsx") from fault
    try:
        yield book
    finally:
        book.close()


def description(book: Any) -> str:
    """The text of the datapackage.json that a workbook keeps; empty where it keeps none."""
    if FILE not in book.sheetnames:
        return ""
    rows = book[FILE].iter_rows(max_col=1)
    return "\n".join(cells.text(row[0].value, "s", "string") for row in rows if row)


def read(book: Any, schemas: Mapping[str, Schema], file: str) -> dict[str, Sheet]:
    """Each table that has a sheet, as text; the place of a row is its number in the sheet."""
    return {
        name: _sheet(book[name], schema, f"{file}, sheet {name}")
        for name, schema in schemas.items()
        if name in book.sheetnames
    }


def _sheet(page: Any, schema: Schema, label: str) -> Sheet:
    """A sheet as text; rows without a cell are passed over."""
    kinds = {field["name"]: field["type"] for field in schema["fields"]}
    page.reset_dimensions()
    lines = ([(cell.value, cell.data_type) for cell in row] for row in page.iter_rows())
    head = [str(value or "") for value, _ in next(lines, [])]
    while head and not head[-1]:
        head.pop()
    found = Sheet(head, [])
    for place, line in enumerate(lines, 2):
        if any(value is not None for value, _ in line):
            found.places.append(place)
            found.rows.append(_row(line, place, found, kinds, label))
    return found


def _row(
    line: list[tuple[Any, str]], place: int, found: Sheet, kinds: dict[str, str], label: str
) -> list[str]:
    """The cells of a row as text, those that the spreadsheet spoilt blamed and told as they are."""
    columns = found.columns
    texts = [""] * max(len(columns), len(line))
    for number, (value, data_type) in enumerate(line):
        column = columns[number] if number < len(columns) else ""
        try:
            texts[number] = cells.text(value, data_type, kinds.get(column, "string"))
        except cells.SpoiltError as fault:
            texts[number] = str(value)
            found.faults.append(
                Fault(label, place, column, str(value), "typed by the spreadsheet", str(fault))
            )
    while len(texts) > len(columns) and not texts[-1]:
        texts.pop()
    return texts
