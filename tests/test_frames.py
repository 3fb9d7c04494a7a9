"""Frames of Polars, DuckDB and PyArrow give what the same rows give as pandas frames."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from analysis import charts, checks, definitions, frames, outputs, readings, tables

Engine = Callable[[pd.DataFrame], Any]
ENGINES: dict[str, Engine] = {
    "polars": pl.from_pandas,
    "polars lazy": lambda frame: pl.from_pandas(frame).lazy(),
    "polars categories": lambda frame: pl.from_pandas(frame).with_columns(
        pl.col(pl.String).cast(pl.Categorical)
    ),
    "polars days": lambda frame: pl.from_pandas(frame).with_columns(
        pl.col(pl.Datetime).cast(pl.Date)
    ),
    "duckdb": lambda frame: duckdb.from_arrow(pa.Table.from_pandas(frame, preserve_index=False)),
    "arrow": lambda frame: pa.Table.from_pandas(frame, preserve_index=False),
    "string views": lambda frame: _viewed(pa.Table.from_pandas(frame, preserve_index=False)),
    "pandas on arrow": lambda frame: frame.convert_dtypes(dtype_backend="pyarrow"),
    "pandas nullable": lambda frame: frame.convert_dtypes(),
    "pandas objects": lambda frame: frame.astype(object).where(frame.notna(), None),
    "pandas categories": lambda frame: frame.astype(
        {name: "category" for name in frame.columns if frame[name].dtype == "str"}
    ),
}  # fmt: skip


def _viewed(table: pa.Table) -> pa.Table:
    """The table with its text as string views."""
    views = [
        column.cast(pa.string()).cast(pa.string_view()) if pa.types.is_large_string(column.type)
        else column for column in table.columns
    ]  # fmt: skip
    return pa.table(dict(zip(table.column_names, views, strict=True)))


def remade(data: tables.Tables, engine: str) -> tables.Tables:
    """The tables made of the frames of an engine, rows in another order."""
    make = ENGINES[engine]
    shuffled = {name: getattr(data, name).sample(frac=1, random_state=7) for name in tables.TABLES}
    return tables.of(**{
        name: make(frame.reset_index(drop=True)) for name, frame in shuffled.items()
    })  # fmt: skip


@pytest.mark.parametrize("engine", ENGINES)
def test_the_shipped_tables_are_the_same_from_every_engine(data, engine):
    """The same rows give the same tables, types and data version, in whatever order they came."""
    found = remade(data, engine)

    for name in tables.TABLES:
        pd.testing.assert_frame_equal(getattr(found, name), getattr(data, name), obj=name)
    assert tables.version(found) == tables.version(data)


def test_checks_and_statements_follow_from_frames_of_another_engine(data):
    """A verdict does not depend on who held the rows."""
    found = checks.check(remade(data, "duckdb"))

    pd.testing.assert_frame_equal(found.summary, checks.check(data).summary)


@pytest.mark.parametrize("engine", ["polars lazy", "duckdb"])
def test_one_table_of_another_engine_may_replace_one_of_a_folder(data, engine):
    """Statistics that lie in an engine are put beside the tables of a folder as they are."""
    own = replace(data, statistics=ENGINES[engine](data.statistics))

    pd.testing.assert_frame_equal(own.statistics, data.statistics)
    pd.testing.assert_frame_equal(checks.check(own).definitions, checks.check(data).definitions)


@pytest.mark.parametrize("engine", ENGINES)
def test_functions_that_read_a_frame_take_every_engine(data, engine):
    """Intervals, observations and rates are those of pandas frames."""
    make = ENGINES[engine]
    statements = tables.statements(data)
    wanted = readings.intervals(statements, data.hedges)

    found = readings.intervals(make(statements), make(data.hedges))

    bounds = ["reading", "lower", "upper", "central", "lower_closed", "upper_closed"]
    pd.testing.assert_frame_equal(found[bounds], wanted[bounds])
    assert definitions.observe(make(data.statistics)) == definitions.observe(data.statistics)
    assert definitions.annual(make(data.exchange_rates)) == definitions.annual(data.exchange_rates)
    pd.testing.assert_frame_equal(
        readings.sensitivity(make(data.hedges)), readings.sensitivity(data.hedges)
    )


@pytest.mark.parametrize("engine", ["polars", "duckdb", "pandas on arrow"])
def test_a_chart_is_the_same_whoever_holds_its_frames(data, engine):
    """What a chart tells does not depend on the engine."""
    from analysis.charts.trade_levels import trade_levels

    make = ENGINES[engine]
    known = charts.Basis(data, "usual").statements
    given = (known, data.statistics, data.sources)

    found = charts.rows(trade_levels(*map(make, given)))

    pd.testing.assert_frame_equal(found, charts.rows(trade_levels(*given)))


def test_a_table_shows_another_engine_s_frame():
    """Text, numbers and what is missing stand as in a pandas frame."""
    cells = {"who": ["a", None], "value": [1.5, None]}

    shown = repr(outputs.table(pl.DataFrame(cells), "Two rows"))

    assert shown == repr(outputs.table(pd.DataFrame(cells), "Two rows"))


AWKWARD = {
    "null and not a number": pl.DataFrame({"value": [1.5, float("nan"), None]}),
    "whole numbers with null": pl.DataFrame({"value": [2**53 + 1, None]}),
    "decimals": pl.DataFrame({"printed": [Decimal("16.40"), None]}),
    "days": pl.DataFrame({"period_start": [date(2018, 1, 1), None]}),
    "times": pl.DataFrame({"seen": [datetime(2018, 1, 1, 13, 30), None]}),
    "nothing": pl.DataFrame({"note": [None, None]}),
    "flags": pl.DataFrame({"read_at_source": [True, None]}),
}


@pytest.mark.parametrize(
    ("name", "kinds", "wanted"),
    [
        ("null and not a number", {}, pd.Series([1.5, None, None], dtype="float64")),
        ("whole numbers with null", {}, pd.Series([2**53 + 1, None], dtype="Int64")),
        ("decimals", {"printed": "string"}, pd.Series(["16.40", None], dtype="str")),
        ("decimals", {"printed": "number"}, pd.Series([16.4, None], dtype="float64")),
        ("days", {}, pd.Series(pd.to_datetime(["2018-01-01", None])).dt.as_unit("us")),
        ("days", {"period_start": "string"}, pd.Series(["2018-01-01", None], dtype="str")),
        ("times", {}, pd.Series(pd.to_datetime(["2018-01-01 13:30", None])).dt.as_unit("us")),
        ("nothing", {}, pd.Series([None, None], dtype="str")),
        ("nothing", {"note": "date"}, pd.Series([pd.NaT, pd.NaT], dtype="datetime64[us]")),
        ("nothing", {"note": "boolean"}, pd.Series([None, None], dtype="boolean")),
        ("flags", {}, pd.Series([True, None], dtype="boolean")),
    ],
)
def test_numbers_days_and_what_is_missing_survive(name, kinds, wanted):
    """No digit, day or gap is lost on the way from another engine."""
    for frame in (AWKWARD[name], AWKWARD[name].lazy(), duckdb.from_arrow(AWKWARD[name].to_arrow())):
        found = frames.plain(frame, **kinds).iloc[:, 0]

        pd.testing.assert_series_equal(found, wanted, check_names=False)


def test_lists_of_another_engine_are_tuples():
    """The rows behind a definition stay together."""
    found = frames.plain(pl.DataFrame({"rows": [[1, 2], None]}))

    assert found["rows"].tolist()[0] == (1, 2)
    assert found["rows"].isna().tolist() == [False, True]


def test_a_pandas_frame_is_neither_copied_nor_changed():
    """What needs no change comes back itself; what does is a new frame."""
    frame = pd.DataFrame({"printed": ["1.10"], "value": [1.1]})
    whole = pd.DataFrame({"printed": [17], "value": ["17"]})

    assert frames.plain(frame, **frames.KINDS) is frame
    assert frames.plain(whole, **frames.KINDS).to_dict("list") == {
        "printed": ["17"],
        "value": [17.0],
    }
    assert whole.to_dict("list") == {"printed": [17], "value": ["17"]}


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        (pl.DataFrame({"printed": [1.1]}), "printed: 1.1 is a number where text is asked"),
        (pd.DataFrame({"printed": [1.1, None]}, dtype=object), "printed: 1.1 is a number"),
        (pl.DataFrame({"period_start": [datetime(2018, 1, 1, 13)]}), "13:00:00 is no day: cast"),
        (pl.DataFrame({"value": ["seventeen"]}), "parse string .seventeen. at position 0"),
    ],
)
def test_what_would_lose_digits_or_hours_is_refused(frame, message):
    """A float is no printed numeral, a time no day, a word no number."""
    with pytest.raises(ValueError, match=message):
        frames.plain(frame, **frames.KINDS)


def test_two_columns_of_one_name_are_refused():
    """It could not be told which is meant."""
    with pytest.raises(ValueError, match="two columns have one name"):
        frames.plain(duckdb.sql("select 'x' printed, 'y' printed"))


def test_what_is_no_frame_is_refused():
    """The error names what was given."""
    with pytest.raises(TypeError, match="dict is no frame: give one of pandas, Polars or DuckDB"):
        frames.plain({"printed": ["1"]})


def test_tables_of_nothing_have_the_shipped_vocabulary(data):
    """Tables that are not given have no rows; hedges are those of the package."""
    found = tables.of()

    assert {name: len(getattr(found, name)) for name in tables.TABLES if name != "hedges"} == (
        dict.fromkeys((name for name in tables.TABLES if name != "hedges"), 0)
    )
    pd.testing.assert_frame_equal(found.hedges, data.hedges)
    assert tables.statements(found).empty


def test_columns_that_may_be_empty_may_be_left_out():
    """A frame with the needed columns is a table; the others are missing."""
    rates = pl.DataFrame({
        "currency": ["USD", "JPY"], "period_start": [date(2018, 1, 1)] * 2,
        "period_end": [date(2018, 12, 31)] * 2, "kind": ["annual_average"] * 2,
        "printed": ["1", "110.40"], "value": [1.0, 110.4], "source_id": ["bank"] * 2,
    })  # fmt: skip

    found = tables.of(
        exchange_rates=rates.drop("currency").with_columns(currency=rates["currency"])
    )

    assert found.exchange_rates["printed"].tolist() == ["110.40", "1"]
    assert list(found.exchange_rates.columns) == list(tables.of().exchange_rates.columns)


@pytest.mark.parametrize(
    ("given", "error", "message"),
    [
        ({"source": pl.DataFrame()}, TypeError, "no table is called source"),
        ({"sources": pl.DataFrame({"source_id": ["a"]})}, ValueError,
         "sources: no column kind, language, publisher: every row needs it"),
        ({"plan_points": pl.DataFrame({"plan": ["p"], "point": [1], "name": ["n"],
                                       "source_id": ["s"], "notes": ["x"]})}, ValueError,
         "plan_points: the column notes is not described"),
        ({"plan_points": pl.DataFrame({"plan": ["p"], "point": [1.5], "name": ["n"],
                                       "source_id": ["s"]})}, ValueError,
         "plan_points: point: 1.5 is no whole number"),
        ({"sources": 5}, TypeError, "int is no frame"),
    ],
)  # fmt: skip
def test_faults_of_frames_name_table_and_column(given, error, message):
    """What is wrong with a frame is said with its table."""
    with pytest.raises(error, match=message):
        tables.of(**given)
