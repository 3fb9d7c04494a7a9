"""What a number is a part of: a level printed nearby, a count told before."""

from __future__ import annotations

from datetime import date

import pytest
from draft_cases import rows

from analysis.drafts import articles, statements

for extra in ("trafilatura", "markdown_it"):
    pytest.importorskip(extra)

TITLE = "Trade between Canada and Chile"


def parts(*paragraphs: str) -> list[tuple[str, int | None]]:
    """Each numeral with the index of its whole."""
    article = articles.read(
        "\n\n".join([TITLE, *paragraphs]),
        language="en",
        published=date(2022, 3, 15),
        publisher="The Outlet",
    )
    return [(one.printed, one.part_of) for one in statements.read(article).proposals]


EXPORTS = "Canada's exports to Chile were $9 million in 2021."


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Wheat brought in another $2 million.", ("2", 0)),
        ("Syrup alone climbed to $3 million.", ("3", 0)),
        ("Peas: $3 million.", ("3", 0)),
        ("The peas, which nobody counted, fetched $3 million.", ("3", 0)),
        ("Two thirds of it is wheat.", ("Two thirds", 0)),
        ("Wheat made up 40% of that.", ("40", 0)),
        ("Wheat made up 40% of everything.", ("40", None)),
        ("In 2020 it was $8 million.", ("8", None)),
    ],
)
def test_a_commodity_told_without_a_flow_is_part_of_the_flow_before(sentence, expected):
    """It has no flow of its own and is smaller; a year before is no part."""
    assert parts(f"{EXPORTS} {sentence}")[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{EXPORTS} Of this sum, $4 million was fish, $3 million wood.",
         [("9", None), ("4", 0), ("3", 0)]),
        (f"{EXPORTS} Half of these exports were fish; wood came to $3 million.",
         [("9", None), ("Half", 0), ("3", 0)]),
        (f"{EXPORTS} Half of it was fish. Wood was $3 million.",
         [("9", None), ("Half", 0), ("3", 0)]),
        (f"{EXPORTS} Half of it was fish. It was $8 million in 2020.",
         [("9", None), ("Half", 0), ("8", None)]),
        ("Fish, at $5 million, made up the bulk of the $9 million that Canada sold to Chile.",
         [("5", 1), ("9", None)]),
        (f"{EXPORTS} Fish brought in $5 million. Its share in the total was 56 percent.",
         [("9", None), ("5", 0), ("56", 0)]),
    ],
)  # fmt: skip
def test_what_follows_a_part_is_a_part_of_the_same_whole(text, expected):
    """Another thing with its sum, in the sentence or opening the next; a thing and its share."""
    assert parts(text) == expected


def test_items_of_a_list_are_parts_of_what_opens_it():
    """Each thing with its sum, and its share of the total."""
    found = parts(EXPORTS, "- Peas: $4 million (44% of the total)", "- Syrup: $2 million")

    assert found == [("9", None), ("4", 0), ("44", 0), ("2", 0)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Wheat made up 46 percent of the $9 million worth of goods that Canada sold to Chile.",
         [("46", 1), ("9", None)]),
        ("Canada's imports, more than half of them fish, were $9 million in 2021.",
         [("half", 1), ("9", None)]),
    ],
)  # fmt: skip
def test_a_share_may_be_of_the_sum_behind_it(sentence, expected):
    """ "46% of the $9 million" and an aside point forward."""
    assert parts(sentence) == expected


