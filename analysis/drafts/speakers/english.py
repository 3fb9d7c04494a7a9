"""Sources in an English sentence: "said X", "X said", "according to X", "X data show"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from analysis.drafts.speakers.naming import Source, economy_of, entry, is_compiler
from analysis.drafts.speakers.quotes import outside

ARTICLE = re.compile(
    r"^(?:the|an?|some|his|her|its|their|our|one|another|both|as|but|and|yet|then|so|thus|meanwhile|separately|today|yesterday|earlier|later|only|even)\s+",
    re.I,
)
NAMED = re.compile(r"(?:[A-Z][\w'’.&-]*(?:\s+|$)){1,5}")


def sources(sentence: str) -> list[Source]:
    """Every source that the sentence names, in its order."""
    text = outside(sentence)
    found: list[Source] = []
    for one in (
        *_introduced(text),
        *_of_data(text),
        *_after_verb(text),
        *_before_verb(text),
        *_persons(text),
    ):
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    return sorted(found, key=lambda source: source.start)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """A pattern whose {names} are entries of the section `speakers`."""
    return re.compile(
        re.sub(r"\{([a-z_]+)\}", lambda name: f"(?:{entry('en', name[1])})", template), re.I
    )


def _introduced(text: str) -> Iterator[Source]:
    """ "according to X", "citing X"."""
    for match in _pattern(r"\b(?:{introductions}|(?P<cited>{citing}))\s+").finditer(text):
        start, end = match.end(), _end(text, match.end())
        data = _pattern(
            r"^(?:the |its )?(?:\w+ )?{data}(?: (?:from|of|by|released by|published by))?\s+"
        ).match(text[start:end])
        start += data.end() if data else 0
        named = _source(text, start, end, data=bool(data), cited=bool(match["cited"]))
        if named:
            yield named


def _of_data(text: str) -> Iterator[Source]:
    """ "X data show", "figures from X"."""
    for match in _pattern(
        r"['’]?s?\s+(?:(?:own|latest|official|trade|customs|new|preliminary|monthly|annual) )?{data}\s+{shows}\b"
    ).finditer(text):
        start = _start(text, match.start())
        named = _source(text, start, match.start(), data=True)
        if named:
            yield named
    for match in _pattern(
        r"\b{data}\s+(?:(?:released|published|compiled|issued|collected)\s+)?(?:from|by|of)\s+"
    ).finditer(text):
        named = _source(text, match.end(), _end(text, match.end()), data=True, known_only=True)
        if named:
            yield named


def _after_verb(text: str) -> Iterator[Source]:
    """ "...", said X."""
    for match in _pattern(
        r"(?:[,?!”\"'’\x00–—-]\s*|\bas\s+)(?P<verb>{after_verbs})\s+(?!that\b|it\b|so\b|on\b|in\b)(?=\S)"
    ).finditer(text):
        end = _end(text, match.end())
        named = _source(text, match.end(), end, postposed=True)
        if named:
            yield named


def _before_verb(text: str) -> Iterator[Source]:
    """ "X said", "X expects"; with a verb that others can be the subject of, only an office or person."""
    helping = r"(?:(?:has|have|had|also|then|later|now|only|once|still|today|would not|did not|does not|would|will|is|was|who|which)\s+){0,3}"
    for match in _pattern(
        rf"\s*\b{helping}(?P<verb>(?P<strong>{{verbs}})|{{weak_verbs}})\b"
    ).finditer(text):
        if re.search(r"\b(?:is|was|are|were|be|been|am)\s+$", text[: match.start("verb")]):
            continue
        start = _start(text, match.start())
        subject_end = _subject_end(text, start, match.start())
        named = _source(text, start, subject_end, known_only=not match["strong"],
                        postposed=_is_postposed(text, start, match.end()))  # fmt: skip
        if named:
            yield named


def _persons(text: str) -> Iterator[Source]:
    """Persons told by their titles who say nothing here: "met the trade minister of Chile"."""
    pattern = r"\b(?:(?:[\w'’-]+\s+){0,4}?{titles}(?:\s+{titles})*)\b(?:\s+(?:of|for|to)\s+(?:the\s+)?[\w'’-]+(?-i:\s+[A-Z][\w'’-]+)*)?"
    for match in _pattern(pattern).finditer(text):
        article = re.match(
            r".*\b(?:the|an?|his|her|its|their)\s+(?=\S)",
            re.split(entry("en", "after_head"), match[0])[0],
            re.I,
        )
        start = match.start() + (article.end() if article else 0)
        named = _source(text, max(_start(text, match.end()), start), match.end(), known_only=True)
        if named:
            yield replace(named, mentioned=True, compiler=False)


def _is_postposed(text: str, start: int, end: int) -> bool:
    """Whether nothing but a remark follows the verb: "..., the envoy said on Thursday."."""
    before = text[:start].rstrip()
    after = text[end:].strip()
    return before[-1:] in tuple(',”"’–—') and not re.match(r"that\b|it\b", after)


def _start(text: str, end: int) -> int:
    """Where the subject before a verb begins; a remark between commas is stepped over."""
    before = text[:end].rstrip()
    if before.endswith((",", "–", "—")):
        inner = before[:-1]
        cut = max(inner.rfind(","), inner.rfind("–"), inner.rfind("—"))
        before = inner[:cut] if cut > 0 else inner
    edges = [
        match.end()
        for match in _pattern(
            r"[,;:!?“”\"()\x00–—]\s*|\s-\s|^(?:but|and|yet)\s+|\b(?:that|but|while|which|because|when|where|if|although|though|whereas|since)\s+|(?<=[a-z\d%])\s+and\s+(?=(?:the |a |he |she |it |they )|[a-z])"
        ).finditer(before)
    ]
    return max(edges, default=0)


def _subject_end(text: str, start: int, end: int) -> int:
    """Where the subject ends: before a remark between commas or a relative clause."""
    cut = re.search(r"\s*[,–—(]|\s+(?:who|which)\b", text[start:end])
    return start + cut.start() if cut else end


def _end(text: str, start: int) -> int:
    """Where a name that begins here ends."""
    cut = _pattern(r"[,;:!?“”\"()\x00–—]|\.(?=\s|$)|\s+(?:{after_name})\b").search(text, start)
    return cut.start() if cut else len(text)


def _source(text: str, start: int, end: int, *, data: bool = False, known_only: bool = False,
            cited: bool = False, postposed: bool = False) -> Source | None:  # fmt: skip
    """The source that stands between two places; None where it cannot be one."""
    printed = _trimmed(text[start:end])
    if re.search(r"\d", text[start:end]):
        return None
    start += text[start:end].find(printed)
    if _pattern(r"{pronouns}").fullmatch(printed):
        return Source(start, start + len(printed), printed, pronoun=True, postposed=postposed)
    if _pattern(r"{outlet}").fullmatch(printed):
        return Source(start, start + len(printed), "", outlet=True, postposed=postposed)
    if not _can_speak(printed, known_only=known_only or data):
        return None
    name, role = _name_and_role(_without_article(text, start, printed))
    apposition = re.match(r",\s*(the [^,]{3,60}),", text[start + len(printed) :])
    told = f"{printed}, {apposition[1]}" if apposition else printed
    return Source(
        start, start + len(printed), name, role, economy_of(told, "en"), cited=cited,
        compiler=not role and is_compiler(told.split(", ")[-1] if apposition else told, "en", data=data),
        postposed=postposed,
    )  # fmt: skip


def _trimmed(printed: str) -> str:
    """Without what follows a name in the same breath: "analysts polled by X" -> "analysts"."""
    printed = printed.strip(" ,.")
    cut = _pattern(r"\s+(?:{trailing})\b").search(printed)
    return printed[: cut.start()] if cut else printed


def _without_article(text: str, start: int, printed: str) -> str:
    """Without the article, unless it belongs to a name: "The Gulf Mirror" within a sentence."""
    if re.match(r"The [A-Z]", printed) and text[:start].strip():
        return printed
    plain = ARTICLE.sub("", printed)
    return plain if plain == printed else ARTICLE.sub("", plain)


def _can_speak(printed: str, *, known_only: bool) -> bool:
    """Whether the words name a person, an office or a newspaper, or (a sure verb) at least a name."""
    if not printed or re.search(r"[%$€£¥\x00]", printed) or len(printed.split()) > 14:
        return False
    if _pattern(r"\b(?:{never})").fullmatch(_head(printed).split()[-1]) or _pattern(
        r"(?:{not_first})\b"
    ).match(printed):
        return False
    if _pattern(r"\b(?:{titles}|{offices}|{media}|{compilers})\b").search(printed):
        return True
    plain = ARTICLE.sub("", printed)
    is_name = NAMED.fullmatch(plain) is not None
    return is_name and (
        not known_only
        or (len(plain.split()) > 1 or plain.isupper())
        and not economy_of(plain, "en")
    )


def _head(printed: str) -> str:
    """The words before "of", "for" and their like."""
    return re.split(entry("en", "after_head"), printed)[0]


def _name_and_role(printed: str) -> tuple[str, str]:
    """ "Trade Minister Jane Roe" -> the name and the title before it."""
    match = _pattern(
        r"(?P<role>(?:[\w'’.-]+\s+)*?{titles})\s+(?-i:(?P<name>[A-Z][\w'’.-]+(?:\s+[A-Z][\w'’.-]+){1,3}))"
    ).fullmatch(printed)
    if match and not re.search(r"\s(?:of|for|to|in)\s", match["role"]):
        return match["name"], match["role"]
    return printed, ""
