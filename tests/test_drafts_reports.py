"""How Russian and Japanese papers report trade: typical sentences and the rows they mean."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.drafts import articles, statements

for extra in ("trafilatura", "pymorphy3"):
    pytest.importorskip(extra)

TITLES = {"ru": "Торговля Канады и Чили", "ja": "カナダとチリの貿易"}


def rows(language: str, text: str, columns: str) -> list[tuple[object, ...]]:
    """The columns of every proposal of a text below a headline."""
    article = articles.read(
        f"{TITLES[language]}\n\n{text}",
        language=language,
        published=date(2022, 3, 15),
        publisher="The Outlet",
    )
    found = statements.read(article).proposals
    return [tuple(getattr(one, name) for name in columns.split()) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Товарооборот Канады с Чили за январь — октябрь 2021 года вырос на 12,5% в годовом"
         " выражении и достиг $2,1 млрд.",
         [("growth", "turnover", "CAN", "12,5"), ("level", "turnover", "CAN", "2,1")]),
        ("В 2021 году экспорт Чили в Канаду вырос в 1,4 раза — до $900 млн, импорт сократился"
         " на 3% и едва превысил $500 млн.",
         [("growth", "exports", "CHL", "1,4"), ("level", "exports", "CHL", "900"),
          ("growth", "imports", "CHL", "-3"), ("level", "imports", "CHL", "500")]),
        ("На медь приходится около 40% чилийского экспорта.", [("share", "exports", "CHL", "40")]),
        ("Объём поставок фруктов из Чили составил $120 млн в 2021 году.",
         [("level", "exports", "CHL", "120")]),
        ("Канада нарастила закупки в Чили.", [("growth", "imports", "CAN", "")]),
        ("Положительное сальдо Чили во взаимной торговле в 2021 году составило $400 млн.",
         [("level", "balance", "CHL", "400")]),
        ("Чилийские компании поставили в Канаду товаров на $312 млн в 2021 году.",
         [("level", "exports", "CHL", "312")]),
        ("Чили занимает 14-е место среди торговых партнёров Канады.",
         [("rank", "turnover", "CAN", "14")]),
    ],
)  # fmt: skip
def test_a_russian_sentence_gives_its_measures_flows_sides_and_numerals(text, expected):
    """Flows are their owner's; a verb may own them, and a level stands beside its growth."""
    assert rows("ru", text, "measure flow economy printed") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("チリ税関によると、2021年のカナダ向け輸出は前年比18.4%増の6億5000万ドルだった。",
         [("growth", "exports", "CHL", "18.4"), ("level", "exports", "CHL", "6億5000万")]),
        ("カナダ統計局が発表した2021年のチリとの貿易総額は12億ドルで、前年を3%下回った。",
         [("level", "turnover", "CAN", "12"), ("growth", "turnover", "CAN", "-3")]),
        ("2021年のチリの輸入は横ばいの3億ドルだった。",
         [("level", "imports", "CHL", "3"), ("growth", "imports", "CHL", "")]),
        ("2021年のチリの貿易収支は2億ドルの貿易赤字だった。", [("level", "balance", "CHL", "-2")]),
        ("チリはカナダにとって米国、中国に次ぐ9番目の貿易相手だ。",
         [("rank", "turnover", "CAN", "9")]),
        ("チリはカナダの輸入相手国として8位、輸出先では15位に位置する。",
         [("rank", "imports", "CAN", "8"), ("rank", "exports", "CAN", "15")]),
        ("両国の数字は2割近く食い違う。", []),
    ],
)  # fmt: skip
def test_a_japanese_sentence_gives_its_measures_flows_sides_and_numerals(text, expected):
    """A flow that stands still at a level has a row of its own; a deficit is below zero."""
    assert rows("ja", text, "measure flow economy printed") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "К 2025 году Чили рассчитывает выйти на товарооборот в $3 млрд.", ["forecast"]),
        ("ru", "К 2025 году Чили намерена выйти на товарооборот в $3 млрд.", ["target"]),
        ("ru", "Товарооборот в 2022 году должен составить $3 млрд.", ["forecast"]),
        ("ja", "2025年までに貿易額を30億ドルに増やす目標で合意した。", ["target"]),
        ("ja", "両国が合意した27件の案件がある。", ["reported"]),
        ("ja", "今年の貿易額は20億ドルに届く見込みだ。", ["forecast"]),
    ],
)
def test_who_hopes_forecasts_and_who_intends_has_a_target(language, text, expected):
    """A hope and an expectation are forecasts, a goal is a target, an agreed count is told."""
    assert [status for (status,) in rows(language, text, "status")] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Из 18 совместных проектов реализуются уже семь, ещё три завершены.",
         [("18", "", None), ("семь", "under_way", 0), ("три", "completed", 0)]),
        ("ru", "Реализовано шесть проектов, в стадии подготовки находятся ещё четыре.",
         [("шесть", "completed", None), ("четыре", "proposed", None)]),
        ("ja", "両国が合意した27件の案件のうち、着工したのは12件、完成したのは4件。",
         [("27", "", None), ("12", "under_way", 0), ("4", "completed", 0)]),
        ("ja", "署名された文書は19本あり、うち6本は今年のものだ。",
         [("19", "signed", None), ("6", "signed", 0)]),
    ],
)  # fmt: skip
def test_counts_have_the_stage_of_their_words_and_the_whole_they_are_part_of(
    language, text, expected
):
    """A whole has no stage of its parts; a part without one has that of its whole."""
    assert rows(language, text, "printed stage part_of") == expected


