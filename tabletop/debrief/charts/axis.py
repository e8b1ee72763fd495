"""The line of time under a chart: like the date strip of a wall planner.

Two days show every third hour, two weeks show days, three months show weeks. Places are percent of the width, so that
a chart fits a telephone and a sheet of A4 alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Literal

from tabletop.debrief.sayings import day, time_of_day
from tabletop.model.calendar import Clock
from tabletop.model.duration import DAY, HOUR

MOST_TICKS = 9
"""As many dates as can be read side by side."""

EDGE = 3.0
"""Percent of the width at either end in which words cannot stand in the middle under their mark."""

_STEPS = tuple(
    timedelta(hours=hours) for hours in (1, 2, 3, 6, 12, 24, 48, 96, 168, 336, 672, 1344, 2688, 8760)
)


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the line of time."""

    x: float
    """Where, in percent of the width."""
    label: str
    """The date, or the hour."""
    side: Literal["first", "last", ""]
    """Whether its words would run over an end of the line."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A line of time from one instant to a later one."""

    since: int
    """Its left end, in milliseconds since StartEx."""
    until: int
    """Its right end."""
    ticks: tuple[Tick, ...] = ()
    """Its marks."""

    def x(self, at: int) -> float:
        """Return where an instant lies, in percent of the width."""
        return 100 * (at - self.since) / (self.until - self.since)


def axis(clock: Clock, *, since: int, until: int) -> Axis:
    """Return the line of time between two instants, with as many round dates or hours as can be read."""
    bare = Axis(since, max(until, since + HOUR))
    span = timedelta(milliseconds=bare.until - bare.since)
    step = next((each for each in _STEPS if span / each <= MOST_TICKS), span)
    marks = (_tick(bare.x(at), _said(clock, at, step)) for at in _round(clock, bare, step))
    return Axis(bare.since, bare.until, tuple(marks))


def _tick(x: float, label: str) -> Tick:
    return Tick(x, label, "first" if x < EDGE else "last" if x > 100 - EDGE else "")


def _round(clock: Clock, bare: Axis, step: timedelta) -> Iterator[int]:
    """Give the instants on the axis whose local time is a multiple of the step after a midnight."""
    local = datetime.combine(clock.local(bare.since).date(), time())
    while (at := clock.at_local(local)) <= bare.until:
        if at >= bare.since:
            yield at
        local += step


def _said(clock: Clock, at: int, step: timedelta) -> str:
    whole_days = step >= timedelta(milliseconds=DAY) or clock.local(at).time() == time()
    return day(clock, at) if whole_days else time_of_day(clock, at)
