"""What a choice says as HTML for the widgets; every text of the data is escaped."""

from __future__ import annotations

from html import escape

from analysis import labels, outputs
from analysis.charts import saving
from analysis.charts.value_readings import HOW
from analysis.controls.choosing import Prepared
from analysis.controls.telling import Told, draw

WIDTH = 640
#: Columns that name rows of tables and are not shown.
KEYS = ("value_id",)
#: Beside a widget no sheet parts the cells of a table.
STYLE = "<style>.definitions th, .definitions td { padding: 0.25em 0.75em }</style>"


def count(shown: int, every: int, kept: str) -> str:
    """How many values the words leave; where they leave none, which one is still shown."""
    words = f"{shown or 'None'} of {every} values"
    if not shown:
        words += f" has these words. Still shown below: <code>{escape(kept)}</code>"
    return f'<span role="status">{words}</span>'


def answer(choice: Told) -> str:
    """Interval, verdict, how the definitions fare, and the source."""
    allowed = f"<b>{_text(choice.allowed)}</b> {_text(choice.interval)}"
    code = f" ({_text(labels.plain(choice.reason_code))})" if choice.reason_code else ""
    lines = [
        f"<b>{_text(choice.printed)}</b>, {HOW[choice.reading]}, allows "
        f"{allowed if choice.allowed else 'any number'}.",
        f"Verdict: <b>{labels.plain(choice.verdict)}</b>{code}. {_text(choice.sentence)}",
        _text(choice.fit),
        f"Source: {_linked(choice.source, choice.link)} <code>{_text(choice.value_id)}</code>",
    ]
    body = "".join(f"<p>{line}</p>" for line in lines)
    return f'<div class="answer" role="status" style="max-width: 44em">{body}</div>'


def table(choice: Told) -> str:
    """The chosen definitions as a captioned table; nothing where there is none."""
    frame = choice.definitions
    shown = [name for name in frame if name not in KEYS]
    if frame.empty:
        return ""
    rows = outputs.table(frame, choice.caption, shown).html()
    return f'{STYLE}<div class="definitions">{rows}</div>'


def picture(prepared: Prepared, choice: Told) -> str:
    """The chart as SVG with its title and description; its marks lead to the sources."""
    svg = saving.encoded(draw(prepared, choice), "svg", f"explorer-{choice.value_id}").decode()
    drawn = svg.partition("?>")[2].strip()
    return f'<div class="chart" style="max-width: {WIDTH}px">{drawn}</div>'


def _text(text: str) -> str:
    """A text of the data: escaped, and kept from turning the direction of what follows it."""
    return f"<bdi>{escape(text)}</bdi>" if text else ""


def _linked(words: str, address: str) -> str:
    """The words as a link where the address is one of the web."""
    if not address.startswith(("https://", "http://")):
        return _text(words)
    return f'<a href="{escape(address)}" rel="noopener" target="_blank">{_text(words)}</a>'
