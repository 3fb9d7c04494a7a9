"""Colours hold in grey and for every reader; sizes and sides are the same on every chart."""

from __future__ import annotations

from itertools import combinations

import pytest

from analysis.charts import style


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2)."""
    light, dark = sorted((style.luminance(one), style.luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colour", [*style.HUES, style.INK, style.GREY, style.FAINT, style.NEITHER])
def test_every_colour_of_text_stands_out_from_the_paper(colour: str) -> None:
    """Text needs a contrast of 4.5 to 1 on white, which more than suffices for marks."""
    assert contrast(colour, style.PAPER) >= 4.5


def test_luminance_is_that_of_the_standard() -> None:
    """White is 1, black 0, and a middle grey what a colour table gives for it."""
    assert style.luminance("#ffffff") == pytest.approx(1)
    assert style.luminance("#000000") == 0
    assert style.luminance("#808080") == pytest.approx(0.2159, abs=1e-4)


def test_the_two_hues_differ_in_grey_too() -> None:
    """Their lightness differs by more than ten of a hundred steps, and so do their shapes."""
    steps = [116 * style.luminance(hue) ** (1 / 3) - 16 for hue in style.HUES]

    assert abs(steps[0] - steps[1]) > 10
    assert len(set(style.SHAPES)) == 2


def test_everything_counted_has_a_shape_of_its_own() -> None:
    """No two kinds of count share a mark."""
    assert all(a != b for a, b in combinations(style.COUNTED_SHAPES.values(), 2))


def test_the_two_most_frequent_economies_are_the_sides() -> None:
    """In alphabetical order, whatever their order in the data; a third has no side."""
    assert style.sides(["RUS", "JPN", None, "RUS", "CHN", "JPN"]) == {"JPN": 0, "RUS": 1}


def test_a_box_gets_the_widest_width_that_fits() -> None:
    """A box between column and slide is set as a column, one below the phone as a phone."""
    assert [style.widest(points) for points in (100, 460.8, 700, 921.6)] == [
        "phone", "column", "column", "slide",
    ]  # fmt: skip


def test_a_tint_is_mixed_with_white() -> None:
    """Half of black is the middle grey."""
    assert style.tint("#000000", 0.5) == "#808080"
