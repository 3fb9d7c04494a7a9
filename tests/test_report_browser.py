"""The site in a browser, opened from disk: sorting, filtering, no request, no overflow."""

import json
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest

PAGES = (
    "index.html",
    "conflicts.html",
    "docs/method.html",
    "docs/reference.html",
    "notebooks/does_it_hold.html",
    "notebooks/trade_growth.html",
    "sources/tass-2019-06-10.html",
)
SHOWN = "#ledger tbody tr:not([hidden])"


@pytest.fixture
def first_page(browser: Any, site: Path) -> Iterator[Any]:
    """The first page, opened from disk on a laptop."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto((site / "index.html").as_uri())
    yield page
    page.close()


def count(page: Any) -> tuple[int, int]:
    """The live count: claims shown, claims in all."""
    shown, every = re.findall(r"\d+", page.locator("#count").inner_text())
    return int(shown), int(every)


def test_words_topic_and_kind_filter_the_ledger(first_page: Any) -> None:
    """Each filter narrows the rows, the count says by how much, and a button shows all again."""
    every = first_page.locator(SHOWN).count()
    first_page.fill("#words", "ÖRESHKIN 17%")
    texts = first_page.locator(SHOWN).all_inner_texts()

    assert texts
    assert all("oreshkin" in text.casefold() and "17%" in text for text in texts)
    assert count(first_page) == (len(texts), every)

    first_page.select_option("#topic", "event")
    assert count(first_page) == (0, every)

    first_page.get_by_role("button", name="Show all").click()
    first_page.wait_for_function("!document.querySelector('#ledger tr[hidden]')")
    first_page.select_option("#kind", "official_page")
    assert set(first_page.locator(f"{SHOWN} td:nth-child(6)").all_inner_texts()) == {
        "official page"
    }


@pytest.mark.parametrize(
    "key", ["tass-2019-06-10-oreshkin-growth", "tass-2019-06-10-oreshkin-growth-2018"]
)
def test_the_search_finds_the_key_of_a_claim_or_value(first_page: Any, key: str) -> None:
    """A key that is typed in leaves the rows that show it."""
    first_page.fill("#words", key)
    texts = first_page.locator(SHOWN).all_inner_texts()

    assert len(texts) == 1
    assert key in texts[0]


@pytest.mark.parametrize("column", ["Said on", "Speaker", "Values, as printed", "Publisher"])
def test_a_click_on_a_header_sorts_by_the_column(first_page: Any, column: str) -> None:
    """First upwards, then downwards; the header says which; no row is lost."""
    header = first_page.locator("#ledger th", has_text=column).first
    rows = first_page.locator(SHOWN)
    before = sorted(rows.all_inner_texts())
    starts = header.get_attribute("aria-sort")
    header.get_by_role("button").click()
    one = header.get_attribute("aria-sort"), rows.all_inner_texts()
    header.get_by_role("button").click()
    other = header.get_attribute("aria-sort"), rows.all_inner_texts()

    assert {one[0], other[0]} == {"ascending", "descending"}
    assert starts != one[0]
    assert one[1] != other[1]
    assert sorted(one[1]) == sorted(other[1]) == before
    assert first_page.locator("#ledger [aria-sort]").count() == 1


def ranges(page: Any, value_id: str) -> list[str]:
    """The ranges that are visible beside a value in the ledger."""
    parts = page.locator(f"#ledger [data-value-id='{value_id}'] .range:visible")
    return list(parts.all_inner_texts())


def test_the_switch_changes_the_reading(first_page: Any) -> None:
    """One range is shown for each value, that of the reading chosen; the usual one at first."""
    key = "tass-2019-06-10-projects-started"
    usual = ranges(first_page, key)
    first_page.get_by_label("literally").check()
    literal = ranges(first_page, key)
    first_page.get_by_label("charitably").check()

    assert usual == ["61 to 69"]
    assert literal == ["at least 61"]
    assert len(ranges(first_page, key)) == 1
    assert first_page.locator("#ledger .held .verdict:visible").count() > 100


def test_the_choice_is_kept_from_page_to_page(first_page: Any) -> None:
    """A claim's page shows the reading that was chosen on the first page."""
    first_page.get_by_label("literally").check()
    first_page.locator("#ledger a", has_text="Oreshkin tells").first.click()
    first_page.wait_for_load_state()

    assert first_page.locator("#reading-literal").is_checked()


