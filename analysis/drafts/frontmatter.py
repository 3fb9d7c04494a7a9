"""What stands in front of a Markdown text between lines of dashes: its title, day, address."""

from __future__ import annotations

import re

FRONT = re.compile(r"\s*---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
LINE = re.compile(r"([A-Za-z_:-]+)[ \t]*:[ \t]+(.+?)[ \t]*$", re.MULTILINE)


def parted(text: str) -> tuple[dict[str, str], str]:
    """What is told in front, by names in small letters, and the text behind it.

    A text that begins with a line of dashes and no names is left as it is. Lists and nested names
    are passed over.
    """
    found = FRONT.match(text)
    told = {name.lower(): _bare(cell) for name, cell in LINE.findall(found[1])} if found else {}
    return (told, text[found.end() :]) if found and told else ({}, text)


def _bare(cell: str) -> str:
    """A cell without the quotation marks around it."""
    quoted = len(cell) > 1 and cell[0] == cell[-1] and cell[0] in "\"'"
    return cell[1:-1] if quoted else cell
