"""JupyterLab as a reader opens it: the notebook runs, a control moves, what it says changes.

A real server on the loopback address with a home of its own, and a browser of the system.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from conftest import ROOT
from nbformat import write
from nbformat.v4 import new_code_cell, new_notebook

from analysis import controls, tables

STARTING = 120  # seconds, generous: a test of what happens, not of when
#: Two sums in words of a source, and the same words in a table without our name for it.
DOLLARS = """import pandas as pd
from IPython.display import HTML, display
from analysis.outputs import table
frame = pd.DataFrame({"words": ["from $43 million to $46 million"]})
display(HTML(frame.to_html()))
table(frame, "two sums")"""
SETTINGS = {
    "@jupyterlab/apputils-extension/notification": {"checkForUpdates": False, "fetchNews": "false"},
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
}


def environment(home: Path) -> dict[str, str]:
    """A home and settings of its own: nothing of the user's is read or written."""
    for name, settings in SETTINGS.items():
        file = home / "settings" / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(settings), encoding="utf-8")
    places = {
        "HOME": "", "JUPYTER_CONFIG_DIR": "config", "JUPYTER_DATA_DIR": "share",
        "JUPYTER_RUNTIME_DIR": "runtime", "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces", "IPYTHONDIR": "ipython",
    }  # fmt: skip
    return {**os.environ, **{name: str(home / place) for name, place in places.items()}}


def started(folder: Path, home: Path, port: int, token: str) -> subprocess.Popen[bytes]:
    """A server for the notebooks of a folder."""
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}",
        "--ServerApp.ip=127.0.0.1", "--ServerApp.port_retries=0",
        f"--IdentityProvider.token={token}", f"--ServerApp.root_dir={folder}",
    ]  # fmt: skip
    log = (home / "log").open("wb")
    return subprocess.Popen(
        command, cwd=folder, env=environment(home), stdout=log, stderr=log, start_new_session=True
    )


def free_port() -> int:
    """A port that nobody listens to."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Until the server answers."""
    end = time.monotonic() + STARTING
    while time.monotonic() < end and server.poll() is None:
        try:
            urlopen(address, timeout=5).close()
        except (URLError, OSError):
            time.sleep(0.2)
        else:
            return
    pytest.fail(f"JupyterLab did not start:\n{log.read_text(errors='replace')[-2000:]}")


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """The address of a notebook alone in a running JupyterLab; the server ends in any case."""
    for needed in ("jupyterlab", "ipywidgets"):
        if find_spec(needed) is None:
            pytest.skip(f"{needed} is not installed: install this package with its extra `lab`")
    home = tmp_path_factory.mktemp("home")
    folder = Path(shutil.copytree(ROOT / "notebooks", home / "notebooks"))
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    dollars = new_notebook(cells=[new_code_cell(DOLLARS)], metadata=kernel)
    write(dollars, folder / "dollars.ipynb")
    port, token = free_port(), secrets.token_hex()
    server = started(folder, home, port, token)
    try:
        wait_for(f"http://127.0.0.1:{port}/api/status?token={token}", server, home / "log")
        place = f"http://127.0.0.1:{port}/lab/workspaces"
        yield lambda name: f"{place}/{Path(name).stem}/tree/{name}?token={token}"
    finally:
        server.terminate()
        try:
            server.wait(timeout=30)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


@pytest.fixture(scope="module")
def asked() -> list[str]:
    """Every address that the page asked for."""
    return []


def run_all(page: Any) -> None:
    """Runs all cells by the menu, once the status bar says that the kernel is there."""
    page.get_by_text(re.compile(r"\| Idle$")).wait_for()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()


@pytest.fixture(scope="module")
def page(browser: Any, lab: Callable[[str], str], asked: list[str]) -> Iterator[Any]:
    """explore.ipynb in JupyterLab, all of its cells run."""
    page = browser.new_page(viewport={"width": 1280, "height": 1000})
    page.set_default_timeout(STARTING * 1000)
    page.on("request", lambda request: asked.append(request.url))
    page.goto(lab("explore.ipynb"))
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    run_all(page)
    page.locator(".answer").wait_for()
    yield page
    page.close()


@pytest.fixture(scope="module")
def prepared(data: tables.Tables) -> controls.Prepared:
    """What the controls look up."""
    return controls.prepare(data)


@pytest.fixture
def hedged(prepared: controls.Prepared) -> str:
    """A value whose literal and usual reading allow different ranges."""
    for value_id in prepared.listed["value_id"]:
        read = controls.compared(prepared, value_id).set_index("reading")["allows"]
        if read["literal"] != read["usual"]:
            return str(value_id)
    raise AssertionError("the shipped data hold a value whose readings differ")


def shown(page: Any) -> tuple[str, str]:
    """What the controls say, and the chart."""
    chart = page.locator(".chart svg").last
    return page.locator(".answer").inner_text(), chart.evaluate("svg => svg.outerHTML")


