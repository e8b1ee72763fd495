"""What came out beside what is known: the mean of independent re-runs, its interval, and whether the two agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isclose
from statistics import fmean, stdev

from validation.experiment import Reference

CONFIDENCE = 0.999
"""How sure the intervals are: of thirty true figures in a thousand pages, thirty would stand outside."""
WIDEST = 0.05
"""The most that an interval may reach to either side, as a share of what is expected: a wide one proves nothing."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One figure, from so many re-runs."""

    mean: float
    """Mean over the re-runs."""
    reach: float
    """How far its interval reaches to either side."""
    runs: int
    """How many re-runs there were."""

    def agrees_with(self, reference: Reference, *, widest: float = WIDEST) -> bool:
        """Tell whether what came out and what is known are the same, as far as one can see."""
        if reference.exact:
            return isclose(self.mean, reference.expected, rel_tol=1e-12, abs_tol=1e-12)
        if reference.bound == "at most":
            return self.mean + self.reach <= reference.expected
        if reference.bound == "at least":
            return self.mean - self.reach >= reference.expected
        off = abs(self.mean - reference.expected)
        narrow = self.reach <= widest * abs(reference.expected)
        return narrow and off <= self.reach + reference.give_or_take


def finding(values: Sequence[float]) -> Finding:
    """Return the mean of independent values with its Student interval; one value alone has no interval."""
    from scipy.stats import t

    if len(values) < 2:
        return Finding(fmean(values), 0.0, len(values))
    error = stdev(values) / len(values) ** 0.5
    return Finding(fmean(values), float(t.ppf((1 + CONFIDENCE) / 2, len(values) - 1)) * error, len(values))
