"""IMF trade statistics: plain dollars whatever SCALE says, the same from every form of answer.

The forms follow the IMF's "API" pages (data.imf.org, Resource Pages, SDMX 2.1 and 3.0 APIs), the
SDMX-CSV and SDMX-JSON field guides (github.com/sdmx-twg) and the CSV that the Data Explorer saves;
every value in them is invented.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest
from click.testing import CliRunner

from analysis import tables
from analysis.adapters import adapter, imts
from analysis.adapters.files import File
from analysis.adapters.rows import Found, Pair
from analysis.cli import main

DIMENSIONS = ("COUNTRY", "INDICATOR", "COUNTERPART_COUNTRY", "FREQUENCY")
#: Series, period, value as printed, status.
ROWS = [
    (("NOR", "XG_FOB_USD", "JPN", "A"), "2018", "1234567890.50", "A"),
    (("NOR", "XG_FOB_USD", "JPN", "Q"), "2018-Q4", "400000000", "P"),
    (("NOR", "XG_FOB_USD", "JPN", "M"), "2018-M02", "98765432", "A"),
    (("NOR", "MG_CIF_USD", "JPN", "A"), "2018", "2100000000", "E"),
    (("NOR", "MG_FOB_USD", "JPN", "A"), "2018", "1981132075", "A"),
    (("NOR", "TBG_USD", "JPN", "A"), "2018", "-865432109.5", "A"),
    (("NOR", "XG_FOB_USD", "G001", "A"), "2018", "110000000000", "A"),
    (("NOR", "XG_FOB_USD", "KOS", "A"), "2018", "1500000", "A"),
    (("NOR", "XG_FOB_USD", "SUN", "A"), "1990", "77000000", "A"),
    (("NOR", "XG_FOB_USD", "JPN", "A"), "2017", "NaN", "A"),
    (("G163", "MG_CIF_USD", "NOR", "A"), "2018", "50000000000", "A"),
]
#: (flow, valuation, first day, last day, printed, status) by the rows above, read by hand.
YEAR = (date(2018, 1, 1), date(2018, 12, 31))
TAKEN = [
    ("exports", "fob", *YEAR, "1234567890.50", ""),
    ("exports", "fob", date(2018, 10, 1), date(2018, 12, 31), "400000000", "provisional"),
    ("exports", "fob", date(2018, 2, 1), date(2018, 2, 28), "98765432", ""),
    ("imports", "cif", *YEAR, "2100000000", "estimated"),
    ("imports", "fob", *YEAR, "1981132075", ""),
]
LEFT_OUT = {
    "of a balance, which follows from exports and imports": 1,
    "with G001 (a group of economies), which is no economy of today": 1,
    "with SUN USSR, Union of Soviet Socialist Republics, which is no economy of today": 1,
    "without a value": 1,
    "with G163 (a group of economies), which is no economy of today": 1,
}


def csv_1(rows: list) -> str:
    """SDMX-CSV 1.0."""
    head = ["DATAFLOW", *DIMENSIONS, "TIME_PERIOD", "OBS_VALUE", "SCALE", "STATUS", "UNIT"]
    lines = [
        ["IMF.STA:IMTS(1.0.0)", *series, period, value, "6", status, "USD"]
        for series, period, value, status in rows
    ]
    return _lines(head, lines)


def csv_2(rows: list) -> str:
    """SDMX-CSV 2.0."""
    head = ["STRUCTURE", "STRUCTURE_ID", "ACTION", *DIMENSIONS, "TIME_PERIOD", "OBS_VALUE",
            "SCALE", "STATUS"]  # fmt: skip
    lines = [
        ["dataflow", "IMF.STA:IMTS(1.0.0)", "I", *series, period, value, "6", status]
        for series, period, value, status in rows
    ]
    return _lines(head, lines)


def labelled(rows: list) -> str:
    """SDMX-CSV with code and name in each cell."""
    head = ["DATAFLOW", *(f"{name}: {name.title()}" for name in DIMENSIONS),
            "TIME_PERIOD: Time period", "OBS_VALUE: Value", "SCALE: Scale",
            "STATUS: Status"]  # fmt: skip
    lines = [
        ["IMF.STA:IMTS(1.0.0): Trade", *(f"{code}: a name" for code in series), period, value,
         "6: Millions", f"{status}: a status"]
        for series, period, value, status in rows
    ]  # fmt: skip
    return _lines(head, lines)


def portal(rows: list) -> str:
    """The portal's CSV, a row an observation, with codes beside names."""
    head = ["DATASET", "SERIES_CODE", "OBS_MEASURE"]
    for name in (*DIMENSIONS, "SCALE"):
        head += [f"{name}.ID", name]
    lines = [
        ["IMF.STA:IMTS(1.0.0)", ".".join(series), "OBS_VALUE",
         *(cell for code in series for cell in (code, "a name")), "6", "Millions", period, value,
         status]
        for series, period, value, status in rows
    ]  # fmt: skip
    return _lines([*head, "TIME_PERIOD", "OBS_VALUE", "STATUS"], lines)


