from __future__ import annotations

from tabletop.measures.critical import expectation_paths
from tabletop.measures.delays import Delay, Delays, costliest, delays, stack
from tests.measures.played import CONCERN, WHOLE, handed, played


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
