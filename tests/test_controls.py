"""A choice of value, reading and definitions says what the checks say, at once, for any text."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import second_pair
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import charts, checks, controls, labels, readings, tables
from analysis.tables import statements

HOSTILE = '<script>alert(1)</script> "=1+1" \u202ekcab & Кириллица'


@pytest.fixture(scope="module")
def prepared(data: tables.Tables) -> controls.Prepared:
    """The shipped data, every value judged."""
    return controls.prepare(data)


@pytest.fixture(scope="module", autouse=True)
def closed() -> Iterator[None]:
    """Widgets are closed while there is still an interpreter to do it."""
    yield
    if "ipywidgets" in sys.modules:
        sys.modules["ipywidgets"].Widget.close_all()


def test_every_statement_can_be_chosen_once(
    data: tables.Tables, prepared: controls.Prepared
) -> None:
    """The options are the values read at their source, sorted by label, each telling its number."""
    listed = controls.options(prepared)
    said = statements(data).set_index("value_id")

    assert sorted(listed["value_id"]) == sorted(said.index)
    assert list(listed["label"].str.casefold()) == sorted(listed["label"].str.casefold())
    for row in listed.itertuples():
        assert labels.value(said.loc[row.value_id].to_dict()) in row.label
        assert row.label.startswith(said.loc[row.value_id, "speaker"])


def test_words_in_any_order_and_case_find_a_value(prepared: controls.Prepared) -> None:
    """Every word has to stand in the label or the key; a word that stands nowhere finds nothing."""
    found = controls.matching(prepared, "10 jun 2019 ORESHKIN +17% tass")

    assert list(found["value_id"]) == ["tass-2019-06-10-oreshkin-growth-2018"]
    assert list(controls.matching(prepared, found["value_id"].iloc[0])["label"]) == list(
        found["label"]
    )
    assert len(controls.matching(prepared, "  ")) == len(controls.options(prepared))
    assert controls.matching(prepared, "oreshkin xyzzy").empty


@pytest.mark.parametrize("reading", readings.READINGS)
def test_what_is_told_is_what_the_checks_say(
    data: tables.Tables, prepared: controls.Prepared, reading: str
) -> None:
    """Verdict, reason and sentence of a value are those of `check`, the ends those of
    `intervals`, and all definitions are kept where none is left out; each reading is asked of
    every third value, so that each value is asked."""
    verdicts = checks.check(data, reading)
    stated = readings.intervals(statements(data), data.hedges, reading).set_index("value_id")
    every = verdicts.definitions.groupby("value_id").size()

    place = readings.READINGS.index(reading)
    for row in verdicts.summary[place :: len(readings.READINGS)].to_dict("records"):
        told = controls.told(prepared, row["value_id"], reading)
        assert (told.verdict, told.reason_code, told.sentence) == (
            row["verdict"], row["reason_code"], row["sentence"],
        )  # fmt: skip
        assert told.allowed == readings.words(stated.loc[row["value_id"]].to_dict())
        assert len(told.definitions) == every.get(row["value_id"], 0)
        assert told.source in list(told.rows["told"])


@settings(deadline=None, max_examples=25)
@given(choice=st.data())
def test_definitions_that_are_left_out_are_gone_and_never_change_the_verdict(
    prepared: controls.Prepared, choice: st.DataObject
) -> None:
    """Any choice of terms keeps exactly the definitions with a chosen text under each of them."""
    ids = sorted(set(prepared.definitions["usual"].index))
    value_id = choice.draw(st.sampled_from(ids))
    reading = choice.draw(st.sampled_from(readings.READINGS))
    offered = controls.terms(prepared, value_id)
    chosen = {
        term: choice.draw(st.sets(st.sampled_from(texts)), label=term)
        for term, texts in offered.items()
    }
    whole = controls.told(prepared, value_id, reading)
    told = controls.told(prepared, value_id, reading, chosen)
    expected = [
        row for row in whole.computed.to_dict("records")
        if all(row[term] in texts for term, texts in chosen.items())
    ]  # fmt: skip

    assert told.computed.to_dict("records").__repr__() == repr(expected)
    assert told.fit.startswith(f"{len(expected)} of ")
    assert (told.verdict, told.sentence) == (whole.verdict, whole.sentence)


def test_only_terms_that_differ_are_offered(prepared: controls.Prepared) -> None:
    """A term with one choice parts nothing; each that is offered has two or more."""
    for value_id in prepared.listed["value_id"]:
        own = prepared.definitions["usual"]
        rows = own[own.index == value_id]
        for term, texts in controls.terms(prepared, value_id).items():
            assert set(rows[term]) == set(texts)
            assert len(texts) > 1


@pytest.mark.parametrize(
    ("value_id", "reading", "chosen", "message"),
    [
        ("no-such", "usual", None, r"no value 'no-such'.*options"),
        (None, "kind", None, r"'kind' is none of literal, usual, charitable"),
        (None, "usual", {"colour": ["red"]}, r"no term 'colour'.*reporter"),
        (None, "usual", {"reporter": ["DEU"]}, r"reporter is never 'DEU'.*JPN, RUS"),
    ],
)
def test_a_choice_that_there_is_not_is_refused(
    prepared: controls.Prepared, value_id: str | None, reading: str,
    chosen: dict[str, list[str]] | None, message: str,
) -> None:  # fmt: skip
    """The message names what was asked for and what there is."""
    with pytest.raises(ValueError, match=message):
        controls.told(prepared, value_id or prepared.first, reading, chosen)


def test_the_chart_draws_the_readings_and_the_definitions_chosen(
    prepared: controls.Prepared,
) -> None:
    """Three intervals of the value and a mark a computed definition, at their numbers; the chosen
    reading is the finding, and the chart knows its data version."""
    whole = controls.told(prepared, prepared.first, "charitable")
    none = controls.told(prepared, prepared.first, "charitable", {"role": []})
    drawn, bare = (charts.rows(controls.draw(prepared, one)) for one in (whole, none))

    assert len(bare) == len(readings.READINGS)
    assert len(drawn) == len(bare) + int(whole.computed["central"].notna().sum())
    assert list(drawn["value_id"]).count(prepared.first) == 1
    stated = [prepared.stated[name].loc[prepared.first] for name in readings.READINGS]
    assert list(bare["lower"]) == [row["lower"] for row in stated]
    assert "read charitably" in charts.alt(controls.draw(prepared, whole))
    assert whole.allowed in charts.alt(controls.draw(prepared, whole))


def spoilt(data: tables.Tables, text: str) -> tables.Tables:
    """The tables with a text as every speaker, publisher and hedge-free printed fragment."""
    from dataclasses import replace

    return replace(
        data,
        claims=data.claims.assign(speaker=text, fragment=text, speaker_role=text),
        sources=data.sources.assign(publisher=text, title=text, url="javascript:alert(1)"),
    )


class Tags(HTMLParser):
    """The tags and the addresses of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps the tag and where it leads."""
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "xlink:href")]


def panel(prepared: controls.Prepared) -> Any:
    """The widgets, made without a browser."""
    pytest.importorskip("ipywidgets", reason="ipywidgets is not installed: use the extra `lab`")
    return controls.Panel(prepared)


def test_hostile_texts_are_shown_as_text(data: tables.Tables) -> None:
    """Markup of the data never becomes markup of the page, and a script is no address."""
    made = panel(controls.prepare(spoilt(data, HOSTILE)))

    for part in (made.answer, made.table, made.chart):
        found = Tags(part.value)
        assert "script" not in found.tags
        assert [link for link in found.links if not link.startswith(("#", "http"))] == []
    assert "&lt;script&gt;" in made.answer.value


def test_a_moved_control_changes_what_is_shown(prepared: controls.Prepared) -> None:
    """Value, reading and definitions change text and chart; what was found stays chosen while
    it matches; no match leaves the last answer standing, told as such and still moved."""
    made = panel(prepared)
    assert prepared.first in made.answer.value

    before = made.answer.value, made.chart.value
    made.reading.value = "charitable"
    assert made.answer.value != before[0]
    assert made.chart.value != before[1]

    first = made.boxes["role"]["only explains"]
    before = made.answer.value, made.chart.value
    first.value = False
    assert made.answer.value != before[0]
    assert made.chart.value != before[1]

    made.find.value = "oreshkin 10 jun 2019 +17% tass"
    assert made.value.value == "tass-2019-06-10-oreshkin-growth-2018"
    assert made.value.value in made.answer.value
    made.find.value = "xyzzy"
    assert "None of" in made.count.value
    assert "<code>tass-2019-06-10-oreshkin-growth-2018</code>" in made.count.value
    before = made.answer.value
    made.reading.value = "literal"
    assert made.answer.value != before
    assert "oreshkin-growth-2018" in made.answer.value
    made.find.value = "oreshkin"
    assert "<code>" not in made.count.value
    assert made.value.value == "tass-2019-06-10-oreshkin-growth-2018"


def test_the_controls_are_the_same_text_wherever_they_are_shown(
    prepared: controls.Prepared,
) -> None:
    """Without anybody to answer a note stands there; the widgets carry the same note as text."""
    note = controls.explorer(prepared)

    assert isinstance(note, controls.Still)
    assert str(len(prepared.listed)) in repr(note)
    assert panel(prepared)._repr_mimebundle_()["text/plain"] == repr(note)


def test_a_folder_without_values_has_nothing_to_choose(data: tables.Tables) -> None:
    """No row, no error: the note says so and the tables are empty."""
    from dataclasses import replace

    empty = controls.prepare(replace(data, reported_values=data.reported_values.head(0)))

    assert empty.first == ""
    assert controls.options(empty).empty
    assert controls.compared(empty, empty.first).empty
    assert controls.definitions(empty, empty.first).empty
    assert "No value" in repr(controls.explorer(empty))


def test_without_ipywidgets_the_extra_is_named(tmp_path: Path) -> None:
    """A panel asks for the extra `lab` by name; everything else works without it."""
    code = (
        "import sys; sys.modules['ipywidgets'] = None\n"
        "from analysis import controls, tables\n"
        "prepared = controls.prepare(tables.load(sys.argv[1]))\n"
        "print(controls.told(prepared, prepared.first).printed, controls.explorer(prepared))\n"
        "controls.Panel(prepared)\n"
    )
    command = [sys.executable, "-c", code, str(second_pair.build(tmp_path / "data"))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert "Controls for" in done.stdout
    assert done.stderr.strip().splitlines()[-1].startswith("ImportError: the controls need")
    assert "[lab]" in done.stderr


def test_a_change_is_looked_up_and_not_judged_again(
    prepared: controls.Prepared, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After `prepare` nothing is checked again; the time of a change is printed, not judged."""
    monkeypatch.setattr(checks, "check", lambda *_: pytest.fail("a value was judged again"))
    times = []
    for value_id in prepared.listed["value_id"][::25]:
        start = time.perf_counter()
        choice = controls.told(prepared, value_id, "literal")
        controls.draw(prepared, choice)
        times.append(time.perf_counter() - start)

    print(f"a change, told and drawn: median {1000 * sorted(times)[len(times) // 2]:.0f} ms")
    assert times
