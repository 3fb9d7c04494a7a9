"""Whatever rows a folder holds, nothing on a chart overlaps, leaves it or gets too small."""

from __future__ import annotations

import math
from random import Random

import pytest
from chart_cases import faults, marks
from chart_rows import ALL, CHARTS, Rows
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis import charts

NAMES = (
    "", "Abe", "Maxim Oreshkin", "日露貿易経済政府間委員会", "日本 Japan 日本",
    "Σωκράτης Ágnes Þórður", "Межправительственная Российско-Японская комиссия",
    "ąęłňőřşťžжщыэюя" * 6,
    "Ministry of Economy, Trade and Industry of Japan and its Agency for Natural Resources",
    "Rindfleischetikettierungsüberwachungsaufgabengesetz" * 3, "1234567890 +−%", "وزير التجارة",
)  # fmt: skip
#: Hedge, lower and upper end about a number, in units of its last digit.
ALLOWED = ((None, 0.5, 0.5), ("about", 1, 1), ("over", 0, math.inf), ("almost", 5, 0), ("約", 3, 3))
SIZES = st.sampled_from([0, 1, 2, 3, 7, 20, 45, 97, 200])


@st.composite
def spread(draw: st.DrawFn) -> Rows:
    """Rows by any speakers, all told on one day or over years, with numbers near or far."""
    size, day = draw(SIZES), draw(st.booleans())
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4))
    random = draw(st.randoms(use_true_random=False))
    scale = draw(st.sampled_from([3, 40, 900, 2_000_000]))
    return [_row(n, names, random, scale, 1 if day else max(size // 5, 1)) for n in range(size)]


def _row(n: int, names: list[str], random: Random, scale: float, years: int) -> dict[str, object]:
    central = float(random.randint(-scale, scale))
    hedge, below, above = random.choice(ALLOWED)
    low, high = (below, above) if central >= 0 else (above, below)
    year = 2019 - random.randrange(years)
    return {
        "claim_id": f"c{n}", "speaker": f"{random.choice(names)} {n % 17}".strip(),
        "speaker_role": random.choice(names), "publisher": random.choice(names) or "TASS",
        "as_of": f"{year}-05-{25 if years == 1 else random.randint(1, 28)}", "hedge": hedge,
        "published": f"{year}-06-10", "period_start": f"{year - 1}-01-01",
        "period_end": f"{year - 1}-12-31", "printed": f"{central:g}", "value": central,
        "central": central, "lower": central - low, "upper": central + high,
        "economy": random.choice(["RUS", "JPN"]), "flow": random.choice(["turnover", "exports"]),
        "repeats": random.choice([None, None, f"c{n - 1}"]) if n else None,
    }  # fmt: skip


@pytest.mark.parametrize("chart", ALL)
@settings(
    max_examples=12, deadline=None, derandomize=True, database=None,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
@given(rows=spread(), width=st.sampled_from(list(charts.WIDTHS)))
def test_nothing_overlaps_whatever_the_rows(chart, rows: Rows, width: str) -> None:
    """Texts keep apart from each other and from dots, inside of the figure, at 8 points or more."""
    ax = chart(rows, width=width)

    assert faults(ax) == []
    if chart in CHARTS:
        assert len(marks(ax)) == len(charts.rows(ax))
