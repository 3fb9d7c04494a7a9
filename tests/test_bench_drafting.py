"""The scorer of drafts, on gold and proposals made by hand."""

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest

from bench import drafting, gold

#: One paragraph: exports and a growth that both say 5, a share of them, and three years of age.
TEXT = "Exports and imports each rose by 5 per cent to $50 million, of which a third was tea."
AGE = "The minister, 55, spoke in 2020."
PARAGRAPHS = ("A headline", TEXT, AGE)


def row(printed: str | None, fragment: str, **columns: Any) -> dict[str, Any]:
    """A gold row of the first paragraph; the export side unless said."""
    told = {"printed": printed} if printed else {}
    side = {"economy": "KEN", "partner": "UGA", "flow": "exports"}
    return {"paragraph": 1, "fragment": fragment, "speaker": "The Daily", **side, **told, **columns}


GOLD = {
    "values": [
        row("5", "each rose by 5 per cent", measure="growth", unit="percent", value=5),
        row("5", "each rose by 5 per cent", measure="growth", unit="percent", flow="imports"),
        row("50", "to $50 million, of", measure="level", unit="USD", scale=1000000, hedge="over"),
        row("third", "which a third was", measure="share", unit="percent", part_of=2),
    ],
    "not_values": [
        {"paragraph": 2, "printed": "55", "fragment": "minister, 55, spoke", "kind": "age"},
        {"paragraph": 2, "printed": "2020", "fragment": "spoke in 2020.", "kind": "date"},
        {"printed": "12", "fragment": "Page 12", "kind": "other"},
    ],
}


@dataclass
class Reading:
    """What a draft found: proposals, and what it saw and did not propose."""

    proposals: list[Any] = field(default_factory=list)
    unread: list[Any] = field(default_factory=list)


def proposal(row: dict[str, Any], **changed: Any) -> Any:
    """A proposal that tells what a gold row tells, but for what is changed."""
    text = PARAGRAPHS[row["paragraph"]]
    start = text.index(row["fragment"])
    place = {"start": start, "end": start + len(row["fragment"]), "words": row["fragment"]}
    return SimpleNamespace(**{**row, **place, **changed})


def perfect() -> list[Any]:
    """A proposal for every gold row, right in each column."""
    return [proposal(row) for row in GOLD["values"]]


def scored(proposals: list[Any], unread: tuple[Any, ...] = ()) -> drafting.Score:
    """The score of these proposals."""
    return drafting.score("tea", GOLD, PARAGRAPHS, Reading(proposals, list(unread)))


def count(score: drafting.Score, kind: str) -> tuple[int, int, int]:
    """Gold, drafted, right."""
    one = drafting.counts([score])[kind]
    return one.gold, one.got, one.right


def test_a_draft_that_tells_the_gold_is_right_in_every_kind():
    """Proposals made of the gold rows give precision and recall 1, and no detail."""
    score = scored(perfect())

    assert {kind: (c.gold, c.right) for kind, c in drafting.counts([score]).items() if c.got} == {
        "quantities": (4, 4), "hedges": (1, 1), "measures": (4, 4), "economies and flow": (4, 4),
        "speakers": (4, 4), "part and whole": (1, 1), "whole rows": (4, 4),
    }  # fmt: skip
    assert list(drafting.details(score)) == []


def test_one_numeral_that_is_two_values_pairs_each_with_its_like():
    """Two gold rows at one numeral take the proposals that are like them, in whatever order."""
    exports, imports, *others = perfect()

    assert count(scored([imports, exports, *others]), "economies and flow") == (4, 4, 4)


def test_a_missed_value_costs_recall_and_an_invented_one_precision():
    """Three of four found, and one more in the minister's age."""
    age = proposal({"paragraph": 2, "fragment": "55", "printed": "55", "measure": "count"})
    score = scored([*perfect()[:3], age])

    assert count(score, "quantities") == (4, 4, 3)
    assert score.wrongly_proposed == 1
    assert list(drafting.details(score)) == [
        "tea 1 third: missed, share percent (which a third was)",
        "tea 2 55: invented, count None (55)",
    ]


