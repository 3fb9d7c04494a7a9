"""Verdicts as sentences that a newspaper could print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction
from typing import Any

from analysis import labels
from analysis.checks.cases import Case
from analysis.checks.columns import MISSED, UNKNOWN, VERDICTS
from analysis.checks.decisions import Decision
from analysis.checks.exact import Asked, judge, meet
from analysis.checks.looseness import revised_base
from analysis.checks.reasons import REASONS
from analysis.definitions import ONE, Definition, Level, Period, Question
from analysis.readings import Interval

FLOWS = {
    "exports": "{}’s exports to {}",
    "imports": "{}’s imports from {}",
    "turnover": "trade between {} and {}",
    "balance": "{}’s trade balance with {}",
}
TERMS = {
    "exports": "exports of {}",
    "imports": "imports of {}",
    "turnover": "turnover (or both exports and imports) of {}",
    "balance": "the balance (or both exports and imports) of {}",
}
SCOPES = {"goods": "goods", "services": "services", "goods_and_services": "goods and services"}
#: A base is told with all its digits up to so many; an end of a hedge with so many decimals.
DIGITS_OF_BASE, MOST = 6, 4
COMBINED = {
    "exporters": "each exporter’s own record",
    "importers": "each importer’s own record",
    "mean": "the mean of both sides’ records",
}


def sentence(case: Case, decision: Decision, code: str) -> str:
    """The verdict on a case in words: what the statistics give, or what would settle it.

    Where nothing that decides fits and another definition does, it is named as an explanation.
    """
    best = case.definitions[decision.best] if decision.best >= 0 else None
    statistic = case.statistics[decision.best] if best else None
    if best is None or statistic is None:
        return unknown(case, code) + _explained(case)
    if decision.verdict < MISSED:
        verdict, plain = VERDICTS[decision.verdict], case.asked.plain if case.asked else None
        allowed = case.asked.reading if case.asked else None
        return reproduced(case.row, verdict, best, statistic, plain, allowed)
    told_miss = _missed(case, best, statistic)
    if decision.verdict == UNKNOWN:
        return f"{unknown(case, code)} What could be computed: {told_miss}.{_explained(case)}"
    return f"{named(case.row)} is not reproduced: {told_miss}.{_explained(case)}"


def _missed(case: Case, best: Definition, statistic: Level) -> str:
    """The miss of the best definition, and the revision that would remove it."""
    if case.asked is None:
        return ""
    told_miss = missed(case.row, best, statistic, case.asked)
    base = revised_base(best, case.asked)
    if base is None:
        return told_miss
    return f"{told_miss}; {revision(best, base, case.row)}"


def _explained(case: Case) -> str:
    """The first definition that fits without deciding, as a sentence."""
    found = zip(case.definitions, case.statistics, case.judged, strict=True)
    for definition, statistic, judged in found:
        if statistic and judged and judged.verdict < MISSED and not definition.primary:
            gives = told(statistic.central, case.row, decimals(case.row))
            other = definition.period != _period(case)
            when = f" for {period_name(definition.period)}" if other else ""
            who = record(definition)
            return f" Another definition fits without deciding: {who} gives {gives}{when}."
    return ""


def _period(case: Case) -> Period | None:
    return case.question.period if case.question else None


def named(row: Mapping[str, Any]) -> str:
    """Whose number it is, what it is, and where it was said."""
    speaker = row["speaker"] if isinstance(row["speaker"], str) else row["publisher"]
    where = [row["publisher"]] if row["publisher"] != speaker else []
    when = labels.day(row["published"]) or labels.day(row["said_on"])
    place = ", ".join([*where, *([when] if when else [])])
    about = subject(row)
    return (
        f"{speaker}’s {labels.value(row)}"
        + (f" for {about}" if about else "")
        + (f" ({place})" if place else "")
    )


def subject(row: Mapping[str, Any]) -> str:
    """What a number is about, in words."""
    if isinstance(row["counted"], str):
        return labels.counted(row["counted"])
    if not all(isinstance(row[word], str) for word in ("economy", "partner", "flow")):
        return ""
    names = [labels.economy(row["economy"]), labels.economy(row["partner"])]
    if row["flow"] == "turnover":
        names.sort()
    period = labels.period(row["period_start"], row["period_end"])
    scope = " (services)" if row["scope"] == "services" else ""
    return FLOWS[row["flow"]].format(*names) + scope + (f" in {period}" if period else "")


def unknown(case: Case, code: str) -> str:
    """Why a value cannot be checked, and what would settle it."""
    row = case.row
    words = {
        "counted": labels.counted(row["counted"]),
        "measure": row["measure"],
        "unit": labels.plain(row["unit"]),
    } | (missing(case.question, case.lacking()) if case.question else {})
    if isinstance(row["office"], str):
        words["offices"] = row["office"]
    why, settled = (half.format_map(_Blank(words)) for half in REASONS[code])
    return f"{named(row)} cannot be checked: {why}. It would be settled by {settled}."


class _Blank(dict[str, str]):
    """Words to fill in; one that is not known is left out."""

    def __missing__(self, word: str) -> str:
        return ""


def missing(question: Question, lacking: Sequence[Definition]) -> dict[str, str]:
    """The words for rows that a table lacks: whose records, of what, for which periods."""
    economies = list(dict.fromkeys(one.reporter for one in lacking)) or [question.economy]
    periods = dict.fromkeys(
        period for one in lacking if one.lack for period in one.lack.periods
    ) or dict.fromkeys([question.period])
    needed = dict.fromkeys(p for p in (question.period, question.base) if p is not None)
    rows = dict.fromkeys(label for one in lacking if one.lack for label in one.lack.rows)
    scopes = list(dict.fromkeys(SCOPES.get(one.scope, "") for one in lacking))
    return {
        "records": "record kept by " + joined(map(labels.economy, economies), "or by"),
        "missing": joined(map(period_name, periods)),
        "periods": joined(map(period_name, needed)),
        "terms": TERMS[question.flow].format(joined(scopes, "or")),
        "offices": "the office that keeps the trade statistics of "
        + joined(map(labels.economy, economies), "or of"),
        "currency": question.currency,
        "rows": joined(str(label) for label in rows),
    }


def period_name(period: Period) -> str:
    """A period for readers."""
    return labels.period(*period)


def joined(words: Iterable[str], last: str = "and") -> str:
    """Words in a row: a, b and c."""
    *first, end = [word for word in words if word] or [""]
    return f"{', '.join(first)} {last} {end}" if first else end


def record(definition: Definition) -> str:
    """Whose record a definition is, with what parts it from others."""
    if definition.reporter in COMBINED:
        whose = COMBINED[definition.reporter]
    elif definition.reporter == "reconciled":
        whose = f"{definition.provider}’s reconciled table"
    else:
        whose = f"the record of {labels.economy(definition.reporter)}"
    words = [
        SCOPES.get(definition.scope, ""),
        definition.currency,
        definition.provider if definition.reporter != "reconciled" else "",
        f"release {definition.vintage}" if definition.vintage else "",
    ]
    return f"{whose} ({', '.join(word for word in words if word)})"


def told(number: Fraction, row: Mapping[str, Any], precise: int) -> str:
    """A statistic in the unit and size of the value, with some digits more than it."""
    scale = Fraction(repr(float(row["scale"]))) if row["measure"] == "level" else Fraction(1)
    digits = precise + 2
    exact = number / scale
    text = (labels.signed if row["measure"] == "growth" else labels.number)(decimal(exact), digits)
    if row["unit"] == "percent":
        return f"{text}%"
    if row["measure"] == "level":
        size = labels.SCALES.get(int(row["scale"]), f"times {int(row['scale']):,}")
        return f"{row['unit']} {text} {size}".strip()
    return f"{text} times" if row["unit"] == "times" else f"place {labels.number(decimal(number))}"


def decimal(number: Fraction) -> Decimal:
    """A fraction as a decimal number of 28 digits."""
    return Decimal(number.numerator) / Decimal(number.denominator)


def decimals(row: Mapping[str, Any]) -> int:
    """How many decimals a number was printed with."""
    return len(str(row["value"]).rstrip("0").partition(".")[2])


def reproduced(
    row: Mapping[str, Any],
    verdict: str,
    definition: Definition,
    statistic: Level,
    plain: Interval | None,
    allowed: Interval | None = None,
) -> str:
    """By what a value is reproduced, and how strictly; what a hedge allows stands beside.

    Only its hedge carries it where the statistic, rounding and all, misses the numeral's rounding
    `plain`.
    """
    digits = decimals(row)
    near = plain is not None and meet(Interval(statistic.low, statistic.high), plain)
    by_words = "within what its hedge allows" if near else "only by its hedge"
    ends = [told(end, row, digits) for end in (statistic.low, statistic.high)]
    ways = {
        "reproduced": f"is reproduced: {record(definition)} gives "
        f"{told(statistic.central, row, digits)}",
        "reproduced_with_rounding": "is reproduced once rounding is allowed for: "
        f"{record(definition)} gives from {ends[0]} to {ends[1]}",
        "reproduced_with_hedge": f"is reproduced {by_words}: {record(definition)} gives "
        f"{told(statistic.central, row, digits)}{ranging(row, allowed)}",
    }
    return f"{named(row)} {ways[verdict]}."


def ranging(row: Mapping[str, Any], allowed: Interval | None) -> str:
    """What the words of a value allow: ", and some USD 10 bn allows USD 5 bn to USD 15 bn"."""
    ends = [] if allowed is None else [allowed.lower, allowed.upper]
    low, high = [_exactly(end, row) for end in ends] or ("", "")
    if not low and not high:
        return ""
    span = f"{low} to {high}" if low and high else f"{low} and more" if low else f"{high} and less"
    return f", and {labels.value(row)} allows {span}"


def _exactly(end: Fraction | float, row: Mapping[str, Any]) -> str:
    """An end in the unit of the value, with as many digits as it has; empty if there is none."""
    if not isinstance(end, Fraction):
        return ""
    scale = Fraction(repr(float(row["scale"]))) if row["measure"] == "level" else Fraction(1)
    exponent = decimal(end / scale).normalize().as_tuple().exponent
    return told(end, row, min(max(-int(exponent), 0), MOST) - 2)


def missed(row: Mapping[str, Any], definition: Definition, statistic: Level, value: Asked) -> str:
    """The miss: what the nearest definition gives, and by how much it misses."""
    given = f"{record(definition)} gives {told(statistic.central, row, decimals(row))}"
    gap = judge(statistic, value).misses_by
    if not gap:
        return f"{given}, and its rounding reaches no further than an end that the words exclude"
    return f"{given}, {_away(gap, row, statistic.central < value.reading.lower)}"


def _away(gap: Fraction, row: Mapping[str, Any], under: bool) -> str:
    """How far a statistic is from what the words allow."""
    side = f"{'below' if under else 'above'} what the words allow"
    if row["measure"] == "rank":
        places = "1 place" if gap == 1 else f"{labels.number(decimal(gap))} places"
        return f"{places} {'higher' if under else 'lower'} than the words allow"
    if row["measure"] == "level":
        size = labels.SCALES.get(int(row["scale"]), "")
        amount = _short(decimal(gap / Fraction(repr(float(row["scale"])))))
        return f"{row['unit']} {amount} {size}".strip() + f" {side}"
    return f"{_short(decimal(gap))} {'points' if row['unit'] == 'percent' else 'times'} {side}"


def _short(number: Decimal) -> str:
    """A number with two digits that count, never told as nothing."""
    return labels.number(number, max(1, 1 - number.adjusted()))


def revision(definition: Definition, base: Fraction, row: Mapping[str, Any]) -> str:
    """Which base would have removed a miss, beside the one printed.

    One of many digits is rounded away from the printed one to a tenth of what the value leaves
    open, so that it still fits.
    """
    printed = (definition.base or ONE).central
    size = max((s for s in labels.SCALES if s <= abs(printed)), default=1)
    old, new = decimal(printed / size), decimal(base / size)
    digits = max(decimals(row) + 4, DIGITS_OF_BASE)
    if len(new.normalize().as_tuple().digits) > digits:
        place = Decimal(1).scaleb(new.adjusted() + 1 - (decimals(row) + 4))
        new = new.quantize(place, ROUND_CEILING if new > old else ROUND_FLOOR)
    unit = f"{definition.currency} {labels.SCALES[size]}".strip()
    words = [f"{number.normalize():f}" for number in (new, old)]
    return f"a base of {words[0]} instead of {words[1]} ({unit}) would remove the miss"
