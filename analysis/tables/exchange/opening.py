"""Whatever holds a data folder -> a folder of CSVs that the rest of the package reads.

A folder of CSVs is read where it lies. A ZIP file, an Excel workbook or a folder of Parquet files
is unpacked, once for each state of the file, into a folder that lasts as long as the process.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from analysis import places
from analysis.tables import description
from analysis.tables.exchange import packing, parquet, workbooks
from analysis.tables.exchange.texts import Sheet, written

WORKBOOKS = (".xlsx", ".xlsm")
PARQUET = "*.parquet"
#: Folders made here: asked for again by their own names, they still know what they were made of.
_MADE: dict[Path, Opened] = {}


@dataclass(frozen=True)
class Opened:
    """A folder of CSVs, what it was made of, and where its rows stand in there.

    `origin` is the file or folder that a person knows; `sheets` are its tables as they were read,
    none where the folder is the origin itself. `keeper` removes the folder with the process.
    """

    folder: Path
    origin: Path
    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    keeper: TemporaryDirectory[str] | None = None

    def label(self, table: str) -> str:
        """What a reader of the origin calls a table."""
        if self.origin.suffix.lower() in WORKBOOKS:
            return f"{self.origin.name}, sheet {table}"
        return f"{table}.parquet" if self.sheets else f"{table}.csv"

    def refuse_spoilt(self) -> None:
        """Raise ValueError with the first cell that the form has spoilt, if there is one."""
        for sheet in self.sheets.values():
            for fault in sheet.faults:
                raise ValueError(
                    f"{fault.file}, row {fault.row}, column {fault.column}: {fault.message}; "
                    "validate lists every fault"
                )


def opened(given: str | os.PathLike[str] | None = None) -> Opened:
    """The data given, else those of $ANALYSIS_DATA, else the shipped ones, as a folder of CSVs.

    Raises FileNotFoundError where there is nothing, ValueError where a file cannot be read as what
    its name says.
    """
    path = places.chosen(given)
    if path in _MADE:
        return _MADE[path]
    parquet = any(path.glob(PARQUET)) and not any(path.glob("*.csv"))
    if parquet or (path.is_file() and path.suffix.lower() in READERS):
        return _unpacked(path.resolve(), _state(path))
    return Opened(places.folder(given), path)


def folder(given: str | os.PathLike[str] | None = None) -> Path:
    """The folder of CSVs that holds the data given; see `opened`."""
    return opened(given).folder


def _state(path: Path) -> tuple[tuple[str, int, int], ...]:
    """What tells one state of a file, or of a folder of Parquet files, from the next."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return tuple((file.name, file.stat().st_mtime_ns, file.stat().st_size) for file in files)


@cache
def _unpacked(path: Path, state: object) -> Opened:
    keeper = TemporaryDirectory(prefix="analysis-")
    target = Path(keeper.name) / path.stem
    target.mkdir()
    read = _folder if path.is_dir() else READERS[path.suffix.lower()]
    sheets = read(path, target)
    for name, sheet in sheets.items():
        (target / f"{name}.csv").write_bytes(written(sheet))
    _MADE[target] = Opened(target, path, sheets, keeper)
    return _MADE[target]


def _workbook(path: Path, target: Path) -> dict[str, Sheet]:
    with workbooks.opened(path) as book:
        text = workbooks.description(book)
        if text:
            (target / description.FILE).write_text(text, encoding="utf-8", newline="")
        return workbooks.read(book, description.schemas(target), path.name)


def _folder(path: Path, target: Path) -> dict[str, Sheet]:
    """The Parquet files of a folder; its description is kept as that of a folder of CSVs."""
    own = description.package(path)
    if own:
        package = of_csvs(own)
        (target / description.FILE).write_text(described(package), encoding="utf-8", newline="")
    return {
        name: _parquet(path / f"{name}.parquet", schema)
        for name, schema in description.schemas(target).items()
        if (path / f"{name}.parquet").is_file()
    }


def _parquet(path: Path, schema: description.Schema) -> Sheet:
    try:
        return parquet.read(path, schema)
    except ValueError as fault:
        raise ValueError(f"{path.name}: {fault}") from fault


def _zip(path: Path, target: Path) -> dict[str, Sheet]:
    files = packing.unpacked(path)
    for name, content in files.items():
        (target / name).write_bytes(content)
    return {} if any(name.endswith(".csv") for name in files) else _folder(target, target)


def described(package: dict[str, object]) -> str:
    """A description as the text of its file."""
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def of_csvs(package: description.Schema) -> description.Schema:
    """A description whose tables are CSVs."""
    form = {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
    return _of(package, "csv", form)


def of_parquet(package: description.Schema) -> description.Schema:
    """A description whose tables are Parquet files."""
    form = {"format": "parquet", "mediatype": "application/vnd.apache.parquet"}
    return _of(package, "parquet", form)


def _of(package: description.Schema, ending: str, form: dict[str, str]) -> description.Schema:
    """The description with the files of its tables in another form, the columns unchanged."""
    resources = []
    for resource in package["resources"]:
        told = {key: cell for key, cell in resource.items() if key != "encoding"}
        told = told | {"path": f"{resource['name']}.{ending}"} | form
        order = dict.fromkeys(["name", "type", "path", *form, *told])
        resources.append({key: told[key] for key in order if key in told})
    return {**package, "resources": resources}


READERS: dict[str, Callable[[Path, Path], dict[str, Sheet]]] = {
    ".zip": _zip,
    ".xlsx": _workbook,
    ".xlsm": _workbook,
}