def test_a_value_is_found_by_its_place_and_not_by_its_numeral():
    """The same numeral elsewhere is an invention, and the gold row is missed."""
    elsewhere = proposal({"paragraph": 2, "fragment": "55", "printed": "5", "unit": "percent"})

    assert count(scored([elsewhere]), "quantities") == (4, 1, 0)


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"unit": "JPY"}, "quantities"),
        ({"scale": 1000}, "quantities"),
        ({"hedge": "about"}, "hedges"),
        ({"measure": "count"}, "measures"),
        ({"flow": "balance"}, "economies and flow"),
        ({"speaker": "The Weekly"}, "speakers"),
    ],
)
def test_a_wrong_column_costs_its_kind_and_the_whole_row(changed, kind):
    """One column off: its kind and the whole row lose one, and the detail names the column."""
    [column] = changed
    proposals = perfect()
    proposals[2] = proposal(GOLD["values"][2], **changed)
    score = scored(proposals)

    told, drafted, right = count(score, kind)
    assert (drafted, told - right) == (told, 1)
    assert count(score, "whole rows") == (4, 4, 3)
    assert [line for line in drafting.details(score) if f": {column} " in line]


def test_a_column_that_the_gold_leaves_empty_must_stay_empty():
    """A period that nobody told is a fault."""
    proposals = perfect()
    proposals[0] = proposal(GOLD["values"][0], period_start="2018-01-01")
    score = scored(proposals)

    assert count(score, "periods") == (0, 1, 0)
    assert list(drafting.details(score)) == ["tea 1 5: period_start None -> 2018-01-01"]


def test_the_whole_of_a_part_is_the_proposal_that_stands_for_it():
    """`part_of` is right where it points to the pair of the gold's whole, wherever that stands."""
    first, second, whole, part = perfect()
    part.part_of = 0

    assert count(scored([whole, first, second, part]), "part and whole") == (1, 1, 1)
    part.part_of = 1
    assert count(scored([whole, first, second, part]), "part and whole") == (1, 1, 0)


@pytest.mark.parametrize(
    ("told", "got", "alike"),
    [
        (("KEN", "UGA", "exports"), ("UGA", "KEN", "imports"), True),
        (("KEN", "UGA", "exports"), ("KEN", "UGA", "imports"), False),
        (("KEN", "UGA", "turnover"), ("UGA", "KEN", "turnover"), True),
        (("KEN", None, "imports"), ("KEN", None, "imports"), True),
    ],
)
def test_exports_are_the_imports_of_the_other_side(told, got, alike):
    """A's exports to B are B's imports from A, and a turnover has no first side."""
    names = ("economy", "partner", "flow")
    one, two = (gold.Row(dict(zip(names, row, strict=True)), 1, 0, 1) for row in (told, got))
    [pair] = gold.pairs([one], [two])

    assert (not set(pair.wrong) & set(names)) is alike


def test_a_turnover_of_one_reporter_has_a_first_side():
    """With the reporter named, the sides are not free."""
    sides = {"flow": "turnover", "reporter": "KEN"}
    one = gold.Row({"economy": "KEN", "partner": "UGA", **sides}, 1, 0, 1)
    two = gold.Row({"economy": "UGA", "partner": "KEN", **sides}, 1, 0, 1)
    [pair] = gold.pairs([one], [two])

    assert {"economy", "partner"} <= set(pair.wrong)


def test_a_hedge_counts_by_its_row_or_by_its_words():
    """`exceeded` is right as the row `exceeding` and as it was printed."""
    told = {"hedge": "exceeding", "hedge_printed": "exceeded"}
    for got in ({"hedge": "exceeding"}, {"hedge": "exceeded"}, {"hedge_printed": "exceeded"}):
        [pair] = gold.pairs([gold.Row(told, 1, 0, 1)], [gold.Row(got, 1, 0, 1)])
        assert "hedge" not in pair.wrong


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("a third", "third"),
        ("The Ministry", "ministry"),
        ("−5", "-5"),
        (5, 5.0),
        (None, float("nan")),
    ],
)
def test_spellings_that_mean_the_same_are_the_same(one, two):
    """Articles, case, the sign and the type of a number do not matter; NaN is missing."""
    assert gold.plain(one) == gold.plain(two)


def test_the_sign_is_a_matter_of_direction():
    """A fall proposed as a rise is a quantity found and a row that is wrong."""
    proposals = perfect()
    proposals[0] = proposal(GOLD["values"][0], printed="-5")
    score = scored(proposals)

    assert count(score, "quantities") == (4, 4, 4)
    assert count(score, "whole rows") == (4, 4, 3)


