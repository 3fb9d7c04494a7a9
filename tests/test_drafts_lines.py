"""Tables told in lines: a heading with office and months, lines with a label, what comes below."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.drafts import articles, statements

pytest.importorskip("trafilatura")

HEADING = "Customs Service of Chile, January to October 2021:"
EXPORTS = "Exports to Canada: $70 million"


def rows(columns: str, *lines: str) -> list[tuple[object, ...]]:
    """The columns of every proposal of an article whose lines stand below a heading."""
    article = articles.read(
        "\n\n".join(["Chile's trade with Canada", HEADING, *lines]),
        language="en",
        published=date(2021, 12, 15),
        publisher="The Outlet",
    )
    found = statements.read(article).proposals
    return [tuple(getattr(one, name) for name in columns.split()) for one in found]


def test_a_label_may_be_the_balance():
    """A balance alone before a colon is that of trade."""
    assert rows("flow printed", "Balance: CAD -20 million") == [("balance", "-20")]


def test_a_rank_may_be_a_number_behind_its_label():
    """Its flow is seen from the side whose suppliers or buyers are ranked."""
    line = "Canada's rank among suppliers: 27; a year earlier: 24"
    told = rows("measure printed flow economy partner", line)

    assert told == [("rank", one, "imports", "CHL", "CAN") for one in ("27", "24")]


def test_a_share_in_a_list_is_of_a_level_of_the_list():
    """However many lines stand between, and though the label names the other side."""
    share = "Copper, share in exports to Canada: 38 pct"
    told = rows("printed part_of", EXPORTS, "Imports from Canada: $9 million", share)

    assert told[-1] == ("38", 0)


def test_a_line_may_have_the_year_before_in_brackets():
    """The year in front of a number in brackets is that number's alone."""
    line = "Exports to Canada $70 mn (2020: $60 mn), +9.5%"
    told = rows("printed period_start", line)

    assert told == [
        ("70", date(2021, 1, 1)), ("60", date(2020, 1, 1)), ("9.5", date(2021, 1, 1)),
    ]  # fmt: skip


def test_a_line_about_one_month_does_not_change_what_the_article_is_about():
    """The next paragraph goes back to all months of the heading."""
    month = "In October: exports $7 million"
    told = rows("printed period_start", month, "Imports were $9 million.")

    assert told == [("7", date(2021, 10, 1)), ("9", date(2021, 1, 1))]


def test_so_many_months_are_those_told_before():
    """Not the year that a forecast was made for in between."""
    text = "Andes Bank sees imports of $9 million this year. It saw $7 million in the ten months."
    told = rows("printed period_end", EXPORTS, text)

    assert told[-1] == ("7", date(2021, 10, 31))


def test_counts_at_a_stage_stand_beside_each_other():
    """A count without a noun goes on about the documents; what is not larger is no whole."""
    told = rows("counted stage part_of", "Two memoranda signed on May 9, three at the draft stage.")

    assert told == [("documents", "signed", None), ("documents", "proposed", None)]
