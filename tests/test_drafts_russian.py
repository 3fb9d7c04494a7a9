"""Who speaks in Russian: names of persons and offices put into the nominative."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.drafts import articles, speakers, statements

OUTLET = "Вестник"


def voice(text: str, words: str = "5%", before: speakers.Speech | None = None) -> speakers.Speech:
    """The voice in which some words of a paragraph are told."""
    before = before or speakers.Speech(0, 0, "", "", "", "unattributed")
    place = text.index(words)
    found = speakers.find(text, "ru", OUTLET, before, "CHL")
    return next(one for one in found if one.start <= place < one.end)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Сергей Белов сказал, что экспорт вырос на 5%.", "Сергей Белов"),
        ("Экспорт вырос на 5%, добавила Цэцэг Бадмаева.", "Цэцэг Бадмаева"),
        ("Министр торговли Чили Хари Видодо ждет роста на 5%.", "Хари Видодо"),
        ("По словам главы Минторга Чили Серика Ахметова, рост — 5%.", "Серик Ахметов"),
        ("Как сообщил замминистра Виктор Ильич Котов, рост — 5%.", "Виктор Ильич Котов"),
        ("Посол Чили в Анкаре Р. Мамедов сообщил о росте на 5%.", "Р. Мамедов"),
        ("Посол Чили Пабло Вега рассказал о росте на 5%.", "Пабло Вега"),
        ("Со слов главы Минторга Чили Серика Ахметова, рост — 5%.", "Серик Ахметов"),
        ("Как пишет Andes Trade Post, экспорт вырос на 5%.", "Andes Trade Post"),
        ("Пабло Вега, посол Чили, не скрывает радости: «Рост — 5%».", "Пабло Вега"),
        ("Сабах аль-Мутири сообщил о росте на 5%.", "Сабах аль-Мутири"),
        ("Глава союза из Мерсина Керем Йылмаз сообщил о росте на 5%.", "Керем Йылмаз"),
        ("Замминистра торговли Российской Федерации Ян Котов сообщил о росте на 5%.", "Ян Котов"),
    ],
)  # fmt: skip
def test_a_run_of_capitals_is_a_name(text, speaker):
    """First and family names stand together, behind a title also those no dictionary knows."""
    assert voice(text).speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("По данным Статистического комитета Республики Чили, рост — 5%.",
         "Статистический комитет Республики Чили"),
        ("Министерство инвестиций и внешней торговли сообщало о росте на 5%.",
         "Министерство инвестиций и внешней торговли"),
        ("В министерстве сельского хозяйства, промышленности и торговли сообщили о росте на 5%.",
         "министерство сельского хозяйства, промышленности и торговли"),
        ("По подсчетам Торгово-промышленной палаты, рост — 5%.", "Торгово-промышленная палата"),
        ("Экспорт вырос на 5% (данные Бюро статистики).", "Бюро статистики"),
    ],
)  # fmt: skip
def test_an_office_is_named_in_full(text, speaker):
    """With all that it is for, and the state whose it is."""
    assert voice(text).speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Посол Чили Пабло Вега, выступая в порту, назвал рост на 5% скромным.", "Пабло Вега"),
        ("Эксперты биржи уверены: рост — 5%.", "эксперты биржи"),
        ("Экспорт вырос на 5%, пишет «Заря».", "Заря"),
        ("Об этом «Заре» сообщил посол Чили: рост — 5%.", "посол Чили"),
        ("Нина Котова предложила довести рост до 5%.", "Нина Котова"),
        ("Сторона Чили предложила 16 проектов, рост — 5%.", OUTLET),
        ("Рост — 5%, подсчитал «Вестник» по курсу ЦБ.", OUTLET),
        ("Директор компании «Заря» Ян Котов ждет роста на 5%.", "Ян Котов"),
        ("Ректор, доктор наук Ян Котов ждет роста на 5%.", "Ян Котов"),
        ("В интервью агентству посол Чили Ян Котов сообщил о росте на 5%.", "Ян Котов"),
        ("Таможня Чили опубликовала данные, по которым рост — 5%.", "Таможня Чили"),
        ("Рост — 5%, говорится в сообщении на сайте таможни Чили.", "таможня Чили"),
        ("Данные Агентства по статистике при Президенте Чили говорят о росте на 5%.",
         "Агентство по статистике при Президенте Чили"),
        ("Из проектов, о которых писали газеты, построены 5%.", OUTLET),
    ],
)  # fmt: skip
def test_a_subject_belongs_to_its_verb(text, speaker):
    """Over an aside, as a newspaper in the nominative; proposing a thing says nothing."""
    assert voice(text).speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Посол Чили Пабло Вега доволен. Дипломат ждет роста на 5%.", "Пабло Вега"),
        ("Цифры привел начальник таможни Ян Котов. По словам таможенника, рост — 5%.", "Ян Котов"),
        ("Он говорил с министром торговли Яном Котовым. Министр ждет роста на 5%.", "Ян Котов"),
        ("Ян Котов осторожнее: по его прогнозу, рост — 5%.", "Ян Котов"),
        ("Цифры дало Главное таможенное управление КНР. Рост — 5%, отметили в ГТУ.",
         "Главное таможенное управление КНР"),
    ],
)  # fmt: skip
def test_a_trade_told_alone_is_the_person_of_it(text, speaker):
    """ "The diplomat" is the envoy named last, in whatever case he was named."""
    assert voice(text).speaker == speaker


def test_a_ministry_that_counts_is_a_compiler():
    """Where a verb of records says so, as the bank of a country with its data."""
    told = voice("Министерство финансов Чили показывает рост на 5%.")
    assert (told.office, told.reporter) == ("Министерство финансов Чили", "CHL")
    assert voice("По данным Банка Чили, рост — 5%.").office == "Банк Чили"
    assert voice("Министерство финансов Чили обещает рост на 5%.").office == ""


def test_an_office_of_a_state_is_known_by_its_name():
    """Whatever side the article speaks from."""
    assert voice("По данным Федеральной таможенной службы, рост — 5%.").reporter == "RUS"
    assert voice("По данным таможенной службы, рост — 5%.").reporter == "CHL"


def test_an_outlet_that_compiles_tells_its_own_figures():
    """It is no speaker and still the office of its statistic."""
    text = "По данным таможенной службы, экспорт вырос на 5%. Импорт — на 4%."
    found = speakers.find(text, "ru", "Таможенная служба", voice("5%"), "CHL")
    assert {one.attribution for one in found} == {"unattributed"}
    assert {one.office.lower() for one in found} == {"таможенная служба"}


def test_counts_of_what_was_just_told_have_its_voice():
    """ "Of them" goes on with the speaker; other counts are the outlet's."""
    told = "Министерство торговли сообщило о 14 проектах. "
    assert voice(told + "По шести из них подписаны соглашения.", "шести").speaker == (
        "Министерство торговли"
    )
    assert voice(told + "Подписаны шесть соглашений.", "шесть").speaker == OUTLET


