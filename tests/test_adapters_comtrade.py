"""UN Comtrade's files: every number a total of goods, in today's economies, as printed.

The fixtures follow "API documentation" of the developer portal (comtradedeveloper.un.org) and the
reference lists Reporters.json and partnerAreas.json; every value in them is invented.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pycountry
import pytest
from conftest import ROOT

from analysis.adapters import adapter, areas
from analysis.adapters.files import File
from analysis.adapters.rows import Found, Pair

FIXTURES = ROOT / "tests" / "fixtures" / "adapters"
YEAR = (date(2019, 1, 1), date(2019, 12, 31))
#: A total of Chile's exports to Viet Nam, in the fewest columns.
ROW = {
    "freqCode": "A", "refMonth": 52, "period": "2019", "reporterCode": 152, "partnerCode": 704,
    "flowCode": "X", "cmdCode": "TOTAL", "primaryValue": 5,
}  # fmt: skip


def read(path: Path, pair: Pair = Pair()) -> Found:  # noqa: B008
    """A file read by the adapter."""
    return adapter("comtrade").read(File(path), pair)


def saved(tmp_path: Path, *rows: dict[str, object], **answer: object) -> Path:
    """An answer of the API with these rows, each what it has beside the usual."""
    data = [ROW | row for row in rows]
    whole = {"elapsedTime": "0 secs", "count": len(data), "data": data, "error": ""} | answer
    path = tmp_path / "answer.json"
    path.write_text(json.dumps(whole), encoding="utf-8")
    return path


def test_only_totals_of_goods_between_two_economies_are_taken():
    """The rows left over by hand: no part of a total, no re-export, no group, no former economy."""
    found = read(FIXTURES / "comtrade.json")

    taken = [(o.reporter, o.partner, o.flow, o.valuation, o.printed) for o in found.rows]
    assert taken == [
        ("IND", "CHE", "exports", "fob", "1111111111.5"),
        ("IND", "CHE", "exports", "fob", "1222222222"),
        ("IND", "CHE", "imports", "cif", "18100000000.123"),
        ("IND", "CHE", "imports", "fob", "17900000000.1"),
        ("CHE", "IND", "imports", "cif", "1.3E+09"),
        ("USA", "IND", "imports", "cif", "57888000111"),
        ("FRA", "IND", "exports", "fob", "6700000000.75"),
        ("IND", "NOR", "exports", "fob", "333000000"),
        ("IND", "ITA", "exports", "fob", "444000000"),
        ("IND", "CIV", "exports", "fob", "555000000"),
        ("IND", "TUR", "exports", "fob", "666000000"),
        ("IND", "CHE", "exports", "fob", "101000000"),
    ]
    assert {o.unit for o in found.rows} == {"USD"}
    assert {o.scale for o in found.rows} == {1}


def test_what_is_left_out_is_counted_by_reason():
    """Eleven rows of the file are no totals of two economies; each is counted once."""
    assert read(FIXTURES / "comtrade.json").left_out == {
        "of a part of the total (customsCode other than C00)": 1,
        "of a part of the total (motCode other than 0)": 1,
        "of a part of the total (partner2Code other than 0)": 1,
        "of a part of the total (mosCode other than 0)": 1,
        "of a part of the total (cmdCode other than TOTAL)": 1,
        "of the flow RX, which is not exports or imports as a whole": 1,
        "of services": 1,
        "with 0 World, which is no economy of today": 1,
        "with 490 Other Asia, nes, which is no economy of today": 1,
        "with 58 Belgium-Luxembourg (...1998), which is no economy of today": 1,
        "of the trade of an economy with itself": 1,
    }


def test_json_and_csv_give_the_same_rows():
    """The CSV has a byte order mark, quoted commas and a comma at the end of each row."""
    one, other = (read(FIXTURES / f"comtrade.{kind}") for kind in ("json", "csv"))

    assert [vars(o) | {"row": 0} for o in one.rows] == [vars(o) | {"row": 0} for o in other.rows]
    assert one.left_out == other.left_out
    assert other.rows[0].row == 2


def test_the_table_of_a_bulk_file_is_read_too(tmp_path):
    """Tabs, columns in other capitals, and the day of release in the name: it is the vintage."""
    head = "freqCode\trefMonth\tperiod\treporterCode\tpartnerCode\tflowCode\tcmdCode\t"
    path = tmp_path / "COMTRADE-FINAL-CA1522019H5[2023-01-03].txt"
    path.write_text(
        f"{head}CIFValue\tFOBValue\tprimaryValue\nA\t52\t2019\t152\t704\tM\tTOTAL\t5\t4.5\t5\n"
    )

    found = read(path)

    assert found.vintage == "2023-01-03"
    assert [(o.valuation, o.printed) for o in found.rows] == [("cif", "5"), ("fob", "4.5")]


@pytest.mark.parametrize(
    ("code", "economy"),
    [
        ("699", "IND"), ("842", "USA"), ("757", "CHE"), ("251", "FRA"), ("579", "NOR"),
        ("381", "ITA"), ("380", "ITA"), ("643", "RUS"), ("392", "JPN"), ("8", "ALB"),
        ("008", "ALB"), ("56", "BEL"), ("688", "SRB"), ("729", "SDN"), ("710", "ZAF"),
    ],
)  # fmt: skip
def test_the_codes_of_comtrade_are_not_those_of_iso(code, economy):
    """Codes from the reference lists of UN Comtrade, `Reporters.json` and `partnerAreas.json`."""
    assert areas.comtrade(code).economy == economy


@pytest.mark.parametrize(
    "code",
    ["0", "58", "97", "200", "230", "280", "356", "490", "568", "711", "736", "810", "837", "838",
     "839", "841", "890", "891", "899"],
)  # fmt: skip
def test_groups_and_former_economies_are_no_economies(code):
    """World, Other Asia, India without Sikkim, the customs union around South Africa, ..."""
    assert areas.comtrade(code).economy == ""


@pytest.mark.parametrize("provider", ["comtrade", "japan_customs", "wits"])
def test_every_economy_of_the_code_tables_is_one_of_iso(provider):
    """A slip in a table would give a flow to a country that does not exist; XKX is the user's."""
    table = areas.table(provider)

    known = {country.alpha_3 for country in pycountry.countries} | {"XKX"}
    assert {area.economy for area in table.values() if area.kind == "economy"} <= known
    assert {area.economy for area in table.values() if area.kind != "economy"} == {""}
    assert list(table) == sorted(table, key=lambda code: (len(code), code))


