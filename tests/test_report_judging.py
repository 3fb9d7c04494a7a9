"""What differs between readings is told apart, what does not is told once."""

import csv
import io
import json
import pickle
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from check_cases import growth, small, statistic

from analysis import charts, checks, conflicts, readings, tables
from analysis.report import judging
from analysis.report.judging import Judged, Variant
from analysis.report.pages import Writer

KEY = "tass-2019-06-10-oreshkin-growth-2018"
MISS = [statistic(2017, "100.0"), statistic(2018, "120.0")]
MIRROR = [statistic(2017, "100.0", "RUS"), statistic(2018, "117.0", "RUS")]


@pytest.fixture(scope="module")
def every(data: tables.Tables) -> list[Judged]:
    """The shipped data under every reading."""
    return [judging.judged(data, reading) for reading in readings.READINGS]


def test_what_the_readings_share_is_told_once() -> None:
    """Equal records become one, in the order of their first reading."""
    told = [("literal", {"a": 1}), ("usual", {"a": 2}), ("charitable", {"a": 1})]

    assert judging.variants(told) == [
        Variant(("literal", "charitable"), {"a": 1}),
        Variant(("usual",), {"a": 2}),
    ]
    assert [one.everywhere for one in judging.variants([(name, {}) for name, _ in told])] == [True]


def test_the_range_of_a_plain_number_widens_under_charity_alone(every: list[Judged]) -> None:
    """17 is 16.5 to 17.5, and between 16 and 18 in the charitable reading."""
    assert [(one.readings, one.record["text"]) for one in judging.values(every)[KEY]["range"]] == [
        (("literal", "usual"), "16.5% to 17.5%"),
        (("charitable",), "above 16%, below 18%"),
    ]


def test_every_piece_is_told_under_every_reading(every: list[Judged]) -> None:
    """The variants of a piece share out the readings, each to one."""
    for pieces in judging.values(every).values():
        for variants in pieces.values():
            names = [name for variant in variants for name in variant.readings]
            assert sorted(names) == sorted(readings.READINGS)


@pytest.mark.parametrize("place", range(len(readings.READINGS)))
def test_records_are_those_of_the_checks(
    every: list[Judged], data: tables.Tables, place: int
) -> None:
    """Verdicts and conflicts are passed on as they are."""
    one = every[place]
    found = conflicts.find(data, one.reading)

    assert one.verdicts == checks.records(checks.check(data, one.reading).summary)
    assert one.conflicts == conflicts.records(found)
    assert one.not_pursued == found.not_pursued
    assert pickle.loads(pickle.dumps(one)) == one


def test_a_value_names_each_conflict_that_it_is_part_of(every: list[Judged]) -> None:
    """From a value to its conflicts and back, under each reading."""
    values = judging.values(every)
    for one in every:
        there = {(record["conflict_id"], key) for record in one.conflicts
                 for key in record["value_ids"]}  # fmt: skip
        back = {
            (conflict_id, key)
            for key, pieces in values.items()
            for variant in pieces["conflicts"]
            if one.reading in variant.readings
            for conflict_id in variant.record["ids"]
        }
        assert there == back


def test_firm_conflicts_come_first(every: list[Judged]) -> None:
    """Then the conditional ones, those of few values before those of many."""
    found = judging.conflicts(every)
    ranks = [(one.tier != "firm", len(one.value_ids)) for one in found]

    assert ranks == sorted(ranks)
    assert len({one.conflict_id for one in found}) == len(found)


def test_groups_count_every_value(every: list[Judged], data: tables.Tables) -> None:
    """The groups by verdict and reason are as many as the statements, the largest first."""
    for variant in judging.groups(every):
        counts = [row["count"] for row in variant.record["rows"]]
        assert sum(counts) == len(tables.statements(data))
        assert counts == sorted(counts, reverse=True)


