"""A line of numbers with round marks: like the edge of a ruler, cut where the picture ends.

From 1,480 to 1,960 hours it is marked at 1,500, 1,600 and so on; places are percent of the width.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import ceil, floor, isfinite, log10

from tabletop.debrief.charts.axis import EDGE, Tick

MOST_MARKS = 6
"""As many numbers as can be read side by side on a telephone."""

ROOM = 0.04
"""How much of the width stays free at either end."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A line from one number to a greater one."""

    low: float
    """Its left end."""
    high: float
    """Its right end."""
    ticks: tuple[Tick, ...] = ()
    """Its marks."""

    def x(self, value: float) -> float:
        """Return where a number lies, in percent of the width; what lies beyond an end is put there."""
        return min(100.0, max(0.0, 100 * (value - self.low) / (self.high - self.low)))


def scale(values: Iterable[float], said: Callable[[float], str], *, holding: float | None = None) -> Scale:
    """Return the line on which these numbers lie, marked at round ones; `holding` names one more that must be on it.

    `said` turns the number at a mark into words. Infinite numbers are left out.
    """
    there = [each for each in values if isfinite(each)]
    there += [] if holding is None else [holding]
    low, high = (min(there), max(there)) if there else (0.0, 1.0)
    room = (high - low) * ROOM or abs(high) * ROOM or 1.0
    low = low if low == holding else low - room
    high = high + room if high != holding or low == high else high
    bare = Scale(low, high)
    step = _step(high - low)
    marks = [place * step for place in range(ceil(low / step), floor(high / step) + 1)]
    return Scale(low, high, tuple(_tick(bare.x(mark), said(mark)) for mark in marks))


def _step(span: float) -> float:
    """Return the least of 1, 2, 5, 10 … of any power of ten that does not make too many marks."""
    power = 10.0 ** floor(log10(span / MOST_MARKS))
    return next(power * each for each in (1, 2, 5, 10) if span / (power * each) <= MOST_MARKS)


def _tick(x: float, label: str) -> Tick:
    return Tick(x, label, "first" if x < EDGE else "last" if x > 100 - EDGE else "")
