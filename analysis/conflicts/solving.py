"""Irreducible sets of statements that cannot hold together, with z3 in exact arithmetic.

Statements that share no unknown, not even through others, cannot contradict each other, so each
connected component is searched by itself. Every conflict takes something from outside every set
that can hold: conflicts are the smallest sets that hit all those outsides. They are found by the
tree of Reiter (1987), one size after the other; a set that turns out to hold is widened by the
solver and becomes one more to hit. All conflicts up to a size are known once its tree is empty.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from analysis.conflicts.linear import ONE, Row, Unknown
from analysis.conflicts.system import System

#: A component of more statements than this is searched by stretches of time.
SMALL = 60
#: Stretches of so many years, each from where a statement starts.
STRETCH = 2
Span = tuple[int, int]
Conflict = tuple[str, ...]


def irreducible(
    whole: System, spans: dict[str, Span], longest: int, among: Sequence[Iterable[str]] = ()
) -> set[Conflict]:
    """Every irreducible conflict of at most `longest` statements, as sorted tuples of value_ids.

    `spans` says from which to which day number each statement reaches: in a component of more than
    `SMALL` statements only conflicts within `STRETCH` years are looked for. `among` adds groups
    of statements that are searched for conflicts of any length.
    """
    found: set[Conflict] = set()
    touching = _touching(whole)
    for part in components(whole):
        solver = Solver(whole, part, touching)
        if solver.hold(part):
            continue
        for stretch in _stretches(part, spans):
            within = solver if stretch is part else Solver(whole, stretch, touching)
            found |= within.conflicts(longest)
        for group in among:
            shared = sorted(set(group) & set(part))
            if not solver.hold(shared):
                found |= Solver(whole, shared, touching).conflicts(len(shared))
    return found


def _touching(whole: System) -> dict[Unknown, list[Row]]:
    """The premises about each unknown."""
    touching: dict[Unknown, list[Row]] = {}
    for row in whole.premises:
        for unknown in row.form:
            touching.setdefault(unknown, []).append(row)
    return touching


def components(whole: System) -> list[list[str]]:
    """The statements in groups that share no unknown, each sorted; free ones are left out."""
    above: dict[Any, Any] = {}

    def top(node: Any) -> Any:
        while above.setdefault(node, node) != node:
            above[node] = node = above[above[node]]
        return node

    named = [((value_id,), row) for value_id, rows in whole.own.items() for row in rows]
    for label, row in [*named, *(((), row) for row in whole.premises)]:
        nodes = [*label, *(unknown for unknown in row.form if unknown != ONE)]
        for node in nodes[1:]:
            above[top(node)] = top(nodes[0])
    groups: dict[Any, list[str]] = {}
    for value_id in sorted(whole.own):
        groups.setdefault(top(value_id), []).append(value_id)
    return [group for group in groups.values() if len(group) > 1]


def _stretches(part: list[str], spans: dict[str, Span]) -> Iterator[list[str]]:
    """A small component whole; of a large one what lies within a few years, from each start on."""
    if len(part) <= SMALL:
        yield part
        return
    seen: set[str] = set()
    for start in sorted({spans[value_id][0] for value_id in part}):
        end = start + math.ceil(STRETCH * 365.25)
        inside = [one for one in part if start <= spans[one][0] and spans[one][1] <= end]
        if len(inside) > 1 and not seen.issuperset(inside):
            yield inside
        seen = set(inside)


class Solver:
    """Some statements in z3, each behind a switch of its own."""

    def __init__(
        self, whole: System, part: Sequence[str], touching: Mapping[Unknown, list[Row]]
    ) -> None:
        import z3

        self.names = list(part)
        self.places = {value_id: place for place, value_id in enumerate(part)}
        self.field = (1 << len(part)) - 1
        self.reasons: list[int] = []
        self.switches = [z3.Bool(f"s{place}") for place in range(len(part))]
        # z3's own method checks the sort of every switch again each time, at most of the cost
        self.asts, self.ast = [switch.as_ast() for switch in self.switches], z3.Ast
        self.known = {switch.get_id(): place for place, switch in enumerate(self.switches)}
        self.check = z3.Z3_solver_check_assumptions
        self.solver = z3.Solver()
        self.solver.from_string(_script(whole, part, touching))

    def holding(self, chosen: int) -> int | None:
        """A wide set that contains the chosen ones and can hold, if any can.

        Every time that it cannot, one more statement of the reason found is left out of it.
        """
        if any(not reason & ~chosen for reason in self.reasons):
            return None
        wide = self._without_reasons(chosen, self.field)
        while not self._holds(wide):
            reason = self._reason()
            if not reason & ~chosen:
                return None
            self.reasons.append(reason)
            wide = self._without_reasons(chosen, wide)
        return wide

    def hold(self, value_ids: Sequence[str]) -> bool:
        """Whether these statements can hold together."""
        return self._holds(sum(1 << self.places[one] for one in value_ids))

    def _holds(self, chosen: int) -> bool:
        given = [self.asts[bit.bit_length() - 1] for bit in _bits(chosen)]
        array = (self.ast * len(given))(*given)
        verdict = self.check(self.solver.ctx.ref(), self.solver.solver, len(given), array)
        if verdict == 0:
            raise RuntimeError("the solver gave up on a linear problem")
        return bool(verdict == 1)

    def _reason(self) -> int:
        """Statements that cannot hold together, among those just tried."""
        core = self.solver.unsat_core()
        return sum(1 << self.known[switch.get_id()] for switch in core)

    def _without_reasons(self, chosen: int, field: int) -> int:
        """The field without statements that known reasons forbid beside the chosen ones."""
        wide = field
        open_ones = [reason & ~chosen for reason in self.reasons if not reason & ~wide]
        while open_ones:
            tally = Counter(bit for reason in open_ones for bit in _bits(reason))
            dropped = max(tally, key=lambda bit: (tally[bit], bit))
            wide &= ~dropped
            open_ones = [reason for reason in open_ones if not reason & dropped]
        for bit in _bits(field & ~wide):
            if all(reason & ~(wide | bit) for reason in self.reasons if reason & bit):
                wide |= bit
        return wide

    def conflicts(self, longest: int) -> set[Conflict]:
        """The irreducible conflicts of at most so many of the statements."""
        tree = Tree(self)
        for size in range(1, min(longest, len(self.names)) + 1):
            if tree.exhausted:
                break
            tree.grow(size)
        return {self._named(mask) for mask in tree.conflicts}

    def _named(self, mask: int) -> Conflict:
        return tuple(sorted(self.names[bit.bit_length() - 1] for bit in _bits(mask)))


class Tree:
    """Sets that hit the outside of every set known to hold, size by size."""

    def __init__(self, solver: Solver) -> None:
        self.solver = solver
        self.outsides: list[int] = []
        self.conflicts: list[int] = []
        self.exhausted = False

    def grow(self, size: int) -> None:
        """Find the irreducible conflicts of a size; those of smaller ones are known."""
        self.exhausted = True
        self._visit(0, 0, size)

    def _visit(self, chosen: int, barred: int, left: int) -> None:
        """Try the sets that contain the chosen statements, none of the barred, and few more."""
        if any(core & ~chosen == 0 for core in self.conflicts):
            return
        outside = self._unhit(chosen)
        if outside is None:
            self.conflicts.append(chosen)
        elif not left:
            self.exhausted = self.exhausted and not outside
        else:
            for bit in _bits(outside & ~barred):
                self._visit(chosen | bit, barred, left - 1)
                barred |= bit

    def _unhit(self, chosen: int) -> int | None:
        """The outside of a set that holds and contains the chosen one; None where none does."""
        known = [outside for outside in self.outsides if not outside & chosen]
        if known:
            return min(known, key=int.bit_count)
        wide = self.solver.holding(chosen)
        if wide is None:
            return None
        outside = self.solver.field & ~wide
        self.outsides.append(outside)
        return outside


def _bits(mask: int) -> Iterator[int]:
    while mask:
        bit = mask & -mask
        yield bit
        mask ^= bit


def _script(whole: System, part: Sequence[str], touching: Mapping[Unknown, list[Row]]) -> str:
    """The statements in SMT-LIB, each behind its switch, with the premises that they touch."""
    names: dict[Unknown, str] = {}
    unit = _unit(row for value_id in part for row in whole.own[value_id])
    own = [
        f"(assert (=> s{place} {_inequality(row, names, unit)}))"
        for place, value_id in enumerate(part)
        for row in whole.own[value_id]
    ]
    given = _premises(names, touching)
    declared = [f"(declare-const s{place} Bool)" for place in range(len(part))]
    declared += [f"(declare-const {name} Real)" for name in names.values()]
    return "\n".join([*declared, *given, *own])


def _premises(names: dict[Unknown, str], touching: Mapping[Unknown, list[Row]]) -> list[str]:
    """The premises about the unknowns named, and about those that these bring in."""
    given: dict[str, None] = {}
    open_ones, seen = list(names), set(names)
    while open_ones:
        for row in touching.get(open_ones.pop(), []):
            given[f"(assert {_inequality(row, names)})"] = None
            new = [unknown for unknown in row.form if unknown != ONE and unknown not in seen]
            open_ones += new
            seen.update(new)
    return list(given)


def _unit(rows: Iterable[Row]) -> int:
    """A unit for all unknowns that keeps the numbers short, with which the solver is quicker.

    All unknowns may be scaled alike: a premise has no constant.
    """
    constants = [abs(Fraction(row.form.get(ONE, 0))) for row in rows]
    digits = len(str(math.floor(max(constants, default=Fraction(0)))))
    return int(10 ** max(0, digits - 4))


def _inequality(row: Row, names: dict[Unknown, str], unit: int = 1) -> str:
    """One inequality with whole numbers."""
    form = {u: Fraction(w, unit) if u == ONE else w for u, w in row.form.items()}
    shared = math.lcm(*(weight.denominator for weight in form.values()))
    whole = {u: w.numerator * (shared // w.denominator) for u, w in form.items()}
    terms = [_term(unknown, weight, names) for unknown, weight in whole.items()]
    return f"({'<' if row.strict else '<='} (+ 0 {' '.join(terms)}) 0)"


def _term(unknown: Unknown, weight: int, names: dict[Unknown, str]) -> str:
    size = str(weight) if weight >= 0 else f"(- {-weight})"
    if unknown == ONE:
        return size
    return f"(* {size} {names.setdefault(unknown, f'x{len(names)}')})"
