from __future__ import annotations

import pytest

from tabletop.measures.expectations import Outcome, outcome, outcomes
from tabletop.model.expectation import Expectation
from tabletop.model.journal import Entry, Injected
from tests.measures.played import (
    CONCERN,
    ENDED,
    OFFERED,
    POST,
    TOLD,
    WHOLE,
    known,
    played,
)


def what(entries: tuple[Entry, ...] = WHOLE, **words: object) -> Outcome:
    expectation = Expectation.model_validate(words)
    return outcome(played(entries), expectation)


def test_every_expectation_of_the_whole_exercise_is_judged() -> None:
    assert outcomes(played()) == {
        "early_warning": Outcome("late", 60, 0, 50, 0.9),
        "agreed": Outcome("met", 260, 0, 300, 0.95),
        "heard": Outcome("met", 300, 0, None, 1.0),
        "discreet": Outcome("met", None, 0, None, None),
    }


@pytest.mark.parametrize(("within", "verdict"), [("60ms", "met"), ("59ms", "late")])
def test_on_time_means_not_later(within: str, verdict: str) -> None:
    assert what(role="coordinator", knows="concern", within=within).verdict == verdict


def test_what_is_never_accurate_enough_is_inaccurate_however_early() -> None:
    found = what(role="coordinator", knows="concern", within="1s", accurate=0.95)
    assert found == Outcome("inaccurate", 60, 0, 1000, 0.9)


def test_what_becomes_accurate_after_the_deadline_is_late() -> None:
    better = known("city", 80, CONCERN, handoff=1, accuracy=0.95)
    found = what(
        (*POST, *TOLD, better, *ENDED), role="coordinator", knows="concern", within="70ms", accurate=0.95
    )
    assert found == Outcome("late", 80, 0, 70, 0.95)


def test_what_nobody_ever_knew_is_missed() -> None:
    assert what(role="police", knows="concern", within="70ms") == Outcome("missed", None, 0, 70, None)


def test_the_clock_starts_at_the_first_inject_that_brings_the_kind() -> None:
    assert what(role="coordinator", knows="offer", within="100ms") == Outcome("met", 200, 100, 200, 1.0)


def test_the_clock_starts_at_what_it_comes_after() -> None:
    found = what(role="referrer", knows="plan", within="40ms", after="conference")
    assert found == Outcome("met", 300, 260, 300, 1.0)


def test_what_comes_after_something_that_never_happened_is_not_called_for() -> None:
    found = what((*POST, *ENDED), role="coordinator", knows="concern", within="40ms", after="conference")
    assert found == Outcome("not_called", None, 0, None, None)


def test_what_only_a_skipped_inject_would_have_brought_is_not_called_for() -> None:
    skipped = Injected(100, "youth_work", "skipped")
    found = what((*POST, skipped, *ENDED), role="coordinator", knows="offer", within="40ms")
    assert found == Outcome("not_called", None, 0, None, None)


def test_a_date_is_a_deadline_too() -> None:
    assert what(role="coordinator", knows="concern", before="60ms") == Outcome("met", 60, 0, 60, 0.9)


def test_a_decision_of_too_little_quality_is_inaccurate() -> None:
    found = what(decision="conference", within="300ms", accurate=0.99)
    assert found == Outcome("inaccurate", 260, 0, 300, 0.95)


def test_a_decision_that_is_not_taken_is_missed() -> None:
    found = what((*POST, *OFFERED, *ENDED), decision="conference", within="300ms")
    assert found == Outcome("missed", None, 0, 300, None)


def test_what_was_to_be_kept_from_somebody_is_missed_when_it_gets_there() -> None:
    leak = known("ngo", 30, CONCERN, handoff=1, accuracy=0.8)
    entries = (*POST, leak, *ENDED)
    assert what(entries, role="ngo", must_not_know="concern") == Outcome("missed", 30, 0, None, 0.8)
    assert what(entries, role="ngo", must_not_know="concern", within="20ms").verdict == "met"
