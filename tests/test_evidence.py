"""Evidence: links to the very words, and fingerprints."""

from __future__ import annotations

import math

import pytest

from analysis import evidence


@pytest.mark.parametrize(
    ("url", "fragment", "expected"),
    [
        ("https://a.org/b", "grown by 17%", "https://a.org/b#:~:text=grown%20by%2017%25"),
        ("https://a.org/b#c", "x", "https://a.org/b#c:~:text=x"),
        ("https://a.org", "bread-and-butter, too", "https://a.org#:~:text=bread%2Dand%2Dbutter%2C%20too"),
        ("https://a.org", math.nan, "https://a.org"),
        (math.nan, "grown by 17%", ""),
    ],
)  # fmt: skip
def test_a_link_opens_the_source_at_the_words(url, fragment, expected):
    """Signs with a meaning in a text directive are escaped; what is missing leaves a plain link."""
    assert evidence.link(url, fragment) == expected


def test_a_fingerprint_overlooks_typography_only():
    """Curly quotes, dashes and line breaks do not make another document; words do."""
    straight = evidence.fingerprint('He said "17% - no more"')

    assert evidence.fingerprint("He said\n “17% – no more”") == straight
    assert evidence.fingerprint('He said "18% - no more"') != straight
