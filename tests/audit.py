"""Which numbers of a built site cannot be traced: a reader's own look, without the package.

A number on a page must stand inside an element that says where it comes from (`data-value-id`,
`data-statistic`, `data-row`, `data-result`) and must occur in the rows or results that this names.
Everything is read from the files of the site, as somebody who downloaded it would.

Left out, by name: code and keys (`<code>`), dates (`<time>` whose `datetime` holds its numbers),
versions (`.version`), reference numbers (`doc-noteref`, `doc-backlink`), scripts and styles. Ticks
of an axis are drawn as paths, not written.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

VOID = {"base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
ASIDE = {"script", "style", "code"}
SPOKEN = ("alt", "title", "aria-label", "aria-description", "placeholder")
REFERENCES = ("data-value-id", "data-statistic", "data-row", "data-result")
ROLES = {"doc-noteref", "doc-backlink"}
DATE = re.compile(r"(?<![\d.,])(\d{4})-(\d\d)(?:-(\d\d))?(?![.,]?\d)")
HALF = re.compile(r"\b([HQ][1-4])(?= \d{4})")
NUMBER = re.compile(r"(?:(?<![\w.,)\]%])[-−+])?\d+(?:,\d{3})*(?:\.\d+)?")
#: An entry in a list of references: it may name its own number.
REFERENCE = re.compile(r"reference-\d+$")
SCALES = (1, 10**3, 10**6, 10**9, 10**12)
#: The rows that a row leads to by the keys in its columns.
CLAIM, SOURCE = ("claims", ("claim_id",)), ("sources", ("source_id",))
LEADS = {
    "reported_values": (CLAIM, ("reported_values", ("part_of",))),
    "claims": (SOURCE,), "statistics": (SOURCE,), "exchange_rates": (SOURCE,), "events": (CLAIM,),
    "plan_fields": (CLAIM, ("plan_points", ("plan", "point"))), "plan_points": (SOURCE,),
}  # fmt: skip

Token = tuple[str, Decimal] | str
Row = dict[str, Any]


class Fault(NamedTuple):
    """A number that cannot be traced, or a reference that leads nowhere."""

    page: str
    number: str
    text: str
    reason: str


def tokens(text: str) -> set[Token]:
    """The numbers of a text: sign and magnitude; dates as their parts, H1 and Q3 whole."""
    found: set[Token] = set()
    for date in DATE.findall(text):
        found |= {("", Decimal(part)) for part in date if part}
    rest = DATE.sub(" ", text)
    found |= set(HALF.findall(rest))
    for number in NUMBER.findall(HALF.sub(" ", rest)):
        sign = number[0].strip("0123456789").replace("-", "−")
        found.add((sign, _exact(number)))
    return found


def _exact(number: str) -> Decimal:
    return Decimal(number.lstrip("-−+").replace(",", ""))


def within(token: Token, held: set[Token]) -> bool:
    """Whether a number occurs: a sign must stand there too, a bare number may have had any."""
    if isinstance(token, str) or token[0]:
        return token in held
    return any((sign, token[1]) in held for sign in ("", "+", "−"))


class Site:
    """The files of a site, read once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._of: dict[tuple[str, str], set[Token] | None] = {}

    @cached_property
    def keys(self) -> dict[str, list[str]]:
        """The primary key of each table, from its description."""
        described = json.loads(self._text("data/datapackage.json"))["resources"]
        keys = {one["name"]: one["schema"]["primaryKey"] for one in described}
        return {name: [key] if isinstance(key, str) else key for name, key in keys.items()}

    @cached_property
    def tables(self) -> dict[str, dict[str, Row]]:
        """Each table by key, the parts of a key joined by a bar."""
        return {
            name: {"|".join(row[part] for part in key): row for row in self.rows(f"{name}.csv")}
            for name, key in self.keys.items()
            if (self.folder / "data" / f"{name}.csv").is_file()
        }

    @cache  # noqa: B019  # a site lives as long as its audit
    def rows(self, file: str) -> list[Row]:
        """The rows of a file in the folder of the tables."""
        path = self.folder / "data" / file
        if not path.is_file():
            raise KeyError(f"there is no file data/{file}")
        if file.endswith(".json"):
            found: list[Row] = json.loads(path.read_text(encoding="utf-8"))
            return found
        with path.open(encoding="utf-8", newline="") as text:
            return list(csv.DictReader(text))

    @cached_property
    def ranges(self) -> dict[str, list[Row]]:
        """What is computed from a value for the reader: its range under each reading."""
        found: dict[str, list[Row]] = {}
        for path in sorted((self.folder / "data").glob("ranges-*.json")):
            for row in self.rows(path.name):
                found.setdefault(row["value_id"], []).append(row)
        return found

    def held(self, kind: str, reference: str) -> set[Token]:
        """The numbers in what one reference names. Raises KeyError where it names nothing."""
        if (kind, reference) not in self._of:
            self._of[kind, reference] = set(self._held(kind, unquote(reference)))
        return self._of[kind, reference] or set()

    def _held(self, kind: str, reference: str) -> Iterator[Token]:
        if kind == "data-value-id":
            yield from self._row("reported_values", reference)
            yield from _numbers(self.ranges.get(reference, []))
        elif kind == "data-statistic":
            yield from self._row("statistics", reference)
        elif kind == "data-row":
            yield from self._row(*reference.partition(":")[::2])
        else:
            yield from self._result(reference)

    def _row(self, table: str, key: str) -> Iterator[Token]:
        """The numbers of a row and of the rows that it leads to by its keys."""
        row = self.tables.get(table, {}).get(key)
        if row is None:
            raise KeyError(f"there is no row {key} in {table}")
        yield from _numbers(row)
        yield from _scaled(row)
        yield from _parts(row)
        for following, columns in LEADS.get(table, ()):
            if all(row[column] for column in columns):
                yield from self._row(following, "|".join(row[column] for column in columns))

    def _result(self, reference: str) -> Iterator[Token]:
        file, _, key = reference.partition("#")
        if file.endswith(".ipynb"):
            yield from _numbers(self.outputs(file, int(key)))
        elif file.startswith("docs/"):
            yield from _numbers(json.loads(self._text(file))[key])
        elif key:
            yield from _numbers(self._record(file.removeprefix("data/"), key))
        else:
            yield "", Decimal(self.count(file))

    def count(self, query: str) -> int:
        """How many rows of a file satisfy a query."""
        file, _, terms = query.removeprefix("data/").partition("?")
        rows = self.rows(file)
        return sum(all(self._meets(row, term) for term in terms.split("&") if term) for row in rows)

    def _meets(self, row: Row, term: str) -> bool:
        """Whether a row satisfies `column=cell`, `column=` (empty), or with `!=` does not.

        `claim_id.topic=plan` asks the row that a key leads to; of a list, one member is enough.
        """
        column, _, cell = term.partition("=")
        column, _, further = column.partition(".")
        if further:
            return any(self._meets(one, f"{further}={cell}") for one in self._led(row, column))
        own = row[column.removesuffix("!")]
        cells = own if isinstance(own, list) else ["" if own is None else str(own)]
        return (unquote(cell) in cells) != column.endswith("!")

    def _led(self, row: Row, column: str) -> list[Row]:
        """The rows that the key or keys in a column lead to."""
        [table] = [name for name, key in self.keys.items() if key == [column.removesuffix("s")]]
        keys = row[column] if isinstance(row[column], list) else [row[column]]
        return [self.tables[table][key] for key in keys]

    def _record(self, file: str, key: str) -> Row:
        rows = [row for row in self.rows(file) if next(iter(row.values())) == key]
        if not rows:
            raise KeyError(f"there is no record {key} in data/{file}")
        return rows[0]

    def outputs(self, file: str, count: int) -> list[Any]:
        """What the cell with that execution count put out, as text."""
        cells = json.loads(self._text(file))["cells"]
        found = [cell for cell in cells if cell.get("execution_count") == count]
        if not found:
            raise KeyError(f"there is no cell {count} in {file}")
        return [_said(output) for output in found[0]["outputs"]]

    def _text(self, file: str) -> str:
        path = self.folder / file
        if not path.is_file():
            raise KeyError(f"there is no file {file}")
        return path.read_text(encoding="utf-8")


