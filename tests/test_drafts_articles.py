"""An article in any form becomes the same numbered paragraphs; what stands around it is kept."""

from __future__ import annotations

import io
from datetime import date
from types import SimpleNamespace

import pytest

from analysis.drafts import articles, sentences

pytest.importorskip("trafilatura")

TITLE = "Trade between Chile and Kenya grows"
STANDFIRST = "Copper makes up most of it"
PARAGRAPHS = [
    "Trade between Chile and Kenya grew by 12 percent in 2021, the ministry said on Monday. It had "
    "shrunk by 3 percent in the year before, when ports were closed for weeks.",
    "Exports from Chile stood at $120 million. Imports reached $34 million, a spokesman added.",
    "Of 20 projects on the list, eight are under way, according to the joint committee.",
]
TEXT = "\n\n".join([TITLE, STANDFIRST, *PARAGRAPHS])
MARKDOWN = "\n\n".join([f"# {TITLE}", STANDFIRST, *PARAGRAPHS])
HTML = f"""<!DOCTYPE html><html lang="en"><head><title>{TITLE} | Valparaiso Post</title>
<meta property="article:published_time" content="2022-02-08T09:00:00Z">
<script>var n = 4711;</script></head><body><nav><a href="#">Live 24</a><a href="#">Rugby 3</a></nav>
<article><h1>{TITLE}</h1><div class="standfirst">{STANDFIRST}</div>
{"".join(f"<p>{one}</p>" for one in PARAGRAPHS)}
<figure><img src="x.png" alt=""><figcaption>Port 7 by night</figcaption></figure></article>
<aside><p>Tickets from $99</p></aside><footer><p>Call 555 0100</p></footer></body></html>"""


@pytest.mark.parametrize(("text", "form"), [(TEXT, "text"), (MARKDOWN, "markdown"), (HTML, "html")])
def test_headline_and_standfirst_are_paragraph_0(text, form):
    """Each form of one article has the same paragraphs, and headline and standfirst come first."""
    article = articles.read(text, form)

    assert article.paragraphs == (f"{TITLE}\n{STANDFIRST}", *PARAGRAPHS)
    assert article.language == "en"


def test_what_stands_around_a_page_is_kept_outside():
    """Navigation, captions, related offers and contacts are outside; scripts are not visible."""
    outside = " | ".join(articles.read(HTML, "html").outside)

    for words in ("Live 24", "Port 7 by night", "Tickets from $99", "Call 555 0100"):
        assert words in outside
    assert "4711" not in outside


def test_a_page_declares_its_day_and_publisher():
    """The day comes from the head of the page, the publisher from the window's title."""
    article = articles.read(HTML, "html")

    assert (article.published, article.publisher) == (date(2022, 2, 8), "Valparaiso Post")


@pytest.mark.parametrize(
    ("line", "day", "publisher"),
    [
        ("Andes Post - Tuesday 8 February 2022 - Issue 1,204", date(2022, 2, 8), "Andes Post"),
        ("By our staff, February 8, 2022", date(2022, 2, 8), ""),
        ("8 февраля 2022", date(2022, 2, 8), ""),
        ("2022年2月8日", date(2022, 2, 8), ""),
        ("Address by the envoy in Lima, 5 April 2022", date(2022, 4, 5), ""),
        ("Lima, 8 February 2022", date(2022, 2, 8), ""),
        ("Opinion | Ana Quispe | 8 February 2022", date(2022, 2, 8), ""),
        ("Interview: Ana Quispe | 8 February 2022 | 4 min read", date(2022, 2, 8), ""),
        ("Speech of the consul to the guild of millers and the growers of the valley, given in the "
         "hall of Arica on 8 February 2022. Consulate of Peru in Arica. The spoken word counts.",
         date(2022, 2, 8), "Consulate of Peru in Arica"),
        ("Ana Quispe | Andes Weekly Post | 8 February 2022", date(2022, 2, 8), "Andes Weekly Post"),
        ("Lima, 8 February 2022 Andes Weekly Review", date(2022, 2, 8), "Andes Weekly Review"),
        ("Press service of the Ministry of Trade · 8 February 2022", date(2022, 2, 8),
         "Ministry of Trade"),
        ("Лима, 8 февраля 2022 г. Пресс-релиз № 12", date(2022, 2, 8), ""),
        ("Анна Кротова, «Горное обозрение», 8 февраля 2022 года", date(2022, 2, 8),
         "Горное обозрение"),
        ("2022年2月8日 5時 山河新報 朝刊", date(2022, 2, 8), "山河新報"),
    ],
)  # fmt: skip
def test_a_byline_tells_the_day_and_is_outside(line, day, publisher):
    """A line with a full date below the headline is no paragraph."""
    article = articles.read("\n\n".join([TITLE, line, *PARAGRAPHS]))

    assert article.outside == (line,)
    assert (article.published, article.publisher) == (day, publisher)


