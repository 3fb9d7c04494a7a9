"""What a person confirmed is added to a data folder: all of it, as edited, or nothing."""

import csv
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import draft_cases as cases
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import drafts, tables
from analysis.drafts import editing

ALL = [cases.GROWTH, cases.LEVEL, cases.PART, cases.WHOLE, cases.SHARE]
FRAMES = ("sources", "claims", "reported_values", "unread")


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that was just started, its examples among the rows."""
    return tables.start(tmp_path_factory.mktemp("started") / "data", created=date(2026, 11, 22))


@pytest.fixture
def data(started: Path, tmp_path: Path) -> Path:
    """A copy of it to add to."""
    return Path(shutil.copytree(started, tmp_path / "data"))


def states(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def faults(draft: drafts.Draft | Path, data: Path) -> list[tuple[object, ...]]:
    """File, row, column and rule of each fault; the folder must stay as it was."""
    before = states(data)
    with pytest.raises(drafts.FaultyDraftError, match="Nothing was written") as refused:
        drafts.add(draft, data)
    assert states(data) == before
    return refused.value.faults[["file", "row", "column", "rule"]].to_numpy().tolist()


def test_a_draft_comes_back_from_its_files_as_it_was(tmp_path: Path) -> None:
    """Nothing is lost, and nothing is anything but text or missing."""
    made = cases.draft()
    paths = drafts.write(made, tmp_path / "draft")
    back = drafts.opened(tmp_path / "draft")

    assert [path.name for path in paths] == [f"{name}.csv" for name in FRAMES]
    for name in FRAMES:
        pd.testing.assert_frame_equal(getattr(back, name), getattr(made, name))


@settings(max_examples=10)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Formulas, apostrophes, quotation marks, semicolons and every script."""
    made = cases.draft()
    made = replace(made, claims=made.claims.assign(note=text, summary=f"={text}"))
    folder = tmp_path_factory.mktemp("texts") / "draft"
    drafts.write(made, folder)

    pd.testing.assert_frame_equal(drafts.opened(folder).claims, made.claims)


def test_the_files_are_for_spreadsheets(tmp_path: Path) -> None:
    """A byte order mark before the header, the answer in the first column, no formula."""
    made = cases.draft()
    made = replace(made, claims=made.claims.assign(note="=1+1"))
    drafts.write(made, tmp_path / "draft")
    text = (tmp_path / "draft" / "claims.csv").read_bytes()

    assert text.startswith(b"\xef\xbb\xbfconfirm,")
    assert b",'=1+1\n" in text


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_files_that_a_spreadsheet_saved_are_read(tmp_path: Path, delimiter: str) -> None:
    """Semicolons or tabs, CR LF, rows of empty cells at the end."""
    made = cases.draft()
    drafts.write(made, tmp_path / "draft")
    for path in (tmp_path / "draft").iterdir():
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=delimiter).writerows([*rows, [""] * len(rows[0])])

    pd.testing.assert_frame_equal(drafts.opened(tmp_path / "draft").claims, made.claims)


def test_nobodys_answers_are_overwritten(tmp_path: Path) -> None:
    """A folder with something in it is refused, and nothing is left beside it."""
    drafts.write(cases.draft(), tmp_path / "draft")
    before = states(tmp_path / "draft")

    with pytest.raises(FileExistsError, match="holds something already"):
        drafts.write(cases.draft(), tmp_path / "draft")
    assert states(tmp_path / "draft") == before
    assert [path.name for path in tmp_path.iterdir()] == ["draft"]


