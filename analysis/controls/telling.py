"""What a choice of value, reading and definitions says: interval, verdict, definitions, chart."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis import evidence, labels, outputs, readings
from analysis.charts import cards, results, value_readings
from analysis.charts.annotations import record, stamp
from analysis.controls.choosing import TERMS, Prepared, definitions_of, term_choice, terms

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Chosen = Mapping[str, Collection[str]]
#: What a definition's row is told by beside its terms.
GIVES, FITS = "gives", "fits"
COMPARED = (
    "value_id", "printed", "reading", "allows", "interval", "verdict", "reason_code", "sentence",
)  # fmt: skip


@dataclass(frozen=True)
class Told:
    """What a choice says.

    value_id, reading, printed (the number with its hedge), allowed (the range in words, empty where
    nothing is bounded), interval (the range as mathematicians write it), verdict, reason_code and
    sentence of the value (its primary definitions decide, whatever is chosen), fit (how the chosen
    definitions fare, a sentence), definitions (the chosen ones in words, a row each), caption (what
    these are, with the sources of their statistics), source and link (to the very words), and
    computed (the chosen definitions as `checks` gives them).
    """

    value_id: str
    reading: str
    printed: str
    allowed: str
    interval: str
    verdict: str
    reason_code: str
    sentence: str
    fit: str
    definitions: pd.DataFrame
    caption: str
    source: str
    link: str
    computed: pd.DataFrame

    @property
    def rows(self) -> pd.DataFrame:
        """The choice as a table: value_id, what is told, and the words."""
        told = {
            "reading": self.reading, "allows": self.allowed or "any number",
            "interval": self.interval, "verdict": labels.plain(self.verdict),
            "why": self.sentence, "definitions": self.fit, "source": self.source,
        }  # fmt: skip
        return pd.DataFrame(
            {"value_id": self.value_id, "what": list(told), "told": list(told.values())}
        )

    def _repr_mimebundle_(self, **given: object) -> object:
        shown = outputs.table(self.rows, f"What {self.printed} says", ["what", "told"])
        return shown._repr_mimebundle_(**given)


def told(
    prepared: Prepared, value_id: str, reading: str = readings.DEFAULT_READING,
    definitions: Chosen | None = None,
) -> Told:  # fmt: skip
    """What the tables say of a value under a reading, and what the chosen definitions give.

    `definitions` maps a term of `terms` to the choices that are kept; a term that is left out keeps
    all of them.

    Raises ValueError for a value, a reading, a term or a choice that there is not.
    """
    row, verdict = _rows(prepared, value_id, reading)
    own = definitions_of(prepared, value_id, reading)
    kept = own[_kept(own, definitions or {}, terms(prepared, value_id))]
    ends = (row[end] for end in ("lower", "upper", "lower_closed", "upper_closed"))
    return Told(
        value_id, reading, labels.value(row), readings.words(row), labels.interval(*ends),
        verdict["verdict"], verdict["reason_code"], verdict["sentence"], fit(kept, len(own)),
        in_words(row, kept), caption(row, kept, len(own), prepared.data.sources),
        labels.source_line(row), evidence.link(row["url"], row["fragment"]), kept,
    )  # fmt: skip


def compared(prepared: Prepared, value_id: str) -> pd.DataFrame:
    """What a value says under each reading, a row each.

    value_id, printed, reading, allows (the range in words), interval, verdict, reason_code and
    sentence. An empty value_id, the `first` of data without values, gives no row.
    """
    every = [told(prepared, value_id, name) for name in prepared.stated if value_id]
    rows = [
        (one.value_id, one.printed, one.reading, one.allowed, one.interval,
         labels.plain(one.verdict), one.reason_code, one.sentence)
        for one in every
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(COMPARED))


def definitions(
    prepared: Prepared, value_id: str, reading: str = readings.DEFAULT_READING
) -> pd.DataFrame:
    """The definitions of a value in words, a row each, as `Told.definitions`.

    An empty value_id, the `first` of data without values, gives no row.
    """
    return told(prepared, value_id, reading).definitions if value_id else pd.DataFrame()


def _rows(prepared: Prepared, value_id: str, reading: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The statement and its verdict."""
    if reading not in prepared.stated:
        raise ValueError(f"the reading {reading!r} is none of {', '.join(prepared.stated)}")
    stated = prepared.stated[reading]
    if value_id not in stated.index:
        raise ValueError(f"no value {value_id!r} can be chosen: take a value_id of `options`")
    rows = (frame.loc[value_id].to_dict() for frame in (stated, prepared.summary[reading]))
    row, verdict = ({str(name): cell for name, cell in one.items()} for one in rows)
    return row, verdict


