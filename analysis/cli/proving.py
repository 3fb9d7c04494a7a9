"""`evidence`: fragments and fingerprints against texts that a person holds."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from analysis.cli import lines, options
from analysis.cli.faults import plain_errors, sound_tables

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables

SHOWN = ("status", "claim_id", "sentence")
DIFFERS = "the text has another fingerprint than sources.csv; to record this one, empty that cell"


class Found(NamedTuple):
    """What the texts say: a row a claim, a source and a warning; texts that are no source's."""

    claims: pd.DataFrame
    prints: pd.DataFrame
    warnings: pd.DataFrame
    strangers: list[str]

    def having(self, status: str) -> list[str]:
        """The sources with a claim of this status."""
        return sorted(set(self.claims.loc[self.claims["status"] == status, "source_id"]))


@click.command()
@options.DATA
@click.option("--texts", metavar="DIR", required=True, help="Texts named SOURCE_ID.txt or .html.")
@click.option("--record", is_flag=True, help="Write the fingerprints that sources.csv lacks.")
@options.form("table", "csv", "json")
def evidence(data: str | None, texts: str, record: bool, form: str) -> None:
    """Look for every fragment in the text of its source.

    found: in the paragraph where it was read; moved: in another; ambiguous: in several; changed: in
    none, with the nearest passage; missing: there is no text. Warnings name numerals and hedges
    that their paragraph does not print. Leaves with 1 where a fragment is changed, or a text is not
    the document whose fingerprint is recorded.
    """
    with plain_errors():
        tables = sound_tables(data)
        found = _find(tables, texts)
        if record:
            _record(data, found)
    click.echo(_written(found, form), nl=False)
    _tell(found)
    differs = "differs" in set(found.prints["fingerprint"])
    sys.exit(int(differs or bool(found.having("changed"))))


def _find(tables: Tables, folder: str) -> Found:
    from analysis import evidence as checks

    titles = dict(zip(tables.sources["source_id"], tables.sources["title"], strict=True))
    texts = checks.read(folder, titles)
    if not set(texts) & set(titles):
        raise FileNotFoundError(
            f"no text in {folder} is that of a source: name each SOURCE_ID.txt or SOURCE_ID.html"
        )
    printed = checks.printed(tables, texts)
    return Found(
        checks.check(tables, texts),
        checks.fingerprints(tables, texts),
        printed[printed["sentence"] != ""],
        sorted(set(texts) - set(titles)),
    )


def _record(data: str | None, found: Found) -> None:
    """Write what is not recorded, of texts in which no fragment is looked for in vain."""
    from analysis import tables

    spoilt = found.having("changed")
    new = found.prints["fingerprint"] == "not_recorded"
    sound = found.prints[new & ~found.prints["source_id"].isin(spoilt)]
    prints = dict(zip(sound["source_id"], sound["of_text"], strict=True))
    done = tables.record_fingerprints(prints, data)
    found.prints.loc[found.prints["source_id"].isin(done), "fingerprint"] = "recorded"
    click.echo(f"recorded in sources.csv: {_count(done) or 'nothing'}", err=True)
    if spoilt:
        click.echo(f"not recorded, a fragment is not found: {', '.join(spoilt)}", err=True)


def _written(found: Found, form: str) -> str:
    """The claims with fingerprint and warnings as objects; as lines, the warnings stand below."""
    prints = found.prints.set_index("source_id")["fingerprint"].to_dict()
    warnings = found.warnings.groupby("claim_id")["sentence"].agg(list).to_dict()
    rows = [
        {name: _cell(cell) for name, cell in row.items()}
        | {
            "fingerprint": prints.get(row["source_id"]),
            "warnings": warnings.get(row["claim_id"], []),
        }
        for row in found.claims.to_dict("records")
    ]
    text = lines.written(rows, form, SHOWN)
    return text if form != "table" else text + lines.written(_below(found), form, SHOWN)


def _below(found: Found) -> list[dict[str, Any]]:
    """The warnings and the documents that differ, as lines like those of the claims."""
    warnings = zip(found.warnings["value_id"], found.warnings["sentence"], strict=True)
    differ = found.prints.loc[found.prints["fingerprint"] == "differs", "source_id"]
    rows = [("warning", *row) for row in warnings] + [("differs", key, DIFFERS) for key in differ]
    return [dict(zip(SHOWN, row, strict=True)) for row in rows]


def _cell(cell: Any) -> Any:
    """A cell for JSON: what is missing is null."""
    import pandas as pd

    return None if pd.isna(cell) else cell


def _tell(found: Found) -> None:
    """The sums on standard error, with the sources without a text and the texts of no source."""
    missing, warnings = found.having("missing"), list(found.warnings["value_id"])
    told = {
        "fragments": _sums(found.claims["status"]),
        "fingerprints": _sums(found.prints["fingerprint"]),
        "warnings": str(len(warnings)) if warnings else "",
        "sources without a text": _count(missing),
        "texts of no source": _count(found.strangers),
    }
    for what, words in told.items():
        if words:
            click.echo(f"{what}: {words}", err=True)


def _sums(column: pd.Series) -> str:
    counts = column.value_counts().items()
    return ", ".join(f"{count} {str(status).replace('_', ' ')}" for status, count in counts)


def _count(names: list[str]) -> str:
    return f"{len(names)} ({', '.join(names)})" if names else ""


COMMANDS = (evidence,)
