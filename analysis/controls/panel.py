"""The widgets: a searchable list of values, the reading, the definitions, and what they say.

ipywidgets is imported when a panel is made. Every control is a native element with its label, so
that a keyboard and a screen reader reach it: radio buttons instead of toggles, which tell their
state by colour alone.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from analysis import readings
from analysis.charts.value_readings import HOW
from analysis.controls import page
from analysis.controls.choosing import TERMS, Prepared, matching, term_choice, terms
from analysis.controls.still import Still, attended
from analysis.controls.telling import Told, told

#: Pictures that are kept, so that a choice made again shows at once.
KEPT = 64
Key = tuple[tuple[str, tuple[str, ...]], ...]


def explorer(prepared: Prepared) -> Panel | Still:
    """The controls as the last line of a cell: widgets where somebody can answer.

    Elsewhere (a report, a test) two lines that say what they are.

    Raises ImportError where ipywidgets is missing.
    """
    return Panel(prepared) if attended() and prepared.first else Still(prepared)


def _widgets() -> Any:
    try:
        import ipywidgets  # type: ignore[import-untyped]  # ships no types
    except ImportError as fault:
        raise ImportError(
            "the controls need ipywidgets, which is not installed: install this package with its "
            "extra `lab` (pip install 'reported-trade-figures[lab]'), then restart the kernel"
        ) from fault
    return ipywidgets


class Panel:
    """The widgets and what they show; `box` holds them all."""

    def __init__(self, prepared: Prepared) -> None:
        self.prepared = prepared
        self.told = ""
        self._picture = lru_cache(maxsize=KEPT)(self._drawn)
        self._make(_widgets())
        self._choose()
        self.find.observe(self._filter, "value")
        self.value.observe(self._choose, "value")
        self.reading.observe(self._show, "value")

    def _repr_mimebundle_(self, **given: Any) -> dict[str, Any]:
        shown: dict[str, Any] = self.box._repr_mimebundle_(**given)
        return {**shown, "text/plain": repr(Still(self.prepared))}

    def _make(self, widgets: Any) -> None:
        wide = widgets.Layout(width="auto")  # all of the box: 100% would not count the margins
        self.find = widgets.Text(
            description="Find", placeholder="words of a label, or a value_id", layout=wide
        )
        self.count = widgets.HTML()
        self.value = widgets.Select(description="Value", rows=8, layout=wide)
        self.reading = widgets.RadioButtons(
            description="Reading", options=[(HOW[name], name) for name in readings.READINGS],
            value=readings.DEFAULT_READING, orientation="horizontal", layout=wide,
            style={"description_width": "initial"},
        )  # fmt: skip
        self.terms = widgets.VBox()
        self.answer, self.chart, self.table = (widgets.HTML() for _ in range(3))
        self.boxes: dict[str, dict[str, Any]] = {}
        chosen = [self.find, self.count, self.value, self.reading, self.terms]
        self.box = widgets.VBox([*chosen, self.answer, self.chart, self.table])
        self._list(self.prepared.first)

    def _filter(self, _: object = None) -> None:
        """Lists what matches; the value that is told stays until the words leave only others."""
        self.value.unobserve(self._choose, "value")
        self._list(self.told)
        self.value.observe(self._choose, "value")
        if self.value.value not in (None, self.told):
            self._choose()

    def _list(self, chosen: str) -> None:
        """The values that match; the first is chosen where the one given does not."""
        found = matching(self.prepared, self.find.value)
        ids = list(found["value_id"])
        self.value.options = list(zip(found["label"], ids, strict=True))
        self.value.value = chosen if chosen in ids else next(iter(ids), None)
        self.count.value = page.count(len(found), len(self.prepared.listed), self.told)

    def _choose(self, _: object = None) -> None:
        """Offers the terms of the value, all of their choices taken, and tells of it."""
        self.told = self.value.value or self.told
        if not self.told:
            return
        for box in self._all_boxes():
            box.close()
        offered = terms(self.prepared, self.told)
        self.boxes = {t: {text: self._box(t, text) for text in offered[t]} for t in offered}
        self.terms.children = [self._group(term) for term in offered]
        self._show()

    def _box(self, term: str, text: str) -> Any:
        name = f"{TERMS[term]}: {term_choice(term, text)}"
        widgets = _widgets()
        auto = widgets.Layout(width="auto", margin="0 1.5em 0 0")
        box = widgets.Checkbox(value=True, description=name, indent=False, layout=auto)
        box.observe(self._show, "value")
        return box

    def _group(self, term: str) -> Any:
        widgets = _widgets()
        wrapped = widgets.Layout(flex_flow="row wrap")
        return widgets.HBox(list(self.boxes[term].values()), layout=wrapped)

    def _all_boxes(self) -> list[Any]:
        return [box for boxes in self.boxes.values() for box in boxes.values()]

    def _chosen(self) -> Key:
        """The choices that are ticked, of the terms where one is not."""
        return tuple(
            (term, tuple(text for text, box in boxes.items() if box.value))
            for term, boxes in self.boxes.items()
            if not all(box.value for box in boxes.values())
        )

    def _show(self, _: object = None) -> None:
        reading, chosen = self.reading.value, self._chosen()
        choice = told(self.prepared, self.told, reading, dict(chosen))
        self.answer.value = page.answer(choice)
        self.table.value = page.table(choice)
        self.chart.value = self._picture(self.told, reading, chosen)

    def _drawn(self, value_id: str, reading: str, chosen: Key) -> str:
        choice: Told = told(self.prepared, value_id, reading, dict(chosen))
        return page.picture(self.prepared, choice)
