"""Who says what a paragraph holds, in three languages."""

from __future__ import annotations

from itertools import pairwise

import pytest
from draft_cases import rows

from analysis.drafts import speakers

OUTLET = {"en": "The Paper", "ru": "Вестник", "ja": "日報"}


def voices(text, language="en", before=None, home=""):
    """The stretches of a paragraph that is no headline."""
    before = before or speakers.Speech(0, 0, "", "", "", "unattributed")
    return speakers.find(text, language, OUTLET[language], before, home)


def at(text, words, language="en", **more):
    """The voice in which some words of a paragraph are told."""
    place = text.index(words)
    return next(one for one in voices(text, language, **more) if one.start <= place < one.end)


def said(text, words, language="en"):
    """Speaker and attribution of some words."""
    voice = at(text, words, language)
    return f"{voice.speaker}: {voice.attribution}"


@pytest.mark.parametrize(
    ("language", "text", "words", "expected"),
    [
        ("en", "Trade rose 5%, the trade envoy of Chile said on Monday.", "5%",
         "trade envoy of Chile: indirect"),
        ("en", '"Trade rose 5%," said Trade Minister Jane Roe.', "5%", "Jane Roe: direct"),
        ("en", "“It rose 5%,” the envoy said. “It will rise 9%.”", "9%", "envoy: direct"),
        ("en", '"Three billion? It was four," says a driver.', "Three", "driver: direct"),
        ("en", "According to the organisers, 40 projects are under way.", "40",
         "organisers: indirect"),
        ("en", "Analysts polled by a bank expect 4%.", "4%", "Analysts: indirect"),
        ("en", "The head of the chamber, Jane Roe, told the paper that it was 4%.", "4%",
         "Jane Roe: indirect"),
        ("en", "Trade rose 5%.", "5%", "The Paper: unattributed"),
        ("en", "The envoy said it rose. By our own calculation it was 5%.", "5%",
         "The Paper: unattributed"),
        ("ru", "Экспорт вырос на 5%, сообщил вице-премьер Грузии.", "5%",
         "вице-премьер Грузии: indirect"),
        ("ru", "«Экспорт вырос на 5%», — подчеркнул посол Польши.", "5%", "посол Польши: direct"),
        ("ru", "По словам начальника порта, рост — 5%.", "5%", "начальник порта: indirect"),
        ("ru", "По прогнозу аналитика биржи, прирост — 5%.", "5%", "аналитик биржи: indirect"),
        ("ru", "Издание «Заря» сообщало о росте на 5%.", "5%", "Заря: indirect"),
        ("ru", "Рост — 5%, подсчитали в «Вестнике».", "5%", "Вестник: unattributed"),
        ("ja", "通商相は「5%増える」と述べた。", "5%", "通商相: direct"),
        ("ja", "インド商工省によると、輸出は5%増えた。", "5%", "インド商工省: indirect"),
        ("ja", "「5%増える」。貿易省の局長はこう語った。", "5%", "貿易省の局長: direct"),
        ("ja", "英字紙デイリー・レビューは5%減ったと報じた。", "5%",
         "デイリー・レビュー: indirect"),
        ("ja", "輸出は5%増えた。", "5%", "日報: unattributed"),
    ],
)  # fmt: skip
def test_a_number_is_told_by_whom_the_text_names(language, text, words, expected):
    """As named, without article, Russian in the nominative; direct between quotation marks."""
    assert said(text, words, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The trade minister of Chile spoke. He said it rose 5%."),
        ("en", "The trade minister of Chile said it rose. “It is 5%,” the minister added."),
        ("en", "The trade minister of Chile said it rose. Imports grew 5%."),
    ],
)
def test_pronouns_titles_and_silence_go_back_to_who_was_named(language, text):
    """ "He", "the minister" and a sentence that names nobody are the last voice's."""
    assert at(text, "5%", language).speaker == "trade minister of Chile"


@pytest.mark.parametrize(
    ("language", "text", "office", "reporter"),
    [
        ("en", "Korea's customs agency recorded $5 bn.", "Korea's customs agency", "KOR"),
        ("en", "Istatis, the Italian statistics office, said it was $5 bn.", "Istatis", "ITA"),
        ("en", "The head of the customs service said it was $5 bn.", "", ""),
        ("en", "Trade was $5 bn, the envoy said, citing Japanese customs.", "Japanese customs",
         "JPN"),
        ("en", "The customs service put it at $5 bn.", "customs service", "PER"),
        ("ru", "По данным таможенной службы Польши, $5 bn.", "таможенная служба Польши", "POL"),
        ("ja", "韓国関税庁のまとめでは$5 bn。", "韓国関税庁", "KOR"),
    ],
)  # fmt: skip
def test_compilers_are_told_from_persons(language, text, office, reporter):
    """An office is a compiler, a head of it none; one without a country is the article's own."""
    voice = at(text, "$5", language, home="PER")

    assert (voice.office, voice.reporter) == (office, reporter)


def test_a_statistic_is_broken_down_in_the_next_paragraph():
    """The compiler goes on with levels; ranks and persons do not."""
    (first,) = voices("The customs agency of Korea said that trade rose 5%.")

    assert at("Exports rose 4%.", "4%", before=first).speaker == "customs agency of Korea"
    assert at("Peru is the third-largest partner.", "third", before=first).speaker == "The Paper"
    assert at("Exports rose 4%.", "4%", before=voices("The envoy said 5%.")[-1]).speaker == (
        "The Paper"
    )


def test_a_headline_that_names_somebody_does_not_speak_for_the_standfirst():
    """What follows a headline's speaker is the outlet's."""
    found = speakers.find("Trade rises, envoy says. A third is oil.", "en", "The Paper", None)

    assert found[-1].attribution == "unattributed"


