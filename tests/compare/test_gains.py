from __future__ import annotations

from tabletop.compare.gains import Change, Gain, gain
from tabletop.measures.expectations import Outcome
from tabletop.model.duration import HOUR
from tests.measures.played import CONCERN, ENDED, HEARD, POST, TOLD, WHOLE, handed, known, played

SOONER = (
    *POST,
    handed(1, "school>city", {"delay": 30}, since=10, origin=CONCERN),
    known("city", 40, CONCERN, handoff=1),
)
KEPT = {"discreet": {"role": "ngo", "must_not_know": "concern"}}


def test_what_is_the_same_gained_nothing() -> None:
    found = gain(("shy",), played(), played())
    assert found == Gain(("shy",), (), {})
    assert found.is_nothing


def test_a_gain_says_what_changed_with_its_sign() -> None:
    expectations = {"early_warning": {"role": "coordinator", "knows": "concern", "within": "50ms"}}
    before = played((*POST, *TOLD, *ENDED), expectations=expectations)
    after = played((*SOONER, *ENDED), expectations=expectations)
    found = gain(("email.slow",), before, after)
    was, became = Outcome("late", 60, 0, 50, 0.9), Outcome("met", 40, 0, 50, 1.0)
    assert found.changes == (Change("early_warning", was, became, 20),)
    assert found.measures["time_without_information"] == (50 / HOUR, 40 / HOUR)
    assert (found.improved, round(found.saved * HOUR)) == (1, 10)
    back = gain(("email.slow",), after, before)
    assert back.changes == (Change("early_warning", became, was, -20),)
    assert (back.improved, round(back.saved * HOUR)) == (-1, -10)


def test_what_is_reached_at_last_was_never_reached_before() -> None:
    expectations = {"early_warning": {"role": "coordinator", "knows": "concern"}}
    before = played((*POST, *ENDED), expectations=expectations)
    after = played((*POST, *TOLD, *ENDED), expectations=expectations)
    assert [each.sooner for each in gain(("shy",), before, after).changes] == [940]


def test_a_leak_that_comes_later_is_no_time_gained() -> None:
    leak = HEARD._replace(actor="ngo")
    before, after = played((*WHOLE, leak), expectations=KEPT), played(expectations=KEPT)
    (change,) = gain(("shy",), before, after).changes
    assert (change.before.verdict, change.after.verdict, change.sooner, change.better) == (
        "missed",
        "met",
        0,
        1,
    )
