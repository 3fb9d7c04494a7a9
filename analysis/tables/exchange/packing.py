"""A folder of files as one ZIP file, and back; the same files give the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

#: The earliest time that a ZIP file can tell: files of a package have none of their own.
NO_TIME = (1980, 1, 1, 0, 0, 0)
#: The files that a data folder is made of; nothing else is unpacked.
NAME = re.compile(r"\w+\.(csv|parquet)|datapackage\.json")
MAC = "__MACOSX"


def packed(files: Mapping[str, bytes]) -> bytes:
    """The files in a ZIP file, in the order given and without times."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, NO_TIME)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def unpacked(path: Path) -> dict[str, bytes]:
    """The tables and the description of a ZIP file, by their names without folders.

    A package may lie in one folder inside the file; other kinds of files are left alone, and so is
    whatever lies deeper than datapackage.json, or than the first table where there is none.

    Raises ValueError where it is no ZIP file, or holds no table.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            inside = [PurePosixPath(one) for one in archive.namelist() if not one.endswith("/")]
            known = [one for one in inside if NAME.fullmatch(one.name) and MAC not in one.parts]
            if not known:
                raise ValueError(f"{path.name} holds no table: zip a folder with datapackage.json")
            first = min(known, key=lambda one: (len(one.parts), one.name != "datapackage.json"))
            chosen = [one for one in known if one.parent == first.parent]
            return {one.name: archive.read(str(one)) for one in chosen}
    except zipfile.BadZipFile as fault:
        raise ValueError(f"{path.name} is no ZIP file: {fault}") from fault
