"""Writes the pages of this folder, and the picture of the README.

`make docs` runs it. The texts and what computes their numbers are part of the package, which shows
the same pages in the site; a test holds the files here to what it would write.
"""

from __future__ import annotations

from pathlib import Path

from analysis import charts, tables
from analysis.report import documents

DOCS = Path(__file__).parent
DATA = DOCS.parent / "data"


def main() -> None:
    """Every page as Markdown, and the chart that the README shows."""
    data = tables.load(DATA)
    pages = documents.Documents(data)
    for name in documents.NAMES:
        (DOCS / f"{name}.md").write_text(pages.plain(name), encoding="utf-8", newline="\n")
    charts.save(charts.draw("project_counts", data), DOCS, ("png",))


if __name__ == "__main__":
    main()
