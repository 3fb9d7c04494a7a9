"""The numbered lines under a chart: who said it where and when, as much as has room."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.charts import words
from analysis.charts.style import Sizes

#: Between two columns of source lines.
BETWEEN = 18.0


@dataclass(frozen=True)
class Source:
    """One numbered source line: whole, and in parts without the role: number, speaker, the rest.

    The whole is written where it fits; speaker, publisher and date come before the role.
    """

    text: str
    url: str = ""
    parts: tuple[str, str, str] = ("", "", "")

    def fitted(self, size: float, room: float) -> str:
        """As much of the line as fits into so many points."""
        if words.width(self.text, size) <= room or not any(self.parts):
            return words.cut(self.text, size, room)
        return words.elastic(self.parts, size, room)

    def lines(self, size: float, room: float) -> list[Source]:
        """The line in one or two that fit into so many points, the second as far in as the name."""
        if any(words.width(text, size) <= room for text in (self.text, "".join(self.parts))):
            return [Source(self.fitted(size, room), self.url)]
        number, name, rest = self.parts
        free = room - words.width(number, size)
        told = words.wrap(name + rest, size, free)
        if len(told) > 2:
            told = [words.cut(text, size, free) for text in (name, rest.lstrip(", "))]
        begins = (number, re.sub(r"\d", "\u2007", number))
        return [Source(a + b, self.url) for a, b in zip(begins, told, strict=False) if b]


def fitted(sources: Sequence[Source], sizes: Sizes, room: float) -> list[Source]:
    """What is written of the sources, line by line: in one column a long one takes two lines."""
    if sizes.columns == 1:
        return [line for source in sources for line in source.lines(sizes.small, room)]
    column = (room + BETWEEN) / sizes.columns - BETWEEN
    return [Source(source.fitted(sizes.small, column), source.url) for source in sources]