def test_an_unknown_code_is_named_with_its_row(tmp_path):
    """A partner that is not in the list is never passed over."""
    path = saved(tmp_path, {}, {"partnerCode": 998})

    with pytest.raises(ValueError, match=r"answer\.json, row 2: the code '998' is no area"):
        read(path)


def test_the_alpha_3_code_of_a_row_is_held_against_its_number(tmp_path):
    """699 beside USA is an error, whichever of the two is wrong."""
    path = saved(tmp_path, {"partnerCode": 699, "partnerISO": "USA"})

    with pytest.raises(ValueError, match="partnerCode 699 is IND, and partnerISO beside it is USA"):
        read(path)


def test_refmonth_52_is_the_year_and_a_month_has_its_days():
    """Annual rows span the year; December of 2019 ends on the 31st."""
    rows = read(FIXTURES / "comtrade.json").rows

    assert (rows[1].period_start, rows[1].period_end) == YEAR
    assert (rows[-1].period_start, rows[-1].period_end) == (date(2019, 12, 1), YEAR[1])


@pytest.mark.parametrize(
    "row",
    [
        {"refMonth": 12},
        {"freqCode": "M"},
        {"period": "201902"},
        {"period": "201913", "refMonth": 13, "freqCode": "M"},
        {"period": "201902", "refMonth": 3, "freqCode": "M"},
    ],
)
def test_a_period_that_contradicts_itself_is_refused(tmp_path, row):
    """Period, month and frequency have to tell one story."""
    with pytest.raises(ValueError, match="do not fit together: 52 stands for the whole year"):
        read(saved(tmp_path, row))


@pytest.mark.parametrize("count", [500, 100_000, 250_000])
def test_a_row_count_at_a_known_cap_is_an_error(tmp_path, count):
    """The preview, the free and the paid subscription cut answers off and do not say so."""
    path = tmp_path / "answer.csv"
    row = "2019,152,704,X,27,5\n"
    path.write_text("period,reporterCode,partnerCode,flowCode,cmdCode,primaryValue\n" + row * count)

    with pytest.raises(ValueError, match=f"has {count} rows, at which answers are cut off"):
        read(path)


def test_an_answer_that_counts_more_rows_than_it_has_is_refused(tmp_path):
    """A file cut by hand is no whole answer."""
    with pytest.raises(ValueError, match="says that it has 3 rows, and has 1"):
        read(saved(tmp_path, {}, count=3))


def test_an_answer_that_is_an_error_is_told_in_its_words(tmp_path):
    """What the provider refused is not an empty table."""
    with pytest.raises(ValueError, match="is an error of the provider: Subscription key missing"):
        read(saved(tmp_path, error="Subscription key missing"))


def test_a_second_number_for_a_flow_and_period_is_refused(tmp_path):
    """Both numbers and both rows are named; one is never chosen."""
    path = saved(tmp_path, {}, {"partnerCode": 156}, {"primaryValue": 6})

    with pytest.raises(ValueError, match=r"row 3: 6 is a second number .* after 5 in row 1"):
        read(path)


