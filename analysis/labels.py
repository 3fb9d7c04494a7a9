"""Numbers, units, periods and sources as words, the same in charts, notebooks and pages.

Numbers are rounded in Decimal, half up, with a true minus sign; nothing here asks the locale.
"""

from __future__ import annotations

import calendar
import math
import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SCALES = {1: "", 1_000: "thousand", 1_000_000: "m", 1_000_000_000: "bn", 1_000_000_000_000: "tn"}
COUNTED = {"plan_points": "points of the plan"}
MINUS = "−"
#: Turn the direction of the text about them: shown by their names, which turn nothing.
TURNING = {
    0x202A: "[LRE]", 0x202B: "[RLE]", 0x202C: "[PDF]", 0x202D: "[LRO]", 0x202E: "[RLO]",
    0x2066: "[LRI]", 0x2067: "[RLI]", 0x2068: "[FSI]", 0x2069: "[PDI]",
}  # fmt: skip
#: Other controls, without tab and line feed: shown by their pictures in Unicode.
CONTROLS = {code: chr(0x2400 + code) for code in range(32) if code not in (9, 10)} | {
    127: "␡", **dict.fromkeys([*range(128, 160), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], "�")
}  # fmt: skip
VISIBLE = TURNING | CONTROLS
HIDDEN = re.compile(f"[{''.join(map(re.escape, map(chr, VISIBLE)))}]")
#: Words in letters that run from right to left (Hebrew to Arabic), with what stands between them.
LETTER = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
RIGHT_TO_LEFT = re.compile(rf"{LETTER}(?:[\W\d_]*{LETTER})*")


def visible(text: str) -> str:
    """The text with its control characters made visible, so that none acts on what stands by it.

    Embeddings, overrides and isolates of direction (Unicode Annex 9) become their names in
    brackets, other controls their pictures, what no file may hold a sign; tab and line feed stay.
    """
    return text.translate(VISIBLE) if HIDDEN.search(text) else text


def isolated(text: str) -> str:
    """The visible text for a page: words that run from right to left keep their direction apart.

    They stand between a first-strong isolate and its end, so that a number beside them stays where
    it is; the text itself could not bring either sign.
    """
    return RIGHT_TO_LEFT.sub("\u2068\\g<0>\u2069", visible(text))


def number(value: Decimal | float | str, digits: int = 0) -> str:
    """The number with so many decimals, rounded half up in Decimal, thousands parted by commas."""
    exact = Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    return f"{exact:,f}".replace("-", MINUS)


def signed(value: Decimal | float | str, digits: int = 0) -> str:
    """The number with its sign, a plus too; zero has none."""
    text = number(value, digits)
    return text if Decimal(str(value)) <= 0 else f"+{text}"


def plain(words: object) -> str:
    """A word of a closed list as a reader writes it: `possible_projects` -> possible projects."""
    return words.replace("_", " ") if isinstance(words, str) else ""


def counted(words: object) -> str:
    """What is counted, in the plural."""
    return COUNTED.get(str(words), plain(words))


@lru_cache(maxsize=512)
def economy(code: str) -> str:
    """The English name of an ISO 3166-1 alpha-3 economy; the code itself where it has none."""
    import pycountry
    from babel import Locale

    country = pycountry.countries.get(alpha_3=code)
    if country is None:
        return code
    return str(Locale("en").territories.get(country.alpha_2, country.name))


def pair(economies: object, partners: object) -> str:
    """The two economies of a chart in alphabetical order, joined by a dash."""
    import pandas as pd

    codes = pd.unique(pd.concat([pd.Series(economies), pd.Series(partners)]).dropna())
    return "–".join(sorted(economy(code) for code in codes))


def day(text: object) -> str:
    """An ISO date of any precision for readers: 10 Jun 2019, Oct 2017, 2018; empty if missing."""
    import pandas as pd

    if isinstance(text, pd.Timestamp):
        text = text.date().isoformat()
    if not isinstance(text, str):
        return ""
    year, *rest = text.split("-")
    words = [str(int(rest[1]))] if len(rest) > 1 else []
    words += [MONTHS[int(rest[0]) - 1]] if rest else []
    return " ".join([*words, year])


def period(start: Any, end: Any) -> str:
    """A period for readers: 2018, H1 2018, Q1 2021, Jan–Sep 2016, Apr 2020 – Mar 2021.

    Missing ends give an empty text.
    """
    import pandas as pd

    if pd.isna(start) or pd.isna(end):
        return ""
    first, last = pd.Timestamp(start), pd.Timestamp(end)
    if not _whole_months(first, last):
        return day(first) if first == last else f"{day(first)} – {day(last)}"
    if first.year != last.year:
        return f"{MONTHS[first.month - 1]} {first.year} – {MONTHS[last.month - 1]} {last.year}"
    return f"{_months(first.month, last.month)}{first.year}"


def _whole_months(first: pd.Timestamp, last: pd.Timestamp) -> bool:
    return first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]


