"""What it saves that all are played with the same luck.

To see the difference between hub and team as surely with luck of their own, each would have to be played four times as
often.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from tabletop.compare.results import Cell
from tabletop.compare.statistics.columns import Column
from tabletop.compare.statistics.intervals import moments


@dataclass(frozen=True, slots=True)
class PairSaving:
    """What common luck saves for one pair of cells."""

    one: Cell
    """One cell."""
    other: Cell
    """The other."""
    times: float
    """How many times as many replications luck of their own would need: the sum of both variances by the variance of the
    paired differences. 1 means nothing is saved, below 1 that pairing does harm."""


@dataclass(frozen=True, slots=True)
class Saving:
    """What common luck saves over all pairs."""

    times: float
    """The geometric mean over the pairs."""
    pairs: tuple[PairSaving, ...]
    """Every pair in which there is any spread, in order."""


def saving(columns: Sequence[Column], measure: str) -> Saving | None:
    """Return what common random numbers save on a measure; None when no pair has any spread."""
    pairs = tuple(
        PairSaving(one.cell, other.cell, times)
        for one, other in combinations(columns, 2)
        if (times := _times(one, other, measure))
    )
    if not pairs:
        return None
    return Saving(math.exp(math.fsum(math.log(each.times) for each in pairs) / len(pairs)), pairs)


def _times(one: Column, other: Column, measure: str) -> float | None:
    mine, beside = one.by_replication(measure), other.by_replication(measure)
    common = [number for number in mine if number in beside]
    if len(common) < 2:
        return None
    apart = _variance([mine[number] for number in common]) + _variance([beside[number] for number in common])
    together = _variance([mine[number] - beside[number] for number in common])
    return apart / together if apart and together else None


def _variance(sample: Sequence[float]) -> float:
    error = moments(sample)[1]
    return 0.0 if error is None else error**2 * len(sample)