TITLE = "Торговля Канады и Чили"


def rows(*paragraphs: str, columns: str = "measure printed") -> list[tuple[object, ...]]:
    """The columns of every proposal in paragraphs below a headline."""
    article = articles.read(
        "\n\n".join([TITLE, *paragraphs]),
        language="ru",
        published=date(2022, 3, 15),
        publisher=OUTLET,
    )
    read = statements.read(article).proposals
    return [tuple(getattr(one, name) for name in columns.split()) for one in read]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Экспорт в Чили составил 5 млн долларов, вдвое больше, чем Перу.", [("level", "5")]),
        ("Экспорт в Чили — 5 млн долларов. У Перу он втрое больше.", [("level", "5")]),
        ("Экспорт в Чили в 2021 году был вдвое больше, чем годом ранее.", [("growth", "вдвое")]),
        ("Водитель вез экспорт в Чили 40 раз.", []),
        ("Поставки в Чили упали на 29%, хотя в тоннах — лишь на 4%.", [("growth", "-29")]),
        ("Вслед за экспортом в Чили выделены 5 млн долларов на порт.", []),
    ],
)  # fmt: skip
def test_other_measures_are_none_of_trade(text, expected):
    """Comparisons with somebody else, how often, weight, and money that is granted."""
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Почти три четверти нашего вывоза в Чили — уголь.", [("share", "три четверти")]),
        ("Экспорт — 5 млн долларов. Треть этой суммы дал лес.",
         [("level", "5"), ("share", "Треть")]),
        ("На уголь приходится треть проданного.", [("share", "треть")]),
    ],
)  # fmt: skip
def test_a_share_is_of_what_was_sold(text, expected):
    """Of a flow with any adjective, of a sum just told, of what was sold or bought."""
    assert rows(text) == expected


