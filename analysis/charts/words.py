"""Texts measured in points without drawing them: width, ellipsis, lines.

Whatever stands in the data is drawn as plain text from the left to the right: controls are shown by
name (`labels.visible`), what the font cannot write or would turn or hide becomes an ellipsis.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import bidirectional, category, normalize

from analysis import labels

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

FILES = {False: "DejaVuSans.ttf", True: "DejaVuSans-Bold.ttf"}
MEASURE = 100.0
ELLIPSIS = "…"
#: Classes of characters that run to the left, and categories that hide, part or mean nothing.
TO_THE_LEFT = ("R", "AL", "AN")
UNSEEN = ("Cf", "Cs", "Co", "Cn", "Zl", "Zp")
#: Marks over a letter beyond the first, which would grow into the line above.
PILED = re.compile(r"(?<=[\u0300-\u036f])[\u0300-\u036f]+")


def font_file(bold: bool = False) -> Path:
    """The font that ships with matplotlib, so that no machine's own fonts are asked."""
    import matplotlib

    return Path(matplotlib.get_data_path()) / "fonts" / "ttf" / FILES[bold]


@lru_cache(maxsize=16)
def font(size: float, bold: bool = False) -> FontProperties:
    """The font of a text, by file, as matplotlib wants it."""
    from matplotlib.font_manager import FontProperties

    return FontProperties(fname=font_file(bold), size=size)


@lru_cache(maxsize=4096)
def _advance(character: str, bold: bool) -> float:
    """How far a character moves the pen, as a share of the type size."""
    from matplotlib.ft2font import LoadFlags

    shown = legible(character, bold)
    if shown != character:
        return sum(_advance(one, bold) for one in shown)
    glyph = _face(bold).load_char(ord(character), flags=LoadFlags.NO_HINTING)
    return float(glyph.linearHoriAdvance) / 65536 / MEASURE


def drawable(text: str, bold: bool = False) -> bool:
    """Whether the font has every character of the text, and all of them run to the right."""
    return all(_drawable(character, bold) for character in text)


@lru_cache(maxsize=4096)
def _drawable(character: str, bold: bool) -> bool:
    if bidirectional(character) in TO_THE_LEFT or category(character) in UNSEEN:
        return False
    return bool(_face(bold).get_char_index(ord(character)))


def legible(text: str, bold: bool = False) -> str:
    """The text in one line, with an ellipsis for what the font cannot write.

    Spaces are alike, but for the one as wide as a figure, which aligns the claim numbers.
    """
    text = PILED.sub("", labels.visible(re.sub(r"[^\S\u2007]", " ", normalize("NFC", text))))
    if drawable(text, bold):
        return text
    shown = (c if drawable(c, bold) else ELLIPSIS for c in text)
    return re.sub(f"{ELLIPSIS}+", ELLIPSIS, "".join(shown))


@lru_cache(maxsize=2)
def _face(bold: bool):  # type: ignore[no-untyped-def]  # FT2Font has no public type
    from matplotlib.ft2font import FT2Font

    face = FT2Font(str(font_file(bold)))
    face.set_size(MEASURE, 72)
    return face


@lru_cache(maxsize=8192)
def width(text: str, size: float, bold: bool = False) -> float:
    """The width of one line of text, in points."""
    return size * sum(_advance(character, bold) for character in text)


def cut(text: str, size: float, room: float, bold: bool = False) -> str:
    """The text if it fits into so many points, else its beginning and an ellipsis."""
    if width(text, size, bold) <= room:
        return text
    ends = accumulate(_advance(character, bold) for character in text)
    free = room / size - _advance(ELLIPSIS, bold)
    kept = text[: bisect_right(list(ends), free)]
    return kept.rstrip(" ,·(") + ELLIPSIS if kept else ""


def wrap(
    text: str, size: float, room: float, most: int | None = None, bold: bool = False
) -> list[str]:
    """The text in lines that fit into so many points; the last of `most` lines is cut."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    if most is not None and len(lines) > most:
        lines[most - 1 :] = [" ".join(lines[most - 1 :])]
    return [cut(line, size, room, bold) for line in lines]


def balanced(text: str, size: float, room: float, most: int, bold: bool = False) -> list[str]:
    """The text in as few lines as fit, of about the same length."""
    lines = wrap(text, size, room, most, bold)
    for share in (0.55, 0.65, 0.75, 0.85):
        closer = wrap(text, size, room * share, None, bold)
        if len(closer) <= len(lines):
            return closer
    return lines


def elastic(parts: tuple[str, str, str], size: float, room: float) -> str:
    """The parts in a row, of which only the middle one is cut to make the whole fit."""
    whole = "".join(parts)
    if width(whole, size) <= room:
        return whole
    ends = width(parts[0] + parts[2], size)
    if room - ends < 4 * size:
        return cut(whole, size, room)
    return parts[0] + cut(parts[1], size, room - ends) + parts[2]
