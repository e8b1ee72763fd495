"""What is best when several things count: nothing that another beats on all of them, and no verdict on one alone.

The mailing list is quickest and exposes most; the team costs most hours and exposes least; the chain is slower than the
team, as costly and as leaky, so that nobody would choose it for any of the three.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from tabletop.compare.results import Cell
from tabletop.compare.statistics.columns import Column
from tabletop.compare.statistics.intervals import CONFIDENCE
from tabletop.compare.statistics.paired import adjusted, sign_of
from tabletop.measures import MAIN

SIDES = (MAIN, "staff_hours", "exposures")
"""The measures that count together: time, staff hours, exposure."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How one cell stands when several measures count."""

    cell: Cell
    """Which cell."""
    means: tuple[float, ...]
    """The mean of each measure."""
    beaten_by: tuple[Cell, ...]
    """Cells that are clearly better on at least one measure, and clearly worse on none."""

    @property
    def unbeaten(self) -> bool:
        """Whether nothing beats it on all of them."""
        return not self.beaten_by


def unbeaten(
    columns: Sequence[Column], *, measures: Sequence[str] = SIDES, confidence: float = CONFIDENCE
) -> tuple[Standing, ...]:
    """Return how cells stand on several measures at once (the Pareto order), in the order given.

    What is not clearly different counts as level. "Clearly" is what it is wherever two cells are compared: the interval of
    the paired differences leaves out 0, adjusted by Holm's method over all pairs; so by chance alone nobody is beaten, nor
    kept from beating. Cells in which one of the measures never could be taken are left out.
    """
    able = [each for each in columns if all(each.mean(name) is not None for name in measures)]
    found = [_better(able, name, confidence) for name in measures]
    return tuple(
        Standing(
            each.cell,
            tuple(each.mean(name) or 0.0 for name in measures),
            tuple(other.cell for other in able if _beats(other.cell, each.cell, found)),
        )
        for each in able
    )


def _better(columns: Sequence[Column], measure: str, confidence: float) -> Mapping[tuple[Cell, Cell], bool]:
    """Return for every two cells that are clearly apart on a measure whether the first is the better one."""
    found: dict[tuple[Cell, Cell], bool] = {}
    for each in adjusted(tuple(combinations(columns, 2)), measure, confidence=confidence):
        if each is not None and each.clear:
            first = sign_of(measure) * each.estimate.value < 0
            found[each.cell, each.against] = first
            found[each.against, each.cell] = not first
    return found


def _beats(one: Cell, other: Cell, found: Sequence[Mapping[tuple[Cell, Cell], bool]]) -> bool:
    verdicts = [better[one, other] for better in found if (one, other) in better]
    return bool(verdicts) and all(verdicts)
