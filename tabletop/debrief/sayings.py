"""How times, shares and numbers are said: "2 days 3 hours", "Mon 2 Mar 10:20", "two thirds" never, "67 %" always.

An exercise counts milliseconds; a deputy mayor reads weekdays and clocks.
"""

from __future__ import annotations

from tabletop.debrief.words import _, n_
from tabletop.model.calendar import Clock
from tabletop.model.duration import DAY, HOUR, MINUTE, say_duration

TIED = "\u00a0"
"""A space at which no line breaks, between a number and its unit."""

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def lasting(time: int) -> str:
    """Say a length of time in full, rounded to its two greatest units: "1 day 1 hour", "45 minutes"."""
    if time == 0:
        return _("no time")
    if time < MINUTE:
        return _("less than a minute")
    least = HOUR if time >= DAY else MINUTE
    whole = (time + least // 2) // least * least
    days, rest = divmod(whole, DAY)
    hours, minutes = rest // HOUR, rest % HOUR // MINUTE
    said = (
        n_("{n} day", "{n} days", days) if days else "",
        n_("{n} hour", "{n} hours", hours) if hours else "",
        n_("{n} minute", "{n} minutes", minutes) if minutes else "",
    )
    return " ".join(each.replace(" ", TIED) for each in said if each)


def briefly(time: int) -> str:
    """Say a length of time as it stands in a table or a chart: "2 d 3 h"."""
    return say_duration(time).replace(" ", TIED)


def moment(clock: Clock, at: int) -> str:
    """Say an instant as local weekday, date and clock, with the day of the exercise: "Tue 3 Mar 10:20 (day 2)"."""
    local = clock.local(at)
    number = f"({_('day')}{TIED}{day_number(clock, at)})"
    return f"{day(clock, at)} {local:%H:%M} {number}"


def time_of_day(clock: Clock, at: int) -> str:
    """Say the clock on the wall: "10:20"."""
    return f"{clock.local(at):%H:%M}"


def day(clock: Clock, at: int) -> str:
    """Say the local weekday and date: "Tue 3 Mar"."""
    local = clock.local(at)
    return TIED.join((_(WEEKDAYS[local.weekday()]), str(local.day), _(MONTHS[local.month - 1])))


def full_date(clock: Clock, at: int) -> str:
    """Say the local date with its year: "Tue 3 Mar 2026"."""
    return f"{day(clock, at)} {clock.local(at):%Y}"


def day_number(clock: Clock, at: int) -> int:
    """Return which day of the exercise an instant lies on, by local dates; StartEx lies on day 1."""
    return (clock.local(at).date() - clock.local(0).date()).days + 1


def share(part: float) -> str:
    """Say a share in percent; what is not quite all or nothing is not rounded to it."""
    percent = round(part * 100)
    if percent == 0 and part > 0:
        return f"<{TIED}1{TIED}%"
    if percent == 100 and part < 1:
        return f">{TIED}99{TIED}%"
    return f"{percent}{TIED}%"


def often(times: int, of: int) -> str:
    """Say how often something came out: "in 63 of 100 re-runs"; nothing when it was not run again."""
    return (
        n_("in {times} of {n} re-run", "in {times} of {n} re-runs", of).replace("{times}", str(times))
        if of
        else ""
    )