def test_labels_of_an_interview_are_questions_and_answers():
    """A question is the outlet's, an answer direct speech of whom the interview is with."""
    (intro,) = voices("The trade envoy of Chile said a lot.")
    question = voices("Q: Did trade rise 5%?", before=intro)[0]
    answer = voices("A: It rose 4%.", before=question)[0]

    assert question.attribution == "unattributed"
    assert (answer.speaker, answer.attribution) == ("trade envoy of Chile", "direct")
    assert voices("ENVOY: It rose 4%.", before=answer)[0].speaker == "trade envoy of Chile"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“Half,” he said. Nothing else, the envoy told us, “at all”. So it goes."),
        ("ru", "«Половина», — сказал он. По данным палаты, — «ничего». Вот так."),
        ("ja", "「半分」と彼は述べた。省によると、無。"),
    ],
)
def test_a_paragraph_is_covered_without_gaps(language, text):
    """Every character is told by somebody, in order and once."""
    found = voices(text, language)
    blank = text
    for one in found:
        blank = blank[: one.start] + " " * (one.end - one.start) + blank[one.end :]

    assert blank.strip() == ""
    assert all(one.end <= two.start for one, two in pairwise(found))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Exports rose 5%. The rise was even, the Bureau of Statistics said."),
        ("ru", "Экспорт вырос на 5%. Рост ровный, уточняет Служба статистики."),
        ("ja", "輸出は5%増えた。財務省の貿易統計による。"),
    ],
)
def test_a_compiler_named_last_has_told_the_sentences_before(language, text):
    """The report comes first, its source behind it."""
    assert at(text, "5%", language).office in (
        "Bureau of Statistics", "Служба статистики", "財務省",
    )  # fmt: skip


def test_counts_behind_a_quotation_are_the_outlets_own():
    """A person who was quoted on trade does not tell how many projects there are."""
    text = '"It is 5%," says Jane Roe of the harbour. Of 20 projects, seven are under way.'

    assert said(text, "20") == "The Paper: unattributed"


def test_an_interview_may_label_names_titles_and_the_outlet():
    """Labels are the outlet's name, a name met before or a title, which stays as it is printed;
    other labels are none.
    """
    (intro,) = voices("We met Jane Roe, deputy trade minister of Chile.")

    assert voices("PAPER: Did it rise 5%?", before=intro)[0].attribution == "unattributed"
    labels = {"Jane Roe:": "Jane Roe", "ROE:": "Jane Roe", "A:": "Jane Roe",
              "Roe:": "Jane Roe", "Deputy minister:": "Deputy minister"}  # fmt: skip
    for label, name in labels.items():
        (answer,) = voices(f"{label} It rose 4%, our customs service says.", before=intro)
        assert (answer.speaker, answer.attribution) == (name, "direct")
        assert answer.office == "customs service"
    assert voices("Exports: 5%, as before.", before=intro)[0].attribution == "unattributed"


def test_dashes_of_a_russian_dialogue_are_turns():
    """A question is the outlet's, an answer that of the person named last."""
    intro = voices("Посол Польши ответил на вопросы.", "ru")[-1]

    assert voices("— Экспорт вырос на 5%?", "ru", intro)[0].attribution == "unattributed"
    answer = voices("— Экспорт вырос на 4%.", "ru", intro)[0]
    assert (answer.speaker, answer.attribution) == ("посол Польши", "direct")


def test_a_compiler_speaks_for_the_side_that_is_named_with_it():
    """ "The British side sees 4, a figure by the statistics office" is the British office's."""
    text = "The British side sees $4 bn, a figure for 2021 by the Office for National Statistics."
    voice = at(text, "$4")

    assert (voice.office, voice.reporter) == ("Office for National Statistics", "GBR")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Statistics Peru said it was 3%. The office put imports at 5%."),
        ("en", "Statistics Peru said it was 3%. The statisticians expect 5%."),
        ("ru", "Экспорт вырос на 3%, сообщил Перустат. Импорт — на 5%, уточнили в ведомстве."),
    ],
)
def test_an_office_without_a_name_is_the_compiler_named_before(language, text):
    """ "The office", "the statisticians" name no other office than that of the figures."""
    assert at(text, "5%", language).office in ("Statistics Peru", "Перустат")


@pytest.mark.parametrize(
    "text",
    [
        "For the first ten months the Bureau of Statistics reports 5%.",
        "On Monday Statistics Peru said it was 5%.",
        "In 2018 the Bureau of Statistics recorded 5%.",
    ],
)
def test_words_of_time_are_no_part_of_a_name(text):
    """A name begins behind the words that tell when."""
    assert at(text, "5%").office in ("Bureau of Statistics", "Statistics Peru")


def test_both_sides_want_what_one_of_them_says():
    """ "The two sides" within somebody's words are no speakers."""
    text = "The envoy of Chile said in Lima that the two sides wanted trade to reach $5 bn."

    assert said(text, "$5") == "envoy of Chile: indirect"


@pytest.mark.parametrize(
    ("language", "text", "reporter"),
    [
        ("en", "By Polish data, exports were $5 bn.", "POL"),
        ("en", "Danish trade figures show exports of $5 bn.", "DNK"),
        ("en", "Polish exports were $5 bn.", ""),
        ("ru", "По польским данным, импорт вырос вдвое, а по грузинским — на $5 млн.", "GEO"),
    ],
)
def test_records_of_a_side_have_a_reporter_and_no_office(language, text, reporter):
    """The outlet tells them; the adjective says whose they are."""
    voice = at(text, "$5", language)

    assert (voice.reporter, voice.office) == (reporter, "")
    assert voice.attribution == "unattributed"


def test_sources_in_brackets_belong_to_the_number_before():
    """ "3% (State Bank), 5% (customs)": each number has its own."""
    text = "Exports rose by 3% (State Bank), 5% (customs) or 7%."

    assert said(text, "3%") == "State Bank: indirect"
    assert said(text, "5%") == "customs: indirect"
    assert said("Trade (without oil) rose 5%.", "5%") == "The Paper: unattributed"