@pytest.mark.parametrize(
    "words", ["остался на месте", "стоит на месте", "не изменится", "практически не менялся"]
)
def test_standing_still_is_flat(words):
    """Whatever the tense and the picture."""
    assert rows(f"Экспорт в Чили {words}.", columns="direction") == [("flat",)]


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("К подписанию готовы четыре документа.", ["proposed"]),
        ("Из 140 проектов в активной фазе находятся 58, построены пока три.",
         ["", "under_way", "completed"]),
        ("Стороны продолжают реализацию трех проектов.", ["under_way"]),
        ("В портфеле 17 проектов: семь реализуются, шесть обсуждаются.",
         ["", "under_way", "proposed"]),
        ("Девять из 36 проектов введены в эксплуатацию.", ["completed", ""]),
    ],
)  # fmt: skip
def test_stages_have_many_words(text, stages):
    """Ready for signature is proposed, built or put into service completed."""
    assert [stage for (stage,) in rows(text, columns="stage")] == stages


def test_own_arithmetic_is_told_by_whoever_says_so():
    """The outlet's where it names itself or says "our", the speaker's in direct speech."""
    text = "Экспорт в Чили вырос на 5%, {}."
    for who in ("подсчитал «Вестник»", "по нашим подсчетам"):
        assert rows(text.format(who), columns="computed_by") == [(OUTLET,)]
    quoted = "«По моим подсчетам, экспорт в Чили вырос на 5%», — сказала Нина Котова."
    assert rows(quoted, columns="computed_by") == [("Нина Котова",)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В мае экспорт в Чили достиг 5 млн долларов, на 3% больше, чем месяцем ранее.",
         [(None, None), (date(2021, 4, 1), date(2021, 4, 30))]),
        ("За пять месяцев 2021 года экспорт достиг 5 млн долларов. За отчетный период импорт"
         " вырос на 3%.", [(None, None), (date(2020, 1, 1), date(2020, 5, 31))]),
    ],
)  # fmt: skip
def test_bases_of_growths(text, expected):
    """A month before where it is said so; the period reported on is the one told."""
    assert rows(text, columns="base_start base_end") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Для Чили Канада сегодня третий поставщик.", ("imports", "CHL")),
        ("Среди покупателей чилийских товаров Канада пятая.", ("exports", "CHL")),
        ("«Наш экспорт вырос на 5%», — сказал посол Чили.", ("exports", "CHL")),
        ("«Экспорт вырос на 5%», — сказал посол Чили.", ("exports", "CHL")),
        ("Экспорт вырос на 5%, сказал посол Чили.", ("exports", "CAN")),
        ("Главы стран поставили задачу довести торговлю до 5 млрд долларов.", ("turnover", "CAN")),
        ("Главы стран поставили задачу выйти на 5 млрд долларов торговли.", ("turnover", "CAN")),
    ],
)  # fmt: skip
def test_whose_flow_it_is(text, expected):
    """A supplier "for Chile" is its import; what somebody says himself is of his own side."""
    assert rows(f"Экспорт Канады в Чили — уголь. {text}", columns="flow economy") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В 2020 году экспорт в Чили составил 5 млн долларов. На уголь пришлась треть экспорта,"
         " на лес — еще 5%.", ["5", "треть", "5"]),
        ("Экспорт в Чили составил 5 млн долларов в 2020 году. Теперь уголь — это треть экспорта.",
         ["5"]),
    ],
)  # fmt: skip
def test_shares_of_what_was_told_keep_its_period(text, expected):
    """In the past, and those that stand beside such a share; what is now so has none."""
    told = rows(text, columns="printed period_start")
    assert [printed for printed, first in told if first == date(2020, 1, 1)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Среди покупателей канадской рыбы Чили идёт седьмой.", [("rank", "седьмой")]),
        ("Чили — поставщик номер шесть для Канады.", [("rank", "шесть")]),
        ("С шестой на третью позицию среди поставщиков поднялась Чили.",
         [("rank", "шестой"), ("rank", "третью")]),
        ("Пятые консультации рабочей группы Канады и Чили прошли в Оттаве.",
         [("ordinal", "Пятые")]),
    ],
)  # fmt: skip
def test_places_and_meetings_are_told_without_their_nouns_too(text, expected):
    """A place needs no noun where the sentence says what is ranked."""
    assert rows(text) == expected


