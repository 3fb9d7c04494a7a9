"""The log of corrections: a table that a folder may lack, held to the cells that it tells of."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis import tables
from analysis.tables import description

HEADER = "date,table,key,column,before,after,reason"
#: The cell holds TASS; the second row corrects what the first one left.
SOUND = (
    "2026-12-01,sources,tass-2019-06-10,publisher,Tass,Itar-Tass,spelling",
    "2026-12-02,sources,tass-2019-06-10,publisher,Itar-Tass,TASS,its name since 2014",
)


def write(folder: Path, *rows: str) -> None:
    """Write the log of a folder."""
    (folder / "corrections.csv").write_text("\n".join([HEADER, *rows, ""]), encoding="utf-8")


def found(folder: Path) -> list[tuple[int, str, str]]:
    """Row, column and rule of each fault, all of them in the log."""
    faults = tables.validate(folder)
    assert set(faults["file"]) <= {"corrections.csv"}
    return list(faults[["row", "column", "rule"]].itertuples(index=False, name=None))


def test_a_folder_without_a_log_is_sound_and_has_no_correction(folder):
    """The file may miss; the frame has its columns and types all the same."""
    (folder / "corrections.csv").unlink()
    log = tables.load(folder).corrections

    assert found(folder) == []
    assert log.empty
    assert ",".join(log.columns) == HEADER
    assert str(log["date"].dtype).startswith("datetime64")


def test_no_log_and_an_empty_one_are_the_same_version(folder):
    """Whether the file is there changes nothing that the data say."""
    with_file = tables.version(tables.load(folder))
    (folder / "corrections.csv").unlink()

    assert tables.version(tables.load(folder)) == with_file


def test_an_older_description_does_not_hide_the_log(folder):
    """A folder whose own description knows no corrections reads them by the shipped one."""
    path = folder / description.FILE
    text = path.read_text(encoding="utf-8")
    start = text.index('    {\n      "name": "corrections"')
    path.write_text(text[:start].rstrip().rstrip(",") + "\n  ]\n}\n", encoding="utf-8")
    write(folder, *SOUND)

    assert "corrections" not in {r["name"] for r in description.package(folder)["resources"]}
    assert found(folder) == []
    assert tables.load(folder).corrections["after"].tolist() == ["Itar-Tass", "TASS"]


def test_a_correction_may_be_corrected_later(folder):
    """Only the last one must be what the cell holds now."""
    write(folder, *SOUND)

    assert found(folder) == []


@pytest.mark.parametrize(
    ("row", "column", "rule", "message"),
    [
        ("2026-12-01,sources,tass-2019-06-10,publisher,Tass,AFP,spelling",
         "after", "corrected cell", "'AFP' is left, and the cell holds 'TASS'"),
        ("2026-12-01,sources,tass-2019-06-10,publisher,TASS,TASS,spelling",
         "after", "corrected cell", "'TASS' stands before and after"),
        ("2026-12-01,sources,tass-1999,publisher,Tass,TASS,spelling",
         "key", "corrected row", "sources.csv has no row 'tass-1999'"),
        ("2026-12-01,sources,tass-2019-06-10,printer,Tass,TASS,spelling",
         "column", "corrected column", "sources.csv has no column 'printer'"),
        ("2026-12-01,gossip,tass-2019-06-10,publisher,Tass,TASS,spelling",
         "table", "list", "'gossip' is none of sources, claims"),
        ("2026-12-01,sources,tass-2019-06-10,publisher,Tass,TASS,",
         "reason", "required", "is empty, and every row needs it"),
        ("2026-13-01,sources,tass-2019-06-10,publisher,Tass,TASS,spelling",
         "date", "type", "is not a day of the calendar"),
    ],
)  # fmt: skip
def test_each_rule_has_its_own_sentence(folder, row, column, rule, message):
    """One wrong row is one fault that says where it stands and both values."""
    write(folder, row)

    assert found(folder) == [(2, column, rule)]
    assert message in tables.validate(folder)["message"][0]


def test_a_chain_that_breaks_is_named_by_its_earlier_end(folder):
    """A later correction begins with what the earlier one left."""
    write(folder, SOUND[0].replace("Itar-Tass", "Itar"), SOUND[1])

    assert found(folder) == [(2, "after", "corrected cell")]
    message = tables.validate(folder)["message"][0]
    assert "'Itar' is left, and the correction of 2026-12-02 begins with 'Itar-Tass'" in message


def test_corrections_stand_in_the_order_of_their_dates(folder):
    """Two rows exchanged are one fault."""
    write(folder, *reversed(SOUND))

    assert (3, "date", "row order") in found(folder)


def test_a_key_of_several_columns_is_joined_and_keeps_its_empty_parts(folder):
    """The way to a statistic is its whole key; an emptied cell is after nothing."""
    data = tables.load(folder)
    key = data.statistics.iloc[0]
    names = description.schemas(folder)["statistics"]["primaryKey"]
    days = {name: f"{key[name]:%Y-%m-%d}" for name in ("period_start", "period_end")}
    parts = [days.get(name, "" if key[name] != key[name] else key[name]) for name in names]
    joined = "|".join(map(str, parts))
    write(folder, f'2026-12-01,statistics,"{joined}",printed,1.0,{key["printed"]},misread')

    assert "||" in joined
    assert found(folder) == []


def test_an_unreadable_table_brings_up_no_fault_in_the_log(folder):
    """What cannot be read proves nothing about its corrections."""
    write(folder, *SOUND)
    (folder / "sources.csv").write_bytes(b"")

    assert set(tables.validate(folder)["file"]) == {"sources.csv"}


def test_the_shipped_log_has_no_row(data):
    """Nothing that was published has been corrected yet."""
    assert data.corrections.empty
