"""Kernels, one process each.

Where that is safe they are forked from this process, which has imported what notebooks import: a
fresh kernel then costs a twentieth of a second instead of two. Elsewhere each is started as
Jupyter starts it. Only `report` loads this module.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Any

#: A process that lives for seconds has little garbage: look for it seldom.
SELDOM = (100_000, 50, 50)
PRELOADED = (
    "analysis.checks",
    "analysis.conflicts",
    "fontTools.subset",
    "ipykernel.kernelapp",
    "matplotlib.backends.backend_agg",
    "matplotlib.backends.backend_pdf",
    "matplotlib.backends.backend_svg",
    "matplotlib.figure",
    "matplotlib_inline.backend_inline",
    "z3",
)
OPTIONS = ("--HistoryManager.enabled=False",)
#: Sockets in the scratch folder, which nobody else on the machine can listen to; not on Windows.
TRANSPORT = "tcp" if os.name == "nt" else "ipc"


def may_fork() -> bool:
    """Whether forking is safe: on Linux, while this process has one thread."""
    return sys.platform == "linux" and threading.active_count() == 1


@contextmanager
def kernels(names: Iterable[str], data: Path, scratch: Path, forking: bool) -> Iterator[list[Path]]:
    """The connection file of a fresh kernel for each name; the kernels end with the block."""
    if forking:
        preload()
    running = []
    try:
        files = [_connection(scratch / name) for name in names]
        for file in files:
            running.append(_start(file, scratch, _environment(data, scratch), forking))
        yield files
    finally:
        for process in running:
            process.kill()
        for process in running:
            process.join() if forking else process.wait()


def preload() -> None:
    """Import what notebooks and charts import, so that a forked process finds it there."""
    from importlib import import_module

    from analysis import charts, labels

    for name in (*PRELOADED, *(f"analysis.charts.{chart}" for chart in charts.NAMES)):
        import_module(name)
    labels.economy("")  # reads the list of economies


def _connection(place: Path) -> Path:
    from jupyter_client.connect import write_connection_file

    ip = str(place) if TRANSPORT == "ipc" else ""
    file, _ = write_connection_file(f"{place}.json", ip=ip, transport=TRANSPORT)
    return Path(file)


def _start(file: Path, scratch: Path, environment: dict[str, str], forking: bool) -> Any:
    """A process with `kill`: a fork of this one, or a new interpreter."""
    if not forking:
        command = [sys.executable, "-m", "ipykernel_launcher", "-f", str(file), *OPTIONS]
        return subprocess.Popen(command, cwd=scratch, env={**os.environ, **environment})
    process = get_context("fork").Process(
        target=_serve, args=(file, scratch, environment), daemon=True
    )
    process.start()
    return process


def _serve(file: Path, scratch: Path, environment: dict[str, str]) -> None:
    """Be a kernel until killed, out of reach of the terminal's Ctrl-C."""
    from ipykernel.kernelapp import IPKernelApp

    os.setsid()
    gc.set_threshold(*SELDOM)
    os.chdir(scratch)
    os.environ.update(environment)
    IPKernelApp.launch_instance(
        ["-f", str(file), f"--IPKernelApp.parent_handle={os.getppid()}", *OPTIONS]
    )


def _environment(data: Path, scratch: Path) -> dict[str, str]:
    """This data folder, no start-up files of the user, and the process to end with."""
    return {
        "ANALYSIS_DATA": str(data.resolve()),
        "IPYTHONDIR": str(scratch / "ipython"),
        "PYTHONSTARTUP": "",
        "JPY_PARENT_PID": str(os.getpid()),
    }
