"""A chart's file says where it comes from, and nothing else is taken for such a file."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import chart_cases
import pandas as pd
import pytest
from chart_cases import GROWTH, LEVEL, sources, statements, statistics
from PIL import Image
from second_pair import build

from analysis import charts, checks, tables
from analysis.charts import tracing
from analysis.charts.annotations import record
from analysis.charts.saving import FORMATS
from analysis.charts.trade_growth import trade_growth
from analysis.charts.trade_levels import trade_levels

YEAR = {"period_start": "2013-01-01", "period_end": "2013-12-31"}
#: The columns that name a row of each table that charts show.
KEYS = {
    "reported_values": ["value_id"],
    "events": ["event_id", "claim_id"],
    "plan_fields": ["plan", "claim_id", "field", "point"],
    "statistics": [
        "provider", "reporter", "economy", "partner", "flow", "measure", "scope", "valuation",
        "period_start", "period_end", "unit", "vintage",
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def basis() -> charts.Basis:
    """The shipped tables, literally read."""
    return chart_cases.basis("literal")


def keys(folder: Path, table: str) -> set[str]:
    """The keys of a table as they stand in its file."""
    text = pd.read_csv(folder / f"{table}.csv", dtype="str", keep_default_na=False)
    return {"|".join(row).replace(" ", "%20") for row in text[KEYS[table]].to_numpy()}


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> charts.Basis:
    """The worked folder of another pair, literally read."""
    return charts.Basis(tables.load(build(tmp_path_factory.mktemp("pair") / "data")), "literal")


@pytest.mark.parametrize("name", charts.NAMES)
def test_every_format_tells_the_same(name: str, pair: charts.Basis, tmp_path: Path) -> None:
    """Chart, data version, command and reading; the rows are rows of the tables on disk."""
    ax = charts.drawn(name, pair, "phone")
    told = [tracing.read(path) for path in charts.save(ax, tmp_path)]

    assert told[0] == told[1] == told[2]
    assert (told[0].chart, told[0].reading) == (name, "literal")
    assert told[0].data_version == tables.version(pair.data)
    assert told[0].command == f"python -m analysis charts --reading literal --width phone {name}"
    on_disk(told[0], pair.data.folder)


def on_disk(told: tracing.Provenance, folder: Path) -> None:
    """Each row that is named is one of the tables' files, named once; some row is."""
    assert told.rows
    for table, rows in told.rows.items():
        assert set(rows) <= keys(folder, table)
        assert len(rows) == len(set(rows))


@pytest.mark.parametrize("name", charts.NAMES)
def test_the_rows_of_a_shipped_chart_are_on_disk(name: str, basis: charts.Basis) -> None:
    """Also where keys hold what only the shipped tables have."""
    ax = chart_cases.shipped(name, reading="literal")

    on_disk(tracing.provenance(record(ax)), basis.data.folder)


def test_every_format_tells_many_rows(tmp_path: Path) -> None:
    """Two hundred keys and all their signs come through each of the three."""
    ax = chart_cases.shipped("trade_levels", reading="literal")
    told = [tracing.read(path) for path in charts.save(ax, tmp_path)]

    assert told == [tracing.provenance(record(ax))] * len(FORMATS)


def test_the_command_says_only_what_is_not_usual() -> None:
    """A chart of the usual reading and width needs its name alone."""
    assert tracing.command("plan_events", "usual", "column") == (
        "python -m analysis charts plan_events"
    )


def test_every_row_drawn_is_named(basis: charts.Basis) -> None:
    """The chart of levels names each level read at its source, and each statistic of a level."""
    ax = chart_cases.shipped("trade_levels", reading="literal")
    drawn = tracing.provenance(record(ax)).rows
    stated = tables.statements(basis.data)
    levels = stated[stated["measure"].eq("level") & stated["value"].notna()]
    official = basis.data.statistics["measure"].eq("level").sum()

    assert set(drawn["reported_values"]) == set(levels["value_id"])
    assert len(drawn["statistics"]) == official


def test_the_metadata_is_one_json_object(tmp_path: Path) -> None:
    """Any program can read it: the PNG's text chunk is JSON with five parts."""
    path = charts.save(trade_growth(statements(GROWTH, {})), tmp_path, ["png"])[0]
    with Image.open(path) as picture:
        found = json.loads(picture.info["Provenance"])

    assert list(found) == ["chart", "data_version", "command", "reading", "rows"]
    assert found["rows"] == {"reported_values": ["v0"]}


@pytest.mark.parametrize("form", FORMATS)
def test_a_chart_from_bare_frames_tells_what_is_known(form: str, tmp_path: Path) -> None:
    """Its rows and its name; no version, command or reading is made up."""
    told = tracing.read(charts.save(trade_growth(statements(GROWTH, {})), tmp_path, [form])[0])

    assert told == tracing.Provenance("trade_growth", "", "", "", {"reported_values": ("v0",)})


