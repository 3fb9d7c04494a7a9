"""Numbered references: where a page shows a number of a source, and the list that it ends with.

`Sources` knows which source every row of a data folder comes from. `References` counts for one
page: a source gets its number where it is first cited, and remembers each place, so that the list
leads back to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup

from analysis.evidence import reference
from analysis.tables import TABLES, Tables, description

if TYPE_CHECKING:
    from bs4 import Tag

#: The attributes that say which rows an element shows, and the table that each is about; a
#: `data-row` names its table itself.
ATTRIBUTES = {"data-value-id": "reported_values", "data-statistic": "statistics", "data-row": ""}
MARKED = ", ".join(f"[{name}]" for name in ATTRIBUTES)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
#: What holds the place of marks while HTML is a tree: their sources, between control characters.
HELD = "\x02{}\x03"
HELD_FOUND = re.compile("\x02([^\x02\x03]*)\x03")


class Sources:
    """The source of each row that has one, by table and key, and what is known of each source."""

    def __init__(self, data: Tables, sources: Iterable[dict[str, Any]]) -> None:
        self.known = {source["source_id"]: source for source in sources}
        self._of_claim = dict(zip(data.claims["claim_id"], data.claims["source_id"], strict=True))
        self._of_row = dict(self._rows(data))

    def _rows(self, data: Tables) -> Iterator[tuple[tuple[str, str], str]]:
        schemas = description.schemas(data.folder)
        for name in TABLES:
            frame = getattr(data, name)
            if name == "sources" or not {"claim_id", "source_id"} & set(frame.columns):
                continue
            own = "source_id" in frame.columns
            sources = frame["source_id"] if own else frame["claim_id"].map(self._of_claim)
            keys = frame[schemas[name]["primaryKey"]].itertuples(index=False, name=None)
            for key, source in zip(keys, sources, strict=True):
                yield (name, reference(*key)), source

    def of(self, table: str, keys: str) -> list[str]:
        """The sources of rows, each once; keys parted by blanks, as an attribute holds them.

        Without a table each key begins with its own. A key that is no row has no source.
        """
        pairs = [(table, key) if table else tuple(key.split(":", 1)) for key in keys.split()]
        found = [self._of_row.get((pair[0], pair[-1]), "") for pair in pairs]
        return [source for source in dict.fromkeys(found) if source in self.known]


class Place(NamedTuple):
    """Where a source is cited: its id, its letter, and the readings that show it; none for all."""

    id: str
    letter: str
    readings: tuple[str, ...]


@dataclass
class Reference:
    """A source as a page cites it: its number and the places, told apart by a letter."""

    number: int
    source: dict[str, Any]
    places: list[Place] = field(default_factory=list)


class References:
    """The references of one page, in the order in which its sources are first cited."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._cited: dict[str, Reference] = {}

    def __iter__(self) -> Iterator[Reference]:
        """What is cited so far."""
        return iter(self._cited.values())

    def __len__(self) -> int:
        return len(self._cited)

    def mark(self, table: str, keys: str, shown: Any = None) -> Markup:
        """The numbers of the sources of rows, each linked to its place in the list.

        `shown` is what the page shows under some readings only: the way back is shown with it.
        """
        readings = () if shown is None or shown.everywhere else shown.readings
        return self._marks(self._sources.of(table, keys), readings)

    def marked(self, html: str) -> Markup:
        """HTML in which each row, or other element that names rows, bears its sources' numbers.

        A table row bears them once: in the cell that links to its source, else in the cell that
        heads it. Elsewhere a source is marked once in the same piece of HTML.
        """
        from bs4 import BeautifulSoup

        soup = BeautifulSoup(html, "html.parser")
        outer = [one for one in soup.select(MARKED) if one.find_parent(_is_marked) is None]
        for element, new in self._first_named(outer):
            _place(element).append(HELD.format(",".join(new)))
        marked = HELD_FOUND.sub(self._held, soup.decode(formatter="minimal"))
        return Markup(marked)  # as safe as what was given

    def _held(self, found: re.Match[str]) -> str:
        """The marks for what holds their place; other text between such characters stays."""
        sources = found[1].split(",")
        return self._marks(sources) if self._sources.known.keys() >= set(sources) else found[0]

    def _first_named(self, elements: list[Tag]) -> Iterator[tuple[Tag, list[str]]]:
        """Elements with the sources whose numbers they bear; those that bear none are left out."""
        seen: set[str] = set()
        for element in elements:
            sources = self._of(element)
            row = element.name == "tr"
            new = sources if row else [key for key in sources if key not in seen]
            seen.update(() if row else sources)
            if new:
                yield element, new

    def _of(self, element: Tag) -> list[str]:
        found = [
            source
            for name, table in ATTRIBUTES.items()
            for source in self._sources.of(table, str(element.get(name, "")))
        ]
        return list(dict.fromkeys(found))

    def _marks(self, sources: list[str], readings: tuple[str, ...] = ()) -> Markup:
        return Markup("").join(self._mark(source, readings) for source in sources)

    def _mark(self, source: str, readings: tuple[str, ...]) -> Markup:
        new = Reference(len(self._cited) + 1, self._sources.known[source])
        cited = self._cited.setdefault(source, new)
        place = f"cited-{cited.number}-{len(cited.places) + 1}"
        cited.places.append(Place(place, _letters(len(cited.places)), readings))
        return Markup(
            '<sup class="cited"><a role="doc-noteref" id="{}" href="#reference-{}" '
            'aria-label="Reference [{}]">[{}]</a></sup>'
        ).format(place, cited.number, cited.number, cited.number)


def _is_marked(element: Tag) -> bool:
    return any(element.has_attr(name) for name in ATTRIBUTES)


def _place(element: Tag) -> Tag:
    """Where the numbers of an element stand."""
    if element.name != "tr":
        return element
    return element.select_one('td:has(a[rel~="external"])') or element.find(["th", "td"]) or element


def _letters(place: int) -> str:
    """a, b, ... z, aa, ab: how the places of one reference are told apart."""
    more, last = divmod(place, len(LETTERS))
    return (_letters(more - 1) if more else "") + LETTERS[last]
