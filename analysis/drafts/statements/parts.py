"""Which level a level or a share is a part of."""

from __future__ import annotations

import re
from dataclasses import replace

from analysis.drafts.edges import SENTENCE_END
from analysis.drafts.lexicon import pattern
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements import things
from analysis.drafts.statements.breakdowns import next_part
from analysis.drafts.statements.rows import Proposal
from analysis.drafts.statements.scenes import Scene, last

#: A whole was told at most so many paragraphs before its part, or before a share "of the whole".
NEAR, FAR = 1, 2
#: The whole of a list's items may stand before all of them.
LIST = 5


def parted(row: Proposal, quantity: Quantity, scene: Scene) -> Proposal:
    """A level or share with the level that it is a part of, as its words say or, for the share of
    a commodity, where that level is told nearby."""
    if row.measure not in ("level", "share"):
        return row
    if _of_next(quantity, scene):
        return replace(row, part_of=len(scene.before) + 1)
    whole = _level_just_told(quantity, scene)
    if whole is None and is_part(quantity, scene):
        whole = whole_of(row, quantity, scene)
    if whole is None and row.measure == "share" and not _of_economy(quantity, scene):
        row, whole = _shared_in_time(row, quantity, scene)
    if whole is None and row.measure == "level":
        of_thing = things.of_thing(row, quantity, scene)
        whole = _larger(row, scene) if of_thing else None
        whole = next_part(quantity, scene) if whole is None else whole
    if whole is not None and _of_other_flow(row, scene.before[whole]):
        whole = None
    told = scene.before[whole].scope if whole is not None else ""
    inherits = row.measure == "share" and not scene.flows and told == "services"
    return replace(row, part_of=whole, scope=row.scope or (told if inherits else ""))


def _shared_in_time(row: Proposal, quantity: Quantity, scene: Scene) -> tuple[Proposal, int | None]:
    """A share with the level that it is of; without a period of its own it may take that of what
    was just told."""
    for one in (row, _in_time_told(row, scene)):
        whole = _shared(one, quantity, scene)
        if whole is not None:
            return one, whole
    return row, None


def _in_time_told(row: Proposal, scene: Scene) -> Proposal:
    """The row in the time of what the paragraph told last, where its sentence names neither a
    period nor a flow."""
    told = last(scene.paragraph_before, flow="*")
    if told is None or row.period_start or scene.periods or scene.flows:
        return row
    return replace(row, period_start=told.period_start, period_end=told.period_end)


def _of_other_flow(row: Proposal, whole: Proposal) -> bool:
    """Whether exports stand beside imports, which they are no part of."""
    return {whole.flow, row.flow} == {"exports", "imports"} and whole.economy != row.partner


def _level_just_told(quantity: Quantity, scene: Scene) -> int | None:
    """The level of its sentence that a number is of: "Of the $9 million", "372億円のうち7割"."""
    if scene.out_of is not None:
        return scene.before.index(scene.out_of)
    told = scene.here[-1] if scene.here else None
    between = scene.found.masked[told.end : quantity.start] if told else ""
    of_it = told and told.measure == "level" and pattern(scene.language, "of_level").match(between)
    return len(scene.before) - 1 if of_it else None


def _of_next(quantity: Quantity, scene: Scene) -> bool:
    """Whether a share is of the sum behind it: "46% of the $7 billion", "exports, half of them oil,
    were $7 billion"."""
    behind = [one for one in scene.quantities if one.start >= quantity.end][:1]
    if not behind or not behind[0].currency:
        return False
    gap = scene.found.masked[quantity.end : behind[0].start]
    if quantity.currency:
        names = ("included", "most_of_sum", "of_sum", "out_of_sum")
        told = any(pattern(scene.language, name).fullmatch(gap) for name in names)
        return told or _with_part(quantity, behind[0], scene)
    aside = scene.left(quantity).rstrip().endswith(",")
    direct = pattern(scene.language, "of_sum").fullmatch(gap) is not None
    return direct or (aside and pattern(scene.language, "of_sum_aside").fullmatch(gap) is not None)


