"""The two forms of a text: Markdown alone, and with marks that say where a number comes from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Protocol
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape

from analysis.report import cells, reference
from analysis.report.examples import TEXTS
from analysis.report.grids import Grid, result

#: Signs that Markdown would read as markup.
SIGNS = re.compile(r"([\\*_\[\]~|#])")
CODE = re.compile(r"`([^`]+)`")


class Form(Protocol):
    """What the expressions of a text call."""

    def shown(self, key: str, *path: str | int) -> str:
        """A part of an example."""

    def grid(self, grid: Grid) -> str:
        """A table."""

    def cite(self, *keys: str) -> str:
        """References to sources."""

    def references(self) -> str:
        """The sources cited so far, in their order."""

    def year(self, text: str) -> str:
        """A date, or a year of the literature."""

    def quoted(self, name: str, docstring: str) -> str:
        """A docstring."""


def part(results: Mapping[str, Any], key: str, path: Sequence[str | int]) -> str:
    """A part of a record as text. Raises KeyError where there is none."""
    found = results[key]
    for step in path:
        found = found[step]
    return str(found).replace("-", "−") if isinstance(found, int) else str(found)


class Plain:
    """Markdown alone; sources are footnotes."""

    def __init__(self, results: Mapping[str, Any], sources: Sequence[Mapping[str, str]]) -> None:
        self.results = results
        self.sources = {row["key"]: row for row in sources}
        self.cited: list[str] = []

    def shown(self, key: str, *path: str | int) -> str:
        """The part as it is."""
        return part(self.results, key, path)

    def grid(self, grid: Grid) -> str:
        """A table of pipes under its caption."""
        lines = [f"*{grid.caption}*", "", _piped(grid.head), "|" + "---|" * len(grid.head)]
        return "\n".join(lines + [_piped(row.cells) for row in grid.rows])

    def cite(self, *keys: str) -> str:
        """A footnote each."""
        self.cited = list(dict.fromkeys([*self.cited, *(self.sources[key]["key"] for key in keys)]))
        return "".join(f"[^{key}]" for key in keys)

    def references(self) -> str:
        """The footnotes."""
        return "\n\n".join(f"[^{key}]: {_told(self.sources[key])}" for key in self.cited)

    def year(self, text: str) -> str:
        """The date as it is."""
        return text

    def quoted(self, name: str, docstring: str) -> str:
        """The docstring, its signs of markup kept as text."""
        return reference.markdown(docstring)


def _piped(texts: Sequence[str]) -> str:
    return "| " + " | ".join(text.replace("|", "\\|") for text in texts) + " |"


def _told(row: Mapping[str, str]) -> str:
    dated = f" ({row['published']})" if row["published"] else ""
    return (
        f"{row['publisher']}: [{row['title']}]({row['url']}){dated}, "
        f"read {row['accessed']}. {row['says']}"
    )


class Marked(Plain):
    """Markdown with HTML: each number names its record, each source is a numbered reference."""

    def __init__(self, results: Mapping[str, Any], sources: Sequence[Mapping[str, str]]) -> None:
        super().__init__(results, sources)
        self.times: Counter[str] = Counter()

    def shown(self, key: str, *path: str | int) -> str:
        """The part with the key of its record."""
        text = inline(part(self.results, key, path))
        return f'<data data-result="{result(key)}">{text}</data>'

    def grid(self, grid: Grid) -> str:
        """A table with caption, header scopes and the sources of each row."""
        return _block("grid", grid=grid)

    def cite(self, *keys: str) -> str:
        """The numbers of sources, linked there and back."""
        super().cite(*keys)
        return f"<sup>{', '.join(map(self._number, keys))}</sup>"

    def _number(self, key: str) -> str:
        self.times[key] += 1
        return (
            f'<a role="doc-noteref" id="cited-{key}-{self.times[key]}" href="#source-{key}">'
            f'<span class="unseen">Source </span>{self.cited.index(key) + 1}</a>'
        )

    def references(self) -> str:
        """The numbered sources, each linked back to where it is cited."""
        rows = [self.sources[key] for key in self.cited]
        return _block("references", rows=rows, times=self.times)

    def year(self, text: str) -> str:
        """The date as an element of its own."""
        return f'<time datetime="{text}">{text}</time>'

    def quoted(self, name: str, docstring: str) -> str:
        """The docstring with its own key; markup in it is shown as text."""
        html = cells.prose(reference.markdown(docstring))
        whence = f"docs/reference.json#{quote(name)}"
        return _lines(f'<div class="docstring" data-result="{whence}">\n{html}\n</div>')


def inline(text: str) -> Markup:
    """A text as HTML that Markdown leaves alone; words between backticks are code."""
    safe = str(escape(text)).replace("&#", "\0")
    safe = SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", safe)
    return ticked(Markup(safe.replace("\0", "&#")))  # escaped above


def ticked(text: str) -> Markup:
    """A text as HTML; words between backticks are code."""
    return Markup(CODE.sub(r"<code>\1</code>", str(escape(text))))


def _lines(html: str) -> str:
    """HTML without empty lines: one would end it for Markdown."""
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())


def _block(name: str, **content: Any) -> str:
    template = _blocks().get_template("blocks.html")
    macro = getattr(template.module, name)
    return _lines(macro(**content))


@lru_cache(maxsize=1)
def _blocks() -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEXTS.parent / "templates", encoding="utf-8"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"ticked": ticked, "source": lambda key: result(f"source-{key}")}
    return made
