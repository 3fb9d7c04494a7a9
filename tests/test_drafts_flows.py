"""Trade flows that a text names, and whose they are."""

from __future__ import annotations

from datetime import date

import pytest
from draft_cases import rows

from analysis.drafts import articles, economies, flows, statements


def told(text, language="en"):
    """Each flow as "economy flow partner", a side that is not said as a dash."""
    found = flows.find(text, language, economies.find(text, language))
    return [f"{one.economy or '-'} {one.flow} {one.partner or '-'}" for one in found]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Japan's exports to Chile rose.", ["JPN exports CHL"]),
        ("en", "Chile's imports of cars from Japan rose.", ["CHL imports JPN"]),
        ("en", "Exports from Kenya to Brazil rose.", ["KEN exports BRA"]),
        ("en", "Imports from Kenya fell, exports to Kenya rose.",
         ["- imports KEN", "- exports KEN"]),
        ("en", "Trade between Kenya and Brazil grew.", ["KEN turnover BRA"]),
        ("en", "Kenyan-Brazilian trade grew.", ["KEN turnover BRA"]),
        ("en", "Turnover reached $5 billion.", ["- turnover -"]),
        ("en", "Kenya has a trade deficit with Brazil.", ["KEN balance BRA"]),
        ("en", "Kenya exported goods worth $4 million to Brazil.", ["KEN exports BRA"]),
        ("en", "Kenya was Brazil's third-largest partner.", ["BRA turnover KEN"]),
        ("en", "Nairobi sold goods worth $4.5 million to Brazil.", ["KEN exports BRA"]),
        ("en", "The trade minister signed the free trade agreement.", []),
        ("en", "Kenya, a country of tea drinkers, bought goods for $4 million from Brazil.",
         ["KEN imports BRA"]),
        ("en", "What does Kenya buy?", ["KEN imports -"]),
        ("en", "The country bought Kenyan goods for $4 million.", ["- imports KEN"]),
        ("en", "Brazilian roasters took $4 million worth of Kenyan beans.", ["BRA imports KEN"]),
        ("en", "We see Brazil spending 5 million euros on Kenyan tea.", ["BRA imports KEN"]),
        ("en", "Kenyan tea cost Brazil $4.5 million.", ["BRA imports KEN"]),
        ("en", "The company invoiced Brazil for $4 million.", ["- exports BRA"]),
        ("en", "Brazil still pays us $4 million a year.", ["- exports BRA"]),
        ("en", "Kenya earned $4.5 million from tea sold to Brazil.", ["KEN exports BRA"]),
        ("en", "Goods worth 4.5 million shillings went to Brazil.", ["- exports BRA"]),
        ("en", "Goods for $4 million were imported from Brazil.", ["- imports BRA"]),
        ("en", "Brazil takes a third of Kenya's tea.", ["KEN exports BRA"]),
        ("en", "To Brazil, it sold tea for $4 million.", ["- exports BRA"]),
        ("en", "Kenya paid Brazil $4 million for goods.", ["KEN imports BRA"]),
        ("en", "A deficit of $1.5 million in its trade with Brazil.", ["- balance BRA"]),
        ("en", "Kenyan hotels, banks and brokers bought services from Brazil.",
         ["KEN imports BRA"]),
        ("en", "Tea worth 4.5 million shillings went to Brazil.", ["- exports BRA"]),
        ("en", "Nairobi recorded imports of $4.5 million from Brazil.", ["KEN imports BRA"]),
        ("en", "It exported tea for $4 million and imported coffee for $3 million to Kenya.",
         ["- exports KEN", "- imports -"]),
        ("en", "Tea for $4 million has left for Brazil.", ["- exports BRA"]),
        ("en", "We packed $4 million worth for Brazilian shelves.", ["- exports BRA"]),
        ("en", "Brazil was worth $4 million to us.", ["- exports BRA"]),
        ("en", "Brazil's roasters bought fine beans from Kenya.", ["BRA imports KEN"]),
        ("en", "Brazil paid $4 million for roasted beans.", ["BRA imports -"]),
        ("en", "Brazil paid $4 million for the repairs.", []),
        ("en", "Brazilian roasters took beans for $4 million from us.", ["BRA imports -"]),
        ("en", "Brazil took a fifth less tea last year.", ["BRA imports -"]),
        ("en", "Brazil took 4 percent of the crop.", ["- exports BRA"]),
        ("en", "Brazil, in her view, will take $4 million of tea.", ["BRA imports -"]),
        ("en", "Ships carried $4 million of it to Brazil.", ["- exports BRA"]),
        ("en", "Brazilian diners ate Kenyan fish for $4 million.", ["BRA imports KEN"]),
        ("en", "Kenyan fish worth $4 million landed in Brazil.", ["BRA imports KEN"]),
        ("en", "Kenya's growers, says Jane Roe of the board, shipped 8 percent more to Brazil.",
         ["KEN exports BRA"]),
        ("en", "The minister took part in the Kenyan fair.", []),
        ("ru", "Экспорт Казахстана в Италию вырос.", ["KAZ exports ITA"]),
        ("ru", "Импорт из Италии упал.", ["- imports ITA"]),
        ("ru", "Казахстанский экспорт вырос.", ["KAZ exports -"]),
        ("ru", "Товарооборот между Казахстаном и Италией вырос.", ["KAZ turnover ITA"]),
        ("ru", "Товарооборот России с Вьетнамом вырос.", ["RUS turnover VNM"]),
        ("ru", "Закупки казахстанской нефти упали.", ["- imports KAZ"]),
        ("ru", "Чилийские заводы сбыли индийцам меди на 5 млн.", ["CHL exports IND"]),
        ("ru", "Индийцы, закупавшие чилийскую медь, довольны.", ["IND imports CHL"]),
        ("ru", "В Чили из Индии завезли чая на 5 млн.", ["CHL imports IND"]),
        ("ru", "Индийского чая привезено в Чили мало.", ["CHL imports IND"]),
        ("ru", "Меди в Индию продано мало.", ["- exports IND"]),
        ("ja", "韓国の対インドネシア輸出は減った。", ["KOR exports IDN"]),
        ("ja", "ドイツ向け輸出は増えた。", ["- exports DEU"]),
        ("en", "Chile sold Peru fruit and bought fish.", ["CHL exports -", "CHL imports -"]),
        ("en", "Chile imported cars from Japan for 2.5 bn, and sold it salt.",
         ["CHL imports JPN", "CHL exports -"]),
        ("en", "We are Israel's 61st supplier.", ["ISR imports -"]),
        ("en", "It is Zambia's No. 1 export market.", ["ZMB exports -"]),
        ("en", "The purchases of Peruvian fish rose.", ["- imports PER"]),
        ("en", "Kenya took 4.5 percent of total exports.", ["- exports KEN"]),
        ("en", "Peruvian imports to Chile fell.", ["CHL imports PER"]),
        ("en", "Import of Peruvian goods to Chile fell.", ["CHL imports PER"]),
        ("en", "Export of Peruvian goods to Chile fell.", ["PER exports CHL"]),
        ("en", "The import from Peru fell.", ["- imports PER"]),
        ("en", "Peru's exports to the Chilean market grew.", ["PER exports CHL"]),
        ("en", "Peru was in 26th place among Japan's markets.", ["JPN exports PER"]),
        ("en", "Peru for its part sold goods to Chile.", ["PER exports CHL"]),
        ("en", "Peru hopes to sell Chile more fish.", ["PER exports CHL"]),
        ("en", "Peru plans to buy more from Chile.", ["PER imports CHL"]),
        ("en", "Peru spent a tenth less on Chilean wine.", ["PER imports CHL"]),
        ("en", "Peru remained the largest market for Chilean growers, absorbing 8% of all exports.",
         ["CHL exports PER", "- exports PER"]),
        ("en", "Peru is Chile's No. 1 partner and takes half of its salmon exports.",
         ["CHL turnover -", "CHL exports PER"]),
        ("en", "Peru was the fourth supplier after Spain.", ["- imports PER"]),
        ("en", "We are Chile's third-biggest source of imports.", ["CHL imports -"]),
        ("en", "We buy 40 percent more Chilean wine.", ["- imports CHL"]),
        ("en", "For Peru, Chile ranks fifth among suppliers.", ["PER imports CHL"]),
        ("en", "Chile is, by weight, Peru's fifth origin of tin.", ["PER imports CHL"]),
        ("en", "Chile is Peru's biggest client.", ["PER exports CHL"]),
        ("en", "Peru's sales to its partner rose.", ["PER exports -"]),
        ("en", "He called Peru his country's third most important supplier.", ["- imports PER"]),
        ("en", "On the import side wood came first.", ["- imports -"]),
        ("en", "Chile, he noted, is the twelfth supplier of Peru.", ["PER imports CHL"]),
        ("en", "Cars are most of what Peru buys from Chile.", ["PER imports CHL"]),
        ("en", "They sold Chile milk powder worth 9 billion.", ["- exports CHL"]),
        ("en", "Figures of Peru show that Chile was the fourth supplier.", ["- imports CHL"]),
        ("en", "Supplies of fruit to Chile grew.", ["- exports CHL"]),
        ("en", "We sold goods for 3 million and bought goods for 2 million.",
         ["- exports -", "- imports -"]),
        ("en", "Fuel is half of what we import.", ["- imports -"]),
        ("en", "It is 12th among the countries that they sell to.", ["- exports -"]),
        ("en", "Peru had a deficit of $3.5 bn in its trade with Chile.", ["PER balance CHL"]),
        ("en", "The Poles were left with a surplus.", ["POL balance -"]),
        ("en", "There was a surplus of $3.5 bn in Peru's favour.", ["PER balance -"]),
        ("en", "Peru paid Chile $3.5 million for its wine.", ["PER imports CHL"]),
        ("en", "Imports of wine from Chile cost Peru a lot.", ["PER imports CHL"]),
        ("en", "Peru, the last in line, took $3 million of it.", ["PER imports -"]),
        ("en", "Peru earned $3.5 million in Chile.", ["PER exports CHL"]),
        ("en", "Peruvian shops and hotels bought wine from Chile.", ["PER imports CHL"]),
        ("en", "Peru sells fish. To Chile, it sold 3 million worth.",
         ["PER exports -", "- exports CHL"]),
        ("en", "Exports of $3.5 bn to Chile and of $2 bn to Kenya.", ["- exports CHL"]),
        ("en", "Exports from Peru to Chile rose; those from Chile to Peru fell.",
         ["PER exports CHL", "CHL exports PER"]),
        ("en", "Imports from all countries rose, and those from Chile fell.",
         ["- imports -", "- imports CHL"]),
        ("en", "Peru's fish fetched $3 million in Chile.", ["PER exports CHL"]),
        ("en", "Some $3 million flowed from Peru to Chile.", ["PER exports CHL"]),
        ("en", "The bill for Chilean wine was high.", ["- imports CHL"]),
        ("en", "Kenyans met those from Chile.", []),
        ("ja", "ドイツからの輸入額は増えた。", ["- imports DEU"]),
        ("ja", "日ロ貿易は増えた。", ["JPN turnover RUS"]),
        ("ja", "ロシアとトルコの貿易総額は増えた。", ["RUS turnover TUR"]),
        ("ja", "メキシコにとってドイツは5番目の輸入元だ。", ["MEX imports DEU"]),
    ],
)  # fmt: skip
def test_a_flow_belongs_to_the_owner_in_the_words(language, text, expected):
    """ "Japan's exports to X" are Japan's, whoever counts them."""
    assert told(text, language) == expected