def test_the_place_of_an_answer_is_that_of_the_question():
    """Whoever asks which place somebody takes is told a rank."""
    turns = ["— Какое место Канада занимает среди поставщиков Чили?", "— Шестое, увы."]
    assert rows("Экспорт Канады в Чили вырос.", *turns)[-1] == ("rank", "Шестое")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Экспорт в Чили составил 6 трлн 358 млрд иен.", ("6 трлн 358 млрд", 6.358e12, "JPY", 1)),
        ("Ввоз из Чили — более 2 млн 345 тыс. долларов.", ("2 млн 345 тыс.", 2345e3, "USD", 1)),
        ("Вывоз в Чили вырос процентов на десять.", ("десять", 10.0, "percent", 1)),
        ("Вывоз в Чили вырос раза в полтора.", ("полтора", 1.5, "times", 1)),
    ],
)  # fmt: skip
def test_numerals_of_several_words(text, expected):
    """Several scales make one number; a unit before its numeral is a rough one."""
    assert rows(text, columns="printed value unit scale") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В списке 11 проектов. Четыре строятся, еще по двум контракты подписаны.",
         [("projects", ""), ("projects", "under_way"), ("projects", "signed")]),
        ("Девятое заседание комиссии прошло зимой. Десятое пройдет летом.",
         [("sessions", ""), ("sessions", "")]),
        ("В портфеле комиссии 36 проектов на 2 млн долларов.", [("projects", "")]),
    ],
)  # fmt: skip
def test_counts_go_on_without_their_noun(text, expected):
    """What is signed for two of them counts them; money of projects is no trade."""
    assert rows(f"Экспорт в Чили вырос.\n\n{text}", columns="counted stage")[1:] == expected


def test_an_ordinal_alone_is_what_the_one_before_was():
    """A place behind a place, a session behind a session."""
    text = "Для Канады Чили — девятый партнер. Канада для Чили на тринадцатом."
    assert rows(text) == [("rank", "девятый"), ("rank", "тринадцатом")]


def test_a_look_back_tells_its_own_clause():
    """It is no base of the growth before it, and the period of the sum behind it."""
    text = (
        "В 2018 году ввоз из Чили вырос на 5%, а двумя годами раньше он составлял 2 млн долларов."
    )
    assert rows(text, columns="period_start base_start") == [
        (date(2018, 1, 1), date(2017, 1, 1)),
        (date(2016, 1, 1), None),
    ]


def test_an_answer_computed_by_the_speaker_has_no_office():
    """A compiler that he named before has not told it."""
    intro = voice("Посол Польши ответил на вопросы, 5%.")
    answer = "— Пятое, если верить таможне Чили. По моим подсчетам, доля — 5%."
    found = speakers.find(answer, "ru", OUTLET, intro, "CHL")
    assert [(one.speaker, one.office) for one in found] == [
        ("таможня Чили", "таможня Чили"),
        ("посол Польши", ""),
    ]


def test_a_share_that_moves_is_a_share():
    """Also behind a growth in its sentence."""
    text = "Экспорт в Чили прибавил 18%, а доля угля в нем поднялась с 71 до 84%."
    assert [measure for measure, _ in rows(text)] == ["growth", "share", "share"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("По словам господина Белова, рост — 5%.", "Белов"),
        ("Госпожа Белова сообщила о росте на 5%.", "Белова"),
        ("Мы осторожнее: экспорт вырастет на 5%.", OUTLET),
        ("Напомним, экспорт вырос на 5%.", OUTLET),
    ],
)
def test_courtesies_are_no_part_of_a_name(text, speaker):
    """And "we" outside quotation marks, and whoever reminds the reader, is the outlet."""
    assert voice(text).speaker == speaker


def test_an_answer_is_of_whom_the_question_addresses():
    """By the full name that the introduction told."""
    intro = "Глава совета Айдар Белов — о торговле с Чили."
    turns = ["Корр.: Господин Белов, как дела?", "А. Белов: Экспорт в Чили вырос на 5%."]
    assert rows(intro, *turns, columns="speaker attribution") == [("Айдар Белов", "direct")]


