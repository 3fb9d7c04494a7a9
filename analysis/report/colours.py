"""The colours of charts as custom properties of a page, so that they follow its light and dark.

A file on disk keeps its own colours; what stands in a page asks for `--chart-ink` and the others,
which `site.css` sets, and mixes its tints from them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from analysis.charts import style

#: By the name of their custom property; of two ways to mix a tint the first one is taken.
COLOURS = {
    "one": style.HUES[0], "two": style.HUES[1], "neither": style.NEITHER, "faint": style.FAINT,
    "grey": style.GREY, "ink": style.INK, "leader": style.LEADER, "grid": style.GRID,
    "paper": style.PAPER,
}  # fmt: skip
#: The value of a `style` attribute, as far as it is one of an element.
STYLE = re.compile(r'(<\w+(?: [\w:-]+="[^"]*")*? style=")([^"]*)')
PAINT = re.compile(r"\b(fill|stroke): ?(#[0-9a-f]{6})\b")


def following(svg: str) -> str:
    """The SVG with the colours of charts replaced by those of the page it stands in."""
    return STYLE.sub(lambda found: found[1] + PAINT.sub(_paint, found[2]), svg)


def _paint(found: re.Match[str]) -> str:
    return f"{found[1]}: {_properties().get(found[2], found[2])}"


@lru_cache(maxsize=1)
def _properties() -> dict[str, str]:
    """What a page is asked for in place of each colour and each of its tints in full percents."""
    found = {colour: f"var(--chart-{name})" for name, colour in COLOURS.items()}
    for name, colour in COLOURS.items():
        for share in range(1, 100):
            mixed = f"color-mix(in srgb, var(--chart-{name}) {share}%, var(--chart-paper))"
            found.setdefault(style.tint(colour, share / 100), mixed)
    return found
