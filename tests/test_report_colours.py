"""The colours of charts in pages: every one follows the page, with contrast enough on both."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from analysis import charts
from analysis.charts import style
from analysis.report.colours import COLOURS, following
from analysis.report.pages import TEMPLATES

TEXTS = ("ink", "grey", "faint", "neither", "one", "two")
#: What a paint in a page may begin with.
FOLLOWING = ("var(--chart-", "color-mix(in srgb, var(--chart-", "none", "url(#")
MARKS = ("faint", "neither", "one", "two")


def properties() -> list[dict[str, str]]:
    """The custom properties of charts as `site.css` sets them, light and dark."""
    css = (TEMPLATES / "site.css").read_text(encoding="utf-8")
    blocks = [b for b in re.findall(r":root \{([^}]*)\}", css) if "--chart-paper" in b]
    return [dict(re.findall(r"--chart-([a-z]+): (#[0-9a-f]{6})", block)) for block in blocks]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.2 defines it, 1 to 21."""

    def light(colour: str) -> float:
        parts = [b / 255 for b in bytes.fromhex(colour[1:])]
        lines = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return sum(
            weight * line for weight, line in zip((0.2126, 0.7152, 0.0722), lines, strict=True)
        )

    bright, dim = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def test_the_light_page_has_the_colours_of_the_files() -> None:
    """What is set for a light page is the palette that files keep."""
    assert properties()[0] == COLOURS


@pytest.mark.parametrize("page", [0, 1], ids=["light", "dark"])
def test_texts_and_marks_stand_out(page: int) -> None:
    """4.5 to 1 for texts, 3 to 1 for marks, on the paper that charts have in pages."""
    colours = properties()[page]

    assert set(colours) == set(COLOURS)
    for name in TEXTS:
        assert contrast(colours[name], colours["paper"]) >= 4.5, name
    for name in MARKS:
        assert contrast(colours[name], colours["paper"]) >= 3, name


def test_the_two_sides_differ_on_the_dark_page_too() -> None:
    """The two hues are as far apart as on white, in hue and not only in lightness."""
    for colours in properties():
        one, two = (bytes.fromhex(colours[side][1:]) for side in ("one", "two"))
        assert one[2] - one[0] > 60
        assert two[0] - two[2] > 60


@pytest.mark.parametrize("name", charts.NAMES)
def test_every_colour_of_a_chart_follows_the_page(name: str, site: Path) -> None:
    """Nothing is left of a fixed colour in a page; the file keeps its own."""
    text = (site / "charts" / f"{name}.svg").read_text(encoding="utf-8")
    painted = re.compile(r"(?:fill|stroke): *([^;\"]+)")
    fixed = [one for one in painted.findall(following(text)) if not one.startswith(FOLLOWING)]

    assert "var(" not in text
    assert set(painted.findall(text)) & set(COLOURS.values())
    assert fixed == []


def test_tints_are_mixed_from_the_page() -> None:
    """A pale band is its colour mixed with the paper, whichever that is."""
    svg = f'<path style="stroke: {style.tint(style.HUES[1], 0.32)}"/>'

    assert following(svg) == (
        '<path style="stroke: color-mix(in srgb, var(--chart-two) 32%, var(--chart-paper))"/>'
    )


def test_words_that_look_like_colours_stay_words() -> None:
    """Only what paints is changed: a claim that speaks of a colour is not."""
    words = (
        '<title>style="fill: #222222"</title><a aria-label="fill: #222222" style="fill: #1f4e79"/>'
    )

    assert following(words) == words.replace("#1f4e79", "var(--chart-one)")
