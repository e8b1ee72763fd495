from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.compare.statistics.survival import MOST_STEPS, Waits, curve, horizon_of

spans = st.lists(st.tuples(st.integers(1, 50), st.booleans()), min_size=1, max_size=60)


def waits(*spans: tuple[int, bool]) -> Waits:
    """Return waits of these lengths, known or not."""
    found = Waits()
    for time, known in spans:
        found.add(time if known else None, watched=time if not known else time + 1)
    return found


def test_the_curve_is_that_of_kaplan_and_meier() -> None:
    """Worked out by hand: known at 1, 2 and 4, still open at 2 and 3; 4/5, then 3/4 of it, then nothing of it."""
    found = curve(waits((1, True), (2, True), (2, False), (3, False), (4, True)), horizon=5)
    assert found is not None
    assert [(each.at, each.without) for each in found.steps] == [
        (1, pytest.approx(0.8)),
        (2, pytest.approx(0.6)),
        (4, 0),
    ]
    assert (found.count, found.never, found.median) == (5, 2, 4)
    assert found.mean == pytest.approx(1 + 0.8 + 2 * 0.6)


def test_greenwoods_interval_on_the_log_log_scale() -> None:
    """For 20 of 50 known at one time: S = 0.6, and S^exp(±1.96·√0.0008/0.6... /ln S) as in textbooks."""
    from math import exp, log, sqrt

    found = curve(waits(*[(5, True)] * 20, *[(9, False)] * 30), horizon=9)
    assert found is not None
    error = sqrt(20 / (50 * 30)) / log(0.6)
    ends = sorted(0.6 ** exp(sign * 1.959963984540054 * error) for sign in (-1, 1))
    assert (found.steps[0].low, found.steps[0].high) == pytest.approx(tuple(ends))


def test_what_is_learnt_after_the_watch_counts_as_not_learnt_and_without_a_watch_nothing_counts() -> None:
    late = Waits()
    late.add(12, watched=10)
    late.add(10, watched=10)
    late.add(None, watched=0)
    assert (list(late.known), list(late.never)) == ([10], [10])


def test_nobody_ever_knew() -> None:
    found = curve(waits((10, False), (10, False)), horizon=10)
    assert found is not None
    assert (found.steps, found.never, found.median, found.mean) == ((), 2, None, 10)
    assert curve(Waits(), horizon=10) is None


def test_curves_are_followed_as_far_as_all_that_are_open_were_watched() -> None:
    assert horizon_of([waits((3, True)), waits((8, False), (9, False)), waits((7, False))]) == 7
    assert horizon_of([waits((3, True)), waits((5, True))]) == 5
    assert horizon_of([waits((2, False), (30, True)), waits((20, False))]) == 20
    assert horizon_of([]) == 0


@given(spans)
def test_the_curve_agrees_with_the_product_over_all_times(found: list[tuple[int, bool]]) -> None:
    got = curve(waits(*found), horizon=60)
    assert got is not None
    share = 1.0
    expected: list[tuple[float, float]] = []
    for at in sorted({time for time, known in found if known}):
        watched = sum(time >= at for time, _ in found)
        share *= 1 - sum(time == at and known for time, known in found) / watched
        expected.append((at, share))
    assert [each.at for each in got.steps] == [at for at, _ in expected]
    assert [each.without for each in got.steps] == pytest.approx([share for _, share in expected])
    assert all(each.low <= each.without + 1e-9 and each.without <= each.high + 1e-9 for each in got.steps)


@given(spans)
def test_without_censoring_the_mean_is_the_mean(found: list[tuple[int, bool]]) -> None:
    times = [time for time, _ in found]
    got = curve(waits(*((time, True) for time in times)), horizon=max(times))
    assert got is not None
    assert got.mean == pytest.approx(sum(times) / len(times))


def test_a_long_curve_is_thinned_for_pictures_only() -> None:
    found = curve(waits(*((time, True) for time in range(1, 1001))), horizon=1000)
    assert found is not None
    assert len(found.steps) <= MOST_STEPS
    assert found.steps[-1].without == 0
    assert found.mean == pytest.approx(500.5)
