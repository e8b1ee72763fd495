"""Times as people write them into cells, and those that could mean two things."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from tabletop.exchange.sheet import Cell
from tabletop.exchange.times import day_of, on_the_wall, since_start
from tabletop.exchange.timing import time_said
from tabletop.model.calendar import Clock
from tabletop.model.duration import DAY, HOUR, MINUTE
from tabletop.model.point import Point

CLOCK = Clock.model_validate({"starts": "2026-03-02 08:00", "time_zone": "Europe/Skopje", "lasts": "40d"})


def local(text: str) -> Point:
    return Point(local=datetime.fromisoformat(text))


@pytest.mark.parametrize(
    ("cell", "after"),
    [
        ("1d 2h", 26 * HOUR),
        ("0m", 0),
        ("T+2h", 2 * HOUR),
        ("+ 90m", 90 * MINUTE),
        ("StartEx + 1:30", 90 * MINUTE),
        ("H+3", 3 * HOUR),
        ("2:30", 150 * MINUTE),
        ("2h30", 150 * MINUTE),
        ("36:00", 36 * HOUR),
        ("1,5h", 90 * MINUTE),
        ("٢س", None),
        ("٣٠m", 30 * MINUTE),
        (timedelta(hours=30), 30 * HOUR),
        (time(1, 15), 75 * MINUTE),
        (30, None),
        ("30", None),
        ("soon", None),
        ("2:75", None),
        ("-1h", None),
        (timedelta(hours=-1), None),
        (datetime(2026, 3, 3, 10), None),  # noqa: DTZ001 - as a spreadsheet gives it
    ],
)
def test_exercise_times(cell: Cell, after: int | None) -> None:
    if after is None:
        with pytest.raises(ValueError, match=r"."):
            since_start(cell)
    else:
        assert since_start(cell) == after


@pytest.mark.parametrize(
    ("cell", "point"),
    [
        ("10:30", local("2026-03-02 10:30")),
        ("10h30", local("2026-03-02 10:30")),
        ("1:05 pm", local("2026-03-02 13:05")),
        ("12:00 a.m.", local("2026-03-02 00:00")),
        ("0930", local("2026-03-02 09:30")),
        ("1730 hrs", local("2026-03-02 17:30")),
        ("D+1 0900", local("2026-03-03 09:00")),
        ("D1 0900", local("2026-03-02 09:00")),
        ("J2 9h15", local("2026-03-03 09:15")),
        ("Day 2 09:00", local("2026-03-03 09:00")),
        ("Jour 3, 9h15", local("2026-03-04 09:15")),
        ("J+1 10:00", local("2026-03-03 10:00")),
        ("J+1 9h", local("2026-03-03 09:00")),
        ("اليوم ٢ ١٠:٣٠", local("2026-03-03 10:30")),
        ("Tue 3 Mar 10:00", local("2026-03-03 10:00")),
        ("Tue 3 Mar 10:00 (day 2)", local("2026-03-03 10:00")),
        ("mardi 3 mars, 10h00", local("2026-03-03 10:00")),
        ("الثلاثاء، ٣ مارس، ١٠:٠٠ (اليوم ٢)", local("2026-03-03 10:00")),
        ("3 March 2027 10:00", local("2027-03-03 10:00")),
        ("1 Feb 10:00", local("2027-02-01 10:00")),
        ("2026-03-03 10:00", local("2026-03-03 10:00")),
        ("2026-03-03T10:00", local("2026-03-03 10:00")),
        ("3.4.2026 10:00", local("2026-04-03 10:00")),
        ("03/03/2026 10:00", local("2026-03-03 10:00")),
        ("31/03/2026 10h00", local("2026-03-31 10:00")),
        ("3/31/2026 10:00 PM", local("2026-03-31 22:00")),
        ("T+2h", Point(after=2 * HOUR)),
        ("1d", Point(after=DAY)),
        ("36h", Point(after=36 * HOUR)),
        (time(9), local("2026-03-02 09:00")),
        (timedelta(hours=3), Point(after=3 * HOUR)),
        (datetime(2026, 3, 3, 9, 59, 59, 999_500), local("2026-03-03 10:00")),  # noqa: DTZ001 - as Excel rounds it
        (datetime(2026, 3, 3, 10, tzinfo=UTC), local("2026-03-03 10:00")),
        ("", None),
        (None, None),
    ],
)
def test_times_on_the_wall(cell: Cell, point: Point | None) -> None:
    assert on_the_wall(cell, clock=CLOCK) == point


def test_a_clock_time_is_of_the_date_that_stands_beside_it() -> None:
    assert on_the_wall("10:00", clock=CLOCK, day=date(2026, 3, 9)) == local("2026-03-09 10:00")


@pytest.mark.parametrize(
    ("cell", "what"),
    [
        ("03/04/2026 10:00", "could be 03 April or 04 March; write it as 2026-04-03, year first"),
        ("2026-03-03", "is a date without a time"),
        ("31.02.2026 10:00", "day"),
        ("3.3.26 10:00", "four digits"),
        ("25:00", "there is no '25:00' on a clock"),
        ("13:00 pm", "there is no '13:00 pm' on a clock"),
        ("10:75", "there are no 75 minutes in an hour"),
        ("9h", "9h could be 9 o'clock or 9 hours after StartEx; write 9:00 or T"),
        ("after lunch", "expected a time such as 1d 2h"),
        ("10", "no unit"),
        (46084.4, "no unit"),
        (True, "no unit"),
        ("2026-03-03 10:00+01:00", "time zone"),
    ],
)
def test_what_could_mean_two_things_or_nothing_is_told(cell: Cell, what: str) -> None:
    with pytest.raises(ValueError, match=what):
        on_the_wall(cell, clock=CLOCK)


@pytest.mark.parametrize(
    "cell", ["2026-03-03", "3.3.2026", date(2026, 3, 3), datetime(2026, 3, 3, 5, tzinfo=UTC)]
)
def test_dates(cell: Cell) -> None:
    assert day_of(cell) == date(2026, 3, 3)


USUAL = Point(after=2 * HOUR)


@pytest.mark.parametrize(
    ("cells", "usual", "point", "doubt"),
    [
        ({"exercise_time": "2h", "local_time": "2026-03-02 10:00", "counts": "exercise"}, None, USUAL, False),
        (
            {"exercise_time": "2h", "local_time": "2026-03-02 10:00", "counts": "local"},
            None,
            local("2026-03-02 10:00"),
            False,
        ),
        ({"exercise_time": "3h", "local_time": "2026-03-02 10:00"}, USUAL, Point(after=3 * HOUR), False),
        ({"exercise_time": "2h", "local_time": "2026-03-02 12:00"}, USUAL, local("2026-03-02 12:00"), False),
        ({"exercise_time": "3h", "local_time": "2026-03-02 12:00"}, USUAL, Point(after=3 * HOUR), True),
        ({"local_time": "2026-03-02 10:00"}, USUAL, USUAL, False),
        ({"exercise_time": "120m"}, local("2026-03-02 10:00"), local("2026-03-02 10:00"), False),
        ({"local_time": "10:00", "date": "2026-03-05"}, None, local("2026-03-05 10:00"), False),
        ({"local_time": ""}, USUAL, None, False),
    ],
)
def test_of_two_times_the_corrected_one_counts(
    cells: dict[str, Cell], usual: Point | None, point: Point | None, *, doubt: bool
) -> None:
    said = time_said(cells, CLOCK, usual=usual)
    assert (said.point, bool(said.doubt)) == (point, doubt)


def test_a_time_before_the_exercise_is_told() -> None:
    with pytest.raises(ValueError, match="lies before StartEx, 2026-03-02 08:00"):
        time_said({"local_time": "07:30"}, CLOCK, usual=None)


def test_a_double_hour_and_a_skipped_one_come_back_as_they_were() -> None:
    skipped = local("2026-03-29 02:30")
    cells: dict[str, Cell] = {
        "exercise_time": "26d 18h 30m",
        "local_time": "2026-03-29 02:30",
        "counts": "local",
    }
    assert time_said(cells, CLOCK, usual=None).point == skipped
    autumn = CLOCK.model_copy(update={"starts": datetime(2026, 10, 24, 8)})  # noqa: DTZ001 - a local time
    second = Point(after=19 * HOUR + 30 * MINUTE)
    cells = {
        "exercise_time": "19h 30m",
        "local_time": autumn.local(second.after or 0).replace(tzinfo=None),
        "counts": "exercise",
    }
    assert time_said(cells, autumn, usual=None) == time_said({"exercise_time": "19h 30m"}, autumn, usual=None)
