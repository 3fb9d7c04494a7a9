"""A worked folder of another pair, Chile and Viet Nam; every number and address is invented.

`build` writes it in full: verdicts of every kind, two currencies, a mirror record, growths, a
share, counts with their wholes, an event told twice, a plan. `minimal` writes the least that is a
folder: one source, one claim, one value. Hedges are those of the package.
"""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
TITLE = "Trade of Chile and Viet Nam: an invented example"
AUTHOR = "The makers of the example"
Rows = list[dict[str, Any]]
#: A table's rows, each what it holds of its own, filled up from what most of them share.
PLACE = "https://example.org/pair"


def sources() -> Rows:
    """Documents that do not exist."""
    told = [
        ("andes-post-2022-03-01", "news", "Andes Post", "Example: a record year", "2022-03-01"),
        ("andes-post-2022-06-10", "news", "Andes Post", "Example: half-way", "2022-06-10"),
        ("customs-north-2022", "dataset", "Example Customs A", "Example: trade by partner", "2022"),
        ("customs-south-2022", "dataset", "Example Customs B", "Example: foreign trade", "2022"),
        ("delta-news-2022-03-02", "news", "Delta News", "Example: the partner tells", "2022-03-02"),
        ("jornal-2022-03-05", "news", "Jornal Exemplo", "Exemplo: um ano recorde", "2022-03-05"),
        ("ministries-2021", "official_page", "Example Ministries", "Example: the plan", "2021-05"),
        ("rates-2022", "dataset", "Example Bank", "Example: yearly averages", "2022"),
    ]  # fmt: skip
    names = ("source_id", "kind", "publisher", "title", "published")
    rows = [dict(zip(names, row, strict=True)) for row in told]
    common = {"accessed": "2022-07-01", "language": "en", "note": "invented"}
    for row in rows:
        row |= common | {"url": f"{PLACE}/{row['source_id']}"}
    rows[5]["language"] = "pt"
    return rows


def claims() -> Rows:
    """Statements that nobody made."""
    minister = {
        "speaker": "the trade minister",
        "speaker_role": "minister",
        "said_on": "2022-03-01",
    }
    chile = minister | {"speaker_economy": "CHL", "attribution": "direct"}
    partner = minister | {"speaker_economy": "VNM", "speaker": "the deputy minister"}
    agency = {"speaker": "Andes Post", "speaker_role": "news agency", "attribution": "unattributed"}
    told = [
        ("ap-exports", "grew by 20.2% last year", "trade", "Exports grew in 2021.", chile),
        ("ap-imports", "imports rose by over 20%", "trade", "Imports rose in 2021.", chile),
        ("ap-levels", "exports of 300 million dollars", "trade", "Levels of 2021.", agency),
        ("ap-pesos", "some 228 billion pesos", "trade", "Exports in pesos.", agency),
        ("ap-plan", "mining, and fruit for cities", "plan", "Fields of the plan.", agency),
        ("ap-projects", "over 40 out of 90 projects", "projects", "Projects run.", chile),
        ("ap-target", "reach 500 million by 2025", "trade", "A target.", chile),
        ("ap-turnover", "trade jumped by 30%", "trade", "Trade grew in 2021.", chile),
        ("dn-forum", "the forum in late May", "event", "The forum was ahead.", partner),
        ("dn-growth", "purchases were up 22.6%", "trade", "Purchases grew in 2021.", partner),
        ("dn-services", "services were slightly down", "trade", "Services fell.", partner),
        ("half-forum", "opened on 27 May", "event", "The forum was held.", agency),
        ("half-projects", "38 projects are running", "projects", "Fewer projects.", partner),
        ("half-year", "nearly 160 million in January-June", "trade", "Half a year.", agency),
        ("jx-growth", "cresceu mais de 20%", "trade", "Exports grew in 2021.", chile),
    ]  # fmt: skip
    names = ("claim_id", "fragment", "topic", "summary")
    rows = [dict(zip(names, row[:4], strict=True)) | row[4] for row in told]
    of = {
        "ap": "andes-post-2022-03-01", "dn": "delta-news-2022-03-02",
        "half": "andes-post-2022-06-10", "jx": "jornal-2022-03-05",
    }  # fmt: skip
    for number, row in enumerate(rows):
        row |= {"paragraph": number % 7 + 1, "read_at_source": "true"}
        row["source_id"] = of[row["claim_id"].partition("-")[0]]
        if row["speaker"] == "Andes Post":
            row.pop("said_on", None)
        row.setdefault("attribution", "indirect")
        if row["source_id"] == of["half"]:
            row.pop("said_on", None)
    rows[-1] |= {"repeats_inferred": "ap-exports"}
    return rows


