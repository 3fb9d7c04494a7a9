"""Another pair goes through every command, chart, notebook and page, and nothing of the shipped
pair is seen there; a folder of one value works too."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
import second_pair
from audit import SPOKEN, audit
from click.testing import CliRunner
from conftest import ROOT, once

from analysis import charts, checks, labels, tables
from analysis.cli import main
from analysis.report import report

#: What the statistics of the folder give, worked out by hand: growth 300.4 on 250.0 is 20.16%,
#: 1001.2 on 800.5 is 25.07%, turnover 1301.6 on 1050.5 is 23.90%, 331.0 on 270.1 is 22.506% to
#: 22.588%; 300.4 of 1301.6 is 23.08%.
VERDICTS = {
    "ap-exports-growth": "reproduced", "ap-imports-growth": "reproduced_with_hedge",
    "ap-levels-exports": "reproduced", "ap-levels-imports": "reproduced",
    "ap-levels-share": "reproduced", "ap-levels-turnover": "not_reproduced",
    "ap-turnover-growth": "not_reproduced", "dn-growth-imports": "reproduced_with_rounding",
    "jx-growth-exports": "reproduced",
}  # fmt: skip
UNCHECKED = {
    "ap-pesos-exports", "ap-projects-all", "ap-projects-run", "ap-target-exports",
    "dn-services-growth", "half-projects-run", "half-year-exports",
}  # fmt: skip
TITLES = {
    "trade_growth": "Reported growth ran from over +20% to +30%",
    "trade_levels": "2 of 5 reported levels stand without an official record",
    "project_counts": "Counts went from over 40 projects under way to 38 projects under way",
    "plan_events": "The one event is dated to the day",
    "plan_points": "No article names 1 of the plan’s 3 points",
    "definition_curve": "+30% fits none of 10 definitions: they give +19.2% to +25.1%",
    "conflict_bounds": "6 sets of numbers cannot all hold, 3 of them firm",
    "growth_by_period":
        "2021 is told most: 4 statements, each on its own flow, put growth at over +20% to +30%",
    "value_readings":
        "+30%, in its usual reading, allows 29.5% to 30.5%; the one statistic that decides "
        "does not fit",
}  # fmt: skip
#: What a provider would hand out: Chile is 152 there, Viet Nam 704.
COMTRADE = (
    "period,reporterCode,partnerCode,flowCode,cmdCode,primaryValue\n"
    "2022,152,704,X,TOTAL,310500000\n"
)
#: Encoded pictures, in which any letters may occur.
ENCODED = re.compile(r"[A-Za-z0-9+/=]{120,}")
#: Names of the shipped pair in any form, and words that are everybody's.
NAMES = {"russia", "japan", "moscow", "tokyo", "rouble", "ruble"}
COMMON = {"energy", "embassy"}
#: An office whose files can be read has its name.
PROVIDER = "japan-customs"
#: Documentation is the same for every folder, and tells of offices of many economies.
DOCUMENTATION = "docs"
#: Modules whose business are words of languages, or files of single offices.
OF_LANGUAGES = ("drafts", "adapters", "readings", "texts", "evidence")


@pytest.fixture(scope="session")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the other pair."""

    def make(folder: Path) -> None:
        second_pair.build(folder / "pair")

    return once(tmp_path_factory, "second", make) / "pair"


