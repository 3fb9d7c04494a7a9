"""Numbers that measure no trade: prices, budgets, things, people, the difference of two levels."""

from __future__ import annotations

import re

from analysis.drafts.flows import Flow
from analysis.drafts.lexicon import pattern
from analysis.drafts.quantities import Quantity
from analysis.drafts.statements import counts
from analysis.drafts.statements.scenes import Scene, last, words_after


def is_foreign(quantity: Quantity, scene: Scene) -> bool:
    """Whether the words of the clause tell that something else is measured; a flow ends it."""
    start = scene.topic_start(quantity)
    left = _without_asides(scene.found.masked[start : quantity.start], scene)
    places = [scene.place(name, left) for name in ("foreign", "number_of")]
    named = [start + one for one in places if one is not None]
    flows = [one for one in scene.flows if one.start < quantity.start]
    rise = scene.place("the_rise", left)
    topics = [one.start for one in flows] + ([start + rise] if rise is not None else [])
    behind = re.split(r"[,;:(、（]|(?<=[ぁ-龠])\s", words_after(scene.near_right(quantity), 3))[0]
    reason = pattern(scene.language, "reason").search(behind)
    behind = behind[: reason.start()] if reason else behind
    if scene.says("foreign", behind) or _is_rate(quantity, scene) or _is_price(quantity, scene):
        return True
    if scene.says("in_volume", scene.near_left(quantity)):
        return True
    if flows and (_costs(flows[-1], quantity, scene) or _pays_for(flows[-1], quantity, scene)):
        return False
    if _is_the_rise(quantity, left, scene):
        return False
    of_another = _of_which_is_foreign(start, left, scene)
    return of_another or max(named, default=-1) > max(topics, default=-1)


def _is_the_rise(quantity: Quantity, left: str, scene: Scene) -> bool:
    """Whether a number is that of a rise known already ("the 8 percent rise"), or of the flow
    right behind it ("8 percent less exports")."""
    known = pattern(scene.language, "the_rise_of").match(scene.right(quantity)) is not None
    behind = next((one for one in scene.flows if one.start >= quantity.end), None)
    gap = scene.found.masked[quantity.end : behind.start] if behind else ""
    more = pattern(scene.language, "more_of").fullmatch(gap) is not None
    return more or (known and scene.says("definite", left))


def _of_which_is_foreign(start: int, left: str, scene: Scene) -> bool:
    """Whether a clause goes on about another thing: "than inflation, which rose by 4 percent"."""
    front = scene.found.masked[scene.start : start].rstrip(" ,")
    things = pattern(scene.language, "foreign").finditer(front)
    near = any(one.end() == len(front) for one in things)
    return near and pattern(scene.language, "relative").match(left.lstrip(" ,")) is not None


def _without_asides(text: str, scene: Scene) -> str:
    """A text with what only explains blotted out: "exports, which include tea at high prices,"."""
    return pattern(scene.language, "beside").sub(lambda one: " " * len(one[0]), text)


def _costs(flow: Flow, quantity: Quantity, scene: Scene) -> bool:
    """Whether a flow itself is what cost so much: "imports of steel cost it $4 million"."""
    named = scene.found.text.find(flow.words, max(flow.start - len(flow.words), 0))
    before = scene.found.masked[scene.clause(flow.start)[0] : named if named >= 0 else flow.start]
    between = scene.found.masked[flow.end : quantity.start]
    costs = pattern(scene.language, "flow_costs").fullmatch(between)
    return costs is not None and len(before.split()) < 2


def _pays_for(flow: Flow, quantity: Quantity, scene: Scene) -> bool:
    """Whether a sum was paid for the imports just named: "took it, and paid $4 million for it"."""
    pays = scene.says("paying", scene.near_left(quantity))
    behind = pattern(scene.language, "paid_for").match(scene.right(quantity).lstrip())
    return flow.flow == "imports" and pays and behind is not None


def _is_price(quantity: Quantity, scene: Scene) -> bool:
    """Whether a sentence begins with the price of what it names: "$4 million is what it cost"."""
    right = scene.right(quantity).lstrip()
    price = pattern(scene.language, "is_price").match(right)
    return price is not None and scene.opens(quantity) and scene.says("foreign", right)


def _is_rate(quantity: Quantity, scene: Scene) -> bool:
    """Whether a number printed without a unit is a rate of exchange: "at the rate of 0.38"."""
    bare = scene.found.text[quantity.at : quantity.end].strip() == quantity.printed
    return bare and scene.says("rate_of", scene.near_left(quantity))


def is_beside(quantity: Quantity, scene: Scene) -> bool:
    """Whether so many times more are told of no flow, or than of somebody: "twice Peru's"."""
    right = scene.right(quantity).lstrip()
    more = pattern(scene.language, "times_beside").match(right)
    if _of_flows(quantity, scene):
        return True
    if more is None or any(one.base for one in scene.periods):
        return False
    if pattern(scene.language, "than").match(right[more.end() :]):
        return True
    start, end = scene.clause(quantity.at)
    return not any(start <= one.start < end for one in scene.flows)


