"""What each setting of a sweep does by itself: the mean over all points of the grid at which it stands.

With a meeting every week, averaged over one to four clerks, 150 hours; every four weeks, 320.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from tabletop.compare.statistics.columns import Column
from tabletop.compare.statistics.intervals import CONFIDENCE, Estimate, mean
from tabletop.compare.statistics.variants import settings_of


@dataclass(frozen=True, slots=True)
class MainEffect:
    """One value of one path."""

    structure: str
    """Under which structure."""
    path: str
    """The dotted path."""
    value: str
    """What stands there."""
    estimate: Estimate
    """The measure's mean over all points of the grid with this value."""
    change: Estimate | None
    """How that differs, paired, from the first value of the path; None for the first itself."""


def main_effects(
    columns: Sequence[Column], measure: str, *, confidence: float = CONFIDENCE
) -> tuple[MainEffect, ...]:
    """Return the main effect of each value of each path over one structure's points of a sweep, in the order swept.

    A replication counts when all points of the grid have it, so that each value is averaged over the same luck.
    """
    points = [(settings_of(each.cell), each.by_replication(measure)) for each in columns]
    points = [each for each in points if each[0]]
    if not points:
        return ()
    common = [number for number in points[0][1] if all(number in values for _, values in points)]
    found: list[MainEffect] = []
    for path in points[0][0]:
        first: list[float] = []
        for value in dict.fromkeys(settings.get(path, "") for settings, _ in points):
            those = [values for settings, values in points if settings.get(path) == value]
            sample = [fsum(each[number] for each in those) / len(those) for number in common]
            apart = [one - other for one, other in zip(sample, first, strict=False)]
            estimate = mean(sample, confidence=confidence)
            if estimate is not None:
                change = mean(apart, confidence=confidence)
                found.append(MainEffect(columns[0].cell.structure, path, value, estimate, change))
            first = first or sample
    return tuple(found)
