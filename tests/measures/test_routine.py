from __future__ import annotations

from tabletop.measures.routine import journeys, routine_hours
from tabletop.model.duration import HOUR
from tests.measures.played import ENDED, played
from tests.measures.test_traffic import JOURNAL


def test_a_letter_is_timed_from_its_sending_to_the_one_it_is_for_over_all_hops() -> None:
    assert list(journeys(played(JOURNAL))) == [70, 10]
    assert routine_hours(played(JOURNAL)) == 40 / HOUR


def test_what_was_sent_in_the_warm_up_is_not_timed() -> None:
    clock = {"lasts": "1000ms", "measure_from": "50ms"}
    assert list(journeys(played(JOURNAL, clock=clock))) == [10]


def test_where_nothing_arrived_there_is_no_time() -> None:
    assert routine_hours(played(ENDED)) is None
