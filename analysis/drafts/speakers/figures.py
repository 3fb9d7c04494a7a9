"""Sources in an English sentence by their figures: "X data show", "figures from X", "5% (X)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from analysis.drafts.speakers.naming import Source
from analysis.drafts.speakers.spans import end_of, pattern, start_of
from analysis.drafts.speakers.subjects import source

DATA_SHOW = (
    r"(?:['’]s?)?(?:\s+{kinds})*\s+(?P<data>{data})(?:\s(?:on|for)\s[\w -]{3,30})?"
    r"(?:,[^,]{3,40},|\s+{helping})?\s+{shows}\b"
)
DATA_FROM = (
    r"\b{data},?\s+(?:{made}\s+(?:(?:on|in|at|last|this|earlier)\s[\w ]{2,20}?\s)?)?"
    r"(?:from|by|of)\s+"
    r"|\b(?:figures?|estimates?|numbers?)\b[^,;.]{3,30}?\s(?:by|from)\s+(?=the\s)"
)
#: A name, its kind before it: "the daily Andes Times".
KNOWN = (
    r"(?P<name>(?-i:(?:(?:the|an?)\s)?(?:(?!(?:from|of|by|in|at|to|with)\b)[a-z][\w-]*\s){0,2}?"
    r"(?:[A-Z][\w'’.&-]*(?:\s(?:of|for|and|de|do|da|del)(?:\sthe)?)?\s?){1,8}))"
)
#: "from the daily Andes Times, according to which".
ACCORDING = rf"{KNOWN},?\s+(?:according to|by|in)\s+wh(?:ich|om)\b"
#: "the latest from the customs office".
LATEST = r"\b(?:latest|news|word|message)\s+from\s+(?=\S)"
#: Where a number is read: "at Statistics Peru the figure is", "on the board's website one reads".
LOCATED = (
    r"\b(?:in|on|at|with)\s+(?:(?:the|its|an?)\s+(?:[\w-]+\s)?{data}\s+(?:of|by|from)\s+)?"
    rf"{KNOWN}(?:['’]s?\s+(?:[\w-]+\s)?{{data}})?,?\s*(?:one|you|we)?\s?"
    r"(?:reads?|finds?|learns?|stands?|(?:the|their|its) {data} (?:is|was|are|were|stands?)"
    r"|it (?:is|was))\b"
)
#: Whose a table is that was told just before: "It comes from the bureau".
DATA_COME = r"\b(?:{data}|{them})(?:\s\w+){0,2}?\s{come}\s+(?:from|by)\s+(?=\S)"
#: Figures that are somebody's: "the figures, which are the bureau's".
DATA_ARE = (
    r"\b{data}\b(?:[,;–—]?\s+(?:(?:and\s+)?(?:they|these|which|that|all(?:\s+of\s+\w+)?)))?[^,;.]{0,30}?"
    r"\s(?:are|were|is)\s+(?:all\s+)?(?P<name>[^,;.\x00]{2,60}?)['’]s?(?=\s*[,.;:–—]|$)"
)
#: A piece of the heading of a list.
HEADING = (
    r"(?:^|[,;:()|·]|\s[-–—]\s)[\s–—-]*(?:(?:from|by|source)\s+)?"
    r"(?P<name>[^\W\d_][^,;:()|·\d]+?)(?=\s?[,;:()|·\d]|\s[-–—]\s|(?:['’]s)?(?:\s{kinds})*\s{data}\b)"
)
#: Who stands behind the dash or colon of a headline, or before its colon.
EDGE = (
    r"\d.*(?:\s[-–—|]|:)\s+(?P<last>[^-–—|:;,.\d\x00]{4,50})$"
    r"|^\W*(?P<first>[^-–—|:;,.\d\x00]{0,50}\b(?:{offices}|{compilers})):\s(?=.*\d)"
)
#: Who stands in brackets behind a number.
BRACKET = re.compile(
    r"\((?P<told>(?:[Ss]ources?|[Ff]igures|[Dd]ata|[Nn]umbers|[Ss]tatistics):? )?"
    r"(?P<name>[^()\d\x00]{3,60}?)(?=[,;)](?!\s*[-–—]))"
)


def of_data(text: str) -> Iterator[Source]:
    """ "X data show", "figures from X"."""
    for match in pattern(DATA_SHOW).finditer(text):
        start = start_of(text, match.start())
        seen = pattern(r"\b{knowing}\b").search(text[start : match.start()])
        if seen or match["data"].istitle():  # "the Bureau of Statistics said"
            continue
        named = source(text, start, match.start(), known=True, figures=True)
        if named:
            yield named
    yield from _whose_data(text)


def _whose_data(text: str) -> Iterator[Source]:
    """ "figures from X", "the figures are X's"; of "it comes from X" only a compiler."""
    for template in (DATA_FROM, DATA_COME, DATA_ARE, LATEST):
        for match in pattern(template).finditer(text):
            at = match.end()
            span = match.span("name") if "name" in match.re.groupindex else (at, end_of(text, at))
            named = source(text, *span, known=True, figures=template is not LATEST)
            if named and (named.compiler or template not in (DATA_COME, LATEST)):
                yield named
    for match in pattern(ACCORDING).finditer(text):
        named = source(text, *match.span("name"))
        if named:
            yield named
    for match in pattern(LOCATED).finditer(text):
        named = source(text, *match.span("name"), known=True, data=True)
        if named and named.compiler:
            yield named


def in_brackets(text: str) -> Iterator[Source]:
    """A source behind its number: "5% (customs)"."""
    for match in BRACKET.finditer(text):
        near = match["told"] or re.search(
            r"\d[^.;,()]{0,30}$|\bnot at all $", text[: match.start()]
        )
        named = source(
            text, *match.span("name"), known=True, data=True, figures=bool(match["told"])
        )
        if near and named:
            yield replace(named, postposed=True)


def of_headlines(text: str) -> Iterator[Source]:
    """Who stands at an edge of a line that is no sentence: "Exports up 5% - customs"; of one that
    is only a compiler."""
    sentence = re.search(r"[.!?]\W*$", text) is not None
    match = pattern(EDGE).search(text)
    if match:
        which = "last" if match["last"] else "first"
        named = source(text, *match.span(which), known=True)
        outlet = named and pattern(r"\b{media}\b").search(named.name)
        if named and not outlet and (named.compiler or not sentence):
            yield replace(named, postposed=which == "last")


def above_lines(text: str) -> Iterator[Source]:
    """The compiler that heads a list without a verb: "LIMA, May 5 - Customs Office, 2020:"."""
    if not text.rstrip().endswith(":"):
        return
    for match in pattern(HEADING).finditer(text):
        named = source(text, *match.span("name"), known=True, data=True)
        if named and named.compiler:
            yield named
            return
