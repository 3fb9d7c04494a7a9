"""Saved files into a data folder: a vintage more, nothing twice, nothing overwritten, `fetch`.

The expected verdicts are worked out by hand from the two levels of a file; all values are invented,
and the files follow the documentation of UN Comtrade's API (comtradedeveloper.un.org).
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
import shutil
from datetime import date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT
from second_pair import build

from analysis import adapters, tables
from analysis.adapters import MODULES, adapter, adding
from analysis.adapters.files import File
from analysis.adapters.rows import Adapter, Found, Pair, Rate
from analysis.cli import main
from analysis.tables import appending

FIXTURES = ROOT / "tests" / "fixtures" / "adapters"
CHL_VNM = Pair("CHL", "VNM")
HOW = adding.Retrieval(date(2022, 2, 20), "https://example.org/answer")


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    """A sound folder of Chile and Viet Nam without a statistic."""
    folder = build(tmp_path / "pair")
    path = folder / "statistics.csv"
    path.write_text(path.read_text(encoding="utf-8").partition("\n")[0] + "\n", encoding="utf-8")
    return folder


def answer(folder: Path, **levels: object) -> Path:
    """An answer of UN Comtrade with Chile's exports to Viet Nam, year -> level."""
    rows = [
        {
            "freqCode": "A", "refMonth": 52, "period": year.strip("y"), "reporterCode": 152,
            "partnerCode": 704, "flowCode": "X", "cmdCode": "TOTAL", "customsCode": "C00",
            "motCode": 0, "mosCode": "0", "partner2Code": 0, "fobvalue": level,
            "primaryValue": level,
        }
        for year, level in levels.items()
    ]  # fmt: skip
    path = folder.parent / f"answer-{len(list(folder.parent.iterdir()))}.json"
    path.write_text(json.dumps({"count": len(rows), "data": rows}), encoding="utf-8")
    return path


def fetch(*arguments: object) -> Result:
    """The command, run in this process."""
    return CliRunner().invoke(main, ["fetch", *map(str, arguments)])


def verdict(folder: Path, value_id: str) -> dict[str, str]:
    """What `check` says of a value."""
    done = CliRunner().invoke(main, ["check", "--data", str(folder), "--format", "json"])
    return next(row for row in json.loads(done.stdout) if row["value_id"] == value_id)


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of a table, read by the csv module alone."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def state(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize(
    ("level", "expected"),
    [(300.5e6, "reproduced"), (300.4e6, "reproduced"), (330e6, "not_reproduced")],
)
def test_from_a_file_of_comtrade_to_a_verdict(pair, level, expected):
    """A minister said 20.2%: 250 to 300.5 is 20.2%, to 300.4 is 20.16%, to 330 is 32%."""
    path = answer(pair, y2020=250_000_000, y2021=int(level))

    done = fetch("comtrade", path, "--data", pair, "--economy", "CHL", "--partner", "VNM")

    assert done.exit_code == 0, done.output
    assert verdict(pair, "ap-exports-growth")["verdict"] == expected


