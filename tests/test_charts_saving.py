"""Files of charts: the same bytes everywhere, an SVG that tells, links that open the words."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
import second_pair
from chart_cases import COUNT, GROWTH, statements
from matplotlib.axes import Axes
from matplotlib.text import Text

from analysis import charts
from analysis.charts.lettering import line as line_class
from analysis.charts.project_counts import project_counts
from analysis.charts.saving import FORMATS, encoded
from analysis.charts.trade_growth import trade_growth

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"
FRAGMENT = "https://tass.com/economy/1062990#:~:text=had%20grown%20by%2017%25%20in%202018"
DRAWN = """
import sys
from analysis import charts, tables
data = tables.load(sys.argv[1])
for name in sys.argv[3:]:
    charts.save(charts.draw(name, data), sys.argv[2])
"""
#: Charts with outlines, lines and areas; the test of the whole site compares all of them.
DREW = ("project_counts", "definition_curve")
PLACES = [
    {"TZ": "Asia/Tokyo", "LC_ALL": "ru_RU.UTF-8", "PYTHONHASHSEED": "1"},
    {"TZ": "America/New_York", "LC_ALL": "C", "PYTHONHASHSEED": "77"},
]


@pytest.fixture
def growth() -> Axes:
    """Two statements of growth."""
    return trade_growth(statements(GROWTH, {}, {"claim_id": "other", "speaker": "Sergey Lavrov"}))


HREF = "{http://www.w3.org/1999/xlink}href"


def root(path: Path) -> ElementTree.Element:
    """The parsed SVG."""
    return ElementTree.parse(path).getroot()


def test_two_runs_give_the_same_bytes_whatever_the_machine(tmp_path: Path) -> None:
    """Home, time zone, locale, hash seed, folder and the user's matplotlibrc change no byte."""
    data = second_pair.build(tmp_path / "data")
    folders, running = [], []
    for number, place in enumerate(PLACES):
        home = tmp_path / f"home{number}"
        (home / "work").mkdir(parents=True)
        (home / "work" / "matplotlibrc").write_text("font.size: 21\nsvg.fonttype: none\n" * number)
        folders.append(home / "out")
        command = [sys.executable, "-c", DRAWN, str(data), str(folders[-1]), *DREW]
        env = os.environ | place | {"HOME": str(home)}
        running.append(subprocess.Popen(command, cwd=home / "work", env=env))
    assert [one.wait() for one in running] == [0] * len(PLACES)
    first, second = ({p.name: p.read_bytes() for p in sorted(f.iterdir())} for f in folders)

    assert list(first) == sorted(f"{n}.{f}" for n in DREW for f in ("svg", "png", "pdf"))
    assert [name for name in first if first[name] != second[name]] == []


def test_the_svg_says_what_it_shows(growth: Axes, tmp_path: Path) -> None:
    """The SVG is a document with the alt text as title and every mark in its description."""
    svg = root(charts.save(growth, tmp_path, ["svg"])[0])
    title, description = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")

    assert svg.get("role") == "graphics-document document"
    assert svg.get("aria-labelledby") == title.get("id")
    assert svg.get("aria-describedby") == description.get("id")
    assert title.text == charts.alt(growth)
    assert description.text == charts.description(growth)


def test_each_mark_carries_its_value_and_a_link_to_the_words(growth: Axes, tmp_path: Path) -> None:
    """The id of a mark is chart and value_id, and the mark opens the source at the fragment."""
    svg = root(charts.save(growth, tmp_path, ["svg"])[0])
    marks = [element for element in svg.iter() if element.get("data-value-id")]

    assert {(m.get("id"), m.get("data-value-id")) for m in marks} == {
        ("trade_growth--v0", "v0"), ("trade_growth--v1", "v1"),
    }  # fmt: skip
    assert {a.get(HREF) for m in marks for a in m.iter(f"{SVG}a")} == {FRAGMENT}


def test_two_charts_stand_in_one_page(growth: Axes, tmp_path: Path) -> None:
    """No id occurs twice, also where one chart is saved at two names; every reference is met."""
    counts = project_counts(statements(COUNT, {}))
    paths = [
        *charts.save(growth, tmp_path, ["svg"]),
        *charts.save(growth, tmp_path, ["svg"], name="trade_growth-again"),
        *charts.save(counts, tmp_path, ["svg"]),
    ]
    texts = [path.read_text(encoding="utf-8") for path in paths]
    ids = [found for text in texts for found in re.findall(r' id="([^"]+)"', text)]

    assert len(ids) == len(set(ids))
    for text in texts:
        own = set(re.findall(r' id="([^"]+)"', text))
        used = re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', text)
        assert {one or other for one, other in used} <= own


