"""Sizes, colours and signs: what all charts share, with nothing of matplotlib in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

#: Widths a chart is made for, in pixels at 100 dots per inch.
WIDTHS = {"phone": 360, "column": 640, "slide": 1280}
DPI = 100
POINTS = 72 / DPI

INK = "#222222"
GREY = "#5f5f5f"
FAINT = "#767676"
NEITHER = "#4a4a4a"
LEADER = "#b5b5b5"
GRID = "#e2e2e2"
PAPER = "#ffffff"

#: One hue and one shape for each of two economies; everything else is grey.
HUES = ("#1f4e79", "#b3541e")
SHAPES = ("o", "D")
#: A shape for each thing that is counted, the same on every chart.
COUNTED_SHAPES = {
    "projects": "o",
    "possible_projects": "D",
    "priority_projects": "^",
    "agreements": "s",
    "documents": "p",
}


@dataclass(frozen=True)
class Sizes:
    """The type sizes and spaces of one width, in points."""

    title: float
    text: float
    small: float
    pitch: float
    margin: float
    beside: bool
    columns: int

    @property
    def label(self) -> float:
        """The size of the labels of rows: beside the plot they have less room than above it."""
        return self.small if self.beside else self.text

    def line(self, size: float) -> float:
        """The height of one line of a text of this size."""
        return 1.32 * size


SIZES = {
    "phone": Sizes(11.5, 8.6, 8.0, 15.0, 10.0, False, 1),
    "column": Sizes(13.0, 8.8, 8.0, 15.0, 12.0, True, 1),
    "slide": Sizes(19.0, 11.5, 10.0, 18.0, 24.0, True, 2),
}


def points(width: str) -> float:
    """A named width in points.

    Raises ValueError for a name that is not in WIDTHS.
    """
    if width not in WIDTHS:
        raise ValueError(f"no chart width is called {width!r}: take one of {', '.join(WIDTHS)}")
    return WIDTHS[width] * POINTS


def widest(room: float) -> str:
    """The name of the largest width that fits into so many points, at least the smallest."""
    fitting = [name for name in WIDTHS if points(name) <= room + 0.5]
    return fitting[-1] if fitting else "phone"


def sides(codes: Iterable[object]) -> dict[str, int]:
    """Which of the two hues an economy has: the two most frequent codes, in alphabetical order."""
    named = [code for code in codes if isinstance(code, str)]
    frequent = sorted(set(named), key=lambda code: (-named.count(code), code))[:2]
    return {code: side for side, code in enumerate(sorted(frequent))}


def colour(side: int | None) -> str:
    """The colour of a side; dark grey where there is none."""
    return NEITHER if side is None else HUES[side]


def tint(hexadecimal: str, share: float) -> str:
    """A colour mixed with white: share 1 is the colour itself, 0 is white."""
    parts = (int(hexadecimal[start : start + 2], 16) for start in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * share):02x}" for part in parts)


def luminance(hexadecimal: str) -> float:
    """The relative luminance of a colour, 0 to 1 (WCAG 2.2)."""
    parts = [int(hexadecimal[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
