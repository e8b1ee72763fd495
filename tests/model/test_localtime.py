"""Weekdays, times of day, dates and time zones as a person writes them."""

from __future__ import annotations

import re
from datetime import date, datetime

import pytest
from pydantic import TypeAdapter

from tabletop.model.localtime import (
    DayField,
    LocalField,
    Weekly,
    WeeklyField,
    ZoneField,
    parse_day,
    parse_local,
    parse_weekday,
    parse_weekly,
    parse_zone,
)


@pytest.mark.parametrize(("text", "day"), [("Mon", 0), ("tue", 1), ("Tues", 1), ("SUNDAY", 6), (" Thu ", 3)])
def test_a_day_of_the_week_is_known_by_its_first_letters(text: str, day: int) -> None:
    assert parse_weekday(text) == day


@pytest.mark.parametrize(
    ("text", "said"), [("Tu", "'Tu' is no day of the week: Tue? (Mon,"), ("Freitag", ": Fri?")]
)
def test_the_nearest_day_of_the_week_is_offered(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        parse_weekday(text)


@pytest.mark.parametrize(
    ("text", "weekly", "again"),
    [
        ("Tue 10:00", Weekly(1, 600), "Tue 10:00"),
        ("10:00", Weekly(None, 600), "10:00"),
        ("friday 9:05", Weekly(4, 545), "Fri 09:05"),
    ],
)
def test_a_recurring_time_is_read_and_said(text: str, weekly: Weekly, again: str) -> None:
    assert (parse_weekly(text), str(weekly), parse_weekly(weekly)) == (weekly, again, weekly)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("Tue", "expected a time of day such as 08:30, got 'Tue'"),
        ("Tue Wed 10:00", "expected one day and a time such as Tue 10:00, got 'Tue Wed 10:00'"),
        ("Tue 25:00", "there is no 25:00 on a clock of 24 hours"),
        ("Tue 24:00", "Tue 24:00: write 00:00 of the day after"),
        (10, "expected a day and time such as Tue 10:00, got 10"),
        ("Tue \u0661\u0660:\u0660\u0660", "write the digits as in English: Tue 10:00"),
    ],
)
def test_what_is_no_recurring_time_is_refused(value: object, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message) + "$"):
        parse_weekly(value)


def test_dates_and_local_times_are_read() -> None:
    assert parse_day("2026-03-09") == parse_day(date(2026, 3, 9)) == date(2026, 3, 9)
    for text in ("2026-03-02 08:00", "2026-03-02T08:00", "2026-03-02 8:00", "2026-03-02 08:00:00"):
        assert parse_local(text) == parse_local(parse_local(text)) == datetime(2026, 3, 2, 8, 0)  # noqa: DTZ001 - local


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("2026-13-01 08:00", "there is no 2026-13-01 in the calendar: month must be in 1..12"),
        ("2026-03-01", "expected a date and a time such as 2026-03-01 08:00, without a zone"),
        ("2026-03-01 08:00+01:00", "without a zone and in whole minutes, got '2026-03-01 08:00+01:00'"),
        ("2026-03-01 08:00:30", "in whole minutes"),
        ("2026-03-01 24:00", "2026-03-01 24:00: write 00:00 of the day after"),
        ("1066-10-14 09:00", "1066-10-14 is not between the years 1900 and 2200"),
        ("tomorrow 09:00", "expected a date such as 2026-03-09, got 'tomorrow'"),
        (2026, "expected a date and time such as 2026-03-02 08:00, got 2026"),
        ("2" * 100, "expected a date and time such as 2026-03-02 08:00, got"),
    ],
)
def test_what_is_no_local_time_is_refused_with_what_would_do(value: object, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        parse_local(value)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("Europe/Skopie", "there is no time zone 'Europe/Skopie': Europe/Skopje?"),
        ("Skopje", "there is no time zone 'Skopje': Europe/Skopje?"),
        ("New York", "there is no time zone 'New York': America/New_York?"),
        ("../etc/passwd", "there is no time zone '../etc/passwd'; names look like Europe/Skopje"),
        ("", "there is no time zone ''; names look like Europe/Skopje"),
        (3, "expected a time zone such as Europe/Skopje, got 3"),
    ],
)
def test_the_nearest_time_zone_is_offered(value: object, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message) + "$"):
        parse_zone(value)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (WeeklyField, "Tue 10:00"),
        (DayField, "2026-03-09"),
        (LocalField, "2026-03-02 08:00"),
        (ZoneField, "Asia/Amman"),
    ],
)
def test_fields_read_words_and_write_them_again(field: type[object], text: str) -> None:
    adapter: TypeAdapter[object] = TypeAdapter(field)
    assert adapter.dump_python(adapter.validate_python(text, strict=True), mode="json") == text
    assert re.search(adapter.json_schema().get("pattern", ""), text)
