"""From an article to proposed rows of sources, claims and reported values, with ids and fragments.

Every cell is text as the tables hold it, missing where the article does not say. What a person
confirms becomes rows of a data folder (`confirming`).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis import evidence, readings
from analysis.drafts import already, fragments, naming, said_days, summaries
from analysis.tables import description, reading

if TYPE_CHECKING:
    import pandas as pd

    from analysis.drafts.articles import Article
    from analysis.drafts.statements import Proposal, Reading, Unread

#: The tables of a draft, each after those that it points to, and their keys.
KEYS = {"sources": "source_id", "claims": "claim_id", "reported_values": "value_id"}
#: What a draft adds to a table: the person's answer, how sure it is, its doubts, and the words.
ADDED = ("confirm", "confidence", "doubts", "words")
UNREAD = ("paragraph", "printed", "reason", "words")
#: What a document is proposed as: its text does not tell, and most are.
KIND = "news"
#: What an article ought to tell of itself, in words.
TOLD = {"publisher": "publisher", "title": "title", "published": "day of publication"}
#: What reads articles is an extra of the package.
EXTRA = "pip install 'reported-trade-figures[drafts]'"
Row = dict[str, Any]


@dataclass(frozen=True)
class Draft:
    """Proposed rows in text order; each frame has ADDED and then the columns of its table.

    `confirm` is missing while it is open, else yes or no. `confidence` goes from 0 to 1. `unread`
    (UNREAD) holds the numbers that were seen and not proposed; those outside the article have no
    paragraph.
    """

    sources: pd.DataFrame
    claims: pd.DataFrame
    reported_values: pd.DataFrame
    unread: pd.DataFrame


def draft(
    given: Article | str | os.PathLike[str], known: reading.Tables | None = None, **told: Any
) -> Draft:
    """The rows that an article proposes; a path is opened first ("-" is standard input).

    `told` (published, publisher, url, language) goes before what the text says of itself. With the
    tables of a data folder in `known`, ids that are taken there are not given to another article,
    and of an article that they hold already only what is new is proposed.

    Raises ValueError where the text cannot be read as an article (see `articles.read`),
    ModuleNotFoundError where the extra `drafts` is not installed.
    """
    try:
        article, mark, found = _read(given, {name: cell for name, cell in told.items() if cell})
    except ModuleNotFoundError as lack:
        raise ModuleNotFoundError(f"a draft needs {lack.name}: {EXTRA}", name=lack.name) from lack
    return arranged(article, found, mark, known)


def arranged(
    article: Article, found: Reading, mark: str, known: reading.Tables | None = None
) -> Draft:
    """What was read of an article as the rows of a draft; `mark` is its fingerprint."""
    source = _source(article, mark, known)
    claims, values = _rows(article, source["source_id"], found.proposals, _english(known))
    made = Draft(
        frame("sources", [source]), frame("claims", claims), frame("reported_values", values),
        _unread(found.unread),
    )  # fmt: skip
    return made if known is None else already.only_new(made, known)


def _read(
    given: Article | str | os.PathLike[str], told: Mapping[str, Any]
) -> tuple[Article, str, Reading]:
    from analysis.drafts import statements

    article, mark = _opened(given, told)
    return article, mark, statements.read(article)


def frame(name: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Rows as a frame of text: ADDED, then the columns of the table; what is empty is missing."""
    import pandas as pd

    cells = [[_text(row.get(column)) for column in columns(name)] for row in rows]
    found = pd.DataFrame(cells, columns=columns(name), dtype="str")
    return found.astype({"confidence": "float64"})


def columns(name: str) -> list[str]:
    """The columns of a table in a draft: ADDED and its own."""
    schema = description.schemas(description.shipped())[name]
    return [*ADDED, *description.columns(schema)]


def _text(cell: Any) -> str | None:
    """A cell as a CSV of a data folder holds it; None where it is empty."""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, tuple):
        cell = "; ".join(cell)
    return None if cell is None or str(cell) == "" else str(cell)


def _opened(
    given: Article | str | os.PathLike[str], told: Mapping[str, Any]
) -> tuple[Article, str]:
    """The article with what is told of it, and the fingerprint by which `evidence` knows it again.

    Of a text from standard input it is that of its paragraphs.
    """
    from analysis.drafts import articles

    days = {"published": date.fromisoformat(str(told["published"]))} if "published" in told else {}
    if isinstance(given, articles.Article):
        article = replace(given, **{**told, **days})
        return article, evidence.fingerprint("\n\n".join(article.paragraphs))
    opening = {name: told[name] for name in ("publisher", "language") if name in told}
    article = articles.open_article(given, **opening, **days)  # type: ignore[arg-type]
    article = replace(article, url=told.get("url", article.url))
    if str(given) == "-":
        return article, evidence.fingerprint("\n\n".join(article.paragraphs))
    return article, _fingerprint(Path(given))


def _fingerprint(path: Path) -> str:
    form = "html" if path.suffix.lower() in (".html", ".htm", ".xhtml") else "text"
    text = path.read_text(encoding="utf-8-sig")
    return evidence.document(text, form=form).fingerprint


def _english(known: reading.Tables | None) -> Mapping[str, str]:
    """Each hedge in English, by the folder's own table or the shipped one."""
    if known is not None:
        return readings.english(known.hedges)
    place = description.shipped()
    return readings.english(
        reading.read_table(place, "hedges", description.schemas(place)["hedges"])
    )


