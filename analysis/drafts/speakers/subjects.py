"""English names of sources: where they begin and end, what is name and what title."""

from __future__ import annotations

import re
from dataclasses import replace

from analysis.drafts import economies
from analysis.drafts.speakers.naming import (
    Source,
    economy_of,
    entry,
    is_body,
    is_compiler,
    is_national,
)
from analysis.drafts.speakers.spans import begin_anew, pattern

ARTICLE = re.compile(
    r"^(?:mrs?\.?|ms\.?|dr\.?|shri|smt\.?|datuk|tan sri|h\.e\.|prof\.?|sir|dame"
    r"|(?:rt\.? )?hon\.?|(?:right )?honou?rable"
    r"|excellency|same|the|an?|some|my|your|his|her|its|their|our"
    r"|one|another|both(?!\s(?:sides|parties)\b)|as|or(?: so)?|but|and|yet|then|so|thus|meanwhile"
    r"|separately|today|yesterday|earlier|later|only|even|however|for"
    r")\s+",
    re.IGNORECASE,
)
#: What is said to a person, before a name behind a title: "the secretary, Shri Jane Roe,".
COURTESY = re.compile(r"^(?:Mr|Mrs|Ms|Dr|Prof|Shri|Smt|Datuk|Tan Sri|H\.E)\.?\s+(?=[A-Z])")
#: What something is, before its name: "the newspaper Andes Times", "statistics agency Indec".
KIND = (
    r"(?-i:(?:[A-Z]\w+(?:['’]s)?\s+(?=[a-z]))?(?:[a-z][\w'’-]*\s+){0,3}?(?:{media}|{offices}|{firms})"
    r"\s+(?=[A-Z]))"
)
#: "the kingdom's Office for Statistics", "two analysts".
OF_LAND = r"(?-i:{lands}['’]s\s+(?=[A-Z]))"
NUMERAL = r"{numerals}\s+(?-i:(?=[a-z]))"
#: What somebody is, who is named behind it: "one newspaper in the city", "a Lisbon broker".
A_BODY = r"(?:an?|one|another|the|its|our)\s(?:[\w'’-]+\s){0,3}?(?-i:{media}|{firms})\b"
NAMED = re.compile(
    r"(?:[A-Z][\w'’.&-]*(?:\s+(?:of|and|for|de|del|y|van|von|e)\b)?(?:\s+|$)){1,6}"
    r"(?:in\s[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)?"
)
NAME = r"(?-i:(?:al-|el-|[dlDLO]['’])?[A-Z][\w'’.-]+|[B-HJ-Z](?=\s[A-Z]))"
#: Small words within a name, as in "de Wolff" and "van der Meer".
PARTICLES = r"(?-i:(?:(?:al|bin|da|de|del|della|der|di|dos|du|el|ibn|la|ter|van|von)\s+){0,2})"
PERSON = rf"{NAME}(?:\s+{PARTICLES}{NAME}){{0,3}}"
#: A person with what he belongs to: "Jane Roe of the harbour".
OF_PLACE = re.compile(rf"(?P<name>{NAME}(?:\s+{PARTICLES}{NAME}){{1,2}})\s+(?:of|from|at)\s.+")
#: "the chamber's Jane Roe".
HELD = rf"(?P<role>.*(?:{{offices}}|{{firms}}))['’]s?\s(?P<name>{NAME}\s{PARTICLES}{NAME})"
WHO = r"\b(?:(?:{titles}|{offices}|{media}|{compilers}|{banks}|{papers})s?|{firms})\b"
#: What begins no person's name behind a title.
NO_NAME = r"{fields}|(?:{titles}|general)\b|(?:.*\s)?{offices}\b"
#: A title with what follows of its office, and the end of the name of an office.
TITLE_OF = r"{titles}\s+(?:of|for|to|in|at|with|from)\s"
OF_BODY = r"\b(?:(?:{offices}|{firms}|{banks}|{fields})\b|in\s(?-i:[A-Z][\w'’-]+))(?=\s(?-i:[A-Z]))"
#: What stands behind a name between commas, without its relative clause.
REMARK = re.compile(
    r"(?:,\s+(?:aged\s+)?\d{2,3})?"
    r",\s*([^,;]{3,60}?)(?:\s(?:who|which|whose|where)\s[^,;]{1,90})?(?:[,;]|$)"
)


