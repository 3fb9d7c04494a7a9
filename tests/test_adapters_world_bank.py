"""Official exchange rates of the World Bank: by currency, not by country, and each once.

The forms follow the Bank's help pages ("Basic Call Structures" of the Indicators API, "Aggregates
and lastupdated" in its answers, the CSV of a download, WDI's bulk file, DataBank's export) and the
documentation of Data360; every value in them is invented.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pycountry
import pytest

from analysis import tables
from analysis.adapters import adapter, world_bank
from analysis.adapters.files import File
from analysis.adapters.rows import Found, Pair
from analysis.definitions import annual
from analysis.tables.cells import known

#: Economy -> year -> rate as printed.
RATES = {
    "JPN": {"2017": "112.10", "2018": "110.423178666667"},
    "EMU": {"1998": "", "2018": "0.8467"},
    "DEU": {"1998": "1.7597", "2018": "0.846772667108111"},
    "EST": {"2010": "11.81", "2018": "0.846772667108111"},
    "RUS": {"1995": "4.5592", "2018": "62.7"},
    "USA": {"2018": "1"},
    "WLD": {"2018": ""},
    "SEN": {"2018": "555.45"},
    "MLI": {"2018": "555.45"},
}
#: What is to be taken where nothing is asked for, by hand: the euro by the euro area's own row.
TAKEN = {
    ("JPY", 2017): "112.10", ("JPY", 2018): "110.423178666667", ("EUR", 2018): "0.8467",
    ("RUB", 1995): "4.5592", ("RUB", 2018): "62.7", ("XOF", 2018): "555.45",
}  # fmt: skip
LEFT_OUT = {
    "before an economy took its present currency": 2,
    "of a currency that another economy of the file has too": 3,
    "of the dollar itself": 1,
    "of groups of economies, or of economies without one currency": 1,
    "without a rate": 1,
}


def years(rates: dict) -> list[str]:
    """The years of the rates."""
    return sorted({year for one in rates.values() for year in one})


def api(rates: dict) -> str:
    """The answer of the API in JSON: what is asked about the page, then the rows."""
    rows = [
        {"indicator": {"id": "PA.NUS.FCRF", "value": "Official exchange rate"},
         "country": {"id": code[:2], "value": code}, "countryiso3code": code, "date": year,
         "value": f"<{rate}>" if rate else None, "unit": "", "obs_status": "", "decimal": 2}
        for code, one in rates.items() for year, rate in sorted(one.items(), reverse=True)
    ]  # fmt: skip
    page = {"page": 1, "pages": 1, "per_page": 20000, "total": len(rows), "sourceid": "2",
            "lastupdated": "2019-04-24"}  # fmt: skip
    return json.dumps([page, rows]).replace('"<', "").replace('>"', "")


def table(head: list[str], lines: list[list[str]], end: str = "") -> str:
    """A CSV with every cell in quotes."""
    return "".join(",".join(f'"{cell}"' for cell in line) + end + "\n" for line in [head, *lines])


def download(rates: dict) -> str:
    """The CSV of a download: lines above the header, a comma at the end of each."""
    head = ["Country Name", "Country Code", "Indicator Name", "Indicator Code", *years(rates)]
    lines = [
        [f"{code}, Rep.", code, "Official exchange rate", "PA.NUS.FCRF",
         *(one.get(year, "") for year in years(rates))]
        for code, one in rates.items()
    ]  # fmt: skip
    above = (
        '\ufeff"Data Source","World Development Indicators",\n\n'
        '"Last Updated Date","2019-04-24",\n\n'
    )
    return above + table(head, lines, ",")


def bulk(rates: dict) -> str:
    """WDI's bulk CSV: every indicator in one file."""
    head, *lines = download(rates).split("\n\n")[-1].replace('",\n', '"\n').splitlines()
    other = lines[0].replace("PA.NUS.FCRF", "NY.GDP.MKTP.CD")
    return "\n".join([head, other, *lines]) + "\n"