def test_every_letter_of_an_svg_finds_its_outline_and_its_place(
    growth: Axes, tmp_path: Path
) -> None:
    """A line is as many letters as it has, each to the right of the one before."""
    path, *_ = charts.save(growth, tmp_path, ("svg",))
    lines = [
        [child for child in group if child.tag.endswith("use") and not child.get("y")]
        for group in root(path).iter()
    ]
    outlines = {one.get("id") for one in root(path).iter() if one.tag.endswith("path")}
    used = [letter.get(HREF, "").removeprefix("#") for line in lines for letter in line]

    assert len(used) > 100
    assert set(used) <= outlines
    for line in lines:
        places = [int(letter.get("x", "0")) for letter in line]
        assert places == sorted(set(places))


def test_no_date_and_no_version_is_written(growth: Axes, tmp_path: Path) -> None:
    """Nothing in a file tells when or with what it was made."""
    for path in charts.save(growth, tmp_path):
        assert not re.search(
            rb"CreationDate|dc:date|Matplotlib v|matplotlib\.org", path.read_bytes()
        )


def test_the_pdf_links_to_the_words(growth: Axes, tmp_path: Path) -> None:
    """A reader of the PDF can open the source of a number too."""
    assert FRAGMENT.encode() in charts.save(growth, tmp_path, ["pdf"])[0].read_bytes()


def test_the_png_carries_its_alt_text(growth: Axes, tmp_path: Path) -> None:
    """The picture file tells what it shows."""
    from PIL import Image

    with Image.open(charts.save(growth, tmp_path, ["png"])[0]) as picture:
        assert picture.info["Description"] == charts.alt(growth)
        assert picture.width == 1280


@pytest.mark.parametrize("form", FORMATS)
def test_a_line_is_drawn_as_matplotlib_draws_text(
    growth: Axes, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That it is not measured before changes no byte."""
    unmeasured = encoded(growth, form, "growth")
    monkeypatch.setattr(line_class(), "draw", Text.draw)

    assert encoded(growth, form, "growth") == unmeasured


@pytest.mark.parametrize("width", charts.WIDTHS)
def test_the_png_is_twice_as_wide_as_its_name_says(width: str, tmp_path: Path) -> None:
    """At every width the picture is upright: its left margin is white from top to bottom."""
    from PIL import Image

    ax = trade_growth(statements(GROWTH, {}), width=width)
    with Image.open(charts.save(ax, tmp_path, ["png"])[0]) as picture:
        margin = picture.convert("L").crop((0, 0, 12, picture.height))

    assert picture.width == 2 * charts.WIDTHS[width]
    assert min(margin.getextrema()) > 250


def test_files_bear_the_name_of_the_chart_or_the_name_given(growth: Axes, tmp_path: Path) -> None:
    """One file a format, in the order asked for, in a folder that is made."""
    paths = charts.save(growth, tmp_path / "new", ("pdf", "svg"), name="mine")

    assert [path.relative_to(tmp_path).as_posix() for path in paths] == [
        "new/mine.pdf",
        "new/mine.svg",
    ]
    assert charts.save(growth, tmp_path, ["png"])[0].name == "trade_growth.png"


def test_an_unknown_format_is_refused(growth: Axes, tmp_path: Path) -> None:
    """The message names the format and those there are."""
    with pytest.raises(ValueError, match="'gif': take one of svg, png, pdf"):
        charts.save(growth, tmp_path, ["gif"])


def test_axes_without_a_chart_are_refused() -> None:
    """The message says what to pass instead."""
    from matplotlib.figure import Figure

    with pytest.raises(ValueError, match="pass what a chart function returned"):
        charts.alt(Figure().subplots())


def test_a_shown_chart_keeps_its_alt_text_in_a_notebook(growth: Axes) -> None:
    """The bundle has the picture, the alt text as plain text, and both beside the picture."""
    data, about = charts.show(growth)._repr_mimebundle_()

    assert data["image/png"].startswith(b"\x89PNG")
    assert data["text/plain"] == charts.alt(growth)
    assert about["image/png"]["alt"] == charts.alt(growth)
    assert (about["image/png"]["chart"], about["image/png"]["width"]) == ("trade_growth", 640)


def test_matplotlib_loads_only_when_a_chart_is_drawn() -> None:
    """Importing the charts, and every module of them, leaves matplotlib alone."""
    folder = Path(charts.__file__).parent
    names = sorted(f"analysis.charts.{path.stem}" for path in folder.glob("[a-z]*.py"))
    code = f"import sys, {', '.join(names)}; sys.exit('matplotlib' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
