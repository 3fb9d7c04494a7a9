"""Texts of the data are drawn as plain text, cut in the picture, whatever stands in them."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from chart_cases import (
    COUNT,
    GROWTH,
    LEVEL,
    bounds,
    claims,
    conflicts,
    definitions,
    events,
    faults,
    fields,
    points,
    sources,
    statements,
    statistics,
    written,
)  # fmt: skip
from matplotlib.axes import Axes
from matplotlib.text import Text
from pypdf import PdfReader

from analysis import charts
from analysis.charts import words
from analysis.charts.conflict_bounds import conflict_bounds
from analysis.charts.definition_curve import definition_curve
from analysis.charts.growth_by_period import growth_by_period
from analysis.charts.plan_events import plan_events
from analysis.charts.plan_points import plan_points
from analysis.charts.project_counts import project_counts
from analysis.charts.trade_growth import trade_growth
from analysis.charts.trade_levels import trade_levels

TEXTS = {
    "markup": "<script>alert(1)</script><b>&amp;</b>]]><!-- -->",
    "mathematics": r"$\frac{x^2}{\alpha}$ and $5 or $\undefined$",
    "quotes": "\"double\" 'single' \\backslash \\n `tick` {brace} %s {}",
    "overrides": "abc \u202edef\u202c \u2067ghi\u2069 \u200fjkl",
    "zero width": "O\u200bre\u200dsh\ufeffkin\u00ad\u2060",
    "controls": "a\x00b\x07c\x1b[31md\x7fe\x85f\ufffe",
    "lines": "first\nsecond\r\nthird\tfourth\u2028fifth",
    "piled marks": "z" + "\u0301" * 60 + "algo",
    "long": "10,000 characters " * 556,
    "one long word": "x" * 10_000,
    "Arabic": "وزير التجارة ١٢٣ اليابان",
}
#: What no text on a picture may hold: it would turn, hide or part what stands by it.
ACTING = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe]")
#: What XML 1.0 may hold (section 2.2).
LEGAL = re.compile("[\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")


def told(text: str) -> dict[str, object]:
    """The cells of a statement that a source fills with any text."""
    return {
        "speaker": text, "speaker_role": text, "publisher": text, "hedge": text, "printed": text,
        "title": text, "fragment": text, "direction": text,
    }  # fmt: skip


def growths(text: str, width: str) -> Axes:
    """Two growth rates, one of an ordinary speaker."""
    return trade_growth(statements(GROWTH, {}, {"claim_id": "b", **told(text)}), width=width)


def panels(text: str, width: str) -> Axes:
    """The same in small panels."""
    return growth_by_period(statements(GROWTH, {}, {"claim_id": "b", **told(text)}), width=width)


def levels(text: str, width: str) -> Axes:
    """A level and a statistic."""
    official = statistics({"provider": text, "vintage": text, "printed": text})
    rows = statements(LEVEL, {}, {"claim_id": "b", **told(text)})
    return trade_levels(rows, official, sources({"title": text, "publisher": text}), width=width)


def counts(text: str, width: str) -> Axes:
    """Counts, one a repeat of the other."""
    again = {"claim_id": "b", "as_of": "2019-05-25", "repeats": COUNT["claim_id"], **told(text)}
    return project_counts(statements(COUNT, {}, again), width=width)


def timeline(text: str, width: str) -> Axes:
    """An event whose name and place are such texts."""
    event = events({"name": text, "place": text, "date_printed": text}, {"event_id": "b"})
    said = claims({"speaker": text, "speaker_role": text, "fragment": text, "summary": text})
    return plan_events(event, said, sources({"publisher": text, "title": text}), width=width)


def grid(text: str, width: str) -> Axes:
    """A field and a point whose names are such texts."""
    said = claims({"speaker": text, "speaker_role": text, "fragment": text})
    return plan_points(
        points({"name": text}, {"point": 2}), fields({"field": text}), said,
        sources({"publisher": text, "title": text}), width=width,
    )  # fmt: skip


def curve(text: str, width: str) -> Axes:
    """Two definitions with such texts in every choice."""
    choice = {"provider": text, "office": text, "vintage": text, "basis": text, "source_ids": ()}
    rows = definitions(
        {"source_ids": ()}, {**choice, "central": 17.0, "lower": 16.9, "upper": 17.1}
    )
    return definition_curve(rows, statements(GROWTH, told(text)), width=width)


def contradictions(text: str, width: str) -> Axes:
    """A conflict of two statements with such texts."""
    said = statements(GROWTH, {"claim_id": "a", **told(text)}, {"claim_id": "b", **told(text)})
    found = conflicts({"sentence": text})
    return conflict_bounds(found, said, bounds({"implied": text}), width=width)


CHARTS = [growths, panels, levels, counts, timeline, grid, curve, contradictions]


@pytest.mark.parametrize("case", TEXTS)
@pytest.mark.parametrize("chart", CHARTS)
def test_a_hostile_text_is_drawn_as_plain_text(chart, case: str) -> None:
    """It is never read as mathematics, turns or hides no neighbour, and overlaps nothing."""
    ax = chart(TEXTS[case], "phone" if len(case) % 2 else "column")

    assert faults(ax) == []
    assert not [text for text in written(ax) if ACTING.search(text)]
    assert not any(text.get_parse_math() for text in ax.figure.findobj(Text) if text.get_text())


@pytest.mark.parametrize("chart", CHARTS)
def test_files_of_hostile_texts_are_well_formed(chart, tmp_path: Path) -> None:
    """The SVG parses, its texts hold no control; PDF and PNG open."""
    svg, pdf, _ = charts.save(
        chart(" ".join(TEXTS.values()), "column"), tmp_path, ["svg", "pdf", "png"]
    )
    root = ElementTree.parse(svg).getroot()
    found = [
        cell for element in root.iter() for cell in (element.text or "", *element.attrib.values())
    ]

    assert all(LEGAL.fullmatch(cell) for cell in found)
    assert not [cell for cell in found if re.search("[\u202a-\u202e\u2066-\u2069]", cell)]
    assert len(PdfReader(pdf).pages) == 1
    assert not list(root.iter("{http://www.w3.org/2000/svg}script"))


@pytest.mark.parametrize("chart", CHARTS)
def test_the_description_has_a_line_a_mark_whatever_the_texts(chart) -> None:
    """A line feed in a name parts no line."""
    ax = chart(TEXTS["lines"], "column")

    assert len(charts.description(ax).split("\n")) == len(charts.rows(ax)) + 1


def test_dollars_are_drawn_as_dollars() -> None:
    """A text between two of them is written letter for letter."""
    assert any("$x^2$" in text for text in written(growths("$x^2$", "column")))


def test_overrides_are_shown_by_their_names() -> None:
    """The order of the letters is that of the data."""
    assert words.legible("ab\u202ecd\u202c") == "ab[RLO]cd[PDF]"
    assert words.legible("Ore\u200bshkin") == "Ore…shkin"


def test_a_letter_keeps_one_mark_above_it() -> None:
    """More would grow into the line above; a composed letter is one letter."""
    assert words.legible("q" + "\u0302" * 9 + "a") == "q\u0302a"
    assert words.legible("и\u0306") == "й"