def test_a_dateline_names_the_agency():
    """The agency between the strokes of a dateline published the article."""
    article = articles.read(f"{TITLE}\n\nSANTIAGO, Feb 8 /Andes Wire/ — {PARAGRAPHS[0]}")

    assert article.publisher == "Andes Wire"
    assert article.published is None


@pytest.mark.parametrize(
    "dateline",
    [
        "LIMA (Andes Wire) -", "LIMA, Feb. 8 (Andes Wire) --", "LIMA, Feb. 8, 2022 (Andes Wire) --",
        "February 8 (Andes Wire), Lima desk –",
    ],
)  # fmt: skip
def test_a_dateline_may_put_its_agency_in_brackets(dateline):
    """Whatever stands between the month and the text, with a point or without."""
    article = articles.read(f"{TITLE}\n\n{dateline} {PARAGRAPHS[0]}")

    assert article.publisher == "Andes Wire"


def test_letters_alone_in_a_dateline_are_no_publisher():
    """They stand for a name that the text does not tell."""
    article = articles.read(f"{TITLE}\n\nLIMA, Feb 8 (AWX) - {PARAGRAPHS[0]}")

    assert article.publisher == ""


def test_an_office_alone_above_the_day_publishes_the_text():
    """The line below the headline that is nothing but an office's name tells who speaks."""
    head = f"# {TITLE}\n\nMinistry of Trade of the Republic of Chile\n\nSantiago, 8 February 2022"
    article = articles.read(f"{head}\n\n{PARAGRAPHS[0]}", "markdown")

    assert article.publisher == "Ministry of Trade of the Republic of Chile"


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        (f"{TITLE}\n\nAndes Post\nTue, Feb 8, 2022\nAna Quispe", "Andes Post"),
        (f"{TITLE}\n\nThe Andes Review\nVol. 7, No. 3\n8 February 2022", "The Andes Review"),
        (f"{TITLE}\nA column by Ana Quispe\nThe Andes Post, 8 February 2022", "The Andes Post"),
        (f"{TITLE}\n\nArica Commercial | No. 12 | 8 February 2022", "Arica Commercial"),
        (f"{TITLE}\n\n*Ana Quispe* · Published 8 February 2022, 07:45 · *Andes Business*",
         "Andes Business"),
        (f"{TITLE}\n\n*Source:* Andes Business Digest\n*Date:* 8 February 2022",
         "Andes Business Digest"),
        (f"{TITLE}\n\nFirst published in Andes Copper Review on 8 February 2022",
         "Andes Copper Review"),
        (f"{TITLE}\n\nArica (Andes Newswire/aq). 8 February 2022.", "Andes Newswire"),
        (f"{TITLE}\n\nSt. Helena's Weekly Mirror, week ending 8 February 2022",
         "St. Helena's Weekly Mirror"),
        (f"{TITLE}\n\nCentral Statistics Office, Arica\n8 February 2022",
         "Central Statistics Office"),
        (f"Ministry of Mines, Trade and Supply of Chile\n\n{TITLE}\n\nPublished 8 February 2022",
         "Ministry of Mines, Trade and Supply of Chile"),
        (f"Andes Gazette > News > Trade\n\n{TITLE}\n\n8 February 2022", "Andes Gazette"),
        (f"{TITLE}\n\nBulletin 4 of the Guild of Andean Exporters, 8 February 2022",
         "Guild of Andean Exporters"),
    ],
)  # fmt: skip
def test_each_line_of_a_head_stands_for_itself(head, publisher):
    """Outlet, day and author below each other, in any order, are no paragraphs."""
    article = articles.read("\n\n".join([head, *PARAGRAPHS]))

    assert article.publisher == publisher
    assert article.published == date(2022, 2, 8)
    assert article.paragraphs[1:] == tuple(PARAGRAPHS)
    assert TITLE in article.paragraphs[0]


