"""Sources in a Japanese sentence: "Xによると", "Xは…と述べた", "Xのまとめでは"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from analysis.drafts import words
from analysis.drafts.speakers.naming import Source, economy_of, entry, is_compiler
from analysis.drafts.speakers.quotes import outside
from analysis.drafts.speakers.titled import parted

#: A run of characters that a name may hold; brackets are blotted out as \x01 before.
NAME = r"[^。、「」『』【】―—–=＝\s\x00はがもを]"
BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
#: A verb before the name that it tells more of: "理解を求めた大使".
RELATIVE = re.compile(r".*[一-龠][ぁ-ん]{0,3}[たるすむうくぐぶつ](?=[一-龠ァ-ヶ])")
#: A quotation that the sentence opens and does not close.
OPENS = re.compile(r"[^。」』]*[「『]\x00*.?")


def sources(sentence: str) -> list[Source]:
    """Every source that the sentence names, in its order."""
    sentence = _with_papers(sentence)
    text = BRACKETS.sub(lambda found: "\x01" * len(found[0]), outside(sentence))
    subjects = list(_subjects(text))
    found: list[Source] = []
    for one in (
        *_introduced(text),
        *_inverted(text),
        *_of_records(text),
        *_bracketed(outside(sentence)),
        *subjects,
        *_sides(text),
    ):
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    found.sort(key=lambda source: source.start)
    return [_told_by(one, found, text) for one in found]


def _with_papers(sentence: str) -> str:
    """The sentence without the quotation marks about the name of a paper."""
    named = re.compile(rf"(?:{entry('ja', 'paper_kinds')})[「『]([^「」『』、。]{{1,20}})[」』]")
    return named.sub(lambda one: re.sub("[「」『』]", "\x01", one[0]), sentence)


def _told_by(one: Source, found: list[Source], text: str) -> Source:
    """A compiler whose data another source of the sentence tells: a person named before it, or
    whoever does sums "on the basis of its data"."""
    others = [each for each in found if each is not one and each.speaks and not each.postposed]
    before = any(
        each.end <= one.start and not each.compiler and not _over(text[each.end : one.start])
        for each in others
    )
    based = re.match(entry("ja", "based_on"), text[one.end :]) and others
    return replace(one, cited=True) if one.compiler and (before or based) else one


def _over(between: str) -> bool:
    """Whether what somebody says is over, and something else begins: "Xは…と伝えたが、"."""
    return re.search(rf"(?:{entry('ja', 'said_but')})$", between) is not None


def _introduced(text: str) -> Iterator[Source]:
    """ "Xによると", "Xのまとめでは", "Xが集計した"."""
    leads = entry("ja", "leads")
    pattern = rf"(?:{leads})*(?P<name>{NAME}+?)(?:{entry('ja', 'introductions')})"
    for match in re.finditer(pattern, text):
        named = _source(match, data=True, back=_is_all(match))
        if named:
            yield named


def _is_all(introduced: re.Match[str]) -> bool:
    """Whether a sentence only tells whose the data is: "Xのまとめによる。", "Xの数字だという。"."""
    before, behind = introduced.string[: introduced.start()], introduced.string[introduced.end() :]
    data = re.search(rf"(?:{entry('ja', 'tells_data')}|{entry('ja', 'data')})$", introduced[0])
    alone = re.fullmatch(entry("ja", "of_data_alone"), behind)
    led = re.fullmatch(entry("ja", "data_are"), before)
    return bool(data and alone and led)


def _inverted(text: str) -> Iterator[Source]:
    """ "…と話すのはX", "「…」とX", "…とはXの言葉だ"."""
    who = rf"(?P<name>{NAME}*?(?:{_who()})\x01*)"
    for form in words.section("ja", "speakers")["says_who"]:
        for match in re.finditer(form.replace("{who}", who), text):
            named = _source(match)
            if named:
                yield replace(named, postposed=True)


def _who() -> str:
    """What the name of somebody who speaks may end with."""
    return "|".join(entry("ja", name) for name in ("titles", "offices", "media"))


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
    """ "Xは…と述べた": a person, an office or a newspaper with a verb of saying behind it.

    A person without one is only mentioned; an office that publishes figures compiles them.
    """
    paper = (
        rf"(?:{entry('ja', 'paper_kinds')})(?:[ァ-ヶー・A-Za-z]{{2,20}}|\x01{NAME}{{2,20}}?)\x01*"
    )
    names = rf"(?P<name>{paper}|{NAME}*?(?:{_who()})\x01*)"
    for match in re.finditer(
        rf"{names}(?:{entry('ja', 'particles')}|(?P<other>{entry('ja', 'other_particles')}))", text
    ):
        behind = text[match.end() :]
        said = re.search(entry("ja", "verbs"), behind) or _quotes(behind)
        data = re.search(entry("ja", "publishes"), behind) is not None
        alone = match.start() == 0 and re.match(entry("ja", "said_alone"), behind)
        told = bool(alone or re.search(entry("ja", "back"), behind))
        named = _source(match, data=data, back=told)
        speaks = said and not match["other"]
        if named and (speaks or named.role):
            yield named if speaks else replace(named, mentioned=True)
    for match in re.finditer(entry("ja", "pronouns"), text):
        yield Source(match.start(), match.end(), match[0], pronoun=True)
    for match in re.finditer(entry("ja", "outlet"), text):
        yield Source(match.start(), match.end(), "", outlet=True)


def _quotes(behind: str) -> bool:
    """Whether words behind a subject hold its quotation, closed or not, and no thing's name."""
    closed = rf"[「『]\x00{{6,}}[」』]と(?!{entry('ja', 'titled_so')})"
    return bool(OPENS.fullmatch(behind) or re.search(closed, behind))