def source(
    text: str, start: int, end: int, *, data: bool = False, known: bool = False,
    figures: bool = False, anyone: bool = False,
) -> Source | None:  # fmt: skip
    """The source that stands between two places; None where it cannot be one.

    `data`: it tells records; `figures`: the words are of its data, so that any name compiles them;
    `known`: only a person, office or newspaper will do; `anyone`: also "a farmer".
    """
    start = begin_anew(text, start, end)
    printed = _trimmed(text[start:end])
    led = pattern(
        r"(?:all|what|the (?:most|only thing)|(?:as|in|at|on|for|by|during|with|from)\s.*)\s"
        rf"(?P<who>he|she|it|they|I|we|(?-i:Mr|Mrs|Ms|Dr|Prof)\.?\s{PERSON})"
    ).fullmatch(printed)
    printed = led["who"] if led else printed
    start += text[start:end].rfind(printed)
    if re.search(r"\d", re.sub(r"\bin (?:19|20)\d\d\b", "", text[start:end])):
        return None
    if pattern(r"{pronouns}").fullmatch(printed):
        return Source(start, start + len(printed), printed, pronoun=True)
    if pattern(r"{outlet}").fullmatch(printed):
        return Source(start, start + len(printed), "", outlet=True)
    remark = REMARK.match(text[start + len(printed) :])
    presented = remark is not None and _is_presented(printed, remark[1])
    if not (presented or _can_speak(printed, known=known, anyone=anyone)):
        return None
    named = _built(text, start, printed, data=data or figures)
    own = figures and _is_bare_name(named)
    told = remark is not None and pattern(WHO).search(remark[1]) is not None
    sure = own or told or not known or _is_sure(printed, begins=not text[:start].strip())
    joint = known and pattern(r"{maybe_joint}").fullmatch(printed) is not None
    return replace(named, unsure=joint or not sure, compiler=named.compiler or own)


def _is_presented(printed: str, remark: str) -> bool:
    """Whether words present the person named behind them: "a buyer for a chain, Jane Roe,"."""
    somebody = re.match(
        r"(?:an?|one|another|the|its|their|his|her|.*\w['’]s)\s|(?:another|one|a third)$",
        printed,
        re.IGNORECASE,
    )
    told = re.split(r"\s(?:of|from)\s", remark.strip(" ."))[0]
    person = " " in told and re.fullmatch(PERSON, told) and not economy_of(told, "en")
    return bool(somebody and person) and not pattern(r"\b{firms}\b|" + WHO).search(_head(printed))


def _is_bare_name(named: Source) -> bool:
    """Whether a source is a name and neither a person by title nor a newspaper: "Secex"."""
    known = pattern(r"\b(?:{titles}|{media}|{firms}|{no_names})\b").search(named.name)
    alone = not known or is_body(named.name, "en")  # "Exporters' Assembly"
    return alone and not named.role and NAMED.fullmatch(named.name) is not None


def _built(text: str, start: int, printed: str, *, data: bool) -> Source:
    """The source with name, role, economy and trade."""
    remark = REMARK.match(text[start + len(printed) :])
    name, role = _name_and_role(_without_article(text, start, printed))
    if remark:
        name, role = _with_remark(name, role, COURTESY.sub("", remark[1].strip(" .")))
        name = _named_behind(printed, name, remark[1])
    ahead = re.search(rf"({PERSON}),\s+(?:the\s|an?\s)?$", text[:start])
    if ahead and " " in ahead[1] and not role and _is_title(name):
        name, role = (name, role) if economy_of(ahead[1], "en") else (_plain(ahead[1]), name)
    letters = re.match(r"\s\(([A-Z][\w&]{1,9})\)", text[start + len(printed) :])
    office = remark is not None and re.match(r"(?:the|an?|our|its)\s", remark[1]) is not None
    told = f"{printed}, {remark[1]}" if remark and office else printed
    trade = remark[1] if remark and office and not role else printed
    kind = "" if role else f"{printed.removesuffix(name)} {remark[1] if remark else ''}".strip()
    return Source(
        start, start + len(printed), name, role, economy_of(f"{role} {told}", "en"),
        compiler=not role and (is_compiler(trade, "en") or is_compiler(printed, "en", data=data)),
        short=letters[1] if letters else "", kind=ARTICLE.sub("", kind),
    )  # fmt: skip