def portal_wide(rows: list) -> str:
    """The portal's CSV, a row a series and a column a period, with names and a code of series."""
    periods = sorted({period for _, period, _, _ in rows})
    head = ["DATASET", "SERIES_CODE", "OBS_MEASURE", *DIMENSIONS, "SCALE", "STATUS", *periods]
    names = {"A": "Annual", "Q": "Quarterly", "M": "Monthly"}
    lines = [
        ["IMF.STA:IMTS(1.0.0)", ".".join(series), "OBS_VALUE", "a country", "an indicator",
         "a country", names[series[3]], "Millions", status,
         *(value if period == own else "" for own in periods)]
        for series, period, value, status in rows
    ]  # fmt: skip
    return _lines(head, lines)


def _lines(head: list[str], lines: list[list[str]]) -> str:
    return "\n".join(",".join(f'"{cell}"' for cell in line) for line in [head, *lines]) + "\n"


def _listed(rows: list) -> tuple[list[list[str]], list[str], list[str]]:
    """The codes of each dimension, of periods and of statuses, in the order of their places."""
    codes = [sorted({series[place] for series, *_ in rows}) for place in range(4)]
    return codes, sorted({row[1] for row in rows}), sorted({row[3] for row in rows})


def json_2(rows: list) -> str:
    """SDMX-JSON 2.0: numbers as texts, periods with a value, a list of structures."""
    codes, periods, statuses = _listed(rows)
    series: dict = {}
    for own, period, value, status in rows:
        key = ":".join(str(codes[place].index(code)) for place, code in enumerate(own))
        found = series.setdefault(key, {"attributes": [0], "observations": {}})
        cell = None if value == "NaN" else value
        found["observations"][str(periods.index(period))] = [cell, statuses.index(status)]
    dimensions = {
        "series": [
            {"id": name, "keyPosition": place, "values": [{"id": code} for code in codes[place]]}
            for place, name in enumerate(DIMENSIONS)
        ],
        "observation": [{"id": "TIME_PERIOD", "values": [{"value": one} for one in periods]}],
    }
    attributes = {
        "series": [{"id": "SCALE", "values": [{"id": "6"}]}],
        "observation": [{"id": "STATUS", "values": [{"id": one} for one in statuses]}],
    }
    structure = {"dimensions": dimensions, "attributes": attributes, "dataSets": [0]}
    data = {"dataSets": [{"structure": 0, "action": "Replace", "series": series}],
            "structures": [structure]}  # fmt: skip
    return json.dumps({"meta": {"id": "x"}, "data": data})


def json_1(rows: list) -> str:
    """SDMX-JSON 1.0: numbers as numbers, one structure."""
    whole = json.loads(json_2(rows))["data"]
    for series in whole["dataSets"][0]["series"].values():
        for cells in series["observations"].values():
            cells[0] = None if cells[0] is None else f"<{cells[0]}>"
    structure = whole["structures"][0]
    for one in structure["dimensions"]["observation"][0]["values"]:
        one["id"] = one.pop("value")
    text = json.dumps({"header": {"id": "x"}, "structure": structure,
                       "dataSets": whole["dataSets"]})  # fmt: skip
    return text.replace('"<', "").replace('>"', "")


