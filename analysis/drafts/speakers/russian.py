"""Sources in a Russian sentence, in the nominative: "сказал X", "X сообщил", "по данным X"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from analysis.drafts.russian import parsed, parses_as
from analysis.drafts.speakers.naming import Source, economy_of, entry, is_compiler
from analysis.drafts.speakers.phrases import (
    LATIN,
    QUOTED,
    Phrase,
    is_nominative,
    phrase_at,
    phrase_ending,
    phrase_from,
)
from analysis.drafts.speakers.quotes import outside

WORD = re.compile(r"[А-Яа-яЁёA-Za-z]+(?:-[А-Яа-яЁёA-Za-z]+)*")
#: The case that each entry of introductions takes.
CASES = {
    "introductions": "gent", "citing": "accs", "in_office": "loct", "trusting": "datv",
    "data_of": "gent",
}  # fmt: skip
#: Those that are no source's unless what follows can speak.
WIDE = ("in_office", "data_of")
EDGE = re.compile(
    r"[,;:!?()—–\n]|(?<!\b[А-ЯЁ])\.|\s-\s|(?<!\w)(?:что|и|а|но|хотя|который|которая)(?!\w)"
)

#: What somebody said of a thing before: "projects of which the papers wrote".
ABOUT_WHICH = re.compile(r"\s(?:о|об|про)\s+котор\w+\s+(?:\w+\s+)?$")
#: Whom something was told: "сообщили ТАСС в министерстве".
TOLD = re.compile(
    r"\s+(?:журналистам|агентству|изданию|корреспонденту|[А-ЯЁ]{2,}|«?\x00+»?)(?:\s+Новости)?"
    r"(?:\s+в\s+(?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье))?(?=\s+во?\s|\s+(?!со\s)[а-яё])"
)
#: Who reports, in a dateline: "/Корр. ... Инна Лехтонен/", "(корр. агентства Пётр Котов)".
DESK = re.compile(r"/[^/\d]{3,80}/|\((?:соб\.\s|спец\.?\s?)?корр?\b[^()]{3,80}\)", re.IGNORECASE)
#: Whose words they are: "по ее словам".
WHOSE = {"его": "он", "ее": "она", "их": "они"}
#: Words that somebody is about to say.
QUOTATION = re.compile(r":\s*[«“„\"]\x00")
#: "X was cautious and said": the subject stands before the first of two verbs.
JOINED = re.compile(r"\s(?:и|а|но)$")


def sources(sentence: str) -> list[Source]:
    """Every source that the sentence names, in its order; who reports it is none."""
    text = DESK.sub(lambda desk: "\n" * len(desk[0]), outside(sentence))
    found: list[Source] = []
    back = re.match(rf"\W*(?:{entry('ru', 'back')})", text, re.IGNORECASE) is not None
    ways = (
        _introduced(text, sentence), _of_verbs(text, sentence, back),
        _before_quotation(text, sentence), _persons(text, sentence),
    )  # fmt: skip
    for one in chain(*ways):
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    return sorted(found, key=lambda source: source.start)


@cache
def _verbs() -> frozenset[str]:
    """The lemmas of the verbs of saying."""
    return frozenset(entry("ru", "verbs").split("|"))


def _introduced(text: str, sentence: str) -> Iterator[Source]:
    """ "по данным X", "по словам X", "по его словам", "со ссылкой на X"."""
    back = re.match(r"\W*(?:об этом|такие|эти)", text, re.IGNORECASE) is not None
    for name, case in CASES.items():
        for match in re.finditer(rf"\b(?:{entry('ru', name)})\s+", text, re.IGNORECASE):
            if re.search(r"(?:[Кк]омитет|[Сс]лужба|[Аа]гентство)\s$", text[: match.start()]):
                continue  # a committee "on statistics" is its name
            phrase = phrase_from(text, sentence, match.end(), case)
            data = re.search(entry("ru", "data"), match[0], re.IGNORECASE) is not None
            if phrase and (name not in WIDE or _speaks(phrase)):
                yield _source(phrase, data=data, cited=name == "citing", back=back)
    for match in re.finditer(entry("ru", "his_words"), text, re.IGNORECASE):
        whose = WHOSE[match[0].split()[1].lower().replace("ё", "е")]
        yield Source(match.start(), match.end(), whose, pronoun=True)


def _of_verbs(text: str, sentence: str, back: bool) -> Iterator[Source]:
    """The subject of each verb of saying, behind it or before it."""
    for match in WORD.finditer(text):
        aside = ABOUT_WHICH.search(text, 0, match.start())
        if aside or not _says(match[0]) or _acts(match[0], text, match.end()):
            continue
        phrase = _of_verb(text, sentence, match)
        if phrase is None:
            continue
        owner = _of_data(phrase, text, sentence)
        postposed = phrase.start > match.start()
        records = re.fullmatch(entry("ru", "recording"), match[0], re.IGNORECASE) is not None
        yield _source(owner or phrase, data=bool(owner) or records, back=back, postposed=postposed)


def _before_quotation(text: str, sentence: str) -> Iterator[Source]:
    """A person before a colon and a quotation, whatever he does: "X hides no joy: «...»"."""
    for opened in QUOTATION.finditer(text):
        subject = _ahead(text, sentence, opened.start())
        if subject and (subject.role or _has_title(subject)):
            yield _source(subject)


def _of_verb(text: str, sentence: str, verb: re.Match[str]) -> Phrase | None:
    """The subject behind a verb, else before it; data behind it may be its object."""
    behind = _behind(text, sentence, verb.end())
    data = behind and re.fullmatch(rf"(?:{entry('ru', 'data')})\w*", behind.name, re.IGNORECASE)
    if behind and not data:
        return behind
    return _ahead(text, sentence, verb.start()) or behind


def _of_data(phrase: Phrase, text: str, sentence: str) -> Phrase | None:
    """Whose the data are that show something: "свидетельствует статистика X"."""
    first = re.match(rf"(?:{entry('ru', 'data')})\w*\s+", text[phrase.start :], re.IGNORECASE)
    return first and phrase_from(text, sentence, phrase.start + first.end(), "gent")


def _says(word: str) -> bool:
    """Whether a word is a form of a verb of saying."""
    parts = ("VERB", "GRND", "PRTS", "ADJS")
    found = [one for one in parsed(word) if one.tag.POS in parts]
    return any(one.normal_form.replace("ё", "е") in _verbs() for one in found)


def _acts(verb: str, text: str, end: int) -> bool:
    """Whether a verb of proposing has a thing as its object: "proposed 16 projects"."""
    proposes = re.fullmatch(entry("ru", "proposes"), verb, re.IGNORECASE)
    behind = WORD.findall(text[end : end + 60])[:4]
    return proposes is not None and not any(parses_as(one, "INFN") for one in behind)


def _behind(text: str, sentence: str, start: int) -> Phrase | None:
    """A subject behind its verb: "сказал журналистам министр", "подсчитали в газете"."""
    edge = EDGE.search(text, start)
    until = edge.start() if edge else len(text)
    paper = QUOTED.match(text, start)
    if paper and is_nominative(sentence[paper.start() : paper.end()]):
        return phrase_from(text, sentence, start, "nomn")
    if LATIN.match(text, start):
        return phrase_from(text, sentence, start, "nomn")
    office = re.match(r"\s+в[о]?\s+", text[start:until])
    inside = phrase_from(text, sentence, start + office.end(), "loct") if office else None
    if inside and _speaks(inside):
        return inside
    told = TOLD.match(text, start, until)
    asked = _behind(text, sentence, told.end()) if told else None
    if asked:
        return asked
    for word in WORD.finditer(text, start, until):
        found = phrase_at(text, sentence, word.start(), "nomn")
        if found and _speaks(found):
            return found
    return None


def _ahead(text: str, sentence: str, end: int) -> Phrase | None:
    """A subject before its verb: within the clause, or reaching over a list into it."""
    edges = [0, *(match.end() for match in EDGE.finditer(text, 0, end))]
    subjects = [_subject(text, sentence, start, end) for start in edges]
    for found, following in reversed(list(zip(subjects, [*edges[1:], end], strict=True))):
        if found is None or any(one and one.start < found.start < one.end for one in subjects):
            continue
        if _speaks(found) and (following == end or found.end > following):
            return found
    joined = JOINED.search(text, 0, edges[-1])
    if joined and joined.end() == edges[-1]:
        return _ahead(text, sentence, joined.start())
    return _before_aside(text, sentence, edges)


def _before_aside(text: str, sentence: str, edges: list[int]) -> Phrase | None:
    """A subject that an aside parts from its verb: "the envoy, speaking at the port, said"."""
    if len(edges) < 3 or text[: edges[-1]].rstrip()[-1:] not in tuple(",)—–"):
        return None
    found = _subject(text, sentence, edges[-3], edges[-2])
    if found is None or text[found.end : edges[-2]].strip(" ,(—–"):
        return None
    return found if _speaks(found) else None


def _subject(text: str, sentence: str, start: int, end: int) -> Phrase | None:
    """The first subject between two places: in the nominative, or an office that is said in."""
    office = re.match(r"\W*во?\s+", text[start:end], re.IGNORECASE)
    inside = office and phrase_from(text, sentence, start + office.end(), "loct")
    if inside and _speaks(inside):
        return inside
    return phrase_ending(text, sentence, inside.end if inside else start, end)


def _persons(text: str, sentence: str) -> Iterator[Source]:
    """Persons told by titles or full names who say nothing here; in other cases only by both."""
    title = re.compile(rf"(?:{entry('ru', 'titles')})\b", re.IGNORECASE)
    for match in WORD.finditer(text):
        found = phrase_at(text, sentence, match.start(), "nomn")
        if found and not found.pronoun and _has_title(found):
            yield _source(found, mentioned=True)
        for case in ("gent", "datv", "ablt") if title.match(match[0]) and not found else ():
            named = phrase_at(text, sentence, match.start(), case)
            if named and named.role:
                yield _source(named, mentioned=True)
                break


def _has_title(phrase: Phrase) -> bool:
    """Whether a phrase is a person by a title in it, or by a first name and another."""
    if phrase.proper and " " in phrase.name:
        return True
    titles = rf"(?:.*\s)?(?:{entry('ru', 'titles')})"
    return re.match(titles, phrase.role or phrase.name, re.IGNORECASE) is not None


def _speaks(phrase: Phrase) -> bool:
    """Whether a subject may be one who says things: a person, an office, a newspaper, a name."""
    if phrase.pronoun or phrase.quoted or phrase.role:
        return True
    kinds = ("titles", "offices", "media", "compilers", "data")
    known = "|".join(entry("ru", name) for name in kinds)
    named = f"{phrase.role} {phrase.name}"
    if re.search(rf"\b(?:{known})", named, re.IGNORECASE):
        return True
    return phrase.proper and not _is_place(phrase.name)


def _is_place(name: str) -> bool:
    """Whether a name is a town's or a country's."""
    town = " " not in name and "Geox" in parsed(name)[0].tag
    return town or bool(economy_of(name, "ru"))


def _source(
    phrase: Phrase, *, data: bool = False, cited: bool = False, back: bool = False,
    postposed: bool = False, mentioned: bool = False,
) -> Source:  # fmt: skip
    """A phrase as a source; a newspaper by the name in its quotation marks."""
    if phrase.pronoun:
        return Source(phrase.start, phrase.end, phrase.name, pronoun=True, postposed=postposed)
    courtesy = rf"(?:{entry('ru', 'courtesies')})\s+(?=[А-ЯЁ])"
    name = phrase.quoted or re.sub(courtesy, "", phrase.name, count=1, flags=re.IGNORECASE)
    outlet = re.fullmatch(entry("ru", "outlet"), name, re.IGNORECASE) is not None
    compiler = not phrase.quoted and not phrase.role and is_compiler(name, "ru", data=data)
    return Source(
        phrase.start, phrase.end, "" if outlet else name, phrase.role,
        economy_of(f"{phrase.role} {name}", "ru"), back=back, cited=cited,
        compiler=compiler and not mentioned, outlet=outlet, postposed=postposed,
        mentioned=mentioned,
    )  # fmt: skip