@pytest.mark.parametrize(
    ("language", "text", "speaker", "office"),
    [
        ("ru", "Экспорт вырос на 3% в 2021 году, следует из данных Национального статистического"
         " комитета Чили.", "Национальный статистический комитет Чили",
         "Национальный статистический комитет Чили"),
        ("ru", "Агентство по статистике при президенте Чили сообщает, что импорт вырос на 3%.",
         "агентство по статистике при президенте Чили",
         "агентство по статистике при президенте Чили"),
        ("ru", "Экспорт вырос на 3%, рассказал РИА Новости посол Чили в Канаде Пабло Вега.",
         "Пабло Вега", ""),
        ("ru", "Министр торговли Канады был осторожнее и сказал, что экспорт вырос на 3%.",
         "министр торговли Канады", ""),
        ("ja", "チリの商工相は「輸出は3割増えた」と意気込む。", "チリの商工相", ""),
        ("ja", "チリ側の統計によると、輸出は3割増えた。", "The Outlet", ""),
    ],
)  # fmt: skip
def test_who_says_a_number_is_named_in_the_nominative(language, text, speaker, office):
    """Adjectives agree with their office; whom something was told is no speaker."""
    found = rows(language, text, "speaker office")
    assert [(name.lower(), told.lower()) for name, told in found] == [
        (speaker.lower(), office.lower())
    ]


def test_the_said_ministry_is_the_one_told_before():
    """同省 stands for the ministry whose data were told."""
    text = (
        "チリ商工省が発表した貿易統計によると、2021年の輸出は3%増えた。"
        "同省の集計では、輸入は5%減った。"
    )
    assert rows("ja", text, "office reporter") == [("チリ商工省", "CHL")] * 2


def test_a_hedge_may_stand_between_a_numeral_and_its_unit():
    """ "22 с лишним процента" is 22 percent and something."""
    text = "Экспорт Чили упал на 22 с лишним процента."
    assert rows("ru", text, "printed unit hedge") == [("-22", "percent", "с лишним")]


def test_a_title_and_a_space_label_the_turns_of_a_japanese_interview():
    """The answers are the labelled person's own words; a question tells no direction."""
    text = "――貿易は伸びていますか。\n\nマキ大使 昨年の輸出の半分近くが紙です。"
    assert rows("ja", text, "measure printed speaker attribution") == [
        ("share", "半分", "マキ", "direct")
    ]