def _with_remark(name: str, role: str, remark: str) -> tuple[str, str]:
    """Name and role, where one stands behind the other: "the head of the chamber, Jane Roe,"."""
    told, title = _name_and_role(_plain(remark))
    if not role and pattern(r"\b{titles}\b").search(_head(name)) and re.fullmatch(PERSON, told):
        return (name, role) if economy_of(told, "en") else (told, title or name)
    if not role and _is_presented(f"the {name}", remark):
        return told, "" if re.fullmatch(r"of\s.*|another|one", name, re.IGNORECASE) else name
    if name.islower() and " " not in name and _is_title(remark):
        return told, role or title
    if not role and re.fullmatch(PERSON, name) and _is_title(remark):
        return name, ARTICLE.sub("", remark)
    return name, role


def _named_behind(printed: str, name: str, remark: str) -> str:
    """The name that a remark gives to "one newspaper in the city, Andes Times, ..."."""
    what = pattern(A_BODY).match(printed)
    named = re.fullmatch(r"(?:the\s|The\s)?([A-Z][^\d,]+)", remark)
    capitals = named and all(word[:1].isupper() for word in re.findall(r"[^\W\d_]{4,}", named[1]))
    return named[1] if what and named and capitals and not economy_of(remark, "en") else name


def _is_title(remark: str) -> bool:
    """Whether a remark behind a name is its title, and no clause."""
    verbal = re.match(r"(?:\w+(?:ing|ed)|as|like|unlike|if)\b", remark)
    body = pattern(r".*\b(?:{offices}|{firms})").fullmatch(_head(remark).strip())
    return not (verbal or body) and pattern(r"\b{titles}\b").search(_head(remark)) is not None


def _trimmed(printed: str) -> str:
    """Without what follows a name in the same breath: "analysts polled by X" -> "analysts"."""
    printed = printed.strip(" ,.").removeprefix("- ")
    cut = pattern(r"\s+{trailing}\b").search(printed)
    printed = printed[: cut.start()] if cut else printed
    printed = pattern(
        r"(?<!of the)(?<!of an)(?<!of a)(?<!of this)(?:['’]s)?(?:\s+{kinds})*\s+(?-i:{records})$"
    ).sub("", printed)
    if _head(printed) == printed:  # not "somebody who knows the bureau's books"
        printed = pattern(r"['’]s?(?-i:\s+[a-z][\w-]*){0,3}\s+(?-i:{data})$").sub("", printed)
    return (
        re.sub(r"(?:['’]s)?(?:\s+own)?$", "", printed) if re.search(r"\sown$", printed) else printed
    )


def _without_article(text: str, start: int, printed: str) -> str:
    """Without the article, unless it belongs to a name: "The Gulf Mirror" within a sentence."""
    kind = pattern(KIND).match(printed.removeprefix("The "))
    if re.match(r"The [A-Z]", printed) and text[:start].strip() and not kind:
        return printed
    return _plain(printed)


def _plain(printed: str) -> str:
    """Without the words that lead to a name: "as the envoy" -> "envoy"."""
    plain = ARTICLE.sub("", printed)
    led = (pattern(template).match(plain) for template in (KIND, OF_LAND, NUMERAL))
    kind = next(filter(None, led), None)
    plain = plain[kind.end() :] if kind else plain
    return plain if plain == printed else _plain(plain)


