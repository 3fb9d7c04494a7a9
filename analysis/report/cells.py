"""The cells of a run notebook as blocks of a page.

Markdown becomes prose, code is kept to be folded, and of each output the page shows one form: the
chart that it names, a captioned table, a sentence, a picture with its alt text, or plain text. Any
other HTML is shown as text: what a notebook prints may come out of somebody's data.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

if TYPE_CHECKING:
    from mistune import Markdown
    from nbformat import NotebookNode


@dataclass(frozen=True)
class Block:
    """A piece of a page. `kind` says which: prose, code, text, table, sentence, chart or picture.

    `count` is the execution count of the cell whose output it is.
    """

    kind: str
    content: Markup | str
    label: str = ""
    png: str = ""
    count: int | None = None


@dataclass(frozen=True)
class Page:
    """A notebook as a page: the question it asks, what it says first, and its blocks."""

    name: str
    question: str
    standfirst: Markup
    blocks: tuple[Block, ...]


def page(name: str, notebook: NotebookNode) -> Page:
    """The page of a run notebook, whose first cell holds the question as its heading.

    Raises ValueError where the first cell is no Markdown cell that begins with `# `.
    """
    first, *others = notebook.cells
    heading, _, rest = first.source.partition("\n")
    if first.cell_type != "markdown" or not heading.startswith("# "):
        raise ValueError(f"{name}.ipynb: the first cell asks the question as a heading, '# ...?'")
    blocks = [block for cell in others for block in _blocks(cell)]
    return Page(name, heading[2:].strip(), prose(rest.strip()), tuple(blocks))


def prose(markdown: str) -> Markup:
    """Markdown as HTML; HTML inside it is shown as text, links to notebooks go to their pages."""
    html = str(_markdown()(markdown))
    return Markup(html.replace('.ipynb"', '.html"'))  # mistune escaped the rest


@lru_cache(maxsize=1)
def _markdown() -> Markdown:
    import mistune

    return mistune.create_markdown(escape=True, plugins=["table", "strikethrough"])


def _blocks(cell: NotebookNode) -> list[Block]:
    if cell.cell_type == "markdown":
        return [Block("prose", prose(cell.source))]
    if cell.cell_type != "code" or not cell.source.strip():
        return []
    shown = [replace(block, count=cell.execution_count) for block in _outputs(cell)]
    return [Block("code", cell.source), *shown]


def _outputs(cell: NotebookNode) -> list[Block]:
    return [block for block in map(_output, cell.outputs) if block is not None]


def _output(output: NotebookNode) -> Block | None:
    """The form of an output that a page shows; none of what goes to standard error."""
    if output.output_type == "stream":
        return Block("text", output.text.rstrip()) if output.name == "stdout" else None
    return _shown(output.get("data", {}), output.get("metadata", {}))


def _shown(data: dict[str, str], metadata: dict[str, Any]) -> Block | None:
    picture = metadata.get("image/png", {})
    caption = metadata.get("text/html", {}).get("caption")
    said = metadata.get("text/html", {}).get("sentence")
    if "chart" in picture:
        return Block("chart", picture["chart"], picture.get("alt", ""), data.get("image/png", ""))
    if "image/png" in data:
        return Block("picture", data["image/png"].replace("\n", ""), picture.get("alt", ""))
    if caption and "text/html" in data:
        return Block("table", Markup(data["text/html"]), caption)  # `Table` escaped it
    if said and "text/html" in data:
        return Block("sentence", Markup(data["text/html"]), said)  # `Sentence` escaped it
    return Block("text", data["text/plain"]) if "text/plain" in data else None
