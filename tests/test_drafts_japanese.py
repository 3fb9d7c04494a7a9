"""How Japanese texts name who speaks, and the rows that their sentences mean."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.drafts import articles, flows, speakers, statements
from analysis.drafts.speakers.titled import parted

OPENING = speakers.Speech(0, 0, "", "", "", "unattributed")


def voice(text, words="5", before=OPENING):
    """The voice in which some words of a paragraph are told."""
    found = speakers.find(text, "ja", "港日報", before, "CHL")
    return next(one for one in found if one.start <= text.index(words) < one.end)


def rows(text, columns, *, title="チリとカナダの貿易"):
    """The columns of every proposal of a text below a headline."""
    article = articles.read(
        f"{title}\n\n{text}", language="ja", published=date(2022, 3, 15), publisher="港日報"
    )
    found = statements.read(article).proposals
    return [tuple(getattr(one, name) for name in columns.split()) for one in found]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("北洋研究所の村上理恵主任研究員", ("村上理恵", "北洋研究所の主任研究員")),
        ("イゴール・ノヴァク開発・技術相", ("イゴール・ノヴァク", "開発・技術相")),
        ("駐日大使のエマ・ロウ氏", ("エマ・ロウ", "駐日大使")),
        ("西村経済産業相", ("西村", "経済産業相")),
        ("モラレス駐日チリ大使", ("モラレス", "駐日チリ大使")),
        ("投資・産業・貿易省次官", ("投資・産業・貿易省次官", "")),
        ("チリの通商当局者", ("チリの通商当局者", "")),
        ("在日チリ大使", ("在日チリ大使", "")),
        ("県貿易協会会長", ("県貿易協会会長", "")),
        ("チリの商業相", ("チリの商業相", "")),
    ],
)
def test_a_persons_name_is_parted_from_office_and_title(printed, expected):
    """What is a field, an office or a country before a title is no name."""
    assert parted(printed) == expected


@pytest.mark.parametrize(
    ("text", "speaker", "office"),
    [
        ("横浜税関清水支署(静岡市)は、輸出が5億円だったと発表した。", "横浜税関清水支署",
         "横浜税関清水支署"),
        ("財務省の貿易統計を見ると、輸入は5億円だ。", "財務省", "財務省"),
        ("民間の調査会社アンデス・リサーチの見通しでは、5%増える。", "アンデス・リサーチ", ""),
        ("理解を求めた村上会長は「5億円にする」と力を込める。", "村上", ""),
        ("副大臣から、財務省貿易統計による2021年の輸出が5億円だと紹介しました。", "副大臣",
         "財務省"),
        ("村上会長は本紙の取材に「5億円だ」と述べた。", "村上", ""),
        ("村上会長は「輸出は伸びる。5億円になる」と述べた。", "村上", ""),
        ("本紙の試算では、輸出は5億円だ。", "港日報", ""),
    ],
)  # fmt: skip
def test_who_tells_a_number(text, speaker, office):
    """An office with its place in brackets, records that are looked at, whoever is asked; a
    person who tells data speaks for their compiler."""
    found = voice(text)

    assert (found.speaker, found.office) == (speaker, office)


@pytest.mark.parametrize(
    "text",
    [
        "同次官は「5%増える」と述べた。",
        "次官は「5%増える」と述べた。",
        "ノヴァク氏は「5%増える」と述べた。",
    ],
)
def test_the_said_one_a_title_and_a_surname_mean_the_person_named_before(text):
    """同次官, 次官 and ノヴァク氏 are イゴール・ノヴァク次官."""
    (first, *_) = speakers.find("イゴール・ノヴァク次官は謝意を述べた。", "ja", "港日報", OPENING)

    assert voice(text, before=first).speaker == "イゴール・ノヴァク"


def test_answers_follow_questions_with_a_dash():
    """The answers are the direct speech of the person interviewed, several paragraphs long; what a
    newspaper wrote stays the newspaper's."""
    told = speakers.find("エマ・ロウ駐日大使が取材に応じ、語った。", "ja", "港日報", OPENING)
    question = speakers.find("――貿易は伸びていますか。", "ja", "港日報", told[-1])
    answer = voice("輸出は5%増えました。", before=question[-1])
    more = voice("港タイムズは「5億円」と書きました。", before=answer)

    assert question[-1].attribution == "unattributed"
    assert (answer.speaker, answer.attribution) == ("エマ・ロウ", "direct")
    assert voice("輸入は5%減です。", before=answer).speaker == "エマ・ロウ"
    assert (more.speaker, more.attribution) == ("港タイムズ", "direct")


@pytest.mark.parametrize("label", ["ロウ大使 ", "ロウ「", "答 ", "A. "])
def test_a_label_is_a_name_a_title_or_a_letter(label):
    """A space or the mark of a quotation parts it from the answer."""
    told = speakers.find("エマ・ロウ駐日大使が取材に応じ、語った。", "ja", "港日報", OPENING)

    assert voice(f"{label}輸出は5%増えました。", before=told[-1]).speaker == "エマ・ロウ"


def test_a_compiler_tells_the_shares_and_ranks_of_its_paragraph():
    """They go on with it; goals and counts do not."""
    text = "チリ税関によると、輸出は5%増えた。割合は7%で、国別では2位だ。目標は9億ドルだ。"

    assert voice(text, "7").office == voice(text, "2").office == "チリ税関"
    assert voice(text, "9").office == ""


