"""A captioned table says the same as text and as HTML."""

from html.parser import HTMLParser

import pandas as pd
import pytest

from analysis import checks, conflicts, tables
from analysis.outputs import glance, keys
from analysis.report import table

FRAME = pd.DataFrame(
    {
        "said_by": ["<b>A & B</b>", "C"],
        "value": [16.4, float("-inf")],
        "day": pd.to_datetime(["2018-05-26", None]),
        "known": pd.array([True, None], dtype="boolean"),
    }
)


def test_text_stands_left_and_numbers_right_wherever_it_is_shown() -> None:
    """Each cell and header says its own side, which a page without our styles keeps to."""
    html = table(FRAME, "What was said").html()
    left, right = 'style="text-align: left"', 'style="text-align: right"'

    assert f'<th scope="col" {left}>said by</th><th scope="col" class="n" {right}>value' in html
    assert f'<td class="n" {right}>16.4</td><td class="short" {left}>2018-05-26</td>' in html


class Cells(HTMLParser):
    """The cells of a table as (tag, scope, text)."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.cells: list[tuple[str, str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a cell."""
        if tag in ("caption", "th", "td"):
            self.cells.append((tag, dict(attrs).get("scope") or "", ""))

    def handle_data(self, data: str) -> None:
        """Add to the cell."""
        if data.strip():
            tag, scope, text = self.cells[-1]
            self.cells[-1] = (tag, scope, text + data)


def test_the_table_has_a_caption_and_scopes_and_no_blank_corner() -> None:
    """Every column and every row has a header with its scope; the caption comes first."""
    cells = Cells(table(FRAME, "What was said").html()).cells

    assert cells == [
        ("caption", "", "What was said"),
        ("th", "col", "said by"),
        ("th", "col", "value"),
        ("th", "col", "day"),
        ("th", "col", "known"),
        ("th", "row", "<b>A & B</b>"),
        ("td", "", "16.4"),
        ("td", "", "2018-05-26"),
        ("td", "", "yes"),
        ("th", "row", "C"),
        ("td", "", "−∞"),
        ("td", "", ""),
        ("td", "", ""),
    ]


def test_markup_in_a_cell_or_caption_is_shown_as_text() -> None:
    """What stands in the data never becomes markup."""
    html = table(FRAME, "<i>caption</i>").html()

    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in html
    assert "&lt;i&gt;caption&lt;/i&gt;" in html


def test_the_text_lines_up_its_columns() -> None:
    """Text columns begin, and number columns end, at the same place in every line."""
    frame = pd.DataFrame({"who": ["A", "Bcd"], "count": [5, 130]})

    assert repr(table(frame, "Counts")).splitlines() == [
        "Counts", "", "who  count", "A        5", "Bcd    130",
    ]  # fmt: skip


def test_a_large_number_is_told_in_full() -> None:
    """Billions and trillions stand as digits, not as a power of ten."""
    frame = pd.DataFrame({"yen": [2_364_500_000_000.0, 999_999_999_999.0]})

    assert repr(table(frame, "Yen")).split()[2:] == ["2,364,500,000,000", "999,999,999,999"]


def test_a_computed_number_is_told_by_its_first_digits() -> None:
    """Where a number has more digits than any that is printed, five of them are told."""
    numbers = [100 * (300.4 / 260 - 1), 2 / 201, -1 / 3, 123_456.123_456_7, 87.779875, 0.1 + 0.2]
    told = ["15.538", "0.0099502", "−0.33333", "123,456", "87.779875", "0.3"]

    assert repr(table(pd.DataFrame({"x": numbers}), "X")).split()[2:] == told


def test_a_notebook_says_so_where_a_table_has_no_rows() -> None:
    """A cell shows one line and no empty table."""
    bundle, metadata = table(FRAME.head(0), "Fits")._repr_mimebundle_()

    assert (bundle, metadata) == ({"text/plain": "Fits: none."}, {"text/plain": {"empty": True}})


def test_a_table_without_rows_keeps_its_headers() -> None:
    """No row is shown as no row, not as a fault."""
    empty = table(FRAME.head(0), "Nothing")

    assert [cell for cell in Cells(empty.html()).cells if cell[0] == "td"] == []
    assert repr(empty).splitlines()[2:] == ["said by  value  day  known"]