def _source(article: Article, mark: str, known: reading.Tables | None) -> Row:
    """The row of the document; its kind is a guess."""
    published = article.published.isoformat() if article.published else ""
    row = {
        "kind": KIND, "publisher": article.publisher, "title": article.title, "url": article.url,
        "published": published, "language": article.language, "text_sha256": mark,
    }  # fmt: skip
    missing = [f"no {word} found" for name, word in TOLD.items() if not row[name]]
    same = None if known is None else already.source_id(known, row)
    taken = set() if known is None else set(known.sources["source_id"])
    return {
        "source_id": same or naming.source(article.publisher, article.title, published, taken),
        "doubts": (f"{KIND} is a guess", *missing),
        "confidence": round(0.9 - 0.2 * len(missing), 2),
        "words": article.title,
        **row,
    }


def _rows(
    article: Article, source_id: str, proposals: Sequence[Proposal], english: Mapping[str, str]
) -> tuple[list[Row], list[Row]]:
    """The claims, one a speaker and sentence, and their values."""
    grouped: dict[tuple[int, int, str], list[int]] = {}
    for place, one in enumerate(proposals):
        grouped.setdefault((*_sentence(article, one), one.speaker), []).append(place)
    claims: dict[str, Row] = {}
    values: dict[int, Row] = {}
    for (paragraph, sentence, speaker), places in grouped.items():
        told = [proposals[place] for place in places]
        by = "" if speaker == article.publisher else speaker
        claim_id = naming.claim(source_id, paragraph, sentence, by)
        claim_id = naming.free(claim_id, claims)
        claims[claim_id] = _claim(article, source_id, claim_id, told, english)
        for place in places:
            values[place] = {**_cells(proposals[place], article.language), "claim_id": claim_id}
    dated = said_days.dated(claims.values(), article.language, article.published)
    return list(dated), _with_ids([values[place] for place in range(len(proposals))])


def _sentence(article: Article, proposal: Proposal) -> tuple[int, int]:
    """The paragraph of a proposal and the number of its sentence in it, from 1."""
    from analysis.drafts import sentences

    found = sentences.split(article.paragraphs[proposal.paragraph], article.language)
    before = sum(start <= proposal.start for start, _ in found)
    return proposal.paragraph, max(before, 1)


def _cells(proposal: Proposal, language: str) -> Row:
    """The fields of a proposal; None where it does not say, a minus where it is times less."""
    row = {name: None if cell == "" else cell for name, cell in vars(proposal).items()}
    if _times_less(proposal, language):
        row["printed"] = f"-{proposal.printed}"
    return row


def _times_less(proposal: Proposal, language: str) -> bool:
    """Whether the numeral counts how many times less: a fall that is told as вдвое."""
    if proposal.unit != "times" or proposal.direction != "down" or not proposal.printed:
        return False
    return readings.numeral(proposal.printed, "times", language).value > 1


def _claim(
    article: Article, source_id: str, claim_id: str, told: Sequence[Proposal],
    english: Mapping[str, str],
) -> Row:  # fmt: skip
    """The row of a claim; it is as sure as the least sure of its values."""
    first = told[0]
    rows = [{**_cells(one, article.language), "language": article.language} for one in told]
    by_words = [{**row, "hedge_english": english.get(row["hedge"])} for row in rows]
    same = {one.attribution for one in told} == {first.attribution}
    return {
        "claim_id": claim_id, "source_id": source_id, "paragraph": first.paragraph,
        "fragment": fragments.around(
            article.paragraphs[first.paragraph], *_numeral(article, first)
        ),
        "speaker": first.speaker, "speaker_role": first.speaker_role,
        "speaker_economy": first.speaker_economy,
        "attribution": first.attribution if same else "indirect",
        "topic": first.topic, "summary": summaries.summary(by_words), "read_at_source": True,
        "words": first.words, "confidence": min(one.confidence for one in told),
        "doubts": tuple(dict.fromkeys(doubt for one in told for doubt in one.doubts)),
    }  # fmt: skip


def _numeral(article: Article, proposal: Proposal) -> tuple[int, int]:
    """Where the numeral of a proposal stands, or all of its words where it has none."""
    text = article.paragraphs[proposal.paragraph]
    printed = proposal.printed.lstrip("-−")
    start = text.find(printed, proposal.start, proposal.end) if printed else -1
    return (proposal.start, proposal.end) if start < 0 else (start, start + len(printed))


def _with_ids(values: Sequence[Row]) -> list[Row]:
    """The values with their ids, and parts with those of their wholes."""
    named: dict[str, Row] = {}
    for row in values:
        named[naming.free(naming.value(row["claim_id"], row), named)] = row
    ids = list(named)
    return [
        {**row, "value_id": one, "part_of": None if row["part_of"] is None else ids[row["part_of"]]}
        for one, row in named.items()
    ]


def _unread(found: Iterable[Unread]) -> pd.DataFrame:
    """The numbers that were seen and not proposed, as a frame of UNREAD."""
    import pandas as pd

    cells = [[_text(getattr(one, column)) for column in UNREAD] for one in found]
    return pd.DataFrame(cells, columns=list(UNREAD), dtype="str")
