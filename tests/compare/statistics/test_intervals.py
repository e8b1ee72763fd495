from __future__ import annotations

from math import inf, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.compare.statistics.intervals import Estimate, mean, quantile, share


def test_the_mean_has_the_interval_of_student() -> None:
    """Of 2, 4, 6 the standard error is 2/√3, and 95 % of Student's t with 2 degrees lie within 4.302653."""
    found = mean([2, 4, 6])
    assert found is not None
    half = 4.302652729911275 * 2 / sqrt(3)
    assert (found.value, found.count) == (4, 3)
    assert (found.low, found.high) == pytest.approx((4 - half, 4 + half))


def test_a_sample_of_one_has_no_interval_and_one_without_spread_has_its_mean() -> None:
    assert mean([7.0]) == Estimate(7, None, None, 1)
    assert mean([7.0, 7.0]) == Estimate(7, 7, 7, 2)
    assert mean([]) is None


def test_the_median_of_ten_lies_between_the_second_and_the_ninth() -> None:
    """The classical interval from order statistics: by the binomial distribution it holds the median in 97.9 %."""
    assert quantile(list(range(1, 11)), 0.5) == Estimate(5, 2, 9, 10)


def test_nine_in_ten_may_be_never_and_a_small_sample_cannot_say() -> None:
    found = quantile([*range(98), inf, inf], 0.9)
    assert found is not None
    assert found.value == 89
    assert found.high == 95
    assert quantile([1.0, 2, inf], 0.9) == Estimate(inf, 1, None, 3)
    assert quantile([], 0.5) is None


def test_a_share_has_the_interval_of_wilson() -> None:
    """By Wilson's formula with z = 1.959964: (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n)."""
    n, p, z = 100, 0.38, 1.959963984540054
    middle, half = p + z * z / (2 * n), z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    found = share(38, 100)
    assert found is not None
    assert (found.value, found.count) == (0.38, 100)
    assert (found.low, found.high) == pytest.approx((
        (middle - half) / (1 + z * z / n),
        (middle + half) / (1 + z * z / n),
    ))
    assert share(0, 0) is None


@given(st.integers(0, 2**32 - 1))
def test_the_order_of_a_sample_does_not_matter(seed: int) -> None:
    sample = np.random.default_rng(seed).lognormal(3, 2, 200).tolist()
    turned = sample[::-1]
    assert mean(sample) == mean(turned)
    assert quantile(sample, 0.9) == quantile(turned, 0.9)


def test_intervals_hold_the_truth_about_as_often_as_they_say() -> None:
    """Of a skewed distribution whose median and 90th percentile are known: e⁰ and e^1.2816."""
    rng = np.random.default_rng(1)
    held = [0, 0]
    for _ in range(400):
        sample = rng.lognormal(0, 1, 60).tolist()
        for place, (part, truth) in enumerate([(0.5, 1.0), (0.9, np.exp(1.2815515655446004))]):
            found = quantile(sample, part)
            assert found is not None
            held[place] += (
                found.low is not None and found.high is not None and found.low <= truth <= found.high
            )
    assert min(held) / 400 >= 0.95 - 2 * sqrt(0.95 * 0.05 / 400)
