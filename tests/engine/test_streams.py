"""Traffic and routine work: what flows all the time, whom it reaches, and when it rests."""

from __future__ import annotations

from collections import Counter

from tabletop.engine import Exercise
from tabletop.model.journal import HandedOn, Handled
from tests.engine.stories import clock, handoffs, known, play, scenario_of, visits

CITY = """
information: {letter: {}}
actors: {a: {hours: 08:00-16:00, handling: 10m}, b: {handling: 10m}, c: {handling: 10m}, apart: {}}
channels: {mail: {delay: 1h}}
structures:
  hub: {shape: star, hub: b, channel: mail, members: [a, b, c]}
  all: {shape: complete, channel: mail, members: [a, b, c]}
"""


def test_traffic_starts_known_to_its_sender_with_gaps_of_open_time() -> None:
    """Every three hours from eight to four: at eleven, at two, and an hour after the next opening."""
    record = play(CITY + "traffic: {letters: {from: a, to: b, every: 3h, brings: letter, items: 3}}")
    assert handoffs(record) == [
        "11:00-12:10 a>b: delay 60m, handling 10m",
        "14:00-15:10 a>b: delay 60m, handling 10m",
        "33:00-34:10 a>b: delay 60m, handling 10m",
    ]
    assert visits(record.journal, "a") == []


def test_nobody_comes_to_know_traffic() -> None:
    record = play(
        CITY
        + "traffic: {letters: {from: a, to: b, every: 3h, brings: letter, items: 3}}\n"
        + "tasks: {look: {by: b, needs: [letter]}}"
    )
    assert known(record) == []


def test_traffic_is_routed_to_its_recipient_even_where_all_is_shared_with_everyone() -> None:
    record = play(
        CITY.replace("shape: star,", "shape: star, sharing: everyone,")
        + "traffic: {letters: {from: a, to: c, every: 1h, brings: letter, items: 1}}"
    )
    assert [line.split()[1] for line in handoffs(record)] == ["a>b:", "b>c:"]


def test_traffic_to_a_role_that_all_act_for_reaches_each_holder_once() -> None:
    record = play(
        CITY
        + "roles: {readers: {held_by: [b, c], acts: all}}\n"
        + "traffic: {letters: {from: a, to: readers, every: 1h, brings: letter, items: 1}}",
        "all",
    )
    assert [line.split()[1] for line in handoffs(record)] == ["a>b:", "a>c:"]


def test_traffic_without_a_route_is_counted() -> None:
    record = play(CITY + "traffic: {letters: {from: a, to: apart, every: 3h, brings: letter, items: 1}}")
    assert handoffs(record) == ["11:00-11:00 a>apart: stopped no_route"]


def test_each_and_any_other_range_over_those_who_are_linked_in_every_structure() -> None:
    record = play(
        CITY + "traffic: {letters: {from: each, to: any_other, every: 1h, brings: letter, items: 20}}", "all"
    )
    pairs = Counter((entry.sender, entry.receiver) for entry in record.journal if isinstance(entry, HandedOn))
    assert {sender for sender, _ in pairs} == {receiver for _, receiver in pairs} == {"a", "b", "c"}
    assert {sender: sum(n for (who, _), n in pairs.items() if who == sender) for sender in "abc"} == {
        "a": 20,
        "b": 20,
        "c": 20,
    }


def test_each_and_any_other_range_among_those_named() -> None:
    words = "{from: each, to: any_other, among: [b, c], every: 1h, brings: letter, items: 2}"
    record = play(CITY + f"traffic: {{letters: {words}}}", "all")
    assert sorted(line.split()[1] for line in handoffs(record)) == ["b>c:", "b>c:", "c>b:", "c>b:"]


def test_traffic_begins_when_it_says() -> None:
    record = play(
        CITY + "traffic: {letters: {from: b, to: c, starts: 2d, every: 1h, brings: letter, items: 1}}"
    )
    assert handoffs(record) == ["49:00-50:10 b>c: delay 60m, handling 10m"]


def test_routine_work_comes_in_open_time_so_that_no_morning_begins_with_a_flood() -> None:
    record = play(
        CITY.replace("a: {hours: 08:00-16:00,", "a: {workload: {every: 5h, takes: 30m}, hours: 08:00-16:00,")
    )
    work = [clock(entry.arrived) for entry in record.journal if isinstance(entry, Handled)]
    assert work[:4] == ["13:00", "34:00", "39:00", "60:00"]
    assert len(work) == 15


def test_traffic_waits_in_the_queue_like_everything_else() -> None:
    text = CITY + "traffic: {letters: {from: [a, c], to: b, starts: 8h, every: 1h, brings: letter, items: 1}}"
    assert handoffs(play(text)) == [
        "9:00-10:10 a>b: delay 60m, handling 10m",
        "9:00-10:20 c>b: delay 60m, queue 10m, handling 10m",
    ]


def test_a_new_partner_moves_few_of_the_choices_of_any_other() -> None:
    """The greatest draw of all candidates wins: who is not chosen anew stays the choice."""
    words = "traffic: {letters: {from: a, to: any_other, among: [a, b, c%s], every: 1h, brings: letter, items: 40}}"
    chosen = [
        {
            entry.origin: entry.receiver
            for entry in Exercise(
                scenario_of(CITY.replace("members: [a, b, c]", "members: [a, b, c, apart]") + words % more),
                "all",
            )
            .run()
            .journal
            if isinstance(entry, HandedOn)
        }
        for more in ("", ", apart")
    ]
    moved = {origin for origin, receiver in chosen[0].items() if chosen[1][origin] != receiver}
    assert {chosen[1][origin] for origin in moved} == {"apart"}
    assert 0 < len(moved) < 30
