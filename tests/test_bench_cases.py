"""The scorer of short cases, on proposals made by hand and on cases that can be read."""

import json
from typing import Any

import pytest

from bench import cases
from bench.gold import Row

CASE = {
    "title": "Kenya and Uganda trade more",
    "publisher": "The Daily",
    "published": "2021-05-04",
    "text": "Kenya's exports to Uganda rose by 7 percent to $4.2 billion in 2020.",
    "values": [
        {"printed": "7", "measure": "growth", "unit": "percent", "part_of": None},
        {"printed": "4.2", "unit": "USD", "economy": "KEN", "partner": "UGA", "flow": "exports"},
    ],
}


def drafted(printed: str, **columns: Any) -> Row:
    """A proposal as the scorer sees it."""
    return Row({"printed": printed, "part_of": None, **columns}, 1, 0, 1)


def told(values: list[dict[str, Any]], *rows: Row) -> list[tuple[str, str]]:
    """The faults as (numeral, column)."""
    return [(one.printed, one.column) for one in cases.compared(values, rows)]


def test_a_case_that_is_read_rightly_has_no_fault():
    """What the draft says of the words is what the case says."""
    assert cases.faults(CASE) == []


def test_a_wrong_column_is_told_with_what_was_wanted():
    """A case that says otherwise than its words is told so, and only that."""
    wrong = CASE | {"values": [CASE["values"][0] | {"unit": "times"}, CASE["values"][1]]}

    [fault] = cases.faults(wrong)

    assert fault == cases.Fault("7", "unit", "times", "percent")


def test_a_column_that_is_left_out_is_not_compared():
    """Only what the theme is about is counted."""
    assert told([{"printed": "7"}], drafted("7", unit="USD")) == []
    assert told([{"printed": "7", "unit": None}], drafted("7", unit="USD")) == [("7", "unit")]


def test_what_is_not_there_and_what_is_too_much_are_told():
    """A value without a proposal is missed, a proposal without a value invented."""
    assert told([{"printed": "7"}], drafted("8")) == [("7", "missed"), ("8", "invented")]


def test_the_same_numeral_twice_is_two_values():
    """They are taken in the order of the text."""
    rows = [{"printed": "5", "flow": "exports"}, {"printed": "5", "flow": "imports"}]

    assert told(rows, drafted("5", flow="exports"), drafted("5", flow="imports")) == []
    assert told(rows, drafted("5", flow="exports")) == [("5", "missed")]


def test_exports_of_one_side_are_imports_of_the_other():
    """Whichever side the words name, the goods are the same; other sides are told."""
    row = {"printed": "5", "economy": "KEN", "partner": "UGA", "flow": "exports"}

    assert told([row], drafted("5", economy="UGA", partner="KEN", flow="imports")) == []
    assert told([row], drafted("5", economy="UGA", partner="KEN", flow="exports")) == [
        ("5", "sides")
    ]


def test_a_whole_is_that_of_the_same_value():
    """Wholes are counted among the values, and among the proposals."""
    rows = [{"printed": "60"}, {"printed": "140"}, {"printed": "9", "part_of": 1}]
    before = [drafted("3"), drafted("60"), drafted("140")]

    assert told(rows, *before, drafted("9", part_of=2)) == [("3", "invented")]
    assert told(rows, *before, drafted("9", part_of=1)) == [("9", "part_of"), ("3", "invented")]


def test_a_hedge_may_be_told_by_its_words():
    """Either the row of the table or the words that are printed count as right."""
    row = {"printed": "5", "hedge": "about", "hedge_printed": "or so"}

    assert told([row], drafted("5", hedge="or so")) == []
    assert told([row], drafted("5", hedge="over")) == [("5", "hedge")]


@pytest.mark.parametrize("path", sorted(cases.CASES.glob("*.json")), ids=lambda one: one.stem)
def test_every_value_of_a_case_stands_in_its_words(path):
    """No case asks for a number that its text does not print."""
    for case in json.loads(path.read_text(encoding="utf-8")):
        text = " ".join((case.get("article") or f"{case['title']} {case['text']}").split())
        for row in case["values"]:
            assert (row.get("printed") or row["words"]).lstrip("-−") in text, row