def _with_part(quantity: Quantity, whole: Quantity, scene: Scene) -> bool:
    """Whether a sentence begins with the part of the flow that it tells: "With $2 billion of figs,
    exports to Peru came to $9 billion"."""
    led = pattern(scene.language, "with_part").search(scene.left(quantity))
    traded = any(quantity.end <= one.start < whole.start for one in scene.flows)
    return led is not None and traded and "," in scene.found.masked[quantity.end : whole.start]


def _size(row: Proposal) -> float:
    """The amount of a level, scaled."""
    return abs((row.value or 0) * (row.scale or 1))


def _larger(row: Proposal, scene: Scene) -> int | None:
    """The level told before that agrees with a commodity's and is larger."""
    same = ("economy", "partner", "flow", "currency", "status")
    for i in reversed(_levels(scene)):
        one = scene.before[i]
        near = one.paragraph >= scene.found.number - LIST and one.part_of is None
        same_thing = row.note != "" and one.note == row.note
        larger = _size(one) > _size(row) and not same_thing
        when = one.period_start in (row.period_start, None) or row.period_start is None
        if near and larger and when and _alike(one, row, same):
            return i
    return None


def is_part(quantity: Quantity, scene: Scene) -> bool:
    """Whether a number says that it is a part of a level told before: "57% of the total", "of which
    $2 million", "half of these sales", "Bananas, at $4 million, ..."."""
    behind = scene.right(quantity).lstrip(" ")
    if pattern(scene.language, "of_it").match(behind):
        return not last(scene.here, measure="rank")
    if pattern(scene.language, "among").search(scene.near_left(quantity)):
        return True
    if _broken_down(quantity, scene) or things.is_named(quantity, scene):
        return True
    if _opens_with_share(quantity, scene):
        return True
    return _of_these(quantity, scene) or things.stands_at(quantity, scene)


def _opens_with_share(quantity: Quantity, scene: Scene) -> bool:
    """Whether a sentence begins with the share of what was just told: "7割が銅だ"."""
    share = pattern(scene.language, "share_after").match(scene.right(quantity))
    told = last(scene.paragraph_before[-1:], measure="level")
    return share is not None and told is not None and scene.opens(quantity)


def _broken_down(quantity: Quantity, scene: Scene) -> bool:
    """Whether the words before a sum of money break a whole down, or those behind it tell its
    share of the whole."""
    if not quantity.currency:
        return False
    before = scene.says("broken_down", scene.left(quantity))
    return before or scene.says("share_behind", scene.right(quantity)) or _goes_on(scene)


def _goes_on(scene: Scene) -> bool:
    """Whether a sentence without a flow goes on with the parts of a whole."""
    parts = pattern(scene.language, "broken_down").search(scene.found.masked[: scene.start])
    told = [one for one in scene.paragraph_before if one.measure == "level"][-1:]
    return parts is not None and not scene.flows and bool(told) and told[0].part_of is not None


def _alike(one: Proposal, row: Proposal, columns: tuple[str, ...]) -> bool:
    """Whether two rows have the same in all of these columns."""
    return all(getattr(one, column) == getattr(row, column) for column in columns)


def _of_these(quantity: Quantity, scene: Scene) -> bool:
    """Whether a number is of a flow just told: "half of these sales", "2% of the shipments"."""
    behind = [one for one in scene.flows if one.start >= quantity.end][:1]
    gap = scene.found.masked[quantity.end : behind[0].start] if behind else ""
    named = behind and (behind[0].economy or behind[0].partner)
    return not named and pattern(scene.language, "of_these").fullmatch(gap) is not None


def whole_of(row: Proposal, quantity: Quantity, scene: Scene) -> int | None:
    """The last level told that is no part itself: of the period and flow told, where one is."""
    told = scene.told.first if scene.told else None
    known = [(i, scene.before[i]) for i in _levels(scene)]
    wholes = [
        (i, one)
        for i, one in known
        if one.part_of is None
        and _is_near(one, row, scene)
        and not _is_side(row, one)
        and not _says_again(one, quantity, scene)
    ]
    for same in (("flow",), ("economy", "partner"), ("currency",)):
        wholes = [(i, one) for i, one in wholes if _alike(one, row, same)] or wholes
    wholes = [(i, one) for i, one in wholes if one.period_start == told] or wholes
    return wholes[-1][0] if wholes else None


