"""When a desk is open, as people say it: "Mon–Fri 08:00–16:00", "round the clock"; in Arabic the week begins on Saturday."""

from __future__ import annotations

from tabletop.debrief.sayings import clock_time, weekdays
from tabletop.debrief.words import _
from tabletop.model.hours import Hours, Spans, Week
from tabletop.model.localtime import MINUTES_OF_DAY

DAYS = 7
"""Days of a week."""

WHOLE_DAY = (0, MINUTES_OF_DAY)
"""The span of a whole day."""


def opening(hours: Hours) -> str:
    """Return when a desk is open in every week; days with other hours are the scenario's to tell."""
    if hours.usual.always:
        return _("round the clock")
    return _("; ").join(_line(spans, days) for spans, days in _alike(hours.usual).items())


def _alike(week: Week) -> dict[Spans, list[int]]:
    """Return the days of the week by the spans that are the same on them."""
    alike: dict[Spans, list[int]] = {}
    for day, spans in enumerate(week.days):
        if spans:
            alike.setdefault(spans, []).append(day)
    return alike


def _line(spans: Spans, days: list[int]) -> str:
    times = _(", ").join(_span(*each) for each in spans)
    if len(days) == DAYS:
        return _("daily {times}").replace("{times}", times)
    return _("{days} {times}").replace("{days}", weekdays(days)).replace("{times}", times)


def _span(start: int, end: int) -> str:
    if (start, end) == WHOLE_DAY:
        return _("all day")
    return f"{clock_time(start)}–{clock_time(end)}"
