"""Decisions and tasks: who works on them, when, with what, and what becomes known by them."""

from __future__ import annotations

from tests.engine.stories import decided, handoffs, known, play, visits

CITY = """
information: {news: {}, offer: {}, plan: {}}
actors: {a: {}, b: {}, c: {}}
channels: {mail: {delay: 1h}}
structures: {s: {shape: complete, channel: mail}}
"""
BOTH = "injects: {news: {at: 0h, to: a, brings: news}, offer: {at: 5h, to: c, brings: offer}}\n"


def test_work_begins_when_the_one_who_acts_knows_all_needs() -> None:
    record = play(CITY + BOTH + "decisions: {agree: {by: b, needs: [news, offer], takes: 2h}}")
    assert visits(record.journal, "b")[2:] == ["6:00-8:00 decision: handling 120m"]
    assert decided(record) == ["8:00 agree by b"]


def test_any_so_many_of_the_needs_may_be_enough() -> None:
    record = play(CITY + BOTH + "decisions: {agree: {by: b, needs: {of: [news, offer], any: 1}, takes: 2h}}")
    assert decided(record) == ["3:00 agree by b without offer"]


def test_each_of_several_takes_time_of_its_own_and_the_last_decides() -> None:
    """A knows at once, B an hour later; both work for two hours."""
    record = play(CITY + BOTH + "decisions: {agree: {by: {all: [a, b]}, needs: [news], takes: 2h}}")
    assert (visits(record.journal, "a")[1], visits(record.journal, "b")[1]) == (
        "0:00-2:00 decision: handling 120m",
        "1:00-3:00 decision: handling 120m",
    )
    assert decided(record) == ["3:00 agree by a, b"]


def test_where_any_one_is_enough_the_first_decides_and_the_other_is_cut_off() -> None:
    record = play(CITY + BOTH + "decisions: {agree: {by: {any: [a, b]}, needs: [news], takes: 2h}}")
    assert visits(record.journal, "b")[1:] == ["1:00-2:00 decision: handling 60m"]
    assert decided(record) == ["2:00 agree by a"]


def test_a_decision_waits_in_the_same_queue_as_items() -> None:
    text = CITY.replace("b: {}", "b: {handling: 1h}") + BOTH
    record = play(text + "decisions: {agree: {by: b, needs: [news], takes: 30m, priority: routine}}")
    assert visits(record.journal, "b") == ["1:00-2:00 item: handling 60m", "2:00-2:30 decision: handling 30m"]


LATE = CITY + BOTH + "decisions: {agree: {by: b, needs: [news, offer], takes: 2h, "


def test_it_is_decided_at_the_deadline_with_what_is_known_and_the_unknown_counts_nothing() -> None:
    record = play(LATE + "within: 3h, decides_anyway: true}}")
    assert decided(record) == ["3:00 agree by b at deadline without offer quality 0.5"]


def test_work_that_is_unfinished_at_the_deadline_is_cut_off() -> None:
    record = play(LATE + "within: 7h, decides_anyway: true}}")
    assert visits(record.journal, "b")[2:] == ["6:00-7:00 decision: handling 60m"]
    assert decided(record) == ["7:00 agree by b at deadline"]


def test_where_it_does_not_decide_anyway_it_waits_on_and_is_late() -> None:
    assert decided(play(LATE + "within: 3h}}")) == ["8:00 agree by b late"]


def test_at_the_deadline_all_decide_whose_decision_it_is() -> None:
    """B has done its part without the offer; C has not finished, but knows the offer: they decide with it."""
    record = play(
        CITY.replace("c: {}", "c: {handling: 2h, staff: 2}")
        + "injects: {news: {at: 0h, to: a, brings: news}, offer: {at: 2h, to: c, brings: offer}}\n"
        + """
decisions:
  agree:
    by: {all: [b, c]}
    needs: {of: [news, offer], any: 1}
    takes: 5h
    within: 6h
    decides_anyway: true
"""
    )
    assert decided(record) == ["6:00 agree by b, c at deadline"]


def test_the_deadline_counts_from_the_inject_it_names() -> None:
    record = play(LATE + "within: 2h, after: offer, decides_anyway: true}}")
    assert decided(record) == ["7:00 agree by b at deadline"]


