"""How long until a role knew, when some never do: curves that count "not yet" as not yet, never as a number.

After two days 40 % of all coordinators were still without the concern; after a week 8 %, and 5 % at the end: those 5 %
waited at least that long, and nobody knows how much longer.
"""

from __future__ import annotations

import math
import warnings
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from tabletop.compare.statistics.intervals import CONFIDENCE

MOST_STEPS = 120
"""As many steps as a picture can show; the figures beside it are found from all."""


@dataclass(frozen=True, eq=False)
class Waits:
    """How long one role waited for one thing, replication by replication, in milliseconds."""

    known: array[int] = field(default_factory=lambda: array("q"))
    """How long it took, where it came to know while it was watched."""
    never: array[int] = field(default_factory=lambda: array("q"))
    """How long it was watched, where it did not."""

    def add(self, learnt: int | None, *, watched: int) -> None:
        """Take in one more replication: after how long it knew (None: never), and how long it was watched.

        Who knew before it came up waited for nothing; where it came up after the watch had ended nobody looked.
        """
        if watched <= 0:
            return
        if learnt is None or learnt > watched:
            self.never.append(watched)
        else:
            self.known.append(max(0, learnt))

    @property
    def longest(self) -> int:
        """The longest time that was seen, known or not."""
        return max(max(self.known, default=0), max(self.never, default=0))

    def __len__(self) -> int:
        return len(self.known) + len(self.never)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a curve."""

    at: float
    """From when on, in milliseconds."""
    without: float
    """Which share did not know yet."""
    low: float
    """The lower end of that share's interval."""
    high: float
    """Its upper end."""


@dataclass(frozen=True, slots=True)
class Curve:
    """How many still did not know, over time (Kaplan and Meier 1958)."""

    steps: tuple[Step, ...]
    """Its steps; before the first nobody knew."""
    count: int
    """Over how many replications."""
    never: int
    """In how many of them the role did not know when the watch ended."""
    median: float | None
    """When half knew, in milliseconds; None: not within the watch."""
    horizon: float
    """Up to when the curve is looked at, in milliseconds."""
    mean: float
    """The mean time without it up to the horizon, in milliseconds: the area below the curve."""


def curve(waits: Waits, *, horizon: float, confidence: float = CONFIDENCE) -> Curve | None:
    """Return the curve of Kaplan and Meier, what was never known being censored; None of no waits.

    The interval is that of Greenwood on the scale log(−log), which stays between 0 and 1. The mean is restricted to the
    horizon, so that what never arrives counts as waiting to the end.
    """
    if not len(waits):
        return None
    inside = [each for each in _kaplan_meier(waits, confidence) if each.at <= horizon]
    return Curve(
        steps=_thinned(inside),
        count=len(waits),
        never=len(waits.never),
        median=next((each.at for each in inside if each.without <= 0.5), None),
        horizon=horizon,
        mean=_area(inside, horizon),
    )


def horizon_of(waits: Sequence[Waits]) -> int:
    """Return up to when curves can be set beside each other: the shortest time up to which any of them can be followed.

    A curve can be followed to the longest time that was seen. Where somebody came to know then, and nobody was watched
    without it as long, it has come down to 0 and stays there, as far as any other.
    """
    open_ = [each.longest for each in waits if each.never and max(each.never) == each.longest]
    return min(open_) if open_ else max((each.longest for each in waits), default=0)


def _kaplan_meier(waits: Waits, confidence: float) -> list[Step]:
    """Return a step for each time at which somebody came to know."""
    from scipy.stats import CensoredData, ecdf

    if not waits.known:
        return []
    left: Any = ecdf(CensoredData(list(waits.known), right=list(waits.never))).sf
    with warnings.catch_warnings():  # where the share is 0 or 1 there is no interval, of which scipy warns
        warnings.simplefilter("ignore", RuntimeWarning)
        ends: Any = left.confidence_interval(confidence, method="log-log")
    rows = zip(
        left.quantiles.tolist(),
        left.probabilities.tolist(),
        ends.low.probabilities.tolist(),
        ends.high.probabilities.tolist(),
        strict=True,
    )
    steps, before = [], 1.0
    for at, share, low, high in rows:
        if share < before:
            steps.append(
                Step(at, share, share if math.isnan(low) else low, share if math.isnan(high) else high)
            )
        before = share
    return steps


def _area(steps: Sequence[Step], horizon: float) -> float:
    """Return the area below the stairs from 0 to the horizon."""
    edges = [0.0, *(each.at for each in steps), horizon]
    shares = [1.0, *(each.without for each in steps)]
    return math.fsum(
        share * (until - since) for share, (since, until) in zip(shares, pairwise(edges), strict=True)
    )


def _thinned(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Return at most MOST_STEPS of the steps, evenly chosen, the last among them."""
    stride = -(-len(steps) // MOST_STEPS)
    return tuple(steps[len(steps) - 1 :: -stride][::-1]) if stride > 1 else tuple(steps)
