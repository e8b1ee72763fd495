from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tabletop.debrief.comparison.magnitudes import APART, by_magnitude, is_wide

above_nought = st.lists(st.floats(1e-6, 1e9), min_size=1, max_size=8)


@given(above_nought)
def test_values_lie_on_the_line_and_equal_factors_are_equally_far(values: list[float]) -> None:
    line = by_magnitude(values, str)
    assert all(0 <= line.x(each) <= 100 for each in values)
    assert all(one.x + APART <= other.x + 1e-9 for one, other in pairwise(line.line.ticks))


def test_marks_are_round_numbers_or_those_given() -> None:
    assert [tick.label for tick in by_magnitude([1.5, 700.0], "{:g}".format).line.ticks] == [
        "2",
        "5",
        "10",
        "20",
        "50",
        "100",
        "200",
        "500",
    ]
    assert [tick.label for tick in by_magnitude([1e-3, 1e5], "{:g}".format).line.ticks][:3] == [
        "0.001",
        "0.01",
        "0.1",
    ]
    factors = by_magnitude([0.5, 1, 2, 4], "{:g}".format, marks=[0.5, 1, 2, 4]).line.ticks
    assert [tick.label for tick in factors] == ["0.5", "1", "2", "4"]
    assert round(factors[1].x - factors[0].x, 9) == round(factors[3].x - factors[2].x, 9)


def test_only_what_is_far_apart_is_drawn_by_magnitude() -> None:
    assert is_wide([1.0, 30.0])
    assert not is_wide([1.0, 3.0])
    assert not is_wide([0.0, 30.0])
    assert not is_wide([])