def test_japanese_bullets_are_paragraphs_of_their_own():
    """A bullet needs no space behind it; the compiler's statistic goes on in the next."""
    text = "・チリ税関の速報によりますと、1月の輸入は3億ドルでした。"
    text += "\n・輸出は4億ドル(前年同月比2%減)。"
    assert rows("ja", text, "paragraph printed office") == [
        (1, "3", "チリ税関"),
        (2, "4", "チリ税関"),
        (2, "-2", "チリ税関"),
    ]


@pytest.mark.parametrize(
    ("behind", "shares"),
    [
        ("5 млн принесли рыба и икра", []),
        ("5 млн дала рыба, или почти две трети", ["две трети"]),
        ("две трети — рыба", ["две трети"]),
    ],
)
def test_a_sum_counts_no_verb_or_number_behind_it(behind, shares):
    """The sum stays money, and a fraction is of it."""
    text = f"Экспорт Чили в Канаду составил 9 млн долларов. Из этих 9 млн {behind}."
    found = rows("ru", text, "measure printed")
    assert [one for measure, one in found if measure == "share"] == shares
    assert ("level", "5") in found or "5 млн" not in behind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("экспорт Чили в Канаду — 9 млн долларов, плюс 8% к девяти месяцам 2020 года",
         (None, date(2020, 1, 1), True)),
        ("В 2021 году экспорт Чили в Канаду вырос на 8% по сравнению с 2019-м.",
         (date(2021, 1, 1), date(2019, 1, 1), True)),
        ("В 2021 году экспорт Чили в Канаду был на 8% выше показателя годичной давности.",
         (date(2021, 1, 1), date(2020, 1, 1), True)),
        ("Экспорт Чили в Канаду по итогам этих девяти месяцев 2021 года вырос на 8%.",
         (date(2021, 1, 1), date(2020, 1, 1), False)),
    ],
)  # fmt: skip
def test_what_a_russian_growth_is_measured_against(text, expected):
    """Months and years behind "к" and "по сравнению с" are a base, and no period of its own."""
    assert rows("ru", text, "period_start base_start base_stated")[-1] == expected


def test_what_is_carried_by_lorries_is_no_trade():
    """Loads and travellers grow as trade does and are none."""
    text = "Экспорт Чили в Канаду — 9 млн долларов. Мы ждём роста перевозок на 8%."
    assert rows("ru", text, "printed") == [("9",)]


def test_a_flow_may_stay_without_changes():
    """That is a direction told in words."""
    text = "Экспорт Чили в Канаду вырос на 8%, а импорт остался без изменений."
    assert rows("ru", text, "flow direction") == [("exports", "up"), ("imports", "flat")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ещё три проекта соглашений согласуются.", [("agreements", "proposed")]),
        ("Из пяти соглашений, подписанных за годы работы, действуют три.",
         [("agreements", "signed"), ("agreements", "")]),
    ],
)  # fmt: skip
def test_drafts_of_agreements_are_agreements(text, expected):
    """And the stage of a whole is that of the participle behind it."""
    assert rows("ru", text, "counted stage") == expected


def test_a_sentence_may_break_down_the_sum_it_begins_with():
    """What stands behind "of these" is a part of it, in its period."""
    text = "В 2021 году экспорт Чили в Канаду составил 9 млн долларов."
    again = "Из названных 9 млн долларов две трети — рыба, а ещё 2 млн принесла медь."
    assert rows("ru", f"{text}\n\n{again}", "printed part_of period_start")[1:] == [
        ("9", None, date(2021, 1, 1)),
        ("две трети", 1, date(2021, 1, 1)),
        ("2", 1, date(2021, 1, 1)),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Документов между сторонами подписано 14, из них два — весной.",
         [("14", "documents", "signed", None), ("два", "documents", "signed", 0)]),
        ("Новых проектов семь: два строятся, один — цех сушки — уже завершён.",
         [("семь", "projects", "", None), ("два", "projects", "under_way", 0),
          ("один", "projects", "completed", 0)]),
    ],
)  # fmt: skip
def test_a_russian_count_may_stand_behind_its_noun(text, expected):
    """The clause begins with what is counted; an aside between dashes tells no stage."""
    assert rows("ru", text, "printed counted stage part_of") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("План на 2021 год — 9 млн долларов экспорта в Канаду — остался на бумаге.", "target"),
        ("Мы хотим продать Канаде рыбы на 9 млн долларов в этом году.", "target"),
        ("План на 2021 год выполнен: экспорт в Канаду — 9 млн долларов.", "reported"),
    ],
)
def test_a_plan_tells_what_was_hoped_for(text, expected):
    """Also for a time that is over, and where what is wanted is to sell."""
    assert rows("ru", text, "flow printed status") == [("exports", "9", expected)]