def _of_flows(quantity: Quantity, scene: Scene) -> bool:
    """Whether one flow is so many times another: "imports are five times its exports"."""
    before = [one for one in scene.flows if one.end <= quantity.start]
    behind = [one for one in scene.flows if one.start >= quantity.end]
    gap = scene.found.masked[quantity.end : behind[0].start] if behind else ""
    near = pattern(scene.language, "times_of").fullmatch(re.sub(r"\w+[’']s ", "", gap))
    return bool(before and near and before[-1].flow != behind[0].flow)


def is_other_money(quantity: Quantity, scene: Scene) -> bool:
    """Whether a sum is the price or budget of a thing: behind it ("a $4 million contract"), before
    its brackets; or a number of people."""
    thing = pattern(scene.language, "thing_behind").match(scene.right(quantity).lstrip())
    if thing or _of_a_thing(quantity, scene):
        return True
    if _in_brackets(quantity, scene) or _after_people(quantity, scene):
        return True
    if _out_of_things(quantity, scene) or _came_from_other(quantity, scene):
        return True
    if not scene.flows and scene.says("each_piece", scene.right(quantity)):
        return True
    return bool(scene.here) and scene.here[-1].measure == "count" and not scene.flows


def _came_from_other(quantity: Quantity, scene: Scene) -> bool:
    """Whether a sum is what one that is no trade came from: "aid of $5 million, up from $4"."""
    before = [one for one in scene.quantities if one.end <= quantity.start and one.currency][-1:]
    told = {one.start for one in scene.here}
    gap = scene.found.masked[before[0].end : quantity.start] if before else ""
    came = pattern(scene.language, "pace_before").fullmatch(gap) is not None
    return bool(before) and came and before[0].start not in told


def _of_a_thing(quantity: Quantity, scene: Scene) -> bool:
    """Whether a sum stands between an article and a noun that is no trade: "a $4 billion dam"."""
    article = pattern(scene.language, "article").search(scene.left(quantity))
    noun = pattern(scene.language, "thing").match(scene.right(quantity))
    return article is not None and noun is not None and not scene.says("trade_noun", noun[0])


def is_difference(quantity: Quantity, scene: Scene) -> bool:
    """Whether money is the amount of a change: "by $3 million", "$3 million above"."""
    left, right = scene.near_left(quantity), scene.right(quantity)
    after = pattern(scene.language, "difference_after").match(right.lstrip())
    before = pattern(scene.language, "difference_before").search(left[-40:])
    told = scene.here[-1] if scene.here else None
    instead = told is not None and told.unit == "percent" and scene.says("or", left)
    return after is not None or before is not None or instead or _adds_to(quantity, scene)


def _adds_to(quantity: Quantity, scene: Scene) -> bool:
    """Whether so much is said to be added to a flow: "would add $3 million to exports"."""
    behind = pattern(scene.language, "added_to").match(scene.right(quantity).lstrip())
    return behind is not None and scene.says("adding", scene.near_left(quantity))


def is_revision(quantity: Quantity, scene: Scene) -> bool:
    """Whether it tells how far a forecast was moved or missed: "cut its forecast by 2 points"."""
    missed = pattern(scene.language, "beyond_forecast").match(scene.right(quantity).lstrip())
    points = quantity.unit == "percentage_points" and missed is not None
    return points or scene.says("revised_by", scene.left(quantity))


def _in_brackets(quantity: Quantity, scene: Scene) -> bool:
    """Whether money stands in brackets behind something that is no flow: a project's price."""
    left = scene.left(quantity)
    opened = max(left.rfind("("), left.rfind("（"))
    start, end = scene.clause(quantity.at)
    traded = any(start <= one.start < end for one in scene.flows)
    inside = opened > max(left.rfind(")"), left.rfind("）"))
    return inside and not traded and not _converts(quantity, scene)


def _converts(quantity: Quantity, scene: Scene) -> bool:
    """Whether the brackets open right behind another sum of money, to say it once more, or behind
    the period of a value: "up 8% on 2020 ($4 million)", "$3 million (2020: $4 million)"."""
    sums = [one.end for one in scene.quantities if one.currency or one.scale > 1]
    periods = [one.end for one in scene.periods] if scene.here else []
    gaps = [scene.found.masked[end : quantity.start] for end in (*sums, *periods)]
    labels = [re.sub(r"^\s*[(（]", "", gap) for gap in gaps if gap.lstrip()[:1] in ("(", "（")]
    label = pattern(scene.language, "bracket_label")
    dated = re.compile(r"(?:\w{0,3}\s?\x00+[:：,]?\s*)?")
    return any(dated.fullmatch(one) or label.fullmatch(one) for one in labels)


