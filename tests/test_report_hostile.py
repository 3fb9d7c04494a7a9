"""Whatever a text of the data holds, pages show it as text and downloads stay well-formed."""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from conftest import ROOT

from analysis import tables
from analysis.report import report

#: The two articles of the tour and of the plan, and what the plan itself says.
KEPT = {"tass-2019-06-10", "sputnik-2019-12-20", "government-of-japan-2018"}
LONG = "long" * 2500
HOSTILE = [
    "<hostile-tag>x</hostile-tag>",
    '"><img src=x onerror=window.ran=1>',
    "'><svg onload=window.ran=1>",
    "</script><script>window.ran=1</script>",
    "</title></desc></style></textarea>]]><!--",
    "{{ 7 * 7 }}{% raw %}${7*7}",
    '=HYPERLINK("http://localhost","x")',
    "+cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "-2+3",
    "a \u202eturned\u2066 b",
    "\u2069\u202c closes what it did not open",
    "bell\x07escape\x1bdelete\x7fnext\x85",
    "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    r"$\alpha^{$ \N{BELL} %s %(x)s {value}",
    "[x](javascript:window.ran=1) **b** `c` | d",
    LONG,
    "long " * 2000,
]
#: A word that loosens a number, with its row in the table of hedges.
HEDGE = '<hostile-tag title="x">over'
SHORT = [text for text in HOSTILE if len(text.split()) <= 8 and len(text) < 100]
#: What is not shown letter for letter.
CONTROL = re.compile("[\u2066-\u2069\u202a-\u202e\x00-\x1f\x7f-\x9f]")
#: The columns that take any text, and what is put there.
SPOILT = {
    "sources": {"publisher": SHORT[::-1], "title": HOSTILE, "note": HOSTILE},
    "claims": {
        "fragment": [*SHORT, LONG], "speaker": SHORT, "speaker_role": SHORT,
        "summary": HOSTILE, "note": HOSTILE,
    },
    "reported_values": {
        "office": SHORT, "computed_by": SHORT, "period_printed": HOSTILE, "note": HOSTILE,
    },
    "events": {"name": SHORT, "place": SHORT, "date_printed": SHORT},
    "plan_points": {"name": SHORT},
}  # fmt: skip
FOLLOWED = ("repeats", "repeats_inferred", "disputes", "part_of")
PHONE = {"width": 360, "height": 740}


def read(name: str) -> list[dict[str, str]]:
    """The rows of a shipped table."""
    with (ROOT / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def chosen() -> dict[str, list[dict[str, str]]]:
    """The rows of every table that belong to the few sources kept."""
    rows = {path.stem: read(path.stem) for path in sorted((ROOT / "data").glob("*.csv"))}
    claims = {row["claim_id"] for row in rows["claims"] if row["source_id"] in KEPT}
    told = ("claims", "reported_values", "events", "plan_fields")
    for name in ("sources", "plan_points", "statistics", "exchange_rates"):
        rows[name] = [row for row in rows[name] if row["source_id"] in KEPT]
    return rows | {name: [r for r in rows[name] if r["claim_id"] in claims] for name in told}


def spoil(name: str, rows: list[dict[str, str]]) -> None:
    """Put a hostile text into every cell that takes any, and cut what leads elsewhere."""
    own = {row[key] for row in rows for key in ("claim_id", "value_id") if key in row}
    for place, row in enumerate(rows):
        for column in FOLLOWED:
            if row.get(column, "") not in own:
                row |= {column: ""} if column in row else {}
        if row.get("hedge") == "over":
            row["hedge"] = HEDGE
        for turn, (column, texts) in enumerate(SPOILT.get(name, {}).items()):
            row[column] = texts[(place + 5 * turn) % len(texts)]
    if name == "hedges":
        rows.sort(key=lambda row: (row["hedge"], row["language"], row["reading"]))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder of a few sources whose every free text is hostile."""
    out = tmp_path_factory.mktemp("hostile")
    for name, rows in chosen().items():
        spoil(name, rows)
        header = (ROOT / "data" / f"{name}.csv").read_text(encoding="utf-8").splitlines()[0]
        with (out / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, header.split(","), lineterminator="\n")
            table.writeheader()
            table.writerows(rows)
    return out


@pytest.fixture(scope="module")
def site(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of that folder."""
    return report(folder, tmp_path_factory.mktemp("built") / "site").parent


@pytest.fixture(scope="module")
def opened(browser: Any, site: Path) -> Iterator[dict[str, Any]]:
    """Every page of the site in a browser, on a phone, with the dialogs and faults it made."""
    seen = {}
    page = browser.new_page(viewport=PHONE)
    for path in sorted(site.rglob("*.html")):
        faults: list[str] = []
        page.on("pageerror", lambda fault, faults=faults: faults.append(str(fault)))
        page.goto(path.as_uri())
        seen[path.relative_to(site).as_posix()] = page.evaluate(LOOK) | {"faults": faults}
    yield seen
    page.close()


#: What a page is asked: whether a script ran, elements that only a text could bring, its width,
#: addresses that are no links to a page, characters that turn or control, and, where Latin letters
#: or digits follow words from right to left, the left edges of the two.
LOOK = r"""() => {
  const words = /[\u0590-\u08ff]+[^A-Za-z0-9]*[A-Za-z0-9]/gu;
  const edge = (node, place) => {
    const range = document.createRange();
    range.setStart(node, place);
    range.setEnd(node, place + 1);
    const box = range.getBoundingClientRect();
    return [box.top, box.left];
  };
  const runs = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    for (const found of node.data.matchAll(words)) {
      const [one, other] = [edge(node, found.index), edge(node, found.index + found[0].length - 1)];
      if (one[0] === other[0]) runs.push([one[1], other[1]]);
    }
  }
  return {
    ran: window.ran === undefined,
    strange: [...document.querySelectorAll(
      "hostile-tag, img[src='x'], [onerror], [onload], iframe, object, embed, base"
    )].map((one) => one.outerHTML),
    wide: document.documentElement.scrollWidth - innerWidth,
    links: [...document.querySelectorAll("a[href]")].map((one) => one.getAttribute("href"))
      .filter((href) => /^\s*(javascript|data|vbscript):/i.test(href)),
    turning: document.body.innerText.match(/[\u202a-\u202e\u2066\u2067\u0007\u001b\u007f]/g),
    text: document.body.textContent,
    runs,
  };
}"""


def test_the_folder_is_sound(folder: Path) -> None:
    """The texts break no rule: what is tested is how they are shown."""
    assert tables.validate(folder).to_dict("records") == []


def test_no_text_becomes_an_element_or_a_script(opened: dict[str, Any]) -> None:
    """No script ran, no element came from a text, nothing on a page failed."""
    for name, seen in opened.items():
        assert seen["ran"], name
        assert seen["strange"] == [], name
        assert seen["faults"] == [], name
        assert seen["links"] == [], name


def test_no_text_widens_a_phone(opened: dict[str, Any]) -> None:
    """Ten thousand characters without a blank break within a window of 360 px."""
    assert {name: seen["wide"] for name, seen in opened.items() if seen["wide"] > 0} == {}


def test_no_text_turns_what_stands_by_it(opened: dict[str, Any]) -> None:
    """Characters that turn or control are shown by a name and do nothing."""
    assert {name: seen["turning"] for name, seen in opened.items() if seen["turning"]} == {}
    pages = " ".join(seen["text"] for seen in opened.values())
    for shown in (
        f"{HEDGE} 60",
        "a [RLO]turned[LRI] b",
        "[PDI][PDF] closes what",
        "bell␇escape␛delete␡next\ufffd",
    ):
        assert shown in pages


@pytest.mark.parametrize("text", [text for text in HOSTILE if not CONTROL.search(text)])
def test_the_text_is_shown_as_it_is(opened: dict[str, Any], text: str) -> None:
    """Markup, templates, formulas and long words stand on a page, letter for letter."""
    assert text.strip() in " ".join(seen["text"] for seen in opened.values())


def test_a_number_stays_behind_words_from_right_to_left(opened: dict[str, Any]) -> None:
    """On every page such words stand isolated: what follows in a sentence is not drawn before."""
    assert any(seen["runs"] for seen in opened.values())
    for name, seen in opened.items():
        for before, after in seen["runs"]:
            assert after >= before - 1, name


def test_json_and_csv_hold_the_texts(site: Path, folder: Path) -> None:
    """Downloads can be read again: JSON in full, CSV with as many cells in every row."""
    files = sorted((site / "data").iterdir())
    for path in [one for one in files if one.suffix == ".json"]:
        json.loads(path.read_text(encoding="utf-8"))
    for path in [one for one in files if one.suffix == ".csv"]:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file, strict=True))
        assert {len(row) for row in rows} == {len(rows[0])}, path.name
    told, given = (
        list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
        for path in (site / "data" / "sources.csv", folder / "sources.csv")
    )
    assert [row["title"].removeprefix("'") for row in told] == [row["title"] for row in given]


def test_notebooks_and_pictures_stay_well_formed(site: Path) -> None:
    """A notebook is JSON, an SVG is XML, whatever their texts hold."""
    for path in (site / "notebooks").glob("*.ipynb"):
        assert json.loads(path.read_text(encoding="utf-8"))["cells"]
    for path in (site / "charts").glob("*.svg"):
        assert ElementTree.fromstring(path.read_bytes()).tag.endswith("svg")


def test_no_cell_of_a_download_is_a_formula(site: Path) -> None:
    """A text cell that a spreadsheet would work out begins with an apostrophe."""
    formula = re.compile(r"[=+\-@\t\r](?!\d+(\.\d+)?([eE][+-]?\d+)?$)")
    for path in sorted((site / "data").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert [cell[:40] for cell in cells if formula.match(cell)] == [], path.name