def test_own_offices_without_a_country_speak_from_japan():
    """財務省 alone is Japan's, also where no word names Japan; so is a text of one other side."""
    assert flows.sides(["対米輸出が増加", "財務省が発表した。中国向けは減った。"], "ja") == (
        "JPN",
        "USA",
    )
    assert flows.sides(["対米輸出が増加"], "ja") == ("JPN", "USA")


def test_the_web_edition_of_a_paper_is_the_paper():
    """What its pages add to its name is left out."""
    page = "<html lang='ja'><head><title>輸出が増加|港日報WEB</title></head><body><article>"
    page += "<h1>輸出が増加</h1><p>輸出が増えた。</p></article></body></html>"

    assert articles.read(page, "html").publisher == "港日報"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("港湾新聞の試算は公表されていない。英紙アンデス・ヘラは、輸出が5%減ると予測する。",
         "アンデス・ヘラ"),
        ("両国は5項目の計画をまとめた。", "港日報"),
        ("カナダ側は貿易額を5億ドルにする目標を掲げる。", "港日報"),
        ("通商相は「増える」と述べた。共同事業は5件ある。", "港日報"),
        ("商工会議所によると、輸出は増えた。共同事業は5件ある。", "商工会議所"),
        ("統計庁の統計を開いてみる。輸出は5億円だった。", "統計庁"),
    ],
)  # fmt: skip
def test_sides_and_counts_are_the_outlets_unless_somebody_tells_them(text, expected):
    """A paper is known by its kind; goals of a side and counts behind a person's words are told
    by the outlet, counts behind an office's words by the office."""
    assert voice(text).speaker == expected


def test_a_ministry_that_publishes_figures_compiles_them():
    """A ministry that says something else does not."""
    assert voice("チリ商業省は、輸出が5億円だったと発表した。").office == "チリ商業省"
    assert voice("チリ商業省は、輸出を5億円にしたいと述べた。").office == ""


def test_figures_in_the_release_of_a_ministry_are_its_own_words():
    """The compiler is named as the office, also where the next paragraph tells ranks."""
    found = speakers.find("財務省の貿易統計によると、輸出は5億円です。", "ja", "農業省", OPENING)
    after = speakers.find("輸出先の順位は2位です。", "ja", "農業省", found[-1])

    for one in (*found, *after):
        assert (one.attribution, one.office) == ("unattributed", "財務省")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年のカナダ向け輸出は前年より1.1%多い5億ドルだった。",
         [("growth", "1.1"), ("level", "5")]),
        ("2021年の輸出は前の年の同じ時期より7%少ない。", [("growth", "-7")]),
        ("輸出額の3割を車が占め、台数は1割減った。", [("share", "3割")]),
        ("輸入の8割をチリに頼っている。", [("share", "8割")]),
        ("輸出に占める割合は58%から39%に下がった。", [("share", "58"), ("share", "39")]),
        ("輸出は5%減の2億ドルで、豆は1.6倍の1億ドルだった。",
         [("growth", "-5"), ("level", "2"), ("growth", "1.6"), ("level", "1")]),
        ("輸出は前年並みを保ち、輸入は急減した。", [("growth", ""), ("growth", "")]),
        ("チリの生産費は3年で1.5倍になった。", []),
    ],
)  # fmt: skip
def test_what_the_words_around_a_number_say_that_it_measures(text, expected):
    """More and less than before is a growth, what falls from one to another share a share;
    numbers of things and costs are none."""
    assert rows(text, "measure printed") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("カナダにとってチリは13年の8位から昨年は5位の輸出先になった。",
         [("8", date(2013, 1, 1)), ("5", date(2021, 1, 1))]),
        ("昨年の輸出は、2010年以降で最高の5億ドルだった。", [("5", date(2021, 1, 1))]),
        ("チリ税関によると、昨年の輸出の割合は5%から3%に下がった。",
         [("5", date(2021, 1, 1)), ("3", date(2021, 1, 1))]),
        ("7~9月の輸出は5%程度増えると予測する。", [("5", date(2022, 7, 1))]),
        ("今年の見通しを教えてください。輸出は5%増えるとみています。", [("5", date(2022, 1, 1))]),
        ("チリ税関は2021年の貿易統計を発表した。輸出は5億ドルだった。", [("5", date(2021, 1, 1))]),
    ],
)  # fmt: skip
def test_the_days_of_a_number(text, expected):
    """A period stands before its number; one that tells how rare something is is none; months of a
    forecast are those to come; a question and an announcement tell the period of what follows."""
    assert rows(text, "printed period_start") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年の輸出は9億ドルだった。\n\n輸出を品目別にみると、銅が5億ドルで全体の56%を占めた。"
         "木材は1億ドルだった。", [None, 0, 0, 0]),
        ("2021年の輸出は9億ドルだった。\n\n輸入は1億ドルだった。\n\n"
         "車の輸出は5億ドルで、輸出全体の56%を占めた。", [None, None, 0, 0]),
        ("2021年の輸出は9億ドル(1兆円)だった。\n\n品目別では銅が5億ドルだった。", [None, None, 0]),
        ("両国は9件の事業を選び、2件に着工した。", [None, 0]),
        ("共同事業は、9件のうち2件が終わった。", [None, 0]),
    ],
)  # fmt: skip
def test_parts_of_a_whole(text, expected):
    """A breakdown and its next sentences are of the whole in their own currency, which may stand
    two paragraphs before a share "of the whole"."""
    assert [part for (part,) in rows(text, "part_of")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("チリは73番目の輸出先にとどまる。", ("CAN", "exports", "CHL")),
        ("カナダ側からみると、チリは7番目の輸入元に当たる。", ("CAN", "imports", "CHL")),
        ("カナダが輸入する銅の4割はチリ産です。", ("CAN", "imports", "CHL")),
        ("カナダから調達する電池の輸入額は5億ドルだった。", ("CHL", "imports", "CAN")),
    ],
)
def test_whose_flow_it_is(text, expected):
    """Who is a market is the partner of whoever sells to it; who buys imports."""
    assert rows(text, "economy flow partner") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("令和3年のカナダ向け輸出は5億円だった。", ("令和3年", date(2021, 1, 1))),
        ("平成30年度のカナダ向け輸出は5億円だった。", ("平成30年度", date(2018, 4, 1))),
        ("令和元年のカナダ向け輸出は5億円だった。", ("令和元年", date(2019, 1, 1))),
    ],
)
def test_years_of_eras(text, expected):
    """They are those of the calendar."""
    assert rows(text, "period_printed period_start") == [expected]


