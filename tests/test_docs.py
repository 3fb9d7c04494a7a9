"""The pages that come from the data are what the data say."""

from __future__ import annotations

import importlib.util

import pytest
from conftest import ROOT


@pytest.mark.parametrize("page", ["hedges", "tables"])
def test_a_page_made_from_the_data_is_up_to_date(page):
    """`make docs` would change nothing."""
    spec = importlib.util.spec_from_file_location("make", ROOT / "docs" / "make.py")
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    written = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")

    assert written == getattr(make, f"{page}_page")()
