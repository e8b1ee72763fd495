"""A line on which equal lengths are equal factors: from one to two times as far as from ten to twenty.

Under growing load the wheel's delay goes from two hours to two thousand; on an even line all that matters would lie on
the ground.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from tabletop.debrief.charts.axis import EDGE, Tick
from tabletop.debrief.charts.scale import ROOM, Scale

APART = 9.0
"""How far marks stand apart at least, in percent of the width, so that their words do not touch."""

MANY_TIMES = 20.0
"""From how many times the least value on a line is drawn by magnitude."""

MOST_POWERS = 3
"""Up to how many powers of ten on a line twice and five times each are marked as well."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A line, and how values are laid on it."""

    line: Scale
    """The line."""
    turn: Callable[[float], float]
    """Turns a value into where it lies between the line's ends."""

    def x(self, value: float) -> float:
        """Return where a value lies, in percent of the width."""
        return self.line.x(self.turn(value))


def is_wide(values: Sequence[float]) -> bool:
    """Tell whether values are so far apart that they are drawn by magnitude."""
    return min(values, default=0.0) > 0 and max(values) > MANY_TIMES * min(values)


def by_magnitude(
    values: Sequence[float], said: Callable[[float], str], *, marks: Iterable[float] | None = None
) -> Measured:
    """Return the line by magnitude on which these values above 0 lie, marked at round numbers or at `marks`."""
    low, high = log10(min(values)), log10(max(values))
    room = (high - low) * ROOM or 0.1
    bare = Scale(low - room, high + room)
    ticks: list[Tick] = []
    for mark in sorted(marks) if marks is not None else _round(bare):
        x = bare.x(log10(mark))
        if not ticks or x - ticks[-1].x >= APART:
            ticks.append(Tick(x, said(mark), "first" if x < EDGE else "last" if x > 100 - EDGE else ""))
    return Measured(Scale(bare.low, bare.high, tuple(ticks)), log10)


def _round(line: Scale) -> list[float]:
    """Return powers of ten on a line, with twice and five times each where there are few."""
    powers = range(floor(line.low), ceil(line.high) + 1)
    times = (1, 2, 5) if line.high - line.low <= MOST_POWERS else (1,)
    numbers = (each * 10.0**power for power in powers for each in times)
    return [each for each in numbers if line.low <= log10(each) <= line.high]