def test_every_row_keeps_provider_file_day_and_vintage(pair):
    """Through its source: fingerprint of the bytes, address, day; the vintage is the day here."""
    path = answer(pair, y2021=300_400_000)

    done = fetch(
        "comtrade", path, "--data", pair, "--retrieved", "2022-02-20", "--url", HOW.url
    )  # fmt: skip

    assert done.exit_code == 0, done.output
    (row,) = rows(pair, "statistics")
    (source,) = [s for s in rows(pair, "sources") if s["source_id"] == row["source_id"]]
    assert row["provider"] == source["publisher"] == "UN Comtrade"
    assert row["vintage"] == source["accessed"] == "2022-02-20"
    assert source["text_sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (source["kind"], source["url"]) == ("dataset", HOW.url)
    assert path.name in source["note"]
    assert (row["printed"], row["value"], row["scale"]) == ("300400000", "300400000", "1")
    assert tables.validate(pair).empty


def test_importing_a_file_again_does_nothing_and_says_so(pair):
    """Not one byte changes, whatever the day of the second time."""
    path = answer(pair, y2021=300_400_000)
    fetch("comtrade", path, "--data", pair, "--retrieved", "2022-02-20")
    before = state(pair)

    done = fetch("comtrade", path, "--data", pair, "--retrieved", "2023-03-03")

    assert done.stdout == f"{path.name}: nothing to do, all its numbers are in statistics.csv\n"
    assert state(pair) == before


def test_another_vintage_is_added_and_the_first_stays(pair):
    """A revision a year later: two rows, the first as it was."""
    first, second = answer(pair, y2021=300_400_000), answer(pair, y2021=301_000_000)
    fetch("comtrade", first, "--data", pair, "--retrieved", "2022-02-20")
    (before,) = rows(pair, "statistics")

    done = fetch("comtrade", second, "--data", pair, "--vintage", "2023-01-15")

    assert done.exit_code == 0, done.output
    kept, added = rows(pair, "statistics")
    assert kept == before
    assert (added["vintage"], added["printed"]) == ("2023-01-15", "301000000")
    assert tables.validate(pair).empty


def test_the_vintage_that_a_file_tells_itself_comes_before_the_day(pair):
    """A bulk file has the day of its release in its name; what the user says comes before both."""
    path = answer(pair, y2021=300_400_000)
    named = path.rename(path.with_name("COMTRADE-FINAL-CA1522021H5[2022-01-31].json"))
    vintages = []

    for vintage in ("", "2022-02-01"):
        how = adding.Retrieval(HOW.day, vintage=vintage)
        found = adding.prepared("comtrade", adapter("comtrade"), File(named), CHL_VNM, how, pair)
        vintages.append(found.vintage)

    assert vintages == ["2022-01-31", "2022-02-01"]


def test_other_numbers_under_one_vintage_are_refused_with_both(pair):
    """Nothing is written, and both numbers are told."""
    first, second = answer(pair, y2021=300_400_000), answer(pair, y2021=301_000_000)
    fetch("comtrade", first, "--data", pair, "--vintage", "2022-02-15")
    before = state(pair)

    done = fetch("comtrade", second, "--data", pair, "--vintage", "2022-02-15")

    assert done.exit_code == 1
    assert "301000000 in the file, 300400000 in statistics.csv" in done.stderr
    assert "name it with --vintage" in done.stderr
    assert state(pair) == before


def test_two_files_of_one_run_may_not_contradict_each_other(pair):
    """The second is held against the first before anything is written."""
    first, second = answer(pair, y2021=300_400_000), answer(pair, y2021=301_000_000)
    before = state(pair)

    done = fetch("comtrade", first, second, "--data", pair, "--vintage", "2022-02-15")

    assert done.exit_code == 1
    assert "301000000 in the file, 300400000 in statistics.csv" in done.stderr
    assert state(pair) == before


def test_what_two_files_of_one_run_share_is_brought_by_the_first(pair):
    """A copy of another day is the same file: one source, one vintage, nothing left to do."""
    path = answer(pair, y2021=300_400_000)
    copy = shutil.copy(path, path.with_name("copy.json"))
    for file, day in ((path, 15), (copy, 16)):
        noon = datetime(2022, 2, day, 12).timestamp()
        os.utime(file, (noon, noon))

    done = fetch("comtrade", path, copy, "--data", pair)

    assert done.stdout.splitlines() == [
        f"{path.name}: 1 row of vintage 2022-02-15 added to statistics.csv",
        "copy.json: nothing to do, all its numbers are in statistics.csv",
    ]
    assert len(rows(pair, "statistics")) == 1


def test_python_has_the_same_verb(pair):
    """`adapters.fetch` returns what each file brought, and writes it unless told not to."""
    path = answer(pair, y2020=250_000_000, y2021=300_400_000)
    before = state(pair)

    (dry,) = adapters.fetch("comtrade", [path], pair, vintage="v1", dry_run=True)
    untouched = state(pair) == before
    (done,) = adapters.fetch("comtrade", [path], pair, vintage="v1")

    assert untouched
    assert dry.new == done.new
    assert [row["printed"] for row in rows(pair, "statistics")] == ["250000000", "300400000"]


def test_files_that_overlap_bring_each_number_once(pair):
    """2021 stands in both; the second brings 2020 alone, and says so."""
    first = answer(pair, y2021=300_400_000)
    second = answer(pair, y2020=250_000_000, y2021=300_400_000)
    fetch("comtrade", first, "--data", pair, "--vintage", "2022-02-15")

    done = fetch("comtrade", second, "--data", pair, "--vintage", "2022-02-15")

    assert f"{second.name}: 1 row of vintage 2022-02-15 added to statistics.csv\n" in done.stdout
    assert f"{second.name}: 1 row there already\n" in done.stdout
    assert [row["period_start"] for row in rows(pair, "statistics")] == ["2020-01-01", "2021-01-01"]


def test_a_dry_run_prints_the_rows_and_writes_nothing(pair):
    """Rows as CSV with the columns of the table on standard output, the report beside it."""
    path = answer(pair, y2021=300_400_000)
    before = state(pair)

    done = fetch("comtrade", path, "--data", pair, "--dry-run", "--vintage", "v1")

    header, row = csv.reader(done.stdout.splitlines())
    found = dict(zip(header, row, strict=True))
    assert found["printed"] == "300400000"
    assert header == list(csv.DictReader((pair / "statistics.csv").open()).fieldnames)
    assert f"{path.name}: 1 row of vintage v1 would be added to statistics.csv" in done.stderr
    assert state(pair) == before


def test_a_pair_that_the_folder_has_nothing_of_is_told(pair):
    """Once, on standard error; the rows are added all the same, and a pair that is there is not
    told, nor any where the folder has none yet."""
    strange = fetch("comtrade", FIXTURES / "comtrade.json", "--data", pair, "--economy", "CHE")
    again = fetch("comtrade", FIXTURES / "comtrade.json", "--data", pair, "--economy", "CHE")
    own = fetch("comtrade", answer(pair, y2020=5), "--data", pair)
    fresh = tables.start(pair.parent / "fresh")
    first = fetch("comtrade", answer(pair, y2020=5), "--data", fresh)

    assert [one.exit_code for one in (strange, again, own, first)] == [0, 0, 0, 0]
    assert f"comtrade.json: warning: no row of {pair} was of CHE and IND before" in strange.stderr
    assert [one.stderr for one in (again, own, first)] == ["", "", ""]


def test_what_is_left_out_is_reported(pair):
    """Every reason with its count, and a file without the pair is an error that tells them."""
    done = fetch("comtrade", FIXTURES / "comtrade.json", "--data", pair, "--vintage", "v1")
    none = fetch("comtrade", FIXTURES / "comtrade.json", "--data", pair, "--economy", "CHL")

    assert "comtrade.json: 1 row left out: of a part of the total (motCode other than 0)\n" in (
        done.stdout
    )
    assert none.exit_code == 1
    assert "has no total of CHL; " in none.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["comtrade", "https://comtradeapi.un.org/x"], "is an address, and fetch reads saved"),
        (["comtrade", "nowhere.json"], "no file at nowhere.json"),
        (["gossip", "x.csv"], "'gossip' is not one of"),
        (["comtrade", FIXTURES / "comtrade.json", "--economy", "XY"], "'XY' is no code of ISO"),
        (["comtrade", FIXTURES / "comtrade.json"], "name the data folder to add to: --data DIR"),
    ],
)
def test_wrong_usage_leaves_with_2(arguments, said, monkeypatch):
    """An address is answered plainly: downloading is not built."""
    monkeypatch.delenv("ANALYSIS_DATA", raising=False)

    done = fetch(*arguments)

    assert done.exit_code == 2
    assert said in " ".join(done.stderr.split())


