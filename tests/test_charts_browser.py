"""A chart in a page under a reader's hands: pointer, keyboard, finger, and none of these."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

PAGE = "notebooks/project_counts.html"
MARK = ".card:visible .mark"
CARD = ".told-card"
HREF = "e => e.getAttributeNS('http://www.w3.org/1999/xlink', 'href')"
OVER_60 = "tass-2019-06-10-projects-started"


def opened(browser: Any, address: str, **options: Any) -> Any:
    """A page that reaches nothing but the disk; what else it asks for is kept in `asked`."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, **options)
    asked: list[str] = []
    context.route(
        lambda url: url.startswith("http"),
        lambda route: (asked.append(route.request.url), route.abort()),
    )
    page = context.new_page()
    page.asked = asked
    page.goto(address)
    return page


@pytest.fixture
def page(browser: Any, site: Path) -> Iterator[Any]:
    """The page of one chart on a laptop."""
    found = opened(browser, (site / PAGE).as_uri())
    yield found
    found.context.close()


def mark(page: Any, name: str = OVER_60) -> Any:
    """The mark of that name which is seen, in the middle of the window."""
    found = page.locator(f".card:visible .mark[data-mark='{name}']")
    found.evaluate("e => e.scrollIntoView({block: 'center', behavior: 'instant'})")
    return found


def middle(found: Any) -> tuple[float, float]:
    """The middle of what is drawn of a mark."""
    box = found.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_the_pointer_shows_what_a_mark_says(page: Any) -> None:
    """Claim, speaker, date, reading, range, verdict and source, as in the row of the table."""
    page.mouse.move(*middle(mark(page)))
    said = page.locator(CARD).inner_text()
    row = page.locator(f"tr[data-mark='{OVER_60}']")

    for part in ("claim", "speaker", "day", "allowed", "verdict", "source"):
        assert row.locator(f"[data-part='{part}']").text_content() in said
    assert "over 60 of 130 projects" in said
    assert "usual reading): 61 to 69" in said
    assert "cannot be checked" in said


def test_near_a_mark_is_enough_and_far_from_it_shows_nothing(page: Any) -> None:
    """Ten pixels beside a small mark mean it; on the title of the chart the card goes."""
    x, y = middle(mark(page))
    page.mouse.move(x, y + 10)
    assert page.locator(CARD).is_visible()

    page.mouse.move(*(5, 5))
    page.locator(CARD).wait_for(state="hidden")


def test_the_pointer_can_go_onto_the_card(page: Any) -> None:
    """It stays while the pointer is on it, so that its words can be read and copied."""
    page.mouse.move(*middle(mark(page)))
    page.mouse.move(*middle(page.locator(CARD)), steps=4)
    page.wait_for_timeout(400)

    assert page.locator(CARD).is_visible()


def test_escape_closes_the_card(page: Any) -> None:
    """Opened by the pointer or by the focus; the focus stays where it is."""
    page.mouse.move(*middle(mark(page)))
    page.keyboard.press("Escape")
    assert not page.locator(CARD).is_visible()

    mark(page).locator("a").focus()
    assert page.locator(CARD).is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(CARD).is_visible()
    assert page.evaluate("document.activeElement.closest('.mark').dataset.mark") == OVER_60


def test_tab_goes_from_mark_to_mark_in_reading_order(page: Any) -> None:
    """Every mark once, from top to bottom, each with its card and with a ring to be seen."""
    many = page.locator(MARK).count()
    page.locator(f"{MARK} a").first.focus()
    names, tops, rings, cards = [], [], [], []
    for _ in range(many):
        names.append(page.evaluate("document.activeElement.closest('.mark').dataset.mark"))
        tops.append(page.evaluate("document.activeElement.getBoundingClientRect().y + scrollY"))
        rings.append(page.evaluate(
            "(s => s.outlineStyle + parseFloat(s.outlineWidth))"
            "(getComputedStyle(document.activeElement))"
        ))  # fmt: skip
        cards.append(page.locator(CARD).is_visible())
        page.keyboard.press("Tab")

    assert len(set(names)) == many > 20
    assert all(later > earlier - 12 for earlier, later in pairwise(tops))
    assert set(rings) == {"solid3"}
    assert all(cards)
    assert not page.evaluate("!!document.activeElement.closest('.mark')")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_card_stays_in_the_window(page: Any, width: int) -> None:
    """For every mark of the chart, at the edges too, and nothing scrolls sideways."""
    page.set_viewport_size({"width": width, "height": 640})
    inside = """e => {
        e.scrollIntoView({block: 'center', behavior: 'instant'});
        e.querySelector('a').focus();
        const box = document.querySelector('.told-card').getBoundingClientRect();
        return box.width > 0 && box.left >= 0 && box.top >= 0
            && box.right <= innerWidth && box.bottom <= innerHeight;
    }"""
    found = [one.evaluate(inside) for one in page.locator(MARK).all()]

    assert found
    assert all(found)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_a_click_opens_the_source_at_the_words(page: Any) -> None:
    """The address of the source, with the fragment that finds the words in it."""
    link = mark(page).locator("a")
    with page.context.expect_page():
        page.mouse.click(*middle(mark(page)))

    assert link.evaluate(HREF).startswith("https://tass.com/economy/1062990#:~:text=")
    assert page.asked == ["https://tass.com/economy/1062990"]