def databank(rates: dict) -> str:
    """DataBank's export: years twice in the header, two dots where there is nothing, a footer."""
    head = ["Country Name", "Country Code", "Series Name", "Series Code",
            *(f"{year} [YR{year}]" for year in years(rates))]  # fmt: skip
    lines = [
        [code, code, "Official exchange rate", "PA.NUS.FCRF",
         *(one.get(year) or ".." for year in years(rates))]
        for code, one in rates.items()
    ]  # fmt: skip
    footer = '\n\n"Data from database: World Development Indicators"\n"Last Updated: 04/24/2019"\n'
    return table(head, lines).rstrip("\n") + footer


def data360(rates: dict) -> list[dict[str, str]]:
    """The rows of Data360."""
    return [
        {"DATABASE_ID": "WB_WDI", "INDICATOR": "WB_WDI_PA_NUS_FCRF", "REF_AREA": code,
         "TIME_PERIOD": year, "OBS_VALUE": rate, "FREQ": "A", "UNIT_MULT": "0"}
        for code, one in rates.items() for year, rate in one.items()
    ]  # fmt: skip


def data360_csv(rates: dict) -> str:
    """Data360 as CSV."""
    rows = data360(rates)
    return table(list(rows[0]), [list(row.values()) for row in rows])


def data360_json(rates: dict) -> str:
    """Data360 as JSON."""
    return json.dumps({"count": 1, "value": data360(rates)})


FORMS = {
    "api.json": api, "download.csv": download, "bulk.csv": bulk, "databank.csv": databank,
    "data360.csv": data360_csv, "data360.json": data360_json,
}  # fmt: skip


def read(tmp_path: Path, name: str, rates: dict, pair: Pair = Pair()) -> Found:  # noqa: B008
    """Rates in one of the forms, read by the adapter."""
    path = tmp_path / name
    path.write_text(FORMS[name](rates), encoding="utf-8")
    return adapter("world-bank").read(File(path), pair)


def taken(found: Found) -> dict[tuple[str, int], str]:
    """(currency, year) -> rate as printed."""
    return {(one.currency, one.period_start.year): one.printed for one in found.rows}


@pytest.mark.parametrize("name", FORMS)
def test_every_form_gives_the_same_rates(name, tmp_path):
    """By currency and whole year, as printed; groups, the dollar and past currencies left out."""
    found = read(tmp_path, name, RATES)

    assert taken(found) == TAKEN
    for one in found.rows:
        assert one.kind == "annual_average"
        assert (one.period_start.timetuple().tm_yday, one.period_end.month) == (1, 12)
        assert one.period_end.day == 31
    told = Counter(found.left_out)
    blank = told.pop("without a rate")
    assert blank >= LEFT_OUT["without a rate"]  # tables with a column a year have more blanks
    groups = told.pop("of groups of economies, or of economies without one currency")
    dollars = told.pop("of the dollar itself")
    assert (groups, dollars) >= (1, 1)
    assert told == {reason: LEFT_OUT[reason] for reason in told}


def test_what_is_left_out_is_counted_by_its_reason(tmp_path):
    """A form with a row a rate has each rate once."""
    assert read(tmp_path, "api.json", RATES).left_out == LEFT_OUT


@pytest.mark.parametrize("name", ["api.json", "download.csv", "databank.csv"])
def test_the_vintage_is_the_day_of_the_last_update(name, tmp_path):
    """The file says it, each form in its own way."""
    found = read(tmp_path, name, RATES)

    assert found.vintage == "2019-04-24"
    assert "redenominated" in found.note


def test_a_pair_takes_the_currencies_of_its_two_economies(tmp_path):
    """The euro comes from the member itself then, and only since it has it."""
    found = read(tmp_path, "download.csv", RATES, Pair("EST", "RUS"))

    assert taken(found) == {
        ("EUR", 2018): "0.846772667108111", ("RUB", 1995): "4.5592", ("RUB", 2018): "62.7",
    }  # fmt: skip


