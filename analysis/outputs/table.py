"""A frame as a captioned table, the same rows as text and as HTML.

A notebook that ends a cell with `table(frame, "what it shows")` prints numbers that a test can
compare, and shows a table with a caption, header scopes and no blank corner.
"""

from __future__ import annotations

import math
import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Any

from analysis import labels
from analysis.evidence import link
from analysis.frames import plain
from analysis.outputs import keys

if TYPE_CHECKING:
    import pandas as pd

#: Cells of at most so many characters are not broken.
SHORT = 12
#: From here on a number is told without decimals, where twelve digits would need a power of ten.
WHOLE = 1e12
#: A number with more digits than any printed one was computed; so many of them are told.
PRINTED, TOLD = 10, 5
#: So many rows of a long frame are shown at a glance.
MOST = 200
#: Columns in the words of the source (also with an ending, as hedge_whole), and those that name it.
QUOTED = ("fragment", "title", "hedge", "printed", "period_printed", "date_printed", "field")
LINKED = ("source", "publisher")
#: The column in which the numeral of `printed` is marked, in rows with the other: those of a draft.
MARKED, DRAFTED = "words", "confirm"
LEFT = "text-align: left"
#: What tells MathJax, in its versions, that dollars in the words of a source begin no formula.
NO_FORMULAS = "mathjax_ignore tex2jax_ignore"
NUMBER = ' class="n" style="text-align: right"'


@dataclass(frozen=True, repr=False)
class Table:
    """A frame with the sentence that says what its rows are, and the columns that are shown."""

    frame: pd.DataFrame
    caption: str
    columns: tuple[Hashable, ...]

    @property
    def shown(self) -> pd.DataFrame:
        """The columns that are shown."""
        return self.frame[list(self.columns)]

    def __repr__(self) -> str:
        shown = self.shown
        columns = [_column(shown, place) for place in range(shown.shape[1])]
        lines = ["  ".join(cells).rstrip() for cells in zip(*columns, strict=True)]
        return "\n".join([self.caption, "", *lines])

    def _repr_mimebundle_(self, **_: object) -> tuple[dict[str, str], dict[str, Any]]:
        if self.frame.empty:
            return {"text/plain": f"{self.caption}: none."}, {"text/plain": {"empty": True}}
        bundle = {"text/plain": repr(self), "text/html": self.html()}
        return bundle, {"text/html": {"caption": self.caption}}

    def html(self) -> str:
        """The table in HTML: a caption, `scope` on every header, the first column heads its row.

        A row carries the keys of the rows of data that it shows, also those of columns left out; a
        quoted cell carries the language of its source, and the source a link to its words.
        """
        shown = self.shown
        numbers = [_numeric(shown, place) for place in range(shown.shape[1])]
        head = "".join(map(_header, shown, numbers))
        body = "\n".join(_row(row, self.columns) for row in self.frame.to_dict("records"))
        return (
            f'<table class="rows {NO_FORMULAS}">\n<caption>{escape(self.caption)}</caption>\n'
            f"<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>"
        )


def table(frame: pd.DataFrame, caption: str, columns: Sequence[Hashable] | None = None) -> Table:
    """A frame as a captioned table; its columns as they are, its index left out.

    Only `columns` are shown, all where none are named; keys, language, url and fragment are taken
    from the other columns too. Missing cells are empty, an open end is ∞, whole numbers carry no
    decimals.
    """
    frame = plain(frame)
    return Table(frame, caption, tuple(frame.columns if columns is None else columns))


def glance(
    frame: pd.DataFrame, caption: str, columns: Sequence[Hashable]
) -> tuple[dict[str, str], dict[str, Any]]:
    """What a notebook shows of a frame that may be long: its first rows, and of how many."""
    if len(frame) > MOST:
        caption = f"{caption}: the first {MOST} of {len(frame):,}"
    return table(frame.head(MOST), caption, columns)._repr_mimebundle_()


def _words(name: object) -> str:
    return str(name).replace("_", " ")


