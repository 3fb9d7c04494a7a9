"""Where names begin and end in an English sentence."""

from __future__ import annotations

import re
from functools import cache

from analysis.drafts.speakers.naming import entry

SUBJECT_EDGE = (
    r"[;:!?“”\"()\x00–—]\s*|,(?!\s+{fields}(?:,|\s+(?:and|affairs)\b))\s*|\s-\s|^(?:but|and|yet)\s+"
    r"|\baccording to\s+"
    r"|\b(?:that|but|while|which|because|when|where|if|how|what|whether|although|though"
    r"|whereas|since)\s+"
    r"|^\W*(?-i:[QA])\.\s+"
    r"|(?-i:(?<=[a-z\d%])\s+and\s+(?=[a-z]))"
)
#: A noun phrase begins anew within a subject: "in the first month | the bureau".
ANEW = re.compile(r"(?P<before>[\w-]+)\s(?:the|its|their|his|her|our)\s", re.IGNORECASE)
JOINING = {"of", "for", "to", "in", "at", "from", "by", "with", "and", "on", "all", "both"}
#: Behind a name: "Jane Roe, 44".
AGE = re.compile(r",\s+(?:aged\s+)?\d{2,3}$")
NAME_EDGE = (
    r",(?!\s+{fields}(?:,|\s+(?:and|affairs)\b))|[;:!?“”\"()\x00–—]|(?<!(?-i:\b[A-Z]))\.(?=\s|$)"
    r"|\s+(?:{after_name}|(?-i:{shows}))\b"
)


@cache
def pattern(template: str) -> re.Pattern[str]:
    """A pattern whose {names} are entries of the section `speakers`."""
    written = re.sub(r"\{([a-z_]+)\}", lambda name: f"(?:{entry('en', name[1])})", template)
    return re.compile(written, re.IGNORECASE)


def start_of(text: str, end: int) -> int:
    """Where the subject before a verb begins; remarks in commas and brackets are stepped over."""
    before = re.sub(r"\s*\([^()]*\)$", "", text[:end].rstrip())
    if before.endswith((",", "–", "—")):
        inner = before[:-1]
        cut = max(inner.rfind(","), inner.rfind("–"), inner.rfind("—"))
        before = AGE.sub("", inner[:cut] if cut > 0 else inner)
    edges = [match.end() for match in pattern(SUBJECT_EDGE).finditer(before)]
    return max(edges, default=0)


def subject_end(text: str, start: int, end: int) -> int:
    """Where the subject ends: before a remark between commas or a relative clause."""
    cut = pattern(
        r"\s*(?:,(?!\s+{fields}(?:,|\s+(?:and|affairs)\b))|[–—(])|\s+(?:who|which)\b"
    ).search(text[start:end])
    return start + cut.start() if cut else end


def end_of(text: str, start: int) -> int:
    """Where a name that begins here ends."""
    cut = pattern(NAME_EDGE).search(text, start)
    return cut.start() if cut else len(text)


def begin_anew(text: str, start: int, end: int) -> int:
    """Where a name begins behind the words of time and place that lead to it."""
    who = re.compile(
        r"\W*(?:all|what|the (?:most|only thing)|(?:as|in|at|on|for|by|during|with|from)\s.*)\s"
        r"(?=(?:he|she|it|they|I|we)\W*$)",
        re.I,
    )
    led = who.match(text[start:end])
    if led:
        return start + led.end()
    lead = pattern(r"\W*{time_leads}\s+").match(text, start, end)
    start = lead.end() if lead else start
    found = ANEW.finditer(text, start, end)
    anew = [match.end("before") for match in found if match["before"].lower() not in JOINING]
    return anew[-1] if anew else start