def test_the_same_institute_is_the_one_named_before():
    """The pointing word is no part of its name."""
    text = "По данным Института статистики Чили, экспорт вырос на 5%."
    again = "По оценке того же института, импорт упал на 3%."
    assert rows(text, again, columns="office") == [("Институт статистики Чили",)] * 2


@pytest.mark.parametrize(
    "words",
    ["экспорт в Чили превысит 6 млн долларов", "экспорт в Чили перешагнёт за 6 млн долларов",
     "мы ждём экспорта в Чили на 6 млн долларов", "экспорт в Чили дойдёт до 6 млн долларов"],
)  # fmt: skip
def test_a_verb_of_the_future_is_a_forecast(words):
    """Also where it is the hedge of its number."""
    text = f"До конца года {words}."
    assert rows(text, columns="status period_end") == [("forecast", date(2022, 12, 31))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Экспорт в Чили подрос.", ["up"]),
        ("Экспорт в Чили остался практически неизменным.", ["flat"]),
        ("Поставки угля в Чили упали на треть, а леса — не изменились.", ["down", "flat"]),
        ("Ввоз угля из Чили вырастет на 5%, а меди — сократится.", ["up", "down"]),
    ],
)
def test_movements_go_on_with_another_thing(text, expected):
    """The flow is that of the clause before."""
    assert [direction for (direction,) in rows(text, columns="direction")] == expected


def test_a_growth_until_a_far_year_starts_now():
    """From the last full year, as one "by" that year does."""
    text = "Министр предсказал, что в 2030 году торговля с Чили удвоится."
    assert rows(text, columns="base_start") == [(date(2021, 1, 1),)]


def test_a_look_back_behind_a_conjunction_tells_its_own_clause():
    """ "Though a year earlier it was" is the period of what follows, not of what is before."""
    text = "В 2020 году оборот с Чили достиг 5 млн долларов, хотя годом раньше было 4 млн долларов."
    assert rows(text, columns="period_start") == [(date(2020, 1, 1),), (date(2019, 1, 1),)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В портфеле 9 проектов, пять из которых строятся.", ["", "under_way"]),
        ("Портфель насчитывает 9 проектов: два введены в строй, три запущено.",
         ["", "completed", "under_way"]),
        ("Из 9 заявленных проектов строить начали два.", ["proposed", "under_way"]),
        ("В списке 9 проектов. По двум идут переговоры, над тремя работа продолжается.",
         ["", "proposed", "under_way"]),
    ],
)  # fmt: skip
def test_stages_of_parts(text, expected):
    """Each part has the stage of its own verb, and its whole none of it."""
    assert [stage for (stage,) in rows(text, columns="stage")] == expected


def test_what_something_cost_is_no_trade():
    """Money that a thing cost its makers, but not what a flow itself cost its buyers."""
    assert rows("Завод для экспорта в Чили обошёлся в 5 млн долларов.") == []
    assert len(rows("Закупки меди в Чили обошлись в 5 млн долларов.")) == 1


@pytest.mark.parametrize(
    ("text", "starts", "bases"),
    [
        ("В мае 2020 года экспорт в Чили вырос к апрелю на 5%.",
         date(2020, 5, 1), date(2020, 4, 1)),
        ("Майский экспорт в Чили вырос на 5%.", date(2021, 5, 1), date(2020, 5, 1)),
        ("В мае 2020 года экспорт в Чили обогнал мартовский показатель на 5%.",
         date(2020, 5, 1), date(2020, 3, 1)),
        ("Во II квартале 2020 года экспорт в Чили упал на 5% против предыдущего квартала.",
         date(2020, 4, 1), date(2020, 1, 1)),
    ],
)  # fmt: skip
def test_months_and_quarters_that_a_growth_starts_from(text, starts, bases):
    """A month by its adjective or behind "к", the quarter before."""
    assert rows(text, columns="period_start base_start") == [(starts, bases)]


def test_a_period_behind_a_comma_goes_on():
    """What follows a comma tells of what is behind it."""
    text = "Экспорт в Чили, упавший в 2018 году на 5%, годом позже вырос на 3%."
    assert rows(text, columns="period_start") == [(date(2018, 1, 1),), (date(2019, 1, 1),)]


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("Таможня Чили насчитала рост на 5%.", ("таможня Чили", "indirect")),
        ("Газета «Рассвет» писала о росте на 5%.", ("Рассвет", "indirect")),
        ("По моим подсчетам, рост — 5%.", ("посол Польши", "direct")),
    ],
)
def test_an_answer_passes_on_what_others_counted(answer, told):
    """A compiler or newspaper that is its subject has a voice of its own in it."""
    intro = voice("Посол Польши ответил на вопросы, 5%.")
    one = voice(f"— {answer}", before=intro)
    assert (one.speaker.replace("Таможня", "таможня"), one.attribution) == told


