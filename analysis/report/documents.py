"""The documentation: the texts of `texts` as pages of the site, and as Markdown to read without it.

A text is Markdown with expressions that compute its numbers while it is written: `shown` gives a
part of an example, `grid` a table, `cite` a reference, `year` a date, `quoted` a docstring. In the
site each names the record of `docs/examples.json` or `docs/reference.json` that it comes from.
"""

from __future__ import annotations

import csv
import json
import re
from dataclasses import asdict, dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from analysis import tables
from analysis.report import examples, grids, reference
from analysis.report.forms import Form, Marked, Plain
from analysis.report.pictures import loaded
from analysis.tables import Tables, description

if TYPE_CHECKING:
    from mistune import BlockState, Markdown

NAMES = ("index", "method", "hedges", "tables", "disagreement", "reference")
SOURCES = examples.TEXTS / "disagreement.csv"
#: A link to another text.
LINK = re.compile(r'(href="[a-z]+)\.md([#"])')
TITLES = {
    "index": "Documentation", "method": "How numbers are read", "hedges": "What each hedge means",
    "tables": "The tables", "disagreement": "Why two records of one trade differ",
    "reference": "The functions",
}  # fmt: skip


@dataclass(frozen=True)
class Document:
    """A text as a page: its heading, its first paragraph, its sections by id, and the rest."""

    name: str
    title: str
    standfirst: Markup
    sections: tuple[tuple[str, str], ...]
    body: Markup


@dataclass(frozen=True)
class Made:
    """The documentation of a data folder as pages, ready to be passed between processes.

    `results` and `docstrings` are what the numbers and names on them come from.
    """

    pages: tuple[Document, ...]
    results: dict[str, Any]
    docstrings: dict[str, Any]


def folder(place: Path) -> Made:
    """The documentation of a data folder as read from disk."""
    return made(loaded(place))


def made(data: Tables) -> Made:
    """The documentation of tables."""
    one = Documents(data)
    return Made(tuple(map(one.page, NAMES)), one.results, one.docstrings)


class Documents:
    """The documentation of one data folder; what its texts tell is computed once."""

    def __init__(self, data: Tables) -> None:
        self.data = data

    @cached_property
    def results(self) -> dict[str, Any]:
        """What `docs/examples.json` holds: every example and every row told, by its key."""
        return {
            **examples.examples(),
            "hedges": grids.told(self.data.hedges),
            **{f"table-{one['name']}": one for one in self.dictionary},
            **{f"source-{one['key']}": one for one in _sources()},
        }

    @cached_property
    def docstrings(self) -> dict[str, Any]:
        """What `docs/reference.json` holds: each module and public name with its docstring."""
        found: dict[str, Any] = {one.name: {"text": one.text} for one in reference.modules()}
        entries = {
            f"{one.name}.{entry.path}": entry
            for one in reference.modules()
            for entry in one.entries
        }
        return found | {name: asdict(entry) for name, entry in entries.items()}

    @cached_property
    def dictionary(self) -> list[dict[str, Any]]:
        """The tables in words, by the description that they are read by."""
        own = self.data.folder / description.FILE
        path = own if own.is_file() else description.shipped() / description.FILE
        return grids.dictionary(json.loads(path.read_text(encoding="utf-8"))["resources"])

    def plain(self, name: str) -> str:
        """A text as Markdown."""
        return self._text(name, Plain(self.results, _sources()))

    def page(self, name: str) -> Document:
        """A text as a page of the site."""
        return document(name, self._text(name, Marked(self.results, _sources())))

    def _text(self, name: str, form: Form) -> str:
        template = _environment().get_template(f"{name}.md")
        text = template.render(
            shown=form.shown, grid=form.grid, cite=form.cite, references=form.references,
            year=form.year, quoted=form.quoted, examples=self.results, modules=reference.modules(),
            tables=self.dictionary, **self._grids(name),
        )  # fmt: skip
        return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"

    def _grids(self, name: str) -> dict[str, Any]:
        """The tables that a text shows, and the version of those that they were made from."""
        if name == "method":
            kinds = (grids.numerals, grids.phrases, grids.verdicts)
            made = {kind.__name__: kind(self.results) for kind in kinds}
            return made | {"version": tables.version(examples.example())}
        if name == "hedges":
            return {"hedges": grids.hedges(self.data.hedges, self.results["hedges"]["rows"])}
        return {"columns": grids.columns}


