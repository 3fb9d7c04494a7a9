"""Whom "he", "the envoy" and "the bureau" mean: sources that were named before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.drafts import grammar, words
from analysis.drafts.russian import gender, lemmas
from analysis.drafts.speakers.naming import Source, entry, is_body, is_compiler


def resolve(
    source: Source, known: Sequence[Source], language: str, *, opens: bool = False
) -> Source:
    """The source by its full name, where words before have told it.

    `opens`: it is in the first sentence of a paragraph, where "it" goes back to the one before.
    """
    if source.outlet or re.fullmatch(entry(language, "bodies"), source.name):
        return source
    if source.pronoun and source.economy:
        own = [one for one in known if one.economy == source.economy and one.name]
        return _named_by(source, own[-1] if own else None)
    if source.pronoun:
        return _named_by(source, _last_for_pronoun(source, known, language, opens))
    told = next((one for one in reversed(known) if source.name in (one.name, one.short)), None)
    other = _counterpart(source, known, language)
    full = (
        _said_before(source, known, language)
        or _with_same_words(source, known, language)
        or _with_initials(source, known)
        or _by_first_name(source, known)
        or _office_meant(source, known, language)
        or _person_meant(source, known, language)
    )
    if _is_kind(source.name, language):
        full = full or _of_same_trade(source, known)
        full = replace(full, name=source.name) if full else None
    return _named_by(source, other or full or told)


def _is_kind(name: str, language: str) -> bool:
    """Whether a name in small letters tells a compiler of itself: "the customs service"."""
    office = re.fullmatch(entry(language, "an_office"), name, re.IGNORECASE)
    told = grammar.of(language).capitals and name.islower() and " " in name
    return told and not office and is_compiler(name, language)


def _of_same_trade(source: Source, known: Sequence[Source]) -> Source | None:
    """The compiler named last that shares a word with a name: a customs office, a customs board."""
    own = _words(source.name)
    near = (one for one in reversed(known) if one.compiler and one.name)
    return next((one for one in near if own & _words(one.name) - {"of", "office"}), None)


def _counterpart(source: Source, known: Sequence[Source], language: str) -> Source | None:
    """The other of two persons: "her host", "his guest"."""
    if not re.fullmatch(entry(language, "counterparts"), source.name, re.IGNORECASE):
        return None
    persons = [one for one in known if one.role and one.name]
    return next((one for one in reversed(persons) if one.name != persons[-1].name), None)


def _named_by(source: Source, full: Source | None) -> Source:
    """The source with the name, role, economy and trade of another."""
    if full is None:
        return source
    return replace(
        source,
        name=full.name,
        role=source.role or full.role,
        economy=source.economy or full.economy,
        compiler=source.compiler or full.compiler,
        unsure=False,
        pronoun=False,
    )


def _last_for_pronoun(
    source: Source, known: Sequence[Source], language: str, opens: bool
) -> Source | None:
    """Of those named last, an office for "it" and else a person."""
    same = _said_before(source, known, language)
    if same:
        return same
    if grammar.of(language).inflected:
        return _of_its_gender(source, known)
    thing = source.name.lower() in ("it", "its")
    back = not thing or (opens and source.start == 0)
    near = [one for one in known if one.ago <= back and not one.outlet and one.name]
    if thing:
        fitting = [one for one in near if one.compiler or not one.role]
        fitting = [one for one in fitting if not _is_person(one.name, language)]
    else:
        single = re.fullmatch(entry(language, "of_a_person"), source.name, re.IGNORECASE)
        fitting = [one for one in near if not (single and _is_body(one, language))]
        fitting = [one for one in fitting if not one.compiler]
    return fitting[-1] if fitting else None


def _is_body(source: Source, language: str) -> bool:
    """Whether a source is an institution, named or speaking."""
    return source.body or (not source.role and is_body(source.name, language))


def _of_its_gender(source: Source, known: Sequence[Source]) -> Source | None:
    """Whom a Russian pronoun may mean: the person named last, else the office, of its gender."""
    gender = {"он": "masc", "она": "femn", "оно": "neut"}.get(source.name, "")
    near = [one for one in known if one.ago <= 1 and not one.outlet and one.name]
    persons = [one for one in near if one.role or not one.compiler]
    fitting = [one for one in persons if not gender or _gender(one) in ("", gender)]
    offices = [one for one in near if one.ago == 0 and gender and _gender(one) == gender]
    return next(iter([*fitting[-1:], *offices[-1:]]), None)


def _gender(source: Source) -> str:
    """The gender of a first name, else of the noun of an office; "" where neither is known."""
    return next(filter(None, map(gender, re.findall(r"\w+", source.name))), "")


def _said_before(source: Source, known: Sequence[Source], language: str) -> Source | None:
    """The last that a short Japanese name means: 同省 or 次官 for one whose name or title ends so,
    コスケラ for one of whose name it is a part."""
    if grammar.of(language).spaced:
        return None
    short = source.name.removeprefix("同")
    others = [one for one in known if one.name and one.name not in (source.name, short)]
    if not source.role:
        alike = [one for one in others if one.name.endswith(short) or one.role.endswith(short)]
        held = [
            one for one in others
            if (source.pronoun and short in one.name)
            or (one.role and _holds_name(one.name, short))
        ]  # fmt: skip
        return next(reversed(alike or held), None) or _office_of(short, others, language)
    persons = [one for one in others if one.role and _holds_name(one.name, short)]
    return persons[-1] if persons else None


def _office_of(short: str, others: Sequence[Source], language: str) -> Source | None:
    """The office, told only as that of a person, that a short name means: 同庁."""
    if not re.fullmatch(entry(language, "offices"), short):
        return None
    heads = (
        (one, re.split(entry(language, "after_head"), one.role)[0]) for one in reversed(others)
    )
    found = ((one, head) for one, head in heads if head != one.role and head.endswith(short))
    one, head = next(found, (None, ""))
    return replace(one, name=head, role="", pronoun=False) if one else None


def _holds_name(full: str, short: str) -> bool:
    """Whether a full name has the short one as its surname or as one of its parts."""
    return full.startswith(short) or short in re.split("[・＝=]", full)


def _with_same_words(source: Source, known: Sequence[Source], language: str) -> Source | None:
    """The last one whose name holds all words of this one: "the envoy", "Vilakazi"."""
    own = _words(source.name)
    fitting = [
        one for one in reversed(known)
        if one.name != source.name and own and _shares_words(source, one, own, language)
    ]  # fmt: skip
    second = re.compile(rf"\b(?:{entry(language, 'seconds')})\b", re.IGNORECASE)
    first = (one for one in fitting if not second.search(f"{one.role} {one.name}"))
    return next(first, next(iter(fitting), None))


def _shares_words(source: Source, one: Source, own: set[str], language: str) -> bool:
    """Whether a name, or in small letters what is told beside it, holds these words."""
    if own < _words(f"{one.role} {one.name}") and _alike(source, one, language):
        return True
    kind = replace(one, name=one.kind)
    return source.name.islower() and own <= _words(one.kind) and _alike(source, kind, language)


def _with_initials(source: Source, known: Sequence[Source]) -> Source | None:
    """The last one whose words begin with the letters of this one: "KCS", "ГТУ"."""
    if not (source.name.isupper() and source.name.isalpha() and len(source.name) > 1):
        return None
    for one in reversed(known):
        words_ = [word for word in re.findall(r"\w+", one.name) if len(word) > 2]
        first = "".join(word[0] for word in words_).upper()
        if len(words_) > 1 and first.startswith(source.name):
            return one
    return None


def _by_first_name(source: Source, known: Sequence[Source]) -> Source | None:
    """The person whose first name stands with a patronymic: "Иван Петрович"."""
    first = re.match(r"(\w+) \w+(?:[ое]вич|[ое]вна|ична|инична)$", source.name)
    named = (one for one in reversed(known) if one.name != source.name)
    return first and next((one for one in named if one.name.split()[:1] == [first[1]]), None)


def _office_meant(source: Source, known: Sequence[Source], language: str) -> Source | None:
    """The compiler named last, where the words name none but its trade: "the statisticians", and
    the bank named last by "the central bank"."""
    if re.fullmatch(entry(language, "a_bank"), source.name, re.IGNORECASE):
        banks = rf"\b(?:{entry(language, 'banks')})"
        named = [one for one in known if one.name != source.name]
        return next((one for one in reversed(named) if re.search(banks, one.name, re.I)), None)
    if not re.fullmatch(entry(language, "an_office"), source.name, re.IGNORECASE):
        return None
    compilers = [one for one in reversed(known) if one.compiler and one.name]
    stem = source.name[:6].lower()
    return next((one for one in compilers if stem in one.name.lower()), next(iter(compilers), None))


def _person_meant(source: Source, known: Sequence[Source], language: str) -> Source | None:
    """The person named last whose title fits a trade told alone: "the diplomat" for an envoy."""
    trades = words.section(language, "speakers").get("a_person", {})
    kinds = [kind for trade, kind in trades.items() if re.fullmatch(trade, source.name, re.I)]
    near = [one for one in reversed(known) if one.name and one.ago <= 1 and not one.compiler]
    for one in near:
        told = f"{one.role} {one.name}"
        if one.name != source.name and any(re.search(kind, told, re.I) for kind in kinds):
            return one
    return None


def is_same(name: str, other: str, language: str) -> bool:
    """Whether two names are one, in whatever case a Russian text puts it."""
    one, two = (re.findall(r"\w+", each.casefold()) for each in (name, other))
    if not grammar.of(language).inflected or len(one) != len(two):
        return bool(one) and one == two
    return bool(one) and all(lemmas(a) & lemmas(b) for a, b in zip(one, two, strict=True))


def _alike(source: Source, one: Source, language: str) -> bool:
    """Whether a short name may stand for the longer: both persons, or both offices."""
    after = entry(language, "after_head")
    heads = [re.split(after, f"{each.role} {each.name}".strip())[0] for each in (source, one)]
    short_person, full_person = (_is_person(head, language) for head in heads)
    words = source.name.split()
    if one.role and " " in one.name and words[-1] in one.name.split():
        return True
    if bool(one.role) and not source.role and not short_person:
        return False
    many = rf"\b(?:{entry(language, 'titles')})(?<=s)"
    if re.search(f"{many}$", heads[0], re.I) and not re.search(rf"{many}\b", heads[1], re.I):
        return False
    return short_person == full_person and (
        _words(heads[0]) <= _words(heads[1]) or is_compiler(one.name, language)
    )


def _is_person(head: str, language: str) -> bool:
    """Whether a name tells a title, and is not that of a body of such persons: "Growers' Union"."""
    title = re.search(rf"\b(?:{entry(language, 'titles')})", head, re.IGNORECASE)
    return title is not None and not is_body(head, language)


def _words(name: str) -> set[str]:
    return {word.lower().removesuffix("s") for word in re.findall(r"\w+", name) if len(word) > 1}