def _said(output: Row) -> str:
    """The text of an output, tags left out: an alt text in its metadata counts."""
    data = output.get("data", {})
    alts = [str(about.get("alt", "")) for about in output.get("metadata", {}).values()]
    page = re.sub(r"<[^>]*>", " ", "".join(data.get("text/html", "")))
    return " ".join(["".join(data.get("text/plain", output.get("text", ""))), page, *alts])


def _numbers(cell: Any) -> Iterator[Token]:
    """The numbers in a cell, a row or a list of them."""
    if isinstance(cell, dict):
        cell = list(cell.values())
    if isinstance(cell, list):
        for one in cell:
            yield from _numbers(one)
    elif isinstance(cell, float):
        yield from tokens(f"{Decimal(repr(cell)):f}")
    elif cell is not None and not isinstance(cell, bool):
        yield from tokens(str(cell))


def _scaled(row: Row) -> Iterator[Token]:
    """The value of a row in full, and in thousands, millions, billions, trillions.

    Unless it is a reported one, which is told as printed, it may be rounded to three decimals.
    """
    if not row.get("value"):
        return
    full = Decimal(row["value"]) * Decimal(row.get("scale") or 1)
    for scale in SCALES:
        sign, size = "−" if full < 0 else "+", abs(full) / scale
        yield sign, size
        if "provider" in row and size >= 1:
            yield sign, size.quantize(Decimal("0.001"), ROUND_HALF_UP)