def values() -> Rows:
    """Numbers that nobody named, in the terms of the tables."""
    year = {"period_start": "2021-01-01", "period_end": "2021-12-31", "period_printed": "last year"}
    base = {"base_start": "2020-01-01", "base_end": "2020-12-31", "base_stated": "false"}
    chile = {"economy": "CHL", "partner": "VNM", "reporter": "CHL"}
    mirror = {"economy": "VNM", "partner": "CHL", "reporter": "VNM"}
    growth = {"measure": "growth", "direction": "up", "unit": "percent", "scale": 1} | year | base
    level = {"measure": "level", "currency": "USD", "unit": "USD", "scale": 10**6} | year | chile
    count = {"measure": "count", "unit": "count", "scale": 1, "counted": "projects"}
    run = count | {"stage": "under_way", "as_of": "2022-03-01"}
    half = {"period_start": "2022-01-01", "period_end": "2022-06-30", "period_printed": ""}
    told = [
        ("ap-exports-growth", "20.2", growth | chile | {"flow": "exports"}),
        ("ap-imports-growth", "20", growth | chile | {"flow": "imports", "hedge": "over"}),
        ("ap-levels-exports", "300", level | {"flow": "exports"}),
        ("ap-levels-imports", "1.0", level | {"flow": "imports", "scale": 10**9}),
        ("ap-levels-share", "23", level | {
            "measure": "share", "flow": "exports", "unit": "percent", "scale": 1, "currency": "",
            "hedge": "about", "part_of": "ap-levels-turnover"}),
        ("ap-levels-turnover", "1.5", level | {"flow": "turnover", "scale": 10**9}),
        ("ap-pesos-exports", "228", level | {
            "flow": "exports", "currency": "CLP", "unit": "CLP", "scale": 10**9}),
        ("ap-projects-all", "90", run | {"stage": "proposed"}),
        ("ap-projects-run", "40", run | {"hedge": "over", "part_of": "ap-projects-all"}),
        ("ap-target-exports", "500", level | {
            "flow": "exports", "status": "target", "period_start": "2025-01-01",
            "period_end": "2025-12-31", "period_printed": "by 2025"}),
        ("ap-turnover-growth", "30", growth | chile | {"flow": "turnover"}),
        ("dn-growth-imports", "22.6", growth | mirror | {"flow": "imports"}),
        ("dn-services-growth", "", growth | mirror | {
            "flow": "turnover", "scope": "services", "direction": "down", "unit": "",
            "scale": ""}),
        ("half-projects-run", "38", run | {"as_of": "2022-06-10"}),
        ("half-year-exports", "160", level | half | {"flow": "exports", "hedge": "nearly"}),
        ("jx-growth-exports", "20", growth | chile | {"flow": "exports", "hedge": "mais de"}),
    ]  # fmt: skip
    rows = []
    for value_id, printed, more in told:
        claim_id = "-".join(value_id.split("-")[:2])
        given = {"value_id": value_id, "claim_id": claim_id, "status": "reported"}
        rows.append(given | {"printed": printed, "value": printed} | more)
    return rows


def statistics() -> Rows:
    """Official levels of two offices that do not exist, in million dollars."""
    printed = {
        ("CHL", "exports"): ("250.0", "300.4"), ("CHL", "imports"): ("800.5", "1001.2"),
        ("VNM", "exports"): ("790.0", "995.0"), ("VNM", "imports"): ("270.1", "331.0"),
    }  # fmt: skip
    names = {"CHL": ("A", "customs-north-2022"), "VNM": ("B", "customs-south-2022")}
    rows = []
    for (reporter, flow), levels in printed.items():
        office, source_id = names[reporter]
        for year, text in zip((2020, 2021), levels, strict=True):
            rows.append({
                "provider": f"Example Customs {office}", "reporter": reporter, "economy": reporter,
                "partner": "VNM" if reporter == "CHL" else "CHL", "flow": flow, "measure": "level",
                "scope": "goods", "valuation": "fob" if flow == "exports" else "cif",
                "period_start": f"{year}-01-01", "period_end": f"{year}-12-31", "unit": "USD",
                "vintage": "2022-02-15", "office": f"Example Customs {office}", "printed": text,
                "value": text, "scale": 10**6, "status": "final", "source_id": source_id,
            })  # fmt: skip
    return rows


