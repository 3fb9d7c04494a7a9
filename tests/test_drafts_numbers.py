"""What a number is of, what it is no value of, and how far it has come: each by a sentence."""

from __future__ import annotations

import pytest
from draft_cases import rows

for extra in ("trafilatura", "markdown_it"):
    pytest.importorskip(extra)


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile plans to pour $40 million into a dam.",
        "They opened a $4.5 billion tunnel in the north.",
        "Our buyers want 30% more syrup.",
        "The number of hotel nights fell by 40 percent.",
        "Over 900 firms were polled. Half of them have a website.",
        "Peru cleared 28 more Chilean plants.",
        "For every dollar that we spend we earn more than five.",
        "The two cabinets met.",
        "See the note in the first paragraph.",
        "They finished two roads near a town of 60,000.",
        "The mill was first promised in 1998.",
        "Shares of Acme rose 1.4 per cent.",
        "That is little more than half a percent away from their number.",
        "He wrote it down.",
        "He has grown tomatoes for long.",
        "Shares in Vaal Capital closed 1.2% lower at R48.30.",
        "Exports grew, said the head of a firm with a staff of 260.",
        "They sell to markets of 40 and 280 million.",
        "The bridge was built in 1971 for 3 million pesos.",
        "An antique was sold at 450,000 pesos.",
        "Its oldest cask went for $1.3 million at auction.",
        "Donors pledged $30 billion, a fifth of what is needed.",
        "The port levies 2 percent on fish.",
        "The mills, now closed, are $2 million each.",
        "The ministers cut the ribbon at 9.15.",
        "They agreed to halve port times to 36 hours.",
        "The source is sheet 4.",
        "Undersecretary Reyes, 51, named only a city.",
        "The pact would add $30 million a year to exports.",
        "The bank has lowered its outlook for exports by 1.5 points.",
        "Exports were 0.4 percentage points below the forecast.",
        "The peso, at 18.60, lost 3 per cent.",
        "The contract runs at 10.2 percent of the Brent price.",
        "They have been wrong only twice.",
        "It is the first duty of a diplomat.",
        "The stall in the market is number 197.",
        "Population of Chile: 19.6m.",
        "Two billion euros is what the bridge will cost.",
        "Three of ten speakers were under 30.",
        "Every 10% on the price is felt at once.",
        "The second is the price of fuel.",
        "Imports are five times its exports there.",
        "Six out of ten firms expect higher sales.",
        "Over 3.4 thousand firms were polled. More than 60 percent of them had few employees.",
        "They blame the peso, which traded at 545 to the dollar in May, 16% stronger than in June.",
        "Cotton went up by 45% and freight costs nine times what it did.",
    ],
)
def test_prices_things_people_and_places_in_a_text_are_no_values(sentence):
    """A sum between an article and a noun, more of a thing, numbers of others measure no trade."""
    told = rows("Trade amounted to $9 million in 2021.", sentence, columns="printed")

    assert [one for one in told if one != ("",)] == [("9",)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Canada's exports rose 8% on 2020 ($4 million).", [("8", "growth"), ("4", "level")]),
        ("Exports ended at $3 million, ahead of our $2.5 million estimate.",
         [("3", "level"), ("2.5", "level")]),
        ("Exports are seen at $3 million (projection of the last meeting: $2.5 million).",
         [("3", "level"), ("2.5", "level")]),
        ("Imports of Chilean wine are likely to cost $3 million, having come to $2 million.",
         [("3", "level"), ("2", "level")]),
        ("Canada took Chilean wine worth $3 million, and paid $2 million for it.",
         [("3", "level"), ("2", "level")]),
        ("Shipments to Chile: 9,412 thousand dollars. Shipments the other way: 31.5 thousand.",
         [("9,412", "level"), ("31.5", "level")]),
        ("They hope for trade of 30 billion dollars. It is at 19.9 now.",
         [("30", "level"), ("19.9", "level")]),
        ("Trade is worth 30 billion dollars: 19.2 of Chilean goods.",
         [("30", "level"), ("19.2", "level")]),
        ("The goal for trade is one billion, and for the longer run three.",
         [("one", "level"), ("three", "level")]),
        ("They want trade of ten billion dollars. The chambers had lobbied for twelve.",
         [("ten", "level"), ("twelve", "level")]),
        ("Exports grew by nine percent. Imports? Down two.",
         [("nine", "growth"), ("-two", "growth")]),
        ("Exports were 10 percent up. Fish, which makes up 41 percent of them, was up 6.",
         [("10", "growth"), ("41", "share"), ("6", "growth")]),
        ("Exports grew by 14 per cent, and fish, with 61 per cent, did best.",
         [("14", "growth"), ("61", "growth")]),
        ("At 7 per cent, growth of exports was no match for the 11 per cent of 2017.",
         [("7", "growth"), ("11", "growth")]),
        ("Canadian exports to Chile \u2b06 24%.", [("24", "growth")]),
        ("They have ten projects. A quarter, the minister said, are finished.",
         [("ten", "count"), ("quarter", "share")]),
        ("Half a billion dollars worth of goods were traded between Canada and Chile.",
         [("Half", "level")]),
        ("Goods worth $7 million were imported into Canada from Chile.", [("7", "level")]),
        ('"My country bought $7 million of goods from Chile."', [("7", "level")]),
        ("Wood was worth $2.9 billion in exports, paper 1.1; fish, at last, 0.8.",
         [("2.9", "level"), ("1.1", "level"), ("0.8", "level")]),
        ("Exports came to $188 million, of which fish accounts for 121.",
         [("188", "level"), ("121", "level")]),
        ("Wood makes up 12.5 of the 14 million dollars of exports.",
         [("12.5", "level"), ("14", "level")]),
        ("Exports should hit $60 million. He thinks 40 is likelier.",
         [("60", "level"), ("40", "level")]),
        ("Exports will grow by 8 percent. The chamber's own estimate is bolder: 10.",
         [("8", "growth"), ("10", "growth")]),
        ("Exports will grow by 8 percent this year and 10 next.",
         [("8", "growth"), ("10", "growth")]),
        ("Exports were $4.1 million, mainly fish, down from 5.3.",
         [("4.1", "level"), ("5.3", "level")]),
        ("Exports reached $23 million, a third more than the $17 million of 2019.",
         [("23", "level"), ("third", "growth"), ("17", "level")]),
        ("Exports will cross the 15 million line, an increase of 20 percent.",
         [("15", "level"), ("20", "growth")]),
        ("Canadian exports to Chile, which include fish at record prices, were $61 million.",
         [("61", "level")]),
        ("Exports rose on higher prices by 6%.", [("6", "growth")]),
        ("Exports rose 6 percent in the interest of both.", [("6", "growth")]),
        ("At the opening of a $20 million mill, he said exports rose 6 percent.",
         [("6", "growth")]),
        ("Growth in exports halved to 3 percent.", [("3", "growth")]),
        ("Exports put on 7 per cent and were 12 percent off the pace of 2017.",
         [("7", "growth"), ("-12", "growth")]),
        ("Trade is a $471 million affair.", [("471", "level")]),
        ("Exports expanded, the office said: by 3.3 per cent.", [("3.3", "growth")]),
        ("Canada had a $40 million surplus with Chile in 2021.", [("40", "level")]),
        ("Canada bought 12% more Chilean wine in 2021.", [("12", "growth")]),
        ("At the average rate of 151 yen that makes exports of $8 million.", [("8", "level")]),
        ('In her words, "almost two thirds" of exports are fish.', [("two thirds", "share")]),
        ("Of everything that Chile sells abroad Canada takes 3 per cent.", [("3", "share")]),
        ("Canada, with 4 percent, comes fifth among Chile's partners.",
         [("4", "share"), ("fifth", "rank")]),
        ("Where does Chile stand among Canada's suppliers? Around 30th.", [("30", "rank")]),
        ("One in nine export dollars comes from Canada.", [("One in nine", "share")]),
        ("The trade commission has met six times.", [("six", "count")]),
        ("Vehicles, the tax authority's tables show, made up 40% of exports.", [("40", "share")]),
        ("As a customer of theirs we come fifty-eighth.", [("fifty-eighth", "rank")]),
        ("For Chile we are number 64 on the list of suppliers.", [("64", "rank")]),
        ("Canada, number 12 on the list of Chile's markets, was lucky.", [("12", "rank")]),
        ("Canada is Chile's number four market.", [("four", "rank")]),
        ("Exports were almost half as much again as in 2019.", [("half", "growth")]),
        ("Exports have multiplied by six since 2015.", [("six", "growth")]),
        ("Exports went up by a factor of nearly five.", [("five", "growth")]),
        ("Every fifth bottle of our exports goes there.", [("Every fifth", "share")]),
        ("Exports came to $9 million, with fish contributing 40 percent.",
         [("9", "level"), ("40", "share")]),
        ("Exports fell to $600 million, from 650.", [("600", "level"), ("650", "level")]),
        ("Trade: $6 million (2020: $5 million).", [("6", "level"), ("5", "level")]),
        ("Exports, if one leaves out gold, fell by 8 percent.", [("-8", "growth")]),
        ("Exports rose by 8 percent, they claim. The bank says 3.",
         [("8", "growth"), ("3", "growth")]),
        ("The 5th meeting of the strategic council is in Lima.", [("5", "ordinal")]),
        ("Exports will pass the one-billion-dollar mark in 2026.", [("one", "level")]),
        ("They meet for the 29th session of their forum.", [("29", "ordinal")]),
        ("The tax and customs authority counted exports of $6 million.", [("6", "level")]),
        ("Chile is our third partner. Fifth, I fear.", [("third", "rank"), ("Fifth", "rank")]),
        ("The joint commission will hold its next session, the fourth, in Lima.",
         [("fourth", "ordinal")]),
        ("The working group met for the fourth time in August.", [("fourth", "ordinal")]),
        ("The joint commission closed its sixth consultations.", [("sixth", "ordinal")]),
        ("The XVI meeting of the joint commission is in Lima.", [("XVI", "ordinal")]),
        ("President Xi spoke of Part II to the joint commission.", []),
        ("Chile is among the top ten of Canada's customers.", [("ten", "rank")]),
        ("Chile, eighth in 2016, is now Canada's sixth buyer.",
         [("eighth", "rank"), ("sixth", "rank")]),
        ("From 9th to 7th: so Chile moved on the list of Canada's markets.",
         [("9", "rank"), ("7", "rank")]),
        ("Chile is Canada's main client for fruit and its ninth overall.", [("ninth", "rank")]),
        ("Chile is our number one supplier.", [("one", "rank")]),
        ("Chile is our third partner. First of all, it buys fish.", [("third", "rank")]),
        ("The trade commission will meet for the seventh time in Lima.",
         [("seventh", "ordinal")]),
    ],
)  # fmt: skip
def test_a_number_measures_what_its_nearest_words_say(sentence, expected):
    """Brackets say a value once more, places answer questions, fractions of money are shares."""
    assert rows(sentence, columns="printed measure") == expected


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Our aim is to triple trade, the minister said in May 2021.", "target"),
        ("The bank raised its estimate of exports to $4 million in 2021.", "forecast"),
        ("Analysts see exports growing by 5 percent in 2022.", "forecast"),
        ("He would like to see trade grow to $5 million.", "target"),
        ("Imports fell to $4 million after a ban was kept in place until May.", "reported"),
        ("We will take it to $5 million by 2028.", "target"),
        ("Both capitals have set their sights on trade of $3 million in 2025.", "target"),
        ("She puts exports at $4 million and wants imports to fall by half.", "reported"),
        ("The strategy foresees exports of $6 million by 2025.", "target"),
        ("Trade of $6 million is the goal.", "target"),
        ("They signed a roadmap of 12 points.", "reported"),
        ("They agreed to work on the 9-point plan.", "reported"),
        ("Chile is our third market and we want it to be the second.", "reported"),
    ],
)
def test_a_goal_holds_where_its_words_govern_the_number(sentence, status):
    """Estimates that are raised are forecasts; a name, a lasting ban and "and we want" no goals."""
    assert rows(sentence, columns="status")[0] == (status,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve agreements are being drafted.", [("Twelve", "proposed", None)]),
        ("Four memoranda, initialled in May, are ready for signature.",
         [("Four", "proposed", None)]),
        ("There are ten projects. Two, a mill and a dam, are finished.",
         [("ten", "", None), ("Two", "completed", 0)]),
        ("Nine projects are under way and one, a mill, is finished.",
         [("Nine", "under_way", None), ("one", "completed", None)]),
        ("The ministers put their names to five memoranda.", [("five", "signed", None)]),
        ("They signed two agreements, one of them on fish.",
         [("two", "signed", None), ("one", "signed", 0)]),
        ("They signed six documents: two agreements and four memoranda.",
         [("six", "signed", None), ("two", "signed", 0), ("four", "signed", 0)]),
        ("Of 15 projects that firms had proposed, three got off the ground.",
         [("15", "proposed", None), ("three", "under_way", 0)]),
        ("Ten projects are in hand. She named a further seven proposals for projects.",
         [("Ten", "under_way", None), ("seven", "proposed", None)]),
        ("Talks ended with the signing of four agreements, two of them on fish.",
         [("four", "signed", None), ("two", "signed", 0)]),
        ("How many projects are there? There are ten on the list. Four are under way.",
         [("ten", "", None), ("Four", "under_way", 0)]),
        ("Canada and Chile sign seven agreements.", [("seven", "signed", None)]),
        ("Three projects are waiting for a signature.", [("Three", "proposed", None)]),
        ("How many projects are there? Fourteen with our support.", [("Fourteen", "", None)]),
        ("A plan drafted in Lima lists six projects.", [("six", "", None)]),
        ("They agreed on work on the 9-point plan.", [("9", "", None)]),
    ],
)  # fmt: skip
def test_a_stage_is_found_past_what_explains_a_count(text, expected):
    """Asides do not hide the verb of a count, and a list has the stage of what it lists."""
    assert rows(text, columns="printed stage part_of") == expected


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (["Imports rose to 5 billion pesos ($6 million).", "($1 = 830 pesos)"],
         [("CLP", ""), ("USD", "CLP")]),
        (["Imports rose to 5 billion pesos ($6 million).", "Nobody says at what rate."],
         [("CLP", ""), ("USD", "")]),
        (["Imports rose to 5 billion pesos. At the average rate of 830 pesos it is $6 million."],
         [("CLP", ""), ("USD", "CLP")]),
        (["Imports were 5 billion pesos, or $6 million at the rate of the day."],
         [("CLP", ""), ("USD", "CLP")]),
    ],
)  # fmt: skip
def test_a_value_is_converted_where_a_rate_is_told(sentences, expected):
    """A bracket alone is no conversion; a note with the rate, or the words of one, make it so."""
    text = ["Trade in US dollars grew in 2021.", *sentences]
    told = rows(*text, columns="measure currency converted_from")

    assert [one[1:] for one in told if one[0] == "level"] == expected


