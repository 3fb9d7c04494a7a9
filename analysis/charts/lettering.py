"""A line of text that is drawn where it begins, without being measured before."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.backend_bases import RendererBase
    from matplotlib.text import Text


@cache
def line() -> type[Text]:
    """The class of a line; matplotlib measures every text, which takes as long as drawing it."""
    from matplotlib.artist import allow_rasterization
    from matplotlib.text import Text

    return type("Line", (Text,), {"draw": allow_rasterization(_draw)})  # type: ignore[no-untyped-call]


def _draw(text: Text, renderer: RendererBase) -> None:
    """Draws the line as matplotlib does, measured only where it ends or is centred there."""
    from matplotlib.text import Text

    if not text.get_visible() or text.get_horizontalalignment() != "left":
        Text.draw(text, renderer)
        return
    renderer.open_group("text", text.get_gid())
    gc = renderer.new_gc()
    gc.set_foreground(text.get_color())
    gc.set_url(text.get_url())
    gc.set_antialiased(text.get_antialiased())
    x, y = text.get_transform().transform(text.get_unitless_position())
    y = renderer.get_canvas_width_height()[1] - y if renderer.flipy() else y
    font = text.get_fontproperties()
    renderer.draw_text(gc, x, y, text.get_text(), font, 0.0, mtext=text)
    gc.restore()
    renderer.close_group("text")
    text.stale = False
