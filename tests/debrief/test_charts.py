"""Geometry: nothing lies outside its picture, nothing overlaps, and what is drawn sums to what was measured."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.debrief.charts.axis import MOST_TICKS, axis
from tabletop.debrief.charts.bars import due_at, letters, segments
from tabletop.debrief.charts.steps import steps
from tabletop.debrief.charts.timeline import BAR, Crossing, Ending, Mark, Stretch, timeline
from tabletop.debrief.charts.tracks import Tracks
from tabletop.debrief.sections.spent import spent
from tabletop.debrief.story import Story
from tabletop.measures.delays import delays
from tabletop.model.calendar import Clock
from tabletop.model.duration import DAY, HOUR, MINUTE
from tests.debrief.tiny import record, scenario

CLOCK: Clock = scenario().clock


@given(st.integers(0, 200 * DAY), st.integers(1, 400 * DAY))
def test_marks_of_time_lie_on_the_line_in_order_and_are_few(since: int, length: int) -> None:
    line = axis(CLOCK, since=since, until=since + length)
    places = [tick.x for tick in line.ticks]
    assert len(places) <= MOST_TICKS + 1
    assert all(0 <= x <= 100 for x in places)
    assert all(a < b for a, b in pairwise(places))


@pytest.mark.parametrize(
    ("until", "labels"),
    [
        (3 * HOUR, ["08:00", "09:00", "10:00", "11:00"]),
        (3 * DAY, ["12:00", "Tue 3 Mar", "12:00", "Wed 4 Mar", "12:00", "Thu 5 Mar"]),
    ],
)
def test_marks_of_time_are_round_local_hours_or_days(until: int, labels: list[str]) -> None:
    ticks = axis(CLOCK, since=0, until=until).ticks
    assert [tick.label.replace("\u00a0", " ") for tick in ticks] == labels


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(1, 20))))
def test_nothing_overlaps_on_a_track(spans: list[tuple[int, int]]) -> None:
    tracks, taken = Tracks(), dict[int, list[tuple[int, int]]]()
    for since, length in spans:
        taken.setdefault(tracks.place(since, since + length), []).append((since, since + length))
    assert len(tracks) == len(taken)
    for row in taken.values():
        assert all(a[1] <= b[0] for a, b in pairwise(row))


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=30))
def test_the_parts_of_a_bar_fill_it_without_a_gap(lengths: list[int]) -> None:
    parts = segments([("work", length, "A") for length in lengths], scale=sum(lengths))
    assert parts[0].x == 0
    assert all(a.x + a.width == pytest.approx(b.x) for a, b in pairwise(parts))
    assert parts[-1].x + parts[-1].width == pytest.approx(100)


def test_letters_and_deadlines() -> None:
    assert [letters(30)[place] for place in (0, 25, 26, 29)] == ["A", "Z", "AA", "AD"]
    assert [due_at(x) is None for x in (-1, 0, 100, 101)] == [True, False, False, True]


def test_a_share_that_jumps_is_drawn_as_stairs() -> None:
    stairs = steps(CLOCK, [(6 * HOUR, 0.5), (12 * HOUR, 1.0)], until=DAY)
    assert [(tread.x, tread.until, tread.y) for tread in stairs.treads] == [
        (0, 25, 100),
        (25, 50, 50),
        (50, 100, 0),
    ]


def crossing(number: int, *, since: int, left: int | None, at: int) -> Crossing:
    sending = (Stretch("carried", since, at if left is None else left),)
    taking = () if left is None else (Stretch("work", left, at),)
    ending: Ending = "stopped" if left is None else "handed_on"
    return Crossing(number, "a", "b", since, left, at, sending, taking, ending, critical=True, says="x")


@given(
    st.lists(
        st.tuples(st.integers(0, 50), st.integers(0, 25), st.integers(0, 25), st.booleans()),
        min_size=1,
        max_size=40,
    )
)
def test_the_picture_holds_every_hand_off_within_its_frame(spans: list[tuple[int, int, int, bool]]) -> None:
    crossings = [
        crossing(number, since=s * MINUTE, left=None if stops else (s + a) * MINUTE, at=(s + a + b) * MINUTE)
        for number, (s, a, b, stops) in enumerate(spans, 1)
    ]
    marks = [Mark(99 * MINUTE, "a", "decision", "A long name of a decision")]
    line = axis(CLOCK, since=0, until=100 * MINUTE)
    picture = timeline(line, [("a", "A"), ("b", "B")], crossings=crossings, marks=marks)
    assert sum(lane.height for lane in picture.lanes) == picture.height
    assert all(bar.x >= 0 and bar.x + bar.width <= 100.001 for bar in picture.bars)
    assert all(bar.y >= 0 and bar.y + BAR <= picture.height for bar in picture.bars)
    assert all(0 <= sign.x <= 100 and 0 <= sign.y <= picture.height for sign in picture.signs)
    assert len(picture.arrows) == sum(each.left is not None for each in crossings)
    assert len(picture.notes) == len(crossings) + 1


def test_sums_shown_are_sums_measured() -> None:
    story = Story(record())
    shown, account = spent(story), delays(story.chronicle)
    paths = [path for path in story.paths.values() if path.length]
    assert [sum(row.amount for row in bar.key) for bar in shown.bars] == [path.length for path in paths]
    assert sum(row.amount for row in shown.lost) == account.lost
    assert sum(row.amount for row in shown.protection) == account.protection
