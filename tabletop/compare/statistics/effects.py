"""What helps most: each intervention and each lifted barrier, alone and in pairs, by what it gained with the same luck.

Under the team a common form saves 40 hours, between 35 and 45; lifting the call that nobody answers saves 12; both
together save 60, which is 8 more than each by itself would have promised.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tabletop.compare.results import Cell
from tabletop.compare.statistics.columns import Column
from tabletop.compare.statistics.intervals import CONFIDENCE, Estimate, mean
from tabletop.compare.statistics.paired import Difference, adjusted, sign_of
from tabletop.compare.statistics.variants import LIFTED, lifted_by


@dataclass(frozen=True, slots=True)
class Effect:
    """What one change gained under one structure."""

    structure: str
    """The structure."""
    interventions: tuple[str, ...]
    """The interventions switched on."""
    lifted: tuple[str, ...]
    """The barriers lifted, by address."""
    gain: Estimate
    """How much better the measure became, paired and adjusted for all changes tried under the structure; below 0 worse."""
    clear: bool
    """Whether that is more than chance."""
    beyond: Estimate | None
    """For two together: how much more they gained than both alone; None for one, or when one of them was not tried alone."""

    @property
    def what(self) -> tuple[str, ...]:
        """What was changed."""
        return (*self.interventions, *self.lifted)


def effects(
    base: Column, changed: Sequence[Column], measure: str, *, confidence: float = CONFIDENCE
) -> tuple[Effect, ...]:
    """Return what each change gained against the same structure without it, the most first."""
    found = adjusted([(each, base) for each in changed], measure, confidence=confidence)
    alone = {_what(each.cell): each for each in changed if len(_what(each.cell)) == 1}
    made = [
        _effect(
            difference,
            _beyond(column, base, alone, measure=measure, confidence=confidence),
            sign=sign_of(measure),
        )
        for column, difference in zip(changed, found, strict=True)
        if difference is not None
    ]
    return tuple(sorted(made, key=lambda each: (-each.gain.value, len(each.what), each.what)))


def _what(cell: Cell) -> tuple[str, ...]:
    return (*cell.interventions, *lifted_by(cell))


def _effect(difference: Difference, beyond: Estimate | None, *, sign: int) -> Effect:
    cell = difference.cell
    return Effect(
        cell.structure,
        cell.interventions,
        lifted_by(cell),
        _turned(difference.estimate, -sign),
        difference.clear,
        beyond,
    )


def _beyond(
    pair: Column, base: Column, alone: Mapping[tuple[str, ...], Column], *, measure: str, confidence: float
) -> Estimate | None:
    """Return how much more two gained together than the sum of both alone, with an interval of its own."""
    parts = [alone.get((each,)) for each in _what(pair.cell)]
    if len(parts) != 2 or parts[0] is None or parts[1] is None:
        return None
    one, other, without, both = (each.by_replication(measure) for each in (parts[0], parts[1], base, pair))
    common = [number for number in both if number in one and number in other and number in without]
    sign = sign_of(measure)
    beyond = [sign * (one[number] + other[number] - without[number] - both[number]) for number in common]
    return mean(beyond, confidence=confidence)


def _turned(estimate: Estimate, sign: int) -> Estimate:
    if sign > 0:
        return estimate
    ends = [None if end is None else -end for end in (estimate.high, estimate.low)]
    return Estimate(-estimate.value, ends[0], ends[1], estimate.count)


def is_change(cell: Cell) -> bool:
    """Tell whether a cell is an intervention or a lifted barrier, and nothing else."""
    return bool(cell.interventions and not cell.variant) or cell.variant.startswith(LIFTED)