def test_enter_opens_the_source_too(page: Any) -> None:
    """A mark in focus is a link as any other."""
    mark(page).locator("a").focus()
    with page.context.expect_page():
        page.keyboard.press("Enter")

    assert page.asked == ["https://tass.com/economy/1062990"]


def test_a_first_tap_shows_the_card_and_its_link_opens_the_source(browser: Any, site: Path) -> None:
    """On a phone nothing opens before the reader has seen what it is."""
    page = opened(browser, (site / PAGE).as_uri(), has_touch=True)
    page.set_viewport_size({"width": 360, "height": 640})
    page.touchscreen.tap(*middle(mark(page)))
    page.locator(CARD).wait_for(state="visible")
    before = list(page.asked)
    with page.context.expect_page():
        page.locator(f"{CARD} a").tap()
    after = list(page.asked)
    page.context.close()

    assert before == []
    assert after == ["https://tass.com/economy/1062990"]


def test_a_tap_elsewhere_closes_the_card(browser: Any, site: Path) -> None:
    """On the chart beside all marks, or anywhere else on the page."""
    page = opened(browser, (site / PAGE).as_uri(), has_touch=True)
    page.touchscreen.tap(*middle(mark(page)))
    page.locator(CARD).wait_for(state="visible")
    page.touchscreen.tap(5, 400)
    page.locator(CARD).wait_for(state="hidden")
    page.context.close()


def test_words_of_a_source_are_never_markup(page: Any) -> None:
    """A claim with tags is shown with its tags."""
    words = "<img src=x onerror=alert(1)><b>17%</b>"
    cell = page.locator(f"tr[data-mark='{OVER_60}'] [data-part='claim']")
    cell.evaluate("(e, words) => { e.textContent = words }", words)
    page.mouse.move(*middle(mark(page)))

    assert words in page.locator(CARD).inner_text()
    assert page.locator(f"{CARD} :is(img, b)").count() == 0


def test_without_scripts_title_link_and_table_are_there(browser: Any, site: Path) -> None:
    """Nothing that a reader needs hangs on the script."""
    page = opened(browser, (site / PAGE).as_uri(), java_script_enabled=False)
    title = mark(page).locator("title").text_content()
    page.locator("summary", has_text="as a table").first.click()
    rows = page.locator("figure.chart tr[data-mark]:visible").count()
    with page.context.expect_page():
        page.mouse.click(*middle(mark(page)))
    asked = list(page.asked)
    page.context.close()

    assert "over 60 of 130 projects" in title
    assert rows > 20
    assert asked == ["https://tass.com/economy/1062990"]


def test_the_file_alone_can_be_read_by_keyboard(browser: Any, site: Path) -> None:
    """An SVG opened by itself: Tab reaches its first mark, whose title says all."""
    page = opened(browser, (site / "charts" / "project_counts.svg").as_uri())
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.context.close()

    assert "reading: " in first


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_a_chart_has_the_colours_of_the_page(browser: Any, site: Path, colours: str) -> None:
    """Paper and text of the chart are light on dark exactly where the page is."""
    page = opened(browser, (site / PAGE).as_uri(), color_scheme=colours)
    shades = page.evaluate("""() => {
        const light = (e, part) => (getComputedStyle(e)[part].match(/[\\d.]+/g) ?? [])
            .slice(0, 3).reduce((sum, one) => sum + Number(one), 0) / 765;
        const card = document.querySelector('.card:not(.narrow)');
        const text = card.querySelector('svg [id*="text_"] > g');
        const patch = card.querySelector('svg [id*="patch_1"] path');
        return [light(document.body, 'backgroundColor'), light(card, 'backgroundColor'),
                light(patch, 'fill'), light(text, 'fill')];
    }""")
    page.context.close()

    dark = colours == "dark"
    assert [shade < 0.5 for shade in shades] == [dark, dark, dark, not dark]
