"""How figures are reported: what governs a number, what it goes on about, what it is a part of."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.drafts import articles, statements

for extra in ("trafilatura", "markdown_it"):
    pytest.importorskip(extra)

TITLE = "Trade between Canada and Chile"


def reading(*paragraphs: str):
    """What is read in paragraphs below a headline."""
    article = articles.read(
        "\n\n".join([TITLE, *paragraphs]),
        language="en",
        published=date(2022, 3, 15),
        publisher="The Outlet",
    )
    return statements.read(article).proposals


def rows(*paragraphs: str, columns: str) -> list[tuple[object, ...]]:
    """The columns of every proposal."""
    return [tuple(getattr(one, name) for name in columns.split()) for one in reading(*paragraphs)]


@pytest.mark.parametrize(
    ("paragraphs", "scopes"),
    [
        (["Canada sold Chile goods for $3 million in 2021, up 5 percent."], ["goods", "goods"]),
        (["Canada's exports of goods were $3 million. Imports from Chile were $2 million."],
         ["goods", ""]),
        (["Canada sold Chile goods for $3 million. Wheat was half of these sales."],
         ["goods", "goods"]),
        (["They want trade to reach $9 million, and services trade was $3 million in 2021."],
         ["", "services"]),
    ],
)  # fmt: skip
def test_a_scope_holds_for_its_own_statement(paragraphs, scopes):
    """Goods or services are said of a statement and of what goes on about it, not beyond."""
    assert [scope for (scope,) in rows(*paragraphs, columns="scope")] == scopes


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Canada is our fourth partner, and could be the third by 2025.",
         [("fourth", "reported"), ("third", "forecast")]),
        ("Trade will exceed $9 million in 2022, against $8 million in 2021.",
         [("9", "forecast"), ("8", "reported")]),
        ("What does Canada want? Exports to Chile of $60 million.", [("60", "target")]),
        ("Canada turned down a proposal to increase trade to $30 million.", [("30", "target")]),
        ("She could not confirm that exports to Chile fell by 5 percent in 2021.",
         [("-5", "reported")]),
    ],
)  # fmt: skip
def test_a_modal_governs_what_follows_it(sentence, expected):
    """A word of hope or expectation reaches to the end of its clause, and over to an answer."""
    assert rows(sentence, columns="printed status") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Canadian firms take part in nine projects in Chile, up from six a year ago.",
         [("nine", "projects", "under_way", None, date(2022, 3, 15)),
          ("six", "projects", "under_way", None, date(2021, 3, 15))]),
        ("Members filed 64 proposals for joint projects. A dozen were taken up.",
         [("64", "projects", "proposed", None, date(2022, 3, 15)),
          ("dozen", "projects", "", 0, date(2022, 3, 15))]),
        ("There are eight joint projects, and 20 more are under discussion.",
         [("eight", "projects", "", None, date(2022, 3, 15)),
          ("20", "projects", "proposed", None, date(2022, 3, 15))]),
        ("Of the nine agreements that were signed, six are in force.",
         [("nine", "agreements", "signed", None, date(2022, 3, 15)),
          ("six", "agreements", "", 0, date(2022, 3, 15))]),
        ("They share 200 projects, half of which have been launched, the trade office said.",
         [("200", "projects", "", None, date(2022, 3, 15)),
          ("half", "projects", "under_way", 0, date(2022, 3, 15))]),
        ("The list of 33 joint projects: 12 have been completed, 15 are in execution.",
         [("33", "projects", "", None, date(2022, 3, 15)),
          ("12", "projects", "completed", 0, date(2022, 3, 15)),
          ("15", "projects", "under_way", 0, date(2022, 3, 15))]),
    ],
)  # fmt: skip
def test_counts_tell_what_they_count_at_what_stage_and_when(text, expected):
    """A bare count goes on about the one before; "more" stands beside it, "of which" within it."""
    assert rows(text, columns="printed counted stage part_of as_of") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Copper, at $4 million, came second among the cargoes.",
        "We loaded 4,150 containers in 2021, 31% more than in 2020.",
        "Canada's exports rank high, and one in four of our containers comes back empty.",
        "Canada has 38 million inhabitants, Chile more than 19 million.",
        "The port saved water on 140 farms under point 6 of the plan.",
        "Farmers have blocked the road three times since April.",
    ],
)
def test_things_that_are_no_trade_are_left_out(sentence):
    """Places of goods, loads, ratios of things, people, farms and how often measure no trade."""
    printed = {one.printed for one in reading(f"Trade grew. {sentence}")}

    assert not printed & {"second", "31", "one in four", "19", "140", "6", "three"}


def test_a_move_and_its_number_may_stand_apart():
    """ "Fell more gently, by 1.7%" is one growth, told by its number."""
    text = "Imports from Chile fell more gently, by 1.7% to $341 million in 2021."

    assert rows(text, columns="measure printed") == [("growth", "-1.7"), ("level", "341")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile's share of Canada's imports slipped by 1.3 percentage points to 4.9 percent.",
         [("growth", "-1.3"), ("share", "4.9")]),
        ("In 2021 Chile took 41.7 percent of Canada's exports, ahead of Peru with 18.9.",
         [("share", "41.7"), ("share", "18.9")]),
        ("Chile's rank among the buyers of Canadian goods: 5th, after having been 7th in 2020.",
         [("rank", "5"), ("rank", "7")]),
        ("Canada's exports to Chile: $3 million, minus 3.5 percent.",
         [("level", "3"), ("growth", "-3.5")]),
        ("Canada's exports to Chile barely moved: plus 0.3 percent.", [("growth", "0.3")]),
        ("Canada expects its exports to Chile to level off.", [("growth", "")]),
        ("Exports to Chile did not change.", [("growth", "")]),
        ("Trade was $120 million in 2021. For goods alone it was below 90.",
         [("level", "120"), ("level", "90")]),
    ],
)  # fmt: skip
def test_what_a_number_without_a_verb_of_its_own_measures(text, expected):
    """Shares move to shares, a list has its signs, and a place may stand behind a colon."""
    assert rows(text, columns="measure printed") == expected


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("Canada sold Chile goods for $9 million in 2021. Wheat was half of these sales.",
         [None, 0]),
        ("Canada's exports to Chile were $9 million in 2021. Wheat, at $4 million, led the list.",
         [None, 0]),
        ("Trade was $9 million in 2021. Exports were $5 million.", [None, None]),
    ],
)  # fmt: skip
def test_a_part_points_to_what_was_just_told(text, wholes):
    """Half of these sales and a thing with its sum are parts; exports of a turnover are none."""
    assert [whole for (whole,) in rows(text, columns="part_of")] == wholes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (["Here are the numbers for 2021, by courtesy of Canada's customs:",
          "- Exports to Chile: $3 million;", "- Imports from Chile: $2 million."],
         [("3", date(2021, 1, 1)), ("2", date(2021, 1, 1))]),
        (["Trade was $9 million in 2021 financial year."], [("9", date(2021, 4, 1))]),
        (["Trade was $9 million over eleven months of 2021."], [("9", date(2021, 1, 1))]),
        (["Chile was Canada's fifth market in 2021, where it had been fourth."],
         [("fifth", date(2021, 1, 1)), ("fourth", date(2020, 1, 1))]),
        (["Trade was $9 million in 2021. It used to be worth $12 million."],
         [("9", date(2021, 1, 1)), ("12", None)]),
        (["Exports to Chile, which halved in 2015, grew by 4 percent in 2021."],
         [("halved", date(2015, 1, 1)), ("4", date(2021, 1, 1))]),
        (["In 2021 exports to Chile were five times what they had been in 2016."],
         [("five", date(2021, 1, 1))]),
        (["In 2021 exports to Chile were five times what it had paid in 2016."],
         [("five", date(2021, 1, 1))]),
        (["Exports to Chile fell 8.3 percent to $3 million in 2021 after Ottawa kept a ban until"
          " September."], [("-8.3", date(2021, 1, 1)), ("3", date(2021, 1, 1))]),
        (["Exports to Chile grew by 4 percent in 2021.", "The goal is to double trade, the"
          " minister announced in Lima in June."], [("4", date(2021, 1, 1)), ("double", None)]),
        (["Chile was Canada's 13th largest buyer of wheat in 2021."], [("13", date(2021, 1, 1))]),
        (["Trade was $9 million in January 2022, up from $8 million a month earlier."],
         [("9", date(2022, 1, 1)), ("8", date(2021, 12, 1))]),
        (["Trade was $9 million in January.", "The bank raised its full-year forecast of trade to"
          " $99 million from $95 million."],
         [("9", date(2022, 1, 1)), ("99", date(2022, 1, 1)), ("95", date(2022, 1, 1))]),
        (["Trade was $9 million in February.", "From January to February it was $15 million.",
          "Exports were $8 million."],
         [("9", date(2022, 2, 1)), ("15", date(2022, 1, 1)), ("8", date(2022, 1, 1))]),
        (["Chile is our third market, and we want to be second by 2030."],
         [("third", None), ("second", date(2030, 1, 1))]),
        (["Exports to Chile, which were 10 percent grain in 2015, grew by 4 percent in 2021.",
          "Imports were $2 million."],
         [("10", date(2015, 1, 1)), ("4", date(2021, 1, 1)), ("2", date(2021, 1, 1))]),
        (["The port counted 400 ships from January to May 2021.", "Exports to Chile were $3 million"
          " in those months."], [("3", date(2021, 1, 1))]),
        (["For 2021 there are only provisional numbers.", "Exports to Chile were $3 million."],
         [("3", date(2021, 1, 1))]),
        (["Trade was $9 million in the third quarter of 2021.", "For 2021 as a whole he expects $30"
          " million, after $33 million the year before."],
         [("9", date(2021, 7, 1)), ("30", date(2021, 1, 1)), ("33", date(2020, 1, 1))]),
        (["Trade was $9 million from January to February.", "February. Exports eased by 1.1"
          " percent."], [("9", date(2022, 1, 1)), ("-1.1", date(2022, 2, 1))]),
        (["Trade was $9 million in 2021, 2.4 times the 2019 figure."],
         [("9", date(2021, 1, 1)), ("2.4", date(2021, 1, 1))]),
        (["Exports to Chile were 2.4 times the sum of 2019 in 2021."], [("2.4", date(2021, 1, 1))]),
        (["Trade was $9 million in the five months from July to November 2021."],
         [("9", date(2021, 7, 1))]),
        (["In 2010 Chile was our second market; today it is the fourth."],
         [("second", date(2010, 1, 1)), ("fourth", None)]),
        (["Exports to Chile were $3 million in 2021. Wheat made up 40 percent of them."],
         [("3", date(2021, 1, 1)), ("40", date(2021, 1, 1))]),
        (["Exports to Chile rose to $3 million in 2021 as prices of ore and coal came down."],
         [("3", date(2021, 1, 1))]),
    ],
)  # fmt: skip
def test_a_period_reaches_as_far_as_its_statement(text, expected):
    """Announced figures hold for the list below; an aside and the past keep theirs apart."""
    assert rows(*text, columns="printed period_start") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports to Chile grew by 8 percent in 2021, after a fall of 12 percent the year before.",
         [("8", date(2021, 1, 1), date(2020, 1, 1), False),
          ("-12", date(2020, 1, 1), date(2019, 1, 1), False)]),
        ("Exports to Chile were $9 million in 2021, three times the $3 million of 2018.",
         [("9", date(2021, 1, 1), None, None), ("three", date(2021, 1, 1), date(2018, 1, 1), True),
          ("3", date(2018, 1, 1), None, None)]),
        ("The minister wants exports to Chile to double by 2027 from their level of 2020.",
         [("double", date(2027, 1, 1), date(2020, 1, 1), True)]),
    ],
)  # fmt: skip
def test_what_is_measured_against_what(text, expected):
    """A change that went before has its own year; a sum that is multiplied is of the base."""
    assert rows(text, columns="printed period_start base_start base_stated") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile puts imports from Canada at $3 million for 2021 and exports to it at $2 million; "
         "the former were 9 per cent higher, the latter 5 per cent lower.",
         ["imports", "exports", "imports", "exports"]),
        ("Another sum for trade with Chile is known. It is $9 million, of which $4 million were "
         "Canadian exports.", ["turnover", "exports"]),
        ("He reminded 90 guests that the target for trade is $20 million by 2030.", ["turnover"]),
        ("Imports fell by 3 percent to CAD 40 million; at the bank's rate of 0.38, this is "
         "$50 million.", ["imports", "imports", "imports"]),
        ("Those who call it modest should remember that trade was $3 million in 2010.",
         ["turnover"]),
    ],
)  # fmt: skip
def test_what_a_number_is_of(text, expected):
    """The former and the latter; what guests are told; a rate is no value."""
    assert [flow for (flow,) in rows(text, columns="flow")] == expected


def test_what_readers_should_remember_is_no_goal():
    """The words are of memory, not of an aim."""
    text = "Those who call it modest should remember that trade was $3 million in 2010."

    assert rows(text, columns="status") == [("reported",)]


def test_a_salutation_is_a_paragraph_of_its_own():
    """It ends with a comma, so it does not belong to the headline."""
    text = f"{TITLE}\n\nDear members,\n\nTrade was $5 million in 2021."

    assert articles.read(text, language="en").paragraphs[:2] == (TITLE, "Dear members,")


def test_confidence_falls_with_each_column_in_doubt():
    """A number said in full is sure; a carried flow or period, or no speaker, takes from it."""
    text = "Canada's exports to Chile were $3 million in 2021, the Ministry of Trade said."
    sure, carried = reading(f"{text} That was 5 percent more than in 2020.")

    assert sure.confidence >= 0.7
    assert sure.doubts == ()
    assert carried.confidence < 0.7
    assert any(doubt.startswith("flow carried over") for doubt in carried.doubts)


def test_a_text_without_a_headline_carries_its_period_on():
    """A first block that is a full sentence is the lead: the next goes on about its period."""
    text = "Trade of Canada with Chile was $5 million in 2021.\n\nExports to Chile were $3 million."
    article = articles.read(text, language="en", published=date(2022, 3, 15), publisher="X")
    found = [one.period_start for one in statements.read(article).proposals]

    assert found == [date(2021, 1, 1), date(2021, 1, 1)]


@pytest.mark.parametrize(
    ("paragraphs", "flows"),
    [
        (["Exports to Chile were $3 million of the total and imports $2 million."],
         ["exports", "imports"]),
        (["Imports from Chile were $3 million, while shipments of fruit rose by 4 percent."],
         ["imports", "imports"]),
        (["Imports from Chile were $3 million.", "The ministers set a target of $9 million by"
          " 2030."], ["imports", "turnover"]),
    ],
)  # fmt: skip
def test_what_names_no_side_goes_on_with_what_was_told(paragraphs, flows):
    """Shipments are of the flow told before, goals of trade as a whole."""
    assert [row[0] for row in rows(*paragraphs, columns="flow")] == flows


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Exports were 40 per cent less than the $8 million of 2016.",
         [("-40", None, 2016), ("8", 2016, None)]),
        ("Exports were nearly twice the $8 million of 2016.",
         [("twice", None, 2016), ("8", 2016, None)]),
    ],
)  # fmt: skip
def test_a_sum_that_another_is_measured_against_has_the_base_as_its_period(sentence, expected):
    """ "Less than the 8 of 2016": 2016 is the period of the 8 and the base of the growth."""
    told = rows(sentence, columns="printed period_start base_start")

    assert [(one, a and a.year, b and b.year) for one, a, b in told] == expected


def test_a_look_back_within_a_sentence_is_over_with_it():
    """What follows is of the later of two periods that a sentence tells of."""
    told = rows(
        "Exports rose by 9 percent in 2021, after 6 percent in 2019. Grain was worth $5 million.",
        columns="printed period_start",
    )

    assert told[-1] == ("5", date(2021, 1, 1))


def test_a_half_that_a_clause_with_although_is_about_is_its_own():
    """It is no period of the number before the clause."""
    told = rows(
        "In 2021 imports fell by 4 percent, although the second half was better.",
        columns="printed period_start",
    )

    assert told == [("-4", date(2021, 1, 1))]


@pytest.mark.parametrize("owner", ["Chile", "Canada"])
def test_who_stands_among_the_suppliers_of_an_economy_sells_to_it(owner):
    """The economy whose suppliers, customers or partners they are owns the flow."""
    other = {"Chile": "Canada", "Canada": "Chile"}[owner]
    told = rows(f"Among {owner}'s suppliers {other} was 38th in 2021.", columns="economy flow")

    assert told == [({"Chile": "CHL", "Canada": "CAN"}[owner], "imports")]


def test_a_rank_told_of_it_in_the_past_goes_on_about_the_period():
    """ "It ranked 14th" is of the year just told, "it ranks 14th" of none."""
    head = "In 2021 Chile took 2 percent of Canada's exports."
    past, now = (
        rows(f"{head} Among our customers it {verb} 14th.", columns="period_start")[-1][0]
        for verb in ("ranked", "ranks")
    )

    assert (past, now) == (date(2021, 1, 1), None)


def test_a_place_is_of_the_economy_that_is_said_to_have_it_and_of_the_noun_before_it():
    """ "Second came Peru" is Peru's, and "as a buyer, Chile is second" is of exports."""
    told = rows(
        "As a buyer of Canadian wheat, Chile is second only to China. Third came Peru.",
        columns="printed flow partner",
    )
    assert told == [("second", "exports", "CHL"), ("Third", "exports", "PER")]


