"""The notebooks keep to their form: what nbval does not look at is looked at here."""

import ast
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest

from analysis.report import notebooks

PATHS = notebooks.paths()
MOST_CODE_CELLS = 12
OF_THE_RUN = re.compile(
    r"0x[0-9a-f]{6,}|\b\d\d:\d\d:\d\d|/(?:home|tmp|root|Users)/\S*|[A-Z]:\\\\\S*"
)


@pytest.fixture(params=PATHS, ids=[path.stem for path in PATHS])
def notebook(request: pytest.FixtureRequest) -> Any:
    """One stored notebook after the other."""
    path: Path = request.param
    return nbformat.read(path, as_version=4)


def words(notebook: Any) -> str:
    """The prose of a notebook."""
    return "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")


def code_cells(notebook: Any) -> list[Any]:
    """The code cells in their order."""
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def texts(cell: Any) -> list[str]:
    """The texts that a cell gave, of streams and of results."""
    plain = [output.get("data", {}).get("text/plain", "") for output in cell.outputs]
    return [text for text in [*plain, *(o.get("text", "") for o in cell.outputs)] if text]


def pictures(cell: Any) -> list[Any]:
    """The picture outputs of a cell."""
    return [output for output in cell.outputs if "image/png" in output.get("data", {})]


def test_there_are_notebooks_with_the_tour_among_them() -> None:
    """The tour of one value is shipped with the others."""
    assert "follow_one_value" in [path.stem for path in PATHS]


def test_the_stored_outputs_come_from_one_run_in_order(notebook: Any) -> None:
    """Code cells count from 1 without a gap: nbval compares nothing in a cell without a count."""
    counts = [cell.execution_count for cell in code_cells(notebook)]

    assert counts == list(range(1, len(counts) + 1))


def test_a_question_comes_first_and_what_it_cannot_show_last(notebook: Any) -> None:
    """The first cell is a heading that asks, the last says what the page cannot show."""
    assert notebook.cells[0].source.splitlines()[0].startswith("# ")
    assert notebook.cells[0].source.splitlines()[0].endswith("?")
    assert notebook.cells[-1].source.startswith("## What this cannot show")


def test_prose_names_no_country_and_no_year(notebook: Any) -> None:
    """Data of any pair are told of by the same prose; the outputs say which they are."""
    assert re.findall(r"Russia|Japan|eight-point|\d\d+", words(notebook)) == []


def test_code_is_short_and_defines_nothing(notebook: Any) -> None:
    """At most twelve code cells, no function or class: those belong in the package."""
    trees = [ast.parse(cell.source) for cell in code_cells(notebook)]
    made = [
        node
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda | ast.AsyncFunctionDef)
    ]

    assert len(trees) <= MOST_CODE_CELLS
    assert made == []


def test_no_number_of_the_data_is_typed_into_code(notebook: Any) -> None:
    """Code holds no number other than 0 and 1, and no path."""
    constants = [
        node.value
        for cell in code_cells(notebook)
        for node in ast.walk(ast.parse(cell.source))
        if isinstance(node, ast.Constant)
    ]
    numbers = {value for value in constants if isinstance(value, int | float)}
    texts = [value for value in constants if isinstance(value, str)]

    assert numbers <= {0, 1}
    assert [text for text in texts if "/" in text or "\\" in text] == []


def test_no_output_is_an_error_or_a_warning(notebook: Any) -> None:
    """Nothing failed and nothing was written to standard error."""
    outputs = [output for cell in code_cells(notebook) for output in cell.outputs]

    assert [o for o in outputs if o.output_type == "error"] == []
    assert [o for o in outputs if o.get("name") == "stderr"] == []


def test_no_output_depends_on_the_run(notebook: Any) -> None:
    """No address of memory, time of day or path of a machine, and no model of a widget."""
    told = [text for cell in code_cells(notebook) for text in texts(cell)]
    kinds = {
        kind for cell in code_cells(notebook) for o in cell.outputs for kind in o.get("data", {})
    }

    assert [found for text in told for found in OF_THE_RUN.findall(text)] == []
    assert kinds <= {"text/plain", "text/html", "image/png"}


def test_the_metadata_are_minimal(notebook: Any) -> None:
    """Kernel, language, what is needed and whose data are drawn: no trace of who ran it or when."""
    assert notebook.metadata.kernelspec.name == "python3"
    assert set(notebook.metadata) <= {"kernelspec", "language_info", "analysis"}
    assert set(notebook.metadata.get("analysis", {})) <= {"needs", "data"}
    assert [cell.metadata for cell in notebook.cells if cell.metadata] == []
