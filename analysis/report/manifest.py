"""What a site was made from, and whether it still is what was written.

`manifest.json` lies in every site. It names, mostly by SHA-256, what the site was made from, its
`origin`: the files of this package, Python and the packages that shape what is shown, the tables,
and each notebook; and every other file of the site. So a run can tell, before anything heavy is
loaded, that nothing has to be built, and which notebooks need not run again.
"""

from __future__ import annotations

import hashlib
import json
import platform
import re
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path, PurePath
from typing import Any

from analysis import places

FILE = "manifest.json"
#: Another number makes every older site be built again.
FORMAT = 1
DISTRIBUTION = "reported-trade-figures"
#: Used by what we require where they are installed, though not required.
OPTIONAL = ("pyarrow", "ipywidgets")
DESCRIPTION = "datapackage.json"
#: Read whatever the data folder: the description of tables, and the hedges of the documentation.
SHIPPED = (DESCRIPTION, "hedges.csv")

Origin = dict[str, Any]


def origin(data: Path, notebooks: Iterable[Path]) -> Origin:
    """What a site of this data folder and these notebooks would be made from.

    `notebooks` says it of each notebook by its name; a change in anything else is one for all.
    """
    return {
        "format": FORMAT,
        "package": _package(),
        "python": platform.python_version(),
        "versions": _versions(),
        "tables": {path.name: _hash(path) for path in _tables(data)},
        "notebooks": {path.stem: _hash(path) for path in notebooks},
    }


def write(site: Path, made_from: Origin) -> None:
    """Write the manifest of a site that is complete but for it."""
    content = {"origin": made_from, "files": _files(site)}
    text = json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False)
    (site / FILE).write_text(text + "\n", encoding="utf-8", newline="\n")


def unchanged(site: Path, now: Origin) -> bool:
    """Whether a site was made from just this and every file of it is as it was written."""
    last = _read(site)
    return last.get("origin") == now and last.get("files") == _files(site)


def kept(site: Path, now: Origin) -> dict[str, Path]:
    """The notebooks, by name, whose last run still holds, as the site has them.

    One runs again where it, the package or a table has changed, or where the file in the site is
    not the one that was written.
    """
    last = _read(site)
    then = last.get("origin", {})
    if {**then, "notebooks": None} != {**now, "notebooks": None}:
        return {}
    files = {name: f"notebooks/{name}.ipynb" for name in now["notebooks"]}
    return {
        name: site / file
        for name, file in files.items()
        if then["notebooks"].get(name) == now["notebooks"][name]
        and (site / file).is_file()
        and last["files"].get(file) == _hash(site / file)
    }


def _read(site: Path) -> dict[str, Any]:
    """The manifest of a site; empty where there is none that this version wrote."""
    try:
        last = json.loads((site / FILE).read_text(encoding="utf-8"))
        whole = last["origin"]["format"] == FORMAT and isinstance(last["files"], dict)
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return last if whole and isinstance(last["origin"].get("notebooks"), dict) else {}


def _files(site: Path) -> dict[str, str]:
    """The hash of every file of a site but the manifest, by its path."""
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    return {name: _hash(path) for name, path in sorted(found.items()) if name != FILE}


def _tables(data: Path) -> list[Path]:
    """The files of a data folder that a report can depend on."""
    return [*sorted(data.glob("*.csv")), *data.glob(DESCRIPTION)]


def _package() -> str:
    """One hash over the files of this package and what it reads of the tables that it ships."""
    root = places.PACKAGE
    files = {path.relative_to(root): path for path in root.rglob("*") if path.is_file()}
    own = {name.as_posix(): path for name, path in files.items() if _own(name)}
    own |= {name: places.shipped("data") / name for name in SHIPPED}
    lines = [f"{name} {_hash(path)}\n" for name, path in sorted(own.items())]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _own(name: PurePath) -> bool:
    """Whether a file is the package's: no table or notebook of a wheel, and nothing compiled."""
    return name.parts[0] not in ("data", "notebooks") and "__pycache__" not in name.parts


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _versions() -> dict[str, str]:
    """Package -> version of all that this one requires, and of what these use where it is there."""
    found: dict[str, str] = {}
    waiting = [DISTRIBUTION, *OPTIONAL]
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in found:
            continue
        try:
            told = distribution(name).metadata  # is read anew each time that it is asked for
        except PackageNotFoundError:
            continue
        found[name] = told["Version"]
        needed = [line for line in told.get_all("Requires-Dist", []) if "extra ==" not in line]
        waiting += [re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in needed]
    return dict(sorted(found.items()))