def _parts(row: Row) -> Iterator[Token]:
    """H1 or Q3 where the period of a row is this half or quarter of a year."""
    for prefix in ("period", "base"):
        start, end = row.get(f"{prefix}_start") or "", row.get(f"{prefix}_end") or ""
        if start and end and start[:4] == end[:4]:
            first, months = int(start[5:7]), int(end[5:7]) - int(start[5:7]) + 1
            if months in (3, 6) and first % months == 1:
                yield f"{'Q' if months == 3 else 'H'}{first // months + 1}"


class Page(HTMLParser):
    """The numbers of a page, or of a text in its place, with the references of their ancestors."""

    def __init__(self, site: Site, path: Path, text: str | None = None) -> None:
        super().__init__()
        self.site = site
        self.path = path.relative_to(site.folder).as_posix()
        self.open: list[tuple[str, dict[str, str]]] = []
        self.faults: list[Fault] = []
        self.numbers = 0
        self.feed(path.read_text(encoding="utf-8") if text is None else text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at the texts in attributes; keep the element open for what stands in it."""
        given = {name: value or "" for name, value in attrs}
        self.open.append((tag, given))
        self._resolve(given)
        for name in SPOKEN:
            if re.search(r"\d", given.get(name, "")) and not any(map(_numbered, self.open)):
                self._check(given[name])
        if tag in VOID:
            self.open.pop()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element of an SVG that ends where it begins."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Close the element and what its end closes silently."""
        names = [name for name, _ in self.open]
        if tag in names:
            del self.open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        """A text node."""
        if re.search(r"\d", data) and not any(map(_aside, self.open)):
            self._check(data)

    def _resolve(self, given: dict[str, str]) -> None:
        """A reference leads somewhere, and a count is the count of each query that it names."""
        for kind in REFERENCES:
            for reference in given.get(kind, "").split():
                try:
                    self.site.held(kind, reference)
                except (KeyError, ValueError, TypeError) as fault:
                    self._fault(reference, f"{kind}={reference}", str(fault.args[0]))
                    continue
                self._recount(given, reference)

    def _recount(self, given: dict[str, str], reference: str) -> None:
        if "value" not in given or "#" in reference:
            return
        count = self.site.count(reference)
        if given["value"] != str(count):
            self._fault(given["value"], reference, f"the rows are {count}")

    def _check(self, text: str) -> None:
        named = [
            (kind, reference)
            for _, given in self.open
            for kind in REFERENCES
            for reference in given.get(kind, "").split()
        ]
        own = [("", given.get("datetime", "")) for tag, given in self.open if tag == "time"]
        own += [("", given["id"]) for _, given in self.open if REFERENCE.match(given.get("id", ""))]
        for token in sorted(tokens(text), key=str):
            self.numbers += 1
            if not any(within(token, self._held(*one)) for one in [*named, *own]):
                self._fault(_written(token), text, "not in what it names" if named else "no source")

    def _held(self, kind: str, reference: str) -> set[Token]:
        if not kind:
            return tokens(reference) | set(_halves(reference))
        try:
            return self.site.held(kind, reference)
        except (KeyError, ValueError, TypeError):
            return set()

    def _fault(self, number: str, text: str, reason: str) -> None:
        self.faults.append(Fault(self.path, number, " ".join(text.split())[:160], reason))


def _halves(interval: str) -> Iterator[Token]:
    """H1 or Q3 for a `datetime` from its first to its last day."""
    start, _, end = interval.partition("/")
    yield from _parts({"period_start": start, "period_end": end})


def _aside(element: tuple[str, dict[str, str]]) -> bool:
    """Whether what stands in an element is no number that needs a source."""
    tag, given = element
    return tag in ASIDE or _numbered(element) or "version" in given.get("class", "").split()


def _numbered(element: tuple[str, dict[str, str]]) -> bool:
    """Whether an element is the number of a reference, there or back."""
    return element[1].get("role") in ROLES


def _written(token: Token) -> str:
    return token if isinstance(token, str) else f"{token[0]}{token[1]:f}"


def audit(folder: Path) -> tuple[list[Fault], int]:
    """The numbers of a site that cannot be traced, and how many numbers there are."""
    site = Site(folder)
    pages = [Page(site, path) for path in sorted(folder.rglob("*.html"))]
    return [fault for page in pages for fault in page.faults], sum(page.numbers for page in pages)