@pytest.mark.parametrize(
    ("foot", "publisher"),
    [
        ("— Gulf Commerce Daily, 8 February 2022", "Gulf Commerce Daily"),
        ("© Andes Weekly 2022", "Andes Weekly"),
        ("The Andes Examiner welcomes letters at post@examiner.example",
         "The Andes Examiner"),
        ("Yours sincerely,\nAna Quispe\nChairman, Chilean-Kenyan Business Council",
         "Chilean-Kenyan Business Council"),
        ("Quispe Shipping Agencies\nMuelle 81, Arica - T 210 555 0190", "Quispe Shipping Agencies"),
    ],
)  # fmt: skip
def test_where_the_head_tells_no_publisher_the_foot_does(foot, publisher):
    """A signature, a right of copy and an invitation to write name it."""
    article = articles.read("\n\n".join([TITLE, "Arica, 8 February 2022", *PARAGRAPHS, foot]))

    assert article.publisher == publisher


def test_an_address_spells_the_name_of_an_outlet_that_the_text_has():
    """Whom somebody told a thing is the publisher where the author writes from its address."""
    told = "Exports stood still, the consul told the Arica Lantern."
    article = articles.read("\n\n".join([TITLE, "ana@arica-lantern.example", told]))

    assert article.publisher == "Arica Lantern"


def test_who_asks_twice_in_an_interview_publishes_it():
    """The label of the questions is the name of an outlet."""
    asked = [
        "Andes Trade Review: How was the year?",
        "Ana Quispe: Fine.",
        "Andes Trade Review: Why?",
    ]

    assert articles.read("\n\n".join([TITLE, *asked])).publisher == "Andes Trade Review"


@pytest.mark.parametrize("mark", [" –", ":", " (Andes Wire) -"])
def test_a_dateline_with_its_year_tells_the_day(mark):
    """The text begins with place and day."""
    article = articles.read(f"{TITLE}\n\nARICA, 8 February 2022{mark} {PARAGRAPHS[0]}")

    assert article.published == date(2022, 2, 8)


def test_a_dateline_alone_is_no_paragraph():
    """It names the agency, and the report stands below it."""
    article = articles.read("\n\n".join([TITLE, "ARICA, Feb 8 (Andes Newswire)", *PARAGRAPHS]))

    assert article.publisher == "Andes Newswire"
    assert article.paragraphs[1:] == tuple(PARAGRAPHS)


def test_the_lines_of_a_wrapped_text_stay_together():
    """A line that begins like a byline is none where the block ends a sentence."""
    wrapped = "The goods were carried\nby Ana Quispe and Sons\nto Arica."

    assert articles.read(f"{TITLE}\n\n{wrapped}").paragraphs[1] == " ".join(wrapped.split())