def _kept(own: pd.DataFrame, chosen: Chosen, offered: Mapping[str, tuple[str, ...]]) -> pd.Series:
    """Which definitions have a chosen text under every term."""
    found = pd.Series(True, index=own.index)
    for term, texts in chosen.items():
        there = offered.get(term)
        if there is None:
            raise ValueError(f"no term {term!r} can be chosen: take one of {', '.join(offered)}")
        unknown = sorted(set(texts) - set(there))
        if unknown:
            raise ValueError(f"{term} is never {unknown[0]!r}: take one of {', '.join(there)}")
        found &= own[term].isin(list(texts))
    return found


def fit(kept: pd.DataFrame, every: int) -> str:
    """How the chosen definitions fare, as a sentence."""
    if not every:
        return "The number has no definition that a statistic could meet."
    computed = kept.dropna(subset=["central"])
    chosen = f"{_share(len(kept), every)} chosen"
    if computed.empty:
        return f"{chosen}; none of them can be computed from the tables."
    met = int(computed["meets"].eq(True).sum())
    return f"{chosen}; {len(computed)} can be computed, and {met or 'none'} of these " + (
        "fit." if met > 1 else "fits."
    )


def _share(kept: int, every: int) -> str:
    return f"{kept} of {every} definitions" if every > 1 else f"{kept} of one definition"


def in_words(row: Mapping[str, Any], kept: pd.DataFrame) -> pd.DataFrame:
    """The chosen definitions in words: their terms, what they give, whether that fits.

    value_id, the terms that some definition states, what it gives and whether that fits.
    """
    unit = results.Unit.of(row, pd.Series([row["central"], *kept["central"]]))
    shown = [term for term in TERMS if kept[term].ne("").any()]
    columns = {TERMS[term]: [term_choice(term, text) for text in kept[term]] for term in shown}
    given = [unit.long(x) if pd.notna(x) else "not computed" for x in kept["central"]]
    fits = [_fits(one) for one in _dicts(kept)]
    own = {"value_id": [row["value_id"]] * len(kept)}
    return pd.DataFrame({**own, **columns, GIVES: given, FITS: fits})


def _fits(definition: Mapping[str, Any]) -> str:
    if pd.isna(definition["central"]):
        return labels.plain(definition["reason_code"])
    return labels.plain(definition["verdict"])


def _dicts(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(k): v for k, v in row.items()} for row in frame.to_dict("records")]


def caption(row: Mapping[str, Any], kept: pd.DataFrame, every: int, sources: pd.DataFrame) -> str:
    """What the table of definitions shows, and where its statistics come from."""
    ids = sorted({source for ids in kept["source_ids"] for source in ids})
    publishers = sources.set_index("source_id")["publisher"].reindex(ids).fillna("").to_dict()
    named = [f"{publishers[key]} ({key})" if publishers[key] else key for key in ids]
    origin = f"statistics: {', '.join(named)}" if named else "no statistic was found"
    return f"What {labels.value(row)} could count: {_share(len(kept), every)}; {origin}"


def draw(prepared: Prepared, choice: Told, width: str = "column") -> Axes:
    """The chart of a choice: the value under every reading, beside what its definitions give."""
    data, basis = prepared.data, prepared.basis[choice.reading]
    every = pd.concat([frame.loc[[choice.value_id]] for frame in prepared.stated.values()])
    ax = value_readings.value_readings(
        every, choice.computed, choice.value_id, reading=choice.reading,
        sources=data.sources, statistics=data.statistics, width=width,
    )  # fmt: skip
    rows = record(ax).rows
    rows = rows.assign(**cards.judged(rows, basis))
    stamp(ax, data_version=basis.version, reading=basis.reading, rows=rows)
    return ax
