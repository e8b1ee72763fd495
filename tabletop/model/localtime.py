"""Times as they stand on a wall: weekdays, hours of the day, dates, and the names of time zones.

"Tuesday at ten" in `Europe/Skopje` is a different instant in March than in April; it becomes milliseconds since StartEx
only in the calendar.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

from tabletop.model.written import Written, refuse_other_digits, shown

DAYS_OF_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MINUTES_OF_DAY = 24 * 60
_MOST_LETTERS = 60
FIRST_YEAR, LAST_YEAR = 1900, 2200
"""The years in which an exercise may take place; outside them no time zone is known well."""

TIME_PATTERN = r"[0-9]{1,2}:[0-9]{2}"
"""What a time of day looks like."""


def parse_weekday(text: str) -> int:
    """Return the day of the week that `Mon`, `mon`, `Tues` or `Monday` names: Monday is 0; ValueError otherwise."""
    name = text.strip().title()
    for number, day in enumerate(DAYS_OF_WEEK):
        if len(name) >= 3 and day.startswith(name):
            return number
    near = [day[:3] for day in DAYS_OF_WEEK if name and day.startswith(name[:2])]
    msg = f"{shown(text.strip())} is no day of the week{f': {near[0]}?' if near else ''} (Mon, Tue, Wed, Thu, Fri, Sat, Sun)"
    raise ValueError(msg)


def parse_time(text: str) -> int:
    """Return the minutes since midnight of a time such as `08:30`; `24:00` is the end of the day."""
    if not re.fullmatch(TIME_PATTERN, text):
        msg = f"expected a time of day such as 08:30, got {shown(text)}"
        raise ValueError(msg)
    hour, minute = map(int, text.split(":"))
    if minute > 59 or hour * 60 + minute > MINUTES_OF_DAY:
        msg = f"there is no {text} on a clock of 24 hours"
        raise ValueError(msg)
    return hour * 60 + minute


def write_time(minutes: int) -> str:
    """Return minutes since midnight as `08:30`."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


@dataclass(frozen=True, slots=True)
class Weekly:
    """A local time at which something recurs: `Tue 10:00`, or `10:00` on every day."""

    weekday: int | None
    """Monday is 0; None is every day."""
    minute: int
    """Minutes since local midnight, less than a day."""

    def __str__(self) -> str:
        day = "" if self.weekday is None else DAYS_OF_WEEK[self.weekday][:3] + " "
        return day + write_time(self.minute)


def parse_weekly(value: object) -> Weekly:
    """Return the recurring local time that `Tue 10:00` or `10:00` says; ValueError, with what would do, otherwise."""
    if isinstance(value, Weekly):
        return value
    text = _words(value, "a day and time such as Tue 10:00")
    *days, time = text.split()
    if len(days) > 1:
        msg = f"expected one day and a time such as Tue 10:00, got {shown(text)}"
        raise ValueError(msg)
    minute = parse_time(time)
    if minute == MINUTES_OF_DAY:
        msg = f"{text}: write 00:00 of the day after"
        raise ValueError(msg)
    return Weekly(parse_weekday(days[0]) if days else None, minute)


def parse_day(value: object) -> date:
    """Return the date that `2026-03-09` says; ValueError, with what would do, otherwise."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    text = _words(value, "a date such as 2026-03-09")
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        msg = f"expected a date such as 2026-03-09, got {shown(text)}"
        raise ValueError(msg)
    try:
        day = date.fromisoformat(text)
    except ValueError as mistake:
        msg = f"there is no {text} in the calendar: {mistake}"
        raise ValueError(msg) from None
    return _in_our_times(day, text)


def parse_local(value: object) -> datetime:
    """Return the local date and time that `2026-03-02 08:00` says; ValueError, with what would do, otherwise."""
    if isinstance(value, datetime) and value.tzinfo is None:
        return value
    text = _words(value, "a date and time such as 2026-03-02 08:00")
    day, _, time = text.replace("T", " ").partition(" ")
    if re.fullmatch(rf"{TIME_PATTERN}:00(?:\.0*)?", time):
        time = time[: time.rindex(":")]
    if not re.fullmatch(TIME_PATTERN, time):
        told = (
            f"expected a date and a time such as {day} 08:00" if day == text else "expected 2026-03-02 08:00"
        )
        msg = f"{told}, without a zone and in whole minutes, got {shown(text)}"
        raise ValueError(msg)
    minutes = parse_time(time)
    if minutes == MINUTES_OF_DAY:
        msg = f"{text}: write 00:00 of the day after"
        raise ValueError(msg)
    parsed = parse_day(day)
    return datetime(parsed.year, parsed.month, parsed.day, minutes // 60, minutes % 60)  # noqa: DTZ001 - local


def write_local(local: datetime) -> str:
    """Return a local date and time as `2026-03-02 08:00`."""
    return local.isoformat(sep=" ", timespec="minutes")


def parse_zone(value: object) -> str:
    """Return the name of a time zone of the IANA database such as `Europe/Skopje`; ValueError names the nearest."""
    if not isinstance(value, str):
        msg = f"expected a time zone such as Europe/Skopje, got {shown(value)}"
        raise ValueError(msg)
    try:
        ZoneInfo(value)
    except (ValueError, OSError, KeyError):
        msg = f"there is no time zone {shown(value)}{_nearest_zone(value)}"
        raise ValueError(msg) from None
    return value


def _nearest_zone(name: str) -> str:
    from difflib import get_close_matches
    from zoneinfo import available_timezones

    zones = sorted(available_timezones())
    words = {zone.lower().rpartition("/")[2]: zone for zone in zones} | {zone.lower(): zone for zone in zones}
    asked = name[:_MOST_LETTERS].lower().replace(" ", "_")
    near = get_close_matches(asked, words, n=1) or get_close_matches(asked.rpartition("/")[2], words, n=1)
    return f": {words[near[0]]}?" if near else "; names look like Europe/Skopje"


def _words(value: object, expected: str) -> str:
    """Return the text that was written; ValueError when it is none, or has digits of another script."""
    if not isinstance(value, str) or not value.strip() or len(value) > _MOST_LETTERS:
        msg = f"expected {expected}, got {shown(value)}"
        raise ValueError(msg)
    refuse_other_digits(value)
    return " ".join(value.split())


def _in_our_times(day: date, text: str) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        msg = f"{text} is not between the years {FIRST_YEAR} and {LAST_YEAR}"
        raise ValueError(msg)
    return day


WeeklyField = Annotated[
    Weekly,
    Written(
        parse_weekly,
        str,
        {
            "type": "string",
            "pattern": rf"^\s*([A-Za-z]{{3,9}}\s+)?{TIME_PATTERN}\s*$",
            "examples": ["Tue 10:00", "10:00"],
        },
    ),
]
"""A field for a recurring local time."""

DayField = Annotated[
    date,
    Written(
        parse_day,
        date.isoformat,
        {"type": "string", "pattern": r"^\s*[0-9]{4}-[0-9]{2}-[0-9]{2}\s*$", "examples": ["2026-03-09"]},
    ),
]
"""A field for a date."""

LocalField = Annotated[
    datetime,
    Written(
        parse_local,
        write_local,
        {
            "type": "string",
            "pattern": rf"^\s*[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}[ T]\s*{TIME_PATTERN}(:00(\.0*)?)?\s*$",
            "examples": ["2026-03-02 08:00"],
        },
    ),
]
"""A field for a local date and time, without a zone."""

ZoneField = Annotated[
    str, Written(parse_zone, str, {"type": "string", "examples": ["Europe/Skopje", "Asia/Amman", "UTC"]})
]
"""A field for the name of a time zone."""
