"""Sources in a Russian sentence, in the nominative: "сказал X", "X сообщил", "по данным X"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from analysis.drafts.russian import analyzer
from analysis.drafts.speakers.naming import Source, economy_of, entry, is_compiler
from analysis.drafts.speakers.phrases import Phrase, phrase_at, phrase_ending, phrase_from
from analysis.drafts.speakers.quotes import outside

WORD = re.compile(r"[А-Яа-яЁёA-Za-z]+(?:-[А-Яа-яЁёA-Za-z]+)*")
#: The case that each entry of introductions takes.
CASES = {"introductions": "gent", "citing": "accs", "in_office": "loct", "trusting": "datv"}
EDGE = re.compile(r"[,;:.!?()—–\n]|\s-\s|(?<!\w)(?:что|и|а|но|хотя|который|которая)(?!\w)")

#: Whom something was told: "сообщили ТАСС в министерстве".
TOLD = re.compile(
    r"\s+(?:журналистам|агентству|изданию|корреспонденту|[А-ЯЁ]{2,}|«?\x00+»?)(?:\s+Новости)?"
    r"(?:\s+в\s+(?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье))?(?=\s+во?\s|\s+(?!со\s)[а-яё])"
)
#: "X was cautious and said": the subject stands before the first of two verbs.
JOINED = re.compile(r"\s(?:и|а|но)$")


def sources(sentence: str) -> list[Source]:
    """Every source that the sentence names, in its order."""
    text = outside(sentence)
    found: list[Source] = []
    back = re.match(rf"\W*(?:{entry('ru', 'back')})", text, re.IGNORECASE) is not None
    ways = (_introduced(text, sentence), _of_verbs(text, sentence, back), _persons(text, sentence))
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
            if phrase and (name != "in_office" or _speaks(phrase)):
                yield _source(phrase, data=data, cited=name == "citing", back=back)
    for match in re.finditer(entry("ru", "his_words"), text, re.IGNORECASE):
        yield Source(match.start(), match.end(), "он", pronoun=True)


def _of_verbs(text: str, sentence: str, back: bool) -> Iterator[Source]:
    """The subject of each verb of saying, behind it or before it."""
    for match in WORD.finditer(text):
        if not _says(match[0]):
            continue
        phrase = _behind(text, sentence, match.end()) or _ahead(text, sentence, match.start())
        if phrase is None:
            continue
        owner = _of_data(phrase, text, sentence)
        postposed = phrase.start > match.start()
        yield _source(owner or phrase, data=bool(owner), back=back, postposed=postposed)


def _of_data(phrase: Phrase, text: str, sentence: str) -> Phrase | None:
    """Whose the data are that show something: "свидетельствует статистика X"."""
    first = re.match(rf"(?:{entry('ru', 'data')})\w*\s+", text[phrase.start :], re.IGNORECASE)
    return first and phrase_from(text, sentence, phrase.start + first.end(), "gent")


def _says(word: str) -> bool:
    """Whether a word is a form of a verb of saying."""
    return any(
        one.tag.POS in ("VERB", "GRND") and one.normal_form.replace("ё", "е") in _verbs()
        for one in analyzer().parse(word)
    )


def _behind(text: str, sentence: str, start: int) -> Phrase | None:
    """A subject behind its verb: "сказал журналистам министр", "подсчитали в газете"."""
    edge = re.search(r"[,;:.!?()—–\n]|\s(?:что|и|а|но)\s", text[start:])
    until = start + (edge.start() if edge else len(text) - start)
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
    """A subject before its verb, within the clause."""
    edges = [match.end() for match in EDGE.finditer(text, 0, end)]
    start = max(edges, default=0)
    office = re.match(r"\W*во?\s+", text[start:end], re.IGNORECASE)
    if office:
        inside = phrase_from(text, sentence, start + office.end(), "loct")
        return inside if inside and _speaks(inside) else None
    found = phrase_ending(text, sentence, start, end)
    if found and _speaks(found):
        return found
    joined = JOINED.search(text, 0, start)
    return _ahead(text, sentence, joined.start()) if joined and joined.end() == start else None


def _persons(text: str, sentence: str) -> Iterator[Source]:
    """Persons told by their titles who say nothing here."""
    titles = re.compile(rf"(?:.*\s)?(?:{entry('ru', 'titles')})", re.IGNORECASE)
    for match in WORD.finditer(text):
        found = phrase_at(text, sentence, match.start(), "nomn")
        if found and not found.pronoun and titles.match(found.role or found.name):
            yield _source(found, mentioned=True)


def _speaks(phrase: Phrase) -> bool:
    """Whether a subject may be one who says things: a person, an office, a newspaper, a name."""
    if phrase.pronoun or phrase.quoted:
        return True
    kinds = ("titles", "offices", "media", "compilers", "data")
    known = "|".join(entry("ru", name) for name in kinds)
    named = f"{phrase.role} {phrase.name}"
    return bool(re.search(rf"\b(?:{known})", named, re.IGNORECASE)) or (
        phrase.proper and not economy_of(phrase.name, "ru")
    )


def _source(
    phrase: Phrase, *, data: bool = False, cited: bool = False, back: bool = False,
    postposed: bool = False, mentioned: bool = False,
) -> Source:  # fmt: skip
    """A phrase as a source; a newspaper by the name in its quotation marks."""
    if phrase.pronoun:
        return Source(phrase.start, phrase.end, phrase.name, pronoun=True, postposed=postposed)
    name = phrase.quoted or phrase.name
    outlet = re.fullmatch(entry("ru", "outlet"), name, re.IGNORECASE) is not None
    compiler = not phrase.quoted and not phrase.role and is_compiler(name, "ru", data=data)
    return Source(
        phrase.start, phrase.end, "" if outlet else name, phrase.role,
        economy_of(f"{phrase.role} {name}", "ru"), back=back, cited=cited,
        compiler=compiler and not mentioned, outlet=outlet, postposed=postposed,
        mentioned=mentioned,
    )  # fmt: skip