def test_an_office_for_two_things_is_named_in_full():
    """Its second noun is no subject of its own."""
    text = "Центр исследований и статистики ОАЭ учитывает рост на 5%."
    assert voice(text).office == "Центр исследований и статистики ОАЭ"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("По данным Чилийской таможни, вырос и ввоз. Вывоз, добавила она, вырос на 5%.",
         "Чилийская таможня"),
        ("Министр Иван Белов и директор Анна Котова сказали об этом. По ее словам, рост — 5%.",
         "Анна Котова"),
        ("Министр Иван Белов и директор Анна Котова сказали об этом. По его словам, рост — 5%.",
         "Иван Белов"),
    ],
)  # fmt: skip
def test_a_pronoun_means_whom_its_gender_fits(text, speaker):
    """A person, or an office of this paragraph where no person fits."""
    assert voice(text).speaker == speaker


@pytest.mark.parametrize(
    "desk", ["/Корр. «Рассвета» Анна Котова/.", "(Соб. корр. Анна Котова) —", "/Анна Котова/."]
)
def test_who_reports_is_no_source(desk):
    """A dateline may name the correspondent."""
    text = f"ЛИМА, 5 мая. {desk} Ввоз вырос, сообщила Чилийская таможня. Вывоз, добавила она, — 5%."
    assert voice(text).speaker == "Чилийская таможня"


def test_a_first_name_and_patronymic_mean_the_person_told_before():
    """A question addresses so whom its introduction named in full."""
    intro = "Глава совета Иван Котов — о торговле с Чили."
    asked = "Корр.: Иван Рубенович, вы обещали рост торговли с Чили на 5%?"
    assert rows(intro, asked, columns="speaker printed") == [("Иван Котов", "5")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Полдюжины проектов предложены.", 6),
        ("Подписаны полдесятка соглашений.", 5),
        ("Состоялось XIV заседание межправкомиссии.", 14),
    ],
)
def test_half_a_dozen_and_roman_numerals_count(text, value):
    """Half of a counting word is a number, and a committee numbers its sessions as kings are."""
    assert rows(text, columns="value") == [(value,)]


@pytest.mark.parametrize(
    "part",
    [
        "из них медь — 3 млн долларов",
        "в том числе на медь 3 млн долларов",
        "то есть треть",
    ],
)
def test_a_part_follows_its_whole(part):
    """A thing named behind "of which" is a part; a share said again is none."""
    told = rows(f"Экспорт в Чили составил 9 млн долларов, {part}.", columns="measure part_of")
    assert told[1] == (("share", None) if "треть" in part else ("level", 0))


def test_the_sum_behind_a_share_is_a_part():
    """The share of a flow, then what it came to."""
    text = "Экспорт в Чили составил 9 млн долларов. Треть экспорта, 3 млн долларов, дала медь."
    assert rows(text, columns="printed part_of")[-1] == ("3", 0)


def test_a_share_of_projects_may_stand_behind_its_verb():
    """The verb tells the stage of the share, not of its whole."""
    text = "Из 30 проектов завершена треть."
    assert rows(text, columns="printed stage") == [("30", ""), ("треть", "completed")]


@pytest.mark.parametrize(
    "hope", ["Я бы говорил о росте на 5%.", "Я жду роста на 5%.", "Год мы закроем с ростом на 5%."]
)
def test_what_somebody_would_say_is_a_forecast(hope):
    """Figures that a speaker would name, awaits or means to close the year with."""
    assert rows(f"Торговля с Чили растёт. {hope}", columns="status")[-1] == ("forecast",)


@pytest.mark.parametrize("figures", ["цифры иные", "свои подсчеты", "оценка скромнее"])
def test_an_office_has_figures_of_its_own(figures):
    """Whose figures differ is who tells them."""
    text = f"У Чилийской таможни {figures}: ввоз вырос на 5%."
    assert voice(text).speaker == "Чилийская таможня"
