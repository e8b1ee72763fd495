from __future__ import annotations

from math import fsum

import pytest
from hypothesis import given, settings

from tabletop.measures import Chronicle, measured
from tabletop.measures.effort import effort
from tabletop.measures.losses import losses
from tabletop.measures.recovery import recoveries
from tabletop.model.journal import Entry, HandedOn, Handled, Injected, SessionHeld, Unfinished
from tabletop.model.record import Record
from tests.measures.played import CONCERN, END, ENDED, POST, WHOLE, WORDS, handed, played
from tests.measures.varied import records

INJECTS = {
    **dict(WORDS["injects"]),  # type: ignore[call-overload] # WORDS are plain
    "cable": {"at": "100ms", "outage": {"channel": "email", "lasts": "200ms"}},
}
CABLE = Injected(100, "cable", "outage")
AWAY = Injected(50, "sick_leave", "absence", ("city",))


def caught_up(*entries: Entry) -> tuple[int, ...]:
    return recoveries(played((*POST, *entries, *ENDED), injects=INJECTS))


def test_time_is_lost_at_the_stage_of_its_barrier_and_safeguards_lose_none() -> None:
    assert losses(played()) == {
        "willing": 0,
        "allowed": 20,
        "form": 0,
        "carried": 70,
        "queue": 5,
        "shut": 0,
    }


def test_staff_time_is_told_apart_by_what_it_went_into() -> None:
    session = SessionHeld(300, 320, "meeting", "meeting.periodic", ("city", "ngo", "school"), extra=False)
    approved = Handled(90, "city", "approval", 0, 0, CONCERN, "concern", 0, 0, 0, 90)
    converted = approved._replace(work="conversion", handling=7)
    routine = approved._replace(work="workload")
    assert effort(played((*WHOLE, session, approved, converted, routine))) == {
        "handling": 30,
        "conversion": 7,
        "approval": 90,
        "decision": 40,
        "meeting": 60,
    }


def test_an_outage_is_overcome_when_the_last_that_had_waited_for_it_is_over() -> None:
    waited = {"email.outage:channel_down": 200, "delay": 20}
    first = handed(1, "school>city", waited, since=100, origin=CONCERN)
    last = handed(2, "school>city", {**waited, "queue": 80}, since=100, origin=CONCERN)
    assert isinstance(last, HandedOn)
    assert caught_up(CABLE, first, last) == (100,)


def test_an_absence_is_overcome_when_what_lay_there_is_handled() -> None:
    lay = Handled(200, "city", "item", 60, 1, CONCERN, "concern", 0, 90, 20, 30)
    assert caught_up(AWAY, lay) == (50,)
    assert caught_up(AWAY, lay._replace(work="workload")) == (0,)


def test_what_is_unfinished_counts_to_the_end() -> None:
    way = ("school", "city", "email", "concern", CONCERN, 0, ("coordinator",))
    assert caught_up(AWAY, Unfinished(END, 1, 60, *way, (("absent", 90), ("queue", END - 150)))) == (
        END - 150,
    )


def test_nothing_waited_and_nothing_to_overcome() -> None:
    assert caught_up(CABLE) == (0,)
    assert caught_up() == ()
    assert caught_up(CABLE._replace(at=END - 100)) == ()


@settings(max_examples=15, deadline=None)
@given(record=records())
def test_parts_sum_to_the_whole(record: Record) -> None:
    found = {name: value or 0.0 for name, value in measured(Chronicle(record)).items()}
    places = fsum(found[name] for name in found if name.startswith("lost_"))
    sorts = fsum(found[f"staff_{sort}_hours"] for sort in effort(Chronicle(record)))
    assert places == pytest.approx(found["time_lost_hours"])
    assert sorts == pytest.approx(found["staff_hours"])
    assert found["recovery_hours"] >= 0
    assert 0 <= found["busiest_desk"] <= 1