def test_the_outlet_that_has_calculated_a_number_computed_it():
    """Its name with a word of arithmetic says so as well as "our calculations"."""
    sentence = "Imports have risen by 12 per cent since 2018, The Outlet has calculated."

    assert rows(sentence, columns="computed_by") == [("The Outlet",)]


def test_each_of_two_growths_has_a_direction_of_its_own():
    """ "And imports down" says nothing of the number before it."""
    sentence = "Exports were up 11 percent and imports down 2 percent in 2021."

    assert rows(sentence, columns="printed direction") == [("11", "up"), ("-2", "down")]


def test_what_priority_is_given_to_are_priority_projects():
    """The word may stand before the number."""
    assert rows("Priority was given to five projects.", columns="counted") == [
        ("priority_projects",)
    ]


def test_goods_that_pass_through_are_no_scope():
    """ "Goods that arrive" are things, "exports of goods" a scope."""
    sentence = "Canada, which counts goods that arrive by way of Peru, bought for $3 million."

    assert rows(sentence, columns="scope") == [("",)]


def test_a_flow_that_is_little_changed_stands_still():
    """It is a growth in words."""
    told = rows("Imports came to $4 million in 2021 and were little changed.", columns="direction")

    assert ("flat",) in told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Joint projects: 40, of which 23 finished. Flights a week: 7.",
         [("40", "projects"), ("23", "projects")]),
        ("They signed ten agreements, among them four on energy.",
         [("ten", "agreements"), ("four", "agreements")]),
        ("They exchanged 21 documents, sixteen of which are agreements.",
         [("21", "documents"), ("sixteen", "agreements")]),
        ('The ministry counts "upwards of twenty" projects.', [("twenty", "projects")]),
    ],
)  # fmt: skip
def test_a_count_without_its_noun_counts_what_its_sentence_names(text, expected):
    """The label of its line, the count that it is among, or what it is said to be."""
    assert rows(text, columns="printed counted") == expected
