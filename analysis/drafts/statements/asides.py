"""Numbers and periods in asides and brackets: "(2020: $2 million)", ", which halved in 2015,"."""

from __future__ import annotations

import re

from analysis.drafts.flows import Flow
from analysis.drafts.lexicon import pattern
from analysis.drafts.periods import Period
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements.scenes import Scene


def in_aside(quantity: Quantity, scene: Scene) -> bool:
    """Whether a number stands in an aside that its sentence goes on behind."""
    text = scene.found.masked
    inside = pattern(scene.language, "aside").search(text[scene.start : quantity.start])
    others = any(one.start > quantity.end for one in scene.quantities)
    return inside is not None and others and "," in text[quantity.end : scene.end]


def belongs_to_aside(period: Period, quantity: Quantity, scene: Scene) -> bool:
    """Whether a period belongs to an aside before: "exports, which halved in 2015, grow again"."""
    text = scene.found.masked
    inside = pattern(scene.language, "aside").search(text[scene.start : period.start])
    return inside is not None and "," in text[period.end : quantity.start]


def is_labelled(quantity: Quantity, scene: Scene) -> bool:
    """Whether a number has its own period in brackets: "$3 million (2020: $2 million)"."""
    return any(_labelled(one, scene) == [quantity] for one in scene.periods)


def labels_another(period: Period, quantity: Quantity, scene: Scene) -> bool:
    """Whether a period in brackets labels another number: "5 percent (Feb 2 percent)"."""
    return _labelled(period, scene) not in (None, [quantity])


def _labelled(period: Period, scene: Scene) -> list[Quantity] | None:
    """The number that a period in brackets labels; None where it is no label."""
    text = scene.found.masked
    ended = pattern(scene.language, "label_end").match(text, period.end)
    begun = re.search(r"[(（](?:[^()（）]*\x00[^\w()（）]*[,;]\s*)?$", text[: period.start])
    if begun is None or ended is None:
        return None
    return [one for one in scene.quantities if one.start >= period.end][:1]


def named_before(quantity: Quantity, scene: Scene) -> list[Flow]:
    """The flows named before a quantity, but for those of an aside that is over: "exports, which
    make up 64% of turnover, rose 15%"."""
    text = scene.found.masked[scene.start : quantity.start]
    asides = [one.span() for one in pattern(scene.language, "which_aside").finditer(text)]
    before = [one for one in scene.flows if one.start < quantity.start]
    main = [
        one for one in before
        if not any(start <= one.start - scene.start < end for start, end in asides)
    ]  # fmt: skip
    return main or before
