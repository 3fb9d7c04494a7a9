"""How well `draft` reads: precision and recall of each kind on articles with gold rows.

`python -m bench.drafting tuning | validation | later | unseen | frozen | NAME ... [-v]` prints one
table; `-v` adds what was missed, invented and read wrongly. `validation` are eight of the 24 tuning
articles, which show how rules do on articles that they were not written for. The frozen third and
the unseen articles are only counted.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from bench.gold import COLUMNS, Pair, Row, located, pairs, proposed

ARTICLES = Path(__file__).parent / "articles"
VALIDATION = (
    "bangladesh-uk", "gruziya-polsha", "india-boueki", "norway-japan", "pakistan-srilanka",
    "serbia-hungary", "singapore-newzealand", "ukraine-czechia",
)  # fmt: skip
HEAD = f"{'kind':<22}{'gold':>6}{'drafted':>9}{'right':>7}{'precision':>11}{'recall':>8}   aim"
#: What is counted: the columns that must all be right where either side tells one of them.
KINDS = {
    "quantities": ("printed", "unit", "scale"),
    "hedges": ("hedge",),
    "measures": ("measure",),
    "directions": ("direction",),
    "periods": ("period_start", "period_end", "as_of"),
    "bases": ("base_start", "base_end"),
    "economies and flow": ("economy", "partner", "flow"),
    "offices": ("reporter", "office", "computed_by"),
    "speakers": ("speaker", "attribution"),
    "part and whole": ("part_of",),
    "counted, stage": ("counted", "stage"),
    "status": ("status",),
    "whole rows": COLUMNS,
}
#: From here on a proposal is told to be sure.
SURE = 0.7
AIMS = {"quantities": 0.95, "whole rows": 0.9}
#: Sets that are counted and never looked at.
HELD_OUT = ("unseen", "frozen")


@dataclass
class Count:
    """How many rows tell a kind in the gold, in the draft, and in both alike."""

    gold: int = 0
    got: int = 0
    right: int = 0

    def line(self, kind: str) -> str:
        """The kind as a row of the printed table: precision, recall, and the aim of the recall."""
        precision, recall = _share(self.right, self.got), _share(self.right, self.gold)
        aim = f"{AIMS[kind]:>6.2f}" if kind in AIMS else ""
        return (
            f"{kind:<22}{self.gold:>6}{self.got:>9}{self.right:>7}{precision:>11}{recall:>8}{aim}"
        )


@dataclass
class Score:
    """One article: its rows in pairs, and what became of the numbers that are no values."""

    name: str
    pairs: list[Pair]
    dismissed: int = 0
    wrongly_proposed: int = 0
    listed: int = 0


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def read(path: Path) -> Score:
    """The score of the article whose gold stands at the path."""
    from analysis.drafts import articles, statements

    gold = json.loads(path.read_text(encoding="utf-8"))
    [text] = [one for one in path.parent.glob(f"{path.stem}.*") if one.suffix != ".json"]
    article = _completed(articles.open_article(text), gold)
    return score(path.stem, gold, article.paragraphs, statements.read(article))


def _completed(article: Any, gold: Mapping[str, Any]) -> Any:
    """The article with the day and publisher that its text does not print, as a user would add."""
    return replace(
        article,
        published=article.published or date.fromisoformat(gold["published"]),
        publisher=article.publisher or gold["publisher"],
    )


def score(name: str, gold: Mapping[str, Any], paragraphs: Sequence[str], reading: Any) -> Score:
    """The proposals and unread words of a reading beside the gold rows of its article."""
    found = pairs(
        [located(row, paragraphs) for row in gold["values"]],
        [proposed(one, paragraphs) for one in reading.proposals],
    )
    result = Score(name, found, len(gold["not_values"]))
    invented = [pair.got for pair in found if pair.gold is None and pair.got is not None]
    for row in gold["not_values"]:
        place = located(row, paragraphs) if "paragraph" in row else None
        result.wrongly_proposed += place is not None and any(map(place.meets, invented))
        result.listed += _listed(row, place, reading.unread)
    return result


def _listed(row: Mapping[str, Any], place: Row | None, unread: Iterable[Any]) -> bool:
    """Whether a number that is no value is among what was seen and not proposed."""
    if place is None:
        return any(row["printed"] in one.printed for one in unread if one.paragraph is None)
    return any(
        one.paragraph == place.paragraph and one.start < place.end and place.start < one.end
        for one in unread
    )


def counts(scores: Iterable[Score]) -> dict[str, Count]:
    """Kind -> its counts over all articles. A quantity told in words alone is none."""
    found = {kind: Count() for kind in KINDS}
    for pair in (pair for one in scores for pair in one.pairs):
        for kind, columns in KINDS.items():
            gold, got = (_tells(row, kind, columns) for row in (pair.gold, pair.got))
            wrong = _wrong(pair, kind)
            found[kind].gold += gold
            found[kind].got += got
            found[kind].right += gold and got and not wrong & set(columns)
    return found


def _tells(row: Row | None, kind: str, columns: Sequence[str]) -> bool:
    if row is None or (kind == "quantities" and row["printed"] is None):
        return False
    return any(row[column] is not None for column in columns)


def _wrong(pair: Pair, kind: str) -> set[str]:
    """The wrong columns; a numeral found with the wrong sign is a fault of the direction alone."""
    wrong = set(pair.wrong)
    if kind == "quantities" and pair.gold and pair.got:
        one, two = (str(row["printed"]).lstrip("-") for row in (pair.gold, pair.got))
        wrong -= {"printed"} if one == two else set()
    return wrong


def table(title: str, scores: Sequence[Score]) -> str:
    """The table of a set of articles as it is printed."""
    lines = [count.line(kind) for kind, count in counts(scores).items()]
    dismissed, wrongly, listed = (
        sum(getattr(one, name) for one in scores)
        for name in ("dismissed", "wrongly_proposed", "listed")
    )
    foot = f"{dismissed} numbers are no values: {wrongly} proposed, {listed} listed as unread"
    head = f"draft, {title}: {len(scores)} articles"
    return "\n".join([head, HEAD, *lines, _sure(scores), foot])


def _sure(scores: Iterable[Score]) -> str:
    """How many of the rows that are told to be sure are right as a whole, and of the others."""
    right: dict[bool, list[bool]] = {True: [], False: []}
    for pair in (pair for one in scores for pair in one.pairs if pair.got):
        sure = (pair.got.columns.get("confidence") or 0) >= SURE
        right[sure].append(pair.gold is not None and not pair.wrong)
    told = (f"{len(found)} ({_share(sum(found), len(found))} right)" for found in right.values())
    return "confidence {} and above: {} rows, below: {}".format(SURE, *told)


def details(one: Score) -> Iterator[str]:
    """What is wrong, as `article paragraph printed: column gold -> got`."""
    for pair in one.pairs:
        row = pair.gold or pair.got
        assert row is not None
        shown = row.columns.get("printed") or row.columns.get("words")
        head = f"{one.name} {row.paragraph} {shown}:"
        if pair.gold is None:
            yield f"{head} invented, {row['measure']} {row['unit']} ({row['words']})"
        elif pair.got is None:
            yield f"{head} missed, {row['measure']} {row['unit']} ({row['fragment']})"
        for column in pair.wrong if pair.gold and pair.got else ():
            yield f"{head} {column} {pair.gold[column]} -> {pair.got[column]}"


def names(wanted: Sequence[str]) -> tuple[str, list[Path]]:
    """The title of a set and the gold of its articles. Raises SystemExit for an unknown name."""
    tuning = {path.stem: path for path in _golds("tuning")}
    later = _golds("later")
    sets = {
        "tuning": [path for name, path in tuning.items() if name not in VALIDATION],
        "validation": [tuning[name] for name in VALIDATION],
        "later": later,
        **{name: _golds(name) if name in wanted else [] for name in HELD_OUT},
    }
    alone = {**tuning, **{path.stem: path for path in later}}
    unknown = set(wanted) - set(sets) - set(alone)
    if unknown:
        raise SystemExit(
            f"{', '.join(sorted(unknown))}: name {', '.join(sets)} or an article of tuning or later"
        )
    return " ".join(wanted), [
        path for name in wanted for path in sets.get(name, [alone[name]] if name in alone else [])
    ]


def _golds(title: str) -> list[Path]:
    """The gold of the articles of a set, in the order of their names."""
    return sorted((ARTICLES / title).glob("*.json"))


def tables() -> Iterator[str]:
    """The tables that `make bench` prints: articles that were learned from, and held-out ones."""
    for title in ("tuning", "later", *HELD_OUT):
        if paths := _golds(title):
            yield table(title, [read(path) for path in paths])


def main() -> None:
    """Print the table of the sets or articles that are named."""
    parser = argparse.ArgumentParser(prog="python -m bench.drafting")
    parser.add_argument("names", nargs="*", default=["tuning"])
    parser.add_argument("-v", "--verbose", action="store_true")
    given = parser.parse_args()
    if given.verbose and set(HELD_OUT) & set(given.names):
        parser.error(f"{' and '.join(HELD_OUT)} articles are counted and never looked at")
    title, paths = names(given.names)
    scores = [read(path) for path in paths]
    for line in (line for one in scores for line in details(one) if given.verbose):
        print(line)
    print(table(title, scores))


if __name__ == "__main__":
    sys.exit(main())