def test_a_spoilt_file_is_told_by_name(tmp_path: Path) -> None:
    """Missing, not UTF-8, other columns, uneven rows."""
    drafts.write(cases.draft(), tmp_path / "draft")
    path = tmp_path / "draft" / "claims.csv"
    whole = path.read_bytes()
    for content, message in (
        (
            whole.replace(b"speaker_role", b"role", 1),
            "claims.csv: its columns differ .missing: speaker_role; too many: role",
        ),
        (whole + b"yes,1\n", "claims.csv, row 5: not as many cells"),
        (whole + b"\xff", "claims.csv: not UTF-8"),
    ):
        path.write_bytes(content)
        with pytest.raises(ValueError, match=message):
            drafts.opened(tmp_path / "draft")
    path.unlink()
    with pytest.raises(FileNotFoundError, match=r"no file at .*claims\.csv"):
        drafts.opened(tmp_path / "draft")


def test_what_is_confirmed_is_added_and_the_folder_stays_sound(data: Path) -> None:
    """All five values with their three claims and the source, in a folder without a fault."""
    added = drafts.add(drafts.confirm(cases.draft()), data)

    assert added == drafts.Added(1, 3, 5, already=0, open=0)
    assert len(tables.validate(data)) == 0
    known = tables.statements(tables.load(data)).set_index("value_id")
    assert set(ALL) <= set(known.index)
    assert known.loc[cases.GROWTH, ["printed", "value", "publisher"]].to_list() == [
        "17.10", 17.1, "The Courier",
    ]  # fmt: skip


def test_only_what_is_confirmed_comes_and_brings_what_it_stands_in(data: Path) -> None:
    """One value: its claim and source with it, no other claim; the rest is open."""
    added = drafts.add(drafts.confirm(cases.draft(), [cases.LEVEL]), data)

    assert added == drafts.Added(1, 1, 1, already=0, open=4)


def test_nothing_confirmed_adds_nothing(data: Path) -> None:
    """An open draft leaves the folder as it is."""
    before = states(data)

    assert drafts.add(cases.draft(), data) == drafts.Added(0, 0, 0, already=0, open=5)
    assert states(data) == before


def test_an_unknown_id_cannot_be_confirmed() -> None:
    """The ids are those of the proposed values."""
    with pytest.raises(KeyError, match="the draft has no value nowhere"):
        drafts.confirm(cases.draft(), ["nowhere"])


def test_what_is_edited_is_kept(tmp_path: Path, data: Path) -> None:
    """A corrected cell is what the data folder gets."""
    drafts.write(cases.draft(), tmp_path / "draft")
    cases.edited(
        tmp_path / "draft", "reported_values", 3, confirm=" Yes", currency="USD", note="checked"
    )
    cases.edited(tmp_path / "draft", "claims", 2, speaker_role="minister of trade")
    cases.edited(tmp_path / "draft", "sources", 2, kind="interview")
    drafts.add(tmp_path / "draft", data)
    found = tables.statements(tables.load(data)).set_index("value_id").loc[cases.LEVEL]

    assert (found["note"], found["speaker_role"], found["kind"]) == (
        "checked", "minister of trade", "interview",
    )  # fmt: skip


def test_every_fault_is_listed_where_it_can_be_mended(tmp_path: Path, data: Path) -> None:
    """Rows of the draft by their file and row there; nothing is written."""
    drafts.write(drafts.confirm(cases.draft()), tmp_path / "draft")
    cases.edited(tmp_path / "draft", "reported_values", 2, unit="USD", flow="exprts")
    cases.edited(
        tmp_path / "draft", "claims", 3, fragment="one two three four five six seven eight nine"
    )
    cases.edited(tmp_path / "draft", "sources", 2, publisher="")

    assert faults(tmp_path / "draft", data) == [
        ["draft/sources.csv", 2, "publisher", "required"],
        ["draft/claims.csv", 3, "fragment", "fragment length"],
        ["draft/reported_values.csv", 2, "flow", "list"],
        ["draft/reported_values.csv", 2, "unit", "unit"],
    ]


