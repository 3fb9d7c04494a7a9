"""`draft` and `confirm`: what a person at a terminal sees, and what is written."""

import csv
import io
import json
import shutil
import sys
from datetime import date
from pathlib import Path

import draft_cases as cases
import pytest
from click.testing import CliRunner, Result

from analysis import drafts, tables
from analysis.cli import main

TEXT = f"{cases.HEADLINE}\n\n4 March 2019\n\n{cases.TRADE}\n\n{cases.PROJECTS}\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """The article as a file."""
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder that was just started."""
    return tables.start(tmp_path / "data", created=date(2026, 11, 22))


def run(*arguments: object, text: str | None = None) -> Result:
    """The command, with the environment naming no data folder."""
    return CliRunner(env={"ANALYSIS_DATA": None}).invoke(main, list(map(str, arguments)), text)


def test_proposals_are_shown_with_their_words(article: Path) -> None:
    """Each id with its number, below it the sentence; then what was seen and not proposed."""
    done = run("draft", article, "--publisher", "The Courier")
    lines = done.stdout.splitlines()
    [place] = [i for i, line in enumerate(lines) if "+17.10%" in line]

    assert done.exit_code == 0
    assert lines[place].startswith(f"{cases.SOURCE_ID}-p1s1-")
    assert lines[place + 1].strip().startswith("Exports grew by 17.10% to $620 million in 2018")
    assert "    outside: 4 March 2019 (outside the article)" in lines
    assert done.stderr.splitlines()[0].endswith("seen and not proposed")


def test_a_draft_of_standard_input_is_that_of_the_file(article: Path) -> None:
    """The same proposals, whichever way the text comes."""
    options = ("--publisher", "The Courier", "--format", "csv")

    assert run("draft", "-", *options, text=TEXT).stdout == run("draft", article, *options).stdout


def test_the_options_go_before_what_the_text_says(article: Path) -> None:
    """Publisher, day and address, as JSON."""
    told = {"publisher": "The Echo", "published": "2018-05-06", "url": "https://example.org/a"}
    options = [part for name, cell in told.items() for part in (f"--{name}", cell)]
    made = json.loads(run("draft", article, *options, "--format", "json").stdout)

    assert list(made) == ["sources", "claims", "reported_values", "unread"]
    assert {name: made["sources"][0][name] for name in told} == told
    assert made["sources"][0]["source_id"] == "the-echo-2018-05-06"


def test_what_an_article_does_not_tell_is_asked_for(tmp_path: Path) -> None:
    """Without publisher, day and address the draft says which options give them."""
    path = tmp_path / "bare.txt"
    path.write_text(f"{cases.HEADLINE}\n\n{cases.TRADE}\n", encoding="utf-8")
    told = run("draft", path).stderr.splitlines()

    assert told[1:] == [
        "no publisher found: give --publisher NAME",
        "no day of publication found: give --published DAY",
        "no address found, so nothing can link to the words: give --url ADDRESS",
    ]
    options = ("--publisher", "A", "--published", "2019-03-04", "--url", "https://a.example")
    given = run("draft", path, *options).stderr
    assert len(given.splitlines()) == 1


