"""What a number without unit or noun is: another of what was told last, or nothing."""

from __future__ import annotations

import pytest
from draft_cases import rows

for extra in ("trafilatura", "markdown_it"):
    pytest.importorskip(extra)

GROWN = "Canada's exports to Chile rose by 8 percent in 2020."
LEVEL = "Canada's exports to Chile were worth $60 million in 2020."
SHARE = "Chile takes 6 percent of all that Canada exports."
COUNT = "Canada and Chile have 27 joint projects."


@pytest.mark.parametrize(
    ("before", "sentence", "expected"),
    [
        (GROWN, "This year may bring 11.", [("11", "growth")]),
        (GROWN, "For 2022 the bank expects no more than 3, for 2023 a full nine.",
         [("3", "growth"), ("nine", "growth")]),
        (GROWN, "I make it 5.", [("5", "growth")]),
        (GROWN, "In 2019 the rate had been much higher, 34.", [("34", "growth")]),
        (GROWN, "Since January the plus is 4.", [("4", "growth")]),
        (GROWN, "With a new port he counts on 15 for 2023.", [("15", "growth")]),
        (LEVEL, "2021 was leaner: 47.", [("47", "level")]),
        (LEVEL, "My goal for next year is 90.", [("90", "level")]),
        (LEVEL, "Fish was responsible for 31.5, timber for 12.2.",
         [("31.5", "level"), ("12.2", "level")]),
        (LEVEL, "Eighty, if all goes well.", [("Eighty", "level")]),
        (SHARE, "It used to be 9.", [("9", "share")]),
        (LEVEL, "Half was fish, timber made up another fifth.",
         [("Half", "share"), ("fifth", "share")]),
        (COUNT, "There used to be 40.", [("40", "count")]),
    ],
)  # fmt: skip
def test_a_number_alone_goes_on_about_what_was_told_last(before, sentence, expected):
    """Words of time, thinking, aiming and comparing lead to another number of the same kind."""
    assert rows(f"{before} {sentence}", columns="printed measure")[1:] == expected


@pytest.mark.parametrize("before", [GROWN, LEVEL, COUNT])
@pytest.mark.parametrize(
    "sentence",
    [
        "The fair opened at 9 and closed at 5.",
        "Present: 31.",
        "The crowd came to 15.",
        "His daughter made 12.",
        "The temperature in May was 34.",
        "The hotel has 40 rooms and expects 12 today.",
        "Inflation was 3.5.",
        "The peso, at 18.6, was weak.",
    ],
)
def test_a_number_alone_is_nothing_where_its_clause_is_of_something_else(before, sentence):
    """Hours, people, weather and the like have no unit either."""
    assert len(rows(f"{before} {sentence}", columns="printed")) == 1


def test_a_rate_that_is_named_without_its_number_is_told_by_the_next_sentence():
    """The words that name it tell no rise of their own."""
    text = "Few know how fast Canada's exports to Chile grew in 2020. It was 14. In 2019 it was 2."
    assert rows(text, columns="printed measure") == [("14", "growth"), ("2", "growth")]


def test_counts_named_without_a_number_or_told_a_paragraph_before_are_gone_on_about():
    """How many there were, had or are wanted is a count of the same things."""
    named = "They spoke of the agreements between Canada and Chile. There used to be 40."
    assert rows(named, columns="printed counted") == [("40", "agreements")]
    told = rows(COUNT, '"A year ago we had twenty," he said.', columns="printed counted")
    assert told[1:] == [("twenty", "projects")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By a third: that is how far Canada's exports to Chile shrank in 2020.", ["down"]),
        ("Canada's exports to Chile fell by 8 percent. Fish, a third.", ["down", "down"]),
    ],
)
def test_a_direction_is_told_behind_the_number_or_by_the_sentence_before(text, expected):
    """A few words without a verb go on as the sentence before them."""
    assert [direction for (direction,) in rows(text, columns="direction")] == expected


def test_a_share_is_no_growth_for_a_base_in_the_next_clause():
    """A semicolon parts what follows from the share."""
    text = "Chile's share in Canada's exports is 4 percent; ten years ago it was 9."
    assert rows(text, columns="measure") == [("share",), ("share",)]
