from __future__ import annotations

import pytest

from tabletop.measures.ratings import RULE, Rating, ratings
from tabletop.model.journal import Breach, Decided, Entry, Stopped
from tests.measures.played import CONCERN, ENDED, OFFERED, POST, TOLD, WHOLE, WORDS, known, played

MET = {"early_warning": {"role": "coordinator", "knows": "concern", "within": "60ms", "objective": "support"}}
DISCREET = {"discreet": {"role": "ngo", "must_not_know": "concern", "objective": "support"}}
WITHHELD = Stopped(
    30, 8, 10, "school", "city", "phone", "concern", CONCERN, 0, ("coordinator",), "shy", "withheld", None, ()
)
BREACH = Breach(60, "city", "concern", CONCERN, "channel_not_allowed", 1)
LEAK = known("ngo", 60, CONCERN, handoff=1)


def rated(entries: tuple[Entry, ...], expectations: object) -> Rating:
    return ratings(played(entries, expectations=expectations))["support"]


def test_every_objective_of_the_whole_exercise_is_rated() -> None:
    found = ratings(played())
    assert found == {
        "support": Rating("M", ("early_warning", "agreed"), ("early_warning",)),
        "discretion": Rating("P", ("discreet",)),
    }


@pytest.mark.parametrize(
    ("letter", "entries", "expectations"),
    [
        ("P", WHOLE, MET),
        ("P", (*WHOLE, WITHHELD._replace(barrier="gate")), MET),
        ("S", (*WHOLE, WITHHELD), MET),
        ("M", (*WHOLE, BREACH), MET),
        ("M", (*WHOLE, LEAK), {**MET, **DISCREET}),
        ("M", WHOLE, {"early_warning": {**MET["early_warning"], "within": "59ms"}}),
        ("M", WHOLE, {"early_warning": {**MET["early_warning"], "accurate": 1}}),
        ("U", (*POST, *ENDED), MET),
        ("U", (*WHOLE, LEAK), DISCREET),
        ("not_rated", WHOLE, {}),
        ("not_rated", (*POST, *ENDED), {"early_warning": {**MET["early_warning"], "after": "youth_work"}}),
    ],
)
def test_an_objective_is_rated_by_the_rule(
    letter: str, entries: tuple[Entry, ...], expectations: object
) -> None:
    assert rated(entries, expectations).letter == letter


def test_a_decision_taken_in_time_but_without_a_piece_was_a_challenge() -> None:
    decided = Decided(
        400, "conference", ("city",), None, 400, at_deadline=True, missing=("offer",), quality=0.5
    )
    agreed = {"agreed": {"decision": "conference", "within": "400ms", "objective": "support"}}
    found = rated((*POST, *TOLD, *OFFERED, decided, *ENDED), agreed)
    assert (found.letter, [each.kind for each in found.breakdowns]) == ("S", ["offer"])


def test_the_rule_names_every_letter() -> None:
    assert [f"{letter}: " in RULE for letter in "PSMU"] == [True] * 4
    assert "support" in str(WORDS["objectives"])