def test_a_day_of_an_era_tells_when_a_text_was_published():
    """In a byline in the Japanese order, also in wide digits."""
    for line in ("令和4年3月15日 港日報", "\uff12022年3月15日\u3000港日報"):
        article = articles.read(f"輸出が増加\n\n{line}\n\n輸出が増えた。")
        assert (article.published, article.publisher) == (date(2022, 3, 15), "港日報")


def test_a_paragraph_with_a_number_to_call_is_part_of_the_text():
    """A line of contacts has no full stop before its number."""
    call = "電話03-1111-2222"
    text = f"題名\n\n輸出が増えた。\n\n事業は5件ある。問い合わせは{call}へ。\n\n担当 {call}"

    assert articles.read(text).paragraphs[-1].startswith("事業は5件ある")


def test_a_target_of_a_year_to_come_starts_from_the_last_full_year():
    """ "To grow by half in 2027" is measured as "by 2027" is."""
    text = "通商相は「2027年にはカナダ向け輸出を5割増やしたい」と述べた。"
    assert rows(text, "status base_start base_end") == [
        ("target", date(2021, 1, 1), date(2021, 12, 31))
    ]


def test_a_share_of_the_sum_right_before_it_is_a_part_of_that():
    """ "Of 9bn, three tenths", whatever was told before."""
    text = "2021年の輸出は9億ドルだった。世界全体への輸出額80億ドルに占める割合は11%だ。"
    assert [part for (part,) in rows(text, "part_of")] == [None, None, 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年の輸出は5億ドルで、差し引き2億ドルの輸出超過だった。",
         [("level", "exports", "5"), ("level", "balance", "2")]),
        ("2021年は2億ドルの輸入超過だった。", [("level", "balance", "-2")]),
        ("貿易赤字は10年で2倍になった。", [("growth", "balance", "2")]),
        ("4月の輸出額は5億ドルで、前年4月をわずかに上回った。",
         [("level", "exports", "5"), ("growth", "exports", "")]),
        ("4月の輸出額は5億ドルを上回った。", [("level", "exports", "5")]),
        ("2021年の輸出額は110億シリングだった。", [("level", "exports", "110")]),
    ],
)  # fmt: skip
def test_balances_and_levels_passed(text, expected):
    """A surplus by another name; a deficit that grows is no number below zero; the year before
    that is passed gives a direction, a sum that is passed none."""
    assert rows(text, "measure flow printed") == expected


def test_two_governments_that_agree_say_nothing():
    """What they sign and draw up is told by the outlet."""
    text = "両国政府は5項目の計画をまとめ、残る4件は準備段階だと発表した。"

    assert voice(text).speaker == "港日報"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8件の共同事業は、3件が着工済み、3件は資金のめどが立たない。",
         [("8", "", None), ("3", "under_way", 0), ("3", "", 0)]),
        ("案件が7件ある。うち2件は契約に至る。", [("7", "", None), ("2", "", 0)]),
        ("2021年の輸出は9億ドルだった。\n\n主力の銅は5億ドル、木材は1億ドルだった。",
         [("9", "", None), ("5", "", 0), ("1", "", 0)]),
        ("2021年の輸出は9億ドルで、輸入は5億ドルだった。", [("9", "", None), ("5", "", None)]),
    ],
)  # fmt: skip
def test_parts_of_counts_and_sums(text, expected):
    """A noun behind the whole is the whole's; "of them" is of what was counted before; things
    with their sums are parts of the flow told before."""
    assert rows(text, "printed stage part_of") == expected


def test_a_name_before_brackets_is_the_partner_of_the_share_inside():
    """The share of another economy that is named for comparison."""
    text = "2021年の輸出全体に占めるカナダの比率は30%で、米国(10%)を引き離す。"
    assert rows(text, "printed partner") == [("30", "CAN"), ("10", "USA")]


def test_an_office_may_have_a_word_of_trade_in_its_name():
    """Such a name tells no scope; its published figures are its own."""
    text = "チリ通商サービス省貿易局が5日までに発表した統計によると、2021年の輸出は9億ドルだった。"
    assert rows(text, "office scope") == [("チリ通商サービス省貿易局", "")]


