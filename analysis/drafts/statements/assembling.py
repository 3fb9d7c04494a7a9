"""A quantity and its sentence -> proposals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from analysis.drafts.flows import Flow
from analysis.drafts.periods import Period, days_of
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements import (
    bases,
    carried,
    counts,
    dated,
    money,
    outlook,
    parts,
    sides,
    stages,
    things,
    times,
    wholes,
)
from analysis.drafts.statements.directions import direction_of
from analysis.drafts.statements.moving import from_to, said_again
from analysis.drafts.statements.rows import Proposal
from analysis.drafts.statements.scenes import Scene, last
from analysis.drafts.statements.statuses import is_ahead, is_start, status_of
from analysis.drafts.statements.times import is_compared

TRADE = ("level", "growth", "share", "rank")


def proposals_of(
    quantity: Quantity, measure: str, scene: Scene
) -> tuple[list[Proposal], Period | None]:
    """The rows of one quantity, and the period that they tell for those after them."""
    row = _voiced(_numeral(quantity, measure, scene), quantity, scene)
    of_counts = measure == "share" and counts.of_counts(quantity, scene)
    if measure in ("count", "ordinal") or of_counts:
        return [_counted(row, quantity, scene)], None
    row, period = _timed(row, quantity, scene)
    row = replace(row, office="", reporter="") if row.status == "target" else row
    found: list[Flow | None] = [*sides.flows_of(quantity, scene)] or [None]
    rows = [_traded(row, flow, quantity, scene) for flow in found]
    return [parts.parted(one, quantity, scene) for one in rows], period


def told_of(row: Proposal, quantity: Quantity, scene: Scene) -> tuple[Proposal, Period | None]:
    """A row without a numeral with all that its sentence says of it, and its period."""
    row, period = _timed(_voiced(row, quantity, scene), quantity, scene)
    flow = next(iter(sides.flows_of(quantity, scene)), None)
    return _traded(row, flow, quantity, scene), period


def _numeral(quantity: Quantity, measure: str, scene: Scene) -> Proposal:
    """The row with its numeral, unit, scale and hedge."""
    from analysis import readings

    unit = _unit(quantity, measure, scene)
    bare = measure == "level" and quantity.scale == 1 and not quantity.currency
    told = last(scene.before, measure="level") if bare else None
    value = float(readings.numeral(quantity.printed, unit, scene.language).value)
    scale = told.scale if told and value < (told.scale or 1) else quantity.scale
    row = Proposal(
        scene.found.number, quantity.start, quantity.end,
        scene.found.text[scene.start : scene.end], measure,
        printed=quantity.printed, value=value, unit=unit, scale=scale,
        hedge=quantity.hedge, hedge_printed=quantity.hedge_printed,
    )  # fmt: skip
    return _directed(row, quantity, scene) if measure == "growth" else row


def _unit(quantity: Quantity, measure: str, scene: Scene) -> str:
    """The unit, for a numeral that names none that of the number before it."""
    if measure == "level":
        return money.currency_of(quantity, scene, measure)
    if measure == "count":
        return "count"
    if measure in ("growth", "share") and quantity.unit in ("", "count"):
        return "percent"
    return quantity.unit or "count"


def _directed(row: Proposal, quantity: Quantity, scene: Scene) -> Proposal:
    """A growth with its direction; a fall is a minus in percent, and its ratio is below one."""
    direction, told = direction_of(quantity, scene)
    doubts = (
        row.doubts if told or row.unit == "times" else (*row.doubts, "direction is told by no word")
    )
    row = replace(row, direction=direction, doubts=doubts)
    if row.unit == "times":
        return _ratio(row, direction)
    if direction != "down":
        return row
    bare = row.printed.lstrip("-−+")
    return replace(row, printed=f"-{bare}", value=-abs(row.value or 0.0))


def _ratio(row: Proposal, direction: str) -> Proposal:
    """So many times as much; a fall to so many times less is the inverse."""
    value = row.value or 1.0
    value = 1 / value if direction == "down" and value > 1 else value
    return replace(row, value=value, direction="down" if value < 1 else "up")


def _voiced(row: Proposal, quantity: Quantity, scene: Scene) -> Proposal:
    """The row with who says it, and the compiler of its statistic."""
    speech = scene.speech(quantity.at)
    doubts = (
        (*row.doubts, "speaker carried over from the sentence before")
        if speech.carried
        else row.doubts
    )
    return replace(
        row,
        speaker=speech.speaker or scene.article.publisher,
        speaker_role=speech.role,
        speaker_economy=speech.economy,
        attribution=speech.attribution,
        office=speech.office,
        reporter=speech.reporter,
        doubts=doubts,
    )


def _counted(row: Proposal, quantity: Quantity, scene: Scene) -> Proposal:
    """The row with what is counted, at what stage, and what it is a part of."""
    if row.measure == "ordinal":
        return replace(row, counted="sessions", office="", reporter="", topic="cooperation")
    counted = counts.counted_of(quantity, scene)
    stage = stages.stage_of(quantity, scene, counted)
    whole = wholes.whole_of(quantity, scene, counted)
    built = counted == "possible_projects" and stage == "completed"
    whole = whole if stages.may_be_part(stage, whole, scene) else None
    return replace(
        row,
        counted="projects" if built else counted,
        stage=stage,
        as_of=dated.counted_on(quantity, scene),
        part_of=whole,
        office="",
        reporter="",
        status=status_of(quantity, scene, None, "count"),
        topic="projects"
        if "projects" in counted
        else "plan"
        if counted == "plan_points"
        else "cooperation",
    )


def _timed(row: Proposal, quantity: Quantity, scene: Scene) -> tuple[Proposal, Period | None]:
    """The row with its status, its period and the base of its growth."""
    period, printed = times.period_of(quantity, scene, row.measure)
    period = outlook.placed(period, quantity, scene)
    status = status_of(quantity, scene, period, row.measure)
    if period is not None and is_ahead(period, scene) and is_start(quantity, scene):
        period = None
    echo = _echoed(row, scene) if period is None else None
    if echo is not None:
        return _based(echo, None, quantity, scene), None
    if period is None and (_carries(row, scene) or parts.is_part(quantity, scene)):
        status = _held_status(row, status, scene)
        past = status == "reported" or _expected_before(scene)
        period = carried.told_by(row.office, scene) if past else carried.hoped_by(status, scene)
    if period is None:
        return _based(replace(row, status=status), None, quantity, scene), None
    steps = from_to(period) if row.measure == "growth" else None
    first, end = days_of(steps[0] if steps else period, status)
    doubts = row.doubts if printed else (*row.doubts, "period carried over from a sentence before")
    row = replace(
        row, status=status, period_start=first, period_end=end,
        period_printed=period.printed if printed else "", doubts=doubts,
    )  # fmt: skip
    return _based(row, period, quantity, scene), period


def _expected_before(scene: Scene) -> bool:
    """Whether a forecast was of what has been told since: "they had expected 5%"."""
    before = last(scene.before, flow="*")
    reported = before is None or before.status == "reported"
    return reported and scene.says("had_expected", scene.masked)


def _echoed(row: Proposal, scene: Scene) -> Proposal | None:
    """The row as a target told before, where a sentence without a flow names its number again."""
    if row.measure != "level" or scene.flows:
        return None
    goals = (one for one in reversed(scene.before) if one.status != "reported")
    same = (one for one in goals if (one.value, one.scale) == (row.value, row.scale))
    told = next(same, None)
    return told and replace(
        row, status=told.status, period_start=told.period_start, period_end=told.period_end
    )


def _held_status(row: Proposal, status: str, scene: Scene) -> str:
    """The status of what was just told, where a sentence without a flow goes on about it."""
    before = last(scene.paragraph_before, flow="*")
    over = any(scene.says(name, scene.masked) for name in ("at_present", "had_been"))
    held = row.measure in ("level", "growth") and not over
    named = any(one.start < row.start for one in scene.flows)
    if held and status == "reported" and before and not named:
        return before.status
    return status


def _carries(row: Proposal, scene: Scene) -> bool:
    """Whether a period told before holds on: not into a headline, and not for ranks and shares
    that begin a report of their own."""
    if scene.headline or scene.says("once", scene.masked):
        return False
    if row.measure not in ("rank", "share") or said_again(row.start, scene):
        return True
    if scene.out_of is not None:
        return True
    if row.measure == "rank" and (scene.says("follows", scene.masked) or _goes_on(row, scene)):
        return True
    if scene.says("of_the_whole", scene.masked) and last(scene.here, measure="level"):
        return True
    alike = [one for one in scene.quantities if (one.unit == "ordinal") == (row.measure == "rank")]
    beside = last(scene.here, measure=row.measure)
    if any(is_compared(one, scene) for one in alike) or (beside and beside.period_start):
        return True
    told = last(scene.paragraph_before, period_start="*", flow="*")
    if told and row.measure == "share" and _tells_back(row, scene):
        return True
    before = last(scene.before, flow="*")
    return bool(before and row.office and before.office == row.office)


def _goes_on(row: Proposal, scene: Scene) -> bool:
    """Whether a rank is told of "it" and in the past: it goes on about what was just told."""
    left = scene.found.masked[scene.start : row.start]
    return bool(scene.paragraph_before) and scene.says("it_ranked", left)


def _tells_back(row: Proposal, scene: Scene) -> bool:
    """Whether the clause of a share is told in the past: it breaks down what was just told."""
    start, end = scene.clause(row.start)
    return scene.says("past", scene.found.masked[start:end])


def _based(row: Proposal, period: Period | None, quantity: Quantity, scene: Scene) -> Proposal:
    """The base of a growth, written out."""
    if row.measure != "growth":
        return row
    named = bases.named_base(quantity, scene)
    steps = from_to(period) if period is not None else None
    if period and steps and (period.kind == "span" or period.start >= quantity.end):
        return replace(row, base_start=steps[1].first, base_end=steps[1].last, base_stated=True)
    period = steps[0] if steps else period
    yearly = row.unit == "percent" and row.status == "forecast"
    period = outlook.until(period, row.status, scene)
    first, end = bases.base_days(period, named, scene, yearly=yearly)
    ahead = period is not None and period.kind == "deadline"
    stated = named is not None and not (ahead and named.kind in ("shift", "same"))
    stated = stated or (period is not None and period.kind == "since_year")
    return replace(row, base_start=first, base_end=end, base_stated=stated)


def _in_deficit(quantity: Quantity, scene: Scene) -> bool:
    """Whether the words before a balance, or right behind it, call it a deficit."""
    behind = re.split(r"[,;.。、]", scene.near_right(quantity))[0]
    return any(scene.says("deficit", text) for text in (scene.left(quantity), behind))


def _traded(row: Proposal, flow: Flow | None, quantity: Quantity, scene: Scene) -> Proposal:
    """The row with its flow and sides, currency and scope."""
    name, economy, partner = sides.seen(flow, scene, scene.speech(quantity.at), quantity)
    currency = money.currency_of(quantity, scene, row.measure)
    source = money.converted_from(quantity, scene, currency) if row.measure == "level" else ""
    row = replace(
        row, flow=name, economy=economy, partner=partner, currency=currency, converted_from=source,
        computed_by=money.computed_by(quantity, scene) if row.status == "reported" else "",
        doubts=(*row.doubts, *_flow_doubts(flow, economy, scene)),
    )  # fmt: skip
    row = replace(row, scope=money.scope_of(row, quantity, scene))
    note = things.note_of(row.measure, flow, quantity, scene)
    if note:
        row = replace(row, note=note, doubts=(*row.doubts, f"note is a guess: {note}"))
    if name == "balance" and row.measure != "growth" and _in_deficit(quantity, scene):
        bare = row.printed.lstrip("-−")
        row = replace(row, printed=f"-{bare}", value=-abs(row.value or 0.0))
    return row


def _flow_doubts(flow: Flow | None, economy: str, scene: Scene) -> Iterator[str]:
    """What is in doubt about a flow: where it was named, and whose it is."""
    if flow not in scene.flows:
        yield "flow carried over from a sentence before"
    elif flow and not (flow.economy or flow.partner):
        yield "flow without its sides: those of the article"
    if not economy:
        yield "flow names no economy"
