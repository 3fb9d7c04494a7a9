"""Results of definitions in words: units, the claim beside them, what could not be computed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd

from analysis import checks, labels
from analysis.charts import choosing, telling
from analysis.charts.flows import flow_words, start_upper
from analysis.charts.trade_levels import SCALES, scale
from analysis.checks import reasons

#: What a link and a source line are made from.
NO_SOURCE = {"publisher": None, "url": "", "published": None}


@dataclass(frozen=True)
class Unit:
    """The unit of an axis: its name, what one of it is, how its numbers are written."""

    name: str
    per: float
    before: str
    after: str
    digits: int
    signed: bool

    @classmethod
    def of(cls, claim: telling.Cells, amounts: pd.Series) -> Unit:
        """The unit for a claim and the statistics beside it."""
        if claim["unit"] == "percent":
            growth, digits = claim["measure"] == "growth", _decimals(claim, 1.0)
            return cls("growth, %" if growth else "%", 1.0, "", "%", digits, growth)
        if claim["unit"] in ("times", "ordinal", "count"):
            named = {"ordinal": "place", "count": labels.counted(claim["counted"])}
            name = named.get(claim["unit"], "times")
            return cls(name, 1.0, "", "", 2 * (claim["unit"] == "times"), False)
        per = scale(amounts.dropna())
        before, after = f"{claim['unit']} ", f" {SCALES[per]}".rstrip()
        return cls(
            (before + after.strip()).strip(), per, before, after, _decimals(claim, per), False
        )

    def short(self, amount: float, more: int = 0) -> str:
        """A number at its mark, without what the axis says; `more` are further decimals."""
        number = labels.signed if self.signed else labels.number
        text = number(float(amount) / self.per, self.digits + more)
        return f"{text}%" if self.after == "%" else text

    def long(self, amount: float, more: int = 0) -> str:
        """A number in a sentence."""
        if math.isinf(amount):
            return "no limit"
        return f"{self.before}{self.short(amount, more)}{self.after.replace('%', '')}"

    def distance(self, amount: float) -> str:
        """How far two numbers are apart: "9.0 points", "USD 2.4 bn"."""
        if self.after != "%":
            return self.long(amount)
        return f"{labels.number(amount, self.digits)} points"

    def span(self, amounts: pd.Series) -> str:
        """The least and the greatest in a sentence."""
        low, high = self.short(float(amounts.min())), self.long(float(amounts.max()))
        return high if low in high else f"{self.before}{low} to {high.removeprefix(self.before)}"


def _decimals(claim: telling.Cells, per: float) -> int:
    """How many decimals the claim has in units of `per`, one at least and three at most."""
    central = float(claim["central"])
    if not math.isfinite(central):
        return 1
    exponent = Decimal(repr(central / per)).normalize().as_tuple().exponent
    return min(max(1, -int(exponent)), 3)


def claim(statements: pd.DataFrame, value_id: str) -> dict[str, Any]:
    """The statement of that value. Raises ValueError where there is none."""
    found = statements[statements["value_id"].eq(value_id)]
    if found.empty:
        raise ValueError(f"no statement has the value_id {value_id!r}: take one of the frame's")
    return telling.records(found)[0]


def printed(row: telling.Cells) -> str:
    """The number of the claim as printed, hedge included."""
    return telling.value(row)


def ordered(rows: pd.DataFrame) -> pd.DataFrame:
    """The computed definitions by result, primary ones first among equals; adds `place`."""
    numbered = rows.assign(place=range(1, len(rows) + 1))
    found = numbered.dropna(subset=["central"])
    keys = {"_last": ~found["primary"].astype(bool)}
    order = ["central", "_last", *choosing.TERMS, "place"]
    return found.assign(**keys).sort_values(order, ignore_index=True).drop(columns="_last")


def sourced(
    computed: pd.DataFrame, claim: telling.Cells, sources: pd.DataFrame | None,
    statistics: pd.DataFrame | None = None,
) -> list[dict[str, Any]]:  # fmt: skip
    """The definitions as rows that name their source: who passed the statistic on.

    `value_id` is completed by the number of the definition, in the order of `checks`.
    """
    known = {} if sources is None else sources.set_index("source_id").to_dict("index")
    return [
        row | NO_SOURCE | telling.named(known.get(next(iter(row["source_ids"]), ""), {}))
        | {
            "value_id": f"{claim['value_id']}--definition-{row['place']}", "fragment": None,
            "speaker": row["provider"], "speaker_role": None, "said_on": None,
            "release": telling.release(row | _read(row, known)),
            "keys": _keys(row["rows"], statistics),
        }
        for row in telling.records(computed)
    ]  # fmt: skip


def _read(row: telling.Cells, known: Mapping[Any, Any]) -> dict[str, Any]:
    """The day on which the source of a definition was read."""
    return {"accessed": known.get(next(iter(row["source_ids"]), ""), {}).get("accessed")}


def _keys(labelled: Iterable[Any], statistics: pd.DataFrame | None) -> dict[str, tuple[str, ...]]:
    """The rows of the statistics that a definition was made from, where the table is given."""
    if statistics is None:
        return {}
    rows = telling.records(statistics.loc[list(labelled)])
    return {"statistics": tuple(telling.statistic(row) for row in rows)}


def told_claim(row: telling.Cells, unit: Unit) -> str:
    """The claim and its band in words."""
    low, high = float(row["lower"]), float(row["upper"])
    if math.isnan(low) or math.isnan(high):
        return f"{start_upper(what(row))}: printed {printed(row)}"
    band = f"{unit.long(low, 1)} to {unit.long(high, 1)}"
    return f"{start_upper(what(row))}: printed {printed(row)}, which allows {band}"


def told(row: telling.Cells, unit: Unit) -> str:
    """A definition in words: its choices, its result, whether it meets the claim."""
    terms = [choosing.told(term, row[term]) for term in choosing.TERMS if row[term]]
    rank = "decides" if row["primary"] else "only explains"
    meets = "fits" if row["meets"] else f"misses by {unit.distance(row['misses_by'])}"
    return f"{', '.join(terms)}: {unit.long(row['central'])}, {meets}; {rank}"


def what(row: telling.Cells) -> str:
    """What the claim is about: "Chad’s exports in 2013"."""
    when = labels.period(row["period_start"], row["period_end"])
    return f"{flow_words(row)}{f' in {when}' if when else ''}"


def subtitle(row: telling.Cells, rows: pd.DataFrame) -> str:
    """What is drawn, with unit, economies and period."""
    codes = [code for code in (row["economy"], row["partner"]) if isinstance(code, str)]
    pair = f"{labels.pair(codes, codes)} trade: " if codes else ""
    growth = ", growth in percent" if row["measure"] == "growth" else ""
    return f"{pair}{what(row)}{growth}, under each definition; the band is what the claim allows"


def notes(computed: pd.DataFrame, rows: pd.DataFrame) -> tuple[str, ...]:
    """What all definitions choose alike, and what could not be computed."""
    same, found = choosing.alike(computed), []
    if same:
        found.append(f"{'Chosen' if len(computed) == 1 else 'The same in all'}: {same}.")
    lacking = rows[rows["central"].isna()]
    if len(lacking):
        many = f"{len(lacking)} more could" if len(lacking) > 1 else "One more could"
        found.append(f"{many} not be computed: {lacks(lacking)}.")
    return tuple(found)


def reason(row: telling.Cells, rows: pd.DataFrame, statements: pd.DataFrame) -> str:
    """Why there is nothing to draw, in a sentence."""
    lacking = rows[rows["central"].isna()]
    if len(lacking):
        return f"No definition of {printed(row)} can be computed: {lacks(lacking)}."
    whole = statements[statements["value_id"].eq(str(row.get("part_of")))]
    code = reasons.unfit(row, telling.records(whole)[0] if len(whole) else None)
    if not code:
        return f"No definition of {printed(row)} is in the data."
    return f"No statistic can be set against {printed(row)}: {_filled(code, row)}."


def lacks(lacking: pd.DataFrame) -> str:
    """What the tables lack for definitions, primary ones first: whose records, for when."""
    first = lacking.sort_values("primary", ascending=False, kind="stable")
    code = str(first["reason_code"].iloc[0])
    alike = first[first["reason_code"].eq(code)]
    names = [choosing.choice("reporter", r) for r in dict.fromkeys(alike["reporter"])]
    labelled = sorted({label for rows in alike["rows"] for label in rows})
    return _filled(code, {
        "records": f"record kept by {' or by '.join(names)}",
        "missing": " or ".join(dict.fromkeys(alike["basis"])),
        "rows": ", ".join(str(label) for label in labelled),
    })  # fmt: skip


def _filled(code: str, row: Mapping[str, Any]) -> str:
    given = {key: cell for key, cell in row.items() if isinstance(cell, str)}
    told = {"counted": "these"} | given
    if isinstance(row.get("counted"), str):
        told["counted"] = labels.counted(row["counted"])
    return checks.REASONS[code][0].format_map(_Blank(told))


class _Blank(dict[str, str]):
    def __missing__(self, word: str) -> str:
        return word