@pytest.fixture(scope="session")
def site(pair: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its site."""

    def make(folder: Path) -> None:
        report(pair, folder / "site")

    return once(tmp_path_factory, "second_site", make) / "site"


@pytest.fixture(scope="session")
def least(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of one value."""
    return second_pair.minimal(tmp_path_factory.mktemp("least") / "data")


@pytest.fixture(scope="session")
def least_site(least: Path) -> Path:
    """Its site."""
    return report(least, least.parent / "site").parent


class Words(HTMLParser):
    """What a page says: its text, and the texts that are spoken."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.said: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep spoken attributes."""
        self.said += [text for name, text in attrs if name in SPOKEN and text]

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.said.append(data)


def words(page: Path) -> str:
    """A page as one line of words."""
    return " ".join(" ".join(Words(page).said).split())


def shipped(table: str, *columns: str) -> set[str]:
    """The cells of some columns of a shipped table."""
    with (ROOT / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return {row[column] for row in csv.DictReader(file) for column in columns} - {""}


@cache
def foreign() -> tuple[str, ...]:
    """Whatever only the shipped pair has: keys, economies, currencies, speakers, places, plan."""
    own = shipped("sources", "source_id", "publisher", "title")
    own |= shipped("claims", "claim_id", "speaker")
    own |= shipped("reported_values", "value_id", "office", "computed_by")
    own |= shipped("plan_points", "plan", "name") | shipped("events", "event_id", "name", "place")
    codes = shipped("reported_values", "economy", "partner")
    own |= {labels.economy(code) for code in codes}
    own |= codes | shipped("exchange_rates", "currency") | {"yen"}
    return tuple({word.lower() for word in own if len(word) > 2} - COMMON | NAMES)


def found(text: str) -> list[str]:
    """What of the shipped pair a text names, as words of their own."""
    said = ENCODED.sub("", text).lower()
    met = [word for word in foreign() if word in said]
    ends = {word: "" if word in NAMES else r"(?!\w)" for word in met}
    return [w for w in met if re.search(rf"(?<!\w){re.escape(w)}{ends[w]}", said)]


def run(*arguments: object) -> str:
    """What a command prints, which must do its work."""
    done = CliRunner().invoke(main, [str(one) for one in arguments])
    assert done.exit_code == 0, done.output
    return str(done.stdout)


def test_the_folders_are_sound(pair: Path, least: Path) -> None:
    """No rule is broken; what is tested is the package."""
    assert tables.validate(pair).to_dict("records") == []
    assert tables.validate(least).to_dict("records") == []


def test_the_shipped_pair_would_be_seen() -> None:
    """What is looked for is found in a sentence, a row and an address of the shipped pair."""
    assert sorted(found("Japanese exports in bn yen")) == ["japan", "yen"]
    assert {"jpn", "rus", "tass-2019-06-10"} <= set(found("RUS,JPN sources/tass-2019-06-10.html"))
    assert found("JPY_PARENT, energy, Chile") == []


def test_every_kind_of_verdict_is_given(pair: Path) -> None:
    """Verdicts are those that the printed levels give on paper."""
    summary = checks.check(tables.load(pair)).summary.set_index("value_id")["verdict"]

    assert summary.to_dict() == VERDICTS | dict.fromkeys(UNCHECKED, "cannot_be_checked")
    assert set(checks.VERDICTS) == set(summary)


def test_every_chart_tells_of_this_pair(pair: Path) -> None:
    """Titles say what these rows show, in the words of alt texts and descriptions."""
    basis = charts.Basis(tables.load(pair), "usual")
    drawn = {name: charts.drawn(name, basis) for name in charts.NAMES}

    titles = {name: charts.alt(ax).partition("”: ")[2] for name, ax in drawn.items()}
    assert titles == {name: f"{title}." for name, title in TITLES.items()}
    assert [charts.description(ax) for ax in drawn.values() if found(charts.description(ax))] == []


def test_every_command_works_and_tells_of_this_pair(pair: Path, site: Path, tmp_path: Path) -> None:
    """Each ends well, and what it prints names nothing of the shipped pair."""
    said = {
        "validate": run("validate", "--data", pair),
        "check": run("check", "--data", pair, "--format", "json", "--definitions"),
        "conflicts": run("conflicts", "--data", pair, "--reading", "literal"),
        "cite": run("cite", "--data", pair) + run("cite", "--data", pair, "ap-exports-growth"),
        "charts": run("charts", "--data", pair, "--out", tmp_path, "--format", "svg"),
        "trace": run("trace", "--data", pair, tmp_path / "trade_growth.svg"),
        "page": run("trace", "--data", pair, site / "index.html"),
    }

    assert len(list(tmp_path.glob("*.svg"))) == len(charts.NAMES)
    assert "ap-turnover-growth" in said["trace"]
    assert {name: found(text) for name, text in said.items() if found(text)} == {}


def test_commands_that_take_files_know_this_pair(pair: Path, tmp_path: Path) -> None:
    """Fragments are found in saved texts, an article is read, a saved table of a provider is added
    to a copy, and the folder in one file says what the folder says."""
    texts = second_pair.texts(tmp_path / "texts")
    evidence = json.loads(run("evidence", "--data", pair, "--texts", texts, "--format", "json"))
    article = tmp_path / "article.txt"
    article.write_text("Record year\n\nChile’s exports to Vietnam grew by over 20% in 2021.\n")
    given = ("--data", pair, "--published", "2022-03-01", "--format", "json")
    drafted = run("draft", article, *given)
    run("save", "--data", pair, "--to", tmp_path / "pair.zip")
    copy = tmp_path / "copy"
    run("save", "--data", tmp_path / "pair.zip", "--to", copy)
    (tmp_path / "saved.csv").write_text(COMTRADE)
    run("fetch", "comtrade", tmp_path / "saved.csv", "--data", copy)

    assert {row["status"] for row in evidence} == {"found"}
    assert len(evidence) == len(second_pair.claims())
    assert "CHL" in drafted
    assert "VNM" in drafted
    assert found(drafted) == []
    assert run("check", "--data", tmp_path / "pair.zip") == run("check", "--data", pair)
    added = tables.load(copy).statistics.query("provider == 'UN Comtrade'")
    assert added[["economy", "partner", "value"]].to_numpy().tolist() == [
        ["CHL", "VNM", 310_500_000.0]
    ]


def texts(site: Path) -> Iterator[tuple[str, str]]:
    """Every file of a site that is text, but the documentation: its path and what it says."""
    for path in sorted(site.rglob("*")):
        place = path.relative_to(site)
        known = path.suffix in (".html", ".svg", ".json", ".csv", ".ipynb", ".bib")
        if known and DOCUMENTATION not in place.parts:
            yield place.as_posix(), path.read_text(encoding="utf-8")


def test_nothing_of_the_shipped_pair_is_in_the_site(site: Path) -> None:
    """No key, economy, currency, office, speaker, place or plan, in whatever file."""
    assert {name: found(text)[:3] for name, text in texts(site) if found(text)} == {}


def home(folder: Path) -> Path:
    """The home of somebody who has set up matplotlib and Jupyter otherwise, under another name."""
    styles = "font.size: 30\nsvg.fonttype: none\naxes.facecolor: red\ntext.usetex: False\n"
    start = "import os; os.environ['ANALYSIS_DATA'] = '/nowhere'; print('started')\n"
    for name, text in {
        ".config/matplotlib/matplotlibrc": styles,
        ".ipython/profile_default/startup/first.py": start,
        ".jupyter/jupyter_config.json": '{"NotebookClient": {"timeout": 1, "allow_errors": true}}',
    }.items():
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_two_builds_give_the_same_bytes(pair: Path, site: Path, tmp_path: Path) -> None:
    """Neither folders, home, user, time zone, locale nor hash seed leaves a trace in the site; this
    pair has every page and chart, and is built sooner than the shipped one."""
    own = home(tmp_path / "home of an other")
    shutil.copytree(pair, tmp_path / "tables")
    settings = {
        "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7", "LANG": "tr_TR.UTF-8", "LC_ALL": "C",
        "HOME": str(own), "USER": "another", "LOGNAME": "another", "COLUMNS": "40",
        "XDG_CONFIG_HOME": str(own / ".config"), "MATPLOTLIBRC": str(own / ".config/matplotlib"),
    }  # fmt: skip
    again = "from analysis.report import report; report('tables', 'other site')"
    subprocess.run(
        [sys.executable, "-c", again], cwd=tmp_path, env={**os.environ, **settings}, check=True
    )

    one, other = (
        {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
        for folder in (site, tmp_path / "other site")
    )
    assert one.keys() == other.keys()
    assert [str(path) for path in one if one[path] != other[path]] == []


def test_the_documentation_shows_no_row_of_the_shipped_pair(site: Path) -> None:
    """Its examples are invented: no id of a shipped source, claim or value."""
    ids = shipped("sources", "source_id") | shipped("claims", "claim_id")
    ids |= shipped("reported_values", "value_id")
    for page in (site / DOCUMENTATION).glob("*.html"):
        assert not ids & set(re.findall(r"[\w.:-]+", words(page))), page.name


def test_every_number_of_both_sites_can_be_traced(site: Path, least_site: Path) -> None:
    """The audit of the shipped site holds for any folder."""
    for place in (site, least_site):
        faults, numbers = audit(place)

        assert [f"{f.page}: {f.number} ({f.reason}): {f.text}" for f in faults] == []
        assert numbers > 1_000


def test_every_notebook_is_a_page_but_those_on_other_data(site: Path) -> None:
    """The tour of one shipped value and the invented example are left out, named by their
    questions, each once."""
    made = {path.stem for path in (site / "notebooks").glob("*.html")}
    stored = {path.stem for path in (ROOT / "notebooks").glob("*.ipynb")}

    assert stored - made == {"follow_one_value", "your_own_claims"}
    assert "Left out, since these data hold nothing" in words(site / "index.html")
    assert words(site / "index.html").count("How does an article of yours become") == 1


def test_the_data_are_cited_by_their_own_title(site: Path, least_site: Path) -> None:
    """JSON-LD and the page on citing name the folder's title and authors, or say what lacks."""
    page = (site / "index.html").read_text(encoding="utf-8")
    told = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert told is not None
    dataset = json.loads(told[1])

    assert dataset["name"] == second_pair.TITLE
    assert f'<p class="kicker">{second_pair.TITLE}</p>' in page
    assert '<p class="kicker">Reported figures,' in (least_site / "index.html").read_text("utf-8")
    assert [one["name"] for one in dataset["creator"]] == [second_pair.AUTHOR]
    assert second_pair.AUTHOR in words(site / "cite.html")
    assert "Not ready to be cited" not in words(site / "cite.html")
    assert "Not ready to be cited" in words(least_site / "cite.html")
    assert "names no title and no contributors" in words(least_site / "cite.html")


def test_what_has_nothing_to_show_is_left_out_and_named(least_site: Path) -> None:
    """One growth: no file, section or notebook for levels, counts, events, plans or conflicts."""
    first = words(least_site / "index.html")
    drawn = {"growth_by_period", "trade_growth", "value_readings"}

    assert {path.stem for path in (least_site / "charts").glob("*.png")} == drawn
    assert {path.stem for path in (least_site / "notebooks").glob("*.html")} >= {"trade_growth"}
    for name in ("project_counts", "plan_and_events"):
        assert not (least_site / "notebooks" / f"{name}.html").exists()
        assert not (least_site / "notebooks" / f"{name}.ipynb").exists()
    assert "them: trade levels, project counts, plan events, plan points," in first
    assert "How many joint projects were there?" in first


def test_a_section_without_anything_is_left_out_and_named(least_site: Path) -> None:
    """The notebook names the sections that it has and this page has not."""
    page = words(least_site / "notebooks" / "trade_growth.html")

    assert "Left out, since these data hold nothing to show there: Levels beside growth." in page
    assert "A growth rate says nothing about size" not in page
    assert "What the statements leave open" in page


def test_charts_without_a_mark_are_not_drawn_unless_asked_for(least: Path, tmp_path: Path) -> None:
    """All charts: those with marks, and what the others lack; one by name: its words."""
    drawing = ["charts", "--data", str(least), "--out", str(tmp_path / "all"), "--format", "svg"]
    said = CliRunner().invoke(main, drawing).stderr
    run("charts", "--data", least, "--out", tmp_path / "one", "--format", "svg", "plan_events")

    assert "No event is reported" in said
    assert len(list((tmp_path / "all").glob("*.svg"))) == 3
    assert "No event is reported" in (tmp_path / "one" / "plan_events.svg").read_text("utf-8")


def test_the_package_knows_no_pair() -> None:
    """Neither modules, templates, scripts nor the prose of notebooks name the shipped pair."""
    files = [
        path for path in (ROOT / "analysis").rglob("*") if path.suffix in (".py", ".html", ".js")
    ]
    own = [p for p in files if not set(OF_LANGUAGES) & set(p.relative_to(ROOT).parts)]
    said = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in own}
    for path in (ROOT / "notebooks").glob("*.ipynb"):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        prose = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
        said[path.name] = "\n".join(prose)
    names = {name: found(text.replace(PROVIDER, "")) for name, text in said.items()}

    assert {name: met for name, met in names.items() if met} == {}