def _months(first: int, last: int) -> str:
    length = last - first + 1
    if length == 12:
        return ""
    if length == 6 and first in (1, 7):
        return f"H{first // 6 + 1} "
    if length == 3 and first % 3 == 1:
        return f"Q{first // 3 + 1} "
    return f"{MONTHS[first - 1]} " if length == 1 else f"{MONTHS[first - 1]}–{MONTHS[last - 1]} "


def _ordinal(printed: str) -> str:
    if not printed.isdigit():
        return printed
    tail = {1: "st", 2: "nd", 3: "rd"}.get(int(printed) % 10, "th")
    return printed + ("th" if int(printed) % 100 in (11, 12, 13) else tail)


def _measured(row: Mapping[str, Any]) -> str:
    """The numeral with its unit, digit for digit as printed."""
    printed = _spelled(row).replace("-", MINUS)
    unit = row["unit"]
    if row["measure"] == "growth" and unit in ("percent", "times") and _in_words(printed, row):
        return _counted_out(row, printed)
    if unit == "percent":
        rise = row["measure"] == "growth" and printed[0].isdigit()
        return ("+" if rise else "") + printed + ("%" if printed[-1].isdigit() else "")
    if unit == "percentage_points":
        return f"{printed} points"
    if unit == "times":
        return f"{printed} times" if printed[-1].isdigit() else printed
    if unit in ("count", "ordinal"):
        return _ordinal(printed) if unit == "ordinal" else _amount(row, printed)
    return f"{unit} {_amount(row, printed)}"


def _in_words(printed: str, row: Mapping[str, Any]) -> bool:
    """Whether a number is known that is printed without a digit: "a fifth", "doubled"."""
    return not any(sign.isdigit() for sign in printed) and not math.isnan(float(row["value"]))


def _counted_out(row: Mapping[str, Any], printed: str) -> str:
    """A growth told in a word, with its sign and unit: +20% (“fifth”), 2 times (“double”)."""
    exact = Decimal(number(row["value"], 1).replace(MINUS, "-").replace(",", ""))
    shown = f"{abs(exact).normalize():,f}"
    if row["unit"] == "times":
        return f"{shown} times (“{printed.lstrip(MINUS)}”)"
    return f"{'+' if exact > 0 else MINUS if exact < 0 else ''}{shown}% (“{printed.lstrip(MINUS)}”)"


def _spelled(row: Mapping[str, Any]) -> str:
    """The numeral in English: a decimal point for a comma, digits for words of other languages."""
    printed = str(row["printed"])
    if row.get("language", "en") != "en" and not any(sign.isdigit() for sign in printed):
        return f"{Decimal(repr(float(row['value']))).normalize():f}"
    pointed = printed.replace(",", ".")
    try:
        return pointed if Decimal(pointed) == Decimal(repr(float(row["value"]))) else printed
    except InvalidOperation:
        return printed


def _amount(row: Mapping[str, Any], printed: str) -> str:
    """The numeral with its scale in words; East Asian scales and signs in thousands."""
    if int(row["scale"]) in SCALES and printed.isascii():
        return f"{printed} {SCALES[int(row['scale'])]}".strip()
    amount = Decimal(str(row["value"])) * int(row["scale"])
    size = max((scale for scale in SCALES if scale <= abs(amount)), default=1)
    return f"{(amount / size).normalize():,f} {SCALES[size]}".strip().replace("-", MINUS)


def value(row: Mapping[str, Any]) -> str:
    """A reported value as printed, with hedge, sign, unit and scale: "almost −40%", "over 60".

    Reads printed, value, measure, unit, scale, hedge, direction and, where there are such columns,
    language and hedge_english: labels are English, the source's own words stand in the tables.
    A value told in words only gives its direction ("down"); one with neither gives "not stated".
    """
    if not isinstance(row["printed"], str):
        return row["direction"] if isinstance(row["direction"], str) else "not stated"
    hedge = row.get("hedge_english", row["hedge"])
    return f"{hedge} {_measured(row)}" if isinstance(hedge, str) else _measured(row)


def source_line(row: Mapping[str, Any]) -> str:
    """Speaker, role, publisher and date of a claim in one line; what is missing is left out.

    Reads speaker, speaker_role, publisher, said_on, published and, of a statistic, its release
    where there is such a column. An outlet that speaks for itself
    is named once.
    """
    parts = [row["speaker"], row["speaker_role"]]
    if row["speaker"] == row["publisher"]:
        parts = []
    parts += [row["publisher"], row.get("release"), day(row["published"]) or day(row["said_on"])]
    return ", ".join(part for part in parts if isinstance(part, str) and part)


def interval(lower: float, upper: float, lower_closed: bool, upper_closed: bool) -> str:
    """An interval as mathematicians write it: [16.5, 17.5], (60, ∞); missing ends give "-"."""
    import pandas as pd

    if pd.isna(lower) or pd.isna(upper):
        return "-"
    left, right = "[" if lower_closed else "(", "]" if upper_closed else ")"
    return f"{left}{_end(lower)}, {_end(upper)}{right}"


def _end(end: float) -> str:
    if math.isinf(end):
        return "∞" if end > 0 else f"{MINUS}∞"
    return f"{Decimal(repr(float(end))).normalize():,f}".replace("-", MINUS)
