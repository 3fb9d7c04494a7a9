"""What the SVG of a chart says beside its picture: titles, links and keys on its marks.

Every mark is one group that names itself (`data-mark`) and the rows that it shows
(`data-value-id`, `data-statistic`, `data-row`). In it stands one link with everything the mark
tells; the Tab key goes from mark to mark, past the other links, which lead to the same places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from analysis import labels
from analysis.charts.annotations import Chart
from analysis.charts.cards import Card, cards, description
from analysis.charts.marks import PART
from analysis.charts.tracing import provenance

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
LINK, GROUP = f"{{{SVG}}}a", f"{{{SVG}}}g"
#: How the ids of the groups begin in which marks may stand.
HOLDING = ("figure", "axes")
#: The attributes that name rows; all other tables share `data-row`.
ATTRIBUTES = {"reported_values": "data-value-id", "statistics": "data-statistic"}
#: An outline of a letter where it is kept and where it is used; the place of a letter in a line.
LETTER = re.compile(rb'(id="|href="#)DejaVuSans(-Bold)?-([0-9a-f]+")')
PLACE = re.compile(rb'(<use [^>]*?)transform="translate\((-?[\d.]+) 0\)"')


def told(svg: bytes, name: str, chart: Chart) -> bytes:
    """The SVG that matplotlib wrote with all of it, and with ids that begin with `name`."""
    ElementTree.register_namespace("", SVG)
    ElementTree.register_namespace("xlink", XLINK)
    root = ElementTree.fromstring(_short(svg))
    for metadata in root.findall(f"{{{SVG}}}metadata"):
        root.remove(metadata)
    _gather(root)
    for link in root.iter(LINK):
        link.attrib |= {"tabindex": "-1", "aria-hidden": "true"}
    by_mark = {card.mark: card for card in cards(chart)}
    for element in list(root.iter()):
        _name(element, chart.name, name)
        if "data-mark" in element.attrib:
            _tell(element, by_mark[element.attrib["data-mark"]])
    _head(root, name, chart)
    text = labels.visible(ElementTree.tostring(root, encoding="unicode"))
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _short(svg: bytes) -> bytes:
    """The SVG with short names and places of its letters, which are two thirds of a file.

    Places are told in the units of the font, some two thousand to the height of a letter: whole
    ones are enough.
    """
    named = LETTER.sub(lambda one: one[1] + (b"b" if one[2] else b"l") + one[3], svg)
    return PLACE.sub(lambda one: one[1] + b'x="%d"' % round(float(one[2])), named)


def references(keys: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The attributes that name these rows: several keys are parted by blanks."""
    found: dict[str, list[str]] = {}
    for table, own in keys.items():
        words = own if table in ATTRIBUTES else [f"{table}:{key}" for key in own]
        found.setdefault(ATTRIBUTES.get(table, "data-row"), []).extend(words)
    return {attribute: " ".join(words) for attribute, words in found.items() if words}


def _gather(parent: Element) -> None:
    """Brings the parts of each mark, which are drawn one after the other, into one group."""
    groups: dict[str, Element] = {}
    for child in list(parent):
        own = child.get("id", "").removesuffix(PART)
        if own.startswith(HOLDING):
            _gather(child)
        elif "--" not in own:
            continue
        elif own in groups:
            groups[own].extend(child)
            parent.remove(child)
        else:
            child.set("id", own)
            groups[own] = child


def _name(element: Element, chart: str, name: str) -> None:
    """Begins the element's id and what it refers to with the name; marks also tell theirs."""
    own = element.get("id")
    if own is not None and own.startswith(f"{chart}--"):
        mark = own.removeprefix(f"{chart}--")
        element.attrib |= {"id": f"{name}--{mark}", "data-mark": mark, "class": "mark"}
    elif own is not None:
        element.set("id", f"{name}-{own}")
    for attribute, text in element.items():
        if text.startswith("#") and attribute.endswith("href"):
            element.set(attribute, f"#{name}-{text[1:]}")
        elif "url(#" in text:
            element.set(attribute, text.replace("url(#", f"url(#{name}-"))


def _tell(group: Element, card: Card) -> None:
    """Puts what is drawn of a mark into one link, or where it has none into a named group."""
    group.attrib |= references(card.keys)
    drawn = list(_unlinked(group))
    if card.link:
        to = {f"{{{XLINK}}}href": card.link, "target": "_blank", "role": "link"}
        one = Element(LINK, {**to, "aria-label": card.title})
    else:
        one = Element(GROUP, {"role": "img", "tabindex": "0", "aria-label": card.title})
    title = ElementTree.SubElement(one, f"{{{SVG}}}title")
    title.text = card.title
    one.extend(drawn)
    group[:] = [one]


def _unlinked(element: Element) -> Iterator[Element]:
    """The children of an element without the links around them."""
    for child in element:
        if child.tag == LINK:
            yield from child
        else:
            child[:] = list(_unlinked(child))
            yield child


def _head(root: Element, name: str, chart: Chart) -> None:
    """Role, title, description and origin of the whole chart."""
    root.set("role", "graphics-document document")
    root.set("aria-labelledby", f"{name}-title")
    root.set("aria-describedby", f"{name}-description")
    texts = {
        "title": (f"{name}-title", chart.alt),
        "desc": (f"{name}-description", description(chart)),
        "metadata": (f"{name}-provenance", provenance(chart).text),
    }
    for place, (tag, (own, text)) in enumerate(texts.items()):
        element = Element(f"{{{SVG}}}{tag}", id=own)
        element.text = text
        root.insert(place, element)
