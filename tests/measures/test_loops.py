from __future__ import annotations

from tabletop.measures.loops import Loop, loops
from tests.measures.played import (
    CONCERN,
    CONFERENCE,
    DECISION,
    ENDED,
    OFFER,
    OFFER_TOLD,
    OFFERED,
    PLAN,
    POST,
    TOLD,
    known,
    played,
)

DECIDED = (*POST, *TOLD, *OFFERED, *OFFER_TOLD, *CONFERENCE)


def test_a_loop_is_closed_when_the_first_holder_hears_what_was_made_of_it() -> None:
    assert loops(played()) == (
        Loop(CONCERN, "school", 0, 300, "plan"),
        Loop(OFFER, "ngo", 100, None, ""),
    )


def test_nothing_is_made_of_what_those_who_decide_did_not_know() -> None:
    """The city decides without the offer, and the youth organisation hears of the plan: that is no answer to it."""
    heard = known("ngo", 300, PLAN, handoff=3)
    without = (*POST, *TOLD, *OFFERED, *CONFERENCE, heard, *ENDED)
    assert [each.closed for each in loops(played(without))] == [None, None]


def test_what_tasks_make_of_it_leads_on_to_the_decision() -> None:
    decisions = {"conference": {"by": "coordinator", "needs": "background", "tells": "plan"}}
    tasks = {"check": {"by": "police", "needs": "concern", "tells": "background"}}
    kinds: dict[str, dict[str, str]] = {
        "concern": {},
        "background": {},
        "offer": {},
        "plan": {},
        "routine": {},
    }
    told = "decision/check/background"
    checked = DECISION._replace(at=100, decision="check", actors=("police",))
    entries = (
        *POST,
        known("police", 50, CONCERN, handoff=1),
        checked,
        known("police", 100, told),
        known("city", 150, told, handoff=2),
        *CONFERENCE,
        known("school", 300, PLAN, handoff=3),
        *ENDED,
    )
    chronicle = played(entries, information=kinds, decisions=decisions, tasks=tasks)
    assert loops(chronicle) == (Loop(CONCERN, "school", 0, 300, "plan"),)


def test_a_deputy_who_hears_closes_the_loop_of_the_holder() -> None:
    roles = {
        "coordinator": {"held_by": "city"},
        "referrer": {"held_by": ("school", "social_work"), "acts": "all"},
    }
    heard = known("social_work", 310, PLAN, handoff=3)
    chronicle = played((*DECIDED, heard, *ENDED), roles=roles)
    assert loops(chronicle)[0] == Loop(CONCERN, "school", 0, 310, "plan")
