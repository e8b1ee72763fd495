"""Between the wall and the milliseconds: when the exercise runs, and what local hours mean in it.

`hours: Sun-Thu 08:00-15:00` in `Asia/Amman` becomes sorted windows in milliseconds since StartEx; "every other Tuesday
at ten" becomes the instants at which the committee meets.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from functools import cached_property, lru_cache
from typing import Annotated, Self
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator

from tabletop.model.duration import (
    DAY,
    DURATION_SCHEMA,
    WEEK,
    YEAR,
    Duration,
    parse_positive_duration,
    say_duration,
    write_duration,
)
from tabletop.model.hours import ALWAYS_OPEN, Hours, HoursField, parse_hours
from tabletop.model.localtime import DayField, LocalField, Weekly, WeeklyField, ZoneField, parse_weekly
from tabletop.model.windows import ALWAYS, Windows
from tabletop.model.words import Words
from tabletop.model.written import Written

__all__ = [
    "ALWAYS_OPEN",
    "MOST_HORIZON",
    "MOST_SESSIONS",
    "Clock",
    "Hours",
    "HoursField",
    "Weekly",
    "WeeklyField",
    "parse_hours",
    "parse_weekly",
]

MOST_HORIZON = 10 * YEAR + 3 * DAY
"""The longest exercise: 10 years, leap days included."""

MOST_SESSIONS = 100_000
"""The most sessions that one recurring meeting may have within the horizon."""

_ONE_DAY = timedelta(days=1)
_ONE_MS = timedelta(milliseconds=1)


def _parse_horizon(value: object) -> int:
    return parse_positive_duration(value, most=MOST_HORIZON)


class Clock(Words):
    """When and where the exercise takes place: everything between a wall clock and milliseconds since StartEx."""

    starts: LocalField = datetime(2026, 1, 5, 8, 0)  # noqa: DTZ001 - a local time; its zone is the field below
    """StartEx, as a local date and time. Default: a Monday morning."""
    time_zone: ZoneField = "UTC"
    """The time zone of every local time, by its IANA name."""
    lasts: Annotated[int, Written(_parse_horizon, write_duration, DURATION_SCHEMA)]
    """How long until EndEx, at most 10 years."""
    holidays: Annotated[tuple[DayField, ...], Field(strict=False)] = ()
    """Local dates on which every desk is shut that is not open `always`."""
    measure_from: Duration = 0
    """How long after StartEx measuring begins; what went before is a warm-up."""

    @model_validator(mode="after")
    def _measures_something(self) -> Self:
        if self.measure_from >= self.lasts:
            told, ends = write_duration(self.measure_from), write_duration(self.lasts)
            msg = f"measure_from ({told}) must be less than lasts ({ends}), or nothing is measured"
            raise ValueError(msg)
        return self

    @property
    def horizon(self) -> int:
        """EndEx, in milliseconds since StartEx."""
        return self.lasts

    @cached_property
    def zone(self) -> ZoneInfo:
        """The time zone."""
        return ZoneInfo(self.time_zone)

    @cached_property
    def _offset(self) -> timedelta:
        """How far local time is ahead of UTC at StartEx."""
        return self._ahead(self.starts)

    def _ahead(self, local: datetime) -> timedelta:
        """Return how far a local time is ahead of UTC: the first of a double one, the earlier offset in a gap."""
        return self.zone.utcoffset(local.replace(fold=0)) or timedelta(0)

    def at_local(self, local: datetime) -> int:
        """Return a local date and time (without a zone) in milliseconds since StartEx, negative before it.

        A time that daylight saving skips moves forward by what is skipped (02:30 is 03:30); of a double one it is the
        first.
        """
        return ((local - self.starts) - (self._ahead(local) - self._offset)) // _ONE_MS

    def local(self, ms: int) -> datetime:
        """Return the local date and time, with its zone, so many milliseconds after StartEx."""
        utc = self.starts - self._offset + timedelta(milliseconds=ms)
        return utc.replace(tzinfo=UTC).astimezone(self.zone)

    def windows(self, hours: Hours) -> Windows:
        """Return when a desk with these hours is open between StartEx and EndEx; `always` has no end at all."""
        return ALWAYS if hours.is_always else _windows(self, hours)

    def occurrences(self, on: Weekly | None, every: int, *, first: int = 0) -> tuple[int, ...]:
        """Return the starts of what recurs, in milliseconds since StartEx, all before EndEx.

        With `on`, it first happens at the first such local time from `first` on, then every so many weeks (or days,
        for a bare time of day) at the same local time. Without, at `first` and then exactly every `every`
        milliseconds. Holidays cancel nothing here. Raises ValueError when `every` does not suit.
        """
        unit = 1 if on is None else DAY if on.weekday is None else WEEK
        if every <= 0 or every % unit:
            msg = f"every {write_duration(max(0, every))}: {_EVERY[unit].format(on=on)}"
            raise ValueError(msg)
        if (self.horizon - first) // every >= MOST_SESSIONS:
            msg = f"every {say_duration(every)} makes more than {MOST_SESSIONS:,} sessions before EndEx"
            raise ValueError(msg)
        if on is None:
            return tuple(range(first, self.horizon, every))
        return tuple(self._local_times(on, every // DAY, first))

    def _local_times(self, on: Weekly, days: int, first: int) -> Iterator[int]:
        """Give the instants from `first` on at which a local time comes round every so many days."""
        local = datetime.combine(self.local(first).date() - _ONE_DAY, time(on.minute // 60, on.minute % 60))
        while on.weekday not in (None, local.weekday()) or self.at_local(local) < first:
            local += _ONE_DAY
        while (at := self.at_local(local)) < self.horizon:
            yield at
            local += days * _ONE_DAY


_EVERY = {
    1: "sessions need a time between them",
    DAY: "sessions at {on} come every so many whole days, such as 1d or 2d",
    WEEK: "sessions on {on} come every so many whole weeks, such as 1w or 2w",
}


@lru_cache(maxsize=1024)
def _windows(clock: Clock, hours: Hours) -> Windows:
    return Windows.of(_spans(clock, hours)).clipped(0, clock.horizon)


def _spans(clock: Clock, hours: Hours) -> Iterator[tuple[int, int]]:
    """Give the open spans of every local day that may touch the exercise, those of the night before it included."""
    holidays = frozenset(clock.holidays)
    day, last = clock.local(0).date() - _ONE_DAY, clock.local(clock.horizon).date()
    while day <= last:
        midnight = datetime.combine(day, time())
        for start, end in hours.on(day, holiday=day in holidays):
            opens, shuts = (midnight + timedelta(minutes=minutes) for minutes in (start, end))
            yield clock.at_local(opens), clock.at_local(shuts)
        day += _ONE_DAY
