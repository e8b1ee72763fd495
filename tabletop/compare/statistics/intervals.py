"""What a sample says of the whole: an estimate with the interval in which the truth lies, 95 times in 100.

Mean 190 hours, between 181 and 199; half of all exercises within 160 hours, between 150 and 172; the early warning in
time in 38 of 100 re-runs, so in 29 to 48 % of all.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

CONFIDENCE = 0.95
"""The confidence of an interval when none is asked for."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number found from a sample, with its interval; in the unit of what was counted."""

    value: float
    """The estimate itself; infinite where it stands for never."""
    low: float | None
    """The lower end of the interval; None when the sample is too small to say."""
    high: float | None
    """Its upper end; infinite where that may be never."""
    count: int
    """How large the sample was."""

    @property
    def allows_nothing(self) -> bool:
        """Whether the truth may be 0, or lie on either side of it."""
        return self.low is None or self.high is None or self.low <= 0 <= self.high


def mean(sample: Sequence[float], *, confidence: float = CONFIDENCE) -> Estimate | None:
    """Return the mean with the interval of Student's t; None of an empty sample.

    Sums are exact, so that the order does not matter. A sample of one has no interval; one without spread has its mean.
    """
    if not sample:
        return None
    value, error = moments(sample)
    if error is None:
        return Estimate(value, None, None, 1)
    half = quantile_of_t(confidence, len(sample) - 1) * error if error else 0.0
    return Estimate(value, value - half, value + half, len(sample))


def moments(sample: Sequence[float]) -> tuple[float, float | None]:
    """Return the mean and its standard error; the error is None for a sample of one."""
    value = math.fsum(sample) / len(sample)
    squares = math.fsum((each - value) ** 2 for each in sample)
    if len(sample) < 2:
        return value, None
    return value, math.sqrt(squares / (len(sample) - 1) / len(sample))


def quantile(sample: Sequence[float], share: float, *, confidence: float = CONFIDENCE) -> Estimate | None:
    """Return what a share of the sample does not exceed, with the interval from its order statistics.

    Nothing is assumed of the distribution, and infinite numbers may stand for never. An end is None when the sample is
    too small for it. None of an empty sample.
    """
    from scipy.stats import quantile_test

    if not sample:
        return None
    ordered = sorted(sample)
    value = ordered[max(0, math.ceil(share * len(ordered)) - 1)]
    found = quantile_test(range(len(ordered)), q=0, p=share).confidence_interval(confidence)
    low, high = (None if math.isnan(place) else ordered[int(place)] for place in (found.low, found.high))
    return Estimate(value, low, high, len(ordered))


@lru_cache(maxsize=4096)  # the same counts come up again and again
def share(times: int, of: int, *, confidence: float = CONFIDENCE) -> Estimate | None:
    """Return how often something comes out, as a share, with Wilson's interval; None when nothing was counted."""
    from scipy.stats import binomtest

    if not of:
        return None
    found = binomtest(times, of).proportion_ci(confidence, method="wilson")
    return Estimate(times / of, float(found.low), float(found.high), of)


@lru_cache(maxsize=4096)
def quantile_of_t(confidence: float, freedom: int) -> float:
    """Return how many standard errors an interval of Student's t reaches to either side."""
    from scipy.stats import t

    return float(t.ppf((1 + confidence) / 2, freedom))
