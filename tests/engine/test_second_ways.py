"""A link may name another channel that is tried when the first has not brought the item in time."""

from __future__ import annotations

from tests.engine.stories import handoffs, play


def story(words: str, *, more: str = "", delay: str = "1d") -> list[str]:
    """Play a post over a mail that may fall back on the telephone, and return how its hand-offs ended."""
    record = play(
        "information: {news: {}}\nactors: {a: {}, b: {handling: 10m}, officer: {handling: 1h}}\n"
        "roles: {reader: {held_by: b, needs: [news]}}\n"
        f"channels: {{mail: {{delay: {delay}{words}}}, phone: {{delay: 5m}}}}\n"
        "structures: {s: {links: [{from: a, to: b, channel: mail, else: phone, after: 4h}]}}\n"
        f"injects: {{post: {{at: 0h, to: a, brings: news}}}}\n{more}"
    )
    return handoffs(record)


def test_what_has_arrived_in_time_is_not_sent_again() -> None:
    assert story("", delay="3h") == ["0:00-3:10 a>b: delay 180m, handling 10m"]


def test_what_arrives_at_that_very_instant_is_in_time() -> None:
    assert story("", delay="4h") == ["0:00-4:10 a>b: delay 240m, handling 10m"]


def test_what_has_not_arrived_is_tried_over_the_other_channel_and_comes_twice() -> None:
    assert story("") == [
        "0:00-4:15 a>b: fallback 240m, delay 5m, handling 10m",
        "0:00-24:01 a>b: again delay 1440m, handling 1m",
    ]


def test_what_was_lost_on_the_first_channel_is_tried_over_the_other() -> None:
    assert story(", barriers: {lossy_channel: {loss: 100%}}") == [
        "0:00-0:00 a>b: stopped never_noticed",
        "0:00-4:15 a>b: fallback 240m, delay 5m, handling 10m",
    ]


def test_a_refusal_holds_for_the_other_channel_too() -> None:
    more = "barriers: {trust: {otherwise: 0%, tries: 1}}"
    assert story("", more=more) == ["0:00-0:00 a>b: stopped withheld"]


def test_what_was_permitted_once_is_not_asked_again() -> None:
    """The approval takes until ten; then both ways go at once, and the officer works once only."""
    more = "barriers: {legal_gate: {approver: officer, work: 10h}}"
    assert story("", more=more) == [
        "0:00-10:15 a>b: fallback 600m, delay 5m, handling 10m",
        "0:00-34:01 a>b: again legal_gate:approval 600m, delay 1440m, handling 1m",
    ]


def test_traffic_that_came_both_ways_goes_on_once() -> None:
    record = play("""
information: {news: {}}
actors: {a: {}, b: {}, c: {}}
channels: {mail: {delay: 6h}, phone: {}}
structures:
  s: {links: [{from: a, to: b, channel: mail, else: phone, after: 4h}, {from: b, to: c, channel: phone}]}
traffic: {letters: {from: a, to: c, every: 1h, brings: news, items: 1}}
""")
    assert handoffs(record) == [
        "1:00-5:00 a>b: fallback 240m",
        "5:00-5:00 b>c",
        "1:00-7:00 a>b: again delay 360m",
    ]


def test_an_item_that_is_being_said_in_a_session_has_come_to_be_carried() -> None:
    """It has not arrived by eleven, and so the telephone is tried, whatever else stands behind the meeting."""
    meeting = "periodic_meeting: {every: 1d, first: 2h, lasts: 5h}"
    for barriers in (meeting, meeting + ", lossy_channel: {loss: 0%}"):
        assert story(f", barriers: {{{barriers}}}") == [
            "0:00-7:00 a>b: mail.periodic_meeting:next_session 120m, session 300m",
            "0:00-7:01 a>b: again fallback 240m, delay 5m, queue 175m, handling 1m",
        ]