def test_a_byline_without_a_day_is_known_by_its_pieces():
    """A line of pieces with a month or an issue is outside, and tells the publisher."""
    line = "Members' letter no. 12 · May 2022 · Andean Chamber of Commerce"
    article = articles.read("\n\n".join([TITLE, line, *PARAGRAPHS]))

    assert article.outside == (line,)
    assert article.publisher == "Andean Chamber of Commerce"


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by A. Quispe; editing by B. Roe)",
        "($1 = 3.80 soles)",
        "(Recasts, adds analyst)",
        "Newsroom of the Post, +56 32 555 5014. Reprints with our consent only.",
        "Enquiries: trade desk, 12 Harbour Street, Valparaiso",
        "Write to post@chamber.example, or ring 956 555 018.",
    ],
)
def test_what_stands_below_a_text_is_no_paragraph(line):
    """Remarks in brackets and lines with a number to call are outside."""
    article = articles.read("\n\n".join([TITLE, *PARAGRAPHS, line]))

    assert article.paragraphs[-1] == PARAGRAPHS[-1]
    assert article.outside == (line,)


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_headings_within_a_text_are_no_paragraphs(form):
    """They are kept outside, that their numbers are seen."""
    first, second, third = PARAGRAPHS
    text = {
        "markdown": f"# {TITLE}\n\n{first}\n\n## Top 5 goods\n\n{second}\n\n{third}\n",
        "html": f"<html><body><article><h1>{TITLE}</h1><p>{first}</p><h2>Top 5 goods</h2>"
        f"<p>{second}</p><p>{third}</p></article></body></html>",
    }[form]
    article = articles.read(text, form)

    assert article.paragraphs == (TITLE, *PARAGRAPHS)
    assert "Top 5 goods" in article.outside


def test_bullets_are_paragraphs_of_their_own():
    """Each bullet is a block, in text and in Markdown."""
    bullets = "- exports of $1 million rose;\n- imports of $2 million fell."
    for form in ("text", "markdown"):
        found = articles.read(f"{TITLE}\n\n{PARAGRAPHS[0]}\n\n{bullets}", form).paragraphs

        assert found[2:] == ("exports of $1 million rose;", "imports of $2 million fell.")


def test_what_is_given_goes_before_what_is_told():
    """A person may correct the day, the publisher and the language."""
    article = articles.read(
        HTML, "html", language="ru", published=date(2022, 2, 9), publisher="The Post"
    )

    assert (article.language, article.published, article.publisher) == (
        "ru", date(2022, 2, 9), "The Post",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Экспорт вырос на 5% в прошлом году.", "ru"),
        ("輸出は5%増えた。", "ja"),
        ("Exports rose by 5%.", "en"),
    ],
)
def test_the_script_tells_the_language(text, language):
    """Kana are Japanese, mostly Cyrillic letters are Russian."""
    assert articles.language_of(text) == language


def test_a_language_that_cannot_be_read_is_named():
    """A longer text in another language is refused with the languages that can be read."""
    text = "Le commerce entre le Chili et le Kenya a augmenté de douze pour cent cette année. " * 4
    with pytest.raises(ValueError, match=r"seems to be 'fr'; read are en, ja, ru"):
        articles.read(text)


def test_a_file_and_standard_input_are_read_alike(tmp_path, monkeypatch):
    """The ending of a file tells its form; a page on standard input is known by its first tag."""
    path = tmp_path / "saved.html"
    path.write_text(HTML, encoding="utf-8")
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(HTML.encode())))

    assert articles.open_article("-") == articles.open_article(path)


def test_a_file_that_is_no_text_is_refused(tmp_path):
    """Bytes that are not UTF-8 are named with their place."""
    path = tmp_path / "article.txt"
    path.write_bytes(b"Trade grew \xff")
    with pytest.raises(ValueError, match=r"byte 11 is not UTF-8"):
        articles.open_article(path)


def test_an_empty_article_and_an_unknown_form_are_refused():
    """There is nothing to read without words, and three forms are known."""
    with pytest.raises(ValueError, match="no words"):
        articles.read(" \n\n ")
    with pytest.raises(ValueError, match="form 'pdf': text, markdown or html"):
        articles.read(TEXT, "pdf")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("U.S. exports rose. It was Dec. 5. Done.", "en",
         ["U.S. exports rose.", "It was Dec. 5.", "Done."]),
        ("It closed at 4:30 p.m. A gift was given.", "en",
         ["It closed at 4:30 p.m.", "A gift was given."]),
        ("No. The bank was No. 5 in Lima.", "en", ["No.", "The bank was No. 5 in Lima."]),
        ("“We grew 2.5 times.” He left.", "en", ["“We grew 2.5 times.”", "He left."]),
        ("Рост — 5%. Было 6,8 млрд. Это много.", "ru",
         ["Рост — 5%.", "Было 6,8 млрд.", "Это много."]),
        ("Рост на 5 млн. долларов. Всё.", "ru", ["Рост на 5 млн. долларов.", "Всё."]),
        ("輸出は5%増。輸入は減った。", "ja", ["輸出は5%増。", "輸入は減った。"]),
        ("「5%増える。」と語った。終わり。", "ja", ["「5%増える。」と語った。", "終わり。"]),
    ],
)  # fmt: skip
def test_sentences_end_where_a_reader_ends_them(text, language, parts):
    """Points of abbreviations and decimals end no sentence; a quotation may go on in its own."""
    assert [text[start:end] for start, end in sentences.split(text, language)] == parts


