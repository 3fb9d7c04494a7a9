"""WITS, BACI and the customs of Japan: units, codes and periods as the providers mean them.

The fixtures follow "WITS API user guide" and "WITS Help: Advanced Query, results" (worldbank.org),
"BACI: files and variables" (cepii.fr), and of customs.go.jp/toukei "About Trade Statistics of
Japan", "Country Code" and the time series by country; every value in them is invented.
"""

from __future__ import annotations

import shutil
from datetime import date
from decimal import Decimal

import pytest
from conftest import ROOT

from analysis import tables
from analysis.adapters import MODULES, adapter, areas, fetch
from analysis.adapters.files import File
from analysis.adapters.rows import Adapter, Found, Pair

FIXTURES = ROOT / "tests" / "fixtures" / "adapters"
BACI = "BACI_HS92_Y2019_V202401b.csv"


def read(name: str, file: str, pair: Pair = Pair()) -> Found:  # noqa: B008
    """A fixture read by an adapter."""
    return adapter(name).read(File(FIXTURES / file), pair)


@pytest.mark.parametrize("name", sorted(MODULES))
def test_every_provider_has_an_adapter(name):
    """What the command offers can be imported, and says what it reads."""
    found = adapter(name)

    assert isinstance(found, Adapter)
    assert found.provider
    assert found.reads


@pytest.mark.parametrize("file", ["wits.json", "wits.csv"])
def test_wits_counts_thousands_of_dollars(file):
    """Scale 1000 beside the number as printed; ROM is Romania, and SDN the Sudan of old."""
    found = read("wits", file)

    assert {(o.partner, o.period_start.year, o.printed) for o in found.rows} == {
        ("CHE", 2019, "1222222.222"),
        ("CHE", 2020, "1333333.4"),
        ("USA", 2019, "54321000.5"),
        ("ROU", 2019, "812345.6"),
        ("ROU", 2020, "9.1E+05"),
    }
    assert {(o.scale, o.unit, o.flow, o.valuation) for o in found.rows} == {
        (1000, "USD", "exports", "fob")
    }
    assert found.left_out["with SDN Fm Sudan, which is no economy of today"] == 1
    assert found.left_out["of a part of the total (products)"] == 1


@pytest.mark.parametrize(
    ("indicator", "flow"),
    [("MPRT-TRD-VL", ("imports", "cif")), ("XPRT-TRD-VL", ("exports", "fob"))],
)
def test_the_indicator_of_an_answer_of_wits_is_the_flow(tmp_path, indicator, flow):
    """MPRT is what the reporter buys; a share or a count of products is not trade."""
    text = (FIXTURES / "wits.json").read_text(encoding="utf-8")
    path = tmp_path / "answer.json"
    path.write_text(text.replace("XPRT-TRD-VL", indicator), encoding="utf-8")
    other = tmp_path / "other.json"
    other.write_text(text.replace("XPRT-TRD-VL", "XPRT-PRDCT-SHR"), encoding="utf-8")

    found = adapter("wits").read(File(path), Pair())

    assert {(o.flow, o.valuation) for o in found.rows} == {flow}
    assert adapter("wits").read(File(other), Pair()).rows == ()


def test_the_vintage_of_an_answer_of_wits_is_the_day_it_was_prepared():
    """A table has no such day."""
    assert read("wits", "wits.json").vintage == "2021-05-06"
    assert read("wits", "wits.csv").vintage == ""


@pytest.fixture(scope="module")
def unwritten(tmp_path_factory):
    """A new data folder, for what must not write into it."""
    return tables.start(tmp_path_factory.mktemp("new") / "data", ("IND", "CHE"))


@pytest.mark.parametrize("office", sorted(MODULES))
@pytest.mark.parametrize(
    ("file", "own"),
    [
        ("comtrade.json", "comtrade"), ("comtrade.csv", "comtrade"), ("wits.json", "wits"),
        ("wits.csv", "wits"), (BACI, "baci"), ("estat_country.csv", "japan-customs"),
    ],
)  # fmt: skip
def test_a_file_of_another_provider_is_refused_and_named(office, file, own, unwritten):
    """Whatever adapter is asked: no traceback, no exception's own words, but whose file it is."""
    if office == own:
        assert fetch(office, [FIXTURES / file], unwritten, dry_run=True)
        return

    with pytest.raises(ValueError, match=f"looks like a file of {own}: try fetch {own}") as fault:
        fetch(office, [FIXTURES / file], unwritten)

    assert "Error(" not in str(fault.value)