def test_a_paragraph_about_these_sales_goes_on_in_the_voice_before():
    """What breaks a number down is told by who told it, also where he compiles nothing."""
    (first,) = voices("The envoy of Chile said that sales were $9 bn.")

    assert at("Copper was a third of these sales.", "third", before=first).speaker == (
        "envoy of Chile"
    )


def test_a_question_may_pass_a_number_on():
    """Whom a question names tells its number; the answer stays with the one who is asked."""
    (intro,) = voices("The trade envoy of Chile answered.")
    question = voices("Q: The minister of Peru spoke of 120 million.", before=intro)[0]

    assert (question.speaker, question.attribution) == ("minister of Peru", "indirect")
    assert voices("A: It is 90.", before=question)[0].speaker == "trade envoy of Chile"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The commission reviewed a list of 5 projects.", "The Paper: unattributed"),
        ("Exports were 5, if you believe the Statistical Institute of Peru.",
         "Statistical Institute of Peru: indirect"),
        ("All of these 5 numbers are taken from the Bureau of Statistics.",
         "Bureau of Statistics: indirect"),
        ("LIMA, Aug 14 (Andes Wire) - Peru shipped 5, data from Statistics Peru showed.",
         "Statistics Peru: indirect"),
        ("It is 5, Deputy Minister Jane Roe admitted.", "Jane Roe: indirect"),
        ("The chambers of commerce in Lima and Quito want trade to reach 5.",
         "chambers of commerce in Lima and Quito: indirect"),
        ("It is 5, Minister of Economy, Trade and Industry Jane Roe said.", "Jane Roe: indirect"),
        ("Russian Minister of Economic Development Jane Roe said it was 5.", "Jane Roe: indirect"),
        ("The Ministry Plan of 5 points stands.", "The Paper: unattributed"),
        ("The Peruvian-claimed isles have 5.", "The Paper: unattributed"),
        ("The Finance Ministry of Peru said 3. It was 5, according to the ministry's report.",
         "Finance Ministry of Peru: indirect"),
        ("It was 5, according to Andes Wire estimates based on data.", "Andes Wire: indirect"),
        ("The weekly Andes Express has figures. It puts exports at 5.", "Andes Express: indirect"),
        ("For the present year our economists foresee 5.", "economists: indirect"),
        ("First the numbers; they are all the Bureau of Statistics'. It was 5.",
         "Bureau of Statistics: indirect"),
        ("The tables, which come from the customs office, are new. It was 5.",
         "customs office: indirect"),
        ("One daily of this port, Noticias del Sur, printed that it was 5.",
         "Noticias del Sur: indirect"),
        ("The Andes Economic Daily had written that it was 5.", "Andes Economic Daily: indirect"),
        ("Samir al-Roe, 44, a broker in Lima who has sold there for a decade, expects 5.",
         "Samir al-Roe: indirect"),
        ("The Chilean statistics centre has other figures: 5.",
         "Chilean statistics centre: indirect"),
        ("Who counts otherwise? Peru's customs office does. By its count it was 5.",
         "Peru's customs office: indirect"),
        ("It was 5, the Omani minister Said al-Roe told reporters.", "Said al-Roe: indirect"),
        ("It was 5, the Directorate General of Foreign Trade says.",
         "Directorate General of Foreign Trade: indirect"),
        ("Our two governments set themselves a goal of 5.", "The Paper: unattributed"),
    ],
)  # fmt: skip
def test_sources_of_figures(text, expected):
    """What looks like a verb or a source and is none; ways in which figures are said to come."""
    assert said(text, "5") == expected


@pytest.mark.parametrize(
    ("heading", "office"),
    [
        ("LIMA, May 5 (Andes Wire) - National Office for Customs and Borders, 2020, in dollars:",
         "National Office for Customs and Borders"),
        ("Trade of Chile with Peru in 2020 (Customs Service data):", "Customs Service"),
        ("The Ministry of Trade's figures for 2020:", "Ministry of Trade"),
    ],
)  # fmt: skip
def test_the_heading_of_a_list_names_its_compiler_without_a_verb(heading, office):
    """The lines below it are that office's."""
    (intro,) = voices(heading)

    assert voices("Exports to Peru: $5 million", before=intro)[0].office == office


