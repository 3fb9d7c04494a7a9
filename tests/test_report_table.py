"""A captioned table says the same as text and as HTML."""

from html.parser import HTMLParser

import pandas as pd

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


def test_a_notebook_says_so_where_a_table_has_no_rows() -> None:
    """A cell shows one line and no empty table."""
    assert table(FRAME.head(0), "Fits")._repr_mimebundle_() == ({"text/plain": "Fits: none."}, {})


def test_a_table_without_rows_keeps_its_headers() -> None:
    """No row is shown as no row, not as a fault."""
    empty = table(FRAME.head(0), "Nothing")

    assert [cell for cell in Cells(empty.html()).cells if cell[0] == "td"] == []
    assert repr(empty).splitlines()[2:] == ["said by  value  day  known"]
