"""Texts and lines at places given in points from a corner of the Axes, or beside its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from analysis.charts import words
from analysis.charts.style import GREY, INK, PAPER, Sizes

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.transforms import Transform

Align = Literal["left", "center", "right"]
#: From the middle of a line of text down to its baseline, as a share of the size.
TO_BASELINE = 0.36


class Pen:
    """Writes on one Axes: `rows` has x in points and y in data, the two corners points alone."""

    def __init__(self, ax: Axes, sizes: Sizes) -> None:
        from matplotlib.transforms import blended_transform_factory

        self.ax, self.sizes = ax, sizes
        self.top = _corner(ax, 1.0)
        self.bottom = _corner(ax, 0.0)
        self.rows = blended_transform_factory(self.top, ax.transData)

    def write(
        self, x: float, y: float, text: str, size: float, where: Transform | None = None, *,
        colour: str = INK, bold: bool = False, align: Align = "left", url: str = "",
    ) -> None:  # fmt: skip
        """One line of text whose middle is at y, downwards in all three systems."""
        from analysis.charts.lettering import line

        if not text:
            return
        artist = line()(
            x, y + TO_BASELINE * size, words.legible(text, bold), color=colour,
            fontproperties=words.font(size, bold), horizontalalignment=align,
            verticalalignment="baseline", parse_math=False, transform=where or self.rows,
            url=url or None,
        )  # fmt: skip
        self.ax.add_artist(artist)
        artist.set_clip_on(False)

    def trace(
        self, xs: list[float], ys: list[float], where: Transform | None = None, *,
        colour: str = GREY, linewidth: float = 0.7,
    ) -> None:  # fmt: skip
        """A thin line; missing numbers part its pieces."""
        from matplotlib.lines import Line2D

        artist = Line2D(
            xs, ys, color=colour, linewidth=linewidth, solid_capstyle="butt",
            transform=where or self.rows,
        )  # fmt: skip
        self.ax.add_artist(artist)
        artist.set_clip_on(False)

    def circled(
        self, x: float, y: float, number: int, url: str = "", where: Transform | None = None
    ) -> None:
        """A claim number in a circle, which is drawn out where it has three digits."""
        size = self.sizes.small
        more = (words.width(str(number), size) - 1.45 * size) / 2
        if more > 0:
            xs, wide = [x - more, x + more], size * 1.55
            self._ring(xs, y, where, color=GREY, linewidth=wide + 0.7, label="outline")
            self._ring(xs, y, where, color=PAPER, linewidth=wide - 0.7, url=url or None)
        else:
            self._ring(
                [x], y, where, linestyle="", marker="o", markersize=size * 1.55,
                markerfacecolor=PAPER, markeredgecolor=GREY, markeredgewidth=0.7, url=url or None,
            )  # fmt: skip
        self.write(x, y, str(number), size, where, colour=GREY, align="center", url=url)

    def _ring(self, xs: list[float], y: float, where: Transform | None, **style: Any) -> None:
        from matplotlib.lines import Line2D

        ring = Line2D(
            xs, [y] * len(xs), transform=where or self.rows, solid_capstyle="round",
            **{"label": "ring"} | style,
        )  # fmt: skip
        self.ax.add_artist(ring)
        ring.set_clip_on(False)


def _corner(ax: Axes, height: float) -> Transform:
    """Points from a left corner of the Axes, y downwards."""
    from matplotlib.transforms import Affine2D, ScaledTranslation

    figure = ax.get_figure()
    assert figure is not None
    scale = Affine2D().scale(1 / 72, -1 / 72) + figure.dpi_scale_trans
    corner: Any = ax.transAxes
    return scale + ScaledTranslation(0, height, corner)
