"""How many numbers spread: their mean, their standard deviation, and what half or nine in ten do not exceed.

Of 2,000 mails through the hub half were handled within 40 minutes and nine in ten within three hours.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

QUANTILES = (0.5, 0.9, 0.95)
"""The shares for which quantiles are given."""


@dataclass(frozen=True, slots=True)
class Spread:
    """A sample in a few numbers, in the unit of what was counted."""

    count: int
    """How many there were."""
    mean: float | None
    """Their mean; None when there were none."""
    sd: float | None
    """Their standard deviation with n − 1; None when there were fewer than two."""
    quantiles: tuple[float | None, ...]
    """For each share of QUANTILES: what that share does not exceed."""


def spread(numbers: Sequence[float]) -> Spread:
    """Return a sample in a few numbers; sums are exact, so that the order does not matter."""
    if not numbers:
        return Spread(0, None, None, (None,) * len(QUANTILES))
    mean = math.fsum(numbers) / len(numbers)
    squares = math.fsum((each - mean) ** 2 for each in numbers)
    sd = math.sqrt(squares / (len(numbers) - 1)) if len(numbers) > 1 else None
    ordered = sorted(numbers)
    return Spread(len(numbers), mean, sd, tuple(_quantile(ordered, share) for share in QUANTILES))


def _quantile(ordered: Sequence[float], share: float) -> float:
    """Return a quantile, straight between the two nearest of the sample (type 7 of Hyndman and Fan 1996)."""
    place = (len(ordered) - 1) * share
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (place - low) * (ordered[high] - ordered[low])
