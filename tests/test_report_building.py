"""One run makes the whole site, or leaves the last good one."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import second_pair
from nbformat.v4 import new_code_cell, new_notebook

from analysis import tables
from analysis.report import FaultyDataError, kernels, notebooks, report
from analysis.report.swap import swapped

LONG = 60.0


@pytest.fixture
def last_good(tmp_path: Path) -> Path:
    """A site of an earlier run."""
    with swapped(tmp_path / "out" / "site") as folder:
        (folder / "index.html").write_text("good", encoding="utf-8")
    return tmp_path / "out" / "site"


def kept(site: Path) -> bool:
    """Whether the last good site is there, and nothing beside it."""
    good = (site / "index.html").read_text(encoding="utf-8") == "good"
    return good and [path.name for path in site.parent.iterdir()] == ["site"]


def test_faulty_data_write_nothing(tmp_path: Path, last_good: Path) -> None:
    """A fault in a table is named, and the last good site stays."""
    folder = second_pair.minimal(tmp_path / "data")
    claims = folder / "claims.csv"
    text = claims.read_text(encoding="utf-8")
    claims.write_text(text.replace(",trade,", ",trad,", 1), encoding="utf-8")

    with pytest.raises(FaultyDataError, match=r"claims\.csv: .*no page was written") as raised:
        report(folder, last_good)

    assert list(raised.value.faults["column"]) == ["topic"]
    assert kept(last_good)


def test_an_interrupted_run_leaves_the_last_good_site(bare_folder: Path, last_good: Path) -> None:
    """Ctrl-C in the middle of the notebooks: no page, no litter."""

    def interrupt(done: int, steps: int) -> None:
        assert done <= steps
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt, match=r"^$"):
        report(bare_folder, last_good, progress=interrupt)

    assert kept(last_good)


@pytest.mark.skipif(os.name == "nt", reason="no such signal on Windows")
def test_a_terminated_run_leaves_the_last_good_site(bare_folder: Path, last_good: Path) -> None:
    """SIGTERM ends the run with its own status, the site as it was, and no process left."""
    code = (
        "import sys; from analysis.report import report; "
        "report(*sys.argv[1:], progress=lambda done, steps: print(done, flush=True))"
    )
    command = [sys.executable, "-c", code, str(bare_folder), str(last_good)]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert run.stdout is not None
    run.stdout.readline()
    run.send_signal(signal.SIGTERM)

    assert run.wait(LONG) == 128 + signal.SIGTERM
    run.stdout.close()
    assert kept(last_good)


def test_a_notebook_is_left_out_where_its_example_is_not_in_the_data(data: tables.Tables) -> None:
    """What needs a value or a package that is missing is not run; what needs none always is."""
    there, absent = data.reported_values["value_id"].iloc[0], "no-such-value"
    stored = {
        name: new_notebook(metadata={"analysis": {"needs": needs}})
        for name, needs in {
            "one": [there], "none": [], "both": [there, absent], "package": ["json"],
            "extra": ["no_such_package"],
        }.items()
    }  # fmt: skip

    assert list(notebooks.able(stored | {"plain": new_notebook()}, data)) == [
        "one",
        "none",
        "package",
        "plain",
    ]


@pytest.mark.parametrize("forking", sorted({False, kernels.may_fork()}))
def test_a_failing_notebook_is_named_with_its_cell(tmp_path: Path, forking: bool) -> None:
    """The error says which notebook, which cell and what went wrong, however kernels start."""
    notebook = new_notebook(cells=[new_code_cell("1 + 1"), new_code_cell("missing")])
    done = []

    with (
        kernels.kernels(["tour"], tmp_path, tmp_path, forking) as connections,
        pytest.raises(RuntimeError, match=r"tour\.ipynb, cell 2: NameError: name 'missing'"),
    ):
        asyncio.run(notebooks.run(notebook, "tour", connections[0], lambda: done.append(1)))

    assert done == [1]
    assert notebook.cells[0].outputs[0]["data"]["text/plain"] == "2"


@pytest.mark.parametrize("forking", sorted({False, kernels.may_fork()}))
def test_a_kernel_reads_the_data_folder_it_is_given(tmp_path: Path, forking: bool) -> None:
    """ANALYSIS_DATA names the folder of the report, whatever the shell said."""
    source = "import os; print(os.environ['ANALYSIS_DATA'], os.getcwd() == os.path.realpath('.'))"
    notebook = new_notebook(cells=[new_code_cell(source)])
    data = tmp_path / "folder with spaces"

    with kernels.kernels(["tour"], data, tmp_path, forking) as connections:
        asyncio.run(notebooks.run(notebook, "tour", connections[0], lambda: None))

    assert notebook.cells[0].outputs[0]["text"] == f"{data} True\n"


@pytest.mark.skipif(os.name == "nt", reason="processes cannot be stopped there")
def test_a_kernel_that_is_silent_for_seconds_is_waited_for(tmp_path: Path) -> None:
    """On a busy machine a kernel may get no turn for a while; it is not dead."""
    source = (
        "import os, signal, subprocess\n"
        "subprocess.Popen(['sh', '-c', f'sleep 4; kill -CONT {os.getpid()}'])\n"
        "os.kill(os.getpid(), signal.SIGSTOP)\n"
        "'here again'"
    )
    notebook = new_notebook(cells=[new_code_cell(source)])

    with kernels.kernels(["tour"], tmp_path, tmp_path, kernels.may_fork()) as connections:
        asyncio.run(notebooks.run(notebook, "tour", connections[0], lambda: None))

    assert notebook.cells[0].outputs[0]["data"]["text/plain"] == "'here again'"


def test_a_notebook_that_was_run_tells_nothing_of_the_machine(tmp_path: Path) -> None:
    """Outputs and execution counts stay; kernel names, times, widgets and warnings do not."""
    sources = [
        "1 + 1",
        "import sys; print('told'); print('/home' + '/me: a warning', file=sys.stderr)",
    ]
    cells = [new_code_cell(source, metadata={"execution": {"t": "0:12"}}) for source in sources]
    own = {"kernelspec": {"name": "my-env", "display_name": "Mine"}, "widgets": {"state": {}}}
    notebook = new_notebook(cells=cells, metadata=own | {"analysis": {"needs": []}})
    with kernels.kernels(["one"], tmp_path, tmp_path, kernels.may_fork()) as connections:
        asyncio.run(notebooks.run(notebook, "one", connections[0], lambda: None))
    notebook.cells[0].outputs[0].data[notebooks.WIDGET] = {"model_id": "5f1c"}

    notebooks.write(notebook, tmp_path / "one.ipynb")

    text = (tmp_path / "one.ipynb").read_text(encoding="utf-8")
    kept = notebooks.read(tmp_path / "one.ipynb")
    assert [word for word in ("my-env", "0:12", "/home/me", "5f1c", "state") if word in text] == []
    assert [cell.execution_count for cell in kept.cells] == [1, 2]
    assert kept.cells[0].outputs[0].data == {"text/plain": "2"}
    assert [output.text for output in kept.cells[1].outputs] == ["told\n"]
    assert kept.metadata["analysis"] == {"needs": []}


def test_kernels_end_with_the_run(tmp_path: Path) -> None:
    """No kernel outlives the block that started it."""
    with kernels.kernels(["one"], tmp_path, tmp_path, kernels.may_fork()) as connections:
        notebook = new_notebook(cells=[new_code_cell("import os; print(os.getpid())")])
        asyncio.run(notebooks.run(notebook, "one", connections[0], lambda: None))
    process = int(notebook.cells[0].outputs[0]["text"])
    time.sleep(0.1)

    with pytest.raises(ProcessLookupError, match="No such process"):
        os.kill(process, 0)