def test_the_help_names_every_provider():
    """With the files it reads."""
    text = fetch("--help").stdout.partition("PROVIDER ")[2].partition("Options:")[0]

    assert [line.split()[0] for line in text.splitlines()[1:] if line] == sorted(MODULES)


def test_a_folder_that_would_have_faults_is_left_alone(pair):
    """An address that is none: every fault is listed, exit status 1, no file changed."""
    path = answer(pair, y2021=300_400_000)
    before = state(pair)

    done = fetch("comtrade", path, "--data", pair, "--url", "example.org")

    assert done.exit_code == 1
    assert done.stdout.startswith("sources.csv, row ")
    assert ", column url: 'example.org' does not fit" in done.stdout
    assert state(pair) == before


def test_a_folder_with_faults_is_mended_first(pair):
    """Its own faults are listed as by `validate`, and nothing is read into it."""
    path = pair / "statistics.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("vintage,", ""), encoding="utf-8")
    before = state(pair)

    done = fetch("comtrade", answer(pair, y2021=300_400_000), "--data", pair)

    assert done.exit_code == 1
    assert "the column 'vintage' is missing" in done.stdout
    assert state(pair) == before


def test_rates_are_added_once_and_never_changed(pair):
    """Rates keep no vintage: another number for a year is refused, with both."""
    path = pair.parent / "rates.csv"
    path.write_text("rates")
    year = (date(2019, 1, 1), date(2019, 12, 31))

    def bring(printed: str) -> adding.Import:
        rate = Rate(1, "CLP", *year, "annual_average", printed)
        rates = Adapter("Example Bank", "Rates", "a file", lambda file, pair: Found((rate,)))
        return adding.prepared("bank", rates, File(path), Pair(), HOW, pair)

    adding.add([bring("702.9")], pair)

    assert [r["printed"] for r in rows(pair, "exchange_rates")] == ["702.9", "790.0", "760.0"]
    assert bring("702.90").new == ()
    with pytest.raises(ValueError, match=r"703\.0 in the file, 702\.9 in exchange_rates\.csv"):
        bring("703.0")


