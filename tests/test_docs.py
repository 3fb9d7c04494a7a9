"""The pages of `docs` are what the package writes."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT

from analysis import tables
from analysis.report import documents

DOCS = ROOT / "docs"
PAGES = documents.Documents(tables.load(ROOT / "data"))


@pytest.mark.parametrize("name", documents.NAMES)
def test_a_page_is_up_to_date(name):
    """`make docs` would change nothing."""
    written = (DOCS / f"{name}.md").read_text(encoding="utf-8")

    assert written == PAGES.plain(name), "run `make docs`"


@pytest.mark.parametrize("name", documents.NAMES)
def test_links_between_pages_lead_to_a_file_and_its_heading(name):
    """A link names a page of this folder, and the part behind # one of its headings."""
    links = re.findall(r"\]\(([a-z]+\.md)(?:#([a-z-]+))?\)", PAGES.plain(name))

    for file, heading in links:
        text = (DOCS / file).read_text(encoding="utf-8")
        ids = {documents.slug(line) for line in re.findall(r"^#+ (.*)$", text, re.MULTILINE)}
        assert not heading or heading in ids


@pytest.mark.parametrize("name", documents.NAMES)
def test_markdown_carries_no_markup_of_the_site(name):
    """What readers of the repository see is plain Markdown."""
    assert not re.search(r"<(data|time|div|sup|a)[ >]", PAGES.plain(name))