def test_members_without_the_area_must_agree(tmp_path):
    """Two rates of one currency for one year are refused with both, unless they are the same."""
    rates = {"DEU": {"2018": "0.8467"}, "FRA": {"2018": "0.84670"}, "ITA": {"2018": "0.85"}}

    same = read(tmp_path, "data360.csv", {code: rates[code] for code in ("DEU", "FRA")})
    assert taken(same) == {("EUR", 2018): "0.8467"}
    with pytest.raises(ValueError, match=r"row 4: 0\.85 for ITA is a second rate of EUR for 2018, "
                       r"after 0\.8467 for DEU in row 2: ask for one of the two"):  # fmt: skip
        read(tmp_path, "data360.csv", rates)


@pytest.mark.parametrize("order", [("EMU", "DEU"), ("DEU", "EMU")])
def test_the_euro_area_tells_the_rate_of_the_euro(order, tmp_path):
    """Wherever its row stands."""
    found = read(tmp_path, "data360.csv", {code: RATES[code] for code in order})

    assert taken(found) == {("EUR", 2018): "0.8467"}


@pytest.mark.parametrize(
    ("economy", "first"),
    [("DEU", 1999), ("GRC", 2001), ("SVN", 2007), ("SVK", 2009), ("EST", 2011), ("LVA", 2014),
     ("LTU", 2015), ("HRV", 2023), ("BGR", 2026)],
)  # fmt: skip
def test_the_euro_begins_with_the_year_in_which_an_economy_joined(economy, first, tmp_path):
    """The year before is in the currency of before."""
    rates = {economy: {str(first - 1): "2.5", str(first): "0.9"}}

    assert taken(read(tmp_path, "api.json", rates)) == {("EUR", first): "0.9"}


def test_the_table_of_currencies_is_of_known_codes():
    """Economies of ISO 3166-1 and currencies of ISO 4217, as `validate` asks for them."""
    for economy, currency in world_bank.currencies().items():
        assert economy == "EMU" or known("ISO 3166-1", economy), economy
        assert known("ISO 4217", currency.code), currency
    assert len(world_bank.currencies()) > 0.95 * len(pycountry.countries)


def test_rates_are_those_of_the_shipped_table(tmp_path):
    """What was copied by hand from the Bank for the worked case comes out of a file the same."""
    own = tables.load().exchange_rates
    yen = own[own["currency"] == "JPY"]
    rates = {"JPN": dict(zip(yen["period_start"].dt.strftime("%Y"), yen["printed"], strict=True))}

    found = read(tmp_path, "download.csv", rates)

    assert taken(found) == {
        ("JPY", year): str(own["printed"][row]) for row, year in zip(
            yen.index, yen["period_start"].dt.year, strict=True)
    }  # fmt: skip
    assert {("JPY", int(year)) for year in rates["JPN"]} <= set(annual(own))


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.json", api(RATES).replace('"pages": 1', '"pages": 3'), "page 1 of 3: ask for all rows"),
        ("a.json", '[{"message": [{"id": "120", "value": "Invalid"}]}]', "is no answer with data"),
        ("a.json", api(RATES).replace("PA.NUS.FCRF", "PA.NUS.ATLS"), "row 1: is of PA.NUS.ATLS"),
        ("a.json", api({"JPN": {"2018": "0"}}), "row 1: the rate of JPN for 2018 is not above 0"),
        ("a.csv", data360_csv({"JPN": {"2018": "many"}}), "row 2: 'many' is not a numeral"),
        ("a.csv", download(RATES)[:-30], "row 14: has 4 cells where the header has 10"),
        ("a.csv", download(RATES).replace("PA.NUS", "PX.NUS"), "has no row of PA.NUS.FCRF"),
        ("a.csv", "a,b\n1,2\n", "row 1: has no header with Country Code or REF_AREA"),
    ],
)
def test_what_cannot_be_taken_is_told(name, text, message, tmp_path):
    """A cut answer, another indicator and what is no rate are refused."""
    (tmp_path / name).write_text(text, encoding="utf-8")

    with pytest.raises(ValueError, match=message):
        world_bank.read(File(tmp_path / name), Pair())