def test_an_answer_of_another_kind_says_what_it_lacks():
    """What a person reads is the part that is not there."""
    with pytest.raises(
        ValueError, match=r"is no answer of WITS \(SDMX-JSON\): it has no structure"
    ):
        read("wits", "comtrade.json")


def test_wits_names_are_read_where_there_are_no_codes():
    """Latin-1, commas inside quotation marks, names that are WITS' own."""
    found = read("wits", "wits_names.csv")

    assert [(o.partner, o.flow, o.valuation, o.printed) for o in found.rows] == [
        ("KOR", "imports", "cif", "16123456.7"),
        ("CIV", "imports", "cif", "321000.4"),
    ]


@pytest.mark.parametrize(
    ("text", "economy"),
    [
        ("ZAR", "COD"), ("TMP", "TLS"), ("SUD", "SDN"), ("MNT", "MNE"), ("RUS", "RUS"),
        ("Russian Federation", "RUS"), ("Vietnam", "VNM"), ("Lao PDR", "LAO"), ("OAS", ""),
        ("World", ""), ("EUN", ""),
    ],
)  # fmt: skip
def test_the_codes_of_wits_are_not_those_of_iso(text, economy):
    """Codes and names from the list of countries of WITS."""
    assert areas.wits(text).economy == economy


def test_baci_adds_up_products_fob_in_thousands_without_a_reporter():
    """The sums by hand, exact; padded cells, a power of ten and NA quantities are read."""
    found = read("baci", BACI)

    sums = {(o.economy, o.partner): o.printed for o in found.rows}
    assert sums == {
        ("IND", "CHE"): str(Decimal("5.25") + Decimal("1222216.972")),
        ("IND", "USA"): "1200",
        ("CHE", "IND"): "13000000.001",
    }
    assert {(o.reporter, o.flow, o.valuation, o.scale) for o in found.rows} == {
        ("", "exports", "fob", 1000)
    }
    assert found.vintage == "HS92 V202401b"
    assert found.note.startswith("sums over the 4 rows of products")


def test_baci_s_rows_of_other_pairs_are_counted_as_rows():
    """Three rows of India and Switzerland, though they are two flows; the USA's is taken."""
    found = read("baci", BACI, Pair("USA"))

    assert [(o.economy, o.partner) for o in found.rows] == [("IND", "USA")]
    assert found.left_out["of other pairs of economies"] == 3


def test_the_archive_of_baci_is_to_be_unpacked(tmp_path):
    """What the CEPII offers is a ZIP of all years."""
    path = tmp_path / "BACI_HS92_V202401b.zip"
    path.write_bytes(b"PK\x03\x04rest")

    with pytest.raises(ValueError, match="is a ZIP archive or a workbook: unpack it"):
        adapter("baci").read(File(path), Pair())


def test_another_table_is_not_taken_for_baci(tmp_path):
    """The list of its country codes lies in the same archive."""
    path = tmp_path / "country_codes_V202401b.csv"
    path.write_text("country_code,country_name,country_iso2,country_iso3\n699,India,IN,IND\n")

    with pytest.raises(ValueError, match=r"the header is country_code, .* that of BACI is t, i"):
        adapter("baci").read(File(path), Pair())