ROW = {
    "value_id": "v 1", "claim_id": "c", "source_id": "s", "fragment": "рост 17%", "language": "ru",
    "publisher": "A & B", "url": "https://example.org/a?b=1", "printed": "17",
}  # fmt: skip


def test_a_row_names_the_value_it_shows_also_where_the_key_is_left_out() -> None:
    """The columns shown are those asked for; key, language and address come from the others."""
    html = table(pd.DataFrame([ROW]), "Said", ["publisher", "fragment"]).html()

    assert "v 1" not in repr(table(pd.DataFrame([ROW]), "Said", ["publisher", "fragment"]))
    assert '<tr data-value-id="v%201">' in html
    assert ' lang="ru">рост 17%</td>' in html
    assert '<a href="https://example.org/a?b=1#:~:text=' in html
    assert 'rel="external noopener">A &amp; B</a></th>' in html


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "", None])
def test_only_a_web_address_is_linked(url: str | None) -> None:
    """An address that would run a script is no link."""
    html = table(pd.DataFrame([{**ROW, "url": url}]), "Said", ["publisher"]).html()

    assert "<a" not in html
    assert "A &amp; B" in html


@pytest.mark.parametrize(
    ("row", "attributes"),
    [
        ({"claim_id": "c", "source_id": "s"}, ' data-row="claims:c"'),
        ({"source_id": "s", "claim_id": None}, ' data-row="sources:s"'),
        ({"event_id": "e", "claim_id": "c"}, ' data-row="events:e|c"'),
        ({"plan": "p", "point": 5}, ' data-row="plan_points:p|5"'),
        ({"value_ids": ("a", "b")}, ' data-value-id="a b"'),
        ({"value_id": "a", "from_values": ("b", "c")}, ' data-value-id="a b c"'),
        (
            {"value_id": "a", "verdict": "reproduced", "reading": "usual"},
            ' data-value-id="a" data-result="data/verdicts-usual.json#a"',
        ),
        (
            {"conflict_id": "k", "value_ids": ("a",), "reading": "literal"},
            ' data-value-id="a" data-result="data/conflicts-literal.json#k"',
        ),
        (
            {"keys": {"reported_values": ("a", "b"), "events": ("e|c",)}},
            ' data-value-id="a b" data-row="events:e|c"',
        ),
        ({"count": 5}, ""),
        ({"value_id": float("nan")}, ""),
    ],
)
def test_a_row_names_its_rows(row: dict[str, object], attributes: str) -> None:
    """The first table whose key it holds; several values; the record of a verdict or conflict."""
    assert keys.attributes(row) == attributes


def test_every_shipped_row_names_itself(data: tables.Tables) -> None:
    """The key in the attribute is the one that the description of the tables gives."""
    named = keys.attributes(data.statistics.iloc[0].to_dict())

    assert named == (
        ' data-statistic="MIT%20OEC||JPN|RUS|exports|level|goods||2010-01-01|2010-12-31|USD|'
        'sitc_rev2%201962-2014"'
    )


def test_verdicts_and_conflicts_show_as_tables(data: tables.Tables) -> None:
    """The last line of a cell: captioned, each row with its values, and the same rows as text."""
    for result, attribute in (
        (checks.check(data), 'data-result="data/verdicts-usual.json#'),
        (conflicts.find(data), 'data-result="data/conflicts-literal.json#'),
    ):
        bundle, about = result._repr_mimebundle_()

        assert bundle["text/html"].count(attribute) == bundle["text/html"].count(
            "<tr data-value-id"
        )
        assert about["text/html"]["caption"] in bundle["text/html"]
        assert about["text/html"]["caption"] in bundle["text/plain"]


def test_a_long_frame_shows_its_first_rows() -> None:
    """A notebook does not drown in a million rows; the caption says how many there are."""
    bundle, about = glance(pd.DataFrame({"n": range(1_000_000)}), "Numbers", ["n"])

    assert about["text/html"]["caption"] == "Numbers: the first 200 of 1,000,000"
    assert bundle["text/html"].count("<tr>") == 201


def test_controls_in_a_cell_are_shown() -> None:
    """What would turn the direction of its neighbours stands there by name."""
    shown = table(pd.DataFrame({"name": ["a \u202e b \x07"]}), "Names")

    assert "a [RLO] b ␇" in shown.html()
    assert "a [RLO] b ␇" in repr(shown)
