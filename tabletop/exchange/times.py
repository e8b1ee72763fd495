"""When an event happens, as people write it into a cell: `T+2h`, `10:30`, `Day 2 09:00`, or a date of the spreadsheet.

Under "Exercise time" 2:30 is two and a half hours after StartEx; under "Event time" it is the clock on the wall, on the
day of StartEx unless a date stands beside it. A date that could be read in two ways is not read.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import cache

from tabletop.exchange.sheet import Cell, in_text
from tabletop.model.calendar import Clock
from tabletop.model.duration import HOUR, MINUTE, parse_duration
from tabletop.model.point import Point, parse_point
from tabletop.model.written import in_ascii

_MS = timedelta(milliseconds=1)
_CLOCK = re.compile(r"(\d{1,2})\s?(?::|h)\s?(\d{2})(?::00(?:\.0+)?)?\s*([ap]\.?m\.?)?", re.IGNORECASE)
_HOUR = re.compile(r"(\d{1,2})\s?h", re.IGNORECASE)
_FOUR_DIGITS = re.compile(r"([01]\d|2[0-3])([0-5]\d)(?:\s?(?:hours|hrs|h))?", re.IGNORECASE)
_SINCE = re.compile(r"(?P<unit>startex|[th])?\s*\+\s*(?P<rest>.+)", re.IGNORECASE)
_DAY = re.compile(
    r"(?:(?P<named>day|jour|اليوم|يوم|[dj](?=\d))|[dj]\s?(?P<plus>\+))\s*(?P<number>\d{1,3})[\s,:]+(?P<rest>.+)",
    re.IGNORECASE,
)
_WRITTEN_DATE = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})")
_NAMED = re.compile(
    r"(?:[^\W\d]+\.?[\s,،]+)?(?P<day>\d{1,2})\.?\s+(?P<month>[^\W\d]+)\.?[\s,،]+(?:(?P<year>\d{4})[\s,،]+)?"
    r"(?P<time>\d{1,2}\s?[:h]\s?\d{2})(?:\s*\([^)]*\))?"
)
"""A date as our own pages write it, in any of their languages: `Mon 5 Oct 08:40 (day 1)`."""
_COMMA = re.compile(r"(?<=\d),(?=\d)")

EXPECTED = "expected a time such as 1d 2h, T+2h, 10:30, Day 2 09:00, 3 Mar 10:00 or 2026-03-03 10:00"


def since_start(cell: Cell) -> int | None:
    """Return the milliseconds after StartEx that a cell under "Exercise time" says; None when it is empty.

    Raises ValueError with what would do.
    """
    if isinstance(cell, timedelta) and cell >= timedelta(0):
        return cell // _MS
    if isinstance(cell, time):
        return cell.hour * HOUR + cell.minute * MINUTE
    if isinstance(cell, date):
        msg = "a date stands where a time since StartEx is expected"
        raise ValueError(msg)
    text = _text(cell)
    if not text:
        return None
    clock = _CLOCK.fullmatch(text)
    if clock and not clock[3]:
        return int(clock[1]) * HOUR + _minutes(clock[2]) * MINUTE
    since = _SINCE.fullmatch(text)
    rest = since["rest"] if since else text
    if since and (since["unit"] or "").lower() == "h" and rest.isdecimal():
        return parse_duration(f"{rest}h")
    return since_start(rest) if since and _CLOCK.fullmatch(rest) else parse_duration(_COMMA.sub(".", rest))


def on_the_wall(cell: Cell, *, clock: Clock, day: date | None = None) -> Point | None:
    """Return the point in time that a cell under "Event time" says; None when it is empty.

    `day` is the date that stands beside it. Raises ValueError with what would do.
    """
    beside = day or clock.starts.date()
    match cell:
        case datetime():
            return Point(local=_whole_seconds(cell))
        case time():
            return Point(local=datetime.combine(beside, cell.replace(tzinfo=None)))
        case timedelta():
            return Point(after=since_start(cell))
        case _:
            text = _text(cell)
            return _point(text, clock=clock, beside=beside) if text else None


def _point(text: str, *, clock: Clock, beside: date) -> Point:
    text = _FOUR_DIGITS.sub(r"\1:\2", text) if _FOUR_DIGITS.fullmatch(text) else text
    found = _DAY.fullmatch(text)
    if found:
        later = int(found["number"]) - (0 if found["plus"] else 1)
        day = clock.starts.date() + timedelta(days=later)
        return Point(local=datetime.combine(day, clock_time(found["rest"])))
    if _CLOCK.fullmatch(text):
        return Point(local=datetime.combine(beside, clock_time(text)))
    if _SINCE.fullmatch(text):
        return Point(after=since_start(text))
    o_clock = _HOUR.fullmatch(text)
    if o_clock and int(o_clock[1]) < 24:
        hour = o_clock[1]
        msg = f"{text} could be {hour} o'clock or {hour} hours after StartEx; write {hour}:00 or T+{hour}h"
        raise ValueError(msg)
    written, _, rest = text.replace("T", " ", 1).partition(" ")
    if _WRITTEN_DATE.fullmatch(written):
        return _dated(written, rest.strip(" ,;à"))
    named = _NAMED.fullmatch(text)
    if named and named["month"].casefold() in _months():
        return _on_a_named_day(named, clock.starts.date())
    try:
        return parse_point(_COMMA.sub(".", text))
    except ValueError as error:
        if not str(error).startswith("expected"):
            raise
        msg = f"{EXPECTED}, got {text[:40]!r}"
        raise ValueError(msg) from error


def _on_a_named_day(named: re.Match[str], starts: date) -> Point:
    """Return a time on a day whose month is a word; without a year, that of the day from StartEx on."""
    month, number = _months()[named["month"].casefold()], int(named["day"])
    year = int(named["year"] or starts.year)
    if not named["year"] and (month, number) < (starts.month, starts.day):
        year += 1
    return Point(local=datetime.combine(date(year, month, number), clock_time(named["time"])))


@cache
def _months() -> dict[str, int]:
    """Return the numbers of the months by their names, in full and short, in the languages of our pages."""
    from babel.dates import get_month_names  # only a written month needs it

    return {
        name.casefold().rstrip("."): number
        for language in ("en", "fr", "ar")
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=language).items()
    }


def _dated(written: str, rest: str) -> Point:
    if not rest:
        msg = f"{written} is a date without a time; write it as 2026-03-03 10:00"
        raise ValueError(msg)
    if _CLOCK.fullmatch(rest):
        return Point(local=datetime.combine(day_of(written), clock_time(rest)))
    return parse_point(f"{day_of(written).isoformat()} {rest}")


def day_of(cell: Cell) -> date:
    """Return the date that a cell says; raises ValueError with what would do."""
    if isinstance(cell, date):
        return cell.date() if isinstance(cell, datetime) else cell
    found = _WRITTEN_DATE.fullmatch(_text(cell))
    if not found:
        msg = f"expected a date such as 2026-03-03, got {in_text(cell)[:40]!r}"
        raise ValueError(msg)
    first, second, third = int(found[1]), int(found[3]), int(found[4])
    if len(found[1]) == 4:
        return _date(first, second, third)
    if found[2] == "." or first > 12:
        return _date(third, second, first)
    if second > 12:
        return _date(third, first, second)
    if first == second:
        return _date(third, second, first)
    msg = f"{found[0]} could be {_date(third, second, first):%d %B} or {_date(third, first, second):%d %B}; "
    raise ValueError(f"{msg}write it as {_date(third, second, first)}, year first")


def _date(year: int, month: int, day: int) -> date:
    if year < 1000:
        msg = "write the year with four digits, as in 2026-03-03"
        raise ValueError(msg)
    return date(year, month, day)


def clock_time(text: str) -> time:
    """Return the time of day that `10:30`, `10h30`, `1030` or `10:30 pm` says; raises ValueError with what would do."""
    said = text.strip()
    for form, in_full in ((_HOUR, r"\1:00"), (_FOUR_DIGITS, r"\1:\2")):
        said = form.sub(in_full, said) if form.fullmatch(said) else said
    found = _CLOCK.fullmatch(said)
    if not found:
        msg = f"{EXPECTED}, got {text[:40]!r}"
        raise ValueError(msg)
    hour, half = int(found[1]), (found[3] or "").lower().replace(".", "")
    if hour > (12 if half else 23) or (half and hour == 0):
        msg = f"there is no {text.strip()!r} on a clock"
        raise ValueError(msg)
    hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
    return time(hour, _minutes(found[2]))


def _minutes(text: str) -> int:
    if int(text) > 59:
        msg = f"there are no {text} minutes in an hour"
        raise ValueError(msg)
    return int(text)


def _text(cell: Cell) -> str:
    """Return a cell's words with digits as in English; raises ValueError for a bare number, which has no unit."""
    if isinstance(cell, bool | int | float):
        msg = f"{in_text(cell)} has no unit: {in_text(cell)}m? {in_text(cell)}h?"
        raise ValueError(msg)
    return " ".join(in_ascii(in_text(cell)).replace("\u200e", "").replace("\u200f", "").split())


def _whole_seconds(local: datetime) -> datetime:
    """Return what a spreadsheet means by a date that it keeps as a fraction of days, without the rounding."""
    return (local.replace(tzinfo=None) + timedelta(microseconds=500_000)).replace(microsecond=0)
