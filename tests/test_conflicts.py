"""Conflicts of the shipped data: each by hand from the printed numbers, without the solver."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest
from conflict_cases import DATA

from analysis import conflicts

PUTIN_2017 = "kremlin-2018-05-26-putin-trade-turnover"
PUTIN_2018 = "investforesight-2019-01-22-putin-growth-turnover"
FISCAL = "tass-2021-04-19-mof-fiscal"
YEAR_2023 = "tass-2024-01-24-tass"
ELEVEN_MONTHS = {
    "tass-2023-01-02-tass-exports-exports-growth", "tass-2023-01-02-tass-exports-exports-level",
    "tass-2023-01-02-tass-imports-imports-growth", "tass-2023-01-02-tass-turnover-turnover-growth",
    "tass-2023-01-02-tass-turnover-turnover-level",
}  # fmt: skip


@pytest.fixture(scope="module")
def literal() -> conflicts.Conflicts:
    """The conflicts of the shipped data under the literal reading."""
    return conflicts.find(DATA, "literal")


def row(found: conflicts.Conflicts, *value_ids: str) -> dict:
    """The conflict of exactly these values."""
    return next(r for r in conflicts.records(found) if set(r["value_ids"]) == set(value_ids))


def test_putin_on_2017_and_on_2018(literal):
    """Above 18 bn, grown by 17.5% at least, is above 21.15 bn; almost 20 bn is below."""
    found = row(literal, PUTIN_2017, PUTIN_2018, f"{PUTIN_2018}-growth")

    assert Fraction(18) * Fraction("1.175") == Fraction("21.15") > 20
    assert (found["tier"], found["form"]) == ("conditional", "level_growth_level")
    assert "above USD 21.1 bn" in found["sentence"]
    assert any("no reporter is named" in one for one in found["assumptions"])
    assert any("22 days after the end of the period" in one for one in found["explanations"])
    # the base would have to be 20/1.175 = 17.02 bn or less, 5.4 per cent below 18
    assert Fraction("0.054") < 1 - 20 / Fraction("1.175") / 18 < Fraction("0.055")
    assert any("downwards by 5.5%" in one for one in found["explanations"])


def test_the_total_of_fiscal_2020_lies_outside_its_parts(literal):
    """A sum of two positive amounts grows by no more and no less than its parts do."""
    ids = [f"{FISCAL}-{f}-{f}-growth" for f in ("exports", "imports", "turnover")]
    found = row(literal, *ids)

    assert Fraction("-32.5") < Fraction("-29.45") < Fraction("-15.45")
    assert (found["tier"], found["form"]) == ("firm", "parts_and_total")
    assert found["assumptions"] == []
    # -29 means -29.5 to -28.5, which meets values above -29.45
    assert found["smallest_move"] == {"value_id": ids[2], "units": 4, "from": "-33", "to": "-29"}


def test_the_total_of_2023_lies_outside_its_parts(literal):
    """The parts' levels over their growths give bases whose sum the printed growth misses."""
    exports, imports = Fraction("395.5"), Fraction(1040)
    growth = (exports + imports) / (exports / Fraction("0.655") + imports / Fraction("0.528")) - 1
    lowest = (
        Fraction(395_450 + 1_035_000)
        / (Fraction(395_450) / Fraction("0.6545") + Fraction(1_035_000) / Fraction("0.5275"))
        - 1
    )
    ids = [f"{YEAR_2023}-{f}-{f}-growth" for f in ("exports", "imports", "turnover")]
    firm = [r for r in conflicts.records(literal) if set(ids) <= set(r["value_ids"])]

    assert round(float(growth), 3) == -0.442
    assert lowest > Fraction("-0.4525")
    assert {r["tier"] for r in firm} == {"firm"}
    assert {len(r["value_ids"]) for r in firm} == {5}


def test_first_halves_of_2023_and_2024(literal):
    """806.8 less 24.8% is at least 606.27; 602.6 is below."""
    found = row(
        literal, "tass-2023-07-20-tass-turnover-turnover-level",
        "tass-2024-07-18-tass-turnover-turnover-growth",
        "tass-2024-07-18-tass-turnover-turnover-level",
    )  # fmt: skip

    assert Fraction("806.75") * Fraction("0.7515") > Fraction("602.65")
    # the base that fits is 602.6/0.752 = 801.3, 0.7% below 806.8; at most 602.65/0.7515 = 801.9
    assert round(float(1 - Fraction("602.6") / Fraction("0.752") / Fraction("806.8")), 3) == 0.007
    assert any("by 0.6%" in e and "0.7% without" in e for e in found["explanations"])
    assert found["tier"] == "conditional"


def test_first_quarters_of_2020_and_2021(literal):
    """About 527.6 less 11% is at most 472.3; 474.2 is above."""
    found = row(
        literal, "russiajapansociety-2020-04-20-mof-level-2020-turnover-level",
        "tass-2021-04-19-mof-q1-growth-turnover-growth",
        "tass-2021-04-19-mof-q1-level-turnover-level",
    )  # fmt: skip

    assert Fraction("527.7") * Fraction("0.895") < Fraction("472.3") < Fraction("474.15")
    assert any("upwards by 0.4% would end it (1.0% without" in e for e in found["explanations"])