def test_a_list_is_told_by_the_source_of_its_first_line():
    """From the colon before the list to its last line, whatever a line is about."""
    (intro,) = voices("These are the numbers of the Bureau of Statistics:")
    (first,) = voices("Chile sold Peru goods for 5;", before=intro)
    (second,) = voices("a share of 4%.", before=first)
    (after,) = voices("A share of 3%.", before=second)

    assert (first.speaker, second.speaker) == ("Bureau of Statistics",) * 2
    assert after.speaker == "The Paper"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Trade was 5,” grumbles Ana Quispe of the harbour.", "Ana Quispe: direct"),
        ("“Trade was 5, no more than that,” a farmer near Lima sighs.",
         "farmer near Lima: direct"),
        ("“It was 5, give or take,” said a buyer at a mill.", "buyer at a mill: direct"),
        ("Ana Quispe, who runs a mill, was blunt: “It was 5, and that is far too little.”",
         "Ana Quispe: direct"),
        ("Ana Quispe, 44, was there. It was 5, she reported.", "Ana Quispe: indirect"),
        ("Mayor Ana Quispe takes another view. By her reckoning it was 5.", "Ana Quispe: indirect"),
        ("The envoy of Peru, H.E. Juan de la Cruz, was our guest. In his speech he put it at 5.",
         "Juan de la Cruz: indirect"),
        ("A clerk at the chamber of Lima says a haulier pays a lot. It was 5, she says.",
         "clerk at the chamber of Lima: indirect"),
        ("The ministry of trade in Lima is of another mind. In a paper of 3 pages it expects 5.",
         "ministry of trade in Lima: indirect"),
        ("Andes Advisers, a consultancy, raised its forecast to 5.", "Andes Advisers: indirect"),
        ("The millers' body GrainLink estimates it at 5.", "GrainLink: indirect"),
        ("Peru Enterprise counts 5 projects.", "Peru Enterprise: indirect"),
        ("Of the 5 projects, Industry Minister Ana Quispe said, most are idle.",
         "Ana Quispe: indirect"),
        ("Peru's Minister of Trade and Integration Ana Quispe noted that it was 5.",
         "Ana Quispe: indirect"),
        ("Ana Quispe, Minister of Trade of Peru, informed the commission that it was 5.",
         "Ana Quispe: indirect"),
        ("The commission set a target of 5.", "The Paper: unattributed"),
        ("Forty exporters polled in May expect 5.", "exporters: indirect"),
        ("The joint statement signed in 2022 sets a goal of 5.", "joint statement: indirect"),
        ("Her host, Trade Minister Juan Diaz, spoke. “It is 5,” Diaz told us.",
         "Juan Diaz: direct"),
        ("The envoy expects 3. Our own goal remains 5.", "The Paper: unattributed"),
        ("The government likes to remind us that it is 5.", "government: indirect"),
        ("Trade of 5 within a year: Ana Quispe, the envoy of Peru, named that figure.",
         "Ana Quispe: indirect"),
        ("Nine have been built and 5 have not, said Ana Quispe.", "Ana Quispe: indirect"),
        ("The foreign ministry of Peru prefers to count. Since May, it says, it was 5.",
         "foreign ministry of Peru: indirect"),
        ("The embassy in Lima keeps a register of 5 projects.", "embassy in Lima: indirect"),
        ("Half of 5 projects, the auditor-general found, are idle.", "auditor-general: indirect"),
        ("Deputy Commerce Minister Juan Diaz said 5.", "Juan Diaz: indirect"),
        ("It was 5, said Peru's trade minister, Juan Diaz.", "Juan Diaz: indirect"),
        ("The trade ministers set a target of 5.", "The Paper: unattributed"),
        ("The Parties agreed to work towards 5.", "Parties: indirect"),
        ("The sides agreed to work towards 5.", "The Paper: unattributed"),
        ("The Ministers took note of a list of 9 projects. Of them 5 are finished.",
         "Ministers: indirect"),
        ("The list that the two governments drew up in Lima has 5 entries.",
         "The Paper: unattributed"),
        ("It was 5, according to Lima's exchange office, which put the share at a third.",
         "Lima's exchange office: indirect"),
    ],
)  # fmt: skip
def test_whoever_holds_a_view_speaks(text, expected):
    """By whatever verb, in the sentence or the next, by name, by pronoun or as a mere buyer; the
    parties of a statement, where they write themselves large.
    """
    assert said(text, "5") == expected


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Comexa data showed that exports were 5.", "Comexa"),
        ("Exports were 5, Comexa's yearbook shows.", "Comexa"),
        ("Exports were 5, according to statistics agency Indeka.", "Indeka"),
        ("Fresh data showed that exports were 5.", ""),
        ("NSO Malta has published its statistics: exports came to 5.", "NSO Malta"),
        ("The Bank of Uganda, which works with financial years, put imports at 5.",
         "Bank of Uganda"),
        ("Japan's finance ministry booked imports of 5.", "Japan's finance ministry"),
        ("Statistics Peru has its country buying goods worth 5.", "Statistics Peru"),
        ("Exports were 5, as per Peru Customs statistics.", "Peru Customs"),
        ("A slide of the Statistics Agency of Peru showed exports of 5.",
         "Statistics Agency of Peru"),
        ("The Peru Bureau of Statistics (PBX) expects 5.", "Peru Bureau of Statistics"),
        ("According to the National Statistical Institute, trade was 5.",
         "National Statistical Institute"),
        ("Exports were 5, according to the U.S. Census Bureau.", "U.S. Census Bureau"),
        ("Exports were 5, according to figures that Statistics Peru (Esper) published on Monday.",
         "Statistics Peru"),
        ("The numbers here were compiled by Statistics Peru from customs records: 5.",
         "Statistics Peru"),
        ("Exports were 5, according to the Lima Port Authority.", ""),
        ("Exports were 5, according to the Central Bank of Peru.", "Central Bank of Peru"),
        ("Statistics Peru's latest figures on services, for 2023, show exports of 5.",
         "Statistics Peru"),
        ("What is left, says the Bank of Uganda, comes to 5.", "Bank of Uganda"),
        ("Statistics Peru said trade grew. It was 5, according to the bulletin.",
         "Statistics Peru"),
        ("Trade was 5, according to the bulletin.", ""),
        ("Trade was 5, the press service of the Ministry of Trade reported.", ""),
        ("The envoy of Peru said that trade was 5, citing figures from Peru Customs.",
         "Peru Customs"),
    ],
)  # fmt: skip
def test_compilers_tell_records_by_many_verbs(text, office):
    """A name compiles what is called its data; a bank or ministry where it puts a flow at a sum."""
    assert at(text, "5").office == office


def test_numbers_that_a_person_passes_on_are_the_compilers():
    """ "The envoy said, citing customs": the speaker is whom they come from."""
    text = "Trade was 5, the envoy of Peru said, citing figures from Peru Customs. Imports were 3."

    assert (at(text, "5").speaker, at(text, "3").speaker) == ("Peru Customs",) * 2


@pytest.mark.parametrize(
    ("text", "reporter"),
    [
        ("China sold goods for 5 to Peru, its General Administration of Customs said.", "CHN"),
        ("Rival Chile sold 5 to China, according to statistics agency Estada.", "CHL"),
        ("China sold goods for 5 to Peru, the customs service said.", "PER"),
        ("Sales to Chile were 5, its customs service said.", "PER"),
    ],
)
def test_an_office_may_be_that_of_its_sentences_subject(text, reporter):
    """ "Its office", "statistics agency X" belong to whom the sentence begins with."""
    assert at(text, "5", home="PER").reporter == reporter


