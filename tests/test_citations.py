"""References and JSON-LD: what readers of each format get is what the tables hold."""

from __future__ import annotations

import json
import math
import tomllib
import warnings
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser

import bibtexparser
import pandas as pd
import pytest
import yaml
from bibtexparser.middlewares import LatexDecodingMiddleware
from conftest import ROOT
from jsonschema import Draft202012Validator
from pylatexenc import latex2text

from analysis import citations, tables

TASS = "tass-2019-06-10"
#: Every character that BibTeX, TeX, JSON or HTML takes for a command, alone and in pairs.
HOSTILE = (
    "A {brace}, an } alone, { too; 100% & more: $5 #1 a_b ~x ^y \\end{x} \\\\ \"quoted\" ''two'' "
    '``three`` -- --- ?` <<a>> ,,b "},} @misc{x, </script><script>alert(1)</script> <!-- ]]> '
    "\u202etfel\u202c Абэ 第15回 قمة =1+1"
)


def spoilt(data: tables.Tables, table: str, row: int = 0, **cells: object) -> tables.Tables:
    """The tables with other cells in one row."""
    frame = getattr(data, table).copy()
    for column, cell in cells.items():
        frame.loc[row, column] = cell
    return replace(data, **{table: frame})


@cache
def schema(name: str) -> Draft202012Validator:
    """A schema of tests/schemas, itself found sound."""
    found = json.loads((ROOT / "tests" / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(found)
    return Draft202012Validator(found)


def faults(name: str, document: object) -> list[str]:
    """What a schema finds wrong, as text."""
    return [f"{list(e.absolute_path)}: {e.message}" for e in schema(name).iter_errors(document)]


def decoder() -> latex2text.LatexNodes2Text:
    """pylatexenc, told three commands of LaTeX that it does not know or takes for an accent."""
    context = latex2text.get_default_latex_context_db()
    signs = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^"}
    macros = [latex2text.MacroTextSpec(name, sign) for name, sign in signs.items()]
    context.add_context_category("texts", prepend=True, macros=macros)
    return latex2text.LatexNodes2Text(latex_context=context)


def read(text: str) -> dict[str, dict[str, str]]:
    """BibTeX read by bibtexparser: key -> field -> text."""
    library = bibtexparser.parse_string(
        text, append_middleware=[LatexDecodingMiddleware(decoder=decoder())]
    )
    assert library.failed_blocks == []
    return {e.key: {f.key: str(f.value) for f in e.fields} for e in library.entries}


def rendered(items: list[dict[str, object]]) -> list[str]:
    """The items as a style sets them, by citeproc."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from citeproc import (
            Citation,
            CitationItem,
            CitationStylesBibliography,
            CitationStylesStyle,
            formatter,
        )
        from citeproc.source.json import CiteProcJSON

        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        for item in items:
            bibliography.register(Citation([CitationItem(str(item["id"]).lower())]))
        return [str(entry) for entry in bibliography.bibliography()]


def test_the_examples_of_a_new_folder_are_cited_by_name_alone(tmp_path):
    """Until one of their claims is confirmed, or of a source of one's own with such a name."""
    data = tables.load(tables.start(tmp_path / "new", ("MEX", "KOR")))
    read = spoilt(data, "claims", read_at_source=True)
    own = spoilt(data, "sources", source_id="courier")
    own = replace(own, claims=own.claims.assign(source_id="courier"))

    assert citations.examples(data) == {"example-article"}
    assert citations.bibtex(data) == ""
    assert citations.csl_json(data) == []
    assert "citation" not in citations.dataset_json_ld(data)
    assert citations.bibtex(data, ["example-article"]).startswith("@misc{example-article,")
    assert [list(citations.bibtex_entries(one)) for one in (read, own)] == [
        ["example-article"],
        ["courier"],
    ]


def test_every_source_is_a_reference_in_both_formats(data):
    """One entry a source, under its source_id."""
    keys = set(data.sources["source_id"])

    assert set(read(citations.bibtex(data))) == keys
    assert {item["id"] for item in citations.csl_json(data)} == keys


def test_sources_may_be_chosen_and_come_in_that_order(data):
    """Each once, as asked."""
    asked = [TASS, "rt-2017", TASS]

    assert [item["id"] for item in citations.csl_json(data, asked)] == [TASS, "rt-2017"]
    assert list(read(citations.bibtex(data, asked))) == [TASS, "rt-2017"]


def test_a_claim_or_a_value_stands_for_its_source(data):
    """Whatever row of the tables is named, the reference is that of the source it comes from."""
    values = data.reported_values.merge(data.claims, on="claim_id")
    for keys in (data.claims[["source_id", "claim_id"]], values[["source_id", "value_id"]]):
        for source, named in keys.groupby("source_id").agg(list).itertuples(name=None):
            for asked in (named[:1], [*named, source]):
                assert [item["id"] for item in citations.csl_json(data, asked)] == [source]


def test_an_unknown_key_is_named_with_those_near_it(data):
    """The error says which, what is spelt alike, where keys stand; nonsense has none near."""
    value = "tass-2019-06-10-oreshkin-growth-2018"
    with pytest.raises(ValueError, match=rf"value {value}8 \(near it: {value}[,)]"):
        citations.bibtex(data, [TASS, f"{value}8"])
    with pytest.raises(ValueError, match=r"claim or value @@@@: give keys of sources\.csv, claims"):
        citations.csl_json(data, ["@@@@"])


def test_titles_of_any_script_come_back_from_bibtex(data):
    """Whatever letters a title and a publisher are written in."""
    found = read(citations.bibtex(data))

    for row in data.sources.itertuples():
        assert found[row.source_id].get("title") == (None if pd.isna(row.title) else row.title)
        assert found[row.source_id]["howpublished"] == row.publisher


@pytest.mark.parametrize("text", [HOSTILE, HOSTILE[::-1], *HOSTILE.split(), "x" * 10_000])
def test_hostile_texts_come_back_from_bibtex(data, text):
    """No text ends its field, its entry, or becomes a command."""
    text = " ".join(text.split())
    spoilt_data = spoilt(data, "sources", 3, title=text, publisher=f"P {text}")
    keys = data.sources["source_id"][2:5].tolist()

    found = read(citations.bibtex(spoilt_data, keys))

    assert list(found) == keys
    entry = found[keys[1]]
    assert (entry["title"], entry["howpublished"]) == (text, f"P {text}")


def test_braces_are_balanced_as_bibtex_counts_them(data):
    """BibTeX counts braces whether a backslash stands before them or not."""
    text = citations.bibtex(spoilt(data, "sources", title="}}} { \\{ \\}"))
    depth = 0
    for sign in text:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    assert depth == 0


def test_a_missing_cell_gives_no_field(data):
    """A source of which little is known is a short reference."""
    unknown = dict.fromkeys(["title", "url", "archive_url", "published"], None)
    bare = spoilt(data, "sources", **unknown, accessed=pd.NaT)
    key = bare.sources["source_id"][0]

    assert set(read(citations.bibtex(bare, [key]))[key]) == {"howpublished", "language"}
    (item,) = citations.csl_json(bare, [key])
    assert not {"title", "URL", "issued", "accessed", "archive_location"} & set(item)
    (claim, *_) = citations.claims_json_ld(bare, [key])["@graph"]
    assert not {"name", "url", "datePublished", "archivedAt"} & set(claim["appearance"])


@pytest.mark.parametrize(
    ("published", "parts", "fields"),
    [
        ("2018", [2018], {"year": "2018", "date": "2018"}),
        ("2018-03", [2018, 3], {"year": "2018", "month": "mar", "date": "2018-03"}),
        ("2018-03-07", [2018, 3, 7], {"year": "2018", "month": "mar", "date": "2018-03-07"}),
    ],
)
def test_dates_keep_the_precision_that_is_known(data, published, parts, fields):
    """March 2018 is not the first of March."""
    dated = spoilt(data, "sources", published=published, archive_url="https://archive.example/x_y")
    key = dated.sources["source_id"][0]
    (item,) = citations.csl_json(dated, [key])
    entry = read(citations.bibtex(dated, [key]))[key]

    assert item["issued"] == {"date-parts": [parts]}
    assert {name: entry.get(name) for name in ("year", "month", "date")} == {
        "month": None, **fields
    }  # fmt: skip
    assert entry["note"] == "archived at https://archive.example/x_y"
    assert item["archive_location"] == "https://archive.example/x_y"
    assert entry["urldate"] == "2026-11-22"
    assert item["accessed"] == {"date-parts": [[2026, 11, 22]]}


def test_csl_items_fit_their_schema_and_render(data):
    """citeproc sets every reference, with its title, publisher, year and address."""
    items = citations.csl_json(data)
    entries = dict(zip([item["id"] for item in items], rendered(items), strict=True))

    assert faults("csl", items) == []
    assert len(entries) == len(data.sources)
    assert "Russian-Japanese cooperation plan starts producing" in entries[TASS]
    assert "(2019)" in entries[TASS]
    assert "TASS" in entries[TASS]
    assert "https://tass.com/economy/1062990" in entries[TASS]


def test_csl_items_keep_hostile_texts(data):
    """JSON needs no other spelling; the text arrives as it is."""
    asked = data.sources["source_id"].head(3).tolist()
    items = citations.csl_json(spoilt(data, "sources", title=HOSTILE), asked)
    again = json.loads(json.dumps(items))

    assert faults("csl", again) == []
    assert again[0]["title"] == HOSTILE
    assert len(rendered(again)) == len(items)


def test_claims_fit_their_schema(data):
    """Every claim of every source, under every reading."""
    for reading in ("literal", "usual", "charitable"):
        assert faults("claims", citations.claims_json_ld(data, reading=reading)) == []


def test_only_claims_read_at_their_source_are_told(data):
    """What no chart uses is no statement for machines either."""
    told = {node["identifier"] for node in citations.claims_json_ld(data)["@graph"]}
    read_there = data.claims["read_at_source"].astype(bool)

    assert told == set(data.claims["claim_id"][read_there])


def quantities(data: tables.Tables, reading: str = "usual") -> dict[str, dict[str, object]]:
    """value_id -> its node."""
    graph = citations.claims_json_ld(data, reading=reading)["@graph"]
    return {node["identifier"]: node for claim in graph for node in claim.get("about", [])}


def test_numbers_are_numbers_with_the_ends_that_the_words_allow(data):
    """+17% is 17 between 16.5 and 17.5 percent; over 60 begins at 61 and is told in words."""
    found = quantities(data)
    growth = found["tass-2019-06-10-oreshkin-growth-2018"]
    started = found["tass-2019-06-10-projects-started"]

    assert [growth[name] for name in ("value", "minValue", "maxValue")] == [17, 16.5, 17.5]
    assert (growth["unitText"], growth["unitCode"]) == ("percent", "P1")
    assert "value" not in started
    assert (started["minValue"], started["description"]) == (61, "over 60")
    open_end = quantities(data, "literal")["tass-2019-06-10-projects-started"]
    assert open_end["minValue"] == 61
    assert "maxValue" not in open_end


def test_amounts_are_told_in_whole_units_of_their_currency(data):
    """The scale is applied: USD 18.156 bn is 18156000000."""
    values = data.reported_values.set_index("value_id")
    for key, node in quantities(data).items():
        if "value" in node:
            row = values.loc[key]
            assert math.isclose(node["value"], row["value"] * row["scale"])
            assert (
                node.get("minValue", -math.inf) <= node["value"] <= node.get("maxValue", math.inf)
            )


def test_the_dataset_fits_its_schema(data):
    """Version, licence, variables with numbers, period, places and sources."""
    node = citations.dataset_json_ld(data)

    assert faults("dataset", node) == []
    assert node["version"] == tables.version(data)
    assert node["license"] == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert [place["identifier"] for place in node["spatialCoverage"]] == ["JPN", "RUS"]
    assert {one["identifier"] for one in node["citation"]} == set(data.sources["source_id"])
    first, last = node["temporalCoverage"].split("/")
    starts = data.reported_values["period_start"].dropna()
    assert pd.Timestamp(first) in set(starts)
    assert pd.Timestamp(last) in set(data.reported_values["period_end"].dropna())
    variables = {(one["name"], one["unitText"]): one for one in node["variableMeasured"]}
    assert variables["turnover, growth", "percent"]["maxValue"] >= 17


def described(folder, **changes):
    """A folder whose description says other things of it; what is None is not said."""
    file = folder / "datapackage.json"
    package = {**json.loads(file.read_text(encoding="utf-8")), **changes}
    kept = {name: cell for name, cell in package.items() if cell is not None}
    file.write_text(json.dumps(kept), encoding="utf-8")
    return tables.load(folder)


def test_the_data_are_cited_with_author_and_day(folder):
    """Contributors who made the data are authors by their whole name; others are none."""
    names = ["Müller & Sons, Ltd and Partners", "Абэ"]
    people = [{"title": names[0]}, {"title": names[1], "roles": ["author"]}]
    others = [{"title": "A funder", "roles": ["funder"]}, {"path": "https://example.org"}]
    data = described(folder, contributors=people + others, created="2020-02-29T23:59:59Z")
    text = citations.dataset_bibtex(data)
    (entry,) = read(text).values()
    item, node = citations.dataset_csl_json(data), citations.dataset_json_ld(data)

    assert "author = {{Müller \\& Sons, Ltd and Partners} and {Абэ}}," in text
    assert (entry["year"], entry["month"], entry["date"]) == ("2020", "feb", "2020-02-29")
    assert item["author"] == [{"literal": name} for name in names]
    assert item["issued"] == {"date-parts": [[2020, 2, 29]]}
    assert [one["name"] for one in node["creator"]] == names
    assert node["dateCreated"] == "2020-02-29"
    assert faults("csl", [item]) + faults("dataset", node) == []
    assert all(part in rendered([item])[0] for part in ("Müller & Sons", "2020"))


@pytest.mark.parametrize("created", [None, "", "soon", "2020-02-30T00:00:00Z"])
def test_data_without_author_or_day_have_no_such_field(folder, created):
    """Nobody and no day is made up."""
    data = described(folder, contributors=None, created=created)
    (entry,) = read(citations.dataset_bibtex(data)).values()

    assert not {"author", "year", "month", "date"} & set(entry)
    assert not {"author", "issued"} & set(citations.dataset_csl_json(data))
    assert not {"creator", "dateCreated"} & set(citations.dataset_json_ld(data))


def test_an_empty_folder_is_a_dataset_without_claims(data):
    """No row gives no field, and the schemas still hold."""
    names = [name for name in tables.TABLES if name != "hedges"]
    bare = replace(data, **{name: getattr(data, name).head(0) for name in names})
    node = citations.dataset_json_ld(bare)

    assert faults("dataset", node) == []
    assert not {"temporalCoverage", "variableMeasured", "citation"} & set(node)
    assert citations.claims_json_ld(bare)["@graph"] == []
    assert (citations.bibtex(bare), citations.csl_json(bare)) == ("", [])


def test_a_folder_of_its_own_is_not_called_by_the_shipped_title(folder):
    """Without a description, title and licence are not known; the economies name the data."""
    (folder / "datapackage.json").unlink()
    node = citations.dataset_json_ld(tables.load(folder))

    assert node["name"] == "Japan–Russia, as reported"
    assert "license" not in node


def test_schemas_refuse_numbers_as_text_and_unknown_properties(data):
    """A schema that accepts anything would prove nothing."""
    node = citations.claims_json_ld(data, [TASS])
    quantity = next(claim for claim in node["@graph"] if "about" in claim)["about"][0]
    quantity["minValue"] = str(quantity["minValue"])
    node["@graph"][0]["mood"] = "good"

    found = faults("claims", node)
    assert len(found) == 2
    assert any("minValue" in fault and "is not of type 'number'" in fault for fault in found)


class Scripts(HTMLParser):
    """The texts of script elements, and every other tag."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.texts: list[str] = []
        self.others: list[str] = []

    def handle_starttag(self, tag, attrs):
        """Keep what is no script."""
        self.inside = tag == "script"
        if not self.inside:
            self.others.append(tag)

    def handle_endtag(self, tag):
        """Nothing stands in a script that has ended."""
        self.inside = False

    def handle_data(self, text):
        """Keep the text of scripts."""
        if self.inside:
            self.texts.append(text)


def test_no_claim_ends_the_script_that_it_stands_in(data):
    """A page that holds the JSON-LD has one script whose JSON is the text again."""
    texts = dict.fromkeys(["summary", "fragment", "speaker"], HOSTILE)
    spoilt_data = spoilt(spoilt(data, "claims", **texts), "sources", title=HOSTILE)
    node = citations.claims_json_ld(spoilt_data)
    page = Scripts()
    page.feed(f'<script type="application/ld+json">{citations.script(node)}</script><p>after</p>')

    assert page.others == ["p"]
    assert json.loads("".join(page.texts)) == node
    claim = next(c for c in node["@graph"] if c["identifier"] == data.claims["claim_id"][0])
    assert (claim["abstract"], claim["text"], claim["author"]["name"]) == (HOSTILE,) * 3


def test_claims_are_parted_by_their_source(data):
    """Each page gets the claims of its source and no other."""
    whole = citations.claims_json_ld(data)
    parted = citations.by_source(whole)

    assert sum(len(node["@graph"]) for node in parted.values()) == len(whole["@graph"])
    assert parted[TASS] == citations.claims_json_ld(data, [TASS])
    assert faults("claims", parted[TASS]) == []


@pytest.fixture(scope="module")
def citation() -> dict[str, object]:
    """CITATION.cff, which code hosts and reference managers read."""
    return yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def project() -> dict[str, object]:
    """What the package says of itself."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_the_citation_file_has_what_its_format_requires(citation):
    """Citation File Format 1.2.0: version, message, title and authors, each an entity by name."""
    assert citation["cff-version"] == "1.2.0"
    for work in (citation, *citation["references"]):
        assert all(isinstance(work[field], str) and work[field] for field in ("title", "type"))
        assert [set(author) for author in work["authors"]] == [{"name"}]
    assert citation["message"]


def test_the_citation_file_agrees_with_the_package_and_the_data(citation, project):
    """Version, licences, keywords, and title, authors and day of the data are said alike."""
    package = json.loads((ROOT / "data" / "datapackage.json").read_text(encoding="utf-8"))
    (data,) = citation["references"]
    (licence,) = package["licenses"]

    assert citation["version"] == project["version"]
    assert citation["license"] == project["license"] == "MIT"
    assert citation["keywords"] == project["keywords"]
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")
    assert (data["title"], data["version"]) == (package["title"], package["version"])
    assert data["authors"] == [{"name": one["title"]} for one in package["contributors"]]
    assert data["authors"] == citation["authors"]
    assert data["date-released"] == package["created"][:10]
    assert data["license"] == licence["name"] == "CC0-1.0"
    assert {"name", "path", "title"} <= set(licence)