def test_a_target_is_no_statistic():
    """It has no compiler, also where an office that compiles statistics set it."""
    text = (
        "チリ商業省は、1月の輸出が5億ドルだったと発表した。同省は通年の輸出を3%増やす目標を示した。"
    )
    assert rows(text, "office status") == [("チリ商業省", "reported"), ("", "target")]


def test_what_is_sold_to_another_is_exports():
    """ "To raise what goes to Canada" names no export."""
    assert rows("商工会長は「カナダ向けを5割増やす」と述べた。", "flow economy partner") == [
        ("exports", "CHL", "CAN")
    ]


@pytest.mark.parametrize(
    "intro",
    ["港商会の高木明人副会長に聞く", "チリから高木明人副会長、先方からマキ次官ほか9名が出席した。"],
)
def test_a_surname_is_a_person_met_before(intro):
    """Also as a label, and where that person was only present."""
    told = speakers.find(intro, "ja", "港日報", OPENING)

    assert voice("高木: 輸出は5%増えました。", before=told[-1]).speaker == "高木明人"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("チリ税関によると、輸出は増えた。同じ統計によれば、輸入は5%減った。", "チリ税関"),
        ("同じ統計によれば、輸入は5%減った。", "港日報"),
        ("弊社では、輸出を5億円とみております。", "港日報"),
        ("産地の見通しでは、輸出は5億円だ。", "港日報"),
        ("大使館商務部は、輸出が5%伸びるとの予測を示した。", "大使館商務部"),
        ("チリ商業省は輸出を5億ドルに引き上げる方針だ。", "チリ商業省"),
        ("「輸出5億ドル」。サンティアゴで通商相が掲げた目標である。", "通商相"),
        ("商人のマキさんの読みはこうだ。「増えても5%」", "マキ"),
        ("マキ大使は増えると述べた。案件は5件とのことだ。", "マキ"),
    ],
)
def test_who_is_meant_by_other_words(text, expected):
    """The same data are those of the compiler before; our firm and a time are nobody; what is
    intended or set as a goal is said; hearsay goes on with who spoke."""
    assert voice(text).speaker == expected


def test_a_statistic_goes_on_behind_a_lead_and_in_lines():
    """A paragraph's short first sentence breaks nothing off; lines follow what was copied out."""
    told = speakers.find("財務省の統計では、輸出は増えた。", "ja", "港日報", OPENING)
    copied = speakers.find("財務省の統計から、主な数字を抜き出しました。", "ja", "港日報", OPENING)

    assert voice("もっとも中身は偏る。輸出は5億円だ。", before=told[-1]).office == "財務省"
    assert voice("うち銅 5億円、3%増", before=copied[-1]).office == "財務省"


def test_an_economy_may_stand_before_a_good_in_its_office():
    """Katakana that goes on with a good is two words; else it is one."""
    assert voice("ブラジルコーヒー局によりますと、輸出は5億ドルでした。").economy == "BRA"
    assert voice("ブラジルナッツ局によりますと、輸出は5億ドルでした。").economy != "BRA"


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [
        ("輸出は5億ドルを下回らないとみる。", "hedge", [("以上",)]),
        ("輸出は5億ドルがせいぜいだ。", "hedge", [("以下",)]),
        ("候補に挙がる事業は5件だ。", "counted", [("possible_projects",)]),
        ("事業は9件で、1件は実証を終えている。2件は商業運転に入った。", "stage",
         [("",), ("completed",), ("completed",)]),
        ("輸出が膨らんでいる。", "direction", [("up",)]),
        ("2021年の商品輸出は5億ドルだった。", "scope", [("goods",)]),
        ("増えたのか減ったのか、数え方で輸出の景色は変わる。", "direction", []),
        ("発電所の稼働率は5%下がった。", "flow", []),
        ("便は遅く、運賃は往復で5万円だ。", "flow", []),
    ],
)  # fmt: skip
def test_further_words_of_hedges_stages_and_scopes(text, columns, expected):
    """Bounds said the other way round, ends of works, and sums that are no trade."""
    assert rows(text, columns) == expected


@pytest.mark.parametrize(
    ("title", "direction"),
    [("チリの対カナダ輸出、2年ぶり減", "down"), ("チリの対カナダ輸出、3四半期連続で増加", "up")],
)
def test_a_headline_counts_the_times_of_a_fall_or_rise(title, direction):
    """How often or since when it fell is no number of the fall, and no period."""
    assert rows("通商相は会見した。", "printed direction period_printed", title=title) == [
        ("", direction, "")
    ]


def test_a_thing_with_its_short_name_is_a_part():
    """Brackets behind it part nothing off."""
    text = "2021年の輸出は9億ドルだった。\n\n天然ガス(LNG)は2倍の5億ドル、石炭は3%増の1億ドル。"
    assert rows(text, "printed part_of")[2:] == [("5", 0), ("3", None), ("1", 0)]