def test_a_host_is_the_other_of_two_persons():
    """ "Her host" is whom the text named beside her."""
    (first,) = voices("President Ana Roe and her counterpart, Juan Diaz, met.")
    text = "“It is 5,” President Roe told the press. Her host said that it was 3."

    assert at(text, "3", before=first).speaker == "Juan Diaz"


@pytest.mark.parametrize(
    ("before", "text", "speaker"),
    [
        ("Vice Premier Hu Wenlin spoke.", "It was 5, Hu said.", "Hu Wenlin"),
        ("The Minister for Foreign Trade of Peru, Juan Diaz, came.", "Minister Diaz said 5.",
         "Juan Diaz"),
        ("Statistics Peru said it was 3.", "Peru was the ninth partner in that period.",
         "Statistics Peru"),
    ],
)  # fmt: skip
def test_what_was_named_is_meant_in_the_next_paragraph(before, text, speaker):
    """By the first name or the last, with a title or without; a rank of the same period."""
    (first,) = voices(before)

    assert voices(text, before=first)[0].speaker == speaker


def test_letters_in_brackets_are_a_second_name():
    """ "The Bureau (PBX)" is meant by "PBX" from then on."""
    (first,) = voices("The Central Bureau of Statistics (PBX) reports that exports rose.")

    assert at("Imports were 5, PBX found.", "5", before=first).office == (
        "Central Bureau of Statistics"
    )


def test_a_customs_service_is_named_as_the_text_names_it():
    """A short name that tells its trade stays; "the agency" and "the same office" are the full."""
    (first,) = voices("The National Customs Service of Peru said it was 3.")

    assert at("It was 5, the customs service says.", "5", before=first).speaker == "customs service"
    assert at("It was 5, the same service says.", "5", before=first).speaker == (
        "National Customs Service of Peru"
    )


def test_an_outlet_that_compiles_statistics_is_their_office():
    """The text of a statistics office has it as compiler, but for the headline."""
    own = "Peru Bureau of Statistics"
    headline = speakers.find("Exports rise to 5", "en", own, None)
    (text,) = speakers.find("Exports rose to 5, PBS found.", "en", own, headline[-1])

    assert headline[0].office == ""
    assert (text.attribution, text.office, text.reporter) == ("unattributed", own, "PER")


def test_lines_of_a_list_need_no_marks_at_their_ends():
    """A list goes on until a full sentence follows."""
    (intro,) = voices("These are the numbers of the Bureau of Statistics:")
    (first,) = voices("copper: 5, unchanged", before=intro)
    (second,) = voices("tea: 4, down a third", before=first)
    (after,) = voices("Peru is the third-largest partner.", before=second)

    assert (first.speaker, second.speaker) == ("Bureau of Statistics",) * 2
    assert after.speaker == "The Paper"


def test_a_short_lead_does_not_part_a_statistic():
    """ "What we buy." before the figures: they are still those of the paragraph before."""
    (first,) = voices("Statistics Peru said that imports were 9.")

    assert at("What we buy. Imports of coal were 5.", "5", before=first).office == (
        "Statistics Peru"
    )
    own = at("Here are mine. Imports of coal were 5.", "5", before=first)
    assert own.attribution == "unattributed"


def test_the_federal_agency_is_the_compiler_named_before():
    """An adjective makes no other office of it."""
    (first,) = voices("Statistics Peru said that imports were 9.")

    assert at("They were 5, the federal agency said.", "5", before=first).office == (
        "Statistics Peru"
    )


def test_he_is_whom_the_sentence_before_is_about():
    """Not whom it names beside him."""
    text = "The envoy, Juan Diaz, who came with the Minister, was candid. It was 5, he said."

    assert said(text, "5") == "Juan Diaz: indirect"


@pytest.mark.parametrize(
    ("name", "reporter"),
    [
        ("INEGI", "MEX"), ("the National Statistical Institute", "BGR"),
        ("the Office for National Statistics", "GBR"), ("the statistics office", "PER"),
    ],
)  # fmt: skip
def test_some_offices_tell_their_economy_by_name(name, reporter):
    """Whatever side the article speaks from; others are of that side."""
    assert at(f"Exports were 5, according to {name}.", "5", home="PER").reporter == reporter


def test_a_customs_office_is_of_the_economy_of_the_customs_named_before():
    """It keeps its own name."""
    (first,) = voices("China sold less, its General Administration of Customs said.")
    voice = at("Exports were 5, the customs office said.", "5", before=first, home="PER")

    assert (voice.office, voice.reporter) == ("customs office", "CHN")


def test_ranks_go_on_within_a_paragraph():
    """What ranked then is told by the compiler of the sentence before."""
    text = "Statistics Peru put imports at 9. In 2010 Chile ranked 5th."

    assert at(text, "5th").office == "Statistics Peru"


def test_a_town_before_a_colon_is_no_label():
    """ "LIMA: Trade grew" is no question of the Lima Paper."""
    voice = speakers.Speech(0, 0, "", "", "", "unattributed")
    (found,) = speakers.find("LIMA: Trade was 5, the envoy said.", "en", "Lima Paper", voice)

    assert found.speaker == "envoy"


def test_the_last_word_of_its_name_labels_the_outlet():
    """A question of the Andes Economist is labelled "Economist", and no economist's."""
    (before,) = voices("Jane Roe has run the port since 2012.")
    (asked,) = speakers.find("Economist: It was 5?", "en", "Andes Economist", before)
    (answer,) = speakers.find("Roe: Nine, alas.", "en", "Andes Economist", asked)

    assert (asked.speaker, asked.attribution) == ("Andes Economist", "unattributed")
    assert (answer.speaker, answer.attribution) == ("Jane Roe", "direct")