def test_values_are_exact_whatever_a_file_prints(pair):
    """A power of ten is written out; digits beyond a float's are kept."""
    path = answer(pair, y2020="P", y2021="Q")
    text = path.read_text(encoding="utf-8").replace('"P"', "2.5E+08")
    path.write_text(text.replace('"Q"', "300400000.123456789012"), encoding="utf-8")

    fetch("comtrade", path, "--data", pair)

    assert [(r["printed"], r["value"]) for r in rows(pair, "statistics")] == [
        ("2.5E+08", "250000000"),
        ("300400000.123456789012", "300400000.123456789012"),
    ]
    assert tables.validate(pair).empty


def test_what_somebody_else_writes_in_the_meantime_is_not_lost(
    pair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two runs on one folder: the later one to finish is told, and the rows of the first stay."""
    source = appending.records("sources", pair)[0]
    other, own = (source | {"source_id": name} for name in ("zz-other", "zz-own"))
    check = appending.refuse_faulty

    def slow(folder: Path) -> None:
        monkeypatch.setattr(appending, "refuse_faulty", check)
        appending.append({"sources": [other]}, pair)
        check(folder)

    monkeypatch.setattr(appending, "refuse_faulty", slow)
    with pytest.raises(ValueError, match=r"sources\.csv was changed by somebody .* again"):
        appending.append({"sources": [own]}, pair)

    assert rows(pair, "sources")[-1]["source_id"] == "zz-other"
    appending.append({"sources": [own]}, pair)
    assert [row["source_id"] for row in rows(pair, "sources")[-2:]] == ["zz-other", "zz-own"]


def test_appending_nothing_to_the_shipped_tables_changes_no_cell(folder):
    """The rows are sorted as the tables are, so that a diff shows what is new alone."""
    before = {name: rows(folder, name) for name in tables.TABLES}
    source = {"source_id": "zzz", "kind": "dataset", "publisher": "p", "language": "en"}

    appending.append({"sources": [source]}, folder)

    after = {name: rows(folder, name) for name in tables.TABLES}
    assert after["sources"][:-1] == before.pop("sources")
    assert {name: after[name] for name in before} == before


def test_a_lone_carriage_return_stays_in_its_cell(folder):
    """What ends a line on old systems ends no row when rows are appended."""
    note = "one\rtwo"
    source = {**rows(folder, "sources")[0], "source_id": "zz-2020", "note": note}

    appending.append({"sources": [source]}, folder)

    assert rows(folder, "sources")[-1]["note"] == note


def test_numbers_in_a_key_are_sorted_by_size(folder):
    """Point 10 of a plan comes after point 9 and not after point 1."""
    plan = rows(folder, "plan_points")[0] | {"name": "invented"}

    appending.append({"plan_points": [plan | {"point": n} for n in ("10", "9")]}, folder)

    assert [r["point"] for r in rows(folder, "plan_points") if r["plan"] == plan["plan"]] == [
        str(number) for number in range(1, 11)
    ]


def test_an_interrupted_run_leaves_the_old_tables_and_no_litter(pair, monkeypatch):
    """The first rename fails, as on a full disk: every file is as it was."""
    path = answer(pair, y2021=300_400_000)
    before = state(pair)
    found = adding.prepared("comtrade", adapter("comtrade"), File(path), CHL_VNM, HOW, pair)

    def fail(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "replace", fail)
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="no space left"):
        adding.add([found], pair)

    assert state(pair) == before


def test_a_file_that_was_moved_is_still_the_same_file(pair):
    """The bytes are what counts, not the name."""
    path = answer(pair, y2021=300_400_000)
    fetch("comtrade", path, "--data", pair, "--retrieved", "2022-02-20")
    copy = shutil.copy(path, path.with_name("copy.json"))

    done = fetch("comtrade", copy, "--data", pair)

    assert "nothing to do" in done.stdout
    assert len(rows(pair, "statistics")) == 1
