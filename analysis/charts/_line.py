"""A line of text that is drawn where it stands; loads matplotlib, so only what draws imports it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.artist import allow_rasterization
from matplotlib.text import Text

if TYPE_CHECKING:
    from matplotlib.backend_bases import RendererBase


class Line(Text):
    """A line that begins at its place needs no measuring, which takes as long as the drawing."""

    @allow_rasterization  # type: ignore[untyped-decorator]
    def draw(self, renderer: RendererBase) -> None:
        """Draws the line as matplotlib does, measured only where it ends or is centred there."""
        if not self.get_visible() or self.get_horizontalalignment() != "left":
            super().draw(renderer)
            return
        renderer.open_group("text", self.get_gid())
        gc = renderer.new_gc()
        gc.set_foreground(self.get_color())
        gc.set_url(self.get_url())
        gc.set_antialiased(self.get_antialiased())
        x, y = self.get_transform().transform(self.get_unitless_position())
        high = renderer.get_canvas_width_height()[1]
        renderer.draw_text(
            gc, x, high - y if renderer.flipy() else y, self.get_text(),
            self.get_fontproperties(), 0.0, mtext=self,
        )  # fmt: skip
        gc.restore()
        renderer.close_group("text")
        self.stale = False
