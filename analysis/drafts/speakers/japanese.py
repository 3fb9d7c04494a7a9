"""Sources in a Japanese sentence: "Xによると", "Xは…と述べた", "Xのまとめでは"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.drafts.speakers.naming import Source, economy_of, entry, is_compiler
from analysis.drafts.speakers.quotes import outside

#: A run of characters that a name may hold.
NAME = r"[^。、「」『』【】\s()()\x00はがもを]"


def sources(sentence: str) -> list[Source]:
    """Every source that the sentence names, in its order."""
    text = outside(sentence)
    found: list[Source] = []
    for one in (*_introduced(text), *_of_records(text), *_subjects(text), *_sides(text)):
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    return sorted(found, key=lambda source: source.start)


def _introduced(text: str) -> Iterator[Source]:
    """ "Xによると", "Xのまとめでは", "Xが集計した"."""
    pattern = rf"(?P<name>{NAME}+?)(?:[((][^))]*[))])?(?:{entry('ja', 'introductions')})"
    inverted = rf"(?:{entry('ja', 'says_who')})(?P<name>{NAME}+?)(?:だ|である|。|$)"
    for match in re.finditer(inverted, text):
        named = _source(match)
        if named:
            yield named
    for match in re.finditer(pattern, text):
        alone = match.start() == 0 and re.fullmatch(r"[。」)\s]*", text[match.end() :]) is not None
        named = _source(match, data=True, back=alone)
        if named:
            yield named


def _of_records(text: str) -> Iterator[Source]:
    """The records of a compiler: "X統計局の輸入額は"."""
    pattern = (
        rf"(?P<name>{NAME}*?(?:{entry('ja', 'compilers')}){NAME}*?)(?:{entry('ja', 'records')})"
    )
    for match in re.finditer(pattern, text):
        named = _source(match)
        if named and named.compiler:
            yield named


def _subjects(text: str) -> Iterator[Source]:
    """ "Xは…と述べた": a person, an office or a newspaper with a verb of saying behind it."""
    who = "|".join(entry("ja", name) for name in ("titles", "offices", "media"))
    pattern = rf"(?P<name>{NAME}*?(?:{who}))(?:[((][^))]*[))])?(?:{entry('ja', 'particles')})"
    for match in re.finditer(pattern, text):
        behind = text[match.end() :]
        said = re.search(entry("ja", "verbs"), behind)
        named = _source(match, back=re.search(entry("ja", "back"), behind) is not None)
        if said and named:
            yield named
    for match in re.finditer(entry("ja", "pronouns"), text):
        yield Source(match.start(), match.end(), match[0], pronoun=True)
    for match in re.finditer(entry("ja", "outlet"), text):
        yield Source(match.start(), match.end(), "", outlet=True)


def _sides(text: str) -> Iterator[Source]:
    """ "X側は": whoever spoke for that economy before."""
    for match in re.finditer(rf"(?P<name>{NAME}+?)側(?=は|の|も|が)", text):
        economy = economy_of(match["name"], "ja")
        if economy:
            yield Source(match.start(), match.end(), "", economy=economy, pronoun=True)


def _source(match: re.Match[str], *, data: bool = False, back: bool = False) -> Source | None:
    """The source of a match, its name without what leads to it."""
    lead = re.match(rf"(?:{entry('ja', 'leads')})+", match["name"])
    start = match.start("name") + (lead.end() if lead else 0)
    name = match.string[start : match.end("name")]
    paper = re.match(rf"(?:{entry('ja', 'paper_kinds')})(?=[ァ-ヶ一-龠A-Za-z])", name)
    name = name[paper.end() :] if paper else name
    name = re.sub(rf"の(?:{entry('ja', 'data')})$", "", name)
    behind = match.string[match.end("name") : match.end()]
    if name.endswith("側") and re.search(entry("ja", "data"), behind):
        return Source(start, match.end("name"), "", economy=economy_of(name, "ja"), compiler=True)
    if re.fullmatch(entry("ja", "same"), name):
        return Source(start, match.end("name"), name, back=back, pronoun=True)
    nobody = re.fullmatch(entry("ja", "data"), name)
    if not name or nobody or re.search(r"\d", name) or len(name) > 30:
        return None
    return Source(
        start, match.end("name"), name, economy=economy_of(name, "ja"), back=back,
        compiler=is_compiler(name, "ja", data=data),
    )  # fmt: skip