@pytest.mark.parametrize(
    "text",
    ["Sales were 5, according to {}.", "{} gives exports of 5.", "The {} has us down as the 5th."],
)
@pytest.mark.parametrize("name", ["Norges Bank", "Banco de Portugal", "Bangladesh Bank"])
def test_central_banks_compile_whatever_their_language(text, name):
    """What they tell is a statistic, also where no word for data stands by."""
    assert at(text.format(name), "5").office == name


def test_a_new_office_is_of_the_economy_that_its_sentence_begins_with():
    """One that was named before, or a kind in small letters, is of the article's side."""
    text = "Jordanian growers earned 5 in Iraq, the Department of Statistics announced."
    (first,) = voices(text, home="IRQ")
    again = at("Iraq sold 7, the Department of Statistics said.", "7", before=first, home="JOR")

    assert (first.reporter, again.reporter) == ("JOR", "JOR")


def test_an_office_there_is_of_the_place_named_last():
    """Told from its capital."""
    text = "From Lima it looks better. The statistics office there puts exports at 5."

    assert at(text, "5", home="CHL").reporter == "PER"


def test_what_we_ourselves_expect_is_the_outlets():
    """Also behind what somebody else said."""
    text = "Envoy Jane Roe said that sales would be 9. We ourselves expect 5 of them."

    assert said(text, "5") == "The Paper: unattributed"


NARRATED = "Jane Roe receives us in her shed above the quay."


@pytest.mark.parametrize(
    "text",
    [
        "How much is it? “It rose 5%.”",
        "How much, we ask, is it? “It rose 5%,” she says.",
        "The customs service puts it at 9%. Roe shakes her head. “It rose 5%.”",
        "The customs service puts it at 9%. She does not nod. “It rose 5%.”",
        "The trade minister of Chile wants 9%, we remind her. She laughs. “It rose 5%.”",
    ],
)
def test_who_receives_the_outlet_answers_it(text):
    """A quotation that names nobody is that of whom the text turned to, or named last."""
    before = voices(NARRATED)[-1]
    voice = at(text, "5%", before=before)

    assert (voice.speaker, voice.attribution) == ("Jane Roe", "direct")


def test_a_person_is_known_by_whatever_he_did():
    """Who only did something has his full name where he speaks by his surname."""
    before = voices("Jane Roe begs to differ with the envoys.")[-1]

    assert at("Roe expects a rise of 5%.", "5%", before=before).speaker == "Jane Roe"


@pytest.mark.parametrize("lead", ["In May it fell", "Imports dropped"])
def test_a_capital_at_the_beginning_of_a_sentence_is_nobody(lead):
    """What "it" means is not the first word of its sentence."""
    before = voices("Statistics Chile reported a rise of 9%.")[-1]

    assert at(f"{lead} by 5%, it said.", "5%", before=before).speaker == "Statistics Chile"


def test_a_name_ends_before_a_pronoun():
    """ "By the count of Statistics Chile it came ninth" names the office alone."""
    text = "By the count of Statistics Chile it rose by 5%."

    assert at(text, "5%").speaker == "Statistics Chile"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Sales of $5 were put at a record by the central bank.", "central bank"),
        ("It was the customs service that first reported $5 of sales.", "customs service"),
        ('Grower Jane Roe to this newspaper: "We sold goods for $5 there."', "Jane Roe"),
        ("The bank gives exports of $4, and the customs service imports of $5.",
         "customs service"),
        ("Exporters say sales came to $5.", "Exporters"),
        ("Sales came to $5, as the central bank was able to report.", "central bank"),
        ("Sales of $5, it follows from the customs office's data, were a record.",
         "customs office"),
        ("To hear the trade envoy tell it, sales came to $5.", "trade envoy"),
        ("If the customs office is to be believed, sales came to $5.", "customs office"),
        ("Jane Roe, head of the port, said Norway had paid $5.", "Jane Roe"),
        ("Sales might reach $5, the head of the Trade Chamber, Jane Roe, believes.", "Jane Roe"),
        ("OSLO (ABC) - Nordum, the secretariat for trade, expects sales of $5.", "Nordum"),
        ("A person familiar with the shipper's books said sales came to $5.",
         "person familiar with the shipper's books"),
        ("The envoy was quoted by a news agency as saying that sales came to $5.", "envoy"),
    ],
)  # fmt: skip
def test_a_source_is_found_however_the_sentence_is_built(text, speaker):
    """As the agent of a passive, lifted out, before a colon, behind a verb left out or put off."""
    assert at(text, "$5").speaker == speaker


@pytest.mark.parametrize(
    "back",
    [
        "The number was released by the customs service on Friday.",
        "The customs service made the number public on Friday.",
        "The customs service announced this at the port.",
        "Or so claims the customs service.",
        "At least that is what the customs service says.",
        "That is according to the customs service.",
        "Behind the number stands the customs service.",
    ],
)
def test_a_sentence_takes_up_what_the_one_before_told(back):
    """Also where a paragraph begins with it, for the end of the one before."""
    assert at(f"Sales rose 5%. {back}", "5%").speaker == "customs service"
    opening = speakers.Speech(0, 0, "", "", "", "unattributed")
    (told,) = speakers.find("Sales rose 5%.", "en", "The Paper", opening, "", back)
    assert told.speaker == "customs service"


def test_a_number_that_somebody_puts_is_no_number_told_before():
    """ "They put the number of files at 3" says nothing of the sentence before."""
    assert (
        at("Sales rose 5%. The envoys put the number of files at 3.", "5%").speaker == "The Paper"
    )


def test_it_opens_a_paragraph_with_the_office_named_last():
    """Within a paragraph "it" may be any thing, at its beginning the office that spoke."""
    (told, *_) = voices("A joint statement puts sales at $5.")[-1:]
    assert at("It foresees a rise of 4%.", "4%", before=told).speaker == "joint statement"