def _cell(value: Any) -> str:
    """A cell as text, without a line break."""
    import pandas as pd

    if isinstance(value, float) and math.isinf(value):
        return "∞" if value > 0 else "−∞"
    if value is None or pd.isna(value):
        return ""
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    if pd.api.types.is_bool(value):
        return "yes" if value else "no"
    if isinstance(value, float):
        return _float(value).replace("-", "−")
    return labels.isolated(" ".join(str(value).split()))


def _float(value: float) -> str:
    """A number without a power of ten; of one that was computed, its first digits."""
    if abs(value) >= WHOLE:
        return f"{value:,.0f}"
    digits = Decimal(f"{value:.12g}").normalize()
    if len(digits.as_tuple().digits) <= PRINTED or digits == digits.to_integral_value():
        return f"{value:,.12g}"
    return f"{value:,.{max(TOLD - 1 - digits.adjusted(), 0)}f}"


def _number(value: Any) -> bool:
    """Whether a cell is a number; a missing cell and a yes or no are none."""
    import pandas as pd

    is_number: bool = pd.api.types.is_number(value) and not pd.api.types.is_bool(value)
    return is_number and not pd.isna(value)


def _header(name: object, numbers: bool) -> str:
    """A column's header, on the side where the column's cells stand."""
    side = NUMBER if numbers else f' style="{LEFT}"'
    return f'<th scope="col"{side}>{escape(_words(name))}</th>'


def _row(row: dict[Any, Any], columns: Sequence[Hashable]) -> str:
    first, *others = columns
    head = f'<th scope="row"{_style(row[first])}{_lang(row, first)}>{_text(row, first)}</th>'
    cells = [f"<td{_style(row[n])}{_lang(row, n)}>{_text(row, n)}</td>" for n in others]
    return f"<tr{keys.attributes(row)}>{head}{''.join(cells)}</tr>"


def _lang(row: dict[Any, Any], name: Hashable) -> str:
    """The language of a cell in the words of its source, where it is not the page's."""
    language = row.get("language")
    if not isinstance(language, str) or language == "en" or not _cell(row[name]):
        return ""
    quoted = name in QUOTED or str(name).removesuffix("_whole") in QUOTED
    return f' lang="{escape(language)}"' if quoted else ""


def _text(row: dict[Any, Any], name: Hashable) -> str:
    """A cell; a source is linked to its words where the row knows its address."""
    marked = name == MARKED and DRAFTED in row
    words = _marked(row) if marked else escape(_cell(row[name]))
    address = row.get("link", link(row.get("url"), row.get("fragment")))
    if name not in LINKED or not words or not str(address).startswith(("http://", "https://")):
        return words
    return f'<a href="{escape(address)}" rel="external noopener">{words}</a>'


def _marked(row: dict[Any, Any]) -> str:
    """The words of a row with its numeral marked where they have it: not as a piece of another."""
    words, printed = _cell(row[MARKED]), _cell(row.get("printed")).lstrip("-−")
    digits = r"(?<!\d)(?<!\d[.,]){}(?![.,]?\d)" if printed[:1].isdigit() else r"(?<!\w){}(?!\w)"
    found = re.search(digits.format(re.escape(printed)), words) if printed else None
    if found is None:
        return escape(words)
    before, after = words[: found.start()], words[found.end() :]
    return f"{escape(before)}<mark>{escape(printed)}</mark>{escape(after)}"


def _style(value: object) -> str:
    """Numbers stand to the right; short cells, dates among them, keep to one line.

    The style is told in the cell too: JupyterLab sets every cell to the right.
    """
    if _number(value):
        return NUMBER
    kind = ' class="short"' if len(_cell(value)) <= SHORT else ""
    return f'{kind} style="{LEFT}"'


def _numeric(frame: pd.DataFrame, place: int) -> bool:
    """Whether a column holds numbers."""
    return any(_number(value) for value in frame.iloc[:, place].tolist())


def _column(frame: pd.DataFrame, place: int) -> list[str]:
    """A column as lines of equal length, numbers to the right."""
    values = frame.iloc[:, place].tolist()
    lines = [_words(frame.columns[place]), *(_cell(value) for value in values)]
    width = max(len(line) for line in lines)
    right = _numeric(frame, place)
    return [line.rjust(width) if right else line.ljust(width) for line in lines]
