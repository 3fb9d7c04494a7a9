"""Sources as BibTeX.

How texts are written, so that TeX sets the text that the table holds:

- White space is one blank. Titles and publishers stand in a second pair of braces, so that no style
  changes their capitals or takes a comma for the end of a name.
- What TeX understands as a command becomes the command that prints it: `\\textbackslash{}`,
  `\\textbraceleft{}`, `\\textbraceright{}`, `\\textasciitilde{}`, `\\textasciicircum{}`, and a
  backslash before each of % & $ # _. Braces are not written `\\{`, which BibTeX would still count.
- An empty pair of braces parts characters that TeX would join: two hyphens, quotes, commas or
  angle brackets, and a question or exclamation mark before a backquote.
- Everything else stays as it is, in UTF-8.
- Addresses stay as they are (styles print them verbatim); a backslash, brace or blank in one is
  percent-encoded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.citations.sources import Known, cited, dataset
from analysis.tables import Tables

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
COMMANDS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "%&$#_"},
}
#: Between two characters that TeX sets as one.
JOINED = re.compile(r"(?<=([-'`<>,]))(?=\1)|(?<=[?!])(?=`)")
IN_ADDRESS = {"\\": "%5C", "{": "%7B", "}": "%7D"}


def bibtex(data: Tables, source_ids: Sequence[str] = ()) -> str:
    """The sources as BibTeX, one `@misc` each under its source_id; all but the `examples`
    where none is given.

    Fields: title, howpublished (the publisher), year, month, date and urldate (ISO 8601 at the
    precision that is known), url, language (BCP 47), note (where it is archived). A missing cell
    gives no field.

    A claim_id or value_id stands for the source behind it.

    Raises ValueError where a key is unknown.
    """
    return "\n".join(bibtex_entries(data, source_ids).values())


def bibtex_entries(data: Tables, source_ids: Sequence[str] = ()) -> dict[str, str]:
    """The entries that `bibtex` joins, by source_id."""
    return {source["source_id"]: _entry(source) for source in cited(data, source_ids)}


def dataset_bibtex(data: Tables) -> str:
    """The data themselves as one BibTeX entry, with the data version in the note.

    Author and date are given where the folder's own description tells them.
    """
    return _entry(dataset(data))


def _entry(source: Known) -> str:
    fields = "".join(f"  {name} = {text},\n" for name, text in _fields(source).items())
    return f"@misc{{{source['source_id']},\n{fields}}}\n"


def _fields(source: Known) -> dict[str, str]:
    found = {"title": "title", "howpublished": "publisher"}
    texts = {
        name: f"{{{{{escaped(source[key])}}}}}" for name, key in found.items() if key in source
    }
    addresses = {"url": f"{{{_address(source['url'])}}}"} if "url" in source else {}
    kept = {"urldate": "accessed", "language": "language"}
    plain = {name: f"{{{source[key]}}}" for name, key in kept.items() if key in source}
    note = _note(source)
    return texts | _author(source) | _date(source.get("published", "")) | addresses | plain | note


def _author(source: Known) -> dict[str, str]:
    """Each name in braces of its own, so that no part of it is taken for a first name."""
    names = [f"{{{escaped(name)}}}" for name in source.get("authors", ())]
    return {"author": f"{{{' and '.join(names)}}}"} if names else {}


def _date(day: str) -> dict[str, str]:
    """The date for BibTeX (year, month) and for biblatex (date), at the precision that is known."""
    if not day:
        return {}
    year, *rest = day.split("-")
    month = {"month": MONTHS[int(rest[0]) - 1]} if rest else {}
    return {"year": f"{{{year}}}"} | month | {"date": f"{{{day}}}"}


def _note(source: Known) -> dict[str, str]:
    parts = {"archive_url": "archived at", "version": "data version", "licence": "licence"}
    said = [f"{word} {source[key]}" for key, word in parts.items() if key in source]
    return {"note": f"{{{escaped(', '.join(said))}}}"} if said else {}


def escaped(text: str) -> str:
    """The text as TeX source that prints it; white space is one blank."""
    commands = (COMMANDS.get(sign, sign) for sign in " ".join(text.split()))
    return JOINED.sub("{}", "".join(commands))


def _address(url: str) -> str:
    return "".join(IN_ADDRESS.get(sign, sign) for sign in "%20".join(url.split()))