def test_a_value_needs_its_claim_and_a_part_its_whole(tmp_path: Path, data: Path) -> None:
    """A refused claim contradicts its value; a whole that is open is a missing row."""
    drafts.write(drafts.confirm(cases.draft(), [cases.GROWTH, cases.SHARE]), tmp_path / "draft")
    assert faults(tmp_path / "draft", data) == [
        ["draft/reported_values.csv", 6, "part_of", "reference"],
    ]

    cases.edited(tmp_path / "draft", "claims", 2, confirm="no")
    assert faults(tmp_path / "draft", data) == [
        ["draft/reported_values.csv", 2, "claim_id", "answer"],
    ]


def test_an_answer_is_yes_or_no(tmp_path: Path, data: Path) -> None:
    """Anything else is asked again."""
    drafts.write(cases.draft(), tmp_path / "draft")
    cases.edited(tmp_path / "draft", "reported_values", 4, confirm="perhaps")

    assert faults(tmp_path / "draft", data) == [
        ["draft/reported_values.csv", 4, "confirm", "answer"]
    ]


def test_a_numeral_that_a_spreadsheet_respelled_is_found(tmp_path: Path, data: Path) -> None:
    """17.1 is no longer what was printed: the words say 17.10."""
    drafts.write(drafts.confirm(cases.draft(), [cases.GROWTH]), tmp_path / "draft")
    cases.edited(tmp_path / "draft", "reported_values", 2, printed="17.1")

    assert faults(tmp_path / "draft", data) == [
        ["draft/reported_values.csv", 2, "printed", "numeral"]
    ]


def test_an_id_that_says_something_else_there_is_an_error(data: Path) -> None:
    """Both cells are named; a row that is alike is not added again."""
    made = drafts.confirm(cases.draft(), [cases.LEVEL])
    drafts.add(made, data)

    assert drafts.add(made, data) == drafts.Added(0, 0, 0, already=3, open=4)
    values = made.reported_values.assign(note="seen again")
    with pytest.raises(drafts.FaultyDraftError, match=r"has '' there, not 'seen again': give"):
        drafts.add(replace(made, reported_values=values), data)
    assert faults(replace(made, reported_values=values), data) == [
        ["draft/reported_values.csv", 3, "note", "id taken"]
    ]


def test_a_later_draft_proposes_only_what_is_new(data: Path) -> None:
    """Of an article that the folder holds: the values that it lacks, under the ids it has."""
    drafts.add(drafts.confirm(cases.draft(), [cases.LEVEL, cases.WHOLE]), data)
    later = cases.draft(known=tables.load(data))

    assert later.sources.empty
    assert later.reported_values["value_id"].to_list() == [cases.GROWTH, cases.PART, cases.SHARE]
    assert later.claims["speaker"].to_list() == ["The Courier"]
    assert drafts.add(drafts.confirm(later), data) == drafts.Added(0, 1, 3, already=0, open=0)
    assert len(tables.validate(data)) == 0
    assert cases.draft(known=tables.load(data)).reported_values.empty


def test_a_later_draft_follows_ids_that_a_person_changed(tmp_path: Path, data: Path) -> None:
    """Claim and value were renamed when they were confirmed; what is new points to them."""
    drafts.write(drafts.confirm(cases.draft(), [cases.WHOLE]), tmp_path / "draft")
    cases.edited(tmp_path / "draft", "claims", 3, claim_id="counted", confirm="yes")
    cases.edited(
        tmp_path / "draft", "reported_values", 5, claim_id="counted", value_id="all-of-them"
    )
    drafts.add(tmp_path / "draft", data)
    later = cases.draft(known=tables.load(data)).reported_values.set_index("value_id")

    assert cases.WHOLE not in later.index
    assert later.loc[cases.PART, ["claim_id", "part_of"]].to_list() == ["counted", "all-of-them"]
    assert later.loc[cases.SHARE, "part_of"] == "all-of-them"


def test_a_folder_with_faults_of_its_own_is_not_added_to(data: Path) -> None:
    """What was wrong before is told as what it is."""
    path = data / "claims.csv"
    path.write_text(path.read_text("utf-8").replace(",trade,", ",trades,"), "utf-8")

    assert faults(drafts.confirm(cases.draft()), data) == [["claims.csv", 2, "topic", "list"]]