def sdmx_ml(rows: list) -> str:
    """SDMX-ML 2.1, structure-specific."""
    space = "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=IMF.STA:IMTS(1.0.0)"
    series = "".join(
        f"<Series {' '.join(f'{n}={quoteattr(c)}' for n, c in zip(DIMENSIONS, own, strict=True))} "
        f'SCALE="6"><Obs TIME_PERIOD="{period}" OBS_VALUE="{value}" STATUS="{status}"/></Series>'
        for own, period, value, status in rows
    )
    schemas = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<m:StructureSpecificData xmlns:m="{schemas}/message" xmlns:c="{schemas}/common" '
        f'xmlns:ss="{schemas}/data/structurespecific" xmlns:ns1="{space}" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<m:Header><m:ID>x</m:ID><m:Test>false</m:Test>"
        '<m:Prepared>2026-01-01T00:00:00Z</m:Prepared><m:Sender id="IMF"/>'
        f'<m:Structure structureID="IMTS" namespace="{space}" '
        'dimensionAtObservation="TIME_PERIOD"><c:StructureUsage>'
        '<Ref agencyID="IMF.STA" id="IMTS" version="1.0.0"/></c:StructureUsage></m:Structure>'
        '</m:Header><m:DataSet ss:dataScope="DataStructure" xsi:type="ns1:DataSetType" '
        f'ss:structureRef="IMTS" action="Replace">{series}</m:DataSet></m:StructureSpecificData>'
    )


FORMS = {
    "csv_1.csv": csv_1, "csv_2.csv": csv_2, "labelled.csv": labelled, "portal.csv": portal,
    "wide.csv": portal_wide, "json_1.json": json_1, "json_2.json": json_2, "ml.xml": sdmx_ml,
}  # fmt: skip


def read(tmp_path: Path, name: str, rows: list, pair: Pair = Pair()) -> Found:  # noqa: B008
    """Rows in one of the forms, read by the adapter."""
    path = tmp_path / name
    path.write_text(FORMS[name](rows), encoding="utf-8")
    return adapter("imts").read(File(path), pair)


@pytest.mark.parametrize("name", FORMS)
def test_every_form_gives_the_same_flows(name, tmp_path):
    """Plain dollars as printed, fob and cif apart, months and quarters whole, groups left out."""
    found = read(tmp_path, name, ROWS, Pair("NOR", "JPN"))

    taken = [
        (o.flow, o.valuation, o.period_start, o.period_end, o.printed, o.status) for o in found.rows
    ]
    assert sorted(taken) == sorted(TAKEN)
    assert {(o.reporter, o.economy, o.partner, o.unit, o.scale) for o in found.rows} == {
        ("NOR", "NOR", "JPN", "USD", 1)
    }
    assert found.left_out == {**LEFT_OUT, "of other pairs of economies": 1}


@pytest.mark.parametrize("name", ["csv_2.csv", "json_2.json", "wide.csv", "ml.xml"])
@pytest.mark.parametrize("scale", ["0", "3", "6", "9", ""])
def test_scale_changes_no_number(name, scale, tmp_path):
    """The attribute tells how a portal shows the values, which are dollars."""
    path = tmp_path / name
    text = FORMS[name](ROWS[:1])
    changed = (
        text.replace("Millions", scale) if name == "wide.csv" else text.replace('"6"', f'"{scale}"')
    )
    path.write_text(changed, encoding="utf-8")

    found = imts.read(File(path), Pair())

    assert f'"{scale}"' in changed
    assert [(one.printed, one.scale, one.unit) for one in found.rows] == [
        ("1234567890.50", 1, "USD")
    ]


def test_kosovo_has_a_code_of_its_own(tmp_path):
    """The IMF writes KOS; the tables write XKX, which ISO leaves to users."""
    found = read(tmp_path, "csv_1.csv", ROWS, Pair("NOR", "XKX"))

    assert [(one.partner, one.printed) for one in found.rows] == [("XKX", "1500000")]


