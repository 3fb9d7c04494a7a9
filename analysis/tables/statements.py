"""Reported values joined with the claims and sources that they stand in."""

from __future__ import annotations

import pandas as pd

from analysis import readings
from analysis.tables.reading import Tables

FROM_CLAIMS = [
    "claim_id", "source_id", "paragraph", "fragment", "speaker", "speaker_role", "speaker_economy",
    "attribution", "said_on", "topic", "summary", "repeats", "repeats_inferred", "disputes",
]  # fmt: skip
FROM_SOURCES = ["source_id", "kind", "publisher", "title", "url", "published", "language"]


def statements(tables: Tables) -> pd.DataFrame:
    """One row a reported value whose claim was read at its source, sorted by value_id.

    All columns of `reported_values`, with those of its claim (speaker, fragment, repeats, ...) and
    of its source (kind, publisher, url, published, language), and hedge_english: the hedge in
    plain English, whatever the language of the source. A value whose claim was not read at
    its source is left out: no chart, check or count uses it.
    """
    words = readings.english(tables.hedges)
    read = tables.claims[tables.claims["read_at_source"].fillna(False)]
    return (
        tables.reported_values.merge(read[FROM_CLAIMS], on="claim_id", validate="many_to_one")
        .merge(tables.sources[FROM_SOURCES], on="source_id", validate="many_to_one")
        .assign(hedge_english=lambda f: f["hedge"].map(words).astype("str"))
        .sort_values("value_id", ignore_index=True)
    )
