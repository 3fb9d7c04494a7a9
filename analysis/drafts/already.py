"""What a data folder holds of an article, so that a later draft proposes only what is new."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from analysis.drafts.proposals import Draft
    from analysis.tables import Tables

PLACES = ["claim_id", "source_id", "paragraph"]
#: Two numbers in one paragraph are the same where these agree.
SAME = ("paragraph", "printed", "unit", "measure", "flow", "counted", "direction")


def source_id(known: Tables, row: Mapping[str, Any]) -> str | None:
    """The id of the same document: by fingerprint or address, else publisher, title and day."""
    frame = known.sources
    told = ["publisher", "title", "published"]
    for columns in (["text_sha256"], ["url"], told if all(row[c] for c in told) else []):
        alike = frame
        for column in columns:
            alike = alike[alike[column] == row[column]]
        if columns and row[columns[0]] and len(alike):
            return str(alike["source_id"].iloc[0])
    return None


def only_new(draft: Draft, known: Tables) -> Draft:
    """The draft without the source, claims and values that stand in the folder.

    A claim there is the same by its id, or by its paragraph and fragment; a value by its id, or by
    paragraph, numeral, unit, measure and flow. What remains points to the ids of the folder.
    """
    claims, values = _same_claims(draft, known), _same_values(draft, known)
    new = draft.reported_values[~draft.reported_values["value_id"].isin(values)]
    new = new.assign(
        claim_id=new["claim_id"].replace(claims), part_of=new["part_of"].replace(values)
    )
    own = draft.claims[~draft.claims["claim_id"].isin(claims)]
    sources = draft.sources[~draft.sources["source_id"].isin(known.sources["source_id"])]
    return replace(
        draft,
        sources=sources.reset_index(drop=True),
        claims=own[own["claim_id"].isin(new["claim_id"])].reset_index(drop=True),
        reported_values=new.reset_index(drop=True),
    )


def pairs(data: str | os.PathLike[str]) -> set[frozenset[str]]:
    """The pairs of economies that the values of a data folder are about; one that cannot be read
    has none."""
    from analysis import places
    from analysis.tables import appending

    try:
        rows = appending.records("reported_values", places.folder(data))
    except (OSError, ValueError):
        return set()
    both = ((row.get("economy"), row.get("partner")) for row in rows)
    return {frozenset((one, other)) for one, other in both if one and other}


def confirmed_pairs(draft: Draft) -> set[frozenset[str]]:
    """The pairs of economies that the confirmed values of a draft are about."""
    values = draft.reported_values
    yes = values["confirm"].str.strip().str.casefold() == "yes"
    told = values.loc[yes, ["economy", "partner"]].dropna()
    return {frozenset(pair) for pair in told.itertuples(index=False, name=None)}


def _same_claims(draft: Draft, known: Tables) -> dict[str, str]:
    """The id of a claim in the draft -> that of the same claim in the folder."""
    there = known.claims[known.claims["source_id"].isin(draft.claims["source_id"])]
    ids = {claim: claim for claim in there["claim_id"]}
    places = dict(zip(_keys(there, ("paragraph", "fragment")), there["claim_id"], strict=True))
    found = zip(
        _keys(draft.claims, ("paragraph", "fragment")), draft.claims["claim_id"], strict=True
    )
    pairs = ((claim, ids.get(claim) or places.get(key)) for key, claim in found)
    return {claim: same for claim, same in pairs if same}


def _same_values(draft: Draft, known: Tables) -> dict[str, str]:
    """The id of a value in the draft -> that of the same value in the folder."""
    there, mine = (
        values.merge(claims[PLACES], on="claim_id")
        for values, claims in (
            (known.reported_values, known.claims),
            (draft.reported_values, draft.claims),
        )
    )
    there = there[there["source_id"].isin(mine["source_id"])]
    ids = {value: value for value in there["value_id"]}
    places = dict(zip(_keys(there, SAME), there["value_id"], strict=True))
    found = zip(_keys(mine, SAME), mine["value_id"], strict=True)
    pairs = ((value, ids.get(value) or places.get(key)) for key, value in found)
    return {value: same for value, same in pairs if same}


def _keys(frame: pd.DataFrame, columns: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The cells of the columns, a tuple a row; what is missing is empty."""
    text = frame[list(columns)].astype("str").fillna("")
    return list(text.itertuples(index=False, name=None))