def test_a_goal_of_a_time_that_is_over_is_what_the_next_number_answers():
    """What came of it is of the same period."""
    text = "Цель на 2021 год — оборот Чили с Канадой в 9 млн долларов. Вышло 7 млн долларов."
    assert rows("ru", text, "printed status period_start") == [
        ("9", "target", date(2021, 1, 1)),
        ("7", "reported", date(2021, 1, 1)),
    ]


def test_the_year_in_which_a_goal_was_set_is_not_its_own():
    """It is that of the telling."""
    text = "Цель в 9 млн долларов торговли с Канадой, которая была названа ещё в 2013 году, жива."
    assert rows("ru", text, "printed status period_printed") == [("9", "target", "")]


@pytest.mark.parametrize(
    ("text", "computed"),
    [
        ("По расчётам главы союза Петра Котова, экспорт Чили в Канаду вырос на 8%.", "Пётр Котов"),
        ("По нашей оценке, экспорт Чили в Канаду вырос на 8%.", "The Outlet"),
        ("По нашей оценке, экспорт Чили в Канаду вырастет в 2023 году на 8%.", ""),
        ("По расчётам таможни Чили, экспорт Чили в Канаду вырос на 8%.", ""),
    ],
)
def test_who_did_the_sum_is_told_of_what_is_reported(text, computed):
    """An expectation is no sum, and what a compiler counts is its record."""
    assert rows("ru", text, "computed_by") == [(computed,)]


def test_a_unit_with_a_dot_does_not_end_a_sentence_before_its_brackets():
    """What stands in brackets is of the flow before them."""
    text = "В 2021 г. экспорт Чили в Канаду — 9 млн долл. США (+8% к 2020 г.), импорт — 7 млн долл."
    assert rows("ru", f"{text} (+5%).", "flow printed") == [
        ("exports", "9"), ("exports", "8"), ("imports", "7"), ("imports", "5"),
    ]  # fmt: skip


def test_a_bare_number_beside_a_sum_is_a_sum():
    """Also where a fraction was told before."""
    text = "Оборот Чили с Канадой вырос на четверть. Экспорт — 1,5 млрд долларов, импорт — 0,9."
    assert rows("ru", text, "measure flow printed scale")[1:] == [
        ("level", "exports", "1,5", 10**9),
        ("level", "imports", "0,9", 10**9),
    ]


def test_shares_in_a_list_are_of_the_sum_of_its_first_item():
    """However many items stand between them."""
    items = "- экспорт в Канаду — 9 млн долларов;\n\n- импорт — 5 млн долларов;"
    text = f"Таможня Чили сообщила за 2021 год:\n\n{items}\n\n- на рыбу пришлось 40% экспорта;"
    assert rows("ru", text, "printed part_of")[-1] == ("40", 0)


def test_figures_passed_on_by_a_paper_are_of_the_flow_before():
    """It has no records of its own."""
    text = "По данным таможни Чили, поставки в Канаду в 2021 году достигли 9 млн долларов."
    paper = "Агентство «Рассвет» сообщало, что поставки за тот же срок достигли 8 млн долларов."
    assert rows("ru", f"{text} {paper}", "printed economy") == [("9", "CHL"), ("8", "CHL")]
