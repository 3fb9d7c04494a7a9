"""Interviews: paragraphs that begin with a speaker's label or with the dash of a dialogue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.drafts import grammar
from analysis.drafts.speakers.memory import resolve
from analysis.drafts.speakers.naming import Source, economy_of, entry
from analysis.drafts.speakers.titled import parted

LABEL = re.compile(r"^\s*\**«?(?P<name>[^\W\d_][^:：\n*]{0,40}?)»?\s?(?:\*\*\s?[:：]|[:：]\**)\s*")
#: The letter of a question or answer.
LETTER = re.compile(r"^\s*\**(?P<name>[QA])\.\**\s+(?=\S)")
#: A Japanese label: a name or title, and a space or the mark of a quotation.
TITLED = re.compile(r"^(?P<name>[^\s.。、「」―はがもの]{1,12})(?:[\s.]+(?=\S)|(?=「))")
#: A first and a family name.
NAME = re.compile(r"[A-ZÀ-ÞА-ЯЁ][\w'’.-]+(?:\s(?:[a-zà-ÿ]{2,3}\s)?[A-ZÀ-ÞА-ЯЁ][\w'’-]+){1,3}")
DASH = re.compile(r"^\s*(?:[—–]\s|[—―─]{1,2})")
#: What a dialogue's narrator adds: "— Да, — сказал он."
REMARK = re.compile(r"[,.!?…]\s[—–]\s[а-яёa-z]")


@dataclass(frozen=True)
class Turn:
    """One turn of an interview: who speaks (None: the outlet) between two places.

    `asks`: a question whose answer follows without a label or dash.
    """

    source: Source | None
    start: int
    end: int
    asks: bool = False


def turn_of(
    paragraph: str, language: str, publisher: str | None, known: Sequence[Source], *, asked: bool,
    labelled: bool,
) -> Turn | None:  # fmt: skip
    """The turn that a paragraph is; None where it is no turn of an interview.

    Questions are the outlet's, also where a label names the outlet; "A" is the person named last.
    `asked`: the paragraph before is a turn that a dash began, so that one without is the answer;
    `labelled`: it is a turn that a label began, so that any name may be the next label.
    """
    letter = LETTER.match(paragraph)
    letter = letter if letter and (labelled or letter["name"] == "Q") else None
    match = letter or LABEL.match(paragraph) or _titled(paragraph, language, known)
    if match:
        told, source = _labelled(match["name"].strip(), language, publisher, known)
        named = labelled and NAME.fullmatch(match["name"].strip()) is not None
        return Turn(source, match.end(), len(paragraph)) if told or named else None
    dash = DASH.match(paragraph)
    if dash is None and asked and not paragraph.startswith(("(", "（", "【", "[", "=")):
        return Turn(_last_person(known), 0, len(paragraph))
    if dash is None or REMARK.search(paragraph):
        return None
    asks = grammar.of(language).dash_asks
    question = asks or paragraph.rstrip().endswith("?")
    return Turn(None if question else _last_person(known), dash.end(), len(paragraph), asks)


def _titled(paragraph: str, language: str, known: Sequence[Source]) -> re.Match[str] | None:
    """A label that only a space or a quotation parts from what is said: "マキ大使 昨年は…"."""
    match = None if grammar.of(language).spaced else TITLED.match(paragraph)
    kinds = "|".join(entry(language, name) for name in ("titles", "questions", "answers"))
    titled = match and re.search(rf"(?:{kinds})\d*$", match["name"])
    met = match and any(match["name"] in one.name for one in known)
    return match if titled or met else None


def _labelled(
    name: str, language: str, publisher: str | None, known: Sequence[Source]
) -> tuple[bool, Source | None]:
    """Whether a label is a speaker's, and whose."""
    none = rf"(?:^|[.!?]\s)(?:{entry(language, 'no_labels')})$"
    if re.search(none, name, re.IGNORECASE):
        return False, None
    if re.fullmatch(entry(language, "questions"), name, re.IGNORECASE):
        return True, None
    if publisher and _is_outlet(name, publisher, language):
        return True, None
    if re.fullmatch(entry(language, "answers"), name, re.IGNORECASE):
        return True, _last_person(known)
    spaced = grammar.of(language).spaced
    plain = name.title() if name.isupper() and spaced else name
    person, role = (plain, "") if spaced else parted(plain)
    given = Source(0, len(name), person, role)
    full = resolve(given, known, language)
    titles = entry(language, "titles")
    title = re.fullmatch(rf"(?:[\w'’.-]+\s){{0,3}}(?:{titles})(?:\s(?:of|for)\s.+)?", name, re.I)
    titled = not spaced and re.search(rf"(?:{titles})$", name)
    met = full != given or any(one.name == plain for one in known)
    shouted = name.isupper() and len(name.split()) == 2 and not economy_of(plain, language)
    kept = title and not name.isupper() and spaced
    told = replace(full, name=name) if kept else full
    return bool(met or shouted or title or titled), replace(told, compiler=False)


def _is_outlet(name: str, publisher: str, language: str) -> bool:
    """Whether a label is some of the outlet's name, and not its town alone: "LIMA: Trade grew"."""
    own = set(name.casefold().split()) <= set(publisher.casefold().split())
    kind = re.search(rf"\b(?:{entry(language, 'media')})", name, re.IGNORECASE)
    ends = publisher.casefold().split()[-1] == name.casefold()
    return own and bool(kind or " " in name or ends)


def _last_person(known: Sequence[Source]) -> Source | None:
    """The person named last."""
    persons = [one for one in known if one.name and not (one.compiler or one.body or one.outlet)]
    return persons[-1] if persons else None
