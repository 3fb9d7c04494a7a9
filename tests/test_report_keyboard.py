"""The pages without a mouse, with large or spaced text, in chosen colours and without motion."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from test_report_accessibility import looked_at

PAGES = (
    "conflicts.html",
    "notebooks/does_it_hold.html",
    "sources/tass-2019-06-10.html",
    "docs/method.html",
)
#: What the keyboard must reach, in the order of the page: of radio buttons only the chosen one.
STOPS = """() => {
  const all = "a[href], svg a, button, input, select, textarea, summary, [tabindex='0']";
  const shown = (e) => e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
    && e.getClientRects().length > 0;
  window.stops = [...document.querySelectorAll(all)].filter((e) =>
    shown(e) && e.tabIndex >= 0 && !e.disabled && !(e.type === "radio" && !e.checked));
  return window.stops.length;
}"""
#: The element in focus: its place among the stops, and what shows that it has the focus.
FOCUSED = """() => {
  const e = document.activeElement;
  const style = getComputedStyle(e);
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgb = (colour) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  let around = e.parentElement;
  const clear = (one) => rgb(getComputedStyle(one).backgroundColor)[3] < 255;
  while (around && clear(around)) around = around.parentElement;
  const box = e.getBoundingClientRect();
  return {
    place: window.stops.indexOf(e), html: e.outerHTML.slice(0, 120),
    style: style.outlineStyle, width: parseFloat(style.outlineWidth),
    line: rgb(style.outlineColor), ground: around ? rgb(getComputedStyle(around).backgroundColor)
      : rgb("Canvas"),
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""
#: WCAG 1.4.12: what a reader may set, and nothing may be lost.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""
#: Elements whose text is cut off by their own box, other than what only a screen reader reads.
CUT = """() => [...document.querySelectorAll("main *:not(svg *)")].filter((e) => {
  const style = getComputedStyle(e);
  const hides = [style.overflowX, style.overflowY].some((one) => ["hidden", "clip"].includes(one));
  const over = e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1;
  const drawn = e.localName !== "svg" && e.getClientRects().length > 0;
  return hides && over && drawn && style.clipPath === "none";
}).map((e) => e.outerHTML.slice(0, 120))"""
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A window of a laptop, in which nothing glides while it is measured."""
    size = {"width": 1280, "height": 800}
    window = browser.new_page(viewport=size, reduced_motion="reduce")
    yield window
    window.close()


def walk(page: Any, most: int = 120) -> Iterator[dict[str, Any]]:
    """What has the focus after each press of Tab, through the page or so far."""
    for _ in range(min(page.evaluate(STOPS), most)):
        page.keyboard.press("Tab")
        yield page.evaluate(FOCUSED)


def luminance(colour: Sequence[float]) -> float:
    """Relative luminance as WCAG 2 defines it."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in colour[:3])
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Sequence[float], other: Sequence[float]) -> float:
    """The contrast of two colours, from 1 to 21."""
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def unmarked(stop: dict[str, Any]) -> bool:
    """Whether nothing visible tells that the element has the focus."""
    drawn = stop["style"] not in ("none", "hidden") and stop["width"] >= 2
    share = stop["line"][3] / 255
    pairs = zip(stop["line"], stop["ground"], strict=True)
    seen = [share * line + (1 - share) * ground for line, ground in pairs]
    return not drawn or contrast(seen, stop["ground"]) < 3


def test_contrast_is_that_of_the_standard() -> None:
    """Black on white is 21 to 1, the grey that just passes for text 4.5 to 1."""
    assert contrast([0, 0, 0], [255, 255, 255]) == pytest.approx(21)
    assert contrast([118, 118, 118], [255, 255, 255]) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("name", PAGES)
def test_the_focus_goes_through_the_page_in_its_order(page: Any, site: Path, name: str) -> None:
    """Tab reaches one control after the other from the top down, and each stands in the window."""
    page.goto((site / name).as_uri())
    every = page.evaluate(STOPS)
    seen = list(walk(page))

    assert [stop["place"] for stop in seen] == list(range(min(every, 120)))
    assert [stop["html"] for stop in seen if not stop["inside"]] == []


@pytest.mark.parametrize(
    "media",
    [
        {"color_scheme": "light"},
        {"color_scheme": "dark"},
        {"color_scheme": "light", "forced_colors": "active"},
        {"color_scheme": "dark", "forced_colors": "active"},
    ],
)
@pytest.mark.parametrize("name", ["index.html", "notebooks/does_it_hold.html"])
def test_the_focus_is_seen(page: Any, site: Path, name: str, media: dict[str, str]) -> None:
    """An outline of two pixels or more, 3 to 1 against what lies around, in any colours."""
    page.emulate_media(**media)
    page.goto((site / name).as_uri())
    seen = list(walk(page, most=45))

    assert len(seen) > 40
    assert [stop["html"] for stop in seen if unmarked(stop)] == []


def test_a_focus_that_is_not_seen_is_found(page: Any, site: Path) -> None:
    """A page that takes its outlines away fails the test above."""
    page.goto((site / "conflicts.html").as_uri())
    page.add_style_tag(content=":focus-visible { outline: none !important; }")

    assert all(unmarked(stop) for stop in walk(page, most=5))


def test_the_skip_link_leads_past_the_navigation(page: Any, site: Path) -> None:
    """The first stop is a link that comes into view; after it the next stop lies in the content."""
    page.goto((site / "index.html").as_uri())
    page.keyboard.press("Tab")
    inside = page.evaluate("document.activeElement.getBoundingClientRect().left >= 0")
    words = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert inside
    assert words == "To the content"
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_keys_alone_filter_sort_switch_and_open(page: Any, site: Path) -> None:
    """Words are typed, a reading chosen by arrows, a header and a conflict opened by Enter."""
    page.goto((site / "index.html").as_uri())
    rows = page.locator("#ledger tbody tr:not([hidden])")
    every = rows.count()
    page.locator("#reading-usual").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("#reading-charitable").is_checked()

    page.locator("#words").focus()
    page.keyboard.type("Oreshkin")
    assert 0 < rows.count() < every

    page.locator("#ledger th button").nth(4).focus()
    page.keyboard.press("Enter")
    assert page.locator("#ledger th").nth(4).get_attribute("aria-sort") == "ascending"

    summary = page.locator("#ledger summary:visible").first
    summary.focus()
    page.keyboard.press("Enter")
    assert summary.evaluate("e => e.parentElement.open")


def test_marks_of_a_chart_are_stops_that_tell_and_lead(page: Any, site: Path) -> None:
    """Every mark of a chart takes the focus, has a name, shows its card and leads to a source."""
    page.goto((site / "notebooks" / "project_counts.html").as_uri())
    marks = page.locator(".card.wide svg .mark:visible")
    links = page.locator(".card.wide svg .mark a:visible")

    assert marks.count() == links.count() > 5
    for link in links.all()[:5]:
        link.focus()
        assert link.evaluate("e => e === document.activeElement")
        assert (link.get_attribute("aria-label") or link.text_content() or "").strip()
        assert page.locator(".told-card:visible").count() == 1


@pytest.mark.parametrize("name", ["index.html", *PAGES])
def test_nothing_moves_for_who_wants_no_motion(page: Any, site: Path, name: str) -> None:
    """No transition, no animation, no gliding where motion is not wanted."""
    page.goto((site / name).as_uri())
    moving = page.evaluate("""() => [...document.querySelectorAll("*")].filter((e) => {
      const s = getComputedStyle(e);
      return s.scrollBehavior === "smooth" || s.animationName !== "none"
        || s.transitionDuration.split(",").some((d) => parseFloat(d) > 0);
    }).map((e) => e.outerHTML.slice(0, 80))""")

    assert moving == []


@pytest.mark.parametrize("name", ["index.html", *PAGES])
def test_text_can_be_large_or_spaced(page: Any, site: Path, name: str) -> None:
    """Twice as large, or with the spaces of WCAG 1.4.12, nothing is cut and nothing sticks out."""
    page.goto((site / name).as_uri())
    for style in ("html { font-size: 200% !important; }", SPACED):
        handle = page.add_style_tag(content=style)
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(CUT) == [], (style, width)
            assert page.evaluate(WIDER) <= 0, (style, width)
        handle.evaluate("e => e.remove()")


def test_no_page_scrolls_sideways_at_320_pixels(page: Any, site: Path) -> None:
    """A laptop's window at 400 % is 320 wide: each fits (WCAG 1.4.10)."""
    page.set_viewport_size({"width": 320, "height": 640})
    wide = {}
    for path in looked_at(site):
        page.goto(path.as_uri())
        wide[path.name] = page.evaluate(WIDER)

    assert {name: more for name, more in wide.items() if more > 0} == {}


@pytest.mark.parametrize("name", ["index.html", "sources/tass-2019-06-10.html"])
def test_tables_stand_as_lists_on_a_phone(page: Any, site: Path, name: str) -> None:
    """Tables of many columns need no scrolling, and each cell names its column."""
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto((site / name).as_uri())
    tables = page.locator("table.stacked")
    wide = tables.evaluate_all(
        "all => all.filter(e => e.scrollWidth > e.parentElement.clientWidth + 1).length"
    )

    assert tables.count() > 0
    assert wide == 0
    assert page.locator("table.stacked td:not([data-label]):not([colspan])").count() == 0
    assert page.locator("table.stacked th:not([role]), table.stacked td:not([role])").count() == 0