def test_a_rank_beside_another_value_is_of_the_flow_that_was_ranked_before():
    """A correction ranks in what it corrects, not in the trade that it tells beside it."""
    told = rows(
        "The Herald wrote that Chile was second among Canada's customers. In 2021 trade was $5 "
        "million and Chile ranked fourth.",
        columns="printed flow",
    )

    assert told[-1] == ("fourth", "exports")


def test_a_base_is_no_period_to_carry_on():
    """ "Since 2019" tells what a growth starts from, not what the next sentence is about."""
    text = "Exports to Chile doubled since 2019. Imports from Chile were $3 million."

    assert rows(text, columns="printed period_start") == [("doubled", None), ("3", None)]


def test_a_growth_at_constant_prices_is_one_of_trade():
    """The prices that it is counted at are not what grew."""
    told = rows("Exports shrank by 6 percent at constant prices.", columns="printed")

    assert told == [("-6",)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya is Peru's fifth customer. It bought goods for $15 million.",
         ("imports", "KEN", "PER")),
        ("To Peru, Kenya sold tea for $9 million and it bought fish for $7 million.",
         ("imports", "KEN", "PER")),
        ("Kenya bought fish from Peru for $9 million, against Chile's $4 million.",
         ("imports", "CHL", "PER")),
        ("Kenya's exports to Peru rose. Kenya's total exports were $6 billion.",
         ("exports", "KEN", "")),
        ("Kenya's exports to Peru rose. Exports to the EU were $2 billion.",
         ("exports", "KEN", "")),
        ("Kenya earned $6 billion from exports worldwide, and $2 million from those to Peru.",
         ("exports", "KEN", "PER")),
    ],
)  # fmt: skip
def test_a_flow_is_of_the_subject_and_with_the_world_only_where_it_says_so(text, expected):
    """A pronoun means who was named first; all countries and groups are no partner."""
    assert (
        rows("Trade between Kenya and Peru", text, columns="flow economy partner")[-1] == expected
    )