def test_the_values_as_csv_are_those_of_the_draft(article: Path) -> None:
    """The same rows as the function gives."""
    done = run("draft", article, "--publisher", "The Courier", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    made = drafts.draft(article, publisher="The Courier").reported_values

    assert [row["value_id"] for row in rows] == made["value_id"].to_list()
    assert list(rows[0]) == list(made)


def test_from_an_article_to_a_sound_data_folder(article: Path, data: Path, tmp_path: Path) -> None:
    """draft --out, yes in the file, confirm, validate; a second draft has it no more."""
    out = tmp_path / "draft"
    written = run("draft", article, "--publisher", "The Courier", "--out", out, "--data", data)
    values = drafts.opened(out).reported_values
    [place] = values.index[values["printed"] == "17.10"]
    growth = values["value_id"][place]
    cases.edited(out, "reported_values", place + 2, confirm="yes")
    done = run("confirm", out, "--data", data)

    assert f"confirm {out} --data DIR" in written.stderr
    assert (done.exit_code, done.stdout.split("; ")[0]) == (
        0, f"added to {data}: 1 source, 1 claim, 1 value",
    )  # fmt: skip
    assert run("validate", "--data", data).exit_code == 0
    assert growth in tables.load(data).reported_values["value_id"].to_list()
    texts = tmp_path / "texts"
    texts.mkdir()
    shutil.copy(article, texts / f"{cases.SOURCE_ID}.txt")
    looked = run("evidence", "--texts", texts, "--data", data, "--format", "csv").stdout
    assert [row["status"] for row in csv.DictReader(io.StringIO(looked))
            if row.get("claim_id", "").startswith(cases.SOURCE_ID)] == ["found"]  # fmt: skip
    again = run("draft", article, "--publisher", "The Courier", "--data", data)
    assert growth not in again.stdout


def test_faults_are_listed_and_leave_with_1(data: Path, tmp_path: Path) -> None:
    """File, row and column in the draft, the rule in brackets, as `validate` does."""
    made = drafts.confirm(cases.draft(), [cases.LEVEL])
    made.sources["publisher"] = None
    drafts.write(made, tmp_path / "draft")
    done = run("confirm", tmp_path / "draft", "--data", data)

    assert done.exit_code == 1
    assert done.stdout.startswith("draft/sources.csv, row 2, column publisher: ")
    assert done.stdout.endswith("[required]\n")
    assert done.stderr == f"1 fault in {tmp_path / 'draft'}\n"


def test_without_the_extra_the_command_says_what_to_install(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is missing, and the line that installs it; exit status 1."""
    monkeypatch.setitem(sys.modules, "py3langid", None)  # as Python marks what cannot be imported
    done = run("draft", article)

    assert (done.exit_code, done.stderr) == (
        1, "Error: a draft needs py3langid: pip install 'reported-trade-figures[drafts]'\n",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("draft", "nowhere.txt"), "No such file"),
        (("draft", "article.txt", "--published", "March"), "'March' does not match"),
        (("confirm", "draft"), "name the data folder to add to"),
        (("confirm", "nowhere", "--data", "data"), "no file at nowhere"),
        (("draft", "article.txt", "--out", "data"), "holds something already"),
    ],
)
def test_wrong_usage_leaves_with_2(
    article: Path, data: Path, monkeypatch: pytest.MonkeyPatch, arguments, message
) -> None:
    """A sentence on standard error, and no trace."""
    monkeypatch.chdir(article.parent)
    done = run(*arguments)

    assert (done.exit_code, message in " ".join(done.stderr.split())) == (2, True)


def test_the_name_of_a_file_is_refused_where_a_folder_is_written(
    article: Path, data: Path, tmp_path: Path
) -> None:
    """Nothing is written under a name that promises another form."""
    drafted = run("draft", article, "--out", tmp_path / "draft.xlsx")
    saved = run("save", "--data", data, "--to", tmp_path / "s.docx")

    assert (drafted.exit_code, saved.exit_code) == (2, 2)
    assert "not a .xlsx file" in drafted.stderr
    assert ".zip, .xlsx, .parquet" in saved.stderr
    assert not (tmp_path / "draft.xlsx").exists()
    assert not (tmp_path / "s.docx").exists()


def test_what_comes_next_can_be_typed_as_it_stands(article: Path, tmp_path: Path) -> None:
    """A path with a blank is quoted."""
    done = run("draft", article, "--out", tmp_path / "my draft")

    assert f"confirm '{tmp_path / 'my draft'}' --data DIR" in done.stderr
    assert "no address found" in done.stderr


def test_an_article_without_numbers_leaves_nothing_to_answer(tmp_path: Path) -> None:
    """No next step is named where there is none."""
    path = tmp_path / "bare.txt"
    path.write_text("The harbour\n\nThe minister spoke of the ports.\n", "utf-8")
    done = run("draft", path, "--language", "en", "--out", tmp_path / "draft")

    assert "nothing is to be answered" in done.stderr
    assert "Next:" not in done.stderr


def test_another_pair_than_that_of_the_folder_is_told(data: Path, tmp_path: Path) -> None:
    """The rows are added, and a line says that no other row is about their pair."""
    drafts.write(drafts.confirm(cases.draft(), [cases.GROWTH]), tmp_path / "draft")
    done = run("confirm", tmp_path / "draft", "--data", data)
    again = run("confirm", tmp_path / "draft", "--data", data)

    assert done.exit_code == 0
    assert "no other row of the folder is about KEN and UGA" in done.stderr
    assert "warning" not in again.stderr


def test_a_summary_that_a_corrected_value_left_behind_is_told(
    article: Path, data: Path, tmp_path: Path
) -> None:
    """Ours names the hedge that a person took away; a sentence of a person's own stays unasked."""
    run("draft", article, "--publisher", "The Courier", "--out", tmp_path / "draft")
    values, claims = (tmp_path / "draft" / f"{name}.csv" for name in ("reported_values", "claims"))
    rows = list(csv.DictReader(io.StringIO(values.read_text("utf-8-sig"))))
    changed = [{**row, "confirm": "yes", "hedge": ""} for row in rows]
    written(values, changed)
    first = run("confirm", tmp_path / "draft", "--data", data)
    own = [{**row, "summary": "Projects are under way."}
           for row in csv.DictReader(io.StringIO(claims.read_text("utf-8-sig")))]  # fmt: skip
    written(claims, own)
    again = run("confirm", tmp_path / "draft", "--data", tables.start(tmp_path / "other"))

    assert first.exit_code == again.exit_code == 0, first.stderr + again.stderr
    assert "in claims.csv tells “" in first.stderr
    assert "over 60" in first.stderr
    assert "in claims.csv tells “" not in again.stderr


def written(path: Path, rows: list[dict[str, str]]) -> None:
    """The rows as a spreadsheet writes them."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