@pytest.mark.parametrize("scripts", [True, False])
def test_the_switch_needs_no_script(browser: Any, site: Path, scripts: bool) -> None:
    """The conflicts of the chosen reading are shown, with scripts or without."""
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto((site / "conflicts.html").as_uri())
    for label, reading in (("literally", "literal"), ("charitably", "charitable")):
        page.get_by_label(label).check()
        text = (site / "data" / f"conflicts-{reading}.json").read_text(encoding="utf-8")
        shown = page.locator(".conflict:visible").count()
        sentences = page.locator(".conflict .sentence:visible").count()

        assert shown == sentences == len(json.loads(text))
    context.close()


def test_a_link_to_a_conflict_of_another_reading_still_shows_it(browser: Any, site: Path) -> None:
    """What is linked is shown with its sentence, whatever reading is chosen."""
    ids = {
        reading: {
            one["conflict_id"]
            for one in json.loads((site / "data" / f"conflicts-{reading}.json").read_text("utf-8"))
        }
        for reading in ("usual", "charitable")
    }
    other = sorted(ids["usual"] - ids["charitable"])[0]
    page = browser.new_page()
    page.goto((site / "conflicts.html").as_uri())
    page.get_by_label("charitably").check()
    hidden = page.locator(f"#{other} .sentence:visible").count() == 0
    page.goto(f"{(site / 'conflicts.html').as_uri()}#{other}")
    shown = page.locator(f"#{other} .sentence:visible").count() > 0
    page.close()

    assert hidden
    assert shown


def test_the_ledger_can_be_narrowed_to_conflicts(first_page: Any) -> None:
    """Only claims with a value in a firm conflict are left, under the reading chosen."""
    first_page.select_option("#verdict", "firm")
    usual = first_page.locator(SHOWN).count()

    assert 0 < usual < first_page.locator("#ledger tbody tr").count()
    assert first_page.locator(f"{SHOWN} summary:visible", has_text="firm").count() >= usual

    first_page.get_by_label("charitably").check()
    assert first_page.locator(SHOWN).count() != usual


def test_the_keyboard_sorts_too(first_page: Any) -> None:
    """A header is a button that takes the focus and hears Enter."""
    first_page.locator("#ledger th button").nth(4).focus()
    first_page.keyboard.press("Enter")
    speakers = first_page.locator(f"{SHOWN} td:nth-child(5)").all_inner_texts()

    header = first_page.locator("#ledger th").nth(4)

    assert header.get_attribute("aria-sort") == "ascending"
    assert speakers[0].casefold() < speakers[-1].casefold()


def overhang(page: Any, width: int, colours: str) -> int:
    """By how many pixels the page is wider than a window of this width, in these colours."""
    page.emulate_media(color_scheme=colours)
    page.set_viewport_size({"width": width, "height": 800})
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_its_window_and_asks_no_network(browser: Any, site: Path, name: str) -> None:
    """No sideways scrolling, no request that leaves the disk, no error in the console."""
    page = browser.new_page()
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto((site / name).as_uri())
    wide = [overhang(page, *window) for window in product((1280, 360), ("light", "dark"))]
    page.wait_for_load_state("networkidle")
    page.close()

    assert asked
    assert [address for address in asked if not address.startswith(("file:", "data:"))] == []
    assert faults == []
    assert max(wide) <= 0


def test_fonts_come_from_the_site(first_page: Any) -> None:
    """The headings are set in the font that lies beside the page."""
    first_page.evaluate("document.fonts.ready")
    loaded = "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)"
    assert "Report Serif" in " ".join(first_page.evaluate(loaded))


def test_the_ledger_is_complete_without_scripts(browser: Any, site: Path) -> None:
    """With scripts off all rows stand there, and no control that would do nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "index.html").as_uri())

    assert page.locator("#ledger tbody tr").count() > 100
    assert not page.locator("#filter").is_visible()
    assert page.locator("#ledger th button").count() == 0
    context.close()


def test_a_phone_gets_the_narrow_chart(browser: Any, site: Path) -> None:
    """One of the two variants of a chart is shown, which one depends on the width."""
    for width, shown in ((360, "narrow"), (1280, "wide")):
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.goto((site / "notebooks" / "trade_growth.html").as_uri())
        visible = page.locator(".card:visible")
        classes = {card.get_attribute("class") for card in visible.all()}
        page.close()

        assert classes == {f"card {shown}"}
