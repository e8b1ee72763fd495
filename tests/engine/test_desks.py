"""A desk accounts for every millisecond of a visit: shut, absent, queue, handling."""

from __future__ import annotations

from tests.engine.stories import handoffs, known, play, visits


def desk(words: str, injects: str) -> list[str]:
    """Play injects at one desk and return its visits."""
    record = play(
        f"information: {{news: {{}}, alarm: {{priority: urgent}}}}\nactors: {{a: {{{words}}}, b: {{}}}}\n"
        "channels: {mail: {}}\nstructures: {s: {links: [{between: [a, b], channel: mail}]}}\n"
        f"injects: {{{injects}}}\n"
    )
    return visits(record.journal, "a")


def test_work_pauses_at_closing_and_goes_on_at_opening() -> None:
    assert desk("hours: 08:00-16:00, handling: 3h", "post: {at: 14h, to: a, brings: news}") == [
        "14:00-33:00 item: shut 960m, handling 180m"
    ]


def test_work_that_ends_exactly_at_closing_ends_then() -> None:
    assert desk("hours: 08:00-16:00, handling: 2h", "post: {at: 14h, to: a, brings: news}") == [
        "14:00-16:00 item: handling 120m"
    ]


def test_what_takes_no_time_still_needs_an_open_desk() -> None:
    assert desk("hours: 08:00-16:00", "post: {at: 16h, to: a, brings: news}") == [
        "16:00-32:00 item: shut 960m"
    ]


def test_an_absence_that_begins_mid_work_moves_the_end_of_the_work() -> None:
    injects = "post: {at: 0h, to: a, brings: news}, away: {at: 1h, absence: {actor: a, lasts: 3h}}"
    assert desk("handling: 2h", injects) == ["0:00-5:00 item: absent 180m, handling 120m"]


def test_an_absence_counts_only_while_the_desk_is_open() -> None:
    """Away from 15:00 to 9:00: an hour before closing, and one after opening."""
    injects = "post: {at: 14h, to: a, brings: news}, away: {at: 15h, absence: {actor: a, lasts: 18h}}"
    assert desk("hours: 08:00-16:00, handling: 2h", injects) == [
        "14:00-34:00 item: shut 960m, absent 120m, handling 120m"
    ]


def test_what_comes_during_an_absence_waits_for_the_return() -> None:
    injects = "away: {at: 0h, absence: {actor: a, lasts: 2h}}, post: {at: 1h, to: a, brings: news}"
    assert desk("handling: 10m", injects) == ["1:00-2:10 item: absent 60m, handling 10m"]


TWO_ITEMS = "one: {at: 0h, to: a, brings: news}, two: {at: 10m, to: a, brings: news}, "


def test_when_one_of_two_leaves_the_work_begun_last_is_put_down() -> None:
    injects = TWO_ITEMS + "away: {at: 30m, absence: {actor: a, staff: 1, lasts: 20m}}"
    assert desk("staff: 2, handling: 1h", injects) == [
        "0:00-1:00 item: handling 60m",
        "0:10-1:30 item: absent 20m, handling 60m",
    ]


def test_whoever_becomes_free_takes_up_what_was_put_down_before_anything_new() -> None:
    injects = (
        TWO_ITEMS
        + "three: {at: 40m, to: a, brings: alarm}, away: {at: 30m, absence: {actor: a, staff: 1, lasts: 1d}}"
    )
    assert desk("staff: 2, handling: 1h", injects) == [
        "0:00-1:00 item: handling 60m",
        "0:10-1:40 item: absent 30m, handling 60m",
        "0:40-2:40 item: queue 60m, handling 60m",
    ]


def test_two_partial_absences_leave_nobody_only_while_they_overlap() -> None:
    """Nobody can be called from 0:30 to 1:00; from then on one of the two is there again."""
    record = play("""
information: {news: {}}
actors: {a: {}, b: {staff: 2}}
roles: {reader: {held_by: b, needs: [news]}}
channels: {phone: {barriers: {unanswered_call: {answered: 100%}}}}
structures: {s: {links: [{from: a, to: b, channel: phone}]}}
injects:
  one: {at: 0h, absence: {actor: b, staff: 1, lasts: 1h}}
  two: {at: 30m, absence: {actor: b, staff: 1, lasts: 90m}}
  post: {at: 40m, to: a, brings: news}
""")
    assert handoffs(record) == ["0:40-1:00 a>b: phone.unanswered_call:waiting_for_duty 20m"]


def test_the_urgent_goes_first_and_nobody_is_interrupted() -> None:
    injects = TWO_ITEMS + "three: {at: 20m, to: a, brings: alarm}"
    assert desk("handling: 30m", injects) == [
        "0:00-0:30 item: handling 30m",
        "0:20-1:00 item: queue 10m, handling 30m",
        "0:10-1:30 item: queue 50m, handling 30m",
    ]


def test_routine_work_keeps_the_same_people_busy() -> None:
    injects = "post: {at: 2h 10m, to: a, brings: news}"
    assert desk("handling: 10m, workload: {every: 2h, takes: 30m}", injects)[:2] == [
        "2:00-2:30 workload: handling 30m",
        "2:10-2:40 item: queue 20m, handling 10m",
    ]


def test_little_experience_makes_handling_slower() -> None:
    assert desk("handling: 20m, unsure: 1.5", "post: {at: 0h, to: a, brings: news}") == [
        "0:00-0:30 item: handling 30m"
    ]


def test_what_is_known_already_costs_a_share_of_the_handling() -> None:
    """The item reaches d twice, over b and over c; the second time it is a tenth of the work."""
    record = play("""
information: {news: {}}
actors: {a: {}, b: {}, c: {}, d: {handling: 1h}}
channels: {mail: {}, post: {delay: 1h}}
structures:
  s:
    sharing: everyone
    links:
      - {from: a, to: [b, c], channel: mail}
      - {from: b, to: d, channel: mail}
      - {from: c, to: d, channel: post}
injects: {news: {at: 0h, to: a, brings: news}}
""")
    assert visits(record.journal, "d") == ["0:00-1:00 item: handling 60m", "1:00-1:06 repeat: handling 6m"]
    assert handoffs(record)[-1] == "0:00-1:06 c>d: again delay 60m, handling 6m"


def test_a_better_version_is_known_from_then_on() -> None:
    """By telephone half of the details arrive at once, by print all of them an hour later."""
    record = play("""
information: {news: {}}
actors: {a: {}, b: {}, c: {}, d: {}}
channels: {phone: {medium: voice, barriers: {retelling: {voice: 50%}}}, post: {delay: 1h}}
structures:
  s:
    sharing: everyone
    links:
      - {from: a, to: [b, c], channel: post}
      - {from: b, to: d, channel: phone}
      - {from: c, to: d, channel: post}
injects: {news: {at: 0h, to: a, brings: news}}
""")
    assert known(record) == ["0:00 a news", "1:00 b news", "1:00 c news", "1:00 d news 0.5", "2:00 d news"]