def test_japan_counts_thousands_of_yen_by_month():
    """Exports fob, imports cif, 0 a number; months that are all 0 are not published yet."""
    found = read("japan-customs", "d42ma001.csv", Pair("JPN", "IND"))

    assert [(o.flow, o.valuation, o.period_end, o.printed) for o in found.rows] == [
        ("exports", "fob", date(2019, 11, 30), "101000001"),
        ("imports", "cif", date(2019, 11, 30), "51000002"),
        ("exports", "fob", date(2019, 12, 31), "0"),
        ("imports", "cif", date(2019, 12, 31), "52000002"),
    ]
    assert {(o.reporter, o.unit, o.scale, o.office) for o in found.rows} == {
        ("JPN", "JPY", 1000, "Japan Customs")
    }
    assert found.left_out == {
        "of other pairs of economies": 4,
        "with 702 Unknown, which is no economy of today": 4,
        "of a period that is not published yet (0 throughout)": 1,
    }


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("d42ca001.csv", (date(2018, 1, 1), date(2018, 12, 31))),
        ("d42fa001.csv", (date(2018, 4, 1), date(2019, 3, 31))),
    ],
)
def test_the_years_of_japan_are_calendar_or_fiscal_by_the_name_of_the_file(tmp_path, name, period):
    """The letter that the customs put into the name."""
    path = tmp_path / name
    path.write_bytes("地域\n千円\nYears,Exp-Total,Exp-304\n2018,9,8\n".encode("cp932"))

    (found,) = adapter("japan-customs").read(File(path), Pair()).rows

    assert (found.period_start, found.period_end) == period
    assert (found.partner, found.printed) == ("USA", "8")


def test_a_year_of_japan_in_a_renamed_file_is_refused(tmp_path):
    """Nothing else tells whether it begins in January or in April."""
    path = tmp_path / "trade.csv"
    path.write_text("t\nu\nYears,Exp-304\n2018,8\n")

    with pytest.raises(ValueError, match="keep the name of the provider"):
        adapter("japan-customs").read(File(path), Pair())


def test_a_table_of_estat_has_years_where_every_month_is_published(tmp_path):
    """Twelve months and the year each way; with December all 0, eleven months and no year."""
    whole = read("japan-customs", "estat_country.csv").rows
    text = (FIXTURES / "estat_country.csv").read_text(encoding="utf-8")
    path = tmp_path / "part.csv"
    head, *rows = text.splitlines()
    cut = [head, *(row.rpartition(",")[0] + ",0" for row in rows)]
    path.write_text("\n".join(cut))

    part = adapter("japan-customs").read(File(path), Pair())

    assert len(whole) == 26
    assert {(o.flow, o.printed[0]) for o in whole if o.period_start.month == 4} == {
        ("exports", "6"), ("imports", "5"),
    }  # fmt: skip
    assert [o.printed for o in whole if o.period_start.month == 4] == ["6500003", "5500000"]
    assert [o.printed for o in whole if (o.period_end - o.period_start).days > 31] == [
        "78000012", "66000000",
    ]  # fmt: skip
    assert len(part.rows) == 22
    assert part.left_out["of a period that is not published yet (0 throughout)"] == 3


def test_a_table_of_commodities_is_no_total(tmp_path):
    """e-Stat's tables of commodities come in parts, each of some chapters."""
    path = tmp_path / "ik-100.csv"
    path.write_text("Exp or Imp,Year,HS,Country,Value-Year\n1,2019,'010121000',103,2100\n")

    with pytest.raises(ValueError, match="has a column HS: it holds a part of the trade"):
        adapter("japan-customs").read(File(path), Pair())


@pytest.mark.parametrize(
    ("name", "file", "old", "new", "message"),
    [
        ("wits", "wits.csv", "USA", "QQQ", "row 4: the code 'QQQ' is no area"),
        ("baci", BACI, "2019,58,", "2019,998,", "row 7: the code '998' is no area"),
        ("japan-customs", "d42ma001.csv", "103", "999", "row 4: the code '999' is no area"),
        ("wits", "wits.csv", ",1222222.222", ",n/a", "row 2: 'n/a' is not a numeral"),
        ("baci", BACI, "77.125", "many", "row 5: v: 'many' is not a number"),
        ("wits", "wits.csv", "CHE,Switzerland,2020", "CHE,Switzerland,2019", "is a second number"),
    ],
)
def test_a_fault_is_named_with_its_row(tmp_path, name, file, old, new, message):
    """An unknown code, no number, a second number."""
    path = tmp_path / file
    shutil.copy(FIXTURES / file, path)
    path.write_bytes(path.read_bytes().replace(old.encode(), new.encode()))

    with pytest.raises(ValueError, match=message):
        adapter(name).read(File(path), Pair())
