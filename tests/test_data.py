"""The shipped data against the two articles, number by number, as a person reads them."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis import evidence, labels, tables

TASS, SPUTNIK = "tass-2019-06-10", "sputnik-2019-12-20"


@pytest.fixture(scope="module")
def statements(data) -> pd.DataFrame:
    """Every reported value with its claim and source."""
    return tables.statements(data)


def of(statements: pd.DataFrame, source: str) -> set[tuple[str, str, str]]:
    """What the values of one source say, in words."""
    rows = statements[statements["source_id"] == source].to_dict("records")
    return {(r["measure"], labels.value(r), labels.counted(r["counted"])) for r in rows}


def test_the_first_article_has_its_four_numbers(statements):
    """17% in 2018; over 60 of 130 projects; the eight points."""
    assert of(statements, TASS) == {
        ("growth", "+17%", ""),
        ("count", "over 60", "projects"),
        ("count", "130", "projects"),
        ("count", "eight", "points of the plan"),
    }


def test_the_second_article_has_its_four_numbers(statements):
    """The 15th session; eight points; 12 national projects; over 200 joint projects."""
    assert of(statements, SPUTNIK) == {
        ("ordinal", "15th", "sessions"),
        ("count", "eight", "points of the plan"),
        ("count", "12", "national projects"),
        ("count", "over 200", "projects"),
    }


def test_seventeen_percent_keeps_speaker_place_and_period(statements):
    """Oreshkin, 10 June 2019, the growth of 2018 on 2017, in currency and by records not said."""
    row = statements.set_index("value_id").loc["tass-2019-06-10-oreshkin-growth-2018"]

    assert (row["speaker"], row["said_on"]) == ("Maxim Oreshkin", "2019-06-10")
    assert labels.period(row["period_start"], row["period_end"]) == "2018"
    assert labels.period(row["base_start"], row["base_end"]) == "2017"
    assert row[["reporter", "office", "currency", "hedge"]].isna().all()
    assert evidence.link(row["url"], row["fragment"]).startswith(
        "https://tass.com/economy/1062990#:~:text="
    )


def test_the_sixty_projects_are_a_part_of_the_hundred_and_thirty(statements):
    """The part points to its whole, and the claim to the older state that it passes on."""
    rows = statements[statements["source_id"] == TASS].set_index("value_id")
    part = rows.loc["tass-2019-06-10-projects-started"]

    assert part["part_of"] == "tass-2019-06-10-projects-all"
    assert part["stage"] == "under_way"
    assert part["repeats_inferred"] == "tass-2018-05-25-abe-projects"


@pytest.mark.parametrize(
    ("claim", "printed", "start", "end", "precision"),
    [
        (TASS, "Monday", "2019-06-10", "2019-06-10", "day"),
        (TASS, "over the weekend", "2019-06-08", "2019-06-09", "weekend"),
        (TASS, "late June", "2019-06-21", "2019-06-30", "month_part"),
        (SPUTNIK, "Thursday", "2019-12-19", "2019-12-19", "day"),
        (SPUTNIK, "In July", "2019-07-01", "2019-07-31", "month"),
        (SPUTNIK, "in October", "2019-10-01", "2019-10-31", "month"),
        (SPUTNIK, "in 2018", "2018-01-01", "2018-12-31", "year"),
    ],
)
def test_dates_in_words_are_resolved_against_the_article(
    data, claim, printed, start, end, precision
):
    """The words stand beside the days that they allow, with their precision."""
    events = data.events[data.events["claim_id"].str.startswith(claim)]
    told = events[events["date_printed"].str.contains(printed, case=False)]

    assert len(told) > 0
    assert set(told["start"]) == {pd.Timestamp(start)}
    assert set(told["end"]) == {pd.Timestamp(end)}
    assert set(told["date_precision"]) == {precision}


def test_the_plan_has_its_eight_points_and_the_articles_leave_some_out(data):
    """Points that an article does not name have no field from it."""
    assert data.plan_points["point"].tolist() == [1, 2, 3, 4, 5, 6, 7, 8]

    fields = data.plan_fields
    from_tass = fields[fields["claim_id"].str.startswith(TASS)]["point"].dropna()
    assert {1, 2} & set(from_tass) == set()
    assert fields["point"].isna().any()
    assert fields.duplicated(["claim_id", "field"]).any()


def test_no_official_level_of_2017_or_2018_is_made_up(data):
    """None was found, so none stands in the statistics."""
    years = data.statistics["period_start"].dt.year

    assert not years.isin([2017, 2018]).any()


def test_every_claim_that_was_read_has_a_fragment(data):
    """Whoever reads a row can find the place again."""
    read = data.claims[data.claims["read_at_source"]]

    assert read["fragment"].notna().all()


def test_fragments_are_short_and_summaries_are_not_copies(data):
    """A summary does not contain the source's words beyond a few."""
    read = data.claims[data.claims["read_at_source"]]
    copied = [
        fragment in summary and evidence.word_count(fragment) > 5
        for fragment, summary in zip(read["fragment"], read["summary"], strict=True)
    ]

    assert not any(copied)