@pytest.mark.parametrize(
    ("text", "speaker", "office"),
    [
        ("まず税関総局の統計によると、輸出は5億ドルだった。", "税関総局", "税関総局"),
        ("最新の財務省貿易統計によると、輸出は5億円だった。", "財務省", "財務省"),
        ("税関総局の資料を見る限り、輸出は5億ドルだ。", "税関総局", "税関総局"),
        ("税関総局の統計に基づけば、輸出は5億ドルだ。", "税関総局", "税関総局"),
        ("財務省が先週まとめた貿易統計では輸出は5億円だった。", "財務省", "財務省"),
        ("チリ統計局の発表した輸出は5億ドルだった。", "チリ統計局", "チリ統計局"),
        ("輸出は5億円(財務省)だった。", "財務省", "財務省"),
        ("輸出は5億円だった=財務省調べ。", "財務省", "財務省"),
        ("輸出は5億円(通関ベース)だった。", "港日報", ""),
        ("チリ税関が発表額を5億ドルに改めた。", "港日報", ""),
    ],
)  # fmt: skip
def test_how_a_compiler_is_named(text, speaker, office):
    """Behind what leads to it, by what is done with its data, or behind its number."""
    found = voice(text)

    assert (found.speaker, found.office) == (speaker, office)


@pytest.mark.parametrize(
    "behind",
    [
        "は「輸出は5億円になる」と首を振った。",
        "は「輸出は5億円になる」とおっしゃいました。",
        "が「輸出は5億円になる」と口を開いた。",
        "いわく「輸出は5億円になる」。",
        "に言わせれば、輸出は5億円になる。",
        "から輸出は5億円になると伺いました。",
        "から輸出は5億円になるとの説明がありました。",
    ],
)
def test_whoever_is_quoted_speaks(behind):
    """Whatever is done with the quotation; in polite words too."""
    assert voice(f"村上会長{behind}").speaker == "村上"


@pytest.mark.parametrize(
    "text",
    [
        "「輸出は5億円になる」と村上会長。",
        "「輸出は5億円になる」(村上会長)",
        "「輸出は5億円になる」と笑うのは、村上会長だ。",
        "「輸出は5億円になる」とは村上会長の弁だ。",
        "「輸出は5億円になる」。村上会長はそう見積もる。",
    ],
)
def test_a_speaker_may_stand_behind_the_quotation(text):
    """With or without a verb."""
    assert voice(text).speaker == "村上"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("経済紙「カナルビジネス」は、輸出が5%増えたと報じた。", "カナルビジネス"),
        ("チリ紙のアンデスは、輸出が5%増えたと伝えた。", "アンデス"),
        ("カナダ紙の北洋商報は、輸出が5%増えたと伝えた。", "北洋商報"),
        ("サンティアゴの通信社アンデス・ニュースは輸出が5%増えたと報じた。", "アンデス・ニュース"),
        ("地元テレビのRTVは輸出が5%増えたと放送した。", "RTV"),
        ("大使は「貿易の窓口」と題した講演で、輸出が5%増えたとの資料を配った。", "港日報"),
    ],
)  # fmt: skip
def test_a_paper_is_named_with_its_kind_or_country(text, expected):
    """Also in quotation marks; a title in them is no speech."""
    assert voice(text).speaker == expected


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021年6月までの1年間の輸出は5億ドルだった。", (2020, 7, 1), (2021, 6, 30)),
        ("昨年9月末までの3カ月の輸出は5億ドルだった。", (2021, 7, 1), (2021, 9, 30)),
        ("2020年7月~21年6月の輸出は5億ドルだった。", (2020, 7, 1), (2021, 6, 30)),
        ("2021年3月期の輸出は5億ドルだった。", (2020, 4, 1), (2021, 3, 31)),
        ("年初から2月までの輸出は5億ドルだった。", (2022, 1, 1), (2022, 2, 28)),
        ("昨年5カ月の輸出は5億ドルだった。", (2021, 1, 1), (2021, 5, 31)),
        ("先月の輸出は5億ドルだった。", (2022, 2, 1), (2022, 2, 28)),
        ("一昨年の輸出は5億ドルだった。", (2020, 1, 1), (2020, 12, 31)),
    ],
)
def test_periods_that_end_with_a_month_or_begin_with_the_year(text, first, last):
    """Twelve months to June, a business year by its last month, months from January on."""
    assert rows(text, "period_start period_end") == [(date(*first), date(*last))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年の輸出は5億ドル(前年比7%増、2年前の1.9倍)だった。", [None, 2020, 2019]),
        ("2021年の輸出は2018年の水準を7%上回った。", [2018]),
        ("2021年の輸出は、4億ドルだった2019年を7%下回った。", [None, 2019]),
        ("2021年の輸出の割合は、2019年の11%から1.5ポイント上がった。", [None, 2019]),
    ],
)
def test_the_base_of_a_growth_stands_before_it(text, expected):
    """Each has its own; a year that was exceeded is one."""
    years = [base and base.year for (base,) in rows(text, "base_start")]
    assert years == expected


def test_months_and_quarters_are_measured_against_the_one_before():
    """ "Than a month before", "than the quarter before"."""
    text = "2月の輸出は前月比3%増えた。昨年4~6月の輸出は前期比7%減った。"
    assert rows(text, "base_start") == [(date(2022, 1, 1),), (date(2021, 1, 1),)]


@pytest.mark.parametrize(
    "text",
    [
        "2021年の輸出は5億ドルで、その9割が銅だ。",
        "2021年の輸出は5億ドルだった。4分の3は銅です。",
        "2021年の輸出は5億ドルだった。その半分近くが銅だ。",
        "2021年の輸出は5億ドルで、銅が60%と最大だった。",
        "2021年の輸出は5億ドルで、内訳は銅が60%だ。",
    ],
)
def test_a_part_that_is_a_thing_is_a_share(text):
    """Of the level just told and of its time."""
    assert rows(text, "measure part_of period_start")[1:] == [("share", 0, date(2021, 1, 1))]


