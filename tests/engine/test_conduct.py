"""An exercise step by step: what a facilitator does, and what is unfinished when it ends."""

from __future__ import annotations

import pytest

from tabletop.engine import Exercise
from tabletop.errors import UsageError
from tabletop.model.duration import DAY, HOUR, MINUTE
from tabletop.model.item import Priority
from tabletop.model.journal import Ended, Injected
from tests.engine.stories import handoffs, known, play, scenario_of

CITY = """
information: {news: {}}
actors: {a: {}, b: {handling: 1h}}
roles: {reader: {held_by: b, needs: [news]}}
channels: {mail: {delay: 1h}}
structures: {s: {links: [{from: a, to: b, channel: mail}]}}
"""
POST = CITY + "injects: {post: {at: 1h, to: a, brings: news}}"


def test_advancing_plays_everything_before_an_instant_and_nothing_at_it() -> None:
    exercise = Exercise(scenario_of(POST))
    exercise.advance(HOUR)
    assert (exercise.now, exercise.so_far()) == (HOUR, ())
    exercise.advance(HOUR + 1)
    assert [entry.at for entry in exercise.so_far()] == [HOUR, HOUR, HOUR]


def test_advancing_to_now_or_to_the_past_is_nothing() -> None:
    exercise = Exercise(scenario_of(POST))
    for until in (HOUR, HOUR, 0, -1):
        exercise.advance(until)
    assert (exercise.now, exercise.so_far()) == (HOUR, ())


def test_advancing_goes_no_further_than_endex() -> None:
    """What the facilitator brings then is the last thing that happens."""
    exercise = Exercise(scenario_of(POST))
    exercise.advance(99 * DAY)
    exercise.inject("a", "news")
    times = [entry.at for entry in exercise.run().journal]
    assert times == sorted(times)
    assert (exercise.now, times[-1]) == (10 * DAY, 10 * DAY)


def test_what_happens_at_endex_still_happens() -> None:
    record = play(CITY + "injects: {post: {at: 238h, to: a, brings: news}}")
    assert handoffs(record) == ["238:00-240:00 a>b: delay 60m, handling 60m"]


def test_what_is_given_by_hand_goes_its_way_like_an_inject() -> None:
    exercise = Exercise(scenario_of(CITY))
    exercise.advance(30 * MINUTE)
    assert exercise.inject("a", "news", priority=Priority.urgent, accuracy=0.5) == "live/1/news"
    assert exercise.inject("reader", "news") == "live/2/news"
    record = exercise.run()
    assert record.journal[:2] == (
        Injected(30 * MINUTE, "live/1", "brings", ("a",), "news", "live/1/news"),
        Injected(30 * MINUTE, "live/2", "brings", ("b",), "news", "live/2/news"),
    )
    assert known(record) == ["0:30 a news 0.5", "1:30 b news", "2:30 b news 0.5"]


def test_clocks_count_from_what_is_given_by_hand() -> None:
    text = CITY + "injects: {never: {after: agree, to: a, brings: news}}\n"
    words = "decisions: {agree: {by: b, needs: [news], takes: 9h, within: 5h, decides_anyway: true}}"
    exercise = Exercise(scenario_of(text + words))
    exercise.advance(HOUR)
    exercise.inject("a", "news")
    assert [entry.at for entry in exercise.run().journal if hasattr(entry, "at_deadline")] == [6 * HOUR]


def test_nothing_can_be_given_that_the_scenario_does_not_know_or_after_the_end() -> None:
    exercise = Exercise(scenario_of(POST))
    with pytest.raises(UsageError, match="the scenario does not know both"):
        exercise.inject("nobody", "news")
    exercise.run()
    with pytest.raises(UsageError, match="the exercise is over"):
        exercise.inject("a", "news")


def test_a_record_can_be_asked_for_again_and_advancing_after_the_end_is_nothing() -> None:
    exercise = Exercise(scenario_of(POST))
    first = exercise.run()
    exercise.advance(99 * DAY)
    assert exercise.run() == first


def test_a_structure_that_the_scenario_does_not_have_is_refused() -> None:
    with pytest.raises(UsageError, match="'t'; it has s"):
        Exercise(scenario_of(POST), "t")


LATE = """
information: {news: {}}
actors: {a: {form: note}, b: {%s}, officer: {}}
roles: {reader: {held_by: b, needs: [news]}}
channels: {mail: {%s}}
structures: {s: {links: [{from: a, to: b, channel: mail}]}}
injects: {post: {at: 239h, to: a, brings: news}}
"""


@pytest.mark.parametrize(
    ("receiver", "channel", "more", "account"),
    [
        ("", "delay: 2h", "", "delay 60m"),
        ("handling: 2h", "delay: 30m", "", "delay 30m, handling 30m"),
        ("hours: 08:00-16:00", "delay: 30m", "", "delay 30m, shut 30m"),
        ("", "", "barriers: {legal_gate: {approver: officer, work: 2h}}", "legal_gate:approval 60m"),
        (
            "",
            "",
            "barriers: {trust: {otherwise: 0%, hesitates: 40m}}",
            "trust:hesitation 40m, trust:hesitation 20m",
        ),
        (
            "",
            "barriers: {periodic_meeting: {every: 1d, first: 23h 30m, lasts: 2h}}",
            "",
            "mail.periodic_meeting:next_session 30m, session 30m",
        ),
        (
            "",
            "medium: voice, barriers: {retelling: {read_back: true, takes: 2h}}",
            "",
            "mail.retelling:read_back 60m",
        ),
        ("inbox: 1", "", "barriers: {}", ""),
    ],
)
def test_what_is_under_way_at_endex_is_unfinished_with_its_account(
    receiver: str, channel: str, more: str, account: str
) -> None:
    record = play(LATE % (receiver, channel) + more)
    ending = f"239:00-240:00 a>b: unfinished {account}" if account else "239:00-239:00 a>b"
    assert handoffs(record) == [ending]
    assert record.journal[-1] == Ended(10 * DAY)


def test_traffic_under_way_at_endex_is_unfinished_too() -> None:
    """One letter on its way, one at the desk, both in order of their numbers and before EndEx."""
    record = play(
        CITY.replace("handling: 1h", "handling: 2h")
        + "traffic: {letters: {from: a, to: b, starts: 237h, every: 1h, brings: news, items: 2}}"
    )
    assert handoffs(record) == [
        "238:00-240:00 a>b: unfinished delay 60m, handling 60m",
        "239:00-240:00 a>b: unfinished delay 60m",
    ]
