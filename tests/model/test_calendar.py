"""The clock: local hours and recurring sessions as instants, held against a walk through every minute."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from tabletop.model.calendar import MOST_HORIZON, Clock, Hours, parse_hours, parse_weekly
from tabletop.model.duration import DAY, HOUR, MINUTE, WEEK
from tabletop.model.windows import ALWAYS, Windows


def clock(starts: str = "2026-03-02 08:00", zone: str = "Europe/Skopje", **others: object) -> Clock:
    return Clock.model_validate({"starts": starts, "time_zone": zone, "lasts": "15d", **others})


def local_windows(clock: Clock, words: object) -> list[tuple[str, str]]:
    """Windows as local times, such as ("Mon 02 08:00", "Mon 02 16:00")."""
    return [tuple_of(clock, start, end) for start, end in clock.windows(parse_hours(words))]


def tuple_of(clock: Clock, start: int, end: int) -> tuple[str, str]:
    return f"{clock.local(start):%a %d %H:%M}", f"{clock.local(end):%a %d %H:%M}"


def minute_by_minute(clock: Clock, hours: Hours) -> Iterator[tuple[int, int]]:
    """Every open minute, by looking at the wall clock of each; knows nothing of skipped or double times."""
    for t in range(0, clock.horizon, MINUTE):
        wall = clock.local(t)
        minute, day = wall.hour * 60 + wall.minute, wall.date()
        for at, of_day in ((minute, day), (minute + 1440, day - timedelta(days=1))):
            spans = hours.on(of_day, holiday=of_day in clock.holidays)
            if any(start <= at < end for start, end in spans):
                yield t, t + MINUTE


def test_office_hours_over_a_weekend_and_a_holiday() -> None:
    fortnight = clock(holidays=["2026-03-09"], lasts="8d 3h")
    assert local_windows(fortnight, "Mon-Fri 08:00-16:00") == [
        ("Mon 02 08:00", "Mon 02 16:00"),
        ("Tue 03 08:00", "Tue 03 16:00"),
        ("Wed 04 08:00", "Wed 04 16:00"),
        ("Thu 05 08:00", "Thu 05 16:00"),
        ("Fri 06 08:00", "Fri 06 16:00"),
        ("Tue 10 08:00", "Tue 10 11:00"),
    ]


def test_a_night_that_began_before_startex_counts_and_the_last_is_cut_at_endex() -> None:
    night = clock("2026-03-02 02:00", lasts="22h")
    assert local_windows(night, "22:00-06:00") == [
        ("Mon 02 02:00", "Mon 02 06:00"),
        ("Mon 02 22:00", "Tue 03 00:00"),
    ]


def test_the_night_before_a_holiday_ends_in_its_morning() -> None:
    night = clock("2026-03-02 12:00", lasts="2d", holidays=["2026-03-03"])
    assert local_windows(night, "22:00-06:00") == [("Mon 02 22:00", "Tue 03 06:00")]


def test_always_has_no_end_and_no_holidays() -> None:
    assert clock(holidays=["2026-03-09"]).windows(parse_hours("always")) is ALWAYS


def test_always_but_for_some_days_is_shut_on_them() -> None:
    hours = ["always", {"from": "2026-03-03", "until": "2026-03-04", "hours": "closed"}]
    assert local_windows(clock(lasts="4d"), hours) == [
        ("Mon 02 08:00", "Tue 03 00:00"),
        ("Thu 05 00:00", "Fri 06 08:00"),
    ]


def test_the_working_week_of_amman() -> None:
    amman = clock("2026-03-05 08:00", "Asia/Amman", lasts="4d")
    assert local_windows(amman, "Sun-Thu 08:00-15:00") == [
        ("Thu 05 08:00", "Thu 05 15:00"),
        ("Sun 08 08:00", "Sun 08 15:00"),
    ]
    assert amman.local(0).utcoffset() == timedelta(hours=3)


def test_spring_takes_an_hour_from_the_night() -> None:
    """On 29 March 2026 Skopje goes from 02:00 to 03:00."""
    spring = clock("2026-03-28 12:00", lasts="2d")
    nights = spring.windows(parse_hours("22:00-06:00"))
    assert [end - start for start, end in nights] == [7 * HOUR, 8 * HOUR]
    assert local_windows(spring, "Sun 08:00-16:00") == [("Sun 29 08:00", "Sun 29 16:00")]


def test_autumn_gives_it_back() -> None:
    """On 25 October 2026 Skopje goes from 03:00 back to 02:00."""
    autumn = clock("2026-10-24 12:00", lasts="2d")
    assert [end - start for start, end in autumn.windows(parse_hours("22:00-06:00"))] == [9 * HOUR, 8 * HOUR]


def test_a_skipped_time_moves_forward_and_a_double_one_is_the_first() -> None:
    spring, autumn = clock("2026-03-29 00:00"), clock("2026-10-25 00:00")
    skipped, double = datetime(2026, 3, 29, 2, 30), datetime(2026, 10, 25, 2, 30)  # noqa: DTZ001 - local
    assert f"{spring.local(spring.at_local(skipped)):%H:%M %z}" == "03:30 +0200"
    assert f"{autumn.local(autumn.at_local(double)):%H:%M %z}" == "02:30 +0200"
    assert autumn.at_local(double.replace(fold=1)) == autumn.at_local(double)


def test_hours_within_what_is_skipped_do_not_open_that_night() -> None:
    spring = clock("2026-03-28 12:00", lasts="2d")
    assert local_windows(spring, "02:30-03:00") == [("Mon 30 02:30", "Mon 30 03:00")]


def test_startex_itself_may_be_a_skipped_time() -> None:
    spring = clock("2026-03-29 02:30")
    assert f"{spring.local(0):%H:%M}" == "03:30"
    assert spring.at_local(spring.starts) == 0


CHANGES = st.sampled_from([
    ("Europe/Skopje", "2026-03-27"),
    ("Europe/Skopje", "2026-10-23"),
    ("Asia/Amman", "2026-03-27"),
    ("UTC", "2028-02-27"),
])
QUARTERS = st.integers(0, 95).map(lambda quarter: quarter * 15).filter(lambda minute: not 120 < minute < 180)


@st.composite
def desks(choose: st.DrawFn) -> tuple[Clock, Hours]:
    """A clock near a change of the clocks and hours without an edge in the hour that is skipped or double."""
    zone, day = choose(CHANGES)
    holidays = [str(date.fromisoformat(day) + timedelta(days=choose(st.integers(0, 3))))]
    lasts = f"{choose(st.integers(1, 80))}h"
    spans = choose(
        st.lists(
            st.tuples(QUARTERS, QUARTERS).filter(lambda ends: ends[0] != ends[1]), min_size=1, max_size=3
        )
    )
    lines: list[object] = [f"{choose(DAYS)} {a // 60}:{a % 60:02}-{b // 60}:{b % 60:02}" for a, b in spans]
    if choose(st.booleans()):
        lines.append({
            "from": day,
            "until": holidays[0],
            "hours": choose(st.sampled_from(["closed", "always", "05:00-03:00"])),
        })
    started = f"{day} {choose(st.integers(0, 23))}:00"
    return clock(started, zone, lasts=lasts, holidays=holidays), parse_hours(lines)


DAYS = st.sampled_from(["Mon-Sun", "Fri", "Sat-Sun", "Fri-Mon", "Sun,Thu"])


@settings(max_examples=60)
@given(desks())
def test_windows_are_what_the_wall_clock_says_in_every_minute(desk: tuple[Clock, Hours]) -> None:
    clock, hours = desk
    assert clock.windows(hours) == Windows.of(minute_by_minute(clock, hours))


@given(st.integers(0, 400 * DAY), st.sampled_from(["Europe/Skopje", "Asia/Amman", "Asia/Kathmandu", "UTC"]))
def test_local_and_back_is_the_same_instant_or_its_double(ms: int, zone: str) -> None:
    here = clock(zone=zone)
    there = here.at_local(here.local(ms).replace(tzinfo=None))
    assert there == ms or (there == ms - HOUR and here.local(ms).fold == 1)
    assert here.local(ms) - here.local(0) == timedelta(milliseconds=ms)


@given(st.integers(-(10**6), 10**6))
def test_startex_is_0_and_earlier_is_negative(minutes: int) -> None:
    moment = datetime(2026, 3, 2, 8, 0) + timedelta(minutes=minutes)  # noqa: DTZ001 - local
    assert clock(zone="UTC").at_local(moment) == minutes * MINUTE


def test_any_year_of_the_calendar_can_be_asked_for() -> None:
    first, last = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59)  # noqa: DTZ001 - local
    assert clock().at_local(first) < 0 < clock().at_local(last)


def test_every_other_tuesday_stays_at_ten_when_the_clocks_change() -> None:
    spring = clock(lasts="40d")
    starts = spring.occurrences(parse_weekly("Tue 10:00"), 2 * WEEK)
    assert [f"{spring.local(t):%a %d %H:%M}" for t in starts] == [
        "Tue 03 10:00",
        "Tue 17 10:00",
        "Tue 31 10:00",
    ]
    assert [later - earlier for earlier, later in pairwise(starts)] == [
        2 * WEEK,
        2 * WEEK - HOUR,
    ]


def test_a_bare_time_of_day_recurs_by_days() -> None:
    assert clock(lasts="5d").occurrences(parse_weekly("08:00"), 2 * DAY) == (0, 2 * DAY, 4 * DAY)
    assert clock(lasts="2d").occurrences(parse_weekly("7:59"), DAY) == (DAY - MINUTE, 2 * DAY - MINUTE)


def test_what_recurs_without_a_local_time_keeps_exact_distances() -> None:
    assert clock(lasts="5h").occurrences(None, 2 * HOUR, first=HOUR) == (HOUR, 3 * HOUR)


def test_the_first_session_is_not_before_it_is_wanted() -> None:
    assert clock().occurrences(parse_weekly("Mon 08:00"), WEEK, first=1) == (WEEK, 2 * WEEK)


def test_nothing_begins_at_endex() -> None:
    assert clock(lasts="7d").occurrences(parse_weekly("Mon 08:00"), WEEK) == (0,)


@pytest.mark.parametrize(
    ("on", "every", "message"),
    [
        (
            "Tue 10:00",
            3 * DAY,
            r"every 3d: sessions on Tue 10:00 come every so many whole weeks, such as 1w or 2w",
        ),
        ("10:00", HOUR, r"every 1h: sessions at 10:00 come every so many whole days, such as 1d or 2d"),
        (None, 0, r"every 0m: sessions need a time between them"),
        (None, 1, r"every < 1 s makes more than 100,000 sessions before EndEx"),
    ],
)
def test_a_distance_that_does_not_suit_is_refused(on: str | None, every: int, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        clock().occurrences(parse_weekly(on) if on else None, every)


def test_a_clock_needs_only_how_long_it_lasts() -> None:
    plain = Clock.model_validate({"lasts": "1d"})
    assert plain.local(0) == datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
    assert (plain.horizon, plain.measure_from, f"{plain.local(0):%A}") == (DAY, 0, "Monday")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ({"lasts": "4000d"}, "4000d is more than 3653 d"),
        ({"lasts": "0m"}, "expected a duration longer than 0, got 0m"),
        ({"lasts": 15}, "a bare number has no unit: 15m"),
        ({"lasts": "1d", "measure_from": "24h"}, "must be less than lasts"),
        ({"lasts": "1d", "holidays": ["9 March"]}, "expected a date such as 2026-03-09, got '9 March'"),
        ({"lasts": "1d", "zone": "UTC"}, "Extra inputs are not permitted"),
    ],
)
def test_a_clock_that_makes_no_sense_is_refused(words: dict[str, object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Clock.model_validate(words)


def test_a_clock_is_written_as_it_is_read() -> None:
    here = clock(holidays=("2026-03-09",), measure_from="1d 2h")
    assert here.model_dump(mode="json") == {
        "starts": "2026-03-02 08:00",
        "time_zone": "Europe/Skopje",
        "lasts": "15d",
        "holidays": ["2026-03-09"],
        "measure_from": "1d 2h",
    }
    assert Clock.model_validate_json(here.model_dump_json()) == here
    assert hash(Clock.model_validate_json(here.model_dump_json())) == hash(here)


def test_ten_years_of_office_hours() -> None:
    long = clock(lasts="3653d")
    assert long.horizon == MOST_HORIZON
    assert len(long.windows(parse_hours("Mon-Fri 08:00-16:00")).starts) == 2610
