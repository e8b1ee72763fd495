"""How times, shares and numbers are said: "2 days 3 hours", "Mon 2 Mar 10:20", "two thirds" never, "67 %" always.

An exercise counts milliseconds; a deputy mayor reads weekdays and clocks. How a date, a weekday or a number is written
in a language other than English is Babel's to say; the words around them stand in the catalogue.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Literal

from tabletop.debrief.languages import spoken
from tabletop.debrief.text import counted, numeral
from tabletop.debrief.words import _, n_
from tabletop.model.calendar import Clock
from tabletop.model.duration import DAY, HOUR, MINUTE, SECOND, say_duration
from tabletop.resources import ENGLISH

TIED = "\u00a0"
"""A space at which no line breaks, between a number and its unit."""

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LONG_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
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
    return _together([each.replace(" ", TIED) for each in said if each])


def _together(parts: list[str]) -> str:
    """Return two units of one length of time as one: "1 day 1 hour"."""
    if len(parts) < 2:
        return "".join(parts)
    return _("{longer} {shorter}").replace("{longer}", parts[0]).replace("{shorter}", parts[1])


def briefly(time: int) -> str:
    """Say a length of time as it stands in a table or a chart: "2 d 3 h"."""
    short = {"d": _("{n} d"), "h": _("{n} h"), "min": _("{n} min"), "s": _("{n} s")}
    if 0 < time < SECOND:
        return f"<{TIED}{_in_unit(short['s'], '1')}"
    words = say_duration(abs(time)).split(" ")
    said = TIED.join(_in_unit(short[unit], n) for n, unit in zip(words[::2], words[1::2], strict=True))
    return f"−{said}" if time < 0 else said


def _in_unit(pattern: str, english: str) -> str:
    return pattern.replace(" ", TIED).replace("{n}", numeral(english))


def moment(clock: Clock, at: int) -> str:
    """Say an instant as local weekday, date and clock, with the day of the exercise: "Tue 3 Mar 10:20 (day 2)"."""
    said = (
        _("{date} {time} ({day})").replace("{date}", day(clock, at)).replace("{time}", time_of_day(clock, at))
    )
    return said.replace("{day}", _in_unit(_("day {n}"), str(day_number(clock, at))))


def time_of_day(clock: Clock, at: int) -> str:
    """Say the clock on the wall: "10:20"."""
    return _written(clock.local(at), "Hm")


def clock_time(minutes: int) -> str:
    """Say so many minutes after midnight on the clock on the wall: "16:00"; midnight at the end of a day is "00:00"."""
    return _written(datetime(1, 1, 1, minutes // 60 % 24, minutes % 60), "Hm")  # noqa: DTZ001 - any day will do


def day(clock: Clock, at: int) -> str:
    """Say the local weekday and date: "Tue 3 Mar"."""
    return _written(clock.local(at), "MMMEd").replace(" ", TIED)


def full_date(clock: Clock, at: int) -> str:
    """Say the local date with its year: "Tue 3 Mar 2026"."""
    return _written(clock.local(at), "yMMMEd")


def dates(clock: Clock, since: int, until: int) -> str:
    """Say from which local date to which something lasted; a date by itself when it is the same."""
    first, last = full_date(clock, since), full_date(clock, until)
    return first if first == last else f"{first} – {last}"


def weekday(of: int, *, short: bool = False) -> str:
    """Say a day of the week, counted from Monday as 0: "Tuesday", or "Tue"."""
    if spoken().tag == ENGLISH:
        return WEEKDAYS[of] if short else LONG_WEEKDAYS[of]
    names: str = spoken().locale.days["format"]["abbreviated" if short else "wide"][of]
    return names


def weekdays(of: Collection[int]) -> str:
    """Say several days of the week as runs, the week beginning as the language has it: "Mon–Fri", "الأحد–الخميس"."""
    first = 0 if spoken().tag == ENGLISH else spoken().locale.first_week_day
    order = [each for each in ((first + place) % 7 for place in range(7)) if each in of]
    runs: list[list[int]] = []
    for each in order:
        follows = runs and each == (runs[-1][-1] + 1) % 7
        runs = [*runs[:-1], [*runs[-1], each]] if follows else [*runs, [each]]
    # Where the days on either side of the week's end are both meant, they are one run: Sat–Wed in a week from Sunday on.
    if len(runs) > 1 and runs[0][0] == (runs[-1][-1] + 1) % 7:
        runs = [*runs[1:-1], [*runs[-1], *runs[0]]]
    return _(", ").join(_run(run) for run in runs)


def _run(days: list[int]) -> str:
    ends = [weekday(each, short=True) for each in (days if len(days) < 3 else (days[0], days[-1]))]
    return (_(", ") if len(days) == 2 else "–").join(ends)


def _written(local: datetime, skeleton: Literal["Hm", "MMMEd", "yMMMEd"]) -> str:
    """Return a local time as the language writes it; the skeleton names what is shown, as Unicode's CLDR does."""
    if spoken().tag != ENGLISH:
        from babel.dates import format_skeleton  # lazily: an English debrief needs none of it

        said = format_skeleton(skeleton, local.replace(tzinfo=None), locale=spoken().locale)
        return said.translate(spoken().digits)
    if skeleton == "Hm":
        return f"{local:%H:%M}"
    date = TIED.join((WEEKDAYS[local.weekday()], str(local.day), MONTHS[local.month - 1]))
    return date if skeleton == "MMMEd" else f"{date} {local:%Y}"


def day_number(clock: Clock, at: int) -> int:
    """Return which day of the exercise an instant lies on, by local dates; StartEx lies on day 1."""
    return (clock.local(at).date() - clock.local(0).date()).days + 1


def share(part: float) -> str:
    """Say a share in percent; what is not quite all or nothing is not rounded to it."""
    percent = round(part * 100)
    if percent == 0 and part > 0:
        return _in_unit(_("< {n} %"), "1")
    if percent == 100 and part < 1:
        return _in_unit(_("> {n} %"), "99")
    return percentage(str(percent))


def percentage(english: str) -> str:
    """Say a number that counts hundredths, such as "99.5", with its sign."""
    return _in_unit(_("{n} %"), english)


def often(times: int, of: int) -> str:
    """Say how often something came out: "in 63 of 100 re-runs"; nothing when it was not run again."""
    return (
        n_("in {times} of {n} re-run", "in {times} of {n} re-runs", of).replace("{times}", counted(times))
        if of
        else ""
    )