def document(name: str, text: str) -> Document:
    """Markdown as a page: ids on headings, captions and header scopes in tables, links to pages.

    Raises ValueError where it does not begin with a heading and a paragraph, or a table has no
    caption above it.
    """
    html, state = _markdown().parse(text)
    title, standfirst, body = _parted(str(html))
    return Document(name, title, standfirst, tuple(state.env["sections"]), body)


@lru_cache(maxsize=1)
def _sources() -> tuple[dict[str, str], ...]:
    """The sources of the reasons why two records differ."""
    with SOURCES.open(encoding="utf-8", newline="") as rows:
        return tuple(csv.DictReader(rows))


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(examples.TEXTS, encoding="utf-8"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # Markdown: each form escapes what comes from the data
    )


def _parted(html: str) -> tuple[str, Markup, Markup]:
    """The heading, the first paragraph and the rest; links lead to pages."""
    linked = LINK.sub(r"\1.html\2", html)
    found = re.match(r"<h1>(.*?)</h1>\s*(<p>.*?</p>)\s*(.*)", linked, re.DOTALL)
    if not found:
        raise ValueError("a text begins with a heading, '# ...', and a paragraph")
    return found[1], Markup(found[2]), Markup(found[3])


@lru_cache(maxsize=1)
def _markdown() -> Markdown:
    """Markdown whose headings have ids and whose tables have captions and header scopes."""
    import mistune

    renderer = mistune.HTMLRenderer(escape=False)
    made = mistune.create_markdown(renderer=renderer, plugins=["table"])
    made.before_render_hooks.append(_sections)
    made.before_render_hooks.append(_captions)
    renderer.register("table", _table)
    renderer.register("table_row", _table_row)
    renderer.register("table_cell", _table_cell)
    return made


def slug(heading: str) -> str:
    """The id of a heading: a name as it is, words in small letters and joined by hyphens."""
    if heading.startswith("`"):
        return heading.strip("`")
    return re.sub(r"[^a-z0-9_]+", "-", heading.lower()).strip("-")


def _sections(made: Markdown, state: BlockState) -> None:
    """Give every heading below the first its id, and keep those of the second level."""
    headings = [one for one in state.tokens if one["type"] == "heading"]
    for token in headings[1:]:
        token["attrs"]["id"] = slug(token["text"])
    second = [one for one in headings if one["attrs"]["level"] == 2]
    state.env["sections"] = [(one["attrs"]["id"], one["text"].strip("`")) for one in second]


def _captions(made: Markdown, state: BlockState) -> None:
    """The emphasised paragraph before a table is its caption."""
    kept: list[dict[str, Any]] = []
    for token in state.tokens:
        if token["type"] == "table":
            above = next(one for one in reversed(kept) if one["type"] != "blank_line")
            if above["type"] != "paragraph" or not above["text"].startswith("*"):
                raise ValueError("a table needs its caption, an emphasised line, above it")
            kept.remove(above)
            token["attrs"] = {"caption": above["text"].strip("*\n ")}
        kept.append(token)
    state.tokens = kept


def _table(renderer: Any, text: str, caption: str) -> str:
    named = escape(caption)
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{named}">\n'
        f'<table class="rows">\n<caption>{named}</caption>\n{text}</table>\n</div>\n'
    )


def _table_row(renderer: Any, text: str) -> str:
    """A row whose first cell heads it."""
    headed = text.replace("<td>", '<th scope="row">', 1).replace("</td>", "</th>", 1)
    return f"<tr>\n{headed}</tr>\n"


def _table_cell(renderer: Any, text: str, align: str | None = None, head: bool = False) -> str:
    return f'<th scope="col">{text}</th>\n' if head else f"<td>{text}</td>\n"