def _after_people(quantity: Quantity, scene: Scene) -> bool:
    """Whether a sum without a currency follows a number of people: "5 million people, it 10"."""
    people = [one for one in scene.found.dismissed if scene.start <= one.start < quantity.start]
    if quantity.currency or not people or people[-1].kind != "population":
        return False
    return not any(people[-1].end <= one.start < quantity.start for one in scene.quantities)


def _out_of_things(quantity: Quantity, scene: Scene) -> bool:
    """Whether a number without a currency is a part of things: "Of the 94 million bottles, 3"."""
    things = [one for one in scene.found.dismissed if scene.start <= one.start < quantity.start]
    heads = [scene.found.masked[scene.start : one.start] for one in things if one.kind != "date"]
    whole = pattern(scene.language, "whole_before")
    return not quantity.currency and any(whole.search(head) for head in heads)


def is_of_things(quantity: Quantity, scene: Scene) -> bool:
    """Whether it is of things that are no trade: told of counts or things just before, without a
    flow ("4,150 containers, 31% more"), or of things behind ("one in four of our containers")."""
    if (
        quantity.form == "fraction"
        and not scene.flows
        and last(scene.paragraph_before, counted="*")
    ):
        return True
    if _of_counted_things(quantity, scene) or _more_things(quantity, scene):
        return True
    if _of_weighed_things(quantity, scene) or _of_nothing_traded(quantity, scene):
        return True
    if _of_other_money(quantity, scene):
        return True
    start, end = scene.clause(quantity.at)
    traded = any(start <= one.start < end for one in scene.flows)
    behind = pattern(scene.language, "of_things").match(scene.right(quantity).lstrip())
    so_many = pattern(scene.language, "so_many_of").search(quantity.printed) is not None
    people = pattern(scene.language, "persons_do").match(scene.right(quantity)) is not None
    owned = any(start <= one.start < quantity.start for one in scene.flows)
    return so_many and ((behind is not None and not traded) or (people and not owned))


def _of_counted_things(quantity: Quantity, scene: Scene) -> bool:
    """Whether it goes on about things counted just before: "900 firms. Half of them export"."""
    right = scene.right(quantity).lstrip(" ")
    wide = pattern(scene.language, "of_them").match(right) is not None
    told = scene.found.quantities if wide else scene.quantities
    before = [one for one in told if one.end <= quantity.start][-1:]
    noun = before[0].word if before and before[0].unit == "count" else ""
    no_things = ("mark", "who_foretell")
    if not noun or any(pattern(scene.language, one).match(noun) for one in no_things):
        return False
    return (wide or not scene.flows) and not counts.counted_of(before[0], scene)


def _of_weighed_things(quantity: Quantity, scene: Scene) -> bool:
    """Whether it is of what was just weighed or measured: "154,000 tonnes, 70 percent of it"."""
    things = [one.start for one in scene.found.dismissed if one.kind != "date"]
    numbers = [one.start for one in scene.quantities]
    before = [at for at in (*things, *numbers) if scene.start <= at < quantity.start]
    behind = pattern(scene.language, "of_so_much").match(scene.right(quantity))
    return behind is not None and bool(before) and max(before) in things


def _of_nothing_traded(quantity: Quantity, scene: Scene) -> bool:
    """Whether it is one of so many of a thing in a sentence that names no flow and no economy:
    "every tenth egg"."""
    named = any(scene.start <= one.start < scene.end for one in scene.found.mentions)
    every = pattern(scene.language, "every").match(quantity.printed) is not None
    coin = scene.says("coin", scene.near_right(quantity))
    return every and not (named or scene.flows or coin)


def _of_other_money(quantity: Quantity, scene: Scene) -> bool:
    """Whether it says once more what a sum that is no value just said: "$30 billion, a third"."""
    before = [one for one in scene.quantities if one.end <= quantity.start][-1:]
    told = any(one.start == before[0].start for one in scene.here) if before else True
    gap = scene.found.masked[before[0].end : quantity.start] if before else ""
    traded = any(before[0].end <= one.start < quantity.start for one in scene.flows if before)
    other = bool(before) and before[0].currency != "" and not told and not traded
    return other and pattern(scene.language, "again").search(gap) is not None


def _more_things(quantity: Quantity, scene: Scene) -> bool:
    """Whether it tells how many more of a thing there are: "30% more knitwear", without a flow."""
    noun = pattern(scene.language, "more_things").match(scene.right(quantity))
    start, end = scene.clause(quantity.at)
    traded = any(start <= one.start < end for one in scene.flows)
    behind = quantity.end + (noun.end() if noun else 0)
    named = any(quantity.end <= one.start < behind for one in scene.found.mentions)
    return noun is not None and not traded and not named
