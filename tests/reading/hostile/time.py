"""Dates, hours and zones that do not exist."""

from __future__ import annotations

from tests.reading.hostile.city import Case, city, clock, email, expectation, inject, police

CASES = (
    Case(
        "a date that does not exist",
        clock("starts: 2026-02-30 08:00, lasts: 1d"),
        (
            "city.yaml:3:9: clock.starts: there is no 2026-02-30 in the calendar: day is out of range for month",
        ),
        beyond_schema="the calendar",
    ),
    Case(
        "a leap day in a common year",
        clock("starts: 2026-02-29 08:00, lasts: 1d"),
        (
            "city.yaml:3:9: clock.starts: there is no 2026-02-29 in the calendar: day is out of range for month",
        ),
        beyond_schema="the calendar",
    ),
    Case(
        "a start without a time",
        clock("starts: 2026-03-02, lasts: 1d"),
        (
            "city.yaml:3:9: clock.starts: expected a date and a time such as 2026-03-02 08:00, without a zone and in whole minutes, got '2026-03-02'",
        ),
    ),
    Case(
        "a start with a zone",
        clock("starts: 2026-03-02T08:00Z, lasts: 1d"),
        (
            "city.yaml:3:9: clock.starts: expected 2026-03-02 08:00, without a zone and in whole minutes, got '2026-03-02T08:00Z'",
        ),
    ),
    Case(
        "a start in the year 10000",
        clock("starts: '10000-01-01 08:00', lasts: 1d"),
        ("city.yaml:3:9: clock.starts: expected a date such as 2026-03-09, got '10000-01-01'",),
    ),
    Case(
        "a start in the Middle Ages",
        clock("starts: 1203-03-02 08:00, lasts: 1d"),
        ("city.yaml:3:9: clock.starts: 1203-03-02 is not between the years 1900 and 2200",),
        beyond_schema="the calendar",
    ),
    Case(
        "a zone that does not exist",
        clock("time_zone: Europe/Skopie, lasts: 1d"),
        ("city.yaml:3:9: clock.time_zone: there is no time zone 'Europe/Skopie': Europe/Skopje?",),
        beyond_schema="the calendar",
    ),
    Case(
        "a zone that is a path",
        clock("time_zone: ../../etc/passwd, lasts: 1d"),
        (
            "city.yaml:3:9: clock.time_zone: there is no time zone '../../etc/passwd'; names look like Europe/Skopje",
        ),
        beyond_schema="the calendar",
    ),
    Case(
        "a zone with a NUL",
        clock('time_zone: "UTC\\0", lasts: 1d'),
        (
            "city.yaml:3:20: clock.time_zone: U+0000 (the sign of a file that is no text) cannot stand in a text (remove it)",
        ),
    ),
    Case(
        "a start that daylight saving skips",
        clock("starts: 2026-03-29 02:30, time_zone: Europe/Skopje, lasts: 1d"),
    ),
    Case("a start that comes twice", clock("starts: 2026-10-25 02:30, time_zone: Europe/Skopje, lasts: 1d")),
    Case(
        "a holiday that does not exist",
        clock("lasts: 1d, holidays: [2026-04-31]"),
        (
            "city.yaml:3:31: clock.holidays.0: there is no 2026-04-31 in the calendar: day is out of range for month",
        ),
        beyond_schema="the calendar",
    ),
    Case(
        "an inject before the exercise",
        inject("at: 2026-03-01 08:00, to: school, brings: concern"),
        ("city.yaml:10:11: injects.event.at: lies before the exercise starts (see clock.starts)",),
    ),
    Case(
        "an inject at a time that does not exist",
        inject("at: 2026-03-02 25:00, to: school, brings: concern"),
        (
            "city.yaml:10:11: injects.event.at: '2026-03-02 25:00' is no date and time: hour must be in 0..23 (write it as 2026-03-03 10:00)",
        ),
        beyond_schema="the calendar",
    ),
    Case(
        "an inject with a zone",
        inject("at: 2026-03-02 10:00+01:00, to: school, brings: concern"),
        (
            "city.yaml:10:11: injects.event.at: '2026-03-02 10:00+01:00' names a time zone; times are those of clock.time_zone",
        ),
        beyond_schema="the calendar",
    ),
    Case("an inject at a local time", inject("at: 2026-03-02 10:00, to: school, brings: concern")),
    Case(
        "a deadline before the exercise",
        expectation("role: lead, knows: concern, before: 2026-02-01 08:00"),
        (
            "city.yaml:10:40: expectations.warned.before: does not lie after the start of the exercise (see clock.starts)",
        ),
    ),
    Case("hours that end before they begin run past midnight", police("hours: 22:00-06:00")),
    Case(
        "hours of no length",
        police("hours: 08:00-08:00"),
        ("city.yaml:7:12: actors.police.hours: 08:00-08:00 never opens; the whole day is 00:00-24:00",),
        beyond_schema="the calendar",
    ),
    Case(
        "hours in words",
        police("hours: nine to five"),
        (
            "city.yaml:7:12: actors.police.hours: expected hours such as Mon-Fri 08:00-16:00, 22:00-06:00 or always, got 'nine to five'",
        ),
    ),
    Case(
        "hours on a day that does not exist",
        police("hours: Mon-Fry 08:00-16:00"),
        (
            "city.yaml:7:12: actors.police.hours: 'Fry' is no day of the week: Fri? (Mon, Tue, Wed, Thu, Fri, Sat, Sun)",
        ),
        beyond_schema="the calendar",
    ),
    Case(
        "hours of a clock with twelve hours",
        police("hours: 8am-4pm"),
        (
            "city.yaml:7:12: actors.police.hours: expected hours such as Mon-Fri 08:00-16:00, 22:00-06:00 or always, got '8am-4pm'",
        ),
    ),
    Case(
        "hours after midnight of a day",
        police("hours: 08:00-25:00"),
        ("city.yaml:7:12: actors.police.hours: there is no 25:00 on a clock of 24 hours",),
        beyond_schema="the calendar",
    ),
    Case(
        "a desk that never opens",
        police("hours: never"),
        (
            "city.yaml:7:12: actors.police.hours: a desk with these hours never opens; give it hours such as Mon-Fri 08:00-16:00, or leave it out",
        ),
        beyond_schema="the calendar",
    ),
    Case(
        "a desk that opens only on a holiday",
        city(
            "clock: {starts: 2026-03-02 08:00, lasts: 4d, holidays: [2026-03-04]}",
            "actors: {school: {}, police: {hours: Wed 08:00-16:00}, ngo: {}, office: {}}",
        ),
        (
            "city.yaml:5:31: actors.police.hours: the desk never opens during the exercise (see clock.starts, clock.lasts and clock.holidays)",
        ),
    ),
    Case(
        "a desk that opens after the exercise",
        police("hours: [{from: 2026-08-01, until: 2026-08-31, hours: 08:00-16:00}]"),
        (
            "city.yaml:7:12: actors.police.hours: the desk never opens during the exercise (see clock.starts, clock.lasts and clock.holidays)",
        ),
    ),
    Case(
        "a season that ends before it begins",
        police("hours: [08:00-16:00, {from: 2026-03-20, until: 2026-03-10, hours: never}]"),
        (
            "city.yaml:7:12: actors.police.hours: a dated entry ends (2026-03-10) before it begins (2026-03-20)",
        ),
        beyond_schema="the calendar",
    ),
    Case(
        "two seasons of one day",
        police(
            "hours: [08:00-16:00, {from: 2026-03-01, until: 2026-03-05, hours: never}, {from: 2026-03-05, until: 2026-03-06, hours: 09:00-10:00}]"
        ),
        (
            "city.yaml:7:12: actors.police.hours: two dated entries speak of 2026-03-05; give it one, with a list of hours",
        ),
        beyond_schema="the calendar",
    ),
    Case(
        "a season without its end",
        police("hours: [{from: 2026-03-10, hours: 08:00-16:00}]"),
        ("city.yaml:7:12: actors.police.hours: a dated entry has from, until and hours, got from, hours",),
    ),
    Case(
        "a meeting on a day that does not exist",
        email("periodic_meeting: {every: 1w, on: Tusday 10:00}"),
        (
            "city.yaml:10:37: channels.email.barriers.periodic_meeting.on: 'Tusday' is no day of the week: Tue? (Mon, Tue, Wed, Thu, Fri, Sat, Sun)",
        ),
        beyond_schema="the calendar",
    ),
    Case(
        "a meeting at midnight",
        email("periodic_meeting: {every: 1w, on: Tue 24:00}"),
        (
            "city.yaml:10:37: channels.email.barriers.periodic_meeting.on: Tue 24:00: write 00:00 of the day after",
        ),
        beyond_schema="the calendar",
    ),
    Case(
        "a planned outage before the exercise",
        email("outage: {down: [{at: -1h, lasts: 1h}]}"),
        ("city.yaml:10:24: channels.email.barriers.outage.down.0.at: a duration cannot be negative: 1h?",),
    ),
)
"""Every case of this sort."""