def test_a_share_of_services_counts_services():
    """It is of the level that it is a part of."""
    text = "2021年のサービスの輸出は5億ドルでした。その4分の3は海運です。"
    assert rows(text, "scope") == [("services",), ("services",)]
    both = "2021年のサービスも含めた輸出は5億ドルだった。"
    assert rows(both, "scope") == [("goods_and_services",)]


def test_a_number_in_a_quotation_is_no_goal_told_behind_it():
    """Neither is the day of that goal its own."""
    text = "通商相は「輸出の4分の1はカナダ向けだ」と述べ、2030年までに5億ドルへ伸ばす目標を示した。"
    assert rows(text, "status period_start") == [
        ("reported", None),
        ("target", date(2030, 1, 1)),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("覚書9件に署名した。別の4件は草案の段階にある。",
         [("signed", None), ("proposed", None)]),
        ("事業9件のうち、着工したのは半数近く、完成したのは2件だ。",
         [("", None), ("under_way", 0), ("completed", 0)]),
    ],
)  # fmt: skip
def test_other_counts_are_no_part_and_halves_are(text, expected):
    """ "Another four" stand beside; half of them, told last, is a share."""
    assert rows(text, "stage part_of") == expected


@pytest.mark.parametrize("words", ["に届きませんでした", "に達していない", "に及ばず", "を割った"])
def test_what_is_not_reached_is_a_bound(words):
    """In polite words too."""
    assert rows(f"2021年の輸出は5億ドル{words}。", "hedge") == [("未満",)]


@pytest.mark.parametrize(
    "opening",
    ["リマ、2022年3月15日(港通信)――", "【リマ15日=港通信】2022年3月15日、"],
)
def test_a_first_paragraph_with_a_full_date_is_text(opening):
    """Its dateline tells the agency; a line with a full stop is no byline."""
    article = articles.read(f"輸出が増加\n\n{opening}輸出は5億ドルだった。\n\n輸入は減った。")

    assert article.publisher == "港通信"
    assert article.paragraphs[1].endswith("輸出は5億ドルだった。")


def test_a_bare_quotation_is_that_of_the_person_named_next():
    """Also behind the figures of a compiler, in the paragraph before."""
    told = speakers.find("チリ税関によると、輸出は増えた。", "ja", "港日報", OPENING)
    found = voice("「輸出は5億円になる」。貨物船を営むマキ・ロウさんが笑う。", before=told[-1])

    assert (found.speaker, found.attribution, found.office) == ("マキ・ロウ", "direct", "")


def test_an_office_may_be_known_by_a_person_of_it_alone():
    """同庁 is the office in the title of whom was named before; he compiles nothing."""
    told = speakers.find("チリ統計庁のマキ長官代行は会見で語った。", "ja", "港日報", OPENING)
    later = voice("同庁は「5億ドルが正しい」と回答した。", before=told[-1])

    assert (told[-1].speaker, told[-1].office) == ("マキ", "")
    assert later.speaker == "チリ統計庁"


@pytest.mark.parametrize("name", ["当サイト", "当センター", "本紙", "弊社"])
def test_the_outlet_names_itself_by_its_kind(name):
    """This site, this centre."""
    assert voice(f"{name}は、輸出が5億円になるとみる。").speaker == "港日報"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("輸入では銅が9億ドルだった。\n\n魚粉は3%減の1億ドル。", "imports"),
        ("2024年までに輸出は9億ドルになるとみる。\n\nある新聞は目標を8億ドルと報じた。", "exports"),
    ],
)
def test_a_line_without_a_flow_goes_on_with_the_one_before(text, expected):
    """A list of things, and a goal told once more."""
    assert {flow for (flow,) in rows(text, "flow")} == {expected}


def test_a_share_goes_on_with_the_sides_of_the_rank_before():
    """The share of the same flow is that of whose partner was ranked."""
    text = "カナダにとってチリは5番目の輸入元に当たる。輸入全体に占める割合は2.1%だ。"
    assert rows(text, "economy partner") == [("CAN", "CHL")] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("合同委員会は昨年11月に3回目を終えた。", [("sessions", "")]),
        ("政策対話は5月に第6回が予定されている。", [("sessions", "")]),
        ("事業は9件ある。3件は終わり、4件が走っている。2件は紙の上だ。",
         [("projects", ""), ("projects", "completed"), ("projects", "under_way"),
          ("projects", "proposed")]),
        ("協定が6本ある。さらに2本を交渉している。",
         [("agreements", ""), ("agreements", "proposed")]),
        ("事業は9件が中断した。3件は債務の協議を待っている。",
         [("projects", ""), ("projects", "proposed")]),
    ],
)  # fmt: skip
def test_sessions_and_stages_in_other_words(text, expected):
    """A noun behind は or を is not that of a count."""
    assert rows(text, "counted stage") == expected


