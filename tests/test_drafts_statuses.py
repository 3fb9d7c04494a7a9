"""What was hoped for, expected or reached, where words around a number tell it."""

from __future__ import annotations

from datetime import date

import pytest
from draft_cases import on_canada

from analysis.drafts import statements

for extra in ("trafilatura", "markdown_it"):
    pytest.importorskip(extra)


def statuses(*paragraphs: str) -> list[tuple[str, str]]:
    """Each numeral, or the words that stand for one, with its status."""
    return [(one.printed or text, one.status) for one, text in _told(*paragraphs)]


def _told(*paragraphs: str):
    article = on_canada(*paragraphs)
    found = statements.read(article).proposals
    return [(one, article.paragraphs[one.paragraph][one.start : one.end]) for one in found]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The exporters hope for $9 million from sales to Chile this year.", "forecast"),
        ("The union hopes to see exports to Chile up by 9 percent in 2022.", "forecast"),
        ("The union hopes to lift exports to Chile to $9 million in 2022.", "target"),
        ("The union hopes for exports to Chile of $9 million by 2024.", "target"),
    ],
)
def test_who_hopes_for_something_foresees_it(sentence, status):
    """A goal is what somebody hopes to do, or hopes for by a day."""
    assert [told for _, told in statuses(sentence)] == [status]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ottawa had counted on exports to Chile of $9 million in 2021.",
        "The budget had assumed exports to Chile of $9 million in 2021.",
        "In 2021 exports to Chile fell short of the $9 million that brokers had forecast.",
        "In 2021 exports to Chile stayed below the $9 million budgeted.",
        "In 2021 exports to Chile rose faster than the 9 percent penciled in by brokers.",
        "In 2021 exports to Chile rose 2 percent, against our call of 9 percent.",
        "Instead of growing by 9 per cent, exports to Chile shrank in 2021.",
    ],
)
def test_what_was_expected_of_a_time_that_is_over_is_a_forecast(sentence):
    """Also where it is told for comparison with what came of it."""
    assert ("9", "forecast") in statuses(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "In February brokers had expected a rise of 2 percent in exports to Chile, after a mild "
        "January in which the gain was 9 percent.",
        "Exports to Chile of $2 million would at last match last year's $9 million.",
        "Exports to Chile rose 2 percent in January and 9 percent in February, as expected.",
    ],
)
def test_what_came_before_an_expectation_is_reported(sentence):
    """The words of the expectation do not reach it."""
    assert statuses(sentence)[-1] == ("9", "reported")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Trade between Canada and Chile should reach $9 billion by 2025, the ministers agreed.",
         "target"),
        ("Trade between Canada and Chile should reach $9 billion by 2025, the bank reckons.",
         "forecast"),
        ("Exports to Canada ought to earn Chile $9 million this year.", "forecast"),
        ("A study puts the potential of Canada's exports to Chile at $9 million.", "forecast"),
        ("Should the port close, exports to Chile will fall by 9 percent.", "forecast"),
        ("Our presidents have asked us for exports to Chile of $9 million.", "target"),
        ("Mark my words: exports to Chile of $9 million by December.", "forecast"),
        ("The bank sees exports to Chile at $9 million this year.", "forecast"),
        ("Exports to Chile are seen at $9 million this year.", "forecast"),
        ("At this rate exports to Chile end the year at $9 million.", "forecast"),
        ("Under the plan exports to Chile are to rise to $9 million.", "target"),
        ("They have their eyes on exports to Chile of $9 million.", "target"),
    ],
)  # fmt: skip
def test_what_should_be_is_a_goal_or_what_somebody_thinks(sentence, expected):
    """A condition is none of them."""
    assert [status for _, status in statuses(sentence)] == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They want to raise trade from 3 to 5 billion dollars by 2025.",
         [("3", "reported"), ("5", "target")]),
        ("They want to raise trade to $5 billion by 2025 from $3 billion now.",
         [("5", "target"), ("3", "reported")]),
        ("They raised their trade goal for 2025 from 3 to 5 billion dollars.",
         [("3", "target"), ("5", "target")]),
    ],
)  # fmt: skip
def test_a_goal_starts_from_what_is_reported(sentence, expected):
    """Where not the goal itself was changed."""
    assert statuses(sentence) == expected


@pytest.mark.parametrize(
    ("opening", "status", "year"),
    [
        ("What exports to Chile may do in 2023:", "forecast", 2023),
        ("It may rain. Scenarios for exports to Chile in 2023:", "forecast", 2023),
        ("It may rain. What exports to Chile did in 2021:", "reported", 2021),
    ],
)
def test_items_are_what_the_words_that_open_their_list_say(opening, status, year):
    """Its last sentence tells their status and their time."""
    told = [one for one, _ in _told(opening, "- Good harvest: +9%\n- Drought: -2%")]
    assert [(one.printed, one.status) for one in told] == [("9", status), ("-2", status)]
    assert {one.period_start for one in told} == {date(year, 1, 1)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Seven joint projects are to be launched by 2025, three of them in energy.",
         [("Seven", "target"), ("three", "target")]),
        ("Of nine joint projects four should be finished next year, the ministry expects.",
         [("nine", "reported"), ("four", "forecast")]),
        ("Two agreements are to be signed by 2025.", [("Two", "reported")]),
    ],
)  # fmt: skip
def test_projects_to_be_done_by_a_day_are_hoped_for(sentence, expected):
    """Parts are what their whole is; agreements to be signed are proposed."""
    assert statuses(sentence) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Canada and Chile initialled two agreements.", ["proposed"]),
        ("Canada had nine projects in Chile. Four were under construction and two in operation.",
         ["", "under_way", "completed"]),
        ("All nine projects have been completed. Two came in late.", ["completed", "completed"]),
        ("Canada sent Chile nine draft agreements. Chile has answered two.",
         ["proposed", "proposed"]),
        ("Nine agreements were signed, not two.", ["signed", "signed"]),
    ],
)  # fmt: skip
def test_what_is_in_operation_is_done_and_parts_of_what_is_done_are_so(text, expected):
    """Drafts stay drafts, what is initialled is not yet signed, and a number corrected is told of
    the same."""
    assert [one.stage for one, _ in _told(text)] == expected


def test_a_possible_project_that_was_built_is_a_project():
    """Though it is still a part of the list."""
    told = [one for one, _ in _told("They listed nine possible projects. Two have been built.")]
    assert [(one.counted, one.part_of) for one in told] == [
        ("possible_projects", None),
        ("projects", 0),
    ]