def test_a_label_answers_a_label():
    """Behind the outlet's labelled question any name is the label of who answers."""
    (question,) = voices("The Paper: How large are the sales?")
    (answer,) = voices("Jane Roe: They came to $5.", before=question)
    assert f"{answer.speaker}: {answer.attribution}" == "Jane Roe: direct"


def test_a_town_in_capitals_is_no_label():
    """A dateline with a colon names a place, and a line of sources nobody who speaks."""
    assert at("KUALA LUMPUR: Sales rose 5%.", "5%").speaker == "The Paper"
    assert at("Source: sales rose 5%.", "5%").attribution == "unattributed"


@pytest.mark.parametrize(
    "text",
    [
        "Finland's Jane Roe and Norway's John Doe met. Roe spoke of sales of $5.",
        "Jane Roe receives us in her office. She puts sales at $5.",
        "The chamber's Jane Roe thinks sales will reach $5.",
        "Trade envoy Jane Roe Diaz smiled. Sales, Roe said, were $5.",
    ],
)
def test_a_person_is_known_from_how_he_is_brought_in(text):
    """By his country, by what he does when the outlet meets him, by his office."""
    assert at(text, "$5").speaker.startswith("Jane Roe")


@pytest.mark.parametrize(
    "text",
    [
        "The bank gave both. Added up by this newspaper, that makes $5.",
        "The bank gave both. By our arithmetic that is $5.",
        "The bank gave both. We make that $5.",
        "The bank gave both. My own target is $5.",
    ],
)
def test_sums_of_the_outlet_are_its_own_words(text):
    """However it says that it did them."""
    assert at(text, "$5").speaker == "The Paper"


def test_a_source_behind_its_number_compiled_it():
    """In brackets, or as whose figures they are."""
    assert at("Sales came to $5 (source: Nordum).", "$5").office == "Nordum"
    text = "Sales came to $5, figures compiled by Nordum, the growers' association, indicate."
    assert at(text, "$5").office == "Nordum"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Roe has a table. It comes from the Customs Office of Chile and gives $9 million.", "9",
         "Customs Office of Chile: indirect"),
        ("The chamber presented its list. Of 12 joint projects, five are ready.", "five",
         "chamber: indirect"),
        ("Jane Roe, a trader, asks me whether Chile is our third-largest market.", "third",
         "Jane Roe: indirect"),
        ("The Herald wrote that trade had trebled. It has not. Trade is 1.4 times as large.", "1.4",
         "The Paper: unattributed"),
        ("The Herald told of 9%. I went through the tables: it is 4%.", "4%",
         "The Paper: unattributed"),
    ],
)  # fmt: skip
def test_a_table_a_list_a_question_and_a_denial_have_their_voice(text, words, expected):
    """A table speaks for who made it, a list for who presents it, a denial for the outlet."""
    assert said(text, words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A buyer for a big chain, Jane Roe, believes that it was 5%.", "Jane Roe"),
        ("Traders wait. Another, Jane Roe of Lima, says it was 5%.", "Jane Roe"),
        ("A rival laughed at this, and said that it was 5%.", "rival"),
        ("Importers in Vigo are calm. They foresee a drop of 5%.", "Importers in Vigo"),
        ("A spokesman for the Port Board was calm. All he would say was that it was 5%.",
         "spokesman for the Port Board"),
        ("The author of the report, Jane Roe, told us that it was 5%.", "Jane Roe"),
    ],
)  # fmt: skip
def test_somebody_is_known_by_what_is_said_of_him(text, expected):
    """A name behind "a buyer for", a subject of two verbs, a group at a place."""
    assert at(text, "5%").speaker == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deputy minister Jane Roe corrected him: “It was 5%.”", "Jane Roe"),
        ("Said the consul: “It was 5%.”", "consul"),
        ("“It was 5%. What a year.” Jane Roe smiles as she pours the tea.", "Jane Roe"),
        ("“It was 5%.” The words are those of Jane Roe, a farmer.", "Jane Roe"),
        ("The station quoted Jane Roe as saying that it was 5%.", "Jane Roe"),
        ("Jane Roe was here. The bank, she recalled, had forecast 5%.", "bank"),
    ],
)
def test_words_are_of_whom_the_text_puts_beside_them(text, expected):
    """Who acts before a colon or behind a quotation, and whom another quotes or recalls."""
    assert at(text, "5%").speaker == expected


def test_the_minister_is_not_the_deputy_named_last():
    """A title alone means its holder, whoever spoke since."""
    text = (
        "The trade minister, Jane Roe, was here. "
        "Deputy trade minister John Doe said no. The minister put it at 5%."
    )
    assert at(text, "5%").speaker == "Jane Roe"


