"""Sources in an English sentence: "said X", "X said", "according to X", "X data show"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from analysis.drafts import economies
from analysis.drafts.speakers import agents, figures, mentions
from analysis.drafts.speakers.naming import Source
from analysis.drafts.speakers.quotes import outside
from analysis.drafts.speakers.spans import end_of, pattern, start_of, subject_end
from analysis.drafts.speakers.subjects import source

HELPING = (
    r"(?:(?:has|have|had|also|then|later|now|only|once|still|today|would not|did not|does not|would"
    r"|will|is|was|who|which|(?:prefers?|likes?|tends?|chose) to|himself|herself|meanwhile"
    r"|however|{helping})\s+){0,3}"
)
INTRODUCED = r"\b(?:{introductions}|(?P<cited>{citing}))\s+"
IN_VIEW = (
    r"\b(?:in|by|on)\s+(?:(?P<whose>his|her|their|its)"
    r"|(?P<name>(?:the |an? |his |her )?[\w .-]{2,40}?)['’]s?)\s+(?:own )?{views}\b"
)
DATA_OF = r"^(?:the |its )?(?:[\w-]+ ){0,2}?{data}(?: (?:from|of|by|released by|published by))\s+"
AFTER = (
    r"(?:[,?!”\"'’\x00–—-]\s*|\bas\s+|^\W*(?:or\s+)?(?:so|thus)\s+(?:at least\s+)?"
    r"|^\W*(?=(?:said|says|adds|writes)\b))(?P<verb>{after_verbs})\s+"
    r"(?!that\b|it\b|so\b|on\b|in\b|to\b)(?=\S)"
)
#: Whatever is done with a quotation that ended: "grumbles Jane Roe", "a farmer sighs."
BEHIND_QUOTE = (
    r"\x00{12,}[”\"’'](?:\s+(?P<ahead>[a-z]+(?:s|ed))\s+(?P<name>(?:an?\s|the\s|(?-i:[A-Z]))[^,.;:]{2,60})"
    r"|\s+(?P<subject>(?:an?\s|the\s|h(?:is|er)\s|(?-i:[A-Z]))[^,.;:\x00]{2,60}?)\s+(?P<behind>[a-z]+(?:s|ed))(?=\s*[.,]|$))"
)
#: Before what looks like a verb and is a noun or a participle: "a list", "was put".
NO_VERB = (
    r"\b(?:is|was|are|were|be|been|am|an?|the|this|that|its|their|his|her|our|of|compar\w+|swap\w*"
    r"|tak\w+|took)\s+$|['’]s?\s+$"
)
BEFORE = rf"\s*\b{HELPING}(?<!-)(?P<verb>(?P<strong>{{verbs}})|{{weak_verbs}})\b"
#: "..., so the chamber."
SO = r",\s+so\s+(?P<name>(?:the\s|(?-i:[A-Z]))[^,.;:\x00]{2,50})(?=[.,;]|$)"
#: Data whose compiler was told: "according to the bulletin".
DATA_ALONE = (
    r"\baccording to (?:the|its|their|these|this|that) (?:same )?(?:{kinds} )*"
    r"(?P<data>{data})(?=\s*[,.;]|$)"
)
BODIES = r"\b(?:the|both)\s+(?P<name>(?-i:{bodies}))\s+(?:(?:also|further|jointly)\s+)?{acts}\b"
PAPERS = (
    r"\b(?:the|an?|their|its)\s+(?P<name>(?:{papers}))\s+(?:that|which)\s[^,.;:\x00]{3,80}?\s"
    r"(?:{verbs}|{weak_verbs}|{shows})\b"
)
#: What a verb takes up that was told before; behind a verb of saying no clause begins with it.
BACK = r"(?:\s(?:reporters|journalists|the \w+))?\s+{goes_back}\b(?!\s(?:of\b|for\b|at\s\S*\d))"
TAKEN_UP = re.compile(
    r"\W*(?:(?:at least|or|and|but|all|both) )?(?:this|these|that|those|so)\b", re.I
)
BACK_STRONG = (
    rf"{BACK}(?=\s*(?:[.,;]|$)|\s(?:on|at|to|in|during|when|while|before|after|yesterday)\b"
    r"|\s(?:public|known)\b)"
)
#: What may stand before the subject of a sentence.
LEAD = re.compile(r"\W*(?:[\w'’]+\W+){0,4}")


def sources(sentence: str) -> list[Source]:
    """Every source that the sentence names, in its order."""
    text = outside(sentence)
    found: list[Source] = []
    for finder in FINDERS:
        for one in finder(text):
            if not any(one.start < other.end and other.start < one.end for other in found):
                found.append(one)
    return _quoting(sorted(found, key=lambda one: one.start), text)


def _quoting(found: list[Source], text: str) -> list[Source]:
    """The sources; where nobody says anything, the subject is whom the sentence quotes."""
    quotation = re.search(r"\x00{20,}", text)
    if quotation is None or any(one.speaks for one in found):
        return found
    before = (one for one in found if one.end <= quotation.start())
    subject = next((one for one in before if LEAD.fullmatch(text[: one.start])), None)
    return [replace(one, mentioned=False) if one is subject else one for one in found]


def _introduced(text: str) -> Iterator[Source]:
    """ "according to X", "citing X", "in the view of X", "in X's view"."""
    for match in pattern(INTRODUCED).finditer(text):
        data = pattern(DATA_OF).match(text[match.end() :])
        start = match.end() + (data.end() if data else 0)
        end = end_of(text, start)
        figures = data or pattern(r".*\b{data},?\s+$|.*\(").fullmatch(text[: match.start()])
        named = source(text, start, end, data=_is_bank(text[start:end]), figures=bool(figures))
        passed = named is not None and _is_passed_on(named, match[0], text[end:])
        if named and not passed:
            last = text[: match.start()].rstrip().endswith((",", "–", "—"))
            alone = re.match(r"\W*sources?:", text, re.IGNORECASE) is not None
            yield replace(named, cited=bool(match["cited"]), postposed=last, back=alone)
    for match in pattern(SO).finditer(text):
        named = source(text, *match.span("name"), known=True, data=True)
        if named:
            yield replace(named, postposed=True)
    for match in pattern(DATA_ALONE).finditer(text):
        yield Source(*match.span("data"), "bureau", compiler=True, unsure=True, postposed=True)
    for match in pattern(IN_VIEW).finditer(text):
        which = "whose" if match["whose"] else "name"
        named = source(text, *match.span(which), data=True)
        if named:
            yield named


def _is_passed_on(named: Source, introduced: str, after: str) -> bool:
    """Whether it only asked or quotes who speaks: "asked by us", "was quoted by X as saying"."""
    asked = named.outlet and re.match(r"(?:asked|told|quoted)\b", introduced) is not None
    return asked or re.match(r"\s*as (?:saying|telling)\b", after) is not None


def _after_verb(text: str) -> Iterator[Source]:
    """ "...", said X."""
    for match in pattern(AFTER).finditer(text):
        quoted = match[0][0] in '”"’'
        end = end_of(text, match.end())
        if not quoted and _begins_clause(text, match.end(), end):
            continue
        named = source(
            text, match.end(), end, anyone=quoted, data=_is_bank(text[match.end() : end])
        )
        if named:
            yield replace(named, postposed=True)


def _begins_clause(text: str, start: int, end: int) -> bool:
    """Whether the words behind a verb are the subject of what is said: ", said Malta had paid"."""
    verb = pattern(r"\s+(?:had|has|have|was|were|is|are|will|would|could|might|should)\b")
    found = economies.find(text[start:end], "en")
    first = found[0] if found and found[0].start == 0 and found[0].role == "name" else None
    goes_on = first and re.compile(r"\s[a-z]").match(text, start + first.end)
    return bool(verb.match(text, end) or goes_on)


def _behind_quote(text: str) -> Iterator[Source]:
    """ "...," grumbles X; "...," X grumbles."""
    for match in pattern(BEHIND_QUOTE).finditer(text):
        which = "name" if match["ahead"] else "subject"
        start, end = match.span(which)
        named = source(text, start, min(end, end_of(text, start)), anyone=True)
        if named:
            yield replace(named, postposed=True)


def _before_verb(text: str) -> Iterator[Source]:
    """ "X said", "X expects"; before a verb of many subjects only a person, office or newspaper."""
    for match in pattern(BEFORE).finditer(text):
        noun = pattern(NO_VERB).search(text[: match.start("verb")])
        if noun or match["verb"].istitle():
            continue
        before = text[: match.start()].rstrip()
        relative = re.match(r"\s*which\b", match[0]) is not None
        start = start_of(text, len(before.rstrip(",") if relative else before))
        end = subject_end(text, start, match.start())
        named = source(
            text, start, end, known=not match["strong"],
            data=_is_record(match) or (match["strong"] is not None and _is_bank(text[start:end])),
            anyone=text[:start].rstrip()[-2:-1] == "\x00",
        )  # fmt: skip
        if named:
            back = pattern(BACK_STRONG if match["strong"] else BACK).match(text, match.end())
            told = TAKEN_UP.match(text[: named.start])
            yield replace(named, back=back is not None or told is not None,
                          postposed=_is_postposed(text, start, match.end()))  # fmt: skip


def _papers(text: str) -> Iterator[Source]:
    """A statement that somebody published: "The statement that the two signed puts trade at"."""
    for match in pattern(PAPERS).finditer(text):
        yield Source(*match.span("name"), match["name"])


def _bodies(text: str) -> Iterator[Source]:
    """The parties of a statement, which write themselves large: "The Ministers agreed"."""
    for match in pattern(BODIES).finditer(text):
        yield Source(*match.span("name"), match["name"])


def _answers(text: str) -> Iterator[Source]:
    """Who answers a question by a verb alone: "Who counts otherwise? The customs office does."."""
    does = pattern(r"(?P<name>[^,;:\x00]{2,60})\s(?:does|do|did|is|are|has|have)\.?")
    match = does.fullmatch(text)
    named = source(text, *match.span("name"), known=True, data=True) if match else None
    if named and named.compiler:
        yield named


def _is_bank(name: str) -> bool:
    """Whether a name is of those who compile whatever they say of trade: central banks."""
    return pattern(r"\b{banks}\b").search(name) is not None


def _is_record(match: re.Match[str]) -> bool:
    """Whether the verb is one of those who compile: "recorded", "registered"."""
    return pattern(r"{recording}").fullmatch(match["verb"].strip()) is not None


def _is_postposed(text: str, start: int, end: int) -> bool:
    """Whether nothing but a remark follows the verb: "..., the envoy said on Thursday."."""
    before, after = text[:start].rstrip(), text[end:].strip()
    return before[-1:] in tuple(',”"’–—') and not re.match(r"that\b|it\b", after)


FINDERS = (
    _introduced, figures.of_data, _papers, _bodies, _after_verb, _before_verb, _behind_quote,
    figures.in_brackets, figures.of_headlines, figures.above_lines, _answers, agents.agents,
    mentions.persons,
)  # fmt: skip