@pytest.mark.parametrize(
    ("fragment", "printed", "start"),
    [
        ("55 and 5", "5", 7),
        ("in Q2; rank 2", "2", 12),
        ("of RM4.7 bn", "4.7", 5),
        ("約3割", "3割", 1),
    ],
)  # fmt: skip
def test_a_numeral_is_no_piece_of_something_else(fragment, printed, start):
    """Not the 5 of 55, nor the 2 of Q2 where another is there."""
    found = gold.located({"paragraph": 0, "fragment": fragment, "printed": printed}, [fragment])

    assert (found.start, found.end) == (start, start + len(printed))


@pytest.mark.parametrize(
    "fragment", ["*Tea at 5 bn", "Tea at **5 bn?** A", "Tea at 5 bn? A *second"]
)
def test_marks_of_markdown_are_no_part_of_a_fragment(fragment):
    """A reader drops headings and emphasis; headline and standfirst are parted by a line."""
    row = {"paragraph": 0, "fragment": fragment, "printed": "5"}
    found = gold.located(row, ["Tea at 5 bn?\nA second"])

    assert (found.start, found.end) == (7, 8)


def test_an_article_parted_otherwise_costs_the_paragraph_alone():
    """A fragment is found in another paragraph than the gold names."""
    moved = ("A headline", "A caption", TEXT, AGE)
    proposals = perfect()
    for one in proposals:
        one.paragraph = 2
    [pair, *_] = drafting.score("tea", GOLD, moved, Reading(proposals)).pairs

    assert pair.wrong == ("paragraph",)


def test_words_alone_are_a_row_and_no_quantity():
    """A direction in words counts among the whole rows."""
    one = row(None, "each rose", words="rose", direction="up", scale=1)
    told = {"values": [one], "not_values": []}
    reading = Reading([proposal({**one, "fragment": "rose"})])
    found = drafting.counts([drafting.score("tea", told, PARAGRAPHS, reading)])

    assert (found["quantities"].gold, found["quantities"].got) == (0, 0)
    assert (found["whole rows"].right, found["directions"].right) == (1, 1)


def test_numbers_that_are_no_values_are_counted_where_they_are_listed():
    """The age, by its place, and the page number outside the article, by its numeral."""
    age = SimpleNamespace(paragraph=2, start=14, end=16, printed="55")
    page = SimpleNamespace(paragraph=None, start=0, end=7, printed="Page 12")
    score = scored(perfect(), (age, page))

    assert (score.dismissed, score.listed, score.wrongly_proposed) == (3, 2, 0)


def test_the_table_names_each_kind_with_its_aim():
    """Precision and recall with three decimals, `-` where there is nothing to divide by."""
    lines = drafting.table("tea", [scored(perfect()[:3])]).splitlines()

    assert lines[2].split() == ["quantities", "4", "3", "3", "1.000", "0.750", "0.95"]
    assert lines[-3].split() == ["whole", "rows", "4", "3", "3", "1.000", "0.750", "0.90"]
    assert "offices                    0        0      0          -       -" in lines
    assert lines[-1] == "3 numbers are no values: 0 proposed, 0 listed as unread"


def test_the_table_tells_what_confidence_is_worth():
    """Of the rows that are sure, and of the others, the share that is right as a whole."""
    sure = [proposal(GOLD["values"][0], confidence=0.7), proposal(GOLD["values"][2], scale=1,
            confidence=0.9)]  # fmt: skip
    unsure = proposal(GOLD["values"][3], confidence=0.69, part_of=None)
    lines = drafting.table("tea", [scored([*sure, unsure])]).splitlines()

    assert lines[-2] == "confidence 0.7 and above: 2 (0.500 right) rows, below: 1 (0.000 right)"


def test_validation_is_no_part_of_what_is_tuned_on():
    """The two sets are disjoint and are all the tuning articles."""
    _, tuned = drafting.names(["tuning"])
    _, kept = drafting.names(["validation"])

    assert (len(tuned), len(kept)) == (16, 8)
    assert not set(tuned) & set(kept)
    with pytest.raises(
        SystemExit, match="nowhere: name tuning, validation, later, unseen, frozen or an article"
    ):
        drafting.names(["nowhere"])


@pytest.mark.parametrize("held_out", ["frozen", "unseen"])
def test_what_is_held_out_is_never_shown(held_out, monkeypatch, capsys):
    """The faults of held-out articles cannot be listed, so that no rule is written for them."""
    monkeypatch.setattr("sys.argv", ["drafting", held_out, "-v"])

    with pytest.raises(SystemExit, match="2"):
        drafting.main()
    assert "are counted and never looked at" in capsys.readouterr().err