FRONT = '---\ntitle: "Kenya sells more"\ndate: 2019-03-04\nurl: https://courier.example/1\n---\n'


@pytest.mark.parametrize(
    ("heading", "title"), [("", "Kenya sells more"), ("# More sold\n\n", "More sold")]
)
def test_what_stands_in_front_of_markdown_is_no_text_of_it(heading, title):
    """Its day and address are the article's, its title where no heading tells another."""
    article = articles.read(f"{FRONT}{heading}Exports grew.\n", "markdown", language="en")

    assert article.paragraphs == (title, "Exports grew.")
    assert (article.published, article.url) == (date(2019, 3, 4), "https://courier.example/1")


def test_a_file_that_is_no_text_is_told_so(tmp_path):
    """A PDF is not called a text in another encoding."""
    path = tmp_path / "article.pdf"
    path.write_bytes(b"%PDF-1.7\n\xe2\xe3")
    with pytest.raises(ValueError, match=r"article.pdf is no text \(a PDF"):
        articles.open_article(path)


@pytest.mark.parametrize(
    "last",
    [
        "Forty projects have been approved. Call 1800-555-010.",
        "Trade grew to $5 million in the year to 31 March 2019.",
        "Updated figures show that exports fell.",
    ],
)
def test_a_sentence_below_a_text_is_text(last):
    """A number to call, a day or an update makes no line of it that stands outside."""
    article = articles.read(f"Peru sells more to Chile\n\nExports rose.\n\n{last}", language="en")

    assert article.paragraphs[-1] == last
    assert article.outside == ()


@pytest.mark.parametrize(
    "line",
    [
        "Figure 2: The new pier on 3 March 2019",
        "Photo: A. Quispe, 3 March 2019",
        "Read also: Port fees to rise (3 March 2019)",
        "Next issue: 3 March 2019",
    ],
)
def test_the_date_of_a_picture_or_another_story_is_not_the_day(line):
    """Captions, related stories and coming issues have days of their own."""
    page = f"<h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><div>{line}</div>"

    assert articles.read(page, "html").published is None
    figure = f"<figure><figcaption>The pier, 3 March 2019</figcaption></figure>{page}"
    assert articles.read(figure, "html").published is None


def test_a_day_beside_the_way_to_a_page_is_that_of_the_page():
    """Bread crumbs say where a page stands, and often since when."""
    crumbs = "<div class='breadcrumb'><span>News</span> <span>08.11.2022, 17:40</span></div>"
    page = f"{crumbs}<h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>"

    assert articles.read(page, "html").published == date(2022, 11, 8)


def test_a_date_that_the_first_sentence_tells_of_is_not_the_day():
    """ "Signed on 3 May 2015" tells of an earlier day, a dateline of that of the article."""
    signed = "The treaty that was signed on 3 May 2015 has borne fruit, and exports rose by 5%."

    assert articles.read(f"{TITLE}\n\n{signed}").published is None
    assert articles.read(f"{TITLE}\n\nLima, 3 May 2015 - Exports rose.").published == date(
        2015, 5, 3
    )


def test_initials_are_spelled_out_by_the_foot_of_a_page():
    """A publisher that the window's title names by letters has its full name below."""
    head = "<html><head><title>Chile sells more fish - AWA</title></head><body>"
    body = f"<h1>Chile sells more fish</h1><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[0]}</p>"
    foot = "<footer><p>© 2022 Andes Wire of America, 4 Main Street</p></footer></body></html>"

    assert articles.read(head + body + foot, "html").publisher == "Andes Wire of America"
