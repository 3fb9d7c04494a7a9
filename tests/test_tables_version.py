"""The data version names the cells of the tables, and nothing else."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
from conftest import ROOT

from analysis import tables


@pytest.fixture(scope="module")
def data():
    """The shipped tables."""
    return tables.load(ROOT / "data")


def test_the_version_is_the_same_wherever_the_folder_lies(data, tmp_path):
    """A copy of the files has the version of the original."""
    shutil.copytree(ROOT / "data", tmp_path / "elsewhere")

    assert tables.version(tables.load(tmp_path / "elsewhere")) == tables.version(data)


def test_line_ends_and_quotes_do_not_change_the_version(data, tmp_path):
    """What a spreadsheet writes differently and means alike is the same version."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    file = tmp_path / "data" / "claims.csv"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))

    assert tables.version(tables.load(tmp_path / "data")) == tables.version(data)


@pytest.mark.parametrize("name", tables.TABLES)
def test_a_row_more_in_any_table_is_another_version(data, name):
    """Every table counts, one without rows too."""
    frame = getattr(data, name)
    longer = replace(data, **{name: frame.reindex([*frame.index, len(frame)])})

    assert tables.version(longer) != tables.version(data)


def test_a_changed_cell_is_another_version(data):
    """One digit of one number is enough, and so is a cell that moves to the next column."""
    values = data.reported_values
    digit = values.assign(printed=values["printed"].where(values.index > 0, "9"))
    moved = values.rename(columns={"note": "stage", "stage": "note"})

    versions = {
        tables.version(replace(data, reported_values=frame)) for frame in (values, digit, moved)
    }
    assert len(versions) == 3


def test_the_version_is_short_and_plain(data):
    """Twelve hexadecimal digits, the same each time."""
    assert len(tables.version(data)) == 12
    assert int(tables.version(data), 16) >= 0
    assert tables.version(data) == tables.version(data)
