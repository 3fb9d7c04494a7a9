"""The cells of a notebook become blocks that show one form of each output."""

from typing import Any

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from test_outputs_table import FRAME

from analysis.report import cells, sentence, table

QUESTION = new_markdown_cell("# How much?\n\nA *first* word.")


def shown(*outputs: Any) -> list[cells.Block]:
    """The blocks of the outputs of one cell."""
    notebook = new_notebook(cells=[QUESTION, new_code_cell("1 + 1", outputs=list(outputs))])
    return list(cells.page("test", notebook).blocks[1:])


def display(data: dict[str, str], metadata: dict[str, Any]) -> Any:
    """A displayed output."""
    return new_output("display_data", data=data, metadata=metadata)


def test_the_first_cell_asks_the_question() -> None:
    """The heading is the question, the rest of the cell what is said first."""
    page = cells.page("test", new_notebook(cells=[QUESTION]))

    assert page.question == "How much?"
    assert page.standfirst.strip() == "<p>A <em>first</em> word.</p>"


def test_a_notebook_without_a_question_is_refused() -> None:
    """The error names the notebook and says what is missing."""
    with pytest.raises(ValueError, match=r"test\.ipynb: the first cell asks the question"):
        cells.page("test", new_notebook(cells=[new_code_cell("1")]))


def test_html_in_markdown_is_shown_as_text_and_links_go_to_pages() -> None:
    """Prose carries no markup of its own; a link to a notebook leads to its page."""
    prose = str(cells.prose("<script>x</script>\n\n[next](trade_growth.ipynb)"))

    assert "<script>" not in prose
    assert '<a href="trade_growth.html">next</a>' in prose


def test_a_chart_is_named_and_a_picture_keeps_its_alt_text() -> None:
    """A PNG that names its chart is replaced by it; another keeps the alt text it has."""
    chart = {"image/png": {"chart": "trade_growth", "alt": "Dots"}}
    picture = {"image/png": {"alt": "A map"}}

    assert shown(display({"image/png": "aGk="}, chart)) == [
        cells.Block("chart", "trade_growth", "Dots", "aGk=")
    ]
    assert shown(display({"image/png": "aG\nk="}, picture)) == [
        cells.Block("picture", "aGk=", "A map")
    ]


def test_only_a_captioned_table_is_html() -> None:
    """HTML without a caption of ours is left out for its text."""
    data, metadata = table(FRAME, "Said")._repr_mimebundle_()

    assert [b.kind for b in shown(display(data, metadata))] == ["table"]
    assert shown(display({"text/html": "<b>x</b>", "text/plain": "x"}, {})) == [
        cells.Block("text", "x")
    ]


def test_standard_error_is_not_for_readers() -> None:
    """Printed text is shown, warnings are not."""
    streams = [new_output("stream", name=name, text=name) for name in ("stdout", "stderr")]

    assert shown(*streams) == [cells.Block("text", "stdout")]


def test_a_block_knows_the_cell_that_put_it_out() -> None:
    """The execution count of the cell leads to its outputs in the notebook as it was run."""
    output = new_output("stream", name="stdout", text="170")
    cell = new_code_cell("print(170)", outputs=[output], execution_count=3)
    blocks = cells.page("test", new_notebook(cells=[QUESTION, cell])).blocks

    assert [(block.kind, block.count) for block in blocks] == [("code", None), ("text", 3)]


def test_a_sentence_with_numbers_is_html() -> None:
    """Its numbers stay marked in the page."""
    data, metadata = sentence("{every} values.", every=170)._repr_mimebundle_()

    assert [b.kind for b in shown(display(data, metadata))] == ["sentence"]
    assert '<data value="170">170</data>' in str(shown(display(data, metadata))[0].content)


def test_a_section_is_left_out_where_all_it_shows_is_empty() -> None:
    """An empty table beside a full one stays as its line; alone it takes its section along."""
    full, empty = (table(frame, "Said")._repr_mimebundle_() for frame in (FRAME, FRAME.head(0)))
    told = [new_output("execute_result", data, metadata=about) for data, about in (full, empty)]
    headed = [
        [new_markdown_cell(f"## {name}"), new_code_cell("t", outputs=shown)]
        for name, shown in {"Both": told, "Nothing": told[1:], "Silence": []}.items()
    ]
    page = cells.page(
        "test", new_notebook(cells=[QUESTION, *(one for part in headed for one in part)])
    )

    assert page.left_out == ("Nothing",)
    assert " ".join(block.kind for block in page.blocks) == "prose code table text prose code"
    assert not page.silent
    assert cells.page("test", new_notebook(cells=[QUESTION, *headed[1]])).silent