@pytest.mark.parametrize(
    ("text", "scope", "source"),
    [
        ("Kenya sold Peru tea for 40 million shillings, which is $2 million at Friday's rate.",
         "", "KES"),
        ("Exports to Peru were 40 million shillings ($2 million). (Converted at 20.)", "", "KES"),
        ("Kenya imported $3.0 million (€2.5 million) of goods.", "goods", ""),
    ],
)  # fmt: skip
def test_brackets_say_a_sum_once_more(text, scope, source):
    """What is of the sum stands behind them, and a note behind tells that it was converted."""
    told = rows("Trade between Kenya and Peru", text, columns="scope converted_from")

    assert (told[0][0], told[-1][1]) == (scope, source)


def test_a_change_that_had_come_before_is_of_the_year_before():
    """Also by a fraction: "it had already climbed by a tenth the year before"."""
    text = (
        "Exports to Chile were $3 million in 2021, 8 percent more than in 2020. They had already "
        "climbed by a tenth the year before."
    )

    assert rows(text, columns="printed period_start")[-1] == ("tenth", date(2020, 1, 1))


def test_what_was_counted_twice_and_a_toll_are_no_values_of_trade():
    """Nor is the number of a version."""
    texts = (
        "Fuel exports had been counted twice at the border.",
        "The toll is 900 pesos on the road to Chile.",
        "The draft of the trade agreement is in its fourth version.",
    )

    assert [rows(text, columns="printed") for text in texts] == [[], [], []]


