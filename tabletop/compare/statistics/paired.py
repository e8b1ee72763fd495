"""Differences between two cells played with the same luck, and which of them are more than chance.

Replication 17 under the hub took 12 hours longer than replication 17 under the team. Over a thousand such pairs the hub
took 9 hours longer, between 7 and 11: clearly worse. The chain took 1 hour longer, between −1 and 3: no clear difference.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from tabletop.compare.results import Cell
from tabletop.compare.statistics.columns import Column
from tabletop.compare.statistics.intervals import CONFIDENCE, Estimate, mean, moments
from tabletop.measures import MEASURES

Verdict = Literal["best", "clearly_worse", "no_clear_difference"]
"""How a cell stands beside the one with the best mean."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How one cell differs from another on one measure."""

    cell: Cell
    """Which cell."""
    against: Cell
    """Beside which."""
    estimate: Estimate
    """The mean of the paired differences, cell less the other, with an interval adjusted for all that was compared."""
    p: float
    """Holm's adjusted p-value."""

    @property
    def clear(self) -> bool:
        """Whether it is more than chance."""
        return not self.estimate.allows_nothing


@dataclass(frozen=True, slots=True)
class Place:
    """How a cell stands among those compared."""

    cell: Cell
    """Which cell."""
    verdict: Verdict
    """How it stands."""
    difference: Difference | None
    """How it differs from the best; None for the best itself, and where no two replications are common."""


def sign_of(measure: str) -> int:
    """Return 1 for a measure of which less is better, also where neither is by itself; -1 where more is better."""
    return -1 if MEASURES[measure].better == "more" else 1


def differences(one: Column, other: Column, measure: str) -> list[float]:
    """Return one less other in every replication in which both have the measure."""
    beside = other.by_replication(measure)
    mine = one.by_replication(measure)
    return [value - beside[number] for number, value in mine.items() if number in beside]


def adjusted(
    pairs: Sequence[tuple[Column, Column]], measure: str, *, confidence: float = CONFIDENCE
) -> tuple[Difference | None, ...]:
    """Return the differences of all pairs, their intervals and p-values adjusted together by Holm's method.

    None for a pair without two common replications.
    """
    samples = [differences(one, other, measure) for one, other in pairs]
    able = [place for place, sample in enumerate(samples) if len(sample) > 1]
    ps, levels = holm([p_value(samples[place]) for place in able], confidence)
    found: dict[int, Difference] = {}
    for place, p, level in zip(able, ps, levels, strict=True):
        one, other = pairs[place]
        estimate = mean(samples[place], confidence=level)
        assert estimate is not None
        found[place] = Difference(one.cell, other.cell, estimate, p)
    return tuple(found.get(place) for place in range(len(pairs)))


def holm(ps: Sequence[float], confidence: float) -> tuple[list[float], list[float]]:
    """Return the adjusted p-values, and for each the level of an interval that agrees with its test.

    The smallest of m p-values is taken m times, the next m − 1 times and so on, none below the one before (Holm 1979).
    From the first that does not pass on all have the level at which that one was tested, so that an interval leaves out 0
    exactly when the test finds a difference.
    """
    adjusted_, levels = [1.0] * len(ps), [confidence] * len(ps)
    so_far, level = 0.0, confidence
    for rank, place in enumerate(sorted(range(len(ps)), key=lambda each: (ps[each], each))):
        left = len(ps) - rank
        if so_far <= 1 - confidence:
            level = 1 - (1 - confidence) / left
        so_far = min(1.0, max(so_far, ps[place] * left))
        adjusted_[place], levels[place] = so_far, level
    return adjusted_, levels


def p_value(sample: Sequence[float]) -> float:
    """Return the two-sided p-value of Student's t test that the mean is 0; of a sample without spread 0 or 1."""
    from scipy.stats import t

    value, error = moments(sample)
    if not error:
        return float(value == 0)
    return float(2 * t.sf(abs(value) / error, len(sample) - 1))


def standing(columns: Sequence[Column], measure: str, *, confidence: float = CONFIDENCE) -> tuple[Place, ...]:
    """Return how cells stand beside the one with the best mean, in the order given.

    Since which one is best is seen only afterwards, what is adjusted for is every pair and not only those with the best.
    Cells in which the measure never could be taken are left out.
    """
    able = [each for each in columns if each.mean(measure) is not None]
    if not able:
        return ()
    sign = sign_of(measure)
    best = min(able, key=lambda each: sign * (each.mean(measure) or 0.0))
    pairs = [(other, one) if one is best else (one, other) for one, other in combinations(able, 2)]
    found = dict(zip(_cells(pairs), adjusted(pairs, measure, confidence=confidence), strict=True))
    return tuple(_place(each, best, found.get((each.cell, best.cell))) for each in able)


def _cells(pairs: Sequence[tuple[Column, Column]]) -> list[tuple[Cell, Cell]]:
    return [(one.cell, other.cell) for one, other in pairs]


def _place(column: Column, best: Column, difference: Difference | None) -> Place:
    if column is best:
        return Place(column.cell, "best", None)
    clear = difference is not None and difference.clear
    return Place(column.cell, "clearly_worse" if clear else "no_clear_difference", difference)
