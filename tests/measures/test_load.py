from __future__ import annotations

import pytest

from tabletop.measures.load import Load, busiest, loads, staff_time
from tabletop.model.journal import Entry, Handled, Injected, SessionHeld, Unfinished
from tests.measures.played import CONCERN, END, ENDED, WHOLE, desk, played


def at_city(*visits: Entry, **changes: object) -> Load:
    return next(each for each in loads(played((*visits, *ENDED), **changes)) if each.actor == "city")


def test_every_desk_has_its_load() -> None:
    found = {each.actor: each for each in loads(played())}
    assert list(found) == ["school", "city", "social_work", "ngo", "police"]
    assert found["city"] == Load("city", 40, 2000, 1, 0, 20.0, 1)
    assert found["city"].utilisation == 0.02
    assert found["police"] == Load("police", 0, 1000, 0, 0, None, 0)


def test_the_longest_queue_counts_those_who_wait_at_one_instant() -> None:
    visits = [desk("city", "x", arrived=0, at=10 * place, queue=10 * (place - 1)) for place in (1, 2, 3, 4)]
    assert at_city(*visits).longest_queue == 3


def test_who_begins_at_the_instant_of_an_arrival_does_not_wait_with_it() -> None:
    assert (
        at_city(
            desk("city", "x", arrived=0, at=30, queue=10), desk("city", "y", arrived=10, at=40, queue=5)
        ).longest_queue
        == 1
    )


def test_what_still_lies_there_at_the_end_waits_too() -> None:
    way = ("school", "city", "email", "concern", CONCERN, 0, ("coordinator",))
    open_ = [Unfinished(END, number, 0, *way, (("delay", 400), ("queue", 600))) for number in (1, 2)]
    elsewhere = Unfinished(END, 3, 0, *way, (("delay", END),))
    assert at_city(*open_, elsewhere) == Load("city", 0, 2000, 0, 2, None, 2)


def test_absences_are_no_staffed_time() -> None:
    away = Injected(50, "sick_leave", "absence", ("city",))
    assert at_city(away).staffed == 2000 - 2 * 100


def test_a_warm_up_is_left_out() -> None:
    clock = {"lasts": "1000ms", "measure_from": "100ms"}
    assert at_city(
        desk("city", "x", arrived=0, at=20), desk("city", "y", arrived=100, at=150), clock=clock
    ) == Load("city", 50, 1800, 1, 0, 0.0, 0)


def test_staff_time_is_work_and_sessions_but_no_routine() -> None:
    routine = Handled(90, "city", "workload", 0, 0, "", "", 0, 0, 0, 90)
    session = SessionHeld(300, 320, "meeting", "meeting.periodic", ("city", "ngo", "school"), extra=False)
    assert staff_time(played((*WHOLE, routine, session))) == 10 + 20 + 40 + 3 * 20


@pytest.mark.parametrize(("queue", "begins"), [(0, 1), (500, 1)])
def test_waiting_through_closed_hours_counts_as_waiting(queue: int, begins: int) -> None:
    """A desk that is never open in the exercise: whoever comes waits all the time."""
    shut = Handled(END, "city", "item", 100, 1, CONCERN, "concern", END - 100 - queue, 0, queue, 0)
    assert at_city(shut).longest_queue == (begins if queue else 0)


def test_work_on_what_came_before_the_end_of_the_warm_up_is_work() -> None:
    """It came at 10 and was worked at from 90 to 130, of which 30 lie after the warm-up."""
    clock = {"lasts": "1000ms", "measure_from": "100ms"}
    late = Handled(130, "city", "item", 10, 1, CONCERN, "concern", 0, 0, 80, 40)
    assert at_city(late, clock=clock) == Load("city", 30, 1800, 0, 0, None, 0)
    assert busiest(played((late, *ENDED), clock=clock)) == 30 / 1800
