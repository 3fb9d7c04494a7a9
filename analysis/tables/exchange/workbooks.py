"""A data folder as one Excel workbook: a sheet a table, and a first sheet that says what they hold.

The last sheet, hidden, keeps the folder's datapackage.json line by line.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from analysis.tables.description import FILE, Schema
from analysis.tables.exchange import cells
from analysis.tables.exchange.packing import NO_TIME, packed
from analysis.tables.exchange.texts import Sheet
from analysis.tables.files import Fault

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
    book = _openpyxl().Workbook(write_only=True)
    _fill(book.create_sheet(ABOUT), list(_about(package)), [])
    schemas = {resource["name"]: resource["schema"] for resource in package["resources"]}
    for name, table in tables.items():
        if len(table.rows) >= MOST:
            raise ValueError(f"{name} has {len(table.rows)} rows, a sheet holds {MOST - 1}")
        kinds = {field["name"]: field["type"] for field in schemas[name]["fields"]}
        page = book.create_sheet(name)
        page.freeze_panes = "B2"
        _fill(page, [table.columns, *table.rows], [kinds[column] for column in table.columns])
    kept = book.create_sheet(FILE)
    kept.sheet_state = "hidden"
    _fill(kept, [[line] for line in text.split("\n")], [])
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


def _fill(page: Any, rows: list[list[str]], kinds: list[str]) -> None:
    """Write rows of text, the first being bold; cells hold what their column asks for."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    for place in range(1, max(map(len, rows)) + 1):
        page.column_dimensions[get_column_letter(place)].width = WIDTH
    for line, row in enumerate(rows, 1):
        made = []
        for column, text in enumerate(row):
            cell = WriteOnlyCell(page)
            kind = kinds[column] if kinds and line > 1 else "string"
            _set(
                cell,
                text,
                kind,
                f"{page.title}, row {line}, column {rows[0][column % len(rows[0])]}",
            )
            if line == 1:
                cell.font = Font(bold=True)
            made.append(cell)
        page.append(made)


def _set(cell: Any, text: str, kind: str, where: str) -> None:
    """Put a text into a cell as its column asks for it."""
    try:
        found = cells.held(text, kind)
    except ValueError as fault:
        raise ValueError(f"{where}: {fault}") from fault
    cell.value = found
    if kind not in cells.NUMBERS:
        cell.number_format = TEXT
    if isinstance(found, str):
        cell.data_type = "s"  # never a formula or an error, whatever it looks like


def _timeless(book: Any) -> bytes:
    """The workbook's bytes, without the times at which it was written."""
    from openpyxl.writer.excel import ExcelWriter

    first = io.BytesIO()
    book.properties.created = book.properties.modified = datetime(*NO_TIME)
    with zipfile.ZipFile(first, "w") as archive:
        ExcelWriter(book, archive).save()
    with zipfile.ZipFile(first) as archive:
        return packed({name: archive.read(name) for name in archive.namelist()})


def read(path: Path, schemas: Mapping[str, Schema]) -> dict[str, Sheet]:
    """Each table that has a sheet, as text; the place of a row is its number in the sheet.

    Raises ValueError where the file is no workbook.
    """
    book = _open(path)
    try:
        return {
            name: _sheet(book[name], schema, f"{path.name}, sheet {name}")
            for name, schema in schemas.items()
            if name in book.sheetnames
        }
    finally:
        book.close()


def description(path: Path) -> str:
    """The text of the datapackage.json that the workbook keeps; empty where it keeps none."""
    book = _open(path)
    try:
        if FILE not in book.sheetnames:
            return ""
        rows = book[FILE].iter_rows(max_col=1)
        return "\n".join(cells.text(row[0].value, "s", "string") for row in rows if row)
    finally:
        book.close()


def _open(path: Path) -> Any:
    openpyxl = _openpyxl()
    try:
        return openpyxl.load_workbook(path, read_only=True)
    except (zipfile.BadZipFile, KeyError, openpyxl.utils.exceptions.InvalidFileException) as fault:
        raise ValueError(f"{path.name} is not readable as a workbook: save it as .xlsx") from fault


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
