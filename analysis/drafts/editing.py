"""A draft <-> a folder of CSV files for a spreadsheet, where a person answers.

The files begin with a byte order mark, without which spreadsheets read UTF-8 as something else, and
no cell of theirs is worked out as a formula. Both come off again when they are read, so that what
nobody edits comes back as it was; commas, semicolons and tabs are read alike.
"""

from __future__ import annotations

import csv
import io
import os
import shutil
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from analysis.drafts.proposals import KEYS, UNREAD, Draft, columns
from analysis.outputs import sheets

if TYPE_CHECKING:
    import pandas as pd

#: The files of a draft, each a frame of it.
FILES = (*KEYS, "unread")
MARK = "\ufeff"
DELIMITERS = ",;\t"


def write(draft: Draft, folder: str | os.PathLike[str]) -> list[Path]:
    """The files of a draft, written as a new folder; their paths.

    Raises FileExistsError where the folder holds anything: somebody's answers may be among it.
    """
    target = Path(folder)
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        raise FileExistsError(f"{target} holds something already: name a folder that is not there")
    target.parent.mkdir(parents=True, exist_ok=True)
    new = Path(mkdtemp(dir=target.parent, prefix=f".{target.name}."))
    try:
        for name in FILES:
            (new / f"{name}.csv").write_text(_csv(getattr(draft, name)), "utf-8", newline="")
        new.chmod(0o755)
        if target.exists():
            target.rmdir()
        new.rename(target)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return [target / f"{name}.csv" for name in FILES]


def _csv(frame: pd.DataFrame) -> str:
    rows = frame.astype("object").where(frame.notna(), None).to_dict("records")
    named = ({str(name): cell for name, cell in row.items()} for row in rows)
    return MARK + sheets.written(list(frame.columns), named)


def read(folder: str | os.PathLike[str]) -> Draft:
    """The draft in a folder, as it was written or edited.

    Raises FileNotFoundError where a file is missing, ValueError where one is no CSV in UTF-8 with
    the columns that it was written with.
    """
    place = Path(folder)
    frames = {name: _frame(place / f"{name}.csv", columns(name)) for name in KEYS}
    return Draft(**frames, unread=_unread(place / "unread.csv"))


def _unread(path: Path) -> pd.DataFrame:
    """The numbers that were not proposed; nothing in them is to be answered, so none are needed."""
    import pandas as pd

    wanted = list(UNREAD)
    return _frame(path, wanted) if path.is_file() else pd.DataFrame(columns=wanted, dtype="str")


def _frame(path: Path, wanted: list[str]) -> pd.DataFrame:
    """A file as a frame of text; empty cells are missing."""
    import pandas as pd

    if not path.is_file():
        raise FileNotFoundError(f"no file at {path}: `draft ARTICLE --out DIR` writes the folder")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise ValueError(f"{path}: not UTF-8: save it as CSV UTF-8") from fault
    header, *rows = _rows(text) or [[]]
    if not header:
        raise ValueError(f"{path} is empty: write the draft again, or undo what emptied it")
    if sorted(header) != sorted(wanted):
        odd = _odd(header, wanted)
        raise ValueError(f"{path}: its columns differ ({odd}): leave the first row as written")
    uneven = [line for line, row in enumerate(rows, 2) if len(row) != len(header)]
    if uneven:
        raise ValueError(f"{path}, row {uneven[0]}: not as many cells as the first row has")
    cells = [[sheets.exact(cell) or None for cell in row] for row in rows]
    return _sure(pd.DataFrame(cells, columns=header, dtype="str")[wanted])


def _odd(header: list[str], wanted: list[str]) -> str:
    """What a first row lacks, and what it has too much."""
    missing = [name for name in wanted if name not in header]
    more = [name or "one without a name" for name in header if name not in wanted]
    twice = sorted({name for name in header if name in wanted and header.count(name) > 1})
    told = (("missing", missing), ("too many", more), ("twice", twice))
    return "; ".join(f"{what}: {', '.join(names)}" for what, names in told if names)


def _rows(text: str) -> list[list[str]]:
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    return [
        row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if any(row)
    ]


def _sure(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with its confidence as a number; what a person wrote there instead is missing."""
    import pandas as pd

    if "confidence" not in frame:
        return frame
    return frame.assign(confidence=pd.to_numeric(frame["confidence"], errors="coerce"))
