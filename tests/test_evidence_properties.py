"""Fragments in generated texts: typography may vary, words may not, offsets lead back."""

from __future__ import annotations

import re

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import evidence
from analysis.evidence import passages, spelling

#: Ways to write what is one sign to a reader.
ALIKE = {
    '"': ["“", "”", "„", "«", "»", '"', "''"],
    "'": ["’", "‘", "'", "′"],
    "-": ["–", "—", "‑", "−", "-", "--"],
    " ": ["\u00a0", "  ", "\n", "\u2009", " ", " \u200b"],
}
LETTERS = st.text("abcdefgABCßéñжизнь日本は17258", min_size=1, max_size=6)
WORDS = st.builds(
    lambda before, word, after: before + word + after,
    st.sampled_from(["", '"', "-", "(", "'"]),
    LETTERS,
    st.sampled_from(["", '"', ",", ".", ")", "%"]),
)
TEXTS = st.lists(WORDS, min_size=3, max_size=30)
#: Signs that join what stands before them, and signs that stand for several.
JOINING = st.text("aeかｶﾞ\u3099ᄀ\u1161\u11a8\u0301\u0308ﬁ½①㌔…′″´¨ 1.,", min_size=1, max_size=6)
ANYTHING = JOINING | st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cf"]), min_size=1, max_size=5
)


def varied(draw: st.DrawFn, text: str) -> str:
    """The text as another typesetter would set it."""
    return "".join(draw(st.sampled_from(ALIKE[sign])) if sign in ALIKE else sign for sign in text)


@st.composite
def cuts(draw: st.DrawFn) -> tuple[str, str, int]:
    """A text, some words of it set otherwise, and where they begin in the text."""
    words = draw(TEXTS)
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, min(first + 7, len(words) - 1)))
    set_words = [varied(draw, word) for word in words]
    spaces = [varied(draw, " ") for _ in words]
    pairs = [word + space for word, space in zip(set_words, spaces, strict=True)]
    return (
        "".join(pairs),
        varied(draw, " ".join(words[first : last + 1])),
        len("".join(pairs[:first])),
    )


@settings(max_examples=200, deadline=None)
@given(cuts())
def test_words_of_a_text_are_found_however_they_are_set(cut):
    """Quotation marks, dashes and spaces of any kind on both sides; found where they were cut."""
    text, fragment, start = cut

    found = passages.places(fragment, evidence.document(text))

    assert start in [place.start for place in found]


@settings(max_examples=200, deadline=None)
@given(cuts())
def test_offsets_lead_back_to_the_very_words(cut):
    """Each passage found says the fragment, character by character but for typography."""
    text, fragment, _ = cut

    for place in passages.places(fragment, evidence.document(text)):
        original = text[place.start : place.end]
        assert original.strip() == original
        assert letters(original) == letters(fragment)


def letters(text: str) -> str:
    """What is left without quotation marks, dashes and spaces."""
    return re.sub(r"[^\w%(),.]", "", text)


@settings(max_examples=200, deadline=None)
@given(st.data(), cuts())
def test_a_changed_word_is_never_found(data, cut):
    """One letter or digit of the fragment is another, and one that the text has nowhere."""
    text, fragment, _ = cut
    place = data.draw(st.sampled_from([n for n, sign in enumerate(fragment) if sign.isalnum()]))
    other = fragment[:place] + data.draw(st.sampled_from("zя語9")) + fragment[place + 1 :]

    assert passages.places(other, evidence.document(text)) == []
    near = passages.nearest(other, evidence.document(text))
    assert near is None or near.similarity < 1


@settings(max_examples=200, deadline=None)
@given(st.lists(ANYTHING, min_size=1, max_size=8))
def test_any_words_of_unicode_are_found_in_themselves(words):
    """Marks that combine, ligatures, full width: cut at white space, they are found."""
    text = " ".join(words)
    fragment = text.split()[0] if text.split() else ""
    document = evidence.document(text)

    found = passages.places(fragment, document)

    assert found or not spelling.normalised(fragment)
    assert [place.start for place in found[:1]] == ([text.index(fragment)] if found else [])


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_one_spelling_is_its_own_spelling(text):
    """Nothing is left to be made alike, and every sign knows a passage of the original."""
    plain = spelling.plain(text)

    assert spelling.normalised(plain.text) == plain.text
    assert all(0 <= a < b <= len(text) for a, b in zip(plain.starts, plain.ends, strict=True))
    assert list(plain.starts) == sorted(plain.starts)


@settings(max_examples=50, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=6), st.data())
def test_the_status_tells_in_which_paragraph_words_stand(paragraphs, data):
    """Found where they were read, moved elsewhere; words of several places are ambiguous."""
    marked = [f"q{n}q {' '.join(words)} end." for n, words in enumerate(paragraphs)]
    at = data.draw(st.integers(0, len(marked) - 1))
    read = data.draw(st.integers(1, len(marked)))
    texts = {"a": evidence.document("A headline\n\n" + "\n\n".join(marked))}
    claims = pd.DataFrame(
        {"claim_id": ["c", "d"], "source_id": "a", "paragraph": read,
         "fragment": [marked[at].split()[0], "end."]}
    )  # fmt: skip

    one, several = evidence.check(Folder(claims), texts)["status"]

    assert one == ("found" if read == at + 1 else "moved")
    assert several == "found"
    claims["paragraph"] = len(marked) + 1
    assert evidence.check(Folder(claims), texts)["status"].tolist() == ["moved", "ambiguous"]


class Folder:
    def __init__(self, claims: pd.DataFrame) -> None:
        self.claims = claims
        self.sources = self.reported_values = pd.DataFrame()