@pytest.mark.parametrize(
    ("row", "values"),
    [
        ({"fobvalue": 5}, {"fob": "5"}),
        ({"fobvalue": None, "cifvalue": None}, {"fob": "5"}),
        ({"flowCode": "M", "cifvalue": 5, "fobvalue": 4}, {"cif": "5", "fob": "4"}),
        ({"flowCode": "M", "cifvalue": 5, "fobvalue": 0}, {"cif": "5"}),
        ({"flowCode": "M", "fobvalue": 5}, {"fob": "5"}),
        ({"flowCode": "M"}, {"cif": "5"}),
        ({"flowCode": "M", "primaryValue": 0, "cifvalue": 0}, {"cif": "0"}),
    ],
)
def test_the_valuation_is_that_of_the_number(tmp_path, row, values):
    """Exports are fob and imports cif, unless the row says that its imports are fob."""
    found = read(saved(tmp_path, row))

    assert {o.valuation: o.printed for o in found.rows} == values


def test_a_primary_value_that_is_not_its_own_valuation_is_refused(tmp_path):
    """Both numbers are named."""
    with pytest.raises(ValueError, match="primaryValue is 5 and fobvalue 4"):
        read(saved(tmp_path, {"fobvalue": 4}))


def test_the_legacy_flag_speaks_of_quantities_and_not_of_the_value():
    """All rows of the fixture have flag 4, an estimated weight; one is an estimate of its own."""
    found = read(FIXTURES / "comtrade.json")

    assert [o.reporter for o in found.rows if o.status == "estimated"] == ["FRA"]
    assert {o.status for o in found.rows} == {"", "estimated"}


def test_numbers_are_kept_exactly_as_printed(tmp_path):
    """No float comes between: more digits than one holds, a trailing zero, a power of ten."""
    path = tmp_path / "answer.json"
    text = json.dumps([ROW | {"primaryValue": "N"}, ROW | {"primaryValue": "M", "period": "2018"}])
    path.write_text(text.replace('"N"', "12345678901234567.890").replace('"M"', "1.50E+10"))

    assert [o.printed for o in read(path).rows] == ["12345678901234567.890", "1.50E+10"]


def test_only_the_pair_asked_for_is_taken():
    """Either economy may be the reporter; the others are counted."""
    found = read(FIXTURES / "comtrade.json", Pair("CHE", "IND"))

    assert {(o.reporter, o.partner) for o in found.rows} == {("IND", "CHE"), ("CHE", "IND")}
    assert found.left_out["of other pairs of economies"] == 6


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("period,reporterCode\n2019,152\n", "row 2: has no partnercode, flowcode, cmdcode"),
        ('{"data": "none"}', "has no list of rows under `data`"),
        (
            '{"statusCode": 401, "message": "Access denied: key missing."}',
            "is an error of the provider: Access denied: key missing",
        ),
        ('{"data": [', r"row 1: not readable as JSON"),
        ("a,b\n1\n", "row 2: has 1 cells where the header has 2"),
    ],
)
def test_what_is_no_answer_of_comtrade_is_refused(tmp_path, text, message):
    """A sentence that says what is missing, never an empty table."""
    path = tmp_path / "file"
    path.write_text(text)

    with pytest.raises(ValueError, match=message):
        read(path)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"PK\x03\x04rest", "is a ZIP archive or a workbook: unpack it"),
        (b"", "is empty: save it again"),
        (b"\xef\xbb\xbf \n", "is empty: save it again"),
        (
            b"\n<!DOCTYPE html><html></html>",
            "is a page of a web site .HTML., not JSON and no table",
        ),
        (b"<HTML lang='en'></HTML>", "is a page of a web site .HTML., not JSON and no table"),
        (b"\x1f\x8brest", "is compressed: unpack it"),
        (b"\xd0\xcf\x11\xe0rest", "is a workbook: save the sheet as CSV"),
    ],
)
def test_a_packed_file_is_told_as_what_it_is(tmp_path, content, message):
    """Providers pack their bulk files, and spreadsheets save workbooks."""
    path = tmp_path / "file"
    path.write_bytes(content)

    with pytest.raises(ValueError, match=message):
        read(path)


def test_a_spreadsheet_s_unicode_text_is_read(tmp_path):
    """UTF-16 with tabs, as spreadsheets save "Unicode text"."""
    path = tmp_path / "file.txt"
    head = "period\treporterCode\tpartnerCode\tflowCode\tcmdCode\tprimaryValue\n"
    path.write_text(f"{head}2019\t152\t704\tX\tTOTAL\t5\n", encoding="utf-16")

    assert [o.printed for o in read(path).rows] == ["5"]