def _bracketed(text: str) -> Iterator[Source]:
    """A source in brackets behind what it tells: "5億円(財務省調べ)", "「…」(村上会長)"."""
    data, titles = entry("ja", "data"), entry("ja", "titles")
    office = rf"(?:出所|出典|資料)?(?:[:：=＝]|は)?(?P<name>{NAME}{{1,20}}?)(?:の?(?:{data}))*"
    for match in re.finditer(rf"\d[^。、()（）]{{0,12}}[(（]{office}[)）]", text):
        named = _source(match, data=True)
        if named and named.compiler:
            yield replace(named, postposed=True)
    for match in re.finditer(rf"[」』][(（](?P<name>{NAME}{{1,20}}?(?:{titles}))[)）]", text):
        named = _source(match)
        if named:
            yield replace(named, postposed=True)


def _sides(text: str) -> Iterator[Source]:
    """ "X側は": whoever spoke for that economy before."""
    for match in re.finditer(
        rf"(?P<name>{NAME}+?)側(?=は|の|も|が(?![^。、]{{0,6}}した[一-龠ァ-ヶ]))", text
    ):
        economy = economy_of(match["name"], "ja")
        if economy and not re.search(entry("ja", "intends"), text[match.end() :]):
            yield Source(match.start(), match.end(), "", economy=economy, pronoun=True)


def _source(match: re.Match[str], *, data: bool = False, back: bool = False) -> Source | None:
    """The source of a match, its name without what leads to it."""
    name = _bare(match["name"])
    start = match.start("name") + match["name"].replace("\x01", "").find(name)
    end = match.end("name")
    behind = match.string[end : match.end()]
    if name.endswith("側") and re.search(entry("ja", "data"), behind):
        return Source(start, end, "", economy=economy_of(name, "ja"), compiler=True)
    if _is_said_one(name):
        return Source(start, end, name, back=back, pronoun=True)
    if re.fullmatch(entry("ja", "an_office"), name):
        return Source(start, end, name, compiler=True, unsure=True)
    if (
        not name
        or _is_nobody(name, match.string, start)
        or re.search(r"\d", name)
        or len(name) > 40
    ):
        return None
    person, role = parted(name)
    economy = economy_of(name, "ja") or economy_of(match["name"], "ja")
    return Source(
        start, end, person, role, economy, back=back,
        compiler=not role and is_compiler(name, "ja", data=data),
    )  # fmt: skip


def _is_nobody(name: str, text: str, start: int) -> bool:
    """Whether words are those of data, of both sides, of a time or of the outlet itself."""
    words = "|".join(entry("ja", kind) for kind in ("data", "nobody"))
    sides, outlet = (re.compile(entry("ja", kind)) for kind in ("both_sides", "outlet"))
    return bool(re.fullmatch(words, name) or sides.match(name) or outlet.match(text, start))


def _bare(printed: str) -> str:
    """A name without what leads to it: a verb, "another", the kind of a paper; and its data."""
    name = printed.replace("\x01", "")
    relative = RELATIVE.match(name)
    name = name[relative.end() :] if relative else name
    name = re.sub("^.{1,8}(?:から|で)(?=[一-龠ァ-ヶ])", "", name)
    lead = re.match(rf"(?:{entry('ja', 'leads')})+", name)
    name = name[lead.end() :] if lead else name
    paper = re.match(rf"(?:{entry('ja', 'paper_kinds')})(?=[ァ-ヶ一-龠A-Za-z])", name)
    bare = name[paper.end() :] if paper else name
    name = name if re.fullmatch(entry("ja", "nameless"), bare) else bare
    return re.sub(rf"(?<!・)の?(?:{entry('ja', 'data')})$", "", name)


def _is_said_one(name: str) -> bool:
    """Whether it is "the said one": 同省, 同次官."""
    return re.fullmatch(rf"同(?:{_who()})", name) is not None
