"""What there is to choose: values judged under each reading, and the terms of definitions."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis import labels, readings
from analysis.charts import choosing
from analysis.charts.judging import Basis
from analysis.tables import Tables, statements

#: The words for whether a definition decides the verdict.
ROLE = "role"
DECIDES, EXPLAINS = "decides", "only explains"
#: The terms of a definition that can be chosen, in order, with their words.
TERMS = {**choosing.TERMS, ROLE: "in the verdict"}


@dataclass(frozen=True)
class Prepared:
    """A data folder with every value judged under each reading.

    `listed` is what `options` gives. By reading: `basis` (what charts are drawn from), and by
    value_id in the index `stated` (statements with their intervals), `summary` (the verdict on
    each value) and `definitions` (with `role` added).
    """

    data: Tables
    listed: pd.DataFrame
    basis: dict[str, Basis]
    stated: dict[str, pd.DataFrame]
    summary: dict[str, pd.DataFrame]
    definitions: dict[str, pd.DataFrame]

    @property
    def first(self) -> str:
        """The value that controls open with: the one with most computed definitions.

        Among equals the first by its name; empty where the data hold none.
        """
        if self.listed.empty:
            return ""
        computed = self.definitions[readings.DEFAULT_READING]["central"].notna()
        counts = computed.groupby(level=0, sort=True).sum()
        return str(counts.idxmax()) if len(counts) else str(min(self.listed["value_id"]))


def prepare(data: Tables) -> Prepared:
    """The data with every value judged once under each reading.

    Raises ValueError where a numeral or a hedge cannot be read.
    """
    basis = {reading: Basis(data, reading) for reading in readings.READINGS}
    return Prepared(
        data,
        _listed(statements(data)),
        basis,
        {name: _by_value(one.statements) for name, one in basis.items()},
        {name: _by_value(one.verdicts.summary) for name, one in basis.items()},
        {name: _by_value(_with_role(one.verdicts.definitions)) for name, one in basis.items()},
    )


def _by_value(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.set_index("value_id", drop=False).rename_axis(None)


def _with_role(definitions: pd.DataFrame) -> pd.DataFrame:
    decides = definitions["primary"].astype(bool)
    return definitions.assign(**{ROLE: decides.map({True: DECIDES, False: EXPLAINS}).astype(str)})


def _listed(said: pd.DataFrame) -> pd.DataFrame:
    rows = [{str(k): v for k, v in row.items()} for row in said.to_dict("records")]
    frame = said[["value_id", "speaker", "said_on"]].assign(
        label=pd.Series([_label(row) for row in rows], index=said.index, dtype=str)
    )
    return frame.sort_values(["label", "value_id"], key=_folded, ignore_index=True)


def _folded(column: pd.Series) -> pd.Series:
    return column.fillna("").str.casefold()


def _label(row: dict[str, object]) -> str:
    """A value for a list: speaker, number, what it is about, when it was said, by whom printed."""
    named = [row["speaker"], labels.value(row), _about(row), labels.source_line(
        {**row, "speaker": None, "speaker_role": None}
    )]  # fmt: skip
    parts = [" ".join(part.split()) for part in named if isinstance(part, str) and part]
    return " · ".join(parts)


def _about(row: dict[str, object]) -> str:
    """What a value is about: flow or thing counted, measure and period."""
    counted = row["counted"] if isinstance(row["counted"], str) else ""
    flow = row["flow"] if isinstance(row["flow"], str) else ""
    when = labels.period(row["period_start"], row["period_end"]) or labels.day(row["as_of"])
    measure = "" if row["measure"] in ("level", "count", "ordinal") else row["measure"]
    return " ".join(w for w in (labels.counted(counted) or flow, str(measure), when) if w)


def options(prepared: Prepared) -> pd.DataFrame:
    """The values that can be chosen, a row each, sorted by label.

    value_id, speaker, said_on (the day of speaking in ISO 8601, missing where it is unknown), label
    (speaker, number as printed, what it is about, publisher and date). Labels may repeat, value_ids
    do not.
    """
    return prepared.listed


def matching(prepared: Prepared, words: str) -> pd.DataFrame:
    """The options that hold every one of the words in their label or value_id, upper or lower case.

    All of them where there is no word.
    """
    listed = prepared.listed
    text = (listed["label"] + " " + listed["value_id"]).astype(str).str.casefold()
    found = pd.Series(True, index=listed.index)
    for word in words.casefold().split():
        found &= text.str.contains(word, regex=False)
    return listed[found]


def terms(prepared: Prepared, value_id: str) -> dict[str, tuple[str, ...]]:
    """What can be chosen among the definitions of a value: term -> its choices, sorted.

    Only terms in which the definitions differ; an empty text stands for what is not stated. Empty
    where the value has no definition or only one.
    """
    own = definitions_of(prepared, value_id, readings.DEFAULT_READING)
    found = {term: tuple(sorted(set(own[term]))) for term in TERMS}
    return {term: choices for term, choices in found.items() if len(choices) > 1}


def definitions_of(prepared: Prepared, value_id: str, reading: str) -> pd.DataFrame:
    """The definitions of a value under a reading, in the order of `checks`."""
    every = prepared.definitions[reading]
    return every[every.index == value_id]


def term_choice(term: str, text: str) -> str:
    """A choice of a term in words."""
    return text if term == ROLE else choosing.choice(term, text)