def others() -> dict[str, Rows]:
    """Exchange rates, an event told twice, a plan of three points with its fields, a correction."""
    forum = {"event_id": "forum-2022", "name": "Example forum", "place": "Valdivia"}
    rate = {"currency": "CLP", "kind": "annual_average", "source_id": "rates-2022"}
    plan = {"plan": "example-2021"}
    named = plan | {"claim_id": "ap-plan", "basis": "ours"}
    points = {1: "Mining", 2: "Farm goods", 3: "Ports"}
    return {
        "exchange_rates": [
            rate | {"period_start": f"{year}-01-01", "period_end": f"{year}-12-31"}
            | {"printed": text, "value": text}
            for year, text in {2020: "790.0", 2021: "760.0"}.items()
        ],
        "events": [
            forum | {"claim_id": "dn-forum", "start": "2022-05-21", "end": "2022-05-31"}
            | {"date_printed": "late May", "date_precision": "month_part", "status": "planned"},
            forum | {"claim_id": "half-forum", "start": "2022-05-27", "end": "2022-05-27"}
            | {"date_printed": "27 May", "date_precision": "day", "status": "held"},
        ],
        "plan_points": [
            plan | {"point": point, "name": name, "source_id": "ministries-2021"}
            for point, name in points.items()
        ],
        "plan_fields": [
            named | {"field": "city transport"}, named | {"field": "fruit", "point": 2},
            named | {"field": "mining", "point": 1, "basis": "stated"},
        ],
        "corrections": [
            {"date": "2022-07-02", "table": "reported_values", "key": "ap-target-exports",
             "column": "printed", "before": "550", "after": "500", "reason": "Misread."},
        ],
    }  # fmt: skip


def build(folder: Path) -> Path:
    """The folder, written in full with a description of its own."""
    _describe(folder)
    tables = {"sources": sources(), "claims": claims(), "reported_values": values()}
    _write(folder, tables | {"statistics": statistics()} | others())
    return folder


def minimal(folder: Path) -> Path:
    """A folder of one source, one claim and one value, read by the shipped description."""
    folder.mkdir(parents=True)
    tables = {"sources": sources()[:1], "claims": claims()[:1], "reported_values": values()[:1]}
    _write(folder, tables)
    return folder


def texts(folder: Path) -> Path:
    """The documents themselves, as a person would have saved them: a paragraph a line."""
    folder.mkdir(parents=True)
    for source in sources():
        lines = [str(source["title"]), *["Nothing is told here."] * 7]
        for claim in claims():
            if claim["source_id"] == source["source_id"]:
                lines[claim["paragraph"]] += f" It says: {claim['fragment']}."
        (folder / f"{source['source_id']}.txt").write_text("\n\n".join(lines), encoding="utf-8")
    return folder


def _describe(folder: Path) -> None:
    """The shipped schemas under the title and authors of the example."""
    folder.mkdir(parents=True)
    shipped = json.loads((ROOT / "data" / "datapackage.json").read_text(encoding="utf-8"))
    own = {
        "name": "invented-pair", "title": TITLE, "description": "Invented for tests.",
        "contributors": [{"title": AUTHOR, "roles": ["creator"]}],
        "created": "2022-07-01T00:00:00Z", "licenses": [],
    }  # fmt: skip
    (folder / "datapackage.json").write_text(json.dumps(shipped | own), encoding="utf-8")


def _write(folder: Path, tables: dict[str, Rows]) -> None:
    """Each table with its columns, its rows sorted by key; tables that are not given are empty."""
    resources = json.loads((ROOT / "data" / "datapackage.json").read_text(encoding="utf-8"))
    for resource in resources["resources"]:
        name, schema = resource["name"], resource["schema"]
        key = (
            [schema["primaryKey"]]
            if isinstance(schema["primaryKey"], str)
            else schema["primaryKey"]
        )
        rows = sorted(tables.get(name, []), key=lambda row: [str(row.get(k, "")) for k in key])
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            columns = [field["name"] for field in schema["fields"]]
            writer = csv.DictWriter(file, columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    shutil.copyfile(ROOT / "data" / "hedges.csv", folder / "hedges.csv")
