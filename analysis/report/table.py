"""A frame as a captioned table, the same rows as text and as HTML.

A notebook that ends a cell with `table(frame, "what it shows")` prints numbers that a test can
compare, and shows a table with a caption, header scopes and no blank corner.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

#: Cells of at most so many characters are not broken.
SHORT = 12
#: From here on a number is told without decimals, where twelve digits would need a power of ten.
WHOLE = 1e12
LEFT = "text-align: left"
NUMBER = ' class="n" style="text-align: right"'


@dataclass(frozen=True, repr=False)
class Table:
    """A frame with the sentence that says what its rows are."""

    frame: pd.DataFrame
    caption: str

    def __repr__(self) -> str:
        columns = [_column(self.frame, place) for place in range(self.frame.shape[1])]
        lines = ["  ".join(cells).rstrip() for cells in zip(*columns, strict=True)]
        return "\n".join([self.caption, "", *lines])

    def _repr_mimebundle_(self, **_: object) -> tuple[dict[str, str], dict[str, Any]]:
        if self.frame.empty:
            return {"text/plain": f"{self.caption}: none."}, {}
        bundle = {"text/plain": repr(self), "text/html": self.html()}
        return bundle, {"text/html": {"caption": self.caption}}

    def html(self) -> str:
        """The table in HTML: a caption, `scope` on every header, the first column heads its row."""
        numbers = [_numeric(self.frame, place) for place in range(self.frame.shape[1])]
        head = "".join(map(_header, self.frame, numbers))
        body = "\n".join(_row(row) for row in self.frame.itertuples(index=False, name=None))
        return (
            f'<table class="rows">\n<caption>{escape(self.caption)}</caption>\n'
            f"<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>"
        )


def table(frame: pd.DataFrame, caption: str) -> Table:
    """A frame as a captioned table; its columns as they are, its index left out.

    Missing cells are empty, an open end is ∞, whole numbers carry no decimals.
    """
    return Table(frame, caption)


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
        digits = ",.0f" if abs(value) >= WHOLE else ",.12g"
        return f"{value:{digits}}".replace("-", "−")
    return " ".join(str(value).split())


def _number(value: Any) -> bool:
    """Whether a cell is a number; a missing cell and a yes or no are none."""
    import pandas as pd

    is_number: bool = pd.api.types.is_number(value) and not pd.api.types.is_bool(value)
    return is_number and not pd.isna(value)


def _header(name: object, numbers: bool) -> str:
    """A column's header, on the side where the column's cells stand."""
    side = NUMBER if numbers else f' style="{LEFT}"'
    return f'<th scope="col"{side}>{escape(_words(name))}</th>'


def _row(row: tuple[object, ...]) -> str:
    first, *others = row
    cells = "".join(f"<td{_style(cell)}>{escape(_cell(cell))}</td>" for cell in others)
    return f'<tr><th scope="row"{_style(first)}>{escape(_cell(first))}</th>{cells}</tr>'


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
