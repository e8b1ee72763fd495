"""A dot for what was found and a line for how surely: one row for each of several things, on one scale.

The hub's dot stands at 12 hours, its line from 8 to 16; the line of nought lies left of all of it: clearly more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from tabletop.compare.statistics.intervals import Estimate
from tabletop.debrief.charts.scale import Scale
from tabletop.debrief.text import Text


@dataclass(frozen=True, slots=True)
class Dot:
    """One row; places in percent of the width."""

    name: Text
    """What the row is of."""
    x: float
    """Where the dot stands."""
    low: float
    """Where its line begins."""
    high: float
    """Where its line ends."""
    filled: bool
    """Whether the dot is filled: the row stands out."""
    says: Text
    """The same in numbers."""


@dataclass(frozen=True, slots=True)
class Dots:
    """Several rows on one scale."""

    scale: Scale
    """The scale."""
    rows: tuple[Dot, ...]
    """The rows, from the top."""
    line: float | None
    """Where a line stands that all rows are seen against, such as nought; None when there is none."""


def dot(line: Scale, estimate: Estimate, *, name: Text, says: Text, filled: bool) -> Dot:
    """Return the row of an estimate; without an interval its line has no length."""
    ends = [
        estimate.value if end is None or not isfinite(end) else end for end in (estimate.low, estimate.high)
    ]
    return Dot(name, line.x(estimate.value), line.x(ends[0]), line.x(ends[1]), filled, says)


def reach(estimates: Sequence[Estimate]) -> list[float]:
    """Return all numbers that must lie on the scale of these estimates."""
    return [
        each
        for estimate in estimates
        for each in (estimate.value, estimate.low, estimate.high)
        if each is not None
    ]
