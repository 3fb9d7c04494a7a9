"""Rows stay as near as possible to their place in time and never overlap."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.charts.spreading import fitting, spread

CENTRES = st.lists(st.floats(0, 500), min_size=1, max_size=30).map(sorted)


@given(CENTRES)
def test_spread_rows_neither_overlap_nor_leave_the_room(centres: list[float]) -> None:
    """Each row begins where the one before ends, or later."""
    heights = [14.0 + index % 3 for index in range(len(centres))]

    tops = spread(centres, heights, 600.0)

    ends = [top + height for top, height in zip(tops, heights, strict=True)]
    assert all(end <= top + 1e-6 for end, top in zip(ends, tops[1:], strict=False))
    assert tops[0] >= 0
    assert ends[-1] <= 600 + 1e-6


def test_rows_with_room_stay_where_they_belong() -> None:
    """Nothing moves without need."""
    assert spread([10, 50, 90], [10, 10, 10], 100) == pytest.approx([5, 45, 85])


def test_crowded_rows_give_way_to_both_sides() -> None:
    """Two rows that want one place each move half a row, so their middle stays."""
    assert spread([50, 50], [10, 10], 100) == pytest.approx([40, 50])


def test_labels_that_would_overlap_are_left_out() -> None:
    """The first is kept, then each that clears the one kept before."""
    assert fitting([0, 4, 11, 14, 30], 10) == [0, 2, 4]
