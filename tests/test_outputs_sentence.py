"""A sentence in a notebook takes its numbers from results, and marks them."""

import pytest

from analysis.report import sentence


def test_numbers_are_marked_and_told_alike_as_text_and_html() -> None:
    """Each whole number stands in a `<data>` element; words are words."""
    shown = sentence("{none} of {every} values.", none="None", every=1720)
    bundle, about = shown._repr_mimebundle_()

    assert bundle["text/plain"] == repr(shown) == "None of 1,720 values."
    assert bundle["text/html"] == '<p>None of <data value="1720">1,720</data> values.</p>'
    assert about == {"text/html": {"sentence": "None of 1,720 values."}}


def test_markup_is_shown_as_text() -> None:
    """Neither the words nor a result becomes an element."""
    html = sentence("<b>{who}</b>", who="<i>A & B</i> \u202e").html()

    assert html == "<p>&lt;b&gt;&lt;i&gt;A &amp; B&lt;/i&gt; [RLO]&lt;/b&gt;</p>"


def test_a_number_that_is_not_given_is_refused() -> None:
    """The error names what the words ask for."""
    with pytest.raises(KeyError, match="every"):
        sentence("{every} values.")