@pytest.mark.parametrize(
    ("text", "speaker", "office"),
    [
        ("輸出は5億円を超えた。チリ商業省貿易局が明らかにした。", "チリ商業省貿易局", ""),
        ("貿易局の次官は輸出が5億円だと明かした。数字はチリ統計局がまとめたものだという。",
         "貿易局の次官", "チリ統計局"),
        ("村上会長は輸出が5億円だと語った。チリ統計局の資料だという。", "村上", "チリ統計局"),
        ("輸出は5億円です。チリ大使館は、この数字を財務省の統計から引用しました。",
         "チリ大使館", "財務省"),
        ("チリ統計局のデータを基に、調査会社アンデス・データが算出したところ、輸出は5%伸びた。",
         "アンデス・データ", "チリ統計局"),
        ("輸出は4億円とされるが、チリ統計局が先週改定した値は5億円である。", "チリ統計局",
         "チリ統計局"),
        ("チリ統計局。輸出、5%増。", "チリ統計局", "チリ統計局"),
        ("チリの貿易、1~6月は5億ドル=貿易委員会。", "貿易委員会", ""),
        ("輸出は5割落ちた、とチリの商工会議所は訴える。", "チリの商工会議所", ""),
        ("業界団体の幹部は語った。「輸出は5億円です」", "業界団体の幹部", ""),
        ("読者の村上健さんから便りが届いた。「輸出は5億円ですか」と村上さんは書く。", "村上健", ""),
        ("大統領府は「輸出は5億円だ」と胸を張った。", "大統領府", ""),
    ],
)  # fmt: skip
def test_whose_figures_they_are_is_told_beside_them(text, speaker, office):
    """In the sentence behind, in a note before, on whose basis, with a sign of equation."""
    told = voice(text)
    assert (told.speaker, told.office) == (speaker, office)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("チリは昨年、カナダから5億ドルを買い入れ、3億ドルを売った。",
         [("CHL", "CAN", "imports"), ("CHL", "CAN", "exports")]),
        ("「わが国の対チリ輸出は5億ドルです」とカナダのアン・ロウ大使は述べた。",
         [("CAN", "CHL", "exports")]),
        ("「貴国からの輸入は5億ドルです」とカナダのアン・ロウ大使は述べた。",
         [("CAN", "CHL", "imports")]),
        ("チリからカナダに向かう輸出は5億ドルだ。", [("CHL", "CAN", "exports")]),
        ("カナダの輸入は5億ドル、輸出は3億ドル。双方を合わせた取引は8億ドルだ。",
         [("CAN", "CHL", "imports"), ("CAN", "CHL", "exports"), ("CAN", "CHL", "turnover")]),
    ],
)  # fmt: skip
def test_a_flow_is_told_by_verbs_and_by_whose_country_it_is(text, expected):
    """ "Sold so much", "our country's exports", "trade of both together"."""
    assert rows(text, "economy partner flow") == expected


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("3月1~10日の対カナダ輸出は5億ドルだった。", date(2022, 3, 1), date(2022, 3, 10)),
        ("2019/20年度の対カナダ輸出は5億ドルだった。", date(2019, 4, 1), date(2020, 3, 31)),
        ("年間では対カナダ輸出は5億ドルになりそうだ。", date(2022, 1, 1), date(2022, 12, 31)),
    ],
)
def test_a_period_is_days_of_a_month_or_a_year_across_the_new_one(text, start, end):
    """ "3月1~10日の輸出", "2019/20年度", "年間では"."""
    assert rows(text, "period_start period_end") == [(start, end)]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("2021年第1四半期の輸出は、前年の第1四半期との比較で7%伸びた。", date(2020, 1, 1)),
        ("21年1~10月の輸出は、20年の同じ期間から7%伸びた。", date(2020, 1, 1)),
        ("2015年の発効以来、チリの輸出は3倍になった。", date(2015, 1, 1)),
        ("6月の輸出が伸びた。去年の同じ月に比べ、46%の増加だ。", date(2020, 6, 1)),
    ],
)
def test_what_a_growth_is_measured_against_is_told_in_other_words(text, start):
    """The quarter, the months of a year, the year of an entry into force."""
    assert rows(text, "base_start base_stated")[-1] == (start, True)


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("輸出は前年同期の5億ドルを下回った。", ""),
        ("輸出は5億ドルを下回った。", "を下回る"),
        ("輸出は5億ドルの大台に迫った。", "近く"),
        ("輸出は5億ドルを少し超えた。", "超"),
        ("輸出はざっと5億ドルだ。", "約"),
    ],
)
def test_what_another_number_fell_short_of_is_told_sharply(text, hedge):
    """A number that is only compared with has no hedge."""
    assert rows(text, "hedge") == [(hedge,)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("輸出は9億ドル、サービスだけでも4億ドルある。", [None, 0]),
        ("輸出は、食品の2億ドルを含めて9億ドルだ。", [1, None]),
        ("2021年の輸出は9億ドルだった。品目別では銅が45%、魚が20%。", [None, 0, 0]),
        ("カナダの輸入は9億ドルで、原油が2割を占める。", [None, 0]),
    ],
)
def test_a_part_is_told_of_what_stands_beside_it(text, expected):
    """A share goes on in the time of its whole; a sum may be told as included in the next."""
    assert [part for (part,) in rows(text, "part_of")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("両国は覚書8本に署名した。5本は水素に関するものだ。",
         [("documents", "signed"), ("documents", "signed")]),
        ("政府は候補として8件の事業を並べた。", [("possible_projects", "")]),
        ("覚書8本のうち7本に署名が済み、1本は翌週に回された。",
         [("documents", ""), ("documents", "signed"), ("documents", "proposed")]),
        ("締結した覚書は8件、協議中のものは4件となる。",
         [("documents", "signed"), ("documents", "proposed")]),
        ("機構は2大学と覚書を交わした。", []),
    ],
)  # fmt: skip
def test_parts_of_a_kind_keep_the_stage_and_noun_of_their_whole(text, expected):
    """What is of a kind is at the stage of all; with whom somebody signs is no count."""
    assert rows(text, "counted stage") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("「年内に貿易額は5億ドルに届く」と大臣は自信を示した。", ["forecast"]),
        ("貿易額は5億ドルに達しうる。今は3億ドル。", ["forecast", "reported"]),
        ("輸入も2割は増えるという。", ["forecast"]),
        ("2030年に貿易額を5億ドルとする案を示した。", ["target"]),
    ],
)
def test_what_is_to_come_is_told_by_the_verb(text, expected):
    """ "Will reach" of a quotation, "may reach", "is said to grow"; "now" ends it."""
    assert [status for (status,) in rows(text, "status")] == expected


