"""The cells of a run notebook as blocks of a page.

Markdown becomes prose, code is kept to be folded, and of each output the page shows one form: the
chart that it names, a captioned table, a sentence, a picture with its alt text, or plain text. Any
other HTML is shown as text: what a notebook prints may come out of somebody's data.

A section whose every table and chart is empty is left out, and named.
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

    `count` is the execution count of the cell whose output it is; `empty` says that it is a table
    without rows or a chart without marks.
    """

    kind: str
    content: Markup | str
    label: str = ""
    png: str = ""
    count: int | None = None
    empty: bool = False


@dataclass(frozen=True)
class Page:
    """A notebook as a page: the question it asks, what it says first, and its blocks.

    `left_out` are the headings of the sections that had nothing to show.
    """

    name: str
    question: str
    standfirst: Markup
    blocks: tuple[Block, ...]
    left_out: tuple[str, ...] = ()

    @property
    def silent(self) -> bool:
        """Whether sections were left out and no output remained."""
        return bool(self.left_out) and not any(map(_shows, self.blocks))


def page(name: str, notebook: NotebookNode) -> Page:
    """The page of a run notebook, whose first cell holds the question as its heading.

    Raises ValueError where the first cell is no Markdown cell that begins with `# `.
    """
    asked, rest = question(name, notebook)
    others = notebook.cells[1:]
    parts = [
        (cells, [block for cell in cells for block in _blocks(cell)]) for cells in _parted(others)
    ]
    silent = [_heading(cells) for cells, blocks in parts if _heading(cells) and _silent(blocks)]
    kept = [b for cells, blocks in parts if _heading(cells) not in silent for b in blocks]
    shown = tuple(block for block in kept if block.kind != "chart" or not block.empty)
    return Page(name, asked, prose(rest), shown, tuple(silent))


def question(name: str, notebook: NotebookNode) -> tuple[str, str]:
    """The question that a notebook asks, and what its first cell says below.

    Raises ValueError where the first cell is no Markdown cell that begins with `# `.
    """
    first = notebook.cells[0]
    heading, _, rest = first.source.partition("\n")
    if first.cell_type != "markdown" or not heading.startswith("# "):
        raise ValueError(f"{name}.ipynb: the first cell asks the question as a heading, '# ...?'")
    return heading[2:].strip(), rest.strip()


def _parted(cells: list[NotebookNode]) -> list[list[NotebookNode]]:
    """The cells before the first heading of the second level, and those from each to the next."""
    parts: list[list[NotebookNode]] = [[]]
    for cell in cells:
        if _heading([cell]):
            parts.append([])
        parts[-1].append(cell)
    return parts


def _heading(cells: list[NotebookNode]) -> str:
    """The heading of the second level that the first cell begins with; empty without one."""
    if not cells or cells[0].cell_type != "markdown" or not cells[0].source.startswith("## "):
        return ""
    heading: str = cells[0].source.splitlines()[0][3:].strip()
    return heading


def _shows(block: Block) -> bool:
    return block.kind not in ("prose", "code")


def _silent(blocks: list[Block]) -> bool:
    """Whether a section shows nothing but empty tables and charts."""
    shown = [block for block in blocks if _shows(block)]
    return bool(shown) and all(block.empty for block in shown)


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
        about = picture.get("alt", ""), data.get("image/png", ""), None, "empty" in picture
        return Block("chart", picture["chart"], *about)
    if "image/png" in data:
        return Block("picture", data["image/png"].replace("\n", ""), picture.get("alt", ""))
    if caption and "text/html" in data:
        return Block("table", Markup(data["text/html"]), caption)  # `Table` escaped it
    if said and "text/html" in data:
        return Block("sentence", Markup(data["text/html"]), said)  # `Sentence` escaped it
    empty = "empty" in metadata.get("text/plain", {})
    return Block("text", data["text/plain"], empty=empty) if "text/plain" in data else None
