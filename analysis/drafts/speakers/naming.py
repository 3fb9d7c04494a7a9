"""A source as a sentence names it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from analysis.drafts import economies, grammar, words


@dataclass(frozen=True)
class Source:
    """Words that name who says something: `start` to `end` are those of the name in its sentence.

    `postposed`: what is said stands before it ("..., he said"). `back`: the sentence before is
    meant too ("this was reported by"). `cited`: only the compiler, not the speaker. `mentioned`: it
    says nothing here; `body`: and is no person. `addressed`: the outlet speaks to it. `compiler`:
    it compiles statistics. `outlet`: the outlet itself. `unsure`: one capital alone, a name only if
    it was told before. `kind`: what it is, told beside its name. `short`: the letters in brackets
    behind the name. `ago`: paragraphs since it was named.
    """

    start: int
    end: int
    name: str
    role: str = ""
    economy: str = ""
    pronoun: bool = False
    back: bool = False
    cited: bool = False
    compiler: bool = False
    outlet: bool = False
    postposed: bool = False
    mentioned: bool = False
    body: bool = False
    addressed: bool = False
    unsure: bool = False
    short: str = ""
    kind: str = ""
    ago: int = 0

    @property
    def speaks(self) -> bool:
        """Whether it is the voice of its sentence, not only cited or mentioned there."""
        return not self.cited and not self.mentioned

    @property
    def is_person(self) -> bool:
        """Whether it is neither an institution that is only named nor a compiler."""
        return not (self.compiler or self.cited or self.body)

    @property
    def tells_records(self) -> bool:
        """Whether it is a compiler that was more than named."""
        return self.compiler and not self.mentioned

    def older(self) -> Source:
        """The source one paragraph later."""
        return replace(self, ago=self.ago + 1)


def entry(language: str, name: str) -> str:
    """The expressions of one entry of the section `speakers`, joined."""
    found = words.section(language, "speakers").get(name, [])
    return "|".join(found) or "(?!)"


def is_compiler(name: str, language: str, *, data: bool = False) -> bool:
    """Whether the name is of an office that compiles statistics, and no person of it.

    A ministry is one where the words speak of its data.
    """
    head = re.split(entry(language, "after_head"), name)[0]
    nobody = rf"\b(?:{entry(language, 'titles')}|{entry(language, 'no_compilers')})\b"
    if re.search(nobody, head, re.IGNORECASE):
        return False
    kinds = ["compilers", *(["publishers", "banks"] if data else [])]
    names = "|".join(entry(language, kind) for kind in kinds)
    return re.search(names, name, re.IGNORECASE) is not None


def is_body(name: str, language: str) -> bool:
    """Whether the head of a name is an institution, whoever belongs to it: "Growers' Union"."""
    if grammar.of(language).inflected:
        return False
    head = re.split(entry(language, "after_head"), name)[0]
    kinds = "|".join(entry(language, kind) for kind in ("offices", "firms", "media", "compilers"))
    return re.search(rf"\b(?:{kinds})\W*$", head, re.IGNORECASE) is not None


def is_national(name: str, language: str) -> bool:
    """Whether the name alone tells the economy of an office: "Destatis"."""
    known = words.section(language, "speakers").get("national", {})
    return any(re.search(one, name) for one in known.values())


def economy_of(words_: str, language: str) -> str:
    """The economy that a name holds, "" where it holds none; the first of several."""
    found = economies.find(words_, language)
    if not found:
        known = words.section(language, "speakers").get("national", {})
        return next((code for code, name in known.items() if re.search(name, words_)), "")
    abroad = re.match(entry(language, "posted"), words_)
    return found[-1 if abroad else 0].economy
