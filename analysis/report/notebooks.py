"""Notebooks found, and run in one kernel each.

Only `report` loads this module: nbclient and nbformat come with it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nbclient import NotebookClient
    from nbformat import NotebookNode

FORMAT = 4
#: Sockets in the scratch folder, which nobody else on the machine can listen to; not on Windows.
TRANSPORT = {"transport": "ipc"} if os.name == "posix" else {}
TIMEOUT = 600  # seconds for one cell; a hanging notebook must not hang the report for ever


def folder() -> Path:
    """Where the notebooks are: inside the installed package, else beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "notebooks"
    return inside if inside.is_dir() else package.parent / "notebooks"


def paths() -> list[Path]:
    """The notebooks of the report, sorted by name."""
    return sorted(folder().glob("*.ipynb"))


def read(path: Path) -> NotebookNode:
    """A notebook as it is stored."""
    with _without("rfc3987_syntax"):
        import nbformat

    notebook: NotebookNode = nbformat.read(path, FORMAT)  # type: ignore[no-untyped-call]
    return notebook


@asynccontextmanager
async def kernels(
    paths: list[Path], data: Path, scratch: Path
) -> AsyncIterator[list[NotebookClient]]:
    """A client with a fresh kernel that reads this data folder for each notebook; all end after."""
    clients = [_client(read(path), scratch / f"{path.stem}.json") for path in paths]
    settings = {"env": _environment(data, scratch), "cwd": str(scratch)}
    try:
        for client in clients:
            await client.async_start_new_kernel(**settings)
        yield clients
    finally:
        for client in clients:
            await _stop(client)


async def run(client: NotebookClient, name: str, done: Callable[[], None]) -> NotebookNode:
    """The notebook with the outputs of its kernel; `done` is called after every code cell.

    Raises RuntimeError where a cell fails.
    """
    await client.async_start_new_kernel_client()
    for index, cell in enumerate(client.nb.cells):
        if cell.cell_type == "code":
            await _execute(client, cell, index, name)
            done()
    return client.nb


async def _execute(client: NotebookClient, cell: NotebookNode, index: int, name: str) -> None:
    from nbclient.exceptions import CellExecutionError

    try:
        await client.async_execute_cell(cell, index)
    except CellExecutionError as fault:
        raise RuntimeError(
            f"{name}.ipynb, cell {index + 1}: {fault.ename}: {fault.evalue}. "
            "Open the notebook to see it fail; the last good site stays as it was"
        ) from fault


def _client(notebook: NotebookNode, connection: Path) -> NotebookClient:
    with _without("rfc3987_syntax"):
        from jupyter_client.manager import AsyncKernelManager
        from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
        from nbclient import NotebookClient

    class ThisInterpreter(KernelSpecManager):
        def get_kernel_spec(self, kernel_name: str) -> Any:
            return KernelSpec(argv=_command(), display_name=kernel_name, language="python")

    manager = AsyncKernelManager(
        kernel_spec_manager=ThisInterpreter(), connection_file=str(connection), **TRANSPORT
    )
    return NotebookClient(notebook, km=manager, timeout=TIMEOUT, record_timing=False)


def _command() -> list[str]:
    """A kernel in the interpreter that builds the report, whatever else is installed."""
    launcher = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    return [*launcher, "--HistoryManager.enabled=False"]


def _environment(data: Path, scratch: Path) -> dict[str, str]:
    """The environment of a kernel: this data folder, and no start-up files of the user."""
    kept = {name: text for name, text in os.environ.items() if name != "PYTHONSTARTUP"}
    return {**kept, "ANALYSIS_DATA": str(data.resolve()), "IPYTHONDIR": str(scratch / "ipython")}


async def _stop(client: NotebookClient) -> None:
    """End the kernel at once, also when it never started."""
    from jupyter_core.utils import ensure_async

    if client.kc is not None:
        client.kc.stop_channels()
    if client.km is not None and client.km.has_kernel:
        await ensure_async(client.km.shutdown_kernel(now=True))


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