@pytest.mark.parametrize(
    ("verb", "hedge"),
    [
        ("had not topped", "no more than"), ("has yet to surpass", "no more than"),
        ("was not over", "no more than"), ("is not expected to exceed", "no more than"),
        ("failed to reach", "short of"), ("never reached", "short of"),
    ],
)  # fmt: skip
def test_a_verb_that_is_denied_turns_the_bound_round(verb, hedge):
    """What was not exceeded is an upper end, and what was not reached lies above the trade."""
    text = f"Trade between Canada and Chile {verb} 2 billion dollars in 2019."

    assert rows(text, columns="printed hedge") == [("2", hedge)]


def test_a_place_among_the_partners_of_a_group_is_noted():
    """A rank in Africa is none among all partners; that of the owner, whoever speaks."""
    text = "Chile is Canada's third largest trading partner in Latin America, {} said."

    for office in ("the Canadian ministry of trade", "the Chilean ministry of trade"):
        assert rows(text.format(office), columns="measure economy partner note") == [
            ("rank", "CAN", "CHL", "in Latin America")
        ]
    assert rows("Chile is Canada's third largest partner in 2021.", columns="note") == [("",)]


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [
        ("Imports from Chile were down 5.4 percent in dollar terms.", "measure direction",
         [("growth", "down")]),
        ("The two sides intend to bring trade to $30 billion.", "note", [("",)]),
        ("Exports of frozen fish rose 12 percent.", "note", [("frozen fish only",)]),
        ("Export growth slowed to 5 percent.", "flow measure", [("exports", "growth")]),
        ("Over 60 out of 130 projects under the eight-point plan are being built.",
         "printed hedge stage part_of",
         [("60", "over", "under_way", 1), ("130", "", "", None), ("eight", "", "", None)]),
        ("Canada buys 7 out of 10 cars that Chile sells.", "measure", [("share",)]),
    ],
)  # fmt: skip
def test_plain_words_of_agencies(text, columns, expected):
    """What agencies print every day: terms of a currency, verbs before trade, kinds of goods, so
    many out of so many, plans by their points."""
    assert rows(text, columns=columns) == expected