def test_a_flow_stands_where_its_noun_stands():
    """The place of a flow is that of its noun, so that the nearest number finds it."""
    text = "In May Japan's exports to Chile rose."
    (flow,) = flows.find(text, "en", economies.find(text, "en"))

    assert text[flow.start : flow.end] == "exports"
    assert flow.words == "Japan's exports to Chile"


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["Peru and Kenya trade more", "Peru's exports to Kenya rose, its imports fell."],
         ("PER", "KEN")),
        (["Kenyan imports rise", "Exports to Kenya rose. Peru sold more to Kenya than to Chile.",
          "Exports of Peru to Kenya are copper."], ("PER", "KEN")),
        (["Nothing is named"], ("", "")),
    ],
)  # fmt: skip
def test_an_article_speaks_from_the_side_whose_flows_it_tells(paragraphs, expected):
    """The pair are the two economies named most; its own side is that of the flows told."""
    assert flows.sides(paragraphs, "en") == expected


def test_an_article_speaks_from_where_it_was_published():
    """Of two sides told alike, the article's own is that of its publisher or byline, which also
    makes a pair with the one economy that the text names."""
    even = ["Peru and Kenya meet", "Both are content."]

    assert flows.sides(even, "en") == ("PER", "KEN")
    assert flows.sides(even, "en", ["The Weekly, Nairobi, 3 May 2019"]) == ("KEN", "PER")
    assert flows.sides(["Trade with Kenya rose."], "en", ["Lima Post"]) == ("PER", "KEN")


