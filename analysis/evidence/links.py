"""Fragments of a source: their length, links that open the source at the words, keys of rows."""

from __future__ import annotations

from urllib.parse import quote

#: At most this many words of a source are kept, enough to find the place again.
MOST_WORDS = 8


def word_count(fragment: str) -> int:
    """How many words a fragment has, parted by white space."""
    return len(fragment.split())


def link(url: object, fragment: object = None) -> str:
    """The address that opens a page at the very words; the plain address where there are none.

    A missing address gives an empty text. The form is that of the W3C's "URL Fragment Text
    Directives": `#:~:text=` with commas, ampersands and hyphens escaped.
    """
    if not isinstance(url, str) or not url:
        return ""
    if not isinstance(fragment, str) or not fragment.strip():
        return url
    words = quote(fragment.strip(), safe="").replace("-", "%2D")
    return f"{url}{'' if '#' in url else '#'}:~:text={words}"


def reference(*parts: object) -> str:
    """The key of a row as one word: its parts joined by bars, empty where missing.

    A blank is %20 and a percent sign %25, so that several keys can stand in one attribute.
    """
    texts = ["" if _missing(part) else str(part).removesuffix(" 00:00:00") for part in parts]
    return "|".join("%20".join(text.replace("%", "%25").split(" ")) for text in texts)


def _missing(cell: object) -> bool:
    """Whether a cell of a table is missing: None, or unequal to itself as NaN, NaT and NA are."""
    return cell is None or str(cell) in ("nan", "NaT", "<NA>")