def test_a_quotation_that_goes_on_in_the_next_paragraph_has_its_speaker_there():
    """Left open at the end of its paragraph, it is told by the first whom the next one names."""
    before = speakers.Speech(0, 0, "", "", "", "unattributed")
    open_, after = '"It was 5%. Nobody knew.', '"Now it will be 6%," says Jane Roe.'
    voice = speakers.find(open_, "en", OUTLET["en"], before, "", after)[0]
    assert (voice.speaker, voice.attribution) == ("Jane Roe", "direct")


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Statistics Peru is out with it. Sales were 5, the office says.", "5", "Statistics Peru"),
        ("The Tea Growers' Union wrote. It told us of 5.", "5", "Tea Growers' Union"),
        ("The exporters' association objects. It has found 5 million.", "5",
         "exporters' association"),
        ("Jane Roe runs the Port Authority. She expects 5.", "5", "Jane Roe"),
        ("Ten, says the broker Kemp Holt. The brokerage or the broker put it at 5.", "5",
         "Kemp Holt"),
        ("Sources close to the talks said 4. The same sources put it at 5.", "5",
         "Sources close to the talks"),
    ],
)  # fmt: skip
def test_an_institution_is_known_from_where_it_was_named(text, words, speaker):
    """It need not have said anything there to be meant by "the office", "it" or its kind."""
    assert at(text, words).speaker == speaker


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("We learn from Statistics Peru that sales were 5.", "Statistics Peru"),
        ("Jane Roe had the latest from Statistics Peru: 5.", "Statistics Peru"),
        ("Statistics Peru closed its books on 2020 with exports of 5.", "Statistics Peru"),
        ("The statistics office's table also shows 5.", "statistics office"),
        ("The kingdom's Office for Statistics last published 5.", "Office for Statistics"),
        ("It went well, Jane Roe said. Sales were 5. These are the figures of Statistics Peru.",
         "Statistics Peru"),
    ],
)  # fmt: skip
def test_figures_are_told_as_an_offices_in_many_ways(text, office):
    """Its table, its books, what one learns from it, and whose they are in the end."""
    assert at(text, "5").office == office


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The weekly Andes Times writes, citing Jane Roe, that it was 5.", "Jane Roe"),
        ("Juan Diaz read from the Andes Times, according to which it was 5.", "Andes Times"),
        ("The Tea Board, she noted, expects 5.", "Tea Board"),
        ("The statement that the two sides signed puts trade at 5.", "statement"),
    ],
)
def test_a_number_is_told_by_whom_it_comes_from(text, speaker):
    """Not by who passes it on, quotes it or signed it."""
    assert at(text, "5").speaker == speaker


def test_letters_with_a_dot_part_questions_from_answers():
    """The office that an answer begins with is named without the letter."""
    (question,) = voices("Q. How much was it?")

    answer = at("A. Statistics Peru has the answer: 5.", "5", before=question)
    assert answer.speaker == "Statistics Peru"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Exports to Peru up 5% in May - customs office", "customs office"),
        ("Ministry: exports to Peru up 5%", "Ministry"),
        ("Customs men compare notes on the 5% rise", "The Paper"),
        ("The cooperative says it earned 5 million.", "cooperative"),
        ("A rise of 5% was recorded in sales to Peru by the Tea Board.", "Tea Board"),
        ("The joint working group lists 5 projects.", "The Paper"),
    ],
)
def test_institutions_speak_in_headlines_and_passives_too(text, speaker):
    """A dash or colon parts them from what they say; a joint body of both sides has no voice."""
    assert at(text, "5").speaker == speaker


@pytest.mark.parametrize("text", ["Jane Roe said 'by some 5%'.", "‘It’s 5%,’ says Jane Roe."])
def test_single_marks_quote(text):
    """Within a word they are apostrophes."""
    assert said(text, "5%") == "Jane Roe: direct"


def test_an_office_that_speaks_in_a_capital_is_of_that_economy():
    """Where its sentence names no other place."""
    text = "So the Federal Customs Office told importers in Berne: it was 5."
    assert at(text, "5").reporter == "CHE"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Canadian Ambassador to Chile", "Jane Roe"),
        ("Canada's trade commissioner in Santiago", "Luis Soto Vega"),
        ("Head of the Canadian Trade Mission in Chile", "Jane Roe"),
        ("Director of the Department for Asia of the Canadian Trade Ministry", "Jane Roe"),
        ("Secretary General of the Canadian Confederation of Industry", "Jane Roe"),
    ],
)
def test_a_title_tells_where_or_of_what_before_the_name(title, name):
    """ "Ambassador to Chile Jane Roe" is Jane Roe, and by her surname alone she is the same."""
    told = f"Trade grew by 14 percent in 2020, {title} {name} said."
    again = f"Imports rose by 4 percent, {name.split()[-1]} added."

    assert rows(told, again, columns="speaker speaker_role") == [(name, title)] * 2


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("On the website of Statistics Peru one reads 5.", "Statistics Peru"),
        ("Preliminary data from the Bank of Peru point to 5.", "Bank of Peru"),
        ("Sales were 5. Source: Tea Board.", "Tea Board"),
        ("Sales were 5, so the Tea Board.", "Tea Board"),
        ("The Association of Millers met. Sales were 5, the association said.",
         "Association of Millers"),
        ("Figures seen by this newspaper put it at 5.", "The Paper"),
    ],
)  # fmt: skip
def test_where_a_number_is_read_is_whose_it_is(text, speaker):
    """At an office, on its pages, in its data, behind "source:"; what we saw is nobody's."""
    assert at(text, "5").speaker == speaker


@pytest.mark.parametrize(
    ("first", "second", "office"),
    [
        ("Exports rose 5 percent, data from the Canadian Exporters' Assembly showed.",
         "Imports fell 3 percent, according to the assembly.", "Canadian Exporters' Assembly"),
        ("Exports rose 5 percent, the National Bank of Canada reported.",
         "Imports fell 3 percent, according to the central bank's data.",
         "National Bank of Canada"),
    ],
)  # fmt: skip
def test_whose_data_were_told_is_their_office_by_a_short_name_too(first, second, office):
    """A body of exporters compiles what are its data; "the central bank" is the bank just named."""
    assert rows(first, second, columns="speaker office") == [(office, office)] * 2


def test_a_courtesy_title_is_no_part_of_a_name():
    """Behind a title and a comma, or behind the words that open a sentence."""
    told = "The Commerce Secretary, Shri Amit Rao, said that exports rose 5 percent."
    again = "At the talks Mr. Rao recalled that imports rose 4 percent."

    assert rows(told, again, columns="speaker") == [("Amit Rao",), ("Amit Rao",)]


@pytest.mark.parametrize("trade", ["The diplomat noted", "The envoy said", "He was confident"])
def test_a_trade_stands_for_the_person_named_with_its_title(trade):
    """An ambassador is a diplomat; and who is confident that something comes has said so."""
    told = "Exports rose 5 percent, Chile's ambassador to Canada Ana Rojas said."
    again = f"{trade} that imports would fall 3 percent."

    assert rows(told, again.replace("He", "She"), columns="speaker") == [("Ana Rojas",)] * 2
