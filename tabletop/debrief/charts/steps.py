"""A share that grows in steps: like the tally on a whiteboard of who has been told.

On the first evening two of six needs were known, on day 4 five, by the second week all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tabletop.debrief.charts.axis import Tick, axis
from tabletop.model.calendar import Clock


@dataclass(frozen=True, slots=True)
class Tread:
    """One level of the stairs, in percent of width and height."""

    x: float
    """Where it begins."""
    until: float
    """Where it ends."""
    y: float
    """Its height, measured from the top."""
    before: float
    """The height of the level before it."""


@dataclass(frozen=True, slots=True)
class Steps:
    """A share over time."""

    treads: tuple[Tread, ...]
    """The levels, from the left; the first is nothing."""
    ticks: tuple[Tick, ...]
    """The line of time."""
    points: tuple[tuple[int, float], ...]
    """The same as numbers: instant, and share from then on."""


def steps(clock: Clock, curve: Sequence[tuple[int, float]], *, until: int) -> Steps:
    """Return the picture of a share that jumps at these instants, from StartEx to `until`."""
    line = axis(clock, since=0, until=until)
    levels = [(0, 0.0), *curve]
    ends = [at for at, _ in levels[1:]] + [line.until]
    treads, before = [], 100.0
    for (at, share), end in zip(levels, ends, strict=True):
        y = 100 - 100 * share
        treads.append(Tread(line.x(at), line.x(end), y, before))
        before = y
    return Steps(tuple(treads), line.ticks, tuple(curve))