def test_statistics_that_differ_in_one_part_of_the_key_are_two_marks(tmp_path: Path) -> None:
    """Vintage, scope, valuation and currency are parts of the key and of the mark's id."""
    changes: list[dict[str, Any]] = [
        {}, {"vintage": "2017 May"}, {"scope": "services"}, {"valuation": "fob"}, {"unit": "JPY"},
    ]  # fmt: skip
    ax = trade_levels(statements(LEVEL, YEAR), statistics(*changes), sources({}))
    found = tracing.read(charts.save(ax, tmp_path, ["svg"])[0]).rows["statistics"]

    assert charts.rows(ax)["value_id"].is_unique
    assert len(set(found)) == 5
    assert "MIT%20OEC||JPN|RUS|exports|level|goods||2013-01-01|2013-12-31|USD|2017%20May" in found


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_that_was_cut_off_is_refused(form: str, tmp_path: Path) -> None:
    """Whatever its length, a beginning of a file is an error that names the file."""
    path = charts.save(trade_growth(statements(GROWTH, {})), tmp_path, [form])[0]
    whole = path.read_bytes()
    for length in (0, 3, 9, 40, 300):
        path.write_bytes(whole[:length])
        with pytest.raises(ValueError, match=rf"trade_growth\.{form} does not say where it comes"):
            tracing.read(path)


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Files of the three formats that other programs made, and one of words."""
    folder = tmp_path_factory.mktemp("foreign")
    from matplotlib.figure import Figure

    figure = Figure()
    figure.subplots().plot([1, 2])
    paths = {form: folder / f"other.{form}" for form in (*FORMATS, "txt", "json")}
    for form in FORMATS:
        figure.savefig(paths[form])
    paths["txt"].write_text("Trade grew by 17%.", encoding="utf-8")
    other = '<svg xmlns="http://www.w3.org/2000/svg"><metadata>[1]</metadata></svg>'
    paths["json"].write_text(other, encoding="utf-8")
    return paths


@pytest.mark.parametrize(
    ("form", "found"),
    [
        ("png", "a PNG without a note"), ("pdf", "a PDF without a note"),
        ("svg", "an SVG without a note"), ("json", "an SVG without a note"),
        ("txt", "neither an SVG, PNG or PDF nor an HTML page"),
    ],
)  # fmt: skip
def test_a_file_of_something_else_is_refused(
    form: str, found: str, foreign: dict[str, Path]
) -> None:
    """The message names the file, what it is and what to give, and nothing of how it was read."""
    path = foreign[form]

    with pytest.raises(
        ValueError, match=rf"other\.{form} .* it is {found}.* a page \(HTML\)"
    ) as told:
        tracing.read(path)
    assert not {"char", "column", "syntax"} & set(re.findall(r"\w+", str(told.value)))


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"# Title\n\n<svg>", ""), (b"\x00\x01\x00\x00", ""), (b'{"cells": "<svg"}', ""),
        (b"a,b\n1,2\n", ""), (b"", ""), (b"<?xml version='1.0'?><rss>", ""),
        (b"\xef\xbb\xbf<!DOCTYPE HTML>", "page"), (b"<!-- by hand -->\n<svg/>", "svg"),
    ],
)  # fmt: skip
def test_a_file_is_known_by_how_it_begins(start: bytes, kind: str, tmp_path: Path) -> None:
    """Words, fonts, notebooks and tables are nothing that could have been drawn."""
    path = tmp_path / "file.svg"
    path.write_bytes(start)

    assert tracing.kind(path) == kind


def test_a_missing_file_is_told_as_such(tmp_path: Path) -> None:
    """Not as a chart without provenance."""
    with pytest.raises(FileNotFoundError, match=r"none\.svg"):
        tracing.read(tmp_path / "none.svg")


def test_ready_results_are_used_and_those_of_another_reading_refused() -> None:
    """What is handed over is drawn; a usual verdict has no place in a literal chart."""
    usual = chart_cases.basis()
    data, verdicts, found = usual.data, usual.verdicts, usual.conflicts
    changed = checks.Verdicts(verdicts.summary.assign(verdict="reproduced"), verdicts.definitions)
    ax = charts.draw("trade_growth", data, verdicts=changed, conflicts=found)

    assert all("reproduced" in line for line in charts.description(ax).splitlines()[1:])
    with pytest.raises(ValueError, match="usual reading, the chart is drawn under the literal one"):
        charts.draw("trade_growth", data, "literal", verdicts=verdicts)
    with pytest.raises(ValueError, match="usual reading, the chart is drawn under the literal one"):
        charts.draw("conflict_bounds", data, "literal", conflicts=found)