def _is_side(row: Proposal, whole: Proposal) -> bool:
    """Whether a level of exports or imports stands beside a turnover: it is no part of it here."""
    side = row.measure == "level" and row.flow in ("exports", "imports")
    return side and whole.flow == "turnover"


def _shared(row: Proposal, quantity: Quantity, scene: Scene) -> int | None:
    """The level near by that agrees with a share in all but its number; not one that it says once
    more: "$3 million, a third of all sales"."""
    same = ("economy", "partner", "flow", "status", "period_start", "period_end", "reporter")
    if pattern(scene.language, "of_all").match(scene.right(quantity)):
        return None
    for i in reversed(_levels(scene)):
        one = scene.before[i]
        near = one.paragraph >= scene.found.number - _reach(scene) and one.part_of is None
        if near and _alike(one, row, same) and not _says_again(one, quantity, scene):
            return i
    return None


def _reach(scene: Scene) -> int:
    """How many paragraphs back a whole may stand; the lines of a list belong together."""
    if SENTENCE_END.search(scene.found.text) is None:
        return LIST
    so_far = scene.found.masked[: scene.end]
    if scene.opener < scene.found.number:
        return LIST
    far = scene.says("of_the_whole", scene.masked) or scene.says("broken_down", so_far)
    return FAR if far else NEAR


def _says_again(told: Proposal, quantity: Quantity, scene: Scene) -> bool:
    """Whether a share says once more what the level right before it says."""
    between = scene.found.masked[told.end : quantity.start] if told in scene.here else "."
    if pattern(scene.language, "of_itself").match(scene.right(quantity)):
        return False
    return pattern(scene.language, "again").fullmatch(between) is not None


def _is_near(one: Proposal, row: Proposal, scene: Scene) -> bool:
    """Whether a whole stands near enough before its part: further back where it is of its flow."""
    reach = FAR if one.flow == row.flow else _reach(scene)
    return one.paragraph >= scene.found.number - reach


def _levels(scene: Scene) -> list[int]:
    """The indices of the levels told so far."""
    return [i for i, one in enumerate(scene.before) if one.measure == "level"]


def _of_economy(quantity: Quantity, scene: Scene) -> bool:
    """Whether the clause, or the label before it, is of an economy's share, not a commodity's."""
    start, _ = scene.clause(quantity.at)
    label = re.fullmatch(r"[^.:;]{2,80}:\s*", scene.found.masked[scene.start : start])
    told = last(scene.here[-1:], measure="level")
    start = scene.start if label else max(start, told.end if told else 0)
    named = [
        one for one in scene.found.mentions
        if start <= one.start < quantity.start and not _shared_flow(one.start, quantity, scene)
    ]  # fmt: skip
    owned = scene.says("own_share", scene.found.masked[start : quantity.start])
    told = last(scene.paragraph_before, measure="level")
    if owned and told is not None and told.part_of is not None:
        return False
    return owned or any(one.role not in ("adjective", "office") for one in named)


def _shared_flow(at: int, quantity: Quantity, scene: Scene) -> bool:
    """Whether an economy is a side of the flow that a share is of: "share in exports to Peru",
    "対ペルー輸出の2割"."""
    text = scene.found.masked
    near = [one for one in scene.flows if one.start < at < one.start + len(one.words)][-1:]
    before = text[scene.start : near[0].start] if near else ""
    led = [one for one in scene.flows if one.partner and 0 < one.end - at <= len(one.words)][-1:]
    between = text[led[0].end : quantity.start] if led else ""
    behind = pattern(scene.language, "share_right_behind").fullmatch(between)
    return bool(behind or pattern(scene.language, "share_in").search(before))