def test_a_folder_that_cannot_be_read_is_not_added_to(data: Path) -> None:
    """A table that is missing, or no CSV in UTF-8, is a fault of the folder."""
    for content, rule in (
        (b"claim_id\xff", "encoding"),
        (b"\0", "not CSV"),
        (None, "missing file"),
    ):
        if content is None:
            (data / "claims.csv").unlink()
        else:
            (data / "claims.csv").write_bytes(content)
        told = faults(drafts.confirm(cases.draft()), data)
        assert ("claims.csv", rule) in {(one[0], one[-1]) for one in told}


def test_the_table_marks_the_number_in_its_words() -> None:
    """One row a value, the id that it would have, and how sure the reading is."""
    shown = drafts.table(cases.draft())

    assert shown.caption == "5 numbers proposed; 2 more were seen and are no values"
    assert shown.frame[["proposed", "number", "of", "sure"]].to_numpy().tolist()[1:3] == [
        [cases.LEVEL, "USD 620 m", "KEN exports UGA", 1.0],
        [cases.PART, "over 60", "projects", 0.7],
    ]
    assert "grew by <mark>17.10</mark>% to $620" in shown.html()
    assert "<mark>60</mark> of 130" in shown.html()
    assert "data-value-id" not in shown.html()


def test_the_columns_of_the_files_are_those_of_the_frames() -> None:
    """What is written is what is read."""
    made = cases.draft()

    assert [list(getattr(made, name)) for name in FRAMES] == [
        *(editing.columns(name) for name in FRAMES[:3]), list(editing.UNREAD),
    ]  # fmt: skip


def test_a_row_that_stands_twice_is_told_with_the_row_above(tmp_path: Path, data: Path) -> None:
    """The later row is blamed, in the draft's own numbering."""
    path = drafts.write(drafts.confirm(cases.draft()), tmp_path / "draft")[2]
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines, lines[-1]]), "utf-8")
    with pytest.raises(drafts.FaultyDraftError, match=f"stands already in row {len(lines)}:"):
        drafts.add(tmp_path / "draft", data)


@pytest.mark.parametrize("scale", ["1E+06", "1000000.0"])
def test_a_scale_that_a_spreadsheet_respelled_is_the_same_number(
    scale: str, tmp_path: Path, data: Path
) -> None:
    """Both spellings are a million."""
    drafts.write(drafts.confirm(cases.draft(), [cases.LEVEL]), tmp_path / "draft")
    cases.edited(tmp_path / "draft", "reported_values", 3, scale=scale)
    drafts.add(tmp_path / "draft", data)
    values = tables.load(data).reported_values.set_index("value_id")

    assert values.loc[cases.LEVEL, "scale"] == 1_000_000


def test_a_day_that_a_spreadsheet_respelled_is_told(tmp_path: Path, data: Path) -> None:
    """Which of 01/02/2018 is the month is not guessed."""
    drafts.write(drafts.confirm(cases.draft(), [cases.GROWTH]), tmp_path / "draft")
    cases.edited(tmp_path / "draft", "reported_values", 2, period_start="01/01/2018")
    assert faults(tmp_path / "draft", data) == [
        ["draft/reported_values.csv", 2, "period_start", "day"],
    ]


def test_what_is_not_answered_need_not_be_there(tmp_path: Path) -> None:
    """Without unread.csv a draft has no unread numbers; an emptied file is called empty."""
    paths = drafts.write(cases.draft(), tmp_path / "draft")
    paths[3].unlink()
    assert drafts.opened(tmp_path / "draft").unread.empty

    paths[1].write_bytes(b"")
    with pytest.raises(ValueError, match=r"claims\.csv is empty"):
        drafts.opened(tmp_path / "draft")
