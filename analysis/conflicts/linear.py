"""Linear forms and inequalities in exact fractions, and the range that they leave a quantity."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from analysis.readings import Interval

Unknown = tuple[Any, ...]
Form = dict[Unknown, Fraction | int]
#: Beside the unknowns of a form: the number one, the scale of a homogeneous system, the quantity.
ONE: Unknown = ("one",)
SCALE: Unknown = ("scale",)
QUANTITY: Unknown = ("quantity",)
#: Beyond so many inequalities an elimination gives up.
MOST_ROWS = 5000


class Row(NamedTuple):
    """`form <= 0`, or `form < 0` where strict; the constant stands at the key ONE."""

    form: Form
    strict: bool


class Quantity(NamedTuple):
    """One form over another; over the number one where `bottom` is that."""

    top: Form
    bottom: Form


class TooManyError(RuntimeError):
    """The elimination would need more inequalities than `MOST_ROWS`."""


def combined(parts: Iterable[tuple[Fraction | int, Mapping[Unknown, Fraction | int]]]) -> Form:
    """The sum of the forms, each times its factor; what cancels is left out."""
    total: Form = {}
    for factor, form in parts:
        for unknown, weight in form.items():
            total[unknown] = total.get(unknown, 0) + factor * weight
    return {unknown: weight for unknown, weight in total.items() if weight}


def bounded(quantity: Quantity, allowed: Interval) -> list[Row]:
    """The inequalities that keep a quantity inside an interval; its bottom is above 0."""
    rows = []
    if isinstance(allowed.lower, Fraction):
        form = combined([(allowed.lower, quantity.bottom), (-1, quantity.top)])
        rows.append(Row(form, not allowed.lower_closed))
    if isinstance(allowed.upper, Fraction):
        form = combined([(1, quantity.top), (-allowed.upper, quantity.bottom)])
        rows.append(Row(form, not allowed.upper_closed))
    return rows


def attainable(rows: Iterable[Row], quantity: Quantity) -> Interval | None:
    """Every value that the quantity can take under the inequalities; None where they cannot hold.

    By Fourier-Motzkin elimination in fractions, so that an end is exact, and closed only where it
    is attained. A ratio is made linear by the substitution of Charnes and Cooper (1962): the
    unknowns are scaled so that its bottom is 1.

    Raises TooManyError where the elimination grows out of hand.
    """
    homogeneous = [_with_scale(row) for row in rows] + [Row({SCALE: Fraction(-1)}, True)]
    pivot, value = _solved(_scaled_form(quantity.bottom), ONE)
    system = [Row(_replaced(row.form, pivot, value), row.strict) for row in homogeneous]
    top = _replaced(_scaled_form(quantity.top), pivot, value)
    if set(top) - {ONE}:
        pivot, value = _solved(top, QUANTITY)
        system = [Row(_replaced(row.form, pivot, value), row.strict) for row in system]
        return _read(_eliminated(system))
    fixed = Fraction(top.get(ONE, 0))
    return Interval(fixed, fixed) if feasible(system) else None


def feasible(rows: Iterable[Row]) -> bool:
    """Whether all inequalities can hold together."""
    return _read(_eliminated(list(rows))) is not None


def _with_scale(row: Row) -> Row:
    return Row(_scaled_form(row.form), row.strict)


def _scaled_form(form: Mapping[Unknown, Fraction | int]) -> Form:
    return {SCALE if unknown == ONE else unknown: weight for unknown, weight in form.items()}


def _solved(form: Form, equal_to: Unknown) -> tuple[Unknown, Form]:
    """One unknown of the form, and what it is when the form equals another unknown."""
    pivot = next(unknown for unknown in form if unknown != ONE)
    rest = {unknown: weight for unknown, weight in form.items() if unknown != pivot}
    factor = 1 / Fraction(form[pivot])
    return pivot, combined([(factor, {equal_to: 1}), (-factor, rest)])


def _replaced(form: Form, pivot: Unknown, value: Form) -> Form:
    weight = form.get(pivot)
    if weight is None:
        return form
    rest = {unknown: other for unknown, other in form.items() if unknown != pivot}
    return combined([(1, rest), (weight, value)])


def _eliminated(rows: list[Row]) -> list[Row]:
    """Inequalities on the quantity alone that say the same of it."""
    rows = _tightest(rows)
    while True:
        unknown = _cheapest(rows)
        if unknown is None:
            return rows
        rows = _tightest(_without(rows, unknown))
        if len(rows) > MOST_ROWS:
            raise TooManyError(f"more than {MOST_ROWS} inequalities after an elimination")


def _cheapest(rows: list[Row]) -> Unknown | None:
    """The unknown whose elimination makes the fewest new inequalities."""
    above: dict[Unknown, int] = {}
    below: dict[Unknown, int] = {}
    for form, _ in rows:
        for unknown, weight in form.items():
            side, other = (above, below) if weight > 0 else (below, above)
            side[unknown] = side.get(unknown, 0) + 1
            other.setdefault(unknown, 0)
    left = [unknown for unknown in above if unknown not in (ONE, QUANTITY)]
    return min(left, key=lambda u: above[u] * below[u] - above[u] - below[u], default=None)


def _without(rows: list[Row], unknown: Unknown) -> list[Row]:
    above = [row for row in rows if row.form.get(unknown, 0) > 0]
    below = [row for row in rows if row.form.get(unknown, 0) < 0]
    kept = [row for row in rows if unknown not in row.form]
    for upper in above:
        for lower in below:
            factors = (-lower.form[unknown], upper.form[unknown])
            form = combined([(factors[0], upper.form), (factors[1], lower.form)])
            kept.append(Row(form, upper.strict or lower.strict))
    return kept


def _tightest(rows: list[Row]) -> list[Row]:
    """Of inequalities with the same unknowns in the same proportion only the tightest."""
    best: dict[frozenset[tuple[Unknown, int]], tuple[Fraction, bool]] = {}
    forms: dict[frozenset[tuple[Unknown, int]], Form] = {}
    for form, strict in rows:
        shape, size = _whole({u: w for u, w in form.items() if u != ONE})
        key = frozenset(shape.items())
        constant = form.get(ONE)
        new = (constant / size if constant else Fraction(0), strict)
        if key not in best or new > best[key]:
            best[key] = new
            forms[key] = {**shape, ONE: new[0]} if new[0] else {**shape}
    return [Row(forms[key], strict) for key, (_, strict) in best.items()]


def _whole(form: Form) -> tuple[dict[Unknown, int], Fraction]:
    """The smallest whole weights in the same proportion, and by what they were divided."""
    if not form:
        return {}, Fraction(1)
    shared = math.lcm(*(weight.denominator for weight in form.values()))
    whole = {u: w.numerator * (shared // w.denominator) for u, w in form.items()}
    size = math.gcd(*whole.values())
    return {u: w // size for u, w in whole.items()}, Fraction(size, shared)


def _read(rows: list[Row]) -> Interval | None:
    """Inequalities on the quantity alone as an interval."""
    lower: tuple[Fraction | float, bool] = (-math.inf, True)
    upper: tuple[Fraction | float, bool] = (math.inf, False)
    for form, strict in rows:
        weight, constant = form.get(QUANTITY, 0), Fraction(form.get(ONE, 0))
        if not weight and (constant > 0 or (strict and constant == 0)):
            return None
        if weight > 0:
            upper = min(upper, (-constant / weight, not strict))
        elif weight < 0:
            lower = max(lower, (-constant / weight, strict))
    closed = not lower[1], upper[1]
    found = Interval(lower[0], upper[0], *closed)
    return None if found.empty else found
