"""`evidence --texts DIR`, run as a person runs it, and fingerprints written in place."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis import evidence, tables
from analysis.cli import main

SOURCES = '''source_id,kind,publisher,title,url,archive_url,published,accessed,language,repeats,\
text_sha256,note\r
a-1,news,"The ""Daily""",Trade grows,,,2018-05-01,,en,,,"two
lines"\r
b-1,news,Daily,,,,,,en,,{print_},\r
c-1,news,Daily,,,,,,en,,,\r
'''
CLAIMS = """claim_id,source_id,paragraph,fragment,speaker,speaker_role,speaker_economy,attribution,\
said_on,topic,summary,repeats,repeats_inferred,disputes,read_at_source,note
a-growth,a-1,1,grew by 17% in 2018,,,,,,trade,Growth.,,,,true,
b-growth,b-1,1,fell by 3%,,,,,,trade,Fall.,,,,true,
c-growth,c-1,1,stood still,,,,,,trade,Nothing.,,,,true,
"""
FOUND = "Trade grows\n\nTrade grew by 17% in 2018.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A sound folder with three sources; the second has the fingerprint of another text."""
    place = Path(shutil.copytree(ROOT / "data", tmp_path / "data"))
    for name in tables.TABLES:
        header = (place / f"{name}.csv").read_text(encoding="utf-8").splitlines()[0]
        (place / f"{name}.csv").write_text(header + "\n", encoding="utf-8")
    (place / "claims.csv").write_text(CLAIMS, encoding="utf-8")
    sources = SOURCES.format(print_=evidence.fingerprint("Fell by 3%."))
    (place / "sources.csv").write_bytes(sources.encode())
    return place


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Texts of the first two sources, as they were read."""
    place = tmp_path / "texts"
    place.mkdir()
    (place / "a-1.txt").write_text(FOUND, encoding="utf-8")
    (place / "b-1.txt").write_text("Trade fell by 3%.", encoding="utf-8")
    return place


def run(folder: Path, texts: Path, *options: str) -> Result:
    """The command with the folder and the texts."""
    return CliRunner().invoke(
        main, ["evidence", "--data", str(folder), "--texts", str(texts), *options]
    )


def objects(done: Result) -> dict[str, dict[str, Any]]:
    """The JSON of a run by claim_id."""
    return {one["claim_id"]: one for one in json.loads(done.stdout)}


def recorded(folder: Path) -> list[str]:
    """The fingerprints of a folder, empty where there is none."""
    return tables.load(folder).sources["text_sha256"].fillna("").tolist()


def test_a_fingerprint_that_differs_leaves_with_1(folder, texts):
    """Every fragment is told, and that the text is another; the missing source is counted."""
    done = run(folder, texts)

    assert done.exit_code == 1
    assert "found  a-growth\n    found in paragraph 1\n" in done.stdout
    assert "differs  b-1\n" in done.stdout
    assert "missing  c-growth\n" in done.stdout
    assert "fragments: 2 found, 1 missing\n" in done.stderr
    assert "sources without a text: 1 (c-1)\n" in done.stderr


def test_found_fragments_and_missing_texts_leave_with_0(folder, texts):
    """A moved or ambiguous fragment is still there, and so is one whose text is not held."""
    (texts / "b-1.txt").unlink()
    (texts / "a-1.txt").write_text("Trade grows\n\nIt grew.\n\nIt grew by 17% in 2018.\n")

    done = run(folder, texts)

    assert done.exit_code == 0
    assert "moved  a-growth\n    read in paragraph 1, stands in paragraph 2" in done.stdout


def test_a_changed_fragment_leaves_with_1(folder, texts):
    """The object says what is there instead, in the original's own words."""
    (texts / "a-1.txt").write_text(FOUND.replace("17", "18"), encoding="utf-8")
    (texts / "b-1.txt").unlink()

    done = run(folder, texts, "--format", "json")
    row = objects(done)["a-growth"]

    assert done.exit_code == 1
    assert (row["status"], row["words"]) == ("changed", "grew by 18% in 2018")
    assert row["difference"] == "“18%” for “17%”"
    assert objects(done)["c-growth"]["words"] is None


def test_csv_has_a_row_for_each_claim(folder, texts):
    """The same objects with a header."""
    done = run(folder, texts, "--format", "csv")

    assert done.stdout.splitlines()[0].startswith("claim_id,source_id,paragraph,fragment,status,")
    assert len(done.stdout.splitlines()) == 4


def test_fingerprints_are_recorded_where_none_is(folder, texts):
    """One that differs is kept, and every other byte of the file is as it was."""
    path = folder / "sources.csv"
    before = path.read_bytes()

    done = run(folder, texts, "--record")

    new = evidence.fingerprint(FOUND)
    assert path.read_bytes() == before.replace(b",en,,,", f",en,,{new},".encode(), 1)
    assert recorded(folder) == [new, evidence.fingerprint("Fell by 3%."), ""]
    assert "recorded in" in done.stderr
    assert sorted(folder.glob(".*")) == []
    assert objects(run(folder, texts, "--format", "json"))["a-growth"]["fingerprint"] == "same"


def test_a_text_without_its_fragment_is_not_recorded(folder, texts):
    """It is not the document that was read; the message says so."""
    (texts / "a-1.txt").write_text("Another text.", encoding="utf-8")

    done = run(folder, texts, "--record")

    assert recorded(folder)[0] == ""
    assert "not recorded, a fragment is not found: a-1" in done.stderr


@pytest.mark.parametrize(
    "before",
    [
        "source_id,text_sha256\na,\nb,",
        "source_id,text_sha256\nb,\na,",
        'source_id,text_sha256,note\r\n"a","","x, ""y""\r\nz"\r\nb,,\r\n',
        "\ufefftext_sha256,source_id\n,a\n\n,b\n",
    ],
)
def test_only_the_empty_cells_of_a_file_are_written(tmp_path: Path, before: str):
    """Quoted cells, line breaks in cells, a byte order mark, blank lines and no last line feed."""
    path = tmp_path / "sources.csv"
    path.write_bytes(before.encode())

    done = tables.record_fingerprints({"a": "1f", "x": "2f"}, tmp_path)

    after = path.read_bytes().decode()
    assert done == ["a"]
    assert after.count("1f") == 1
    assert after.replace('""', "").replace("1f", "") == before.replace('""', "")
    assert tables.record_fingerprints({"a": "3f"}, tmp_path) == []
    assert path.read_bytes().decode() == after


def test_several_cells_are_written_each_in_its_row(tmp_path: Path):
    """Longer cells before do not shift those behind."""
    path = tmp_path / "sources.csv"
    path.write_text("text_sha256,source_id\n,a\nold,b\n,c\n")

    done = tables.record_fingerprints({"c": "new-c", "b": "new-b", "a": "new-a"}, tmp_path)

    assert done == ["a", "c"]
    assert path.read_text() == "text_sha256,source_id\nnew-a,a\nold,b\nnew-c,c\n"


CELLS = st.lists(st.sampled_from(["a", '"', ",", "\n", "\r\n", " ", "é"]), max_size=4).map("".join)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.tuples(CELLS, CELLS, st.sampled_from(["", "old"])), max_size=6),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_whatever_a_table_holds_only_empty_cells_are_filled(tmp_path, rows, ending, quoting):
    """Read by the standard library before and after, the tables differ in these cells alone."""
    named = [(f"s{n}", *row) for n, row in enumerate(rows)]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator=ending, quoting=quoting)
    writer.writerows([("source_id", "title", "note", "text_sha256"), *named])
    path = tmp_path / "sources.csv"
    path.write_bytes(text.getvalue().encode())

    done = tables.record_fingerprints({row[0]: f"new {row[0]}" for row in named}, tmp_path)

    after = list(csv.reader(io.StringIO(path.read_bytes().decode(), newline="")))[1:]
    assert done == [row[0] for row in named if not row[3]]
    assert after == [[*row[:3], row[3] or f"new {row[0]}"] for row in named]


def test_a_file_without_the_columns_is_left_as_it_is(tmp_path: Path):
    """The error says what is missing."""
    (tmp_path / "sources.csv").write_text("source_id,note\na,b\n")

    with pytest.raises(ValueError, match=r"sources\.csv has no column source_id or text_sha256"):
        tables.record_fingerprints({"a": "1f"}, tmp_path)


def test_wrong_usage_leaves_with_2(folder, texts, tmp_path: Path):
    """No folder of texts, none that is there, and none of a source."""
    (tmp_path / "empty").mkdir()

    assert CliRunner().invoke(main, ["evidence", "--data", str(folder)]).exit_code == 2
    absent, empty = run(folder, tmp_path / "absent"), run(folder, tmp_path / "empty")
    assert (absent.exit_code, empty.exit_code) == (2, 2)
    assert "no folder of texts at" in absent.stderr
    assert "name each SOURCE_ID.txt or SOURCE_ID.html" in empty.stderr