def changed(page: Any, before: tuple[str, str], act: Callable[[], object], what: str) -> Any:
    """What is shown once text and chart have both changed; prints how long that took."""
    start = time.perf_counter()
    act()
    page.wait_for_function(
        "([text, svg]) => { const charts = document.querySelectorAll('.chart svg');"
        " return document.querySelector('.answer').innerText !== text"
        " && charts[charts.length - 1].outerHTML !== svg; }",
        arg=list(before),
    )
    print(f"{what}: {1000 * (time.perf_counter() - start):.0f} ms until text and chart changed")
    return shown(page)


def test_a_change_of_claim_reading_and_definitions_is_seen(
    page: Any, prepared: controls.Prepared, hedged: str
) -> None:
    """Words typed find the value, keys move the reading, a click leaves a definition out."""
    opened = shown(page)
    find = page.get_by_role("textbox", name="Find", exact=True)
    found = changed(page, opened, lambda: find.fill(hedged), "claim")
    assert hedged in found[0]
    assert controls.told(prepared, hedged, "usual").allowed in found[0]

    page.get_by_role("radio", name="read literally").focus()
    literal = changed(page, found, lambda: page.keyboard.press("Space"), "reading, by keyboard")
    assert controls.told(prepared, hedged, "literal").allowed in literal[0]
    assert "read literally" in page.locator(".chart svg title").first.text_content()

    again = changed(page, literal, lambda: find.fill(prepared.first), "claim")
    page.get_by_role("checkbox", name="in the verdict: only explains").uncheck()
    page.wait_for_function(
        "text => document.querySelector('.answer').innerText !== text", arg=again[0]
    )
    kept = controls.told(prepared, prepared.first, "literal", {"role": ["decides"]})
    assert kept.fit in shown(page)[0]


def test_every_control_has_a_name_and_is_reached_by_tab(page: Any) -> None:
    """Inputs and lists carry labels; Tab goes from the search to the list and to the readings."""
    named = page.locator(".jp-OutputArea .widget-vbox").first.locator("input, select")
    unnamed = [
        control for control in named.all()
        if not control.evaluate("e => e.labels.length && e.labels[0].innerText.trim()")
    ]  # fmt: skip
    assert unnamed == []

    page.get_by_role("textbox", name="Find", exact=True).focus()
    order = []
    for _ in range(3):
        page.keyboard.press("Tab")
        order.append(page.evaluate("document.activeElement.tagName + document.activeElement.type"))
    assert order[0].startswith("SELECT")
    assert "INPUTradio" in order[1:]


def test_the_table_and_the_chart_say_what_they_are(page: Any) -> None:
    """The table of definitions has a caption, the chart a role and a name."""
    box = page.locator(".jp-OutputArea .widget-vbox").first

    assert "definitions" in box.locator("table caption").inner_text()
    svg = box.locator(".chart svg")
    assert svg.get_attribute("role").split()[0] in ("img", "graphics-document")
    names = svg.get_attribute("aria-labelledby").split()
    assert names
    assert all(box.locator(f"[id='{name}']").text_content() for name in names)


def test_nothing_is_cut_off_or_runs_together(page: Any) -> None:
    """The boxes end inside what holds them, nothing scrolls sideways, and cells stand apart."""
    box = page.locator(".jp-OutputArea .widget-vbox").first
    right = box.evaluate("e => e.getBoundingClientRect().right")

    for control in box.locator("input[type=text], select").all():
        assert control.evaluate("e => e.getBoundingClientRect().right") <= right
    assert box.evaluate("e => e.scrollWidth <= e.clientWidth")
    for cell in box.locator(".definitions th").all():
        style = cell.evaluate(
            "e => [getComputedStyle(e).paddingLeft, getComputedStyle(e).paddingRight]"
        )
        assert all(float(side.removesuffix("px")) >= 6 for side in style)


def test_words_that_stand_nowhere_are_told(page: Any) -> None:
    """The list is empty, and the line above it names the value that is still shown."""
    find = page.get_by_role("textbox", name="Find", exact=True)
    find.fill("xyzzy")
    status = page.get_by_role("status").filter(has_text="has these words")
    status.wait_for()

    assert status.locator("code").inner_text() in page.locator(".answer").inner_text()
    assert page.get_by_role("listbox", name="Value").locator("option").count() == 0
    find.fill("")
    status.wait_for(state="detached")


def test_the_lab_asks_nobody_outside(page: Any, asked: list[str]) -> None:
    """Every address belongs to the server on the loopback address."""
    outside = [url for url in asked if not url.startswith(("http://127.0.0.1:", "data:", "blob:"))]

    assert asked
    assert outside == []


def test_two_sums_in_dollars_are_no_formula(browser: Any, lab: Callable[[str], str]) -> None:
    """JupyterLab takes what stands between two dollar signs for TeX, but not in our tables."""
    page = browser.new_page(viewport={"width": 1280, "height": 1000})
    page.set_default_timeout(STARTING * 1000)
    page.goto(lab("dollars.ipynb"))
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    run_all(page)
    page.locator("table.dataframe mjx-container").wait_for()

    ours = page.locator("table.rows", has_text="two sums")
    assert ours.locator("tbody").inner_text() == "from $43 million to $46 million"
    page.close()