def test_the_vintage_is_the_day_of_the_update_that_all_rows_share(tmp_path):
    """Where the portal tells it, and only if it is one day."""
    path = tmp_path / "portal.csv"
    head, first, second = portal(ROWS[:2]).splitlines()
    for days, wanted in ((("2019-05-30", "2019-05-30"), "2019-05-30"),
                         (("2019-05-30", "2019-06-28"), "")):  # fmt: skip
        lines = [f'{head},"UPDATE_DATE"', f'{first},"{days[0]}T00:00:00"', f'{second},"{days[1]}"']
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")

        assert imts.read(File(path), Pair()).vintage == wanted


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ((("NOR", "TXG_FOB_USD", "JPN", "A"), "2018", "1234.5", "A"),
         "row 2: TXG_FOB_USD is of Direction of Trade, whose values are in millions"),
        ((("NOR", "NGDP_XDC", "JPN", "A"), "2018", "1", "A"),
         "row 2: the indicator 'NGDP_XDC' is none of XG_FOB_USD"),
        ((("NOR", "XG_FOB_USD", "QQQ", "A"), "2018", "1", "A"),
         "row 2: the code 'QQQ' is no area of this provider's list"),
        ((("NOR", "XG_FOB_USD", "JPN", "A"), "2018-M01", "1", "A"),
         "row 2: the period '2018-M01' and the frequency 'A' do not fit together"),
        ((("NOR", "XG_FOB_USD", "JPN", "M"), "2018-M13", "1", "A"), "'2018-M13' and the freq"),
        ((("NOR", "XG_FOB_USD", "JPN", "W"), "2018", "1", "A"), "'2018' and the frequency 'W'"),
        ((("NOR", "XG_FOB_USD", "JPN", "A"), "2018", "many", "A"), "row 2: 'many' is not a"),
        ((("", "XG_FOB_USD", "JPN", "A"), "2018", "1", "A"), "row 2: has no COUNTRY: save"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_told_with_its_row(row, message, tmp_path):
    """Nothing is guessed: the error names the file, the row and what stands there."""
    with pytest.raises(ValueError, match=message):
        read(tmp_path, "csv_1.csv", [row])


def test_a_second_number_for_a_flow_is_refused(tmp_path):
    """A flow and period stands once in a file."""
    with pytest.raises(ValueError, match=r"csv_1.csv, row 3: 5 is a second number for the exports"):
        read(tmp_path, "csv_1.csv", [ROWS[0], (*ROWS[0][:2], "5", "A")])


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", csv_1(ROWS).replace('"USD"', '"EUR"'), "row 2: the unit is 'EUR'"),
        ("a.csv", csv_2(ROWS).replace('"I"', '"D"'), "row 2: deletes an observation"),
        ("a.csv", "a,b\n1,2\n", "row 1: the header has neither TIME_PERIOD and OBS_VALUE nor"),
        ("a.json", '{"data": {}}', "has no data sets with their structure"),
        ("a.json", '{"data": ', "not readable as JSON"),
        ("a.xml", "<data>no such thing</data>", "a.xml: not readable as SDMX-ML"),
    ],
)
def test_a_file_of_another_kind_is_refused(name, text, message, tmp_path):
    """The error says what was looked for."""
    (tmp_path / name).write_text(text, encoding="utf-8")

    with pytest.raises(ValueError, match=message):
        imts.read(File(tmp_path / name), Pair())


def test_only_sdmx_ml_needs_another_package(tmp_path, monkeypatch):
    """CSV and JSON are read without `sdmx1`; where it is missing the error says what to install."""
    monkeypatch.setitem(sys.modules, "sdmx", None)

    assert len(read(tmp_path, "csv_2.csv", ROWS).rows) == len(
        read(tmp_path, "json_2.json", ROWS).rows
    )
    with pytest.raises(ModuleNotFoundError, match=r"reported-trade-figures\[sdmx\]"):
        read(tmp_path, "ml.xml", ROWS)


def test_a_file_goes_into_a_data_folder_once(folder, tmp_path):
    """What `fetch` adds validates, decides a claim, and is not added a second time."""
    path = tmp_path / "answer.csv"
    rows = [
        (("JPN", "XG_FOB_USD", "RUS", "A"), "2017", "6018900000", "A"),
        (("JPN", "MG_CIF_USD", "RUS", "A"), "2017", "13884900000", "A"),
        (("RUS", "XG_FOB_USD", "G001", "A"), "2017", "357083000000", "A"),
    ]
    path.write_text(csv_2(rows), encoding="utf-8")
    command = ["fetch", "imts", str(path), "--data", str(folder), "--retrieved", "2019-05-01"]

    first = CliRunner().invoke(main, command)
    again = CliRunner().invoke(main, command)

    assert (first.exit_code, again.exit_code) == (0, 0), first.output
    assert tables.validate(folder).empty
    added = tables.load(folder).statistics.query("provider == 'IMF IMTS'")
    shown = ["economy", "partner", "flow", "valuation", "printed", "vintage"]
    assert added[shown].to_numpy().tolist() == [
        ["JPN", "RUS", "exports", "fob", "6018900000", "2019-05-01"],
        ["JPN", "RUS", "imports", "cif", "13884900000", "2019-05-01"],
    ]
    assert added["value"].tolist() == [6018900000.0, 13884900000.0]
    assert set(added["scale"]) == {1.0}
