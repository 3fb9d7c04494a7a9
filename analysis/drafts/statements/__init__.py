"""An article -> proposed values, and every number that is not proposed with the reason.

`scenes` holds what is found in a paragraph and a sentence; `measures` (with `foreign`, `paces` and
`bare`), `directions`, `statuses`, `times` (with `asides`, `bases`, `carried`, `dated`, `elsewhere`,
`lists`, `moving` and `outlook`), `sides` (with `owners` and `pairs`), `money`, `parts` (with
`breakdowns`) and `counts` (with `nouns`, `sessions`, `stages` and `wholes`) decide one thing each;
`assembling` puts a row together, `wordings` adds directions told in words alone, `leaving` the
numbers that are no values, `sureness` the doubts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.drafts import flows
from analysis.drafts.articles import Article
from analysis.drafts.datelines import full_date
from analysis.drafts.periods import Period
from analysis.drafts.statements import leaving, wordings
from analysis.drafts.statements.asides import in_aside, is_labelled
from analysis.drafts.statements.assembling import proposals_of
from analysis.drafts.statements.carried import reported_on
from analysis.drafts.statements.elsewhere import led_here
from analysis.drafts.statements.measures import measure_of
from analysis.drafts.statements.outlook import announced
from analysis.drafts.statements.rows import Proposal, Reading, Unread
from analysis.drafts.statements.scenes import Found, Scene, look
from analysis.drafts.statements.sureness import sure
from analysis.drafts.statements.times import is_compared
from analysis.drafts.statements.wholes import added_up

__all__ = ["Proposal", "Reading", "Unread", "read"]


def read(article: Article) -> Reading:
    """The values that an article tells, in its order, and its other numbers with reasons."""
    sides = flows.sides(article.paragraphs, article.language, _around(article))
    reading = Reading()
    told: tuple[Period | None, Period | None] = (None, None)
    main: Period | None = None
    known: tuple[flows.Flow | None, int] = (None, -1)
    everything = [*look(article, sides)]
    for found in everything:
        for start, end in found.sentences:
            before, ahead = tuple(reading.proposals), _ahead(everything, found, end)
            scene = Scene(article, found, start, end, sides, before, *told, *known, ahead)
            told = _sentence(scene, reading)
            main = _later(main, told[0])
        told = main, told[1]
        known = (found.flows[-1], found.number) if found.flows else known
        reading.unread.extend(leaving.dismissed(found))
    reading.proposals[:] = [sure(one) for one in _pointed(reading.proposals)]
    reading.unread.extend(leaving.outside(article))
    return reading


def _ahead(everything: Sequence[Found], found: Found, end: int) -> flows.Flow | None:
    """The flow that is named next behind a place, in its paragraph or the two behind it."""
    here = [one for one in found.flows if one.start >= end]
    later = [one for each in everything[found.number + 1 :][:2] for one in each.flows]
    return next(iter([*here, *later]), None)


def _around(article: Article) -> list[str]:
    """What tells where an article comes from: its publisher, and lines with its day."""
    return [article.publisher, *(one for one in article.outside if full_date(one))]


def _pointed(rows: list[Proposal]) -> list[Proposal]:
    """The rows, without parts of a whole that stands in none of them."""
    return [
        replace(one, part_of=None) if one.part_of is not None and one.part_of >= len(rows) else one
        for one in rows
    ]


def _later(main: Period | None, told: Period | None) -> Period | None:
    """What the next paragraph goes on about: a look back within one is over with it, and a look at
    its last month."""
    before, now = ((one.last or one.first) if one else None for one in (main, told))
    if main is None or told is None or before is None or now is None:
        return told or main
    if before == now and main.first and told.first and main.first < told.first:
        return main
    return told if now >= before else main


def _sentence(scene: Scene, reading: Reading) -> tuple[Period | None, Period | None]:
    """The periods told by then, reported and hoped for; the rows go into the reading."""
    for quantity in scene.quantities:
        measure, reason = measure_of(quantity, scene)
        if not measure:
            reading.unread.append(leaving.quantity(quantity, scene, reason))
            continue
        rows, period = proposals_of(quantity, measure, scene)
        scene = replace(_told(scene, rows, period), before=(*_parted(rows, scene), *rows))
        reading.proposals[:] = scene.before
    for row, period in wordings.directions(scene):
        reading.proposals.append(row)
        scene = _told(scene, [row], period) if period else scene
    if scene.here:
        return scene.told, scene.hoped
    return reported_on(scene), announced(scene) or scene.hoped


def _parted(rows: list[Proposal], scene: Scene) -> list[Proposal]:
    """What was told before, as parts of what adds it up."""
    whole = len(scene.before)
    parts = added_up(rows[0], scene)
    return [
        replace(one, part_of=whole) if i in parts else one for i, one in enumerate(scene.before)
    ]


def _looks_back(period: Period, scene: Scene) -> bool:
    """Whether the sentence has told of a later period: "9% in 2017, after 6% in 2016"."""
    told = (one.period_start for one in scene.here if one.status == "reported")
    return any(one and period.first and one > period.first for one in told)


def _told(scene: Scene, rows: list[Proposal], period: Period | None) -> Scene:
    """The scene with the period that its last row told, for those after it."""
    if period is None or scene.headline or rows[-1].measure == "rank":
        return scene
    own = [one for one in scene.quantities if one.start == rows[-1].start]
    aside = (is_compared, in_aside, is_labelled, led_here)
    if any(told(one, scene) for one in own for told in aside):
        return scene
    if period.base or period.kind in ("shift", "since_year") or _looks_back(period, scene):
        return scene
    day = scene.article.published
    over = period.last is not None and day is not None and period.last < day
    if rows[-1].status == "reported":
        return replace(scene, told=period)
    return replace(scene, hoped=period, told=period if over else scene.told)
