"""Short cases: one to four sentences of a theme, with what a careful reader makes of them.

`python -m bench.cases [NAME ...] [-v]` prints for each file of `bench/cases/` how many cases are
right, how many of their values were found, and which columns were wrong; `-v` adds each fault. A
row tells the columns that its theme is about; a column that it leaves out is not compared.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from bench.gold import SIDES, Row, plain, proposed, sides

CASES = Path(__file__).parent / "cases"
#: What a case tells of its whole article.
EDGES = ("publisher", "published")
#: Cells that are no columns, or are compared with another.
BESIDE = {"words", "hedge_printed", "part_of", "note", "fragment", *SIDES}
HEAD = (
    f"{'cases':<18}{'all':>5}{'right':>7}{'values':>8}{'found':>7}{'invented':>10}  wrong columns"
)


@dataclass(frozen=True)
class Fault:
    """What is wrong with one value of a case: its column, or that it was missed or invented."""

    printed: str
    column: str
    wanted: Any = None
    got: Any = None


def faults(case: Mapping[str, Any]) -> list[Fault]:
    """What the draft of a case gets wrong."""
    from analysis.drafts import articles, statements

    text = case.get("article") or f"{case['title']}\n\n{case['text']}"
    article = articles.read(text)
    found = list(_edges(case, article)) if "article" in case else []
    told = {
        "published": article.published or date.fromisoformat(case["published"] or "2020-01-01"),
        "publisher": article.publisher or case["publisher"] or "The Outlet",
    }
    article = replace(article, **told)
    drafted = [proposed(one, article.paragraphs) for one in statements.read(article).proposals]
    return [*found, *compared(case["values"], drafted)]


def _edges(case: Mapping[str, Any], article: Any) -> Iterator[Fault]:
    for name in EDGES:
        wanted, got = (plain(_day(one)) for one in (case[name], getattr(article, name)))
        if wanted != got:
            yield Fault(name, name, wanted, got)


def _day(cell: Any) -> Any:
    return cell.isoformat() if isinstance(cell, date) else cell


def compared(values: Sequence[Mapping[str, Any]], drafted: Sequence[Row]) -> Iterator[Fault]:
    """The faults of the values of a case, each beside the first proposal that prints the same."""
    chosen = _chosen(values, drafted)
    for i, row in enumerate(values):
        printed = str(row.get("printed") or row.get("words"))
        if i not in chosen:
            yield Fault(printed, "missed")
            continue
        for column, wanted, got in _wrong(row, drafted[chosen[i]]):
            yield Fault(printed, column, wanted, got)
        whole = drafted[chosen[i]].columns["part_of"]
        if "part_of" in row and whole != chosen.get(row["part_of"]):
            yield Fault(printed, "part_of", row["part_of"], whole)
    for j in set(range(len(drafted))) - set(chosen.values()):
        yield Fault(str(drafted[j]["printed"] or drafted[j]["words"]), "invented")


def _chosen(values: Sequence[Mapping[str, Any]], drafted: Sequence[Row]) -> dict[int, int]:
    """Which proposal each value is, in the order of both."""
    chosen: dict[int, int] = {}
    for i, row in enumerate(values):
        fits = (j for j, one in enumerate(drafted) if _numeral(one) == _numeral(row))
        free = next((j for j in fits if j not in chosen.values()), None)
        if free is not None:
            chosen[i] = free
    return chosen


def _numeral(row: Row | Mapping[str, Any]) -> Any:
    """The numeral of a row without its sign, which is a matter of the direction."""
    told = row.columns if isinstance(row, Row) else row
    return plain(str(told.get("printed") or "").lstrip("-−"))


def _wrong(row: Mapping[str, Any], got: Row) -> Iterator[tuple[str, Any, Any]]:
    """The columns that the row tells and the proposal has otherwise."""
    gold = Row(row, 0, 0, 0)
    hedges = {plain(row.get(name)) for name in ("hedge", "hedge_printed")}
    for column in (name for name in row if name not in BESIDE and name != "printed"):
        have = got.paragraph if column == "paragraph" else got[column]
        if have != gold[column] and not (column == "hedge" and have in hedges - {None}):
            yield column, gold[column], have
    if "economy" in row and "partner" in row and sides(gold, gold) != sides(got, gold):
        yield "sides", sides(gold, gold), sides(got, gold)


def line(path: Path, *, verbose: bool = False) -> str:
    """One file as a row of the printed table, the faults of its cases above it where asked."""
    cases = json.loads(path.read_text(encoding="utf-8"))
    found = [faults(case) for case in cases]
    columns = Counter(fault.column for case in found for fault in case)
    missed, invented = columns.pop("missed", 0), columns.pop("invented", 0)
    values = sum(len(case["values"]) for case in cases)
    right = sum(not case for case in found)
    wrong = ", ".join(f"{name} {times}" for name, times in columns.most_common())
    lines = list(_details(path.stem, cases, found)) if verbose else []
    row = f"{path.stem:<18}{len(cases):>5}{right:>7}{values:>8}{values - missed:>7}{invented:>10}"
    return "\n".join([*lines, f"{row}  {wrong}"])


def _details(
    name: str, cases: Sequence[Mapping[str, Any]], found: Sequence[list[Fault]]
) -> Iterator[str]:
    for number, (case, wrong) in enumerate(zip(cases, found, strict=True)):
        if wrong:
            yield f"{name} {number}: {case.get('article') or case['text']}"
        for one in wrong:
            yield f"    {one.printed}: {one.column} {one.wanted} -> {one.got}"


def tables() -> Iterator[str]:
    """The table that `make bench` prints, a line at a time."""
    yield HEAD
    for path in sorted(CASES.glob("*.json")):
        yield line(path)


def main() -> None:
    """Print the files that are named, or all."""
    parser = argparse.ArgumentParser(prog="python -m bench.cases")
    parser.add_argument("names", nargs="*")
    parser.add_argument("-v", "--verbose", action="store_true")
    given = parser.parse_args()
    known = {path.stem: path for path in sorted(CASES.glob("*.json"))}
    if unknown := set(given.names) - set(known):
        parser.error(f"{', '.join(sorted(unknown))}: name some of {', '.join(known)}")
    print(HEAD)
    for name in given.names or known:
        print(line(known[name], verbose=given.verbose), flush=True)


if __name__ == "__main__":
    main()