def test_who_names_only_the_other_side_speaks_from_its_own():
    """ "Exports to Kenya" are told from Peru, though what Kenya bought is told as well."""
    told = ["Kenya and Peru", "Exports to Kenya rose.", "Kenya imported fish."]
    headed = ["Trade with Kenya", "Kenya bought fish from Peru. Kenya sold tea.", "Kenya imported."]

    assert flows.sides(told, "en") == ("PER", "KEN")
    assert flows.sides(headed, "en") == ("PER", "KEN")


def test_a_total_told_of_one_with_another_speaks_from_the_first():
    """ "The trade of Kenya with Peru" is told from Kenya, whatever a headline says of Peru."""
    assert flows.sides(["Peru, Kenya", "The trade of Kenya with Peru rose."], "en") == (
        "KEN",
        "PER",
    )


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In 2021 Peru sold Kenya goods worth $9bn and took $3bn worth in return.",
         [("exports", "PER", "KEN"), ("imports", "PER", "KEN")]),
        ("Goods worth $9bn went from Peru to Kenya in 2021, and $3bn came back.",
         [("exports", "PER", "KEN"), ("imports", "PER", "KEN")]),
        ("Peru shipped $9bn of goods to Kenya; $3bn travelled the other way.",
         [("exports", "PER", "KEN"), ("imports", "PER", "KEN")]),
        ("A pact would add 9 per cent to Peru's exports to Kenya, and 3 per cent to imports.",
         [("exports", "PER", "KEN"), ("imports", "PER", "KEN")]),
        ("Peruvian exports to Kenya rose 9% in 2021. Kenyan goods coming our way: +3%.",
         [("exports", "PER", "KEN"), ("imports", "PER", "KEN")]),
        ("Shipments from Peru to Kenya: $9 million. Shipments the other way: $3 million.",
         [("exports", "PER", "KEN"), ("imports", "PER", "KEN")]),
        ("Imports from Kenya cost Peruvian buyers $9bn in 2021.", [("imports", "PER", "KEN")]),
        ("Peru exported goods for $9bn in 2021. Kenya took a third of it.",
         [("exports", "PER", ""), ("exports", "PER", "KEN")]),
    ],
)  # fmt: skip
def test_a_flow_turns_round_and_a_total_is_shared_out(sentence, expected):
    """ "In return" is the other flow; what others take a part of is that with all the world."""
    article = articles.read(
        f"Peru and Kenya trade\n\n{sentence}",
        language="en",
        published=date(2022, 3, 15),
        publisher="The Outlet",
    )
    found = statements.read(article).proposals
    assert [(one.flow, one.economy, one.partner) for one in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Canada's exports to Chile were $9 million. For Peru the office has 4 million.",
         ("exports", "CAN", "PER")),
        ("Chile takes a third of Canada's exports. Peru's share is 5 percent.",
         ("exports", "CAN", "PER")),
        ("Chile paid $9 million for Canadian fish, making it the third biggest customer.",
         ("exports", "CAN", "CHL")),
        ("Canada's exports to Chile were $9 million. She put the total for 2020 at $4 million.",
         ("exports", "CAN", "CHL")),
        ("“Canada's exports to Chile were $9 million,” says Jane Roe. Consul John Doe speaks of "
         "imports from Chile of $7 million.\n\n“It was 8 million,” Roe now admits.",
         ("exports", "CAN", "CHL")),
    ],
)  # fmt: skip
def test_what_goes_on_is_of_the_flow_told_before(text, expected):
    """With another partner, from the other side, as a total, or in the mouth of who told it."""
    assert rows(text, columns="flow economy partner")[-1] == expected
