from __future__ import annotations

from tabletop.measures.whereabouts import Whereabouts, ancestors, furthest, whereabouts
from tabletop.model.journal import Stopped, Unfinished
from tests.measures.played import (
    CONCERN,
    END,
    ENDED,
    OFFERED,
    POST,
    handed,
    known,
    played,
)

COORDINATOR = ("coordinator",)
WAY = ("school", "city", "phone", "concern", CONCERN, 0, COORDINATOR)


def where(at: int, kind: str = "concern") -> Whereabouts:
    return whereabouts(played(), COORDINATOR, kind=kind, at=at)


def test_it_is_followed_from_nowhere_to_those_who_wanted_it() -> None:
    way = {"sender": "school", "receiver": "city", "channel": "email", "handoff": 1}
    assert where(99, "offer") == Whereabouts("offer", "nowhere")
    assert where(5) == Whereabouts("concern", "at_first_desk", 0, receiver="school")
    assert where(29) == Whereabouts("concern", "under_way", 10, cause="email.slow:lost", **way)  # type: ignore[arg-type] # texts and a number
    assert where(45) == Whereabouts("concern", "under_way", 10, cause="handling", **way)  # type: ignore[arg-type] # texts and a number
    assert where(60) == Whereabouts("concern", "known", 60)


def test_what_was_stopped_lies_where_it_was_stopped() -> None:
    refused = Stopped(30, 1, 10, *WAY, "gate", "refused", None, (("gate:approval", 20),))
    chronicle = played((*POST, refused, *ENDED))
    found = whereabouts(chronicle, COORDINATOR, kind="concern", at=500)
    assert found == Whereabouts("concern", "stopped", 30, "school", "city", "phone", 1, "gate:refused")
    assert whereabouts(chronicle, COORDINATOR, kind="concern", at=29).state == "under_way"


def test_what_nobody_hands_on_lies_with_who_knew_it_first() -> None:
    found = whereabouts(played((*POST, *OFFERED, *ENDED)), COORDINATOR, kind="offer", at=END)
    assert found == Whereabouts("offer", "not_handed_on", 120, "ngo")


def test_the_furthest_is_after_most_hand_offs() -> None:
    first = handed(1, "school>ngo", {"delay": 10}, since=10, origin=CONCERN)
    on = Unfinished(END, 2, 20, "ngo", "city", "email", "concern", CONCERN, 1, COORDINATOR, (("delay", 980),))
    other = Unfinished(END, 3, 10, *WAY, (("delay", 990),))
    chronicle = played((*POST, first, known("ngo", 20, CONCERN, handoff=1), on, other, *ENDED))
    assert furthest(chronicle, COORDINATOR, kind="concern", at=END) == on
    assert ancestors(chronicle, on) == (first,)
    assert furthest(chronicle, COORDINATOR, kind="concern", at=15) == other
    assert furthest(chronicle, ("police",), kind="concern", at=END) is None


def test_of_two_ways_begun_together_the_open_one_is_furthest_and_an_earlier_item_before_a_later() -> None:
    lost = Stopped(90, 1, 10, *WAY, "shy", "withheld", None, ())
    open_ = Unfinished(END, 2, 10, *WAY, (("delay", 990),))
    later = Unfinished(END, 3, 700, *WAY, (("delay", 300),))
    chronicle = played((*POST, lost, open_, later, *ENDED))
    assert furthest(chronicle, COORDINATOR, kind="concern", at=END) == open_
    assert furthest(played((*POST, lost, later, *ENDED)), COORDINATOR, kind="concern", at=END) == lost


def test_what_is_meant_for_a_role_is_meant_for_those_who_may_act_for_it() -> None:
    open_ = Unfinished(END, 2, 10, *WAY, (("delay", 990),))
    chronicle = played((*POST, open_, *ENDED))
    assert furthest(chronicle, ("social_work",), kind="concern", at=END) == open_
