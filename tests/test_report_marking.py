"""Marks say where a number comes from, the same way on every page."""

import pandas as pd
import pytest

from analysis.report import marking


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("2019-06-10", '<time datetime="2019-06-10">10 Jun 2019</time>'),
        ("2019-06", '<time datetime="2019-06">Jun 2019</time>'),
        ("2019", '<time datetime="2019">2019</time>'),
        (pd.Timestamp("2019-06-10"), '<time datetime="2019-06-10">10 Jun 2019</time>'),
        ("", ""),
    ],
)
def test_a_date_keeps_its_precision_for_machines(given: object, told: str) -> None:
    """The element holds the date as ISO 8601 writes it; a missing one is nothing."""
    assert marking.day(given) == told


def test_a_count_names_what_it_counts() -> None:
    """The number stands in the text and in the value; none is told in a word and stays 0."""
    assert marking.number(5, "data/claims.csv?source_id=a") == (
        '<data value="5" data-result="data/claims.csv?source_id=a">5</data>'
    )
    assert (
        marking.number(0, "data/a.csv", "No")
        == '<data value="0" data-result="data/a.csv">No</data>'
    )


def test_a_result_under_several_readings_names_each_file() -> None:
    """What several readings share is the same in each of their files."""
    told = marking.results("conflicts", ("literal", "usual"), "#k")

    assert told == "data/conflicts-literal.json#k data/conflicts-usual.json#k"
