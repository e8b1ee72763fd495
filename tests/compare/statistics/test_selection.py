"""The contest keeps its promise: over many contests the right one is chosen at least as often as was promised."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from math import sqrt

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.compare.results import Cell
from tabletop.compare.statistics.selection import Selection, advance, begin

Numbers = npt.NDArray[np.float64]
CONFIDENCE = 0.95
CONTESTS = 1000
FEW_CONTESTS = 300
A, B, C = (Cell("city", name) for name in "abc")


def systems(count: int) -> tuple[Cell, ...]:
    return tuple(Cell("city", f"s{number}") for number in range(count))


def rounds(rng: np.random.Generator, means: Numbers, covariance: Numbers) -> Iterator[dict[Cell, float]]:
    """Give replications of one contest without end."""
    names = systems(len(means))
    while True:
        drawn = rng.multivariate_normal(means, covariance, size=64, method="cholesky")
        yield from (dict(zip(names, row, strict=True)) for row in drawn.tolist())


def chosen_rightly(means: Numbers, covariance: Numbers, *, contests: int) -> float:
    """Return the share of contests in which the first system won, which is best by at least δ = 1."""
    rng = np.random.default_rng(20_260_302)
    begun = begin(systems(len(means)), delta=1.0, confidence=CONFIDENCE, first_stage=10, better="more")
    ended = [advance(begun, rounds(rng, means, covariance)) for _ in range(contests)]
    assert all(each.decided for each in ended)
    return sum(each.best == begun.systems[0] for each in ended) / contests


def spread(sds: list[float], correlation: float) -> Numbers:
    """Return covariances with these deviations, every two correlated alike, as common random numbers make them."""
    between = np.full((len(sds), len(sds)), correlation) + (1 - correlation) * np.eye(len(sds))
    return np.outer(sds, sds) * between


ALL_WORSE_BY_DELTA = np.array([1.0, 0, 0, 0, 0])
STAIRS = np.array([0.0, -1, -2, -3, -4])
TEN = np.array([1.0, *[0.0] * 9])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("means", "sds", "correlation"),
    [
        (ALL_WORSE_BY_DELTA, [3.0] * 5, 0.0),
        (ALL_WORSE_BY_DELTA, [3.0] * 5, 0.8),
        (ALL_WORSE_BY_DELTA, [5.0, 4, 3, 2, 1], 0.0),
        (ALL_WORSE_BY_DELTA, [1.0, 2, 3, 4, 5], 0.5),
        (ALL_WORSE_BY_DELTA, [5.0, 4, 3, 2, 1], 0.8),
        (TEN, [3.0] * 10, 0.5),
        (TEN, [1.0, 1, 2, 2, 3, 3, 4, 4, 5, 5], 0.8),
        (ALL_WORSE_BY_DELTA[:2], [4.0, 4], 0.0),
        (ALL_WORSE_BY_DELTA[:2], [6.0, 2], 0.6),
        (STAIRS, [4.0] * 5, 0.3),
        (STAIRS, [1.0, 2, 3, 4, 5], 0.8),
    ],
)
def test_the_best_is_chosen_as_often_as_promised(
    means: Numbers, sds: list[float], correlation: float
) -> None:
    found = chosen_rightly(means, spread(sds, correlation), contests=CONTESTS)
    assert found >= CONFIDENCE - sampling_error(CONTESTS)


@pytest.mark.parametrize("sds", [[2.0] * 5, [3.0, 2.5, 2, 1.5, 1], [1.0, 1.5, 2, 2.5, 3]])
@pytest.mark.parametrize("correlation", [0.0, 0.8])
def test_the_best_of_five_is_chosen_as_often_as_promised_in_a_shorter_trial(
    sds: list[float], correlation: float
) -> None:
    """Variances alike and not, luck of their own and common luck."""
    found = chosen_rightly(ALL_WORSE_BY_DELTA, spread(sds, correlation), contests=FEW_CONTESTS)
    assert found >= CONFIDENCE - sampling_error(FEW_CONTESTS)


@pytest.mark.slow
def test_the_promise_bears_times_that_are_skewed_and_a_difference_that_is_a_share_of_the_best() -> None:
    """Waits are skewed: the best waits 10 on average, all others 11, each times the same luck and some of its own."""
    rng = np.random.default_rng(11)
    means = np.array([10.0, 11, 11, 11])
    names = systems(len(means))

    def waits() -> Iterator[dict[Cell, float]]:
        while True:
            luck = rng.gamma(4.0, 1 / 4) * rng.gamma(16.0, 1 / 16, size=len(means))
            yield dict(zip(names, (means * luck).tolist(), strict=True))

    begun = begin(names, share=0.09, confidence=CONFIDENCE)
    ended = [advance(begun, waits()) for _ in range(CONTESTS)]
    rightly = sum(each.best == names[0] for each in ended) / CONTESTS
    assert rightly >= CONFIDENCE - sampling_error(CONTESTS)


def sampling_error(contests: int) -> float:
    """Return twice the standard error of a share of so many contests."""
    return 2 * sqrt(CONFIDENCE * (1 - CONFIDENCE) / contests)


def test_what_is_hopeless_leaves_early_and_runs_are_saved() -> None:
    rng = np.random.default_rng(7)
    means = np.array([0.0, -1, -50])
    begun = begin(systems(3), delta=1.0, first_stage=10, better="more")
    ended = advance(begun, rounds(rng, means, spread([5.0] * 3, 0.0)))
    hopeless = next(each for each in ended.dropped if each.system == begun.systems[2])
    assert (hopeless.at, hopeless.by) == (10, begun.systems[0])
    assert ended.best == begun.systems[0]
    assert ended.foreseen > ended.rows
    assert ended.saved == 3 * ended.foreseen - ended.runs
    assert ended.runs == ended.rows * len(ended.alive) + sum(each.at for each in ended.dropped)


def test_common_random_numbers_make_the_contest_shorter() -> None:
    def lengths(correlation: float) -> float:
        rng = np.random.default_rng(3)
        begun = begin(systems(3), delta=1.0, first_stage=10, better="more")
        covariance = spread([4.0] * 3, correlation)
        ended = [advance(begun, rounds(rng, np.array([1.0, 0, 0]), covariance)) for _ in range(10)]
        return sum(each.rows for each in ended) / 10

    assert lengths(0.9) < lengths(0.0) / 3


def test_the_margin_is_that_of_kim_and_nelson() -> None:
    """Worked out by hand: with k = 2, n₀ = 3, α = 0.05 is η = (0.1^−1 − 1)/2 = 4.5 and h² = 18.

    The differences are 2, 4, 6: S² = 4, so that with δ = 6 W = 6/6·(18·4/36 − 3) < 0: it is over at once; with δ = 2
    W = 2/6·(18·4/4 − 3) = 5, which the mean difference of 4 does not exceed.
    """
    rows = [{A: 2.0, B: 0.0}, {A: 4.0, B: 0.0}, {A: 6.0, B: 0.0}]
    at_once = advance(begin((A, B), delta=6, first_stage=3, better="more"), rows)
    assert (at_once.decided, at_once.best, at_once.limit) == (True, A, 3)
    going_on = advance(begin((A, B), delta=2, first_stage=3, better="more"), rows)
    assert (going_on.decided, going_on.needs, going_on.limit) == (False, 1, 18)
    assert going_on.spreads[0] == pytest.approx((0, 4))


def test_less_is_better_where_that_is_said() -> None:
    rows = [{A: 5.0 + number, B: 0.0 + number, C: 9.0 + number} for number in range(5)]
    ended = advance(begin((A, B, C), delta=1, first_stage=5), rows)
    assert (ended.best, ended.alive) == (B, (B,))
    assert [(each.system, each.by, each.mean) for each in ended.dropped] == [(A, B, 7), (C, B, 11)]


def test_systems_that_cannot_be_told_apart_end_in_a_draw_and_the_first_is_taken() -> None:
    rows = [{A: float(number), B: float(number), C: 99.0} for number in range(5)]
    ended = advance(begin((C, A, B), share=0.05, first_stage=5), rows)
    assert (ended.decided, ended.best, ended.alive, ended.needs) == (True, A, (A, B), 0)


def test_the_difference_one_does_not_care_about_may_be_a_share_of_the_best() -> None:
    rows = [{A: 100.0 + number, B: 300.0 - number} for number in range(4)]
    first = advance(begin((A, B), share=0.05, first_stage=4), rows[:3])
    assert (first.delta, first.needs) == (None, 1)
    assert advance(first, rows[3:]).delta == pytest.approx(0.05 * 101.5)


@given(st.integers(0, 2**32 - 1), st.lists(st.integers(1, 30), min_size=1, max_size=8))
def test_how_replications_are_bundled_changes_nothing(seed: int, bundles: list[int]) -> None:
    rng = np.random.default_rng(seed)
    rows = list(islice(rounds(rng, np.array([0.0, 0.4, 0.8]), spread([1.0] * 3, 0.3)), 200))
    begun = begin(systems(3), delta=0.3, first_stage=8)
    at_once = advance(begun, rows)
    state, left = begun, iter(rows)
    for bundle in bundles:
        state = advance(state, islice(left, bundle))
    assert advance(state, left) == at_once


def test_one_alone_has_won() -> None:
    alone = begin((A,), delta=1)
    assert (alone.decided, alone.best, alone.runs, alone.saved) == (True, A, 0, 0)


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"share": 0.05, "delta": 1.0},
        {"delta": 0.0},
        {"delta": 1.0, "confidence": 0.4},
        {"delta": 1.0, "first_stage": 1},
    ],
)
def test_what_makes_no_contest_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="expected"):
        begin((A, B), **wrong)  # type: ignore[arg-type] # wrong on purpose
    with pytest.raises(ValueError, match="each once"):
        begin((A, A), delta=1.0)


def test_a_system_alive_must_have_a_value() -> None:
    state: Selection = begin((A, B), delta=1.0)
    with pytest.raises(KeyError):
        advance(state, [{A: 1.0}])
