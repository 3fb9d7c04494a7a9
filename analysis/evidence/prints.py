"""Is each document the one that was read?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from analysis.evidence.checking import Folder
from analysis.evidence.documents import Document

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ["source_id", "recorded", "of_text", "fingerprint"]


def fingerprints(data: Folder, texts: Mapping[str, Document]) -> pd.DataFrame:
    """One row a source with a text: whether its fingerprint is the recorded one.

    Columns: source_id, recorded (`text_sha256`, missing where none is), of_text (that of the text
    held), fingerprint (same, differs, not_recorded). Sorted by source_id.
    """
    import pandas as pd

    held = data.sources[data.sources["source_id"].isin(list(texts))]
    rows = (_row(source, texts[source["source_id"]]) for source in held.to_dict("records"))
    return pd.DataFrame(rows, columns=COLUMNS).sort_values("source_id", ignore_index=True)


def _row(source: Mapping[Any, Any], text: Document) -> dict[str, object]:
    recorded = source["text_sha256"] if isinstance(source["text_sha256"], str) else None
    said = "not_recorded" if recorded is None else "differs"
    return {
        "source_id": source["source_id"],
        "recorded": recorded,
        "of_text": text.fingerprint,
        "fingerprint": "same" if recorded == text.fingerprint else said,
    }
