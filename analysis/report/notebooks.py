"""Notebooks found, read, run, and written as they were run.

nbclient and nbformat load when the first notebook is read.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from analysis import places

if TYPE_CHECKING:
    from nbclient import NotebookClient
    from nbformat import NotebookNode

    from analysis.tables import Tables

FORMAT = 4
#: Seconds for one cell: a hanging notebook must not hang the report for ever.
TIMEOUT = 600
STARTING = 60
#: Seconds without an answer after which a kernel is given up; on a busy machine one may be slow.
SILENT = 20.0
#: What a notebook that was run says of its kernel: nothing of the machine.
KERNEL = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
WIDGET = "application/vnd.jupyter.widget-view+json"


def paths() -> list[Path]:
    """The notebooks of the report, sorted by name."""
    return sorted(places.shipped("notebooks").glob("*.ipynb"))


def read(path: Path) -> NotebookNode:
    """A notebook as it is stored."""
    with _without("rfc3987_syntax"):
        import nbformat

    notebook: NotebookNode = nbformat.read(path, FORMAT)  # type: ignore[no-untyped-call]
    return notebook


def write(notebook: NotebookNode, path: Path) -> None:
    """Write a notebook as it was run; the same run gives the same bytes on every machine.

    Left out are times, the names of kernels and of live widgets, and what went to standard error:
    warnings name folders of the machine.
    """
    import nbformat

    kept = deepcopy(notebook)
    kept.metadata.update(nbformat.from_dict(KERNEL))  # type: ignore[no-untyped-call]
    kept.metadata.pop("widgets", None)
    for cell in kept.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code":
            cell.outputs = [output for output in map(_lasting, cell.outputs) if output]
    text: str = nbformat.writes(kept)  # type: ignore[no-untyped-call]
    path.write_text(text.rstrip("\n") + "\n", encoding="utf-8", newline="\n")


def _lasting(output: NotebookNode) -> NotebookNode | None:
    """What of an output means the same after the kernel has ended."""
    if output.get("name") == "stderr":
        return None
    if "data" in output:
        output.data.pop(WIDGET, None)
    return output


def able(stored: dict[str, NotebookNode], data: Tables) -> dict[str, NotebookNode]:
    """The notebooks whose worked examples are among the values of the data that are used.

    A notebook names in its metadata, under `analysis`, `needs`, what it cannot do without:
    value_ids, charts (`charts.NAMES`) that must have something to draw, and packages of an extra.
    One that says `"data": "own"` brings an example of its own: it is of no other data's site than
    that of the shipped ones.
    """
    from analysis import charts
    from analysis.tables import statements

    there = {*statements(data)["value_id"], *charts.NAMES}
    fit = {
        name: book
        for name, book in stored.items()
        if all(one in there or _installed(one) for one in needs(book))
    }
    if not any(map(brings, fit.values())) or _shipped(data):
        return fit
    return {name: book for name, book in fit.items() if not brings(book)}


def _shipped(data: Tables) -> bool:
    """Whether the data are those that come with the package, wherever they lie."""
    from analysis.tables import load, version

    return version(data) == version(load(places.shipped("data")))


def _installed(name: str) -> bool:
    return name.isidentifier() and find_spec(name) is not None


def needs(notebook: NotebookNode) -> list[str]:
    """The value_ids, charts and packages that a notebook cannot do without."""
    found: list[str] = notebook.metadata.get("analysis", {}).get("needs", [])
    return found


def brings(notebook: NotebookNode) -> bool:
    """Whether a notebook makes the data that it shows itself, and shows none of the folder's."""
    return bool(notebook.metadata.get("analysis", {}).get("data") == "own")


async def run(
    notebook: NotebookNode, name: str, connection: Path, done: Callable[[], None]
) -> NotebookNode:
    """The notebook with the outputs of the kernel; `done` is called after every code cell.

    Raises RuntimeError where a cell fails.
    """
    client = await _client(notebook, connection)
    assert client.kc is not None
    try:
        for index, cell in enumerate(notebook.cells):
            if cell.cell_type == "code":
                await _execute(client, cell, index, name)
                done()
    finally:
        client.kc.stop_channels()
    return notebook


async def _execute(client: NotebookClient, cell: NotebookNode, index: int, name: str) -> None:
    from nbclient.exceptions import CellExecutionError

    try:
        await client.async_execute_cell(cell, index)
    except CellExecutionError as fault:
        raise RuntimeError(
            f"{name}.ipynb, cell {index + 1}: {fault.ename}: {fault.evalue}. "
            "Open the notebook to see it fail; the last good site stays as it was"
        ) from fault


async def _client(notebook: NotebookNode, connection: Path) -> NotebookClient:
    """A client that speaks to a kernel which somebody else starts and ends."""
    with _without("rfc3987_syntax"):
        from jupyter_client.asynchronous.client import AsyncKernelClient
        from nbclient import NotebookClient

    client = NotebookClient(notebook, timeout=TIMEOUT, record_timing=False, coalesce_streams=True)
    client.kc = AsyncKernelClient(connection_file=str(connection))
    client.kc.load_connection_file()
    client.kc.hb_channel.time_to_dead = SILENT
    client.kc.start_channels()
    client.kc.allow_stdin = False
    await client.kc.wait_for_ready(timeout=STARTING)
    return client


@contextmanager
def _without(module: str) -> Iterator[None]:
    """Imports in the block do without an optional module.

    jsonschema loads a grammar of web addresses where it finds one, which takes a second and
    checks nothing in a notebook.
    """
    absent = module not in sys.modules
    if absent:
        sys.modules[module] = None  # type: ignore[assignment]  # the documented way to say so
    try:
        yield
    finally:
        if absent:
            del sys.modules[module]
