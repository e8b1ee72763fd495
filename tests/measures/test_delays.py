from __future__ import annotations

from tabletop.measures.critical import expectation_paths
from tabletop.measures.delays import Delay, Delays, costliest, delays, stack
from tabletop.model.journal import Stopped
from tests.measures.played import CONCERN, WHOLE, handed, known, played


def test_time_is_added_up_by_cause_with_protection_apart() -> None:
    assert delays(played()) == Delays(
        causes=(
            Delay("email.slow:lost", 20, 1, protects=False),
            Delay("delay", 70, 3, protects=False),
            Delay("queue", 5, 1, protects=False),
            Delay("handling", 15, 1, protects=False),
            Delay("gate:approval", 60, 1, protects=True),
        ),
        lost=95,
        protection=60,
        work=15,
    )


def test_all_accounts_sum_to_the_lengths_of_the_hand_offs() -> None:
    found = delays(played())
    lengths = sum(each.at - each.since for each in played().story)
    assert found.lost + found.protection + found.work == lengths


def test_repeats_and_traffic_delay_nobody() -> None:
    mail = handed(4, "school>city", {"delay": 500}, since=0, origin="traffic/mail/school/0")
    repeat = handed(5, "ngo>city", {"delay": 500}, since=200, origin=CONCERN, repeat=True)
    assert delays(played((*WHOLE, mail, repeat))) == delays(played())


SECOND = "inject/neighbour/concern"
"""Another report of the same kind, which the school knows from the beginning."""


def test_a_second_report_of_a_known_kind_delays_nobody() -> None:
    """It came by another origin, arrived later, and was no more accurate."""
    second = handed(4, "school>city", {"delay": 500}, since=10, origin=SECOND, accuracy=0.9)
    assert delays(played((*WHOLE, second))) == delays(played())


def test_a_second_report_that_is_more_accurate_is_waited_for() -> None:
    second = handed(4, "school>city", {"delay": 500}, since=10, origin=SECOND, accuracy=0.95)
    heard = known("city", 510, SECOND, handoff=4, accuracy=0.95)
    assert delays(played((*WHOLE, second, heard))).lost == delays(played()).lost + 500


def test_a_second_report_is_waited_for_by_those_to_whom_it_goes_on() -> None:
    """The city knew already; the police, to whom it passes this one on, did not."""
    second = handed(4, "school>city", {"delay": 500}, since=10, origin=SECOND, accuracy=0.9)
    onward = handed(5, "city>police", {"delay": 100}, since=510, origin=SECOND, parent=4, accuracy=0.9)
    heard = known("police", 610, SECOND, handoff=5, accuracy=0.9)
    assert delays(played((*WHOLE, second, onward, heard))).lost == delays(played()).lost + 600


def test_a_second_report_that_is_stopped_after_the_first_came_delays_nobody() -> None:
    """Its breakdown is told among the breakdowns; nobody waited for it."""
    heard = known("school", 10, SECOND, accuracy=0.9)
    way = ("school", "city", "email", "concern", SECOND, 0, ("coordinator",))
    stopped = Stopped(900, 4, 10, *way, "email.slow", "lost", None, (("email.slow:lost", 890),))
    assert delays(played((*WHOLE, heard, stopped))) == delays(played())


def test_the_costliest_causes_are_neither_work_nor_safeguards() -> None:
    assert [each.cause for each in costliest(delays(played()), 2)] == ["delay", "email.slow:lost"]


def test_a_path_is_stacked_by_cause() -> None:
    assert stack(expectation_paths(played())["heard"]) == {
        "other_needs": 100,
        "handling": 60,
        "gate:approval": 60,
        "delay": 60,
        "queue": 20,
    }
