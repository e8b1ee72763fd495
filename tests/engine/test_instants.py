"""What happens at one instant happens in a declared order: control, ends of work, arrivals, openings, deadlines."""

from __future__ import annotations

from tests.engine.stories import decided, handoffs, known, play, visits

PAIR = """
information: {news: {}, alarm: {priority: urgent}}
actors: {a: {}, b: {handling: 10m}, c: {}}
roles: {reader: {held_by: b, needs: [news, alarm]}}
channels: {mail: {delay: 1h}}
structures: {s: {links: [{from: [a, c], to: b, channel: mail}]}}
"""


def test_an_absence_comes_before_an_item_of_the_same_instant_though_declared_after_it() -> None:
    record = play("""
information: {news: {}}
actors: {holder: {}, deputy: {}}
roles: {reader: {held_by: holder, deputy: deputy}}
channels: {mail: {}}
structures: {s: {links: [{between: [holder, deputy], channel: mail}]}}
injects:
  post: {at: 1h, to: reader, brings: news}
  away: {at: 1h, absence: {actor: holder, lasts: 1h}}
""")
    assert known(record) == ["1:00 deputy news"]


def test_work_that_ends_at_the_instant_at_which_an_absence_begins_ends_then() -> None:
    record = play("""
information: {news: {}}
actors: {a: {handling: 1h}, b: {}}
channels: {mail: {}}
structures: {s: {links: [{between: [a, b], channel: mail}]}}
injects:
  post: {at: 0h, to: a, brings: news}
  away: {at: 1h, absence: {actor: a, lasts: 1d}}
""")
    assert visits(record.journal, "a") == ["0:00-1:00 item: handling 60m"]


def test_of_what_arrives_at_one_instant_the_urgent_is_taken_first() -> None:
    record = play(
        PAIR + "injects: {post: {at: 0h, to: a, brings: news}, call: {at: 0h, to: c, brings: alarm}}"
    )
    assert handoffs(record) == [
        "0:00-1:10 c>b: delay 60m, handling 10m",
        "0:00-1:20 a>b: delay 60m, queue 10m, handling 10m",
    ]


def test_of_two_alike_that_arrive_at_one_instant_the_earlier_hand_off_is_taken_first() -> None:
    """The one that set out first has the lower number, though the other's sender and inject are declared first."""
    slow = PAIR.replace("{delay: 1h}", "{delay: 1h}, post: {delay: 2h}").replace(
        "{from: [a, c], to: b, channel: mail}",
        "{from: a, to: b, channel: mail}, {from: c, to: b, channel: post}",
    )
    record = play(slow + "injects: {two: {at: 1h, to: a, brings: news}, one: {at: 0h, to: c, brings: news}}")
    assert handoffs(record) == [
        "0:00-2:10 c>b: delay 120m, handling 10m",
        "1:00-2:20 a>b: delay 60m, queue 10m, handling 10m",
    ]


def test_a_desk_opens_after_what_arrives_at_that_instant_has_arrived() -> None:
    """The routine item is put on the desk by the control, before the urgent one arrives; both come before eight."""
    record = play("""
information: {news: {}, alarm: {priority: urgent}}
actors: {a: {}, b: {hours: 08:00-16:00, handling: 10m}}
roles: {reader: {held_by: b, needs: [alarm]}}
channels: {mail: {delay: 1h}}
structures: {s: {links: [{from: a, to: b, channel: mail}]}}
injects:
  post: {at: 8h, to: b, brings: news}
  call: {at: 7h, to: a, brings: alarm}
""")
    assert known(record)[1:] == ["8:10 b alarm", "8:20 b news"]


DEADLINE = """
information: {news: {}}
actors: {a: {}, b: {}}
channels: {mail: {delay: 1h}}
structures: {s: {links: [{from: a, to: b, channel: mail}]}}
injects: {post: {at: 1h, to: a, brings: news}}
"""


def test_what_arrives_at_the_deadline_is_still_decided_with() -> None:
    record = play(DEADLINE + "decisions: {plan: {by: b, needs: [news], within: 1h, decides_anyway: true}}")
    assert decided(record) == ["2:00 plan by b"]


def test_work_that_ends_at_the_deadline_is_in_time() -> None:
    words = "{by: b, needs: [news], takes: 30m, within: 90m, decides_anyway: true}"
    assert decided(play(DEADLINE + f"decisions: {{plan: {words}}}")) == ["2:30 plan by b"]


def test_an_expectation_reached_at_its_deadline_is_not_late() -> None:
    """The second post comes only if the first is late, and it is not."""
    record = play(
        DEADLINE.replace("injects: {", "injects: {again: {only_if: {late: soon}, to: b, brings: news}, ")
        + "expectations: {soon: {role: b, knows: news, within: 1h, after: post}}"
    )
    assert known(record) == ["1:00 a news", "2:00 b news"]
