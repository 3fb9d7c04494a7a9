"""What is handed out as CSV does nothing when a spreadsheet opens it."""

import csv
import io

import pytest

from analysis.outputs import sheets
from analysis.report import judging


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", '=HYPERLINK("http://localhost","x")', "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1:A9)",
        "\t=1", "\r=1", "\n=1", "＝1+1", "－2+3", "-", "+17%",
        "- a list", "--5", "-1e", "-1,", "+1-2",
    ],
)  # fmt: skip
def test_what_begins_as_a_formula_is_led_by_an_apostrophe(text: str) -> None:
    """The text itself stays whole behind it, and comes back from the file."""
    assert sheets.safe(text) == f"'{text}"
    for written in (
        sheets.written(["a", "b"], [{"a": text, "b": 1}]),
        sheets.copied(f'a,b\n"{text.replace(chr(34), chr(34) * 2)}",1\n'),
        judging.written([{"a": text, "b": 1}], "csv"),
    ):
        assert list(csv.reader(io.StringIO(written, newline=""))) == [["a", "b"], [f"'{text}", "1"]]


@pytest.mark.parametrize(
    "cell",
    ["-13.3", "+17", "-22,8", "-1.5e-05", "17%", "a=b", "", "over 60", -2, -0.5, None],
)
def test_numbers_and_plain_texts_stay_as_they_are(cell: object) -> None:
    """A fall is a number with a minus, and no formula."""
    assert sheets.safe(cell) == cell
    assert type(sheets.safe(cell)) is type(cell)


def test_json_keeps_the_exact_text() -> None:
    """Only CSV is opened by spreadsheets."""
    assert '"=1+1"' in judging.written([{"a": "=1+1"}], "json")


def test_a_safe_table_is_copied_letter_for_letter() -> None:
    """Quotes, line breaks and empty cells come out as they went in."""
    text = 'key,note\none,"a ""quoted"", word"\ntwo,"line\nbreak"\nthree,\n'

    assert sheets.copied(text) == text


@pytest.mark.parametrize("text", ["=1", "''-x", "-5", "'-5", "'tis", "'", "", "plain", "+17%"])
def test_the_exact_text_comes_back(text: str) -> None:
    """Whatever a cell held, what `safe` made of it is undone by `exact`."""
    assert sheets.exact(sheets.safe(text)) == text
