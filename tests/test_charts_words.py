"""Texts are measured, cut and wrapped so that they fit."""

from __future__ import annotations

import pytest
from chart_cases import plain
from matplotlib.textpath import TextToPath

from analysis.charts import words

SENTENCE = "Russia and Japan have over sixty of 130 projects under way"


@pytest.mark.parametrize("text", [SENTENCE, "Внешняя торговля", "0123456789 −+%"])
@pytest.mark.parametrize("bold", [False, True])
def test_the_width_is_that_of_the_drawn_letters(text: str, bold: bool) -> None:
    """Within two in a hundred of what matplotlib's own layout of the letters gives."""
    with plain():
        drawn, _, _ = TextToPath().get_text_width_height_descent(
            text, words.font(10.0, bold), False
        )

    assert words.width(text, 10.0, bold) == pytest.approx(drawn, rel=0.02)


def test_a_cut_text_ends_in_an_ellipsis_and_fits() -> None:
    """It is the beginning of the text; a text that fits is left alone."""
    cut = words.cut(SENTENCE, 10, 100)

    assert SENTENCE.startswith(cut.removesuffix("…"))
    assert words.width(cut, 10) <= 100
    assert words.cut(SENTENCE, 10, 1000) == SENTENCE


def test_wrapped_lines_fit_and_lose_no_word() -> None:
    """Without a limit of lines all the words are there, in order."""
    lines = words.wrap(SENTENCE, 10, 120)

    assert " ".join(lines) == SENTENCE
    assert max(words.width(line, 10) for line in lines) <= 120


def test_the_last_line_allowed_is_cut() -> None:
    """What does not fit into so many lines ends in an ellipsis."""
    lines = words.wrap(SENTENCE, 10, 120, 2)

    assert len(lines) == 2
    assert lines[1].endswith("…")


def test_a_balanced_text_has_as_few_lines_and_no_short_last_one() -> None:
    """Two lines remain two, of about the same length."""
    lines = words.balanced(SENTENCE, 10, 290, 2)

    assert len(lines) == len(words.wrap(SENTENCE, 10, 290)) == 2
    assert len(lines[1]) > 0.6 * len(lines[0])


def test_only_the_middle_of_an_elastic_text_gives_way() -> None:
    """Flow and date stay whole, the speaker is cut."""
    text = words.elastic(("turnover · ", "Ministry of Finance of Japan", ", Jan 2017"), 10, 160)

    assert text.startswith("turnover · Minis")
    assert text.endswith("…, Jan 2017")
    assert words.width(text, 10) <= 160


def test_what_the_font_cannot_write_becomes_an_ellipsis() -> None:
    """Cyrillic is written, Japanese and Arabic are not."""
    assert words.legible("около 20") == "около 20"
    assert words.legible("約 20") == "… 20"
    assert not words.drawable("اليوم")
