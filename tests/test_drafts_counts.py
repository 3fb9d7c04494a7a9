"""Counts without a noun, at their stages, and what adds them up."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.drafts import articles, statements

for extra in ("trafilatura", "markdown_it"):
    pytest.importorskip(extra)

TITLE = "Trade between Canada and Chile"


def counts(*paragraphs: str, columns: str) -> list[tuple[object, ...]]:
    """The columns of every count."""
    article = articles.read(
        "\n\n".join([TITLE, *paragraphs]),
        language="en",
        published=date(2022, 3, 15),
        publisher="The Outlet",
    )
    told = [one for one in statements.read(article).proposals if one.counted]
    return [tuple(getattr(one, name) for name in columns.split()) for one in told]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There are 14 projects in the plan: six in water and eight in waste.",
         ["14", "six", "eight"]),
        ("The committee had 17 draft agreements before it. It approved twelve and put off five.",
         ["17", "twelve", "five"]),
        ("The register lists 40 projects, nine of them in ports and another ten in mines.",
         ["40", "nine", "ten"]),
        ("Nine agreements lie ready, among them one on fish.", ["Nine", "one"]),
        ("Nine agreements lie ready, and one is being drafted.", ["Nine", "one"]),
        ("Nine agreements lie ready. One is reminded of better days.", ["Nine"]),
        ("They run 60 projects, one of them a 40-kilovolt line. People outnumber cows ten to one.",
         ["60", "one"]),
    ],
)  # fmt: skip
def test_a_number_that_no_noun_follows_is_of_the_larger_count_before_it(text, expected):
    """It goes on about what was counted, unless it is joined to a unit or of something else."""
    assert [printed for (printed,) in counts(text, columns="printed")] == expected


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["The number of joint projects grew from 62 to 89."], ["projects", "projects"]),
        (["The project portfolio counts 40 in all."], ["projects"]),
        (["The governments keep a register of projects. It holds 32."], ["projects"]),
        (["Agreements: 9, of which 6 in force", "Joint projects: 21 (12 under way)"],
         ["agreements", "agreements", "projects", "projects"]),
        (["Two agreements and five memoranda were signed. Of the memoranda, four deal with wind."],
         ["agreements", "documents", "documents"]),
    ],
)  # fmt: skip
def test_a_collection_or_label_before_a_number_tells_what_it_counts(paragraphs, expected):
    """A list, portfolio or "number of" has the noun, and so has the label of a line."""
    assert [kind for (kind,) in counts(*paragraphs, columns="counted")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Work goes on at 20 projects.", ["under_way"]),
        ("Canadian firms run 20 projects in Chile, nine in mines.", ["under_way", "under_way"]),
        ("Nine projects had been built.", ["completed"]),
        ("Nine agreements bear signatures.", ["signed"]),
        ("Nine agreements have not been signed.", [""]),
        ("Six projects are in progress and three have yet to begin.", ["under_way", ""]),
        ("They will sign nine agreements, after the eight that ministers signed in May.",
         ["signed", "signed"]),
        ("They launched five projects. They join the 22 that Canada and Chile finished before.",
         ["under_way", "completed"]),
        ("Thirty of our forty joint projects are running.", ["under_way", ""]),
    ],
)  # fmt: skip
def test_a_stage_is_told_by_the_words_of_a_count_and_denied_by_a_not(text, expected):
    """Of a whole by its own words alone, of those of one matter as of all of them."""
    assert [stage for (stage,) in counts(text, columns="stage")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine projects are new. They join the 22 begun before, which brings the total to 31.",
         [("Nine", 2), ("22", 2), ("31", None)]),
        ("They share 26 projects, not 36 as we wrote. Ten of them have been started.",
         [("26", None), ("36", None), ("Ten", 0)]),
        ("Sixteen projects were chosen, and of those the ministers named four priority projects.",
         [("Sixteen", None), ("four", 0)]),
        ("They exchanged four documents. The three others are plans.",
         [("four", None), ("three", 0)]),
    ],
)  # fmt: skip
def test_counts_are_parts_of_what_adds_them_up_and_not_of_what_is_denied(text, expected):
    """A total may stand behind its parts; "the others" are of the count before."""
    assert counts(text, columns="printed part_of") == expected


def test_the_next_session_needs_no_noun():
    """The ordinal behind a session numbers the one that will follow."""
    text = "The 5th session of the joint committee is over. The sixth will follow in May."

    assert counts(text, columns="printed counted") == [("5", "sessions"), ("sixth", "sessions")]


def test_a_verb_is_no_agreement_and_a_sum_hides_no_stage():
    """Nine that "deal with ports" are projects; their worth stands before their stage."""
    text = "Of the 52 projects, nine deal with ports. Some 30 projects worth $1 billion are done."

    assert counts(text, columns="printed counted stage part_of") == [
        ("52", "projects", "", None), ("nine", "projects", "", 0),
        ("30", "projects", "completed", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        ("Work is going ahead on 9 projects.", "under_way"),
        ("Of the projects, 9 have been wrapped up.", "completed"),
        ("Still 9 projects remain on paper.", "proposed"),
    ],
)
def test_a_stage_is_told_in_many_words(sentence, stage):
    """What goes ahead is under way, what is wrapped up done, what is on paper proposed."""
    assert counts(sentence, columns="printed stage") == [("9", stage)]


def test_the_points_of_a_road_map_are_no_goal():
    """What belongs to a plan is told of it: only what a plan wants is a target."""
    assert counts("The roadmap's 30 points are known.", columns="counted status") == [
        ("plan_points", "reported")
    ]