def _can_speak(printed: str, *, known: bool, anyone: bool) -> bool:
    """Whether the words name a person, an office, a newspaper or (a sure verb) anybody."""
    plain = _plain(printed)
    if not plain or len(plain.split()) > 14 or ARTICLE.match(f"{plain} "):
        return False
    if re.search(r"[%$€£¥\x00]", printed) or pattern(r"{not_first}\b").match(plain):
        return False
    counted = pattern(r"{numbers}\s(?-i:[a-z])").match(plain)
    if counted or pattern(r"{not_alone}").fullmatch(printed):
        return False
    if pattern(r"{never}|{numerals}").fullmatch(_head(plain).split()[-1]):
        return False
    sides = pattern(r"(?:(?:the|our|their|its) )?{both_sides}\b(?! of\b)").match(printed.strip())
    if known and sides:
        return False
    if pattern(rf"{WHO}|^{HELD}$").search(plain) or (
        anyone and re.match(r"(?:an?|one|the|his|her)\s", printed, re.IGNORECASE)
    ):
        return True
    name = NAMED.fullmatch(plain) or OF_PLACE.fullmatch(plain) or re.fullmatch(PERSON, plain)
    return name is not None and not (known and _is_economy(plain))


def _is_economy(plain: str) -> bool:
    """Whether a name is that of an economy, and not of a body there: "Malta", not "Malta Trust"."""
    found = economies.find(plain, "en")
    rest = plain[: found[0].start] + plain[found[0].end :] if found else ""
    own = re.fullmatch(r"\s*[A-Z]\w+\s*", rest) and not pattern(r"{never}|{no_names}").fullmatch(
        rest.strip()
    )
    return bool(found) and not own


def _is_sure(plain: str, *, begins: bool) -> bool:
    """Whether it is a name whatever was told before: not one capital at a sentence's beginning."""
    alone = begins and len(plain.split()) == 1 and not plain.isupper()
    known = pattern(WHO).search(plain) is not None or is_national(plain, "en")
    return not alone or known


def _head(printed: str) -> str:
    """The words before "of", "for" and their like."""
    return re.split(entry("en", "after_head"), printed)[0] or printed


def _name_and_role(printed: str) -> tuple[str, str]:
    """ "Trade Minister Jane Roe" -> the name and the title before it."""
    joined = r"(?:[\w-]+,\s+)*[\w-]+,?\s+and\s+[\w-]+"
    known = r"(?:\w+,?\s+|and\s+)*?{fields}(?:(?:,?\s+and|,)?\s+{fields})*"
    of = rf"(?:\s+(?:of|for)\s+(?:{known}|{joined}(?=\s+{NAME}\s+{NAME}))(?!\s+and\s))?"
    match = pattern(
        rf"(?P<role>(?:[\w'’.-]+\s+)*{{titles}}(?:\s+{{titles}})*{of})\s+(?-i:(?P<name>{PERSON}))"
        r"(?:\s+(?:of|from|at)\s.+)?"
    ).fullmatch(printed)
    if (
        match
        and not economy_of(match["name"], "en")
        and not pattern(r"{fields}|(?:{titles}|general)\b|(?:.*\s)?{offices}\b").match(
            match["name"]
        )
    ):
        return match["name"], match["role"]
    of_body = _of_body(printed)
    if of_body:
        return of_body
    held = pattern(HELD).fullmatch(printed)
    if held and not pattern(WHO).search(held["name"]):
        return held["name"], held["role"]
    person = OF_PLACE.fullmatch(printed)
    if person and not pattern(WHO).search(person["name"]) and not economy_of(person["name"], "en"):
        return person["name"], ""
    return printed, ""


def _of_body(printed: str) -> tuple[str, str] | None:
    """Name and role, where a title tells before the name of what or where it is: "Ambassador to
    Peru Jane Roe", "Head of the Customs Office Jane Roe"."""
    bodies = pattern(OF_BODY).finditer(printed)
    ends = {one.end() for one in bodies} | {one.end for one in economies.find(printed, "en")}
    for end in sorted(ends, reverse=True):
        role, name = printed[:end], printed[end:].strip()
        titled = pattern(rf"(?:[\w'’.-]+\s+)*{TITLE_OF}.+").fullmatch(role)
        if titled and _is_name_of_person(name):
            return name, role
    return None


def _is_name_of_person(name: str) -> bool:
    """Whether words are two names or more, and neither an office, a field nor an economy."""
    known = pattern(rf"\b{{fields}}\b|{WHO}").search(name) or economy_of(name, "en")
    return " " in name and re.fullmatch(PERSON, name) is not None and not known
