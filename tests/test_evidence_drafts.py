"""What `draft` proposes from an article, `evidence` finds in it again."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from conftest import ROOT

from analysis import drafts, evidence

ARTICLES = ROOT / "bench" / "articles" / "tuning"


@pytest.mark.parametrize(
    "name", ["egypt-italy.txt", "roshia-toruko.txt", "rossiya-vetnam.html", "turkiye-georgia.html"]
)
def test_fragments_of_a_draft_are_found_where_it_read_them(name):
    """In the same paragraph, counted by two modules that know nothing of each other."""
    path = ARTICLES / name
    made = drafts.draft(path)
    (source,) = made.sources.to_dict("records")
    form = path.suffix.removeprefix(".").replace("txt", "text")
    text = evidence.document(path.read_text(encoding="utf-8"), source["title"], form)
    claims = made.claims.assign(read_at_source=True)
    folder = SimpleNamespace(
        sources=made.sources, claims=claims, reported_values=made.reported_values
    )

    found = evidence.check(folder, {source["source_id"]: text})

    assert len(found) > 3
    assert set(found["status"]) == {"found"}
    printed = evidence.printed(folder, {source["source_id"]: text})
    assert set(printed["printed_in"]) <= {"fragment", "paragraph"}