def test_a_number_of_a_list_is_no_quantity():
    """ "1." that opens a sentence only numbers it."""
    assert rows("1.輸出は2%減。2.輸入は3%増。", "printed") == [("-2",), ("3",)]


def test_a_foreign_compiler_in_the_release_of_a_ministry_speaks_itself():
    """Only the figures of its own country are a ministry's own words."""
    text = "チリ国家統計局によると、輸出は5億円です。"
    (found,) = speakers.find(text, "ja", "農林水産省", OPENING)

    assert (found.speaker, found.office) == ("チリ国家統計局", "チリ国家統計局")


@pytest.mark.parametrize("based", ["に基づき", "に基づいて", "にもとづき", "を基に"])
def test_a_person_tells_figures_on_the_basis_of_a_statistic(based):
    """The person speaks, whoever compiled the statistic is the office."""
    found = voice(f"通商審議官は、財務省貿易統計{based}、輸出が5億円だったと説明しました。")

    assert (found.speaker, found.office) == ("通商審議官", "財務省")


def test_a_statistic_behind_what_a_paper_reported_is_no_part_of_it():
    """ "と報じたが" ends what the paper says."""
    text = "チリ紙アンデス・ヘラは輸出が「倍増した」と報じたが、財務省の統計では5%の増加だった。"

    assert voice(text).speaker == "財務省"


def test_goals_and_ranks_of_the_next_paragraph_are_the_outlets():
    """A statistic goes on with its flows, not with what is aimed at or who ranks where."""
    (first,) = speakers.find("財務省の統計では、輸出は1億円だった。", "ja", "港日報", OPENING)

    for text in ("政府は往復5兆円を目指す。", "チリは輸出先として5位、輸入元として7位。"):
        assert voice(text, before=first).speaker == "港日報"


def test_a_place_is_a_rank_also_where_a_session_was_told_before():
    """位 numbers no meetings."""
    text = (
        "両国は合同委員会の第3回会合を開いた。\n\nチリはカナダの輸出先として27位、輸入元では5位。"
    )

    assert rows(text, "measure flow printed") == [
        ("ordinal", "", "3"), ("rank", "exports", "27"), ("rank", "imports", "5"),
    ]  # fmt: skip


def test_a_place_is_of_the_economy_behind_it():
    """番手 is a place too, and 「二番手は」 says whose."""
    text = "カナダの輸出先の首位はチリで、二番手はペルーだ。"

    assert rows(text, "measure partner printed") == [("rank", "PER", "二")]


def test_a_year_before_that_would_be_the_year_told_is_the_one_before_it():
    """ "前年度" goes back from the year of its sentence."""
    text = "2020年度の輸出は5億ドルで、前年度の4億ドルから25%増えた。"

    assert rows(text, "printed period_start base_start") == [
        ("5", date(2020, 4, 1), None),
        ("4", date(2019, 4, 1), None),
        ("25", date(2020, 4, 1), date(2019, 4, 1)),
    ]


def test_a_year_in_brackets_labels_the_number_behind_it():
    """The number before the brackets has the year of its sentence."""
    text = "2020年の輸出は5億ドルで、全体に占める割合は7%(2019年は8%)だった。"

    assert rows(text, "printed period_start") == [
        ("5", date(2020, 1, 1)), ("7", date(2020, 1, 1)), ("8", date(2019, 1, 1)),
    ]  # fmt: skip


def test_a_stage_stands_behind_what_a_count_is_told_about():
    """ "については" ends no clause."""
    text = "新たに9件の事業が提案され、うち2件については、その場で契約に署名した。"

    assert rows(text, "printed stage") == [("9", "proposed"), ("2", "signed")]


def test_a_sum_that_something_takes_is_no_trade():
    """ "5億ドルをかけて" is what is spent."""
    assert rows("5億ドルをかけて造る工場も話題に上った。", "printed") == []


@pytest.mark.parametrize("part", ["うち銅が", "このうち銅は"])
def test_a_thing_among_a_sum_is_a_part_of_it(part):
    """The whole is the sum right before."""
    text = f"2020年の輸出は5億ドルに達し、{part}2億ドルを占めた。"

    assert [one for (one,) in rows(text, "part_of")] == [None, 0]


def test_a_share_of_the_flow_with_a_partner_is_a_part_of_its_level():
    """The partner is a side of the whole, not who holds the share."""
    text = "財務省によると、2020年の輸出は5億ドルだった。"
    text += "銅の輸出は2億ドルで、対チリ輸出の4割を占めた。"

    assert [one for (one,) in rows(text, "part_of")] == [None, 0, 0]
