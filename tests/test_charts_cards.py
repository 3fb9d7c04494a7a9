"""What each mark of a saved chart says: its rows, its words, its link, its place in the order."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import chart_cases
import pytest
from chart_cases import COUNT, GROWTH, statements
from matplotlib.axes import Axes

from analysis import charts, labels
from analysis.charts import cards
from analysis.charts.annotations import record
from analysis.charts.project_counts import project_counts
from analysis.charts.saving import encoded
from analysis.charts.trade_growth import trade_growth

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"
#: Every chart, and on the phone those that are arranged otherwise there, and one of plain rows.
SHOWN = [
    *((name, "column") for name in charts.NAMES),
    *((name, "phone") for name in (
        "project_counts", "plan_points", "definition_curve", "conflict_bounds",
        "growth_by_period", "value_readings",
    )),
]  # fmt: skip


@pytest.fixture(scope="module")
def basis() -> charts.Basis:
    """The shipped tables as they are usually read."""
    return chart_cases.basis("usual")


def saved(ax: Axes, folder: Path) -> ElementTree.Element:
    """The chart's SVG, parsed again."""
    return ElementTree.parse(charts.save(ax, folder, ["svg"])[0]).getroot()


def marks(root: ElementTree.Element) -> list[ElementTree.Element]:
    """The groups of the marks in the order of the file."""
    return [element for element in root.iter() if element.get("data-mark")]


def told(mark: ElementTree.Element) -> str:
    """What the one child of a mark's group says, in its title and its label alike."""
    (one,) = mark
    title = one.find(f"{SVG}title")
    assert title is not None
    assert one.get("aria-label") == title.text
    return title.text or ""


@cache
def shipped(name: str, width: str = "column") -> ElementTree.Element:
    """The SVG of a chart of the shipped tables, to be looked at."""
    ax = chart_cases.shipped(name, width)
    return ElementTree.fromstring(encoded(ax, "svg", name))


@pytest.mark.parametrize(("name", "width"), SHOWN)
def test_every_row_is_a_mark_that_names_its_rows(name: str, width: str) -> None:
    """One group a row drawn, each with rows of the tables, reached by Tab and said in words."""
    ax = chart_cases.shipped(name, width)
    found = marks(shipped(name, width))

    assert sorted(str(m.get("data-mark")) for m in found) == sorted(charts.rows(ax)["value_id"])
    for mark in found:
        assert told(mark)
        assert {"data-value-id", "data-statistic", "data-row"} & set(mark.attrib)
        assert mark[0].tag == f"{SVG}a" or mark[0].get("tabindex") == "0"


@pytest.mark.parametrize("name", ["trade_growth", "trade_levels", "project_counts"])
def test_a_mark_tells_speaker_date_range_and_verdict(name: str, basis: charts.Basis) -> None:
    """All of them stand in the title of the mark of a reported value, as in its row of verdicts."""
    rows = {row["value_id"]: row for row in basis.statements.to_dict("records")}
    verdict = dict(basis.verdicts.summary[["value_id", "verdict"]].itertuples(index=False))
    said = {
        str(mark.get("data-value-id")): told(mark)
        for mark in marks(shipped(name))
        if mark.get("data-value-id")
    }

    assert said
    for value, title in said.items():
        row = rows[value]
        assert labels.plain(verdict[value]) in title.replace("Cannot be", "cannot be")
        assert str(row["speaker"]) in title
        day = row["said_on"] if isinstance(row["said_on"], str) else row["published"]
        assert labels.day(day) in title
        assert isinstance(row["hedge"], float) or row["language"] != "en" or row["hedge"] in title


def test_the_range_is_that_of_the_reading() -> None:
    """Over 60 of 130 is usually 61 to 69, literally at least 61."""
    drawn = [chart_cases.shipped("project_counts", reading=one) for one in ("usual", "literal")]
    found = [
        next(card for card in cards.cards(record(ax))
             if card.mark == "tass-2019-06-10-projects-started").title
        for ax in drawn
    ]  # fmt: skip

    assert "Usual reading: 61 to 69; cannot be checked" in found[0]
    assert "Literal reading: at least 61; cannot be checked" in found[1]


@pytest.mark.parametrize("name", charts.NAMES)
def test_the_description_lists_every_mark_with_its_verdict(name: str) -> None:
    """A line a mark, which ends with what its title ends with."""
    ax = chart_cases.shipped(name)
    lines = charts.description(ax).splitlines()[1:]

    for line, card in zip(lines, cards.cards(record(ax)), strict=True):
        assert line.startswith(f"{card.number}. {card.claim} (")
        assert line.endswith(card.held or ")")


def test_nothing_but_marks_takes_the_focus() -> None:
    """The texts beside a mark lead to the same place and are passed over by Tab and by readers."""
    root = shipped("project_counts")
    own = {mark[0] for mark in marks(root)}
    others = [link for link in root.iter(f"{SVG}a") if link not in own]

    assert others
    assert {(a.get("tabindex"), a.get("aria-hidden")) for a in others} == {("-1", "true")}
    assert not [a for mark in own for a in list(mark.iter(f"{SVG}a"))[1:]]


@pytest.mark.parametrize(
    ("change", "lines"), [({"hedge": "about"}, 4), ({"lower": 131.0, "upper": 139.0}, 2)]
)
def test_all_that_is_drawn_of_a_mark_is_its_link(
    change: dict[str, object], lines: int, tmp_path: Path
) -> None:
    """The band of an about and the arrowhead of an over show the card as the mark itself does."""
    (mark,) = marks(saved(project_counts(statements(COUNT, change)), tmp_path))
    drawn = [e for e in mark.iter() if e.tag in (f"{SVG}path", f"{SVG}use") and e.get("style")]

    assert mark[0].get(HREF, "").startswith("https://tass.com/")
    assert len([e for e in drawn if "stroke" in str(e.get("style"))]) >= lines


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc", None])
def test_an_address_that_is_not_of_the_web_is_no_link(url: str | None, tmp_path: Path) -> None:
    """No format has it; the mark still takes the focus and says what it shows."""
    ax = trade_growth(statements(GROWTH, {"url": url}))
    (mark,) = marks(saved(ax, tmp_path))

    assert (mark[0].get("role"), mark[0].get("tabindex")) == ("img", "0")
    assert told(mark)
    for path in charts.save(ax, tmp_path):
        assert str(url).encode() not in path.read_bytes()


def test_markup_in_a_source_stays_text(tmp_path: Path) -> None:
    """Tags, quotes and a script are written, not obeyed; signs that XML has not are no obstacle."""
    name = "<script>alert(\"1\")</script>&amp; ]]> 'quoted'"
    root = saved(trade_growth(statements(GROWTH, {"speaker": f"{name}\x00\x0b\ufffe"})), tmp_path)

    assert name in told(marks(root)[0])
    assert not list(root.iter(f"{SVG}script"))