def test_else_the_deadline_counts_from_the_first_inject_that_brings_a_needed_kind() -> None:
    record = play(
        CITY
        + "injects: {offer: {at: 2h, to: c, brings: offer}}\n"
        + "decisions: {agree: {by: b, needs: [news, offer], within: 3h, decides_anyway: true}}"
    )
    assert decided(record) == ["5:00 agree by b at deadline without news quality 0.5"]


def test_else_the_deadline_counts_from_startex() -> None:
    record = play(CITY + "decisions: {agree: {by: b, needs: [news], within: 3h, decides_anyway: true}}")
    assert decided(record) == ["3:00 agree by b at deadline without news quality 0"]


def test_what_needs_nothing_begins_at_startex() -> None:
    record = play(
        CITY + "tasks: {look: {by: b, takes: 2h, tells: plan}}\nroles: {r: {held_by: c, needs: [plan]}}"
    )
    assert decided(record) == ["2:00 look by b"]
    assert known(record) == ["2:00 b plan", "3:00 c plan"]


def test_a_decision_tells_the_roles_that_it_names_and_no_others() -> None:
    record = play(
        CITY
        + BOTH
        + "roles: {one: {held_by: a, needs: [plan]}, two: {held_by: c, needs: [plan]}}\n"
        + "decisions: {agree: {by: b, needs: [news], tells: {plan: [two]}}}"
    )
    assert known(record, "plan") == ["1:00 b plan", "2:00 c plan"]


def test_asking_is_a_task_that_tells_a_request_which_the_others_task_needs() -> None:
    record = play(
        CITY.replace("plan: {}", "plan: {}, request: {}")
        + BOTH
        + """
tasks:
  ask: {by: b, needs: [news], takes: 10m, tells: request}
  answer: {by: c, needs: [request], takes: 20m, tells: plan}
decisions: {agree: {by: b, needs: [plan]}}
"""
    )
    assert decided(record) == ["1:10 ask by b", "2:30 answer by c", "3:30 agree by b"]


DEPUTY = """
roles: {lead: {held_by: b, deputy: c, needs: [news]}}
decisions: {agree: {by: lead, needs: [news], takes: 2h}}
"""


def test_a_deputy_who_knows_begins_when_the_holder_leaves() -> None:
    """The holder's work stays on the holder's desk; the deputy knows the news at first hand and begins anew."""
    record = play(
        CITY
        + DEPUTY
        + "injects: {news: {at: 0h, to: [b, c], brings: news}, away: {at: 1h, absence: {actor: b, lasts: 1d}}}"
    )
    assert visits(record.journal, "c")[1:] == ["1:00-3:00 decision: handling 120m"]
    assert decided(record) == ["3:00 agree by c"]


def test_a_deputy_who_does_not_know_cannot_begin() -> None:
    record = play(
        CITY
        + DEPUTY
        + "injects: {news: {at: 0h, to: b, brings: news}, away: {at: 1h, absence: {actor: b, lasts: 1d}}}"
    )
    assert decided(record) == ["26:00 agree by b"]


ALL = """
roles: {leads: {held_by: [a, b], acts: all, deputy: c}}
decisions: {agree: {by: leads, needs: [news], takes: 2h}}
"""


def test_of_a_role_that_all_act_for_each_holder_must_finish() -> None:
    record = play(CITY + ALL + "injects: {news: {at: 0h, to: a, brings: news}}")
    assert decided(record) == ["3:00 agree by a, b"]


def test_what_a_holder_has_finished_stays_done_while_it_is_away() -> None:
    record = play(
        CITY
        + ALL
        + "injects: {news: {at: 0h, to: a, brings: news}, away: {at: 2h 30m, absence: {actor: a, lasts: 9d}}}"
    )
    assert decided(record) == ["3:00 agree by a, b"]


def test_what_a_deputy_has_finished_stays_done_when_the_holder_is_back() -> None:
    """C stands in for A and finishes at two; A comes back at half past; B finishes at three."""
    record = play(
        CITY
        + ALL
        + "injects: {away: {at: 0h, absence: {actor: a, lasts: 150m}}, news: {at: 0h, to: [c], brings: news}}"
    )
    assert decided(record) == ["3:00 agree by c, b"]
    assert handoffs(record) == ["0:00-1:00 c>b: delay 60m"]