def test_2011_in_yen_and_in_dollars(literal):
    """3.07 tn yen over 30.7 bn dollars is 100 yen a dollar; the year had 79.8."""
    found = row(
        literal,
        "rbth-2012-11-23-mof-2011-turnover-level",
        "tass-2012-04-09-mofa-2011-turnover-level",
    )

    assert Fraction(3065) / Fraction("30.75") > Fraction("79.807") * Fraction("1.05")
    assert (found["tier"], found["form"]) == ("conditional", "two_currencies")
    assert "99.7 to 100.3 JPY per USD" in found["sentence"]
    assert "79.8" in found["sentence"]
    assert any("within 5%" in one for one in found["assumptions"])


def test_130_projects_after_over_150_is_a_stale_repetition(literal):
    """Read as the state of June 2019 it would be a fall; as that of May 2018 it fits."""
    found = row(literal, "mir24-2018-09-12-abe-projects-all", "tass-2019-06-10-projects-all")

    assert 130 < 151
    assert (found["tier"], found["form"]) == ("conditional", "counts_over_time")
    assert any("does not fall" in one for one in found["assumptions"])
    assert any("state of 10 Jun 2019" in one for one in found["assumptions"])
    assert any("stale repetition" in e and "25 May 2018" in e for e in found["explanations"])


@pytest.mark.parametrize(
    ("reading", "holds"), [("literal", False), ("usual", False), ("charitable", True)]
)
def test_the_reading_of_about_decides_on_eleven_months_of_2022(reading, holds):
    """About 540 within 5 leaves a growth above 10.5%, within 10 it does not."""
    width = 10 if holds else 5
    exports, base_exports = (
        540 + width,
        Fraction(540 + width) / (Fraction("0.692") if holds else Fraction("0.6925")),
    )
    total = Fraction("2364") if holds else Fraction("2364.5")
    base_imports = (total - exports) / (Fraction("1.34") if holds else Fraction("1.345"))
    lowest = total / (base_exports + base_imports)
    found = [set(ids) for ids in conflicts.find(DATA, reading).found["value_ids"]]

    assert (lowest < (Fraction("1.11") if holds else Fraction("1.105"))) is holds
    assert (ELEVEN_MONTHS in found) is not holds


def test_what_agrees_stays_silent(literal):
    """2013 by the embassy and the first half of 2021 by the association are in no firm conflict."""
    firm = [r for r in conflicts.records(literal) if r["tier"] == "firm"]
    named = [i for r in conflicts.records(literal) for i in r["value_ids"]]

    assert not [i for i in named if i.startswith(("embassy-tokyo", "tass-2021-08-25-rotobo"))]
    assert len(firm) == 5


def test_2016_implies_a_fall_of_exports_printed_as_slightly():
    """The usual bounds of total and imports leave a fall by 9.4% to 17.0%."""
    found = conflicts.implied(DATA, "usual").set_index("value_id")
    exports = found.loc["tass-2017-01-25-mof-exports-exports-growth"]
    # growth = 1 / (1/t - (1/i - 1/t) imports/exports), t and i the ratios of total and imports:
    # highest at imports 11.3 and exports 5.085, lowest where the total is 16.3 and exports 5.095
    highest = 1 / (
        1 / Fraction("0.765")
        - (1 / Fraction("0.715") - 1 / Fraction("0.765")) * Fraction("11.3") / Fraction("5.085")
    )
    least = Fraction("16.3") - Fraction("5.095")
    lowest = 1 / (
        1 / Fraction("0.755")
        - (1 / Fraction("0.725") - 1 / Fraction("0.755")) * least / Fraction("5.095")
    )

    assert exports["compares"] == "words"
    assert exports["upper"] == pytest.approx(100 * float(highest - 1))
    assert exports["lower"] == pytest.approx(100 * float(lowest - 1))
    assert not exports["upper_closed"]
    assert not exports["lower_closed"]
    assert "between −17.0% and −9.4%" in exports["sentence"]
    assert "slightly" in exports["sentence"]


def test_repetitions_are_no_second_witness(literal):
    """One minister's 17% in four outlets is one statement; the copies say which they repeat."""
    reasons = literal.left_out.set_index("value_id")["reason"]

    assert reasons["sputnik-jp-2019-06-10-oreshkin-growth-2018"] == (
        "repeats tass-2019-06-10-oreshkin-growth-2018"
    )
    assert reasons["inforos-2019-01-22-putin-target-turnover-target"] == (
        "a target says nothing of what was"
    )


def test_conflicts_come_shortest_first_and_the_rest_is_counted():
    """A limit leaves the firm ones, and names what it leaves out."""
    few, more = (conflicts.find(DATA, limit=limit) for limit in (2, 10))
    lengths = few.found["value_ids"].map(len)

    assert lengths.is_monotonic_increasing
    assert few.found["tier"].eq("conditional").sum() == 2
    assert few.not_pursued == len(few.unexplained) == more.not_pursued + 8


def test_records_are_json_with_stable_keys(literal):
    """Two searches write the same text, and each id depends on its values alone."""
    text = json.dumps(conflicts.records(literal))

    assert text == json.dumps(conflicts.records(conflicts.find(DATA)))
    assert set(json.loads(text)[0]) == {
        "conflict_id", "value_ids", "tier", "assumptions", "form", "sentence", "smallest_move",
        "explanations", "held_against", "reading",
    }  # fmt: skip
    assert literal.found["conflict_id"].is_unique


def test_an_unknown_reading_is_refused():
    """The message names the readings that there are."""
    with pytest.raises(ValueError, match="literal, usual, charitable"):
        conflicts.find(DATA, "strict")
