"""Every page is open to everybody, as far as axe-core can see; the rest is tested beside it."""

import json
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

#: What counts: WCAG 2.0, 2.1 and 2.2, levels A and AA, and what axe holds to be good practice.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
#: Beside laptops in light colours, which every page of `looked_at` is tried in.
WINDOWS = ((1280, "dark"), (768, "light"), (360, "light"), (360, "dark"))
#: One page of each template, in other languages too, looked at in all windows. For all pages that
#: would take minutes, and they differ from these in texts alone.
EACH_TEMPLATE = (
    "index.html",
    "conflicts.html",
    "docs/disagreement.html",
    "docs/reference.html",
    "notebooks/does_it_hold.html",
    "sources/tass-2019-06-10.html",
    "sources/sputnik-jp-2023-07-20.html",
    "sources/xinhua-2018-09-11.html",
)
#: The outlines of letters in a drawing: tens of thousands on a page, with neither text nor role.
OUTLINE = re.compile(r"<use\b[^>]*/>|<defs>.*?</defs>", re.DOTALL)
#: Of what repeats (rows, entries, marks) the first twelve stay: the rest differs in texts alone.
THINNED = "document.querySelectorAll('body :nth-of-type(n+13)').forEach((e) => e.remove())"
#: Every rule that carries a tag, also those that axe leaves out unless asked.
RUN = """async (tags) => {
  const every = axe.getRules(tags).map(rule => rule.ruleId);
  const found = await axe.run(document, {
    runOnly: { type: "rule", values: every },
    resultTypes: ["violations"],
  });
  return {
    faults: found.violations.flatMap(fault => fault.nodes.map(
      node => `${fault.id}: ${node.target.join(" ")}: ${node.html.slice(0, 150)}`)),
    rules: ["violations", "passes", "incomplete", "inapplicable"].flatMap(
      kind => found[kind].map(rule => rule.id)),
  };
}"""


@pytest.fixture(scope="module")
def axe() -> str:
    """The script of axe-core, as its package carries it."""
    spec = find_spec("axe_playwright_python")
    if spec is None or spec.origin is None:
        pytest.skip("axe-playwright-python is not installed: pip install -e .[test]")
    return (Path(spec.origin).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """One window for all pages of a test, which come without outlines."""
    window = browser.new_page()
    window.route("**/*.html", without_outlines)
    yield window
    window.close()


def look(page: Any, width: int, colours: str) -> list[str]:
    """The violations on the page as it stands, at a width and in a colour scheme."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=colours)
    faults: list[str] = page.evaluate(RUN, TAGS)["faults"]
    return [f"{Path(page.url).name}, {width} px, {colours}: {fault}" for fault in faults]


def without_outlines(route: Any) -> None:
    """Answers with the page as it lies in the site, but for the outlines of letters."""
    page = Path(unquote(urlsplit(route.request.url).path)).read_text(encoding="utf-8")
    route.fulfill(body=OUTLINE.sub("", page), content_type="text/html; charset=utf-8")


def opened(page: Any, address: str, axe: str) -> None:
    """The page with the first of what repeats, with axe in it."""
    page.goto(address)
    page.evaluate(THINNED)
    page.evaluate(axe)


def looked_at(site: Path) -> list[Path]:
    """All pages, but of those of sources, made by one template, every 15th from long to short."""
    sources = sorted(site.glob("sources/*.html"), key=lambda path: (path.stat().st_size, path.name))
    rest = [path for path in site.rglob("*.html") if path.parent.name != "sources"]
    return [*sorted(rest), *sources[::-15]]


def test_axe_finds_nothing_on_the_pages(page: Any, site: Path, axe: str) -> None:
    """Light colours on a laptop."""
    faults = []
    for path in looked_at(site):
        opened(page, path.as_uri(), axe)
        faults += look(page, 1280, "light")

    assert faults == []


@pytest.mark.parametrize("name", EACH_TEMPLATE)
def test_axe_finds_nothing_in_dark_on_tablets_and_phones(
    page: Any, site: Path, axe: str, name: str
) -> None:
    """A page of each template, light and dark, from phone to laptop."""
    opened(page, (site / name).as_uri(), axe)

    assert [fault for width, colours in WINDOWS for fault in look(page, width, colours)] == []


@pytest.mark.parametrize(
    ("planted", "rule"),
    [
        ('<img src="data:,">', "image-alt"),
        ('<p style="color: #999; background: #fff">pale</p>', "color-contrast"),
        ("<h5>four levels down</h5>", "heading-order"),
        ('<a href="#a">1</a><a href="#b">2</a>', "target-size"),
    ],
)
def test_a_planted_fault_is_found(page: Any, site: Path, axe: str, planted: str, rule: str) -> None:
    """A fault of each kind of rule makes the look at a sound page fail."""
    opened(page, (site / EACH_TEMPLATE[-1]).as_uri(), axe)
    before = look(page, 360, "dark")
    page.evaluate(
        f"document.querySelector('main').insertAdjacentHTML('beforeend', {json.dumps(planted)})"
    )
    after = look(page, 360, "dark")

    assert before == []
    assert any(f": {rule}: " in fault for fault in after)


def test_every_rule_of_the_tags_runs(page: Any, site: Path, axe: str) -> None:
    """No rule is switched off: axe reports on each that carries one of the tags."""
    opened(page, (site / EACH_TEMPLATE[-1]).as_uri(), axe)
    every = page.evaluate("tags => axe.getRules(tags).map(rule => rule.ruleId)", TAGS)
    ran = page.evaluate(RUN, TAGS)["rules"]

    assert {"color-contrast", "target-size", "heading-order", "image-alt"} <= set(ran)
    assert set(ran) == set(every)
    assert len(every) > 80
