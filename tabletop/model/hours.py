"""When a desk is open, in the words of a person.

`Mon-Fri 08:00-16:00`, `Sun-Thu 08:00-15:00`, `22:00-06:00`, `always`, or a list of such, with other hours for the days
of a holiday season: `{from: 2026-03-10, until: 2026-03-20, hours: 09:00-13:00}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Annotated, Any, TypeAlias

from tabletop.model.localtime import (
    DAYS_OF_WEEK,
    MINUTES_OF_DAY,
    TIME_PATTERN,
    parse_day,
    parse_time,
    parse_weekday,
    write_time,
)
from tabletop.model.written import Written, listed, refuse_other_digits, shown

Spans: TypeAlias = tuple[tuple[int, int], ...]
"""Spans of one day from start to end, in minutes since local midnight; an end after 1,440 lies on the next day."""

EXPECTED = "expected hours such as Mon-Fri 08:00-16:00, 22:00-06:00 or always"

_SHUT = ("never", "closed")
_SPAN = re.compile(rf"({TIME_PATTERN})\s?[-–]\s?({TIME_PATTERN})")


@dataclass(frozen=True, slots=True)
class Week:
    """What hours say of each day of the week."""

    days: tuple[Spans, ...]
    """The spans that begin on each day, Monday first."""
    always: bool = False
    """Whether no holiday shuts it."""


ALL_WEEK = Week((((0, MINUTES_OF_DAY),),) * 7, always=True)
NO_WEEK = Week(((),) * 7)


@dataclass(frozen=True, slots=True)
class Season:
    """Other hours on some days, in place of the usual ones."""

    first: date
    """The first day."""
    last: date
    """The last day, itself included."""
    week: Week
    """The hours of those days."""


@dataclass(frozen=True, slots=True)
class Hours:
    """When a desk is open. A span that runs past midnight belongs to the day on which it begins."""

    usual: Week
    """The hours of every week."""
    seasons: tuple[Season, ...] = ()
    """Days with other hours; no day lies in two."""

    @property
    def is_always(self) -> bool:
        """Whether they are `always`, without a day that is otherwise."""
        return self.usual.always and not self.seasons

    def on(self, day: date, *, holiday: bool) -> Spans:
        """Return the spans that begin on a day; a holiday shuts all but `always`."""
        week = next((each.week for each in self.seasons if each.first <= day <= each.last), self.usual)
        return () if holiday and not week.always else week.days[day.weekday()]

    def __str__(self) -> str:
        usual = _write_week(self.usual) if any(self.usual.days) else []
        seasons = [
            f"{each.first} to {each.last} {', '.join(_write_week(each.week))}" for each in self.seasons
        ]
        return "; ".join([*usual, *seasons])


ALWAYS_OPEN = Hours(ALL_WEEK)
"""Round the clock, holidays too."""


def parse_hours(value: object) -> Hours:
    """Return the hours that a text, or a list of texts and dated entries, says.

    Raises ValueError, in words for the scenario's author, for anything else and for hours that never open.
    """
    if isinstance(value, Hours):
        return value
    entries = list(value) if isinstance(value, list | tuple) else [value]
    plain = [each for each in entries if not isinstance(each, Mapping)]
    hours = Hours(
        _parse_week(plain) if plain else NO_WEEK,
        tuple(sorted((_parse_season(each) for each in entries if isinstance(each, Mapping)), key=_first)),
    )
    if not any(any(week.days) for week in (hours.usual, *(each.week for each in hours.seasons))):
        msg = (
            "a desk with these hours never opens; give it hours such as Mon-Fri 08:00-16:00, or leave it out"
        )
        raise ValueError(msg)
    _refuse_shared_days(hours.seasons)
    return hours


def _first(season: Season) -> date:
    return season.first


def _refuse_shared_days(seasons: tuple[Season, ...]) -> None:
    for one, other in pairwise(seasons):
        if other.first <= one.last:
            msg = f"two dated entries speak of {other.first}; give it one, with a list of hours"
            raise ValueError(msg)


def _parse_season(entry: Mapping[Any, Any]) -> Season:
    if set(entry) != {"from", "until", "hours"}:
        msg = f"a dated entry has from, until and hours, got {listed(entry) or 'none of them'}"
        raise ValueError(msg)
    first, last, said = parse_day(entry["from"]), parse_day(entry["until"]), entry["hours"]
    if last < first:
        msg = f"a dated entry ends ({last}) before it begins ({first})"
        raise ValueError(msg)
    return Season(first, last, _parse_week(said if isinstance(said, list | tuple) else [said]))


def _parse_week(lines: Iterable[object]) -> Week:
    days: list[set[tuple[int, int]]] = [set() for _ in DAYS_OF_WEEK]
    always = False
    for line in lines:
        if not isinstance(line, str):
            msg = f"{EXPECTED}, got {shown(line)}"
            raise ValueError(msg)
        refuse_other_digits(line)
        text = " ".join(line.split())
        always = always or text.lower() == "always"
        spans = _spans_named(text)
        for day in _days_named(text):
            days[day].update(spans)
    return ALL_WEEK if always else Week(tuple(tuple(sorted(spans)) for spans in days))


def _days_named(text: str) -> list[int]:
    """Return the days of the week that a line of hours is about, all when it names none."""
    words = re.split(r"[0-9]", text, maxsplit=1)[0].strip()
    if not words or _is_one_word(text):
        return list(range(7))
    days: list[int] = []
    for part in words.strip(" ,").split(","):
        ends = [parse_weekday(name) for name in re.split("[-–]", part)]
        if len(ends) > 2:
            msg = f"expected days such as Mon-Fri or Mon,Wed, got {shown(part.strip())}"
            raise ValueError(msg)
        days.extend((ends[0] + step) % 7 for step in range((ends[-1] - ends[0]) % 7 + 1))
    return days


def _is_one_word(text: str) -> bool:
    return text.lower() in (*_SHUT, "always")


def _spans_named(text: str) -> list[tuple[int, int]]:
    """Return the spans of a line of hours, without those of the one-word forms."""
    if _is_one_word(text):
        return []
    start = re.search(r"[0-9]", text)
    said = text[start.start() :] if start else ""
    if not start or _SPAN.sub("", said).strip(" ,\t"):
        msg = f"{EXPECTED}, got {shown(text)}"
        raise ValueError(msg)
    return [_parse_span(*match.groups()) for match in _SPAN.finditer(said)]


def _parse_span(opens: str, shuts: str) -> tuple[int, int]:
    start, end = parse_time(opens), parse_time(shuts)
    if start in (end, MINUTES_OF_DAY):
        msg = f"{opens}-{shuts} never opens; the whole day is 00:00-24:00"
        raise ValueError(msg)
    return (start, end) if end > start else (start, end + MINUTES_OF_DAY)


def write_hours(hours: Hours) -> str | list[str | dict[str, object]]:
    """Return the words that `parse_hours` reads as these hours: one text, or a list."""
    written: list[str | dict[str, object]] = list(_write_week(hours.usual)) if any(hours.usual.days) else []
    for season in hours.seasons:
        ends = {"from": season.first.isoformat(), "until": season.last.isoformat()}
        written.append({**ends, "hours": _write_week(season.week)})
    first = written[0]
    return first if len(written) == 1 and isinstance(first, str) else written


def _write_week(week: Week) -> list[str]:
    if week.always:
        return ["always"]
    lines: dict[Spans, list[str]] = {}
    for day, spans in zip(DAYS_OF_WEEK, week.days, strict=True):
        if spans:
            lines.setdefault(spans, []).append(day[:3])
    return [_write_line(days, spans) for spans, days in lines.items()] or ["closed"]


def _write_line(days: list[str], spans: Spans) -> str:
    times = " ".join(f"{write_time(start)}-{_write_end(end)}" for start, end in spans)
    return times if len(days) == 7 else f"{_write_days(days)} {times}"


def _write_end(end: int) -> str:
    return write_time(end if end <= MINUTES_OF_DAY else end - MINUTES_OF_DAY)


def _write_days(days: list[str]) -> str:
    """Return `Sun-Thu` for days that follow each other, round the end of the week too, and a list for others."""
    order = [day[:3] for day in DAYS_OF_WEEK]
    firsts = [day for day in days if order[order.index(day) - 1] not in days]
    if len(days) < 3 or len(firsts) != 1:
        return ",".join(days)
    return f"{firsts[0]}-{order[(order.index(firsts[0]) + len(days) - 1) % 7]}"


_LINE = rf"^\s*(always|never|closed|([A-Za-z][A-Za-z ,–-]*\s)?\s*{_SPAN.pattern}([\s,]+{_SPAN.pattern})*)\s*$"
_LINE_SCHEMA = {"type": "string", "pattern": _LINE}
_DAY_SCHEMA = {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_SEASON_SCHEMA = {
    "type": "object",
    "properties": {
        "from": _DAY_SCHEMA,
        "until": _DAY_SCHEMA,
        "hours": {"anyOf": [_LINE_SCHEMA, {"type": "array", "items": _LINE_SCHEMA}]},
    },
    "required": ["from", "until", "hours"],
    "additionalProperties": False,
}
_SCHEMA = {
    "anyOf": [
        _LINE_SCHEMA,
        _SEASON_SCHEMA,
        {"type": "array", "items": {"anyOf": [_LINE_SCHEMA, _SEASON_SCHEMA]}, "minItems": 1},
    ],
    "examples": ["Mon-Fri 08:00-16:00", "always", ["Mon,Wed 09:00-12:00 13:00-16:00", "Sat 10:00-14:00"]],
}

HoursField = Annotated[Hours, Written(parse_hours, write_hours, _SCHEMA)]
"""A field for the hours of a desk."""
