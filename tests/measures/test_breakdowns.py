from __future__ import annotations

from collections import Counter

from tabletop.measures.breakdowns import Breakdown, breakdowns, by_barrier, harmful
from tabletop.model.journal import Decided, Stopped, Unfinished
from tests.measures.played import (
    CONCERN,
    END,
    ENDED,
    HEARD,
    MAILED,
    OFFER,
    OFFERED,
    POST,
    TOLD,
    WHOLE,
    played,
)

WAY = ("school", "city", "email", "concern", CONCERN, 0, ("coordinator",))
REFUSED = Stopped(30, 1, 10, *WAY, "gate", "refused", 30, (("gate:approval", 20),))
WITHHELD = Stopped(30, 1, 10, *WAY, "shy", "withheld", None, (("shy:hesitates", 20),))
NO_WAY = Stopped(
    10, 2, 10, "school", "police", "", "concern", CONCERN, 0, ("police",), "", "no_route", 10, ()
)
OPEN = Unfinished(
    END, 3, 120, "ngo", "city", "email", "offer", OFFER, 0, ("coordinator",), (("shy:waits", 880),)
)


def broken(how: str, handoff: Stopped | Unfinished, cause: str, **more: object) -> Breakdown:
    learns = handoff.sender_learns if isinstance(handoff, Stopped) else None
    return Breakdown(
        how,  # type: ignore[arg-type] # written as a plain word above
        kind=handoff.kind,
        origin=handoff.origin,
        at=handoff.at,
        since=handoff.since,
        sender=handoff.sender,
        receiver=handoff.receiver,
        channel=handoff.channel,
        cause=cause,
        recipients=handoff.recipients,
        handoff=handoff.number,
        sender_learns=learns,
        **more,  # type: ignore[arg-type] # the flags
    )


def test_nothing_breaks_down_when_all_arrives() -> None:
    assert breakdowns(played()) == ()


def test_each_breakdown_says_what_where_why_and_for_whom() -> None:
    found = breakdowns(played((*POST, NO_WAY, WITHHELD, *OFFERED, OPEN, *ENDED)))
    assert found == (
        broken("no_route", NO_WAY, "no_route"),
        broken("stopped", WITHHELD, "shy:withheld"),
        broken("unfinished", OPEN, "shy:waits"),
    )
    assert by_barrier(found) == Counter({"shy": 2, "no_route": 1})
    assert harmful(found) == found


def test_what_a_safeguard_stops_is_no_failing() -> None:
    found = breakdowns(played((*POST, REFUSED, *ENDED)))
    assert found == (broken("stopped", REFUSED, "gate:refused", protects=True),)
    assert harmful(found) == ()


def test_what_another_way_made_good_does_no_harm() -> None:
    other = MAILED._replace(number=4)
    found = breakdowns(played((*POST, WITHHELD, other, HEARD, *ENDED)))
    assert found == (broken("stopped", WITHHELD, "shy:withheld", otherwise=True),)
    assert harmful(found) == ()


def test_what_a_decision_was_taken_without_is_a_breakdown_with_its_whereabouts() -> None:
    decided = Decided(
        400, "conference", ("city",), None, 400, at_deadline=True, missing=("offer",), quality=0.5
    )
    found = breakdowns(played((*POST, *TOLD, *OFFERED, decided, OPEN, *ENDED)))
    missing = Breakdown(
        "missing",
        kind="offer",
        origin="conference",
        at=400,
        since=120,
        sender="ngo",
        receiver="city",
        channel="email",
        cause="shy:waits",
        recipients=("coordinator",),
        handoff=3,
    )
    assert found == (missing, broken("unfinished", OPEN, "shy:waits"))


def test_traffic_breaks_down_without_a_card() -> None:
    mail = NO_WAY._replace(origin="traffic/mail/school/0")
    assert breakdowns(played((*WHOLE, mail))) == ()
