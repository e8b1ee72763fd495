"""Injects: when they come, and all that they can do."""

from __future__ import annotations

from tabletop.model.journal import HandedOn, Injected
from tabletop.model.record import Record
from tests.engine.stories import clock, handoffs, known, play, visits

PAIR = """
information: {news: {}, other: {}}
actors: {a: {}, b: {handling: 10m}, c: {}}
roles: {reader: {held_by: b, needs: [news, other]}}
channels: {mail: {delay: 1h}, phone: {delay: 5m}}
structures:
  mail: {links: [{from: a, to: b, channel: mail}]}
  phone: {links: [{from: a, to: b, channel: phone}, {from: a, to: b, channel: mail}]}
"""
NEWS = "  news: {at: 2h, to: a, brings: news}\n"


def injected(record: Record) -> list[str]:
    return [
        f"{clock(entry.at)} {entry.inject} {entry.effect}"
        for entry in record.journal
        if isinstance(entry, Injected)
    ]


def test_an_inject_comes_at_its_time_after_another_or_after_a_decision() -> None:
    record = play(
        PAIR
        + "injects:\n"
        + NEWS
        + """  more: {after: news, wait: 30m, to: a, brings: other}
  last: {after: look}
tasks: {look: {by: b, needs: [news], takes: 1h}}
"""
    )
    assert injected(record) == ["2:00 news brings", "2:30 more brings", "4:10 last told"]


def test_a_local_date_and_time_is_a_time_too() -> None:
    record = play(PAIR + "injects: {news: {at: 2026-03-03 09:30, to: a, brings: news}}")
    assert injected(record) == ["33:30 news brings"]


SOON = "expectations: {soon: {role: reader, knows: news, within: 1h}}\n"


def test_what_comes_only_if_an_expectation_is_late_comes_as_soon_as_it_is() -> None:
    record = play(PAIR + SOON + "injects:\n" + NEWS + "  late: {only_if: {late: soon}}\n")
    assert injected(record) == ["2:00 news brings", "3:00 late told"]


def test_a_condition_is_looked_at_when_an_inject_is_due() -> None:
    text = PAIR + SOON.replace("1h", "90m") + "injects:\n" + NEWS
    record = play(
        text
        + "  early: {at: 3h 5m, only_if: {met: soon}}\n  then: {at: 4h, only_if: {met: soon}}\n"
        + "  never: {at: 4h, only_if: {late: soon}}\n  not: {after: never}\n"
    )
    assert injected(record) == [
        "2:00 news brings",
        "3:05 early skipped",
        "4:00 then told",
        "4:00 never skipped",
    ]


def test_an_expectation_of_a_decision_is_met_only_with_the_accuracy_it_asks_for() -> None:
    """Half of the details are known, and so the decision is taken, but it is late by what was hoped for."""
    record = play(
        PAIR
        + """
injects:
  news: {at: 2h, to: a, brings: news, accuracy: 50%}
  late: {only_if: {late: well}}
decisions: {agree: {by: b, needs: [news]}}
expectations: {well: {decision: agree, within: 3h, accurate: 80%}}
"""
    )
    assert injected(record) == ["2:00 news brings", "5:00 late told"]


def test_an_expectation_of_a_decision_counts_from_what_the_decision_counts_from() -> None:
    record = play(
        PAIR
        + "injects:\n"
        + NEWS
        + """  start: {at: 5h}
  late: {only_if: {late: soon}}
decisions: {agree: {by: c, needs: [news], within: 1d, after: start}}
expectations: {soon: {decision: agree, within: 3h}}
"""
    )
    assert injected(record) == ["2:00 news brings", "5:00 start told", "8:00 late told"]


def test_an_expectation_is_met_when_a_deputy_who_knows_takes_over() -> None:
    record = play(
        PAIR.replace("reader: {held_by: b,", "lead: {held_by: c, deputy: b}, reader: {held_by: b,")
        + "injects:\n"
        + NEWS
        + """  away: {at: 4h, absence: {actor: c, lasts: 1h}}
  late: {only_if: {late: soon}}
expectations: {soon: {role: lead, knows: news, within: 5h}}
"""
    )
    assert injected(record) == ["2:00 news brings", "4:00 away absence"]


def test_a_channel_that_is_broken_holds_what_comes_and_lets_what_is_under_way_arrive() -> None:
    record = play(
        PAIR
        + "injects:\n"
        + NEWS
        + """  down: {at: 2h 30m, outage: {channel: mail, lasts: 2h}}
  again: {at: 3h 30m, outage: {channel: mail, lasts: 3h}}
  more: {at: 3h, to: a, brings: other}
"""
    )
    assert handoffs(record) == [
        "2:00-3:10 a>b: delay 60m, handling 10m",
        "3:00-7:40 a>b: mail.outage:channel_down 90m, mail.outage:channel_down 120m, delay 60m, handling 10m",
    ]


def test_an_absence_of_copies_takes_all_of_them_away() -> None:
    record = play("""
information: {news: {}}
actors: {a: {}, district: {copies: 2}}
channels: {mail: {}}
structures: {s: {shape: complete, channel: mail}}
injects:
  away: {at: 0h, absence: {actor: district, lasts: 1h}}
  post: {at: 0h, to: district, brings: news}
""")
    assert known(record) == ["1:00 district_1 news", "1:00 district_2 news"]


def test_a_surge_brings_work_for_a_while() -> None:
    record = play(PAIR + "injects: {surge: {at: 1h, surge: {actor: c, every: 20m, takes: 5m, lasts: 1h}}}")
    assert visits(record.journal, "c") == [
        "1:20-1:25 workload: handling 5m",
        "1:40-1:45 workload: handling 5m",
    ]


def test_another_structure_holds_for_all_hand_offs_that_begin_from_then_on() -> None:
    record = play(
        PAIR
        + "injects:\n"
        + NEWS
        + "  change: {at: 2h 30m, structure: phone}\n  more: {at: 3h, to: a, brings: other}\n"
    )
    assert handoffs(record) == [
        "2:00-3:10 a>b: delay 60m, handling 10m",
        "3:00-3:20 a>b: delay 5m, queue 5m, handling 10m",
    ]


END = "  end: {at: 1h, end_link: {from: a, to: b, channel: phone}}\n"


def test_a_link_that_has_ended_is_not_used_any_more() -> None:
    record = play(PAIR + "injects:\n" + NEWS + END, "phone")
    assert handoffs(record) == ["2:00-3:10 a>b: delay 60m, handling 10m"]


def test_a_link_that_has_ended_stays_so_when_the_structure_changes() -> None:
    record = play(PAIR + "injects:\n" + NEWS + END + "  change: {at: 90m, structure: phone}\n", "mail")
    assert handoffs(record) == ["2:00-3:10 a>b: delay 60m, handling 10m"]


def test_the_priority_of_an_inject_goes_before_that_of_its_kind() -> None:
    record = play(
        PAIR
        + "injects:\n"
        + NEWS
        + "  more: {at: 2h, to: a, brings: other}\n  urgent: {at: 2h, to: a, brings: other, priority: urgent}\n"
    )
    assert [entry.origin for entry in record.journal if isinstance(entry, HandedOn)] == [
        "inject/urgent/other",
        "inject/news/news",
        "inject/more/other",
    ]