def test_exports_are_no_part_of_a_turnover():
    """They stand beside it, even where they are "of the total"."""
    text = "Trade with Chile was $9 million in 2021. Exports accounted for $5 million of that."

    assert parts(text) == [("9", None), ("5", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (["The programme comprises 19 projects. Eight projects are finished, six are under way and "
          "five are in preparation."], [("19", None), ("Eight", 0), ("six", 0), ("five", 0)]),
        (["There is a 12-point agenda. Five of its points have been carried out."],
         [("12", None), ("Five", 0)]),
        (["The memorandum lists six projects. Their state is as follows:",
          "one project, a mill, is finished;", "three are under way;"],
         [("six", None), ("one", None), ("three", 0)]),
    ],
)  # fmt: skip
def test_counts_that_add_up_or_stand_in_a_list_are_parts(text, expected):
    """A noun of their own does not hide that they make up the whole."""
    assert parts(*text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (["The ministers met over a list of 19 projects.",
          "Eight have been completed, six are under way, and five have been proposed."],
         [("19", None), ("Eight", 0), ("six", 0), ("five", 0)]),
        (["The ministers met over 19 projects.", "Eight are complete. Six are under way."],
         [("19", None), ("Eight", 0), ("Six", 0)]),
        (["Of 19 projects, eight are finished and eleven are under way. Three of those under way "
          "are priority projects."], [("19", None), ("eight", 0), ("eleven", 0), ("Three", 2)]),
        (["Four agreements were signed. Drafts of three more were handed over."],
         [("Four", None), ("three", None)]),
        (["The list has 19 projects. The weekly has since corrected the number to 16. Four of them "
          "have been launched; the other dozen are proposals."],
         [("19", None), ("16", None), ("Four", 1), ("dozen", 1)]),
    ],
)  # fmt: skip
def test_counts_point_to_what_they_are_of(text, expected):
    """To the whole in a paragraph before, to those of a stage, to a number put right; drafts are
    no part of what was signed."""
    assert parts(*text) == expected


def test_what_is_among_the_goods_just_told_is_a_part_and_so_is_its_share():
    """ "Among these" breaks exports down, and "or a third" says the part once more."""
    told = parts(EXPORTS, "Among these, peas for $3 million, or close to a third.")

    assert told == [("9", None), ("3", 0), ("third", 0)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Take out the $2 million of wheat and little is left.",
        "Strip out the $2 million of wheat and little is left.",
        "Fish made up $2 million.",
        "Some was frozen; fish and crabs came to $2 million.",
        "Exports of wheat to Chile were $2 million in 2021.",
        "A small part, $2 million of it fish, went by air.",
    ],
)
def test_a_sum_of_a_thing_is_part_of_the_flow_told_before(sentence):
    """The thing follows it, begins its clause, or narrows its flow."""
    assert parts(f"{EXPORTS} {sentence}")[-1] == ("2", 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("With $2 million of figs, Canada's exports to Chile came to $9 million in 2021.",
         [("2", 1), ("9", None)]),
        ("Figs earned $2 million in 2021, out of total exports to Chile of $9 million.",
         [("2", 1), ("9", None)]),
        ("Figs stood for $2 million of the $9 million that Canada exported to Chile in 2021.",
         [("2", 1), ("9", None)]),
        ("Canada's exports to Chile were $9 million in 2021, of which figs $2 million.",
         [("9", None), ("2", 0)]),
        ("Exports to Chile in 2021 were $9 million: $2 million of figs, $1 million of tea.",
         [("9", None), ("2", 0), ("1", 0)]),
        ("Tea exports to Chile rose to $9 million in 2021 from $2 million in 2020.",
         [("9", None), ("2", None)]),
    ],
)  # fmt: skip
def test_a_whole_stands_before_or_behind_the_sum_of_a_thing(text, expected):
    """A thing's own sum of another year is none of its parts."""
    assert parts(text) == expected


@pytest.mark.parametrize("share", ["Half", "A third", "About 40 percent", "More than half"])
def test_a_share_of_a_number_of_projects_is_a_part_of_them(share):
    """ "Half of the 24 projects are done" tells a stage of a part, and nothing of trade."""
    text = f"{share} of the 24 joint projects have been completed. Trade grew by 4 percent."

    assert rows(text, columns="measure counted stage part_of flow")[:2] == [
        ("share", "projects", "completed", 1, ""),
        ("count", "projects", "", None, ""),
    ]
