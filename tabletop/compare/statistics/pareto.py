"""What is best when several things count: nothing that another beats on all of them, and no verdict on one alone.

The mailing list is quickest and exposes most; the team costs most hours and exposes least; the chain is slower than the
team, as costly and as leaky, so that nobody would choose it for any of the three.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tabletop.compare.results import Cell
from tabletop.compare.statistics.columns import Column
from tabletop.compare.statistics.intervals import CONFIDENCE
from tabletop.compare.statistics.paired import differences, holm, p_value, sign_of
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
    """Cells whose means are no worse on any measure, and clearly better on at least one."""

    @property
    def unbeaten(self) -> bool:
        """Whether nothing beats it on all of them."""
        return not self.beaten_by


def unbeaten(
    columns: Sequence[Column], *, measures: Sequence[str] = SIDES, confidence: float = CONFIDENCE
) -> tuple[Standing, ...]:
    """Return how cells stand on several measures at once (the Pareto order), in the order given.

    "Clearly better" is by the paired differences, adjusted by Holm's method over the measures of a pair: by chance alone
    nobody is beaten. Cells in which one of the measures never could be taken are left out.
    """
    able = [each for each in columns if all(each.mean(name) is not None for name in measures)]
    return tuple(
        Standing(
            each.cell,
            tuple(each.mean(name) or 0.0 for name in measures),
            tuple(
                other.cell
                for other in able
                if other is not each and _beats(other, each, measures=measures, confidence=confidence)
            ),
        )
        for each in able
    )


def _beats(one: Column, other: Column, *, measures: Sequence[str], confidence: float) -> bool:
    gaps = [sign_of(name) * ((other.mean(name) or 0.0) - (one.mean(name) or 0.0)) for name in measures]
    if min(gaps) < 0 or max(gaps) == 0:
        return False
    samples = [differences(one, other, name) for name in measures]
    if any(len(sample) < 2 for sample in samples):
        return False
    ps, _ = holm([p_value(sample) for sample in samples], confidence)
    return any(gap > 0 and p <= 1 - confidence for gap, p in zip(gaps, ps, strict=True))
