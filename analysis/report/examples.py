"""What the documentation shows of the package at work, computed while it is written.

The tables in `texts/example` hold invented statements of two economies that do not exist. They are
read, checked and held against each other like any data folder; the hedges are those of the package.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis import labels, readings, tables
from analysis.tables import Tables, description
from analysis.tables.reading import read_table

if TYPE_CHECKING:
    import pandas as pd

TEXTS = Path(__file__).parent / "texts"
NUMERALS = ("16.4", "130", "17.0", "60")
#: Numeral, hedge and unit, as a reader meets them.
PHRASES = (
    ("60", "", ""), ("16.4", "", ""), ("60", "over", ""), ("60", "at least", ""),
    ("60", "about", ""), ("16.4", "about", ""), ("60", "almost", ""), ("-40", "almost", "percent"),
    ("60", "below", ""), ("60", "up to", ""), ("60", "barely above", ""), ("60", "over", "count"),
    ("61", "over", "count"), ("half", "over", "percent"), ("doubled", "", "times"),
)  # fmt: skip
#: The conflicts that are told, by the beginning of the ids of their values.
CONFLICTS = ("level", "fall", "projects", "reading")

#: The last year of the invented statistics.
LATEST = "2018"

#: An example by its key: what was put in and what came out, each as it is shown.
Examples = dict[str, dict[str, Any]]


@lru_cache(maxsize=1)
def example() -> Tables:
    """The tables of invented statements, with the package's own hedges."""
    own = tables.load(TEXTS / "example")
    place = description.shipped()
    schema = description.schemas(place)["hedges"]
    return replace(own, hedges=read_table(place, "hedges", schema))


@lru_cache(maxsize=1)
def examples() -> Examples:
    """Every example by its key, JSON-ready and to be read only; numbers are texts, as shown."""
    return {
        **dict(_numerals()),
        **dict(_phrases()),
        **_statistics(),
        **dict(_verdicts()),
        **_conflicts(),
        "implied": _implied(),
        "limits": _limits(),
    }


def key(printed: str, hedge: str = "", unit: str = "") -> str:
    """The key of a phrase: "over-60", "over-60-count", "16.4"."""
    return "-".join(part.replace(" ", "-") for part in (hedge, printed.lstrip("-"), unit) if part)


def _numerals() -> Iterator[tuple[str, dict[str, Any]]]:
    for printed in NUMERALS:
        found = readings.numeral(printed)
        parts = {"last_digit": _plain(found.last_digit), "step": _plain(found.step)}
        yield f"numeral-{printed}", {"printed": printed, **parts}


def _phrases() -> Iterator[tuple[str, dict[str, Any]]]:
    table = readings.bounds(example().hedges)
    for printed, hedge, unit in PHRASES:
        shown = {
            reading: _interval(readings.interval(printed, hedge, reading, table=table, unit=unit))
            for reading in readings.READINGS
        }
        words = f"{hedge} {printed}".strip().replace("-", labels.MINUS)
        yield key(printed, hedge, unit), {"words": words, "printed": printed, "unit": unit} | shown


def _interval(found: readings.Interval) -> str:
    ends = (float(found.lower), float(found.upper))
    return labels.interval(*ends, found.lower_closed, found.upper_closed)


def _plain(number: Fraction) -> str:
    return f"{Decimal(number.numerator) / Decimal(number.denominator):f}"


def _statistics() -> Examples:
    """The levels that the invented offices print, and by how much the later ones differ."""
    frame = example().statistics.assign(hedge=None, direction=None)
    rows = [{str(name): cell for name, cell in row.items()} for row in frame.to_dict("records")]
    found = {_year(row): row for row in rows}
    own, other = (Fraction(found[f"{one}-{LATEST}"]["printed"]) for one in ("XAA", "XBB"))
    more = labels.number(float(100 * (other / own - 1)), 1)
    levels = {
        f"statistic-{name}": {"amount": labels.value(row), "year": name.split("-")[1]}
        for name, row in found.items()
    }
    return levels | {"mirror": {"difference": f"{more}%"}}


def _year(row: dict[str, Any]) -> str:
    return f"{row['reporter']}-{labels.period(row['period_start'], row['period_end'])}"


def _verdicts() -> Iterator[tuple[str, dict[str, Any]]]:
    """The statements that are checked, the best verdict first."""
    from analysis import checks

    found = checks.check(example())
    printed = tables.statements(example()).set_index("value_id", drop=False)
    rows = [row for row in checks.records(found.summary) if row["value_id"].startswith("growth-")]
    for row in sorted(rows, key=lambda row: checks.VERDICTS.index(row["verdict"])):
        own = found.definitions[found.definitions["value_id"] == row["value_id"]]
        told = {"words": labels.value(printed.loc[row["value_id"]].to_dict())}
        yield row["value_id"], told | _verdict(row, own)


def _verdict(row: dict[str, Any], own: pd.DataFrame) -> dict[str, Any]:
    """A verdict with the growth that each reporter's record gives."""
    loose = row["loose_share"]
    computed = own.dropna(subset="central").set_index("reporter")[["lower", "central", "upper"]]
    return {
        "verdict": row["verdict"],
        "sentence": row["sentence"],
        "loose_share": "" if loose is None else f"{labels.number(100 * loose, 1)}%",
        "statistic": {
            reporter: {name: f"{labels.signed(end, 2)}%" for name, end in ends.items()}
            for reporter, ends in computed.to_dict("index").items()
        },
    }


def _conflicts() -> Examples:
    """The conflicts told, and how many of each kind are found under each reading."""
    from analysis import conflicts

    found: Examples = {}
    for reading in readings.READINGS:
        for one in conflicts.records(conflicts.find(example(), reading)):
            name = one["value_ids"][0].split("-")[0]
            if name in CONFLICTS:
                told = found.setdefault(f"conflict-{name}", one | {"under": []})
                told["under"].append(reading)
    return found


def _implied() -> dict[str, Any]:
    """What total and imports leave the exports, of which only words are told."""
    from analysis import conflicts

    found = conflicts.implied(example()).set_index("value_id").loc["rest-exports-growth"]
    return {"sentence": found["sentence"], "from_values": list(found["from_values"])}


def _limits() -> dict[str, Any]:
    """The limits that the method names, as the package holds them."""
    from analysis.checks import looseness
    from analysis.conflicts import explaining, finding, solving, system

    return {
        "points": looseness.POINTS,
        "neighbours": f"{looseness.MOST:,}",
        "explained": finding.LIMIT,
        "longest": finding.LONGEST,
        "group": solving.SMALL,
        "years": solving.STRETCH,
        "tolerance": f"{_plain(system.TOLERANCE * 100)}%",
        "revision": f"{_plain(explaining.MOST_REVISION * 100)}%",
    }