def test_a_miss_stands_beside_the_definition_that_fits(tmp_path: Path) -> None:
    """20% by Japan's record is a miss of 17%; Russia's record gives 17% and decides nothing."""
    data = small([growth("17")], MISS + MIRROR)
    every = [judging.judged(data, reading) for reading in readings.READINGS]
    Writer(tmp_path, data, [], [], every).write()

    assert every[1].verdicts[0]["verdict"] == "not_reproduced"
    assert every[1].ranges[0]["fits"] == ["Russia, exports, goods, USD, 2018 on 2017, Office: 17.0"]
    for page in ("index.html", "sources/s.html"):
        text = (tmp_path / page).read_text(encoding="utf-8")
        assert "Fits without deciding: Russia, exports, goods" in text, page


def test_a_hit_has_no_harmless_explanations() -> None:
    """What is reproduced needs none."""
    data = small([growth("20")], MISS + MIRROR)

    assert [row["fits"] for row in judging.judged(data, "usual").ranges] == [[]]


def test_csv_holds_what_json_holds() -> None:
    """Lists and objects stand in a cell as JSON, what is missing is empty."""
    records = [{"key": "a, b", "list": ["x"], "none": None, "number": 1.5}]
    rows = list(csv.DictReader(io.StringIO(judging.written(records, "csv"))))

    assert json.loads(judging.written(records, "json")) == records
    assert rows == [{"key": "a, b", "list": '["x"]', "none": "", "number": "1.5"}]
    assert judging.written([], "json") == "[]\n"


def test_every_conflict_of_the_shipped_data_is_explained(every: list[Judged]) -> None:
    """What the search names at any limit is what pages count, so that no value lacks one."""
    told = judging.searches(every)

    assert [one["explained"] for one in told] == [one["found"] for one in told]
    assert min(one["found"] for one in told) > 20


def test_where_the_limit_bites_found_and_explained_are_told(
    every: list[Judged], data: tables.Tables, tmp_path: Path
) -> None:
    """Of all conflicts those are counted that were found, and beside them those explained."""
    found = conflicts.find(data, "usual", limit=3)
    limited = judging.of(charts.Basis(data, "usual", conflicts=found))
    held = [limited if one.reading == "usual" else one for one in every]
    Writer(tmp_path, data, [], [], held).write()
    whole = next(one.conflicts for one in every if one.reading == "usual")
    explained = 3 + sum(record["tier"] == "firm" for record in whole)

    for name in ("index.html", "conflicts.html"):
        soup = BeautifulSoup((tmp_path / name).read_text(encoding="utf-8"), "html.parser")
        said = [" ".join(one.get_text().split()) for one in soup.select('[data-reading="usual"]')]
        assert any(
            text.startswith(f"{len(whole)} conflicts") and f"{explained} of them explained" in text
            for text in said
        ), name


def test_the_value_in_most_conflicts_is_named(every: list[Judged]) -> None:
    """No value stands in more conflicts than it does, and it stands in as many as are told."""
    by_reading = {one.reading: one.conflicts for one in every}
    for tally in judging.tallies(every):
        for reading in tally.readings:
            told = [key for record in by_reading[reading] for key in record["value_ids"]]
            most = max(map(told.count, told))
            assert tally.record["most"] == {
                "count": most,
                "value_ids": sorted({key for key in told if told.count(key) == most}),
            }


@pytest.mark.parametrize(("statistics", "checked"), [([], "None"), (MISS, "1")])
def test_the_first_page_says_how_many_values_could_be_checked(
    statistics: list[Any], checked: str, tmp_path: Path
) -> None:
    """One value: without statistics none of it could be checked, with two years it could."""
    data = small([growth("17")], statistics)
    every = [judging.judged(data, reading) for reading in readings.READINGS]
    Writer(tmp_path, data, [], [], every).write()
    soup = BeautifulSoup((tmp_path / "index.html").read_text(encoding="utf-8"), "html.parser")

    said = " ".join(soup.select_one("section[aria-labelledby=holds]").get_text().split())
    assert f"{checked} of 1 value could be checked against official statistics" in said
