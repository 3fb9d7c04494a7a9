"""The tables -> a folder of CSVs, a ZIP file, a folder of Parquet files or an Excel workbook."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from analysis.tables import description
from analysis.tables.exchange import opening, packing, parquet, workbooks
from analysis.tables.exchange.texts import Sheet, read, sheet, written
from analysis.tables.reading import TABLES, Tables, read_table

Files = dict[str, bytes]
#: The ending of a name -> the form that it asks for; any other name is that of a folder of CSVs.
FORMS = {".zip": "zip", ".xlsx": "xlsx", ".parquet": "parquet"}


def save(
    data: Tables, path: str | os.PathLike[str], form: str | None = None, *, force: bool = False
) -> Path:
    """The path at which the tables now lie, in a form that other programs read.

    `form` is csv (a folder with datapackage.json: a Data Package), zip (that folder in one file),
    parquet (a folder of Parquet files with datapackage.json) or xlsx (a workbook, a sheet a table);
    where it is not given, the ending of the name says it, and a name without one of these endings
    is that of a folder of CSVs. `load` and `validate` read each of them, and a folder saved in any
    of them and back has the same CSVs.

    What is written is whole or not there at all. What stands at the path already is replaced only
    where `force` is given, and then only a file, or a folder that holds nothing but tables.

    Raises FileExistsError where something stands there, ValueError for an unknown form and for a
    cell that the form cannot hold, with table, row and column.
    """
    target = Path(path)
    form = form or FORMS.get(target.suffix.lower(), "csv")
    if form not in _MAKERS:
        raise ValueError(f"the form {form!r} is none of {', '.join(_MAKERS)}")
    _refuse(target, folder=form in ("csv", "parquet"), force=force)
    made = _MAKERS[form](_sheets(data), _package(data))
    target.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(made, bytes):
        _put_file(target, made)
    else:
        _put_folder(target, made)
    return target


def _sheets(data: Tables) -> dict[str, Sheet]:
    """Each table as text; an optional one that has no rows and no file is left out."""
    schemas = description.schemas(data.folder)
    return {
        name: _sheet(data, name, schemas[name])
        for name in TABLES
        if name not in description.OPTIONAL
        or len(getattr(data, name))
        or (data.folder / f"{name}.csv").is_file()
    }


def _sheet(data: Tables, name: str, schema: description.Schema) -> Sheet:
    """A table as its folder spells it, where that still holds the same; else anew."""
    file, frame = data.folder / f"{name}.csv", getattr(data, name)
    if file.is_file() and frame.equals(read_table(data.folder, name, schema)):
        return read(file.read_bytes())
    return sheet(frame, schema)


def _package(data: Tables) -> dict[str, Any]:
    """The folder's own description, else the columns of the shipped one and nothing else."""
    own = description.package(data.folder)
    if own:
        return own
    shipped = description.package(description.shipped())
    return {"$schema": shipped["$schema"], "resources": shipped["resources"]}


def _csvs(sheets: dict[str, Sheet], package: dict[str, Any]) -> Files:
    kept = _holding(package, sheets)
    files = {description.FILE: opening.described(opening.of_csvs(kept)).encode()}
    return files | {f"{name}.csv": written(sheet) for name, sheet in sheets.items()}


def _zip(sheets: dict[str, Sheet], package: dict[str, Any]) -> bytes:
    return packing.packed(_csvs(sheets, package))


def _parquet(sheets: dict[str, Sheet], package: dict[str, Any]) -> Files:
    kept = _holding(package, sheets)
    resources = {resource["name"]: resource for resource in kept["resources"]}
    files = {description.FILE: opening.described(opening.of_parquet(kept)).encode()}
    return files | {
        f"{name}.parquet": parquet.written(sheet, resources[name]) for name, sheet in sheets.items()
    }


def _workbook(sheets: dict[str, Sheet], package: dict[str, Any]) -> bytes:
    kept = opening.of_csvs(_holding(package, sheets))
    return workbooks.written(sheets, kept, opening.described(kept))


def _holding(package: dict[str, Any], sheets: dict[str, Sheet]) -> dict[str, Any]:
    """The description of the tables that are there, each described."""
    own = {resource["name"]: resource for resource in package["resources"]}
    shipped = description.package(description.shipped())
    known = {resource["name"]: resource for resource in shipped["resources"]} | own
    order = [name for name in own if name in sheets] + [name for name in sheets if name not in own]
    return {**package, "resources": [known[name] for name in order]}


_MAKERS: dict[str, Callable[[dict[str, Sheet], dict[str, Any]], bytes | Files]] = {
    "csv": _csvs,
    "zip": _zip,
    "parquet": _parquet,
    "xlsx": _workbook,
}


def _refuse(target: Path, *, folder: bool, force: bool) -> None:
    """Raise FileExistsError where what stands at the path must not be replaced."""
    if not target.exists() or (folder and target.is_dir() and not any(target.iterdir())):
        return
    if not force:
        raise FileExistsError(
            f"{target} is there already: name another place, or force it (--force)"
        )
    if target.is_dir() != folder:
        raise FileExistsError(f"{target} is {'a folder' if target.is_dir() else 'a file'}: "
                              "name another place, or remove it yourself")  # fmt: skip
    strange = [one.name for one in target.iterdir() if not _ours(one)] if folder else []
    if strange:
        raise FileExistsError(
            f"{target} holds {strange[0]}, which is no table: name another folder, or move it away"
        )


def _ours(file: Path) -> bool:
    """Whether a file of a folder is one that `save` writes."""
    tables = file.suffix in (".csv", ".parquet") and file.stem in TABLES
    return file.is_file() and (tables or file.name == description.FILE)


def _put_file(target: Path, content: bytes) -> None:
    """Write beside, then take the place: an interrupted run leaves what was there."""
    new = target.with_name(f".{target.name}.new")
    try:
        new.write_bytes(content)
        new.replace(target)
    finally:
        new.unlink(missing_ok=True)


def _put_folder(target: Path, files: Files) -> None:
    """Write beside; what was there steps aside, and goes when the new folder stands."""
    new, old = (target.with_name(f".{target.name}.{word}") for word in ("new", "old"))
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir()
    try:
        for name, content in files.items():
            (new / name).write_bytes(content)
        if target.exists():
            target.rename(old)
        new.rename(target)
    finally:
        shutil.rmtree(new, ignore_errors=True)
        if old.exists() and not target.exists():
            old.rename(target)
        shutil.rmtree(old, ignore_errors=True)
